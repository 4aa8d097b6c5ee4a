"""One build at a time on an endpoint: a graph on the server says who has it."""

from __future__ import annotations

import os
import socket
import time
from datetime import UTC, datetime
from types import TracebackType
from typing import Final, Self
from uuid import uuid4

import pyoxigraph as ox

from southsouth.errors import StoreError
from southsouth.graph.store.remote import Endpoint
from southsouth.vocabulary import NS

#: Not below our base: it is no part of the dataset.
LOCK_GRAPH: Final = "urn:southsouth:lock"
_HOLDER: Final = f"{NS}isBuiltBy"
#: Seconds between two looks at a lock that another build holds.
_PAUSE: Final = 2.0


class EndpointLock:
    """The right to build behind an endpoint, for the time of a ``with`` block.

    The lock is taken in one update, and is ours if it is read back as ours (SPARQL 1.1 Update
    §2.2: a request should be atomic). On a server that does not heed the condition of the update
    (Virtuoso) two may have written: the earlier holds it, and the later takes its own back. One
    that a process of this machine left when it was killed is taken over; one of another machine is
    not, since nobody can tell from here whether it still builds. Raises StoreError where another
    build has it, unless ``wait`` is given.
    """

    def __init__(self, endpoint: Endpoint, *, wait: bool = False) -> None:
        self._endpoint, self._wait = endpoint, wait
        since = datetime.now(UTC).isoformat()
        self._holder = f"{since} process {os.getpid()} on {socket.gethostname()} {uuid4()}"

    def __enter__(self) -> Self:
        while True:
            holder = self._try()
            if holder == self._holder:
                return self
            self._release(self._holder)
            if _left_behind(holder):
                self._release(holder)
            elif self._wait:
                time.sleep(_PAUSE)
            else:
                since, _, who = holder.rpartition(" ")[0].partition(" ")
                raise StoreError(
                    f"{self._endpoint.url}: {who} (since {since}) builds it; wait until it "
                    f"has ended, or use --wait; if it is dead, DROP GRAPH <{LOCK_GRAPH}>"
                )

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._release(self._holder)

    def _try(self) -> str:
        """Take the lock if it is free; who has it now."""
        lock, mine = ox.NamedNode(LOCK_GRAPH), ox.Literal(self._holder)
        self._endpoint.update(
            f"INSERT {{ GRAPH {lock} {{ {lock} <{_HOLDER}> {mine} }} }} WHERE {{ FILTER NOT EXISTS "
            f"{{ GRAPH {lock} {{ {lock} <{_HOLDER}> ?other }} }} }}"
        )
        asked = f"SELECT ?who {{ GRAPH {lock} {{ {lock} <{_HOLDER}> ?who }} }} ORDER BY ?who"
        holders = [row["who"] for row in self._endpoint.query(asked).values()]
        return holders[0] if holders else ""

    def _release(self, holder: str) -> None:
        lock = ox.NamedNode(LOCK_GRAPH)
        self._endpoint.update(
            f"DELETE DATA {{ GRAPH {lock} {{ {lock} <{_HOLDER}> {ox.Literal(holder)} }} }}"
        )


def _left_behind(holder: str) -> bool:
    """Whether the holder is a process of this machine that is no more."""
    words = holder.split()
    if len(words) < 5 or words[4] != socket.gethostname():
        return False
    try:
        os.kill(int(words[2]), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, ValueError):
        return False
    return False
