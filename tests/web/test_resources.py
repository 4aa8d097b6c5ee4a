"""Every IRI below the base, dereferenced over HTTP."""

from __future__ import annotations

import json
import re
import socket
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx
import pyoxigraph as ox
import pytest
from tests.web.conftest import HOSTILE, HOSTILE_IRI, RUN

from southsouth.graph.rdf.formats import FORMATS
from southsouth.graph.store import GraphStore
from southsouth.vocabulary import BASE, NS, RDF_TYPE
from southsouth.web.links import ServerLinks

FORMAT = {row.media_type: row for row in FORMATS}
FUND = "instrument/fund/ssc-50-119"
DOCUMENT = "document/A/RES/60/212"
#: IRIs and a type that the statements about each give it.
THINGS = (
    (FUND, NS + "TrustFund"),
    ("body/undp", NS + "Programme"),
    ("conference/south-summit-1", NS + "Conference"),
    ("verb/recall", "http://www.w3.org/2004/02/skos/core#Concept"),
    ("force/requested", "http://www.w3.org/2004/02/skos/core#Concept"),
    ("kind/renaming", "http://www.w3.org/2004/02/skos/core#Concept"),
)
DOCUMENTS = (
    (DOCUMENT, NS + "Resolution"),
    ("document/A/RES/3251(XXIX)", NS + "Resolution"),
    ("ns", "http://www.w3.org/2002/07/owl#Ontology"),
    ("graph/document/A/RES/60/212", NS + "ReadingGraph"),
    ("graph/authority", NS + "TrustFund"),
    ("expression/A/RES/60/212/en", NS + "Expression"),
)


def get(address: str, path: str, accept: str = "", **more: str) -> httpx.Response:
    headers = {"Accept": accept or "*/*", **more}
    return httpx.get(f"{address}/{path}", headers=headers, timeout=60)


def quads(answer: httpx.Response) -> list[ox.Quad]:
    kind = ox.RdfFormat.from_media_type(answer.headers["content-type"].partition(";")[0])
    assert kind
    return list(ox.parse(answer.content, format=kind))


@pytest.mark.parametrize(("path", "kind"), DOCUMENTS)
@pytest.mark.parametrize("media_type", FORMAT)
def test_documents_are_sent(address: str, path: str, kind: str, media_type: str) -> None:
    answer = get(address, path, media_type)
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media_type
    suffix = FORMAT[media_type].suffix
    assert answer.headers["content-location"] == f"/{path}{suffix}"
    told = quads(answer)
    if media_type == "application/trig":  # those with graphs say where a statement is from
        assert all(isinstance(quad.graph_name, ox.NamedNode) for quad in told)
    assert any(
        q.predicate.value == RDF_TYPE and getattr(q.object, "value", "") == kind for q in told
    )
    by_suffix = get(address, path + suffix, "text/html")
    assert by_suffix.content == answer.content
    assert get(address, f"{path}?format={FORMAT[media_type].name}").content == answer.content


@pytest.mark.parametrize(("path", "kind"), THINGS)
def test_things_are_told_about(address: str, path: str, kind: str) -> None:
    for media_type, suffix in (
        ("text/html", ".html"),
        ("text/turtle", ".ttl"),
        ("application/ld+json", ".jsonld"),
        ("*/*", ".html"),
    ):
        answer = get(address, path, media_type)
        assert (answer.status_code, answer.headers["location"]) == (303, f"/{path}{suffix}")
        assert answer.headers["vary"].startswith("Accept")
    thing = ox.NamedNode(BASE + path)
    assert any(
        quad.subject == thing and getattr(quad.object, "value", "") == kind
        for quad in quads(get(address, path + ".ttl"))
    )
    assert get(address, path + ".html").status_code == 200


def test_what_is_said_about_a_fund_has_its_names_and_its_renaming(address: str) -> None:
    told = quads(get(address, FUND + ".nq"))
    subjects = {q.subject.value for q in told if isinstance(q.subject, ox.NamedNode)}
    assert f"{BASE}{FUND}#name-en-1" in subjects
    assert f"{BASE}{DOCUMENT}#op14-event1" in subjects
    assert len({q.graph_name for q in told}) > 2


def test_links_of_the_header(address: str) -> None:
    answer = get(address, DOCUMENT, "text/html")
    links = httpx.Response(200, headers={"Link": answer.headers["link"]}).headers["link"]
    assert f'<{BASE}{DOCUMENT}>; rel="canonical"' in links
    assert f'</{DOCUMENT}.ttl>; rel="describedby"; type="text/turtle"' in links
    for row in FORMATS:
        assert f'</{DOCUMENT}{row.suffix}>; rel="alternate"; type="{row.media_type}"' in links


@pytest.mark.parametrize(
    ("path", "accept", "status", "says"),
    [
        ("document/A/RES/60/9999", "text/html", 404, "Near it"),
        ("document/A/RES/60/9999", "text/turtle", 404, "the graph says nothing about"),
        ("body/unpd.html", "text/html", 404, "/body/undp"),
        ("nothing/at/all.html", "", 404, "Not in this graph"),
        (DOCUMENT, "image/png", 406, "there is HTML"),
        (DOCUMENT + "?format=pdf", "", 400, "known are html"),
        ("x" * 500, "", 404, "no such address"),
        ("assets/../pages.py", "", 404, ""),
        ("assets/other.css", "", 404, "no such file"),
        ("editor/..%2f..%2fpyproject.toml", "", 404, ""),
    ],
)
def test_what_is_not_there(address: str, path: str, accept: str, status: int, says: str) -> None:
    answer = get(address, path, accept)
    assert answer.status_code == status
    assert says in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/document/../../../../etc/passwd",
        "/document/..%2f..%2f..%2fetc/passwd",
        "//etc/passwd",
        "/document/A/RES/%00",
        "/document/%ff%fe",
        "/document/A/RES/60/212%0d%0aSet-Cookie:%20a=b",
        "/document/a\\..\\b",
        "/assets/%2e%2e/style.css",
        "/document/<script>",
    ],
)
def test_paths_that_go_nowhere(address: str, path: str) -> None:
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port), timeout=20) as client:
        client.sendall(
            f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
        )
        answer = b""
        while piece := client.recv(65536):
            answer += piece
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.split()[1] in {b"404", b"400"}
    assert b"root:" not in body
    assert b"set-cookie" not in head.lower()
    assert b"<script>" not in body


@pytest.mark.parametrize(
    "given",
    [
        "/?q=a%0d%0aSet-Cookie:%20x=y",
        "/queries/cited-by?document=60/212%0d%0aX-Evil:%201",
        "/api/queries?format=%0d%0aX-Evil:1",
    ],
)
def test_no_header_can_be_put_in(address: str, given: str) -> None:
    answer = httpx.get(address + given)
    assert not {"x-evil", "set-cookie"} & set(answer.headers)


@pytest.mark.parametrize("host", ['x"><script>', "a b", "", "x\ty", "http://x/y"])
@pytest.mark.parametrize("path", ["sparql", "api/queries"])
def test_a_strange_host_is_not_repeated(address: str, path: str, host: str) -> None:
    answer = get(address, path, "text/turtle", Host=host)
    assert answer.status_code == 400
    assert "script" not in answer.text


class Reader(HTMLParser):
    """Elements and attributes of a page, as a browser sees them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.data: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.data.append(data)

    def embedded(self) -> dict[str, object]:
        """The JSON-LD in the page."""
        found = next(d for d in self.data if '"@context"' in d)
        loaded: dict[str, object] = json.loads(found)
        return loaded


def test_the_page_of_a_resolution(address: str) -> None:
    text = get(address, DOCUMENT, "text/html").text
    page = Reader(text)
    ids = {a["id"] for _, a in page.elements if "id" in a}
    assert {"op14", "pp2", "fn1"} <= ids
    links = {a.get("href") for tag, a in page.elements if tag == "a"}
    assert "https://undocs.org/A/RES/60/212" in links
    assert {"/document/A/RES/50/119", "/verb/invite", "/body/general-assembly"} <= links
    told = page.embedded()
    assert told["@type"] == "Legislation"
    assert told["legislationDate"] == "2005-12-22"
    assert BASE + "document/A/RES/50/119" in str(told["citation"])
    assert "Cited by" in text


def test_every_link_within_the_pages_leads_somewhere(address: str) -> None:
    pages: dict[str, str] = {}
    for path in ("", DOCUMENT, FUND + ".html", "ns", "queries"):
        page = Reader(get(address, path, "text/html").text)
        anchors = {a["id"] for _, a in page.elements if a.get("id")}
        for tag, attributes in page.elements:
            href = attributes.get("href") or ""
            if tag == "a" and href.startswith("#"):
                assert href[1:] in anchors, (path, href)
            elif tag in {"a", "link"} and href.startswith("/"):
                pages.setdefault(href.partition("#")[0], path)
    with httpx.Client(timeout=60, follow_redirects=True) as client:
        for href, path in list(pages.items())[:150]:
            assert client.get(address + href).status_code == 200, (path, href)


def test_terms_of_the_ontology_have_their_places(address: str) -> None:
    page = Reader(get(address, "ns", "text/html").text)
    assert {"citesDocument", "TrustFund"} <= {a["id"] for _, a in page.elements if a.get("id")}


@pytest.mark.parametrize(
    "path",
    [
        HOSTILE_IRI.removeprefix(BASE) + ".html",
        "?q=" + quote("window.pwned"),
        "?q=" + quote(HOSTILE),
        "query?query=" + quote(f"SELECT ('{HOSTILE[:30]}' AS ?x) {{}}"),
        "query?query=" + quote(HOSTILE),
        "queries/cited-by?document=" + quote(HOSTILE),
        "queries/called?words=" + quote("window.pwned"),
        "nothing/" + quote(HOSTILE.replace("<", "").replace(">", "").replace('"', "")) + ".html",
        "graph/hostile",
    ],
)
def test_nothing_hostile_becomes_markup(address: str, path: str) -> None:
    answer = get(address, path, "text/html")
    page = Reader(answer.text)
    scripts = [a for tag, a in page.elements if tag == "script"]
    ours = ({"type": "application/ld+json"}, {"src": "/editor/editor.js", "defer": None})
    assert all(attributes in ours for attributes in scripts)
    assert not [tag for tag, _ in page.elements if tag in {"img", "iframe", "object"}]
    for tag, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on")], tag
        assert not (attributes.get("href") or "").lower().startswith("javascript:")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "script-src" not in policy or "script-src 'self';" in policy  # the editor's page
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_hostile_labels_in_embedded_data(address: str) -> None:
    text = get(address, HOSTILE_IRI.removeprefix(BASE) + ".html").text
    assert Reader(text).embedded()["name"] == HOSTILE
    assert f"<script>{RUN}" not in text


def test_pages_name_no_other_host(address: str) -> None:
    for path in ("", DOCUMENT, FUND + ".html", "queries", "query"):
        for tag, attributes in Reader(get(address, path, "text/html").text).elements:
            for name in ("src", "srcset", "data", "action"):
                assert not re.match(r"(?:https?:)?//", attributes.get(name) or ""), (path, tag)
            if tag == "link" and attributes.get("rel") in {"stylesheet", "icon", "preload"}:
                assert not re.match(r"(?:https?:)?//", attributes.get("href") or "")


def test_a_page_takes_a_fixed_number_of_queries(web_store: Path) -> None:
    from southsouth.views.pages import page_of

    store = GraphStore.open(web_store)
    asked = []

    class Counting:
        def query(self, text: str) -> object:
            asked.append(text)
            return store.query(text)

    counts = {}
    for path in (
        DOCUMENT,
        "document/A/RES/79/236",
        "document/A/55/74",
        FUND,
        "body/undp",
        "verb/recall",
        "body/general-assembly",
    ):
        asked.clear()
        assert page_of(Counting(), BASE + path)  # type: ignore[arg-type]
        counts[path] = len(asked)
    assert max(counts.values()) <= 9
    assert len({counts[path] for path in counts if path.startswith("document")}) == 1


def test_search(address: str) -> None:
    answer = httpx.get(address + "/", params={"q": "res 60/212"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/" + DOCUMENT)
    found = httpx.get(
        address + "/", params={"q": "voluntary trust FUND for the promotion of south"}
    )
    assert f'href="/{FUND}"' in found.text
    titles = httpx.get(address + "/", params={"q": "South-South cooperation"}).text
    assert f'href="/{DOCUMENT}"' in titles
    assert "Nothing in this graph" in httpx.get(address + "/", params={"q": "zzzz"}).text


def test_a_page_is_known_by_its_etag(address: str) -> None:
    first = get(address, DOCUMENT, "text/html")
    known = {"If-None-Match": first.headers["etag"]}
    assert get(address, DOCUMENT, "text/html", **known).status_code == 304
    assert get(address, DOCUMENT, "text/turtle", **known).status_code == 200


def test_head(address: str) -> None:
    answer = httpx.head(f"{address}/{DOCUMENT}", headers={"Accept": "text/turtle"})
    assert (answer.status_code, answer.content) == (200, b"")
    assert httpx.post(f"{address}/{DOCUMENT}").status_code == 405


@pytest.mark.parametrize(
    ("iri", "href"),
    [
        (BASE + "document/A/RES/60/212#op13(a)", "/document/A/RES/60/212#op13(a)"),
        (NS + "cites", "/ns#cites"),
        ("https://undocs.org/A", "https://undocs.org/A"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("urn:x", ""),
    ],
)
def test_where_links_go(iri: str, href: str) -> None:
    assert ServerLinks().resource(iri) == href
