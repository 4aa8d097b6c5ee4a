"""Where on a page the footnotes begin, and which of its lines begin one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from southsouth.reading.documents.pdf.lines import Flow, Line, Row

_RULE: Final = re.compile(r"[_‗—–―-]{5,}")
_MARK: Final = re.compile(r"\d{1,3}/?|[a-z]{1,2}/?|\*{1,4}|[†‡§¶]{1,3}")
#: A label that is not raised: stars, or a number that follows the last one.
_STARS: Final = re.compile(r"(\*{1,4}|[†‡§¶]{1,3})\s*(?=[^\s*])")
_PLAIN: Final = re.compile(r"(\d{1,3}|[a-z])/?\s+(?=\S)")
#: Sizes of letters in parts of the body's: footnotes below a rule, and without one.
_BELOW_RULE: Final = 0.96
_WITHOUT_RULE: Final = 0.93
_SHORT_RULE: Final = 0.5  # of the flow's width


def is_rule(row: Row) -> bool:
    """Whether the row is a rule made of characters."""
    return _RULE.fullmatch(row.line.text.replace(" ", "")) is not None


def raised_label(line: Line) -> str:
    """The label of a line that begins with a raised mark; empty for others."""
    text = ""
    for run in line.runs:
        if not run.raised:
            break
        text += run.text
    text = text.strip()
    return text.rstrip("/") if _MARK.fullmatch(text) else ""


def plain_label(line: Line, last: str) -> re.Match[str] | None:
    """The label, in group 1, that a line of a footnote begins with though nothing is raised;
    ``last`` is the label of the footnote above, empty at the top.
    """
    if found := _STARS.match(line.text):
        return found
    found = _PLAIN.match(line.text)
    if found is None:
        return None
    if found[1].isdigit():
        follows = int(found[1]) == int(last) + 1 if last.isdigit() else not last
    else:
        follows = ord(found[1]) == ord(last) + 1 if len(last) == 1 else not last and found[1] == "a"
    return found if follows else None


def _begins_note(line: Line) -> bool:
    return bool(raised_label(line) or _STARS.match(line.text))


def _are_notes(rows: Sequence[Row], body_size: float) -> bool:
    lines = [row.line for row in rows if not is_rule(row)]
    if not lines:
        return False
    limit = 1.02 if _begins_note(lines[0]) else _BELOW_RULE
    return all(line.size <= limit * body_size for line in lines)


def note_start(flow: Flow, left: float, right: float, body_size: float) -> int:
    """The index of the first row of the flow's footnotes; the number of rows if it has none."""
    rows = flow.rows
    drawn = [
        rule.y
        for rule in flow.rules
        if left - 40 <= rule.x0 < right and rule.x1 - rule.x0 < _SHORT_RULE * (right - left)
    ]
    for index, row in enumerate(rows):
        above = rows[index - 1].y if index else float("inf")
        ruled = is_rule(row) or any(row.y < y < above for y in drawn)
        if ruled and _are_notes(rows[index:], body_size):
            return index
    start = len(rows)
    for index in range(len(rows) - 1, -1, -1):
        line = rows[index].line
        if line.size > _WITHOUT_RULE * body_size:
            break
        if _begins_note(line):
            start = index
    return start
