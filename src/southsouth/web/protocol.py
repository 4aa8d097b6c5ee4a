"""SPARQL 1.1 Protocol: the query operation at ``/sparql``; the update operation is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from southsouth.errors import QueryError
from southsouth.web import http
from southsouth.web.description import description
from southsouth.web.guard import READ_ONLY, check_graph
from southsouth.web.negotiate import GRAPH_OFFERS, HTML, RESULT_OFFERS, Offer, choose, named
from southsouth.web.pool import FailureError

_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_ALLOWED: Final = {"Allow": "GET, HEAD, POST, OPTIONS", "Accept-Post": f"{_QUERY}, {_FORM}"}
#: What may give another answer from the same store: another server, the clock, chance.
_PASSING: Final = re.compile(r"\b(?:SERVICE|NOW|RAND|UUID|STRUUID)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Operation:
    """A query operation (§2.1): the query, the graphs of its dataset, ``?format=``."""

    query: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    format: str


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise FailureError(400, "the request is not UTF-8") from None


def _pairs(encoded: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded, keep_blank_values=True, errors="strict", max_num_fields=100)
    except (ValueError, UnicodeDecodeError):
        raise FailureError(400, "the parameters cannot be read as UTF-8 name=value pairs") from None


def _operation(pairs: Sequence[tuple[str, str]], direct: str | None = None) -> Operation:
    def values(name: str) -> list[str]:
        return [value for key, value in pairs if key == name]

    if values("update") or values("using-graph-uri") or values("using-named-graph-uri"):
        raise FailureError(403, READ_ONLY)
    queries = values("query") if direct is None else [direct]
    if len(queries) != 1 or not queries[0].strip():
        raise FailureError(
            400,
            "one query is wanted: query=…"
            if len(queries) < 2
            else f"one query is wanted, not {len(queries)}",
        )
    asked = next((v for v in (*values("format"), *values("output")) if v), "")
    graphs = tuple(values("default-graph-uri")), tuple(values("named-graph-uri"))
    for iri in (*graphs[0], *graphs[1]):
        try:
            check_graph(iri)
        except QueryError as error:
            raise FailureError(400, str(error)) from None
    return Operation(queries[0], *graphs, asked)


async def _read(request: Request) -> Operation:
    """The operation of a request, in one of the three forms of §2.1."""
    settings = http.pool_of(request).settings
    given = _pairs(request.scope["query_string"].decode("latin-1"))
    if request.method in {"GET", "HEAD"}:
        if len(request.scope["query_string"]) > settings.request:
            raise FailureError(414, f"a request may have {settings.request} bytes here")
        return _operation(given)
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    charset = parameters.lower().replace('"', "").partition("charset=")[2].strip()
    if kind == _UPDATE:
        raise FailureError(403, READ_ONLY)
    if kind not in {_FORM, _QUERY}:
        raise FailureError(415, f"send a query as {_QUERY} or {_FORM}")
    if charset not in {"", "utf-8", "utf8"}:
        raise FailureError(415, "send a query in UTF-8")
    body = _decoded(await http.body_of(request, settings.request, settings.patience))
    if kind == _QUERY:
        return _operation(given, body)
    return _operation([*given, *_pairs(body)])


def _wanted(accept: str | None, asked: str, offers: tuple[Offer, ...]) -> tuple[str, str] | None:
    offer = named(asked, offers) if asked else choose(accept, offers)
    return (offer.name, offer.media_type) if offer else None


async def sparql(request: Request) -> Response:
    """The route ``/sparql``."""
    if request.method == "OPTIONS":  # a bare one; those that ask before a request CORS answers
        return Response(status_code=204, headers=_ALLOWED)
    if request.method in {"GET", "HEAD"} and not request.scope["query_string"]:
        return _described(request)
    operation = await _read(request)
    accept = request.headers.get("accept")
    wanted = {
        "results": _wanted(accept, operation.format, RESULT_OFFERS),
        "triples": _wanted(accept, operation.format, GRAPH_OFFERS),
    }
    if operation.format and not any(wanted.values()):
        known = ", ".join(dict.fromkeys(o.name for o in (*RESULT_OFFERS, *GRAPH_OFFERS)))
        raise FailureError(400, f"format={operation.format}: known are {known}")
    if not any(wanted.values()):
        raise FailureError(406, "no format here is one that Accept asks for")
    pool = http.pool_of(request)
    arguments = {
        "query": operation.query,
        "default_graphs": operation.default_graphs,
        "named_graphs": operation.named_graphs,
        **wanted,
    }
    lasting = request.method in {"GET", "HEAD"} and not _PASSING.search(operation.query)
    return await http.streamed(
        request,
        http.etag_of(pool, arguments) if lasting else "",
        "sparql",
        {"Vary": "Accept"},
        **arguments,
        services=sorted(pool.settings.services),
        rows=pool.settings.rows,
    )


def _described(request: Request) -> Response:
    """Without a query: what this service is (SPARQL 1.1 Service Description §2); people are sent
    to the page with a form."""
    offer = choose(request.headers.get("accept"), (*GRAPH_OFFERS, HTML))
    if offer is None:
        raise FailureError(406, "the description of this service is RDF; ask for it with Accept")
    if offer is HTML:
        return RedirectResponse("/query", 303, {"Vary": "Accept"})
    body = description(http.own_address(request, "/sparql"), offer.name)
    return Response(body, media_type=offer.media_type, headers={"Vary": "Accept"})
