"""Whether a store holds what the builds wrote into it, and whether all of it can be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from southsouth.build.ledger import is_unfinished
from southsouth.errors import StoreError
from southsouth.graph.queries.internal import rows
from southsouth.graph.rdf.iris import UNFINISHED_GRAPH
from southsouth.graph.store import GraphStore
from southsouth.graph.store.written import written
from southsouth.vocabulary import BASE

#: So many objects are remembered, not to be looked up again; more cost time instead of memory.
_REMEMBERED: Final = 1_000_000
#: So many graphs are named in one line.
_NAMED: Final = 3
_ANEW: Final = "'southsouth build --anew' with your documents makes it again"


@dataclass(frozen=True, slots=True)
class Sound:
    """A store in which nothing is missing."""

    graphs: int
    quads: int


def check_store(path: Path) -> Sound:
    """Read every quad of the store at ``path`` by graph, by subject, by predicate and by object,
    and compare how many there are with what was written.

    Raises StoreError, with what to do, where they differ or cannot be read, where a build was not
    ended, and where no build has said what it wrote.
    """
    store = GraphStore.open(path)
    if is_unfinished(store):
        raise StoreError(
            f"{path}: a build was ended in the midst, or is under way; 'southsouth build' with "
            "your documents makes it whole"
        )
    wanted = written(path)
    found = _by_graph(store)
    if wanted is None:
        raise StoreError(
            f"{path}: no build has said what it wrote (an older southsouth, or one that was "
            "killed at its end); 'southsouth build' counts what is there"
        )
    _compare(path, "by graph", wanted, found)
    _compare(path, "by predicate", wanted, _by_predicate(store))
    return Sound(len(found), sum(found.values()))


def _by_graph(store: GraphStore) -> Counter[str]:
    """The quads of each graph; all that its subjects and its objects have is read as well."""
    found: Counter[str] = Counter()
    seen: set[int] = set()
    for graph in store.graphs():
        subjects: set[ox.NamedNode | ox.BlankNode] = set()
        for quad in store.quads(graph):
            found[graph] += 1
            if not isinstance(quad.subject, ox.Triple):
                subjects.add(quad.subject)
            mark = hash(quad.object)
            if mark not in seen:
                _read_through(store, value=quad.object)
                if len(seen) < _REMEMBERED:
                    seen.add(mark)
        for subject in subjects:
            _read_through(store, subject=subject)
    found.pop(UNFINISHED_GRAPH, None)
    return found


def _read_through(
    store: GraphStore,
    subject: ox.NamedNode | ox.BlankNode | None = None,
    value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None = None,
) -> None:
    for _ in store.matching(subject, None, value):
        pass


def _by_predicate(store: GraphStore) -> Counter[str]:
    """The quads of each graph, as the index of predicates has them."""
    found: Counter[str] = Counter()
    for row in rows(store, "predicates"):
        for quad in store.matching(predicate=ox.NamedNode(row["predicate"])):
            if isinstance(quad.graph_name, ox.NamedNode):
                found[quad.graph_name.value] += 1
    return found


def _compare(path: Path, how: str, wanted: Mapping[str, int], found: Mapping[str, int]) -> None:
    """Raise StoreError where graphs hold another number of quads than was written."""
    differ = sorted(
        graph for graph in {*wanted, *found} if wanted.get(graph, 0) != found.get(graph, 0)
    )
    if not differ:
        return
    told = ", ".join(
        f"{graph.removeprefix(BASE)} {found.get(graph, 0)} of {wanted.get(graph, 0)} quads"
        for graph in differ[:_NAMED]
    )
    more = f" and {len(differ) - _NAMED} more" if len(differ) > _NAMED else ""
    raise StoreError(
        f"{path}: the store is damaged: read {how}, {len(differ)} of {len(wanted)} graphs differ "
        f"from what was written ({told}{more}); {_ANEW}"
    )
