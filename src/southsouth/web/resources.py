"""Every IRI below the base, dereferenced: ``https://w3id.org/southsouth/X`` is ``/X`` here.

A document, a named graph, a source file or the ontology is something that can be sent: 200, in the
format that Accept, ``?format=`` or a suffix asks for. An instrument, a body or a verb is not: 303
to the document about it, which has the suffix of its format (Cool URIs for the Semantic Web §4.2).
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from southsouth.graph.rdf.formats import BY_RANK, FORMATS
from southsouth.views.site import css
from southsouth.vocabulary import BASE
from southsouth.web import http
from southsouth.web.negotiate import HTML, PAGE_OFFERS, Offer, choose, named
from southsouth.web.pool import FailureError

_SUFFIXES: Final = {".html": "html", **{row.suffix: row.name for row in FORMATS}}
_SUFFIX_OF: Final = {name: suffix for suffix, name in _SUFFIXES.items()}
#: First segments of what can be sent itself.
_DOCUMENTS: Final = frozenset({"document", "expression", "graph", "source", "ns"})
_LONGEST: Final = 400
#: What no IRI of ours has.
_STRANGE: Final = re.compile(r"[\x00-\x1f\x7f\\<>\"{}|^`]|(?:^|/)\.{1,2}(?:/|$)|//")
_CACHED: Final = {"Cache-Control": "max-age=86400"}


def _iri(path: str) -> str:
    """The IRI of a path, its characters escaped as ``rdf.iris`` does."""
    return BASE + quote(path, safe="/().-_~,;:@!$&'*+=")


def _split(path: str) -> tuple[str, str]:
    """A path and the format that its suffix names."""
    stem, dot, end = path.rpartition(".")
    name = _SUFFIXES.get(f".{end}", "") if dot else ""
    return (stem, name) if name else (path, "")


def _links(iri: str, path: str) -> str:
    """The Link header (RFC 8288): other formats, the data about it, its lasting address."""
    at = "/" + quote(path, safe="/().-_~,;:@!$&'*+=")
    alternates = [
        f'<{at}{row.suffix}>; rel="alternate"; type="{row.media_type}"' for row in FORMATS
    ]
    return ", ".join(
        [
            f'<{iri}>; rel="canonical"',
            f'<{at}.ttl>; rel="describedby"; type="text/turtle"',
            f'<{at}.html>; rel="alternate"; type="text/html"',
            *alternates,
        ]
    )


def _format(request: Request, by_suffix: str) -> Offer:
    """What to send: by suffix, else ``?format=``, else Accept. Raises FailureError for none."""
    asked = by_suffix or request.query_params.get("format", "")
    if asked:
        offer = named(asked, PAGE_OFFERS)
        if offer is None:
            known = ", ".join(row.name for row in PAGE_OFFERS)
            raise FailureError(400, f"format={asked[:40]}: known are {known}")
        return offer
    offer = choose(request.headers.get("accept"), PAGE_OFFERS)
    if offer is None:
        raise FailureError(406, f"there is HTML, {', '.join(row.title for row in BY_RANK)}")
    return offer


async def resource(request: Request) -> Response:
    """The route of all IRIs."""
    path = unquote(request.scope["raw_path"].decode("latin-1"), errors="replace").lstrip("/")
    if len(path) > _LONGEST or _STRANGE.search(path) or "\ufffd" in path:
        raise FailureError(404, "the graph has no such address")
    stem, by_suffix = _split(path)
    offer = _format(request, by_suffix)
    iri = _iri(stem)
    headers = {"Vary": "Accept", "Link": _links(iri, stem)}
    first = stem.partition("/")[0]
    place = f"/{iri.removeprefix(BASE)}{_SUFFIX_OF[offer.name]}"
    if not by_suffix and first not in _DOCUMENTS:
        return await http.streamed(
            request, "", "thing", headers, iri=iri, location=place, format=offer.name
        )
    if not by_suffix:
        headers["Content-Location"] = place
    pool = http.pool_of(request)
    etag = http.etag_of(pool, iri, offer.name)
    if offer is HTML:
        return await http.streamed(request, etag, "page", headers, iri=iri)
    return await http.streamed(
        request, etag, "data", headers, iri=iri, format=offer.name, media_type=offer.media_type
    )


async def home(request: Request) -> Response:
    """The front page, or what ``?q=`` finds."""
    words = request.query_params.get("q", "").strip()[:200]
    pool = http.pool_of(request)
    if not words:
        return await http.streamed(request, http.etag_of(pool, "home"), "home", {})
    return await http.streamed(
        request, http.etag_of(pool, "search", words), "search", {}, words=words
    )


async def asset(request: Request) -> Response:
    """A file that pages need: there is one."""
    if request.path_params["name"] != "style.css":
        raise FailureError(404, "no such file")
    return Response(css(), media_type="text/css", headers=_CACHED)
