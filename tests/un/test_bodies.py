"""The table of bodies without a series of symbols, each row by its own example."""

from __future__ import annotations

import re
from datetime import date

import pytest
from tests.conftest import Adopt

from southsouth.un.bodies import (
    BODIES,
    body,
    body_at_end,
    body_at_home,
    body_named,
    body_of_number,
    can_have_passed,
    speaking_body,
)
from southsouth.un.body import Body
from southsouth.un.organs import ORGANS
from southsouth.un.symbols import parse_symbol

LATE = "1 October 2040"
IDS = [row.handle for row in BODIES]


def test_there_are_many_and_no_two_alike() -> None:
    assert len([row for row in BODIES if "not checked" not in row.source]) >= 60
    for values in (IDS, [row.label for row in BODIES], [row.name for row in BODIES]):
        assert len(set(values)) == len(values)
    assert not {row.handle for row in ORGANS} & set(IDS)


@pytest.mark.parametrize("row", BODIES, ids=IDS)
def test_a_row_names_its_body_and_where_that_is_known_from(row: Body) -> None:
    assert body(row.handle) is row
    assert body_named(row.name) is body_named(f"the {row.name}") is row
    assert row.name.endswith(row.short) or row.short in f"{row.name} {row.label} {row.short}"
    assert row.source.startswith(("http://", "https://")) or parse_symbol(row.source.split(" (")[0])
    assert re.match(r"[A-Za-z]", row.pattern)


@pytest.mark.parametrize("row", BODIES, ids=IDS)
def test_its_example_cites_what_the_row_says(adopt: Adopt, row: Body) -> None:
    (citation,) = adopt(row.example, day=LATE).citations
    assert (citation.target, citation.cited_as) == (None, row.cites)
    assert row.cites.startswith(row.label)


@pytest.mark.parametrize("row", BODIES, ids=IDS)
def test_named_behind_the_number(adopt: Adopt, row: Body) -> None:
    number = row.cites.removeprefix(row.label).strip()
    sentence = f"Notes resolution {number} of the {row.name}, and wells;"
    (citation,) = adopt(f"1. {sentence}", day=LATE).citations
    assert citation.cited_as == row.cites


@pytest.mark.parametrize("row", [row for row in BODIES if row.tells], ids=lambda row: row.handle)
def test_a_number_that_tells_whose_it_is(row: Body) -> None:
    assert body_of_number(row.cites.removeprefix(row.label).strip()) == row.handle


@pytest.mark.parametrize(
    ("symbol", "handle"),
    [
        ("E/CN.7/2015/15", "commission-on-narcotic-drugs"),
        ("E/2015/28", "commission-on-narcotic-drugs"),
        ("E/2015/2800", ""),
        ("UNEP/GC/SS.X/5", "unep-governing-council"),
        ("UNEP/EA.2/RES.5", ""),
        ("HSP/GC/24/7", "un-habitat-governing-council"),
        ("A/RES/60/1", ""),
    ],
)
def test_whose_voice_a_document_is(symbol: str, handle: str) -> None:
    found = speaking_body(symbol)
    assert (found.handle if found else "") == handle


def test_a_short_name_at_home() -> None:
    found = body_at_home("UNEP/EA.2/RES.5", "Governing Council")
    assert found is body("unep-governing-council")
    assert body_at_home("A/RES/60/1", "Governing Council") is None
    assert body_at_end("welcoming wells of the Water ") == ""


@pytest.mark.parametrize(
    ("handle", "number", "day", "can"),
    [
        ("unep-governing-council", "24/3", None, True),
        ("unep-governing-council", "67/216", None, False),
        ("unep-governing-council", "1996/31", None, False),
        ("commission-on-narcotic-drugs", "58/4", date(2015, 3, 17), True),
        ("commission-on-narcotic-drugs", "58/4", date(2005, 3, 17), False),
        ("un-women-executive-board", "2005/4", None, False),
    ],
)
def test_what_a_body_can_have_passed(handle: str, number: str, day: date | None, can: bool) -> None:
    row = body(handle)
    assert row is not None
    assert can_have_passed(row, number, earliest=day, latest=day) is can
