"""A document cut where Akoma Ntoso needs it: lead, preamble, body, annexes, conclusions.

Most documents are one unit. Those that hold several resolutions under one number (A, B…), or the
resolutions of a printed page, are a collection with a component for each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from southsouth.reading.documents.model import BlockKind
from southsouth.reading.structure.labelled import Labelled

_LEAD: Final = frozenset({BlockKind.FRONT, BlockKind.TITLE})
_WITH_POINTS: Final = frozenset(
    {
        BlockKind.PREAMBULAR,
        BlockKind.OPERATIVE,
        BlockKind.ANNEX_TEXT,
    }
)


@dataclass(frozen=True, slots=True)
class Group:
    """A block, with the sub-paragraphs that hang from it."""

    head: Labelled
    points: tuple[Labelled, ...] = ()

    @property
    def kind(self) -> BlockKind:
        """What the block is."""
        return self.head.kind


@dataclass(slots=True)
class Unit:
    """One resolution: ``lead`` stands before its text, ``section`` is its letter among several
    under one number; ``annexes`` each begin with the line that opens them."""

    section: Labelled | None = None
    lead: list[Labelled] = field(default_factory=list)
    formula: Labelled | None = None
    text: list[Labelled] = field(default_factory=list)
    annexes: list[list[Labelled]] = field(default_factory=list)
    closing: list[Labelled] = field(default_factory=list)

    @property
    def begun(self) -> bool:
        """Whether any of its text has come."""
        return bool(self.formula or self.text or self.annexes or self.closing)

    def add(self, label: Labelled) -> None:
        """The next block of its text."""
        if label.kind is BlockKind.CLOSING:
            self.closing.append(label)
        elif label.kind is BlockKind.ANNEX:
            self.annexes.append([label])
        elif self.annexes:
            self.annexes[-1].append(label)
        else:
            self.text.append(label)


def units(labelled: Sequence[Labelled]) -> list[Unit]:
    """The units of a document in order, the first with the front matter of the whole; what is
    noise, page numbers say, is left out."""
    found = [Unit()]
    for label in labelled:
        unit = found[-1]
        if label.kind is BlockKind.NOISE:
            continue
        if label.kind is BlockKind.SECTION:
            found.append(Unit(section=label))
        elif label.kind is BlockKind.FORMULA:
            if unit.begun:
                unit = Unit()
                found.append(unit)
            unit.formula = label
        elif label.kind in _LEAD:
            if unit.begun:
                unit = Unit()
                found.append(unit)
            unit.lead.append(label)
        elif not unit.begun and _leads(unit, label):
            unit.lead.append(label)
        else:
            unit.add(label)
    return found


def _leads(unit: Unit, label: Labelled) -> bool:
    """Closing lines before any text are the end of another resolution on the page; headings after
    a section's letter are its title."""
    if label.kind is BlockKind.CLOSING:
        return unit.section is None
    return label.kind is BlockKind.HEADING and unit.section is not None


def groups(labelled: Sequence[Labelled]) -> list[Group]:
    """The blocks with their sub-paragraphs; a sub-paragraph that hangs from none stands alone."""
    found: list[Group] = []
    for label in labelled:
        last = found[-1] if found else None
        if label.kind is BlockKind.POINT and last is not None and last.kind in _WITH_POINTS:
            found[-1] = Group(last.head, (*last.points, label))
        else:
            found.append(Group(label))
    return found
