"""Pinpoints: the place within the cited document."""

from __future__ import annotations

import pytest
from tests.conftest import Adopt

from southsouth.reading.citations.pinpoints import LEVELS, Level, after, before, fragment


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.fragment)
def test_the_example_of_a_level(level: Level) -> None:
    printed, expected = level.example
    assert fragment(printed) == expected
    assert after(f", {printed}.", 0, 100) == (printed, len(printed) + 2)
    assert before(f"{printed} of its ", 0, len(printed) + 8) == printed


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("annex", "annex1"),
        ("Annex I", "annex1"),
        ("annexes I and II", "annex1"),
        ("annex I, paras. 3–5", "annex1-op3"),
        ("chap. VII, sect. B", "chap7-sectB"),
        ("paragraph 9 (b)", "op9(b)"),
        ("para. 12(a)", "op12(a)"),
        ("operative paragraph 4", "op4"),
        ("appendix 2", "annex2"),
        ("part four", "part4"),
        ("arts. 4 and 5", "art4"),
        ("paragraphs", ""),
        ("", ""),
        ("the wells", ""),
    ],
)
def test_fragment(printed: str, expected: str) -> None:
    assert fragment(printed) == expected


@pytest.mark.parametrize(
    ("text", "pin"),
    [
        (", annex II, sect. B, and", "annex II, sect. B"),
        (" annex", "annex"),
        (",\nparagraph 9 and", "paragraph 9"),
        (", paras. 3-5 and 7;", "paras. 3-5 and 7"),
        (" and annex II", ""),
        (", annexed", ""),
        ("annex II", ""),
        (", paragraph by paragraph", ""),
    ],
)
def test_a_pinpoint_behind_a_citation(text: str, pin: str) -> None:
    found, end = after(text, 0, len(text))
    assert found == pin
    assert text[:end].endswith(pin)
    assert bool(end) == bool(pin)


def test_a_pinpoint_ends_where_the_provision_does() -> None:
    assert after(", annex II", 0, 7) == ("annex", 7)
    assert after(", annex II", 0, 3) == ("", 0)


@pytest.mark.parametrize(
    ("text", "pin"),
    [
        ("paragraph 9 of its ", "paragraph 9"),
        ("paragraphs 3 to 5 of the annex to General Assembly ", "paragraphs 3 to 5"),
        ("annex II to the Economic and Social Council ", "annex II"),
        ("section IV, paragraph 2 of the said ", "section IV, paragraph 2"),
        ("in the ", ""),
        ("paragraph 9 of the wells; its ", ""),
    ],
)
def test_a_pinpoint_before_a_citation(text: str, pin: str) -> None:
    assert before(text, 0, len(text)) == pin


def test_a_pinpoint_before_a_citation_stands_in_its_provision() -> None:
    text = "paragraph 9 of its "
    assert before(text, 5, len(text)) == ""


def test_a_place_belongs_to_the_document_that_it_stands_in(adopt: Adopt) -> None:
    told = adopt(
        "1. Recalls paragraph 26 of his report on wells (A/60/1); resolution 60/3, chapter VI and"
        " A/60/5, paragraphs 5 (a), (b) and 6–8 of its resolution 60/2, resolution 60/4, section X"
        " of its resolution 60/5, and A/60/10, chap. IV, sect. B.2;"
    )
    assert [(str(one.target), one.pinpoint) for one in told.citations] == [
        ("A/60/1", "paragraph 26"),
        ("A/RES/60/3", "chapter VI"),
        ("A/60/5", ""),
        ("A/RES/60/2", "paragraphs 5 (a), (b) and 6–8"),
        ("A/RES/60/4", ""),
        ("A/RES/60/5", "section X"),
        ("A/60/10", "chap. IV, sect. B.2"),
    ]
