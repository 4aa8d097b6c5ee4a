"""Files in, facts out: which files, read one by one or by several processes at once."""

from __future__ import annotations

import glob
import hashlib
import multiprocessing
import os
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

from southsouth import resources
from southsouth.documents.model import Document
from southsouth.documents.read import SUFFIXES, read_file
from southsouth.errors import DocumentError
from southsouth.instruments import Authority, load_authority
from southsouth.rdf.emit import statements
from southsouth.rdf.expressions import manifestation_statements
from southsouth.rdf.iris import reading_graph_iri
from southsouth.reading import Reading, read_document

Awaited = TypeVar("Awaited")

#: Files of one task: few enough to share the work evenly, enough to cost no messages.
_TASK: Final = 8
#: Below this many bytes of files, starting processes costs more than they save.
_WORTH_PROCESSES: Final = 1_000_000


def collect_files(paths: Iterable[str]) -> list[Path]:
    """The document files that paths name: files, folders (read recursively), glob patterns.

    Sorted within each path, each file once. Raises DocumentError for a path that is not there, a
    pattern that matches nothing and a folder without documents.
    """
    files: dict[Path, None] = {}
    for given in paths:
        path = Path(given)
        if path.is_dir():
            found = sorted(
                p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file()
            )
            if not found:
                wanted = ", ".join(SUFFIXES)
                raise DocumentError(given, "a folder with no document", f"it needs files {wanted}")
        elif path.exists():
            found = [path]
        else:
            found = sorted(Path(name) for name in glob.glob(given, recursive=True))  # noqa: PTH207
            if not found:
                raise DocumentError(given, "no such file", "check the path")
        files.update(dict.fromkeys(found))
    return list(files)


@cache
def load_authority_records() -> Authority:
    """The curated records that ship with southsouth."""
    return load_authority(resources.authority_files())


def read_path(path: Path, authority: Authority | None = None) -> Reading:
    """One document file, read to the end. Raises DocumentError where it cannot be."""
    return _read(path, read_file(path), authority or load_authority_records())


def _read(path: Path, document: Document, authority: Authority) -> Reading:
    try:
        return read_document(document, authority)
    except DocumentError as error:
        raise DocumentError(str(path), error.problem, error.remedy) from error


def file_hash(path: Path) -> str:
    """The SHA-256 hash of a file's bytes. Raises DocumentError where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise DocumentError(str(path), f"cannot be read ({error.strerror})",
                            "check the file and its permissions") from error  # fmt: skip


@dataclass(slots=True)
class FileFacts:
    """What one file states, ready for a store.

    ``nquads`` is the reading's graph, ``manifestation`` what the graph says of the file itself:
    all that is kept of it where another file of the same version is read instead. The lower the
    ``rank`` of its format, the more that format states. ``size`` is the file's, in bytes;
    ``seconds`` what opening, extraction and emission took in the process that read it.
    """

    file: Path
    graph: str
    symbol: str
    rank: int
    nquads: bytes
    manifestation: bytes
    provisions: int
    mentions: int
    citations: Counter[str]
    events: Counter[str]
    size: int
    seconds: dict[str, float]


#: Where a document is there in several formats, the one that states most is read.
_RANKS: Final = (
    "application/akn+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/markdown",
    "text/html",
    "text/plain",
    "application/pdf",
)


def _rank(document: Document) -> int:
    return _RANKS.index(document.media_type)


def file_facts(path: Path) -> FileFacts | DocumentError:
    """Read one file to the end; its error where it cannot be."""
    started = time.perf_counter()
    try:
        document = read_file(path)
        opened = time.perf_counter()
        reading = _read(path, document, load_authority_records())
    except DocumentError as error:
        return error
    extracted = time.perf_counter()
    resolution = reading.resolution
    nquads = statements(reading).nquads()
    emitted = time.perf_counter()
    return FileFacts(
        path,
        reading_graph_iri(resolution.symbol, resolution.document.language),
        resolution.symbol.text,
        _rank(resolution.document),
        nquads,
        manifestation_statements(reading).nquads(),
        len(resolution.parts),
        len(reading.mentions.known()),
        Counter(citation.how.value for citation in reading.citations),
        Counter(event.force for event in reading.events),
        path.stat().st_size,
        {"open": opened - started, "extract": extracted - opened, "emit": emitted - extracted},
    )


def in_tasks(files: Sequence[Path]) -> list[tuple[Path, ...]]:
    """Files in the portions in which they are read."""
    return [tuple(files[start : start + _TASK]) for start in range(0, len(files), _TASK)]


def read_task(paths: Sequence[Path]) -> list[FileFacts | DocumentError]:
    """Files read one after the other, in the process that is asked to."""
    return [file_facts(path) for path in paths]


def processes() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_files(
    files: Sequence[Path], jobs: int
) -> Iterator[tuple[Path, FileFacts | DocumentError]]:
    """Each file with what it states, in the order given, read by ``jobs`` processes at once.

    Few tasks are under way at a time: memory does not grow with the number of files. A file that
    kills the process that reads it is an error like any other, and costs the others nothing.
    """
    if jobs < 2 or sum(path.stat().st_size for path in files) < _WORTH_PROCESSES:
        yield from ((path, file_facts(path)) for path in files)
        return
    tasks = in_tasks(files)
    done = 0
    try:
        with _pool(jobs) as pool:
            for paths, future in in_order(lambda t: pool.submit(read_task, t), tasks, 4 * jobs):
                yield from zip(paths, future.result(), strict=True)
                done += len(paths)
    except BrokenProcessPool:
        suspects = 4 * jobs * _TASK
        yield from _one_by_one(files[done : done + suspects])
        yield from read_files(files[done + suspects :], jobs)


def in_order(
    submit: Callable[[tuple[Path, ...]], Awaited],
    tasks: Sequence[tuple[Path, ...]],
    under_way: int,
) -> Iterator[tuple[tuple[Path, ...], Awaited]]:
    """Tasks with what submitting them gave, in their order; so many are under way at a time."""
    futures: deque[Awaited] = deque()
    for position, paths in enumerate(tasks):
        while position + len(futures) < len(tasks) and len(futures) < under_way:
            futures.append(submit(tasks[position + len(futures)]))
        yield paths, futures.popleft()


def _pool(jobs: int) -> ProcessPoolExecutor:
    # spawned, not forked: the store's engine and the progress bar run threads in this process
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


def _one_by_one(files: Sequence[Path]) -> Iterator[tuple[Path, FileFacts | DocumentError]]:
    """One process, one file at a time, for files of which one has killed a process."""
    pool = _pool(1)
    try:
        for path in files:
            try:
                (facts,) = pool.submit(read_task, (path,)).result()
            except BrokenProcessPool:
                facts = DocumentError(
                    str(path), "the process that read it died", "is there memory enough for it?"
                )
                pool.shutdown()
                pool = _pool(1)
            yield path, facts
    finally:
        pool.shutdown()
