"""Discovery: full names of instruments and bodies that no authority record knows.

A name is a phrase with a capitalised head noun ("Fund", "Programme of Action") and more than the
head: words before it or what it is for. Its class is that of its head. English only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from southsouth.reading.instruments.heads import head_of, kind_of
from southsouth.reading.instruments.known import capitalised_heads
from southsouth.reading.instruments.mention import Mentions
from southsouth.reading.instruments.mentions import spans_of
from southsouth.reading.instruments.phrases import phrase_after
from southsouth.reading.structure.model import Resolution
from southsouth.un.dates import MONTHS


@dataclass(frozen=True, slots=True)
class Discovered:
    """An unknown name at one place: its span in the reading text, its class of the vocabulary and
    the acronym printed in brackets behind it, "" without one."""

    part: str
    start: int
    end: int
    kind: str
    acronym: str


_WORD: Final = r"(?:[A-Z][\w'’‑-]*|[a-z]+[-‑][A-Z][\w'’‑-]*|\d+[-‑][A-Z]\w*)"
#: The words before a head: capitals, what links them, and a list ("Educational, Scientific and").
_BEFORE: Final = re.compile(
    rf"(?:{_WORD}(?:\s+{_WORD}){{0,4}}(?:,\s+{_WORD}){{1,3}},?\s+and\s+(?:{_WORD}\s+){{1,3}}"
    rf"|(?:{_WORD}\s+(?:(?:and|of|for|on)\s+(?:the\s+)?(?=[A-Z]))?){{0,7}})\Z"
)
_ACRONYM: Final = re.compile(r"\s+\([“\"]?([A-Z][\w-]*[A-Z][\w-]*)[”\"]?\)")
#: Capitals before a name that are none of it: a participle that opens a paragraph, a month, the
#: number of a section.
_OPENING: Final = re.compile(
    r"(?:[A-Z][a-z]+ing|Also|Further|In|At|On|By|For|To|See|The|This|These|Such|Its|Under|With"
    rf"|{'|'.join(MONTHS)}|[IVXLC]+)\s+"
)
_LONGEST: Final = 200


def discover(resolution: Resolution, mentions: Mentions) -> Iterator[Discovered]:
    """The names of a document that are not among its ``mentions``, in text order."""
    text = resolution.text
    if resolution.document.language != "en":
        return
    heads = capitalised_heads(text)
    starts = [head for head, _ in heads]
    opened = {part.id: part.phrase_end for part in resolution.parts}
    for part, first, end in spans_of(resolution):
        start = max(first, opened[part])  # "Encourages Member States": no name begins with the verb
        reached = start
        for head in heads[bisect_left(starts, start) : bisect_left(starts, end)]:
            if text[slice(*head)] == "Nations" or head[0] < reached or mentions.at(head[0]):
                continue
            found = _name_around(text, part, head, reached, end)
            if found is not None and mentions.at(found.start) is None:
                reached = found.end
                yield found


def _name_around(
    text: str, part: str, head: tuple[int, int], low: int, limit: int
) -> Discovered | None:
    before = _BEFORE.search(text, max(low, head[0] - 120), head[0])
    begin = before.start() if before else head[0]
    while opening := _OPENING.match(text, begin, head[0]):
        begin = opening.end()
    phrase = phrase_after(text, begin, limit)
    if phrase is None or phrase.end < head[1]:
        return None
    words = text[phrase.start : phrase.end]
    kind = kind_of(words)
    if not kind or not head_of(words)[:1].isupper() or not _is_full(words, text[slice(*head)]):
        return None
    acronym = _ACRONYM.match(text, phrase.end, limit)
    return Discovered(part, phrase.start, phrase.end, kind, acronym[1] if acronym else "")


def _is_full(words: str, head: str) -> bool:
    """Whether a phrase is more than a head noun: it has another capital besides it."""
    rest = words.replace(head, " ", 1).split()
    return len(words) < _LONGEST and any(word[0].isupper() for word in rest)
