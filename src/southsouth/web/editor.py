"""The SPARQL editor (YASGUI), where it was built: its files, and what it completes from.

``make editor`` puts the bundle into a folder of the package; nothing of it is in the repository.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from southsouth.vocabulary import CLASSES, DATATYPE_PROPERTIES, NS, OBJECT_PROPERTIES, PREFIXES
from southsouth.web.pool import FailureError

#: The files of the bundle, by name.
_FILES: Final = {
    "editor.js": "text/javascript",
    "editor.css": "text/css",
    "licences.txt": "text/plain",
}
#: The page with the editor: its own script and nothing else; it sets styles of elements itself.
_CSP: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


def folder() -> Path:
    """Where the bundle is, if it was built."""
    return Path(__file__).resolve().parent.parent / "_web"


@cache
def is_built() -> bool:
    return all((folder() / name).is_file() for name in _FILES)


def headers() -> dict[str, str]:
    """What the page with the editor says besides."""
    return {"Content-Security-Policy": _CSP} if is_built() else {}


async def file(request: Request) -> Response:
    """``/editor/NAME``: a file of the bundle."""
    name = request.path_params["name"]
    if name not in _FILES or not is_built():
        raise FailureError(404, "no such file")
    return FileResponse(
        folder() / name, media_type=_FILES[name], headers={"Cache-Control": "max-age=3600"}
    )


async def completion(_request: Request) -> Response:
    """``/editor/terms.json``: prefixes, classes and properties to complete from."""
    used = [PREFIXES["rdf"] + "type", PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "prefLabel"]
    properties = [NS + name for name in (*OBJECT_PROPERTIES, *DATATYPE_PROPERTIES)]
    return JSONResponse(
        {
            "prefixes": PREFIXES,
            "classes": sorted(NS + name for name in CLASSES),
            "properties": sorted([*properties, *used]),
        },
        headers={"Cache-Control": "max-age=3600"},
    )
