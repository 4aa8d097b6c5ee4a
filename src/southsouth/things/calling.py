"""What a thing was called on a day, and which of several that follow one another there was. Pure.

Asked for several things, the answer takes them for a chain, as a question does that names them:
what begins later ends what was there before. Certain is what evidence on both sides of the day
shows; between the last trace of one and the first of the next, both are possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from southsouth.things.periods import Bounds

#: What begins within so many days of each other begins together: two tribunals for one.
_TOGETHER: Final = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Life:
    """A thing with its official names (form and bounds of use) and what is known of its life: when
    it began and ended, not before and not after certain days, None where that is not known."""

    names: tuple[tuple[str, Bounds], ...]
    begins: tuple[date | None, date | None] = (None, None)
    ends: tuple[date | None, date | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Called:
    """The names that held on a day for sure, and those between which the evidence leaves it."""

    certain: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()


def called_on(lives: Iterable[Life], day: date) -> Called:
    """What it was called on ``day``: one thing, or a chain of them."""
    certain: set[str] = set()
    possible: set[str] = set()
    for life in _chained(list(lives)):
        there = _there(life, day)
        for form, bounds in life.names:
            how = min(there, _in_use(bounds, day))
            (certain if how == _SURE else possible if how == _MAYBE else set[str]()).add(form)
    return Called(tuple(sorted(certain)), tuple(sorted(possible)))


_NOT, _MAYBE, _SURE = range(3)


def _there(life: Life, day: date) -> int:
    """Whether a thing was there on a day."""
    (begin, begun), (end, ended) = life.begins, life.ends
    if (begin is not None and day < begin) or (ended is not None and day >= ended):
        return _NOT
    if begun is None or day < begun:
        return _MAYBE
    if ended is not None and (end is None or day > end):
        return _MAYBE
    return _SURE


def _in_use(bounds: Bounds, day: date) -> int:
    """Whether a name was in use on a day, as long as the thing was there."""
    start, started = bounds.start_not_before, bounds.start_not_after
    end, ended = bounds.end_not_before, bounds.end_not_after
    if (
        bounds == Bounds()
        or (start is not None and day < start)
        or (ended is not None and day >= ended)
    ):
        return _NOT
    if started is None or day < started:
        return _MAYBE
    if ended is None or (end is not None and day <= end):
        return _SURE
    return _MAYBE


def _chained(lives: Sequence[Life]) -> list[Life]:
    """The lives, each of which ends where what begins after it begins."""
    known = [life for life in lives if life.begins[1] is not None]
    chained = [life for life in lives if life.begins[1] is None]
    for life in known:
        later = [other for other in known if _begins(other) - _begins(life) > _TOGETHER]
        after = min(later, key=_begins, default=None)
        chained.append(_ended(life, after) if after is not None else life)
    return chained


def _begins(life: Life) -> date:
    return life.begins[1] or date.max


def _ended(life: Life, after: Life) -> Life:
    end, ended = life.ends
    latest = after.begins[1]
    if ended is not None and latest is not None and ended <= latest:
        return life
    last = end if end is None or latest is None else min(end, latest)
    earliest = after.begins[0]
    return replace(life, ends=(max(filter(None, (last, earliest)), default=None), latest))
