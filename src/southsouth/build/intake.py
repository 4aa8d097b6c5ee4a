"""Files in, facts out: read one by one or by several processes at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from southsouth.build.file_facts import FileFacts, file_facts
from southsouth.build.pools import spawned_pool
from southsouth.build.shards import read_shard, shard_of, write_shard
from southsouth.errors import DocumentError

Awaited = TypeVar("Awaited")

#: Files of one task: few enough to share the work evenly, enough to cost no messages.
_TASK: Final = 8
#: Below this many bytes of files, starting processes costs more than they save.
_WORTH_PROCESSES: Final = 1_000_000


def in_tasks(files: Sequence[Path]) -> list[tuple[Path, ...]]:
    """Files in the portions in which they are read."""
    return [tuple(files[start : start + _TASK]) for start in range(0, len(files), _TASK)]


def read_task(
    paths: Sequence[Path], shards: Path | None = None
) -> Sequence[FileFacts | DocumentError]:
    """Files read one after the other, in the process that is asked to.

    With a folder for shards, what they state is left there, and a shard that is there already is
    taken for what it tells; not so where one of the files cannot be read.
    """
    if shards is None:
        return [file_facts(path) for path in paths]
    try:
        shard = shard_of(paths, shards)
    except DocumentError:  # told of that file when it is read
        return [file_facts(path) for path in paths]
    kept = read_shard(shard, paths)
    if kept is not None:
        return kept
    read = [file_facts(path) for path in paths]
    whole = [facts for facts in read if isinstance(facts, FileFacts)]
    return write_shard(shard, whole) if len(whole) == len(read) else read


def read_files(
    files: Sequence[Path], jobs: int, shards: Path | None = None
) -> Iterator[tuple[Path, FileFacts | DocumentError]]:
    """Each file with what it states, in the order given, read by ``jobs`` processes at once, which
    leave it in ``shards`` where that folder is named.

    Few tasks are under way at a time: memory does not grow with the number of files. A file that
    kills the process that reads it is an error like any other, and costs the others nothing.
    """
    if jobs < 2 or sum(path.stat().st_size for path in files) < _WORTH_PROCESSES:
        yield from ((path, file_facts(path)) for path in files)
        return
    tasks = in_tasks(files)
    done = 0
    try:
        with spawned_pool(jobs) as pool:
            submit = partial(_submit, pool, shards)
            for paths, future in in_order(submit, tasks, 4 * jobs):
                yield from zip(paths, future.result(), strict=True)
                done += len(paths)
    except BrokenProcessPool:
        if not _can_begin():  # no file has killed it
            yield from ((path, file_facts(path)) for path in files[done:])
            return
        suspects = 4 * jobs * _TASK
        yield from _one_by_one(files[done : done + suspects])
        yield from read_files(files[done + suspects :], jobs, shards)


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


def _submit(
    pool: ProcessPoolExecutor, shards: Path | None, paths: tuple[Path, ...]
) -> Future[Sequence[FileFacts | DocumentError]]:
    return pool.submit(read_task, paths, shards)


def _can_begin() -> bool:
    """Whether a process can be begun at all. Python begins one by running the main module again: a
    script from standard input cannot be run twice, and one that builds outside ``if __name__ ==
    "__main__"`` would build without end."""
    with spawned_pool(1) as pool:
        try:
            return pool.submit(bool, 1).result()
        except BrokenProcessPool:
            return False


def _one_by_one(files: Sequence[Path]) -> Iterator[tuple[Path, FileFacts | DocumentError]]:
    """One process, one file at a time, for files of which one has killed a process."""
    pool = spawned_pool(1)
    try:
        for path in files:
            try:
                (facts,) = _submit(pool, None, (path,)).result()
            except BrokenProcessPool:
                facts = DocumentError(
                    str(path), "the process that read it died", "is there memory enough for it?"
                )
                pool.shutdown()
                pool = spawned_pool(1)
            yield path, facts
    finally:
        pool.shutdown()
