"""What a connective joins: "the Office in place of the Centre", "the Centre (now the Office)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from southsouth.reading.instruments.candidates import (
    before,
    listed_before,
    more,
    nearest,
    phrase_at,
    words_before,
)
from southsouth.reading.instruments.clause import (
    Clause,
)
from southsouth.reading.instruments.connectives import CONNECTIVES, Connective
from southsouth.reading.instruments.identity import is_named, is_thing, meets
from southsouth.reading.instruments.masking import View
from southsouth.reading.instruments.passage import (
    Match,
    Named,
    Passage,
    Trigger,
    founded,
    named,
    owner,
)
from southsouth.reading.instruments.phrases import Phrase


@cache
def connectives() -> dict[str, tuple[Connective, ...]]:
    rows: dict[str, tuple[Connective, ...]] = {}
    for row in CONNECTIVES:
        for word in row.keys.split("|"):
            rows[word] = (*rows.get(word, ()), row)
    return rows


@cache
def _joining(row: Connective) -> re.Pattern[str]:
    return re.compile(row.pattern, re.IGNORECASE if row.kind == "succeed" else 0)


_TIED: Final = re.compile(
    r",?\s*\(?(?:\b(?:which|that)\b)?\s*(?:\b(?:since|later|is|are|both|being)\b\s*)*\Z"
)


def stands(text: str, row: Connective, trigger: Trigger) -> bool:
    """Whether the words of a connective may stand around a trigger."""
    near = text[max(0, trigger.start - 80) : trigger.end + 160]
    return _joining(row).search(near) is not None


def joined(
    passage: Passage, view: View, clause: Clause, row: Connective, trigger: Trigger
) -> Iterator[Match]:
    """What a connective joins."""
    text = clause.text
    found = _at(text, row, clause)
    if found is None:
        return
    right = phrase_at(text, found.end(), clause.limit)
    if right is None:
        return
    roles: dict[str, tuple[Phrase, ...]] = {}
    start = found.start()
    groups = {name: words for name, words in found.groupdict().items() if words}
    if row.left:
        left = _left(passage, view, clause, row, found.start())
        if not left:
            return
        roles[row.left], start = left, min(start, left[0].start)
    if row.right == "role":
        yield _called(view, found, right, trigger)
        return
    roles[row.right] = (right, *more(text, right, clause.limit))
    filled = {role: tuple(named(passage, view, p) for p in ps) for role, ps in roles.items()}
    match = Match(
        row.kind, row.needs, "passive" if groups.get("aux") else "connective",
        (trigger.start, trigger.end), view.origin(start),
        view.end_of(right.after), filled, {"aux": groups.get("aux", "")}, force=row.force,
    )  # fmt: skip
    first = {role: listed[0].words for role, listed in filled.items()}
    if first["subject"] != first["new"] and meets(row.needs, first, words_before(text, start)):
        yield match


def _at(text: str, row: Connective, clause: Clause) -> re.Match[str] | None:
    """The connective that holds the trigger."""
    for found in _joining(row).finditer(text, max(clause.floor, clause.start - 80), clause.limit):
        if found.start() <= clause.start < found.end():
            return found
        if found.start() > clause.start:
            break
    return None


def _is_new(words: str) -> bool:
    return is_named(words) or (is_thing(words) and " of " not in words)


def _left(
    passage: Passage, view: View, clause: Clause, row: Connective, at: int
) -> tuple[Phrase, ...]:
    text = clause.text
    tied = _TIED.search(text, max(clause.floor, at - 40), at)
    end = tied.start() if tied else at
    known = founded(passage, view, clause) if row.far else None
    phrase = owner(text, known or before(text, clause.floor, end))
    if row.far and (phrase is None or not _is_new(text[phrase.start : phrase.end])):
        phrase = owner(text, nearest(text, clause.floor, at))
    if phrase is None:
        return ()
    return (phrase,) if row.far else listed_before(text, clause.floor, phrase)


def _called(view: View, found: re.Match[str], right: Phrase, trigger: Trigger) -> Match:
    """ "The name of the fund shall be the Fund for Wells"."""
    subject = Named(
        view.origin(found.start("named")), view.end_of(found.end("named")),
        re.sub(r"^(?:the|its)\s+", "", found["named"]),
    )  # fmt: skip
    return Match(
        "designate", "", "connective", (trigger.start, trigger.end), view.origin(found.start()),
        view.end_of(right.after), {"subject": (subject,)},
        {"aux": found["aux"], "role": view.text[right.start : right.end]},
    )  # fmt: skip
