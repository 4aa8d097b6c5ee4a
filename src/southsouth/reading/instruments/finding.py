"""Finding: what the predicates and connectives say in a part of a document.

A trigger is looked at where it stands in the bare view of its passage, and where that says nothing
in the plain one; of the readings of a verb the first counts whose roles are what it needs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

from southsouth.reading.instruments import lexicon
from southsouth.reading.instruments.clause import (
    clause_at,
)
from southsouth.reading.instruments.gates import uses_at
from southsouth.reading.instruments.joining import connectives, joined, stands
from southsouth.reading.instruments.known import Known
from southsouth.reading.instruments.passage import (
    Match,
    Named,
    Passage,
    Trigger,
    begin,
)
from southsouth.reading.instruments.predicating import by_verb
from southsouth.reading.instruments.proclaiming import PROCLAIMING, proclamation
from southsouth.reading.structure.model import Part

#: Kinds of which one wording states one only: a day that "shall be called" is proclaimed.
_FAMILY: Final = {"proclaim": "name", "rename": "name", "designate": "name"}


class Finder:
    """What is said in the parts of a document, whose known words are found already."""

    def __init__(self, text: str, known: Known) -> None:
        self._text = text
        self._known = known
        self._leads: dict[str, list[Trigger]] = {}

    def matches_in(self, part: Part, parent: Part | None) -> list[Match]:
        """What is said in a part, in text order; ``parent`` is the one whose list it is an item
        of."""
        parent = None if part.opens else parent
        triggers = _triggers(self._text, part, self._known)
        led = self._leading(parent) if parent is not None else []
        if not triggers and not led:
            return []
        return _matches(Passage(self._text, part, parent), (*led, *triggers), self._known)

    def _leading(self, parent: Part) -> list[Trigger]:
        """The verb that introduces a list: "decides to establish:"."""
        if parent.id not in self._leads:
            self._leads[parent.id] = [
                trigger
                for trigger in _triggers(self._text, parent, self._known)
                if self._text[trigger.end : parent.end].strip(" \n:,") == ""
            ]
        return self._leads[parent.id]


def _matches(passage: Passage, triggers: Iterable[Trigger], known: Known) -> list[Match]:
    taken: dict[str, list[tuple[int, int]]] = {}
    reached = -1
    for trigger in triggers:
        if trigger.start < reached:
            continue
        for match in _said(passage, trigger, known):
            family = taken.setdefault(_FAMILY.get(match.kind, match.kind), [])
            if any(a < match.trigger[1] and match.trigger[0] < b for a, b in family):
                continue
            if match.kind == "establish" and match.trigger in taken.get("merge", ()):
                continue  # "X and Y will together form the Office"
            family.append(match.trigger)
            reached = max(reached, trigger.end)
            passage.found.append(match)
    return sorted(passage.found, key=lambda match: (match.start, match.end))


def _triggers(text: str, part: Part, known: Known) -> list[Trigger]:
    """The words of the lexicon in a part; where several begin together the longest comes first."""
    places, words = known.places, known.words
    first = bisect_left(places, part.start)
    beyond = bisect_left(places, part.end, first)
    if first == beyond:
        return []
    found = []
    for at in range(first, beyond):
        place, word = places[at], words[at]
        end = place + len(word)
        if end <= part.end and not (text[place].isupper() and _in_name(text, place)):
            found.append(Trigger(place, end, word))
    return found if len(found) < 2 else sorted(found, key=_longest_first)


_BEGINS: Final = re.compile(r"(?:\A|[.;:“\"(|–•♦*-]|\d|\n)\s*\Z")


def _in_name(text: str, place: int) -> bool:
    """Whether a word with a capital has that of a name that it stands in: "Transition Mission"."""
    return not _BEGINS.search(text, max(0, place - 12), place)


def _longest_first(trigger: Trigger) -> tuple[int, int]:
    return trigger.start, -trigger.end


def _uses(passage: Passage, trigger: Trigger, known: Known) -> tuple[lexicon.Use, ...]:
    part = passage.part
    if not part.start <= trigger.start < part.end:  # it introduces the list
        return lexicon.uses().get(trigger.word, ())
    return uses_at(passage.text, part.start, trigger.start, part.end, trigger.word, known)


def _said(passage: Passage, trigger: Trigger, known: Known) -> Iterator[Match]:
    """What a trigger says, one match of a family."""
    if trigger.word in PROCLAIMING:
        yield from _proclaimed(passage, trigger)
    uses = _uses(passage, trigger, known)
    rows = [
        row for row in connectives().get(trigger.word, ()) if stands(passage.text, row, trigger)
    ]
    if not rows and not uses:
        return
    seen = ""
    for view in passage.views():
        at = view.place_of(trigger.start)
        last = view.place_of(trigger.end - 1)
        if at < 0 or last < at:
            continue
        clause = clause_at(view.text, max(0, view.place_of(passage.begin())), at, last + 1)
        around = view.text[clause.low : clause.limit]
        if around == seen:  # nothing is masked in this clause
            return
        seen = around
        matches = [
            *(match for use in uses for match in by_verb(passage, view, clause, use, trigger)),
            *(match for row in rows for match in joined(passage, view, clause, row, trigger)),
        ]
        if view is not passage.views()[0]:
            matches = [match for match in matches if not _in_aside(passage, match)]
        if matches:
            yield from matches
            return


def _in_aside(passage: Passage, match: Match) -> bool:
    """Whether the subject stands in an aside of the clause, and the verb does not."""
    bare = passage.views()[0]
    subject = match.roles.get("subject")
    if match.kind not in {"establish", "terminate", "merge"} or not subject:
        return False
    if bare.place_of(match.trigger[0]) < 0:
        return False
    return subject[0].end <= match.trigger[0] and bare.place_of(subject[0].start) < 0


def _proclaimed(passage: Passage, trigger: Trigger) -> Iterator[Match]:
    text, part = passage.text, passage.part
    found = proclamation(text, begin(part), trigger.start, part.end)
    if found is None:
        return
    words = " ".join(text[found.subject.start : found.subject.end].split()).strip('”"“ ')
    subject = Named(found.subject.start, found.subject.end, words)
    yield Match(
        "proclaim", "", "participle" if found.behind else "active", found.trigger,
        found.start, found.end, {"subject": (subject,)},
        {"aux": found.aux, "when": found.when}, force="reported" if found.behind else "",
    )  # fmt: skip
