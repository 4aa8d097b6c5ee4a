"""The command that links bodies and instruments to other vocabularies."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from southsouth.cli.common import STORE, Store, app, examples, open_store
from southsouth.errors import SouthSouthError

if TYPE_CHECKING:
    from southsouth.linking import Manners


class LinkKind(StrEnum):
    """What is linked."""

    BODY = "body"
    INSTRUMENT = "instrument"


@app.command(
    epilog=examples(
        "southsouth link --endpoint https://query.wikidata.org/sparql --kind body -o links.ttl",
        "southsouth link --confirm links.ttl",
    )
)
def link(
    endpoint: Annotated[
        str, typer.Option(help="The SPARQL endpoint of the other vocabulary.", metavar="URL")
    ] = "",
    kind: Annotated[LinkKind | None, typer.Option(help="Only bodies, or instruments.")] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="The Turtle file to review; what is decided in it stays."
        ),
    ] = None,
    confirm: Annotated[
        list[Path] | None,
        typer.Option(
            help="Write the links that are confirmed in this file into the store, in place of "
            "those "
            "before. May be given several times.",
            metavar="FILE",
        ),
    ] = None,
    profile: Annotated[
        str,
        typer.Option(
            help="How it keeps names: wikidata, unbis, skos, skos-xl. Else told from the address.",
            metavar="NAME",
        ),
    ] = "",
    least: Annotated[
        float, typer.Option("--least", min=0.0, max=1.0, help="The lowest score that is proposed.")
    ] = 0.1,
    timeout: Annotated[int, typer.Option(min=1, help="Seconds to wait for one answer.")] = 60,
    within: Annotated[int, typer.Option(min=1, help="Seconds for all questions.")] = 900,
    pause: Annotated[float, typer.Option(min=0.0, help="Seconds between two questions.")] = 1.0,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="Ask again what was answered before.")
    ] = False,
    store: Store = STORE,
    store_endpoint: Annotated[
        str,
        typer.Option(
            "--store-endpoint",
            help="A SPARQL endpoint instead of the store.",
            envvar="SOUTHSOUTH_ENDPOINT",
            metavar="URL",
        ),
    ] = "",
) -> None:
    """Propose links to Wikidata, UNBIS or any SKOS endpoint; write those that you have confirmed.

    A server that does not answer in time is left alone: what was answered is kept, and the next run
    goes on from there; exit status 1.
    """
    from southsouth.linking import Manners

    if confirm and not endpoint:
        _confirm(confirm, store, store_endpoint)
    elif endpoint and out is not None and not confirm:
        manners = Manners(timeout=timeout, pause=pause, budget=within)
        _propose(
            store,
            store_endpoint,
            endpoint,
            profile,
            kind.value if kind else "",
            out,
            manners,
            least=least,
            refresh=refresh,
        )
    else:
        raise typer.BadParameter(
            "give --endpoint and --output, or --confirm", param_hint="--endpoint"
        )


def _propose(
    store: Path,
    store_endpoint: str,
    endpoint: str,
    profile: str,
    kind: str,
    out: Path,
    manners: Manners,
    *,
    least: float,
    refresh: bool,
) -> None:
    from southsouth.linking import (
        Memory,
        as_turtle,
        ask,
        cache_folder,
        profile_for,
        proposals,
        read_proposals,
        renewed,
        things_of,
    )

    row = profile_for(endpoint, profile)
    before = read_proposals(out) if out.exists() else []
    things = things_of(open_store(store, store_endpoint), kind)
    answers = ask(things, endpoint, row, manners, Memory(cache_folder()), refresh=refresh)
    found = proposals(things, answers.candidates, least)
    blocks = renewed(found, before, endpoint, datetime.now(UTC).date())
    part = out.with_name(f".{out.name}.part")
    try:
        part.write_text(as_turtle(blocks, out.name), encoding="utf-8")
        part.replace(out)
    except OSError as error:
        raise SouthSouthError(f"{out}: cannot be written ({error.strerror})") from error
    typer.echo(
        f"{out}: {len(blocks)} links to review, {len(things)} bodies and instruments asked for as "
        f"{row.name}; {answers.asked} of {answers.batches} questions, {answers.remembered} "
        "remembered"
    )
    if answers.problem:
        typer.echo(
            f"southsouth: {answers.problem}; {answers.batches - answers.asked} questions are left: "
            "run it again later",
            err=True,
        )
        raise typer.Exit(1)


def _confirm(files: list[Path], store: Path, store_endpoint: str) -> None:
    from southsouth.build import changed_in_place
    from southsouth.graph.rdf.iris import LINKS_GRAPH
    from southsouth.graph.store import Endpoint
    from southsouth.linking import confirmed, read_proposals, things_of

    reviewed = [(file, one) for file in files for one in read_proposals(file)]
    known = {thing.iri for thing in things_of(open_store(store, store_endpoint))}
    for file, one in reviewed:
        if one.status == "confirmed" and one.subject not in known:
            raise SouthSouthError(
                f"{file}: the store has no body or instrument {one.subject}; "
                "build it first, or mend the proposal"
            )
    quads = confirmed(one for _, one in reviewed)
    if store_endpoint:
        Endpoint(store_endpoint).replace_graph(LINKS_GRAPH, quads)
    else:
        with changed_in_place(store) as target:
            target.replace_graph(LINKS_GRAPH, quads)
            del target
    count = sum(one.status == "confirmed" for _, one in reviewed)
    typer.echo(f"{store_endpoint or store}: {count} links confirmed, of {len(reviewed)} proposed")
