"""A passage in its views, what is found in it, and the names of roles in the document's offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from southsouth.reading.instruments.clause import (
    Clause,
)
from southsouth.reading.instruments.heads import kind_of
from southsouth.reading.instruments.masking import View, bare_view, item_view, plain_view
from southsouth.reading.instruments.phrases import Phrase
from southsouth.reading.structure.model import Part


class Named(NamedTuple):
    """A phrase in the document's offsets, with its words as the masked text has them."""

    start: int
    end: int
    words: str


class Match(NamedTuple):
    """What a trigger says, in the document's offsets.

    ``roles`` are lists of names by role; ``needs`` is that of the predicate; ``groups`` hold what
    is no name: the auxiliary ``aux``, the day ``when``, the ``role`` somebody is designated for.
    """

    kind: str
    needs: str
    voice: str
    trigger: tuple[int, int]
    start: int
    end: int
    roles: dict[str, tuple[Named, ...]]
    groups: dict[str, str]
    its: bool = False
    force: str = ""


class Trigger(NamedTuple):
    start: int
    end: int
    word: str


@dataclass(slots=True)
class Passage:
    """A part of a document, or an item with the words that introduce it, in its two views, which
    are made when they are first looked at; and what is found in it."""

    text: str
    part: Part
    parent: Part | None
    found: list[Match] = field(default_factory=list)
    _views: tuple[View, ...] = ()
    _item: bool = False

    def views(self) -> tuple[View, ...]:
        """The bare view, then the plain one where it says more."""
        if not self._views:
            plain = self._listed() or plain_view(self.text, self.part.start, self.part.end)
            bare = bare_view(self.text, plain)
            self._views = (plain,) if bare is plain else (bare, plain)
        return self._views

    def _listed(self) -> View | None:
        if self.parent is None:
            return None
        lead = (begin(self.parent), self.parent.end)
        view = item_view(self.text, lead, (self.part.start, self.part.end))
        self._item = view is not None
        return view

    def begin(self) -> int:
        """Nothing before it belongs to a name."""
        return begin(self.parent) if self._item and self.parent else begin(self.part)


def begin(part: Part) -> int:
    """A phrase begins behind the opening verb, whose capital would make it a part of the name
    ("Noting the Fund, established by …")."""
    return part.verbs[0].end if part.opens else part.start


_OWNED: Final = re.compile(
    r"(?:mandate|work|functions|activities|name|programme\s+of\s+work)(?:\s+and\s+[a-z]+)?\s+of\s+"
    r"(?:the\s+)?"
)


def owner(text: str, phrase: Phrase | None) -> Phrase | None:
    """ "the mandate of the Group" speaks of the Group."""
    if phrase and (owned := _OWNED.match(text, phrase.start, phrase.end)):
        return phrase._replace(start=owned.end())
    return phrase


def founded(passage: Passage, view: View, clause: Clause) -> Phrase | None:
    """What the same clause founds before the trigger."""
    for match in reversed(passage.found):
        if match.kind == "establish" and match.roles:
            name = match.roles["subject"][0]
            start = view.place_of(name.start)
            if clause.low <= start < clause.start:
                end = start + len(name.words)
                return Phrase(start, min(end, clause.start), min(end, clause.start))
    return None


_SHORT: Final = re.compile(r"\s\([A-Z][A-Z ]+\)")


def named(passage: Passage, view: View, phrase: Phrase) -> Named:
    words = view.words(passage.text, phrase.start, phrase.end).strip('”"“ ')
    bracket = _SHORT.match(passage.text, view.end_of(phrase.end))
    if bracket is not None and words.islower():
        words += bracket[0]  # "a stabilization force (EUFOR)" has no other name
    return Named(view.origin(phrase.start), view.end_of(phrase.end), words)


#: Between two names in one phrase.
_JOINT: Final = re.compile(r",?\s+and\s+(?:the\s+)?(?=[A-Z])")
#: "its Panel and Warning System": one owner of two things.
_ITS: Final = re.compile(r"\b(?:its|their)\s\Z")
_ACRONYM: Final = re.compile(r"[A-Z][A-Z-]+[A-Z]")


def names(passage: Passage, view: View, phrase: Phrase) -> tuple[Named, ...]:
    """The names of a phrase: two where it is two acronyms, or "the Commission … and the Authority"
    with a head each."""
    for joint in _JOINT.finditer(view.text, phrase.start, phrase.end):
        first = view.text[phrase.start : joint.start()]
        second = view.text[joint.end() : phrase.end]
        apart = joint[0].rstrip().endswith("the") or _ITS.search(view.text, 0, phrase.start)
        whole = apart and kind_of(first) and kind_of(second)
        if whole or (_ACRONYM.fullmatch(first) and _ACRONYM.fullmatch(second)):
            return (
                named(passage, view, phrase._replace(end=joint.start())),
                *names(passage, view, phrase._replace(start=joint.end())),
            )
    return (named(passage, view, phrase),)
