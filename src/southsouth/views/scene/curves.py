"""How lines run between nodes: those from one node to the same lane leave it as one bundle."""

from __future__ import annotations

from typing import Final

from southsouth.views.scene.columns import BOX
from southsouth.views.scene.model import Edge, Scene

#: How far a line runs level before it bends; how much of the way the bundle of a lane takes.
_LEVEL: Final = 80.0
_BUNDLED: Final = 0.55


def curve(scene: Scene, edge: Edge) -> str:
    """The line of an edge, from the citing to the cited, as path data (SVG 2 §9.3)."""
    source, target = scene.nodes[edge.source], scene.nodes[edge.target]
    half = BOX[0] / 2 if scene.boxes else 0.0
    lane = scene.lanes[target.lane]
    x1, y1, x2, y2 = source.x - half, source.y, target.x + half, target.y
    if x1 - x2 < 12:  # cited and citing in one column, or the cited is the later: around the right
        x1, x2 = source.x + half, target.x + half
        out = max(x1, x2) + 26
        return f"M{x1:.0f} {y1:.0f}C{out:.0f} {y1:.0f} {out:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
    level = min(_LEVEL, (x1 - x2) / 2)
    towards = y1 + ((lane.top + lane.bottom) / 2 - y1) * _BUNDLED
    return (
        f"M{x1:.0f} {y1:.0f}C{x1 - level:.0f} {towards:.0f} {x2 + level:.0f} {y2:.0f} "
        f"{x2:.0f} {y2:.0f}"
    )
