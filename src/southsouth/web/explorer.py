"""The explorer: its page, its files, and the pictures that it asks for.

The page runs scripts of this server and no others, asks no other host, and stores nothing.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any, Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from southsouth.publish import PICTURE_FORMATS
from southsouth.views.network.page import as_json_block
from southsouth.views.scene.swarm import PROPORTIONS
from southsouth.vocabulary import BASE
from southsouth.web import http
from southsouth.web.page_jobs import site
from southsouth.web.pool import FailureError

_FOLDER: Final = files("southsouth.views.explorer")
_TYPES: Final = {".js": "text/javascript", ".css": "text/css"}
_CSP: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_LONGEST: Final = 400
#: What no IRI of ours has, and what would be none: a percent sign that begins no octet, two "#".
_STRANGE: Final = re.compile(r"[\x00-\x20\x7f\\<>\"{}|^`]|%(?![0-9A-Fa-f]{2})|#.*#")
_YEARS: Final = (0, 9999)
_DEEPEST: Final = 3


@cache
def _shell() -> bytes:
    texts = json.loads((_FOLDER / "texts.json").read_text(encoding="utf-8"))
    modules = sorted(name for name in _files() if name.endswith(".js"))
    return site().place("explore", t=texts, texts=as_json_block(texts), modules=modules)


async def page(_request: Request) -> Response:
    """``/explore``: one page for all views; what it shows stands in its address."""
    return HTMLResponse(_shell(), headers={"Content-Security-Policy": _CSP})


@cache
def _files() -> dict[str, bytes]:
    return {
        entry.name: entry.read_bytes()
        for entry in _FOLDER.iterdir()
        if any(entry.name.endswith(suffix) for suffix in _TYPES)
    }


async def file(request: Request) -> Response:
    """``/explore/NAME``: a script or style of the page."""
    name = request.path_params["name"]
    if name not in _files():
        raise FailureError(404, "no such file")
    suffix = name[name.rindex(".") :]
    return Response(
        _files()[name], media_type=_TYPES[suffix], headers={"Cache-Control": "no-cache"}
    )


def _iri(request: Request, name: str, *, needed: bool = True) -> str:
    path = request.query_params.get(name, "")
    if not path and not needed:
        return ""
    if not path or len(path) > _LONGEST or _STRANGE.search(path):
        raise FailureError(400, f"{name} is the path of a resource, like document/A/RES/60/212")
    return BASE + quote(path, safe="/().-_~,;:@!$&'*+=%#")


def _choice(request: Request, name: str, known: tuple[str, ...]) -> str:
    given = request.query_params.get(name, known[0])
    if given not in known:
        raise FailureError(400, f"{name} is one of {', '.join(filter(None, known))}")
    return given


def _overview(request: Request) -> dict[str, Any]:
    return {
        "by": _choice(request, "by", ("organ", "kind")),
        "shape": _choice(request, "shape", tuple(PROPORTIONS)),
        "hide": sorted(request.query_params.getlist("hide"))[:40],
    }


def _citations(request: Request) -> dict[str, Any]:
    return {
        "focus": _iri(request, "focus"),
        "depth": http.whole_number(request, "depth", 1, 1, _DEEPEST),
        "functions": sorted(request.query_params.getlist("function"))[:20],
        "lanes": sorted(request.query_params.getlist("lane"))[:20],
        "since": http.whole_number(request, "since", 0, *_YEARS),
        "until": http.whole_number(request, "until", 9999, *_YEARS),
        "part": _choice(request, "part", ("", "pp", "op")),
    }


def _two(request: Request) -> dict[str, Any]:
    return {"focus": _iri(request, "focus"), "to": _iri(request, "to")}


#: What is asked for by the last segment of the path: the job, how its arguments are read, and
#: whether it comes in other formats than JSON.
_DATA: Final = {
    "map": ("overview", _overview, True),
    "citations": ("citations", _citations, True),
    "paths": ("paths", _two, True),
    "lineage": ("names", lambda request: {"focus": _iri(request, "focus", needed=False)}, True),
    "line": ("line", _two, False),
    "card": ("card", lambda request: {"focus": _iri(request, "focus").partition("#")[0]}, False),
}


async def data(request: Request) -> Response:
    """``/explore/data/NAME?…``: a picture, as ``?format=`` says; sentences; a card."""
    name = request.path_params["name"]
    if name not in _DATA:
        raise FailureError(404, f"there is {', '.join(_DATA)}")
    job, read, in_formats = _DATA[name]
    arguments = read(request)
    headers = {}
    if in_formats:
        arguments["format"] = _choice(request, "format", ("json", *PICTURE_FORMATS))
        if arguments["format"] != "json":
            file_name = f"southsouth-{name}.{arguments['format']}"
            headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    etag = http.etag_of(http.pool_of(request), job, arguments)
    return await http.streamed(request, etag, job, headers, **arguments)
