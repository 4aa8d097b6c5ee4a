"""Parsing XML from strangers: no external entities, no network, no expansion of entities."""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree

from southsouth.errors import DocumentError

#: The namespace of Akoma Ntoso 3.0, which is read and written.
AKN_NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#: A tag; comments, declarations and the like are none.
_TAG: Final = re.compile(rb"<(?P<ends>/?)(?P<name>[A-Za-z][\w:.-]*)[^<>]*?(?P<empty>/?)>")


def balanced(data: bytes) -> bytes:
    """``data`` without end tags that close nothing, and with end tags for what is left open.

    >>> balanced(b"<a><b></p></a>")
    b'<a><b></b></a>'
    """
    mended: list[bytes] = []
    is_open: list[bytes] = []
    at = 0
    for tag in _TAG.finditer(data):
        mended.append(data[at : tag.start()])
        at = tag.end()
        if not tag["ends"]:
            if not tag["empty"]:
                is_open.append(tag["name"])
        elif tag["name"] not in is_open:
            continue
        else:
            while (name := is_open.pop()) != tag["name"]:
                mended.append(b"</%s>" % name)
        mended.append(tag[0])
    mended.append(data[at:])
    return b"".join(mended)


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root element of ``data``.

    Raises DocumentError where it is not well-formed and where it declares entities: no UN document
    needs them, and they are how one file is made to swell or to reach for others.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise DocumentError(name, f"not well-formed XML: {reason}", "repair the file") from error
    refuse_entities(root, name)
    return root


def refuse_entities(root: etree._Element, name: str) -> None:
    """Raise DocumentError where the document of ``root`` declares entities."""
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and declared.entities():
        raise DocumentError(name, "the XML declares entities", "remove its document type")
