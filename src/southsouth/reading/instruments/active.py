"""Verbs in the active: "rename X as Y", "it established X", "a fund, which it creates"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from southsouth.reading.instruments.candidates import (
    before,
    behind_second_verb,
    listed_before,
    more,
    objects,
    pairs,
    phrase_at,
)
from southsouth.reading.instruments.clause import (
    ARTICLE,
    HAVE,
    OBJECT_BEGINS,
    RELATIVE,
    Clause,
    Reading,
    behind,
    ends,
    link,
    linked,
    nouns,
    reach,
    renamed_too,
)
from southsouth.reading.instruments.phrases import Phrase
from southsouth.reading.instruments.predicate import Predicate

_AUXILIARY: Final = re.compile(
    r"(?:^|\s|,)(?P<aux>(?:shall|will|would|should|could|may|might|must|to|do|does|did))"
    r"(?:\s+together)?\s*\Z"
)


#: What the thing whose name is changed is told of: "…, which the Parties to the Treaty adopted".
_OF_ANOTHER: Final = re.compile(r"\b(?:which|that|adopted)\b")
_DEFINITE: Final = re.compile(r"\s+(?:the|those|these|all|both|its|their)\s")


#: A second verb with an object of its own: "which seek to create and link protected areas".
_GOES_ON: Final = re.compile(r"\s+(?:and|or)\s+[a-z]+\s+[a-z]|\s+[a-z-]+s\b")
_GAP: Final = re.compile(r",?\s+which\s+(?:[\w’-]+\s+){1,6}?\Z")


def active(clause: Clause, row: Predicate) -> Iterator[Reading]:
    if ends(ARTICLE, clause, clause.start):
        return
    aux = ends(_AUXILIARY, clause, clause.start)
    agent = _agent(clause, row) if row.agent else ()
    said = aux["aux"] if aux and aux["aux"] not in {"to", "do", "does", "did"} else ""
    if row.agent == "subject" and row.patient and not _together(clause, agent):
        return
    for reading in _second_first(clause, row):
        yield reading._replace(voice="active", aux=said)
    for at, its in behind(clause, row, clause.end):
        for reading in patient_first(clause, row, at, its):
            yield _with_agent(reading, row, agent, clause)._replace(voice="active", aux=said)
    yield from _left_behind(clause, row)
    if not row.patient and not row.links:
        yield _with_agent(
            Reading(row, "active", {}, clause.start, clause.end), row, agent, clause
        )._replace(aux=said)


def past(clause: Clause, row: Predicate) -> Iterator[Reading]:
    """ "it established the Fund", "has merged X into Y"; "X, renamed the Y" is none of it."""
    text, start = clause.text, clause.start
    have = ends(HAVE, clause, start)
    behind = row.agent or OBJECT_BEGINS.match(
        text, behind_second_verb(text, clause.end, clause.limit)
    )
    if not behind and not row.of and not have:
        return
    if not have and "-" in row.links.split("|") and text[:start].rstrip().endswith(","):
        return
    for reading in active(clause, row):
        yield reading._replace(voice="past", aux=have[0].strip() if have else "")


def _second_first(clause: Clause, row: Predicate) -> Iterator[Reading]:
    """ "consolidate into one fund the accounts", "transfer to the Office the functions of X"."""
    text, limit = clause.text, clause.limit
    joint = link(row.links).match(text, clause.end, limit) if row.links else None
    second = phrase_at(text, joint.end(), limit) if joint else None
    if second is None:
        return
    at = second.after
    if row.of:
        of = nouns(row.of).match(text, at, limit)
        if of is None or of["end"] is not None:
            return
        at = of.end()
    elif not _DEFINITE.match(text, at, limit):
        return
    first = phrase_at(text, at, limit)
    if first is not None:
        roles = {row.patient: (first, *more(text, first, limit)), row.second: (second,)}
        yield Reading(row, "active", roles, clause.start, first.after)


def _left_behind(clause: Clause, row: Predicate) -> Iterator[Reading]:
    """ "a fund, which it intends to create": the object is the relative pronoun."""
    which = _GAP.search(clause.text, clause.low, clause.start)
    if which is None or row.links or row.of or row.agent:
        return
    if OBJECT_BEGINS.match(clause.text, clause.end) or _GOES_ON.match(clause.text, clause.end):
        return
    phrase = before(clause.text, clause.low, which.start())
    if phrase is not None:
        roles: dict[str, tuple[Phrase, ...]] = {row.patient: (phrase,)}
        yield Reading(row, "active", roles, phrase.start, clause.end)


def _together(clause: Clause, agents: tuple[Phrase, ...]) -> bool:
    """Whether several do it as one: "the Centre and the Programme will together form"."""
    return len(agents) > 1 and clause.text.endswith(" together ", 0, clause.start)


def _with_agent(
    reading: Reading, row: Predicate, agent: tuple[Phrase, ...], clause: Clause
) -> Reading:
    if not row.agent or row.agent in reading.roles:
        return reading
    if not agent:
        return reading._replace(far=row.agent)
    start = min(reading.start, agent[0].start)
    return reading._replace(roles={**reading.roles, row.agent: agent}, start=start)


def _agent(clause: Clause, row: Predicate) -> tuple[Phrase, ...]:
    """Who acts, where that is a role: the phrase right before the verb or its relative pronoun."""
    text = clause.text
    aux = ends(_AUXILIARY, clause, clause.start)
    at = aux.start() if aux else clause.start
    relative = ends(RELATIVE, clause, at)
    at = relative.start() if relative else at
    phrase = before(text, clause.low, at, near=True) if at > clause.low else None
    if phrase and row.agent == "subject":
        return listed_before(text, clause.low, phrase)
    return (phrase,) if phrase else ()


def patient_first(clause: Clause, row: Predicate, at: int, its: bool) -> Iterator[Reading]:
    """The roles behind a verb or noun, where the patient stands at ``at``."""
    text, limit = clause.text, clause.limit
    if its or not row.patient:
        yield from _second_only(clause, row, at, its)
        return
    if row.links:
        for first, second in pairs(text, at, limit, row.links):
            if row.of == "name" and _OF_ANOTHER.search(text, first[-1].after, second[0].start):
                continue
            pair = renamed_too(clause, row, first, second)
            roles = {row.patient: pair[0], row.second: pair[1]}
            yield Reading(row, "", roles, clause.start, reach(second))
    if not row.links or row.agent or not row.wanted:
        for phrase in objects(text, at, limit):
            listed = (phrase, *more(text, phrase, limit))
            yield Reading(row, "", {row.patient: listed}, clause.start, phrase.after)


def _second_only(clause: Clause, row: Predicate, at: int, its: bool) -> Iterator[Reading]:
    for second in linked(clause, row, at):
        yield Reading(row, "", {row.second: second}, clause.start, reach(second), its=its)
    if its and not row.links:
        yield Reading(row, "", {}, clause.start, at, its=True)
