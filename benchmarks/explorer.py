"""The explorer and the standalone pages, measured in headless Chromium without a GPU.

``python benchmarks/explorer.py [--store FOLDER]``: FOLDER is a store of the whole corpus; without
it one is built from the shared documents. The bars are those of the issue that asked for all this.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from subprocess import PIPE, Popen
from typing import TYPE_CHECKING, Any

import httpx
import networkx as nx
import pyoxigraph as ox
from playwright.sync_api import sync_playwright

from common import shared_folder, write_results
from southsouth.build import build
from southsouth.graph.store import GraphStore
from southsouth.views.network.page import write_page
from southsouth.views.scene.histories import followed_by, things
from southsouth.views.scene.svg import lineage_svg
from southsouth.views.scene.swimlanes import draw
from southsouth.vocabulary import BASE, NS, RDF_TYPE, XSD

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NODES, EDGES = 10_000, 80_000
SECONDS = 3.0
#: Counts frames for some seconds while, each frame, something is moved.
FRAMES = """([seconds, kind]) => new Promise((done) => {
  const at = document.querySelector(kind.startsWith('key') ? '#graph' : '.map');
  const corner = at.getBoundingClientRect();
  const [x, y] = [corner.left + corner.width / 2, corner.top + corner.height / 2];
  const frames = [];
  let [last, begun, n] = [0, performance.now(), 0];
  const moves = {
    pan: () => at.dispatchEvent(new PointerEvent('pointermove', {
      pointerId: 1, bubbles: true,
      clientX: x + 150 * Math.sin(n / 12), clientY: y + 80 * Math.cos(n / 12) })),
    zoom: () => at.dispatchEvent(new WheelEvent('wheel', {
      deltaY: n % 60 < 30 ? -30 : 30, clientX: x, clientY: y, bubbles: true, cancelable: true })),
    keys: () => at.dispatchEvent(new KeyboardEvent('keydown', {
      key: n % 20 < 10 ? 'ArrowLeft' : 'ArrowRight', bubbles: true, cancelable: true })),
  };
  const step = (now) => {
    if (last) frames.push(now - last);
    last = now;
    n += 1;
    moves[kind]();
    if (now - begun < seconds * 1000) requestAnimationFrame(step); else done(frames.slice(5));
  };
  requestAnimationFrame(step);
})"""
#: Milliseconds of typing a letter, from the event to the drawn results.
TYPED = """async (words) => {
  const box = document.querySelector('#search');
  const taken = [];
  box.focus();
  await new Promise((done) => setTimeout(done, 300));
  for (let n = 1; n <= words.length; n += 1) {
    box.value = words.slice(0, n);
    const begun = performance.now();
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await null; await null;
    document.querySelector('#results').getBoundingClientRect();
    taken.push(performance.now() - begun);
  }
  return taken;
}"""
SLIDER = """() => {
  const slider = document.querySelector('input[type=range]');
  const taken = [];
  for (let n = 0; n < 60; n += 1) {
    slider.value = String(Number(slider.min) + n * 150);
    const begun = performance.now();
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    document.querySelector('.on-day').getBoundingClientRect();
    taken.push(performance.now() - begun);
  }
  return taken;
}"""


def synthetic() -> Iterator[ox.Quad]:
    """A store of that size: resolutions of eighty years that cite earlier ones, some very often."""
    chance = random.Random(11)  # noqa: S311  # not for secrets
    graph = ox.NamedNode(BASE + "graph/many")
    iris = []
    for at in range(NODES):
        year = 1946 + int(80 * (at / NODES) ** 0.6)
        symbol = f"A/RES/{max(1, year - 1945)}/{at}" if at % 5 else f"S/RES/{at}({year})"
        iris.append(ox.NamedNode(f"{BASE}document/{symbol}"))
        day = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        for term, value in (
            (RDF_TYPE, ox.NamedNode(NS + "Resolution")),
            (NS + "symbol", ox.Literal(symbol)),
            (NS + "title", ox.Literal(f"Cooperation on wells, part {at}", language="en")),
            (NS + "adoptedOn", ox.Literal(day, datatype=ox.NamedNode(XSD + "date"))),
        ):
            yield ox.Quad(iris[at], ox.NamedNode(term), value, graph)
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < EDGES:
        later = chance.randrange(1, NODES)
        earlier = (
            min(int(chance.paretovariate(0.35)), later)
            if chance.random() < 0.3
            else (chance.randrange(later))
        )
        pairs.add((later, earlier) if earlier < later else (later, later - 1))
    for later, earlier in sorted(pairs):
        yield ox.Quad(iris[later], ox.NamedNode(NS + "cites"), iris[earlier], graph)


@contextmanager
def serving(store: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "southsouth", "explore", "--no-browser", "--store", str(store)]
    process = Popen(command, stdout=PIPE, text=True)
    try:
        assert process.stdout
        address = process.stdout.readline().partition(" at ")[2].split()[0].removesuffix("/explore")
        while True:
            try:
                httpx.get(address + "/explore", timeout=60)
                break
            except httpx.TransportError:
                time.sleep(0.05)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def asked(address: str, name: str) -> float:
    """Seconds of the first answer."""
    begun = time.perf_counter()
    httpx.get(f"{address}/explore/data/{name}", timeout=120).raise_for_status()
    return time.perf_counter() - begun


def ready(page: Page, address: str) -> float:
    """Seconds from the request to the drawn page."""
    begun = time.perf_counter()
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    return time.perf_counter() - begun


def frames(page: Page, kind: str) -> tuple[float, float]:
    """Frames a second, and the 95th percentile of a frame in ms."""
    taken = page.evaluate(FRAMES, [SECONDS, kind])
    return 1000 / statistics.mean(taken), statistics.quantiles(taken, n=20)[-1]


def heap(page: Page) -> float:
    """MB of the heap after a collection."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    told = session.send("Performance.getMetrics")["metrics"]
    return float(next(m["value"] for m in told if m["name"] == "JSHeapUsedSize")) / 1e6


Row = tuple[str, str, str]


def explorer(browser: Browser, store: Path, name: str) -> list[Row]:
    """The map on one store."""
    rows: list[Row] = []
    with serving(store) as address:
        data = asked(address, "map")
        rows.append((f"{name}: layout and data, the first time", f"{data:.2f} s", "1.5 s"))
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        ready(page, address + "/explore")  # the browser's own start is not measured
        taken = min(ready(page, address + "/explore") for _ in range(3))
        rows.append((f"{name}: page ready", f"{taken:.2f} s", "1.0 s"))
        typed = page.evaluate(TYPED, "cooperation 60/21")
        rows.append((f"{name}: search, the slowest of 17 letters", f"{max(typed):.0f} ms", "50 ms"))
        page.keyboard.press("Escape")
        page.mouse.move(600, 500)
        page.mouse.down()
        rate, slow = frames(page, "pan")
        page.mouse.up()
        rows.append((f"{name}: pan", f"{rate:.0f} frames/s, p95 {slow:.0f} ms", "45, 40 ms"))
        rate, slow = frames(page, "zoom")
        rows.append((f"{name}: zoom", f"{rate:.0f} frames/s, p95 {slow:.0f} ms", "45, 40 ms"))
        page.keyboard.press("0")
        page.locator(".map").focus()
        painted = []
        for _ in range(8):
            page.keyboard.press("PageDown")
            page.wait_for_timeout(250)
            painted.append(float(page.get_attribute(".map", "data-frame") or 0))
        rows.append(
            (f"{name}: selection of the most cited, drawn", f"{max(painted):.0f} ms", "100 ms")
        )
        rows.append((f"{name}: heap", f"{heap(page):.0f} MB", "100 MB"))
        page.close()
    return rows


def of_the_corpus(browser: Browser, store: Path) -> list[Row]:
    """What only a real store has: lineage and the slider, citations around a document."""
    rows: list[Row] = []
    with serving(store) as address:
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        for query, what in (
            ("view=lineage", "all lineages, ready"),
            ("view=citations&focus=document/A/RES/60/212", "citations of 60/212"),
            ("view=citations&focus=document/A/RES/70/1&depth=2", "two steps around 70/1"),
        ):
            ready(page, f"{address}/explore?{query}")
            rows.append((what, f"{ready(page, f'{address}/explore?{query}'):.2f} s", "1.0 s"))
        ready(page, f"{address}/explore?view=lineage&focus=instrument/fund/ssc-50-119")
        rows.append(
            (
                "date slider, the slowest of 60 steps, one lane",
                f"{max(page.evaluate(SLIDER)):.0f} ms",
                "50 ms",
            )
        )
        ready(page, f"{address}/explore?view=lineage")
        rows.append(
            (
                "date slider, the slowest of 60 steps, all lanes",
                f"{max(page.evaluate(SLIDER)):.0f} ms",
                "50 ms",
            )
        )
        page.close()
    graphs = GraphStore.open(store)
    known = [
        thing for thing in things(graphs, followed_by(graphs), with_uses=False) if thing.events
    ]
    many = [replace(known[at % len(known)], iri=f"t{at}") for at in range(300)]
    lineage_svg(draw("warm", many[:1]))
    begun = time.perf_counter()
    text = lineage_svg(draw("300 lineages", many))
    spent = (time.perf_counter() - begun) * 1000
    rows.append(
        ("300 lineages as SVG", f"{spent:.0f} ms, {len(text) / 1000:.0f} kB", "50 ms, 250 kB")
    )
    return rows


def standalone(browser: Browser, folder: Path) -> list[Row]:
    """A page of 10,000 nodes and 80,000 edges."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for quad in synthetic():
        node, term, value = quad.subject, quad.predicate.value, quad.object
        assert isinstance(node, ox.NamedNode)
        if term == NS + "cites":
            assert isinstance(value, ox.NamedNode)
            graph.add_edge(
                node.value,
                value.value,
                label="recalls",
                function="recalls",
                details=[("op1", "recalls")],
            )
        elif isinstance(value, ox.Literal):
            key = {NS + "symbol": "label", NS + "adoptedOn": "date"}.get(term, "title")
            graph.add_node(node.value, kind="Resolution", **{key: value.value})
    path = folder / "many.html"
    write_page(nx.DiGraph([("a", "b")]), path, title="warm")
    begun = time.perf_counter()
    write_page(graph, path, title="Many")
    written = time.perf_counter() - begun
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    begun = time.perf_counter()
    page.goto(path.as_uri())
    while not page.evaluate("() => Boolean(window.southsouth && window.southsouth.ready)"):
        time.sleep(0.01)
    drawn = time.perf_counter() - begun
    page.focus("#graph")
    rate, slow = frames(page, "keys")
    page.close()
    return [
        ("standalone page: written", f"{written:.2f} s", "1 s"),
        ("standalone page: size", f"{path.stat().st_size / 1e6:.1f} MB", "3 MB"),
        ("standalone page: ready", f"{drawn:.2f} s", "2 s"),
        ("standalone page: pan", f"{rate:.0f} frames/s, p95 {slow:.0f} ms", "25"),
    ]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--store", type=Path, help="a store of the whole corpus")
    given: Any = parser.parse_args()
    executable = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        store = given.store
        if store is None:
            store = folder / "corpus"
            build(
                [str(shared_folder() / "corpus" / "documents"), str(shared_folder() / "seed")],
                store,
            )
        many = GraphStore.create(folder / "many")
        many.add(synthetic())
        many.flush()
        del many
        browser = driver.chromium.launch(
            executable_path=executable, args=["--no-sandbox", "--disable-gpu"]
        )
        rows = [
            *explorer(browser, store, "corpus"),
            *of_the_corpus(browser, store),
            *explorer(browser, folder / "many", f"{NODES:,} nodes, {EDGES:,} edges"),
            *standalone(browser, folder),
        ]
        browser.close()
    write_results(
        "Explorer (benchmarks/explorer.py)",
        [
            "Headless Chromium without a GPU, on both cores with the server.",
            "",
            "| what | measured | bar |",
            "|---|---|---|",
            *(f"| {a} | {b} | {c} |" for a, b, c in rows),
        ],
    )


if __name__ == "__main__":
    main()
