"""Where in a document a block stands, and what leads from one zone to the next. Pure.

A resolution runs through front matter, preamble, operative text and closing line; a report through
front matter and text; either may have annexes, and a page several resolutions.
"""

from __future__ import annotations

from enum import Enum
from typing import Final


class Zone(Enum):
    """A stretch of a document in which blocks mean the same."""

    FRONT = "front matter"
    TITLE = "between the letter of a section and its formula"
    PREAMBLE = "preamble"
    OPERATIVE = "operative paragraphs"
    TEXT = "text of a report, or a list of decisions"
    ATTACHED = "a text that the resolution adopts within itself"
    ANNEX = "annex"
    CLOSING = "meeting and date, and what may follow them"


class Met(Enum):
    """What is met in a block that tells the zone from there on."""

    FORMULA = "the enacting formula"
    SECTION = "the letter of a resolution in sections"
    DECISIONS = "the heading of a list of decisions"
    RULES = "an article of rules at the head of the document"
    RECITAL = "what opens like a provision above or without a formula"
    REPORT_TEXT = "a chapter, a numbered or a long paragraph of a report"
    NEXT_TITLE = "the title of the next resolution on the page"
    ANNEX = "the word that heads an annex"
    CLOSING = "meeting and date of adoption"
    ACT = "a provision that acts"
    ATTACHMENT = "the announcement of a text that follows"


_ANY: Final = frozenset(Zone)
#: What is met, the zones in which it tells, the zone that it leads to.
TRANSITIONS: Final = (
    (Met.FORMULA, _ANY - {Zone.ANNEX}, Zone.PREAMBLE),  # a declaration in an annex has its own
    (Met.SECTION, _ANY, Zone.TITLE),
    (Met.DECISIONS, frozenset({Zone.FRONT, Zone.CLOSING}), Zone.TEXT),
    (Met.RULES, frozenset({Zone.FRONT}), Zone.ANNEX),
    (Met.RECITAL, frozenset({Zone.FRONT}), Zone.PREAMBLE),
    (Met.REPORT_TEXT, frozenset({Zone.FRONT}), Zone.TEXT),
    (Met.NEXT_TITLE, _ANY, Zone.FRONT),
    (Met.ANNEX, _ANY, Zone.ANNEX),
    (Met.CLOSING, _ANY, Zone.CLOSING),
    (Met.ACT, _ANY - {Zone.ANNEX}, Zone.OPERATIVE),
    (Met.ATTACHMENT, frozenset({Zone.PREAMBLE, Zone.OPERATIVE}), Zone.ATTACHED),
)
_AFTER: Final = {(zone, met): to for met, zones, to in TRANSITIONS for zone in zones}


def after(zone: Zone, met: Met) -> Zone:
    """The zone behind a block in which that was met: the same where it tells nothing there."""
    return _AFTER.get((zone, met), zone)
