"""The page in a real browser: it draws, answers the mouse and the keyboard, and runs no text."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import networkx as nx
import pytest

from southsouth.views.network.page import write_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]

RUN = "window.pwned = true"
INJECTIONS = (
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"<img src=x onerror='{RUN}'>",
    f'"><svg onload="{RUN}">',
    f"javascript:{RUN}",
    f"</title><script>{RUN}</script>",
    f"<iframe srcdoc='<script>parent.pwned = true</script>'>\u2028{RUN}",
    f"{{{{constructor.constructor('{RUN}')()}}}}",
    "__proto__",
)


class Visit:
    """An open page, with everything it complained about and asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, path: Path) -> Page:
        self.page.goto(path.as_uri())
        # not wait_for_function: what it polls with, a page's security policy may forbid
        for _ in range(1500):
            if self.page.evaluate("Boolean(window.southsouth && window.southsouth.ready)"):
                break
            self.page.wait_for_timeout(20)
        else:
            raise AssertionError(f"{path} never became ready")
        return self.page


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    yield Visit(context.new_page())
    context.close()


@pytest.fixture(scope="module")
def page_500(tmp_path_factory: pytest.TempPathFactory, graph_500: nx.MultiDiGraph[str]) -> Path:
    path = tmp_path_factory.mktemp("pages") / "500.html"
    write_page(graph_500, path, title="Five hundred documents", subtitle="for the tests")
    return path


def colours(png: bytes) -> int:
    """An 8-bit RGB(A) PNG in, the number of its different colours out."""
    chunks: list[bytes] = []
    at = 8
    width = height = channels = 0
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + length]
        if name == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", body[:10])
            assert depth == 8
            channels = {2: 3, 6: 4}[colour]
        elif name == b"IDAT":
            chunks.append(body)
        at += length + 12
    raw = zlib.decompress(b"".join(chunks))
    above = bytearray(width * channels)
    seen: set[bytes] = set()
    for row in range(height):
        start = row * (width * channels + 1)
        line = bytearray(raw[start + 1 : start + 1 + width * channels])
        unfilter(raw[start], line, above, channels)
        seen.update(bytes(line[i : i + 3]) for i in range(0, len(line), channels))
        above = line
    return len(seen)


def unfilter(kind: int, line: bytearray, above: bytearray, step: int) -> None:
    """Undoes a PNG row's filter, in place."""
    for i in range(len(line) if kind else 0):
        left = line[i - step] if i >= step else 0
        corner = above[i - step] if i >= step else 0
        up = above[i]
        nearest = min((left, up, corner), key=lambda value: abs(left + up - corner - value))
        line[i] = (line[i] + (0, left, up, (left + up) // 2, nearest)[kind]) & 255


def labels_of(page: Page) -> list[dict[str, Any]]:
    labels: list[dict[str, Any]] = page.evaluate("southsouth.visibleLabels()")
    return labels


def test_draws_500_nodes_without_a_complaint_or_a_request(visit: Visit, page_500: Path) -> None:
    page = visit.open(page_500)
    assert page.evaluate("[southsouth.nodes.length, southsouth.edges.length]") == [500, 1500]
    assert page.locator("#node-count").inner_text() == "500"
    assert colours(page.locator("#graph").screenshot()) > 100
    assert visit.complaints == []
    assert visit.requests == [page_500.as_uri()]


def test_labels_do_not_overlap(visit: Visit, page_500: Path) -> None:
    labels = labels_of(visit.open(page_500))
    assert len(labels) > 15
    for i, one in enumerate(labels):
        for other in labels[:i]:
            across = min(one["x"] + one["w"], other["x"] + other["w"]) - max(one["x"], other["x"])
            down = min(one["y"] + one["h"], other["y"] + other["h"]) - max(one["y"], other["y"])
            assert across <= 0 or down <= 0, (one, other)


def test_click_on_a_node_shows_its_details(visit: Visit, page_500: Path) -> None:
    page = visit.open(page_500)
    for iri in ("https://example.org/document/0000", "https://example.org/document/0321"):
        spot = page.evaluate("iri => southsouth.canvasPosition(iri)", iri)
        page.mouse.click(spot["x"], spot["y"])
        assert page.evaluate("southsouth.selected()") == iri
        number = int(iri[-4:])
        assert f"Cooperation, part {number}" in page.locator("#details").inner_text()
        link = page.locator(f"#details a[href='https://example.org/{number}']")
        assert "noopener" in (link.get_attribute("rel") or "")
    page.locator("#graph").focus()
    page.keyboard.press("Escape")
    assert page.evaluate("southsouth.selected()") is None
    assert visit.complaints == []


def test_neighbours_lead_on(visit: Visit, page_500: Path) -> None:
    page = visit.open(page_500)
    page.evaluate("southsouth.select('https://example.org/document/0000')")
    assert "Incoming (" in page.locator("#details").inner_text()
    page.locator(".neighbours button").first.click()
    assert page.evaluate("southsouth.selected()") != "https://example.org/document/0000"


def test_search_folds_accents_and_enter_selects(visit: Visit, tmp_path: Path) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("urn:1", label="Fonds d’affectation spéciale Pérez-Guerrero", kind="TrustFund")
    graph.add_node("urn:2", label="Something else", details=[("place", "Łódź")])
    write_page(graph, tmp_path / "page.html", title="Accents")
    page = visit.open(tmp_path / "page.html")
    for query, iri in (("perez guerrero", "urn:1"), ("SPECIALE", "urn:1"), ("lodz", "urn:2")):
        page.locator("#search").fill(query)
        assert page.locator("#matches button").count() == 1
        page.keyboard.press("Enter")
        assert page.evaluate("southsouth.selected()") == iri
    page.locator("#search").fill("no such words")
    assert page.locator("#found").inner_text() == "0 found"
    assert visit.complaints == []


def test_legend_switches_a_kind_off_and_on(visit: Visit, page_500: Path) -> None:
    page = visit.open(page_500)
    reports = {
        node["id"] for node in labels_of(page) if "Report" in label_of(page, str(node["id"]))
    }
    assert reports
    button = page.locator("#kinds button", has_text="Report")
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert not reports & {label["id"] for label in labels_of(page)}
    button.click()
    assert reports & {label["id"] for label in labels_of(page)}


def label_of(page: Page, iri: str) -> str:
    label: str = page.evaluate(
        "iri => JSON.parse(document.getElementById('graph-data').textContent)"
        ".nodes.find(node => node.iri === iri).label",
        iri,
    )
    return label


def test_keys_step_through_the_nodes(visit: Visit, page_500: Path) -> None:
    page = visit.open(page_500)
    page.locator("#graph").focus()
    page.keyboard.press("PageDown")
    first = page.evaluate("southsouth.selected()")
    page.keyboard.press("PageDown")
    assert page.evaluate("southsouth.selected()") not in {None, first}
    page.keyboard.press("PageUp")
    assert page.evaluate("southsouth.selected()") == first


def test_table_lists_every_node(visit: Visit, page_500: Path) -> None:
    page = visit.open(page_500)
    page.locator("#table summary").click()
    page.wait_for_selector("#rows tr")
    assert page.locator("#rows tr").count() == 500


def test_hostile_texts_never_run(visit: Visit, tmp_path: Path) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    for text in INJECTIONS:
        graph.add_node(text, label=text, kind=text, details=[(text, text)], link=text)
    for one, other in pairwise(INJECTIONS):
        graph.add_edge(one, other, label=one, function=other, details=[(other, one)])
    for number, text in enumerate(INJECTIONS):
        path = tmp_path / f"{number}.html"
        write_page(graph, path, title=text, subtitle=text)
        page = visit.open(path)
        for iri in page.evaluate("southsouth.nodes"):
            assert page.evaluate("iri => southsouth.select(iri)", iri)
        page.locator("#search").fill(text)
        page.locator("#table summary").click()
        page.wait_for_selector("#rows tr")
        assert page.evaluate("window.pwned") is None
        assert page.locator("img, iframe, main script, #details a").count() == 0
        assert page.title() == text
    assert visit.complaints == []
    assert all(url.startswith("file:") for url in visit.requests)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_narrow_screen_has_no_sideways_scroll(
    browser: Browser, page_500: Path, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    visit = Visit(context.new_page())
    page = visit.open(page_500)
    page.evaluate("southsouth.select(southsouth.nodes[0])")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    graph, panel = page.locator("#graph").bounding_box(), page.locator("#details").bounding_box()
    assert graph
    assert panel
    assert panel["y"] >= graph["y"] + graph["height"]
    assert colours(page.locator("#graph").screenshot()) > 50
    assert visit.complaints == []
    context.close()


@pytest.mark.parametrize("pairs", [[], [("urn:a", "urn:a")], [("urn:a", "urn:b")]])
def test_tiny_graphs_open(visit: Visit, tmp_path: Path, pairs: list[tuple[str, str]]) -> None:
    write_page(nx.DiGraph(pairs), tmp_path / "page.html", title="Tiny")
    page = visit.open(tmp_path / "page.html")
    assert page.evaluate("southsouth.edges.length") == len(pairs)
    assert visit.complaints == []


def test_thousands_of_nodes_are_drawn_and_lines_only_for_what_is_chosen(
    visit: Visit, tmp_path: Path, graph_2000: nx.MultiDiGraph[str]
) -> None:
    path = tmp_path / "2000.html"
    write_page(graph_2000, path, title="Two thousand")
    page = visit.open(path)
    hub = page.evaluate("() => southsouth.edges[0][1]")
    page.evaluate("(iri) => southsouth.select(iri)", hub)
    assert page.evaluate("() => southsouth.selected()") == hub
    assert page.locator("#details .neighbours li").count() > 0
    spot = page.evaluate("(iri) => southsouth.canvasPosition(iri)", hub)
    page.mouse.click(spot["x"], spot["y"])
    assert page.evaluate("() => southsouth.selected()") == hub
    assert visit.complaints == []
