"""Gates: whether it is worth while to look at a word of the lexicon where it stands. They add no
meaning: what they turn away could not be read."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Final, NamedTuple

from southsouth.reading.instruments.clause import BE, HAVE, OBJECT_BEGINS
from southsouth.reading.instruments.known import Known
from southsouth.reading.instruments.lexicon import BASE, GERUND, NOUN, PAST, THIRD, Use, uses
from southsouth.reading.instruments.predicate import NOUNS, Predicate

#: What follows a noun of change, or stands before it.
_OF: Final = re.compile(
    r"(?:,?\s+(?:and|or)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}?[a-z-]+)?(?:\s*\([^)]{1,60}\))?"
    r"(?:,[^,;]{1,80},|\s+(?:by|at|in|within|under|on|for|as|with)\b(?:(?!\sto\s)[^,;]){1,80}?){0,2}?"
    r"\s+(?:of|from|in)\b"
)
_FROM: Final = re.compile(
    r"[^,;]{0,60}?\s(?:from|to|into)\s+(?:(?:the|an?)\s+)?(?:[a-z-]+\s+){0,3}[A-Z]"
)
_OWNED: Final = re.compile(
    r"(?:\b[Ii]ts|\b[Tt]heir|[’']s?)\s+(?:[a-z-]+,?\s+){0,4}\Z|[A-Z]{4}\s+\Z"
)
#: What an object begins with, and what may stand before it; things of which there are several are
#: not founded, closed or merged: "creating jobs", "establish close relations".
_BEHIND_VERB: Final = re.compile(
    r"[,;.:(]|\Z|\s+(?:[A-Z\d“\"‘«(]|(?:the|an?|and|or|and/or|its?|their|them|such|one|two|three|both|all|this"
    r"|that|these|those|any|another|each|our|within|into|in|at|under|by|through|as|for|with|from|on|of|to"
    r"|pursuant|among|between|along|inter|no|not|without|upon|together|[a-z]+ly|also|further|new"
    r"|henceforth|forthwith|soon)\b)"
)
_BARE: Final = re.compile(
    r"(?:\b(?:to|and|or|will|shall|should|would|may|must|can|could|[a-z]+ly)|,|\A|[.:)])\s*\Z",
    re.IGNORECASE,
)
#: What things without a name of their own can be merged into.
_ONE: Final = re.compile(r"\s(?:one\b|an?\s+single\s)")
_ACRONYM: Final = re.compile(r"\b[A-Z][A-Z-]{2,}\b|“")
_MEETING: Final = re.compile(
    r"\b(?:conference|summit|congress|meeting|forum|dialogue|group|segment|review|force|panel|team"
    r"|party|coalition|partnership)",
    re.IGNORECASE,
)
#: Needs of a predicate that only what has a name meets.
_NAMED: Final = frozenset({"known", "merging", "names", "both", "title", "name", "same head"})
_ACTIVE: Final = frozenset({BASE, THIRD, GERUND})
#: How far a role may stand from its verb.
_BEFORE: Final = 250
_BEHIND: Final = 450
_NEAR: Final = 70


class Place(NamedTuple):
    """A word of the lexicon in a part, and what is known around it."""

    text: str
    low: int
    start: int
    end: int
    limit: int
    known: Known


@cache
def _second(row: Predicate) -> re.Pattern[str] | None:
    """What stands behind a verb whose second role a preposition joins, or before it."""
    if row.agent or not row.wanted or "-" in row.links.split("|") or not row.links:
        return None
    words = "|".join(r"\s+".join(link.split()) for link in row.links.split("|"))
    return re.compile(rf"\s(?:{words})\s")


@cache
def _nouns(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{NOUNS[name]})\b")


def uses_at(
    text: str, low: int, start: int, limit: int, word: str, known: Known
) -> tuple[Use, ...]:
    """The uses of the word of the lexicon at ``start`` that can have their roles around it."""
    end = start + len(word)
    low, limit = max(low, start - _BEFORE), min(limit, end + _BEHIND)
    place = Place(text, low, start, end, limit, known)
    return tuple(use for use in uses().get(word, ()) if _may(place, use))


def _may(place: Place, use: Use) -> bool:
    row = use.predicate
    if use.form == NOUN and not _noun_of_change(place, row):
        return False
    if use.form in _ACTIVE and not _verb_stands(place, use):
        return False
    plain = use.form == PAST and row.patient and not row.agent
    if plain and "participle" not in row.voices and not _finite(place, row):
        return False
    if row.voices == "participle":  # what is told of stands before it
        place = place._replace(end=place.start)
    if row.needs in _NAMED and not _has_name(place, near=row.needs == "known"):
        return row.needs == "merging" and bool(_ONE.search(place.text, place.end, place.limit))
    if row.needs == "meeting" and not _MEETING.search(place.text, place.low, place.limit):
        return False
    return _has_roles(place, row)


def _verb_stands(place: Place, use: Use) -> bool:
    """Whether a verb in the active has what an object begins with behind it."""
    row, text = use.predicate, place.text
    if row.agent == "subject" and row.patient:
        return text.endswith("together ", 0, place.start)
    if row.agent or not row.patient or row.of or row.needs == "known":
        return True
    bare = use.form == BASE and "bare" in row.less.split()
    if bare and not _BARE.search(text, max(place.low, place.start - 12), place.start):
        return False
    return _BEHIND_VERB.match(text, place.end) is not None


def _noun_of_change(place: Place, row: Predicate) -> bool:
    if row.before == "from":
        return _FROM.match(place.text, place.end, place.limit) is not None
    if _OF.match(place.text, place.end, place.limit):
        return True
    return bool(_OWNED.search(place.text, max(place.low, place.start - 60), place.start))


def _finite(place: Place, row: Predicate) -> bool:
    """Whether a past form can be finite or passive: "was held", "has held", "held a conference"."""
    text, low, start = place.text, max(place.low, place.start - 70), place.start
    if "active" not in row.voices:
        return BE.search(text, low, start) is not None
    if OBJECT_BEGINS.match(text, place.end, place.limit):
        return True
    return bool(BE.search(text, low, start) or HAVE.search(text, low, start))


def _has_name(place: Place, *, near: bool) -> bool:
    """Whether a known name, a capitalised head noun or an acronym stands around; ``near`` the
    word, where only a known name counts."""
    low = max(place.low, place.start - _NEAR) if near else place.low
    beyond = place.end + (_NEAR if place.end > place.start else 0)
    limit = min(place.limit, beyond) if near else place.limit
    for spans in (place.known.names, place.known.heads):
        at = bisect_left(spans, (low,))
        if at < len(spans) and spans[at][0] < limit:
            return True
    return not near and _ACRONYM.search(place.text, place.low, place.limit) is not None


def _has_roles(place: Place, row: Predicate) -> bool:
    second = _second(row)
    behind = second is None or second.search(place.text, place.end - 1, place.limit)
    if not behind and place.text.find("which", place.low, place.start) < 0:
        return False
    return not row.of or _nouns(row.of).search(place.text, place.low, place.limit) is not None
