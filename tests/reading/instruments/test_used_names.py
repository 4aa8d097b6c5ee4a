"""Used names: where a proper name begins and ends, what short forms point back to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from southsouth.reading.instruments.short_forms import is_short, unpointed
from southsouth.reading.instruments.used_names import UsedName
from southsouth.reading.reader import Reading

Adopt = Callable[..., Reading]


def names(adopt: Adopt, *paragraphs: str) -> list[UsedName]:
    reading = adopt(*paragraphs)
    return [name for name in reading.names if name.part != "front"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the Commission on Wells", ["Commission on Wells"]),
        ("the Lake and Well Water Organization", ["Lake and Well Water Organization"]),
        ("the Wells, Lakes and Rivers Organization", ["Wells, Lakes and Rivers Organization"]),
        # two names, or one that is two
        (
            "the Wells Fund and the Office for Lakes",
            ["Wells Fund", "Office for Lakes"],
        ),
        (
            "the Wells Fund and United Nations Lake Programme",
            ["Wells Fund", "United Nations Lake Programme"],
        ),
        (
            "the Ostend Declaration and Programme of Action",
            ["Ostend Declaration and Programme of Action"],
        ),
        (
            "the Convention against Drought and Other Dry, Arid or Dusty Weather",
            ["Convention against Drought and Other Dry, Arid or Dusty Weather"],
        ),
        # where it is, is part of a mission's name only
        ("the Interim Water Force in Atlantis", ["Interim Water Force in Atlantis"]),
        ("the Conference on Wells in Geneva", ["Conference on Wells"]),
        ("the Office for Wells in May 2004", ["Office for Wells"]),
        # years that belong to it
        (
            "the Programme of Action for Wells for the Decade 2001–2010",
            ["Programme of Action for Wells for the Decade 2001–2010"],
        ),
        # what opens a sentence, and what only points
        ("Such Wells Committee", ["Wells Committee"]),
        ("A Wells Committee", ["Wells Committee"]),
        ("the Mandate of the Wells Committee", ["Wells Committee"]),
        # runs on in small letters behind "on"
        (
            "the Working Group on the use of deep wells in dry places",
            ["Working Group on the use of deep wells in dry places"],
        ),
        # called by the resolution that founded it
        (
            "the Committee established pursuant to resolution 951 (1995) concerning Atlantis",
            ["Committee established pursuant to resolution 951 (1995) concerning Atlantis"],
        ),
        ("the 951 Committee", ["951 Committee"]),
        # acronyms stand alone, symbols and numerals do not
        ("the work of UNWAT and of UN-Wells", ["UNWAT", "UN-Wells"]),
        ("document A/WELLS/RES/3, part XXVII", []),
    ],
)
def test_where_names_begin_and_end(adopt: Adopt, words: str, expected: list[str]) -> None:
    found = names(adopt, f"1. Welcomes the work of {words};")
    assert [name.name for name in found] == expected
    text = adopt(f"1. Welcomes the work of {words};").resolution.text
    assert all(" ".join(text[n.start : n.end].split()) == n.name for n in found)


def test_a_name_inside_another_is_named_too(adopt: Adopt) -> None:
    found = names(adopt, "1. Thanks the Bureau of the Commission on Wells;")
    assert [name.name for name in found] == [
        "Bureau of the Commission on Wells",
        "Commission on Wells",
    ]


def test_no_name_goes_over_a_paragraph(adopt: Adopt) -> None:
    found = names(adopt, "1. Thanks the Wells", "Fund of the Lakes Commission;")
    assert all("Wells Fund" not in name.name for name in found)


def test_acronyms_in_brackets(adopt: Adopt) -> None:
    name, alone = names(adopt, "1. Thanks the United Nations Office for Wells (UNOW);")
    assert (name.name, name.acronym) == ("United Nations Office for Wells", "UNOW")
    assert (alone.name, alone.kind) == ("UNOW", "")


def test_a_short_form_points_back_to_the_fuller_name(adopt: Adopt) -> None:
    found = names(
        adopt,
        "1. Thanks the Steering Unit for Lakes;",
        "2. Requests the Steering Unit to report;",
        "3. Requests the Special Board to report;",
    )
    assert [(n.name, n.full) for n in found] == [
        ("Steering Unit for Lakes", ""),
        ("Steering Unit", "Steering Unit for Lakes"),
        ("Special Board", ""),
    ]


def test_the_year_in_which_a_conference_was_held(adopt: Adopt) -> None:
    (name,) = names(
        adopt, "1. Recalls the Second Wells Conference, held in Ostend from 3 to 7 May 2004;"
    )
    assert (name.name, name.held_in) == ("Second Wells Conference", "2004")


def test_names_in_the_records_are_mentions_and_no_further_names(adopt: Adopt) -> None:
    reading = adopt("1. Requests the United Nations Wells Programme to dig;")
    assert reading.mentions.known()
    assert not [name for name in reading.names if "Wells Programme" in name.name]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Executive Board", True),
        ("Ad Hoc Committee", True),
        ("Conference of the Parties", True),
        ("Executive Board of the Fund", True),
        ("Committee of the Security Council", True),
        ("1968 Convention", True),
        ("Programme of Action", True),
        ("Executive Board of the Wells Fund", False),
        ("Commission on Wells", False),
        ("Trusteeship Council", False),
    ],
)
def test_short_forms(name: str, short: bool) -> None:
    assert is_short(name) is short


def test_a_short_form_without_what_it_is_of() -> None:
    assert unpointed("Executive Board of the Fund") == "Executive Board"
    assert unpointed("Executive Board") == "Executive Board"
