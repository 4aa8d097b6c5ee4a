"""Weighing what another vocabulary answered: which names agree, which dates agree or contradict.

Pure. The numbers are choices of ours, in one place; docs/linking.md explains them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from southsouth.linking.asking import Candidate
from southsouth.linking.things import Name, Thing
from southsouth.reading.instruments.authority import normal_form
from southsouth.vocabulary import SKOS

EXACT: Final = SKOS + "exactMatch"
CLOSE: Final = SKOS + "closeMatch"
#: How much a name tells by itself, by its status. Several names add up as independent witnesses.
_WEIGHTS: Final = {
    "official": 0.7,
    "variant": 0.6,
    "short": 0.4,
    "acronym": 0.25,
    "proposed": 0.3,
    "general": 0.1,
}
#: Statuses that are called otherwise than "… name".
_CALLED: Final = {"acronym": "acronym", "variant": "variant"}
#: Dates that agree take half of the doubt; one that contradicts leaves this much of the score.
_AGREEING: Final = 0.5
_CONTRADICTED: Final = 0.3
#: The thing is already linked to another of the same vocabulary, or others there fit as well.
_ELSEWHERE: Final = 0.5
_RIVALS: Final = 0.8
#: From here on, with no contradiction and no rival, the relation proposed is exactMatch.
_EXACT_FROM: Final = 0.8
#: Years by which sources may differ on one beginning: adopted in December, begun in January.
_TOLERANCE: Final = 1
_YEAR: Final = re.compile(r"[+]?(\d{4})(?:-|$)")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A link that a person may confirm: ``evidence`` says in words what speaks for and against."""

    subject: str
    subject_label: str
    relation: str
    target: str
    target_label: str
    score: float
    evidence: tuple[str, ...]
    matched: tuple[str, ...]
    dated: bool


def year_of(value: str) -> int | None:
    """The year of a date in ISO 8601; None where there is none, or one before our era."""
    found = _YEAR.match(value)
    return int(found[1]) if found else None


def _years(candidates: Iterable[Candidate], which: str) -> list[int]:
    values = (year_of(getattr(candidate, which)) for candidate in candidates)
    return sorted({year for year in values if year is not None})


def _near(one: Iterable[int], other: Iterable[int]) -> bool:
    others = list(other)
    return any(abs(a - b) <= _TOLERANCE for a in one for b in others)


def _listed(years: Iterable[int]) -> str:
    return " or ".join(map(str, sorted(set(years))))


@dataclass(frozen=True, slots=True)
class _Dates:
    agree: tuple[str, ...]
    contradict: tuple[str, ...]


def compare_dates(thing: Thing, found: Sequence[Candidate]) -> _Dates:
    """What the dates on both sides say of each other, in words."""
    agree: list[str] = []
    contradict: list[str] = []
    for what, ours, theirs in (
        ("began", [day.year for day in thing.began], _years(found, "start")),
        ("ended", [day.year for day in thing.ended], _years(found, "end")),
    ):
        if ours and theirs:
            words = f"{what} in {_listed(ours)} here, in {_listed(theirs)} there"
            (agree if _near(ours, theirs) else contradict).append(words)
    starts, ends = _years(found, "start"), _years(found, "end")
    if thing.was and starts and not thing.began and min(starts) > thing.was[0].year:
        contradict.append(f"was there on {thing.was[0]}, began in {_listed(starts)} there")
    if thing.was and ends and not thing.ended and max(ends) < thing.was[-1].year:
        contradict.append(f"was there on {thing.was[-1]}, ended in {_listed(ends)} there")
    return _Dates(tuple(agree), tuple(contradict))


def _matches(thing: Thing, found: Sequence[Candidate]) -> dict[Name, Candidate]:
    """The names of ours that the other has too, each with the name there."""
    theirs: dict[str, list[Candidate]] = {}
    for candidate in found:
        theirs.setdefault(normal_form(candidate.label), []).append(candidate)
    matched = {}
    for name in thing.names:
        same = [
            candidate
            for candidate in theirs.get(normal_form(name.form), ())
            if name.language == candidate.language or candidate.language in {"", "mul"}
            # the case of an acronym tells it from a word
            if name.status != "acronym" or candidate.label == name.form
        ]
        if same:
            matched[name] = min(same, key=lambda c: (c.label != name.form, c.label, c.field))
    return matched


def _name_score(matched: Iterable[Name]) -> float:
    """Names as independent witnesses; the same words in two languages are one."""
    best: dict[str, float] = {}
    for name in matched:
        form, weight = normal_form(name.form), _WEIGHTS.get(name.status, 0.1)
        best[form] = max(weight, best.get(form, 0.0))
    doubt = 1.0
    for weight in best.values():
        doubt *= 1 - weight
    return 1 - doubt


def _name_evidence(matched: dict[Name, Candidate]) -> list[str]:
    told = []
    for name, candidate in matched.items():
        called = _CALLED.get(name.status, f"{name.status} name")
        words = f"{called} “{name.form}” ({name.language or 'no language'})"
        other = f" “{candidate.label}”" if candidate.label != name.form else ""
        told.append(f"{words} is its {candidate.field or 'label'}{other}")
    return told


def _vocabulary(iri: str) -> str:
    return iri.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A candidate for one thing, with its score by names and dates."""

    target: str
    found: Sequence[Candidate]
    names: dict[Name, Candidate]
    dates: _Dates
    score: float


def _weighed(thing: Thing, target: str, found: Sequence[Candidate]) -> _Weighed | None:
    """None where no name agrees."""
    names = _matches(thing, found)
    if not names:
        return None
    dates, score = compare_dates(thing, found), _name_score(names)
    if dates.agree:
        score += (1 - score) * _AGREEING
    if dates.contradict:
        score *= _CONTRADICTED
    return _Weighed(target, found, names, dates, score)


def _proposal(thing: Thing, one: _Weighed, rivals: int, claimed: int) -> Proposal:
    """``rivals`` others fit the thing as well; ``claimed`` other things are called so too."""
    score, evidence = one.score, _name_evidence(one.names)
    evidence += [f"dates agree: {words}" for words in one.dates.agree]
    evidence += [f"dates contradict: {words}" for words in one.dates.contradict]
    if not one.dates.agree and not one.dates.contradict:
        evidence.append("no dates to compare")
    elsewhere = sorted(iri for iri in thing.linked if _vocabulary(iri) == _vocabulary(one.target))
    if elsewhere:
        score *= _ELSEWHERE
        evidence.append(f"already linked to {elsewhere[0]}")
    if rivals:
        score *= _RIVALS
        evidence.append(f"{rivals} more there that fit as well or better")
    if claimed:
        evidence.append(f"{claimed} more of ours are called so")
    doubted = one.dates.contradict or elsewhere or rivals or claimed
    shown = sorted(c.shown for c in one.found if c.shown)
    return Proposal(
        thing.iri,
        thing.label,
        EXACT if score >= _EXACT_FROM and not doubted else CLOSE,
        one.target,
        shown[0] if shown else next(iter(one.names.values())).label,
        round(score, 3),
        tuple(evidence),
        tuple(sorted({candidate.label for candidate in one.names.values()})),
        bool(one.dates.agree or one.dates.contradict),
    )


def proposals(
    things: Iterable[Thing], candidates: Iterable[Candidate], least: float = 0.0
) -> list[Proposal]:
    """The links that the answers speak for, from the score ``least`` on: by the thing's label, the
    best first. Links that the store has are not proposed again."""
    by_target: dict[str, list[Candidate]] = {}
    targets_of: dict[str, set[str]] = {}
    for candidate in candidates:
        by_target.setdefault(candidate.thing, []).append(candidate)
        targets_of.setdefault(normal_form(candidate.label), set()).add(candidate.thing)
    weighed: list[tuple[Thing, list[_Weighed]]] = []
    for thing in things:
        forms = {normal_form(name.form) for name in thing.names}
        targets = {target for form in forms for target in targets_of.get(form, ())}
        found = (
            _weighed(thing, target, by_target[target]) for target in sorted(targets - thing.linked)
        )
        weighed.append((thing, [one for one in found if one is not None]))
    claims = Counter(
        one.target for _, found in weighed for one in found if not one.dates.contradict
    )
    made = []
    for thing, all_found in weighed:
        for one in all_found:
            rivals = sum(other is not one and other.score >= one.score for other in all_found)
            claimed = max(claims[one.target] - 1, 0)
            made.append(_proposal(thing, one, rivals, claimed))
    kept = (one for one in made if one.score >= least)
    return sorted(kept, key=lambda p: (p.subject_label, p.subject, -p.score, p.target))
