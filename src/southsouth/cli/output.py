"""What the commands print that is not for people only: JSON, tables of values, answers, reports."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from southsouth.errors import QueryError

if TYPE_CHECKING:
    from southsouth.build import Status
    from southsouth.graph.store import Answer


#: A store of the snapshot alone has facts and no texts.
_NO_REUSES: Final = "0: the store may hold no texts; build it with the documents"


class TableFormat(StrEnum):
    """Formats of ``citations`` and ``events``."""

    TSV = "tsv"
    JSON = "json"


class AnswerFormat(StrEnum):
    """Formats of ``query``."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TURTLE = "turtle"


def write(line: str) -> None:
    """One line on standard output."""
    sys.stdout.write(line + "\n")


def print_json(value: Any) -> None:
    """A value as JSON."""
    write(json.dumps(value, ensure_ascii=False, indent=2))


def print_rows(columns: Sequence[str], rows: list[dict[str, Any]], to: TableFormat) -> None:
    """Records as TSV with a header line (tabs and line breaks in cells become spaces), or JSON
    with one object a line."""
    if to is TableFormat.JSON:
        for row in rows:
            write(json.dumps(row, ensure_ascii=False))
        return
    write("\t".join(columns))
    for row in rows:
        write("\t".join(_cell(row[column]) for column in columns))


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_cell(item) for item in value)
    return "" if value is None else " ".join(str(value).split())


_MOST_LISTED: Final = 10


def _stages(report: dict[str, Any]) -> str:
    told = []
    for stage, seconds in report["stages"].items():
        rate = f" ({report['megabytes'] / seconds:.1f})" if seconds > 0.05 else ""
        told.append(f"{stage} {seconds:.1f}{rate}")
    return ", ".join(told)


def _unread(report: dict[str, Any]) -> str:
    count = len(report.get("unread", ()))
    return f", in a language that is not read {count}" if count else ""


def print_report(report: dict[str, Any], store: Path | str) -> None:
    """What a build did, in a few lines."""
    quads = f", {report['quads']} quads" if report["quads"] is not None else ""
    write(f"{store}: {report['documents']} documents{quads} in {report['seconds']:.2f} s")
    write(
        f"  read {report['read']} (added {report['added']}, replaced {report['replaced']}, "
        f"unchanged {report['unchanged']}), "
        f"from the snapshot {report['snapshot']}, failed {len(report['failures'])}"
        f"{_unread(report)}"
    )
    if report["read"]:
        found = ", ".join(f"{how} {count}" for how, count in report["citations"].items())
        forces = ", ".join(f"{force} {count}" for force, count in report["events"].items())
        write(f"  provisions {report['provisions']}, mentions {report['mentions']}")
        write(f"  citations {sum(report['citations'].values())}: {found or 'none'}")
        write(f"  events {sum(report['events'].values())}: {forces or 'none'}")
        write(f"  {report['megabytes']:.1f} MB; seconds (and MB/s) by stage: {_stages(report)}")
    if "language" in report["stages"]:
        write(f"  reuses of language {report['reuses'] or _NO_REUSES}")
    if report["pruned"]:
        write(f"  dropped {report['pruned']}, read from other files than these")
    if report["inferred"]:
        write(f"  inferred {report['inferred']} quads")
    causes = Counter(re.sub(r"\d[\d.,]*", "…", each["problem"]) for each in report["failures"])
    for cause, count in causes.most_common(_MOST_LISTED):
        write(f"  failed {count}: {cause}")
    for uncertain in report.get("remarks", ())[:_MOST_LISTED]:
        write(f"  {uncertain['file']}: {uncertain['remark']}")
    if len(report.get("remarks", ())) > _MOST_LISTED:
        write(f"  … {len(report['remarks'])} remarks in all")
    for further in report["manifestations"][:_MOST_LISTED]:
        write(f"  {further['file']}: a further manifestation of {further['symbol']}")
    if len(report["manifestations"]) > _MOST_LISTED:
        write(f"  … {len(report['manifestations'])} further manifestations in all")


def print_status(status: Status, store: Path | str) -> None:
    """What a store holds and what of it is stale, in a few lines."""
    write(f"{store}: {status.documents} documents, {status.quads} quads")
    write(
        f"  of which from the snapshot {status.snapshot}, "
        f"read by other code or with other records {status.outdated}"
    )
    write(f"  new or changed files {status.new}, documents whose files are not given {status.gone}")
    if status.unfinished:
        write("  a build was ended in the midst, or is under way: build again to make it whole")
    elif not status.derived:
        write("  the lineage is not derived: build again to make it whole")
    write("  stale: run 'southsouth build'" if status.stale else "  up to date")


def print_answer(answer: Answer, to: AnswerFormat) -> None:
    """An answer in the format asked for; QueryError where it has no such form."""
    import pyoxigraph as ox
    from rich.console import Console

    from southsouth.graph.rdf.serialize import serialize
    from southsouth.publish import safe_cell
    from southsouth.views import terminal

    if to is AnswerFormat.TURTLE:
        if not answer.triples and (answer.columns or answer.truth is not None):
            raise QueryError("--format turtle needs a CONSTRUCT or DESCRIBE query")
        quads = [ox.Quad(t.subject, t.predicate, t.object) for t in answer.triples]
        sys.stdout.buffer.write(serialize(quads, "turtle"))
    elif to is AnswerFormat.JSON:
        print_json(answer.truth if answer.truth is not None else answer.values())
    elif to is AnswerFormat.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.columns)
        for row in answer.values():
            writer.writerow(safe_cell(cell) for cell in row.values())
    else:
        terminal.print_answer(Console(), answer)
