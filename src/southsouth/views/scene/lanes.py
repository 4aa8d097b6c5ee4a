"""The lanes of documents on a picture: by organ, told by the symbol, or by kind. Pure."""

from __future__ import annotations

import re
from typing import Final

from southsouth.graph.rdf.iris import is_document

#: Beginnings of symbols and the lanes of their documents; the first that fits counts. What the
#: beginnings mean: UN Editorial Manual, "Document symbols".
ORGAN_LANES: Final = (
    (r"A/(?:RES|DEC)/", "General Assembly: resolutions and decisions"),
    (r"A/HRC/|E/CN\.4/|HRI/|CCPR/|CEDAW/|CRC/|CAT/|CERD/|CED/|CMW/|CRPD/", "Human rights"),
    (r"A/CONF\.|TD/|FCCC/|HLC/|TCDC/|SSC/|HSP/|CBD/|UNEP/|ICCD/", "Conferences and programmes"),
    (r"A/", "General Assembly: other documents"),
    (r"S/", "Security Council"),
    (r"E/", "Economic and Social Council"),
    (r"UNTS/|SALES/|LC/|INFCIRC/", "Treaties and publications"),
    (r"", "Other bodies"),
)
_COMPILED: Final = tuple((re.compile(pattern), lane) for pattern, lane in ORGAN_LANES)
#: Lanes by class, and the lanes of what is no document.
KIND_LANES: Final = {
    "instrument": "Instruments",
    "body": "Bodies and conferences",
    "Resolution": "Resolutions",
    "Decision": "Decisions",
    "PresidentialStatement": "Statements",
    "Report": "Reports",
    "Draft": "Drafts",
    "Document": "Other documents",
}


def organ_lane(symbol: str) -> str:
    """The lane of a document: ``S/RES/1325(2000)`` → ``Security Council``."""
    return next(lane for pattern, lane in _COMPILED if pattern.match(symbol))


def lane_of(iri: str, label: str, kind: str, by: str) -> str:
    """The lane of a document, instrument or body, by "organ" or by "kind"."""
    if not is_document(iri):
        return KIND_LANES["instrument" if "/instrument/" in iri else "body"]
    return organ_lane(label) if by == "organ" else KIND_LANES.get(kind, KIND_LANES["Document"])


def lane_order(by: str) -> tuple[str, ...]:
    """All lanes from top to bottom."""
    if by == "kind":
        return tuple(KIND_LANES.values())
    return (
        KIND_LANES["instrument"],
        KIND_LANES["body"],
        *dict.fromkeys(lane for _, lane in ORGAN_LANES),
    )
