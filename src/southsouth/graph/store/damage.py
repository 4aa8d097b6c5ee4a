"""What an engine's error means: a build that takes tables away, or a store that is damaged.

A build holds a lock on the file ``store.lock`` beside the store. Where nobody holds it, what cannot
be read now can never be read.
"""

from __future__ import annotations

import os
from pathlib import Path

from southsouth.errors import StoreError


def lock_file(path: Path) -> Path:
    """The file beside a store that a build holds locked."""
    path = path.absolute()
    return path.with_name(f"{path.name}.lock")


def is_being_built(path: Path) -> bool:
    """Whether a build of another process has the store at ``path`` now."""
    import fcntl

    try:
        handle = os.open(lock_file(path), os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return not os.read(handle, 200).startswith(f"process {os.getpid()} ".encode())
    finally:
        os.close(handle)
    return False


def is_gone(error: Exception) -> bool:
    """Whether the engine misses what it had: a build has put another table in its place, or the
    store is damaged."""
    return "orruption" in str(error) or "No such file" in str(error)


def unreadable(path: Path, error: object) -> StoreError:
    """What to tell of a store that cannot be read."""
    if is_being_built(path):
        return StoreError(f"{path}: a build is changing the store; ask again when it has ended")
    return damaged(path, error)


def damaged(path: Path, error: object) -> StoreError:
    """What to tell of a store that a build of ours, or nobody, has."""
    words = " ".join(str(error).split())
    return StoreError(
        f"{path}: the store is damaged ({words}); 'southsouth build --anew' with your documents "
        "makes it again"
    )
