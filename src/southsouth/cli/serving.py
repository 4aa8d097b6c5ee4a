"""The command that serves the graph on the web."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from southsouth.cli.common import STORE, Store, app, examples


@app.command(epilog=examples(
    "southsouth serve", "southsouth serve --port 8080 --time-limit 10 --concurrent 4"))  # fmt: skip
def serve(
    store: Store = STORE,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0: any free one.")] = 8000,
    time_limit: Annotated[float, typer.Option(
        min=0.1, help="Seconds that a query may take; then it is stopped.")] = 30,
    row_limit: Annotated[int, typer.Option(min=1, help="Rows of one answer.")] = 100_000,
    memory_limit: Annotated[int, typer.Option(
        min=256, help="MB that a query may take.")] = 2048,
    concurrent: Annotated[int, typer.Option(
        min=0, help="Queries at the same time, a process each. 0: one for each processor, two at "
        "least.")] = 0,
    request_limit: Annotated[int, typer.Option(
        min=1000, help="Bytes of a request.")] = 100_000,
    patience: Annotated[float, typer.Option(
        min=0.1, help="Seconds that a client may keep us waiting.")] = 15,
    allow_service: Annotated[list[str] | None, typer.Option(
        help="A host that a SERVICE of a visitor may ask. Several times: several.",
        metavar="HOST")] = None,
) -> None:  # fmt: skip
    """Serve the store: SPARQL at /sparql, a page and RDF for every IRI, the library at /queries.

    Nothing can be written through it. It listens on this machine only unless --host says more.
    """
    from southsouth.web.server import serve as run
    from southsouth.web.settings import Settings

    settings = Settings(
        store.absolute(), host, port, time_limit, row_limit, memory_limit,
        concurrent or max(2, os.cpu_count() or 2),
        request=request_limit, patience=patience,
        services=frozenset(host.lower() for host in allow_service or []),
    )  # fmt: skip
    run(settings, lambda address: typer.echo(f"serving {store} at {address} (Ctrl-C ends it)"))
