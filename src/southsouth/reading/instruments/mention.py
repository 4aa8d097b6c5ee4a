"""A mention, and the mentions of a document with their look-ups."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Mention(NamedTuple):
    """A name at one place, in offsets of the reading text.

    ``thing`` and ``name`` are IRIs of the authority records; ``candidates`` holds all things of a
    name that several bear, and then ``thing`` is "". A back reference ("the Fund") has no ``name``;
    ``full`` is the span of the full name that it points to, up to its head noun where the thing of
    that name is unknown.
    """

    part: str
    start: int
    end: int
    thing: str
    name: str
    candidates: tuple[str, ...] = ()
    full: tuple[int, int] | None = None


class Mentions(tuple[Mention, ...]):
    """Mentions in text order, which do not overlap."""

    starts: list[int]

    def __new__(cls, mentions: Iterable[Mention] = ()) -> Mentions:
        """Sorts them by place."""
        self = super().__new__(cls, sorted(mentions, key=lambda m: (m.start, m.end)))
        self.starts = [mention.start for mention in self]
        return self

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """Those that start at ``start`` or later and before ``end``."""
        return self[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def known(self) -> tuple[Mention, ...]:
        """Those of a thing, or of one of several, that the authority records know."""
        return tuple(mention for mention in self if mention.thing or mention.candidates)

    def at(self, offset: int) -> Mention | None:
        """The one that holds ``offset``."""
        place = bisect_right(self.starts, offset) - 1
        return self[place] if place >= 0 and self[place].end > offset else None
