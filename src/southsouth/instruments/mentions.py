"""Mentions: every place where a known name stands, the longest name first, and what points back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

import ahocorasick  # type: ignore[import-not-found]  # has no stubs

from southsouth.instruments.authority import Authority, Name, normal_form
from southsouth.instruments.mention import Mention, Mentions
from southsouth.instruments.references import with_references
from southsouth.structure.model import PartKind, Resolution

__all__ = ["Mention", "Mentions", "mentions_in", "spans_of"]

#: One character for each, so that offsets stay: kinds of dashes, apostrophes and spaces.
_PLAIN: Final = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-") | {"’": "'", "\n": " ", "\t": " ", "\u00a0": " "}
)
_SPACES: Final = re.compile(r" {2,}")
_JOINED: Final = frozenset("/-")
#: Languages without capitals, which write words together.
_UNCASED: Final = frozenset({"ar", "zh"})


def _lower(text: str) -> str:
    """``text`` in small letters, each character one character."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


class _Plain:
    """A text in the normal form of names, with the way back to its own offsets."""

    def __init__(self, text: str) -> None:
        plain = _lower(text.translate(_PLAIN))
        self._starts, self._shifts, shift = [0], [0], 0
        pieces, last = [], 0
        for run in _SPACES.finditer(plain):
            pieces.append(plain[last : run.start() + 1])
            last = run.end()
            shift += last - run.start() - 1
            self._starts.append(last - shift)
            self._shifts.append(shift)
        self.text = "".join((*pieces, plain[last:]))

    def original(self, offset: int) -> int:
        """The offset in the text itself."""
        return offset + self._shifts[bisect_right(self._starts, offset) - 1]


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
    for part, start, end in spans if len(matcher) else ():
        for first, last, form in _places(text, start, end, matcher, language in _UNCASED):
            if language in _UNCASED or any(letter.isupper() for letter in text[first:last]):
                found.append(_mention(part, first, last, authority.by_form_in[language][form]))
    if language != "en":
        return Mentions(found)
    return Mentions(with_references(text, spans, Mentions(found)))


def _places(
    text: str, start: int, end: int, automaton: ahocorasick.Automaton, anywhere: bool
) -> Iterator[tuple[int, int, str]]:
    """The longest names between two offsets of ``text``: start, end and normal form of each.

    ``anywhere`` takes names inside words, for scripts that write words together.
    """
    plain = _Plain(text[start:end])
    hits = []
    for last, (form, cases) in automaton.iter(plain.text):
        first = last + 1 - len(form)
        if anywhere or _stands_alone(plain.text, first, last + 1):
            hits.append((first, -last - 1, form, cases))
    hits.sort()
    reached = 0
    for first, minus_end, form, cases in hits:
        if first < reached:
            continue
        begin, stop = start + plain.original(first), start + plain.original(-minus_end - 1) + 1
        if cases and text[begin:stop] not in cases:
            continue
        reached = -minus_end
        yield begin, stop, form


def _stands_alone(text: str, first: int, end: int) -> bool:
    """Whether no word goes on before or behind: "X-UNDP", "UNDP/3" are other names."""
    before = text[first - 1] if first else " "
    if before == "_" or before.isalnum() or before in _JOINED:
        return False
    after = text[end : end + 2]
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
