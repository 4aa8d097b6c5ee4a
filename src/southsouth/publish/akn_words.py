"""Running words as Akoma Ntoso: links, italics, footnotes at their marks, line breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from southsouth.graph.rdf.iris import document_iri, part_iri
from southsouth.publish.akn_xml import Ids, element, legal, web_address
from southsouth.reading.citations import Citation
from southsouth.reading.structure.model import Part, PartKind, Resolution
from southsouth.un.symbols import Symbol

_BREAK: Final = re.compile(r"[^\S\n]*\n\s*")
#: Formats whose lines end where the page did: a line end inside a paragraph says nothing.
_WRAPPED: Final = frozenset({"text/plain", "text/markdown"})


@dataclass(frozen=True, slots=True)
class Span:
    """An inline element over ``start`` to ``end`` of the reading text."""

    start: int
    end: int
    tag: str
    attributes: tuple[tuple[str, str], ...] = ()

    def covers(self, start: int, end: int) -> bool:
        """Whether it holds all of that stretch."""
        return self.start <= start and end <= self.end


@dataclass(frozen=True, slots=True)
class _Mark:
    """A footnote mark in the text: its ``own`` note stands there, or it leads to one that stands at
    another mark; with neither, the note's words are missing."""

    label: str
    own: Part | None
    other: Part | None


def italic(start: int, end: int) -> Span:
    """Italics as the United Nations mark them."""
    return Span(start, end, "span", (("class", "italic"),))


def references_to(citations: Sequence[Citation]) -> list[Span]:
    """A ``ref`` over each citation whose target is told, with the IRI of what is cited: the URIs of
    Akoma Ntoso have the day of adoption in them, which a citation need not print."""
    return [
        Span(citation.start, citation.end, "ref", (("href", _cited(citation, citation.target)),))
        for citation in citations
        if citation.target is not None and citation.start < citation.end
    ]


def _cited(citation: Citation, target: Symbol) -> str:
    part = citation.target_part
    return part_iri(target, part) if part else document_iri(target)


class Words:
    """Writes stretches of one resolution's reading text into elements.

    Every footnote is written once, at its mark; ``left_over`` has those whose mark was never
    reached.
    """

    def __init__(self, resolution: Resolution, ids: Ids, references: Sequence[Span] = ()) -> None:
        document = resolution.document
        self._text = document.text
        self._ids = ids
        self._wrapped = document.media_type in _WRAPPED
        links = [
            Span(link.start, link.end, "a", (("href", href),))
            for link in document.links
            if (href := web_address(link.href))
        ]
        slanted = [italic(start, end) for start, end in document.italics]
        self._spans = [*references, *links, *(slanted or _openings(resolution))]
        self._notes = [part for part in resolution.parts if part.kind is PartKind.FOOTNOTE]
        self._note_ids = {note.id: ids.of_part(note.id) for note in self._notes}
        self._marks = _marks(resolution, self._notes)
        self._written: set[str] = set()

    def write(
        self,
        into: etree._Element,
        start: int,
        end: int,
        wraps: Sequence[Span] = (),
        *,
        since: int = -1,
        breaks: bool = False,
    ) -> None:
        """The words from ``start`` to ``end`` with all that stands among them, inside ``wraps``.

        Marks count from ``since`` on: those in a number that is written apart belong to the words.
        ``breaks`` keeps the line ends also of formats that wrap their lines.
        """
        marks = self._taken(since if since >= 0 else start, start, end)
        nested = sorted(wraps, key=lambda span: (span.start, -span.end))
        spans = [*nested, *(s for s in self._spans if s.start < end and s.end > start)]
        cuts = {start, end, *marks}
        cuts.update(at for span in spans for at in (span.start, span.end) if start < at < end)
        pen = _Pen(into, breaks=breaks or not self._wrapped)
        offsets = sorted(cuts)
        for at, stop in zip(offsets, [*offsets[1:], end], strict=True):
            for mark in marks.get(at, ()):
                # a link or italics end before a mark and go on behind it; a title holds its marks
                pen.inside([wrap for wrap in nested if wrap.start < at < wrap.end])
                self._mark(pen.element, mark)
            if at < stop:
                pen.inside([span for span in spans if span.covers(at, stop)])
                pen.words(self._text[at:stop])

    def _taken(self, since: int, start: int, end: int) -> dict[int, list[_Mark]]:
        """The marks from ``since`` to ``end``, taken out; those before ``start`` move there."""
        taken: dict[int, list[_Mark]] = {}
        for offset in sorted(at for at in self._marks if since <= at <= end):
            taken.setdefault(max(offset, start), []).extend(self._marks.pop(offset))
        return taken

    def left_over(self) -> list[Part]:
        """The footnotes not written yet: those without a mark, and those whose mark stood in what
        is no part of the document."""
        return [note for note in self._notes if note.id not in self._written]

    def note(self, into: etree._Element, note: Part) -> None:
        """A footnote with its words."""
        self._written.add(note.id)
        body = element(
            into,
            "authorialNote",
            marker=note.number,
            placement="bottom",
            eId=self._note_ids[note.id],
        )
        self.write(element(body, "p"), note.start, note.end)

    def _mark(self, into: etree._Element, mark: _Mark) -> None:
        if mark.own is not None:
            self.note(into, mark.own)
        elif mark.other is not None:
            element(
                into,
                "noteRef",
                marker=mark.label,
                placement="bottom",
                href=f"#{self._note_ids[mark.other.id]}",
            )
        else:
            element(element(into, "authorialNote", marker=mark.label, placement="bottom"), "p")


class _Pen:
    """Appends words to an element and to inline elements inside it, opening and closing those."""

    def __init__(self, into: etree._Element, *, breaks: bool) -> None:
        self._open: list[tuple[Span | None, etree._Element]] = [(None, into)]
        self._breaks = breaks

    @property
    def element(self) -> etree._Element:
        """The element that words go into now."""
        return self._open[-1][1]

    def inside(self, spans: Sequence[Span]) -> None:
        """Go on inside exactly those, outermost first; what stays open is not broken."""
        wanted: list[Span | None] = [None, *spans]
        same = 0
        while same < min(len(wanted), len(self._open)) and self._open[same][0] == wanted[same]:
            same += 1
        del self._open[same:]
        for span in wanted[same:]:
            if span is not None:
                new = element(self.element, span.tag, **dict(span.attributes))
                self._open.append((span, new))

    def words(self, words: str) -> None:
        """Words; a line end becomes a break or a space."""
        lines = _BREAK.split(words) if self._breaks else [words]
        for index, line in enumerate(lines):
            if index:
                element(self.element, "eol")
            self._append(legal(line))

    def _append(self, words: str) -> None:
        into = self.element
        if len(into):
            into[-1].tail = (into[-1].tail or "") + words
        else:
            into.text = (into.text or "") + words


def _openings(resolution: Resolution) -> list[Span]:
    """The opening phrases, which documents set in italics: for a source that has no italics."""
    return [
        italic(part.verbs[0].start, part.phrase_end)
        for part in resolution.parts
        if part.opens and part.verbs and part.verbs[0].start < part.phrase_end
    ]


def _marks(resolution: Resolution, notes: Sequence[Part]) -> dict[int, list[_Mark]]:
    """The marks by offset, each with its note."""
    own: dict[tuple[int, str], list[Part]] = {}
    for note in reversed(notes):
        own.setdefault((note.mark_offset, note.number), []).append(note)
    labelled = {note.number: note for note in reversed(notes)}
    found: dict[int, list[_Mark]] = {}
    for mark in resolution.document.marks:
        notes_here = own.get((mark.offset, mark.label))
        own_note = notes_here.pop() if notes_here else None
        found.setdefault(mark.offset, []).append(
            _Mark(mark.label, own_note, labelled.get(mark.label))
        )
    return found
