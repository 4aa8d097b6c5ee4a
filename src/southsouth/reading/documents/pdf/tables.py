"""Tables without ruling: rows whose cells stand under one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from southsouth.reading.documents.pdf.glyphs import Run
from southsouth.reading.documents.pdf.lines import Row

Cell = tuple[Run, ...]

_COLUMNS: Final = 3
_MOST_COLUMNS: Final = 40
_ROWS: Final = 2
_ALIGNED: Final = 3.0  # points
_ROW_GAP: Final = 4.0  # a table ends where the next row is this many times its letters away
_WRAPPED: Final = 1.45  # a cell's next line is nearer than this


def _edges(cell: Cell) -> tuple[float, float, float]:
    x0, x1 = cell[0].x0, cell[-1].x1
    return x0, (x0 + x1) / 2, x1


def _under(cell: Cell, columns: Sequence[Cell]) -> int:
    """The column whose left edge, middle or right edge the cell shares; -1 for none."""
    edges = _edges(cell)
    for number, column in enumerate(columns):
        for mine, other in zip(edges, _edges(column), strict=True):
            if abs(mine - other) <= _ALIGNED:
                return number
    return -1


def _table_end(rows: Sequence[Row], start: int) -> int:
    """The end of the table that begins with row ``start``; ``start`` if none does."""
    columns = rows[start].cells
    if not _COLUMNS <= len(columns) <= _MOST_COLUMNS:
        return start
    end, full = start + 1, 1
    while end < len(rows):
        row = rows[end]
        if rows[end - 1].y - row.y > _ROW_GAP * row.cells[0][0].size:
            break
        aligned = [_under(cell, columns) for cell in row.cells]
        hits = sum(number >= 0 for number in aligned)
        if hits >= _COLUMNS and 2 * hits > len(row.cells):
            full += 1
        elif hits < len(row.cells) or (hits == 1 and aligned[0] == 0 and _is_prose(row, columns)):
            break
        end += 1
    return end if full >= _ROWS else start


def _is_prose(row: Row, columns: Sequence[Cell]) -> bool:
    """Whether the row's only cell reaches into the second column."""
    return row.cells[0][-1].x1 > columns[1][0].x0


def _wraps(above: Row, row: Row) -> bool:
    """Whether the row goes on with cells of the row ``above``."""
    size = row.cells[0][0].size
    return (
        len(row.cells) < len(above.cells)
        and above.y - row.y <= _WRAPPED * size
        and _under(row.cells[0], above.cells[:1]) < 0
    )


def find_tables(rows: Sequence[Row]) -> dict[int, int]:
    """Where tables begin among ``rows``, and the index after each one's last row."""
    tables: dict[int, int] = {}
    index = 0
    while index < len(rows):
        end = _table_end(rows, index)
        if end > index:
            tables[index] = end
        index = max(end, index + 1)
    return tables


def table_rows(rows: Sequence[Row]) -> list[list[list[Cell]]]:
    """The rows of a table, each a list of cells, each cell a list of lines."""
    result: list[list[list[Cell]]] = []
    first = rows[0]
    for number, row in enumerate(rows):
        if number and _wraps(first, row):
            for cell in row.cells:
                column = _under(cell, first.cells)
                result[-1][max(column, 0)].append(cell)
        else:
            first = row
            result.append([[cell] for cell in row.cells])
    return result
