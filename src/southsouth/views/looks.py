"""What kinds of node and edge look like: shape, colour and line, legible in both themes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product
from typing import Any, Final

# Okabe and Ito's palette, told apart with any colour vision; "grey" replaces its black.
ORANGE, SKY, GREEN, YELLOW = "#E69F00", "#56B4E9", "#009E73", "#F0E442"
BLUE, VERMILION, PURPLE, GREY = "#0072B2", "#D55E00", "#CC79A7", "#7F7F7F"
BACKGROUNDS: Final = {"light": "#FFFFFF", "dark": "#14181F"}  # the same in network/style.css

KIND_LOOKS: Final[dict[str, tuple[str, str]]] = {
    # kind: shape and colour, in the order of the lanes, top to bottom
    "Conference": ("triangleDown", GREEN),
    "OutcomeDocument": ("square", GREEN),
    "ProgrammeOfAction": ("star", PURPLE),
    "Declaration": ("diamond", PURPLE),
    "Strategy": ("hexagon", PURPLE),
    "Agreement": ("square", PURPLE),
    "Observance": ("star", ORANGE),
    "TrustFund": ("diamond", VERMILION),
    "Body": ("hexagon", GREEN),
    "Name": ("dot", YELLOW),
    "Event": ("triangle", VERMILION),
    "Resolution": ("dot", BLUE),
    "Decision": ("square", SKY),
    "Provision": ("dot", SKY),
    "Report": ("triangle", ORANGE),
    "Document": ("square", GREY),
}
SPARE_LOOKS: Final = tuple(
    look
    for look in product(
        ("hexagon", "triangleDown", "diamond", "star", "triangle", "square", "dot"),
        (SKY, VERMILION, GREEN, ORANGE, PURPLE, BLUE, YELLOW, GREY),
    )
    if look not in KIND_LOOKS.values()
)
EDGE_COLOURS: Final = (BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, GREY)
EDGE_DASHES: Final[tuple[list[int] | bool, ...]] = (False, [9, 5], [3, 4])


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(one: str, other: str) -> float:
    """Two ``#RRGGBB`` colours in, their WCAG contrast ratio (1 to 21) out."""

    def luminance(colour: str) -> float:
        parts = (channel / 255 for channel in _rgb(colour))
        red, green, blue = (
            p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable(colour: str, background: str, ratio: float) -> str:
    """The colour itself, or its nearest darker (on dark, lighter) shade of that contrast."""
    pole = 0 if contrast("#000000", background) > contrast("#FFFFFF", background) else 255
    for step in range(21):
        mixed = (round(channel + (pole - channel) * step / 20) for channel in _rgb(colour))
        shade = "#{:02X}{:02X}{:02X}".format(*mixed)
        if contrast(shade, background) >= ratio:
            break
    return shade


def spoken(kind: str) -> str:
    """``ProgrammeOfAction`` in, ``Programme of action`` out."""
    return re.sub(r"(?<=[a-z])[A-Z]", lambda capital: " " + capital[0].lower(), kind)


def kind_looks(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """The kinds that occur, in the order of their lanes, each with its look in both themes."""
    known = [kind for kind in KIND_LOOKS if kind in counts]
    others = sorted(kind for kind in counts if kind not in KIND_LOOKS)
    spare = {kind: SPARE_LOOKS[i % len(SPARE_LOOKS)] for i, kind in enumerate(others)}
    return [
        {
            "kind": kind,
            "name": spoken(kind),
            "count": counts[kind],
            "shape": shape,
            **{
                theme: {
                    "fill": readable(hue, ground, 3.0) if theme == "dark" else hue,
                    "border": readable(hue, ground, 4.5),
                }
                for theme, ground in BACKGROUNDS.items()
            },
        }
        for kind in known + others
        for shape, hue in [KIND_LOOKS.get(kind) or spare[kind]]
    ]


def function_looks(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """The edge functions that occur, the commonest first, each with its line."""
    names = sorted(counts, key=lambda name: (-counts[name], name))
    return [
        {
            "name": spoken(name) or "other",
            "key": name,
            "count": counts[name],
            "dashes": EDGE_DASHES[i // len(EDGE_COLOURS) % len(EDGE_DASHES)],
            **{
                theme: readable(EDGE_COLOURS[i % len(EDGE_COLOURS)], ground, 4.5)
                for theme, ground in BACKGROUNDS.items()
            },
        }
        for i, name in enumerate(names)
    ]
