"""A worker process: it has the store open for reading and does one job after the other.

A query cannot be stopped from inside (pyoxigraph has no cancellation), so whoever wants it stopped
kills the process. It also ends itself: when its own alarm rings, a little after the job's time, and
when nobody reads what it writes.

``python -m southsouth.web.worker STORE MEGABYTES BYTES network|alone first|"gives way"``: a request
may have so many bytes; "alone" takes the network from the process, where the system can do that;
one that gives way has a low priority.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final

from southsouth.errors import NotFoundError, QueryError, SouthSouthError, StoreError
from southsouth.graph.store.damage import is_being_built, is_gone
from southsouth.web import api_jobs, explorer_jobs, frames, page_jobs
from southsouth.web.guard import NO_SERVICE
from southsouth.web.jobs import Arguments, Graphs, RefusedError, sparql
from southsouth.web.sandbox import without_network
from southsouth.web.state import store_state

#: The word for a worker whose queries may ask the hosts that the operator lists.
NETWORK: Final = "network"
#: The word for a worker that runs what visitors write, and how low its priority is (nice).
GIVES_WAY: Final = "gives way"
_NICE: Final = 10

#: So much of an answer is kept back before its head goes out: an error in it is still an error.
_FIRST: Final = 256 * 1024
_PIECE: Final = 64 * 1024
_GRACE: Final = 2.0
#: How often a store is opened, and a job begun, while a build is writing.
_ATTEMPTS: Final = 5
#: The engine calls itself for each bracket and each link of a chain ("+", BIND, "!"), and a request
#: may have tens of thousands: with the stack that a process has by itself, it would end. So much
#: stack for each byte of a request holds all that it can nest, by test.
_STACK_A_BYTE: Final = 2700
_LEAST_STACK: Final = 256 * 2**20


class Out:
    """Where a job writes: head first, then bytes; what is buffered goes out in pieces."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._buffer, self._limit = stream, bytearray(), _FIRST
        self._head: dict[str, Any] = {}

    def head(
        self, media_type: str, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> None:
        """Say what the answer is."""
        told = dict(headers or {})
        self._head = {"status": status, "media_type": media_type, "headers": told}

    def write(self, data: bytes) -> int:
        """Take a piece of the body."""
        self._buffer += data
        if len(self._buffer) >= self._limit:
            self._send()
        return len(data)

    def flush(self) -> None:
        """Nothing: the engine flushes often, pieces go out when they are large enough."""

    def _send(self) -> None:
        if self._limit == _FIRST:
            self._stream.write(frames.pack(frames.HEAD, json.dumps(self._head).encode()))
            self._limit = _PIECE
        if self._buffer:
            self._stream.write(frames.pack(frames.DATA, bytes(self._buffer)))
            self._buffer.clear()
        self._stream.flush()

    def end(self) -> None:
        """The answer is whole."""
        self._send()
        self._stream.write(frames.pack(frames.END))
        self._stream.flush()

    def begin_again(self) -> bool:
        """Forget what was written; False where some of it is sent."""
        if self._limit != _FIRST:
            return False
        self._buffer.clear()
        return True

    def fail(self, status: int, message: str) -> None:
        """The answer is none; what was written and not sent is forgotten."""
        told = json.dumps({"status": status, "message": " ".join(message.split())})
        self._stream.write(frames.pack(frames.FAILURE, told.encode()))
        self._stream.flush()


JOBS: Final[Mapping[str, Callable[[Graphs, Arguments, Out], None]]] = {
    "sparql": sparql,
    "page": page_jobs.page,
    "thing": page_jobs.thing,
    "data": page_jobs.data,
    "home": page_jobs.home,
    "search": page_jobs.search,
    "answer": api_jobs.answer,
    "question": api_jobs.question,
    "table": api_jobs.table,
    "overview": explorer_jobs.overview,
    "citations": explorer_jobs.citations,
    "paths": explorer_jobs.paths,
    "names": explorer_jobs.names,
    "line": explorer_jobs.line,
    "card": explorer_jobs.card,
}
#: An error's kind and its status.
_STATUS: Final[tuple[tuple[type[SouthSouthError], int], ...]] = (
    (QueryError, 400),
    (NotFoundError, 404),
    (StoreError, 503),
    (SouthSouthError, 500),
)


class Worker:
    """The store, opened again when it was built anew, and the jobs on it."""

    def __init__(self, path: Path, *, networked: bool) -> None:
        self._path, self._state, self._networked = path, "", networked
        self._graphs: Graphs
        self._open()

    def _open(self) -> None:
        import pyoxigraph as ox

        for _attempt in range(_ATTEMPTS):
            try:
                state = store_state(self._path)
                if state != self._state:
                    engine = ox.Store.read_only(str(self._path))
                    self._graphs = Graphs.of(engine, networked=self._networked)
                    self._state = state
            except (OSError, RuntimeError) as error:  # the engine's word for a table that is gone
                problem = error
                time.sleep(0.1)
            else:
                return
        if not self._state:
            raise StoreError(f"{self._path}: cannot be opened ({problem})")
        # a build is writing: what was open before still answers

    def _try(self, job: dict[str, Any], out: Out) -> None:
        """Do one job, again where a build took tables away before anything was sent."""
        for attempt in range(_ATTEMPTS):
            self._open()
            try:
                return JOBS[job["name"]](self._graphs, job["arguments"], out)
            except (OSError, RuntimeError) as error:
                again = is_gone(error) and attempt + 1 < _ATTEMPTS and out.begin_again()
                self._state = "" if is_gone(error) else self._state
                if not again:
                    raise
        return None

    def do(self, job: dict[str, Any], out: Out) -> None:
        """Do one job to its end, or tell why not."""
        try:
            self._try(job, out)
        except RefusedError as error:
            out.fail(error.status, str(error))
        except SouthSouthError as error:
            out.fail(next(s for kind, s in _STATUS if isinstance(error, kind)), str(error))
        except BrokenPipeError:
            raise
        except MemoryError:
            out.fail(503, "the query needs more memory than one may have here")
        except (OSError, RuntimeError) as error:
            out.fail(*self._told_of(error, str(job["arguments"].get("query", ""))))
        except Exception as error:
            out.fail(500, f"{type(error).__name__}: this is a fault of the server")
            raise
        else:
            out.end()

    def _told_of(self, error: Exception, query: str) -> tuple[int, str]:
        """The status and the message for what the engine could not read.

        Nothing is told of a server that did not answer: whoever asks could learn by it which
        ports are open behind this one.
        """
        if is_gone(error) and is_being_built(self._path):
            return 503, "the store is being built anew; try again a little later"
        print(f"southsouth: {error}", file=sys.stderr)  # noqa: T201  # the operator's log
        if "service" not in query.lower():
            return 500, "the store cannot be read; its operator finds the reason in the log"
        return (
            (502, "a server that the query asks gives no answer")
            if self._networked
            else (
                400,
                NO_SERVICE,
            )
        )


def main() -> None:
    """Do jobs from standard input until it ends, with a large stack."""
    stack = max(_LEAST_STACK, int(sys.argv[3]) * _STACK_A_BYTE)
    threading.stack_size(stack)
    worker = threading.Thread(target=_work, args=(stack,))
    worker.start()
    worker.join()


def _work(stack: int) -> None:
    jobs, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints goes to the log, not between the frames
    megabytes = int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_DATA, (megabytes * 2**20 + stack,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.argv[5] == GIVES_WAY:
        os.nice(_NICE)
    networked = sys.argv[4] == NETWORK or not without_network()
    worker = Worker(Path(sys.argv[1]), networked=networked)
    answers.write(frames.pack(frames.READY))
    answers.flush()
    while prefix := jobs.read(frames.PREFIX_SIZE):
        _, length = frames.unpack(prefix)
        job = json.loads(jobs.read(length))
        signal.setitimer(signal.ITIMER_REAL, job["seconds"] + _GRACE)
        worker.do(job, Out(answers))
        signal.setitimer(signal.ITIMER_REAL, 0)


if __name__ == "__main__":
    main()
