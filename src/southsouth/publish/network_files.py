"""The citation network for Gephi (GraphML, GEXF), spreadsheets (CSV), Neo4j and pandas."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import IO, TYPE_CHECKING, Final

from southsouth.graph.queries.internal import rows
from southsouth.graph.store import Store
from southsouth.publish.akn_xml import legal
from southsouth.publish.described import (
    Cites,
    DocumentFacts,
    citations,
    classes_of,
    described_documents,
)
from southsouth.vocabulary import NS

if TYPE_CHECKING:
    import networkx as nx

_CSV_COLUMNS: Final = (
    "source",
    "source_date",
    "target",
    "target_date",
    "function",
    "verbs",
    "count",
)
#: A spreadsheet takes a cell that starts with one of these for a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
#: networkx stamps the day of writing into the file; without it the same store is the same bytes.
_STAMP: Final = re.compile(r' lastmodifieddate="[^"]*"')
#: The earliest time that a ZIP archive can state, so that the same store is the same bytes.
_ZIP_TIME: Final = (1980, 1, 1, 0, 0, 0)

#: Headers as ``neo4j-admin database import`` reads them (Neo4j Operations Manual, "CSV header
#: format"); arrays are parted by ";", its default.
_NODE_COLUMNS: Final = (
    "iri:ID",
    "label",
    "symbol",
    "title",
    "date:date",
    "link",
    ":LABEL",
)
_RELATIONSHIP_COLUMNS: Final = (
    ":START_ID",
    ":END_ID",
    ":TYPE",
    "function",
    "verbs:string[]",
    "count:int",
)
#: Relations between documents, instruments and bodies: the type in Neo4j, and the property.
_RELATIONS: Final = (
    ("ADOPTED_BY", "adoptedBy"),
    ("SET_OUT_IN", "isSetOutIn"),
    ("ESTABLISHED_UNDER", "isEstablishedUnder"),
    ("ADOPTED_BY", "isAdoptedByBody"),
    ("PART_OF", "isPartOfBody"),
    ("HELD_BY", "isHeldBy"),
    ("FOLLOWED_BY", "isFollowedBy"),
)


# --- GraphML and GEXF -----------------------------------------------------------------------------


def _node(document: DocumentFacts) -> dict[str, str | int]:
    facts: dict[str, str | int] = {
        "label": document.node,
        "kind": document.kind,
        "iri": document.iri,
        "title": document.title,
        "date": document.date,
        "link": document.link,
    }
    if document.date:
        facts["year"] = int(document.date[:4])
    return {
        name: legal(value) if isinstance(value, str) else value
        for name, value in facts.items()
        if value
    }


def _edge(found: Sequence[Cites]) -> dict[str, str | int]:
    """One edge for all citations of a document by another: ``function`` is the most frequent."""
    by_count = sorted(found, key=lambda one: (-one.count, one.function))
    verbs = sorted({verb for one in found for verb in one.verbs})
    return {
        "label": ", ".join(verbs) or "cites",
        "function": by_count[0].function,
        "weight": sum(one.count for one in found),
    }


def citation_network(store: Store) -> nx.DiGraph[str]:
    """Who cites whom, for tools that take one edge between two nodes.

    Nodes are symbols as in IRIs, with ``label``, ``kind`` and ``iri``, and where they are known
    ``title``, ``date``, ``year`` (a number) and ``link``; edges have ``label`` (the verbs),
    ``function`` and ``weight`` (how many citations). Sorted.
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    names = {}
    for document in described_documents(store):
        names[document.iri] = document.node
        graph.add_node(document.node, **_node(document))
    for (source, target), found in groupby(citations(store), lambda one: (one.source, one.target)):
        if source in names and target in names:
            graph.add_edge(names[source], names[target], **_edge(list(found)))
    return graph


def graphml(store: Store, out: IO[bytes]) -> None:
    """GraphML; numbers are typed as numbers, dates are ISO 8601 strings."""
    import networkx as nx

    nx.write_graphml(citation_network(store), out)


def gexf(store: Store, out: IO[bytes]) -> None:
    """GEXF with a time for every node and edge whose date is known: Gephi's timeline shows a
    document from its date on, and what it cites likewise."""
    import networkx as nx

    graph = citation_network(store)
    for _, data in graph.nodes(data=True):
        if "date" in data:
            data["start"] = data["date"]
    for source, _, data in graph.edges(data=True):
        if "date" in graph.nodes[source]:
            data["start"] = graph.nodes[source]["date"]
    for line in nx.generate_gexf(graph):
        out.write(_STAMP.sub("", line).encode() + b"\n")


# --- CSV ------------------------------------------------------------------------------------------


def safe_cell(text: str) -> str:
    """``text`` as a CSV cell that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _write_csv(out: IO[bytes], header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    text.detach()


def citations_csv(store: Store, out: IO[bytes]) -> None:
    """A row for each document, document that it cites, and function."""
    documents = {document.iri: document for document in described_documents(store)}
    rows = (
        (
            documents[one.source].symbol,
            documents[one.source].date,
            documents[one.target].symbol,
            documents[one.target].date,
            one.function,
            "; ".join(one.verbs),
            str(one.count),
        )
        for one in citations(store)
        if one.source in documents and one.target in documents
    )
    _write_csv(out, _CSV_COLUMNS, rows)


# --- CSV pairs ------------------------------------------------------------------------------------


def _line(text: str) -> str:
    """``text`` without line ends: the import stops at them unless it is told to expect them."""
    return " ".join(text.split())


def _nodes(store: Store) -> list[tuple[str, ...]]:
    nodes = [
        (
            document.iri,
            document.symbol,
            document.symbol,
            _line(document.title),
            document.date,
            document.link,
            ";".join(document.classes),
        )
        for document in described_documents(store)
    ]
    classes: dict[str, set[str]] = {}
    labels: dict[str, str] = {}
    for row in rows(store, "labels-of-things"):
        classes.setdefault(row["thing"], set()).add(row["kind"])
        labels[row["thing"]] = min(row["label"], labels.get(row["thing"], row["label"]))
    nodes += [
        (iri, _line(labels[iri]), "", "", "", "", ";".join(classes_of(classes[iri])))
        for iri in classes
    ]
    return sorted({row[0]: row for row in reversed(nodes)}.values())


def _relations(store: Store) -> list[tuple[str, ...]]:
    relations = [
        (one.source, one.target, "CITES", one.function, ";".join(one.verbs), str(one.count))
        for one in citations(store)
    ]
    relations += [
        (row["from"], row["to"], "MENTIONS", "", "", row["count"])
        for row in rows(store, "counts-of-mentions")
    ]
    for kind, name in _RELATIONS:
        joined = rows(store, "pairs", property=NS + name)
        relations += [(row["from"], row["to"], kind, "", "", "1") for row in joined]
    return sorted(set(relations))


def neo4j_zip(store: Store, out: IO[bytes]) -> None:
    """An archive of ``nodes.csv`` and ``relationships.csv``: documents, instruments, bodies and
    what is between them. A relation whose end is no node is left out: the import would stop."""
    nodes = _nodes(store)
    known = {row[0] for row in nodes}
    relations = [row for row in _relations(store) if row[0] in known and row[1] in known]
    tables: Sequence[tuple[str, Sequence[str], Iterable[Sequence[str]]]] = (
        ("nodes.csv", _NODE_COLUMNS, nodes),
        ("relationships.csv", _RELATIONSHIP_COLUMNS, relations),
    )
    with zipfile.ZipFile(out, "w") as archive:
        for name, header, rows in tables:
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as file:
                _write_csv(file, header, rows)
