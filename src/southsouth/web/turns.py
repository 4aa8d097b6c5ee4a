"""Who gets the next free worker: clients one after the other, however much each of them asks.

A client that asks a thousand things at once waits for the thousand itself: whoever comes after it
has the next turn.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from typing import Generic, TypeVar

Free = TypeVar("Free")


class Turns(Generic[Free]):
    """What is free, and the clients that wait for it."""

    def __init__(self) -> None:
        self._free: list[Free] = []
        self._waiting: OrderedDict[str, deque[asyncio.Future[Free]]] = OrderedDict()

    def put(self, free: Free) -> None:
        """Give it to the client whose turn it is; that client comes last then."""
        while self._waiting:
            client, queue = next(iter(self._waiting.items()))
            future = queue.popleft()
            if queue:
                self._waiting.move_to_end(client)
            else:
                del self._waiting[client]
            if not future.done():  # else it has given up
                future.set_result(free)
                return
        self._free.append(free)

    async def get(self, client: str, seconds: float) -> Free:
        """What is free, for a client. Raises TimeoutError where its turn does not come in time."""
        if self._free:  # the last that worked: its memory is warm
            return self._free.pop()
        future: asyncio.Future[Free] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(client, deque()).append(future)
        try:
            async with asyncio.timeout(seconds):
                return await future
        except BaseException:
            if future.done() and not future.cancelled():
                self.put(future.result())  # it came in the instant in which the client gave up
            raise

    def waiting(self) -> int:
        """How many wait."""
        return sum(not future.done() for queue in self._waiting.values() for future in queue)
