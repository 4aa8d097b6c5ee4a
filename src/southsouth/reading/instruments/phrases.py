"""Noun phrases: where the name of an instrument or a body begins and ends in running text.

Forward from an article, a capital or a quotation mark, backward from a verb. What a phrase is made
of is told in ``phrase_words``.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from southsouth.reading.instruments.heads import kind_of
from southsouth.reading.instruments.phrase_words import LINKS, STOPS, run

_ARTICLES: Final = (
    r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|their|[Tt]his|such|one|two|three|any|both|all|these|those|our|each"
    r"|another)\s+)"
    r"(?:(?:said|present|same|new|newly|existing|current|previous|former|single|above-mentioned"
    r"|proposed|established|aforementioned)\s+){0,3}"
)
_DETERMINER: Final = re.compile(_ARTICLES)
_QUOTES: Final = {"“": "”", '"': '"', "‘": "’", "«": "»"}
_ACRONYM: Final = re.compile(r"\s+\((?:[A-Z][\w./-]*[A-Z\d][\w./-]*)\)")
#: Where a phrase may begin: an article, a capital, a quotation mark, the first word of a clause.
_BEGIN: Final = re.compile(
    r"(?<![\w’'-])(?:(?:the|an?|its|their|one|any|our|two|three|those|these|both)\s|[A-Z0-9]"
    r"|(?:[a-z]+-)+[A-Z])|[“\"‘]|(?<=[,;:()]\s)\w|(?<=\band\s)[a-z]"
)
_FAR: Final = 300
#: Words and marks over which no phrase runs on, so that none from before them reaches what is
#: behind. Not words that may stand between an article and its noun or before "pursuant to
#: resolution 1/2", nor commas of lists of capitals.
_STOPPED: Final = re.compile(
    rf"\s(?:{'|'.join(sorted(STOPS - LINKS - {'such', 'both', 'established'}))})(?=\s)"
    r"|[;:](?=\s)|,(?=\s+(?!and\s)[a-z])"
)
#: "“one-day” policy dialogue": a word in quotation marks inside a phrase.
_ONE_WORD: Final = re.compile(r"“[a-z-]+”\s+(?=[a-z])")


class Phrase(NamedTuple):
    """A phrase: ``start`` to ``end`` is its core, without article, quotation marks and a bracketed
    acronym behind it; ``after`` is where the text goes on."""

    start: int
    end: int
    after: int


def phrase_after(text: str, at: int, limit: int) -> Phrase | None:
    """The phrase that begins at ``at`` (a space or an article first, where there is one)."""
    while at < limit and text[at].isspace():
        at += 1
    determiner = _DETERMINER.match(text, at, limit)
    start = determiner.end() if determiner else at
    if start < limit and text[start] in _QUOTES:
        if not (word := _ONE_WORD.match(text, start, limit)):
            return _quotation(text, start, limit)
        end = run(text, word.end(), limit)
        return Phrase(start, end, end) if end > word.end() else None
    end = run(text, start, limit)
    if end <= start:
        return None
    acronym = _ACRONYM.match(text, end, limit)
    return Phrase(start, end, acronym.end() if acronym else end)


def _quotation(text: str, start: int, limit: int) -> Phrase | None:
    """The words in quotation marks, which may hold further ones."""
    opening, closing = text[start], _QUOTES[text[start]]
    depth = 0
    for at in range(start, min(limit, start + 600)):
        if text[at] == closing and at > start:
            depth -= 1
            if depth <= 0:
                inner = text[start + 1 : at]
                lead = len(inner) - len(inner.lstrip())
                article = _DETERMINER.match(text, start + 1 + lead, at)
                begin = article.end() if article else start + 1 + lead
                return Phrase(begin, at, at + 1) if begin < at else None
        elif text[at] == opening:
            depth += 1
    return None


def phrase_before(text: str, low: int, end: int) -> Phrase | None:
    """The phrase that ends at ``end``, not before ``low``: the longest whose head names an
    institution or instrument ("the work of the Committee" → "Committee"), else the longest."""
    while end > low and text[end - 1].isspace():
        end -= 1
    first: Phrase | None = None
    stop = low
    for stopped in _STOPPED.finditer(text, max(low, end - _FAR), end):
        stop = stopped.end()
    for begin in _begins(text, low, end):
        if (first and begin < first.start) or (begin < stop and text[begin] not in _QUOTES):
            continue
        phrase = phrase_after(text, begin, end)
        if phrase is None or phrase.after != end:
            continue
        if kind_of(text[phrase.start : phrase.end]):
            return phrase
        first = first or phrase
    return first


def _begins(text: str, low: int, end: int) -> list[int]:
    """Where a phrase before ``end`` may begin, the clause's own beginning first."""
    far = max(low, end - _FAR)
    start = [low] if far == low else []
    return start + [word.start() for word in _BEGIN.finditer(text, far, end)]


def nearest_before(text: str, low: int, end: int) -> Phrase | None:
    """The last phrase before ``end`` whose head names an institution or instrument: what "its" or
    "replacing" refers to, however many words stand between."""
    best: Phrase | None = None
    for begin in _begins(text, low, end):
        if best is not None and begin < best.after:
            continue
        phrase = phrase_after(text, begin, end)
        if phrase and kind_of(text[phrase.start : phrase.end]):
            best = phrase
    return best
