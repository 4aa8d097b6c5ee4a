"""Names in time: which things a picture of lineage shows, and in which order."""

from __future__ import annotations

from typing import Final

from southsouth.errors import NotFoundError
from southsouth.graph.queries.internal import rows, text_of
from southsouth.graph.queries.library import Queryable
from southsouth.graph.rdf.iris import is_document
from southsouth.views.facts import short
from southsouth.views.scene.histories import Followed, Thing, followed_by, things
from southsouth.views.scene.model import Lineage
from southsouth.views.scene.swimlanes import IDENTITY, days_of, draw, official

#: Kinds of event that make a history, where their day is known.
_HISTORIC: Final = frozenset(
    {
        *IDENTITY,
        "renaming",
        "establishment",
        "designation",
        "proclamation",
        "termination",
    }
)


def lineage(store: Queryable, focus: str = "") -> Lineage:
    """The lanes of a thing and of all that goes over into it or that it goes over into; of the
    things that a document tells something of; else of every thing with a history.

    Raises NotFoundError for what the graph does not name.
    """
    followed = followed_by(store)
    affected: list[str] = []
    if is_document(focus):
        affected = [row["thing"] for row in rows(store, "things-told-of", document=focus)]
    if affected:
        shown, title = things(store, followed, affected), f"what {short(focus)} tells of"
    elif focus and not is_document(focus):
        shown = _near(store, followed, focus)
        title = next(thing.label for thing in shown if thing.iri == focus)
    else:
        shown, title = _all(store, followed), "Names in time"
    if not shown:
        raise NotFoundError("the graph knows no names in time")
    # the focus first, then what changed its name, then by the earliest day
    shown.sort(
        key=lambda thing: (
            thing.iri != focus,
            len(official(thing.names)) < 2,
            min(days_of(thing), default="9999"),
            thing.iri,
        )
    )
    asked = {thing.iri for thing in shown} if focus else None
    text = text_of("names-in-time", things=asked)
    return draw(title, shown, text)


def _has_history(thing: Thing) -> bool:
    return len(official(thing.names)) > 1 or any(
        event.kind in _HISTORIC and event.day for event in thing.events
    )


def _all(store: Queryable, followed: Followed) -> list[Thing]:
    """Every thing with a history, without the thousands of days on which names are used."""
    return [thing for thing in things(store, followed, with_uses=False) if _has_history(thing)]


def _near(store: Queryable, followed: Followed, focus: str) -> list[Thing]:
    """A thing and those that it is joined to, however far."""
    known: dict[str, Thing] = {}
    wanted = {focus, *_predecessors(followed, focus)}
    while wanted:
        found = {thing.iri: thing for thing in things(store, followed, wanted)}
        known |= found
        if focus not in known:
            raise NotFoundError("the graph knows no name of that")
        near = {other for thing in found.values() for other, _ in thing.followed_by}
        near |= {
            other
            for thing in found.values()
            for event in thing.events
            if event.kind in IDENTITY
            for other in (*event.others, event.into)
            if other
        }
        wanted = near - set(known)
    return list(known.values())


def _predecessors(followed: Followed, focus: str) -> set[str]:
    found: set[str] = set()
    wanted = {focus}
    while wanted:
        wanted = {
            one for one, others in followed.items() if any(other in wanted for other, _ in others)
        } - found
        found |= wanted
    return found - {focus}
