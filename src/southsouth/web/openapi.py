"""The query library as an OpenAPI 3.1 description, and as SHACL's executable examples."""

from __future__ import annotations

from typing import Any, Final

import pyoxigraph as ox

from southsouth import __version__
from southsouth.graph.queries.library import NamedQuery, Parameter, all_queries
from southsouth.graph.rdf.serialize import serialize
from southsouth.vocabulary import BASE, PREFIXES, RDF_TYPE

#: A parameter's type as a JSON Schema.
SCHEMAS: Final[dict[str, dict[str, Any]]] = {
    "iri": {"type": "string", "format": "iri-reference"},
    "document": {"type": "string"},
    "date": {"type": "string", "format": "date"},
    "integer": {"type": "integer", "minimum": 0, "maximum": 999_999_999},
    "string": {"type": "string"},
}
_LINE: Final = {"text/plain": {"schema": {"type": "string"}}}
_FAILURES: Final = {
    "400": {"description": "a parameter is unknown or of the wrong type", "content": _LINE},
    "404": {"description": "no question of that name", "content": _LINE},
    "503": {"description": "the query took too long, or too many run at once", "content": _LINE},
}
SH: Final = "http://www.w3.org/ns/shacl#"
SCHEMA: Final = "https://schema.org/"


def _parameter(parameter: Parameter) -> dict[str, Any]:
    default: str | int = parameter.default
    if parameter.type == "integer":
        default = int(parameter.default)
    return {
        "name": parameter.name,
        "in": "query",
        "required": False,
        "description": parameter.help,
        "schema": {**SCHEMAS[parameter.type], "default": default},
    }


def _paging(rows: int) -> list[dict[str, Any]]:
    number = {"type": "integer", "minimum": 0}
    return [
        {
            "name": "limit",
            "in": "query",
            "description": "rows of one page",
            "schema": {**number, "minimum": 1, "maximum": rows, "default": min(100, rows)},
        },
        {
            "name": "offset",
            "in": "query",
            "description": "rows before the first one",
            "schema": {**number, "default": 0},
        },
        {
            "name": "format",
            "in": "query",
            "description": "instead of Accept",
            "schema": {"type": "string", "enum": ["json", "csv"]},
        },
    ]


def _path(query: NamedQuery, rows: int) -> dict[str, Any]:
    cell = {"type": ["string", "integer", "boolean", "null"]}
    row = {"type": "object", "properties": dict.fromkeys(query.columns, cell)}
    answer = {
        "type": "object",
        "required": ["columns", "rows", "next"],
        "properties": {
            "query": {"const": query.name},
            "question": {"type": "string"},
            "parameters": {"type": "object"},
            "limit": {"type": "integer"},
            "offset": {"type": "integer"},
            "next": {"type": ["string", "null"]},
            "columns": {"type": "array", "items": {"type": "string"}},
            "rows": {"type": "array", "items": row},
        },
    }
    content = {"application/json": {"schema": answer}, "text/csv": {"schema": {"type": "string"}}}
    return {
        "get": {
            "operationId": query.name,
            "summary": query.title,
            "description": query.question,
            "tags": list(query.tags),
            "parameters": [*map(_parameter, query.parameters), *_paging(rows)],
            "responses": {"200": {"description": "rows", "content": content}, **_FAILURES},
        }
    }


def openapi(rows: int) -> dict[str, Any]:
    """The description of the API of a server that gives at most ``rows`` rows."""
    rows_of_list = {"schema": {"type": "array", "items": {"type": "object"}}}
    listed = {
        "200": {"description": "the questions", "content": {"application/json": rows_of_list}}
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "southsouth",
            "version": __version__,
            "summary": "Questions to a graph of United Nations resolutions",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": {
            "/api/queries": {
                "get": {"operationId": "list", "summary": "All questions", "responses": listed}
            },
            **{f"/api/queries/{q.name}": _path(q, rows) for q in all_queries().values()},
        },
    }


def examples(endpoint: str, form: str) -> bytes:
    """The library as SHACL executables (sh:SPARQLSelectExecutable, as the SPARQL examples of other
    endpoints are), with defaults in the place of parameters, in a format of ``rdf.serialize``."""
    quads = []
    for query in all_queries().values():
        node = ox.NamedNode(f"{BASE}query/{query.name}")
        facts: tuple[tuple[str, ox.NamedNode | ox.Literal], ...] = (
            (RDF_TYPE, ox.NamedNode(SH + "SPARQLExecutable")),
            (RDF_TYPE, ox.NamedNode(SH + "SPARQLSelectExecutable")),
            (PREFIXES["rdfs"] + "label", ox.Literal(query.title, language="en")),
            (PREFIXES["rdfs"] + "comment", ox.Literal(query.question, language="en")),
            (SH + "select", ox.Literal(query.bind({}))),
            (SCHEMA + "target", ox.NamedNode(endpoint)),
            *((SCHEMA + "keywords", ox.Literal(tag)) for tag in query.tags),
        )
        quads += [ox.Quad(node, ox.NamedNode(term), value) for term, value in facts]
    return serialize(quads, form)
