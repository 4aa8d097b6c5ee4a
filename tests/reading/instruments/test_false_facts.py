"""Sentences that look like change and state none: each is a kind of false fact once read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from southsouth.reading.reader import Reading

Adopt = Callable[..., Reading]

#: Sentences, and the kind of event that they must not state ("" for any).
NOTHING = [
    # who is called what he is, and posts, are not renamed
    ("1. Notes the Governments designated as Depositary Governments in 1990;", "rename"),
    ("1. Notes the post of Ponds Officer (formerly Radio Producer in the Ponds Service);",
     "rename"),
    # what only co-operates with a body is founded, not the body
    ("1. Agrees that close co-operation with the Ponds Programme should be established;", ""),
    # a body named on the way is not what ends
    ("1. Decides that the provisions of the annex, as reviewed by the Ponds Council, shall be "
     "terminated;", ""),
    ("1. No appointment of a member of the Ponds Commission can be terminated unless all agree;",
     ""),
    # one fund does not become several boards
    ("1. Decides that the governing bodies of the Ponds Programme and the Pools Fund shall be "
     "transformed into Executive Boards;", ""),
    # whoever adopts or reviews founds nothing
    ("1. Notes the purposes of the Charter adopted by the General Assembly;", "adopt"),
    ("1. Adopts the outcome of the periodic review of Pondland, which is constituted of a report;",
     ""),
    ("1. Defines what constitutes abuse by the Ponds Mission;", ""),
    ("1. The Ombudsperson shall hear the designating States and the States concerned;", ""),
    # adjectives, nouns, and what is not done
    ("1. Requests the Ponds Programme to close the gap of the Pools Goal in close contact with the "
     "Pools Office;", "terminate"),
    ("1. Notes countries with economies in transition that are acceding to the Ponds Organization;",
     ""),
    ("1. Decides not to abolish the Ponds Office;", ""),
    # words are amended, generators and officers replaced
    ("1. In paragraph 4 replace “Ponds Office” with “Pools Office”;", ""),
    ("1. The Force will continue to replace older generators with better models;", ""),
    ("1. Decides to replace 60 Ponds Mission police officers;", ""),
    # only thought of
    ("1. Takes note of the possible transformation of the Ponds Office into a Pools Mission;", ""),
    # several things of a kind, and what is taken into account
    ("1. Notes the need to create institutions and structures on wells;", ""),
    ("1. Requests an update on the transformation of the Ponds Office, taking into account the "
     "Pools Mission;", ""),
    ("1. Urges the Ponds Committee to integrate them in its own work programmes;", ""),
    ("1. Notes the ponds consolidation and stresses the role of the Ponds Office in the Pools "
     "Mission;", ""),
    ("1. Fulfils its mandate as consolidated below, and to provide, after talks with the Pools "
     "Committee, a plan;", ""),
    # the Mission's mandate ends, not the Mission; a treaty is closed for signature
    ("1. Requests a plan before the end of the Ponds Mission’s current mandate;", "terminate"),
    ("1. Requests a plan before the end of the mandate of the Ponds Mission;", "terminate"),
    ("1. Decides that the Ponds Agreement shall be open until it is closed for signature;", ""),
    ("1. Decides to abolish one post of Ponds Officer in the Pools Section;", ""),
    ("1. Requests a study of how to liquidate a closing mission;", ""),
    ("1. Asks for a national dialogue on the death penalty and to study its abolition;", ""),
    ("1. Reviews the work with a view to determining whether the Ponds Commission should be "
     "terminated;", ""),
    ("1. Decides to discontinue the expansion of the mandate of the Ponds Mission;", ""),
    ("1. Takes urgent action to close the PQR and AIDS resource gap;", ""),
    ("1. Notes that the session of the Ponds Office was closed by Ms. Pond;", ""),
    ("1. On behalf of its host, the head of the Ponds Department, closed the Pools Conference;",
     "terminate"),
    # who is designated as what
    ("1. Notes that the Ponds Group has been designated as associated with others;", ""),
    ("1. Notes that applying pumps in ponds is generically named “Ponds Systems”;", ""),
    # its own activities, its own establishment, what States have
    ("1. Notes the ability of the Ponds Programme to undertake its core activities;", ""),
    ("1. Recalls the work of the Security Council since its establishment;", ""),
    ("1. Notes the transition of the responsibility for the Ponds Mission to the Pondland "
     "Security Forces;", ""),
    ("1. Notes the talks under the President of the General Assembly, in lieu of the 2019 Ponds "
     "Dialogue;", "succeed"),
    ("1. Notes the intention to take over the Ponds Mission’s security role;", ""),
    ("1. Notes the support of the Ponds Committee and of the Pools Panel, with their mandates "
     "assumed by the Lakes Office;", "succeed"),
    # a participle that describes another word
    ("1. Notes the control of the African Union on the terms established in paragraph 3;", ""),
    ("1. Notes that the Ponds Agreement established new Rules on pumps;", ""),
    ("1. Notes the Ponds Initiative and the Pools Plan, which seek to create and link parks;", ""),
    # titles
    ("1. Decides to include the item entitled “Establishment of a zone of ponds in Pondland”;",
     "establish"),
    # positions are converted, and a title is amended of another treaty than the one named last
    ("1. Decides to convert one extrabudgetary position of Ponds Officer (P-4), established in "
     "2019 and redeployed to Pondtown;", "rename"),
    ("1. Welcomes the Protocol amending the title of the Agreement, which was adopted in May 2019 "
     "by the Conference of the Parties to the 1957 Ponds Agreement on Lakes;", "rename"),
    # neither an organ nor a treaty follows a body
    ("1. Notes decisions of the Security Council concerning the transition to a Ponds operation;",
     "succeed"),
    ("1. Notes the texts of the Ponds Union and the plan to replace it with a mandatory ponds "
     "convention;", "succeed"),
    ("1. Notes help to the Ponds Mission with a view to assume full logistical support "
     "responsibility of the Pools Mission;", "succeed"),
    ("1. Notes the planning of the Ponds Mission during its transition in line with the mandate of "
     "the Ponds Office to the Lakes Union;", "succeed"),
    # what is only on a list, in question or part of a name does not end
    ("1. Notes entities on the Ponds Sanctions List that are reported to have ceased to exist;",
     "terminate"),
    ("1. Reaffirms that the question of termination of the Ponds Mission will be reviewed;",
     "terminate"),
    ("1. Awaits his recommendation on the termination of the mandate of the Ponds Mission;",
     "terminate"),
    ("1. Requests the Ponds Office to close PONDM operating bases;", "terminate"),
    ("1. Decides to abolish one General Service (Other level) post;", "terminate"),
    # rockets are launched, and a State has a constitution
    ("1. Deplores a further PONDK launch;", "establish"),
    ("1. Notes the draft constitution, and the reconstitution of the Ponds Commission;",
     "establish"),
    ("1. Notes the establishment of a post-PONDM security posture;", "establish"),
    # what is observed or recognized of a year or day is no observance
    ("1. Observing that on 27 October 1950 the Ponds Council dug;", "proclaim"),
    ("Recognizing that in 2020 the Ponds University celebrated,", "proclaim"),
    # what a thing has at a place, what describes others, and work that is no meeting
    ("1. Notes the establishment of PONDM mission headquarters;", "establish"),
    ("1. Notes the Ponds Union and goals, most recently those established for Lakeland;",
     "establish"),
    ("1. Requests the Secretary-General to conduct a comprehensive review of pumps at "
     "Headquarters;", "establish"),
    ("1. Notes the abolishment of this position from PONDM;", "terminate"),
    # what one thing does with another, and where meetings close
    ("1. Notes PONDF’s commitment to promote the establishment and registration of clubs;", ""),
    ("1. Notes the Ponds Office and its closing meeting in May;", "terminate"),
    ("2. Vehicles found in places other than those of the Ponds Agreement shall be returned;", ""),
    # what belongs inside a name, or to two sides, is not founded
    ("1. Notes the Committee for the Negotiation of a Ponds Convention established in 2000;",
     "establish"),
    # whom one holds to account
    ("1. Requests States to find those who fail under the Ponds Convention and hold them "
     "accountable;", ""),
    # a thing does not succeed itself
    ("1. Notes the Ponds Office, which replaces the Ponds Office;", "succeed"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind"), NOTHING, ids=[s for s, _ in NOTHING])
def test_a_sentence_states_no_event(adopt: Adopt, sentence: str, kind: str) -> None:
    kinds = [event.kind for event in adopt(sentence).events]
    assert kind not in kinds if kind else not kinds


def test_what_is_intended_is_not_decided(adopt: Adopt) -> None:
    (event,) = adopt("1. Expresses its intent to establish a Ponds Mission;").events
    assert event.force != "decided"
    assert event.day is None


def test_the_assembly_is_not_what_it_renames(adopt: Adopt) -> None:
    (event,) = adopt(
        "1. Decides that the General Assembly shall change the designation of the Ponds Council to "
        "the Ponds Assembly of the Ponds Programme;"
    ).events
    assert event.subject.text == "Ponds Council"


def test_what_founded_a_body_is_no_authority_for_its_new_name(adopt: Adopt) -> None:
    founded, renamed = adopt(
        "Reaffirming its resolution 13 (I) of 13 February 1946, by which it established the "
        "Department of Ponds (now the Department of Pools),",
        "1. Decides to dig;",
    ).events
    assert (founded.kind, [str(s) for s in founded.authority]) == ("establish", ["A/RES/13(I)"])
    assert (renamed.kind, renamed.authority, renamed.day) == ("rename", (), None)


def test_the_sentence_before_says_what_it_is(adopt: Adopt) -> None:
    events = adopt(
        "1. The Ponds Mission is led by the Ponds Union. It was created by the Pools Council."
    ).events
    assert [(e.kind, e.subject.text) for e in events] == [("establish", "Ponds Mission")]


def test_an_item_of_a_list_shares_the_words_before_it(adopt: Adopt) -> None:
    events = adopt(
        "1. Decides that the Ponds Forum:",
        "(a) Shall be open;",
        "(b) Shall replace the Pools Commission;",
    ).events
    assert [(e.kind, e.subject.text, e.new_name and e.new_name.text) for e in events] == [
        ("succeed", "Pools Commission", "Ponds Forum")
    ]


@pytest.mark.parametrize(
    ("sentence", "founded"),
    [
        ("Welcomes the setting-up in Lima of the Secretary-General’s Special Fund for Ponds;",
         "Secretary-General’s Special Fund for Ponds"),
        ("Welcomes the setting up of a comprehensive and integrated ponds policy framework "
         "measuring performance based on data;",
         "comprehensive and integrated ponds policy framework"),
        ("Welcomes the launch by the Director, in the month of May, of the Ponds Youth Strategy;",
         "Ponds Youth Strategy"),
        ("Calls for the formation of a well-trained, adequately equipped and accountable “Ponds "
         "Reaction Force” able to take over;", "Ponds Reaction Force"),
        ("Supports the establishment of a Ponds Board and the appointment of its chair;",
         "Ponds Board"),
        ("Supports the idea of establishing a ponds unit within the Secretariat, in accord with "
         "existing rules, subject to a report;", "ponds unit within the Secretariat"),
        ("Recalls the Ponds Programme, in which it was recommended that a forum on wells be "
         "established;", "forum on wells"),
        ("Decides to conduct a high-level midterm review of the Ponds Programme;",
         "high-level midterm review of the Ponds Programme"),
        ("Decides to extend the mandate of the Ponds Panel, established by resolution 60/1;",
         "Ponds Panel"),
        ("Notes the resolution by which the Ponds Team, headed by a Special Adviser, was "
         "established;", "Ponds Team"),
        ("Notes items that the Ponds Council or the Lakes Committee established by paragraph 12 "
         "wants;", "Lakes Committee"),
        ("Decides to convene the Third Meeting of the Ponds;", "Third Meeting of the Ponds"),
        ("Decides to establish a mobile and well-equipped Lakes “Ponds Reaction Force”;",
         "Ponds Reaction Force"),
    ],
)  # fmt: skip
def test_names_behind_adjectives(adopt: Adopt, sentence: str, founded: str) -> None:
    (event,) = adopt(f"1. {sentence}").events
    assert (event.kind, event.subject.text) == ("establish", founded)


#: Sentences, and whether what they state happens to no thing that one can tell from others.
GENERIC = [
    ("1. Urges States to establish a vetting mechanism;", True),
    ("1. Notes the call to establish focal points on wells;", True),
    ("1. Decides to establish a temporary position of Ponds Officer;", True),
    ("1. Urges States to transform the Ponds Network into a unit;", True),
    (
        "1. Requests the Secretary-General to prepare a ponds framework to replace the current "
        "pools plan;",
        True,
    ),
    ("1. Requests the Secretary-General to hold an open and lasting dialogue;", True),
    ("1. Requests all Ponds Council Committees established by resolutions to dig;", True),
    ("1. Notes the establishment of a special committee or task force;", True),
    (
        "1. Decides to establish the position of Assistant at Headquarters for the Ponds "
        "Representative;",
        True,
    ),
    ("1. Welcomes the establishment of the Ponds Committee of Local Authorities;", False),
    ("1. Requests the Secretary-General to establish a trust fund for wells;", False),
    ("1. Decides to establish a mechanism for wells;", False),
    ("1. Urges States to establish the Ponds Office;", False),
    ("1. Decides to rename the Ponds Office as the Pools Office;", False),
]


@pytest.mark.parametrize(("sentence", "generic"), GENERIC, ids=[s for s, _ in GENERIC])
def test_what_has_no_name_is_generic(adopt: Adopt, sentence: str, generic: bool) -> None:
    marks = {event.generic for event in adopt(sentence).events}
    assert marks in ({generic}, set()) if generic else marks == {generic}
