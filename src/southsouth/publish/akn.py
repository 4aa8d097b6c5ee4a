"""A resolution as Akoma Ntoso 3.0, in the way of the United Nations' own files (AKN4UN).

The schema of the vocabulary is OASIS "Akoma Ntoso Version 1.0 Part 2: Specifications"; what this
module writes is valid by it. ``documents/akn.py`` reads it back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from southsouth.errors import SouthSouthError
from southsouth.publish.akn_body import Body
from southsouth.publish.akn_front import Front, closing_spans, title_span, unplaced
from southsouth.publish.akn_meta import (
    SOURCE,
    Work,
    analysis,
    classification,
    identification,
    job_number,
    references,
    workflow,
)
from southsouth.publish.akn_units import Unit, groups, units
from southsouth.publish.akn_words import Words, references_to
from southsouth.publish.akn_xml import Ids, detached, element, foreign, lay_out
from southsouth.reading.citations import Citation
from southsouth.reading.documents.model import Block
from southsouth.reading.structure.classify import classify
from southsouth.reading.structure.labelled import Labelled
from southsouth.reading.structure.model import Resolution

_KINDS: Final = frozenset({"Resolution", "Decision"})
#: Longer than this, what stands before a title is no number.
_SHORT: Final = 40
#: Symbols of resolutions and decisions whose series is not in the table of series.
_ADOPTED: Final = re.compile(r"(?<![A-Z])(?:RES|DEC)(?![A-Z])")


@dataclass(frozen=True, slots=True)
class _Title:
    """The line with the title: where the number before it, the title, and the line end."""

    label: Labelled
    start: int
    end: int


class _Writer:
    """Writes one resolution: what it states in words first, then the metadata about it."""

    def __init__(self, resolution: Resolution, citations: Sequence[Citation]) -> None:
        self.resolution = resolution
        self.ids = Ids()
        self.words = Words(resolution, self.ids, references_to(citations))
        self.front = Front(resolution)
        self.body = Body(resolution, self.words, self.ids)

    def run(self) -> etree._Element:
        """The root element."""
        document = self.resolution.document
        first, *more = units(classify(document, adopts=self.resolution.symbol.kind in _KINDS))
        root = detached("akomaNtoso")
        kind = "decision" if "/DEC" in self.resolution.symbol.text else "resolution"
        collection = "documentCollection" if more else "statement"
        main = element(root, collection, name="publication" if more else kind)
        meta = element(main, "meta")
        titled = self._lead(main, first.lead)
        if more:
            self._components(root, main, [first, *more] if first.begun else more, kind)
        else:
            self._text(main, first, Work(self.resolution), last=True)
        self._meta(root, meta, titled=titled)
        return root

    # --- metadata --------------------------------------------------------------------------------

    def _meta(self, root: etree._Element, meta: etree._Element, *, titled: bool) -> None:
        resolution, record = self.resolution, self.resolution.document.record
        identification(meta, Work(resolution))
        if record is not None:
            classification(meta, record.subjects)
        workflow(meta, resolution)
        if record is not None:
            analysis(meta, record.voting)
        into = element(meta, "references", source=SOURCE)
        stated = foreign(element(meta, "proprietary", source=SOURCE), "frontMatter")
        unplaced(stated, self.front, titled=titled)
        if not len(stated):
            meta.remove(meta[-1])
        job_number(meta, record)
        references(into, root)

    # --- before the text -------------------------------------------------------------------------

    def _lead(self, parent: etree._Element, lead: Sequence[Labelled]) -> bool:
        """Cover page and preface; whether the preface has the title in the words of the record."""
        found = title_span(self.resolution, lead)
        at = lead.index(found[0]) if found else len(lead)
        self._cover(parent, lead[:at])
        if found is None:
            return False
        title = _Title(*found)
        stated = title.start < title.end
        preface = element(parent, "preface")
        self._title(element(preface, "p"), title)
        for label in lead[at + 1 :]:
            self._line(element(element(preface, "p"), "span"), label.block)
        return stated

    def _title(self, into: etree._Element, title: _Title) -> None:
        block, text = title.label.block, self.resolution.text
        if number := text[block.start : title.start].rstrip():
            tag = "docNumber" if len(number) < _SHORT else "span"
            self.words.write(
                element(into, tag), block.start, block.start + len(number), breaks=True
            )
        stated = {"refersTo": "#resolutionTitle"} if title.start < title.end else {}
        end = title.end if stated else block.end
        # what is printed right behind the title, an asterisk, stands in one element with it
        line = element(into, "span") if text[end : block.end].strip() else into
        self.words.write(element(line, "docTitle", **stated), title.start, end, breaks=True)
        self.words.write(line, end, block.end, breaks=True)

    def _cover(self, parent: etree._Element, lines: Sequence[Labelled]) -> None:
        if lines:
            cover = element(parent, "coverPage", eId=self.ids.unique("coverPage"))
            for label in lines:
                self._line(element(cover, "p"), label.block)

    def _line(self, into: etree._Element, block: Block) -> None:
        spans = self.front.spans(block)
        self.words.write(into, block.start, block.end, spans, breaks=True)

    # --- the text --------------------------------------------------------------------------------

    def _components(
        self, root: etree._Element, main: etree._Element, parts: Sequence[Unit], kind: str
    ) -> None:
        """Several resolutions: a list of them, and behind it each of them as a component."""
        listing = element(main, "collectionBody")
        components = element(root, "components")
        for number, unit in enumerate(parts, start=1):
            letter = unit.section.number if unit.section else ""
            name = f"comp_{number}"
            entry = element(listing, "component", eId=self.ids.unique(f"{name}_entry"))
            element(
                entry,
                "documentRef",
                eId=self.ids.unique(f"{name}_ref"),
                href=f"#{name}",
                showAs=f"{kind.capitalize()} {letter or number}",
            )
            component = element(components, "component", eId=self.ids.unique(name))
            statement = element(component, "statement", name=kind)
            work = Work(self.resolution, letter=letter, part="" if letter else name)
            identification(element(statement, "meta"), work)
            if number > 1 or unit.section is not None:
                self._component_lead(statement, unit)
            self._text(statement, unit, work, last=number == len(parts))

    def _component_lead(self, statement: etree._Element, unit: Unit) -> None:
        if unit.section is None:
            self._cover(statement, unit.lead)
            return
        preface = element(statement, "preface")
        line = element(preface, "p")
        self._line(element(line, "docNumber"), unit.section.block)
        for index, label in enumerate(unit.lead):
            line = element(preface, "p") if index else line
            self._line(element(line, "docTitle"), label.block)

    def _text(self, statement: etree._Element, unit: Unit, work: Work, *, last: bool) -> None:
        text = groups(unit.text)
        done = self.body.preamble(statement, unit.formula, text)
        self.body.main(statement, text[done:])
        # annexes stand last, but the order of their footnotes is that of the text
        attachments = detached("attachments")
        for number, annex in enumerate(unit.annexes, start=1):
            doc = element(element(attachments, "attachment"), "doc", name="annex")
            part = f"{work.part}/annex_{number}".lstrip("/")
            identification(element(doc, "meta"), replace(work, part=part, number=annex[0].number))
            self.body.annex(doc, annex)
        self._conclusions(statement, unit.closing, last=last)
        if len(attachments):
            statement.append(attachments)

    def _conclusions(
        self, statement: etree._Element, closing: Sequence[Labelled], *, last: bool
    ) -> None:
        """Meeting and date; footnotes whose marks the source has lost stand in a line of theirs."""
        conclusions = element(statement, "conclusions", eId=self.ids.unique("conclusions"))
        for label in closing:
            block = label.block
            self.words.write(
                element(conclusions, "p"),
                block.start,
                block.end,
                closing_spans(self.resolution, block),
                breaks=True,
            )
        if last and (notes := self.words.left_over()):
            line = element(conclusions, "p")
            for note in notes:
                self.words.note(line, note)
        if not len(conclusions):
            statement.remove(conclusions)


def _is_adopted(resolution: Resolution) -> bool:
    return resolution.symbol.kind in _KINDS or bool(_ADOPTED.search(resolution.symbol.text))


def akn_document(resolution: Resolution, citations: Sequence[Citation] = ()) -> bytes:
    """``resolution`` as an Akoma Ntoso file in UTF-8, the same bytes for the same resolution.

    Those of ``citations`` whose target is told are marked up as ``ref`` with the IRI of what is
    cited.

    Raises SouthSouthError for a document that is no resolution or decision.
    """
    if not _is_adopted(resolution):
        raise SouthSouthError(
            f"{resolution.symbol}: {resolution.document.name} is no resolution or decision; "
            "only those are written as Akoma Ntoso"
        )
    root = _Writer(resolution, citations).run()
    lay_out(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
