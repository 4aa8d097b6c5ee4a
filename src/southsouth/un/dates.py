"""Dates as UN documents print them: "22 December 2005". Pure."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

#: A printed date with the groups ``day``, ``month`` and ``year``; for use inside larger patterns.
DATE_PATTERN: Final = rf"(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(MONTHS)}),?\s+(?P<year>\d{{4}})"

#: The same without named groups, to be used several times in one pattern.
PLAIN_DATE: Final = rf"\d{{1,2}}\s+(?:{'|'.join(MONTHS)}),?\s+\d{{4}}"

_DATE = re.compile(DATE_PATTERN)
_DAY_OF_YEAR = re.compile(rf"(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(MONTHS)})")


def parse_date(text: str) -> date | None:
    """The first printed date in ``text``; None where there is none or it is no day (31 June)."""
    found = _DATE.search(text) if text else None
    if found is None:
        return None
    try:
        return date(int(found["year"]), MONTHS.index(found["month"]) + 1, int(found["day"]))
    except ValueError:
        return None


def parse_day_of_year(text: str) -> str | None:
    """``"19 December"`` → ``"--12-19"``, an xsd:gMonthDay; None where there is none."""
    found = _DAY_OF_YEAR.search(text)
    if found is None:
        return None
    return f"--{MONTHS.index(found['month']) + 1:02d}-{int(found['day']):02d}"
