"""What a visitor's query may not do, told without a parser."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.errors import QueryError
from southsouth.web.guard import MOST_NESTED, check, check_graph

REFUSED = (
    "ASK { SERVICE <http://h/> { } }",
    "ASK{service<http://h/>{}}",
    "ASK { SERVICE SILENT ?where { } }",
    "ASK { ?s ?p 1 SERVICE <http://h/> { } }",
    "ASK { ?s ?p 'a' SERVICE<http://h/> { } }",
    'ASK { ?s ?p """a"b""" SERVICE <http://h/> { } }',
    "ASK { \\u0053ERVICE <http://h/> { } }",
    "ASK { # a comment '\n SERVICE <http://h/> { } }",
    "ASK { ?s a ex:service. SERVICE <http://h/> { } }",
    # "<" as "less than": strings and comments are in other places than a scan by tokens thinks
    "ASK { FILTER(?a<'x>')SERVICE <http://h/> { ?s ?p 'y' } }",
    "ASK { FILTER(?a<?b#>'''\n) SERVICE <http://h/> { ?s ?p ?o } #'''\n}",
    "ASK { FILTER(?a<?b#>'\\\n) SERVICE <http://h/> { ?s ?p ?o } #'\n}",
    "INSERT DATA { }",
    "PREFIX insert: <a:> # SELECT\n delete where { }",
    "SELECT * FROM NAMED <file:///etc/passwd> { }",
    "SELECT * FROM <jar:file:x> { }",
)
ALLOWED = (
    "ASK { ?service ?p ?o }",
    "ASK { $service a ex:SERVICE, :service, _:service }",
    "ASK { ?s ?p 'SERVICE <http://h/>' }",
    'ASK { ?s ?p "it\'s a service" }',
    "ASK { ?s ?p '''one\nSERVICE <http://h/>''' }",
    "ASK { <http://h/SERVICE> ?p 'x'@service } # SERVICE <http://h/>",
    "ASK { ?s <http://h/ns#p> 'of service' }",
    "PREFIX drop: <http://h/drop#> SELECT * { ?s drop:x ?insert }",
    "SELECT * FROM <http://h/g> FROM NAMED <urn:g> { }",
)


@pytest.mark.parametrize("query", REFUSED)
def test_refused(query: str) -> None:
    with pytest.raises(QueryError):
        check(query)


@pytest.mark.parametrize("query", ALLOWED)
def test_allowed(query: str) -> None:
    check(query)


@pytest.mark.parametrize(
    ("target", "allowed"),
    [
        ("<http://good.example/sparql>", True),
        ("SILENT <https://GOOD.example:8443/sparql>", True),
        ("<http://good.example@evil.example/>", False),
        ("<http://evil.example/good.example>", False),
        ("<http://good.example.evil.example/>", False),
        ("<ftp://good.example/>", False),
        ("<//good.example/>", False),
        ("<http://[good.example/>", False),
        ("?where", False),
        ("SILENT ?where", False),
        ("ex:good", False),
    ],
)
def test_hosts_that_the_operator_lists(target: str, allowed: bool) -> None:
    query = f"ASK {{ SERVICE {target} {{ }} }}"
    if allowed:
        check(query, {"good.example"})
    else:
        with pytest.raises(QueryError, match="SERVICE"):
            check(query, {"good.example"})


#: What stands before and after so many brackets, and how often it brings one.
NESTED = (
    ("ASK { ?s ", "(", "<a:b>", ")", " ?o }"),
    ("ASK { ?s ", "^(", "<a:b>", ")*", " ?o }"),
    ("ASK {", "{", "?s ?p ?o", "}", "}"),
    ("ASK { ?s ?p ", "[ <a:b> ", "1", "]", " }"),
    ("ASK { FILTER", "(", "true", ")", "}"),
    ("ASK { FILTER(", "IF(true,", "true", ",true)", ")}"),
    ("ASK { ?s ?p ?o ", "FILTER EXISTS {", "?s ?p 1", "}", "}"),
    ("ASK { FILTER(?a<", "(", "1", ")", "&&?b>?c)}"),
)


@pytest.mark.parametrize(("head", "opened", "middle", "closed", "tail"), NESTED)
def test_brackets_that_stand_too_deep(
    head: str, opened: str, middle: str, closed: str, tail: str
) -> None:
    def query(depth: int) -> str:
        return head + opened * depth + middle + closed * depth + tail

    check(query(MOST_NESTED - 2))
    with pytest.raises(QueryError, match=f"more than {MOST_NESTED} deep"):
        check(query(MOST_NESTED + 1))


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?s ?p '" + "(" * 1000 + "' }",
        'ASK { ?s ?p """' + "{\n" * 1000 + '""" }',
        "ASK { ?s ?p ?o } # " + "[" * 1000,
        "ASK { " + "{ ?s ?p (1) } UNION " * 1000 + "{} }",
    ],
)
def test_brackets_that_do_not_nest(query: str) -> None:
    check(query)


PIECES = st.sampled_from(
    ["?a", "'", '"', "'''", '"""', "<", ">", "#", "\n", "x", "<http://h/a#b>", "\\", ":p", " ", ")"]
)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_nothing_before_it_hides_a_service(before: str) -> None:
    """Whatever the engine itself takes for a SERVICE is refused."""
    import pyoxigraph as ox

    query = f"ASK {{ {before} SERVICE <http://127.0.0.1:1/> {{ ?s ?p ?o }} }}"
    try:
        ox.Store().query(query)
    except SyntaxError:
        return  # the engine would not run it
    except OSError:
        with pytest.raises(QueryError):
            check(query)


@pytest.mark.parametrize("iri", ["file:///etc/passwd", "FILE:x", "data:text/turtle,", "gopher://h"])
def test_no_graph_is_a_file(iri: str) -> None:
    with pytest.raises(QueryError, match="files are never read"):
        check_graph(iri)
