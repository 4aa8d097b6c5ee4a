"""What all commands share: the application, its options, its store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from southsouth import __version__

if TYPE_CHECKING:
    from southsouth.graph.store import Store as Graphs


app = typer.Typer(
    name="southsouth",
    rich_markup_mode="rich",
    add_completion=False,
    help="UN resolutions as a knowledge graph of South-South cooperation instruments.\n\n"
    "Begin with [bold]southsouth build[/bold], then [bold]southsouth lineage 'United Nations Fund "
    "for South-South Cooperation'[/bold].",
)

Paths = Annotated[
    list[str], typer.Argument(help="Files, folders or glob patterns.", metavar="PATH…")
]
Store = Annotated[
    Path, typer.Option("--store", help="The store's folder.", envvar="SOUTHSOUTH_STORE")
]
EndpointUrl = Annotated[
    str,
    typer.Option(
        "--endpoint",
        help="A SPARQL endpoint instead of the store. Credentials: "
        "SOUTHSOUTH_ENDPOINT_USER and …_PASSWORD, or a netrc file.",
        envvar="SOUTHSOUTH_ENDPOINT",
        metavar="URL",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
STORE = Path("store")


def examples(*lines: str) -> str:
    shown = "\n\n".join(f"[dim]$[/dim] {line}" for line in lines)
    return f"Examples:\n\n{shown}"


def open_store(store: Path, endpoint: str = "") -> Graphs:
    """The embedded store for reading, or the one behind the endpoint where one is named."""
    from southsouth.graph.store import Endpoint, GraphStore

    return Endpoint(endpoint) if endpoint else GraphStore.open(store)


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        typer.echo(f"southsouth {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


def report_failures(failures: list[str]) -> None:
    for line in failures:
        typer.echo(f"southsouth: not read: {line}", err=True)
    if failures:
        raise typer.Exit(1)
