"""The command ``things``: what the graph learned, for curators and for scorers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from southsouth.cli import output
from southsouth.cli.common import STORE, EndpointUrl, Json, Store, app, examples, open_store
from southsouth.errors import QueryError


def _questions(path: Path) -> list[dict[str, Any]]:
    """The questions in a file: JSON objects, one a line. Raises QueryError for anything else."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: cannot be read ({error}); check the path") from error
    questions = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            question = json.loads(line)
            places = [(p["symbol"], p["start"], p["end"]) for p in question["things"]]
            _ = (question["story"], question["date"], places)
        except (ValueError, KeyError, TypeError) as error:
            raise QueryError(
                f"{path}, line {number}: no question; write an object with story, date and things"
            ) from error
        questions.append(question)
    return questions


@app.command(
    epilog=examples(
        "southsouth things",
        "southsouth things --json",
        "southsouth things --predictions > predictions.jsonl",
        "southsouth things --predictions --questions questions.jsonl > predictions.jsonl",
    )
)
def things(
    predictions: Annotated[
        bool,
        typer.Option(
            "--predictions",
            help="What is one thing, one happening, one lineage: JSON lines, for scorers.",
        ),
    ] = False,
    questions: Annotated[
        Path | None,
        typer.Option(help="With --predictions: a file of questions of names on days, JSON lines."),
    ] = None,
    as_json: Json = False,
    store: Store = STORE,
    endpoint: EndpointUrl = "",
) -> None:
    """List the things that the graph learned from documents, those with most evidence first.

    Each with its class, the number of documents that name it, what happened to it, and what may be
    the same thing.
    """
    from southsouth.publish import identity_rows, learned_things

    if questions is not None and not predictions:
        raise typer.BadParameter("goes with --predictions", param_hint="--questions")
    asked = _questions(questions) if questions is not None else []
    graph = open_store(store, endpoint)
    if predictions:
        for row in identity_rows(graph, asked):
            output.write(json.dumps(row, ensure_ascii=False))
        return
    learned = learned_things(graph)
    if as_json:
        output.print_json(learned)
        return
    from rich.console import Console

    from southsouth.views import terminal

    columns = ("documents", "kind", "thing", "happenings", "perhaps")
    cells = [tuple(row[column] for column in columns) for row in learned]
    Console().print(terminal.table(columns, cells))
