"""The query library in the form in which SPARQL endpoints share their examples.

SHACL's executables (SHACL Advanced Features 1.0, section 6) with a comment, keywords and a target,
as github.com/sib-swiss/sparql-examples has them; editors and chat agents read that form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from southsouth.errors import SouthSouthError
from southsouth.graph.queries.library import NamedQuery
from southsouth.graph.rdf.graph import GraphBuilder
from southsouth.vocabulary import BASE, RDF_TYPE, RDFS_LABEL

SHACL: Final = "http://www.w3.org/ns/shacl#"
SCHEMA_ORG: Final = "https://schema.org/"
_RDFS_COMMENT: Final = "http://www.w3.org/2000/01/rdf-schema#comment"
#: By the form of a query: the property that holds it and the class beside sh:SPARQLExecutable.
_FORMS: Final = {
    "SELECT": ("select", "SPARQLSelectExecutable"),
    "ASK": ("ask", "SPARQLAskExecutable"),
    "CONSTRUCT": ("construct", "SPARQLConstructExecutable"),
}
_FORM: Final = re.compile(rf"^\s*({'|'.join(_FORMS)})\b", re.MULTILINE | re.IGNORECASE)
_HEADER: Final = re.compile(r"^#\+[^\n]*\n", re.MULTILINE)
_PREFIX: Final = re.compile(
    r"^\s*PREFIX\s+([A-Za-z][\w.-]*)?:\s*<([^<>\s]*)>", re.MULTILINE | re.IGNORECASE
)
#: What the examples use, for a file that people read.
EXAMPLE_PREFIXES: Final = {"sh": SHACL, "schema": SCHEMA_ORG}


def _node(name: str) -> str:
    return f"{BASE}query/{name}"


def query_form(text: str) -> str:
    """ "SELECT", "ASK" or "CONSTRUCT". Raises SouthSouthError for another form."""
    found = _FORM.search(text)
    if found is None:
        raise SouthSouthError("a query of the library is no SELECT, ASK or CONSTRUCT; rewrite it")
    return found[1].upper()


def query_examples(queries: Iterable[NamedQuery], target: str = "") -> list[ox.Quad]:
    """Each query, with its parameters at their defaults, as an executable; ``target`` is the
    address of the endpoint that answers them. Raises SouthSouthError for an address that is none.
    """
    graph = GraphBuilder(_node("examples"))
    prefixes: dict[str, str] = {}
    for query in queries:
        iri, text = _node(query.name), _HEADER.sub("", query.bind({})).strip() + "\n"
        prefixes |= {name: namespace for name, namespace in _PREFIX.findall(text) if name}
        field, kind = _FORMS[query_form(text)]
        graph.link(iri, RDF_TYPE, SHACL + "SPARQLExecutable")
        graph.link(iri, RDF_TYPE, SHACL + kind)
        graph.text(iri, RDFS_LABEL, query.title, "en")
        graph.text(iri, _RDFS_COMMENT, query.question, "en")
        graph.text(iri, SHACL + field, text)
        graph.link(iri, SHACL + "prefixes", _node("prefixes"))
        for tag in query.tags:
            graph.text(iri, SCHEMA_ORG + "keywords", tag)
        try:
            graph.link(iri, SCHEMA_ORG + "target", target)
        except ValueError as error:
            raise SouthSouthError(
                f"{target!r} is no address; write it like https://example.org/sparql"
            ) from error
    for name, namespace in sorted(prefixes.items()):
        declared = _node(f"prefix-{name}")
        graph.link(_node("prefixes"), SHACL + "declare", declared)
        graph.text(declared, SHACL + "prefix", name)
        graph.typed(declared, SHACL + "namespace", namespace, "anyURI")
    return graph.quads()


def examples_turtle(queries: Iterable[NamedQuery], target: str = "") -> bytes:
    """``query_examples`` as Turtle, the same bytes for the same library."""
    triples = sorted({quad.triple for quad in query_examples(queries, target)}, key=str)
    names = EXAMPLE_PREFIXES | {"rdfs": _RDFS_COMMENT.removesuffix("comment")}
    body = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=names) or b""
    lines = body.decode().splitlines(keepends=True)
    head, rest = sorted(lines[: len(names)]), lines[len(names) :]
    # Oxigraph indents with tabs; one inside a string is written as an escape
    return "".join([*head, "\n", *rest]).replace("\t", "    ").encode()
