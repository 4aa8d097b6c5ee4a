"""Pinpoints: which annex, chapter, section or paragraph of the cited document. Pure.

``LEVELS`` lists the words for each level, as footnotes and prose write them, with examples.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from southsouth.un.numerals import from_roman


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a document: the fragment it makes in an IRI and the words that name it."""

    fragment: str
    words: str
    example: tuple[str, str]


LEVELS: Final = (
    Level("annex", r"annex(?:es)?|appendix", ("annex II", "annex2")),
    Level("chap", r"chaps?\.|chapters?", ("chap. I", "chap1")),
    Level("sect", r"sects?\.|sections?", ("section III", "sect3")),
    Level("part", r"parts?", ("part two", "part2")),
    Level("op", r"(?:operative\s+)?paragraphs?|paras?\.", ("paragraph 9", "op9")),
    Level("art", r"arts?\.|articles?", ("article 4", "art4")),
    Level("table", r"tables?", ("table 2", "table2")),
)

#: What the words begin with; "art" is in "part", too.
_STEMS: Final = ("annex", "appendix", "chap", "sect", "para", "art", "table")
_NUMBER: Final = (
    r"(?:[IVXLC]+\b(?:\.[A-Z]\b)?(?:\.\d+)?|\d+(?:\s*\([a-z]{1,2}\))*(?![\d/])"
    # "chapter VI and A/60/5": not the first letter of a symbol
    r"|[A-Z]\b(?!/)(?:\.\d+)?|one\b|two\b|three\b|four\b)"
)
_NUMBERS: Final = rf"{_NUMBER}(?:\s*(?:[-–]|,\s+and|,|and|to)\s*(?:{_NUMBER}|\([a-z]\)))*"
_WORDS: Final = "|".join(level.words for level in LEVELS)
_PIN: Final = rf"(?:(?:{_WORDS})\s*{_NUMBERS}|annex(?!\w))"

#: ", annex II" after a citation, several levels allowed.
AFTER: Final = re.compile(rf",?\s+{_PIN}(?:,\s+{_PIN})*")
#: "paragraph 9 of (its)" before one; matched against the words that end where the citation starts.
BEFORE: Final = re.compile(
    rf"(?P<pin>{_PIN}(?:,\s+{_PIN})*),?\s+(?:of|to|in|thereof)\s+"
    r"(?:(?:the\s+)?(?:annex\s+(?:of|to)\s+)?"
    r"(?:(?:its|their|our|the|that|said|same|[A-Z][\w-]*|and|on|of)\s+){0,8}"
    # "paragraph 26 of his report on wells ("
    r"|(?:his|her|its|their|the|that)\s+(?:[a-z]+\s+)?(?:reports?|notes?|letters?|study|document)\s+"
    r"(?:[\w’'-]+\s+){0,14}\((?:see\s+)?)$"
)
#: "resolution 72/262 A, section X of its resolution 73/279": the place is within the next one.
_NEXT: Final = re.compile(r",?\s+of\s+(?:its|the|General|Council|Assembly)\b")
_ONE: Final = re.compile(rf"(?P<word>{_WORDS})\s*(?P<number>{_NUMBER})?", re.IGNORECASE)
_WRITTEN: Final = {"one": 1, "two": 2, "three": 3, "four": 4}


def _number(printed: str) -> str:
    letters = "".join(re.findall(r"\([a-z]\)", printed))
    plain = re.sub(r"\s*\([a-z]\)", "", printed)
    value = from_roman(plain) or _WRITTEN.get(plain.lower())
    return f"{value or plain}{letters}"


@lru_cache(maxsize=4096)
def fragment(pinpoint: str) -> str:
    """The IRI fragment of the first place that a printed pinpoint names, outermost level only.

    ``"annex II"`` → ``"annex2"``; ``"annex I, paras. 3–5"`` → ``"annex1-op3"``; "" where it names
    no number (a bare "annex" is the first).
    """
    steps = []
    for found in _ONE.finditer(pinpoint):
        level = next(
            row
            for row in LEVELS
            if re.fullmatch(row.words, " ".join(found["word"].split()), re.IGNORECASE)
        )
        number = found["number"]
        if number is None and level.fragment != "annex":
            continue
        steps.append(f"{level.fragment}{_number(number) if number else 1}")
    return "-".join(steps)


def after(text: str, position: int, limit: int) -> tuple[str, int]:
    """The pinpoint that starts at ``position`` and its end; ("", position) where none does."""
    found = AFTER.match(text, position, limit)
    if found is None or _NEXT.match(text, found.end(), limit):
        return "", position
    return found[0].lstrip(", \n\t"), found.end()


def before(text: str, begin: int, position: int) -> str:
    """The pinpoint in the words that lead to ``position`` ("paragraph 9 of its resolution …")."""
    low = max(begin, position - 160)
    near = text[low:position]
    if not any(stem in near for stem in _STEMS):
        return ""
    found = BEFORE.search(text, low, position)
    return " ".join(found["pin"].split()) if found else ""
