"""Commands that ask: queries of the library, of a file, or from standard input."""

from __future__ import annotations

import signal
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from southsouth.cli import output
from southsouth.cli.common import STORE, EndpointUrl, Json, Store, app, examples, open_store
from southsouth.cli.output import AnswerFormat
from southsouth.errors import QueryError


class LibraryFormat(StrEnum):
    """Formats of ``queries``."""

    TABLE = "table"
    JSON = "json"
    TURTLE = "turtle"


def _parameters(given: list[str]) -> dict[str, str]:
    values = {}
    for entry in given:
        key, sign, value = entry.partition("=")
        if not sign:
            raise QueryError(f"--param {entry!r}: write it as name=value")
        values[key] = value
    return values


def _query_text(what: str, values: dict[str, str]) -> str:
    from southsouth.graph.queries.library import named_query

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
    epilog=examples(
        "southsouth query names-on-date --param day=2007-01-01",
        "southsouth query my.rq --format csv",
        "echo 'ASK {?s ?p ?o}' | southsouth query -",
    )
)
def query(
    what: Annotated[str, typer.Argument(help="A query of the library, a .rq file, or -.")],
    param: Annotated[list[str] | None, typer.Option("--param", help="A parameter, k=v.")] = None,
    to: Annotated[AnswerFormat, typer.Option("--format", help="Output.")] = AnswerFormat.TABLE,
    store: Store = STORE,
    endpoint: EndpointUrl = "",
) -> None:
    """Run a query: of the library, of a file, or from standard input."""
    # Oxigraph holds the interpreter while it works: let Ctrl-C end the process at once
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    text = _query_text(what, _parameters(param or []))
    output.print_answer(open_store(store, endpoint).query(text), to)


@app.command(
    epilog=examples(
        "southsouth queries",
        "southsouth queries --json",
        "southsouth queries --format turtle --target https://example.org/sparql > examples.ttl",
    )
)
def queries(
    to: Annotated[
        LibraryFormat,
        typer.Option(
            "--format", help="Output; turtle is the form in which endpoints share examples."
        ),
    ] = LibraryFormat.TABLE,
    target: Annotated[
        str, typer.Option(help="With turtle: the endpoint that answers them.", metavar="URL")
    ] = "",
    as_json: Json = False,
) -> None:
    """List the query library, with the question that each query answers."""
    from dataclasses import asdict

    from rich.console import Console

    from southsouth.graph.queries.library import all_queries
    from southsouth.publish import examples_turtle
    from southsouth.views import terminal

    library = all_queries().values()
    if target and to is not LibraryFormat.TURTLE:
        raise typer.BadParameter("goes with --format turtle", param_hint="--target")
    if to is LibraryFormat.TURTLE:
        sys.stdout.buffer.write(examples_turtle(library, target))
        return
    if as_json or to is LibraryFormat.JSON:
        output.print_json([{k: v for k, v in asdict(q).items() if k != "text"} for q in library])
        return
    rows = [(q.name, q.question, ", ".join(p.name for p in q.parameters)) for q in library]
    Console().print(terminal.table(("query", "question", "parameters"), rows))
