"""A store that is changed in its place by another than a build, and recorded as a build does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from southsouth.build.ledger import counted
from southsouth.graph.store import GraphStore
from southsouth.graph.store.swap import Building
from southsouth.graph.store.written import forget, record, written


@contextmanager
def changed_in_place(path: Path) -> Iterator[GraphStore]:
    """The store at ``path`` to be changed, while nobody else builds it. Nobody may keep it."""
    with Building(path):
        before, store = written(path), GraphStore.create(path)
        forget(path)
        yield store
        store.flush()
        counts = counted(store, before, store.changed)
        del store
        record(path, counts)
