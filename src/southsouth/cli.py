"""The command ``southsouth``: one command a user's intention, a thin layer over the library."""

from __future__ import annotations

import os
import signal
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from southsouth import __version__, output
from southsouth.errors import QueryError, SouthSouthError
from southsouth.output import AnswerFormat, TableFormat

if TYPE_CHECKING:
    from southsouth.library import Queryable
    from southsouth.reading import Reading
    from southsouth.store import GraphStore

app = typer.Typer(
    name="southsouth", rich_markup_mode="rich", add_completion=False,
    help="UN resolutions as a knowledge graph of South-South cooperation instruments.\n\n"
    "Begin with [bold]southsouth build[/bold], then [bold]southsouth lineage 'United Nations Fund "
    "for South-South Cooperation'[/bold].",
)  # fmt: skip

Paths = Annotated[
    list[str], typer.Argument(help="Files, folders or glob patterns.", metavar="PATH…")
]
Store = Annotated[
    Path, typer.Option("--store", help="The store's folder.", envvar="SOUTHSOUTH_STORE")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
_STORE = Path("store")


class RdfFormat(StrEnum):
    """Formats of ``extract``."""

    NQUADS = "nquads"
    TRIG = "trig"
    TURTLE = "turtle"
    JSONLD = "jsonld"
    JSON = "json"


class Picture(StrEnum):
    """What ``graph`` draws."""

    CITATIONS = "citations"
    LINEAGE = "lineage"


def _examples(*lines: str) -> str:
    shown = "\n\n".join(f"[dim]$[/dim] {line}" for line in lines)
    return f"Examples:\n\n{shown}"


def _open(store: Path) -> GraphStore:
    from southsouth.store import GraphStore

    return GraphStore.open(store)


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        typer.echo(f"southsouth {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command(epilog=_examples(
    "southsouth build", "southsouth build resolutions/ --store out/store",
    "southsouth build 'docs/A_RES_*.txt' --json"))  # fmt: skip
def build(
    paths: Annotated[list[str] | None, typer.Argument(
        help="Documents: files, folders, glob patterns. None: only the facts that ship with "
        "southsouth.", metavar="[PATH…]")] = None,
    store: Store = _STORE,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Read documents into the store and say what was built."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from southsouth import pipeline

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    quiet = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=quiet) as bar:
        total = len(pipeline.collect_files(paths or []))
        task = bar.add_task("reading", total=total or None)

        def step(path: Path) -> None:
            bar.update(task, description=path.name, advance=1)

        report = pipeline.build(paths or [], store, step)
    if as_json:
        output.print_json(report.as_json())
    else:
        output.print_report(report.as_json(), store)
    _report_failures([str(error) for error in report.failures])


@app.command(
    epilog=_examples(
        "southsouth extract A_RES_60_212.md", "southsouth extract A_RES_60_212.md --format json"
    )
)
def extract(
    path: Annotated[Path, typer.Argument(help="One document.")],
    to: Annotated[RdfFormat, typer.Option("--format", help="Output format.")] = RdfFormat.TRIG,
    quotes: Annotated[bool, typer.Option(help="Keep the words of each statement.")] = True,
) -> None:  # fmt: skip
    """Print what one document says; no store is needed."""
    from southsouth.pipeline import read_path
    from southsouth.publish.records import reading_record
    from southsouth.rdf.emit import emit
    from southsouth.rdf.serialize import serialize

    reading = read_path(path)
    if to is RdfFormat.JSON:
        output.print_json(reading_record(reading))
    else:
        sys.stdout.buffer.write(serialize(emit(reading, quotes=quotes), to.value))


def _readings(paths: list[str]) -> tuple[list[Reading], list[str]]:
    """The readings of the documents that can be read, and a line for each that cannot."""
    from southsouth.errors import DocumentError
    from southsouth.pipeline import collect_files, read_path

    readings, failures = [], []
    files = collect_files(paths)
    for file in files:
        try:
            readings.append(read_path(file))
        except DocumentError as error:
            if len(files) == 1:
                raise
            failures.append(str(error))
    return readings, failures


def _report_failures(failures: list[str]) -> None:
    for line in failures:
        typer.echo(f"southsouth: not read: {line}", err=True)
    if failures:
        raise typer.Exit(1)


@app.command(
    epilog=_examples(
        "southsouth citations A_RES_60_212.md", "southsouth citations corpus/ --format json"
    )
)
def citations(
    paths: Paths,
    to: Annotated[TableFormat, typer.Option("--format", help="Output format.")] = TableFormat.TSV,
) -> None:  # fmt: skip
    """Print who cites what, where, under which verb: one citation a line.

    Offsets are 0-based characters of the UTF-8 decoded file, end-exclusive.
    """
    from southsouth.publish.records import CITATION_COLUMNS, citation_records

    readings, failures = _readings(paths)
    rows = [row for reading in readings for row in citation_records(reading)]
    output.print_rows(CITATION_COLUMNS, rows, to)
    _report_failures(failures)


@app.command(
    "check-links",
    epilog=_examples(
        "southsouth check-links draft.docx",
        "southsouth check-links corpus/documents --links corpus/gold/citations.tsv",
    ),
)
def check_links(
    paths: Paths,
    links: Annotated[Path | None, typer.Option(
        help="A table of links kept apart from the texts, tab-separated, with the columns symbol, "
        "block, anchor and target.")] = None,
    to: Annotated[TableFormat, typer.Option("--format", help="Output format.")] = TableFormat.TSV,
) -> None:  # fmt: skip
    """Compare the hyperlinks of documents with what their words say; print those that are wrong.

    Exit status 1 where one is wrong. Offsets are 0-based characters of the UTF-8 decoded file, of
    its reading text for PDF and DOCX, end-exclusive.
    """
    from southsouth.link_check import LINK_COLUMNS, check_paths, read_link_table

    report = check_paths(paths, read_link_table(links) if links else None)
    output.print_rows(LINK_COLUMNS, report.rows, to)
    typer.echo(f"{report.checked} links checked, {len(report.rows)} wrong", err=True)
    _report_failures([str(error) for error in report.failures])
    if report.rows:
        raise typer.Exit(1)


@app.command(
    epilog=_examples("southsouth events A_RES_60_212.md", "southsouth events corpus/ --format tsv")
)
def events(
    paths: Paths,
    to: Annotated[TableFormat, typer.Option("--format", help="Output format.")] = TableFormat.JSON,
) -> None:  # fmt: skip
    """Print what happens to instruments and bodies: one object a line.

    Offsets are 0-based characters of the UTF-8 decoded file, end-exclusive.
    """
    from southsouth.publish.records import EVENT_COLUMNS, event_records

    readings, failures = _readings(paths)
    rows = [row for reading in readings for row in event_records(reading)]
    output.print_rows(EVENT_COLUMNS, rows, to)
    _report_failures(failures)


@app.command(
    epilog=_examples("southsouth show 60/212", "southsouth show 'Havana Programme of Action'")
)
def show(
    what: Annotated[str, typer.Argument(help="A symbol or a name, in any spelling.")],
    store: Store = _STORE,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Print all that the graph knows about a document, instrument or body, with sources."""
    from dataclasses import asdict

    from rich.console import Console

    from southsouth.views import facts, terminal

    graph = _open(store)
    card = facts.card(graph, facts.find(graph, what))
    if as_json:
        output.print_json(asdict(card))
    else:
        terminal.print_card(Console(), card)


@app.command(
    epilog=_examples(
        "southsouth lineage 'United Nations Fund for South-South Cooperation'",
        "southsouth lineage UNOSSC --json",
    )
)
def lineage(
    name: Annotated[str, typer.Argument(help="A name, old or new, or an acronym.")],
    store: Store = _STORE,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Print its names in time, what renamed it, on what authority, with what force."""
    from rich.console import Console

    from southsouth.views import facts, terminal

    graph = _open(store)
    found = facts.find(graph, name)
    names = facts.names_of(graph, found.iri)
    happened = facts.events_of(graph, found.iri)
    if as_json:
        output.print_json({"thing": found.iri, "label": found.label, "names": names,
                     "events": happened})  # fmt: skip
    else:
        terminal.print_lineage(Console(), found.label, names, happened)


def _parameters(given: list[str]) -> dict[str, str]:
    values = {}
    for entry in given:
        key, sign, value = entry.partition("=")
        if not sign:
            raise QueryError(f"--param {entry!r}: write it as name=value")
        values[key] = value
    return values


def _query_text(what: str, values: dict[str, str]) -> str:
    from southsouth.library import named_query

    if what != "-" and not what.endswith(".rq"):
        return named_query(what).bind(values)
    if values:
        raise QueryError("--param goes with a query of the library; see 'southsouth queries'")
    try:
        data = sys.stdin.buffer.read() if what == "-" else Path(what).read_bytes()
        text = data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{what}: cannot be read as a query; check the path") from error
    if not text.strip():
        raise QueryError(f"{what}: the query is empty")
    return text


@app.command(
    epilog=_examples(
        "southsouth query names-on-date --param day=2007-01-01",
        "southsouth query my.rq --format csv",
        "echo 'ASK {?s ?p ?o}' | southsouth query -",
    )
)
def query(
    what: Annotated[str, typer.Argument(help="A query of the library, a .rq file, or -.")],
    param: Annotated[list[str] | None, typer.Option("--param", help="A parameter, k=v.")] = None,
    to: Annotated[AnswerFormat, typer.Option("--format", help="Output.")] = AnswerFormat.TABLE,
    store: Store = _STORE,
    endpoint: Annotated[str, typer.Option(help="Ask this SPARQL endpoint instead.")] = "",
) -> None:  # fmt: skip
    """Run a query: of the library, of a file, or from standard input."""
    from southsouth.store import Endpoint

    # Oxigraph holds the interpreter while it works: let Ctrl-C end the process at once
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    text = _query_text(what, _parameters(param or []))
    target: Queryable = Endpoint(endpoint) if endpoint else _open(store)
    output.print_answer(target.query(text), to)


@app.command(epilog=_examples("southsouth queries", "southsouth queries --json"))
def queries(as_json: Json = False) -> None:
    """List the query library, with the question that each query answers."""
    from dataclasses import asdict

    from rich.console import Console

    from southsouth.library import all_queries
    from southsouth.views import terminal

    library = all_queries().values()
    if as_json:
        output.print_json([{k: v for k, v in asdict(q).items() if k != "text"} for q in library])
        return
    rows = [(q.name, q.question, ", ".join(p.name for p in q.parameters)) for q in library]
    Console().print(terminal.table(("query", "question", "parameters"), rows))


@app.command(
    epilog=_examples(
        "southsouth graph lineage -o lineage.html",
        "southsouth graph citations --around 60/212 --depth 1 -o near.html",
    )
)
def graph(
    picture: Annotated[Picture, typer.Argument(help="What to draw.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write.")],
    centre: Annotated[str, typer.Option("--around", help="Only what is near this.")] = "",
    depth: Annotated[int, typer.Option(min=1, max=6, help="Steps from it.")] = 1,
    store: Store = _STORE,
) -> None:  # fmt: skip
    """Write a standalone page with the citation graph or the lineage graph."""
    from southsouth.views import facts, networks
    from southsouth.views.page import write_page

    data = _open(store)
    draw = {Picture.CITATIONS: networks.citation_graph, Picture.LINEAGE: networks.lineage_graph}
    network = draw[picture](data)
    title = {"citations": "Citations", "lineage": "Names in time"}[picture.value]
    subtitle = "United Nations documents on South-South cooperation"
    if centre:
        found = facts.find(data, centre)
        network = networks.around(network, found, depth)
        subtitle = f"around {found.label}, {depth} step{'s' if depth > 1 else ''}"
    try:
        write_page(network, output, title=title, subtitle=subtitle)
    except OSError as error:
        raise SouthSouthError(f"{output}: cannot be written ({error.strerror})") from error
    typer.echo(f"{output}: {len(network)} nodes, {network.number_of_edges()} edges")


@app.command(
    epilog=_examples(
        "southsouth export -o graph.ttl", "southsouth export -o cites.graphml",
        "southsouth export A_RES_60_212.md -o A_RES_60_212.xml")
)  # fmt: skip
def export(
    document: Annotated[Path | None, typer.Argument(
        help="One document, to be written as Akoma Ntoso (.xml). None: the store is written.",
        metavar="[DOCUMENT]")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help=(
        "The file; its suffix names the format: .ttl .nt .nq .trig .jsonld .rdf .graphml .gexf "
        ".csv, and .xml for a document"))] = None,
    store: Store = _STORE,
) -> None:  # fmt: skip
    """Write the whole graph, its citation network, or one document with mark-up, to a file."""
    from southsouth.publish.exporters import export as write
    from southsouth.publish.exporters import export_document

    if output is None:
        raise typer.BadParameter("name the file to write", param_hint="--output")
    if document is not None:
        size = export_document(document, output)
    else:
        size = write(_open(store), output)
    typer.echo(f"{output}: {size} bytes")


@app.command(
    epilog=_examples(
        "southsouth fetch A/RES/60/212 A/RES/58/220 -o documents",
        "southsouth fetch --series south-south --language fr")
)  # fmt: skip
def fetch(
    symbols: Annotated[list[str] | None, typer.Argument(
        help="Document symbols.", metavar="[SYMBOL…]")] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder for the files.")]
    = Path("documents"),
    language: Annotated[str, typer.Option(help="en, fr, es, ar, ru or zh.")] = "en",
    series: Annotated[str, typer.Option(help="A list of symbols: south-south.")] = "",
) -> None:  # fmt: skip
    """Fetch documents by symbol from the UN's public access points, politely (docs/fetching.md)."""
    from southsouth.documents.fetch import Outcome, series_symbols
    from southsouth.documents.fetch import fetch as fetch_all

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


@app.command(epilog=_examples("southsouth validate", "southsouth validate --json"))
def validate(store: Store = _STORE, as_json: Json = False) -> None:
    """Check the graph against the SHACL shapes; exit status 1 on violations."""
    from dataclasses import asdict

    import pyoxigraph as ox

    from southsouth import validation
    from southsouth.rdf.iris import ONTOLOGY_GRAPH
    from southsouth.views.facts import short

    ontology = ox.NamedNode(ONTOLOGY_GRAPH)
    quads = (q for q in _open(store).quads() if q.graph_name != ontology)
    findings = validation.validate(quads)
    violations = sum(finding.severity == "Violation" for finding in findings)
    if as_json:
        output.print_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            typer.echo(f"{finding.severity}: {short(finding.node)}: {finding.message}")
        typer.echo(f"{violations} violations, {len(findings) - violations} warnings")
    if violations:
        raise typer.Exit(1)


def main() -> None:
    """Run the command line: an error that the user can mend is one line and exit status 2."""
    try:
        status = app(standalone_mode=False)
    except typer.TyperException as error:  # an unknown option, a value that is not in the list
        _fail(f"{error.format_message()} See 'southsouth --help'")
    except SouthSouthError as error:
        _fail(str(error))
    except typer.Abort:
        raise SystemExit(130) from None
    except BrokenPipeError:
        # the reader has gone ("… | head"); Python must not complain at exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except OSError as error:  # a full disk, a device that takes no output
        _fail(f"the output cannot be written ({error.strerror or error})")
    raise SystemExit(status or 0)


def _fail(message: str) -> NoReturn:
    typer.echo(f"southsouth: {' '.join(message.split())}", err=True)
    raise SystemExit(2) from None
