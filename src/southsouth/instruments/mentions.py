"""Mentions: every place where a known name stands, the longest name first, and what points back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

import ahocorasick  # type: ignore[import-not-found]  # has no stubs

from southsouth.instruments.authority import Authority, Name, normal_form
from southsouth.instruments.mention import Mention, Mentions
from southsouth.instruments.plain import lowered
from southsouth.instruments.references import with_references
from southsouth.structure.model import PartKind, Resolution

__all__ = ["Mention", "Mentions", "mentions_in", "spans_of"]

#: One character for each, so that offsets stay: kinds of dashes, apostrophes and spaces.
_PLAIN: Final = (
    *((dash, "-") for dash in "‐‑‒–—−"), ("’", "'"), ("\n", " "), ("\t", " "), ("\u00a0", " "),
)  # fmt: skip
_JOINED: Final = frozenset("/-")
#: Languages without capitals, which write words together.
_UNCASED: Final = frozenset({"ar", "zh"})


class _Plain:
    """A text in the normal form of names, with the way back to its own offsets."""

    def __init__(self, text: str) -> None:
        plain = lowered(text)
        for printed, normal in _PLAIN:
            plain = plain.replace(printed, normal)
        self._starts, self._shifts, shift = [0], [0], 0
        pieces, last = [], 0
        at = plain.find("  ")
        while at >= 0:
            pieces.append(plain[last : at + 1])
            last = at + 2
            while plain.startswith(" ", last):
                last += 1
            shift += last - at - 1
            self._starts.append(last - shift)
            self._shifts.append(shift)
            at = plain.find("  ", last)
        self._origins = [s + by for s, by in zip(self._starts, self._shifts, strict=True)]
        self.text = "".join((*pieces, plain[last:]))

    def original(self, offset: int) -> int:
        """The offset in the text itself."""
        return offset + self._shifts[bisect_right(self._starts, offset) - 1]

    def normal(self, offset: int) -> int:
        """The offset in the normal form of a character that is kept in it."""
        return offset - self._shifts[bisect_right(self._origins, offset) - 1]


@lru_cache(maxsize=12)
def _automaton(authority: Authority, language: str) -> ahocorasick.Automaton:
    """All names of a language in normal form (Aho and Corasick, 1975).

    A name's value is its normal form and, for an acronym, the spellings in which alone it counts.
    """
    spellings: dict[str, set[str]] = {}
    for name in authority.names:
        if name.language != language or name.status == "general":
            continue
        forms = spellings.setdefault(normal_form(name.form), set())
        forms.add(name.form if _is_acronym(name.form) else "")
    automaton = ahocorasick.Automaton()
    for form, cases in spellings.items():
        automaton.add_word(form, (form, () if "" in cases else tuple(sorted(cases))))
    automaton.make_automaton()
    return automaton


def _is_acronym(form: str) -> bool:
    return " " not in form and sum(letter.isupper() for letter in form) >= 2


def mentions_in(resolution: Resolution, authority: Authority) -> Mentions:
    """All mentions in the title, the provisions and the footnotes, in text order.

    Back references ("the Fund") are among them in English texts.
    """
    language = resolution.document.language
    matcher = _automaton(authority, language)
    text = resolution.text
    spans = [span for span in spans_of(resolution) if span[1] < span[2]]
    found = []
    if len(matcher):
        places = _Places(text, matcher, anywhere=language in _UNCASED)
        for part, start, end in spans:
            for first, last, form in places.between(start, end):
                if language in _UNCASED or any(letter.isupper() for letter in text[first:last]):
                    names = authority.by_form_in[language][form]
                    found.append(_mention(part, first, last, names))
    if language != "en":
        return Mentions(found)
    return Mentions(with_references(text, spans, Mentions(found)))


class _Places:
    """Where names stand in a text, found in one search for all its parts.

    ``anywhere`` takes names inside words, for scripts that write words together.
    """

    def __init__(self, text: str, names: ahocorasick.Automaton, *, anywhere: bool) -> None:
        self._text, self._anywhere = text, anywhere
        self._plain = _Plain(text)
        self._hits = sorted(
            (last + 1 - len(form), -last - 1, form, cases)
            for last, (form, cases) in names.iter(self._plain.text)
        )
        self._firsts = [hit[0] for hit in self._hits]

    def between(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The longest names between two offsets of the text, neither of them in a run of spaces:
        start, end and normal form of each."""
        plain = self._plain
        low, limit = plain.normal(start), plain.normal(end - 1) + 1
        reached = low
        for index in range(bisect_left(self._firsts, low), bisect_left(self._firsts, limit)):
            first, minus_end, form, cases = self._hits[index]
            if first < reached or -minus_end > limit:
                continue
            if not self._anywhere and not _stands_alone(plain.text, low, first, -minus_end, limit):
                continue
            begin, stop = plain.original(first), plain.original(-minus_end - 1) + 1
            if cases and self._text[begin:stop] not in cases:
                continue
            reached = -minus_end
            yield begin, stop, form


def _stands_alone(text: str, low: int, first: int, end: int, limit: int) -> bool:
    """Whether no word of ``text[low:limit]`` goes on before or behind: "X-UNDP", "UNDP/3" are other
    names."""
    before = text[first - 1] if first > low else " "
    if before == "_" or before.isalnum() or before in _JOINED:
        return False
    after = text[end : min(end + 2, limit)]
    if not after:
        return True
    if after[0] == "-":
        return not (len(after) == 2 and (after[1].isalnum() or after[1] == "_"))
    return not (after[0].isalnum() or after[0] in "_/")


def spans_of(resolution: Resolution) -> Iterable[tuple[str, int, int]]:
    """The title, as a part of the front matter, and every other part."""
    front = resolution.front
    for part in resolution.parts:
        if part.kind is not PartKind.FRONT:
            yield part.id, part.start, part.end
        elif front.title_start >= 0:
            yield part.id, front.title_start, front.title_start + len(front.title)


def _mention(part: str, first: int, last: int, names: Sequence[Name]) -> Mention:
    things = tuple(dict.fromkeys(name.thing for name in names))
    if len(things) > 1:
        return Mention(part, first, last, "", "", things)
    return Mention(part, first, last, things[0], names[0].iri)
