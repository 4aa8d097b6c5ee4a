"""What is said of the dataset as a whole: VoID, DCAT, site map, checksums, redirections. Pure.

VoID is the W3C's "Describing Linked Datasets with the VoID Vocabulary", DCAT its "Data Catalog
Vocabulary" 3; redirections are in the forms of w3id.org (Apache) and of static hosts
(``_redirects``).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

import pyoxigraph as ox

from southsouth import __version__
from southsouth.graph.queries.internal import rows
from southsouth.graph.rdf.formats import FORMATS
from southsouth.graph.rdf.serialize import serialize
from southsouth.graph.store import Store
from southsouth.vocabulary import BASE, NS, PREFIXES, RDF_TYPE, XSD

LICENCE: Final = "https://creativecommons.org/publicdomain/zero/1.0/"
_VOID: Final = "http://rdfs.org/ns/void#"
_DCAT: Final = "http://www.w3.org/ns/dcat#"
_DCT: Final = "http://purl.org/dc/terms/"
_SPDX: Final = "http://spdx.org/rdf/terms#"
_IANA: Final = "https://www.iana.org/assignments/media-types/"
#: Site maps may list so many addresses (sitemaps.org protocol).
_MOST_ADDRESSES: Final = 50_000


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of a dataset: quads, distinct subjects and objects, of each class its members and of
    each property its statements; when its newest graph was read."""

    quads: int
    subjects: int
    objects: int
    classes: Mapping[str, int]
    properties: Mapping[str, int]
    read_at: str


@dataclass(frozen=True, slots=True)
class Dump:
    """A file with the whole dataset: its path in the site, media type, bytes, SHA-256."""

    path: str
    media_type: str
    size: int
    sha256: str


def statistics(store: Store, without: Collection[str] = ()) -> Statistics:
    """Real counts of all statements but those of some properties, four queries.

    The ontology is no part of what is described, as it is no part of the dumps.
    """
    properties = {
        row["term"]: int(row["n"])
        for row in rows(store, "statements-of-properties")
        if row["term"] not in without
    }
    totals = rows(store, "totals", properties=properties if without else None)[0]
    return Statistics(
        int(totals["quads"]),
        int(totals["subjects"]),
        int(totals["objects"]),
        {row["term"]: int(row["n"]) for row in rows(store, "members-of-classes")},
        properties,
        rows(store, "last-reading")[0]["last"],
    )


class _Told:
    """Collects the triples of a description."""

    def __init__(self) -> None:
        self.quads: list[ox.Quad] = []

    def link(self, subject: str, predicate: str, target: str) -> None:
        self.quads.append(ox.Quad(*map(ox.NamedNode, (subject, predicate, target))))

    def text(self, subject: str, predicate: str, value: str, language: str = "") -> None:
        literal = ox.Literal(value, language=language) if language else ox.Literal(value)
        self.quads.append(ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), literal))

    def typed(self, subject: str, predicate: str, value: str, datatype: str) -> None:
        literal = ox.Literal(value, datatype=ox.NamedNode(XSD + datatype))
        self.quads.append(ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), literal))

    def turtle(self) -> bytes:
        return serialize(self.quads, "turtle")


def _dataset(told: _Told, found: Statistics, kind: str, dataset: str, *, quotes: bool) -> None:
    told.link(dataset, RDF_TYPE, kind)
    told.text(
        dataset,
        _DCT + "title",
        "southsouth: instruments of South-South cooperation in United Nations documents",
        "en",
    )
    told.text(
        dataset,
        _DCT + "description",
        "Who cites what in resolutions of the United Nations, "
        "with which verb, and what happened to funds, programmes and bodies; "
        + (_WITH_WORDS if quotes else "facts without the texts."),
        "en",
    )
    told.link(dataset, _DCT + "license", LICENCE)
    if quotes:
        told.text(dataset, _DCT + "rights", _WITH_WORDS, "en")
    told.text(dataset, _DCT + "creator", "The southsouth developers")
    if found.read_at:
        told.typed(dataset, _DCT + "modified", found.read_at, "dateTime")


def void(
    found: Statistics, dumps: Sequence[Dump], examples: Sequence[str], site: str, *, quotes: bool
) -> bytes:
    """The VoID description, in Turtle; ``site`` is the address of the site, with its last slash."""
    told, dataset = _Told(), f"{site}void.ttl#dataset"
    _dataset(told, found, _VOID + "Dataset", dataset, quotes=quotes)
    for name, count in (
        ("triples", found.quads),
        ("distinctSubjects", found.subjects),
        ("distinctObjects", found.objects),
        ("classes", len(found.classes)),
        ("properties", len(found.properties)),
    ):
        told.typed(dataset, _VOID + name, str(count), "integer")
    told.text(dataset, _VOID + "uriSpace", BASE)
    for vocabulary in (
        NS.rstrip("#"),
        *sorted(
            space
            for space in PREFIXES.values()
            if space != NS and any(term.startswith(space) for term in found.properties)
        ),
    ):
        told.link(dataset, _VOID + "vocabulary", vocabulary)
    for row in FORMATS:
        if row.on_site:
            told.link(dataset, _VOID + "feature", f"http://www.w3.org/ns/formats/{row.w3c}")
    for dump in dumps:
        told.link(dataset, _VOID + "dataDump", site + dump.path)
    for example in examples:
        told.link(dataset, _VOID + "exampleResource", example)
    for kind, part, of in (
        ("classPartition", "class", found.classes),
        ("propertyPartition", "property", found.properties),
    ):
        counted = "entities" if part == "class" else "triples"
        for number, (term, count) in enumerate(of.items(), 1):
            node = f"{site}void.ttl#{part}-{number}"
            told.link(dataset, _VOID + kind, node)
            told.link(node, _VOID + part, term)
            told.typed(node, _VOID + counted, str(count), "integer")
    return told.turtle()


def dcat(found: Statistics, dumps: Sequence[Dump], site: str, *, quotes: bool) -> bytes:
    """The DCAT description, in Turtle: a catalogue of one dataset and its distributions."""
    told, dataset = _Told(), f"{site}void.ttl#dataset"
    catalogue = f"{site}dcat.ttl#catalogue"
    told.link(catalogue, RDF_TYPE, _DCAT + "Catalog")
    told.text(catalogue, _DCT + "title", "southsouth", "en")
    told.link(catalogue, _DCAT + "dataset", dataset)
    _dataset(told, found, _DCAT + "Dataset", dataset, quotes=quotes)
    told.link(dataset, _DCAT + "landingPage", site)
    told.text(dataset, _DCAT + "version", __version__)
    for word in ("United Nations", "South-South cooperation", "resolutions", "citations"):
        told.text(dataset, _DCAT + "keyword", word, "en")
    for dump in dumps:
        node = f"{site}dcat.ttl#{dump.path.rpartition('/')[2]}"
        told.link(dataset, _DCAT + "distribution", node)
        told.link(node, RDF_TYPE, _DCAT + "Distribution")
        told.link(node, _DCAT + "downloadURL", site + dump.path)
        told.link(node, _DCAT + "mediaType", _IANA + dump.media_type)
        told.link(node, _DCAT + "compressFormat", _IANA + "application/gzip")
        told.typed(node, _DCAT + "byteSize", str(dump.size), "nonNegativeInteger")
        told.link(node, _DCT + "license", LICENCE)
        told.link(node, _SPDX + "checksum", f"{node}-sha256")
        told.link(f"{node}-sha256", _SPDX + "algorithm", _SPDX + "checksumAlgorithm_sha256")
        told.typed(f"{node}-sha256", _SPDX + "checksumValue", dump.sha256, "hexBinary")
    return told.turtle()


def site_maps(addresses: Sequence[str], site: str) -> dict[str, bytes]:
    """The site map, and where it is too long for one its parts, by path."""
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'

    def listed(outer: str, inner: str, places: Sequence[str]) -> bytes:
        rows = "".join(f"<{inner}><loc>{escape(place)}</loc></{inner}>\n" for place in places)
        return f"{head}<{outer} {space}>\n{rows}</{outer}>\n".encode()

    if len(addresses) <= _MOST_ADDRESSES:
        return {"sitemap.xml": listed("urlset", "url", addresses)}
    maps = {
        f"sitemap-{number}.xml": listed("urlset", "url", addresses[at : at + _MOST_ADDRESSES])
        for number, at in enumerate(range(0, len(addresses), _MOST_ADDRESSES), 1)
    }
    return {**maps, "sitemap.xml": listed("sitemapindex", "sitemap", [site + m for m in maps])}


def redirects(site: str) -> dict[str, bytes]:
    """Where the base IRI leads, for w3id.org (Apache, by Accept) and for static hosts; nothing for
    a site that stands at the base IRI itself."""
    if site == BASE:
        return {}
    of_resources = [row.suffix.removeprefix(".") for row in FORMATS if row.on_site]
    named = "|".join(("html", *of_resources, "xml", "json", "txt", "gz", "css", "rq"))
    rules = [
        "# for w3id.org: /southsouth/.htaccess",
        "RewriteEngine on",
        f"RewriteRule ^(.+\\.(?:{named}))$ {site}$1 [R=303,L,NE]",
    ]
    for row in FORMATS:
        if row.on_site:
            kind = row.media_type.replace("/", "\\/").replace("+", "\\+")
            rules += [
                f"RewriteCond %{{HTTP_ACCEPT}} {kind}",
                f"RewriteRule ^(.+)$ {site}$1{row.suffix} [R=303,L,NE]",
            ]
    rules += [f"RewriteRule ^$ {site} [R=303,L]", f"RewriteRule ^(.+)$ {site}$1.html [R=303,L,NE]"]
    path = BASE.partition("://")[2].partition("/")[2]
    return {
        "redirects/.htaccess": ("\n".join(rules) + "\n").encode(),
        "redirects/_redirects": f"/{path}* {site}:splat.html 303\n".encode(),
    }


def version_file(found: Statistics, pages: int) -> bytes:
    """Which version of what this is, for people and programs."""
    told = {
        "name": "southsouth",
        "version": __version__,
        "ontology": NS.rstrip("#"),
        "licence": LICENCE,
        "quads": found.quads,
        "pages": pages,
        "modified": found.read_at,
    }
    return (json.dumps(told, indent=2) + "\n").encode()


_WITH_WORDS: Final = (
    "facts with the words of provisions, which are the United Nations' and not under this licence."
)


def licence_text(*, quotes: bool) -> bytes:
    """What may be done with what is published."""
    words = (
        "The words of provisions that it quotes are the United Nations' and not under CC0."
        if quotes
        else "The texts of the documents are the United Nations' and are not part of it."
    )
    return (
        f"The facts in this dataset are dedicated to the public domain, CC0 1.0:\n{LICENCE}\n\n"
        f"{words} It is no official publication.\n"
    ).encode()
