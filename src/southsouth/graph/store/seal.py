"""Whether the engine's list of its tables is the one that the last build left."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

#: The file of ours in a store's folder.
WRITTEN: Final = "WRITTEN"


def manifest_of(path: Path) -> Path | None:
    """The engine's list of its tables; None where it names none that is there."""
    try:
        named = path / (path / "CURRENT").read_text("ascii").strip()
    except (OSError, ValueError):
        return None
    return named if named.name.startswith("MANIFEST-") and named.is_file() else None


def broken_seal(path: Path) -> str:
    """What is wrong with the list of tables; "" where it holds all that was written, and where
    nobody can tell: a store that was opened for writing since has another list."""
    manifest = manifest_of(path)
    try:
        with (path / WRITTEN).open("rb") as file:
            name, size, digest = file.readline(200).decode("ascii").split()
        if manifest is None or manifest.name > name:
            return ""
        if manifest.name < name:
            return f"CURRENT names {manifest.name}, which is older than {name}"
        with manifest.open("rb") as file:
            found = hashlib.sha256(file.read(int(size))).hexdigest()
    except (OSError, ValueError):
        return ""
    return "" if found == digest else f"{name} is not what was written"
