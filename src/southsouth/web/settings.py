"""What an operator can set."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
#: A query waits for three times its seconds at most, and a client may take a long answer slowly.
_TURNS, _PATIENT = 4, 20


@dataclass(frozen=True, slots=True)
class Settings:
    """The limits of a server.

    ``seconds`` and ``rows`` hold for one query, ``memory`` (in MB) for one worker process,
    ``concurrent`` is how many queries of visitors run at the same time, and how many pages
    beside them, ``waiting`` how many more of either may wait for their turn, ``request`` the bytes
    of a request's body or query. ``services`` are the hosts that a SERVICE of a visitor may name.
    ``patience`` is how many seconds a client may take to send a request's head, its body, or to
    take a piece of an answer. ``hosts`` are names, besides those of this machine, under which a
    server that listens on loopback is called.
    """

    store: Path
    host: str = "127.0.0.1"
    port: int = 8000
    seconds: float = 30
    rows: int = 100_000
    memory: int = 2048
    concurrent: int = 2
    waiting: int = 200
    request: int = 100_000
    patience: float = 15
    services: frozenset[str] = field(default_factory=frozenset)
    hosts: frozenset[str] = field(default_factory=frozenset)

    @property
    def called(self) -> frozenset[str]:
        """The names that a request may call this server by; none where any will do.

        A page of another site can let its own name lead to 127.0.0.1 (DNS rebinding) and would then
        read what only this machine may: so a server on loopback answers to its own names only.
        """
        return _LOOPBACK | self.hosts if self.host in _LOOPBACK else frozenset()

    @property
    def longest(self) -> float:
        """Seconds after which a request is at an end, however it goes."""
        return _TURNS * self.seconds + _PATIENT * self.patience
