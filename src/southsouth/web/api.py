"""The query library: ``/api/queries`` for programs, ``/queries`` and ``/query`` for people."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from southsouth.errors import QueryError
from southsouth.graph.queries.library import NamedQuery, all_queries, named_query
from southsouth.web import editor, http
from southsouth.web.negotiate import GRAPH_OFFERS, HTML, Offer, choose, named
from southsouth.web.openapi import examples, openapi
from southsouth.web.page_jobs import site
from southsouth.web.pool import FailureError

_JSON: Final = Offer("json", "application/json")
_CSV: Final = Offer("csv", "text/csv")
_PAGE: Final = 100
#: Parameters of the API, which no query of the library may have.
RESERVED: Final = frozenset({"limit", "offset", "format"})


def _query(request: Request) -> NamedQuery:
    try:
        return named_query(request.path_params["name"])
    except QueryError as error:
        raise FailureError(404, str(error).replace("'southsouth queries'", "/queries")) from None


def _values(request: Request, query: NamedQuery) -> dict[str, str]:
    """The values of a query's parameters. Raises QueryError for unknown or wrong ones."""
    values: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name in RESERVED:
            continue
        if name in values:
            raise QueryError(f"parameter {name} is given twice")
        values[name] = value
    query.bind(values)
    return values


def _window(request: Request) -> tuple[int, int]:
    rows = http.pool_of(request).settings.rows
    limit = http.whole_number(request, "limit", min(_PAGE, rows), 1, rows)
    return limit, http.whole_number(request, "offset", 0, 0, 999_999_999)


def _next(path: str, values: dict[str, str], limit: int, offset: int, **more: str) -> str:
    return f"{path}?{urlencode({**values, 'limit': limit, 'offset': offset + limit, **more})}"


def _chosen(request: Request, *offers: Offer) -> Offer:
    asked = request.query_params.get("format", "")
    known = ", ".join(dict.fromkeys(offer.name for offer in offers))
    if asked:
        offer = named(asked, offers)
        if offer is None:
            raise FailureError(400, f"format={asked[:40]}: known are {known}")
        return offer
    offer = choose(request.headers.get("accept"), offers)
    if offer is None:
        raise FailureError(406, f"there is: {known}")
    return offer


async def listing(request: Request) -> Response:
    """``/api/queries``: the questions as JSON, or as SHACL executables in RDF."""
    offer = _chosen(request, _JSON, *GRAPH_OFFERS)
    headers = {"Vary": "Accept"}
    if offer is not _JSON:
        body = examples(http.own_address(request, "/sparql"), offer.name)
        return Response(body, media_type=offer.media_type, headers=headers)
    told = [
        {
            **{key: value for key, value in asdict(query).items() if key != "text"},
            "sparql": query.text,
            "url": f"/api/queries/{query.name}",
        }
        for query in all_queries().values()
    ]
    return JSONResponse(told, headers=headers)


async def description(request: Request) -> Response:
    """``/api/openapi.json``."""
    return JSONResponse(openapi(http.pool_of(request).settings.rows))


async def answer(request: Request) -> Response:
    """``/api/queries/NAME``: the answer to one question."""
    query = _query(request)
    try:
        values = _values(request, query)
    except QueryError as error:
        raise FailureError(400, str(error)) from None
    limit, offset = _window(request)
    offer = _chosen(request, _JSON, _CSV)
    more = {"format": request.query_params["format"]} if "format" in request.query_params else {}
    arguments: dict[str, Any] = {
        "name": query.name,
        "values": values,
        "limit": limit,
        "offset": offset,
        "format": offer.name,
        "services": (),
        "next": _next(f"/api/queries/{query.name}", values, limit, offset, **more),
    }
    etag = http.etag_of(http.pool_of(request), query.text, arguments)
    return await http.streamed(request, etag, "answer", {"Vary": "Accept"}, **arguments)


async def questions(_request: Request) -> Response:
    """``/queries``: all questions, each with a form."""
    return HTMLResponse(site().place("queries", library=list(all_queries().values())))


async def question(request: Request) -> Response:
    """``/queries/NAME``: a question, its form, its answer as a table."""
    query = _query(request)
    given = {k: v for k, v in request.query_params.items() if k not in RESERVED and v}
    try:
        values = {k: v for k, v in _values(request, query).items() if v}
    except QueryError as error:
        page = site().place(
            "question",
            query=query,
            text="",
            values=given,
            error=str(error),
            columns=(),
            rows=(),
            api="",
            next="",
            offset=0,
        )
        return HTMLResponse(page, 400)
    limit, offset = _window(request)
    arguments: dict[str, Any] = {
        "name": query.name,
        "values": values,
        "limit": limit,
        "offset": offset,
        "services": (),
        "next": _next(f"/queries/{query.name}", values, limit, offset),
        "api": f"/api/queries/{query.name}?{urlencode(values)}",
    }
    etag = http.etag_of(http.pool_of(request), query.text, arguments)
    return await http.streamed(request, etag, "question", {}, **arguments)


async def query(request: Request) -> Response:
    """``/query``: a form for a query of one's own, and its answer as a table."""
    _chosen(request, HTML)
    text = request.query_params.get("query", "")
    settings = http.pool_of(request).settings
    headers = editor.headers()
    limit = min(_PAGE * 5, settings.rows)
    page = {
        "text": text,
        "columns": (),
        "rows": (),
        "more": False,
        "limit": limit,
        "asked": False,
        "library": list(map(asdict, all_queries().values())),
        "editor": editor.is_built(),
    }
    if not text.strip():
        return HTMLResponse(site().place("query", **page, error=""), headers=headers)
    try:
        return await http.streamed(
            request,
            "",
            "table",
            headers,
            query=text,
            limit=limit,
            offset=0,
            services=sorted(settings.services),
            editor=editor.is_built(),
        )
    except FailureError as error:
        body = site().place("query", **page, error=error.message)
        return HTMLResponse(body, error.status, headers)
