"""What an operator can set."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """The limits of a server.

    ``seconds`` and ``rows`` hold for one query, ``memory`` (in MB) for one worker process,
    ``concurrent`` is how many queries run at the same time, ``waiting`` how many more may wait
    for their turn, ``request`` the bytes of a request's body or query. ``services`` are the hosts
    that a SERVICE of a visitor may name. ``patience`` is how many seconds a client may take to
    send a request's head, its body, or to take a piece of an answer.
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
