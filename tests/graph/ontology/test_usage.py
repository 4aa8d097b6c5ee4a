"""No statement without a use: each property that readings write is asked for by something.

What is said of a thing itself (a document, a body, a named graph) stands on its page, whatever it
is. Of its parts, citations, mentions, events and names, each property has a query of the library,
a view, or what is derived.
"""

from __future__ import annotations

import re
from functools import cache

import pyoxigraph as ox
import pytest
from tests.places import ROOT

from southsouth import resources
from southsouth.graph.rdf.serialize import parse
from southsouth.vocabulary import NS

SOURCE = ROOT / "src" / "southsouth"
#: Who uses statements.
USERS = [
    *sorted((ROOT / "queries").rglob("*.rq")),
    *sorted((SOURCE / "views").rglob("*.py")),
    *sorted((SOURCE / "publish").glob("*.py")),
    *(SOURCE / "build" / f"{name}.py" for name in ("derived", "descriptions", "ledger")),
    SOURCE / "graph" / "inference.py",
]
READINGS = [ROOT / "tests" / "data" / "wells.trig", *resources.snapshot_files()]


@cache
def used() -> frozenset[str]:
    found: set[str] = set()
    for path in USERS:
        text = path.read_text("utf-8")
        found.update(re.findall(r"\bss:(\w+)", text))
        found.update(re.findall(r'"(\w+)"', text))
    return frozenset(found)


@cache
def said_of_parts() -> dict[str, str]:
    """The properties of ours that are said of parts and statements, each with one of them."""
    found: dict[str, str] = {}
    for path in READINGS:
        for quad in parse(path):
            subject = quad.subject
            if isinstance(subject, ox.NamedNode) and "#" in subject.value:
                term = quad.predicate.value
                if term.startswith(NS):
                    found.setdefault(term.removeprefix(NS), subject.value)
    return found


@pytest.mark.parametrize("term", sorted(said_of_parts()))
def test_what_is_said_of_a_part_is_asked_for(term: str) -> None:
    assert term in used(), f"{said_of_parts()[term]} says it, and nothing asks"


def test_what_nothing_asks_for_would_be_found() -> None:
    assert "mentionsName" in used()
    assert "saysNothing" not in used()
    assert len(said_of_parts()) > 40
