"""Proclamations: a day, a year or a decade that gets a name. They are read in the document's text,
since the day is what is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from southsouth.reading.instruments.phrases import Phrase, phrase_after, phrase_before
from southsouth.un.dates import MONTHS

_MONTH: Final = rf"(?:{'|'.join(MONTHS)})"
_DATE: Final = (
    rf"\d{{1,2}}(?:\s+to\s+\d{{1,2}})?\s+{_MONTH}(?:\s+(?:19|20)\d\d)?(?:\s+of\s+(?:each|every)\s+year)?"
    rf"(?:\s+to\s+\d{{1,2}}\s+{_MONTH})?"
    rf"|the\s+(?:first|second|third|fourth|last)\s+(?:[A-Z][a-z]+day|full\s+week|week)\s+(?:of|in)\s+"
    rf"{_MONTH}(?:\s+(?:of|in)\s+(?:each|every)\s+year|\s+every\s+year)?"
    rf"|the\s+(?:week|day|month)\s+of\s+[^;.]{{3,60}}?{_MONTH}"
)
_YEARS: Final = (
    r"(?:the\s+(?:calendar\s+)?(?:year|period|decade)\s+)?(?:from\s+|beginning\s+|commencing\s+|starting\s+)?"
    r"(?:in\s+|on\s+)?"
    rf"(?:\d{{1,2}}\s+{_MONTH}\s+)?(?:19|20)\d\d"
    rf"(?:\s*(?:[-–]|to|and)\s*(?:\d{{1,2}}\s+{_MONTH}\s+)?(?:(?:19|20)\d\d|\d\d))?"
)
_WHEN: Final = (
    rf"(?P<when>{_DATE}|{_YEARS})(?:,\s+(?!the\s+[A-Z]|an?\s+|each\b|every\b"
    rf"|as\b)[^;]{{1,200}}?,|,?\s+(?:each|every)\s+year,?)?"
)
_TO_BE: Final = (
    r"(?P<aux>(?:shall|will|would|should|could|may|to)(?:\s+henceforth|\s+now)?(?:,\s+[a-z]+,)?\s+be"
    r"|(?:is|are)\s+(?:being|hereby)|has\s+been|have\s+been|had\s+been|is|are|was|were|be|being)"
)
_NAME: Final = r"(?:(?:(?:an|the)\s+)?annual\s+)?(?=(?:the\s+|an\s+|a\s+)?[“\"A-Z])"
_ADV: Final = r"(?:\s+(?:also|hereby|officially|henceforth|annually|each\s+year|every\s+year))*"
_VERB: Final = (
    r"(?:[Dd]eclar|[Pp]roclaim|[Oo]bserv|[Dd]esignat|[Cc]elebrat|[Rr]ecogni[sz]|[Cc]ommemorat"
    r"|[Mm]ark)"
)
_PAST: Final = rf"(?:{_VERB}ed|declared)"

#: The words where a proclamation is looked for.
PROCLAIMING: Final = frozenset(
    f"{stem}{ending}"
    for stem in ("declar", "proclaim", "observ", "designat", "celebrat", "commemorat", "recogniz",
                 "recognis", "mark")
    for ending in ("e", "es", "ing", "s", "ed", "ation", "")
) | {
    "proclamation", "declaration", "designation", "called", "known", "observance",
    "establish", "establishes", "establishing", "established",
}  # fmt: skip

_ACTIVE: Final = re.compile(
    rf"{_VERB}(?:e|es|ing|s|ed)?(?:,\s+(?:with\s+effect|starting|beginning|as)\s[^,;]{{1,60}},)?\s+"
    rf"(?:(?<!serving\s)(?<!nizing\s)(?<!nising\s)(?<!rking\s)that\s+)?{_WHEN}\s+(?:as\s+)?{_NAME}"
    rf"|[Ee]stablish(?:es|ing|ed)?\s+{_WHEN.replace('when', 'year')}\s+as\s+{_NAME}"
)
_ACTIVE_LATER: Final = re.compile(
    r"(?:[Dd]eclar|[Pp]roclaim|[Dd]esignat)(?:e|es|ing|s|ed)?,?\s+(?:[a-z]+\s+){0,4}(?:as\s+)?(?:the\s+|an\s+)"
    r"(?=[A-Z][^;.]{3,120}(?:Day|Week|Year|Decade)\b)"
)
_PASSIVE: Final = re.compile(
    rf"\b{_WHEN}\s+{_TO_BE}{_ADV}\s+(?P<verb>{_PAST}|called|known)\s+(?:as\s+)?{_NAME}"
)
#: The end of ``_TO_BE`` and what may follow it, right before a participle.
_AFTER_BE: Final = re.compile(r"\b(?:be|been|being|is|are|was|were)(?:\s+[a-z]+){0,2}\s+\Z")
_NOMINAL: Final = re.compile(
    rf"(?:[Pp]roclamation|[Dd]esignation|[Dd]eclaration|[Oo]bservance)\s+(?:by\s+the\s+[A-Z]\w+\s+[A-Z]\w+\s+)?of\s+"
    rf"{_WHEN}\s+as\s+{_NAME}"
)
_NOMINAL_BARE: Final = re.compile(
    r"proclamation\s+(?:by\s+[^;,.]{3,60}\s+)?of\s+(?:the\s+)", re.IGNORECASE
)
_BEHIND: Final = re.compile(r"(?:declared|proclaimed|designated)(?=\s+(?:by|in|for|as\s+such)\s)")
_IS: Final = re.compile(
    rf"(?:\s+\([^()]*\))?,?\s+(?:which\s+|that\s+)?(?:{_TO_BE}{_ADV}\s+)?(?:as\s+)?(?:[a-z]+ly\s+)?\Z"
)
#: "the recently proclaimed Decade of Wells"
_ATTRIBUTE: Final = re.compile(r"(?:declared|proclaimed)\s+(?=[A-Z])")
_LATELY: Final = re.compile(r"\b(?:recently|newly|just)\s+\Z")
_OBSERVED: Final = re.compile(r"\b(?:Day|Week|Month|Year|Decade)s?\b")


class Proclaimed(NamedTuple):
    """A proclamation: the words that say so, what is proclaimed, its day, and the auxiliary.

    Offsets are those of the document.
    """

    trigger: tuple[int, int]
    start: int
    end: int
    subject: Phrase
    when: str
    aux: str
    behind: bool  # whether the verb only describes a name before it


def proclamation(text: str, low: int, place: int, limit: int) -> Proclaimed | None:
    """The proclamation with a trigger at ``place``, None where nothing is proclaimed there."""
    for found in _forward(text, low, place, limit):
        phrase = phrase_after(text, found.end(), limit)
        if phrase is None:
            continue
        groups = found.groupdict()
        when = groups.get("when") or groups.get("year") or ""
        dated = bool(when)
        if dated or _OBSERVED.search(text, phrase.start, phrase.end):
            start = found.start()
            return Proclaimed(
                (start, found.end()), start, phrase.after, phrase, when,
                groups.get("aux") or "", False,
            )  # fmt: skip
    return _lately(text, low, place, limit) or _behind(text, low, place, limit)


def _forward(text: str, low: int, place: int, limit: int) -> Iterator[re.Match[str]]:
    for pattern in (_ACTIVE, _ACTIVE_LATER, _NOMINAL, _NOMINAL_BARE):
        if found := pattern.match(text, place, limit):
            yield found
    if text[place - 1 : place].isspace() and not _AFTER_BE.search(
        text, max(low, place - 60), place
    ):
        return
    for found in _PASSIVE.finditer(text, max(low, place - 400), limit):
        if found.start("verb") == place:
            yield found
        if found.start() > place:
            break


def _lately(text: str, low: int, place: int, limit: int) -> Proclaimed | None:
    """ "the recently proclaimed Decade of Wells"."""
    found = _ATTRIBUTE.match(text, place, limit)
    if found is None or not _LATELY.search(text, max(low, place - 12), place):
        return None
    phrase = phrase_after(text, found.end(), limit)
    if phrase is None or not _OBSERVED.search(text, phrase.start, phrase.end):
        return None
    return Proclaimed((place, found.end()), place, phrase.after, phrase, "", "", True)


def _behind(text: str, low: int, place: int, limit: int) -> Proclaimed | None:
    """ "the Second Decade, proclaimed by the Assembly", "the Decade was proclaimed in 1990"."""
    found = _BEHIND.match(text, place, limit)
    if found is None:
        return None
    before = _IS.search(text, max(low, place - 60), place)
    at = before.start() if before else place
    phrase = phrase_before(text, low, at)
    if phrase is None or not _OBSERVED.search(text, phrase.start, phrase.end):
        return None
    if text.startswith("annual ", phrase.start):
        phrase = phrase._replace(start=phrase.start + len("annual "))
    aux = (before.groupdict().get("aux") if before else "") or ""
    return Proclaimed((place, found.end()), phrase.start, found.end(), phrase, "", aux, not aux)
