"""What a store holds, and what of it is stale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from southsouth.build.keys import reader_key
from southsouth.build.ledger import held_graphs, is_unfinished
from southsouth.build.plan import make_plan
from southsouth.graph.rdf.iris import AUTHORITY_GRAPH, LINEAGE_GRAPH, ONTOLOGY_GRAPH
from southsouth.graph.store import Store


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a store.

    ``documents`` counts graphs of documents, of which ``snapshot`` hold published facts only and
    ``outdated`` were read by other code or with other authority records than these. Of the files
    given, ``new`` are in no graph or changed since, ``gone`` counts graphs whose files are not
    among them (what ``--prune`` drops) and ``unreadable`` names those that cannot be read.
    ``derived`` tells whether the lineage is there, ``unfinished`` whether a build was ended in the
    midst (or is under way).
    """

    documents: int
    snapshot: int
    outdated: int
    quads: int
    curated: bool
    derived: bool
    unfinished: bool = False
    new: int = 0
    gone: int = 0
    unreadable: tuple[str, ...] = ()

    @property
    def stale(self) -> bool:
        """Whether a build would change something."""
        whole = self.curated and self.derived and not self.unfinished
        return bool(self.outdated or self.new or not whole)


def status_of(store: Store, files: Sequence[Path] = ()) -> Status:
    """The state of a store, compared with files where some are given."""
    held, graphs = held_graphs(store), set(store.graphs())
    read = {graph: entry for graph, entry in held.items() if entry.key}
    plan = make_plan(files, held)
    # a file of outdated graphs is no new one
    known = {digest for entry in read.values() for digest in entry.hashes}
    new = sum(digest not in known for digest, paths in plan.known.items() for _ in paths)
    return Status(
        documents=len(held),
        snapshot=len(held) - len(read),
        outdated=sum(entry.key != reader_key() for entry in read.values()),
        quads=len(store),
        curated={ONTOLOGY_GRAPH, AUTHORITY_GRAPH} <= graphs,
        derived=LINEAGE_GRAPH in graphs,
        unfinished=is_unfinished(store),
        new=new,
        gone=sum(entry.hashes.isdisjoint(plan.known) for entry in read.values()) if files else 0,
        unreadable=tuple(str(error) for error in plan.errors),
    )
