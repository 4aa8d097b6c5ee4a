"""Builds of files that a table tells of: what it tells may be corrected."""

from __future__ import annotations

from pathlib import Path

from southsouth.build.ledger import held_graphs
from southsouth.build.pipeline import build
from southsouth.graph.store import GraphStore

TEXT = "The General Assembly,\n\n1. Decides to dig wells;\n\n2. Decides to fill them.\n"
GRAPH = "https://w3id.org/southsouth/graph/document/"


def read(folder: Path, store: Path, symbol: str) -> set[str]:
    table = f"file\tsymbol\tdate\nold.txt\t{symbol}\t1974-12-04\n"
    (folder / "documents.tsv").write_text(table, encoding="utf-8")
    build([str(folder / "old.txt")], store)
    held = held_graphs(GraphStore.open(store))
    return {graph.removeprefix(GRAPH) for graph, entry in held.items() if entry.key}


def test_a_corrected_table_leaves_nothing_under_the_wrong_symbol(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "old.txt").write_text(TEXT, encoding="utf-8")
    store = tmp_path / "store"
    assert read(folder, store, "A/RES/66/901") == {"A/RES/66/901"}
    assert read(folder, store, "A/RES/66/902") == {"A/RES/66/902"}
    assert read(folder, store, "A/RES/66/902") == {"A/RES/66/902"}
