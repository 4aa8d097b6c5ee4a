"""The graph as a static site: a page and RDF files for each resource, for any web server.

The same store gives the same bytes. Links are relative, so the site works below any address and
from a disk.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

import pyoxigraph as ox

from southsouth.library import all_queries
from southsouth.rdf.serialize import FORMATS
from southsouth.store import GraphStore, Store
from southsouth.views.about import about
from southsouth.views.pages import Value, page_of
from southsouth.views.search import counts
from southsouth.views.site import Site, css
from southsouth.vocabulary import BASE, PREFIXES

#: What is written of each resource.
WRITTEN: Final = tuple(row for row in FORMATS if row.name in {"turtle", "jsonld"})
#: First segments of resources that have no page of their own: a file and a graph are told of on the
#: page of the document.
_WITHOUT: Final = ("source/", "graph/document/", "graph/expression/")
#: The headings of the front page, by the first segment of what stands under them.
_HEADINGS: Final = {"instrument": "Instruments", "body": "Bodies", "conference": "Conferences",
                    "document": "Documents"}  # fmt: skip
_REST: Final = "Vocabulary and the rest"
_RESOURCES: Final = f"""
SELECT DISTINCT ?s WHERE {{ ?s ?p ?o
  FILTER(STRSTARTS(STR(?s), "{BASE}") && !CONTAINS(STR(?s), "#"))
}} ORDER BY ?s"""


def file_of(iri: str) -> str:
    """The path of a resource's files below the folder of the site, without a suffix."""
    return unquote(iri.removeprefix(BASE).partition("#")[0])


class StaticLinks:
    """The policy of ``views.site.Links`` for files: relative to the page that is being written,
    and only to what has a page."""

    def __init__(self, pages: Iterable[str]) -> None:
        self._pages = frozenset(pages)
        self._at = ""

    def stand_at(self, page: str) -> None:
        """The page that is written now, by its path below the folder of the site."""
        self._at = posixpath.dirname(page)

    def _to(self, path: str) -> str:
        return quote(posixpath.relpath(path, self._at or "."))

    def resource(self, iri: str) -> str:
        """Ours where it has a page, terms of the ontology by anchor; others as they are."""
        own, _, fragment = iri.partition("#")
        if own in self._pages:
            return self._to(file_of(own) + ".html") + (f"#{quote(fragment)}" if fragment else "")
        if iri.startswith(BASE):
            return ""
        return iri if iri.startswith(("https://", "http://")) else ""

    def data(self, iri: str, suffix: str) -> str:
        return self._to(file_of(iri) + suffix)

    def asset(self, name: str) -> str:
        return self._to(f"assets/{name}")

    def special(self, name: str) -> str:
        """There is a front page; what needs a server is not there."""
        return self._to("index.html") if name == "home" else ""

    def explorer(self, iri: str) -> str:
        return ""

    def question(self, name: str, values: Mapping[str, str]) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: its path below the folder, with its bytes."""

    path: str
    data: bytes


def resources(store: Store) -> list[str]:
    """The IRIs that get a page, sorted."""
    found = (row["s"] for row in store.query(_RESOURCES).values())
    return [iri for iri in found if not iri.removeprefix(BASE).startswith(_WITHOUT)]


def resource_files(store: Store, site: Site, links: StaticLinks, iri: str) -> Iterator[File]:
    """The page and the RDF of one resource."""
    path = file_of(iri)
    links.stand_at(f"{path}.html")
    page = page_of(store, iri)
    if page is not None:
        yield File(f"{path}.html", site.resource(page))
    triples = sorted({quad.triple for quad in about(store, iri)}, key=str)
    for row in WRITTEN:
        yield File(path + row.suffix, _written(triples, row.name))


def _written(triples: Sequence[ox.Triple], name: str) -> bytes:
    """Triples in Turtle or JSON-LD, by Oxigraph's own writers: rdflib's take a second a page."""
    form = {"turtle": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD}[name]
    data = ox.serialize(triples, format=form, prefixes=PREFIXES) or b""
    if name != "turtle":
        return data
    lines = data.splitlines(keepends=True)
    head = sorted(line for line in lines if line.startswith(b"@prefix"))
    return b"".join([*head, *(line for line in lines if not line.startswith(b"@prefix"))])


def front_files(
    store: Store, site: Site, links: StaticLinks, iris: Sequence[str]
) -> Iterator[File]:
    """The front page, the list of all resources on it, and what pages need."""
    links.stand_at("index.html")
    groups: dict[str, list[Value]] = {heading: [] for heading in (*_HEADINGS.values(), _REST)}
    labels = _labels(store)
    for iri in iris:
        heading = _HEADINGS.get(iri.removeprefix(BASE).split("/")[0], _REST)
        groups[heading].append(Value(labels.get(iri, file_of(iri)), iri))
    for items in groups.values():
        items.sort(key=lambda item: (item.text.lower(), item.iri))
    yield File("index.html", site.write("contents", counts=counts(store), groups=groups))
    yield File("assets/style.css", css())


def questions_page(site: Site, links: StaticLinks) -> bytes:
    """The questions of the query library, each with its file."""
    links.stand_at("queries/index.html")
    return site.write("asked", queries=all_queries().values())


def _labels(store: Store) -> dict[str, str]:
    asked = f"""PREFIX rdfs: <{PREFIXES["rdfs"]}>
    SELECT DISTINCT ?s ?label WHERE {{ ?s rdfs:label ?label FILTER(lang(?label) IN ("", "en"))
      FILTER(STRSTARTS(STR(?s), "{BASE}") && !CONTAINS(STR(?s), "#")) }} ORDER BY DESC(?label)"""
    return {row["s"]: row["label"] for row in store.query(asked).values()}


@cache
def _worker_site(store: Path) -> tuple[GraphStore, StaticLinks, Site]:
    """What a process that writes pages keeps: the store, the policy, the templates."""
    held = GraphStore.open(store)
    links = StaticLinks(resources(held))
    return held, links, Site(links, WRITTEN)


def write_resources(store: Path, folder: Path, iris: Sequence[str]) -> None:
    """Write the files of some resources below a folder, in the process that is asked to."""
    held, links, site = _worker_site(store)
    for iri in iris:
        for file in resource_files(held, site, links, iri):
            write_file(folder, file)


def write_file(folder: Path, file: File) -> None:
    """Write a file below a folder."""
    path = folder / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.data)
