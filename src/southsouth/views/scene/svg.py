"""Pictures as SVG, for files, print and notebooks. No script, no network; every text escaped."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from southsouth.views.looks import function_looks, kind_looks
from southsouth.views.scene.columns import BOX
from southsouth.views.scene.curves import curve
from southsouth.views.scene.model import Lineage, Node, Scene
from southsouth.views.scene.swimlanes import MARK_ROW, NAME_ROW, place_of
from southsouth.views.terminal import cut

#: The class of a mark, by the first word of its force.
_CODES: Final = {"decided": "d", "requested": "q", "reported": "r", "silent": "v", "attested": "a"}
#: Letters of a label that fit into a box.
_FIT: Final = 17


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=PackageLoader("southsouth.views.scene", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"place_of": place_of, "cut": cut}
    environment.filters |= {"n": lambda value: f"{value:g}", "p": lambda value: f"{value:.0f}"}
    return environment.get_template(name)


def lineage_svg(lineage: Lineage, *, listed: bool = False, focusable: bool = False) -> str:
    """Names in time; with the events as a numbered list below if ``listed``; names and marks are
    reached with the Tab key, and bear numbers for a list beside it, if ``focusable``."""
    text = _template("lineage.svg").render(
        lineage=lineage,
        listed=listed,
        focusable=focusable,
        name_row=NAME_ROW,
        mark_row=MARK_ROW,
        codes=_CODES,
    )
    return text.lstrip()


def lineage_html(lineage: Lineage) -> str:
    """Names in time as a page of its own, with its names as a table and its events as a list. It
    needs no script and no network, and prints."""
    picture = lineage_svg(lineage, focusable=True)
    return _template("lineage.html").render(lineage=lineage, picture=picture)


def scene_svg(scene: Scene) -> str:
    """A picture of nodes, its lines below them, with a legend of kinds and functions."""
    kinds = kind_looks(Counter(node.kind for node in scene.nodes))
    functions = function_looks(Counter(edge.function for edge in scene.edges))
    return _template("scene.svg").render(
        scene=scene,
        box=BOX,
        fit=_FIT,
        shape=_shape,
        legend=_shape_at,
        kinds={look["kind"]: look for look in kinds},
        functions={f["key"]: f for f in functions},
        lines=[(edge, curve(scene, edge)) for edge in scene.edges],
    )


def _polygon(corners: int, turn: float, inner: float = 1.0) -> Callable[..., str]:
    def path(x: float, y: float, r: float) -> str:
        points = []
        for corner in range(corners):
            reach = r * 1.15 * (inner if inner < 1 and corner % 2 else 1)
            angle = 2 * math.pi * corner / corners + turn
            points.append(f"{x + reach * math.cos(angle):.1f} {y + reach * math.sin(angle):.1f}")
        return "M" + "L".join(points) + "z"

    return path


def _dot(x: float, y: float, r: float) -> str:
    return f"M{x - r:.1f} {y:.1f}a{r:g} {r:g} 0 1 0 {2 * r:g} 0a{r:g} {r:g} 0 1 0 {-2 * r:g} 0z"


_UP: Final = -math.pi / 2
#: The shapes of ``page_looks``, as path data around a centre.
NODE_SHAPES: Final[dict[str, Callable[..., str]]] = {
    "dot": _dot,
    "square": _polygon(4, math.pi / 4),
    "diamond": _polygon(4, _UP),
    "triangle": _polygon(3, _UP),
    "triangleDown": _polygon(3, -_UP),
    "hexagon": _polygon(6, 0.0),
    "star": _polygon(10, _UP, 0.5),
}


def _shape(node: Node, look: dict[str, Any]) -> str:
    return _shape_at(look, node.x, node.y, node.r)


def _shape_at(look: dict[str, Any], x: float, y: float, r: float) -> str:
    return NODE_SHAPES[look["shape"]](x, y, r)
