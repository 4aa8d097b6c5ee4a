"""Known words in texts, in one search."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.instruments.finding import columns
from southsouth.instruments.plain import Words


def found(words: Words, text: str) -> list[str]:
    return [text[start:end] for start, end in words.spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wells Fund", ["Wells Fund"]),
        ("the “WELLS \n fund” and (wells\u00a0fund)", ["WELLS \n fund", "wells\u00a0fund"]),
        ("Swells Fund, wells  fundamental", ["wells  fund"]),
        ("wells\n\nfund, wells-fund, wells fond", []),
        ("Éwells fund; l’eau-vive, L'EAU–VIVE", ["wells fund", "l’eau-vive", "L'EAU–VIVE"]),
        ("l eau vive", []),
    ],
)
def test_words_stand_where_words_begin(text: str, expected: list[str]) -> None:
    assert found(Words(["wells fund", "l'eau-vive"]), text) == expected


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
    words = Words(["фонд колодцев", "水井基金"], latin=latin, anywhere=anywhere)
    assert found(words, text) == expected


def test_without_words_nothing_is_found() -> None:
    assert found(Words([]), "wells") == []


@given(st.text("abA -,’\n\té", max_size=40), st.sampled_from(["a", "ab", "b a", "a-b", "éa"]))
def test_every_word_is_found_that_begins_a_word(text: str, word: str) -> None:
    pattern = re.escape(word).replace(r"\ ", r"(?:\s(?<!\n\n))+")
    expected = {m.span(1) for m in re.finditer(rf"(?<!\w)(?=({pattern}))", text, re.IGNORECASE)}
    assert expected <= set(Words([word]).spans(text))


def test_the_words_of_frames_begin_words() -> None:
    assert all(word[0].isalpha() and word == " ".join(word.split()) for word in columns())
