"""Commands that read documents and need no store."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from southsouth.cli import output
from southsouth.cli.common import Paths, app, examples, report_failures
from southsouth.cli.output import TableFormat

if TYPE_CHECKING:
    from southsouth.reading.documents.told import Told
    from southsouth.reading.reader import Reading


SymbolTold = Annotated[
    str, typer.Option("--symbol", help="The document's symbol, where it does not say it.")
]
DayTold = Annotated[str, typer.Option("--date", help="Its day of adoption, 2005-12-22.")]
LanguageTold = Annotated[str, typer.Option("--language", help="Its language: en, fr, es…")]


class NamesFormat(StrEnum):
    """Formats of ``names``."""

    TSV = "tsv"
    JSON = "json"
    TURTLE = "turtle"


class RdfFormat(StrEnum):
    """Formats of ``extract``."""

    NQUADS = "nquads"
    TRIG = "trig"
    TURTLE = "turtle"
    JSONLD = "jsonld"
    JSON = "json"


@app.command(
    epilog=examples(
        "southsouth extract A_RES_60_212.md", "southsouth extract A_RES_60_212.md --format json"
    )
)
def extract(
    path: Annotated[Path, typer.Argument(help="One document.")],
    to: Annotated[RdfFormat, typer.Option("--format", help="Output format.")] = RdfFormat.TRIG,
    quotes: Annotated[bool, typer.Option(help="Keep the words of each statement.")] = True,
    symbol: SymbolTold = "",
    day: DayTold = "",
    language: LanguageTold = "",
) -> None:
    """Print what one document says, and each of several in one file; no store is needed."""
    from southsouth.graph.rdf.emit import emit
    from southsouth.graph.rdf.serialize import serialize
    from southsouth.publish import reading_record
    from southsouth.reading.reader import readings_in

    readings = readings_in(path, what=_told(symbol, day, language))
    _report_remarks(list(readings))
    if to is RdfFormat.JSON:
        for reading in readings:
            output.print_json(reading_record(reading))
    else:
        quads = dict.fromkeys(quad for one in readings for quad in emit(one, quotes=quotes))
        sys.stdout.buffer.write(serialize(list(quads), to.value))


def _told(symbol: str, day: str, language: str) -> Told:
    """What the options tell of a document. Raises DocumentError."""
    from southsouth.reading.documents.told import told

    return told("--symbol, --date, --language", symbol, day, language)


def _report_remarks(readings: list[Reading]) -> None:
    """Say of which readings one should not be sure."""
    for reading in readings:
        for remark in reading.resolution.remarks:
            typer.echo(f"southsouth: {reading.resolution.document.name}: {remark}", err=True)


def _readings(paths: list[str], what: Told | None = None) -> tuple[list[Reading], list[str]]:
    """The readings of the documents that can be read, and a line for each that cannot."""
    from southsouth.errors import DocumentError
    from southsouth.reading.paths import collect_files
    from southsouth.reading.reader import readings_in

    readings: list[Reading] = []
    failures: list[str] = []
    files = collect_files(paths)
    if what and len(files) > 1:
        raise typer.BadParameter(
            "they tell of one document; write a table documents.tsv for several",
            param_hint="--symbol, --date, --language",
        )
    for file in files:
        try:
            readings.extend(readings_in(file, what=what))
        except DocumentError as error:
            if len(files) == 1:
                raise
            failures.append(str(error))
    _report_remarks(readings)
    return readings, failures


@app.command(
    epilog=examples(
        "southsouth citations A_RES_60_212.md", "southsouth citations corpus/ --format json"
    )
)
def citations(
    paths: Paths,
    to: Annotated[TableFormat, typer.Option("--format", help="Output format.")] = TableFormat.TSV,
    symbol: SymbolTold = "",
    day: DayTold = "",
    language: LanguageTold = "",
) -> None:
    """Print who cites what, where, under which verb: one citation a line.

    Offsets are 0-based characters of the UTF-8 decoded file, end-exclusive.
    """
    from southsouth.publish import CITATION_COLUMNS, citation_records

    readings, failures = _readings(paths, _told(symbol, day, language))
    rows = [row for reading in readings for row in citation_records(reading)]
    output.print_rows(CITATION_COLUMNS, rows, to)
    report_failures(failures)


@app.command(
    "check-links",
    epilog=examples(
        "southsouth check-links draft.docx",
        "southsouth check-links corpus/documents --links corpus/gold/citations.tsv",
    ),
)
def check_links(
    paths: Paths,
    links: Annotated[
        Path | None,
        typer.Option(
            help="A table of links kept apart from the texts, tab-separated, with the columns "
            "symbol, "
            "block, anchor and target."
        ),
    ] = None,
    to: Annotated[TableFormat, typer.Option("--format", help="Output format.")] = TableFormat.TSV,
) -> None:
    """Compare the hyperlinks of documents with what their words say; print those that are wrong.

    Exit status 1 where one is wrong. Offsets are 0-based characters of the UTF-8 decoded file, of
    its reading text for PDF and DOCX, end-exclusive.
    """
    from southsouth.reading.link_check import LINK_COLUMNS, check_paths, read_link_table

    report = check_paths(paths, read_link_table(links) if links else None)
    output.print_rows(LINK_COLUMNS, report.rows, to)
    typer.echo(f"{report.checked} links checked, {len(report.rows)} wrong", err=True)
    report_failures([str(error) for error in report.failures])
    if report.rows:
        raise typer.Exit(1)


@app.command(
    epilog=examples("southsouth events A_RES_60_212.md", "southsouth events corpus/ --format tsv")
)
def events(
    paths: Paths,
    to: Annotated[TableFormat, typer.Option("--format", help="Output format.")] = TableFormat.JSON,
    symbol: SymbolTold = "",
    day: DayTold = "",
    language: LanguageTold = "",
) -> None:
    """Print what happens to instruments and bodies: one object a line.

    Offsets are 0-based characters of the UTF-8 decoded file, end-exclusive.
    """
    from southsouth.publish import EVENT_COLUMNS, event_records

    readings, failures = _readings(paths, _told(symbol, day, language))
    rows = [row for reading in readings for row in event_records(reading)]
    output.print_rows(EVENT_COLUMNS, rows, to)
    report_failures(failures)


@app.command(
    epilog=examples(
        "southsouth names A_RES_60_212.md",
        "southsouth names corpus/ --unknown --format tsv",
        "southsouth names corpus/ --unknown --format turtle > proposed.ttl",
    )
)
def names(
    paths: Paths,
    unknown: Annotated[
        bool, typer.Option("--unknown", help="Only names that no authority record knows.")
    ] = False,
    to: Annotated[NamesFormat, typer.Option("--format", help="Output format.")] = NamesFormat.TSV,
) -> None:
    """Print the names of instruments and bodies, and propose records for those not yet known.

    One name a line, with its class, its record, how often it is mentioned and where it first
    stands; turtle prints a proposed record for each unknown name, with the passages that show it.
    """
    from southsouth.graph.rdf.serialize import serialize
    from southsouth.publish import NAME_COLUMNS, names_used, proposals
    from southsouth.reading.reader import load_authority_records

    readings, failures = _readings(paths)
    uses = names_used(readings, load_authority_records())
    if to is NamesFormat.TURTLE:
        sys.stdout.buffer.write(serialize(proposals(uses), "turtle"))
    else:
        rows = [use.row() for use in uses if not (unknown and use.thing)]
        output.print_rows(NAME_COLUMNS, rows, TableFormat(to.value))
    report_failures(failures)


@app.command(
    epilog=examples(
        "southsouth fetch A/RES/60/212 A/RES/58/220 -o documents",
        "southsouth fetch --series south-south --language fr",
    )
)
def fetch(
    symbols: Annotated[
        list[str] | None, typer.Argument(help="Document symbols.", metavar="[SYMBOL…]")
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder for the files.")
    ] = Path("documents"),
    language: Annotated[str, typer.Option(help="en, fr, es, ar, ru or zh.")] = "en",
    series: Annotated[str, typer.Option(help="A list of symbols: south-south.")] = "",
) -> None:
    """Fetch documents by symbol from the UN's public access points, politely (docs/fetching.md)."""
    from southsouth.fetch import Outcome, series_symbols
    from southsouth.fetch import fetch as fetch_all

    wanted = [*(symbols or ()), *(series_symbols(series) if series else ())]
    if not wanted:
        raise typer.BadParameter("name a symbol or a series", param_hint="SYMBOL")

    def step(outcome: Outcome) -> None:
        if outcome.problem:
            typer.echo(outcome.problem, err=True)
        else:
            typer.echo(f"{outcome.symbol}: {outcome.status} {outcome.path}")

    outcomes = fetch_all(wanted, output, language=language, step=step)
    if any(outcome.problem for outcome in outcomes):
        raise typer.Exit(1)
