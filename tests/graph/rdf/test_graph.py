"""Statements as lines of N-Quads."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.graph.rdf.graph import GraphBuilder
from southsouth.vocabulary import BASE, NS

IRI = BASE + "document/A/RES/70/1"


@given(st.text(st.characters(exclude_categories=["Cs"])).filter(bool))
def test_a_string_comes_back(value: str) -> None:
    graph = GraphBuilder(BASE + "graph/x")
    graph.text(IRI, "quote", value)
    (quad,) = graph.quads()
    assert isinstance(quad.object, ox.Literal)
    assert quad.object.value == value


def test_a_statement_about_words_says_what_three_calls_say() -> None:
    at_once, one_by_one = GraphBuilder(BASE + "graph/x"), GraphBuilder(BASE + "graph/x")
    at_once.stands(f"{IRI}#op1-cite1", "Citation", f"{IRI}#op1", 3, 14)
    one_by_one.kind(f"{IRI}#op1-cite1", "Citation")
    one_by_one.link(f"{IRI}#op1-cite1", "standsIn", f"{IRI}#op1")
    one_by_one.span(f"{IRI}#op1-cite1", "span", 3, 14)
    assert at_once.nquads() == one_by_one.nquads()


def test_what_is_beneath_a_resource_is_written_as_any_other() -> None:
    graph = GraphBuilder(BASE + "graph/x")
    below = graph.beneath(f"{IRI}#op13(a)", "-cite1")
    graph.kind(below, "Citation")
    (quad,) = graph.quads()
    assert (quad.subject, quad.object) == (
        ox.NamedNode(f"{IRI}#op13(a)-cite1"),
        ox.NamedNode(NS + "Citation"),
    )


def test_nothing_is_beneath_what_is_no_iri() -> None:
    with pytest.raises(ValueError, match="IRI"):
        GraphBuilder(BASE + "graph/x").beneath("no iri", "-cite1")
