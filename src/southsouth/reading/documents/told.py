"""What one is told of a document from outside: its symbol, its day of adoption, its language.

A file that does not say what it is, or says it wrongly, is told with ``--symbol``, or in a table
(``documents.tsv``) in the folder of the file.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from southsouth.errors import DocumentError
from southsouth.reading.documents.encodings import decode
from southsouth.reading.documents.model import Document
from southsouth.reading.documents.record import Record
from southsouth.un.organ import LANGUAGES
from southsouth.un.symbols import parse_symbol

#: The name of the table, and its columns; ``file`` and one more are needed.
TABLE: Final = "documents.tsv"
_COLUMNS: Final = ("symbol", "date", "language", "title")
_CODES: Final = frozenset({"en", "de", *LANGUAGES})


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a document; "" and None where nothing is."""

    symbol: str = ""
    adopted: date | None = None
    language: str = ""
    title: str = ""

    def __bool__(self) -> bool:
        return bool(self.symbol or self.adopted or self.language or self.title)


UNTOLD: Final = Told()


def told(place: str, symbol: str = "", day: str = "", language: str = "", title: str = "") -> Told:
    """What was written, checked. Raises DocumentError, which names ``place``."""
    if symbol and parse_symbol(symbol) is None:
        raise DocumentError(
            place, f"{symbol!r} is no document symbol", "write it like A/RES/60/212"
        )
    try:
        adopted = date.fromisoformat(day) if day else None
    except ValueError as error:
        raise DocumentError(place, f"{day!r} is no date", "write it like 2005-12-22") from error
    if language and language not in _CODES:
        known = ", ".join(sorted(_CODES))
        raise DocumentError(place, f"{language!r} is no language", f"write one of {known}")
    return Told(symbol, adopted, language, title)


def with_told(document: Document, what: Told) -> Document:
    """``document`` with what is told of it, in place of what it says."""
    if not what:
        return document
    record = document.record or Record("")
    if what.symbol or what.adopted or what.title:
        record = replace(
            record,
            symbol=what.symbol or record.symbol,
            adopted=what.adopted or record.adopted,
            title=what.title or record.title,
        )
        document = replace(document, record=record)
    return replace(document, language=what.language) if what.language else document


def read_table(path: Path) -> dict[str, Told]:
    """What a table tells, by the names of the files. Raises DocumentError, naming the line."""
    lines = csv.DictReader(
        decode(path.read_bytes(), str(path)).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    if "file" not in (lines.fieldnames or ()) or not set(_COLUMNS) & set(lines.fieldnames or ()):
        raise DocumentError(
            str(path),
            "no column file, or none besides it",
            f"the first line names the columns: file, {', '.join(_COLUMNS)}",
        )
    found: dict[str, Told] = {}
    for row in lines:
        values = [(row.get(column) or "").strip() for column in _COLUMNS]
        found[(row["file"] or "").strip()] = told(f"{path}, line {lines.line_num}", *values)
    return found


@lru_cache(maxsize=64)
def _table(path: Path, _changed: int) -> dict[str, Told]:
    return read_table(path)


def table_of(file: Path) -> Path | None:
    """The table in the folder of a file; None where there is none."""
    table = file.parent / TABLE
    return table if table.is_file() else None


def told_of(file: Path) -> Told:
    """What the table in its folder tells of a file."""
    table = table_of(file)
    if table is None:
        return UNTOLD
    return _table(table, table.stat().st_mtime_ns).get(file.name, UNTOLD)
