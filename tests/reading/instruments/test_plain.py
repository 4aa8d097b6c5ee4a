"""Known words in texts, in one search."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.reading.instruments.known import capitalised_heads
from southsouth.reading.instruments.lexicon import triggers
from southsouth.reading.instruments.plain import Words


def found(words: Words, text: str) -> list[str]:
    return [text[start:end] for start, end, _ in words.spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wells Fund", ["Wells Fund"]),
        ("the “WELLS \n fund” and (wells\u00a0fund)", ["WELLS \n fund", "wells\u00a0fund"]),
        ("Swells Fund, wells  fundamental, wells  fund", ["wells  fund"]),
        ("wells\n\nfund, wells-fund, wells fond", []),
        ("Éwells fund; l’eau-vive, L'EAU–VIVE", ["wells fund", "l’eau-vive", "L'EAU–VIVE"]),
        ("l eau vive", []),
    ],
)
def test_words_stand_where_words_begin_and_end(text: str, expected: list[str]) -> None:
    assert found(Words([("wells fund", 1), ("l'eau-vive", 2)]), text) == expected


@pytest.mark.parametrize(
    ("text", "latin", "anywhere", "expected"),
    [
        ("Фонд  Колодцев, подфонд колодцев", False, False, ["Фонд  Колодцев"]),
        ("水井基金和水井基金会", False, True, ["水井基金", "水井基金"]),
        ("İ水井基金", False, True, ["水井基金"]),
    ],
)
def test_words_in_other_scripts(
    text: str, latin: bool, anywhere: bool, expected: list[str]
) -> None:
    words = Words([("фонд колодцев", 1), ("水井基金", 1)], latin=latin, anywhere=anywhere)
    assert found(words, text) == expected


def test_a_word_may_be_of_several_kinds() -> None:
    words = Words([("well", 1), ("Well", 4), ("wells", 2)])
    assert set(words.spans("Well, wells")) == {(0, 4, 5), (6, 11, 2)}


def test_without_words_nothing_is_found() -> None:
    assert found(Words([]), "wells") == []


@given(st.text("abA -,’\n\té", max_size=40), st.sampled_from(["a", "ab", "b a", "a-b", "éa"]))
def test_every_word_is_found_that_stands_as_a_word(text: str, word: str) -> None:
    pattern = re.escape(word).replace(r"\ ", r"(?:\s(?<!\n\n))+")
    expected = {
        m.span(1) for m in re.finditer(rf"(?<!\w)(?=({pattern})(?!\w))", text, re.IGNORECASE)
    }
    assert expected <= {(start, end) for start, end, _ in Words([(word, 1)]).spans(text)}


def test_the_words_of_frames_begin_words() -> None:
    assert all(word[0].isalpha() and word == " ".join(word.split()) for word in triggers())


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("the Lima Programme of Action and its Fund", ["Programme of Action", "Fund"]),
        ("a programme of action, a Programme\nof Action", ["Programme"]),
        ("the Council-mandated Group’s Office/Unit", ["Group", "Office", "Unit"]),
        ("Funding, SubCommittee, UNFund, éFund, _Fund", ["Fund"]),
        ("the Sub-Committee and the High-level Meeting", ["Committee", "High-level Meeting"]),
    ],
)
def test_head_nouns_with_capitals(text: str, heads: list[str]) -> None:
    assert [text[start:end] for start, end in capitalised_heads(text)] == heads
