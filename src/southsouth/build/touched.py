"""What changed documents touch of the names in time, so that the rest need not be derived again.

A use of a name in a dated provision came or went; what a document states of names changed; or the
words did, around a name that is still there. Where that matters is for ``derived`` to tell. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import pyoxigraph as ox

from southsouth.graph.rdf.iris import provision_of
from southsouth.things import Attestation
from southsouth.vocabulary import NS

_STATED_OF: Final = frozenset({"hasOldName", "hasNewName"})
_IS_NAME_OF: Final = "isNameOf"
#: Where a mention stands in its document moves with all that comes before it, and tells no more.
_IMMATERIAL: Final = NS + "span"


@dataclass(slots=True)
class _Statements:
    """What one graph tells of names: uses by name and provision, days of documents, names by the
    statement that says something of them."""

    uses: set[tuple[str, str]] = field(default_factory=set)
    days: dict[str, date] = field(default_factory=dict)
    stated: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def by(cls, quads: Iterable[ox.Quad]) -> _Statements:
        """What these quads tell."""
        found = cls()
        for quad in quads:
            term = quad.predicate.value.removeprefix(NS)
            if term == "mentionsName":
                found.uses.add((plain(quad.object), provision_of(plain(quad.subject))))
            elif term in _STATED_OF:
                found.stated.append((plain(quad.subject), plain(quad.object)))
            elif term == _IS_NAME_OF:
                found.stated.append((plain(quad.subject), plain(quad.subject)))
            elif term == "adoptedOn":
                found.days[plain(quad.subject)] = date.fromisoformat(plain(quad.object))
        return found

    def dated(self) -> set[Attestation]:
        """The uses in documents of which the graph tells the day."""
        return {
            Attestation(name, self.days[document], provision)
            for name, provision in self.uses
            if (document := provision.partition("#")[0]) in self.days
        }

    def undated(self) -> set[tuple[str, str]]:
        """The other uses: another graph may tell the day."""
        return {
            (name, provision)
            for name, provision in self.uses
            if provision.partition("#")[0] not in self.days
        }


def plain(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """A term's value, without what it is; "" for a quoted triple, which nothing here speaks of."""
    return "" if isinstance(term, ox.Triple) else term.value


@dataclass(slots=True)
class Touched:
    """What the changes of a build touch.

    ``every``: all names, as far as can be told. ``names`` are those of which something is stated
    otherwise than before, ``evidence`` those that stand in a provision, or no longer do, or among
    other words; ``came`` and ``gone`` are the uses that differ.
    """

    every: bool = False
    names: set[str] = field(default_factory=set)
    evidence: set[str] = field(default_factory=set)
    came: set[Attestation] = field(default_factory=set)
    gone: set[Attestation] = field(default_factory=set)

    def add(self, held: Set[ox.Quad], wanted: Set[ox.Quad], shared: Callable[[str], bool]) -> None:
        """A graph that held ``held`` is to hold ``wanted``; ``shared`` tells whether other graphs
        have parts of a document: then what this one says of its day decides for them too."""
        changed = {quad for quad in held ^ wanted if quad.predicate.value != _IMMATERIAL}
        before, after = _Statements.by(held), _Statements.by(wanted)
        moved = {
            document
            for document in {*before.days, *after.days}
            if before.days.get(document) != after.days.get(document)
        }
        if any(shared(document) for document in moved):
            self.every = True
            return
        came, gone = after.dated() - before.dated(), before.dated() - after.dated()
        self.came |= came
        self.gone |= gone
        self.evidence.update(use.name for use in (*came, *gone))
        self.names.update(name for name, _ in before.undated() ^ after.undated())
        subjects = {plain(quad.subject) for quad in changed}
        self.names.update(
            name
            for statement, name in (*before.stated, *after.stated)
            if moved or statement in subjects
        )
        reworded = {plain(quad.subject) for quad in changed if quad.predicate.value == NS + "quote"}
        self.evidence.update(
            name for name, provision in before.uses | after.uses if provision in reworded
        )
