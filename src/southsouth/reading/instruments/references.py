"""Back references: "the Fund", "the said Trust Fund", "the Office" after a full name.

Each is resolved inside its document to the last full name with that head noun, known or not; where
the provision that holds this name names two such things, it stays unresolved.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from southsouth.reading.instruments.mention import Mention, Mentions
from southsouth.reading.instruments.phrases import phrase_after

#: What may stand between the article and the head of a back reference.
_BEFORE: Final = re.compile(
    r"(?:\b[Tt]he|\b[Tt]his|\b[Ii]ts|\b[Tt]hat)\s+(?:(?:said|same|present|above-mentioned)\s+)?"
    r"((?:(?:Voluntary|Trust|Pledging|Special|Working|High-level|Executive)\s+){0,2})\Z"
)
#: The last words of it.
_LAST_BEFORE: Final = (
    "he",
    "his",
    "ts",
    "hat",
    "said",
    "same",
    "present",
    "above-mentioned",
    "Voluntary",
    "Trust",
    "Pledging",
    "Special",
    "Working",
    "High-level",
    "Executive",
)
_CAPITALS: Final = re.compile(r"(?:[A-Z][\w'’-]*\s+){0,6}\Z")
#: What makes a longer name of it: "the Committee on …", "the Fund Board".
_AFTER: Final = re.compile(
    r"\s+(?:established\s+)?pursuant\s+to\s|\s+(?:(?:of|for|on|against|in|at)\s+(?:the\s+)?[A-Z]|[A-Z])|[-/]\w"
)


#: Longer than any phrase.
_FAR: Final = 1000


class _Full(NamedTuple):
    """A full name that has stood: where, in which part, of which thing ("" for an unknown one).

    ``low`` is where an unknown name may begin at the earliest, -1 once its ``start`` is known.
    """

    part: str
    start: int
    end: int
    thing: str
    low: int = -1


def with_references(
    text: str,
    spans: Iterable[tuple[str, int, int]],
    mentions: Mentions,
    heads: Sequence[tuple[int, int]],
) -> list[Mention]:
    """The mentions and the back references to them; ``heads`` are the head nouns with capitals.

    A reference has no ``name`` of its own; ``full`` is the span of the name that it points to, and
    ``thing`` is "" where no authority record knows that name: then the span ends with its head.
    """
    found = list(mentions)
    names: dict[str, list[_Full]] = {}
    heads, pointing = _heads_referred_to(text, heads)
    starts = [first for first, _ in heads]
    for part, start, end in spans:
        for first, last in heads[bisect_left(starts, start) : bisect_left(starts, end)]:
            named = names.setdefault(text[first:last], [])
            mention = mentions.at(first)
            if mention is not None:
                named.append(_Full(part, mention.start, mention.end, mention.thing))
                continue
            before = None
            if first in pointing:
                before = _BEFORE.search(text, max(start, first - 60), first)
            if before is None or _AFTER.match(text, last, end):
                named.append(_Full(part, first, last, "", max(start, first - 80)))
                continue
            referred = _referred(text, named, before[1].split(), first) if named else None
            if referred is not None:
                found.append(
                    Mention(
                        part,
                        before.start(1),
                        last,
                        referred.thing,
                        "",
                        full=(referred.start, referred.end),
                    )
                )
    return found


def _heads_referred_to(
    text: str, heads: Sequence[tuple[int, int]]
) -> tuple[list[tuple[int, int]], set[int]]:
    """The heads without those whose noun no back reference has; and where those heads begin that
    have words before them as that of a reference has."""
    pointing = {
        first
        for first, _ in heads
        if text[max(0, first - 60) : first].rstrip().endswith(_LAST_BEFORE)
    }
    nouns = {text[first:last] for first, last in heads if first in pointing}
    return [(first, last) for first, last in heads if text[first:last] in nouns], pointing


def _begun(text: str, name: _Full) -> _Full:
    """An unknown name with the capitals before its head noun; few names are referred to, so this
    is not looked for before one is."""
    if name.low < 0:
        return name
    return _Full(name.part, _capitals_before(text, name.low, name.start), name.end, "")


@lru_cache(maxsize=1024)
def _capitals_before(text: str, low: int, start: int) -> int:
    before = _CAPITALS.search(text, low, start)
    return before.start() if before else start


def whole_end(text: str, start: int, end: int, limit: int) -> int:
    """Where an unknown name ends whose head noun ends at ``end``, with what follows its head:
    "Committee on Wells"."""
    # what stands further on changes nothing, so that a name that is often referred to is read once
    paragraph = text.find("\n\n", end, min(limit, start + _FAR))
    limit = paragraph if paragraph >= 0 else min(limit, start + _FAR)
    return max(end, _phrase_end(text, start, limit))


@lru_cache(maxsize=1024)
def _phrase_end(text: str, start: int, limit: int) -> int:
    phrase = phrase_after(text, start, limit)
    return phrase.end if phrase else -1


def _referred(text: str, names: Sequence[_Full], words: Sequence[str], limit: int) -> _Full | None:
    """The last name that fits; None where there is none or where its part names another one."""
    last: _Full | None = None
    for name in reversed(names[-6:]):
        if last is not None and name.part != last.part:
            continue
        full = _begun(text, name)
        if not all(word in text[full.start : full.end] for word in words):
            continue
        if last is None:
            last = full
        elif not _same(text, last, full, limit):
            return None
    return last


def _same(text: str, one: _Full, other: _Full, limit: int) -> bool:
    if one.thing or other.thing:
        return one.thing == other.thing
    first, second = (
        text[name.start : whole_end(text, name.start, name.end, limit)] for name in (one, other)
    )
    return first == second
