"""The commands that serve the graph on the web and open the explorer."""

from __future__ import annotations

import contextlib
import os
from typing import Annotated

import typer

from southsouth.cli.common import STORE, Store, app, examples


@app.command(
    epilog=examples(
        "southsouth serve", "southsouth serve --port 8080 --time-limit 10 --concurrent 4"
    )
)
def serve(
    store: Store = STORE,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0: any free one.")] = 8000,
    time_limit: Annotated[
        float, typer.Option(min=0.1, help="Seconds that a query may take; then it is stopped.")
    ] = 30,
    row_limit: Annotated[int, typer.Option(min=1, help="Rows of one answer.")] = 100_000,
    memory_limit: Annotated[int, typer.Option(min=256, help="MB that a query may take.")] = 2048,
    concurrent: Annotated[
        int,
        typer.Option(
            min=0,
            help="Queries at the same time, a process each. 0: one for each processor, two at "
            "least.",
        ),
    ] = 0,
    request_limit: Annotated[int, typer.Option(min=1000, help="Bytes of a request.")] = 100_000,
    patience: Annotated[
        float, typer.Option(min=0.1, help="Seconds that a client may keep us waiting.")
    ] = 15,
    allow_service: Annotated[
        list[str] | None,
        typer.Option(
            help="A host that a SERVICE of a visitor may ask. Several times: several.",
            metavar="HOST",
        ),
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            help="A name besides those of this machine by which a server on loopback is called, "
            "behind a proxy, say. Several times: several.",
            metavar="HOST",
        ),
    ] = None,
) -> None:
    """Serve the store: SPARQL at /sparql, a page and RDF for every IRI, the library at /queries.

    Nothing can be written through it. It listens on this machine only unless --host says more.
    """
    from southsouth.web import Settings
    from southsouth.web import serve as run

    settings = Settings(
        store.absolute(),
        host,
        port,
        time_limit,
        row_limit,
        memory_limit,
        concurrent or max(2, os.cpu_count() or 2),
        request=request_limit,
        patience=patience,
        services=frozenset(host.lower() for host in allow_service or []),
        hosts=frozenset(host.lower() for host in allow_host or []),
    )
    run(settings, lambda address: typer.echo(f"serving {store} at {address} (Ctrl-C ends it)"))


@app.command(
    epilog=examples(
        "southsouth explore", "southsouth explore 60/212", "southsouth explore UNOSSC --no-browser"
    )
)
def explore(
    what: Annotated[
        str,
        typer.Argument(
            help="Where to begin: a symbol or a name, in any spelling.", metavar="[WHAT]"
        ),
    ] = "",
    store: Store = STORE,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0: any free one.")] = 0,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
) -> None:
    """Open the explorer in the browser: search, names in time, citations and why they are there.

    It is served on this machine only and works without a network.
    """
    import threading
    import webbrowser

    from southsouth.cli.common import open_store
    from southsouth.views.facts import find
    from southsouth.web import ServerLinks, Settings
    from southsouth.web import serve as run

    begin = ServerLinks().explorer(find(open_store(store, ""), what).iri) if what else "/explore"

    def started(address: str) -> None:
        place = address.rstrip("/") + begin
        typer.echo(f"exploring {store} at {place} (Ctrl-C ends it)")
        # the map takes a second to lay out; the search needs it too
        threading.Thread(target=_ask, args=(f"{address}explore/data/map",), daemon=True).start()
        if browser and not webbrowser.open(place):
            typer.echo("no browser could be opened: open that address in one", err=True)

    run(Settings(store.absolute(), port=port), started)


def _ask(address: str) -> None:
    """Ask our own server for something that others will ask for, so that it is at hand."""
    import httpx

    transport = httpx.HTTPTransport(retries=3)
    # whoever asks for it next sees why there is no answer
    with contextlib.suppress(httpx.HTTPError), httpx.Client(transport=transport) as client:
        client.get(address, timeout=60)
