"""DOCX: what Word, LibreOffice and the United Nations' own templates write (ECMA-376).

The parts are read with lxml: no library shows footnotes, fields, computed numbers and headers
together. The header's words come first, because the symbol stands there.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from southsouth.reading.documents.compose import compose
from southsouth.reading.documents.docx.body import R, Resources, Walker
from southsouth.reading.documents.docx.notes import NoteCounter, read_note_formats
from southsouth.reading.documents.docx.numbering import Numbers, W, read_numbering
from southsouth.reading.documents.docx.package import Package
from southsouth.reading.documents.docx.stream import sections
from southsouth.reading.documents.docx.styles import Styles, toggle
from southsouth.reading.documents.drafts import Draft, settle, strip_label
from southsouth.reading.documents.model import Document, Role

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NOTES: Final = ("footnote", "endnote")


def _header_parts(package: Package, document: etree._Element) -> Iterator[str]:
    """The headers of the first section that has any: that of its first page first, if it has one
    of its own, then the others."""
    targets = package.relations(package.main)
    for section in document.iter(f"{W}sectPr"):
        references = section.findall(f"{W}headerReference")
        found = {r.get(f"{W}type", "default"): r.get(f"{R}id", "") for r in references}
        order = ["first", "default", "even"]
        if not toggle(section, "titlePg"):
            order = ["default", "first", "even"]
        for kind in order:
            if found.get(kind) in targets:
                yield targets[found[kind]].target
        if found:
            return


def _header(package: Package, document: etree._Element, resources: Resources) -> list[Draft]:
    """The lines of the header, each once; of the first header that has words."""
    for part in _header_parts(package, document):
        root = package.xml(part)
        if root is None:
            continue
        drafts = Walker(resources, package.relations(part), header=True).walk(root)
        lines = {draft.text.strip(): draft for draft in reversed(drafts) if draft.filled}
        if lines:
            return list(reversed(lines.values()))
    return []


def _notes(package: Package, resources: Resources) -> Iterator[Draft]:
    """The bodies of the notes that the text calls, in that order, endnotes last."""
    counter = resources.notes
    for kind in _NOTES:
        part = package.part(f"{kind}s")
        root = package.xml(part) if part else None
        if root is None:
            continue
        links = package.relations(part)
        bodies = {body.get(f"{W}id", ""): body for body in root.findall(W + kind)}
        for call, label in counter.labels.items():
            if call.kind == kind and call.id in bodies:
                draft = Draft(Role.FOOTNOTE, label)
                Walker(resources, links, flat=draft).walk(bodies[call.id])
                if call in counter.custom:
                    draft.pieces = strip_label(draft.pieces, label)
                yield draft


def _resources(package: Package, document: etree._Element) -> Resources:
    def read(kind: str) -> etree._Element | None:
        return package.xml(posixpath.join(posixpath.dirname(package.main), f"{kind}.xml"))

    styles = Styles(read("styles"))
    return Resources(
        styles,
        Numbers(read_numbering(read("numbering"), styles.lists())),
        NoteCounter(read_note_formats(document, read("settings"))),
    )


def _drafts(package: Package) -> Iterable[Draft]:
    large = package.is_large()
    document = sections(package.blocks()) if large else package.document()
    resources = _resources(package, document)
    yield from _header(package, document, resources)
    walker = Walker(resources, package.relations(package.main))
    for block in package.blocks() if large else (document,):
        walker.walk(block)
    yield from walker.drafts
    yield from _notes(package, resources)


def read_docx(data: bytes, name: str) -> Document:
    """The document of a DOCX file: header lines, paragraphs and rows, footnotes, links, italics.

    Raises DocumentError where it is no DOCX file, is damaged, has a password, or unpacks to more
    than a document would.
    """
    paragraphs = settle(list(_drafts(Package(data, name))), name)
    return compose(Document(name, "", MEDIA_TYPE, "", ()), paragraphs)
