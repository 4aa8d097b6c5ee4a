"""What the routes share: errors as one line, bodies with a limit, ETags, answers of workers."""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
from collections.abc import AsyncIterator, Mapping
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from southsouth import __version__
from southsouth.web.cache import Cache, Kept
from southsouth.web.pool import Answer, FailureError, Pool
from southsouth.web.state import store_state

#: Seconds after which a client may try again.
_RETRY: Final = {"Retry-After": "5"}
#: A host and port (RFC 9110 §7.2), without what only hostile ones have.
HOST: Final = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?")
#: What an error says besides its words. A request that is not taken to its end leaves bytes in the
#: connection that nobody will read: it is closed (RFC 9110 §15.5.9, §15.5.14).
_CLOSED: Final = {"Connection": "close"}
_SAID: Final[Mapping[int, Mapping[str, str]]] = {
    406: {"Vary": "Accept"},
    408: _CLOSED,
    413: _CLOSED,
    503: _RETRY,
}


def failure(status: int, message: str) -> PlainTextResponse:
    """An error as one line of plain text."""
    return PlainTextResponse(message + "\n", status, _SAID.get(status))


def pool_of(request: Request) -> Pool:
    """The workers of the application."""
    pool: Pool = request.app.state.pool
    return pool


def own_address(request: Request, path: str) -> str:
    """The whole address of a path of this server, as the client calls it. Raises FailureError where
    its Host header is no host: it goes into what we write."""
    if not HOST.fullmatch(request.headers.get("host", "")):
        raise FailureError(400, "the Host header is no host")
    return str(request.url.replace(path=path, query="", fragment=""))


def whole_number(request: Request, name: str, default: int, least: int, most: int) -> int:
    """A parameter that is a whole number. Raises FailureError where it is none from ``least`` to
    ``most``."""
    given = request.query_params.get(name, "")
    if not given:
        return default
    if not (
        given.isascii() and given.isdigit() and len(given) < 10 and least <= int(given) <= most
    ):
        raise FailureError(400, f"{name} is a whole number from {least} to {most}")
    return int(given)


async def body_of(request: Request, limit: int, patience: float) -> bytes:
    """The request's body. Raises FailureError where it is too long or does not come."""
    too_long = FailureError(413, f"a request may have {limit} bytes here")
    told = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > limit:
        raise too_long
    body = bytearray()
    try:
        async with asyncio.timeout(patience):
            async for piece in request.stream():
                body += piece
                if len(body) > limit:
                    raise too_long
    except TimeoutError:
        raise FailureError(408, "the request's body did not come in time") from None
    return bytes(body)


def etag_of(pool: Pool, *parts: Any) -> str:
    """A weak ETag (RFC 9110 §8.8.3) of the store's state and of what was asked: gzip or not, the
    answer is the same."""
    told = json.dumps([__version__, store_state(pool.settings.store), *parts], sort_keys=True)
    return f'W/"{hashlib.sha256(told.encode()).hexdigest()[:24]}"'


def is_known(request: Request, etag: str) -> bool:
    """Whether the client holds the answer already (RFC 9110 §13.1.2)."""
    held = request.headers.get("if-none-match", "")
    return held.strip() == "*" or etag in {entry.strip() for entry in held.split(",")}


async def _left(request: Request) -> None:
    """Wait until the client has gone."""
    while not await request.is_disconnected():
        await asyncio.sleep(0.25)


async def run(request: Request, name: str, /, **arguments: Any) -> Answer:
    """The answer of a worker; the query is stopped when the client goes.

    Raises FailureError where there is none.
    """
    client = request.client.host if request.client else ""
    job = asyncio.create_task(pool_of(request).run(name, client, **arguments))
    left = asyncio.create_task(_left(request))
    try:
        await asyncio.wait({job, left}, return_when=asyncio.FIRST_COMPLETED)
        if not job.done():
            raise FailureError(499, "the client has gone")
        return job.result()
    finally:
        left.cancel()
        if not job.done():
            job.cancel()


async def streamed(
    request: Request, etag: str, name: str, headers: Mapping[str, str], /, **arguments: Any
) -> Response:
    """A worker's answer as a response; 304 where the client holds it already.

    ``etag`` may be empty: then nothing is said about keeping it.
    """
    said = {"Cache-Control": "no-cache", **headers, **({"ETag": etag} if etag else {})}
    if etag and is_known(request, etag):
        return Response(status_code=304, headers=said)
    cache, key = pool_of(request).cache, f"{name} {etag}" if etag else ""
    if key and (kept := await cache.get_or_wait(key)) is not None:
        body = b"" if request.method == "HEAD" else kept.body
        return Response(body, kept.status, {**said, **kept.headers}, media_type=kept.media_type)
    if key:
        cache.expect(key)
    try:
        answer = await run(request, name, **arguments)
    except BaseException:
        cache.expect_no_more(key)
        raise
    said |= answer.headers
    if answer.status >= 400:
        said.pop("ETag", None)
        cache.expect_no_more(key)
        key = ""
    if request.method == "HEAD":
        cache.expect_no_more(key)
        async for _piece in answer.pieces():
            pass  # to its end: to stop a query costs its process
        return Response(status_code=answer.status, headers=said, media_type=answer.media_type)
    pieces = _keeping(answer, cache, key) if key else answer.pieces()
    return StreamingResponse(pieces, answer.status, said, media_type=answer.media_type)


async def _keeping(answer: Answer, cache: Cache, key: str) -> AsyncIterator[bytes]:
    """The pieces of an answer, which is kept once it is whole."""
    held: list[bytes] | None = []
    size = 0
    try:
        async for piece in answer.pieces():
            size += len(piece)
            if held is not None and size <= cache.largest:
                held.append(piece)
            else:
                held = None
                cache.expect_no_more(key)
            yield piece
        if held is not None:
            cache.put(key, Kept(answer.status, answer.media_type, answer.headers, b"".join(held)))
    finally:
        cache.expect_no_more(key)
