"""Nouns of change: "the renaming of X as Y", "its renaming", "the change of name of X to Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from southsouth.reading.instruments.active import patient_first
from southsouth.reading.instruments.candidates import before, pairs, phrase_at
from southsouth.reading.instruments.clause import (
    BY,
    Clause,
    Reading,
    behind,
    by,
    ends,
    linked,
    reach,
)
from southsouth.reading.instruments.passive import completed
from southsouth.reading.instruments.phrases import Phrase
from southsouth.reading.instruments.predicate import Predicate

_POSSESSIVE: Final = re.compile(r"\b(?P<its>[Ii]ts|[Tt]heir)\s+(?:[a-z]+\s+)?\Z")


_FOR: Final = re.compile(r"\b(?:for|to|on)\s+\Z")


_OWNER: Final = re.compile(
    r"(?:[’']s?\s+(?:[a-z-]+,?\s+){0,4}|(?:(?<=\b[A-Z]{4})|(?<=[A-Z]{5}))\s+(?:[a-z]+\s+and\s+)?)\Z"
)


#: "an orderly UNIWELL liquidation": an acronym behind an adjective of the noun.
_ALONE: Final = re.compile(r"[a-z-]+\s+(?P<name>[A-Z]{4,})\Z")
_NOT_NOUN: Final = re.compile(r"\b(?:to|will|shall|should|would|not)\s*\Z")


#: What passes to somebody else: "the transition of the responsibility to", "in line with".
_OTHER: Final = re.compile(
    r"\s+(?:of|in\s+(?:line|accordance|his|its|their)|for|period|plan|process|phase)\b"
)
_FROM: Final = re.compile(r"\s+from(?=\s)")


_OF_OR_FROM: Final = re.compile(r"\s+(?:of|in)(?=\s)|(?=\s+from\b)")


#: "consolidation and stresses the role of": another verb of the sentence.
_AND_VERB: Final = re.compile(
    r"\s+and\s+(?!operations\b|meetings\b|functions\b|activities\b)[a-z]+s\s+"
    r"(?:in|the|that|its|also|further)\b"
)
#: "the launch by the Conference of the Organization of a process".
_BY_WHOM: Final = re.compile(r"\s+by\s+(?:the\s+)?[A-Z][^;:.]{3,120}?\s+of\s+(?=an?\s)")


@cache
def _preposition(word: str) -> re.Pattern[str]:
    return re.compile(rf"{BY}\s+{word}(?=\s)")


def _is_no_noun(clause: Clause, row: Predicate) -> bool:
    """Whether the word is no noun that tells of a change here."""
    text = clause.text
    if row.verb == "constitutes" and not text.startswith(" of ", clause.end):
        return True  # the constitution of a State
    if text[clause.start : clause.end] == "closing" and not text.startswith(" of ", clause.end):
        return True  # "its closing meeting"
    if row.before == "from" and _OTHER.match(text, clause.end, clause.limit):
        return True  # "its transition in line with the mandate of the Office to the Union"
    return ends(_NOT_NOUN, clause, clause.start) is not None


def nominal(clause: Clause, row: Predicate) -> Iterator[Reading]:
    text = clause.text
    if _is_no_noun(clause, row):
        return
    if (possessive := ends(_POSSESSIVE, clause, clause.start)) and (
        not row.of and row.kind != "designate" and not ends(_FOR, clause, possessive.start())
    ):
        yield from _of_owner(clause, row, possessive.start())
        return
    if row.of:
        yield from _nominal_of(clause, row)
        return
    if row.before == "from":
        yield from _to_and_from(clause, row)
    found = _preposition(row.before).match(text, clause.end, clause.limit)
    if found is not None and _AND_VERB.match(text, clause.end, clause.limit):
        return
    if found is not None:
        by_whom = _BY_WHOM.match(text, clause.end, clause.limit) or found
        for reading in patient_first(clause, row, by_whom.end(), its=False):
            yield from _acted(clause, row, reading)
    yield from _owned(clause, row)


def _owned(clause: Clause, row: Predicate) -> Iterator[Reading]:
    """ "the Mission’s closure", "UNIWELL liquidation"."""
    text = clause.text
    owner = None if row.verb == "launches" else ends(_OWNER, clause, clause.start)  # of a rocket
    phrase = before(text, clause.low, owner.start()) if owner else None
    if phrase is not None and (alone := _ALONE.match(text, phrase.start, phrase.end)):
        phrase = phrase._replace(start=alone.start("name"))
    if phrase is not None:
        base = Reading(row, "nominal", {row.patient: (phrase,)}, phrase.start, clause.end)
        yield from completed(clause, row, base)


def _to_and_from(clause: Clause, row: Predicate) -> Iterator[Reading]:
    """ "the transition to Y from X"; "since the transfer of authority from X", where Y was named
    before."""
    text, limit = clause.text, clause.limit
    for second in linked(clause, row, clause.end):
        joint = _FROM.match(text, second[0].after, limit)
        first = phrase_at(text, joint.end(), limit) if joint else None
        if first is not None:
            roles = {row.patient: (first,), row.second: second}
            yield Reading(row, "nominal", roles, clause.start, first.after)
        elif not _FROM.match(text, clause.end, limit):
            later = {row.second: second}
            yield Reading(row, "nominal", later, clause.start, reach(second), far=row.patient)
    joint = _FROM.match(text, clause.end, limit)
    first = phrase_at(text, joint.end(), limit) if joint else None
    if joint and first and next(pairs(text, joint.end(), limit, row.links), None) is None:
        alone: dict[str, tuple[Phrase, ...]] = {row.patient: (first,)}
        yield Reading(row, "nominal", alone, clause.start, first.after, far=row.second)


def _acted(clause: Clause, row: Predicate, reading: Reading) -> Iterator[Reading]:
    """A noun whose agent is a role: "the absorption of X by Y"."""
    reading = reading._replace(voice="nominal")
    if not row.agent or row.agent in reading.roles:
        yield reading
        return
    for listed in by(clause, reading.end):
        yield reading._replace(roles={**reading.roles, row.agent: listed}, end=reach(listed))


def _of_owner(clause: Clause, row: Predicate, start: int) -> Iterator[Reading]:
    """ "its renaming as Y", "its establishment"."""
    base = Reading(row, "nominal", {}, start, clause.end, its=True)
    yield from completed(clause, row, base)


def _nominal_of(clause: Clause, row: Predicate) -> Iterator[Reading]:
    """ "the change of name of X to Y", "the transfer of the functions of X to Y"."""
    text = clause.text
    found = _OF_OR_FROM.match(text, clause.end, clause.limit)
    if found is None:
        return
    for at, its in behind(clause, row, found.end()):
        for reading in patient_first(clause, row, at, its):
            yield reading._replace(voice="nominal")
