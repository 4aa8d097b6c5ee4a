"""What is recognised on a picture."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """A word and its box, in pixels from the upper left corner; how sure the engine is of it, from
    0 to 1; which line of the picture it stands in."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    line: tuple[int, ...]


class Recognised(NamedTuple):
    """The words of a picture, line by line, and its size in pixels."""

    words: tuple[Word, ...]
    width: int
    height: int

    @property
    def confidence(self) -> float:
        """How sure the engine is of its words, each counted by its letters; 0 without words."""
        letters = sum(len(word.text) for word in self.words)
        sure = sum(len(word.text) * word.confidence for word in self.words)
        return sure / letters if letters else 0.0
