"""Akoma Ntoso: the resolutions that the United Nations itself publishes with mark-up (AKN4UN).

The mark-up says what each paragraph is, so nothing has to be guessed from the words, and a French
or Arabic text is read like an English one. Source of the vocabulary: OASIS "Akoma Ntoso Version
1.0 Part 2" and the UN's guidelines "AKN4UN".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from southsouth.errors import DocumentError, LanguageError
from southsouth.reading.documents.akn_record import read_record
from southsouth.reading.documents.compose import Paragraph, compose
from southsouth.reading.documents.model import BlockKind, Document, Role, Stated
from southsouth.reading.documents.xml import AKN_NAMESPACE, balanced, parse_xml
from southsouth.un.numerals import canonical_number

AKN: Final = f"{{{AKN_NAMESPACE}}}"
#: The end of a whole file: one that was cut off is not mended.
_WHOLE: Final = re.compile(
    rb"</mainBody>.*</(?:statement|documentCollection)>.*</akomaNtoso>\s*\Z", re.DOTALL
)
_CODE_LENGTH: Final = 3  # of ISO 639-2
_LANGUAGES: Final = {
    "eng": "en",
    "fra": "fr",
    "spa": "es",
    "ara": "ar",
    "zho": "zh",
    "rus": "ru",
    "deu": "de",
}
#: How a paragraph ends that another paragraph of the preamble follows, in six languages.
_PREAMBULAR_ENDS: Final = (",", "،", "，")
_ENDS: Final = tuple(".,;:!?)。，；：、！？،؛؟”»…")
_HEADING_LENGTH: Final = 200
_PARAGRAPHS: Final = frozenset({"paragraph", "alinea"})
_HEADING_CLASS: Final = "H"
#: What a paragraph is that says it itself, as our own files do (publish/akn_body.py).
_CONCEPTS: Final = {
    "#operative": BlockKind.OPERATIVE,
    "#point": BlockKind.POINT,
    "#annexText": BlockKind.ANNEX_TEXT,
    "#text": BlockKind.PARAGRAPH,
}
_FIGURES: Final = re.compile(r"\w+(?: \w+)* (?P<number>\d+)\W*")
_PRINTED_NUMBER: Final = re.compile(
    r"(?:\d{1,3}(?:\.|\s+[-–])|\(?[a-z]{1,5}\)|\([\u0600-\u06ff\ufb50-\ufefc]{1,2}\)|[㈠-㈩]|[’‘]\d[’‘])(?=\s)"
)


class _Walker:
    """Walks one document and collects its paragraphs and footnotes in order."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Paragraph] = []
        self.in_annex = False

    def new(self, kind: BlockKind, number: str = "", level: int = 0) -> Paragraph:
        role = {BlockKind.HEADING: Role.HEADING, BlockKind.ROW: Role.ROW}.get(kind, Role.PARAGRAPH)
        paragraph = Paragraph(role, stated=Stated(kind, number, level))
        self.paragraphs.append(paragraph)
        return paragraph

    def words(
        self, into: Paragraph, element: etree._Element, *, italic: bool = False, href: str = ""
    ) -> None:
        """The words of ``element`` and what it holds, footnotes taken out at their marks."""
        into.add(element.text or "", italic=italic, href=href)
        for child in element:
            tag = _tag(child)
            if tag == "authorialNote":
                marker = child.get("marker", "").strip()
                into.mark(marker)
                note = Paragraph(Role.FOOTNOTE, marker)
                self.words(note, child)
                self.notes.append(note)
            elif tag == "noteRef":  # a further mark of a note that stands elsewhere
                into.mark(child.get("marker", "").strip())
            elif tag in {"eol", "br"}:
                into.line_break()
            elif tag == "a":
                self.words(into, child, italic=italic, href=child.get("href", ""))
            elif tag:
                self.words(into, child, italic=italic or child.get("class") == "italic", href=href)
            into.add(child.tail or "", italic=italic, href=href)

    # --- the parts of a document -----------------------------------------------------------------

    def document(self, root: etree._Element) -> None:
        for part in root:
            tag = _tag(part)
            if tag in {"statement", "documentCollection"}:
                self.statement(part)
            elif tag == "components":
                for component in part.iter(f"{AKN}statement"):
                    self.component(component)

    def statement(self, statement: etree._Element) -> None:
        for part in statement:
            tag = _tag(part)
            if tag == "coverPage":
                for line in part:
                    self.words(self.new(BlockKind.FRONT), line)
            elif tag == "preface":
                self.preface(part, BlockKind.TITLE)
            elif tag in {"preamble", "mainBody", "conclusions"}:
                self.part(part)
            elif tag == "attachments":
                for doc in part.iter(f"{AKN}doc"):
                    self.annex(doc)

    def component(self, statement: etree._Element) -> None:
        self.in_annex = False
        for part in statement:
            if _tag(part) == "coverPage":
                for line in part:
                    self.words(self.new(BlockKind.FRONT), line)
            elif _tag(part) == "preface":
                letter = part.find(f".//{AKN}docNumber")
                section = self.new(BlockKind.SECTION, _text(letter).rstrip("."))
                if letter is not None:
                    self.words(section, letter)
                self.preface(part, BlockKind.HEADING)
            elif _tag(part) in {"preamble", "mainBody", "conclusions"}:
                self.part(part)
            elif _tag(part) == "attachments":
                for doc in part.iter(f"{AKN}doc"):
                    self.annex(doc)

    def preface(self, preface: etree._Element, kind: BlockKind) -> None:
        title = self.new(kind)
        for index, line in enumerate(preface):
            if index and kind is BlockKind.HEADING:  # headings below the title of a section
                title = self.new(kind)
            for child in line:
                if _tag(child) == "docNumber" and kind is not BlockKind.TITLE:
                    continue
                self.words(title, child)
                title.add(" ")

    def part(self, part: etree._Element) -> None:
        if _tag(part) == "conclusions":
            for line in part:
                self.words(self.new(BlockKind.CLOSING), line)
            return
        for child in part:
            self.block(child, preamble=_tag(part) == "preamble")

    def annex(self, doc: etree._Element) -> None:
        self.in_annex = True
        first = True
        printed = next(doc.iter(f"{AKN}FRBRnumber"), None)
        number = printed.get("value", "") if printed is not None else ""
        for body in doc.iter(f"{AKN}mainBody"):
            for child in body:
                if first:
                    self.words(self.new(BlockKind.ANNEX, number), child)
                    first = False
                else:
                    self.block(child, preamble=False)
        self.in_annex = False

    # --- blocks ----------------------------------------------------------------------------------

    def block(self, element: etree._Element, *, preamble: bool) -> None:
        tag = _tag(element)
        if tag == "formula":
            self.words(self.new(BlockKind.FORMULA), element)
        elif tag == "container" and element.find(f"{AKN}table") is not None:
            self.table(element)
        elif tag == "container" or (tag == "p" and preamble):
            self.preambular(element)
        elif tag == "crossHeading":  # so are the preambles of a resolution's sections marked up
            self.words(self.new(BlockKind.PREAMBULAR, level=1), element)
        elif tag == "paragraph":
            self.paragraph(element)
        elif tag == "section":
            for child in element:
                self.block(child, preamble=False)
        elif tag:  # subheading, and a section's number
            self.words(self.new(BlockKind.HEADING), element)

    def preambular(self, container: etree._Element) -> None:
        introduction = container.find(f".//{AKN}listIntroduction")
        paragraph = self.new(BlockKind.PREAMBULAR, level=1)
        if introduction is None:
            self.words(paragraph, container)
            return
        self.words(paragraph, introduction)
        for item in container.iter(f"{AKN}item"):
            lists = sum(1 for _ in item.iterancestors(f"{AKN}blockList"))
            self.numbered(item, BlockKind.POINT, 1 + lists)

    def paragraph(self, element: etree._Element) -> None:
        number = element.find(f"{AKN}num")
        kind = _CONCEPTS.get(element.get("refersTo", ""))
        if element.get("class", "").startswith(_HEADING_CLASS):
            heading = self.new(BlockKind.HEADING)
            for child in element:
                if _tag(child) in _PARAGRAPHS:  # a heading that nothing closed took them along
                    self.paragraph(child)
                    continue
                # the number of a heading stands once more in its words
                if _tag(child) != "num" or not _repeats(element, child):
                    self.words(heading, child)
                    heading.add(" ")
            return
        if (listing := element.find(f"{AKN}list")) is not None:
            self.listing(element, listing, kind or self._level_one())
            return
        if any(_tag(child) in {"heading", "subheading"} for child in element):
            self.words(self.new(BlockKind.HEADING), element)
            return
        if kind is not None:
            self.numbered(element, kind, 0 if kind is BlockKind.POINT else 1)
        elif number is None or not _text(number):
            self.unnumbered(element)
        elif _text(number)[0].isdigit() or _text(number) == "l.":
            self.numbered(element, self._level_one(), 1)
        else:
            self.numbered(element, BlockKind.POINT, 0)

    def _level_one(self) -> BlockKind:
        return BlockKind.ANNEX_TEXT if self.in_annex else BlockKind.OPERATIVE

    def numbered(self, element: etree._Element, kind: BlockKind, level: int) -> None:
        number = element.find(f"{AKN}num")
        printed = _text(number)
        figures = _FIGURES.fullmatch(printed)  # "Recommendation 5:"
        stated = figures["number"] if figures else canonical_number(printed)
        paragraph = self.new(kind, stated, level)
        paragraph.add(printed + " ")
        for child in element:
            if child is not number and _tag(child) != "blockList":  # its items are points too
                self.words(paragraph, child)

    def unnumbered(self, element: etree._Element) -> None:
        paragraph = self.new(
            BlockKind.ANNEX_TEXT if self.in_annex else BlockKind.PARAGRAPH, level=1
        )
        self.words(paragraph, element)
        if found := _PRINTED_NUMBER.match(paragraph.text):  # a number that is not marked up
            number = canonical_number(found[0])
            level_one = number.isdigit()
            kind = self._level_one() if level_one else BlockKind.POINT
            paragraph.stated = Stated(kind, number, 1 if level_one else 0)
            return
        words = paragraph.text.rstrip()
        if len(words) < _HEADING_LENGTH and not words.endswith(_ENDS):
            paragraph.role = Role.HEADING
            paragraph.stated = Stated(BlockKind.HEADING)
            return
        if self.in_annex:
            return
        before = self.paragraphs[-2].stated if len(self.paragraphs) > 1 else None
        first = before is not None and before.kind in {BlockKind.PREAMBULAR, BlockKind.FORMULA}
        opens = bool(paragraph.italics) and paragraph.italics[0][0] == 0
        if opens and words.endswith(_PREAMBULAR_ENDS):
            paragraph.stated = Stated(BlockKind.PREAMBULAR, level=1)
        elif opens or first:  # Chinese and Arabic texts have no italics
            paragraph.stated = Stated(BlockKind.OPERATIVE, level=1)

    def listing(self, element: etree._Element, listing: etree._Element, kind: BlockKind) -> None:
        printed = _text(element.find(f"{AKN}num"))
        intro = self.new(kind, canonical_number(printed), 1)
        intro.add(printed + " ")
        for part in listing:
            tag = _tag(part)
            if tag == "intro":
                self.words(intro, part)
            elif tag == "point":
                self.numbered(part, BlockKind.POINT, 2)
            elif tag == "sublist":
                for point in part.iter(f"{AKN}point"):
                    sublists = sum(1 for _ in point.iterancestors(f"{AKN}sublist"))
                    self.numbered(point, BlockKind.POINT, 2 + sublists)

    def table(self, container: etree._Element) -> None:
        for row in container.iter(f"{AKN}tr"):
            paragraph = self.new(BlockKind.ROW)
            for position, cell in enumerate(row):
                if position:
                    paragraph.next_cell()
                self.words(paragraph, cell)


def _tag(element: etree._Element) -> str:
    """The local name of an AKN element; "" for comments and all that is foreign."""
    tag = element.tag
    return tag.removeprefix(AKN) if isinstance(tag, str) and tag.startswith(AKN) else ""


def _text(element: etree._Element | None) -> str:
    if element is None:
        return ""
    return " ".join("".join(_strings(element)).split())


def _strings(element: etree._Element) -> Iterator[str]:
    for words in element.itertext():
        yield str(words)


def _repeats(element: etree._Element, number: etree._Element) -> bool:
    rest = " ".join(_text(child) for child in element if child is not number)
    return rest.startswith(_text(number))


def _root(data: bytes, name: str) -> tuple[etree._Element, tuple[str, ...]]:
    """The root of a file, and a remark where its tags had to be mended: some files are published
    with a tag that nothing opens. A file that was cut off is not mended."""
    try:
        return parse_xml(data, name), ()
    except DocumentError as error:
        if not _WHOLE.search(data):
            raise
        problem = error.problem.partition(" (")[0]
        return parse_xml(balanced(data), name), (f"tags were mended: {problem}",)


def read_akn(data: bytes, name: str) -> Document:
    """The document of an Akoma Ntoso file: text, blocks with what the mark-up states of them,
    footnotes, links, italics, and its record.

    Raises DocumentError where it is no well-formed XML, no Akoma Ntoso, or names no symbol.
    """
    root, remarks = _root(data, name)
    if root.tag != f"{AKN}akomaNtoso":
        raise DocumentError(name, "not Akoma Ntoso 3.0", "give AKN4UN mark-up, or another format")
    walker = _Walker()
    walker.document(root)
    for language in root.iter(f"{AKN}FRBRlanguage"):
        code = language.get("language", "")
        break
    else:
        code = "eng"
    if code not in _LANGUAGES:
        kind = LanguageError if len(code) == _CODE_LENGTH and code.isalpha() else DocumentError
        raise kind(
            name, f"unknown language {code!r}", f"FRBRlanguage is one of {', '.join(_LANGUAGES)}"
        )
    empty = Document(name, "", "application/akn+xml", "", (), language=_LANGUAGES[code])
    composed = compose(empty, [*walker.paragraphs, *walker.notes])
    return replace(composed, record=read_record(root, name), remarks=remarks)
