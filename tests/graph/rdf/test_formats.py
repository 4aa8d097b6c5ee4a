"""One row a format: what a new row forgot."""

from __future__ import annotations

import io
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.places import ROOT

from southsouth.cli import RdfFormat, app
from southsouth.graph.rdf.formats import BY_RANK, FORMATS, Format, format_named
from southsouth.graph.rdf.iris import AUTHORITY_GRAPH
from southsouth.graph.rdf.serialize import parse, serialize
from southsouth.graph.store import GraphStore
from southsouth.publish.dumps import DUMPED
from southsouth.publish.exporters import DOCUMENT_EXPORTERS, EXPORTERS
from southsouth.publish.static_site import WRITTEN
from southsouth.vocabulary import BASE, NS
from southsouth.web.description import description
from southsouth.web.negotiate import GRAPH_OFFERS, PAGE_OFFERS, choose, named

QUADS = {
    ox.Quad(
        ox.NamedNode(BASE + "document/A/RES/60/212"),
        ox.NamedNode(NS + "title"),
        ox.Literal("Süd-Süd “one”\n", language="de"),
        ox.NamedNode(AUTHORITY_GRAPH),
    ),
    ox.Quad(
        ox.NamedNode(BASE + "body/undp"),
        ox.NamedNode(NS + "isPartOfBody"),
        ox.NamedNode("https://example.org/other"),
        ox.NamedNode(AUTHORITY_GRAPH),
    ),
}
each_row = pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)


def told(data: bytes, row: Format) -> set[ox.Quad] | set[ox.Triple]:
    quads = set(ox.parse(data, format=row.in_engine, base_iri=BASE))
    return quads if row.graphs else {quad.triple for quad in quads}


def wanted(row: Format) -> set[ox.Quad] | set[ox.Triple]:
    return QUADS if row.graphs else {quad.triple for quad in QUADS}


@each_row
def test_it_is_written_and_read(row: Format, tmp_path: Path) -> None:
    data = serialize(QUADS, row.name)
    assert told(data, row) == wanted(row)
    file = tmp_path / f"graph{row.suffix}"
    file.write_bytes(data)
    assert len(parse(file)) == len(QUADS)


@each_row
def test_it_is_exported(row: Format) -> None:
    store = GraphStore(ox.Store())
    store.add(QUADS)
    out = io.BytesIO()
    EXPORTERS[row.suffix](store, out)
    assert told(out.getvalue(), row) == wanted(row)


@each_row
def test_it_is_streamed(row: Format) -> None:
    triples = [quad.triple for quad in QUADS]
    data = ox.serialize(iter(triples), format=row.as_it_comes) or b""
    assert {quad.triple for quad in ox.parse(data, format=row.in_engine)} == set(triples)


@each_row
def test_clients_get_it(row: Format) -> None:
    for asked in (row.name, row.media_type, *row.aliases):
        offer = named(asked, PAGE_OFFERS)
        assert offer is not None
        assert (offer.name, offer.media_type) == (row.name, row.media_type)
    chosen = choose(row.media_type, GRAPH_OFFERS)
    assert chosen is not None
    assert chosen.name == row.name
    assert format_named(row.suffix) is format_named(row.name) is row


@each_row
def test_it_is_described_and_documented(row: Format) -> None:
    assert f"/{row.w3c}>".encode() in description("http://localhost/sparql", "ntriples")
    documents = "\n".join(path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md"))
    assert f"`{row.suffix}`" in documents
    assert row.title in documents


def test_rows_differ() -> None:
    for keys in (
        [key for row in FORMATS for key in (row.name, *row.aliases)],
        [row.suffix for row in FORMATS],
        [row.media_type for row in FORMATS],
        [row.rank for row in FORMATS],
    ):
        assert len(set(keys)) == len(keys)
    assert [row.rank for row in BY_RANK] == sorted(row.rank for row in FORMATS)


def test_sites_and_dumps_hold_what_they_can() -> None:
    assert all(row in FORMATS for row in (*WRITTEN, *DUMPED))
    assert all(row.graphs for row in DUMPED)
    assert any(row.graphs is False for row in WRITTEN)


def test_commands_know_no_other_format() -> None:
    assert {form.value for form in RdfFormat} <= {row.name for row in FORMATS} | {"json"}


def test_the_help_of_export_names_every_suffix() -> None:
    from typer.testing import CliRunner

    shown = CliRunner().invoke(app, ["export", "--help"], env={"COLUMNS": "400"}).output
    for suffix in (*EXPORTERS, *DOCUMENT_EXPORTERS):
        assert suffix in shown
