"""The command ``things``: what the graph learned, for curators and for scorers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from southsouth.cli import output
from southsouth.cli.common import STORE, EndpointUrl, Json, Store, app, examples, open_store
from southsouth.errors import QueryError
from southsouth.resources import RECORDS

if TYPE_CHECKING:
    from southsouth.graph.store import Store as Graphs


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


def _decide(graph: Graphs, confirm: list[str], merge: list[str], part: str, to: Path) -> None:
    """Write what a curator decides as records."""
    from southsouth.publish import learned_records, merged, parted, records_turtle
    from southsouth.views.facts import find

    def of(names: list[str]) -> list[str]:
        return list(dict.fromkeys(find(graph, name).iri for name in names))

    records = learned_records(graph, of(confirm))
    if merge:
        if len(of(merge)) < 2:
            raise typer.BadParameter("name two things or more", param_hint="--merge")
        records.append(merged(learned_records(graph, of(merge))))
    if part:
        records += parted(learned_records(graph, of([part]))[0], part)
    try:
        with to.open("ab") as file:
            file.write(records_turtle(records))
    except OSError as error:
        raise QueryError(f"{to}: cannot be written ({error.strerror}); name a file --to") from error
    for record in records:
        typer.echo(f"{record.iri}: {'; '.join(form for form, _, _ in record.names)}")
    typer.echo(f"written to {to}; build with {RECORDS}={to}")


@app.command(
    epilog=examples(
        "southsouth things --unconfirmed",
        "southsouth things --confirm AMISOM --to records.ttl",
        "southsouth things --merge 'Office for Wells' --merge 'Wells Office' --to records.ttl",
        "southsouth things --predictions --questions questions.jsonl > predictions.jsonl",
    )
)
def things(
    unconfirmed: Annotated[
        bool,
        typer.Option("--unconfirmed", help="Only what may be the same as another, for a curator."),
    ] = False,
    confirm: Annotated[
        list[str] | None, typer.Option(help="Write a record of this learned thing.", metavar="NAME")
    ] = None,
    merge: Annotated[
        list[str] | None,
        typer.Option(help="Write one record of all that are named so.", metavar="NAME"),
    ] = None,
    part: Annotated[
        str,
        typer.Option(help="Write two records: this name is another thing's.", metavar="NAME"),
    ] = "",
    to: Annotated[Path, typer.Option(help="The file of records, added to.")] = Path("records.ttl"),
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
    """List the things that the graph learned from documents, those with most evidence first; write
    records of those that you confirm.

    Each with its class, the number of documents that name it, what happened to it, and what may be
    the same thing. Records keep the IRIs; a build heeds those in the files that the environment
    variable SOUTHSOUTH_RECORDS names.
    """
    from southsouth.publish import identity_rows, learned_things

    if questions is not None and not predictions:
        raise typer.BadParameter("goes with --predictions", param_hint="--questions")
    asked = _questions(questions) if questions is not None else []
    graph = open_store(store, endpoint)
    if confirm or merge or part:
        _decide(graph, confirm or [], merge or [], part, to)
        return
    if predictions:
        for row in identity_rows(graph, asked):
            output.write(json.dumps(row, ensure_ascii=False))
        return
    learned = [row for row in learned_things(graph) if row["perhaps"] or not unconfirmed]
    if as_json:
        output.print_json(learned)
        return
    from rich.console import Console

    from southsouth.views import terminal

    columns = ("documents", "kind", "thing", "happenings", "perhaps")
    cells = [tuple(row[column] for column in columns) for row in learned]
    Console().print(terminal.table(columns, cells))
