"""What decides what a build makes, as hashes: the code, the records, the libraries.

What is read from a document is decided by the code that reads, and not by that of a page; so a
change of a page leaves every store as it is.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

import southsouth
from southsouth import resources

#: Where the code lies that decides what is read from a document and how it is written down, below
#: the package.
READING: Final = (
    "un",
    "reading",
    "graph/rdf",
    "build/file_facts.py",
    "vocabulary.py",
    "resources.py",
)
#: The libraries that take files apart or tell what stands in them.
LIBRARIES: Final = ("lxml", "markdown-it-py", "pyahocorasick", "pyoxigraph", "pypdfium2")
#: Where the code and the queries lie that decide what is derived from what was read.
DERIVING: Final = (
    "un/states.py",
    "things",
    "language",
    "graph/rdf",
    "graph/queries",
    "graph/agreed.py",
    "graph/inference.py",
    "build/derived.py",
    "build/touched.py",
    "build/descriptions.py",
)


def code_files(places: Iterable[str], package: Path | None = None) -> list[Path]:
    """The modules at places below the package (by default this one), in a fixed order."""
    root = package or Path(southsouth.__file__).parent
    found: list[Path] = []
    for place in places:
        path = root / place
        found += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return found


def _key(paths: Iterable[Path], words: Iterable[str] = ()) -> str:
    digest = hashlib.sha256("\n".join(words).encode())
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@cache
def reader_key() -> str:
    """A hash of all that decides what is read from a document: code, records, libraries, Python.

    Two builds with the same key read the same bytes the same way.
    """
    libraries = [f"{name} {version(name)}" for name in LIBRARIES]
    python = ".".join(map(str, sys.version_info[:2]))
    return _key((*code_files(READING), *resources.authority_files()), [python, *libraries])


@cache
def curated_key() -> str:
    """A hash of the files that ship and of what derives further facts from the store: the same
    where what a store holds besides readings is what this version would make."""
    return _key(
        (
            *resources.ontology_files(),
            *resources.authority_files(),
            *resources.snapshot_files(),
            *code_files(DERIVING),
            *sorted((resources.queries_folder() / "internal").glob("*.rq")),
        )
    )
