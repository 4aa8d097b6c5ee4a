"""Where the curated files are: ``ontology/``, ``graph/`` and ``queries/``.

An installed wheel carries them in ``southsouth/_data``; a checkout has them at its root.
Both are found the same way, and a missing folder is one clear error.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Final

from southsouth.errors import CuratedDataError

#: The environment variable that names files of a user's own records.
RECORDS: Final = "SOUTHSOUTH_RECORDS"


@cache
def data_root() -> Path:
    """The folder that holds ``ontology``, ``graph`` and ``queries``.

    Raises CuratedDataError where neither the wheel nor a checkout has them.
    """
    here = Path(__file__).resolve().parent
    for root in (here / "_data", here.parent.parent):
        if (root / "ontology" / "southsouth.ttl").is_file():
            return root
    raise CuratedDataError(
        f"{here}: the curated files (ontology, graph, queries) are missing; reinstall southsouth"
    )


def ontology_files() -> list[Path]:
    """The ontology's Turtle files, without the shapes, in a fixed order."""
    folder = data_root() / "ontology"
    return [folder / "southsouth.ttl", folder / "verbs.ttl", folder / "alignments.ttl"]


def shapes_file() -> Path:
    """The SHACL shapes."""
    return data_root() / "ontology" / "shapes.ttl"


def context_file() -> Path:
    """The JSON-LD context."""
    return data_root() / "ontology" / "context.jsonld"


def authority_files() -> list[Path]:
    """The curated authority records, sorted by name, and behind them the user's own: the files
    that the environment variable SOUTHSOUTH_RECORDS names.

    Raises CuratedDataError where one of those is missing.
    """
    shipped = sorted((data_root() / "graph" / "authority").glob("*.ttl"))
    own = [Path(name) for name in os.environ.get(RECORDS, "").split(os.pathsep) if name]
    for path in own:
        if not path.is_file():
            raise CuratedDataError(f"{path}: no file of records; correct {RECORDS}")
    return [*shipped, *own]


def snapshot_files() -> list[Path]:
    """The facts extracted from the South-South series, without texts, sorted by name."""
    return sorted((data_root() / "graph" / "snapshot").glob("*.trig"))


def queries_folder() -> Path:
    """The folder of the query library."""
    return data_root() / "queries"
