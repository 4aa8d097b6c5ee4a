"""The graph as a static site: a page and RDF files for each resource, for any web server.

The same store gives the same bytes. Links are relative, so the site works below any address and
from a disk.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

import pyoxigraph as ox

from southsouth.graph.queries.internal import rows
from southsouth.graph.queries.library import all_queries
from southsouth.graph.rdf.formats import FORMATS, Format
from southsouth.graph.store import GraphStore, Store
from southsouth.publish.dumps import DUMPED, WORDS
from southsouth.un.numerals import natural_key
from southsouth.views.about import about
from southsouth.views.page_model import Page, Value
from southsouth.views.pages import page_of
from southsouth.views.search import counts
from southsouth.views.site import Site, css, place_named, shown_at
from southsouth.vocabulary import BASE, PREFIXES

#: What is written of each resource.
WRITTEN: Final = tuple(row for row in FORMATS if row.on_site)
#: First segments of resources that have no page of their own: a file and a graph are told of on the
#: page of the document.
_WITHOUT: Final = ("source/", "graph/document/", "graph/expression/")
#: The headings of the front page, by the first segment of what stands under them.
_HEADINGS: Final = {
    "instrument": "Instruments",
    "body": "Bodies",
    "conference": "Conferences",
    "document": "Documents",
}
#: So many resources are listed on a page.
_MOST_LISTED: Final = 500
_REST: Final = "Vocabulary and the rest"


def file_of(iri: str) -> str:
    """The path of a resource's files below the folder of the site, without a suffix."""
    return unquote(iri.removeprefix(BASE).partition("#")[0])


def page_file(iri: str) -> str:
    """The path of the page of a resource below the folder of the site."""
    return place_named("resource").file.format(path=file_of(iri))


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
            anchor = shown_at(fragment)
            return self._to(page_file(own)) + (f"#{quote(anchor)}" if anchor else "")
        if iri.startswith(BASE):
            return ""
        return iri if iri.startswith(("https://", "http://")) else ""

    def data(self, iri: str, suffix: str) -> str:
        return self._to(file_of(iri) + suffix)

    def asset(self, name: str) -> str:
        return self._to(f"assets/{name}")

    def special(self, name: str) -> str:
        """Pages that all lead to; what needs a server is not there."""
        place = place_named(name)
        return self._to(place.file) if place.everywhere else ""

    def explorer(self, iri: str) -> str:
        return ""

    def question(self, name: str, values: Mapping[str, str]) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: its path below the folder, with its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: its path below the folder, its bytes, its SHA-256."""

    path: str
    size: int
    sha256: str


def resources(store: Store) -> list[str]:
    """The IRIs that get a page, sorted: whatever has a class, and the named graphs."""
    found = {row["s"] for row in rows(store, "resources")}
    found |= {graph for graph in store.graphs() if graph.startswith(BASE)}
    return sorted(iri for iri in found if not iri.removeprefix(BASE).startswith(_WITHOUT))


def resource_files(
    store: Store, site: Site, links: StaticLinks, iri: str, *, quotes: bool
) -> Iterator[File]:
    """The page and the RDF of one resource; words of documents only with ``quotes``."""
    path, shown = file_of(iri), page_file(iri)
    links.stand_at(shown)
    page = page_of(store, iri)
    triples = {quad.triple for quad in about(store, iri)}
    if not quotes:
        triples = {triple for triple in triples if triple.predicate.value not in WORDS}
        page = without_words(page, len(triples)) if page is not None else None
    if page is not None:
        yield File(shown, site.resource(page))
    ordered = sorted(triples, key=str)
    for row in WRITTEN:
        yield File(path + row.suffix, _written(ordered, row))


def without_words(page: Page, size: int) -> Page:
    """A page without words of documents; ``size`` statements are published of a named graph."""
    return replace(
        page,
        facts=tuple(fact for fact in page.facts if fact.term.iri not in WORDS),
        provisions=tuple(replace(part, quote="") for part in page.provisions),
        events=tuple(replace(event, quote="") for event in page.events),
        size=size if page.size else 0,
    )


def _written(triples: Sequence[ox.Triple], to: Format) -> bytes:
    """Triples by Oxigraph's own writers, the prefixes sorted: rdflib's take a second a page."""
    data = ox.serialize(triples, format=to.in_engine, prefixes=PREFIXES) or b""
    lines = data.splitlines(keepends=True)
    head = sorted(line for line in lines if line.startswith(b"@prefix"))
    return b"".join([*head, *(line for line in lines if not line.startswith(b"@prefix"))])


def front_files(
    store: Store, site: Site, links: StaticLinks, iris: Sequence[str]
) -> Iterator[File]:
    """The front page with the lists of all resources, long ones on pages of their own, and what
    pages need."""
    groups: dict[str, list[Value]] = {heading: [] for heading in (*_HEADINGS.values(), _REST)}
    labels = _labels(store)
    for iri in iris:
        heading = _HEADINGS.get(iri.removeprefix(BASE).split("/")[0], _REST)
        groups[heading].append(Value(labels.get(iri, file_of(iri)), iri))
    listed = [_Listed(heading, items) for heading, items in groups.items() if items]
    for group in listed:
        for page in group.pages:
            links.stand_at(page.path)
            yield File(
                page.path,
                site.file("list", group=group.heading, page=page),
            )
    home = place_named("home")
    links.stand_at(home.file)
    yield File(
        home.file,
        site.file("home", counts=counts(store), groups=listed, dumped=DUMPED),
    )
    yield File("assets/style.css", css())


@dataclass(frozen=True, slots=True)
class _ListPage:
    """A part of a long list: the path of its page, its items."""

    path: str
    items: Sequence[Value]

    @property
    def title(self) -> str:
        return f"{self.items[0].text} … {self.items[-1].text}"


class _Listed:
    """What stands under a heading of the front page: ``items`` there, or ``pages`` of many, in the
    order of people, in which 9 comes before 10."""

    def __init__(self, heading: str, values: Sequence[Value]) -> None:
        self.heading, self.count = heading, len(values)
        ordered = sorted(values, key=_natural)
        self.items = ordered if self.count <= _MOST_LISTED else []
        name = heading.partition(" ")[0].lower()
        self.pages = [
            _ListPage(
                place_named("list").file.format(name=name, number=number),
                ordered[at : at + _MOST_LISTED],
            )
            for number, at in enumerate(range(0, self.count, _MOST_LISTED), 1)
            if not self.items
        ]


def _natural(value: Value) -> tuple[list[str | int], str, str]:
    return natural_key(value.text.lower()), value.text, value.iri


def questions_file(site: Site, links: StaticLinks) -> File:
    """The questions of the query library, each with its file."""
    place = place_named("queries")
    links.stand_at(place.file)
    return File(place.file, site.file("queries", queries=all_queries().values()))


def _labels(store: Store) -> dict[str, str]:
    return {row["s"]: row["label"] for row in rows(store, "labels-of-resources")}


@cache
def worker_store(store: Path) -> GraphStore:
    """The store, which a process opens once."""
    return GraphStore.open(store)


@cache
def _worker_site(pages: Path) -> tuple[StaticLinks, Site]:
    """What a process that writes pages keeps: the policy, the templates."""
    links = StaticLinks(pages.read_text("utf-8").splitlines())
    return links, Site(links, WRITTEN)


def write_resources(
    store: Path, pages: Path, folder: Path, iris: Sequence[str], *, quotes: bool
) -> list[Written]:
    """Write the files of some resources below a folder, in the process that is asked to; the file
    ``pages`` lists all resources, one a line."""
    links, site = _worker_site(pages)
    return [
        write_file(folder, file)
        for iri in iris
        for file in resource_files(worker_store(store), site, links, iri, quotes=quotes)
    ]


def write_file(folder: Path, file: File) -> Written:
    """Write a file below a folder; what was written."""
    path = folder / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.data)
    return Written(file.path, len(file.data), hashlib.sha256(file.data).hexdigest())
