"""Where things stand on a page of a PDF: the page's box, turned if need be, and its links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: How much of a letter's width a link's box holds; the brackets around it overlap it, too.
_LINK_SHARE: Final = 0.7


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's box and how often its words are turned by 90 degrees."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    def turned(self, turns: int) -> Frame:
        return Frame(self.left, self.bottom, self.right, self.top, turns)

    @property
    def size(self) -> tuple[float, float]:
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    def span(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float]:
        """Where the box begins and ends along the reading direction."""
        if not self.turns:
            return left - self.left, right - self.left
        return (
            (left - self.left, right - self.left),
            (bottom - self.bottom, top - self.bottom),
            (self.right - right, self.right - left),
            (self.top - top, self.top - bottom),
        )[self.turns]

    def height(self, x: float, y: float) -> float:
        """How high the point stands on the page as it is read."""
        return (y - self.bottom, self.right - x, self.top - y, x - self.left)[self.turns]


@dataclass(frozen=True, slots=True)
class LinkBox:
    """Where a page links to an address outside, in the coordinates of the file."""

    left: float
    bottom: float
    right: float
    top: float
    href: str

    def holds(self, left: float, bottom: float, right: float, top: float) -> bool:
        """Whether most of the box lies inside."""
        width = min(right, self.right) - max(left, self.left)
        height = min(top, self.top) - max(bottom, self.bottom)
        return width > _LINK_SHARE * (right - left) and height > (top - bottom) / 2
