"""Where the curated files are: ``ontology/``, ``graph/`` and ``queries/``.

An installed wheel carries them in ``southsouth/_data``; a checkout has them at its root.
Both are found the same way, and a missing folder is one clear error.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from southsouth.errors import CuratedDataError


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
    """The curated authority records, sorted by name."""
    return sorted((data_root() / "graph" / "authority").glob("*.ttl"))


def snapshot_files() -> list[Path]:
    """The facts extracted from the South-South series, without texts, sorted by name."""
    return sorted((data_root() / "graph" / "snapshot").glob("*.trig"))


def queries_folder() -> Path:
    """The folder of the query library."""
    return data_root() / "queries"
