"""Walking the text of a DOCX part: paragraphs, runs, tables, fields, notes → Drafts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from southsouth.reading.documents.docx.fields import Fields
from southsouth.reading.documents.docx.notes import Call, NoteCounter
from southsouth.reading.documents.docx.numbering import Numbers, W, integer, value_of
from southsouth.reading.documents.docx.package import Relation
from southsouth.reading.documents.docx.styles import (
    ParagraphLook,
    RunLook,
    Styles,
    is_outlined,
    run_look,
    toggle,
)
from southsouth.reading.documents.docx.tables import paragraph_counts
from southsouth.reading.documents.drafts import Draft, is_layout
from southsouth.reading.documents.model import Role

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SKIPPED: Final = frozenset(
    W + name
    for name in (
        "del",
        "moveFrom",
        "pPr",
        "rPr",
        "tblPr",
        "tblGrid",
        "tblPrEx",
        "trPr",
        "tcPr",
        "sdtPr",
        "sectPr",
        "rt",
        "footnoteRef",
        "endnoteRef",
    )
)
_TYPED_LABEL: Final = re.compile(r"\s*([^\w\s]{1,4}|\d{1,3}(?!\w)|[a-z](?!\w))")
_HEX: Final = re.compile(r"[0-9A-F]{1,5}")
#: The characters of Word's "Symbol" font that stand for a letter or mark of the text.
_SYMBOLS: Final = {"F02A": "*", "F02D": "-", "F0B7": "•", "F0A7": "•"}


@dataclass(frozen=True, slots=True)
class Resources:
    """What all texts of a document share."""

    styles: Styles
    numbers: Numbers
    notes: NoteCounter


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read."""

    draft: Draft
    look: ParagraphLook
    properties: etree._Element | None


@dataclass(slots=True)
class _Table:
    """A table that is being read; ``rows`` if its rows become blocks, not its paragraphs."""

    rows: bool
    cells: int = 0


@dataclass(slots=True)
class Walker:
    """Reads one part. ``links`` are the part's relations. In a ``header`` tables only place words,
    and a tab parts what stands left, centre and right; ``flat`` gathers everything in one block."""

    resources: Resources
    links: Mapping[str, Relation]
    header: bool = False
    flat: Draft | None = None
    drafts: list[Draft] = field(default_factory=list)
    _fields: Fields = field(default_factory=Fields)
    _paragraphs: list[_Open] = field(default_factory=list)
    _runs: list[RunLook] = field(default_factory=list)
    _hrefs: list[str] = field(default_factory=list)
    _tables: list[_Table] = field(default_factory=list)
    _carried: Draft | None = None
    _custom: Call | None = None

    def walk(self, root: etree._Element) -> list[Draft]:
        """The blocks under ``root``, in order; those of a text box behind its paragraph."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                if leave := _LEAVE.get(element.tag):
                    leave(self, element)
            elif self._is_passed_over(element) or self._enter(element):
                walk.skip_subtree()
        return self.drafts

    def _enter(self, element: etree._Element) -> bool:
        """True where the element holds nothing to read."""
        enter = _ENTER.get(element.tag)
        return bool(enter and enter(self, element))

    def _is_passed_over(self, element: etree._Element) -> bool:
        """Whether nobody sees what ``element`` holds, or sees it elsewhere."""
        tag = element.tag
        if tag in _SKIPPED:
            return True
        if tag == f"{W}sdt":
            return element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
        if tag in {f"{_MC}Choice", f"{_MC}Fallback"}:
            return element is not _chosen(element.getparent())
        if tag == f"{W}tr":
            properties = element.find(f"{W}trPr")
            return properties is not None and (
                properties.find(f"{W}del") is not None or bool(toggle(properties, "hidden"))
            )
        return False

    # --- paragraphs ------------------------------------------------------------------------------

    def enter_paragraph(self, element: etree._Element) -> None:
        properties = element.find(f"{W}pPr")
        look = self.resources.styles.paragraph(value_of(properties, "pStyle"))
        number = self._number(properties, look)
        carried, self._carried = self._carried, None
        if self.flat is not None:
            draft, carried = self.flat, None
            draft.line_break()
        else:
            draft = carried or Draft()
            draft.role = self._role(properties, look)
        if carried is None and self.flat is None:
            self.drafts.append(draft)
        if number and carried is not None:
            draft.lead(number)
        elif number:
            draft.number(number)
        self._paragraphs.append(_Open(draft, look, properties))

    def leave_paragraph(self, _: etree._Element) -> None:
        opened = self._paragraphs.pop()
        self._fields.end_paragraph()
        self._custom = None
        opened.draft.end_number()
        if opened.properties is None:
            return
        if self.flat is None and opened.properties.find(f"{W}rPr/{W}del") is not None:
            self._carried = opened.draft  # its end was deleted: the next one goes on with it
        if opened.properties.find(f"{W}sectPr") is not None:
            self.resources.notes.next_section()

    def _role(self, properties: etree._Element | None, look: ParagraphLook) -> Role:
        if self.header:
            return Role.PARAGRAPH
        outlined = is_outlined(value_of(properties, "outlineLvl"))
        return Role.HEADING if (look.heading if outlined is None else outlined) else Role.PARAGRAPH

    def _number(self, properties: etree._Element | None, look: ParagraphLook) -> str:
        """The number that Word prints before the paragraph."""
        own = value_of(properties, "numPr/numId")
        num_id = own or look.num_id
        numbers = self.resources.numbers
        level = look.level
        if said := value_of(properties, "numPr/ilvl"):
            level = integer(said, 0)
        if level is None:
            instance = numbers.instances.get(num_id)
            level = instance.level_of(look.style) if instance else 0
        return numbers.next(num_id, level)

    # --- runs ------------------------------------------------------------------------------------

    def enter_run(self, element: etree._Element) -> None:
        paragraph = self._paragraphs[-1].look.run if self._paragraphs else RunLook()
        self._runs.append(run_look(element.find(f"{W}rPr"), paragraph, self.resources.styles))

    def leave_run(self, _: etree._Element) -> None:
        self._runs.pop()

    def words(self, text: str) -> None:
        """Words of a run, if anybody sees them."""
        look = self._runs[-1] if self._runs else RunLook()
        if not self._paragraphs or look.hidden or not self._fields.shown:
            return
        draft = self._paragraphs[-1].draft
        if self._custom and text.strip():
            text = self._take_label(draft, self._custom, text)
        if self._fields.note and look.raised and text.strip():
            draft.mark(text.strip())
            return
        href = self._hrefs[-1] if self._hrefs else self._fields.href
        draft.words(text, italic=look.italic, href=href, raised=look.raised and not self.header)

    def _take_label(self, draft: Draft, called: Call, text: str) -> str:
        """The words without the label, typed by hand, of the note that they call."""
        typed = _TYPED_LABEL.match(text)
        draft.mark(self.resources.notes.name(called, typed[1] if typed else "*"))
        self._custom = None
        return text[typed.end() :] if typed else text

    def text(self, element: etree._Element) -> None:
        self.words(element.text or "")

    def tab(self, _: etree._Element) -> None:
        opened = self._paragraphs[-1] if self._paragraphs else None
        if self.header and opened and opened.draft.filled:
            opened.draft = Draft()
            self.drafts.append(opened.draft)
        else:
            self.words(" ")

    def hyphen(self, _: etree._Element) -> None:
        self.words("-")

    def line_break(self, element: etree._Element) -> None:
        if element.get(f"{W}type", "textWrapping") != "textWrapping":
            self.words(" ")
        elif self._paragraphs and self._fields.shown:
            self._paragraphs[-1].draft.line_break()

    def symbol(self, element: etree._Element) -> None:
        code = element.get(f"{W}char", "").upper()
        letter = chr(int(code, 16)) if _HEX.fullmatch(code) else ""
        self.words(_SYMBOLS.get(code, letter if letter.isprintable() else ""))

    # --- fields, links, notes --------------------------------------------------------------------

    def field_mark(self, element: etree._Element) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            self._fields.end()

    def instruction(self, element: etree._Element) -> None:
        self._fields.instruct(element.text or "")

    def enter_simple_field(self, element: etree._Element) -> None:
        self._fields.begin()
        self._fields.instruct(element.get(f"{W}instr", ""))
        self._fields.separate()

    def leave_simple_field(self, _: etree._Element) -> None:
        self._fields.end()

    def enter_link(self, element: etree._Element) -> None:
        relation = self.links.get(element.get(f"{R}id", ""))
        href = relation.target if relation else ""
        anchor = element.get(f"{W}anchor", "")
        self._hrefs.append(f"{href}#{anchor}" if href and anchor else href)

    def leave_link(self, _: etree._Element) -> None:
        self._hrefs.pop()

    def note(self, element: etree._Element) -> None:
        look = self._runs[-1] if self._runs else RunLook()
        if not self._paragraphs or look.hidden or not self._fields.shown:
            return
        kind = element.tag.removeprefix(W).removesuffix("Reference")
        call = Call(kind, element.get(f"{W}id", ""))
        if element.get(f"{W}customMarkFollows", "0") not in {"0", "false", "off"}:
            self._custom = call
        else:
            self._paragraphs[-1].draft.mark(self.resources.notes.count(call))

    # --- tables ----------------------------------------------------------------------------------

    def enter_table(self, element: etree._Element) -> None:
        opens = not any(draft.filled for draft in self.drafts)
        placing = (
            self.header
            or self.flat is not None
            or is_layout(paragraph_counts(element), opens=opens)
        )
        self._tables.append(_Table(rows=not placing))

    def leave_table(self, _: etree._Element) -> None:
        self._tables.pop()

    def enter_row(self, _: etree._Element) -> None:
        if self._tables and self._tables[-1].rows:
            self._tables[-1].cells = 0
            self.flat = Draft(Role.ROW)
            self.drafts.append(self.flat)

    def leave_row(self, _: etree._Element) -> None:
        if self._tables and self._tables[-1].rows:
            self.flat = None

    def enter_cell(self, element: etree._Element) -> bool:
        """True for a cell that goes on with the one above: it has no words of its own."""
        if self._tables and self._tables[-1].rows and self.flat is not None:
            if self._tables[-1].cells:
                self.flat.next_cell()
            self._tables[-1].cells += 1
        merged = element.find(f"{W}tcPr/{W}vMerge")
        return merged is not None and merged.get(f"{W}val") != "restart"


def _chosen(alternatives: etree._Element | None) -> etree._Element | None:
    """The one of mc:AlternateContent's children that is read: the first with words."""
    children = [] if alternatives is None else list(alternatives)
    for child in children:
        if any(True for _ in child.iter(f"{W}t")):
            return child
    return children[0] if children else None


_ENTER: Final[Mapping[str, Callable[[Walker, etree._Element], bool | None]]] = {
    f"{W}p": Walker.enter_paragraph,
    f"{W}r": Walker.enter_run,
    f"{W}t": Walker.text,
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t": Walker.text,
    f"{W}tab": Walker.tab,
    f"{W}ptab": Walker.tab,
    f"{W}noBreakHyphen": Walker.hyphen,
    f"{W}br": Walker.line_break,
    f"{W}cr": Walker.line_break,
    f"{W}sym": Walker.symbol,
    f"{W}fldChar": Walker.field_mark,
    f"{W}instrText": Walker.instruction,
    f"{W}fldSimple": Walker.enter_simple_field,
    f"{W}hyperlink": Walker.enter_link,
    f"{W}footnoteReference": Walker.note,
    f"{W}endnoteReference": Walker.note,
    f"{W}tbl": Walker.enter_table,
    f"{W}tr": Walker.enter_row,
    f"{W}tc": Walker.enter_cell,
}
_LEAVE: Final[Mapping[str, Callable[[Walker, etree._Element], None]]] = {
    f"{W}p": Walker.leave_paragraph,
    f"{W}r": Walker.leave_run,
    f"{W}fldSimple": Walker.leave_simple_field,
    f"{W}hyperlink": Walker.leave_link,
    f"{W}tbl": Walker.leave_table,
    f"{W}tr": Walker.leave_row,
}
