"""Which files need reading, given what a store holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from southsouth.build.file_facts import file_hash
from southsouth.build.keys import reader_key
from southsouth.build.ledger import Held
from southsouth.errors import DocumentError
from southsouth.reading.documents.metadata import has_newer_metadata
from southsouth.reading.documents.told import told_of


@dataclass(slots=True)
class Plan:
    """Which files are read, which graphs stay; ``known`` is each hash with its files."""

    known: dict[str, list[Path]]
    held: dict[str, Held]
    stale: list[Path] = field(default_factory=list)
    errors: list[DocumentError] = field(default_factory=list)

    def files_of(self, graph: str) -> list[Path]:
        """The files given that the graph was read from."""
        hashes = self.held[graph].hashes if graph in self.held else ()
        return [path for digest in hashes for path in self.known.get(digest, ())]

    def joined_by(self, graphs: Iterable[str]) -> list[Path]:
        """The files that need reading only because a new file is another of the same version."""
        joined = {path for graph in graphs for path in self.files_of(graph)}
        return sorted(joined.difference(self.stale))

    def untouched(self, graphs: Iterable[str]) -> int:
        """How many graphs of files given are not among these."""
        return sum(bool(self.files_of(graph)) for graph in set(self.held).difference(graphs))

    def held_with(self, graphs: Iterable[str]) -> dict[str, Held]:
        """What is held once files were read into ``graphs``; of these only the key is told."""
        return {**self.held, **{graph: Held(reader_key()) for graph in graphs}}

    def superseded(self, graph: str, read: Set[Path]) -> bool:
        """Whether all files of a graph were read again, into other graphs: they are now known to be
        other documents. ``read`` are the files that were read."""
        hashes = self.held[graph].hashes
        files = self.files_of(graph)
        return bool(files) and hashes <= self.known.keys() and set(files) <= read

    def kept(self) -> int:
        """How many graphs none of the stale files was read into."""
        stale = set(self.stale)
        return sum(
            bool(held.key) and stale.isdisjoint(self.files_of(graph))
            for graph, held in self.held.items()
        )


def make_plan(files: Sequence[Path], held: dict[str, Held]) -> Plan:
    """What is to be read of ``files`` where the graphs ``held`` are there already."""
    plan = Plan({}, held)
    current = {
        digest: graph.read
        for graph in held.values()
        if graph.key == reader_key()
        for digest in graph.hashes
    }
    for path in files:
        try:
            digest = file_hash(path)
            is_told = bool(told_of(path)) or has_newer_metadata(path, current.get(digest))
        except DocumentError as error:
            plan.errors.append(error)
            continue
        plan.known.setdefault(digest, []).append(path)
        if digest not in current or is_told:  # what is told may have changed since
            plan.stale.append(path)
    return plan
