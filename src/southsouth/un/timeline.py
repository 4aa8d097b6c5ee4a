"""When a document can be of: what is later than the document that cites it is not what it cites.

The rule that a number can exist at all is `organs.can_have_adopted`; this one compares two
documents. Both ask the calendars of the rows. Pure.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from southsouth.un.organs import GENERAL_ASSEMBLY, organ
from southsouth.un.symbols import Symbol

#: A text is prepared for issue for some months after its date, and its footnotes with it.
_PREPARED: Final = timedelta(days=150)
#: Papers for a session are issued from the winter before it on.
_PAPERS: Final = timedelta(days=300)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_OTHER_YEAR: Final = re.compile(r"/((?:19[4-9]|20\d)\d)/")


def _days(symbol: Symbol) -> tuple[date, date] | None:
    """The days between which a document can be of, by its symbol; None where that does not tell."""
    session = symbol.session
    if _YEAR.fullmatch(session):
        return date(int(session), 1, 1), date(int(session), 12, 31)
    row = organ(symbol.organ)
    if row is not None and session.isdecimal() and symbol.kind != "Document":
        if symbol.kind in {"Resolution", "Decision"}:
            return row.sessions(int(session))
        days = row.sessions(int(session)) if symbol.organ == GENERAL_ASSEMBLY else None
        return (days[0] - _PAPERS, days[1]) if days else None
    found = _OTHER_YEAR.search(symbol.text)
    return (date(int(found[1]), 1, 1), date(int(found[1]), 12, 31)) if found else None


def latest_day(
    symbol: Symbol, adopted: date | None = None, issued: date | None = None
) -> date | None:
    """The last day on which a document can have been given its words; None where nothing tells."""
    printed = max(filter(None, (adopted, issued)), default=None)
    if printed is not None:
        return printed + _PREPARED
    days = _days(symbol)
    return days[1] if days else None


def is_later(target: Symbol, latest: date | None) -> bool:
    """Whether a document cannot be cited by one of ``latest``: it is of later days.

    >>> from southsouth.un.symbols import parse_symbol
    >>> is_later(parse_symbol("A/RES/71/11"), date(2015, 12, 31))
    True
    """
    days = _days(target) if latest is not None else None
    return days is not None and latest is not None and days[0] > latest
