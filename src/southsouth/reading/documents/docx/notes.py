"""The footnotes and endnotes of a DOCX file: which are called, and under which label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from southsouth.reading.documents.docx.numbering import W, format_number, integer, value_of

#: How Word numbers notes where nothing is said.
_USUAL: Final = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(frozen=True, slots=True)
class Call:
    """A place that calls a note: its kind ("footnote" or "endnote") and its id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class NoteFormat:
    """How the notes of a section are numbered; ``restarts`` if the section starts anew."""

    fmt: str
    start: int = 1
    restarts: bool = False


class NoteCounter:
    """Numbers the notes of a document in the order of their marks.

    ``sections`` say how those of each section are numbered, by kind. ``labels`` are those given so
    far, ``custom`` the calls whose mark was typed by hand.
    """

    def __init__(self, sections: Sequence[Mapping[str, NoteFormat]]) -> None:
        self._sections = sections
        self._section = 0
        self._last: dict[str, int] = {}
        self.labels: dict[Call, str] = {}
        self.custom: set[Call] = set()

    def _format(self, kind: str) -> NoteFormat:
        if not self._sections:
            return NoteFormat(_USUAL[kind])
        return self._sections[min(self._section, len(self._sections) - 1)][kind]

    def next_section(self) -> None:
        """A section ends."""
        self._section += 1
        for kind in _USUAL:
            if self._format(kind).restarts:
                self._last.pop(kind, None)

    def count(self, call: Call) -> str:
        """The label of the next note, numbered by Word."""
        style = self._format(call.kind)
        number = self._last.get(call.kind, style.start - 1) + 1
        self._last[call.kind] = number
        return self.labels.setdefault(call, format_number(number, style.fmt) or str(number))

    def name(self, call: Call, label: str) -> str:
        """The label of a note whose mark was typed by hand."""
        self.custom.add(call)
        return self.labels.setdefault(call, label)


def _note_format(kind: str, places: Sequence[etree._Element | None]) -> NoteFormat:
    """The format that the first of ``places`` to say something says."""

    def said(name: str) -> str:
        values = (value_of(place, f"{kind}Pr/{name}") for place in places)
        return next((value for value in values if value), "")

    # a restart on each page cannot be followed: the file does not say where pages end
    return NoteFormat(
        said("numFmt") or _USUAL[kind],
        integer(said("numStart"), 1),
        said("numRestart") == "eachSect",
    )


def read_note_formats(
    document: etree._Element, settings: etree._Element | None
) -> list[dict[str, NoteFormat]]:
    """How each section of the document numbers its notes, by kind."""
    parents = {f"{W}pPr", f"{W}body"}
    return [
        {kind: _note_format(kind, (section, settings)) for kind in _USUAL}
        for section in document.iter(f"{W}sectPr")
        if (parent := section.getparent()) is not None and parent.tag in parents
    ]
