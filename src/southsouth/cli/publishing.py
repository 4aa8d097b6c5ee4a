"""The command that writes the graph as a static site."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from southsouth.cli.common import STORE, Store, app, examples
from southsouth.vocabulary import BASE


@app.command(
    epilog=examples(
        "southsouth publish -o site",
        "southsouth publish -o site --site https://data.example.org/",
    )
)
def publish(
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write.")],
    store: Store = STORE,
    site: Annotated[
        str,
        typer.Option(
            help="The address that the site will have, for dumps, site map and redirections.",
            metavar="URL",
        ),
    ] = BASE,
    quotes: Annotated[
        bool,
        typer.Option(
            "--quotes",
            help="Publish the words of provisions too, where the store holds them: they "
            "are the United Nations'.",
        ),
    ] = False,
    jobs: Annotated[
        int, typer.Option(min=0, help="Processes that write pages. 0: one for each processor.")
    ] = 0,
) -> None:
    """Write the store as a static site: a page and RDF for each resource, dumps, VoID, DCAT, site
    map, checksums, redirections. The same store gives the same bytes."""
    from rich.console import Console
    from rich.progress import Progress

    from southsouth.build import processes
    from southsouth.publish import publish as write

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("site", total=None)
        files, size = write(
            store,
            output,
            site,
            jobs or processes(),
            lambda done, of: bar.update(task, completed=done, total=of),
            quotes=quotes,
        )
    typer.echo(f"{output}: {files} files, {size / 1e6:.1f} MB")
