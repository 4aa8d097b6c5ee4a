"""Mentions: every place where a known name stands, the longest name first, and what points back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

from southsouth.reading.instruments.authority import Authority, Name
from southsouth.reading.instruments.known import UNCASED, known_words
from southsouth.reading.instruments.mention import Mention, Mentions
from southsouth.reading.instruments.references import with_references
from southsouth.reading.structure.model import PartKind, Resolution

__all__ = ["Mention", "Mentions", "mentions_in", "spans_of"]

_DASHES: Final = frozenset("-‐‑‒–—−")
#: What joins a word to the one behind it.
_JOINING: Final = _DASHES | {"/", "_"}


def mentions_in(resolution: Resolution, authority: Authority) -> Mentions:
    """All mentions in the title, the provisions and the footnotes, in text order.

    Back references ("the Fund") are among them in English texts.
    """
    language = resolution.document.language
    text = resolution.text
    spans = [span for span in spans_of(resolution) if span[1] < span[2]]
    known = known_words(text, authority, language)
    hits, firsts = known.names, [first for first, _, _ in known.names]
    found = []
    for part, start, end in spans:
        reached = start
        for first, minus_last, form in hits[bisect_left(firsts, start) : bisect_left(firsts, end)]:
            last = -minus_last
            if first < reached or last > end:
                continue
            if language not in UNCASED and not _stands_alone(text, start, first, last, end):
                continue
            reached = last
            if language in UNCASED or any(letter.isupper() for letter in text[first:last]):
                found.append(_mention(part, first, last, authority.by_form_in[language][form]))
    if language != "en":
        return Mentions(found)
    return Mentions(with_references(text, spans, Mentions(found), known.heads))


def _stands_alone(text: str, low: int, first: int, end: int, limit: int) -> bool:
    """Whether no word of ``text[low:limit]`` goes on before or behind: "X-UNDP", "UNDP/3" are other
    names."""
    if first > low and (text[first - 1] in _JOINING or text[first - 1].isalnum()):
        return False
    after = text[end : min(end + 2, limit)]
    if not after:
        return True
    if after[0] in _DASHES:
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
