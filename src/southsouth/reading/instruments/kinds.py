"""The kinds of event: one table for the extractor, the ontology and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event: what the ``events`` command calls it, its class, its concept's handle."""

    name: str
    rdf_class: str
    concept: str
    label: str


KINDS: Final = (
    EventKind("rename", "Renaming", "renaming", "renaming"),
    EventKind("establish", "Establishment", "establishment", "establishment"),
    EventKind("designate", "Designation", "designation", "designation"),
    EventKind("include", "Inclusion", "inclusion", "inclusion in a pledging conference"),
    EventKind("proclaim", "Proclamation", "proclamation", "proclamation"),
    EventKind("terminate", "Termination", "termination", "termination"),
    EventKind("succeed", "Succession", "succession", "succession"),
    EventKind("merge", "Merger", "merger", "merger"),
    EventKind("transfer", "AdministrationTransfer", "transfer", "transfer of administration"),
    EventKind("adopt", "Adoption", "adoption", "adoption of an outcome"),
    EventKind("endorse", "Endorsement", "endorsement", "endorsement of an outcome"),
    EventKind("strengthen", "MandateChange", "strengthening", "strengthening"),
    EventKind("agenda", "Event", "agenda-inclusion", "inclusion in a provisional agenda"),
    EventKind("report", "Event", "report", "submission of a report"),
    EventKind("action", "Event", "action", "action that an act asks for"),
)


def kind_named(name: str) -> EventKind:
    """The row of that name; KeyError where there is none."""
    for row in KINDS:
        if row.name == name:
            return row
    raise KeyError(name)
