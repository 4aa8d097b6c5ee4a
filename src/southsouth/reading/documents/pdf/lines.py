"""What a page of a PDF is made of: lines of words, rows of cells, flows of rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from southsouth.reading.documents.pdf.glyphs import SPACE_GAP, Run
from southsouth.reading.documents.pdf.sheet import Rule

#: Parts of an em. A gap that parts cells of a row; one that parts words that have nothing to do
#: with each other (the two sides of a masthead), and one that a number at the margin may have.
CELL_GAP: Final = 1.2
SIDE_GAP: Final = 3.0
LABEL_GAP: Final = 6.0
#: A paragraph's number or letter, a resolution's number before its title, a bullet.
LABEL: Final = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})*\.|\([a-z]{1,5}\)|\(\d{1,2}\)|[A-Z]\.|[IVXL]{1,5}\.|[•–—]"
    r"|(?:ES-|S-)?\d+/\d+(?: [A-Z])?\.)"
)


@dataclass(frozen=True)
class Line:
    """Words on one baseline; ``runs`` from left to right, marks among them raised."""

    page: int
    y: float
    runs: tuple[Run, ...]

    @cached_property
    def x0(self) -> float:
        return self.runs[0].x0

    @cached_property
    def x1(self) -> float:
        return max(run.x1 for run in self.runs)

    @cached_property
    def main(self) -> Run:
        """The longest run that is not a mark."""
        words = [run for run in self.runs if not run.raised] or self.runs
        return max(words, key=lambda run: len(run.text))

    @property
    def size(self) -> float:
        return self.main.size

    @cached_property
    def bold(self) -> bool:
        words = [run for run in self.runs if not run.raised and any(map(str.isalnum, run.text))]
        return bool(words) and all(run.bold for run in words)

    @cached_property
    def text(self) -> str:
        """The words without marks; white space is one space."""
        return " ".join(" ".join(_words(self.runs)).split())

    @cached_property
    def label(self) -> str:
        """The number or letter that stands before the words; empty if there is none."""
        found = LABEL.match(self.text)
        return found[0] if found and self.text[found.end() : found.end() + 1] in {"", " "} else ""

    @cached_property
    def words_x(self) -> float:
        """Where the words begin behind the label."""
        ahead = len(self.label)
        for run in self.runs:
            if ahead <= 0:
                return run.x0
            if len(run.text.rstrip()) > ahead:  # words follow in the same run
                return run.x0 + (run.x1 - run.x0) * (ahead + 1) / len(run.text)
            ahead -= len(run.text.strip())
        return self.x0


def _words(runs: Sequence[Run]) -> Iterator[str]:
    """The texts of ``runs`` but marks, those that follow one another without a gap together."""
    text, end = "", 0.0
    for run in runs:
        if run.raised:
            end = run.x1
            continue
        if text and run.x0 - end > SPACE_GAP * run.size:
            yield text
            text = ""
        text, end = text + run.text, run.x1
    if text:
        yield text


@dataclass(frozen=True)
class Row:
    """What stands on one baseline of a flow, in cells from left to right."""

    page: int
    y: float
    cells: tuple[tuple[Run, ...], ...]

    @cached_property
    def line(self) -> Line:
        """The row as one line."""
        return Line(self.page, self.y, tuple(run for cell in self.cells for run in cell))


@dataclass(frozen=True, slots=True)
class Flow:
    """Rows that are read from top to bottom. ``continues`` says that the flow before it went on
    here: a page or a column ended, and no heading across the page stands between.
    """

    page: int
    rows: tuple[Row, ...]
    rules: tuple[Rule, ...]
    continues: bool = True


def is_label(runs: Sequence[Run]) -> bool:
    """Whether runs hold nothing but the number or letter of a paragraph, or a mark."""
    text = "".join(run.text for run in runs).strip()
    return LABEL.fullmatch(text) is not None or all(run.raised for run in runs)


def split_cells(runs: Sequence[Run]) -> tuple[tuple[Run, ...], ...]:
    """Runs parted where a gap is wider than between words; a label is no cell of its own."""
    cells: list[list[Run]] = []
    for run in runs:
        if cells:
            gap = (run.x0 - cells[-1][-1].x1) / (max(run.size, cells[-1][-1].size) or 1)
            if gap < CELL_GAP or (len(cells) == 1 and gap < LABEL_GAP and is_label(cells[0])):
                cells[-1].append(run)
                continue
        cells.append([run])
    return tuple(tuple(cell) for cell in cells)
