"""Gates: whether it is worth while to look at a word of the lexicon where it stands. They add no
meaning: what they turn away could not be read."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from southsouth.reading.instruments.lexicon import NOUN, Use, uses
from southsouth.reading.instruments.predicate import NOUNS, Predicate

#: What follows a noun of change, or stands before it.
_OF: Final = re.compile(
    r"(?:,?\s+(?:and|or)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}?[a-z-]+)?(?:\s*\([^)]{1,60}\))?"
    r"(?:,[^,;]{1,80},|\s+(?:by|at|in|within|under|on|for|as|with)\b(?:(?!\sto\s)[^,;]){1,80}?)?\s+(?:of|from|in)\b"
)
_FROM: Final = re.compile(r"[^,;]{0,60}\s(?:from|to|into)\s")
_OWNED: Final = re.compile(r"(?:\b[Ii]ts|\b[Tt]heir|[’']s?)\s+(?:[a-z-]+,?\s+){0,4}\Z")
#: How far a role may stand from its verb.
_BEFORE: Final = 250
_BEHIND: Final = 450


@cache
def _second(row: Predicate) -> re.Pattern[str] | None:
    """What stands somewhere around a verb whose second role a preposition joins."""
    if row.agent or not row.wanted or "-" in row.links.split("|") or not row.links:
        return None
    words = "|".join(r"\s+".join(link.split()) for link in row.links.split("|"))
    return re.compile(rf"\s(?:{words})\s")


@cache
def _nouns(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{NOUNS[name]})\b")


def may_say(text: str, low: int, start: int, end: int, limit: int, word: str) -> bool:
    """Whether the word of the lexicon at ``start`` to ``end`` can have its roles around it."""
    low, limit = max(low, start - _BEFORE), min(limit, end + _BEHIND)
    return any(_may(text, low, start, end, limit, use) for use in uses().get(word, ()))


def _may(text: str, low: int, start: int, end: int, limit: int, use: Use) -> bool:
    row = use.predicate
    behind = _FROM if row.before == "from" else _OF
    if use.form == NOUN and not behind.match(text, end, limit):
        if not _OWNED.search(text, max(low, start - 60), start):
            return False
    second = _second(row)
    if second is not None and not second.search(text, low, limit):
        return False
    return not row.of or _nouns(row.of).search(text, low, limit) is not None
