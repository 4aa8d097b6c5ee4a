"""The document of a large DOCX file, a block at a time: a programme budget has millions of tags.

The part is read twice. First only what its sections say of headers and notes is kept; then each
block (a paragraph, a table) is handed on and forgotten, so that memory holds one block, and the
words.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Final, Protocol

from lxml import etree

from southsouth.errors import DocumentError
from southsouth.reading.documents.docx.numbering import W
from southsouth.reading.documents.xml import refuse_entities

#: How deep the blocks of the body stand: below the document and its body.
_BLOCK: Final = 3


class Source(Protocol):
    """What a part is read from, in pieces."""

    def read(self, size: int, /) -> bytes: ...


def blocks(source: Source, name: str, most: int) -> Iterator[etree._Element]:
    """Each child of the body, and each other child of the document; it is gone after its turn.

    Raises DocumentError where the XML is not well-formed or declares entities, and for a block with
    more than ``most`` tags and attributes, since a block is held whole.
    """
    events = etree.iterparse(
        source,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    depth = markup = 0
    body: etree._Element | None = None
    try:
        for event, element in events:
            if event == "start":
                depth += 1
                markup += 1 + len(element.attrib)
                if depth == 1:
                    refuse_entities(element, name)
                elif depth == _BLOCK - 1:
                    body = element if element.tag == f"{W}body" else None
                _refuse_large(markup, most, name)
                continue
            if depth == (_BLOCK if body is not None else _BLOCK - 1):
                yield element
                _forget(element)
                markup = 0
            depth -= 1
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise DocumentError(name, f"not well-formed XML: {reason}", "repair the file") from error


def _refuse_large(markup: int, most: int, name: str) -> None:
    if markup > most:
        raise DocumentError(
            name, f"a table or a paragraph with more than {most} tags", "split the document"
        )


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def sections(found: Iterator[etree._Element]) -> etree._Element:
    """A document of which nothing is left but its sections, each where it stood: in the body, in a
    paragraph's properties, or elsewhere."""
    document = etree.Element(f"{W}document")
    body = etree.SubElement(document, f"{W}body")
    for block in found:
        for section in block.iter(f"{W}sectPr"):
            parent = section.getparent()
            place = body
            if section is not block and parent is not None:
                place = etree.SubElement(body, parent.tag)
            place.append(copy.deepcopy(section))
    return document
