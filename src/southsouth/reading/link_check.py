"""Check the hyperlinks of files: what ``southsouth check-links`` does."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from southsouth.errors import DocumentError, faults_of
from southsouth.reading.citations.check import LinkProblem, check_links, check_listed
from southsouth.reading.documents import read
from southsouth.reading.documents.encodings import decode
from southsouth.reading.paths import collect_files
from southsouth.reading.structure import Resolution, parse_resolution

LINK_COLUMNS: Final = ("file", "start", "end", "words", "linked", "printed", "problem")
_TABLE: Final = frozenset({"symbol", "block", "anchor", "target"})

#: Links kept apart from the texts: of each document by its symbol (block, anchor, symbol linked).
LinkTable = dict[str, list[tuple[int, str, str]]]


@dataclass
class LinkReport:
    """How many links were looked at, a row for each that is wrong, the files that were not read."""

    checked: int = 0
    rows: list[dict[str, Any]] = field(default_factory=list)
    failures: list[DocumentError] = field(default_factory=list)


def read_link_table(path: Path) -> LinkTable:
    """A tab-separated table of links with the columns symbol, block, anchor and target.

    Raises DocumentError for a file that is none.
    """
    try:
        text = decode(path.read_bytes(), str(path))
    except OSError as error:
        problem = error.strerror or "cannot be read"
        raise DocumentError(str(path), problem, "check the path") from error
    lines = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    missing = sorted(_TABLE - set(lines.fieldnames or ()))
    if missing:
        raise DocumentError(
            str(path), f"no column {', '.join(missing)}", "the first line names the columns"
        )
    table: LinkTable = defaultdict(list)
    for row in lines:
        if not (row["block"] or "").isdigit():
            raise DocumentError(
                f"{path}:{lines.line_num}",
                f"block {row['block']!r} is no number",
                "count the blocks of the text from 0",
            )
        table[row["symbol"]].append((int(row["block"]), row["anchor"] or "", row["target"] or ""))
    return table


def _rows(
    file: Path, resolution: Resolution, problems: Iterable[LinkProblem], source: str
) -> list[dict[str, Any]]:
    """``source`` is the decoded file where the problems' offsets are the file's, "" where they are
    the reading text's."""
    rows = []
    for problem in problems:
        start, end = problem.start, problem.end
        words = (source or resolution.text)[start:end]
        if not source:
            start, end = resolution.document.source_map.span(start, end)
        rows.append(
            {
                "file": file.name,
                "start": start,
                "end": end,
                "words": " ".join(words.split()),
                "linked": problem.linked,
                "printed": " ".join(symbol.text for symbol in problem.printed),
                "problem": problem.problem.value,
            }
        )
    return rows


def _check_file(file: Path, table: LinkTable | None, report: LinkReport) -> None:
    resolution = parse_resolution(read(file))
    if table is None:
        report.checked += len(resolution.document.links)
        report.rows += _rows(file, resolution, check_links(resolution), "")
        return
    source = decode(file.read_bytes(), str(file))
    # tables name a document as its first line does
    listed = table.get(source.split("\n", 1)[0].strip(), [])
    report.checked += len(listed)
    report.rows += _rows(file, resolution, check_listed(resolution, source, listed), source)


def check_paths(paths: Iterable[str], table: LinkTable | None = None) -> LinkReport:
    """Check the links of all documents that ``paths`` name: their own, or those of ``table``.

    Raises DocumentError where the only document cannot be read; of several it is reported.
    """
    files = collect_files(paths)
    report = LinkReport()
    for file in files:
        try:
            with faults_of(str(file)):
                _check_file(file, table, report)
        except DocumentError as error:
            if len(files) == 1:
                raise
            report.failures.append(error)
    return report
