"""Pictures as compact JSON for the explorer: a list a column, paths below the base IRI."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from southsouth.views.looks import function_looks, kind_looks
from southsouth.views.scene.atlas import Atlas
from southsouth.views.scene.curves import curve
from southsouth.views.scene.model import Lineage, Node, Scene
from southsouth.views.scene.swimlanes import place_of
from southsouth.views.scene.years import HOW
from southsouth.vocabulary import BASE


def path_of(iri: str) -> str:
    """An IRI below the base as its path; others whole."""
    return iri.removeprefix(BASE)


def _nodes(nodes: Sequence[Node], kinds: Mapping[str, int]) -> dict[str, list[Any]]:
    how = list(HOW)
    return {
        "path": [path_of(node.iri) for node in nodes],
        "label": [node.label for node in nodes],
        "title": [node.title for node in nodes],
        "kind": [kinds[node.kind] for node in nodes],
        "lane": [node.lane for node in nodes],
        "day": [node.day for node in nodes],
        "known": [how.index(node.known) for node in nodes],
        "cited": [node.cited for node in nodes],
        "x": [node.x for node in nodes],
        "y": [node.y for node in nodes],
        "r": [node.r for node in nodes],
    }


def _frame(scene: Scene) -> tuple[dict[str, Any], dict[str, int]]:
    kinds = kind_looks(Counter(node.kind for node in scene.nodes))
    places = {kind["kind"]: index for index, kind in enumerate(kinds)}
    return {
        "title": scene.title,
        "focus": scene.focus,
        "leftOut": scene.left_out,
        "query": scene.query,
        "box": scene.box,
        "kinds": kinds,
        "how": list(HOW.values()),
        "lanes": [[lane.label, lane.top, lane.bottom] for lane in scene.lanes],
        "ticks": scene.ticks,
        "nodes": _nodes(scene.nodes, places),
    }, places


def atlas_json(atlas: Atlas) -> dict[str, Any]:
    """The map: ``out`` lists for each node the nodes that it cites, ``names`` by index of node."""
    frame, _ = _frame(atlas.scene)
    out: list[list[int]] = [[] for _ in atlas.scene.nodes]
    for edge in atlas.scene.edges:
        out[edge.source].append(edge.target)
    place = {node.iri: index for index, node in enumerate(atlas.scene.nodes)}
    names = {str(place[iri]): forms for iri, forms in atlas.names.items()}
    return {**frame, "out": out, "names": names}


def scene_json(scene: Scene) -> dict[str, Any]:
    """A picture of citations, with the run of each line as path data."""
    frame, _ = _frame(scene)
    functions = function_looks(Counter(edge.function for edge in scene.edges))
    places = {look["key"]: index for index, look in enumerate(functions)}
    return {
        **frame,
        "functions": functions,
        "edges": {
            "from": [edge.source for edge in scene.edges],
            "to": [edge.target for edge in scene.edges],
            "function": [places[edge.function] for edge in scene.edges],
            "verb": [edge.verb for edge in scene.edges],
            "count": [edge.count for edge in scene.edges],
            "preambular": [edge.preambular for edge in scene.edges],
            "d": [curve(scene, edge) for edge in scene.edges],
        },
    }


def lineage_json(lineage: Lineage) -> dict[str, Any]:
    """Names in time; ``where`` and ``also`` of a mark are paths, with what to call them."""
    drawn = asdict(lineage)
    for lane in drawn["lanes"]:
        lane["path"] = path_of(lane.pop("iri"))
        for mark in lane["marks"]:
            for end in ("where", "also"):
                iri = mark[end]
                mark[end] = [path_of(iri), place_of(iri)] if iri else None
    return drawn
