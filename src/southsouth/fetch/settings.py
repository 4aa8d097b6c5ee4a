"""How patiently to fetch, and the clock by which that is measured."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from southsouth import __version__


def _addresses(host: str) -> Sequence[str]:
    """The IP addresses of ``host``; none where it does not resolve (the request then says so)."""
    try:
        found = socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        return ()
    return tuple(sorted({str(row[4][0]) for row in found}))


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Settings:
    """Times in seconds, sizes in bytes. The functions at the end are replaced by the tests.

    ``longest_pause`` is the longest that a server's Retry-After is obeyed by waiting; asked for
    more, the host is left alone for the rest of the run. ``deadline`` bounds one transfer.
    """

    interval: float = 2.0
    attempts: int = 4
    backoff: float = 2.0
    longest_pause: float = 120.0
    connect_timeout: float = 15.0
    read_timeout: float = 60.0
    deadline: float = 600.0
    size_cap: int = 100_000_000
    redirects: int = 5
    contact: str = "https://w3id.org/southsouth/"
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = _now
    resolve: Callable[[str], Sequence[str]] = _addresses

    @property
    def user_agent(self) -> str:
        """Who asks, and whom to write to about it (RFC 9110 §10.1.5)."""
        return f"southsouth/{__version__} (+{self.contact})"
