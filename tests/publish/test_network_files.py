"""The citation network in the formats of other tools, read back by those that read them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from typing import IO

import networkx as nx
import pyoxigraph as ox
import pytest
from lxml import etree
from tests.publish.small_store import small_store

from southsouth.graph.store import Answer, GraphStore
from southsouth.publish import bibliography, network_files
from southsouth.vocabulary import BASE, NS

LATER, EARLIER = "A/RES/66/901", "A/RES/50/7"


@pytest.fixture(scope="module")
def store() -> GraphStore:
    return small_store()


def written(exporter: Callable[[GraphStore, IO[bytes]], None], store: GraphStore) -> bytes:
    out = io.BytesIO()
    exporter(store, out)
    return out.getvalue()


def test_graphml_comes_back_with_typed_attributes(store: GraphStore) -> None:
    graph = nx.read_graphml(io.BytesIO(written(network_files.graphml, store)))
    assert sorted(graph) == ["A/66.123", "A/66/123", EARLIER, LATER]
    assert graph.nodes[EARLIER] == {
        "label": EARLIER,
        "kind": "Resolution",
        "iri": f"{BASE}document/{EARLIER}",
        "title": "Wells",
        "date": "1995-12-01",
        "year": 1995,
        "link": "https://undocs.org/A/RES/50/7",
    }
    assert graph.nodes["A/66/123"]["kind"] == "Report"
    assert "year" not in graph.nodes["A/66/123"]
    edge = {"label": "recalls", "function": "recalls", "weight": 3}
    assert graph.edges[LATER, EARLIER] == edge


def test_gexf_has_types_and_times(store: GraphStore) -> None:
    data = written(network_files.gexf, store)
    graph = nx.read_gexf(io.BytesIO(data))
    assert (graph.nodes[LATER]["year"], graph.nodes[LATER]["start"]) == (2012, "2012-02-01")
    assert "start" not in graph.nodes["A/66/123"]
    assert graph.edges[LATER, EARLIER]["start"] == "2012-02-01"
    assert graph.edges[LATER, EARLIER]["weight"] == 3
    root = etree.fromstring(data)
    space = {"g": "http://www.gexf.net/1.2draft"}
    types = {a.get("title"): a.get("type") for a in root.iterfind(".//g:attribute", space)}
    assert types["year"] == "long"
    assert [g.get("timeformat") for g in root.iterfind("g:graph", space)] == ["date"]
    assert [dict(meta.attrib) for meta in root.iterfind("g:meta", space)] == [{}]


def test_a_row_of_the_csv(store: GraphStore) -> None:
    rows = list(csv.DictReader(io.StringIO(written(network_files.citations_csv, store).decode())))
    assert [(row["target"], row["function"], row["verbs"], row["count"]) for row in rows] == [
        ("A/66/123", "welcomes", "welcomes", "1"),
        (EARLIER, "cites", "", "1"),
        (EARLIER, "recalls", "recalls", "2"),
    ]
    assert {row["source_date"] for row in rows} == {"2012-02-01"}


def pair(store: GraphStore) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(written(network_files.neo4j_zip, store))) as archive:
        assert archive.namelist() == ["nodes.csv", "relationships.csv"]
        nodes, relations = (
            list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))
            for name in archive.namelist()
        )
    return nodes, relations


def test_the_pair_for_neo4j(store: GraphStore) -> None:
    nodes, relations = pair(store)
    by_id = {node["iri:ID"].removeprefix(BASE): node for node in nodes}
    assert len(by_id) == len(nodes) == 6
    assert by_id["instrument/fund/wells"][":LABEL"] == "Instrument;TrustFund"
    assert by_id["instrument/fund/wells"]["label"] == "Fund for Wells"
    assert by_id["document/A/66/123"][":LABEL"] == "Document;Report"
    assert by_id["document/" + LATER]["date:date"] == "2012-02-01"
    told = {
        (
            r[":START_ID"].removeprefix(BASE),
            r[":TYPE"],
            r[":END_ID"].removeprefix(BASE),
            r["function"],
            r["verbs:string[]"],
            r["count:int"],
        )
        for r in relations
    }
    later, earlier = f"document/{LATER}", f"document/{EARLIER}"
    assert told == {
        (later, "CITES", earlier, "recalls", "recalls", "2"),
        (later, "CITES", earlier, "cites", "", "1"),
        (later, "CITES", "document/A/66/123", "welcomes", "welcomes", "1"),
        (later, "ADOPTED_BY", "body/assembly", "", "", "1"),
        (earlier, "ADOPTED_BY", "body/assembly", "", "", "1"),
        (later, "MENTIONS", "instrument/fund/wells", "", "", "1"),
        ("instrument/fund/wells", "ESTABLISHED_UNDER", earlier, "", "", "1"),
    }


def test_every_end_of_a_relation_is_a_node(store: GraphStore) -> None:
    nodes, relations = pair(store)
    known = {node["iri:ID"] for node in nodes}
    assert {r[end] for r in relations for end in (":START_ID", ":END_ID")} <= known


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+x", "'+x"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("A/66/1", "A/66/1"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(cell: str, safe: str) -> None:
    assert network_files.safe_cell(cell) == safe


def test_a_title_that_looks_like_a_formula(store: GraphStore) -> None:
    nodes, _ = pair(store)
    titles = {node["title"] for node in nodes}
    assert any(title.startswith("'=Wells") for title in titles)
    assert not [title for title in titles if title.startswith("=")]


class Counting:
    """A store that counts what it is asked."""

    def __init__(self, store: GraphStore) -> None:
        self._store, self.asked = store, 0

    def query(self, text: str) -> Answer:
        self.asked += 1
        return self._store.query(text)


@pytest.mark.parametrize(
    ("exporter", "most"),
    [
        (network_files.graphml, 2),
        (network_files.gexf, 2),
        (network_files.citations_csv, 2),
        (network_files.neo4j_zip, 11),
        (bibliography.bibtex, 1),
        (bibliography.csl_json, 1),
    ],
)
def test_the_number_of_queries_does_not_grow(
    store: GraphStore, exporter: Callable[[object, IO[bytes]], None], most: int
) -> None:
    counting = Counting(store)
    exporter(counting, io.BytesIO())
    assert counting.asked <= most


@pytest.mark.parametrize("exporter", [network_files.graphml, network_files.gexf])
def test_characters_that_xml_has_not(exporter: Callable[[GraphStore, IO[bytes]], None]) -> None:
    store = small_store()
    document = ox.NamedNode(f"{BASE}document/A/66/123")
    title = ox.Literal("Deep\x0bwells\x00", language="en")
    store.add([ox.Quad(document, ox.NamedNode(NS + "title"), title, ox.NamedNode(BASE + "x"))])
    root = etree.fromstring(written(exporter, store))
    assert "Deep wells" in {*root.itertext(), *(e.get("value") for e in root.iter())}
