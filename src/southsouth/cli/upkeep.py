"""Commands on how a store is: what it holds, what is stale, whether it is sound."""

from __future__ import annotations

from typing import Annotated

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


@app.command(epilog=examples("southsouth status", "southsouth status resolutions/ --json"))
def status(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Documents to compare the store with.", metavar="[PATH…]"),
    ] = None,
    store: Store = STORE,
    endpoint: EndpointUrl = "",
    as_json: Json = False,
) -> None:
    """Say what the store holds and what is stale; exit status 1 where a build would change it."""
    from dataclasses import asdict

    from southsouth.build import status_of
    from southsouth.reading.paths import collect_files

    found = status_of(open_store(store, endpoint), collect_files(paths or []))
    if as_json:
        output.print_json({**asdict(found), "stale": found.stale})
    else:
        output.print_status(found, endpoint or store)
    report_failures(list(found.unreadable))
    if found.stale:
        raise typer.Exit(1)


@app.command(epilog=examples("southsouth check", "southsouth check --store out/store"))
def check(store: Store = STORE) -> None:
    """Read all of the store and compare it with what was written; exit status 2 where it differs.

    It says what to do: a damaged store is made again by [bold]southsouth build --anew[/bold].
    """
    from southsouth.build import check_store

    sound = check_store(store)
    output.write(f"{store}: sound, {sound.graphs} graphs and {sound.quads} quads as written")
