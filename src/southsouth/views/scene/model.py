"""What a picture of the graph is made of. Plain values; places are in pixels at the scale of 1."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Node:
    """A document, instrument or body at its place.

    ``day`` is an ISO date or the beginning of one, ``known`` how it is known (a key of
    ``years.HOW``), "" for both where it is not; ``cited`` how many documents of the store cite it.
    """

    iri: str
    label: str
    title: str
    kind: str
    lane: int
    day: str
    known: str
    cited: int
    x: float
    y: float
    r: float


@dataclass(frozen=True, slots=True)
class Edge:
    """``source`` cites (mentions, establishes …) ``target``: indexes of nodes.

    ``function`` is the local name of a property, ``verb`` the word for people, ``count`` the number
    of citations, ``preambular`` how many of them stand in the preamble.
    """

    source: int
    target: int
    function: str
    verb: str = ""
    count: int = 1
    preambular: int = 0


@dataclass(frozen=True, slots=True)
class Lane:
    """A horizontal band of the picture."""

    label: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture of nodes along time: marks of their size, or boxes with their labels.

    ``ticks`` are labels of the axis with their x; ``box`` is left, top, right, bottom; ``focus`` is
    the index of the node that the picture is about, -1 for none; ``left_out`` counts what was found
    and is not shown; ``query`` is the SPARQL that finds the same.
    """

    title: str
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    lanes: tuple[Lane, ...] = ()
    ticks: tuple[tuple[str, float], ...] = ()
    box: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    focus: int = -1
    left_out: int = 0
    query: str = ""
    boxes: bool = False

    def _repr_svg_(self) -> str:
        """The picture in a notebook."""
        from southsouth.views.scene.svg import scene_svg

        return scene_svg(self)

    def _repr_html_(self) -> str:
        """The picture in a notebook, in its own size where it is wider than the page."""
        left, _, right, _ = self.box
        return _scrolling(self._repr_svg_(), round(right - left) + 60)


@dataclass(frozen=True, slots=True)
class Segment:
    """A name's bar: in use for certain from ``x1`` to ``x2``, perhaps from ``x0`` and to ``x3``.

    ``bounds`` are the four days behind it ("" where unknown), ``ticks`` the places of the days on
    which documents use it, ``row`` the line of the lane it stands on.
    """

    name: str
    form: str
    status: str
    use: str
    row: int
    x0: float
    x1: float
    x2: float
    x3: float
    label_x: float
    label_end: bool
    goes_on: bool
    bounds: tuple[str, ...]
    ticks: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """An event's mark. ``number`` is its place in the list of all; ``day`` is as people say it,
    ``where`` the provision that states or shows it, ``also`` a second one."""

    event: str
    number: int
    row: int
    x: float | None
    force: str
    day: str
    label: str
    where: str
    also: str
    quote: str


@dataclass(frozen=True, slots=True)
class LineageLane:
    """An instrument or body with its names and what happened to it; ``top`` and ``height`` of its
    lane, ``rows`` of names, ``mark_rows`` of marks."""

    iri: str
    label: str
    kind: str
    top: float
    height: float
    rows: int
    mark_rows: int
    segments: tuple[Segment, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Join:
    """One lane goes over into another: ``kind`` is merger, succession, follows …; from the end of
    the lane ``source`` to the lane ``target`` at ``x``."""

    source: int
    target: int
    x: float
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """Names in time: lanes below each other on one linear axis from ``first`` to ``last`` (ISO
    days), whose x are ``left`` and ``right``."""

    title: str
    lanes: tuple[LineageLane, ...] = ()
    joins: tuple[Join, ...] = ()
    first: str = "2000-01-01"
    last: str = "2001-01-01"
    left: float = 0.0
    right: float = 1.0
    width: float = 1.0
    height: float = 1.0
    axis: float = 0.0
    ticks: tuple[tuple[str, float], ...] = ()
    query: str = field(default="", compare=False)

    def _repr_svg_(self) -> str:
        """The picture in a notebook."""
        from southsouth.views.scene.svg import lineage_svg

        return lineage_svg(self, listed=True)

    def _repr_html_(self) -> str:
        """The picture in a notebook, never smaller than it can be read."""
        return _scrolling(self._repr_svg_(), round(self.width))


def _scrolling(svg: str, width: int) -> str:
    return f'<div style="overflow-x:auto"><div style="min-width:{width}px">{svg}</div></div>'
