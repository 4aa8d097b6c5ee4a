"""A server as a user starts it, on a store with the facts that ship and some hostile labels."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from southsouth.graph.store import GraphStore
from southsouth.vocabulary import BASE, NS, RDF_TYPE, RDFS_LABEL

SERVE = (sys.executable, "-m", "southsouth", "serve", "--port", "0", "--concurrent", "2")
RUN = "window.pwned = true"
HOSTILE = f"</script><script>{RUN}</script><img src=x onerror='{RUN}'>\"'&"
HOSTILE_IRI = BASE + "instrument/fund/hostile"
GRAPH = BASE + "graph/hostile"


def hostile_quads() -> list[ox.Quad]:
    """A fund whose label, name and links are attacks."""
    graph, fund = ox.NamedNode(GRAPH), ox.NamedNode(HOSTILE_IRI)
    name = ox.NamedNode(HOSTILE_IRI + "#name-en-1")

    def quad(subject: ox.NamedNode, term: str, value: ox.NamedNode | ox.Literal) -> ox.Quad:
        return ox.Quad(subject, ox.NamedNode(term), value, graph)

    return [
        quad(fund, RDF_TYPE, ox.NamedNode(NS + "TrustFund")),
        quad(fund, RDFS_LABEL, ox.Literal(HOSTILE, language="en")),
        quad(fund, NS + "hasOfficialLink", ox.NamedNode(f"javascript:{RUN.replace(' ', '')}")),
        quad(fund, NS + "hasName", name),
        quad(name, NS + "isNameOf", fund),
        quad(name, NS + "literalForm", ox.Literal(HOSTILE, language="en")),
    ]


@contextmanager
def serving(store: Path, *options: str) -> Iterator[str]:
    """``southsouth serve`` on a free port; gives its address."""
    command = [*SERVE, "--store", str(store), *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    try:
        line = process.stdout.readline()
        address = line.partition(" at ")[2].split()[0].rstrip("/")
        for _ in range(200):
            try:
                httpx.get(address + "/sparql", params={"query": "ASK {}"}, timeout=20)
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
        process.stdout.close()


@pytest.fixture(scope="session")
def web_store(of_wells: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(of_wells, tmp_path_factory.mktemp("web") / "store"))
    store = GraphStore.create(folder)
    store.add(hostile_quads())
    store.flush()
    return folder


@pytest.fixture(scope="session")
def address(web_store: Path) -> Iterator[str]:
    """A server with the limits that it has by default."""
    with serving(web_store) as found:
        yield found


@pytest.fixture(scope="session")
def tight(web_store: Path) -> Iterator[str]:
    """A server with tight limits."""
    with serving(
        web_store,
        "--time-limit",
        "1.5",
        "--row-limit",
        "50",
        "--request-limit",
        "2000",
        "--memory-limit",
        "300",
    ) as found:
        yield found
