"""When a document is from, as nearly as the graph tells. Pure.

A document that was read states its day; of one that is only cited, the citation often prints it;
else its symbol has a year or a session, which says about when. How sessions are numbered: the
Assembly's session n opens in September of 1945 + n (note in A/66/49 (Vol. II)); the Human Rights
Council held its first in June 2006 and three a year since.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from southsouth.un.numerals import from_roman

#: How a day is known, the surest first.
HOW: Final = {
    "adopted": "day of adoption",
    "held": "first day of the conference",
    "founded": "day of the document that founded or contains it",
    "named": "first day on which it can have had its first dated name",
    "distributed": "day of distribution",
    "printed": "as a citation prints it",
    "symbol": "about then, by its symbol",
    "": "not known",
}


@dataclass(frozen=True, slots=True)
class SymbolTime:
    """A form of symbol whose first group tells the time, as ``YYYY`` or ``YYYY-MM``."""

    pattern: re.Pattern[str]
    day: Callable[[str], str]
    examples: tuple[tuple[str, str], ...]


#: The Human Rights Council's sessions up to the end of 2026.
_COUNCIL_SESSIONS: Final = 63


def _assembly(session: str) -> str:
    return f"{1945 + int(session)}-12"


def _roman_assembly(session: str) -> str:
    number = from_roman(session)
    return _assembly(str(number)) if number else ""


def _council(session: str) -> str:
    """Sessions beyond those held are misprints, or the Assembly's: they tell no time."""
    if int(session) > _COUNCIL_SESSIONS:
        return ""
    return str(2006 + (int(session) - 1) // 3)


#: The first rule that fits counts. A/RES/60/212 is of the sixtieth session, and most resolutions of
#: a session are adopted in its December.
SYMBOL_TIMES: Final[tuple[SymbolTime, ...]] = (
    SymbolTime(re.compile(r"S/RES/\d+\(((?:19|20)\d\d)\)"), str, (("S/RES/1325(2000)", "2000"),)),
    SymbolTime(
        re.compile(r"A/HRC/(?:RES/|DEC/|PRST/)?(\d{1,2})/"),
        _council,
        (("A/HRC/RES/16/18", "2011"), ("A/HRC/17/31", "2011")),
    ),
    SymbolTime(
        re.compile(r"A/(?:RES/|DEC/|C\.\d/|INF/|BUR/)?(\d{1,2})/"),
        _assembly,
        (("A/RES/60/212", "2005-12"), ("A/C.2/60/L.65", "2005-12"), ("A/55/74", "2000-12")),
    ),
    SymbolTime(
        re.compile(r"A/RES/\d+[A-Z]?\(([IVXL]+)\)"),
        _roman_assembly,
        (("A/RES/3251(XXIX)", "1974-12"), ("A/RES/217A(III)", "1948-12")),
    ),
    SymbolTime(
        re.compile(r"(?:[A-Z][A-Za-z0-9.-]*/)+((?:19|20)\d\d)(?:/|$)"),
        str,
        (("E/RES/2005/12", "2005"), ("FCCC/CP/2015/10/Add.1", "2015"), ("S/PRST/2013/4", "2013")),
    ),
)


def by_symbol(symbol: str) -> str:
    """``A/RES/60/212`` → ``2005-12``; "" where a symbol tells no time."""
    for rule in SYMBOL_TIMES:
        if found := rule.pattern.match(symbol):
            return rule.day(found[1])
    return ""


def placed(symbol: str, adopted: str, distributed: str, printed: str) -> tuple[str, str]:
    """The best day of a document and how it is known (a key of HOW).

    A printed day that contradicts the year of the symbol by more than two years is a day of
    something else and does not count.
    """
    if adopted:
        return adopted, "adopted"
    if distributed:
        return distributed, "distributed"
    about = by_symbol(symbol)
    if printed and (not about or abs(int(printed[:4]) - int(about[:4])) <= 2):
        return printed, "printed"
    return (about, "symbol") if about else ("", "")
