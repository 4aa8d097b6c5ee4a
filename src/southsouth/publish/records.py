"""Readings as plain records: what ``citations``, ``events`` and ``extract --format json`` print.

Offsets are 0-based characters of the decoded source file, end-exclusive.
"""

from __future__ import annotations

from typing import Any, Final

from southsouth.reading.citations import How
from southsouth.reading.reader import Reading
from southsouth.reading.structure.verbs import verb
from southsouth.un.symbols import parse_symbol

CITATION_COLUMNS: Final = (
    "symbol",
    "start",
    "end",
    "target",
    "verb",
    "provision",
    "pinpoint",
    "how",
    "direct",
    "cited_as",
)
_LONGEST_SYMBOL: Final = 60
EVENT_COLUMNS: Final = (
    "symbol",
    "start",
    "end",
    "provision",
    "kind",
    "force",
    "subject",
    "new_name",
    "actor",
    "authority",
    "date",
    "conditions",
    "generic",
    "quote",
)


def _span(reading: Reading, start: int, end: int) -> dict[str, int]:
    first, last = reading.resolution.document.source_map.span(start, end)
    return {"start": first, "end": last}


def _words(reading: Reading, start: int, end: int) -> str:
    return " ".join(reading.resolution.text[start:end].split())


def citation_records(reading: Reading) -> list[dict[str, Any]]:
    """One record a citation; ``target`` is empty where it could not be told, ``cited_as`` the body
    and number of a text without a symbol. A name within another name is no citation. The citing
    symbol is as the document prints it on its first line."""
    symbol = reading.resolution.symbol
    line = reading.resolution.text.lstrip().split("\n", 1)[0].strip()
    printed = line if len(line) < _LONGEST_SYMBOL and parse_symbol(line) == symbol else symbol.text
    return [
        {
            "symbol": printed,
            **_span(reading, citation.start, citation.end),
            "target": citation.target.text if citation.target else "",
            "verb": verb(citation.verb).label if citation.verb else "",
            "provision": citation.part,
            "pinpoint": citation.pinpoint,
            "how": citation.how.value,
            "direct": citation.direct,
            "cited_as": citation.cited_as,
        }
        for citation in reading.citations
        if citation.how is not How.WITHIN_NAME
    ]


def event_records(reading: Reading) -> list[dict[str, Any]]:
    """One record an event; ``date`` is null for what is only requested."""
    return [
        {
            "symbol": reading.resolution.symbol.text,
            **_span(reading, event.start, event.end),
            "provision": event.part,
            "kind": event.kind,
            "force": event.force,
            "subject": event.subject.text,
            "subjects": [subject.text for subject in event.subjects],
            "new_name": event.new_name.text if event.new_name else None,
            "actor": [actor.text for actor in event.actors],
            "authority": [symbol.text for symbol in event.authority],
            "date": event.day.isoformat() if event.day else None,
            "conditions": list(event.conditions),
            "generic": event.generic,
            "quote": _words(reading, event.start, event.end),
        }
        for event in reading.events
    ]


def reading_record(reading: Reading) -> dict[str, Any]:
    """The whole reading as one record."""
    resolution, front = reading.resolution, reading.resolution.front
    return {
        "symbol": resolution.symbol.text,
        "title": front.title,
        "organ": front.organ,
        "session": front.session,
        "agenda_items": list(front.agenda_items),
        "adopted": front.adopted.isoformat() if front.adopted else None,
        "distributed": front.distributed.isoformat() if front.distributed else None,
        "meeting": front.meeting,
        "source": {"file": resolution.document.name, "sha256": resolution.document.sha256},
        "parts": [
            {
                "id": part.id,
                "kind": part.kind.value,
                **_span(reading, part.start, part.end),
                "number": part.number,
                "parent": part.parent,
                "verbs": [verb(use.verb).label for use in part.verbs],
                "marked_in": part.marked_in,
            }
            for part in resolution.parts
        ],
        "citations": citation_records(reading),
        "events": event_records(reading),
        "mentions": [
            {
                "provision": mention.part,
                **_span(reading, mention.start, mention.end),
                "name": _words(reading, mention.start, mention.end),
                "thing": mention.thing,
            }
            for mention in reading.mentions.known()
        ],
    }
