"""The text of a resolution in Akoma Ntoso: preamble, main body, annexes.

Preambular paragraphs are containers named after their opening phrase; operative paragraphs are
``paragraph`` with ``num`` and ``content``, or with a ``list`` of points and sublists; headings with
Roman numbers open a ``section``; rows make a table: the choices of the United Nations' own files.
What a paragraph without a number is, its ``refersTo`` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from lxml import etree

from southsouth.publish.akn_units import Group, groups
from southsouth.publish.akn_words import Words
from southsouth.publish.akn_xml import AKN, Ids, element, legal
from southsouth.reading.documents.model import BlockKind
from southsouth.reading.structure.labelled import Labelled
from southsouth.reading.structure.model import PartKind, Resolution
from southsouth.un.numerals import canonical_number, from_roman

#: What a block is, as a reference; the reader has the same names.
_CONCEPTS: Final = {
    BlockKind.PREAMBULAR: "#preamble",
    BlockKind.OPERATIVE: "#operative",
    BlockKind.POINT: "#point",
    BlockKind.ANNEX_TEXT: "#annexText",
    BlockKind.PARAGRAPH: "#text",
}
#: A heading that opens a section of a resolution: "II", "II. Staff", "II" and a title below.
_ROMAN: Final = re.compile(r"(?P<number>[IVXLC]+)(?:\s*[\n.:–—-].*)?", re.DOTALL)

#: A number at the beginning of a block; Arabic ones have spaces inside their brackets, some texts
#: have "Recommendation 5:".
_PRINTED: Final = (
    re.compile(r"(?P<number>\([^()\n]{1,6}\))\.?\s*"),
    re.compile(r"(?P<number>\S{1,6})(?:\s+|$)"),
    re.compile(r"[^\W\d]{3,20} (?P<number>\d{1,3})[.:]\s+"),
)


def _is_section(words: str) -> bool:
    found = _ROMAN.fullmatch(words)
    return found is not None and from_roman(found["number"]) is not None


class Body:
    """Writes the blocks of one resolution; every block has the eId of its part."""

    def __init__(self, resolution: Resolution, words: Words, ids: Ids) -> None:
        self.resolution, self.words, self.ids = resolution, words, ids
        without = {PartKind.FRONT, PartKind.FOOTNOTE}
        self._parts = {
            (part.start, part.end): part
            for part in self.resolution.parts
            if part.kind not in without
        }

    def eid(self, label: Labelled) -> str:
        """The eId of a block, after the id of its part."""
        part = self._parts.get((label.block.start, label.block.end))
        return self.ids.of_part(part.id) if part else self.ids.unique("block")

    # --- preamble --------------------------------------------------------------------------------

    def preamble(
        self, parent: etree._Element, formula: Labelled | None, text: Sequence[Group]
    ) -> int:
        """The formula and the preambular paragraphs behind it; how many of ``text`` that were."""
        count = 0
        while count < len(text) and text[count].kind is BlockKind.PREAMBULAR:
            count += 1
        if formula is None and not count:
            return 0
        preamble = element(parent, "preamble")
        if formula is not None:
            into = element(
                preamble, "formula", name="enactingFormula", eId=self.ids.unique("formula")
            )
            self._write(element(into, "p"), formula)
        for group in text[:count]:
            self._preambular(preamble, group)
        return count

    def _preambular(self, parent: etree._Element, group: Group) -> None:
        eid = self.eid(group.head)
        container = element(parent, "container", name=self._opening(group.head), eId=eid)
        if not group.points:
            self._write(element(container, "p"), group.head)
            return
        block_list = element(container, "blockList", eId=f"{eid}__list")
        self._write(element(block_list, "listIntroduction"), group.head)
        lists = [block_list]
        item = block_list
        for point in group.points:
            # an item holds the list below it, so no depth is left out
            depth = min(max(point.level - 1, 1), len(lists) + (item is not block_list))
            if depth > len(lists):
                lists.append(element(item, "blockList", eId=f"{item.get('eId')}__list"))
            del lists[depth:]
            item = element(lists[-1], "item", eId=self.eid(point))
            start = self._number(item, point)
            self._write(element(item, "p"), point, start)

    def _opening(self, label: Labelled) -> str:
        """The opening phrase, which names the container of a preambular paragraph."""
        part = self._parts.get((label.block.start, label.block.end))
        if part is not None and part.opens and part.verbs:
            return legal(self.resolution.text[part.verbs[0].start : part.phrase_end])
        for start, end in self.resolution.document.italics:
            if start == label.block.start:
                return legal(self.resolution.text[start : min(end, label.block.end)]).strip(" ,:;")
        return "preambularParagraph"

    # --- main body -------------------------------------------------------------------------------

    def main(self, parent: etree._Element, text: Sequence[Group]) -> None:
        """The main body of a resolution, its headings with Roman numbers as sections."""
        body = element(parent, "mainBody")
        for section in self._sections(text):
            opens = section[0].kind is BlockKind.HEADING and self._is_section(section[0])
            if opens and all(self._fits_section(group) for group in section):
                self._section(body, section)
            else:
                self._flat(body, section, BlockKind.OPERATIVE)
        if not len(body):
            element(body, "p")  # the schema wants something in it

    def annex(self, parent: etree._Element, labels: Sequence[Labelled]) -> None:
        """The main body of an annex: the line that opens it, then its text."""
        body = element(parent, "mainBody")
        opening, *rest = labels
        self._heading(body, opening)
        self._flat(body, groups(rest), BlockKind.ANNEX_TEXT)

    def _is_section(self, group: Group) -> bool:
        return _is_section(self.resolution.document.words(group.head.block))

    def _sections(self, text: Iterable[Group]) -> list[list[Group]]:
        found: list[list[Group]] = []
        for group in text:
            if not found or (group.kind is BlockKind.HEADING and self._is_section(group)):
                found.append([])
            found[-1].append(group)
        return found

    def _fits_section(self, group: Group) -> bool:
        """A section holds paragraphs and cross headings only (schema: type "hierarchy")."""
        if group.kind is BlockKind.PREAMBULAR:
            return not group.points
        return group.kind is not BlockKind.ROW

    def _section(self, body: etree._Element, text: Sequence[Group]) -> None:
        section = element(body, "section", eId=self.ids.unique("section"))
        begun = False
        for group in text:
            begun = begun or group.kind is not BlockKind.HEADING
            if group.kind is BlockKind.PREAMBULAR:
                cross = element(
                    section, "crossHeading", refersTo="#preamble", eId=self.eid(group.head)
                )
                self._write(cross, group.head)
            elif begun:
                self._paragraph(section, group, BlockKind.OPERATIVE)
            else:
                heading = element(section, "subheading", eId=self.eid(group.head))
                self._write(heading, group.head, breaks=True)

    def _flat(self, body: etree._Element, text: Sequence[Group], plain: BlockKind) -> None:
        """Blocks one after the other; ``plain`` is the kind that needs no word said of it."""
        table = None
        for group in text:
            if group.kind is BlockKind.ROW:
                if table is None:
                    table = self._table(body)
                self._row(table, group.head)
                continue
            table = None
            if group.kind is BlockKind.PREAMBULAR:
                self._preambular(body, group)
            else:
                self._paragraph(body, group, plain)

    def _paragraph(self, parent: etree._Element, group: Group, plain: BlockKind) -> None:
        head = group.head
        if head.kind is BlockKind.HEADING:
            self._heading(parent, head)
            return
        eid = self.eid(head)
        paragraph = element(parent, "paragraph", eId=eid)
        start = self._number(paragraph, head)
        figure = (paragraph.findtext(f"{{{AKN}}}num") or "")[:1].isdigit()
        if head.kind is not plain or not figure:
            paragraph.set("refersTo", _CONCEPTS[head.kind])
        if group.points:
            self._list(paragraph, eid, group, start)
            return
        content = element(paragraph, "content", eId=f"{eid}__content")
        self._write(element(content, "p"), head, start)

    def _list(self, paragraph: etree._Element, eid: str, group: Group, start: int) -> None:
        """Points of the second level in a list, deeper ones in sublists behind their point."""
        lists = [element(paragraph, "list", eId=f"{eid}__list")]
        intro = element(lists[0], "intro", eId=f"{eid}__list__intro")
        self._write(element(intro, "p"), group.head, start)
        above = f"{eid}__list"
        for label in group.points:
            depth = max(label.level - 1, 1)
            del lists[depth:]
            while len(lists) < depth:
                above = self.ids.unique(f"{above}__sublist")
                lists.append(element(lists[-1], "sublist", eId=above))
            above = self.eid(label)
            point = element(lists[-1], "point", eId=above)
            behind = self._number(point, label)
            content = element(point, "content", eId=f"{above}__content")
            self._write(element(content, "p"), label, behind)

    def _heading(self, parent: etree._Element, label: Labelled) -> None:
        eid = self.eid(label)
        heading = element(parent, "paragraph", class_="H1", eId=eid)
        content = element(heading, "content", eId=f"{eid}__content")
        self._write(element(content, "p"), label, breaks=True)

    def _table(self, parent: etree._Element) -> etree._Element:
        eid = self.ids.unique("table")
        container = element(parent, "container", name="table", eId=f"container_{eid}")
        return element(container, "table", eId=eid)

    def _row(self, table: etree._Element, label: Labelled) -> None:
        row = element(table, "tr", eId=self.eid(label))
        at = label.block.start
        for cell in self.resolution.document.words(label.block).split("\t"):
            self.words.write(element(element(row, "td"), "p"), at, at + len(cell), breaks=True)
            at += len(cell) + 1

    # --- words -----------------------------------------------------------------------------------

    def _number(self, parent: etree._Element, label: Labelled) -> int:
        """The printed number as ``num``; where the words behind it begin."""
        start, text = label.block.start, self.resolution.text
        behind = self._behind_number(label) if label.number else start
        if behind > start:
            element(parent, "num").text = legal(text[start:behind]).strip()
        return behind

    def _behind_number(self, label: Labelled) -> int:
        block, text = label.block, self.resolution.text
        for pattern in _PRINTED:
            found = pattern.match(text, block.start, block.end)
            if found and canonical_number(found["number"]) == label.number:
                return found.end()
        return label.words

    def _write(
        self, into: etree._Element, label: Labelled, start: int = -1, *, breaks: bool = False
    ) -> None:
        block = label.block
        self.words.write(
            into, start if start >= 0 else block.start, block.end, since=block.start, breaks=breaks
        )
