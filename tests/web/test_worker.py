"""A worker while a build takes away what it reads."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from southsouth.web import frames, worker
from southsouth.web.jobs import Graphs
from southsouth.web.worker import Out, Worker

JOB: dict[str, Any] = {"name": "told", "arguments": {}}
GONE = RuntimeError("Corruption: IO error: No such file or directory: 000258.sst")


def said(stream: io.BytesIO) -> list[bytes]:
    """The kinds of the frames that were sent."""
    stream.seek(0)
    kinds = []
    while prefix := stream.read(frames.PREFIX_SIZE):
        kind, length = frames.unpack(prefix)
        stream.read(length)
        kinds.append(kind)
    return kinds


@pytest.mark.parametrize(
    ("failures", "sent", "kinds"),
    [
        (0, 10, [frames.HEAD, frames.DATA, frames.END]),
        (2, 10, [frames.HEAD, frames.DATA, frames.END]),  # asked again, told once
        (100, 10, [frames.FAILURE]),
        (1, 300_000, [frames.HEAD, frames.DATA, frames.FAILURE]),  # the half that is out stays so
    ],
)
def test_a_job_is_done_again_where_nothing_was_sent(
    web_store: Path, monkeypatch: pytest.MonkeyPatch, failures: int, sent: int, kinds: list[bytes]
) -> None:
    tried = 0

    def told(_graphs: Graphs, _arguments: dict[str, Any], out: Out) -> None:
        nonlocal tried
        tried += 1
        out.head("text/plain")
        out.write(b"x" * sent)
        if tried <= failures:
            raise GONE

    monkeypatch.setattr(worker, "JOBS", {"told": told})
    stream = io.BytesIO()
    Worker(web_store, networked=False).do(JOB, Out(stream))
    assert said(stream) == kinds
