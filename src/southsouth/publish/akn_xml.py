"""The small change of writing Akoma Ntoso: elements, legal characters, references, ids, layout."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from lxml import etree

from southsouth.reading.documents.xml import AKN_NAMESPACE

AKN: Final = AKN_NAMESPACE
#: The United Nations' own elements; the schema takes them where it takes foreign ones.
AKN4UN: Final = "http://un.org/akn4un"
_NAMESPACES: Final[Mapping[Any, str]] = {None: AKN, "akn4un": AKN4UN}

_SPACE: Final = re.compile(r"\s+")
#: All that is no character of XML 1.0 (section 2.2 of its specification).
_ILLEGAL: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AUTHORITY: Final = r"//(?:[^/?#@:]*@)?[^/?#@:]*(?::\d{1,5})?(?=[/?#]|$)"
#: A reference by RFC 3986, as far as the checker of ``xsd:anyURI`` looks.
_REFERENCE: Final = re.compile(
    rf"(?:[A-Za-z][A-Za-z0-9+.-]*:(?:{_AUTHORITY}|(?!//))|{_AUTHORITY}|(?!//)(?![^/?#]*:))"
    r"[^#\[\]]*(?:#[^#\[\]]*)?",
    re.DOTALL,
)
_BARE_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
#: Elements whose content is words: white space between their children would be read as words.
_WORDS: Final = frozenset(
    {
        "p",
        "num",
        "subheading",
        "crossHeading",
        "listIntroduction",
        "docNumber",
        "docTitle",
        "docketNumber",
        "session",
        "inline",
        "organization",
    }
)


def detached(tag: str) -> etree._Element:
    """An element without a parent: the root, or what is put in its place later."""
    return etree.Element(f"{{{AKN}}}{tag}", nsmap=_NAMESPACES)


def element(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    """A new last child of ``parent``; of attributes in Python's spelling (``class_``), the empty
    ones are kept: in Akoma Ntoso an empty value is a statement."""
    named = {name.rstrip("_"): _ILLEGAL.sub("", value) for name, value in attributes.items()}
    return etree.SubElement(parent, f"{{{AKN}}}{tag}", named)


def foreign(parent: etree._Element, tag: str) -> etree._Element:
    """A new last child of ``parent`` in the United Nations' own namespace."""
    return etree.SubElement(parent, f"{{{AKN4UN}}}{tag}")


def legal(words: str) -> str:
    """``words`` in characters that XML has: white space as single spaces, no control characters."""
    return _ILLEGAL.sub("", _SPACE.sub(" ", words))


def web_address(href: str) -> str:
    """``href`` as a URI reference that the schema takes; "" where it cannot be made one."""
    escaped = _BARE_PERCENT.sub("%25", legal(href).strip())
    escaped = escaped.replace("[", "%5B").replace("]", "%5D")
    head, mark, fragment = escaped.partition("#")
    escaped = head + mark + fragment.replace("#", "%23")
    return escaped if _REFERENCE.fullmatch(escaped) else ""


def in_reference(words: str) -> str:
    """``words`` for an attribute that the schema types as a reference and the United Nations fill
    with plain words: a list of States, "submitted by …". Only what a reference cannot hold is
    escaped."""
    plain = legal(words)
    return web_address(plain) or web_address(plain.replace(":", "%3A")) or quote(plain, safe=" ")


class Ids:
    """Gives out eIds, each once; made from the ids of parts, so they stay the same between runs."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def unique(self, wanted: str) -> str:
        """``wanted``, with a counter where it is taken."""
        candidate, count = wanted, 1
        while candidate in self._used:
            count += 1
            candidate = f"{wanted}_{count}"
        self._used.add(candidate)
        return candidate

    def of_part(self, part_id: str) -> str:
        """``"annex1-op13(a)"`` → ``"annex1__op13__point_a"`` (Akoma Ntoso Naming Convention,
        "eId": steps parted by two underscores)."""
        steps = re.sub(r"\(([^()]+)\)", r"__point_\1", part_id).replace("-", "__")
        return self.unique(re.sub(r"[^\w.]", "_", steps))


def lay_out(root: etree._Element) -> None:
    """Put every element of the structure on a line of its own; running words stay untouched."""
    stack = [(root, 0)]
    while stack:
        node, depth = stack.pop()
        if etree.QName(node).localname in _WORDS or not len(node):
            continue
        node.text = "\n" + "  " * (depth + 1)
        for child in node:
            child.tail = "\n" + "  " * (depth + 1)
            stack.append((child, depth + 1))
        node[-1].tail = "\n" + "  " * depth
