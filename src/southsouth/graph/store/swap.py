"""One build at a time on a store, and a new store that takes an old one's place when it is whole.

Beside ``store`` there may be ``store.lock`` (who builds), ``store.new`` (what a build is making),
``store.shards`` (what it has read for it, kept when it is killed) and ``store.old`` (for the
instant in which one takes the place of the other).
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from southsouth.errors import StoreError
from southsouth.graph.store.damage import lock_file
from southsouth.graph.store.dataset import GraphStore

#: How often a lock that is held is looked at, and the seconds between.
_LOOKS: Final = 3
_PAUSE: Final = 0.03


def is_store(path: Path) -> bool:
    """Whether there is a store; one that was put aside when a build was killed is put back."""
    old = _beside(path, "old")
    if not path.exists() and (old / "CURRENT").is_file():
        old.rename(path)
    return (path / "CURRENT").is_file()


def _beside(path: Path, what: str) -> Path:
    return path.with_name(f"{path.name}.{what}")


def _aside(path: Path) -> Path:
    """A free name for what stood in a store's place and was none."""
    return next(name for n in count(1) if not (name := _beside(path, f"was-{n}")).exists())


class Building:
    """The right to build a store, for the time of a ``with`` block.

    Raises StoreError where another process has it, unless ``wait`` is given, and where the folder
    cannot be written.
    """

    def __init__(self, path: Path, *, wait: bool = False) -> None:
        self._path, self._wait = path.absolute(), wait
        self._lock: int | None = None

    def __enter__(self) -> Self:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._acquire()
            shutil.rmtree(_beside(self._path, "new"), ignore_errors=True)
            if is_store(self._path):
                shutil.rmtree(_beside(self._path, "old"), ignore_errors=True)
        except OSError as error:
            raise StoreError(
                f"{self._path}: cannot be written ({error.strerror}); name another "
                "folder with --store"
            ) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        shutil.rmtree(_beside(self._path, "new") if kind else self.shards, ignore_errors=True)
        if self._lock is not None:
            # the file is removed while it is locked: whoever waits for it sees that it is gone
            lock_file(self._path).unlink(missing_ok=True)
            os.close(self._lock)
            self._lock = None

    def _acquire(self) -> None:
        import fcntl

        name, looks = lock_file(self._path), 0
        while True:
            handle = os.open(name, os.O_RDWR | os.O_CREAT, 0o644)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | (0 if self._wait else fcntl.LOCK_NB))
            except BlockingIOError as error:
                holder = os.read(handle, 200).decode(errors="replace").strip()
                os.close(handle)
                looks += 1
                if looks < _LOOKS:  # a reader holds it for an instant, to see whether it is held
                    time.sleep(_PAUSE)
                    continue
                raise StoreError(
                    f"{self._path}: {holder or 'another process'} builds it; wait "
                    "until it has ended, or use --wait"
                ) from error
            with contextlib.suppress(FileNotFoundError):
                if os.fstat(handle).st_ino == name.stat().st_ino:
                    break
            os.close(handle)  # the one that held it has removed the file meanwhile
        os.ftruncate(handle, 0)
        since = datetime.now(UTC).isoformat(timespec="seconds")
        os.write(handle, f"process {os.getpid()} (since {since})\n".encode())
        self._lock = handle

    @property
    def shards(self) -> Path:
        """Where this build, or one that was killed before it, keeps what was read."""
        return _beside(self._path, "shards")

    @property
    def new(self) -> Path:
        """Where the new store is made."""
        return _beside(self._path, "new")

    def new_store(self) -> GraphStore:
        """An empty store beside the old one."""
        GraphStore.check_folder(self._path)
        return GraphStore.create(self.new)

    def take_place(self) -> None:
        """Put the new store, which nobody may hold open, in the place of the old one.

        Killed between the two renamings, the old one is put back by whoever comes next.
        """
        old, new = _beside(self._path, "old"), self.new
        if self._path.is_file():  # no store of ours: it is kept
            self._path.rename(_aside(self._path))
        elif self._path.exists():
            self._path.rename(old)
        new.rename(self._path)
        shutil.rmtree(old, ignore_errors=True)
