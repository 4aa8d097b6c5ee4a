"""Headers, parameters and binding of queries."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.errors import CuratedDataError, QueryError
from southsouth.graph.queries.library import all_queries, ask, bind, named_query, parse_query
from southsouth.graph.store import GraphStore

HEADER = """#+ title: A title
#+ question: What?
#+ tags: one, two
#+ param day date = 2001-02-03 : the day
#+ columns: x
SELECT ?x WHERE { ?x ?p $day }
"""


def query_file(folder: Path, text: str) -> Path:
    path = folder / "sample.rq"
    path.write_text(text, encoding="utf-8")
    return path


def test_header_is_read(tmp_path: Path) -> None:
    query = parse_query(query_file(tmp_path, HEADER))
    assert (query.name, query.title, query.tags) == ("sample", "A title", ("one", "two"))
    assert [(p.name, p.type, p.default) for p in query.parameters] == [
        ("day", "date", "2001-02-03")
    ]
    assert query.columns == ("x",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEADER.replace("#+ question: What?\n", ""), "lacks question"),
        (HEADER.replace("date =", "moment ="), "broken parameter line"),
        (HEADER.replace(" : the day", ""), "broken parameter line"),
    ],
)
def test_broken_header_is_an_error(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(CuratedDataError, match=message):
        parse_query(query_file(tmp_path, text))


def test_a_default_is_bound_as_a_term(tmp_path: Path) -> None:
    bound = parse_query(query_file(tmp_path, HEADER)).bind({})
    assert '"2001-02-03"^^<http://www.w3.org/2001/XMLSchema#date>' in bound
    assert "$day" not in bound


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("names-on-date", {"day": "yesterday"}, "'yesterday' is no date"),
        ("names-on-date", {"days": "2001-01-01"}, "no parameter 'days'; it has: thing, day"),
        ("renamings", {"day": "2001-01-01"}, "it has: none"),
        ("cited-by", {"document": "the lot"}, "no document symbol"),
        ("most-reaffirmed", {"most": "many"}, "no whole number"),
        ("evidence", {"statement": "http://[broken"}, "no IRI"),
    ],
)
def test_bad_values(name: str, values: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError) as caught:
        named_query(name).bind(values)
    assert message in str(caught.value)


def test_unknown_query_names_its_neighbours() -> None:
    with pytest.raises(QueryError, match="did you mean names-on-date"):
        named_query("name-on-dates")


@given(st.text())
def test_no_value_can_change_what_a_query_means(value: str) -> None:
    store = GraphStore.in_memory()
    answer = ask(store, "called", words=value)
    assert answer.columns == ("thing", "name", "label")
    assert answer.rows == ()


def test_strings_iris_and_comments_are_left_alone() -> None:
    text = "# $x\nSELECT ?a { ?a <http://e.org/$x> \"$x\", '''$x''', $x }"
    bound = bind(text, {"x": ox.Literal("v")})
    assert bound.count('"v"') == 1
    assert bound.count("$x") == 4


def test_every_query_says_what_it_answers() -> None:
    assert len(all_queries()) >= 15
    for query in all_queries().values():
        assert query.question.endswith("?"), query.name
        assert query.tags, query.name
