"""Parsing XML from strangers: no external entities, no network, no expansion of entities."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

from southsouth.errors import DocumentError

#: The namespace of Akoma Ntoso 3.0, which is read and written.
AKN_NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


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
