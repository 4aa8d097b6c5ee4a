"""Where phrases begin and end, and what their heads say."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from southsouth.reading.instruments import phrases
from southsouth.reading.instruments.heads import HEADS, head_of, kind_of
from southsouth.reading.instruments.phrases import nearest_before, phrase_after, phrase_before
from southsouth.vocabulary import CLASSES


@pytest.mark.parametrize(
    ("text", "core", "rest"),
    [
        ("the Ponds Fund as the Pools Fund", "Ponds Fund", " as the Pools Fund"),
        ("the Ponds Fund the Pools Fund", "Ponds Fund", " the Pools Fund"),
        ("the Council for Asia and the Far East to", "Council for Asia and the Far East", " to"),
        (
            "the Ponds Office and the Pools Centre, into",
            "Ponds Office",
            " and the Pools Centre, into",
        ),
        ("a Ponds Office and requests", "Ponds Office", " and requests"),
        (
            "a fund for technical and financial help in accordance with",
            "fund for technical and financial help",
            " in accordance with",
        ),
        ("the Body on Dry, Very Dry and Wet Lands", "Body on Dry, Very Dry and Wet Lands", ""),
        ("the Fund to Support the Digging of Wells,", "Fund to Support the Digging of Wells", ","),
        ("“the “Wells” Fund” and", "“Wells” Fund", " and"),
        ("“one-day” wells dialogue;", "“one-day” wells dialogue", ";"),
        ("the Ponds Mission (POMI) and", "Ponds Mission", " and"),
        (
            "the Committee pursuant to resolutions 751 (1992) and 1907 (2009) concerning "
            "Ponds, now",
            "Committee pursuant to resolutions 751 (1992) and 1907 (2009) concerning Ponds",
            ", now",
        ),
        ("the Lima outcome document of", "Lima outcome document", " of"),
        ("a wells programme funded with", "wells programme", " funded with"),
        ("UNPO’s mission", "UNPO", "’s mission"),
        (
            "a wells fund to facilitate the digging of wells;",
            "wells fund to facilitate the digging of wells",
            ";",
        ),
    ],
)
def test_a_phrase_forward(text: str, core: str, rest: str) -> None:
    phrase = phrase_after(text, 0, len(text))
    assert phrase is not None
    assert text[phrase.start : phrase.end] == core
    assert text[phrase.after :] == rest


@pytest.mark.parametrize("text", ["", " ", "which was", "of the Fund", "; the Fund", "“", "“open"])
def test_no_phrase(text: str) -> None:
    assert phrase_after(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("welcomes the work of the Ponds Committee on Digging", "Ponds Committee on Digging"),
        ("the mandate of the Working Group on Ponds", "mandate of the Working Group on Ponds"),
        ("in 1990, the Ponds Mission (POMI)", "Ponds Mission"),
        ("Common premises of wells", "Common premises of wells"),
        ("dig; the wells office", "wells office"),
    ],
)
def test_a_phrase_backward(text: str, core: str) -> None:
    phrase = phrase_before(text, 0, len(text))
    assert phrase is not None
    assert text[phrase.start : phrase.end] == core


def test_the_nearest_institution() -> None:
    text = "The Ponds Fund will be set up in Lima, in order to"
    phrase = nearest_before(text, 0, len(text))
    assert phrase is not None
    assert text[phrase.start : phrase.end] == "Ponds Fund"
    assert nearest_before("wells and ponds", 0, 15) is None


@pytest.mark.parametrize(
    ("phrase", "head", "kind"),
    [
        ("Voluntary Trust Fund for Wells", "Fund", "TrustFund"),
        ("Lima Programme of Action on Wells", "Programme of Action", "ProgrammeOfAction"),
        ("Wells Programme", "Programme", "Programme"),
        ("rule of law assistance unit", "unit", "Office"),
        ("Digging and Drilling Institute", "Institute", "Organization"),
        ("programmes and activities in the field", "activities", "Programme"),
        ("UNPO", "UNPO", "Body"),
        ("the list", "list", ""),
        ("Ponds List", "List", "Instrument"),
        ("criteria for wells", "criteria", ""),
        ("South-South cooperation", "cooperation", ""),
        ("", "", ""),
    ],
)
def test_heads(phrase: str, head: str, kind: str) -> None:
    assert head_of(phrase) == head
    assert kind_of(phrase) == kind


def test_heads_are_of_known_classes_and_of_one_each() -> None:
    nouns = [noun for listed in HEADS.values() for noun in listed.split("|")]
    assert len(nouns) == len(set(nouns))
    assert set(HEADS) <= set(CLASSES)


WORDS = ("the", "Ponds", "Fund", "for", "wells", "and", "Office", "which", "“", "”")


@example(
    [("the", " "), ("Ponds", ", "), ("Wells", " "), ("and", " "), ("Lakes", " "), ("Fund", "")]
)
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", " ", ", ", "; ", ": "]))))
def test_what_no_phrase_runs_over_only_saves_looking(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + mark for word, mark in pieces).rstrip(" ,;:")
    stopped = phrase_before(text, 0, len(text))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(phrases, "_STOPPED", re.compile("(?!)"))
        assert phrase_before(text, 0, len(text)) == stopped


@given(st.text(alphabet="ABab ,;.“”()and the of 19-–’", max_size=60))
def test_any_text_has_phrases_inside_it(text: str) -> None:
    forward = phrase_after(text, 0, len(text))
    backward = phrase_before(text, 0, len(text))
    for phrase in (forward, backward, nearest_before(text, 0, len(text))):
        if phrase is not None:
            assert 0 <= phrase.start < phrase.end <= phrase.after <= len(text)
