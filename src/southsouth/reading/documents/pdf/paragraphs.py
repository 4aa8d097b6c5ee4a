"""From lines to paragraphs: where one ends and the next begins, on a page and across pages.

A line begins a paragraph when it is set off: by space above it, by its indentation, by other
letters, by a number or letter before it, or because the line above ended although the first word
would still have fitted there. First lines may be indented or hang out; both are common.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from southsouth.reading.documents.model import Role
from southsouth.reading.documents.pdf.lines import SIDE_GAP, Flow, Line, Row, is_label
from southsouth.reading.documents.pdf.measures import SAME_SIZE, Measures
from southsouth.reading.documents.pdf.notes import is_rule, note_start, plain_label, raised_label
from southsouth.reading.documents.pdf.tables import Cell, find_tables, table_rows

_INDENT: Final = 0.5  # of the size of the letters
_HEADING_LENGTH: Final = 400
#: So much of a line may be left free below an unfinished one that begins with a capital, a small
#: letter.
_RAGGED: Final = (0.1, 0.3)
#: Lines of sentences are so wide, in sizes of their letters; those of a list of names are not.
_SENTENCE: Final = 30.0
_ENDED: Final = re.compile(r"(?:[.;:,!?—–]|\b(?:and|or))[”\"’')\]]*$")
_UNFINISHED: Final = re.compile(r"[^.;:!?”\"'’)\]]$")
#: The label before each in lists that run on in a line.
_BEFORE_LABEL: Final = {
    **{f"({number + 1})": f"({number})" for number in range(1, 20)},
    **{f"({chr(code + 1)})": f"({chr(code)})" for code in range(ord("a"), ord("z"))},
}
_STANDS_ALONE: Final = re.compile(
    r"(?:Annex|Appendix|Enclosure|Attachment)(?:\s+[IVXLA-Z\d]+)?|.*\.{4,}\s*\d+", re.IGNORECASE
)
_SYMBOL: Final = re.compile(r"[A-Z][A-Z0-9]*(?:/[\w.()-]+)+\*{0,3}")
#: Begins "Distr.: General", below which the date stands on a line of its own in the same block.
DISTRIBUTION: Final = re.compile(r"Distr\b")


@dataclass(slots=True)
class Draft:
    """A paragraph in lines; ``left`` and ``right`` are the margins of its flow. A row of a table
    has ``cells`` instead, each a list of lines. ``opens`` says that it is the first of a flow that
    goes on from another one.
    """

    role: Role
    lines: list[Line]
    left: float = 0.0
    right: float = 0.0
    label: str = ""
    cells: list[list[Line]] = field(default_factory=list)
    opens: bool = False

    @property
    def indent(self) -> float:
        """How far the lines after the first stand from the margin."""
        return (self.lines[1] if len(self.lines) > 1 else self.lines[0]).x0 - self.left


def _lines(row: Row) -> list[Line]:
    """The row's lines: one, unless its sides have nothing to do with each other."""
    sides: list[list[Cell]] = []
    for cell in row.cells:
        if sides:
            before = sides[-1][-1][-1]
            near = cell[0].x0 - before.x1 < SIDE_GAP * max(before.size, cell[0].size)
            # a number is of the words beside it, however far they stand from it
            if near or (len(sides) == 1 and is_label(sides[0][0])):
                sides[-1].append(cell)
                continue
        sides.append([cell])
    return [Line(row.page, row.y, tuple(run for cell in side for run in cell)) for side in sides]


class _Flowing:
    """Groups the lines of one flow."""

    def __init__(self, left: float, right: float, measures: Measures, front: bool) -> None:
        self.left, self.right, self.measures, self.front = left, right, measures, front
        self.drafts: list[Draft] = []

    def _alike(self, above: Line, line: Line) -> bool:
        """Whether both lines are set in the same letters, one below the other."""
        return (
            abs(above.size - line.size) <= SAME_SIZE * max(above.size, line.size)
            and above.bold == line.bold
            and 0 < above.y - line.y <= self.measures.gap(line.size)
        )

    def _widths(self, lines: Sequence[Line]) -> list[float]:
        """For each line the right edge of the lines that it stands among."""
        edges: list[float] = []
        start = 0
        for index in range(1, len(lines) + 1):
            if index == len(lines) or not self._alike(lines[index - 1], lines[index]):
                edges.extend([max(line.x1 for line in lines[start:index])] * (index - start))
                start = index
        return edges

    def add(self, lines: Sequence[Line]) -> None:
        """Add lines from top to bottom."""
        for line, right in zip(lines, self._widths(lines), strict=True):
            home = self._home(line)
            if home is None or self._begins(home, line, right):
                self.drafts.append(Draft(Role.PARAGRAPH, [line], self.left, self.right))
            else:
                home.lines.append(line)

    def _home(self, line: Line) -> Draft | None:
        """The paragraph that the line may go on with: the last one that stands above it. Only the
        two sides of a masthead make a difference.
        """
        for draft in self.drafts[:-4:-1]:
            last = draft.lines[-1] if draft.lines else None
            slack = SIDE_GAP * line.size
            if last and last.x0 - slack < line.x1 and line.x0 < last.x1 + slack:
                return draft
        return None

    def _begins(self, draft: Draft, line: Line, right: float) -> bool:
        """Whether the line begins a paragraph of its own below ``draft``."""
        last = draft.lines[-1]
        if draft.role is not Role.PARAGRAPH or not self._alike(last, line):
            return True
        if DISTRIBUTION.match(last.text):
            return False
        if self.front and (_SYMBOL.fullmatch(last.text) or _SYMBOL.fullmatch(line.text)):
            return True
        if _STANDS_ALONE.fullmatch(last.text) or raised_label(line):
            return True
        if line.label and _ENDED.search(last.text[-12:]):
            return not _counts_within(draft, line.label)
        return self._set_off(draft, line, right)

    def _set_off(self, draft: Draft, line: Line, right: float) -> bool:
        """Whether the line's place shows that it begins a paragraph."""
        last = draft.lines[-1]
        slack = _INDENT * line.size
        shift = line.x0 - last.x0
        if len(draft.lines) == 1 and last.label and abs(line.x0 - last.words_x) <= slack:
            return _ended_short(last, line, right)
        if abs(shift) <= slack:
            return _ended_short(last, line, right)
        if abs(line.x1 - last.x1) <= slack and min(line.x0, last.x0) > (self.left + self.right) / 2:
            return True  # set to the right, like a date at the end
        if abs(line.x0 + line.x1 - last.x0 - last.x1) <= slack:
            return False  # centred
        if shift > 0:
            return True
        return len(draft.lines) > 1 or _ended_short(last, line, right)


def _counts_within(draft: Draft, label: str) -> bool:
    """Whether the label goes on with a list inside of the paragraph: "(1) wells, (2) rivers"."""
    before = _BEFORE_LABEL.get(label)
    return bool(before) and any(f" {before} " in line.text for line in draft.lines)


def _ended_short(last: Line, line: Line, right: float) -> bool:
    """Whether the first word of ``line`` would still have fitted behind ``last``."""
    word = line.text.split(" ", 1)[0]
    width = (line.x1 - line.x0) * len(word) / max(len(line.text), 1)
    # the edge of a text that was set by hand is ragged: where a sentence goes on, no line has ended
    small = line.text[:1].islower()
    sentence = small or right - last.x0 > _SENTENCE * line.size
    ragged = _RAGGED[small] if sentence and _UNFINISHED.search(last.text[-1:]) else 0.0
    return last.x1 + width + _INDENT * line.size < right - ragged * (right - last.x0)


def _note_drafts(rows: Sequence[Row], left: float, right: float) -> list[Draft]:
    """The footnotes in ``rows``; the first has no label if it goes on from the page before."""
    drafts: list[Draft] = []
    last = ""
    for row in rows:
        line = row.line
        if is_rule(row):
            continue
        label = raised_label(line)
        if not label and (found := plain_label(line, last)):
            label = found[1]
        if label or not drafts:
            drafts.append(Draft(Role.FOOTNOTE, [line], left, right, label))
        else:
            drafts[-1].lines.append(line)
        last = label or last
    return drafts


def _row_draft(cells: Sequence[Sequence[Cell]], row: Row) -> Draft:
    lines = [[Line(row.page, row.y, cell) for cell in column] for column in cells]
    return Draft(Role.ROW, [], cells=lines)


def flow_drafts(flow: Flow, measures: Measures, front: bool) -> list[Draft]:
    """The paragraphs of a flow; ``front`` for the page with the masthead."""
    left, right = measures.margins([row.line for row in flow.rows])
    notes = note_start(flow, left, right, measures.size)
    rows = [row for row in flow.rows[:notes] if not is_rule(row)]
    tables = find_tables(rows)
    flowing = _Flowing(left, right, measures, front)
    index = 0
    pending: list[Line] = []
    while index < len(rows):
        if index in tables:
            flowing.add(pending)
            pending = []
            table = rows[index : tables[index]]
            flowing.drafts.extend(_row_draft(cells, table[0]) for cells in table_rows(table))
            index = tables[index]
        else:
            pending.extend(_lines(rows[index]))
            index += 1
    flowing.add(pending)
    for draft in flowing.drafts:
        _settle(draft)
    if flowing.drafts:
        flowing.drafts[0].opens = flow.continues
    return flowing.drafts + _note_drafts(flow.rows[notes:], left, right)


def _settle(draft: Draft) -> None:
    """Give a finished paragraph its role."""
    if draft.role is not Role.PARAGRAPH:
        return
    if label := raised_label(draft.lines[0]):
        draft.role, draft.label = Role.FOOTNOTE, label
    elif all(line.bold for line in draft.lines):
        length = sum(len(line.text) for line in draft.lines)
        draft.role = Role.HEADING if length <= _HEADING_LENGTH else Role.PARAGRAPH


def _goes_on(before: Draft, after: Draft) -> bool:
    """Whether the break of a page or column cut one paragraph into ``before`` and ``after``."""
    if not after.opens or not before.role is after.role is Role.PARAGRAPH:
        return False
    last, first = before.lines[-1], after.lines[0]
    if abs(last.size - first.size) > SAME_SIZE * last.size or first.label:
        return False
    slack = _INDENT * first.size
    indent = first.x0 - after.left
    unfinished = _UNFINISHED.search(last.text[-1:]) is not None
    full = not _ended_short(last, first, before.right)
    if indent > slack:  # a first line, unless the whole paragraph is indented
        return unfinished and len(before.lines) > 1 and abs(indent - before.indent) <= slack
    if before.lines[0].x0 - before.left > slack or before.lines[0].label:
        return full or unfinished  # its first line stood out, so this one is none
    return unfinished and (not last.text.endswith(",") or first.text[:1].islower())


def join_breaks(drafts: Iterable[Draft]) -> list[Draft]:
    """Join what page and column breaks cut: paragraphs, and footnotes that run over."""
    body: list[Draft] = []
    notes: list[Draft] = []
    for draft in drafts:
        if draft.role is not Role.FOOTNOTE:
            if body and _goes_on(body[-1], draft):
                body[-1].lines.extend(draft.lines)
            else:
                body.append(draft)
        elif not draft.label and notes:
            notes[-1].lines.extend(draft.lines)
        elif not draft.label:
            body.append(Draft(Role.PARAGRAPH, draft.lines, draft.left, draft.right))
        else:
            notes.append(draft)
    return body + notes
