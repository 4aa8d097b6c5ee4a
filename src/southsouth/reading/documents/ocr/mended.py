"""What every engine misreads in documents of this kind, put right where nothing else is possible.

Printed numerals look like bars and letters, "(a)" like a sign of trade, and a masthead sets its
symbol in two sizes, between which a stroke is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from southsouth.reading.documents.ocr.word import Word
from southsouth.un.dates import MONTHS
from southsouth.un.symbols import parse_symbol


@dataclass(frozen=True, slots=True)
class Misread:
    """A word as engines read it, with what stands behind it, what it is, an example (a word, the
    next one, what it becomes) and a counter-example (a word and the next one)."""

    pattern: str
    behind: str
    printed: str
    example: tuple[str, str, str]
    counter: tuple[str, str]


MISREADINGS: Final[tuple[Misread, ...]] = (
    Misread(r"[|lI!](?=\.\Z)", r"[A-Z]", "1", ("|.", "Decides", "1."), ("|.", "decides")),
    Misread(r"\A[|lI!]\Z", rf"(?:{'|'.join(MONTHS)})\b", "1", ("|", "May", "1"), ("|", "wells")),
    Misread(r"\A\(?@\)", r"", "(a)", ("@)", "Wells", "(a)"), ("@", "Wells")),
    Misread(r"\A\(?©\)", r"", "(c)", ("(©)", "Wells", "(c)"), ("©", "Wells")),
    Misread(r"\b[AES]/[a-z]{1,3}(?=[./]\d)", r"", "", ("A/c.1/212", "", "A/C.1/212"),
            ("A/caf", "")),
)  # fmt: skip
_COMPILED: Final = tuple(
    (row, re.compile(row.pattern), re.compile(row.behind)) for row in MISREADINGS
)
#: A symbol whose first stroke is lost or a space: "S2025/287", "DP 2025/14".
_STROKE: Final = re.compile(r"(?P<body>[A-Z]{1,5})[ /|\\]{0,3}(?P<rest>\d{1,4}/[A-Za-z\d./()–-]+)")
#: The series of the Security Council behind a hyphen: "A/79/945-99/2025/368".
_JOINT: Final = re.compile(r"[-–](?:S|[9s5$]{1,2})?/?(?=(?:19|20)\d\d/\d)")
_SUFFIX: Final = re.compile(r"(?<=/)(?:add|corr|rev|res|dec)\b")


def mended(words: Sequence[Word]) -> list[Word]:
    """The words of a line as they were printed."""
    found: list[Word] = []
    for index, word in enumerate(words):
        behind = words[index + 1].text if index + 1 < len(words) else ""
        found.append(word._replace(text=_printed(word.text, behind)))
    return found


def _printed(word: str, behind: str) -> str:
    for row, pattern, follows in _COMPILED:
        if (seen := pattern.search(word)) and follows.match(behind):
            word = word[: seen.start()] + (row.printed or seen[0].upper()) + word[seen.end() :]
    return word


def symbol_line(words: Sequence[Word]) -> list[Word]:
    """The words of a line at the head of a document, with the strokes of the symbol at its end."""
    for count in (2, 1):
        ahead, last = words[:-count], words[-count:]
        seen = _STROKE.fullmatch(" ".join(word.text for word in last))
        if seen is None:
            continue
        rest = _SUFFIX.sub(lambda suffix: suffix[0].capitalize(), seen["rest"])
        rest = _JOINT.sub("-S/", rest)
        symbol = f"{seen['body']}/{rest}"
        if parse_symbol(symbol) is not None:
            return [*ahead, last[0]._replace(text=symbol, right=last[-1].right)]
    return list(words)
