"""Mentions of invented names in sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from southsouth.reading.documents import read_bytes
from southsouth.reading.instruments import Authority, Name, Thing, mentions_in
from southsouth.reading.instruments.references import whole_end
from southsouth.reading.reader import Reading
from southsouth.reading.structure.parse import parse_resolution

Adopt = Callable[..., Reading]
BASE = "https://w3id.org/southsouth/"


def mentioned(reading: Reading) -> list[tuple[str, str]]:
    """Each mention's words and its thing, without the base."""
    text = reading.resolution.text
    return [(text[m.start : m.end], m.thing.removeprefix(BASE)) for m in reading.mentions]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Noting the Voluntary Fund for Wells,",
            [("Voluntary Fund for Wells", "instrument/fund/wells-1-2")],
        ),
        (
            "Noting the United Nations Fund for Water,",
            [("United Nations Fund for Water", "instrument/fund/wells-1-2")],
        ),
        # the longest name wins
        (
            "Noting the Lima Programme of Action on Rivers,",
            [("Lima Programme of Action on Rivers", "instrument/programme/lima-rivers-2001")],
        ),
        (
            "Noting the Lima Programme of Action on wells,",
            [("Lima Programme of Action", "instrument/programme/lima-1990")],
        ),
        (
            "Noting the Executive Board of the United Nations Wells Programme,",
            [("Executive Board of the United Nations Wells Programme", "body/unwp-board")],
        ),
        # case, acronyms, spelling
        (
            "Noting the High-Level Committee on Wells,",
            [("High-Level Committee on Wells", "body/hlc-wells")],
        ),
        (
            "Noting the high‑level Committee on Wells,",
            [("high‑level Committee on Wells", "body/hlc-wells")],
        ),
        ("Noting the voluntary fund for wells,", []),
        ("Noting UNWP and the (UNWP),", [("UNWP", "body/unwp"), ("UNWP", "body/unwp")]),
        ("Noting unwp, Unwp, UNWPs, X-UNWP, UNWP-X and UNWP/3,", []),
        (
            "Noting Children’s Well–water Day,",
            [("Children’s Well–water Day", "instrument/observance/children-2010")],
        ),
        (
            "Noting the Voluntary Fund\nfor  Wells,",
            [("Voluntary Fund\nfor  Wells", "instrument/fund/wells-1-2")],
        ),
        ("Noting the Voluntary Fund for Wellsprings,", []),
        ("Noting the Fonds volontaire pour les puits,", []),
        ("Noting wells,", []),
    ],
)
def test_a_sentence(adopt: Adopt, sentence: str, expected: list[tuple[str, str]]) -> None:
    reading = adopt(sentence, "1. Decides to dig.")
    assert mentioned(reading) == expected
    assert {m.part for m in reading.mentions} <= {"pp1"}


def test_a_mention_knows_the_name(adopt: Adopt) -> None:
    first, second = adopt(
        "Noting the Voluntary Fund for Wells, now United Nations Fund for Water,"
    ).mentions
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


def test_a_name_ends_with_its_paragraph(read: Callable[[str], Reading]) -> None:
    reading = read(
        "A/RES/70/1\n\n70/1. Wells\n\nThe General Assembly,\n\n1. *Notes*  the Voluntary Fund\n\n"
        "for Wells, and  UNWP\n\n2. *Notes* the\tUnited  Nations   Fund\nfor Water."
    )
    assert mentioned(reading) == [
        ("UNWP", "body/unwp"),
        ("United  Nations   Fund\nfor Water", "instrument/fund/wells-1-2"),
    ]


def test_without_names_nothing_is_mentioned(adopt: Adopt) -> None:
    reading = adopt("Noting the Voluntary Fund for Wells,")
    assert mentions_in(reading.resolution, Authority({}, ())) == ()


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        # back to the last full name that fits, also in an earlier paragraph
        (["Noting the Voluntary Fund for Wells,", "1. Supports the Fund;"], ["wells-1-2"]),
        (
            ["Noting the Voluntary Fund for Wells,", "1. Supports the said Voluntary Fund;"],
            ["wells-1-2"],
        ),
        (
            [
                "Noting the Voluntary Fund for Wells and the High-level Committee on Wells,",
                "1. Notes that the Committee runs the Fund;",
            ],
            ["hlc-wells", "wells-1-2"],
        ),
        # a name that no record knows stands between
        (
            [
                "Noting the Voluntary Fund for Wells,",
                "Noting the Ponds Fund,",
                "1. Supports the Fund;",
            ],
            [""],
        ),
        # two in one paragraph
        (
            [
                "Noting the Voluntary Fund for Wells and the Special Fund for Lakes,",
                "1. Supports the Fund;",
            ],
            [],
        ),
        # one thing under two names is one thing
        (
            [
                "Noting the Voluntary Fund for Wells, now the United Nations Fund for Water,",
                "1. Supports the Fund;",
            ],
            ["wells-1-2"],
        ),
        # no reference: nothing before, a longer name, small letters, no article
        (["1. Supports the Fund;"], []),
        (
            [
                "Noting the Voluntary Fund for Wells,",
                "1. Supports the Fund for Ponds, the fund, the Fund Board and Fund;",
            ],
            [],
        ),
    ],
)
def test_back_references(adopt: Adopt, paragraphs: list[str], expected: list[str]) -> None:
    if not paragraphs[-1].startswith("1."):
        paragraphs.append("1. Decides to dig.")
    references = [m for m in adopt(*paragraphs).mentions if m.full is not None]
    assert [m.thing.rpartition("/")[2] for m in references] == expected
    assert all(not m.name for m in references)


def test_a_reference_knows_the_full_name(adopt: Adopt) -> None:
    reading = adopt("Noting the Voluntary Fund for Wells,", "1. Supports the said Voluntary Fund;")
    (full, reference) = reading.mentions
    text = reading.resolution.text
    assert reference.full == (full.start, full.end)
    assert text[reference.start : reference.end] == "Voluntary Fund"
    assert reading.mentions.at(reference.start) is reference
    assert reading.mentions.at(reference.end) is None
    assert reading.mentions.between(full.start, full.start + 1) == (full,)


def test_unknown_names_are_not_among_the_known_mentions(adopt: Adopt) -> None:
    reading = adopt("Noting the Ponds Fund,", "1. Supports the Fund;")
    assert [m.full is not None for m in reading.mentions] == [True]
    assert reading.mentions.known() == ()


def test_names_of_scripts_without_capitals_are_found_inside_words() -> None:
    authority = Authority(
        {"x": Thing("x", "Wells Fund", "TrustFund")}, (Name("x#zh", "水井基金", "zh", "x", ""),)
    )
    text = "A/RES/70/1\n\n大会，\n\n1. 注意到联合国水井基金的工作；"
    document = replace(read_bytes(text.encode(), "t.txt"), language="zh")
    found = mentions_in(parse_resolution(document), authority)
    assert [(document.text[m.start : m.end], m.thing) for m in found] == [("水井基金", "x")]


def test_the_whole_end_of_a_name_lies_in_its_paragraph() -> None:
    text = "Panel of Experts and Ponds Committee\n\n25. Decides"
    end = text.index("\n")
    assert whole_end(text, text.index("Ponds"), end, len(text)) == end
