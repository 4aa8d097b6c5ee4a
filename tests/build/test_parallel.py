"""A store with a document that has two symbols, cited by either."""

from __future__ import annotations

import pytest

from southsouth.build.pipeline import build
from southsouth.graph.queries.internal import rows
from southsouth.graph.queries.library import named_query
from southsouth.graph.store import GraphStore
from southsouth.views.facts import find
from southsouth.views.search import by_symbol
from southsouth.vocabulary import BASE

FIRST, SECOND = f"{BASE}document/A/88/701", f"{BASE}document/S/2035/9"
FILES = {
    "letter.txt": "A/88/701–S/2035/9\n\nLetter\n\n1. I write of wells.\n",
    "one.txt": "A/RES/90/1\n\nThe General Assembly,\n\n1. Welcomes document A/88/701;\n",
    "two.txt": "S/RES/9002(2035)\n\nThe Security Council,\n\n1. Recalls document S/2035/9;\n",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    folder = tmp_path_factory.mktemp("parallel")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    build([str(folder)], folder / "store")
    return GraphStore.open(folder / "store")


@pytest.mark.parametrize("typed", ["A/88/701", "S/2035/9", "S/2035/9 – A/88/701", SECOND])
def test_either_symbol_finds_it(store: GraphStore, typed: str) -> None:
    assert find(store, typed).iri == FIRST
    found = by_symbol(store, typed)
    assert typed == SECOND or (found is not None and found.iri == FIRST)


@pytest.mark.parametrize("document", ["A/88/701", "S/2035/9"])
def test_citations_of_either_are_found(store: GraphStore, document: str) -> None:
    text = named_query("cited-by").bind({"document": document})
    parts = {str(row[0]).strip("<>").removeprefix(BASE) for row in store.query(text).rows}
    assert parts == {"document/A/RES/90/1#op1", "document/S/RES/9002(2035)#op1"}


def test_who_cites_whom_leads_to_the_document(store: GraphStore) -> None:
    found = {row["from"] for row in rows(store, "cites") if row["to"] == FIRST}
    assert found == {f"{BASE}document/A/RES/90/1", f"{BASE}document/S/RES/9002(2035)"}
    assert rows(store, "count-citing", document=FIRST)[0]["n"] == "2"
    assert len(rows(store, "citing-lately", document=FIRST)) == 2
