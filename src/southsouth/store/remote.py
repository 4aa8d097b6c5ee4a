"""A SPARQL endpoint, through SPARQLWrapper (SPARQL 1.1 Protocol §2.1)."""

from __future__ import annotations

import json
from typing import Any

import pyoxigraph as ox

from southsouth.errors import QueryError, StoreError
from southsouth.store.results import Answer, Term


class Endpoint:
    """A SPARQL 1.1 endpoint that SELECT and ASK queries are sent to.

    ``timeout`` is in seconds. The endpoint's default graph should be the union of its graphs.
    """

    def __init__(self, url: str, *, timeout: int = 60) -> None:
        self.url, self.timeout = url, timeout

    def query(self, text: str) -> Answer:
        """Run a query. Raises QueryError where the endpoint refuses it, StoreError where it
        cannot be reached or does not answer in SPARQL results."""
        from SPARQLWrapper import JSON, POST, SPARQLWrapper
        from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

        client = SPARQLWrapper(self.url)
        client.setQuery(text)
        client.setMethod(POST)
        client.setReturnFormat(JSON)
        client.setTimeout(self.timeout)
        try:
            # read here: SPARQLWrapper's own conversion only warns of an answer of another type
            with client.query().response as response:
                found: Any = json.load(response)
        except QueryBadFormed as error:
            raise QueryError(f"{self.url}: the endpoint refuses the query as malformed") from error
        except (SPARQLWrapperException, OSError) as error:
            reason = getattr(error, "reason", None) or getattr(error, "msg", None) or error
            raise StoreError(f"{self.url}: no answer ({reason}); check the address") from error
        except ValueError as error:
            raise StoreError(
                f"{self.url}: the answer is no SPARQL result; check the address"
            ) from error
        return _answer(found, self.url)


def _answer(found: Any, url: str) -> Answer:
    if not isinstance(found, dict) or "head" not in found:
        raise StoreError(
            f"{url}: the answer is no SPARQL result; send SELECT or ASK to an endpoint"
        )
    if "boolean" in found:
        return Answer(truth=bool(found["boolean"]))
    columns = tuple(found["head"].get("vars", ()))
    rows = tuple(
        tuple(_term(binding.get(column)) for column in columns)
        for binding in found["results"]["bindings"]
    )
    return Answer(columns, rows)


def _term(cell: dict[str, str] | None) -> Term | None:
    """A cell of SPARQL 1.1 Query Results JSON (§3.2.2) as a term."""
    if cell is None:
        return None
    if cell["type"] == "uri":
        return ox.NamedNode(cell["value"])
    if cell["type"] == "bnode":
        return ox.BlankNode(cell["value"])
    if "xml:lang" in cell:
        return ox.Literal(cell["value"], language=cell["xml:lang"])
    if "datatype" in cell:
        return ox.Literal(cell["value"], datatype=ox.NamedNode(cell["datatype"]))
    return ox.Literal(cell["value"])
