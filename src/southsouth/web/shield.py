"""Against clients that are slow on purpose, and pages that run what they should not."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Final

import h11
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from southsouth.web.pool import BrokenOffError

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

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._app(scope, receive, guarded)
        except BrokenOffError as error:
            _LOG.warning("an answer broke off: %s", error)


class GuardedProtocol(H11Protocol):
    """uvicorn's protocol with two time limits that it has not itself: for the head of a request to
    come, and for a client to take what waits for it."""

    patience: float
    _timer: asyncio.TimerHandle | None = None
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

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stalled = self.loop.call_later(self.patience, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._stalled is not None:
            self._stalled.cancel()

    def connection_lost(self, exc: Exception | None) -> None:
        for timer in (self._timer, self._stalled):
            if timer is not None:
                timer.cancel()
        super().connection_lost(exc)

    def _give_up(self) -> None:
        if self.conn.their_state is h11.IDLE:
            self.transport.close()


def guarded_protocol(patience: float) -> type[GuardedProtocol]:
    """The protocol with ``patience`` seconds."""
    return type("Guarded", (GuardedProtocol,), {"patience": patience})
