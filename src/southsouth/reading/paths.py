"""Paths of documents: of this machine, or of any file system that fsspec knows (``s3://…``)."""

from __future__ import annotations

import glob
from collections.abc import Iterable
from pathlib import Path
from typing import cast

from southsouth.errors import DocumentError
from southsouth.reading.documents.metadata import is_marc
from southsouth.reading.documents.read import SUFFIXES


def path_of(given: str) -> Path:
    """The path that was given; with a ``scheme://``, one of fsspec's, with the same methods.

    Raises DocumentError for a scheme that is unknown or needs a package that is not there.
    """
    if "://" not in given:
        return Path(given)
    try:
        from upath import UPath

        path = cast("Path", UPath(given))
        path.exists()
    except (ImportError, ValueError) as error:
        raise DocumentError(
            given,
            f"no such file system here ({error})",
            "pip install 'southsouth[cluster]' and the package for that kind "
            "of address, s3fs for s3://",
        ) from error
    except OSError as error:
        raise DocumentError(given, f"cannot be reached ({error})", "check the address") from error
    return path


def collect_files(paths: Iterable[str]) -> list[Path]:
    """The document files that paths name: files, folders (read recursively), glob patterns.

    Sorted within each path, each file once. Raises DocumentError for a path that is not there, a
    pattern that matches nothing and a folder without documents.
    """
    files: dict[Path, None] = {}
    for given in paths:
        path = path_of(given)
        if path.is_dir():
            found = sorted(
                (
                    p
                    for p in path.rglob("*")
                    if p.suffix.lower() in SUFFIXES and p.is_file() and not is_marc(p)
                ),
                key=_parts,
            )
            if not found:
                wanted = ", ".join(SUFFIXES)
                raise DocumentError(given, "a folder with no document", f"it needs files {wanted}")
        elif path.exists():
            found = [path]
        else:
            found = _matching(given)
            if not found:
                raise DocumentError(given, "no such file", "check the path")
        files.update(dict.fromkeys(found))
    return list(files)


def _parts(path: Path) -> tuple[str, ...]:
    return path.parts


def _matching(pattern: str) -> list[Path]:
    if "://" not in pattern:
        return sorted(Path(name) for name in glob.glob(pattern, recursive=True))  # noqa: PTH207
    import fsspec

    system, within = fsspec.core.url_to_fs(pattern)
    return sorted(
        (path_of(system.unstrip_protocol(name)) for name in system.glob(within)), key=_parts
    )
