"""Mergers: what is merged together is one event, with each thing as a subject."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from southsouth.publish import event_records
from southsouth.reading.reader import Reading

Adopt = Callable[..., Reading]


def test_a_list_is_merged_in_one_event(adopt: Adopt) -> None:
    reading = adopt(
        "1. Welcomes the consolidation of the Office for Ponds, the Division for Pools and the "
        "Springs Fund into the new Water Entity;"
    )
    (event,) = reading.events
    assert [subject.text for subject in event.subjects] == [
        "Office for Ponds", "Division for Pools", "Springs Fund",
    ]  # fmt: skip
    assert event.new_name is not None
    assert event.new_name.text == "Water Entity"
    (record,) = event_records(reading)
    assert record["subject"] == "Office for Ponds, the Division for Pools and the Springs Fund"


@pytest.mark.parametrize(
    ("sentence", "kind", "subject", "new"),
    [
        ("Decides that three units in the field of wells shall be integrated into one;",
         "merge", "units in the field of wells", "one"),
        ("Decides that both offices shall be consolidated in a single unit, to be called the "
         "Office for Ponds;", "merge", "offices", "Office for Ponds"),
        ("Requests the Director to consolidate into a single fund the accounts established "
         "pursuant to paragraph 8 of resolution 10/1;", "merge", "accounts", "fund"),
        ("Decides that the Ponds information centres shall be integrated into the offices of the "
         "Lakes Coordinator;", "merge", "Ponds information centres",
         "offices of the Lakes Coordinator"),
        ("Decides to proceed by consolidating Ponds programmes and activities in Lima under an "
         "Office for Wells Control;", "merge", "Ponds programmes", "Office for Wells Control"),
        ("Requests the Director to arrange for the transfer of the functions of the Ponds "
         "Commission and of its library and archives to the Lakes Organization;",
         "succeed", "Ponds Commission", "Lakes Organization"),
        ("Approves the transfer of resources allocated to the Office for Ponds and those from the "
         "current Office for Pools, to the new Office for Lakes;", "merge",
         "Office for Ponds and those from the current Office for Pools", "Office for Lakes"),
        ("Recalls its decision in naming the Ponds library, at its birth, ‘The Pools Library’;",
         "rename", "Ponds library", "Pools Library"),
        ("Decides that a decentralized Ponds Tribunal shall replace existing advisory bodies "
         "within the system of wells, including the Lakes Boards, Pools Committees and other "
         "bodies;", "succeed", "existing advisory bodies within the system of wells",
         "decentralized Ponds Tribunal"),
    ],
)  # fmt: skip
def test_several_become_one(adopt: Adopt, sentence: str, kind: str, subject: str, new: str) -> None:
    (event,) = adopt(f"1. {sentence}").events
    assert (event.kind, event.subject.text) == (kind, subject)
    assert event.new_name is not None
    assert event.new_name.text == new


@pytest.mark.parametrize(
    "words",
    ["the Ponds Mission shall, as from 1 July 2010, bear the title of the Pools Mission;",
     "as from 1 July 2010, the Ponds Mission shall bear the title of the Pools Mission;"],
)  # fmt: skip
def test_the_day_from_which_it_holds(adopt: Adopt, words: str) -> None:
    (event,) = adopt(f"1. Decides that {words}").events
    assert str(event.day) == "2010-07-01"


def test_two_together_form_a_third(adopt: Adopt) -> None:
    event = adopt(
        "1. Decides that the Pools Centre and the Lakes Programme shall together form a new "
        "Office for Ponds;"
    ).events[0]
    assert event.kind == "merge"
    assert [subject.text for subject in event.subjects] == ["Pools Centre", "Lakes Programme"]


@pytest.mark.parametrize(
    "sentence",
    [
        "1. Decides to integrate several activities into national plans;",
        "1. Decides that the States shall form a committee;",
    ],
)
def test_no_bodies_are_merged(adopt: Adopt, sentence: str) -> None:
    assert not [event for event in adopt(sentence).events if event.kind == "merge"]


def test_premises_are_named(adopt: Adopt) -> None:
    (event,) = adopt(
        "1. Common premises of the Ponds Programme at the country level will be named “Wells "
        "House”."
    ).events
    assert event.kind == "designate"
    assert event.subject.text.startswith("Common premises of the Ponds Programme")
    assert event.designated_as.startswith("Wells House")


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Decides to establish a universal, intergovernmental, high-level forum on wells;",
         "universal, intergovernmental, high-level forum on wells"),
        ("Notes the launch by the General Conference of the Union of Wells of a process on ponds;",
         "process on ponds"),
        ("Notes the use of the emergency fund established under paragraph 7;", "emergency fund"),
    ],
)  # fmt: skip
def test_what_is_founded(adopt: Adopt, sentence: str, subject: str) -> None:
    (event,) = adopt(f"1. {sentence}").events
    assert (event.kind, event.subject.text) == ("establish", subject)
