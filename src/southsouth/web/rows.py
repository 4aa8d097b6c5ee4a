"""Counting the rows of a result in the bytes that are written, whatever they are cut into.

The engine writes results itself, fast; it does not say how many. In each of the four formats
something stands between or after rows and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Shape:
    """How a format shows its rows: ``mark`` stands once a row, or between rows, outside of quoted
    strings where the format has such, ``before`` times in the header."""

    mark: bytes
    quoted: bool
    escapes: bool = False
    before: int = 0


ROW_MARKS: Final = {
    "json": Shape(b"},{", quoted=True, escapes=True, before=-1),  # between rows: one fewer
    "xml": Shape(b"<result>", quoted=False),  # in text "<" is escaped
    "csv": Shape(b"\n", quoted=True, before=1),
    "tsv": Shape(b"\n", quoted=False, before=1),  # in literals a line's end is escaped
}


class RowCounter:
    """Counts rows of the format ``name``; ``count`` is how many have begun or ended so far.

    JSON without a row counts as one: there, marks stand between rows.
    """

    def __init__(self, name: str) -> None:
        self._shape = ROW_MARKS[name]
        self._held = b""
        self._in_string = False
        self._marks = 0

    @property
    def count(self) -> int:
        return max(0, self._marks - self._shape.before)

    def feed(self, data: bytes) -> None:
        """Take the next bytes."""
        data = self._held + data
        keep = self._held_back(data)
        data, self._held = data[: len(data) - keep], data[len(data) - keep :]
        self._marks += self._outside(data).count(self._shape.mark)

    def _held_back(self, data: bytes) -> int:
        """How many bytes at the end wait for what follows: an escape, a mark's beginning."""
        keep = len(data) - len(data.rstrip(b"\\")) if self._shape.escapes else 0
        mark = self._shape.mark
        begun = (n for n in range(len(mark) - 1, 0, -1) if data.endswith(mark[:n]))
        return keep or next(begun, 0)

    def _outside(self, data: bytes) -> bytes:
        if not self._shape.quoted:
            return data
        if self._shape.escapes:
            data = data.replace(b"\\\\", b"").replace(b'\\"', b"")
        pieces = data.split(b'"')
        # '""' keeps a mark from growing together over a string
        outside = b'""'.join(pieces[1 if self._in_string else 0 :: 2])
        self._in_string ^= len(pieces) % 2 == 0
        return outside
