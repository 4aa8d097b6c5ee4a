"""Events stated in sentences of our own about invented funds and committees."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.errors import DocumentError
from southsouth.reading.documents import read_bytes
from southsouth.reading.instruments import Authority, Event
from southsouth.reading.instruments.events import Role
from southsouth.reading.instruments.predicates import PREDICATES
from southsouth.reading.reader import Reading, read_document

Adopt = Callable[..., Reading]
BASE = "https://w3id.org/southsouth/"

WELLS = ("Voluntary Fund for Wells", "instrument/fund/wells-1-2#name-en-1")
WATER = ("United Nations Fund for Water", "instrument/fund/wells-1-2#name-en-2")
LAKES = ("Special Fund for Lakes", "instrument/fund/lakes-1990#name-en-1")
RIVERS = ("Fund for Rivers", "instrument/fund/lakes-1990#name-en-2")
REVIEW = ("Committee on the Review of Wells", "body/hlc-wells#name-en-1")
COMMITTEE = ("High-level Committee on Wells", "body/hlc-wells#name-en-2")
UNIT = ("Special Unit for Wells", "body/special-unit-wells#name-en-1")
PROGRAMME = ("United Nations Wells Programme", "body/unwp#name-en-1")
SECRETARY = ("Secretary-General", "body/secretary-general#name-en-1")
PLEDGING = ("Pledging Conference for Water", "conference/pledging-water#name-en-1")
SUMMIT = ("first Wells Summit", "conference/wells-summit-1#name-en-1")
LIMA = ("Lima Programme of Action", "instrument/programme/lima-1990#name-en-1")
OUTCOME = ("Lima outcome document", "instrument/outcome/lima-2019#name-en-1")
DAY = ("World Day of Wells", "instrument/observance/wells-day#name-en-1")
ASSEMBLY = ("General Assembly", "body/general-assembly")  # the speaker, named by no words

ADOPTED = date(2015, 10, 1)  # the day of the resolutions that ``adopt`` makes


def filled(role: Role) -> tuple[str, str]:
    return role.text, (role.name or role.thing).removeprefix(BASE)


def told(event: Event) -> dict[str, Any]:
    """What an event states, without what it leaves open."""
    facts = {
        "kind": event.kind,
        "force": event.force,
        "subject": filled(event.subject),
        "new": event.new_name and filled(event.new_name),
        "actors": [filled(actor) for actor in event.actors],
        "authority": [str(symbol) for symbol in event.authority],
        "day": event.day,
        "conditions": list(event.conditions),
        "preserves": list(event.preserves),
        "while_exists": event.while_exists,
        "designated_as": event.designated_as,
        "place": event.place and filled(event.place),
        "observed_on": event.observed_on,
        "session": event.session,
        "item": event.item,
        "to": event.recipient and filled(event.recipient),
        "due": event.due,
    }
    return {name: value for name, value in facts.items() if value}


def decided(kind: str, subject: tuple[str, str], **more: Any) -> dict[str, Any]:
    facts = {"kind": kind, "force": "decided", "subject": subject, "actors": [ASSEMBLY]}
    return {**facts, "day": ADOPTED, **more}


def requested(
    kind: str, subject: tuple[str, str], actor: tuple[str, str], **more: Any
) -> dict[str, Any]:
    return {"kind": kind, "force": "requested", "subject": subject, "actors": [actor], **more}


def reported(kind: str, subject: tuple[str, str], **more: Any) -> dict[str, Any]:
    return {"kind": kind, "force": "reported", "subject": subject, **more}


SENTENCES: list[tuple[str, list[dict[str, Any]]]] = [
    # renamings
    ("1. Invites the United Nations Wells Programme to rename the Voluntary Fund for Wells, which "
     "was established in accordance with General Assembly resolution 41/2 of 3 May 1987, as the "
     "United Nations Fund for Water, while retaining its voluntary nature and mandate, and to "
     "designate it as the main trust fund for wells;",
     [requested("rename", WELLS, PROGRAMME, new=WATER, preserves=["mandate", "voluntary-nature"],
                conditions=["while retaining its voluntary nature and mandate"]),
      reported("establish", WELLS, authority=["A/RES/41/2"], day=date(1987, 5, 3)),
      requested("designate", WELLS, PROGRAMME, designated_as="main trust fund for wells")]),
    ("1. Decides to rename the Voluntary Fund for Wells as the United Nations Fund for Water;",
     [decided("rename", WELLS, new=WATER)]),
    ("1. Renames the Voluntary Fund for Wells the United Nations Fund for Water;",
     [decided("rename", WELLS, new=WATER)]),
    ("1. Notes the work of the Committee on the Review of Wells, and decides to change the title "
     "of the Committee to High-level Committee on Wells, with no change in its mandate;",
     [decided("rename", REVIEW, new=COMMITTEE, preserves=["mandate"],
              conditions=["with no change in its mandate"])]),
    ("1. Decides that the Special Fund for Lakes shall henceforth be known as the Fund for Rivers;",
     [decided("rename", LAKES, new=RIVERS)]),
    ("1. Decides to redesignate the Special Fund for Lakes as the Fund for Rivers;",
     [decided("rename", LAKES, new=RIVERS)]),
    ("Recalling that the Special Fund for Lakes was renamed the Fund for Rivers,",
     [reported("rename", LAKES, new=RIVERS)]),
    ("1. Requests the Secretary-General to rename the Office for Deep Ponds the Ponds Office;",
     [requested("rename", ("Office for Deep Ponds", ""), SECRETARY, new=("Ponds Office", ""))]),
    ("1. Decides to rename the Special Fund for Lakes the Fund for Rivers and the Ponds Office as "
     "the Office for Pools;",
     [decided("rename", LAKES, new=RIVERS),
      decided("rename", ("Ponds Office", ""), new=("Office for Pools", ""))]),
    ("1. Decides to transform the Ponds Office into the Office for Pools and to rename it the "
     "Office for Springs;",
     [decided("rename", ("Ponds Office", ""), new=("Office for Pools", "")),
      decided("rename", ("Ponds Office", ""), new=("Office for Springs", ""))]),
    ("Recalling its resolution 41/2 of 3 May 1987, by which the Ponds Office would bear the title "
     "of Office for Pools as of 1 June,",
     [reported("rename", ("Ponds Office", ""), new=("Office for Pools", ""),
               authority=["A/RES/41/2"], day=date(1987, 5, 3))]),
    ("Welcoming the work of the Ponds Office and its renaming as the Office for Pools,",
     [reported("rename", ("Ponds Office", ""), new=("Office for Pools", ""))]),
    ("Noting the Ponds Mission (POMI), which was reconfigured into the Pools Mission (POOMI) and "
     "most recently into the Springs Mission,",
     [reported("rename", ("Ponds Mission", ""), new=("Pools Mission", "")),
      reported("rename", ("Pools Mission", ""), new=("Springs Mission", ""))]),
    ("1. Takes note of the possible transformation of the Ponds Office into a Pools Mission;", []),
    # successions, mergers, terminations
    ("1. Decides to dissolve the Ponds Office and to replace it with the Pools Mission;",
     [decided("terminate", ("Ponds Office", "")),
      decided("succeed", ("Ponds Office", ""), new=("Pools Mission", ""))]),
    ("Noting the Ponds Office and its successor, the Pools Mission,",
     [reported("succeed", ("Ponds Office", ""), new=("Pools Mission", ""))]),
    ("1. Requests the Secretary-General to merge the Ponds Office into the Pools Department;",
     [requested("merge", ("Ponds Office", ""), SECRETARY, new=("Pools Department", ""))]),
    ("1. Requests the Secretary-General to transfer the administration of the Special Fund for "
     "Lakes to the Ponds Office;",
     [requested("transfer", LAKES, SECRETARY, new=("Ponds Office", ""))]),
    # designations
    ("1. Decides to designate the Special Unit for Wells as the focal point for wells;",
     [decided("designate", UNIT, designated_as="focal point for wells")]),
    ("1. Designates the Special Unit for Wells as the focal point for wells;",
     [decided("designate", UNIT, designated_as="focal point for wells")]),
    # establishments
    ("Noting the Voluntary Fund for Wells, established by its resolution 41/2 of 3 May 1987,",
     [reported("establish", WELLS, authority=["A/RES/41/2"], day=date(1987, 5, 3),
               actors=[ASSEMBLY])]),
    ("Noting the Voluntary Fund for Wells, which was set up under its decision 60/501,",
     [reported("establish", WELLS, authority=["A/DEC/60/501"])]),
    ("Noting UNWP, established by its resolution 41/2 of 3 May 1987,",
     [reported("establish", ("UNWP", "body/unwp#name-en-2"), authority=["A/RES/41/2"],
               day=date(1987, 5, 3), actors=[ASSEMBLY])]),
    ("1. Decides to establish, within existing resources, a Ponds Office and a working group on "
     "pools, and to dig;",
     [decided("establish", ("Ponds Office", "")),
      decided("establish", ("working group on pools", ""))]),
    ("1. Requests the Secretary-General to consider establishing a Ponds Office;",
     [requested("establish", ("Ponds Office", ""), SECRETARY)]),
    ("Welcoming the establishment by the Secretary-General of the Ponds Office,",
     [reported("establish", ("Ponds Office", ""), actors=[SECRETARY])]),
    ("Recalling resolution 41/2 of 3 May 1987, in which it requested the Secretary-General to set "
     "up a Ponds Office,",
     [reported("establish", ("Ponds Office", ""), authority=["A/RES/41/2"],
               day=date(1987, 5, 3))]),
    ("1. Decides to establish criteria for wells;", []),
    # inclusions
    ("1. Decides to include the Voluntary Fund for Wells in the Pledging Conference for Water, as "
     "long as it exists;",
     [decided("include", WELLS, place=PLEDGING, while_exists=True,
              conditions=["as long as it exists"])]),
    ("1. Reiterates its decision, in its resolution 57/900 of 2 March 2003, to include the "
     "Voluntary Fund for Wells in the Pledging Conference for Water, as long as it exists, recalls "
     "the decision to include the Special Fund for Lakes in the same Pledging Conference, and "
     "invites all to give;",
     [reported("include", WELLS, place=PLEDGING, while_exists=True, actors=[ASSEMBLY],
               conditions=["as long as it exists"], authority=["A/RES/57/900"],
               day=date(2003, 3, 2)),
      reported("include", LAKES, place=PLEDGING)]),
    ("1. Recalls the inclusion of the Voluntary Fund for Wells, and in the same manner decides to "
     "include the Special Fund for Lakes in the Pledging Conference for Water;",
     [decided("include", LAKES, place=PLEDGING)]),
    ("1. Decides to include the Office for Deep Ponds in the Pledging Conference for Water;", []),
    # proclamations
    ("1. Decides to declare 3 May, the date of the first digging, as the World Day of Wells;",
     [decided("proclaim", DAY, observed_on="--05-03")]),
    ("1. Proclaims 3 May as World Day of Wells;",
     [decided("proclaim", DAY, observed_on="--05-03")]),
    ("1. Invites the United Nations Wells Programme to observe 3 May as the World Day of Wells;",
     [requested("proclaim", DAY, PROGRAMME, observed_on="--05-03")]),
    ("Recalling its resolution 41/2 of 3 May 1987, in which it proclaimed 1990 the International "
     "Year of Wells,",
     [reported("proclaim", ("International Year of Wells", ""), authority=["A/RES/41/2"],
               day=date(1987, 5, 3), actors=[ASSEMBLY])]),
    ("1. Declares that 3 May shall henceforth be called “World Day of Wells”;",
     [decided("proclaim", DAY, observed_on="--05-03")]),
    # outcomes
    ("1. Takes note of the Lima Programme of Action adopted by the first Wells Summit;",
     [reported("adopt", LIMA, actors=[SUMMIT])]),
    ("1. Decides to endorse the Lima Programme of Action;", [decided("endorse", LIMA)]),
    ("Recalling its resolution 64/222 of 21 December 2009, in which it endorsed the Lima outcome "
     "document,",
     [reported("endorse", OUTCOME, authority=["A/RES/64/222"], day=date(2009, 12, 21),
               actors=[ASSEMBLY])]),
    ("1. Decides to endorse the Ponds Plan;", []),
    # strengthening
    ("1. Invites the High-level Committee on Wells to consider measures to strengthen further the "
     "Special Unit for Wells within the United Nations Wells Programme;",
     [requested("strengthen", UNIT, COMMITTEE)]),
    ("1. Requests the Secretary-General to strengthen the Office for Deep Ponds;", []),
    ("1. Requests the Secretary-General to present his report on measures to strengthen the "
     "Special Unit for Wells;", [requested("report", ("measures", ""), SECRETARY)]),
    ("1. Recognizes the need to strengthen the Special Unit for Wells;", []),
    # the agenda and reports
    ("1. Decides to include in the provisional agenda of its ninetieth session a sub-item "
     "entitled “Wells”, and requests the Secretary-General to submit at that session a full report "
     "on wells;",
     [decided("agenda", ("Wells", ""), session="90", item="Wells"),
      requested("report", ("wells", ""), SECRETARY, session="90")]),
    ("1. Requests the Secretary-General to submit to the General Assembly at its ninety-first "
     "session a report on wells;",
     [requested("report", ("wells", ""), SECRETARY, session="91",
                to=("the General Assembly", ""))]),
    # nothing happens
    ("1. Notes the Voluntary Fund for Wells and the wells of the Fund for Rivers;", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[s for s, _ in SENTENCES])
def test_a_sentence(adopt: Adopt, sentence: str, expected: list[dict[str, Any]]) -> None:
    provisions = [sentence] if sentence.startswith("1.") else [sentence, "1. Decides to dig."]
    assert [told(event) for event in adopt(*provisions).events] == expected


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        (
            "1. Decides to rename the Special Fund for Lakes as the Fund for Rivers, and to dig;",
            "rename the Special Fund for Lakes as the Fund for Rivers",
        ),
        (
            "1. Decides to include the Special Fund for Lakes in the Pledging Conference for "
            "Water, "
            "as long as it exists, and to dig;",
            "include the Special Fund for Lakes in the Pledging Conference for Water, as long "
            "as it "
            "exists",
        ),
        (
            "Recalling resolution 64/222, in which it endorsed the Lima outcome document, and "
            "wells,",
            "endorsed the Lima outcome document",
        ),
        (
            "1. Takes note of the Lima Programme of Action adopted by the first Wells Summit, the "
            "Ponds Plan and the Lakes Plan;",
            "Lima Programme of Action adopted by the first Wells Summit",
        ),
    ],
)
def test_an_event_quotes_its_words(adopt: Adopt, sentence: str, quote: str) -> None:
    reading = adopt(sentence, "1. Decides to dig.")
    (event,) = reading.events
    assert reading.resolution.text[event.start : event.end] == quote


def test_a_sub_paragraph_is_governed_by_the_verb_above_it(adopt: Adopt) -> None:
    reading = adopt(
        "1. Requests the Secretary-General:",
        "(a) To rename the Special Fund for Lakes as the Fund for Rivers;",
    )
    (event,) = reading.events
    assert event.part == "op1(a)"
    assert told(event) == requested("rename", LAKES, SECRETARY, new=RIVERS)


def test_a_title_that_announces_a_renaming_shares_its_names(read: Callable[[str], Reading]) -> None:
    reading = read(
        "A/RES/70/1\n\nResolution adopted by the General Assembly on 1 October 2015\n\n"
        "70/1. Terms of reference of the Ponds Commission: change of name of the "
        "Commission\n\nThe General Assembly,\n\n1. Decides to change the name of the Ponds "
        "Commission to “Pools Commission”;"
    )
    title, decision = reading.events
    assert title.part == "front"
    assert (title.subject.text, title.new_name) == ("Ponds Commission", decision.new_name)
    assert title.force == "decided"


def test_a_title_without_a_new_name_tells_nothing(read: Callable[[str], Reading]) -> None:
    reading = read(
        "A/RES/70/1\n\nResolution adopted by the General Assembly on 1 October 2015\n\n"
        "70/1. Change of name of the Ponds Commission\n\nThe General Assembly,\n\n"
        "1. Decides to dig."
    )
    assert reading.events == ()


def test_every_act_knows_its_events(adopt: Adopt) -> None:
    reading = adopt(
        "1. Notes wells, requests the Secretary-General to rename the Special Fund for "
        "Lakes as the Fund for Rivers, and decides to rename the Voluntary Fund for "
        "Wells as the United Nations Fund for Water;"
    )
    acts = [
        (a.use.verb, a.force, [filled(r) for r in a.addressees], a.events) for a in reading.acts
    ]
    assert acts == [
        ("note", "reported", [], ()),
        ("request", "requested", [SECRETARY], (0,)),
        ("decide", "decided", [], (1,)),
    ]


def test_without_records_an_event_keeps_its_words() -> None:
    text = (
        "A/RES/70/1\n\nThe General Assembly,\n\n1. Notes the Special Fund for Lakes, and decides "
        "to rename the Fund as the Pond Fund;"
    )
    reading = read_document(read_bytes(text.encode(), "test.txt"), Authority({}, ()))
    (event,) = reading.events
    assert filled(event.subject) == ("Special Fund for Lakes", "")
    assert filled(event.new_name or event.subject) == ("Pond Fund", "")


PIECES = st.sampled_from(
    [
        *(f"{row.verb} the Fund" for row in PREDICATES),
        "it",
        "the Fund",
        "Notes",
        "Decides to",
        "rename",
        "requests the Secretary-General to",
        ";",
        ",",
        "as the",
        "Wells Compact",
        "UNWP",
        "1/2",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=8))
def test_any_sentence_is_read(read: Callable[[str], Reading], pieces: list[str]) -> None:
    text = f"A/RES/70/1\n\nThe General Assembly,\n\n1. Decides:\n\n(a) To {' '.join(pieces)};"
    try:
        reading = read(text)
    except DocumentError:  # a control character, say
        return
    names = {part.id for part in reading.resolution.parts}
    for event in reading.events:
        assert event.part in names
        assert 0 <= event.start < event.end <= len(reading.resolution.text)
        assert event.force in {"decided", "requested", "reported"}


def test_a_day_is_proclaimed_as_an_annual_one(adopt: Adopt) -> None:
    (event,) = adopt(
        "1. Decides to designate 7 May as an annual International Day of Wells;"
    ).events
    assert (event.kind, event.subject.text) == ("proclaim", "International Day of Wells")


@pytest.mark.parametrize(
    "words",
    [
        "Notes the Ponds Office’s closure in May",
        "Notes the Ponds Office’s drawdown and closure",
        "Acknowledges the closing of the Ponds Office on 31 December 2023",
        "Decides to transfer the wells as from the closure of the Ponds Office",
    ],
)
def test_how_an_office_closes(adopt: Adopt, words: str) -> None:
    (event,) = adopt(f"1. {words};").events
    assert (event.kind, event.force, event.subject.text) == (
        "terminate",
        "reported",
        "Ponds Office",
    )


@pytest.mark.parametrize(
    "words",
    [
        "the Decade of Ponds (2018–2027), proclaimed by the Ponds Council, is near",
        "the annual Decade of Ponds, unanimously proclaimed by the Ponds Council",
        "the recently proclaimed Decade of Ponds",
    ],
)
def test_what_is_said_to_be_proclaimed(adopt: Adopt, words: str) -> None:
    (event,) = adopt(f"1. Notes {words};").events
    assert (event.kind, event.force, event.subject.text) == (
        "proclaim",
        "reported",
        "Decade of Ponds",
    )


#: Words around what is founded or ended, and with which force it is.
FORCES = [
    ("1. Reiterates its demand that Pondland commence the establishment of the Ponds Court;",
     "requested"),
    ("1. Notes that it was agreed to establish a Ponds Committee;", "reported"),
    ("1. Approves resources of 20 dollars for the liquidation of the Ponds Office;", "reported"),
    ("1. Decides to dig on condition of the establishment of the Ponds Court;", "reported"),
    ("1. Decides to dig as from the abolition of the Ponds Court;", "reported"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "force"), FORCES, ids=[words for words, _ in FORCES])
def test_the_force_of_what_is_spoken_of(adopt: Adopt, words: str, force: str) -> None:
    (event,) = adopt(words).events
    assert event.force == force
