"""Which symbol "its resolution 60/1" or "Council resolution 16/18" is. Pure.

Told from what stands before the word, what stands after the number, the form of the number, the
printed date, and the speaking organ, in this order; whose the words say a number is tells `whose`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from southsouth.reading.citations.keywords import Keyword, Number
from southsouth.reading.citations.model import How
from southsouth.reading.citations.whose import Context, label_of
from southsouth.un.bodies import body, can_have_passed
from southsouth.un.council_numbers import SLIP, year_of_resolution
from southsouth.un.organ import Organ
from southsouth.un.organs import (
    ECOSOC,
    GENERAL_ASSEMBLY,
    HUMAN_RIGHTS_COUNCIL,
    ORGANS,
    SECURITY_COUNCIL,
    can_have_adopted,
    organ,
)
from southsouth.un.symbols import Symbol, decision_symbol, resolution_symbol, statement_symbol

#: The Economic and Social Council came to some 2,100 resolutions before it numbered them by year.
_LAST_ROMAN_ECOSOC: Final = 2200
#: Sessions have Roman numerals until 1977.
_LAST_ROMAN_YEAR: Final = 1978
_LAST_YEAR: Final = 2100
_DIGITS_OF_A_YEAR: Final = 4
#: The Assembly gives no number of a thousand and more in a session.
_MOST_DIGITS: Final = 3
#: A commission passes few texts a year; what has a higher number is its parent's.
_MOST_A_YEAR: Final = 19
#: What a board or commission that numbered its texts right through came to.
_MOST_IN_ALL: Final = 900
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


def _session_fits(organ: str, session: str, day: date) -> bool:
    return can_have_adopted(organ, session, earliest=day, latest=day)


def _by_form(number: Number, organ: str, speaker: str) -> str:
    """The organ that the form of the number allows, preferring ``organ``."""
    year = number.is_by_year
    if number.bracketed:
        if year:
            return SECURITY_COUNCIL
        if int(number.number) > _LAST_ROMAN_ECOSOC:
            return GENERAL_ASSEMBLY
        if not can_have_adopted(GENERAL_ASSEMBLY, number.session, int(number.number)):
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


def _in_time(number: Number, told: str, latest: date | None) -> str:
    """``told``, or the organ that had come to that session where ``told`` had not."""
    other = _CONFUSED.get(told, "")
    exists = can_have_adopted(told, number.session)
    if not other or not exists or can_have_adopted(told, number.session, latest=latest):
        return told
    return other if can_have_adopted(other, number.session, latest=latest) else told


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
    whose, how = context.organ_of(keyword, list_end, limit)
    if how is _NAMED or (whose and organ(whose) is None):
        return Told(whose, how)
    dated = [number for number in numbers if number.printed_date and number.session.isdigit()]
    words = {_by_form(number, whose, context.speaker) for number in dated}
    dates = [_by_date(number, _by_form(number, whose, context.speaker)) for number in dated]
    fits = {told for told, one in zip(dates, dated, strict=True) if _date_fits(told, one)}
    agreed = dates[0] if len(set(dates)) == 1 and set(dates) != words else ""
    return Told(whose, how, agreed, frozenset(fits))


def _without_mark(number: Number) -> Number:
    """A number without the footnote mark that a converter glued to it: "74/2639" is 74/263."""
    printed = number.number
    return number._replace(number=printed[:_MOST_DIGITS]) if len(printed) > _MOST_DIGITS else number


def _symbol(handle: str, number: Number, keyword: Keyword, latest: date | None) -> Symbol | None:
    """The symbol of a number of an organ; None where the organ cannot have adopted it."""
    if not number.bracketed and handle == GENERAL_ASSEMBLY:
        number = _without_mark(number)
    session, decision = number.session, keyword.decision
    year = number.bracketed and session.isdigit()
    if keyword.statement and not number.bracketed:
        is_year = session.isdigit() and len(session) == _DIGITS_OF_A_YEAR
        return statement_symbol(SECURITY_COUNCIL, number.number, session) if is_year else None
    if year and handle == SECURITY_COUNCIL:
        return _by_council_year(number, latest)
    of = int(number.number) if decision != number.bracketed else 0
    if not can_have_adopted(handle, session, of, decision=decision, latest=latest):
        return None
    if decision:
        return decision_symbol(handle, number.number, session, number.letter)
    return resolution_symbol(handle, number.number, session, number.letter)


def _form(row: Organ, number: Number, keyword: Keyword) -> str:
    """The form of the symbols of such texts of an organ; "" where they have none."""
    if keyword.decision:
        return row.forms.decision
    is_roman = number.bracketed and not number.is_by_year
    return row.forms.roman if is_roman else row.forms.resolution


def _by_council_year(number: Number, latest: date | None) -> Symbol | None:
    """A resolution of the Security Council, whose number tells its year: where another year is
    printed, a slip of a year or two is mended; None where it is some other body's number."""
    known = year_of_resolution(int(number.number))
    if known and abs(known - int(number.session)) > SLIP:
        return None
    year = str(known) if known else number.session
    if not can_have_adopted(SECURITY_COUNCIL, year, latest=latest):
        return None
    return resolution_symbol(SECURITY_COUNCIL, number.number, year)


class Answer(NamedTuple):
    """What a number was resolved to: its symbol and how that was told, or the body that it is of
    where that has no series ("" where nobody is known)."""

    symbol: Symbol | None
    how: How
    body: str = ""


_OPEN: Final = Answer(None, _UNRESOLVED)


def _is_of_parent(number: Number) -> bool:
    """Whether a number in the report of a body that nothing explains is too high for the body."""
    if number.bracketed:
        return int(number.number) > _MOST_IN_ALL
    return number.is_by_year and int(number.number) % 100 > _MOST_A_YEAR


def _of_body(number: Number, whole: Told, context: Context) -> str:
    """The body without a series whose a number is; "" for an organ's."""
    if number.body:
        return number.body
    row = body(whole.organ) if whole.organ else context.voice
    if whole.organ and (whole.how is _NAMED or row is None):
        return "" if organ(whole.organ) else whole.organ
    if row is None or (not whole.organ and _is_of_parent(number)):
        return ""
    day = number.printed_date
    return row.handle if can_have_passed(row, number.printed, earliest=day, latest=day) else ""


def _told_by_number(
    number: Number, keyword: Keyword, context: Context, whole: Told
) -> tuple[str, How]:
    """The organ of a number, by the words of its list, its form and its date; "" for none."""
    told = _by_form(number, whole.organ, context.speaker)
    if whole.how is _NAMED and whole.organ == told:
        return told, _NAMED
    told = _in_time(number, _by_date(number, told), context.latest)
    open_date = number.printed_date is None or number.session.startswith("S-")
    told = whole.dated if whole.dated and open_date else told
    # a date misprinted in a list says nothing against the others
    if not keyword.organ and told not in whole.fitting and not _date_fits(told, number):
        return "", _UNRESOLVED  # some other body's: "resolution 79/8 of 19 May 2023"
    return told, _IN_CONTEXT


def _agreed(number: Number, whole: Told) -> Answer:
    """Whose "agreed conclusions 1997/2" are: with a year alone they are ECOSOC's."""
    row = organ(whole.organ or (ECOSOC if number.is_by_year else ""))
    name = row.name if row and row.handle in _BY_YEAR else label_of(whole.organ)
    return Answer(None, _UNRESOLVED, f"{name} agreed conclusions" if name else "")


def resolve(number: Number, keyword: Keyword, context: Context, whole: Told) -> Answer:
    """The symbol of a number that stands after a keyword, and how it was told; or whose it is where
    the body has no series here.

    ``whole`` is what the whole list tells.
    """
    if keyword.conclusions:  # they have no symbols
        return _agreed(number, whole)
    if of := _of_body(number, whole, context):
        return Answer(None, _UNRESOLVED, label_of(of))
    if number.is_foreign or (keyword.after_other and number.is_by_year):
        return Answer(None, _UNRESOLVED, label_of(context.near_body(keyword.start, number)))
    if not number.session:
        number = number._replace(session=context.mentions.year_of(number.number))
        if not number.session:
            return _OPEN
        whole = whole._replace(organ=SECURITY_COUNCIL)
    if number.bracketed and not number.is_by_year and not _date_fits(whole.organ, number):
        return _OPEN  # a regional body's: "resolution 908 (XLVI) of 26 March 2013"
    told, how = _told_by_number(number, keyword, context, whole)
    symbol = _symbol(told, number, keyword, context.latest) if told else None
    if symbol is not None:
        return Answer(symbol, how)
    if how is _NAMED and (row := organ(told)) and not _form(row, number, keyword):
        return Answer(None, _UNRESOLVED, row.name)  # "Commission on Human Rights 8 (XXIII)"
    return Answer(None, _UNRESOLVED, label_of(context.near_body(keyword.start, number)))
