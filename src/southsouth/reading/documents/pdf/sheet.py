"""One page of a PDF: its runs of characters, and the horizontal rules drawn on it."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any, Final

from pypdfium2 import raw

from southsouth.reading.documents.pdf.frame import Frame, LinkBox
from southsouth.reading.documents.pdf.glyphs import Run, read_runs

#: A page of this many drawn objects is a map; the rules that matter are drawn first.
_MAX_OBJECTS: Final = 20_000
_MAX_LINKS: Final = 2_000


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line that is drawn, not typed."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its number from 1, its size, what is printed on it."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...]


def _read_rules(page: Any, frame: Frame) -> tuple[Rule, ...]:
    """Horizontal lines, drawn in one piece or in several that touch."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pieces: list[Rule] = []
    for index in range(min(raw.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        low = frame.height(left.value, bottom.value)
        high = frame.height(right.value, top.value)
        x0, x1 = frame.span(left.value, bottom.value, right.value, top.value)
        if abs(high - low) <= 3 < x1 - x0 or (abs(high - low) <= 1 and x1 > x0):
            pieces.append(Rule(x0, x1, min(low, high)))
    rules: list[Rule] = []
    for piece in sorted(pieces, key=lambda rule: (-round(rule.y), rule.x0)):
        if rules and abs(rules[-1].y - piece.y) < 1.5 and piece.x0 <= rules[-1].x1 + 2:
            rules[-1] = Rule(rules[-1].x0, max(rules[-1].x1, piece.x1), rules[-1].y)
        else:
            rules.append(piece)
    return tuple(rule for rule in rules if rule.x1 - rule.x0 >= 20)


def _read_links(document: Any, page: Any) -> list[LinkBox]:
    """Where the page links to an address outside."""
    position, link = ctypes.c_int(), raw.FPDF_LINK()
    boxes: list[LinkBox] = []
    while len(boxes) < _MAX_LINKS and raw.FPDFLink_Enumerate(page, position, link):
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        length = raw.FPDFAction_GetURIPath(document, action, None, 0)
        buffer = ctypes.create_string_buffer(max(length, 1))
        raw.FPDFAction_GetURIPath(document, action, buffer, length)
        href = buffer.value.decode("utf-8", "replace")
        quad, rect = raw.FS_QUADPOINTSF(), raw.FS_RECTF()
        for number in range(raw.FPDFLink_CountQuadPoints(link)):
            raw.FPDFLink_GetQuadPoints(link, number, quad)
            across = (quad.x1, quad.x2, quad.x3, quad.x4)
            up = (quad.y1, quad.y2, quad.y3, quad.y4)
            boxes.append(LinkBox(min(across), min(up), max(across), max(up), href))
        if not raw.FPDFLink_CountQuadPoints(link) and raw.FPDFLink_GetAnnotRect(link, rect):
            boxes.append(LinkBox(rect.left, rect.bottom, rect.right, rect.top, href))
    return boxes


def read_sheet(document: Any, page: Any, text_page: Any, number: int, count: int) -> Sheet:
    """The page ``number`` with its ``count`` characters, from pypdfium2's objects for them."""
    frame = Frame(*page.get_bbox())
    runs, frame = read_runs(text_page, count, frame, _read_links(document, page))
    width, height = frame.size
    return Sheet(number, width, height, tuple(runs), _read_rules(page, frame))
