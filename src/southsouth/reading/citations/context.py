"""Which organ's resolution "its resolution 60/1" or "Council resolution 16/18" is. Pure.

Told from what stands before the word, what stands after the number, the form of the number, the
printed date, and the speaking organ, in this order.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Final, NamedTuple

from southsouth.reading.citations.bare import reporting_body
from southsouth.reading.citations.model import How
from southsouth.un.dates import PLAIN_DATE
from southsouth.un.organs import (
    ECOSOC,
    GENERAL_ASSEMBLY,
    HUMAN_RIGHTS_COUNCIL,
    ORGANS,
    SECURITY_COUNCIL,
    can_have_adopted,
    organ,
    organ_named,
    organ_names_pattern,
    organs_called,
)
from southsouth.un.symbols import Symbol, decision_symbol, resolution_symbol, statement_symbol

#: The Economic and Social Council came to some 2,100 resolutions before it numbered them by year.
_LAST_ROMAN_ECOSOC: Final = 2200
#: Sessions have Roman numerals until 1977.
_LAST_ROMAN_YEAR: Final = 1978
_LAST_YEAR: Final = 2100
_BY_SESSION: Final = frozenset(row.handle for row in ORGANS if row.by_session)
_BY_YEAR: Final = frozenset(row.handle for row in ORGANS if row.by_year)
_LETTERED: Final = frozenset(row.handle for row in ORGANS if row.letters)
_WITH_YEAR: Final = _BY_YEAR | {row.handle for row in ORGANS if row.serial}
#: The organs whose sessions have like numbers in other years: the printed date tells them apart.
_CONFUSED: Final = {
    GENERAL_ASSEMBLY: HUMAN_RIGHTS_COUNCIL,
    HUMAN_RIGHTS_COUNCIL: GENERAL_ASSEMBLY,
}

# members of an enumeration are slow to come by, and these are asked for at every number
_NAMED: Final = How.ORGAN_NAMED
_IN_CONTEXT: Final = How.ORGAN_IN_CONTEXT
_UNRESOLVED: Final = How.UNRESOLVED

_AFTER: Final = re.compile(
    r"(?P<title>,?\s+entitled\s+“[^”]*”)?,?\s+"
    rf"(?P<link>of|adopted\s+(?:on\s+{PLAIN_DATE}\s+)?by|by)\s+the\s+"
    rf"(?P<name>{organ_names_pattern()}"
    # a body, and not "in resolution 56/6, of the Global Agenda"
    r"|(?:[A-Z][\w-]*\s+(?:[a-z]{2,3}\s+)*){0,6}(?:Assembly|Council|Commission|Committee|Board"
    r"|Conference|Congress|Parties|Meeting|Summit|Union|Agency|Organization|Parliament|Group)\b)"
)


class Keyword(NamedTuple):
    """A noun that says what the numbers after it are; ``organ`` as in grammar.ORGAN_BEFORE."""

    start: int
    end: int
    decision: bool
    plural: bool
    organ: str
    after_other: bool = False  # "Commission resolution 2006/2 and its resolution 2013/1"
    statement: bool = False  # a presidential statement


class Number(NamedTuple):
    """A resolution or decision number as printed, without its series."""

    number: str
    session: str
    letter: str
    printed_date: date | None
    bracketed: bool

    @property
    def undated(self) -> tuple[str, str, str, bool]:
        """What it has in common with the same number printed without a date or with another."""
        return self.number, self.session, self.letter, self.bracketed


def _session_fits(organ: str, session: str, day: date) -> bool:
    return can_have_adopted(organ, session, earliest=day, latest=day)


_COMMISSION: Final = re.compile(
    r"Commission\s+(?:on|for|of)\s+(?:the\s+)?(Human\s+Rights|[A-Z]\w+)"
)


#: "2250 (2015)", as the Security Council's resolutions are numbered: the year, which is found
#: fast, and the number before it.
_YEAR: Final = re.compile(r"\(((?:19|20)\d\d)\)")
_BEFORE_YEAR: Final = re.compile(r"(?<![\d/])(\d{1,4})\s?\Z")


class OrganMentions:
    """Full organ names in a text, for "the Council" that points back to the last of them, the
    commissions named in full, for "the Commission", and the years of numbers that stand without."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _organs(self) -> tuple[list[int], list[str]]:
        found = list(_names().finditer(self._text))
        return [one.start() for one in found], [organ_named(one[0]) for one in found]

    @cached_property
    def _commissions(self) -> tuple[list[int], list[str]]:
        found = list(_COMMISSION.finditer(self._text))
        return [one.end() for one in found], [" ".join(one[1].split()) for one in found]

    @cached_property
    def _years(self) -> dict[str, str]:
        years: dict[str, str] = {}
        for year in _YEAR.finditer(self._text):
            at = year.start()
            if number := _BEFORE_YEAR.search(self._text, max(at - 5, 0), at):
                years.setdefault(number[1], year[1])
        return years

    def year_of(self, number: str) -> str:
        """The year of the Security Council's resolution of that number, where the text gives it
        somewhere: "resolution 2250 (2015)"; "" where it does not."""
        return self._years.get(number, "")

    def last(self, offset: int, among: Sequence[str]) -> str:
        """The organ last named before ``offset``, of those ``among``; "" for none."""
        starts, organs = self._organs
        for index in range(bisect_left(starts, offset) - 1, -1, -1):
            if organs[index] in among:
                return organs[index]
        return ""

    def last_commission(self, offset: int) -> str:
        """What the commission is on that was last named in full before ``offset``; "" for none."""
        ends, subjects = self._commissions
        index = bisect_right(ends, offset) - 1
        return subjects[index] if index >= 0 else ""


@cache
def _names() -> re.Pattern[str]:
    return re.compile(organ_names_pattern())


COUNCILS: Final = organs_called("Council")


_FEW_WORDS: Final = r"(?:(?!\b(?:and|which)\b)[\w-]+\s+){0,4}?"
#: What may stand between "the Human Rights Council" and "pursuant to resolutions 34/24".
_REPORTED: Final = r"(?:(?:submitted|presented|prepared)\s+)?"
#: "In its decision 2018/101 (see E/2018/25, chap. I.B), the Commission decided …".
_SUBJECT_AFTER: Final = re.compile(
    r"(?:\s+of\s+[^,;(]{1,40})?(?:\s+\([^()]{1,60}\))?,\s+the\s+(?:Commission|Committee|Board)\s"
)
#: The last words of "pursuant to", "in accordance with" and the other links to a resolution.
_LINKS: Final = frozenset({"in", "by", "through", "under", "to", "with"})
_SUBJECT_BEFORE: Final = re.compile(r"\b[Tt]he\s+(?:Commission|Committee|Board),?\s+in\s+\Z")
_OPENS_CLAUSE: Final = re.compile(r"(?:\A|[.;:\n])\s*(?:At\s+its\s+[\w-]+\s+session,\s+i|I)n\s+\Z")
#: "the adoption by the Commission on Wells, at its third session, of its resolution 58/4".
_ADOPTION: Final = re.compile(
    r"\badoption\s+by\s+the\s+(?P<name>(?:[A-Z][\w-]*\s+(?:(?:and|of|on|for|the|in)\s+)*)*"
    r"[A-Z][\w-]*)(?P<aside>[^.;:]{0,200}?)\s+of\s+\Z"
)
_SHORT_SUBJECT: Final = re.compile(
    r"\bthe\s+(?P<name>Council|Assembly),?\s+(?:in|by|through|under|pursuant\s+to)\s+\Z"
)


@cache
def _subject_pattern(between: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<name>{organ_names_pattern()})(?:['’]s)?,?\s+{between}"
        r"(?:in\s+accordance\s+with|in|by|through|under|pursuant\s+to)\s+$"
    )


@cache
def _named_behind() -> re.Pattern[str]:
    return re.compile(rf",\s+the\s+(?P<name>{organ_names_pattern()})\b")


@cache
def _named_of() -> re.Pattern[str]:
    return re.compile(rf"\bresolutions\s+of\s+the\s+(?P<name>{organ_names_pattern()})\b")


#: What a narrower list is introduced with; no sentence ends before it.
NARROWING: Final = (
    r"(?:including|in\s+particular|notably"
    r"|the\s+(?:last|latest|most\s+recent)\s+of\s+which\s+(?:was|is|being))\s+"
)
_NARROWER: Final = re.compile(rf"{NARROWING}\Z")


@dataclass(frozen=True, slots=True)
class Context:
    """What a document's citations are resolved with: its text, its speaking organ, its mentions."""

    text: str
    speaker: str
    mentions: OrganMentions

    def organ_of(self, keyword: Keyword, list_end: int, limit: int) -> tuple[str, How]:
        """The organ that a keyword speaks of ("" where open) and how that was told."""
        named = keyword.organ
        if named and named not in {"assembly", "council", "commission", "speaker", "same", "other"}:
            return named, How.ORGAN_NAMED
        if named == "other":
            return "other", How.UNRESOLVED
        if reporting := reporting_body(self.text, keyword.start):
            known = reporting != "other"
            return reporting, How.ORGAN_NAMED if known else How.UNRESOLVED
        found = _AFTER.match(self.text, list_end, limit)
        # "resolution 72/55, of the Group of Experts": the next of those that are listed
        if found and not (found["name"].endswith("Group") and found[0].startswith(",")):
            organ = organ_named(found["name"]) or self._short(found["name"], keyword.start)
            # "entitled “New Urban Agenda”, adopted by the Conference": what the title names was
            if organ or not found["title"] or found["link"] == "of":
                return organ or "other", How.ORGAN_NAMED
        return self._pointed_at(keyword, list_end, limit), How.ORGAN_IN_CONTEXT

    def _pointed_at(self, keyword: Keyword, list_end: int, limit: int) -> str:
        """The organ that a short name, "its" or nothing at all points back to; "" where open."""
        named, offset = keyword.organ, keyword.start
        if named == "commission":
            return self._commission(offset)
        if named in {"assembly", "council"}:
            return self._short(named.capitalize(), offset)
        if named == "speaker":
            if self._speaks_as_commission(offset, list_end, limit):
                return self._commission(offset)
            return (
                self._adopting(offset)
                or self._subject(offset)
                or self._subject_behind(list_end, limit)
                or self.speaker
            )
        if named:
            return ""
        return self._subject(offset, _REPORTED) or self._wider(offset)

    def _adopting(self, offset: int) -> str:
        """The body of "the adoption by the Commission on Wells of its resolution"; "other" for one
        without a series here, "" where nothing of the kind stands before."""
        found = _ADOPTION.search(self.text[max(0, offset - 320) : offset])
        return (organ_named(found["name"]) or "other") if found else ""

    def _subject_behind(self, list_end: int, limit: int) -> str:
        """The organ of "in its resolution 60/251, the General Assembly gave …"."""
        found = _named_behind().match(self.text, list_end, limit)
        return organ_named(found["name"]) if found else ""

    def _wider(self, offset: int) -> str:
        """The organ of the list that a narrower one is taken from: "resolutions of the Human Rights
        Council, including resolution S-12/1"."""
        before = self.text[max(0, offset - 300) : offset]
        if _NARROWER.search(before) is None:
            return ""
        named = [found["name"] for found in _named_of().finditer(before)]
        return organ_named(named[-1]) if named else ""

    def _short(self, name: str, offset: int) -> str:
        if name == "Assembly":
            speaks = organ(self.speaker)
            return speaks.handle if speaks and speaks.is_assembly else GENERAL_ASSEMBLY
        if name == "Council":
            return self.mentions.last(offset, COUNCILS) or (
                self.speaker if self.speaker in COUNCILS else ""
            )
        return ""

    def _commission(self, offset: int) -> str:
        """The Commission on Human Rights, where it is the commission last named in full."""
        is_human_rights = self.mentions.last_commission(offset) == "Human Rights"
        return "commission-on-human-rights" if is_human_rights else "other"

    def _speaks_as_commission(self, offset: int, list_end: int, limit: int) -> bool:
        """Whether "its" at ``offset`` is a commission's or committee's that the clause names."""
        before = self.text[max(offset - 60, 0) : offset]
        if before.rstrip()[-2:] not in {"in", "In"}:
            return False
        if _SUBJECT_BEFORE.search(before):
            return True
        if _OPENS_CLAUSE.search(before) is None:
            return False
        return _SUBJECT_AFTER.match(self.text, list_end, limit) is not None

    def _subject(self, offset: int, between: str = _FEW_WORDS) -> str:
        """The organ of "the Security Council, in its resolution": named close before, with no other
        words than ``between`` and a preposition behind it."""
        before = self.text[max(0, offset - 140) : offset]
        link = before.rsplit(maxsplit=1)
        if not link or link[-1] not in _LINKS:
            return ""
        if found := _subject_pattern(between).search(before):
            return organ_named(found["name"])
        short = _SHORT_SUBJECT.search(before)
        return self._short(short["name"], offset) if short else ""


def _by_form(number: Number, organ: str, speaker: str) -> str:
    """The organ that the form of the number allows, preferring ``organ``."""
    year = number.session.isdigit() and len(number.session) == 4
    if number.bracketed:
        if year:
            return SECURITY_COUNCIL
        if int(number.number) > _LAST_ROMAN_ECOSOC:
            return GENERAL_ASSEMBLY
        if not can_have_adopted(GENERAL_ASSEMBLY, number.session):
            return ECOSOC
        return ECOSOC if ECOSOC in {organ, "" if organ else speaker} else GENERAL_ASSEMBLY
    if year:
        return organ if organ in _BY_YEAR else ECOSOC
    if number.letter and organ not in _LETTERED:
        return GENERAL_ASSEMBLY
    if organ in _BY_SESSION:
        return organ
    # the numbers of the others have a year: "60/1" named with them is the Assembly's
    return speaker if speaker in _BY_SESSION and organ not in _WITH_YEAR else GENERAL_ASSEMBLY


def _by_date(number: Number, organ: str) -> str:
    """``organ``, or the one whose sessions the printed date fits where ``organ``'s do not."""
    day = number.printed_date
    other = _CONFUSED.get(organ, "")
    if day is None or not other or _session_fits(organ, number.session, day):
        return organ
    return other if _session_fits(other, number.session, day) else organ


def _date_fits(organ: str, number: Number) -> bool:
    """Whether a number can bear its date; a misprinted year ("2107") says nothing."""
    day = number.printed_date
    if day is None or day.year > _LAST_YEAR:
        return True
    if number.bracketed and not number.session.isdigit():
        return day.year <= _LAST_ROMAN_YEAR
    return _session_fits(organ, number.session, day)


class Told(NamedTuple):
    """What tells whose the numbers of a list are. Its words: ``organ`` ("" where they leave it
    open), and ``how``. Its dates: ``dated``, the organ that they tell of ("" for none), and the
    organs (``fitting``) that at least one dated number of the list fits."""

    organ: str
    how: How
    dated: str = ""
    fitting: frozenset[str] = frozenset()


def told_of(
    numbers: Sequence[Number], keyword: Keyword, context: Context, list_end: int, limit: int
) -> Told:
    """What the words and the dates of a whole list tell: of "resolutions 47/1 of 12 July 2021 and
    S-29/1", that they are the Human Rights Council's.

    ``list_end`` is where the list of numbers ends ("… of the Human Rights Council" may follow),
    ``limit`` where the provision does.
    """
    organ, how = context.organ_of(keyword, list_end, limit)
    if how is _NAMED or organ == "other":
        return Told(organ, how)
    dated = [number for number in numbers if number.printed_date and number.session.isdigit()]
    words = {_by_form(number, organ, context.speaker) for number in dated}
    dates = [_by_date(number, _by_form(number, organ, context.speaker)) for number in dated]
    fits = {told for told, one in zip(dates, dated, strict=True) if _date_fits(told, one)}
    agreed = dates[0] if len(set(dates)) == 1 and set(dates) != words else ""
    return Told(organ, how, agreed, frozenset(fits))


def _symbol(handle: str, number: Number, *, decision: bool) -> Symbol | None:
    session = number.session
    told_by_form = number.bracketed and session.isdigit()
    of = 0 if number.bracketed or not decision else int(number.number)
    if not told_by_form and not can_have_adopted(handle, session, of, decision=decision):
        return None
    if decision:
        return decision_symbol(handle, number.number, session, number.letter)
    return resolution_symbol(handle, number.number, session, number.letter)


def resolve(
    number: Number, keyword: Keyword, context: Context, whole: Told
) -> tuple[Symbol | None, How]:
    """The symbol of a number that stands after a keyword, and how it was told.

    ``whole`` is what the whole list tells. (None, UNRESOLVED) where the body has no series here.
    """
    organ, how = whole.organ, whole.how
    year = number.session.isdigit() and len(number.session) == 4
    if organ == "other" or (keyword.after_other and year):
        return None, _UNRESOLVED
    if not number.session:
        number = number._replace(session=context.mentions.year_of(number.number))
        organ = SECURITY_COUNCIL if number.session else "other"
    if number.bracketed and not year and not _date_fits(organ, number):
        return None, _UNRESOLVED  # a regional body's: "resolution 908 (XLVI) of 26 March 2013"
    told = _by_form(number, organ, context.speaker)
    if how is not _NAMED or organ != told:
        told = _by_date(number, told)
        how = _IN_CONTEXT
        open_date = number.printed_date is None or number.session.startswith("S-")
        told = whole.dated if whole.dated and open_date else told
        # a date misprinted in a list says nothing against the others
        if not keyword.organ and told not in whole.fitting and not _date_fits(told, number):
            return None, _UNRESOLVED  # some other body's: "resolution 79/8 of 19 May 2023"
    if keyword.statement and not number.bracketed:
        symbol = statement_symbol(SECURITY_COUNCIL, number.number, number.session) if year else None
    else:
        symbol = _symbol(told, number, decision=keyword.decision)
    return (symbol, how) if symbol else (None, _UNRESOLVED)
