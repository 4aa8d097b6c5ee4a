"""Running the application: one process that speaks HTTP, and its workers."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
from collections.abc import Callable
from typing import Final

from southsouth.errors import StoreError
from southsouth.graph.store import GraphStore
from southsouth.web.pool import Pool
from southsouth.web.settings import Settings

#: Connections at once; more are answered with 503.
_CONNECTIONS: Final = 1000


def _listening(host: str, port: int) -> socket.socket:
    """A listening socket. Raises StoreError where the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends at once (TCP_NODELAY) only where the protocol is told: 40 ms an answer
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise StoreError(
                f"{host}:{port}: another program listens there; name another port with --port"
            ) from error
        raise StoreError(
            f"{host}:{port}: cannot listen there ({error.strerror}); see --host and --port"
        ) from error
    return listener


def serve(settings: Settings, started: Callable[[str], None]) -> None:
    """Serve a store until the process is asked to end; ``started`` gets the address.

    Raises StoreError where there is no store or the port is taken.
    """
    import uvicorn

    from southsouth.web.app import application
    from southsouth.web.shield import guarded_protocol

    GraphStore.open(settings.store)
    listener = _listening(settings.host, settings.port)
    host, port = listener.getsockname()[:2]
    pool = Pool(settings)
    config = uvicorn.Config(
        application(pool),
        http=guarded_protocol(settings.patience),
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=3,
        h11_max_incomplete_event_size=settings.request + 16_384,
    )

    class Server(uvicorn.Server):
        """Tells that it has started when it heeds signals: one that comes before would be told as
        a fault."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            started(f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/")

    async def run() -> None:
        await pool.open()
        await Server(config).serve(sockets=[listener])

    with contextlib.closing(listener), contextlib.suppress(KeyboardInterrupt):
        asyncio.run(run())
