"""Used names: where a proper name begins and ends, what short forms point back to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from southsouth.reading.instruments.name_tail import UNFINISHED
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
        ("the Conference on Wells in Buenos Aires", ["Conference on Wells"]),
        ("the Office for Wells in May 2004", ["Office for Wells"]),
        ("the Wells Union in Ostend", ["Wells Union"]),
        ("the Organization for Wells in Africa", ["Organization for Wells in Africa"]),
        ("the Convention against Drilling in Sport", ["Convention against Drilling in Sport"]),
        ("the Conference on Wells in Rural Areas", ["Conference on Wells in Rural Areas"]),
        ("the Second Congress on Wells, Ostend", ["Second Congress on Wells"]),
        ("the Wells Bank in Atlantian countries", ["Wells Bank"]),
        # who and what is only near it
        ("the Special Envoy for Wells, Jane Ann Doe", ["Special Envoy for Wells"]),
        (
            "the Special Envoy for Wells and Head of the Wells Office",
            ["Special Envoy for Wells", "Wells Office"],
        ),
        ("the Wells Protocol to all States", ["Wells Protocol"]),
        (
            "the General Assembly at the Wells Conference",
            ["Wells Conference"],
        ),
        ("the Outcome and General Assembly resolutions", []),
        ("the Wells Agenda and the Sustainable Development Goals", ["Wells Agenda"]),
        ("the celebration by the United Nations of Wells Day", ["Wells Day"]),
        (
            "the Purposes and Principles of the Charter of the Wells Union",
            ["Charter of the Wells Union", "Wells Union"],
        ),
        ("the Provisions of the Wells Convention", ["Wells Convention"]),
        ("the Union of Soviet Socialist Republics", []),
        ("the West Bank", []),
        # two that share a head, and two that do not
        (
            "the Conference of the Lake and Wells Water Organization",
            [
                "Conference of the Lake and Wells Water Organization",
                "Lake and Wells Water Organization",
            ],
        ),
        (
            "the Conference on Wells in Dry Lands and Food Systems",
            ["Conference on Wells in Dry Lands and Food Systems"],
        ),
        (
            "the Agreement between the Wells Fund and the Lakes Office",
            ["Agreement between the Wells Fund and the Lakes Office", "Lakes Office"],
        ),
        (
            "the Convention on the Use of and Access to Deep Wells",
            ["Convention on the Use of and Access to Deep Wells"],
        ),
        (
            "the Declaration on the Duty of Groups and Organs of Society to Protect Wells",
            ["Declaration on the Duty of Groups and Organs of Society to Protect Wells"],
        ),
        # words behind a small one that belong to it
        (
            "the Wells Agreement for Ending the Conflict over Lakes",
            ["Wells Agreement for Ending the Conflict"],
        ),
        (
            "the Protocol on Substances that Deplete the Deep Wells",
            ["Protocol on Substances that Deplete the Deep Wells"],
        ),
        (
            "the Plan of Action to Prevent and Combat the Illicit Trade in Dry Lands",
            ["Plan of Action to Prevent and Combat the Illicit Trade in Dry Lands"],
        ),
        (
            "the Convention on Damage Caused by Deep Wells",
            ["Convention on Damage Caused by Deep Wells"],
        ),
        (
            "the Working Group on Article 8 (j)",
            ["Working Group on Article 8 (j)"],
        ),
        (
            "the Conference on Sustainable Development Goal 6",
            ["Conference on Sustainable Development Goal 6"],
        ),
        ("the Wells Plan of Action to Prevent and End leaks", ["Wells Plan of Action"]),
        ("the Second Wells Protocol II", ["Second Wells Protocol II"]),
        # the mark of a note is none of it
        ("the Conference on Wells and Lakes7", ["Conference on Wells and Lakes"]),
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
        ("the Wells Network on Lakes on the state of lakes", ["Wells Network on Lakes"]),
        (
            "the Charter of the Wells Office on small lakes",
            ["Charter of the Wells Office", "Wells Office"],
        ),
        ("the International Wells Commission on drilling", ["International Wells Commission"]),
        (
            "the Special Rapporteur on the use of wells for her report",
            ["Special Rapporteur on the use of wells"],
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


@pytest.mark.parametrize("name", [example for _, _, example in UNFINISHED])
def test_names_that_go_on_where_they_seem_to_end(adopt: Adopt, name: str) -> None:
    assert [n.name for n in names(adopt, f"1. Thanks the {name};")] == [name]


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
        ("Third Working Group", True),
        ("Regional Action Plan", True),
        ("Secretariat in Ostend", True),
        ("Office of the Executive Director", True),
        ("Ministry of Water", True),
        ("Programme of the United Nations Water Commissioner", True),
        ("951 Committee", False),
        ("International Criminal Court", False),
        ("Global Compact", False),
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
