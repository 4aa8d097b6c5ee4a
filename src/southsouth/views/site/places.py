"""The pages of a site, one row each: all that routes, navigation, links and a static site ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Place:
    """A page, or another address that pages lead to.

    ``name`` is what links call it (``Links.special``). ``path`` is its address on a server, ""
    where it has none of its own; ``template`` what writes it there, "" where it is no page of ours.
    ``heading`` is its words in the navigation of every page, "" where it does not stand there.
    ``file`` is its path in a static site, "" where it needs a server, and ``file_template`` what
    writes it there; with ``everywhere``, every page of a static site leads to it.
    """

    name: str
    path: str = ""
    template: str = ""
    heading: str = ""
    file: str = ""
    file_template: str = ""
    everywhere: bool = False


PLACES: Final = (
    Place("home", "/", "home", file="index.html", file_template="contents", everywhere=True),
    Place("search", "/", "home"),
    Place("explore", "/explore", "explore", heading="Explore"),
    Place(
        "queries",
        "/queries",
        "questions",
        heading="Questions",
        file="queries/index.html",
        file_template="asked",
    ),
    Place("question", "/queries/{name}", "question"),
    Place("query", "/query", "query", heading="SPARQL"),
    Place("sparql", "/sparql"),
    # what has the IRI of a resource, and what stands in its place where there is none
    Place("resource", "/{path:path}", "resource", file="{path}.html", file_template="resource"),
    Place("missing", template="missing"),
    # parts of a long list on the front page of a static site
    Place("list", file="contents/{name}-{number}.html", file_template="list"),
)
_BY_NAME: Final = {place.name: place for place in PLACES}


def place_named(name: str) -> Place:
    """The row of that name; KeyError where there is none."""
    return _BY_NAME[name]
