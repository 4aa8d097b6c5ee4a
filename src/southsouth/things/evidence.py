"""What documents say of names and of what happens to their bearers, as plain values. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name as a document uses it: IRIs of the use and of the document, the name as printed at
    its first place, the acronym in brackets behind it, the fuller name that a short form points
    back to (both "" where there is none), the document's day, and the year in which a conference of
    that name was held, 0 where that is not said."""

    iri: str
    document: str
    name: str
    acronym: str = ""
    full: str = ""
    day: date | None = None
    held_in: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What a statement tells of one thing.

    Its IRI, its document and that one's day, the kind of event ("renaming"), its force, the words
    for the subject and for what it becomes, IRIs of things and names that the reading knew (each ""
    where none), the stated day and the authority (IRIs of documents).
    """

    iri: str
    document: str
    kind: str
    force: str
    subject: str
    thing: str = ""
    new: str = ""
    new_thing: str = ""
    old_name: str = ""
    new_name: str = ""
    day: date | None = None
    stated: date | None = None
    authority: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name in the records: its IRI, its form, the IRI of its thing."""

    iri: str
    form: str
    thing: str
