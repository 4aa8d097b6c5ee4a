"""Exporters: one table, by file suffix."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

import pyoxigraph as ox

from southsouth.errors import SouthSouthError
from southsouth.publish import streams
from southsouth.rdf.iris import ONTOLOGY_GRAPH
from southsouth.rdf.serialize import serialize
from southsouth.store import Store
from southsouth.views.networks import citation_graph

if TYPE_CHECKING:
    import networkx as nx

_CSV_COLUMNS: Final = ("source", "source_date", "target", "target_date", "function", "label")
#: A spreadsheet takes a cell that starts with one of these for a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def _json_ld(store: Store, out: IO[bytes]) -> None:
    """Everything but the ontology, which has files of its own."""
    quads = (q for q in store.quads() if q.graph_name != ox.NamedNode(ONTOLOGY_GRAPH))
    out.write(serialize(quads, "jsonld"))


def _plain_graph(store: Store) -> nx.DiGraph[str]:
    """The citation graph with symbols as node ids and text attributes only, sorted."""
    import networkx as nx

    full = citation_graph(store)
    labels = {node: full.nodes[node]["label"] for node in sorted(full)}
    graph: nx.DiGraph[str] = nx.DiGraph()
    for node, label in labels.items():
        data = full.nodes[node]
        graph.add_node(label, label=label, kind=data["kind"], date=data["date"], iri=node)
    for source, target in sorted(full.edges):
        data = full.edges[source, target]
        graph.add_edge(labels[source], labels[target], label=data["label"],
                       function=data["function"])  # fmt: skip
    return graph


def _graphml(store: Store, out: IO[bytes]) -> None:
    import networkx as nx

    nx.write_graphml(_plain_graph(store), out)


def _gexf(store: Store, out: IO[bytes]) -> None:
    import networkx as nx

    # networkx stamps the day of writing into the file; without it the same store is the same bytes
    lines = nx.generate_gexf(_plain_graph(store))
    kept = (line for line in lines if "lastmodifieddate" not in line and "</meta>" not in line)
    out.write("\n".join([*kept, ""]).encode())


def safe_cell(text: str) -> str:
    """``text`` as a CSV cell that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv(store: Store, out: IO[bytes]) -> None:
    graph = _plain_graph(store)
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_CSV_COLUMNS)
    for source, target, data in graph.edges(data=True):
        row = (source, graph.nodes[source]["date"], target, graph.nodes[target]["date"],
               data["function"], data["label"])  # fmt: skip
        writer.writerow(safe_cell(cell) for cell in row)
    text.detach()


EXPORTERS: Final[Mapping[str, Callable[[Store, IO[bytes]], None]]] = {
    ".ttl": streams.turtle,
    ".nt": streams.ntriples,
    ".nq": streams.nquads,
    ".trig": streams.trig,
    ".jsonld": _json_ld,
    ".rdf": streams.rdf_xml,
    ".graphml": _graphml,
    ".gexf": _gexf,
    ".csv": _csv,
}


def export(store: Store, path: Path) -> int:
    """Write the store to ``path`` in the format of its suffix; the number of bytes.

    The file appears whole or not at all. Raises SouthSouthError for an unknown suffix or a place
    that cannot be written.
    """
    exporter = EXPORTERS.get(path.suffix.lower())
    if exporter is None:
        raise SouthSouthError(
            f"{path}: no exporter for the suffix {path.suffix!r}; use one of {' '.join(EXPORTERS)}"
        )
    return _write(path, lambda out: exporter(store, out))


def export_document(document: Path, path: Path) -> int:
    """Write one document, in any format that can be read, as Akoma Ntoso; the number of bytes.

    Raises SouthSouthError for a suffix other than .xml, and where the document cannot be read or
    is no resolution.
    """
    from southsouth.documents import read_file
    from southsouth.publish.akn import akn_document
    from southsouth.structure import parse_resolution

    if path.suffix.lower() != ".xml":
        raise SouthSouthError(f"{path}: a document is written as Akoma Ntoso; name a file .xml")
    mark_up = akn_document(parse_resolution(read_file(document)))
    return _write(path, lambda out: out.write(mark_up))


def _write(path: Path, write: Callable[[IO[bytes]], object]) -> int:
    temporary = path.with_name(f".{path.name}.part")
    try:
        with temporary.open("wb") as out:
            write(out)
        size = temporary.stat().st_size
        temporary.replace(path)
    except OSError as error:
        raise SouthSouthError(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        temporary.unlink(missing_ok=True)
    return size
