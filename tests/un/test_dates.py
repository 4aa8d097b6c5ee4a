"""Dates as UN documents print them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.un.dates import DATE_PATTERN, MONTHS, PLAIN_DATE, parse_date, parse_day_of_year


def print_date(day: date) -> str:
    """A date as UN documents print it: 22 December 2005."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


DAYS = st.dates(min_value=date(1000, 1, 1))


@given(DAYS)
def test_dates_round_trip(day: date) -> None:
    assert parse_date(print_date(day)) == day


@given(DAYS)
def test_both_patterns_find_a_whole_printed_date(day: date) -> None:
    assert re.fullmatch(DATE_PATTERN, print_date(day))
    assert re.fullmatch(PLAIN_DATE, print_date(day))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("22 December 2005", date(2005, 12, 22)),
        ("adopted on 1 May, 1974 in Lima", date(1974, 5, 1)),
        ("of 9\nJune 1999", date(1999, 6, 9)),
        ("29 February 2000", date(2000, 2, 29)),
        ("between 3 May 2001 and 4 June 2002", date(2001, 5, 3)),
    ],
)
def test_parse_date(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text", ["", "31 June 2001", "29 February 2001", "December 2005", "22 december 2005", "3 May"]
)
def test_parse_date_finds_no_day(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [("19 December", "--12-19"), ("declares 3 May of each year", "--05-03"), ("May", None)],
)
def test_parse_day_of_year(text: str, day: str | None) -> None:
    assert parse_day_of_year(text) == day
