"""A clause around a word of change, and what all alternations read in it: the second role behind a
preposition, the nouns that stand for a thing. All offsets are those of a masked text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from southsouth.reading.instruments.candidates import (
    NO_LINK,
    clause_end,
    clause_start,
    more,
    pairs,
    phrase_at,
)
from southsouth.reading.instruments.phrases import Phrase
from southsouth.reading.instruments.predicate import NOUNS, Predicate

#: A further new name: "…, and most recently into the Wells Office".
AGAIN: Final = re.compile(
    r"\s+and\s+(?:(?:most(?:\s+recently)?|subsequently|later|then|finally)\s+)?(?:renamed\s+)?(?:into|to|as)\s+"
)


#: The name of what others are merged into.
CALLED: Final = re.compile(r",?\s+to\s+be\s+(?:called|named|known\s+as)(?=\s+(?:the\s|[“\"A-Z]))")


ARTICLE: Final = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Tt]his|[Tt]hat|any|such)\s+\Z")


BE: Final = re.compile(
    r"\b(?P<aux>(?:shall|will|would|should|could|may|might|can|must|to|need\s+to|needs\s+to)"
    r"(?:\s+not)?(?:,\s+[a-z]+,)?\s+be|(?:is|are)\s+(?:being|to\s+be|hereby)|(?:was|were)\s+to\s+be"
    r"|is|are|was|were|has\s+been|have\s+been|had\s+been|having\s+been|be|been|being)"
    r"(?:,?\s+(?!the\b|an?\b|as\b|with\b|in\b|to\b)[a-z-]+(?:ed|ly|up|en|un)(?:\s+(?:up|out|over|down))?,?(?:\s+and)?"
    r"|\s+(?:first|therefore))?\s*\Z"
)


HAVE: Final = re.compile(r"\b(?:has|have|had|having)\s*(?:[a-z]+ed\s+and\s*)?\Z")


BY: Final = (
    r"(?:(?:,\s+[a-z-]+){0,4},?\s+(?:and|or)\s+(?:the\s+)?(?:(?!the\b)[a-z-]+\s+){0,2}?[a-z-]+)?"
    r"(?:(?:,\s[^,;]{1,60},|\s+(?:by|at|in|within|under|on|for|as|with)\s+(?:(?!\sto\s)[^,;]){1,70}?)?)"
)


WHICH: Final = re.compile(
    r"\b(?:which|that|who|and|or|it|they|to|of|for|in|with|by|from|on|at|all|other|more)\s*\Z"
)


OBJECT_BEGINS: Final = re.compile(
    r"\s+(?:the|an?|its|it|them|one|two|three|such|that|this|those|these|their|both)\b|\s+[A-Z“\"]"
)


#: What may stand between a name and its verb or participle.
RELATIVE: Final = re.compile(
    r",?\s*(?:\b(?:which|that|who|as|since|later)\b)?\s*(?:\b(?:to|and)\b)?\s*\Z"
)


_TOO: Final = re.compile(r",?\s+and\s+(?=the\s|[A-Z“])")


#: Longer than what stands between a phrase and the verb that it belongs to.
_LAST: Final = 90


class Clause(NamedTuple):
    """A trigger in its clause: ``start`` to ``end`` is the word, ``low`` to ``limit`` the clause
    around it; nothing before ``floor`` belongs to a name."""

    text: str
    floor: int
    low: int
    start: int
    end: int
    limit: int


class Reading(NamedTuple):
    """A predicate with its roles. ``its`` says that the first role is what "its" refers to, ``far``
    that a role is still to be found further back."""

    predicate: Predicate
    voice: str
    roles: dict[str, tuple[Phrase, ...]]
    start: int
    end: int
    aux: str = ""
    its: bool = False
    far: str = ""


def ends(pattern: re.Pattern[str], clause: Clause, at: int) -> re.Match[str] | None:
    """What a pattern finds that ends at ``at``, in the last words before it."""
    return pattern.search(clause.text, max(clause.low, at - _LAST), at)


def clause_at(text: str, floor: int, start: int, end: int) -> Clause:
    low = clause_start(text, start, floor)
    return Clause(text, floor, low, start, end, clause_end(text, end, len(text)))


@cache
def nouns(name: str) -> re.Pattern[str]:
    """The nouns that stand for a thing, with what stands around them: "the role and the existing
    responsibilities of"."""
    noun = NOUNS[name]
    other = "of|security|support|logistics?|logistical"  # "full security responsibility of"
    own = r"(?:(?:the|its|their|all|any|those)\s+)?"
    one = rf"{own}(?:(?!(?:{other})\b)[a-z-]+,?\s+){{0,4}}?(?:{noun})"
    return re.compile(
        rf"\s*{one}(?:(?:,|,?\s+and|\s+or|\s+as\s+well\s+as)\s+{one})*"
        r"(?:\s+(?:of|from|prescribed\s+for|assigned\s+to|allocated\s+to|entrusted\s+to|performed\s+by"
        r"|carried\s+out\s+by|held\s+by|formerly\s+of)(?:\s+both)?(?=\s)|(?P<end>(?=\s|,|;|\.|$)))"
    )


@cache
def its_nouns(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:its|their)\s+(?:[a-z-]+\s+){{0,2}}?(?:{NOUNS[name]})"
        rf"(?:(?:,|,?\s+and)\s+(?:[a-z-]+\s+){{0,2}}?(?:{NOUNS[name]}))*(?=[\s,;.])"
    )


def _of_several(row: Predicate, own: re.Match[str]) -> bool:
    """Whether "their functions" are those of several bodies, of which one name tells nothing."""
    return row.kind == "succeed" and own[0].lstrip().startswith("their")


def behind(clause: Clause, row: Predicate, at: int) -> Iterator[tuple[int, bool]]:
    """Where what the verb acts on begins, and whether it is "its" owner instead."""
    if not row.of:
        yield at, False
        return
    own = its_nouns(row.of).match(clause.text, at, clause.limit)
    if own and (row.verb == "undertakes" or _of_several(row, own)):
        return  # its own, not another's
    if own:
        yield own.end(), True
        return
    found = nouns(row.of).match(clause.text, at, clause.limit)
    if found and found["end"] is None:
        yield found.end(), False
    elif (owner := _owning(clause, row, at)) is not None:
        yield owner, False


@cache
def _owner_of(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:the\s+)?(?P<name>[A-Z][^;:,’']{{1,80}}?)[’']s?\s+(?:[a-z]+\s+)?(?:{NOUNS[name]})\b"
    )


def _owning(clause: Clause, row: Predicate, at: int) -> int | None:
    """Where a name begins that has the noun: "terminate the Mission’s mandate"."""
    found = _owner_of(row.of).match(clause.text, at, clause.limit)
    return found.start("name") if found else None


def reach(listed: tuple[Phrase, ...]) -> int:
    return listed[0].after


@cache
def link(links: str) -> re.Pattern[str]:
    words = [r"\s+".join(link.split()) for link in links.split("|") if link != "-"]
    plain = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:,[^,;]{{1,80}},)?\s*(?:{plain})(?=\s)" if plain else r"(?!)")


@cache
def _distant(links: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?!,\s+and\s+to\s)[^;:]){{0,200}}?{NO_LINK}{link(links).pattern}")


_OPENING: Final = re.compile(r"\s+(?=(?:the|an?)\s|[“\"‘A-Z])")
_BY_OR_WITH: Final = re.compile(r"\s*(?:by|with)(?=\s)")


def linked(clause: Clause, row: Predicate, at: int) -> Iterator[tuple[Phrase, ...]]:
    """What a preposition of the row joins right behind ``at``."""
    text, limit = clause.text, clause.limit
    links = row.links.split("|")
    if found := link(row.links).match(text, at, limit):
        phrase = phrase_at(text, found.end(), limit)
        if phrase is not None:
            yield (phrase, *more(text, phrase, limit))
    if "-" in links:
        opening = _OPENING.match(text, at, limit)
        phrase = phrase_at(text, opening.end(), limit) if opening else None
        if phrase is not None:
            yield (phrase, *more(text, phrase, limit))
    if row.second == "new" and (found := _distant(row.links).match(text, at, limit)):
        phrase = phrase_at(text, found.end(), limit)
        into = found[0].endswith("into")
        if phrase is not None and (into or text[phrase.start].isupper()):
            yield (phrase, *more(text, phrase, limit))


def by(clause: Clause, at: int) -> Iterator[tuple[Phrase, ...]]:
    found = _BY_OR_WITH.match(clause.text, at, clause.limit)
    phrase = phrase_at(clause.text, found.end(), clause.limit) if found else None
    if phrase is not None:
        yield (phrase, *more(clause.text, phrase, clause.limit))


def renamed_too(
    clause: Clause, row: Predicate, first: tuple[Phrase, ...], second: tuple[Phrase, ...]
) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """The pairs of a list: "rename X as Y and Z as W"."""
    if row.kind != "rename" or len(first) != 1:
        return first, second
    old: tuple[Phrase, ...] = first[:1]
    new: tuple[Phrase, ...] = second[:1]
    while joint := _TOO.match(clause.text, new[-1].after, clause.limit):
        following = next(pairs(clause.text, joint.end(), clause.limit, row.links), None)
        if following is None or len(following.first) > 1:
            break
        old, new = (*old, following.first[0]), (*new, following.second[0])
    return (old, new) if len(old) > 1 else (first, second)
