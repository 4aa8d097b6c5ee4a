"""A graph in, one HTML file out: the network along time, readable without a server or a network.

pyvis holds the nodes, edges and options and brings vis-network; the template is ours, because
pyvis's own refers to remote hosts and puts labels in as markup.

Every string of the graph is hostile until shown: it travels in one JSON block whose ``<``, ``>``
and ``&`` are escaped, and the script of the page writes it with ``textContent`` or on a canvas.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import math
import os
import re
import tempfile
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from importlib.resources import files
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from southsouth.views.looks import function_looks, kind_looks
from southsouth.views.network.layout import Layout, Spot, View, best_layout, day_of
from southsouth.views.scene.swarm import Spot as MapSpot
from southsouth.views.scene.swarm import arrange, radius_of, time_of

if TYPE_CHECKING:
    import networkx as nx

MANY_NODES: Final = 1500  # more, and they stand as on the explorer's map
MANY_EDGES: Final = 3000  # more, and each detail of a line is cut to this many letters
CUT: Final = 240
_FEW_YEARS: Final = 19  # or less, and the axis of very many nodes labels each
COMPRESSED_FROM: Final = 400_000  # letters of JSON
LABELLED_UP_TO: Final = 120  # up to so many nodes, every label may get its own room
LABELLED: Final = {"below": 0.95, "beside": 0.85}  # where, if the graph still has that scale
LABEL_LINE, LABEL_CHARS, LABEL_CHAR = 15.0, 22, 6.8  # height of a line; its length; a letter
VIEWS: Final = {"wide": View(830, 670, 14), "tall": View(350, 500, 20)}
OPTIONS: Final = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 0},
    "interaction": {
        "selectable": False,
        "hover": False,
        "dragNodes": False,
        "zoomSpeed": 0.6,
    },
    "nodes": {"borderWidth": 1.5, "font": {"size": 0}},
    "edges": {"arrows": {"to": {"enabled": True, "scaleFactor": 0.45}}, "font": {"size": 0}},
}


def _text(value: object) -> str:
    """Any attribute in, a text out that can be written as UTF-8 (lone surrogates cannot)."""
    if isinstance(value, str) and value.isascii():
        return value
    return "" if value is None else str(value).encode("utf-8", "replace").decode("utf-8")


def _pairs(value: Iterable[tuple[object, object]] | None) -> list[tuple[str, str]]:
    return [(_text(name), _text(text)) for name, text in value or ()]


def safe_link(value: object) -> str:
    """A link in, the same link out if it is http(s) with a host; everything else gives ''."""
    link = _text(value)
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    fine = parts.scheme in {"http", "https"} and parts.hostname and link.isprintable()
    return link if fine and " " not in link else ""


def label_lines(label: str, width: int = LABEL_CHARS, lines: int = 2) -> list[str]:
    """A label in, the few short lines out that are drawn beside the node."""
    text = " ".join(label.split())
    if len(text) <= width and text.isascii():
        return [text] if text else []
    if any(unicodedata.east_asian_width(letter) in "WF" for letter in text):
        width //= 2
    return textwrap.wrap(text, width, max_lines=lines, placeholder=" …", break_on_hyphens=False)


def _records(graph: nx.DiGraph[str]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """A graph in; its nodes and edges out as sorted plain records, whatever attributes lack."""
    keys = sorted(graph, key=_text)
    place = {key: index for index, key in enumerate(keys)}
    nodes = []
    for key in keys:
        given = graph.nodes[key]
        label = _text(given.get("label")).strip() or _text(key)
        nodes.append(
            {
                "id": place[key],
                "iri": _text(key),
                "label": label,
                "lines": label_lines(label, lines=3 if len(keys) <= 30 else 2),
                "kind": _text(given.get("kind")) or "Other",
                "lane": _text(given.get("lane")),
                "date": _text(given.get("placed") or given.get("date")),
                "details": _pairs(given.get("details")),
                "link": safe_link(given.get("link")),
            }
        )
    edges = [
        {
            "from": place[source],
            "to": place[target],
            "label": _text(given.get("label")),
            "function": _text(given.get("function")),
            "details": _pairs(given.get("details")),
        }
        for source, target, given in graph.edges(data=True)
    ]
    edges.sort(key=itemgetter("from", "to", "label", "function", "details"))
    return nodes, edges


_BENDS: Final = tuple(round(0.12 + 0.1 * step, 2) for step in range(8))


def _bends(edges: Iterable[Mapping[str, Any]]) -> list[float]:
    """How far each edge bows out, so that edges between the same two nodes stay apart."""
    seen: Counter[tuple[int, int]] = Counter()
    bends = []
    for edge in edges:
        pair = edge["from"], edge["to"]
        bends.append(_BENDS[seen[pair] % len(_BENDS)])
        seen[pair] += 1
    return bends


def _spots(nodes: Sequence[Mapping[str, Any]], labels: str) -> list[Spot]:
    """Nodes in, the room each needs out: its shape's, and its label's below or beside it."""
    spots = []
    for node in nodes:
        reach = 1.2 * node["size"] + 2  # stars and triangles reach beyond their size
        room = Spot(node["lane"], day_of(node["date"]), reach, reach, reach, reach)
        width = max(map(len, node["lines"]), default=0) * LABEL_CHAR + 6
        height = len(node["lines"]) * LABEL_LINE + 4
        if labels == "below":
            half = max(reach, width / 2)
            room = replace(room, left=half, right=half, below=reach + height)
        elif labels == "beside":
            half = max(reach, height / 2)
            room = replace(room, right=reach + width, above=half, below=half)
        spots.append(room)
    return spots


def _layout(nodes: Sequence[Mapping[str, Any]], name: str) -> dict[str, Any]:
    """Nodes and the name of a view in; positions out, with room for every label where they all
    fit. Very many nodes get the places of the explorer's map, which take no trying."""
    view = VIEWS[name]
    if len(nodes) > MANY_NODES:
        return _swarm_layout(nodes, name)
    for labels, least in LABELLED.items() if len(nodes) <= LABELLED_UP_TO else ():
        scale, layout = best_layout(_spots(nodes, labels), view)
        if scale >= least:
            return _layout_json(layout, labels)
    _, layout = best_layout(_spots(nodes, ""), view)
    return _layout_json(layout, "")


def _layout_json(layout: Layout, labelled: str) -> dict[str, Any]:
    return {
        **{field.name: getattr(layout, field.name) for field in fields(layout)},
        "labelled": labelled,
    }


def _swarm_layout(nodes: Sequence[Mapping[str, Any]], name: str) -> dict[str, Any]:
    lanes = 1 + max(node["lane"] for node in nodes)
    where = arrange(
        [MapSpot(node["lane"], time_of(node["date"]), node["size"], node["iri"]) for node in nodes],
        lanes,
        name,
    )
    box = (where.undated, 0, where.at(where.last), where.lanes[-1][1])
    layout = Layout(
        tuple(map(round, where.x)),
        tuple(map(round, where.y)),
        tuple((round(top), round(bottom)) for top, bottom in where.lanes),
        tuple((year.zfill(4), round(x)) for year, x in where.ticks(_FEW_YEARS)),
        (round(where.undated), 0) if where.undated < 0 else None,
        (round(box[0]), 0, round(box[2]), round(box[3])),
    )
    return _layout_json(layout, "")


def _filled_network(nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> Any:
    """Records in, a pyvis network out.

    Filled directly: pyvis's ``add_node`` and ``add_edge`` look through all earlier ones each time.
    """
    from pyvis.network import Network  # imported late: brings IPython

    network = Network(directed=True, cdn_resources="in_line")
    network.nodes, network.edges = nodes, edges
    network.node_ids = [record["id"] for record in nodes]
    network.node_map = {record["id"]: record for record in nodes}
    network.set_options(json.dumps(OPTIONS))
    return network


def _lanes(nodes: Sequence[Mapping[str, Any]], names: Mapping[str, str]) -> list[str]:
    """The lanes from top to bottom: those that nodes name, the earliest first, then the kinds."""
    named: dict[str, str] = {}
    for node in nodes:
        if node["lane"]:
            date = node["date"] or "9999"
            named[node["lane"]] = min(named.get(node["lane"], date), date)
    used = {names[node["kind"]] for node in nodes if not node["lane"]}
    kinds = [name for name in names.values() if name in used]
    return [
        *sorted(named, key=lambda lane: (named[lane], lane)),
        *(k for k in kinds if k not in named),
    ]


def _page_data(graph: nx.DiGraph[str]) -> dict[str, Any]:
    """A graph in, everything the script of the page needs out, ready for JSON."""
    nodes, edges = _records(graph)
    kinds = kind_looks(Counter(node["kind"] for node in nodes))
    functions = function_looks(Counter(edge["function"] for edge in edges))
    looks = {kind["kind"]: look for look, kind in enumerate(kinds)}
    lanes = _lanes(nodes, {kind["kind"]: kind["name"] for kind in kinds})
    rows = {lane: row for row, lane in enumerate(lanes)}
    lines = {function["key"]: line for line, function in enumerate(functions)}
    cited = Counter(edge["to"] for edge in edges)
    most = max(cited.values(), default=1)
    for node in nodes:
        node["look"] = looks[node["kind"]]
        node["lane"] = rows[node["lane"] or kinds[node["look"]]["name"]]
        node["shape"] = kinds[node["look"]]["shape"]
        node["size"] = (
            radius_of(cited[node["id"]])
            if len(nodes) > MANY_NODES
            else round(7 + 10 * math.log1p(cited[node["id"]]) / math.log1p(max(most, 8)), 1)
        )
    for edge, bend in zip(edges, _bends(edges), strict=True):
        if len(edges) > MANY_EDGES:
            edge["details"] = [(name, text[:CUT]) for name, text in edge["details"]]
        edge["line"] = lines[edge.pop("function")]
        edge["bend"] = bend
    network = _filled_network(nodes, edges)
    return {
        "nodes": network.nodes,
        "edges": network.edges,
        "options": network.options,
        "kinds": kinds,
        "lanes": lanes,
        "functions": functions,
        "layouts": {name: _layout(nodes, name) for name in VIEWS},
    }


# --- the page --------------------------------------------------------------------------------


def _data_block(data: object) -> tuple[str, Markup]:
    """Data in; its media type and block out: JSON, or much of it compressed (RFC 1952), in base64.

    The block is a quarter of the JSON then, and a browser unpacks it in a few milliseconds.
    """
    block = as_json_block(data)
    if len(block) < COMPRESSED_FROM:
        return "application/json", block
    packed = gzip.compress(block.encode(), compresslevel=5, mtime=0)
    return "application/gzip", Markup(base64.b64encode(packed).decode())  # noqa: S704


def as_json_block(data: object) -> Markup:
    """Data in, JSON out that no HTML parser can read as markup: ASCII only, ``<>&`` escaped."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    for letter in "<>&":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)  # noqa: S704  # escaped just above


def _script(text: str) -> Markup:
    """A script in, the same script out as it can stand inside a ``<script>`` element."""
    text = re.sub(r"(?m)^//[#@] sourceMappingURL=.*$", "", text.replace("\r\n", "\n"))
    return Markup(text.replace("</script", r"<\/script").replace("<!--", r"<\!--"))  # noqa: S704


def _vis_network() -> Markup:
    """The newest vis-network that pyvis brings."""
    folders = [f for f in (files("pyvis") / "templates" / "lib").iterdir() if "vis-" in f.name]
    newest = max(folders, key=lambda f: [int(n) for n in re.findall("[0-9]+", f.name)])
    return _script((newest / "vis-network.min.js").read_text(encoding="utf-8"))


def _own(name: str) -> str:
    return (files("southsouth.views.network") / name).read_text(encoding="utf-8")


def _policy(*scripts: str) -> str:
    """The page's content security policy: these scripts and nothing else, no host at all."""
    digests = (base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts)
    sources = " ".join(f"'sha256-{digest}'" for digest in digests)
    return (
        f"default-src 'none'; script-src {sources}; style-src 'unsafe-inline'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def render_page(graph: nx.DiGraph[str], *, title: str, subtitle: str = "") -> str:
    """A graph in, a whole HTML page out.

    Node attributes read: ``label``, ``kind``, ``lane`` (else the kind's), ``placed`` or ``date``
    (ISO, or ''), ``details`` (pairs of field and text) and ``link``; edge attributes: ``label``,
    ``function`` and ``details``. Any may be missing. A ``MultiDiGraph`` is a ``DiGraph`` too.
    The same graph gives the same bytes.
    """
    library, script = _vis_network(), _script(_own("script.js"))
    media_type, block = _data_block(_page_data(graph))
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(_own("template.html")).render(
        title=_text(title),
        subtitle=_text(subtitle),
        nodes=graph.number_of_nodes(),
        edges=graph.number_of_edges(),
        policy=Markup(_policy(library, script)),  # noqa: S704  # made of digests
        style=Markup(_own("style.css")),  # noqa: S704
        library=library,
        script=script,
        media_type=media_type,
        data=block,
    )


def write_page(graph: nx.DiGraph[str], path: Path, *, title: str, subtitle: str = "") -> None:
    """A graph and a path in; the page is written there whole or, on an error, not at all."""
    page = render_page(graph, title=title, subtitle=subtitle)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(page)
        temporary.chmod(0o644)  # mkstemp's are for the owner only
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
