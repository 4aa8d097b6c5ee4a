"""Name periods from evidence: attestations in dated documents and stated changes of name. Pure.

A name has four bounds, each may be missing: it started not before and not after, ended not before
and not after certain days. What evidence gives:

* an attestation on day *d*: started not after *d*, ended not before *d*;
* a change decided on *d*, or reported to have been made on *d*: the new name started on *d*, the
  old one ended on *d*;
* a change known on *d* to have been made before: the new name started not after *d*, and the old
  one ended not after *d*, nor after the first use of the new one;
* a change requested on *d*: the new name started not before *d*, the old one ended not before *d*
  and, once the new name is attested on *e*, not after *e*;
* a silent change between the last use of the old name on *d* and the first of the new one on *e*:
  the new name started, and the old one ended, not before *d* and not after *e*.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Protocol

#: The ontology's terms for the bounds of a name, in the order of ``Bounds``.
BOUND_TERMS: Final = ("startNotBefore", "startNotAfter", "endNotBefore", "endNotAfter")


#: Forces of a change that was made on its day.
_KNOWN: Final = "known"
_DONE: Final = frozenset({"decided", "reported"})


@dataclass(frozen=True, slots=True)
class Attestation:
    """A name that stands in a provision of a document of that day."""

    name: str
    day: date
    provision: str


@dataclass(frozen=True, slots=True)
class NameChange:
    """A stated change from one name to another; ``statement`` is the IRI of the event or action."""

    statement: str
    old: str
    new: str
    force: str
    day: date


@dataclass(frozen=True, slots=True)
class Bounds:
    """The four bounds of a name's use; None where nothing is known."""

    start_not_before: date | None = None
    start_not_after: date | None = None
    end_not_before: date | None = None
    end_not_after: date | None = None


class Unsaid(Protocol):
    """A change of name that only use shows (``lineage.silent``)."""

    @property
    def old(self) -> str: ...
    @property
    def new(self) -> str: ...
    @property
    def last_use(self) -> Attestation: ...
    @property
    def first_use(self) -> Attestation: ...


def _latest(*days: date | None) -> date | None:
    return max((day for day in days if day is not None), default=None)


def _earliest(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)


def first_use(name: str, attestations: Iterable[Attestation], after: date) -> Attestation | None:
    """The first attestation of ``name`` in a document later than ``after``; None without one.

    The request itself names the new name; only a later document shows that it is in use.
    """
    later = [a for a in attestations if a.name == name and a.day > after]
    return min(later, key=lambda a: (a.day, a.provision), default=None)


def bounds_of(
    name: str, attestations: Iterable[Attestation], changes: Iterable[NameChange]
) -> Bounds:
    """The bounds that the evidence gives for ``name``."""
    uses = list(attestations)
    introduced = [change for change in changes if change.new == name]
    replaced = [change for change in changes if change.old == name]
    # the sentence that asks for a new name does not yet use it
    asked = {change.day for change in introduced if change.force == "requested"}
    days = [use.day for use in uses if use.name == name and use.day not in asked]
    known = [change.day for change in introduced if change.force == _KNOWN]
    start_not_before = _latest(*(c.day for c in introduced if c.force != _KNOWN))
    decided = [change.day for change in introduced if change.force in _DONE]
    given_up = []
    for change in replaced:
        if change.force in _DONE:
            given_up.append(change.day)
        elif change.force == _KNOWN:
            in_use = first_use(change.new, uses, date.min)
            given_up.append(min(change.day, in_use.day) if in_use else change.day)
        elif use := first_use(change.new, uses, change.day):
            given_up.append(use.day)
    end_not_after = _earliest(*given_up)
    # an old name that is quoted later is no longer the name
    own = [day for day in days if end_not_after is None or day <= end_not_after]
    end_not_before = _latest(*own, *(c.day for c in replaced if c.force != _KNOWN))
    if end_not_after is not None and end_not_before is not None:
        end_not_before = min(end_not_before, end_not_after)
    return Bounds(
        start_not_before, _earliest(*days, *decided, *known), end_not_before, end_not_after
    )


def tighter(found: Bounds, known: Bounds) -> Mapping[str, date]:
    """The bounds of ``found`` that say more than ``known`` does, by the ontology's term."""
    pairs = {
        "startNotBefore": (found.start_not_before, known.start_not_before, True),
        "startNotAfter": (found.start_not_after, known.start_not_after, False),
        "endNotBefore": (found.end_not_before, known.end_not_before, True),
        "endNotAfter": (found.end_not_after, known.end_not_after, False),
    }
    return {
        term: mine
        for term, (mine, other, later_is_tighter) in pairs.items()
        if mine is not None
        and (other is None or (mine > other if later_is_tighter else mine < other))
    }


def all_bounds(
    names: Iterable[str],
    attestations: Iterable[Attestation],
    changes: Iterable[NameChange],
    silent: Iterable[Unsaid] = (),
) -> Mapping[str, Bounds]:
    """The bounds of every name for which there is evidence."""
    stated = list(changes)
    uses: dict[str, list[Attestation]] = {}
    for use in attestations:
        uses.setdefault(use.name, []).append(use)
    found = {}
    for name in names:
        bearing = {name, *(change.new for change in stated if change.old == name)}
        evidence = [use for one in sorted(bearing) for use in uses.get(one, ())]
        found[name] = bounds_of(name, evidence, stated)
    for change in silent:
        last, first = change.last_use.day, change.first_use.day
        old, new = found.get(change.old, Bounds()), found.get(change.new, Bounds())
        # the old name, quoted later, is no longer the name
        found[change.old] = replace(
            old, end_not_before=last, end_not_after=_earliest(old.end_not_after, first)
        )
        found[change.new] = replace(new, start_not_before=_latest(new.start_not_before, last))
    return {name: bounds for name, bounds in found.items() if bounds != Bounds()}
