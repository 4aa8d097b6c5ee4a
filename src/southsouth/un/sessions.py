"""When the sessions of an organ are: which session, of which number, can bear which day. Pure.

A calendar says of a session's number from which day to which the organ can adopt a text that bears
it; None where the organ holds no such session. Its bounds are wide: sessions are resumed, and a
text is dated when it is issued.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

#: The days between which a session can adopt, by the session's number.
Calendar = Callable[[int], tuple[date, date] | None]

#: Numbers of sessions have two digits for a long time yet.
_MOST_SESSIONS: Final = 199
_LAST_YEAR: Final = 2100


def _years(first: int, last: int) -> tuple[date, date]:
    return date(first, 1, 1), date(last, 12, 31)


def each_autumn(before_first: int, first: int = 1) -> Calendar:
    """A session a year that opens in September, the first in ``before_first`` + 1, and ends with
    the next year. ``first`` is the first session with an Arabic numeral: the Assembly's up to the
    thirtieth are Roman (A/66/49 (Vol. II), Note)."""

    def when(session: int) -> tuple[date, date] | None:
        if not first <= session <= _MOST_SESSIONS:
            return None
        return date(before_first + session, 9, 1), date(before_first + session + 1, 12, 31)

    return when


def each_year(first: int, last: int = _LAST_YEAR, *, around: int = 0) -> Calendar:
    """Sessions that are numbered by the year, from ``first`` to ``last``; a text may be dated up to
    ``around`` years before or after."""

    def when(year: int) -> tuple[date, date] | None:
        return _years(year - around, year + around) if first <= year <= last else None

    return when


def in_years(sessions: Mapping[int, int]) -> Calendar:
    """Sessions in these years, each perhaps resumed in the next."""

    def when(session: int) -> tuple[date, date] | None:
        year = sessions.get(session)
        return _years(year, year + 1) if year else None

    return when


def each_spring(before_first: int, first: int = 1) -> Calendar:
    """A session a year, the n-th in ``before_first`` + n, that may end in the next."""

    def when(session: int) -> tuple[date, date] | None:
        if not first <= session <= _MOST_SESSIONS:
            return None
        return _years(before_first + session, before_first + session + 1)

    return when


def every_year_since(before_first: int, first: int) -> Calendar:
    """A session a year, the n-th in ``before_first`` + n; ``first`` is the first that is known to
    keep to it. It may be resumed at the end of the year."""

    def when(session: int) -> tuple[date, date] | None:
        if not 1 <= session <= _MOST_SESSIONS:
            return None
        year = before_first + session
        return _years(year, year + 1) if session >= first else (date.min, date(year, 12, 31))

    return when


def up_to_session(last: int) -> Calendar:
    """Sessions of a body that was dissolved after so many, at times that are not known here."""

    def when(session: int) -> tuple[date, date] | None:
        return (date.min, date.max) if 1 <= session <= last else None

    return when


#: The first sessions of the Human Rights Council opened on 19 June, 18 September and 29 November
#: 2006; since its fourth it opens one in February or March, one in June, one in September
#: (General Assembly resolution 60/251, para. 10).
_COUNCIL_OPENINGS: Final = {1: date(2006, 6, 1), 2: date(2006, 9, 1), 3: date(2006, 11, 1)}
_OPENING_MONTHS: Final = (2, 6, 9)
#: The forty-third was resumed for four months, and decisions are taken between sessions.
_RESUMED: Final = timedelta(days=365)
_EARLIER: Final = timedelta(days=120)


def three_a_year(session: int) -> tuple[date, date] | None:
    """The regular sessions of the Human Rights Council."""
    if not 1 <= session <= _MOST_SESSIONS:
        return None
    opening = _COUNCIL_OPENINGS.get(session) or date(
        2007 + (session - 4) // 3, _OPENING_MONTHS[(session - 4) % 3], 1
    )
    return max(opening - _EARLIER, _COUNCIL_OPENINGS[1]), opening + _RESUMED


def unknown(_: int) -> tuple[date, date]:
    """Sessions of which nothing is known: any number, any day."""
    return date.min, date.max


@lru_cache(maxsize=1024)
def can_bear(calendar: Calendar, session: int, earliest: date, latest: date) -> bool:
    """Whether a text of that session can be of a day from ``earliest`` to ``latest``."""
    days = calendar(session)
    return days is not None and days[0] <= latest and earliest <= days[1]
