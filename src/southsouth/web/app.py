"""The application: routes and what stands around them."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from southsouth.views.site import place_named
from southsouth.web import api, editor, explorer, resources
from southsouth.web.http import failure
from southsouth.web.pool import FailureError, Pool
from southsouth.web.protocol import sparql
from southsouth.web.shield import Shield

_READING: Final = ["GET", "HEAD"]
#: What answers at the path of each page of ``views.site.PLACES``; a resource has whatever path is
#: left.
PAGES: Final[Mapping[str, Callable[[Request], Awaitable[Response]]]] = {
    "sparql": sparql,
    "home": resources.home,
    "query": api.query,
    "queries": api.questions,
    "question": api.question,
    "explore": explorer.page,
}
_METHODS: Final = {"sparql": [*_READING, "POST", "OPTIONS"]}


async def _failed(_request: Request, error: Exception) -> Response:
    status, told = (error.status, error.message) if isinstance(error, FailureError) else (500, "")
    return failure(status, told)


def application(pool: Pool) -> Starlette:
    """The ASGI application over workers, which whoever makes it has started; it ends them."""

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            await pool.close()

    app = Starlette(
        routes=[
            *(
                Route(place_named(name).path, answer, methods=_METHODS.get(name, _READING))
                for name, answer in PAGES.items()
            ),
            Route("/api/queries", api.listing, methods=_READING),
            Route("/api/queries/{name}", api.answer, methods=_READING),
            Route("/api/openapi.json", api.description, methods=_READING),
            Route("/editor/terms.json", editor.completion, methods=_READING),
            Route("/editor/{name}", editor.file, methods=_READING),
            Route("/explore/data/{name}", explorer.data, methods=_READING),
            Route("/explore/{name}", explorer.file, methods=_READING),
            Route("/assets/{name}", resources.asset, methods=_READING),
            Route(place_named("resource").path, resources.resource, methods=_READING),
        ],
        middleware=[
            Middleware(Shield, settings=pool.settings),
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=[*_READING, "POST"],
                allow_headers=["*"],
                expose_headers=["ETag", "Link", "Content-Location"],
            ),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5),
        ],
        exception_handlers={FailureError: _failed},
        lifespan=lifespan,
    )
    app.state.pool = pool
    return app
