"""The fields of events: who acts, on whose authority, when, with which force."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from southsouth.reading.instruments.acting import actor_words
from southsouth.reading.reader import Reading

Adopt = Callable[..., Reading]

#: Words before what somebody is to do, and those of them that name the actor.
ACTING = [
    ("Pondland take immediate measures", "Pondland"),
    ("Ponds Programme gradually", "Ponds Programme"),
    ("Member States acting through or in cooperation with the Ponds Union", "Member States"),
    ("Ponds Conference to support the review", "Ponds Conference"),
    ("General Assembly concerning the regular programmes", "General Assembly"),
    ("competent authorities in Pondland", "competent authorities in Pondland"),
    ("all parties directly concerned", "all parties directly concerned"),
    ("transfer of the full proceeds from the Ponds Fund", ""),
    ("need for adequate measures", ""),
    ("consensus at the first special session", ""),
    ("Ponds Agreement", ""),
]


@pytest.mark.parametrize(("words", "actor"), ACTING, ids=[words for words, _ in ACTING])
def test_the_words_of_an_actor(words: str, actor: str) -> None:
    found = actor_words(words)
    assert found == actor or (found and actor.startswith(found))


#: Sentences, and who acts in the one event that they state.
ACTORS = [
    ("Recalling further that, in its resolution 64/234 of 19 December 2009, the Ponds Commission "
     "proclaimed the First Decade of Ponds,", "Ponds Commission"),
    ("Recalling the adoption by the Assembly of the Ponds Organization of a resolution "
     "proclaiming an International Day for Ponds,", "Assembly of the Ponds Organization"),
    ("Noting resolution A-31/1 of the Assembly of the Ponds Commission, which establishes the "
     "Pools Board,", "Assembly of the Ponds Commission"),
    ("Recalling resolution 41C/53 adopted by the Conference of the Ponds Organization on 23 May "
     "2021, in which it proclaimed 7 July as World Ponds Day,",
     "Conference of the Ponds Organization"),
    ("Recalling Lakes Assembly resolution 2/3 of 9 June 2023, in which the Lakes Assembly "
     "recommended that the Ponds Council proclaim 20 September as World Wells Day,",
     "Ponds Council"),
    ("Recalling the decision taken by the Ponds Council to establish the Wells Unit,",
     "Ponds Council"),
    ("Recalling Security Council resolution 1325 (2000) of 31 October 2000 establishing the Ponds "
     "Board,", "Security Council"),
    ("Expressing its intent to establish a Ponds Operation,", "General Assembly"),
    ("Recalling its resolution 52/17 of 20 November 1997, proclaiming 2001 the International Year "
     "of Ponds,", "General Assembly"),
    ("Welcoming the Third Decade for Ponds (2018–2027), proclaimed by the Ponds Council,",
     "Ponds Council"),
    ("Noting the recommendation by the Lakes Council in its resolution 26/10 that the Ponds "
     "Council proclaim 13 June World Ponds Day,", "Ponds Council"),
    ("Recalling its decision to establish a new ponds training programme on wells,",
     "General Assembly"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "actor"), ACTORS, ids=[actor for _, actor in ACTORS])
def test_who_acts(adopt: Adopt, sentence: str, actor: str) -> None:
    (event,) = adopt(sentence, "1. Decides to dig;").events
    assert [role.text for role in event.actors] == [actor]
    assert event.force == "reported"


@pytest.mark.parametrize(
    "title", ["on wells and their uses", ", entitled “Wells, ponds and pools”, adopted in haste"]
)
def test_a_resolution_is_the_authority_whatever_it_is_on(adopt: Adopt, title: str) -> None:
    (event,) = adopt(
        f"Recalling its resolution 60/172 of 14 December 2005 {title}, by which it proclaimed 2007 "
        "as the International Year of Ponds,",
        "1. Decides to dig;",
    ).events
    assert [str(symbol) for symbol in event.authority] == ["A/RES/60/172"]
    assert str(event.day) == "2005-12-14"


def test_a_resolution_that_welcomes_is_no_authority(adopt: Adopt) -> None:
    (event,) = adopt(
        "Recalling its resolution 60/1 of 16 September 2005, entitled “Outcome of the Summit on "
        "all that matters”, in which it welcomed the establishment of the Ponds Fund,",
        "1. Decides to dig;",
    ).events
    assert event.authority == ()


def test_a_day_behind_a_noun_tells_that_it_happened(adopt: Adopt) -> None:
    (event,) = adopt(
        "1. Strongly supports the steps, in particular the establishment on 14 July 1950 of the "
        "Ponds Council;"
    ).events
    assert (event.force, str(event.day)) == ("reported", "1950-07-14")


def test_its_successor_is_told_of_whatever_governs(adopt: Adopt) -> None:
    (event,) = adopt(
        "1. Requests the Secretary-General to support the Ponds Office and its successor, the "
        "Pools Office;"
    ).events
    assert (event.kind, event.force) == ("succeed", "reported")
