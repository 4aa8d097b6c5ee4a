"""Commands on agreed language: where paragraphs come from, what changed, who says what."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from southsouth.cli import output
from southsouth.cli.common import STORE, EndpointUrl, Json, Store, app, examples, open_store
from southsouth.errors import NotFoundError, SouthSouthError


@app.command(epilog=examples("southsouth ancestry 'A/RES/79/236#op16' --diff"))
def ancestry(
    provision: Annotated[str, typer.Argument(help="A provision: A/RES/79/236#op16.")],
    diff: Annotated[bool, typer.Option("--diff", help="Show the words that changed.")] = False,
    store: Store = STORE,
    endpoint: EndpointUrl = "",
    as_json: Json = False,
) -> None:
    """Print from which earlier paragraphs the words of a paragraph come, step by step.

    After 'build --language' all documents are compared, otherwise those of its series only.
    """
    from rich.console import Console
    from rich.text import Text

    from southsouth.graph import agreed
    from southsouth.views import comparison

    found = agreed.ancestry(open_store(store, endpoint), provision)
    if as_json:
        steps: list[dict[str, Any]] = []
        for step in found.steps:
            reuse = step.reuse
            steps.append(
                {
                    "depth": step.depth,
                    "later": reuse.later.key,
                    "earlier": reuse.earlier.key,
                    "day": reuse.earlier.day.isoformat(),
                    "kind": reuse.kind.value,
                    "similarity": reuse.similarity,
                    "pieces": comparison.pieces_json(reuse.earlier.text, reuse.later.text),
                }
            )
        output.print_json(
            {
                "provision": found.passage.key,
                "day": found.passage.day.isoformat(),
                "all_documents": found.whole,
                "steps": steps,
            }
        )
        return
    console = Console(highlight=False)
    console.print(
        Text(f"{found.passage.document} {found.passage.id}, {found.passage.day}", style="bold")
    )
    for step in found.steps:
        reuse, indent = step.reuse, "  " * (step.depth - 1)
        source = f"{reuse.earlier.document} {reuse.earlier.id}, {reuse.earlier.day}"
        console.print(Text(f"{indent}← {source}: {reuse.kind.value} {reuse.similarity:.0%}"))
        if diff and reuse.similarity < 1:
            colour = console.color_system is not None
            console.print(
                comparison.difference(reuse.earlier.text, reuse.later.text, colour=colour)
            )
    if not found.steps:
        console.print(Text("no earlier paragraph has its words"))
    if not found.whole:
        typer.echo(
            "southsouth: only its series was compared; 'southsouth build --language' "
            "compares all documents",
            err=True,
        )


@app.command(
    epilog=examples(
        "southsouth compare A/RES/78/167 A/RES/79/236",
        "southsouth compare A/RES/78/167 A/RES/79/236 --html changes.html",
    )
)
def compare(
    earlier: Annotated[str, typer.Argument(help="A document, in any spelling.")],
    later: Annotated[str, typer.Argument(help="The document to compare it with.")],
    html: Annotated[Path | None, typer.Option(help="Write a page side by side.")] = None,
    store: Store = STORE,
    endpoint: EndpointUrl = "",
    as_json: Json = False,
) -> None:
    """Print what became of each paragraph: unchanged, amended, moved, new or dropped."""
    from rich.console import Console

    from southsouth.graph import agreed
    from southsouth.language import compare as aligned
    from southsouth.views import comparison

    graph = open_store(store, endpoint)
    old, new = (agreed.passages_of_document(graph, what) for what in (earlier, later))
    rows = aligned(old, new)
    if html is not None:
        try:
            html.write_text(comparison.as_html(rows, old[0], new[0]), encoding="utf-8")
        except OSError as error:
            raise SouthSouthError(f"{html}: cannot be written ({error.strerror})") from error
        counts = comparison.counts_of(rows)
        typer.echo(f"{html}: {', '.join(f'{n} {state}' for state, n in counts.items())}")
    elif as_json:
        output.print_json(comparison.comparison_json(rows))
    else:
        comparison.print_comparison(Console(highlight=False), rows)


@app.command(epilog=examples("southsouth trace 'as long as it exists'"))
def trace(
    phrase: Annotated[str, typer.Argument(help="Words in a row, in any case.")],
    store: Store = STORE,
    endpoint: EndpointUrl = "",
    as_json: Json = False,
) -> None:
    """Print who first used a phrase, how it spread, who used it last."""
    from rich.console import Console

    from southsouth.graph import agreed
    from southsouth.views import comparison

    found = agreed.trace_in(open_store(store, endpoint), phrase)
    if as_json:
        output.print_json(
            {
                "phrase": found.phrase,
                "uses": [{"provision": p.key, "day": p.day.isoformat()} for p in found.uses],
                "years": [
                    {"year": year, "using": using, "documents": held}
                    for year, using, held in found.by_year
                ],
            }
        )
    else:
        comparison.print_trace(Console(highlight=False), found)


@app.command(epilog=examples("southsouth series A/RES/60/212", "southsouth series 71/244 --json"))
def series(
    document: Annotated[str, typer.Argument(help="A resolution, in any spelling.")],
    store: Store = STORE,
    endpoint: EndpointUrl = "",
    as_json: Json = False,
) -> None:
    """Print which resolutions a resolution continues and is continued by, and the latest."""
    from dataclasses import asdict

    from rich.console import Console

    from southsouth.graph import agreed
    from southsouth.views import comparison

    graph = open_store(store, endpoint)
    name = agreed.document_named(document)
    for found in agreed.series_in(graph):
        if any(member.document == name for member in found.members):
            break
    else:
        raise NotFoundError(f"{name}: the store knows no other resolution of its series")
    if as_json:
        output.print_json(
            {
                "document": name,
                "latest": found.latest.document,
                "members": [
                    {**asdict(member), "day": member.day.isoformat() if member.day else None}
                    for member in found.members
                ],
            }
        )
    else:
        comparison.print_series(Console(highlight=False), found, name)
