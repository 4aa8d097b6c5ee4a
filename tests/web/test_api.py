"""The query library over HTTP."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from southsouth.graph.queries.library import all_queries, ask
from southsouth.graph.store import GraphStore
from southsouth.web.answers import Part, csv_of
from southsouth.web.api import RESERVED
from southsouth.web.openapi import SH, openapi


def test_the_list(address: str) -> None:
    told = httpx.get(address + "/api/queries").json()
    assert [entry["name"] for entry in told] == list(all_queries())
    entry = next(e for e in told if e["name"] == "names-on-date")
    assert [p["type"] for p in entry["parameters"]] == ["iri", "date"]


@pytest.mark.parametrize("name", sorted(all_queries()))
def test_every_question_gives_the_rows_of_the_store(
    address: str, web_store: Path, name: str
) -> None:
    wanted = ask(GraphStore.open(web_store), name)
    told = httpx.get(f"{address}/api/queries/{name}", params={"limit": 20000}, timeout=60).json()
    assert tuple(told["columns"]) == wanted.columns == all_queries()[name].columns
    assert len(told["rows"]) == len(wanted.rows)
    assert told["next"] is None
    page = httpx.get(f"{address}/queries/{name}", timeout=60)
    assert page.status_code == 200
    assert ("No rows." in page.text) == (not wanted.rows)


def test_pages_of_rows(address: str) -> None:
    url = f"{address}/api/queries/cited-with-verb?document=60/212&limit=3"
    whole = httpx.get(f"{address}/api/queries/cited-with-verb?document=60/212&limit=1000").json()[
        "rows"
    ]
    got, pages = [], 0
    while url:
        answer = httpx.get(url)
        told = answer.json()
        got += told["rows"]
        pages += 1
        assert ('rel="next"' in answer.headers.get("link", "")) == bool(told["next"])
        url = address + told["next"] if told["next"] else ""
    assert got == whole
    assert pages == -(-len(whole) // 3) > 1


def test_csv(address: str) -> None:
    url = f"{address}/api/queries/cited-by"
    rows = httpx.get(url, params={"document": "58/220"}).json()["rows"]
    for answer in (
        httpx.get(url, params={"document": "58/220", "format": "csv"}),
        httpx.get(url, params={"document": "58/220"}, headers={"Accept": "text/csv"}),
    ):
        assert answer.headers["content-type"].startswith("text/csv")
        told = list(csv.DictReader(io.StringIO(answer.text)))
        assert [row["provision"] for row in told] == [row["provision"] for row in rows]


def test_csv_is_safe_in_a_spreadsheet() -> None:
    texts = ["=1+1", "+a", "-a", "@a", "\ta", "plain", 'a,b\n"c"']
    part = Part(("x",), tuple((ox.Literal(text),) for text in texts), more=False)
    cells = [row[0] for row in csv.reader(io.StringIO(csv_of(part).decode()))][1:]
    assert cells == ["'=1+1", "'+a", "'-a", "'@a", "'\ta", "plain", 'a,b\n"c"']
    assert csv_of(Part(("n",), ((ox.Literal(-5),),), more=False)) == b"n\r\n-5\r\n"


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("cited-by?document=nonsense", 400, "no document symbol"),
        ("cited-by?documnt=60/212", 400, "it has: document"),
        ("cited-by?document=60/212&document=60/213", 400, "given twice"),
        ("names-on-date?day=2007-13-01", 400, "is no date"),
        ("most-reaffirmed?most=many", 400, "is no whole number"),
        ("names-on-date?thing=a%20b", 400, "is no IRI"),
        ("cited-by?limit=0", 400, "limit is a whole number from 1"),
        ("cited-by?limit=100001", 400, "limit is a whole number"),
        ("cited-by?offset=-1", 400, "offset is a whole number"),
        ("cited-by?offset=%D9%A3", 400, "offset is a whole number"),
        ("cited-by?format=xml", 400, "known are json, csv"),
        ("cited-bye", 404, "did you mean cited-by"),
        ("cited-by%2f..", 404, ""),
    ],
)
def test_what_is_refused(address: str, path: str, status: int, says: str) -> None:
    answer = httpx.get(f"{address}/api/queries/{path}")
    assert answer.status_code == status
    assert says in answer.text
    assert answer.text.count("\n") == 1


def test_values_cannot_change_a_question(address: str) -> None:
    told = httpx.get(f"{address}/api/queries/called", params={"words": "x')) } DROP ALL #"}).json()
    assert told["rows"] == []


def test_no_parameter_is_called_like_one_of_ours() -> None:
    names = {p.name for query in all_queries().values() for p in query.parameters}
    assert not names & RESERVED


def test_the_description_fits_what_is_served(address: str) -> None:
    told = httpx.get(address + "/api/openapi.json").json()
    assert told == openapi(100_000)
    assert told["openapi"].startswith("3.1.")
    with httpx.Client(timeout=60) as client:
        for path, operations in told["paths"].items():
            get = operations["get"]
            assert len({p["name"] for p in get.get("parameters", ())}) == len(
                get.get("parameters", ())
            )
            params = {
                p["name"]: p["schema"]["default"]
                for p in get.get("parameters", ())
                if "default" in p["schema"]
            }
            answer = client.get(address + path, params=params)
            assert answer.status_code == 200, path
            schema = get["responses"]["200"]["content"]["application/json"]["schema"]
            if schema["type"] == "object":
                assert set(schema["required"]) <= set(answer.json())
                assert set(answer.json()) <= set(schema["properties"])


def test_the_library_as_shacl_executables(address: str) -> None:
    answer = httpx.get(address + "/api/queries", headers={"Accept": "text/turtle"})
    quads = list(ox.parse(answer.content, format=ox.RdfFormat.TURTLE))
    texts = [
        q.object.value
        for q in quads
        if q.predicate.value == SH + "select" and isinstance(q.object, ox.Literal)
    ]
    assert len(texts) == len(all_queries())
    targets = {str(q.object) for q in quads if q.predicate.value.endswith("/target")}
    assert targets == {f"<{address}/sparql>"}
    store = ox.Store()
    for text in texts:
        store.query(text)


def test_a_query_of_ones_own(address: str) -> None:
    page = httpx.get(address + "/query", params={"query": "SELECT (1 AS ?one) {}"})
    assert page.status_code == 200
    assert "<td>1</td>" in page.text
    for query, says in (
        ("SELECT", "does not parse"),
        ("DROP ALL", "read-only"),
        ("ASK { SERVICE <http://h/> {} }", "SERVICE is refused"),
    ):
        told = httpx.get(address + "/query", params={"query": query})
        assert told.status_code == 400
        assert says in told.text
    asked = httpx.get(address + "/query", params={"query": "ASK {}"})
    assert "<td>true</td>" in asked.text
