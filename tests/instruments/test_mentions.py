"""Mentions of invented names in sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from southsouth.instruments import Authority, mentions_in
from southsouth.reading import Reading

Adopt = Callable[..., Reading]
BASE = "https://w3id.org/southsouth/"


def mentioned(reading: Reading) -> list[tuple[str, str]]:
    """Each mention's words and its thing, without the base."""
    text = reading.resolution.text
    return [(text[m.start : m.end], m.thing.removeprefix(BASE)) for m in reading.mentions]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Noting the Voluntary Fund for Wells,",
         [("Voluntary Fund for Wells", "instrument/fund/wells-1-2")]),
        ("Noting the United Nations Fund for Water,",
         [("United Nations Fund for Water", "instrument/fund/wells-1-2")]),
        # the longest name wins
        ("Noting the Lima Programme of Action on Rivers,",
         [("Lima Programme of Action on Rivers", "instrument/programme/lima-rivers-2001")]),
        ("Noting the Lima Programme of Action on wells,",
         [("Lima Programme of Action", "instrument/programme/lima-1990")]),
        ("Noting the Executive Board of the United Nations Wells Programme,",
         [("Executive Board of the United Nations Wells Programme", "body/unwp-board")]),
        # case, acronyms, spelling
        ("Noting the High-Level Committee on Wells,",
         [("High-Level Committee on Wells", "body/hlc-wells")]),
        ("Noting the high‑level Committee on Wells,",
         [("high‑level Committee on Wells", "body/hlc-wells")]),
        ("Noting the voluntary fund for wells,", []),
        ("Noting UNWP and the (UNWP),", [("UNWP", "body/unwp"), ("UNWP", "body/unwp")]),
        ("Noting unwp, Unwp, UNWPs, X-UNWP, UNWP-X and UNWP/3,", []),
        ("Noting Children’s Well–water Day,",
         [("Children’s Well–water Day", "instrument/observance/children-2010")]),
        ("Noting the Voluntary Fund\nfor  Wells,",
         [("Voluntary Fund\nfor  Wells", "instrument/fund/wells-1-2")]),
        ("Noting the Voluntary Fund for Wellsprings,", []),
        ("Noting the Fonds volontaire pour les puits,", []),
        ("Noting wells,", []),
    ],
)  # fmt: skip
def test_a_sentence(adopt: Adopt, sentence: str, expected: list[tuple[str, str]]) -> None:
    reading = adopt(sentence, "1. Decides to dig.")
    assert mentioned(reading) == expected
    assert {m.part for m in reading.mentions} <= {"pp1"}


def test_a_mention_knows_the_name(adopt: Adopt) -> None:
    first, second = adopt("Noting the Voluntary Fund for Wells, now United Nations Fund for Water,"
                          ).mentions  # fmt: skip
    assert first.name == f"{BASE}instrument/fund/wells-1-2#name-en-1"
    assert second.name == f"{BASE}instrument/fund/wells-1-2#name-en-2"


def test_a_name_of_several_things_keeps_the_candidates(adopt: Adopt) -> None:
    (mention,) = adopt("Noting the Wells Compact,").mentions
    assert (mention.thing, mention.name) == ("", "")
    assert [iri.removeprefix(BASE) for iri in mention.candidates] == [
        "instrument/declaration/wells-compact-1980",
        "instrument/declaration/wells-compact-2000",
    ]


def test_names_are_found_in_title_provisions_annexes_and_footnotes(
    read: Callable[[str], Reading],
) -> None:
    reading = read(
        "A/RES/70/1\n\nSpecial Fund for Lakes\n\n70/1. Voluntary Fund for Wells\n\n"
        "The General Assembly,\n\n1. *Notes* UNWP<sup>1</sup>, as annexed.\n\n"
        "2nd plenary meeting\n\nAnnex\n\n1. UNWP digs.\n\n<sup>1</sup> See UNWP."
    )
    assert [(m.part, m.thing.removeprefix(BASE)) for m in reading.mentions] == [
        ("front", "instrument/fund/wells-1-2"),
        ("op1", "body/unwp"),
        ("annex1-op1", "body/unwp"),
        ("fn1", "body/unwp"),
    ]


def test_without_names_nothing_is_mentioned(adopt: Adopt) -> None:
    reading = adopt("Noting the Voluntary Fund for Wells,")
    assert mentions_in(reading.resolution, Authority({}, ())) == ()
