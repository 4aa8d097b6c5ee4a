"""A server on this machine that answers by a table, well or badly, and notes what it was asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

PDF: Final = "application/pdf"
ETAG: Final = '"one"'
#: How long a stalling answer holds the connection, at most; the tests' read time-out is shorter.
_STALL: Final = 5.0
_OVERLAP: Final = 0.01


@dataclass(frozen=True)
class Reply:
    """One answer. ``stop_at``: break off after so many bytes of the body; ``stall``: say nothing.

    ``sized`` False leaves out Content-Length: the end of the connection is the end of the body.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    stop_at: int | None = None
    stall: bool = False
    sized: bool = True


@dataclass(frozen=True)
class Asked:
    """One request that came in."""

    path: str
    headers: Mapping[str, str]


Step = Reply | Callable[[Asked], Reply]


def redirect(to: str, status: int = 302) -> Reply:
    """A redirect to an address or a path."""
    return Reply(status, headers={"Location": to})


def ranged(body: bytes, etag: str = ETAG) -> Callable[[Asked], Reply]:
    """A server that knows Range, If-Range and If-None-Match (RFC 9110 §13, §14)."""

    def answer(asked: Asked) -> Reply:
        headers = {"Content-Type": PDF, "ETag": etag}
        if asked.headers.get("if-none-match") == etag:
            return Reply(304, headers=headers)
        wanted = asked.headers.get("range", "")
        if not wanted or asked.headers.get("if-range") != etag:
            return Reply(200, body, headers)
        start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        if start >= len(body):
            return Reply(416, headers={"Content-Range": f"bytes */{len(body)}"})
        place = f"bytes {start}-{len(body) - 1}/{len(body)}"
        return Reply(206, body[start:], headers | {"Content-Range": place})

    return answer


class Server(ThreadingHTTPServer):
    """Answers each path with the steps of its row, one after the other; the last one stays."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.rows: dict[str, list[Step]] = {}
        self.asked: list[Asked] = []
        self.most_at_once = 0
        self.over = threading.Event()
        self._busy = 0
        self._lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [asked.path for asked in self.asked]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """The client hung up, as some tests have it do: nothing to print."""

    @contextmanager
    def answering(self, asked: Asked) -> Iterator[Reply]:
        with self._lock:
            self.asked.append(asked)
            self._busy += 1
            self.most_at_once = max(self.most_at_once, self._busy)
            row = self.rows.get(asked.path, [Reply(404)])
            step = row.pop(0) if len(row) > 1 else row[0]
        try:
            yield step if isinstance(step, Reply) else step(asked)
        finally:
            with self._lock:
                self._busy -= 1


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        with self.server.answering(Asked(self.path, headers)) as reply:
            if reply.stall:
                self.server.over.wait(_STALL)
                self.close_connection = True
                return
            time.sleep(_OVERLAP)  # so that a second request at once would be seen
        # no longer counted: a client may ask again before this thread gets on
        self._send(reply)

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.sized and reply.status != 304:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body[: reply.stop_at])
        if reply.stop_at is not None or not reply.sized:
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Quiet."""


@contextmanager
def serving() -> Iterator[Server]:
    """A server on a free port, gone at the end."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


class Clock:
    """A clock that only ``sleep`` moves, and that remembers the pauses."""

    def __init__(self) -> None:
        self.moment = 0.0
        self.pauses: list[float] = []

    def time(self) -> float:
        return self.moment

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.moment += seconds

    def now(self) -> datetime:
        return datetime(2025, 3, 1, 12, tzinfo=UTC) + timedelta(seconds=self.moment)
