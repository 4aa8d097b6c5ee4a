"""The internal queries: their headers, their parameters, and that there is no other address."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from tests.places import ROOT, WELLS

from southsouth.build.pipeline import build
from southsouth.errors import QueryError
from southsouth.graph.queries.internal import (
    answer,
    internal_names,
    internal_query,
    text_of,
)
from southsouth.graph.queries.library import all_queries, bind
from southsouth.graph.store import GraphStore
from southsouth.things.periods import BOUND_TERMS
from southsouth.vocabulary import BASE, CLASSES, NS

SOURCE = ROOT / "src" / "southsouth"
#: Who may hold SPARQL: the store's own plumbing, where an internal query would be a circle; rules
#: and profiles, whose rows are patterns of which a query is made each time.
HOLDERS = {
    "cli/questions.py": "an example in the help of a command",
    "graph/inference.py": "a query an axiom: each rule is a row of patterns",
    "graph/store/dialects.py": "the store's plumbing: pages of a long answer",
    "graph/store/remote.py": "the store's plumbing",
    "graph/store/remote_lock.py": "the store's plumbing",
    "linking/profiles.py": "how vocabularies of others keep names: a row each, with its query",
}
#: A query with its pattern, or one that is put together.
SPARQL = re.compile(
    r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b[^.]*?(\{|\bWHERE\b)|\bPREFIX\s+\w*:\s*<", re.DOTALL
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    """The facts that ship and one document of ours."""
    folder = tmp_path_factory.mktemp("internal") / "store"
    build([str(WELLS)], folder)
    return GraphStore.open(folder)


@pytest.mark.parametrize("name", internal_names())
def test_columns_are_those_of_the_header(store: GraphStore, name: str) -> None:
    query = internal_query(name)
    told = answer(store, name)
    assert told.columns == query.columns
    assert (told.truth is None) == bool(query.columns)
    assert query.tags[0] == "internal"
    assert query.question.endswith("?")
    assert not query.text.startswith("#")


@pytest.mark.parametrize("name", internal_names())
def test_parameters_stand_in_the_text(name: str) -> None:
    query = internal_query(name)
    written = set(re.findall(r"\$(\w+)", query.text))
    assert written == {parameter.name for parameter in query.parameters}
    assert "$" not in text_of(name)


def test_the_library_does_not_list_them() -> None:
    assert not any("internal" in query.tags for query in all_queries().values())


@pytest.mark.parametrize("name", internal_names())
def test_somebody_asks_it(name: str) -> None:
    assert any(f'"{name}"' in path.read_text("utf-8") for path in SOURCE.rglob("*.py"))


def texts(path: Path) -> list[str]:
    """The strings of a module that are no docstrings; of formatted ones what is written there."""
    tree = ast.parse(path.read_text("utf-8"))
    said = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            found.append(
                "".join(
                    getattr(part, "value", "")
                    for part in node.values
                    if isinstance(part, ast.Constant)
                )
            )
        elif (
            isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
        ):
            found.append(node.value)
    return found


def holds_sparql(path: Path) -> bool:
    return any(SPARQL.search(text) for text in texts(path))


def test_no_other_module_holds_sparql() -> None:
    holders = {
        path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py") if holds_sparql(path)
    }
    assert holders == set(HOLDERS)


@pytest.mark.parametrize(
    "code",
    [
        'Q = "SELECT ?s WHERE { ?s ?p ?o }"',
        'Q = f"ASK {{ <{x}> ?p ?o }}"',
        'def f():\n    return "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"',
        'Q = "PREFIX ss: <urn:x>"',
    ],
)
def test_sparql_in_a_module_would_be_found(tmp_path: Path, code: str) -> None:
    path = tmp_path / "module.py"
    path.write_text(code, "utf-8")
    assert holds_sparql(path)


def test_classes_of_documents_are_all_asked_for() -> None:
    asked = set(re.findall(r"\ba ss:(\w+)", internal_query("classes-of-documents").text))
    assert asked == {name for name, parent in CLASSES.items() if "Document" in (name, parent)}


def test_bounds_are_those_of_names() -> None:
    assert internal_query("curated-bounds").columns == ("name", *BOUND_TERMS)


def test_a_list_stands_in_a_values_clause() -> None:
    asked = text_of("labels-of-things", things=[f"{BASE}body/undp", f"{BASE}body/unctad"])
    assert f"VALUES ?thing {{ <{BASE}body/unctad> <{BASE}body/undp> }} ?name" in asked
    assert "VALUES" not in text_of("labels-of-things", things=None)
    assert "VALUES ?thing {  }" in text_of("labels-of-things", things=[])


def test_all_stands_for_no_term() -> None:
    with pytest.raises(QueryError, match="nothing but a VALUES"):
        bind("ASK { $things ?p ?o }", {"things": None})


def test_what_is_no_iri_is_refused() -> None:
    with pytest.raises(ValueError, match="IRI"):
        text_of("facts-of", thing="no iri")
    with pytest.raises(KeyError):
        text_of("facts-of", other=NS)
