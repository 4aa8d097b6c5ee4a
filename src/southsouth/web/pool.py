"""Worker processes and their turns: a job gets a worker, an answer, and a deadline."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, Final

from southsouth.errors import StoreError
from southsouth.web import frames
from southsouth.web.cache import Cache
from southsouth.web.settings import Settings
from southsouth.web.turns import Turns

#: So many bytes of an answer wait for a slow client, so that the worker is free again.
_AHEAD: Final = 8 * 2**20
_PIPE: Final = 2**20
#: How long a query waits for its turn, in times of what it may take itself.
_TURN: Final = 3
_LOG: Final = logging.getLogger("uvicorn.error")


class FailureError(Exception):
    """No answer: a status and one line that says why."""

    def __init__(self, status: int, message: str) -> None:
        self.status, self.message = status, message
        super().__init__(message)

    def __reduce__(self) -> tuple[type[FailureError], tuple[int, str]]:
        return type(self), (self.status, self.message)


class BrokenOffError(Exception):
    """An answer whose beginning was sent and whose end does not come."""


@dataclass(slots=True)
class Answer:
    """What a worker says, from the head on: ``status``, ``media_type``, ``headers``, and the body
    in pieces. Whoever does not read it to the end closes it: then the query is stopped."""

    status: int
    media_type: str
    headers: dict[str, str]
    _flow: _Flow

    async def pieces(self) -> AsyncIterator[bytes]:
        """The body. Raises BrokenOffError where it does not come to its end."""
        try:
            while piece := await self._flow.take():
                yield piece
        finally:
            self.close()

    async def body(self) -> bytes:
        """The whole body."""
        return b"".join([piece async for piece in self.pieces()])

    def close(self) -> None:
        """Stop the query if it still runs."""
        self._flow.task.cancel()


class _Flow:
    """The pieces between a worker and a client, and the task that moves them."""

    def __init__(self) -> None:
        self.head: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self.task: asyncio.Task[None]
        self._pieces: list[bytes] = []
        self._size, self._ended = 0, False
        self._broken = ""
        self._changed = asyncio.Condition()

    async def put(self, piece: bytes) -> None:
        """A piece, once there is room for it."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._size < _AHEAD)
            self._pieces.append(piece)
            self._size += len(piece)
            self._changed.notify_all()

    async def end(self, broken: str = "") -> None:
        async with self._changed:
            self._ended, self._broken = True, broken
            self._changed.notify_all()

    async def take(self) -> bytes:
        """What is there; nothing once all was taken."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._pieces or self._ended)
            if not self._pieces and self._broken:
                raise BrokenOffError(self._broken)
            piece = b"".join(self._pieces)
            self._pieces.clear()
            self._size = 0
            self._changed.notify_all()
            return piece


#: Jobs that run what a visitor wrote. They have workers of their own, which give way to the others:
#: whatever a query costs, pages and questions of the library go on.
_WRITTEN_BY_VISITORS: Final = frozenset({"sparql", "table"})


@dataclass(frozen=True, eq=False, slots=True)
class _Worker:
    process: asyncio.subprocess.Process
    turns: Turns[_Worker]

    async def frame(self) -> tuple[bytes, bytes]:
        """The next frame. Raises IncompleteReadError where the process has ended."""
        out = self.process.stdout
        assert out is not None  # noqa: S101 - it was started with a pipe
        kind, length = frames.unpack(await out.readexactly(frames.PREFIX_SIZE))
        return kind, await out.readexactly(length)

    async def send(self, job: dict[str, Any]) -> None:
        into = self.process.stdin
        assert into is not None  # noqa: S101 - it was started with a pipe
        into.write(frames.pack(frames.JOB, json.dumps(job).encode()))
        await into.drain()

    async def end(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        await self.process.wait()


class Pool:
    """``settings.concurrent`` workers for visitors' queries and as many for all else; one that was
    killed is replaced at once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.cache = Cache()
        self._queries: Turns[_Worker] = Turns()
        self._pages: Turns[_Worker] = Turns()
        self._workers: set[_Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = False

    async def open(self) -> None:
        """Start the workers. Raises StoreError where they cannot open the store."""
        both = (self._queries, self._pages) * self.settings.concurrent
        await asyncio.gather(*(self._start(turns) for turns in both))

    async def close(self) -> None:
        """End all workers."""
        self._closing = True
        for task in [*self._tasks]:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(worker.end() for worker in [*self._workers]))

    async def _start(self, turns: Turns[_Worker]) -> None:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "southsouth.web.worker",
            str(self.settings.store),
            str(self.settings.memory),
            str(self.settings.request),
            "network" if self.settings.services else "alone",
            "gives way" if turns is self._queries else "first",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=_PIPE,
            start_new_session=True,
        )
        worker = _Worker(process, turns)
        self._workers.add(worker)
        try:
            await worker.frame()
        except asyncio.IncompleteReadError:
            await self._drop(worker)
            raise StoreError(f"{self.settings.store}: a worker cannot open the store") from None
        turns.put(worker)

    async def _restart(self, turns: Turns[_Worker]) -> None:
        """Start a worker in the place of another, however long the store cannot be opened."""
        while not self._closing:
            try:
                await self._start(turns)
            except StoreError as error:
                _LOG.warning("%s; trying again", error)
                await asyncio.sleep(1)
            else:
                return

    async def _drop(self, worker: _Worker) -> None:
        self._workers.discard(worker)
        await worker.end()

    async def run(self, name: str, client: str, /, **arguments: Any) -> Answer:
        """Give a job of a client to a worker and wait for the head of its answer.

        Raises FailureError where there is none: bad query, time over, too many at once.
        """
        turns = self._queries if name in _WRITTEN_BY_VISITORS else self._pages
        worker = await self._turn(turns, client)
        flow = _Flow()
        flow.task = asyncio.create_task(self._serve(worker, flow, name, arguments))
        self._tasks.add(flow.task)
        flow.task.add_done_callback(self._tasks.discard)
        try:
            head = await flow.head
        except BaseException:
            flow.task.cancel()
            raise
        return Answer(head["status"], head["media_type"], head["headers"], flow)

    async def _turn(self, turns: Turns[_Worker], client: str) -> _Worker:
        busy = FailureError(503, "too many queries at once; try again a little later")
        if turns.waiting() >= self.settings.waiting:
            raise busy
        try:
            return await turns.get(client, _TURN * self.settings.seconds)
        except TimeoutError:
            raise busy from None

    async def _serve(
        self, worker: _Worker, flow: _Flow, name: str, arguments: dict[str, Any]
    ) -> None:
        """Move one answer from a worker; the worker is free again, or dead and replaced."""
        seconds, idle = self.settings.seconds, False
        failure: tuple[int, str] | None = None
        try:
            async with asyncio.timeout(seconds):
                job = {"name": name, "arguments": arguments, "seconds": seconds}
                await worker.send(job)
                failure = await self._move(worker, flow)
            idle = True
        except TimeoutError:
            failure = 503, f"the query was stopped: it may take {seconds:g} seconds"
        except (asyncio.IncompleteReadError, ConnectionError):
            status = await worker.process.wait()
            failure = (
                503,
                (
                    f"the query was stopped: it needs more than {self.settings.memory} MB of memory"
                    if status
                    == -signal.SIGABRT  # the engine's answer to memory that it cannot have
                    else f"the query was stopped: its process ended ({status})"
                ),
            )
        finally:
            if idle:
                worker.turns.put(worker)
            else:
                await asyncio.shield(self._replace(worker))
        if failure and not flow.head.done():
            flow.head.set_exception(FailureError(*failure))
        await flow.end(broken=failure[1] if failure else "")

    async def _move(self, worker: _Worker, flow: _Flow) -> tuple[int, str] | None:
        while True:
            kind, body = await worker.frame()
            if kind == frames.HEAD:
                flow.head.set_result(json.loads(body))
            elif kind == frames.DATA:
                await flow.put(body)
            elif kind == frames.FAILURE:
                told = json.loads(body)
                return told["status"], told["message"]
            else:
                return None

    async def _replace(self, worker: _Worker) -> None:
        await self._drop(worker)
        if not self._closing:
            task = asyncio.create_task(self._restart(worker.turns))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
