"""The static site: every resource has its files, every link leads somewhere, the same bytes."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import lxml.html
import pyoxigraph as ox
import pytest
from tests.places import WELLS

from southsouth.build.pipeline import build
from southsouth.errors import SouthSouthError
from southsouth.graph.store import GraphStore
from southsouth.publish import dumps, streams
from southsouth.publish.dataset import redirects, site_maps
from southsouth.publish.release import publish
from southsouth.publish.static_site import StaticLinks
from southsouth.views.page_model import Provision, Value
from southsouth.views.pages import page_of
from southsouth.views.site import PLACES, Place, shown_at
from southsouth.vocabulary import (
    BASE,
    CLASSES,
    DATATYPE_PROPERTIES,
    NS,
    OBJECT_PROPERTIES,
    PREFIXES,
    RDF_TYPE,
)

pytestmark = pytest.mark.slow

SITE = "https://data.example.org/south/"
VOID = "http://rdfs.org/ns/void#"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("static") / "store"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("southsouth.build.pipeline.snapshot_quads", dict)
        build([str(WELLS)], folder)
    return folder


@pytest.fixture(scope="module")
def site(store: Path) -> Path:
    folder = store.parent / "site"
    files, size = publish(store, folder, SITE, jobs=2, quotes=True)
    assert (files, size) == (
        len([p for p in folder.rglob("*") if p.is_file()]),
        sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()),
    )
    return folder


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_every_link_of_every_page_leads_to_a_file(site: Path) -> None:
    anchors: dict[Path, set[str]] = {}
    linked = 0
    for page in pages(site):
        here = page.relative_to(site).as_posix()
        for element in lxml.html.parse(str(page)).iter("a", "link"):
            href = element.get("href") or ""
            parts = urlsplit(href)
            if parts.scheme or element.get("rel") == "canonical" or not parts.path:
                continue
            target = site / urljoin(here, unquote(parts.path))
            assert target.exists(), f"{here} links to {href}"
            linked += 1
            if parts.fragment and target.suffix == ".html" and parts.path != here:
                ids = anchors.setdefault(
                    target, set(re.findall(r'id="([^"]+)"', target.read_text("utf-8")))
                )
                if "document/" in target.as_posix() and "-" not in parts.fragment:
                    assert unquote(parts.fragment) in ids or not ids & {"op1"}, href
    assert linked > 1000


@pytest.mark.parametrize("place", [place for place in PLACES if place.file], ids=lambda p: p.name)
def test_every_page_of_a_static_site_is_there(site: Path, place: Place) -> None:
    if place.name != "list":  # only where a list is long
        path = re.sub(r"\{path\}", "document/A/RES/60/212", place.file)
        assert (site / path).is_file()


def test_no_page_asks_another_host(site: Path) -> None:
    for page in pages(site):
        tree = lxml.html.parse(str(page))
        assert not [e for e in tree.iter("script", "img", "iframe") if e.get("src")]
        styles = [e.get("href") for e in tree.iter("link") if e.get("rel") == "stylesheet"]
        assert all(not urlsplit(href or "").scheme for href in styles)


def test_a_resource_has_a_page_and_its_data(site: Path) -> None:
    page = (site / "document/A/RES/66/901.html").read_text("utf-8")
    assert "invites" in page
    assert '<script type="application/ld+json">' in page
    turtle = list(ox.parse(path=str(site / "document/A/RES/66/901.ttl")))
    json_ld = list(
        ox.parse(path=str(site / "document/A/RES/66/901.jsonld"), format=ox.RdfFormat.JSON_LD)
    )
    assert {str(q.triple) for q in turtle} == {str(q.triple) for q in json_ld}
    assert len(turtle) > 50
    assert (site / "instrument/fund/ssc-50-119.html").is_file()
    assert (site / "ns.html").is_file()
    assert not (site / "source").exists()


def test_the_ontology_is_a_page_with_every_term(site: Path) -> None:
    page = lxml.html.parse(str(site / "ns.html"))
    ids = {element.get("id") for element in page.iter("section")}
    assert {*CLASSES, *OBJECT_PROPERTIES, *DATATYPE_PROPERTIES} <= ids
    renaming = " ".join(page.getroot().get_element_by_id("Renaming").text_content().split())
    assert "is a kind of event" in renaming
    assert "is never http://www.w3.org/ns/org#ChangeEvent change of identity" in renaming
    cites = " ".join(page.getroot().get_element_by_id("recalls").text_content().split())
    assert "is a way to say cites" in cites
    assert "of part of a document" in cites


def test_the_dumps_hold_the_dataset(site: Path, store: Path) -> None:
    held = {
        q for q in GraphStore.open(store).quads() if str(q.graph_name) != f"<{BASE}graph/ontology>"
    }
    for name, form in (("nq", ox.RdfFormat.N_QUADS), ("trig", ox.RdfFormat.TRIG)):
        data = gzip.decompress((site / f"dumps/southsouth.{name}.gz").read_bytes())
        assert set(ox.parse(data, format=form)) == held


def test_dumps_in_parts_are_the_exports(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("southsouth.publish.dumps._GRAPHS_A_PART", 1)
    held = GraphStore.open(store)
    graphs = dumps.parts(held)
    assert len(graphs) > 3
    for number, part in enumerate(graphs):
        dumps.write_part(held, tmp_path, number, part, quotes=True)
    joined = dumps.join(tmp_path, tmp_path / "site", len(graphs))
    for made, row in zip(joined, dumps.DUMPED, strict=True):
        data = (tmp_path / "site" / made.path).read_bytes()
        assert (made.size, made.sha256) == (len(data), hashlib.sha256(data).hexdigest())
        out = io.BytesIO()
        streams.write_store(row, held, out)
        assert gzip.decompress(data).split(b"\n\n") == out.getvalue().split(b"\n\n")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_long_lists_have_pages_of_their_own(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("southsouth.publish.static_site._MOST_LISTED", 20)
    publish(store, tmp_path / "site", SITE)
    lists = sorted((tmp_path / "site/contents").iterdir(), key=lambda path: len(path.name))
    listed = [
        a.text or ""
        for path in lists
        if path.name.startswith("instruments-")
        for a in lxml.html.parse(str(path)).iterfind(".//main//a")
    ]
    assert len(listed) == len([*(tmp_path / "site/instrument").rglob("*.html")]) > 20
    front = lxml.html.parse(str(tmp_path / "site/index.html"))
    linked = {urlsplit(a.get("href") or "").path for a in front.iterfind(".//main//a")}
    assert {f"contents/{path.name}" for path in lists} <= linked
    test_every_link_of_every_page_leads_to_a_file(tmp_path / "site")


@pytest.mark.parametrize(
    ("fragment", "anchor"),
    [
        ("op4-act1", "op4"),
        ("2-op98-act12", "2-op98"),
        ("fn5.2-cite1", "fn5.2"),
        ("op1-mention3", "op1"),
        ("op14", "op14"),
        ("op14-event1", "op14-event1"),
        ("", ""),
    ],
)
def test_what_stands_in_a_part_is_shown_there(fragment: str, anchor: str) -> None:
    assert shown_at(fragment) == anchor
    iri = f"{BASE}document/A/RES/66/901"
    end = f"#{anchor}" if anchor else ""
    links = StaticLinks([iri])
    assert links.resource(f"{iri}#{fragment}") == f"document/A/RES/66/901.html{end}"


def test_a_part_that_many_graphs_tell_of_is_shown_once() -> None:
    """The engine gives a statement once for each graph: as columns they would multiply, 60 to the
    power of four rows for one part."""
    thing = f"{BASE}document/A/RES/66/901"
    part, verb = ox.NamedNode(f"{thing}#op1"), ox.NamedNode(f"{BASE}verb/invite")
    label = ox.NamedNode(PREFIXES["rdfs"] + "label")
    told: list[tuple[ox.NamedNode, str, ox.NamedNode | ox.Literal]] = [
        (part, NS + "isPartOf", ox.NamedNode(thing)),
        (part, RDF_TYPE, ox.NamedNode(NS + "Provision")),
        (part, NS + "span", ox.Literal("7,90")),
        (part, NS + "opensWith", verb),
        (part, NS + "openingPhrase", ox.Literal("Invites")),
        (part, label.value, ox.Literal("A/RES/66/901 op1")),
        (verb, label.value, ox.Literal("invites")),
        (ox.NamedNode(thing), NS + "symbol", ox.Literal("A/RES/66/901")),
        (ox.NamedNode(f"{thing}#annex1"), NS + "isPartOf", ox.NamedNode(thing)),  # cited, not read
    ]
    store = GraphStore.in_memory()
    store.load(
        ox.Quad(subject, ox.NamedNode(term), value, ox.NamedNode(f"{BASE}graph/{number}"))
        for number in range(60)
        for subject, term, value in told
    )
    page = page_of(store, thing)
    assert page is not None
    assert page.provisions == (
        Provision("op1", "op1", "Provision", "Invites", Value("invites", verb.value), "", ()),
    )


def test_the_descriptions_count_truly(site: Path, store: Path) -> None:
    void = list(ox.parse(path=str(site / "void.ttl"), base_iri=BASE))
    said = {
        q.predicate.value.removeprefix(VOID): q.object
        for q in void
        if str(q.subject) == f"<{SITE}void.ttl#dataset>"
    }
    dumped = set(
        ox.parse(
            gzip.decompress((site / "dumps/southsouth.nq.gz").read_bytes()),
            format=ox.RdfFormat.N_QUADS,
        )
    )
    assert said["triples"].value == str(len(dumped))
    assert said["distinctSubjects"].value == str(len({str(q.subject) for q in dumped}))
    assert said["distinctObjects"].value == str(len({str(q.object) for q in dumped}))
    assert said["properties"].value == str(len({q.predicate for q in dumped}))
    sizes = {
        q.object.value
        for q in ox.parse(path=str(site / "dcat.ttl"), base_iri=BASE)
        if q.predicate.value.endswith("byteSize")
    }
    assert sizes == {str(path.stat().st_size) for path in (site / "dumps").iterdir()}
    version = json.loads((site / "version.json").read_text("utf-8"))
    assert version["quads"] == len(dumped)
    assert version["licence"].endswith("/publicdomain/zero/1.0/")


def test_checksums_site_map_and_redirections(site: Path) -> None:
    lines = (site / "SHA256SUMS").read_text().splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    files = {p.relative_to(site).as_posix(): p for p in site.rglob("*") if p.is_file()}
    assert set(sums) == set(files) - {"SHA256SUMS"}
    for name, digest in sums.items():
        assert hashlib.sha256(files[name].read_bytes()).hexdigest() == digest
    tree = ElementTree.fromstring((site / "sitemap.xml").read_bytes())  # noqa: S314 - our own
    places = [element.text or "" for element in tree.iter() if element.tag.endswith("loc")]
    assert SITE in places
    others = {site / "queries/index.html", *(site / "contents").glob("*")}
    assert len(places) == len(set(pages(site)) - others)  # those that are no resource's
    for place in places[1:]:
        assert (site / unquote(place.removeprefix(SITE))).is_file()
    rules = (site / "redirects/.htaccess").read_text("utf-8")
    assert f"RewriteRule ^(.+)$ {SITE}$1.ttl [R=303,L,NE]" in rules
    assert (site / "redirects/_redirects").read_text() == f"/southsouth/* {SITE}:splat.html 303\n"


def test_long_site_maps_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("southsouth.publish.dataset._MOST_ADDRESSES", 2)
    maps = site_maps([f"{SITE}{n}.html" for n in range(5)], SITE)
    assert sorted(maps) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert maps["sitemap.xml"].count(b"<sitemap>") == 3
    assert sum(data.count(b"<url>") for data in maps.values()) == 5


def test_the_same_store_gives_the_same_bytes(site: Path, store: Path) -> None:
    again = store.parent / "again"
    publish(store, again, SITE, jobs=1, quotes=True)
    assert (again / "SHA256SUMS").read_bytes() == (site / "SHA256SUMS").read_bytes()
    publish(store, again, SITE, jobs=1, quotes=True)  # in the place of the one before
    assert (again / "SHA256SUMS").read_bytes() == (site / "SHA256SUMS").read_bytes()


def test_the_words_of_documents_are_left_out_unless_asked_for(
    site: Path, store: Path, tmp_path: Path
) -> None:
    publish(store, tmp_path / "facts", SITE)
    page = "document/A/RES/66/901.html"
    assert "<blockquote>" in (site / page).read_text("utf-8")
    assert "<blockquote>" not in (tmp_path / "facts" / page).read_text("utf-8")
    full, facts = (
        set(
            ox.parse(
                gzip.decompress((folder / "dumps/southsouth.nq.gz").read_bytes()),
                format=ox.RdfFormat.N_QUADS,
            )
        )
        for folder in (site, tmp_path / "facts")
    )
    words = {quad.object.value for quad in full if quad.predicate.value == NS + "quote"}
    files = [
        path.read_text("utf-8")
        for path in (tmp_path / "facts").rglob("*.*")
        if path.suffix in {".html", ".ttl", ".jsonld"}
    ]
    assert min(map(len, words)) > 10
    assert not [word for word in words for text in files if word in text]
    left_out = {quad.predicate.value.removeprefix(NS) for quad in full - facts}
    assert left_out == {"quote", "condition"}
    assert not facts - full
    assert [path.name for path in tmp_path.iterdir()] == ["facts"]


@pytest.mark.parametrize("sums", [None, "x", "0000  other.txt\n"])
def test_a_folder_with_other_files_is_left_alone(
    store: Path, tmp_path: Path, sums: str | None
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    if sums is not None:
        (tmp_path / "SHA256SUMS").write_text(sums)
    with pytest.raises(SouthSouthError, match=r"holds other files \(mine\.txt\)"):
        publish(store, tmp_path, SITE)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    with pytest.raises(SouthSouthError, match="no folder"):
        publish(store, tmp_path / "mine.txt", SITE)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.org",
        "/south/",
        "ftp://example.org/",
        "https://exa mple/",
        "https:///x/",
        "https://example.org/?a=b",
        "https://example.org/#x",
    ],
)
def test_an_address_that_is_none_is_told_before_work_begins(
    store: Path, tmp_path: Path, address: str
) -> None:
    with pytest.raises(SouthSouthError, match=r"--site .*address"):
        publish(store, tmp_path / "site", address)
    assert list(tmp_path.iterdir()) == []


def test_a_site_at_the_base_iri_redirects_nowhere() -> None:
    assert redirects(BASE) == {}


def test_what_is_quoted_is_not_under_the_licence(site: Path, store: Path, tmp_path: Path) -> None:
    assert "not under CC0" in (site / "LICENSE.txt").read_text("utf-8")
    assert "not under this licence" in (site / "void.ttl").read_text("utf-8")
    publish(store, tmp_path / "facts", SITE)
    assert "not part of it" in (tmp_path / "facts" / "LICENSE.txt").read_text("utf-8")
    assert "facts without the texts" in (tmp_path / "facts" / "dcat.ttl").read_text("utf-8")


def test_a_site_that_fails_leaves_the_one_before(
    site: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (site / "SHA256SUMS").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("southsouth.publish.release.dataset.statistics", full)
    with pytest.raises(SouthSouthError, match="No space left"):
        publish(store, site, SITE)
    assert (site / "SHA256SUMS").read_bytes() == before
    assert not list(site.parent.glob(".site.*"))
