"""The scan for candidates, row by row."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from southsouth.reading.citations.grammar import (
    CANDIDATES,
    ORGAN_BEFORE,
    CandidateForm,
    may_hold_citations,
    organ_before,
    scan,
    split_letters,
    telling_anchors,
)


def finds(text: str) -> list[tuple[str, str]]:
    return [(found.form, found.match[0]) for found in scan(text, 0, len(text))]


@pytest.mark.parametrize(
    "row", [row for row in CANDIDATES if row.near or row.backwards], ids=lambda row: row.name
)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_lead_is_as_its_row_says(row: CandidateForm, data: st.DataObject) -> None:
    lead = data.draw(st.from_regex(row.lead, fullmatch=True))
    assert re.search(rf"(?:{row.near})\Z", lead)
    if row.backwards:
        assert re.fullmatch(row.backwards, lead[::-1])


def test_anchors_belong_to_the_span_that_is_scanned() -> None:
    text = "A/55/74 and the resolutions 1/1"
    assert [found.form for found in scan(text, 8, len(text))] == ["keyword", "item"]
    assert scan(text, 8, 20) == []
    assert may_hold_citations(telling_anchors(text), 0, 5)
    assert not may_hold_citations(telling_anchors(text), 8, 16)
    assert not may_hold_citations(telling_anchors(text), len(text), len(text))
    assert not may_hold_citations(telling_anchors("Recalling its resolutions on wells"), 0, 34)
    assert may_hold_citations(telling_anchors("Recalling its resolutions 2250 and 2419"), 0, 39)


@pytest.mark.parametrize("row", CANDIDATES, ids=lambda row: row.name)
def test_an_example_finds_what_its_row_says(row: CandidateForm) -> None:
    assert (row.name, row.finds) in finds(row.example)
    assert row.finds in row.example


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see A/55/74, annex II", [("symbol", "A/55/74")]),
        ("(A/60/493/Add.2)", [("symbol", "A/60/493/Add.2")]),
        ("S/RES/1325 (2000) and", [("symbol", "S/RES/1325 (2000)")]),
        ("A/RES/217 (III)A;", [("symbol", "A/RES/217 (III)A")]),
        ("A/C.2/79/L.15/Rev.1.", [("symbol", "A/C.2/79/L.15/Rev.1")]),
        ("A/RES/57/270 B and", [("symbol", "A/RES/57/270 B")]),
        ("A/RES/60/1 I", [("symbol", "A/RES/60/1")]),
        ("S-21/2 and ES-10/24", [("item", "S-21/2"), ("item", "ES-10/24")]),
        ("South/South and and/or", []),
        ("65/37 A, B and C of 9 May 2010", [("item", "65/37 A, B and C of 9 May 2010")]),
        ("ES-10/24 and S-21/2", [("item", "ES-10/24"), ("item", "S-21/2")]),
        ("60/1 A. Wells", [("item", "60/1")]),
        ("60/1 A/60/257", [("item", "60/1"), ("symbol", "A/60/257")]),
        ("60/1. A new one", [("item", "60/1")]),
        ("on 3/4/2001 and 1/2/3", []),
        ("3251 (XXIX) and", [("bracketed", "3251 (XXIX)")]),
        ("1325 (2000) and", [("bracketed", "1325 (2000)")]),
        ("wells (2000) and 12 (b)", []),
        ("Ibid., chap. I", [("ibid", "Ibid.")]),
        ("Ibidem", []),
        ("resolute decisive", []),
        ("a statement of the President", []),
        (
            "presidential statements 2015/25",
            [("keyword", "presidential statements"), ("item", "2015/25")],
        ),
        ("the UNSCR 2664 (2022)", [("keyword", "UNSCR"), ("bracketed", "2664 (2022)")]),
        ("Treaty Series and Sales tax", []),
    ],
)
def test_the_scan(text: str, found: list[tuple[str, str]]) -> None:
    assert finds(text) == found


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        ("its resolution", "speaker"),
        ("our decisions", "speaker"),
        ("General Assembly resolutions", "general-assembly"),
        ("United Nations General Assembly resolution", "general-assembly"),
        ("Security Council resolution", "security-council"),
        ("Economic and Social Council resolution", "ecosoc"),
        ("Human Rights Council decision", "human-rights-council"),
        ("Commission on Human Rights resolution", "commission-on-human-rights"),
        ("Assembly resolution", "assembly"),
        ("the Council’s resolution", "council"),
        ("Committee on Deep Wells decision", "other"),
        ("the same resolution", "same"),
        ("that resolution", "same"),
        ("its relevant previous resolutions", "speaker"),
        ("resolution", ""),
        ("some resolution", ""),
    ],
)
def test_the_organ_before_the_noun(text: str, organ: str) -> None:
    (found,) = scan(text, 0, len(text))
    assert found.form == "keyword"
    assert organ_before(found.match) == organ
    assert organ in {"", *(name for name, _ in ORGAN_BEFORE)}


@pytest.mark.parametrize(
    ("letters", "single"),
    [
        ("", ("",)),
        (" A", ("A",)),
        (" A and B", ("A", "B")),
        (" A, B and C", ("A", "B", "C")),
        (" A to D", ("A", "B", "C", "D")),
    ],
)
def test_split_letters(letters: str, single: tuple[str, ...]) -> None:
    assert split_letters(letters) == single
