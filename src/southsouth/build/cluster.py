"""Reading on a Dask cluster: the same tasks, on other machines (extra ``southsouth[cluster]``).

The files must have the same paths on all workers: a shared folder, or an address that fsspec knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from southsouth.build.file_facts import FileFacts
from southsouth.build.intake import in_order, in_tasks, read_task
from southsouth.build.keys import reader_key
from southsouth.errors import DocumentError, StoreError

if TYPE_CHECKING:
    from distributed import Client

#: Seconds to wait for a scheduler, and for its first worker.
_PATIENCE: Final = 20
_Read = Sequence[FileFacts | DocumentError]


def _connected(scheduler: str) -> Client:
    try:
        from distributed import Client
    except ImportError as error:
        raise StoreError("--scheduler needs Dask: pip install 'southsouth[cluster]'") from error
    try:
        client = Client(scheduler, timeout=_PATIENCE)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise StoreError(
            f"{scheduler}: no Dask scheduler answers there; write it as tcp://host:8786"
        ) from error
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        client.close()  # type: ignore[no-untyped-call]
        raise StoreError(
            f"{scheduler}: the scheduler has no workers; start some with 'dask worker'"
        ) from error
    return client


def _check_versions(client: Client) -> None:
    """All workers must read as this process does, or a build would mix two readings."""
    for worker, key in client.run(reader_key).items():
        if key != reader_key():
            raise StoreError(
                f"{worker}: another version of southsouth; install the same everywhere"
            )


def read_on_cluster(
    files: Sequence[Path], scheduler: str, shards: Path | None = None
) -> Iterator[tuple[Path, FileFacts | DocumentError]]:
    """Each file with what it states, in the order given, read by the workers of a cluster, who
    leave it in the folder ``shards``, where one is named that all see.

    What a worker was reading when it died is read again by another. A file that kills every
    worker that reads it is an error like any other. Raises StoreError where there is no
    scheduler, no worker, or a worker with another version of southsouth.
    """
    from distributed.scheduler import KilledWorker

    with _connected(scheduler) as client:
        _check_versions(client)

        def submit(paths: tuple[Path, ...]) -> Any:
            whole = tuple(path.absolute() for path in paths)
            return client.submit(read_task, whole, shards, pure=False)

        def result(future: Any) -> _Read:
            while True:
                try:
                    found: _Read = future.result(timeout=_PATIENCE)
                except TimeoutError:
                    if not client.nthreads():
                        raise StoreError(
                            f"{scheduler}: all workers have died; start some and build again"
                        ) from None
                else:
                    return found

        under_way = 4 * max(1, sum(client.nthreads().values()))
        for paths, future in in_order(submit, in_tasks(files), under_way):
            try:
                yield from zip(paths, result(future), strict=True)
            except KilledWorker:
                yield from one_by_one(paths, lambda path: result(submit((path,))))


def one_by_one(
    paths: Sequence[Path], read: Callable[[Path], _Read]
) -> Iterator[tuple[Path, FileFacts | DocumentError]]:
    """Files of which one has killed the workers that read it."""
    from distributed.scheduler import KilledWorker

    for path in paths:
        try:
            (facts,) = read(path)
        except KilledWorker:
            facts = DocumentError(
                str(path), "the workers that read it died", "is there memory enough for it?"
            )
        yield path, facts
