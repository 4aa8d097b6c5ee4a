"""HTML: pages of un.org, of the Digital Library and undocs, Word's "Save as HTML", old <pre> pages.

Read is what a browser shows of the page's main part. The tree is walked without recursion: nesting
may be deep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from southsouth.errors import DocumentError
from southsouth.reading.documents.compose import compose
from southsouth.reading.documents.drafts import Draft, Kind, Piece, is_layout, settle, strip_label
from southsouth.reading.documents.html.lists import Lists
from southsouth.reading.documents.html.notes import BLOCKS, Notes, find_notes, leads_back
from southsouth.reading.documents.html.pre import preformatted
from southsouth.reading.documents.html.shown import Look, is_passed_over, look_of, main_parts
from southsouth.reading.documents.model import Document, Role

MAX_CHARACTERS: Final = 20_000_000
#: Tags and attributes: with so many, reading takes ten seconds.
MAX_MARKUP: Final = 250_000
_CELLS: Final = frozenset({"td", "th"})


@dataclass(slots=True)
class _Gathered:
    """A row or a note's body while it is read: all inside ``element`` goes to ``draft``."""

    element: etree._Element
    draft: Draft


@dataclass(slots=True)
class _Table:
    """A table that is being read; ``rows`` if its rows become blocks, not its paragraphs."""

    rows: bool
    cells: int = 0


@dataclass(slots=True)
class _Walker:
    """Reads a page. ``foot`` is the number of blocks above its last rule."""

    notes: Notes
    nesting: set[etree._Element]
    drafts: list[Draft] = field(default_factory=list)
    foot: int | None = None
    _draft: Draft | None = None
    _looks: list[Look] = field(default_factory=lambda: [Look()])
    _gathered: list[_Gathered] = field(default_factory=list)
    _tables: list[_Table] = field(default_factory=list)
    _lists: Lists = field(default_factory=Lists)
    _pre: list[Piece] | None = None
    _breaks: int = 0

    def walk(self, root: etree._Element) -> None:
        """Add the blocks under ``root``."""
        walk = etree.iterwalk(root, events=("start", "end"))
        passed = False
        for event, element in walk:
            if event == "start":
                passed = self._enter(element)
                if passed:
                    walk.skip_subtree()
                continue
            self._looks.pop()
            if not passed:
                self._leave(element)
            elif element.tag in BLOCKS and self._pre is None:
                self._end_block()
            passed = False
            if element is not root:
                self._words(element.tail or "")
        self._end_block()

    def _enter(self, element: etree._Element) -> bool:
        """Begin an element; True if nothing in it is read."""
        label = self.notes.marks.get(element)
        passed = label is not None or self._is_passed_over(element)
        look = self._looks[-1] if passed else look_of(element, self._looks[-1])
        self._looks.append(look)
        if label is not None:
            self._mark(label)
        if passed:
            return True
        if element.tag in BLOCKS and self._pre is None:
            self._enter_block(element)
        elif element.tag == "br":
            self._line_break()
        if element in self.notes.openers:
            self._open_note(element, self.notes.openers[element])
        self._words(element.text or "")
        return False

    def _is_passed_over(self, element: etree._Element) -> bool:
        if element in self.notes.kept:
            return False
        in_note = bool(self._gathered) and self._gathered[-1].draft.role is Role.FOOTNOTE
        if in_note and element.tag == "a" and leads_back(element):
            return element not in self.notes.openers
        return is_passed_over(element, self._looks[-1])

    def _leave(self, element: etree._Element) -> None:
        if element.tag == "pre" and self._pre is not None and not self._looks[-1].pre:
            self.drafts.extend(preformatted(self._pre))
            self._pre = None
        elif element.tag in BLOCKS and self._pre is None:
            self._leave_block(element)

    # --- words -----------------------------------------------------------------------------------

    def _target(self) -> Draft:
        """The block to which words go."""
        if self._gathered:
            return self._gathered[-1].draft
        if self._draft is None:
            self._draft = Draft(Role.HEADING if self._looks[-1].heading else Role.PARAGRAPH)
            self.drafts.append(self._draft)
            if number := self._lists.take():
                self._draft.number(number)
        return self._draft

    def _words(self, text: str) -> None:
        look = self._looks[-1]
        if not text:
            return
        if self._pre is not None:
            kind = Kind.RAISED if look.raised else Kind.WORDS
            self._pre.append(Piece(kind, text, look.italic, look.href))
        elif text.strip():
            self._breaks = 0
            self._target().words(text, italic=look.italic, href=look.href, raised=look.raised)
        elif self._draft is not None or self._gathered:
            self._target().words(text, italic=look.italic, href=look.href)

    def _mark(self, label: str) -> None:
        if self._pre is not None:
            self._pre.append(Piece(Kind.MARK, label))
        else:
            self._target().mark(label)

    def _line_break(self) -> None:
        """A line break; two of them end the paragraph."""
        self._breaks += 1
        if self._pre is not None:
            self._pre.append(Piece(Kind.WORDS, "\n"))
        elif self._gathered:
            self._gathered[-1].draft.line_break()
        elif self._breaks > 1:
            self._draft = None
        elif self._draft is not None:
            self._draft.line_break()

    # --- blocks ----------------------------------------------------------------------------------

    def _end_block(self) -> None:
        self._breaks = 0
        if self._gathered:
            self._gathered[-1].draft.line_break()
        self._draft = None

    def _enter_block(self, element: etree._Element) -> None:
        self._end_block()
        tag = element.tag
        if tag in _CELLS:
            self._enter_cell()
        if element in self.notes.bodies:
            self._open_note(element, self.notes.bodies[element])
        elif tag == "tr":
            self._enter_row(element)
        if tag == "pre" and not self._gathered:
            self._pre = []
        elif tag == "table":
            self._tables.append(_Table(self._has_rows(element)))
        elif tag == "hr":
            self.foot = len(self.drafts)
        elif tag in {"ol", "ul"}:
            self._lists.enter(element)
        elif tag == "li":
            self._enter_item(element)

    def _leave_block(self, element: etree._Element) -> None:
        self._end_block()
        if self._gathered and self._gathered[-1].element is element:
            draft = self._gathered.pop().draft
            if draft.role is Role.FOOTNOTE:
                draft.pieces = strip_label(draft.pieces, draft.label)
        if element.tag == "table":
            self._tables.pop()
        elif element.tag in {"ol", "ul"}:
            self._lists.leave()
        elif element.tag == "li":
            self._lists.take()

    def _enter_item(self, element: etree._Element) -> None:
        self._lists.item(element)
        if self._gathered and (number := self._lists.take()):
            draft = self._gathered[-1].draft
            if draft.role is Role.ROW:
                draft.number(number)

    # --- notes and tables ------------------------------------------------------------------------

    def _open_note(self, element: etree._Element, label: str) -> None:
        """The body of a note begins, and lasts until its block ends or another one begins."""
        if not label:  # a block of several bodies: each begins at its own place
            return
        block = element
        while block not in self.notes.bodies and (parent := block.getparent()) is not None:
            block = parent
        if self._gathered and self._gathered[-1].element is block:
            last = self._gathered.pop().draft
            last.pieces = strip_label(last.pieces, last.label)
        self._gathered.append(_Gathered(block, Draft(Role.FOOTNOTE, label)))
        self.drafts.append(self._gathered[-1].draft)

    def _has_rows(self, table: etree._Element) -> bool:
        if self._gathered or table in self.nesting or table.get("role") in {"presentation", "none"}:
            return False
        if table.find(".//th") is not None:
            return True
        opens = not any(draft.filled for draft in self.drafts)
        return not is_layout(_counts(table), opens=opens)

    def _enter_row(self, element: etree._Element) -> None:
        if self._tables and self._tables[-1].rows:
            self._tables[-1].cells = 0
            self._gathered.append(_Gathered(element, Draft(Role.ROW)))
            self.drafts.append(self._gathered[-1].draft)

    def _enter_cell(self) -> None:
        draft = self._gathered[-1].draft if self._gathered else None
        if self._tables and self._tables[-1].rows and draft and draft.role is Role.ROW:
            if self._tables[-1].cells:
                draft.next_cell()
            self._tables[-1].cells += 1


def _paragraphs_in(cell: etree._Element) -> int:
    """How many paragraphs or lines with words a cell has."""
    count = 0
    ended = True
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        if element.tag in BLOCKS or element.tag == "br":
            ended = True
        text = element.text if event == "start" else element.tail if element is not cell else None
        if text and text.strip() and ended:
            count += 1
            ended = False
    return count


def _counts(table: etree._Element) -> Iterator[list[int]]:
    """How many paragraphs each cell of each row has; the table holds no other table."""
    for row in table.iter("tr"):
        yield [_paragraphs_in(cell) for cell in row.iter("td", "th")]


def _nesting(root: etree._Element) -> set[etree._Element]:
    """The tables that hold other tables."""
    found: set[etree._Element] = set()
    open_tables: list[etree._Element] = []
    for event, table in etree.iterwalk(root, events=("start", "end"), tag="table"):
        if event == "end":
            open_tables.pop()
        else:
            found.update(open_tables[-1:])
            open_tables.append(table)
    return found


def _parse(source: str, name: str) -> etree._Element:
    markup = source.count("<") + source.count("=")
    if len(source) > MAX_CHARACTERS or markup > MAX_MARKUP:
        raise DocumentError(
            name,
            f"a page of {len(source)} characters with {markup} tags and attributes",
            "split it, or save its text",
        )
    parser = HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    data = source.replace("\x00", "").encode("utf-8", "replace")
    try:
        root = document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise DocumentError(name, "no HTML page", "give a page with text") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise DocumentError(name, "elements nested too deeply to be read", "save its text")
    return root


def _language(root: etree._Element) -> str:
    code = (root.get("lang") or root.get("xml:lang") or "en").lower().partition("-")[0]
    return code if re.fullmatch(r"[a-z]{2}", code) else "en"


def read_html(source: str, name: str) -> Document:
    """The document of an HTML page: its main part's blocks and rows, footnotes, links, italics.

    Raises DocumentError for a page without any element, one that is too big, or nested too deeply.
    """
    root = _parse(source, name)
    notes = find_notes(root)
    walker = _Walker(notes, _nesting(root))
    parts = main_parts(root)
    for part in parts:
        walker.walk(part)
    for body in notes.bodies:  # they may stand outside the main part
        if not any(part is element for part in parts for element in (body, *body.iterancestors())):
            walker.walk(body)
    paragraphs = settle(walker.drafts, name, foot=walker.foot)
    return compose(Document(name, "", "text/html", "", (), language=_language(root)), paragraphs)
