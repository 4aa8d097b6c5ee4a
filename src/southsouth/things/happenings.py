"""Happenings: what happened once, however many documents tell of it. Pure.

Statements of one kind that speak of the same thing, and of the same new name or successor, tell of
one happening. Its force is the strongest, its day the one that most statements give, a decision
counting twice; what others give stays as claims.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from southsouth.things.evidence import Told
from southsouth.vocabulary import BASE

if TYPE_CHECKING:
    from southsouth.things.knowledge import Roles

#: How much the word of the document that decides weighs.
_WEIGHT: Final = 2
#: From the strongest on.
_FORCES: Final = ("decided", "reported", "requested")


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened once.

    ``old`` and ``new`` are IRIs of names (of a renaming), with the words for them; ``other`` is
    the IRI of what the thing became. ``claims`` are the days that statements give and that are not
    the chosen one; ``authority`` and ``statements`` are IRIs.
    """

    iri: str
    kind: str
    force: str
    thing: str
    label: str
    other: str
    old: str
    old_form: str
    new: str
    new_form: str
    day: date | None
    claims: tuple[date, ...]
    authority: tuple[str, ...]
    statements: tuple[str, ...]


def happenings(
    told: Iterable[Told],
    sets_of: Callable[[Told], tuple[str, str]],
    roles: Mapping[tuple[str, str], Roles],
    forms: Mapping[str, str],
) -> Iterator[Happening]:
    """The happenings that statements tell of, of things that are known or learned.

    ``sets_of`` gives the sets of names of what a statement speaks of, ``roles`` their things by
    statement and subject, ``forms`` the words for things and names by IRI.
    """
    groups: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for one in told:
        subject, other = sets_of(one)
        if roles[one.iri, one.subject].thing and subject != other:  # nothing follows itself
            groups[one.kind, subject, other].append(one)
    for (kind, _, other), own in sorted(groups.items()):
        yield _happening(kind, other, own, [roles[one.iri, one.subject] for one in own], forms)


def _happening(
    kind: str, other: str, told: Sequence[Told], roles: Sequence[Roles], forms: Mapping[str, str]
) -> Happening:
    force = min((one.force for one in told), key=_FORCES.index)
    day = _day_of(told)
    claims = {_day(one) for one in told if one.force != "requested"} - {day, None}
    thing = roles[0].thing
    successor = next((role.other for role in roles if role.other), "")
    old = next((role.old for role in roles if role.old), "")
    new = next((role.new for role in roles if role.new), "")
    renames = kind == "renaming"
    return Happening(
        _iri(kind, thing, successor or other),
        kind,
        force,
        thing,
        forms.get(thing, told[0].subject),
        successor,
        old,
        forms.get(old, told[0].subject) if renames else "",
        new,
        forms.get(new, told[0].new) if renames or not successor else forms.get(successor, ""),
        day,
        tuple(sorted(claim for claim in claims if claim)),
        _authority(told),
        tuple(dict.fromkeys(one.iri for one in told)),
    )


def _iri(kind: str, thing: str, other: str) -> str:
    """The IRI of a happening: its kind and thing, and what that becomes."""
    handles = [thing.removeprefix(BASE), other.removeprefix(BASE).partition(" ")[2] or other]
    local = "/".join(
        re.sub(r"[^A-Za-z0-9]+", "-", handle).strip("-") for handle in handles if handle
    )
    return f"{BASE}happening/{kind}/{local}"


def _authority(told: Sequence[Told]) -> tuple[str, ...]:
    """The document that decided it, as most statements name it and as it says itself; else those
    that ask for it."""
    votes = Counter(symbol for one in told for symbol in one.authority)
    for one in told:
        if one.force == "decided":
            votes[one.document] += _WEIGHT
    if votes:
        most = max(votes.values())
        return tuple(sorted(symbol for symbol in votes if votes[symbol] == most))
    return tuple(sorted({one.document for one in told if one.force == "requested"}))


def _day_of(told: Sequence[Told]) -> date | None:
    """The day that most statements give, of those the earliest; a decision counts twice."""
    days: Counter[date] = Counter()
    for one in told:
        if day := _day(one):
            days[day] += _WEIGHT if one.force == "decided" else 1
    return max(days, key=lambda day: (days[day], -day.toordinal()), default=None)


def _day(one: Told) -> date | None:
    """The day that a statement gives what it tells: stated, or of the decision."""
    return one.stated or (one.day if one.force == "decided" else None)
