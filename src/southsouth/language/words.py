"""Words of a paragraph with their places, and its shingles (w-shingling, Broder 1997). Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

#: Words in a shingle: four tell a formula ("the provisional agenda of") from what is said in it.
SHINGLE: Final = 4
#: The one shingle that all with two numbers are: dates and symbols, "resolutions 57/270 B of".
FORMULA: Final = 0
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: The printed number of a paragraph is no part of its language: "14. ", "(a) ", "II. ".
_NUMBER: Final = re.compile(
    r"\s*(?:\d{1,3}[.)]|\([a-z\d]{1,4}\)|[ivxlc]{1,5}[.)])\s+", re.IGNORECASE
)
_MASK: Final = (1 << 61) - 1
_BASE: Final = 1_000_003


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in lower case, and where each stands in it (start, end)."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def words_of(text: str) -> Words:
    """The words of a paragraph, without its printed number, punctuation and case."""
    number = _NUMBER.match(text)
    found = list(_WORD.finditer(text, number.end() if number else 0))
    return Words(tuple([word[0].lower() for word in found]), tuple([word.span() for word in found]))


def plain_words(text: str) -> list[str]:
    """The words alone: a third of the time of ``words_of``."""
    number = _NUMBER.match(text)
    return _WORD.findall(text.lower(), number.end() if number else 0)


class Vocabulary:
    """Words as small numbers, in the order in which they come, so that runs repeat.

    Numbers in figures are one word to a shingle: a resolution that only counts its session on says
    nothing new.
    """

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def ids(self, words: list[str]) -> list[int]:
        """The number of each word."""
        known = self._ids
        return [known.setdefault(word, len(known) + 1) for word in words]

    def shingles(self, words: list[str]) -> list[int]:
        """The shingles of a text as hashes, one for each word at which one begins; one for the
        whole of a text that is shorter than a shingle."""
        known = self._ids
        ids = [0 if word[0].isdigit() else known.setdefault(word, len(known) + 1) for word in words]
        if len(ids) < SHINGLE:
            return []
        b, c = _BASE, _BASE * _BASE
        d = c * _BASE
        return [
            FORMULA
            if (not w) + (not x) + (not y) + (not z) > 1
            else (w * d + x * c + y * b + z) & _MASK
            for w, x, y, z in zip(ids, ids[1:], ids[2:], ids[3:], strict=False)
        ]
