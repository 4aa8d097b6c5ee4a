"""Gates: whether it is worth while to look at a word of the lexicon where it stands. They add no
meaning: what they turn away could not be read."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Final, NamedTuple

from southsouth.reading.instruments.clause import BE, HAVE, OBJECT_BEGINS
from southsouth.reading.instruments.identity import HEAD_WORDS
from southsouth.reading.instruments.known import Known
from southsouth.reading.instruments.lexicon import BASE, GERUND, NOUN, PAST, THIRD, Use, uses
from southsouth.reading.instruments.predicate import NOUNS, Predicate

#: What follows a noun of change, or stands before it.
_OF: Final = re.compile(
    r"(?:(?:,\s+[a-z-]+){0,4},?\s+(?:and|or)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}?[a-z-]+)?(?:\s*\([^)]{1,60}\))?"
    r"(?:,[^,;]{1,80},|\s+(?:by|at|in|within|under|on|for|as|with)\b(?:(?!\sto\s)[^,;]){1,80}?){0,2}?"
    r"\s+(?:of|from|in)\b"
)
_FROM: Final = re.compile(
    r"[^,;]{0,60}?\s(?:from|to|into)\s+(?:(?:the|an?)\s+)?(?:[a-z-]+\s+){0,3}[A-Z]"
)
_OWNED: Final = re.compile(
    r"(?:\b[Ii]ts|\b[Tt]heir|[’']s?)\s+(?:[a-z-]+,?\s+){0,4}\Z|[A-Z]{4}\s+(?:[a-z]+\s+and\s+)?\Z"
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
#: Words that a thing in small letters has behind a verb.
_HEADS: Final = HEAD_WORDS | {"it", "them"}
#: A capital or quotation mark of some other name than those that any sentence has.
_CAPITAL: Final = re.compile(
    r"(?<![\w-])(?!(?:Member\s+)?States?\b|Governments?\b|Secretary-General\b|Part(?:y|ies)\b|General\s+Assembly"
    r"|(?<=General\s)Assembly|United\s+Nations|(?<=United\s)Nations|Security\s+Council"
    r"|(?<=Security\s)Council)[A-Z\d“\"‘«]"
)
_BREAK: Final = re.compile(r"[;:.](?=\s)")
_NO_LETTERS: Final = str.maketrans(dict.fromkeys(",()[]“”\"‘’'/;:.", " "))
#: Needs of a predicate that only what has such a head or capital meets.
_THINGS: Final = frozenset({"founded", "thing", "ended", "body", "indefinite"})
#: How far the head of an object may stand from its verb, and a preposition from its participle.
_OBJECT: Final = 360
_LINKED: Final = 160
#: How far the functions of a thing may stand from a verb that acts on them.
_FUNCTIONS: Final = 200
#: What a participle with another preposition goes on with: "designated by the Committee as".
_OTHER_LINK: Final = re.compile(r"\s+(?:by|under|pursuant|for|to)\b")
#: What a new name begins with, right behind "designated" or "named", or behind "as".
_TITLE: Final = re.compile(r"[^;]{0,40}?\s(?:the\s|an?\s|[“\"‘A-Z])|[^;:]{0,220}\sas\s")
#: Needs of a predicate that only what has a name meets.
_NAMED: Final = frozenset(
    {"known", "merging", "names", "both", "title", "name", "same head", "named body"}
)
#: What stands before a participle that only describes and before a noun.
_DETERMINERS: Final = tuple(
    f"{before}{word} "
    for word in ("the", "a", "an", "its", "their", "this", "that", "any", "such", "The", "A", "An")
    for before in (" ", "\n")
)
_ACTIVE: Final = frozenset({BASE, THIRD, GERUND})
#: How far a role may stand from its verb.
_BEFORE: Final = 250
_BEHIND: Final = 450
_NEAR: Final = 70


class Place(NamedTuple):
    """A word of the lexicon in a part, and what is known around it: ``stop`` is where its clause
    ends, ``limit`` as far as is looked for what stands behind it."""

    text: str
    low: int
    start: int
    end: int
    stop: int
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
    of_word = uses().get(word)
    if of_word is None:
        return ()
    end = start + len(word)
    low, limit = max(low, start - _BEFORE), min(limit, end + _BEHIND)
    stop = _BREAK.search(text, end, limit)
    place = Place(text, low, start, end, stop.start() if stop else limit, limit, known)
    # what is quickly told comes first
    return tuple(
        use
        for use in of_word
        if _has_roles(place, use) and _form_stands(place, use) and _has_needs(place, use)
    )


def _form_stands(place: Place, use: Use) -> bool:
    """Whether the word can be that form where it stands."""
    row, form = use
    if form == NOUN:
        return _noun_of_change(place, row)
    if form == PAST:
        return _participle_stands(place, row)
    if form != GERUND and place.text.endswith(_DETERMINERS, place.low, place.start):
        return False  # "in the form of"
    return _verb_stands(place, use)


def _has_needs(place: Place, use: Use) -> bool:
    """Whether what the roles need stands around."""
    row = use.predicate
    if row.voices == "participle":  # what is told of stands before it
        place = place._replace(end=place.start, stop=place.start)
    behind = _all_behind(place, use)
    if row.needs in _THINGS:
        return not behind or _has_thing(place)
    low = place.end if behind else place.low
    limit = place.stop if behind else place.limit
    if row.needs in {"meeting", "named meeting"}:
        return _MEETING.search(place.text, low, limit) is not None
    if row.needs in _NAMED and not _has_name(place, low, limit, near=row.needs == "known"):
        return row.needs == "merging" and bool(_ONE.search(place.text, place.end, place.limit))
    return True


def _all_behind(place: Place, use: Use) -> bool:
    """Whether all roles stand behind the word: those of a verb in the active whose agent is none,
    and of a noun that nothing before it owns."""
    text, row = place.text, use.predicate
    if row.agent or row.needs == "known" or not row.patient or use.form == PAST:
        return False
    if text.find("which", place.low, place.start) >= 0:
        return False
    if use.form == NOUN and not _OF.match(text, place.end, place.limit):
        return False
    if use.form not in {NOUN, GERUND}:
        return True
    return _OWNED.search(text, max(place.low, place.start - 60), place.start) is None


def _participle_stands(place: Place, row: Predicate) -> bool:
    text, end = place.text, place.end
    if row.patient and not row.agent and "participle" not in row.voices:
        if not _finite(place, row):
            return False
    elif row.links and row.wanted and text.endswith(_DETERMINERS, place.low, place.start):
        return False  # "an integrated approach"
    if row.needs == "same head":
        return _TITLE.match(text, end, place.limit) is not None
    if row.needs == "meeting" and text.endswith("to be ", 0, place.start):
        return False
    if row.second == "new" or not row.links or not row.wanted or row.voices == "participle":
        return True
    other = _OTHER_LINK.match(text, end, place.limit)
    return other is None or other[0].strip() in row.links.split("|")


def _has_thing(place: Place) -> bool:
    """Whether a thing stands behind a verb or noun, in whatever letters."""
    text, end = place.text, min(place.stop, place.end + _OBJECT)
    if _CAPITAL.search(text, place.end, end):
        return True
    return not _HEADS.isdisjoint(text[place.end : end].translate(_NO_LETTERS).split())


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


def _has_name(place: Place, low: int, limit: int, *, near: bool) -> bool:
    """Whether a known name, a capitalised head noun or an acronym stands there; ``near`` the
    word, where only a known name counts."""
    if near:
        low = max(place.low, place.start - _NEAR)
        limit = min(place.limit, place.end + (_NEAR if place.end > place.start else 0))
    for spans in (place.known.names, place.known.heads):
        at = bisect_left(spans, (low,))
        if at < len(spans) and spans[at][0] < limit:
            return True
    return not near and _ACRONYM.search(place.text, low, limit) is not None


def _has_roles(place: Place, use: Use) -> bool:
    """Whether a second role can be joined, and the nouns stand there that speak of a thing."""
    row, text = use.predicate, place.text
    if row.of:
        low = place.end if use.form in _ACTIVE else place.low
        far = place.end + _FUNCTIONS if use.form in _ACTIVE else place.limit
        if _nouns(row.of).search(text, low, far) is None:
            return False
    second = _second(row)
    if second is None:
        return True
    near = use.form == PAST and row.second != "new"
    limit = min(place.stop, place.end + _LINKED) if near else place.stop
    if second.search(text, place.end - 1, limit):
        return True
    return text.find("which", place.low, place.start) >= 0
