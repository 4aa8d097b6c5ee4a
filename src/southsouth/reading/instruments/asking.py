"""Asking: which reports and items of an agenda the provisions of a document ask for, as events."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from southsouth.reading.instruments.fields import addressed
from southsouth.reading.instruments.requests import (
    ALSO_ASKS,
    Asked,
    agenda_items,
    report_asked,
)
from southsouth.reading.instruments.roles import Event, Role, Scene, speaker
from southsouth.reading.structure.model import Part, PartKind, Resolution, VerbUse
from southsouth.reading.structure.parse import governing_verb
from southsouth.reading.structure.verbs import force_of
from southsouth.un.numerals import from_ordinal


def _places(text: str, word: str) -> list[int]:
    places, at = [], text.find(word)
    while at >= 0:
        places.append(at)
        at = text.find(word, at + 1)
    return places


class Asking:
    """The words of asking of a document, which few of its parts hold."""

    def __init__(self, resolution: Resolution, parts: dict[str, Part]) -> None:
        self._text = resolution.text
        self._parts = parts
        self._agendas = _places(self._text, "provisional agenda")
        self._reports = _places(self._text, "eport")

    def asked(self, part: Part) -> Sequence[tuple[Asked, VerbUse | None]]:
        """The items that a part puts on an agenda, and the reports that its directive verbs ask
        for; an item of a list is governed by the verb above it."""
        found: list[tuple[Asked, VerbUse | None]] = []
        if _inside(self._agendas, part):
            for item in agenda_items(self._text, part.start, part.end):
                found.append((item, governing_verb(part, item.start)))
        if _inside(self._reports, part):
            found += self._reports_asked(part)
        return found

    def _reports_asked(self, part: Part) -> Iterator[tuple[Asked, VerbUse | None]]:
        text = self._text
        uses = [use for use in part.verbs if force_of(use.verb) == "requested"]
        for use in uses:
            if report := report_asked(text, use.end, max(use.end, min(use.clause_end, part.end))):
                yield report, use
        asks = any(
            text.find(word, part.start, part.end) >= 0 for word in ("request", "call", "invit")
        )
        if asks and not uses and part.kind is not PartKind.PREAMBULAR:
            for also in ALSO_ASKS.finditer(text, part.start, part.end):
                if report := report_asked(text, also.end(), part.end):
                    yield report._replace(asks_from=also.end()), governing_verb(part, also.start())
        above = self._parts.get(part.parent)
        if not part.verbs and above is not None and above.verbs:
            use = above.verbs[-1]
            report = report_asked(text, part.start, part.end)
            if report is not None and force_of(use.verb) == "requested":
                yield report, use


def _inside(places: Sequence[int], part: Part) -> bool:
    at = bisect_left(places, part.start)
    return at < len(places) and places[at] < part.end


def request(scene: Scene, asked: Asked, use: VerbUse | None) -> Event:
    """The event that is asked for, or decided, with the addressee of the verb as its actor."""
    decided = asked.kind == "agenda"
    force = force_of(use.verb) if use and decided else "requested"
    actors = addressed(scene, use, asked.asks_from) if use and not decided else ()
    session = from_ordinal(asked.session) if asked.session else None
    return Event(
        scene.part.id,
        asked.start,
        asked.end,
        asked.kind,
        force,
        Role(asked.subject or asked.kind),
        use,
        actors=speaker(scene) if decided and force == "decided" else actors,
        day=scene.resolution.front.adopted if force == "decided" else None,
        session=str(session) if session else "",
        item=asked.item,
        recipient=Role(asked.recipient) if asked.recipient else None,
        due=asked.due,
    )
