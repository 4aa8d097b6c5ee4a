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
#: So long after its last use a name is certain, as long as nothing tells of its end.
_GRACE: Final = timedelta(days=366)


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
    """What it was called on ``day``: one thing, or a chain of them.

    In a chain, what is certain leaves no room for what only may have been there.
    """
    certain: set[str] = set()
    possible: set[str] = set()
    for life in _chained(list(lives)):
        for form, how in _names_on(life, day):
            (certain if how == _SURE else possible if how == _MAYBE else set[str]()).add(form)
    return Called(tuple(sorted(certain)), () if certain else tuple(sorted(possible)))


def _names_on(life: Life, day: date) -> Iterable[tuple[str, int]]:
    """How sure each name of a thing is on a day. What was there had a name: before its first use,
    the only one that is possible is certain."""
    there = _there(life, day)
    used = {form: _in_use(bounds, day) for form, bounds in life.names}
    unused = [form for form, bounds in life.names if _is_before_use(bounds, day)]
    maybe = [form for form, how in used.items() if how == _MAYBE]
    if there == _SURE and len(maybe) == 1 and maybe == unused and _SURE not in used.values():
        used[maybe[0]] = _SURE
    return [(form, min(there, how)) for form, how in used.items()]


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
    if ended is not None and (end is None or day > end):
        return _MAYBE
    return _SURE if end is None or day - end <= _GRACE else _MAYBE


def _is_before_use(bounds: Bounds, day: date) -> bool:
    """Whether a day lies before the first use of a name, where it may have been in use."""
    begins = bounds.start_not_before or date.min
    return begins <= day < (bounds.start_not_after or date.min)


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
