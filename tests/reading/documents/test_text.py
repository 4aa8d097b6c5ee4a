"""Plain text: blocks between blank lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.reading.documents.text import text_blocks

LINES = st.text(st.sampled_from("ab.\u00a0\ufeff \t\f\r\n"), max_size=60)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        (" \n\n ", []),
        ("one", ["one"]),
        ("one\ntwo", ["one\ntwo"]),
        ("one\n\ntwo", ["one", "two"]),
        ("one\n \t\n\n\ntwo\n", ["one", "two"]),
        ("one\r\n\r\ntwo\r\nlines\r\n", ["one", "two\r\nlines"]),
        ("one\r\rtwo", ["one", "two"]),
        ("  one  \n\n\ttwo\t", ["one", "two"]),
        ("\ufeffA/RES/70/1\n\none", ["A/RES/70/1", "one"]),
        ("one\n\u00a0\n\u00a0two", ["one", "two"]),
    ],
)
def test_blocks(text: str, blocks: list[str]) -> None:
    assert [text[block.start : block.end] for block in text_blocks(text)] == blocks


@given(LINES)
def test_blocks_are_trimmed_in_order_and_lose_no_word(text: str) -> None:
    blocks = text_blocks(text)
    words = [text[block.start : block.end] for block in blocks]
    assert all(word and word == word.strip() for word in words)
    ends = [0, *(block.end for block in blocks)]
    assert all(end <= block.start for end, block in zip(ends, blocks, strict=False))
    letters = [c for c in text if c in "ab."]
    assert [c for word in words for c in word if c in "ab."] == letters
