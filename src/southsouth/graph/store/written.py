"""What a build wrote: a file in the store's folder with the number of quads of each graph.

Its first line seals the engine's list of its tables (MANIFEST), which only grows: cut off, that
list describes an older store, and the engine would answer from that one without a word. The file is
taken away before a store is changed in its place, and written when the store is closed; so a build
that was killed leaves none, and the next one counts everything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from southsouth.errors import StoreError
from southsouth.graph.store.seal import WRITTEN, manifest_of


def written(path: Path) -> dict[str, int] | None:
    """The number of quads of each graph when the last build had ended; None where no build says."""
    try:
        _, *lines = (path / WRITTEN).read_text("utf-8").splitlines()
        pairs = [line.split(" ", 1) for line in lines]
        return {graph: int(count) for count, graph in pairs}
    except (OSError, ValueError):  # not there, or no longer what was written
        return None


def forget(path: Path) -> None:
    """To be called before the store at ``path`` is changed in its place."""
    (path / WRITTEN).unlink(missing_ok=True)


def record(path: Path, counts: Mapping[str, int]) -> None:
    """Keep what was written into the store at ``path``, which is closed. Raises StoreError."""
    manifest = manifest_of(path)
    if manifest is None:  # the next reader is told why
        return
    data = manifest.read_bytes()
    lines = [f"{manifest.name} {len(data)} {hashlib.sha256(data).hexdigest()}"]
    lines += [f"{count} {graph}" for graph, count in sorted(counts.items())]
    half = path / f"{WRITTEN}.half"
    try:
        half.write_text("\n".join(lines) + "\n", "utf-8")
        half.replace(path / WRITTEN)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error}); is the disk full?") from error
