"""Texts in small letters whose offsets stay those of the text. Pure."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1)
def lowered(text: str) -> str:
    """``text`` in small letters, each character one character."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
