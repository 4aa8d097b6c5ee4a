"""Builds of a file that holds several documents."""

from __future__ import annotations

from pathlib import Path

from southsouth.build import shards
from southsouth.build.file_facts import FileFacts, file_facts
from southsouth.build.ledger import held_graphs
from southsouth.build.pipeline import build
from southsouth.graph.store import GraphStore
from southsouth.publish import identity_rows

GRAPH = "https://w3id.org/southsouth/graph/document/"


def page(*numbers: int) -> str:
    return "\n".join(
        f"{number} (XXIX). Wells\n\nThe General Assembly,\n\n1. Decides to dig well {number};\n\n"
        "2303rd plenary meeting\n4 December 1974\n"
        for number in numbers
    )


def held(store: Path) -> set[str]:
    graphs = held_graphs(GraphStore.open(store))
    return {graph.removeprefix(GRAPH) for graph, entry in graphs.items() if entry.key}


def test_each_resolution_has_its_graph(tmp_path: Path) -> None:
    folder, store = tmp_path / "files", tmp_path / "store"
    folder.mkdir()
    (folder / "page.txt").write_text(page(3301, 3302), encoding="utf-8")
    report = build([str(folder)], store)
    assert report.read == 2
    assert held(store) == {"A/RES/3301(XXIX)", "A/RES/3302(XXIX)"}
    assert build([str(folder)], store).read == 0
    (folder / "page.txt").write_text(page(3301, 3303), encoding="utf-8")
    build([str(folder)], store, prune=True)
    assert held(store) == {"A/RES/3301(XXIX)", "A/RES/3303(XXIX)"}


def test_a_file_of_its_own_comes_before_a_page(tmp_path: Path) -> None:
    folder, store = tmp_path / "files", tmp_path / "store"
    folder.mkdir()
    (folder / "a.txt").write_text(page(3301, 3302), encoding="utf-8")
    own = "A/RES/3302(XXIX)\n\nThe General Assembly,\n\n1. Decides to dig no well;\n"
    (folder / "b.txt").write_text(own, encoding="utf-8")
    build([str(folder)], store)
    asked = "SELECT ?q WHERE { GRAPH ?g { ?p <https://w3id.org/southsouth/ns#quote> ?q } }"
    quotes = {str(row[0]) for row in GraphStore.open(store).query(asked).rows}
    assert any("no well" in quote for quote in quotes)
    assert not any("well 3302" in quote for quote in quotes)


def test_a_shard_keeps_all_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(page(3301, 3302), encoding="utf-8")
    facts = file_facts(file)
    assert isinstance(facts, FileFacts)
    lines = [one.lines() for one in facts.all()]
    (written,) = shards.write_shard(tmp_path / "one.nq", [facts])
    kept = shards.read_shard(tmp_path / "one.nq", [file])
    assert kept is not None
    for one in (written, kept[0]):
        assert [further.lines() for further in one.all()] == lines


def test_places_are_told_in_the_file_and_no_triple_twice(tmp_path: Path) -> None:
    words = "A/RES/3301(XXIX)\n\n" + page(3301, 3302).replace(
        "dig", "thank the Lakes Office and dig"
    )
    (tmp_path / "page.txt").write_text(words, encoding="utf-8")
    build([str(tmp_path / "page.txt")], tmp_path / "store")
    store = GraphStore.open(tmp_path / "store")
    assert held(tmp_path / "store") == {"A/RES/3301(XXIX)", "A/RES/3302(XXIX)"}
    named = [row for row in identity_rows(store) if row.get("thing") == "lakes office"]
    assert len(named) == 2
    assert {row["symbol"] for row in named} == {"A/RES/3301(XXIX)"}
    assert {words[row["start"] : row["end"]] for row in named} == {"Lakes Office"}
    counts = "SELECT (COUNT(*) AS ?all) (COUNT(DISTINCT *) AS ?different) WHERE { ?s ?p ?o }"
    (row,) = store.query(counts).values()
    assert row["all"] == row["different"]
