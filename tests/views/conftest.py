"""A synthetic graph like those the pages show."""

from __future__ import annotations

import random

import networkx as nx
import pytest


def citation_graph(nodes: int, edges: int) -> nx.MultiDiGraph[str]:
    """A graph of that size in, always the same: resolutions on few days a year, hubs, undated."""
    chance = random.Random(7)  # noqa: S311  # not for secrets
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    kinds = ["Resolution"] * 12 + ["Report"] * 4 + ["Decision", "Body", "Conference", "Name"]
    for i in range(nodes):
        kind, year = chance.choice(kinds), 1974 + i * 52 // nodes
        day = chance.choice(["12-19", "12-20", "12-22", "07-04", "11"])
        graph.add_node(
            f"https://example.org/document/{i:04}",
            label=f"A/RES/{year - 1945}/{i}" if kind == "Resolution" else f"{kind} number {i}",
            kind=kind,
            date="" if kind == "Body" else f"{year}-{day}",
            details=[("session", str(year - 1945)), ("title", f"Cooperation, part {i}")],
            link=f"https://example.org/{i}",
        )
    keys = sorted(graph)
    for _ in range(edges):
        later = chance.randrange(1, nodes)
        earlier = min(int(chance.paretovariate(0.5)) - 1, later - 1)
        function = chance.choice(["recalls", "reaffirms", "takes note of", "welcomes"])
        graph.add_edge(
            keys[later], keys[earlier], label=function, function=function, details=[("quote", "…")]
        )
    return graph


@pytest.fixture(scope="session")
def graph_500() -> nx.MultiDiGraph[str]:
    return citation_graph(500, 1500)


@pytest.fixture(scope="session")
def graph_2000() -> nx.MultiDiGraph[str]:
    return citation_graph(2000, 8000)
