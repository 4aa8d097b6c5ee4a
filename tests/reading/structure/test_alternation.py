"""Alternations that are read letter by letter."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.reading.structure.alternation import letter_by_letter


@pytest.mark.parametrize(
    ("words", "pattern"),
    [
        (["note"], "note"),
        (["note", "notes", "urge"], "(?:note(?:s)?|urge)"),
        (["urging", "urges"], "urg(?:es|ing)"),
        ([], ""),
    ],
)
def test_the_pattern_of_some_words(words: list[str], pattern: str) -> None:
    assert letter_by_letter(words) == pattern


_WORDS = st.text(alphabet="abc", min_size=1, max_size=5)


@given(st.lists(_WORDS, min_size=1, max_size=12), _WORDS)
def test_the_pattern_matches_its_words_and_no_others(words: list[str], other: str) -> None:
    pattern = re.compile(letter_by_letter(words))
    assert all(pattern.fullmatch(word) for word in words)
    assert bool(pattern.fullmatch(other)) == (other in words)
    longest = max((word for word in words if other.startswith(word)), key=len, default="")
    found = pattern.match(other)
    assert (found[0] if found else "") == longest
