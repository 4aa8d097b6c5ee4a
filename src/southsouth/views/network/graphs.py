"""The citation graph and the lineage graph as networkx graphs, for measures, pages and exports.

Nodes are IRIs with ``label``, ``kind``, ``date``, ``details`` and ``link``; edges have ``label``,
``function`` and ``details``: what the page needs, and plain enough for GraphML. ``placed`` is where
a document stands on a picture: its day, or when it is from as nearly as is known (``scene.years``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from southsouth.errors import NotFoundError
from southsouth.graph.queries.internal import rows
from southsouth.graph.queries.library import Queryable
from southsouth.views.facts import Found, short
from southsouth.views.scene.around import verbs_of
from southsouth.views.scene.atlas import documents_of
from southsouth.views.scene.years import HOW
from southsouth.vocabulary import NS

if TYPE_CHECKING:
    import networkx as nx


def citation_graph(store: Queryable) -> nx.DiGraph[str]:
    """Who cites whom: a node a document, an edge from the citing to the cited one.

    Several citations of one document by another are one edge, which lists them.

    >>> graph = citation_graph(store)
    >>> base = "https://w3id.org/southsouth/document/"
    >>> graph.has_edge(base + "A/RES/60/212", base + "A/RES/58/220")
    True
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    links = {row["document"]: row["link"] for row in rows(store, "official-links")}
    for document in documents_of(store):
        day = document.day if document.known == "adopted" else ""
        when = ("adopted", day) if day else (document.known and HOW[document.known], document.day)
        graph.add_node(
            document.iri,
            label=document.label,
            kind=document.kind,
            date=day,
            placed=document.day,
            link=links.get(document.iri, ""),
            details=[d for d in (("title", document.title), when) if d[1]],
        )
    governed = {row["citation"]: row["verb"] for row in rows(store, "governing-verbs")}
    pinpoints = {row["citation"]: row["pinpoint"] for row in rows(store, "pinpoints")}
    quotes = {row["part"]: row["quote"] for row in rows(store, "words-that-cite")}
    verbs = verbs_of(store)
    seen: set[tuple[str, str, str, str]] = set()
    for row in rows(store, "citations-in-parts"):
        source, pinpoint = row["part"].partition("#")[0], pinpoints.get(row["citation"], "")
        verb, function = verbs.get(governed.get(row["citation"], ""), ("", ""))
        if (
            source not in graph
            or row["to"] not in graph
            or (key := (row["part"], row["to"], verb, pinpoint)) in seen
        ):
            continue
        seen.add(key)
        where = (short(row["part"]), " ".join(filter(None, (verb, pinpoint))))
        entry = [where, *([("quote", quotes[row["part"]])] if row["part"] in quotes else [])]
        if graph.has_edge(source, row["to"]):
            graph.edges[source, row["to"]]["details"].extend(entry)
        else:
            function = function.removeprefix(NS) or "cites"
            graph.add_edge(
                source, row["to"], label=verb or "cites", function=function, details=entry
            )
    return graph


def lineage_graph(store: Queryable) -> nx.MultiDiGraph[str]:
    """Names in time: things and their official names, the events that changed them.

    An edge leads from a thing to each name, from an old name to the new one (one for each act that
    states or shows the change) and from the thing to what happened to it, with the force as its
    function.

    >>> graph = lineage_graph(store)
    >>> graph.nodes["https://w3id.org/southsouth/instrument/fund/ssc-50-119"]["kind"]
    'TrustFund'
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    named: dict[str, list[dict[str, str]]] = {}
    for row in rows(store, "official-names-in-use"):
        named.setdefault(row["thing"], []).append(row)
    changes = rows(store, "changes")
    alive = {row["thing"] for row in changes} | {t for t, names in named.items() if len(names) > 1}
    for row in rows(store, "things-with-names"):
        if row["thing"] in alive:
            graph.add_node(
                row["thing"],
                label=row["label"],
                kind=row["kind"].removeprefix(NS),
                lane=row["label"],
                date="",
                link="",
                details=[],
            )
    for name in (name for thing, names in named.items() if thing in graph for name in names):
        _add_name(graph, name["thing"], name)
    for change in changes:
        if change["thing"] in graph:
            _add_change(graph, change)
    _place_in_lanes(graph)
    return graph


def _place_in_lanes(graph: nx.MultiDiGraph[str]) -> None:
    """What belongs to a thing stands in its lane; the thing at the first of their days."""
    for thing in [node for node, data in graph.nodes(data=True) if "lane" in data]:
        dates = [graph.nodes[n]["date"] for n in graph.successors(thing) if graph.nodes[n]["date"]]
        for node in graph.successors(thing):
            graph.nodes[node]["lane"] = graph.nodes[thing]["lane"]
        graph.nodes[thing]["date"] = min(dates, default="")


def _add_name(graph: nx.MultiDiGraph[str], thing: str, name: dict[str, str]) -> None:
    details = [("first attested", name["first"]), ("last attested", name["last"])]
    graph.add_node(
        name["name"],
        label=name["form"],
        kind="Name",
        date=min(filter(None, (name["first"], name["day"])), default=""),
        link="",
        details=[d for d in details if d[1]],
    )
    graph.add_edge(thing, name["name"], label="is called", function="name", details=[])


def _add_change(graph: nx.MultiDiGraph[str], change: dict[str, str]) -> None:
    force = change["force"]
    details = [
        ("force", force),
        ("where", short(change["where"])),
        ("date", change["day"]),
        ("quote", change["quote"]),
    ]
    shown = [detail for detail in details if detail[1]]
    old, new = change["old"], change["new"]
    if old in graph and new in graph and old != new:
        graph.add_edge(old, new, label=f"renamed ({force})", function=force, details=shown)
        return
    graph.add_node(
        change["event"],
        label=f"{change['kind']} ({force})",
        kind="Event",
        date=change["day"],
        link="",
        details=shown,
    )
    graph.add_edge(
        change["thing"], change["event"], label=change["kind"], function=force, details=shown
    )


def around(graph: nx.DiGraph[str], found: Found, depth: int) -> nx.DiGraph[str]:
    """The part of a graph within ``depth`` steps of a node, in either direction of the edges.

    Raises NotFoundError where the graph does not hold the node.
    """
    import networkx as nx

    if found.iri not in graph:
        raise NotFoundError(f"{found.label} is not in this graph; try 'southsouth show'")
    near: nx.DiGraph[str] = nx.ego_graph(graph, found.iri, radius=depth, undirected=True)
    return near
