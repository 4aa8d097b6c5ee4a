"""Paragraphs of a plain text that no empty line parts: found by how their lines begin and end.

Tools that write text lose empty lines, now and then or all of them. A line that begins like a
paragraph below a line that ends like one is taken for the next block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from southsouth.reading.documents.model import Block


@dataclass(frozen=True, slots=True)
class Seam:
    """Two lines between which a paragraph ends: patterns of the line above (at its end) and of the
    line below (at its beginning), with an example and a counter-example of both. A ``dense`` seam
    counts only in a block that holds the formula: a text without empty lines."""

    name: str
    above: str
    below: str
    example: tuple[str, str]
    counter: tuple[str, str]
    dense: bool = False


_NOTE: Final = r"(?:\s?\d{1,3}/?|\s?\[\d{1,3}\]|[*†])?\s*\Z"
_ENDS: Final = rf"(?:[;:.,”]|[;,]\s(?:and|or)){_NOTE}"
_BODY: Final = r"(?:Assembly|Council|Commission|Committee|Conference|Board|Forum|Parties)"
_NAME = rf"(?:[A-Z][\w'’-]*\s+(?:(?:and|of|for|the|on|in)\s+)*){{0,8}}{_BODY}"
_NAME += r"(?:\s+(?:and|of|for|the|on|in|to)*\s*[A-Z][\w'’-]*)*"
_FORMULA: Final = rf"\s*[“\"*_]?(?:The|THE)\s+(?:{_NAME}|(?:[A-Z]+\s+){{1,6}}(?:ASSEMBLY|COUNCIL))"
_RECITAL: Final = (
    r"\s*(?:(?:Also|Further|Deeply|Gravely|Fully|Strongly|Seriously|Again|Once|Keenly)\s+)?[A-Z][a-z]+(?:ing|ed)\b"
    r"|\s*(?:Mindful|Aware|Conscious|Cognizant|Desirous|Determined|Alarmed|Deeply|Gravely)\b"
)

_CITES: Final = (
    r"(?:See\b|Ibid\b|Official\s+Records|United\s+Nations,\s+Treaty|[A-Z]+/"
    r"|(?:General\s+Assembly\s+|Council\s+)?[Rr]esolution\s)"
)
_ACTS: Final = (
    "Decides|Recommends|Requests|Calls|Urges|Resolves|Expresses|Declares|Adopts|Invites|Affirms"
    "|Finds|Records|Condemns|Endorses|Approves|Notes|Welcomes|Reaffirms"
)

SEAMS: Final[tuple[Seam, ...]] = (
    Seam("above the formula", r"\Z", rf"{_FORMULA},\s*\Z",
         ("of 3 March 1951", "The Security Council,"), ("as decided by", "The Council of wells")),
    Seam("below the formula", rf"\A{_FORMULA},?\s*\Z", r"\s*[“\"*_]?[A-Z][a-z]+(?:s|ing|ed)\b",
         ("The Security Council,", "Noting wells,"), ("by the Council", "Noting wells,")),
    Seam("a recital", rf",{_NOTE}", _RECITAL,
         ("Noting wells,", "Recalling rivers,"), ("Noting wells", "Recalling rivers,"), dense=True),
    Seam("an act below a recital", rf",{_NOTE}", rf"\s*(?:Hereby\s+)?(?:{_ACTS})\b",
         ("Noting wells,", "Recommends to dig;"), ("the Wells", "Recommends to dig;")),
    Seam("the first act", rf"[,;]{_NOTE}", r"\s*(?:1|l|I)\s?[.,]\s+[A-Z]",
         ("Noting wells,", "1. Decides to dig;"), ("in paragraph", "1. Decides to dig;")),
    Seam("a point", _ENDS, r"\s*\([a-z]\)\s+(?=[A-Z])",
         ("Decides to dig:", "(a) Wells;"), ("in paragraph 1", "(a) Wells;")),
    Seam("meeting", r"\.\s*\Z", r"\s*\d{1,4}(?:st|nd|rd|th)\s+(?:plenary\s+)?meeting\b",
         ("to dig.", "12th plenary meeting"), ("at its", "12th meeting")),
    Seam("adoption", r"[.”]\s*\Z", r"\s*Adopted\s+(?:unanimously|at|by|without)\b",
         ("to dig.", "Adopted unanimously"), ("to dig wells", "Adopted by")),
    Seam("the notes", rf"[.;”]{_NOTE}", rf"\s*(?:1|\[1\]|¹)\s*{_CITES}",
         ("to dig.", "1 See A/70/1."), ("to dig", "1 See A/70/1."), dense=True),
    Seam("the heading of an annex", r"[.\d]\s*\Z", r"\s*(?:Annex|ANNEX)(?:\s+[IVX]+)?\s*\Z",
         ("3 March 1951", "Annex I"), ("as in the", "Annex I to it"), dense=True),
    Seam("who adopted it", r"\Z", r"\s*(?:Resolution|Decision)\s+adopted\s+by\b",
         ("A/RES/70/901", "Resolution adopted by the Council"), ("", "adopted by"), dense=True),
    Seam("on whose report", r"\Z", r"\s*\[(?:on\s+the\s+report|without\s+refer|on\s+a\s+prop)",
         ("A/RES/70/901", "[on the report of the Committee"), ("", "on the report"), dense=True),
    Seam("its title", r"[^,;-]\Z",
         r"\s*(?:\d{1,2}/\d{1,3}|\d{1,4}\s\([IVXLC]+\))(?:\s?[A-Z])?\.\s+[A-Z]",
         ("[without reference]", "70/901. Wells"), ("resolutions,", "70/901. Wells"), dense=True),
    Seam("below what is bracketed", r"\)\]\s*\Z", r"\s*\S",
         ("(A/70/1)]", "Wells"), ("(A/70/1)", "Wells"), dense=True),
)  # fmt: skip
_COMPILED: Final = tuple((row, re.compile(row.above), re.compile(row.below)) for row in SEAMS)
_LINE_FORMULA: Final = re.compile(rf"^{_FORMULA},[^\S\n]*$", re.MULTILINE)
_NUMBER: Final = re.compile(r"\s*(?P<number>\d{1,3})\s?[.,]\s+(?=[“\"*_]?[A-Z(])")
_NUMBER_ENDS: Final = re.compile(_ENDS)


class Seams:
    """Finds the lines at which blocks are parted; knows the number of the last paragraph."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.last = 0

    def parted(self, block: Block) -> Iterator[Block]:
        """``block``, or the blocks that it is made of."""
        text, start = self.text, block.start
        end = text.find("\n", start, block.end)
        self._counts(text[start : end if end > 0 else min(start + 12, block.end)], first=True)
        if end < 0:
            yield block
            return
        dense = _LINE_FORMULA.search(text, block.start, block.end) is not None
        above, at = text[start:end], end + 1
        while at < block.end:
            stop = text.find("\n", at, block.end)
            stop = block.end if stop < 0 else stop
            below = text[at:stop]
            if below.strip() and self._is_seam(above, below, dense=dense):
                yield _trimmed(text, start, at)
                start = at
            above = below if below.strip() else above
            at = stop + 1
        yield _trimmed(text, start, block.end)

    def _counts(self, line: str, *, first: bool = False) -> bool:
        """Whether the line begins with the number that follows; of a ``first`` line, any counts."""
        found = _NUMBER.match(line)
        if found is None or not (first or int(found["number"]) == self.last + 1):
            return False
        self.last = int(found["number"])
        return True

    def part(self, above: str, below: str) -> bool:
        """Whether a paragraph ends between two lines of a text that has empty lines."""
        return self._is_seam(above, below, dense=False)

    def _is_seam(self, above: str, below: str, *, dense: bool) -> bool:
        if _NUMBER_ENDS.search(above) and self._counts(below):
            return True
        for row, ends, begins in _COMPILED:
            if (dense or not row.dense) and begins.match(below) and ends.search(above):
                if row.name == "the first act":
                    self.last = 1
                return True
        return False


def _trimmed(text: str, start: int, end: int) -> Block:
    piece = text[start:end]
    return Block(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def part_glued(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """``blocks`` with those parted that hold several paragraphs."""
    seams = Seams(text)
    return tuple(part for block in blocks for part in seams.parted(block))
