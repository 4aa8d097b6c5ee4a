"""Rows of an answer as JSON and CSV for programs, and as cells with links for pages."""

from __future__ import annotations

import csv
import io
import itertools
from dataclasses import dataclass
from typing import Any, Final

import pyoxigraph as ox

from southsouth.graph.store.results import Term
from southsouth.publish import safe_cell
from southsouth.views.page_model import Value
from southsouth.views.pages import local_name
from southsouth.vocabulary import XSD

_NUMBERS: Final = frozenset({XSD + "integer"})


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of an answer, and whether there are more."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    more: bool


def part_of(result: Any, offset: int, limit: int) -> Part:
    """``limit`` rows of a result from ``offset`` on; an ASK is one row, a graph's rows are its
    triples. Rows that are not wanted are made and thrown away: the engine has no way to skip."""
    if isinstance(result, ox.QueryBoolean):
        return Part(("answer",), ((ox.Literal(bool(result)),),) if not offset else (), more=False)
    if isinstance(result, ox.QueryTriples):
        columns: tuple[str, ...] = ("subject", "predicate", "object")
        rows = ((t.subject, t.predicate, t.object) for t in result)
    else:
        columns = tuple(variable.value for variable in result.variables)
        rows = (tuple(solution[name] for name in columns) for solution in result)
    taken = tuple(itertools.islice(rows, offset, offset + limit + 1))
    return Part(columns, taken[:limit], more=len(taken) > limit)


def plain(term: Term | None) -> str | int | bool | None:
    """A term as a value of JSON: whole numbers and truth as such, the rest as text."""
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        if term.datatype.value in _NUMBERS:
            return int(term.value)
        if term.datatype.value == XSD + "boolean":
            return term.value in {"true", "1"}
    return term.value


def csv_of(part: Part) -> bytes:
    """CSV (RFC 4180) that is safe to open in a spreadsheet: text that would be taken for a formula
    has an apostrophe before it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(part.columns)
    for row in part.rows:
        cells = [plain(term) for term in row]
        writer.writerow(
            safe_cell(c) if isinstance(c, str) else "" if c is None else c for c in cells
        )
    return text.getvalue().encode()


def cells(part: Part) -> list[list[Value]]:
    """The rows for a page: resources with their IRIs and short names."""
    return [
        [
            Value(local_name(t.value), t.value)
            if isinstance(t, ox.NamedNode)
            else Value("" if t is None else t.value, language=getattr(t, "language", None) or "")
            for t in row
        ]
        for row in part.rows
    ]
