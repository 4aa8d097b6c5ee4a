"""Commands on the graph in a store: build, show, draw, export, validate."""

from __future__ import annotations

import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from southsouth.cli import output
from southsouth.cli.common import (
    STORE,
    EndpointUrl,
    Json,
    Store,
    app,
    examples,
    open_store,
    report_failures,
)
from southsouth.errors import SouthSouthError
from southsouth.graph.rdf.formats import FORMATS

if TYPE_CHECKING:
    from southsouth.graph.store import Store as Graphs
    from southsouth.views.facts import Found


class Picture(StrEnum):
    """What ``graph`` draws."""

    CITATIONS = "citations"
    LINEAGE = "lineage"


@app.command(
    epilog=examples(
        "southsouth build",
        "southsouth build resolutions/ --store out/store",
        "southsouth build 'docs/A_RES_*.txt' --json",
    )
)
def build(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Documents: files, folders, glob patterns. None: only the facts that ship with "
            "southsouth.",
            metavar="[PATH…]",
        ),
    ] = None,
    store: Store = STORE,
    endpoint: EndpointUrl = "",
    update_endpoint: Annotated[
        str,
        typer.Option(
            "--update-endpoint",
            help="Where the endpoint takes updates, where that cannot be told.",
            envvar="SOUTHSOUTH_UPDATE_ENDPOINT",
            metavar="URL",
        ),
    ] = "",
    jobs: Annotated[
        int, typer.Option(min=0, help="Processes that read. 0: one for each processor.")
    ] = 0,
    scheduler: Annotated[
        str,
        typer.Option(
            help="Read on this Dask cluster, all of whose workers see the files.",
            metavar="tcp://HOST:PORT",
        ),
    ] = "",
    shards: Annotated[
        str,
        typer.Option(
            help="Where the workers of the cluster leave what they read: a folder or an "
            "address that "
            "all see. Without it, it comes back over the network.",
            metavar="FOLDER",
        ),
    ] = "",
    prune: Annotated[
        bool, typer.Option("--prune", help="Drop what was read from other files than these.")
    ] = False,
    infer: Annotated[
        bool,
        typer.Option(
            "--infer",
            help="Add what follows: inverse and super-properties, classes, lines of "
            "succession, in a graph of its own.",
        ),
    ] = False,
    language: Annotated[
        bool,
        typer.Option(
            "--language",
            help="Add from which earlier paragraph each has its words, in a graph of its own.",
        ),
    ] = False,
    anew: Annotated[
        bool,
        typer.Option(
            "--anew", help="Make the store again without reading it: heals a damaged one."
        ),
    ] = False,
    wait: Annotated[
        bool, typer.Option("--wait", help="Wait for another build of the same store.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Read documents into the store and say what was built.

    A file that was read before, with the same bytes, code and records, is not read again. Killed,
    a build leaves whole documents only.
    """
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    from southsouth.build import build as make
    from southsouth.graph.store import Endpoint
    from southsouth.reading.paths import collect_files, path_of

    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]:.1f} MB/s"),
        TimeRemainingColumn(),
    )
    quiet = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=quiet) as bar:
        total = len(collect_files(paths or []))
        task = bar.add_task("reading", total=total or None, rate=0.0)
        started, done = time.monotonic(), 0

        def step(path: Path) -> None:
            nonlocal done
            done += path.stat().st_size
            rate = done / 1e6 / max(time.monotonic() - started, 0.1)
            bar.update(task, description=path.name, advance=1, rate=rate)

        target = Endpoint(endpoint, update_endpoint) if endpoint else store
        report = make(
            paths or [],
            target,
            step,
            jobs=jobs,
            prune=prune,
            wait=wait,
            scheduler=scheduler,
            infers=infer,
            language=language,
            shards=path_of(shards) if shards else None,
            anew=anew,
        )
    if as_json:
        output.print_json(report.as_json())
    else:
        output.print_report(report.as_json(), endpoint or store)
    report_failures([str(error) for error in report.failures])


@app.command(
    epilog=examples("southsouth show 60/212", "southsouth show 'Havana Programme of Action'")
)
def show(
    what: Annotated[str, typer.Argument(help="A symbol or a name, in any spelling.")],
    store: Store = STORE,
    endpoint: EndpointUrl = "",
    as_json: Json = False,
) -> None:
    """Print all that the graph knows about a document, instrument or body, with sources."""
    from dataclasses import asdict

    from rich.console import Console

    from southsouth.views import facts, terminal

    graph = open_store(store, endpoint)
    card = facts.card(graph, facts.find(graph, what))
    if as_json:
        output.print_json(asdict(card))
    else:
        terminal.print_card(Console(), card)


@app.command(
    epilog=examples(
        "southsouth lineage 'United Nations Fund for South-South Cooperation'",
        "southsouth lineage UNOSSC --json",
        "southsouth lineage ESCAP --html escap.html --svg escap.svg",
    )
)
def lineage(
    name: Annotated[str, typer.Argument(help="A name, old or new, or an acronym.")],
    svg: Annotated[Path | None, typer.Option(help="Draw the timeline into this file.")] = None,
    html: Annotated[
        Path | None, typer.Option(help="Write a page with the timeline, the names and the events.")
    ] = None,
    store: Store = STORE,
    endpoint: EndpointUrl = "",
    as_json: Json = False,
) -> None:
    """Print its names in time, what renamed it, on what authority, with what force.

    A drawing has a lane for it and one for each body that it follows or that follows it.
    """
    from rich.console import Console

    from southsouth.views import facts, terminal

    graph = open_store(store, endpoint)
    found = facts.find(graph, name)
    names = facts.names_of(graph, found.iri)
    happened = facts.events_of(graph, found.iri)
    if svg or html:
        _draw_lineage(graph, found, svg, html)
    elif as_json:
        output.print_json(
            {"thing": found.iri, "label": found.label, "names": names, "events": happened}
        )
    else:
        terminal.print_lineage(Console(), found.label, names, happened)


def _draw_lineage(graph: Graphs, found: Found, svg: Path | None, html: Path | None) -> None:
    from southsouth.views.scene.lineage import lineage as lanes_of
    from southsouth.views.scene.svg import lineage_html, lineage_svg

    picture = lanes_of(graph, found.iri)
    marks = sum(len(lane.marks) for lane in picture.lanes)
    drawings = {svg: lineage_svg(picture, listed=True), html: lineage_html(picture)}
    for path, text in drawings.items():
        if path is not None:
            _write(path, text)
            typer.echo(f"{path}: {len(picture.lanes)} lanes, {marks} events")


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SouthSouthError(f"{path}: cannot be written ({error.strerror})") from error


@app.command(
    epilog=examples(
        "southsouth graph lineage -o lineage.html",
        "southsouth graph citations --around 60/212 --depth 1 -o near.html",
        "southsouth graph lineage --around UNOSSC -o unossc.svg",
    )
)
def graph(
    picture: Annotated[Picture, typer.Argument(help="What to draw.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The page to write, or for print an .svg.")
    ],
    centre: Annotated[str, typer.Option("--around", help="Only what is near this.")] = "",
    depth: Annotated[int, typer.Option(min=1, max=6, help="Steps from it.")] = 1,
    store: Store = STORE,
    endpoint: EndpointUrl = "",
) -> None:
    """Write a standalone page, or a drawing, of the citation graph or the lineage graph."""
    from southsouth.views import facts
    from southsouth.views.network import graphs
    from southsouth.views.network.page import write_page

    if output.suffix not in {".html", ".htm", ".svg"}:
        raise SouthSouthError(f"{output}: a picture is a page (.html) or a drawing (.svg)")
    data = open_store(store, endpoint)
    if output.suffix == ".svg":
        found = facts.find(data, centre) if centre else None
        _write(output, _drawing(data, picture, found.iri if found else "", depth))
        typer.echo(f"{output}: {output.stat().st_size} bytes")
        return
    draw = {Picture.CITATIONS: graphs.citation_graph, Picture.LINEAGE: graphs.lineage_graph}
    network = draw[picture](data)
    title = {"citations": "Citations", "lineage": "Names in time"}[picture.value]
    subtitle = "United Nations documents on South-South cooperation"
    if centre:
        found = facts.find(data, centre)
        network = graphs.around(network, found, depth)
        subtitle = f"around {found.label}, {depth} step{'s' if depth > 1 else ''}"
    try:
        write_page(network, output, title=title, subtitle=subtitle)
    except OSError as error:
        raise SouthSouthError(f"{output}: cannot be written ({error.strerror})") from error
    typer.echo(f"{output}: {len(network)} nodes, {network.number_of_edges()} edges")


def _drawing(store: Graphs, picture: Picture, centre: str, depth: int) -> str:
    from southsouth.views.scene import svg
    from southsouth.views.scene.around import around
    from southsouth.views.scene.atlas import atlas
    from southsouth.views.scene.lineage import lineage as lanes_of

    if picture is Picture.LINEAGE:
        return svg.lineage_svg(lanes_of(store, centre), listed=bool(centre))
    return svg.scene_svg(around(store, centre, depth) if centre else atlas(store).scene)


@app.command(
    epilog=examples(
        "southsouth export -o graph.ttl",
        "southsouth export -o cites.graphml",
        "southsouth export -o graph.neo4j.zip",
        "southsouth export -o documents.bib",
        "southsouth export A_RES_60_212.md -o A_RES_60_212.xml",
        "southsouth export A_RES_60_212.md -o A_RES_60_212.anno.jsonld",
    )
)
def export(
    document: Annotated[
        Path | None,
        typer.Argument(
            help="One document, to be written with its citations marked: as Akoma Ntoso (.xml) "
            "or as "
            "Web Annotations (.anno.jsonld). None: the store is written.",
            metavar="[DOCUMENT]",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help=(
                f"The file; its suffix names the format: {' '.join(row.suffix for row in FORMATS)} "
                ".graphml .gexf "
                ".csv .neo4j.zip .bib .csl.json, and .xml or .anno.jsonld for a document"
            ),
        ),
    ] = None,
    store: Store = STORE,
    endpoint: EndpointUrl = "",
) -> None:
    """Write the graph, its citation network, its bibliography, or one document marked up."""
    from southsouth.publish import export as write
    from southsouth.publish import export_document

    if output is None:
        raise typer.BadParameter("name the file to write", param_hint="--output")
    if document is not None:
        size = export_document(document, output)
    else:
        size = write(open_store(store, endpoint), output)
    typer.echo(f"{output}: {size} bytes")


@app.command(epilog=examples("southsouth validate", "southsouth validate --json"))
def validate(store: Store = STORE, endpoint: EndpointUrl = "", as_json: Json = False) -> None:
    """Check the graph against the SHACL shapes; exit status 1 on violations."""
    from dataclasses import asdict

    import pyoxigraph as ox

    from southsouth.graph import validation
    from southsouth.graph.rdf.iris import ONTOLOGY_GRAPH
    from southsouth.views.facts import short

    ontology = ox.NamedNode(ONTOLOGY_GRAPH)
    quads = (q for q in open_store(store, endpoint).quads() if q.graph_name != ontology)
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
