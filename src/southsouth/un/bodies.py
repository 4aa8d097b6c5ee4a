"""The bodies that pass texts without a series of symbols, and what is asked of their rows. Pure.

To teach the project another body, add a row to `bodies_of_the_un`, `bodies_of_agencies`
or `bodies_outside`; an organ whose texts have symbols is a row of `organs`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from typing import Final

from southsouth.un.bodies_of_agencies import AGENCIES
from southsouth.un.bodies_of_the_un import BOARDS, COMMISSIONS
from southsouth.un.bodies_outside import CONFERENCES
from southsouth.un.body import Body
from southsouth.un.sessions import can_bear

#: Every body without a series.
BODIES: Final[tuple[Body, ...]] = (*COMMISSIONS, *BOARDS, *CONFERENCES, *AGENCIES)


@cache
def _by_handle() -> dict[str, Body]:
    return {row.handle: row for row in BODIES}


def body(handle: str) -> Body | None:
    """The row with that handle, None where there is none."""
    return _by_handle().get(handle)


def _longest_first(patterns: Iterable[str]) -> str:
    return "|".join(sorted(patterns, key=len, reverse=True))


def names_of(rows: Iterable[Body]) -> str:
    """An alternation of the names of those bodies, for use inside a larger pattern."""
    return _longest_first(row.pattern for row in rows)


@cache
def body_names_pattern() -> str:
    """The same of all bodies."""
    return names_of(BODIES)


@cache
def _patterns() -> tuple[tuple[Body, re.Pattern[str]], ...]:
    return tuple((row, re.compile(row.pattern, re.IGNORECASE)) for row in BODIES)


@lru_cache(maxsize=4096)
def body_named(name: str) -> Body | None:
    """The body with that name, None for others.

    >>> body_named("the Commission on Narcotic Drugs").label, body_named("Board of Wells")
    ('Commission on Narcotic Drugs', None)
    """
    plain = " ".join(name.split()).removeprefix("the ").removeprefix("The ")
    return next((row for row, shape in _patterns() if shape.fullmatch(plain)), None)


@cache
def _at_end() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<name>{body_names_pattern()})(?:\s+\([\w-]+\))?(?:['’]s)?\s+"
        r"(?:(?:relevant|previous|earlier|subsequent)\s+)*\Z"
    )


def body_at_end(text: str) -> str:
    """The name of a body that ``text`` ends with, as it is printed; "" for none.

    >>> body_at_end("also welcoming World Health Assembly ")
    'World Health Assembly'
    """
    found = _at_end().search(text)
    return found["name"] if found else ""


@cache
def own_numbers_pattern() -> str:
    """An alternation of the numbers whose form tells whose they are, for use inside a larger
    pattern."""
    return _longest_first(row.numbers for row in BODIES if row.tells)


@lru_cache(maxsize=1024)
def body_of_number(number: str) -> str:
    """The handle of the body whose numbers alone have that form; "" for none.

    >>> body_of_number("1/CP.21"), body_of_number("24/3")
    ('unfccc-cop', '')
    """
    own = (row for row in BODIES if row.tells)
    return next((row.handle for row in own if _numbers(row).fullmatch(number)), "")


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile("|".join(row.speaks for row in BODIES if row.speaks))


def speaking_body(symbol: str) -> Body | None:
    """The body that speaks in the document of that symbol: the Commission on Narcotic Drugs in
    E/CN.7/2015/15 and in E/2015/28, its report; None where an organ does, or nobody known."""
    if _speaking().match(symbol) is None:  # most documents are an organ's
        return None
    return next((row for row in BODIES if row.speaks and re.match(row.speaks, symbol)), None)


@lru_cache(maxsize=1024)
def body_at_home(symbol: str, short: str) -> Body | None:
    """The body that a document of that symbol means by a short name that it need not explain:
    "Governing Council" in UNEP/EA.2/RES.5."""
    return next(
        (row for row in BODIES if row.short == short and row.home and re.match(row.home, symbol)),
        None,
    )


@cache
def _numbers(row: Body) -> re.Pattern[str]:
    return re.compile(row.numbers)


def can_have_passed(
    row: Body, number: str, *, earliest: date | None = None, latest: date | None = None
) -> bool:
    """Whether a body can have passed a text with that printed number, on such a day.

    >>> unep = body("unep-governing-council")
    >>> can_have_passed(unep, "24/3"), can_have_passed(unep, "67/216")
    (True, False)
    """
    if _numbers(row).fullmatch(number) is None:
        return False
    session = number.partition("/")[0]
    if not session.isdecimal():
        return True
    return can_bear(row.sessions, int(session), earliest or date.min, latest or date.max)
