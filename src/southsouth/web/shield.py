"""Against clients that are slow on purpose, and pages that run what they should not."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Final

import h11
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from southsouth.web.http import HOST
from southsouth.web.pool import BrokenOffError
from southsouth.web.settings import Settings

_LOG: Final = logging.getLogger("uvicorn.error")

#: No script, no frame, nothing from elsewhere (CSP Level 3). Data blocks (JSON-LD) are no scripts.
CSP: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS: Final = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


class Shield:
    """Adds the headers of security to every answer, and lets an answer that broke off end without
    its last piece, so that no client takes it for whole (RFC 9112 §8)."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app, self._called, self._longest = app, settings.called, settings.longest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if refusal := self._refusal(scope):
            return await refusal(scope, receive, send)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            async with asyncio.timeout(self._longest):
                await self._app(scope, receive, guarded)
        except BrokenOffError as error:
            _LOG.warning("an answer broke off: %s", error)
        except TimeoutError:
            _LOG.warning("a request took more than %g seconds", self._longest)
        except ClientDisconnect:
            _LOG.info("a client has gone")
        return None

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        """What is answered to a request that nobody looks into."""
        if scope["type"] != "http":
            return None
        headers = Headers(scope=scope)
        if "transfer-encoding" in headers and "content-length" in headers:
            # a proxy in front may see another end of it than we do (RFC 9112 §6.1)
            return closed(400, "Transfer-Encoding together with Content-Length")
        host = headers.get("host", "")
        if self._called and HOST.fullmatch(host) is None:
            return closed(400, "the Host header is no host")
        if self._called and _name(host) not in self._called:
            return closed(
                421, "this server answers to names of this machine; see --allow-host for others"
            )
        return None


def closed(status: int, message: str) -> PlainTextResponse:
    """An error after which the connection is closed."""
    return PlainTextResponse(message + "\n", status, {"Connection": "close"})


def _name(host: str) -> str:
    """The name in a Host header, without its port and the brackets of an IPv6 address."""
    name = host.rpartition("]")[0].lstrip("[") if host.startswith("[") else host.partition(":")[0]
    return name.lower()


class GuardedProtocol(H11Protocol):
    """uvicorn's protocol with time limits that it has not itself: for the head of a request to
    come, for its body, and for a client to take what waits for it. Where an answer is given before
    the request has come to its end, nobody waits for the rest."""

    patience: float
    _timer: asyncio.TimerHandle | None = None
    _body: asyncio.TimerHandle | None = None
    _stalled: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._timer = self.loop.call_later(self.patience, self._give_up)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        waiting = self.conn.their_state is h11.IDLE
        if not waiting and self._timer is not None:
            self._timer.cancel()
            self._timer = None
        elif waiting and self._timer is None:
            self._timer = self.loop.call_later(self.patience, self._give_up)
        self._watch_body()

    def _watch_body(self) -> None:
        coming = self.conn.their_state is h11.SEND_BODY
        if coming and self._body is None:
            # whoever reads it gives up first, and says so; this is for a body that nobody reads
            self._body = self.loop.call_later(2 * self.patience, self.transport.abort)
        elif not coming and self._body is not None:
            self._body.cancel()
            self._body = None

    def on_response_complete(self) -> None:
        unread = self.conn.their_state is h11.SEND_BODY
        super().on_response_complete()
        if unread and not self.transport.is_closing():
            self.transport.close()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stalled = self.loop.call_later(self.patience, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._stalled is not None:
            self._stalled.cancel()

    def connection_lost(self, exc: Exception | None) -> None:
        for timer in (self._timer, self._body, self._stalled):
            if timer is not None:
                timer.cancel()
        super().connection_lost(exc)

    def _give_up(self) -> None:
        if self.conn.their_state is h11.IDLE:
            self.transport.close()


def guarded_protocol(patience: float) -> type[GuardedProtocol]:
    """The protocol with ``patience`` seconds."""
    return type("Guarded", (GuardedProtocol,), {"patience": patience})
