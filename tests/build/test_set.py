"""The union of all graphs is a set: what several documents and the records tell is told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from southsouth.build.pipeline import build
from southsouth.graph.rdf.iris import AUTHORITY_GRAPH, DOCUMENTS_GRAPH, KNOWLEDGE_GRAPH
from southsouth.graph.store import GraphStore
from southsouth.vocabulary import BASE, NS

COUNTS = "SELECT (COUNT(*) AS ?all) (COUNT(DISTINCT *) AS ?different) WHERE { ?s ?p ?o }"
OPENING = "\n\nResolution adopted by the General Assembly on {day}\n\nThe General Assembly,\n\n"
CITED = f"{BASE}document/A/54/974#annex2"
#: Two that cite one annex, one of them an annex of the other, and one that the records know.
TEXTS = {
    "A/RES/66/901": "1. Recalls paragraph 1 of its resolution 66/902 and A/54/974, annex II;",
    "A/RES/66/902": "1. Decides to rename the Commission on Wells the Bureau for Wells;\n\n"
    "2. Notes annex II to document A/54/974 and the annex to its resolution 66/901;",
    "A/RES/55/2": "1. Notes document A/54/974, annex II, and decides to dig;",
}
DAYS = {"A/RES/55/2": "8 September 2000"}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = []
    for number, (symbol, words) in enumerate(TEXTS.items()):
        path = tmp_path / f"{number}.txt"
        opening = OPENING.format(day=DAYS.get(symbol, "1 March 2012"))
        path.write_text(f"{symbol}{opening}{words}\n", encoding="utf-8")
        made.append(path)
    return made


def counts(store: Path) -> tuple[str, str]:
    (row,) = GraphStore.open(store).query(COUNTS).values()
    return row["all"], row["different"]


def shared(store: Path) -> set[str]:
    """The graphs to which several documents add."""
    graphs = GraphStore.open(store)
    told = (AUTHORITY_GRAPH, DOCUMENTS_GRAPH, KNOWLEDGE_GRAPH)
    return {str(quad) for graph in told for quad in graphs.quads(graph)}


def test_nothing_is_told_twice(files: list[Path], tmp_path: Path) -> None:
    build(list(map(str, files)), tmp_path / "store")
    every, different = counts(tmp_path / "store")
    assert every == different


def test_a_part_that_was_never_read_is_described_once(files: list[Path], tmp_path: Path) -> None:
    build(list(map(str, files)), tmp_path / "store")
    query = f"SELECT ?p ?o WHERE {{ <{CITED}> ?p ?o }}"
    told = {
        row["p"].removeprefix(NS): row["o"]
        for row in GraphStore.open(tmp_path / "store").query(query).values()
    }
    assert set(told.values()) >= {NS + "Annex", f"{BASE}document/A/54/974"}
    assert "A/54/974, annex II" in told.values()
    assert len(told) == 3


def test_one_by_one_is_as_at_once(files: list[Path], tmp_path: Path) -> None:
    build(list(map(str, files)), tmp_path / "at-once")
    for file in reversed(files):
        build([str(file)], tmp_path / "store")
        every, different = counts(tmp_path / "store")
        assert every == different
    assert shared(tmp_path / "store") == shared(tmp_path / "at-once")


def test_what_the_records_know_comes_back(files: list[Path], tmp_path: Path) -> None:
    build([str(files[0])], tmp_path / "without")
    build(list(map(str, files)), tmp_path / "store")
    assert shared(tmp_path / "store") != shared(tmp_path / "without")
    build([str(files[0])], tmp_path / "store", prune=True)
    assert shared(tmp_path / "store") == shared(tmp_path / "without")
