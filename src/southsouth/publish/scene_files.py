"""The picture that somebody looks at, as files: what is shown, no more."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from southsouth.graph.rdf.iris import is_document
from southsouth.graph.rdf.serialize import serialize
from southsouth.publish.akn_xml import legal
from southsouth.publish.network_files import safe_cell
from southsouth.things import BOUND_TERMS
from southsouth.views.scene.model import Lineage, Mark, Scene
from southsouth.views.scene.svg import lineage_svg, scene_svg
from southsouth.vocabulary import BASE, NS, PREFIXES, RDF_TYPE, RDFS_LABEL, XSD

if TYPE_CHECKING:
    import networkx as nx

_SCENE_COLUMNS: Final = (
    "source",
    "source_day",
    "verb",
    "function",
    "count",
    "preambular",
    "target",
    "target_day",
)
_NODE_COLUMNS: Final = ("iri", "label", "kind", "day", "how_known", "cited", "title")
_LINEAGE_COLUMNS: Final = (
    "thing",
    "what",
    "form_or_event",
    "status_or_force",
    "day_or_use",
    "where",
    "quote",
)


def _csv(columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([safe_cell(str(cell)) for cell in row] for row in rows)
    return text.getvalue().encode()


def scene_csv(scene: Scene) -> bytes:
    """Its lines, a row each; its nodes where it shows no lines."""
    nodes = scene.nodes
    if not scene.edges:
        return _csv(
            _NODE_COLUMNS,
            [(n.iri, n.label, n.kind, n.day, n.known, n.cited, n.title) for n in nodes],
        )
    return _csv(
        _SCENE_COLUMNS,
        [
            (
                nodes[e.source].label,
                nodes[e.source].day,
                e.verb or "cites",
                e.function,
                e.count,
                e.preambular,
                nodes[e.target].label,
                nodes[e.target].day,
            )
            for e in scene.edges
        ],
    )


def scene_graph(scene: Scene) -> nx.DiGraph[str]:
    """The picture as a networkx graph: IRIs with ``label``, ``kind``, ``day``, ``title``, ``x`` and
    ``y``; edges with ``function``, ``label`` and ``weight``."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    for n in scene.nodes:
        graph.add_node(
            n.iri, label=legal(n.label), kind=n.kind, day=n.day, title=legal(n.title), x=n.x, y=n.y
        )
    for e in scene.edges:
        graph.add_edge(
            scene.nodes[e.source].iri,
            scene.nodes[e.target].iri,
            function=e.function,
            label=e.verb or "cites",
            weight=e.count,
        )
    return graph


def _graphml(graph: nx.DiGraph[str]) -> bytes:
    import networkx as nx

    out = io.BytesIO()
    nx.write_graphml(graph, out)
    return out.getvalue()


def _date(day: str) -> ox.Literal:
    return ox.Literal(day, datatype=ox.NamedNode(XSD + "date"))


def scene_turtle(scene: Scene) -> bytes:
    """Its nodes with their kinds and labels, and its lines: ``ss:cites`` between documents, as the
    graph has it, and ``dcterms:relation`` where one end is an instrument or body."""
    quads = []
    for n in scene.nodes:
        me = ox.NamedNode(n.iri)
        quads += [
            ox.Quad(me, ox.NamedNode(RDF_TYPE), ox.NamedNode(NS + n.kind)),
            ox.Quad(me, ox.NamedNode(RDFS_LABEL), ox.Literal(n.label)),
        ]
        if n.known == "adopted":
            quads.append(ox.Quad(me, ox.NamedNode(NS + "adoptedOn"), _date(n.day)))
    for e in scene.edges:
        ends = scene.nodes[e.source].iri, scene.nodes[e.target].iri
        documents = all(map(is_document, ends))
        term = NS + "cites" if documents else PREFIXES["dcterms"] + "relation"
        quads.append(ox.Quad(ox.NamedNode(ends[0]), ox.NamedNode(term), ox.NamedNode(ends[1])))
    return serialize(quads, "turtle")


def lineage_csv(lineage: Lineage) -> bytes:
    """Its names, then its events, a row each."""
    rows: list[tuple[object, ...]] = []
    for lane in lineage.lanes:
        rows += [(lane.label, "name", s.form, s.status, s.use, "", "") for s in lane.segments]
        rows += [
            (lane.label, "event", m.label, m.force, m.day, m.where, m.quote) for m in lane.marks
        ]
    return _csv(_LINEAGE_COLUMNS, rows)


def lineage_network(lineage: Lineage) -> nx.DiGraph[str]:
    """Things, their names and events as a networkx graph."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    for lane in lineage.lanes:
        graph.add_node(lane.iri, label=legal(lane.label), kind=lane.kind, day="", title="")
        for s in lane.segments:
            graph.add_node(
                s.name,
                label=legal(s.form),
                kind="Name",
                day=s.bounds[1] or s.bounds[0],
                title=s.use,
            )
            graph.add_edge(lane.iri, s.name, function="hasName", label="is called", weight=1)
        for m in lane.marks:
            graph.add_node(m.event, label=legal(m.label), kind="Event", day="", title=m.day)
            graph.add_edge(m.event, lane.iri, function="affects", label=m.force, weight=1)
    for j in lineage.joins:
        graph.add_edge(
            lineage.lanes[j.source].iri,
            lineage.lanes[j.target].iri,
            function=j.kind,
            label=legal(j.words),
            weight=1,
        )
    return graph


def lineage_turtle(lineage: Lineage) -> bytes:
    """Things, their official names with bounds, and the events that affect them."""
    quads = []

    def add(subject: str, term: str, value: ox.NamedNode | ox.Literal) -> None:
        quads.append(ox.Quad(ox.NamedNode(subject), ox.NamedNode(term), value))

    for lane in lineage.lanes:
        add(lane.iri, RDF_TYPE, ox.NamedNode(NS + lane.kind))
        add(lane.iri, RDFS_LABEL, ox.Literal(lane.label, language="en"))
        for s in lane.segments:
            add(lane.iri, NS + "hasName", ox.NamedNode(s.name))
            add(s.name, NS + "literalForm", ox.Literal(s.form, language="en"))
            for term, day in zip(BOUND_TERMS, s.bounds, strict=True):
                if day:
                    add(s.name, NS + term, _date(day))
        for m in lane.marks:
            add(m.event, NS + "affects", ox.NamedNode(lane.iri))
            add(m.event, RDFS_LABEL, ox.Literal(m.label, language="en"))
            if m.where:
                add(m.event, NS + _place(m), ox.NamedNode(m.where))
    return serialize(quads, "turtle")


def _place(mark: Mark) -> str:
    """How an event is joined to where it is told."""
    if not mark.where.startswith(BASE):
        return "hasSource"
    return "hasEvidence" if mark.force.split()[0] in {"silent", "attested"} else "standsIn"


@dataclass(frozen=True, slots=True)
class PictureFormat:
    """A format: its media type, and how each of the two kinds of picture is written."""

    media_type: str
    scene: Callable[[Scene], bytes]
    lineage: Callable[[Lineage], bytes]


#: By the end of the file's name.
PICTURE_FORMATS: Final[Mapping[str, PictureFormat]] = {
    "svg": PictureFormat(
        "image/svg+xml",
        lambda scene: scene_svg(scene).encode(),
        lambda lineage: lineage_svg(lineage, listed=True).encode(),
    ),
    "graphml": PictureFormat(
        "application/graphml+xml",
        lambda scene: _graphml(scene_graph(scene)),
        lambda lineage: _graphml(lineage_network(lineage)),
    ),
    "csv": PictureFormat("text/csv", scene_csv, lineage_csv),
    "ttl": PictureFormat("text/turtle", scene_turtle, lineage_turtle),
    "rq": PictureFormat(
        "application/sparql-query",
        lambda scene: scene.query.encode(),
        lambda lineage: lineage.query.encode(),
    ),
}
