"""Footnotes of HTML pages: which links are marks, which elements are their bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from southsouth.reading.documents.drafts import labels_of

BLOCKS: Final = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: What Word and wikis call the places of their notes.
_TARGET: Final = re.compile(
    r"_?(?:(?:ftn|edn|fn)[-_:.]?\w{1,8}|(?:en|n)[-_:.]?\d{1,3}|(?:foot|end)?note[-_:.]?\w{0,8}"
    r"|cite[_-]note[-_:.]?[\w-]{1,40})",
    re.IGNORECASE,
)
_BACK: Final = re.compile(r"\W*(?:\d{1,3}|[a-z])?\W*")
_CLASS: Final = re.compile(r"foot-?note|endnote|noteref", re.IGNORECASE)
#: Word's own wrapping of the body of a note.
_WORD_BODY: Final = re.compile(r"(?:ftn|edn)\d+")
_MAX_LABEL: Final = 12


@dataclass(slots=True)
class Notes:
    """The notes of a page: the label of each mark, of each body, and of each place in a block of
    several bodies where one begins. ``kept`` holds bodies and all that they stand in."""

    marks: dict[etree._Element, str] = field(default_factory=dict)
    bodies: dict[etree._Element, str] = field(default_factory=dict)
    openers: dict[etree._Element, str] = field(default_factory=dict)
    kept: set[etree._Element] = field(default_factory=set)


def words_of(element: etree._Element) -> str:
    """The words in an element, white space reduced; only its beginning where they are many."""
    words: list[str] = []
    length = 0
    for part in element.itertext():
        words.append(str(part)[:200])
        length += len(words[-1])
        if length > 200:
            break
    return " ".join("".join(words).split())


def _fragment(href: str) -> str:
    """The place on the same page to which a link leads; "" for other links."""
    path, _, fragment = href.strip().partition("#")
    return fragment if not path or fragment.startswith(("_ftn", "_edn")) else ""


def _is_raised(link: etree._Element) -> bool:
    return any(parent.tag == "sup" for parent in link.iterancestors()) or (
        link.find(".//sup") is not None
    )


def _is_call(link: etree._Element, fragment: str, words: str) -> bool:
    """Whether a link that leads further down looks like the mark of a note."""
    if link.get("role") == "doc-noteref" or _CLASS.search(link.get("class", "")):
        return True
    return words.startswith("[") or bool(_TARGET.fullmatch(fragment)) or _is_raised(link)


def _block_of(target: etree._Element) -> etree._Element:
    """The block that holds a note's body, given the element to which its mark leads."""
    block = target
    while block.tag not in BLOCKS and (parent := block.getparent()) is not None:
        block = parent
    parent = block.getparent()
    if parent is None:
        return block
    if block.tag == "td" and labels_of(words_of(parent[0])):
        return parent  # a row: the label, then the words
    in_item = parent.tag == "li" and block is parent[0]
    return parent if in_item or _WORD_BODY.fullmatch(parent.get("id", "")) else block


def _in_pre(block: etree._Element) -> bool:
    """Whether a note stands in pre-formatted text: there the reader of plain text finds it."""
    return block.tag == "pre" or any(True for _ in block.iterancestors("pre"))


def find_notes(root: etree._Element) -> Notes:
    """The notes under ``root`` whose marks are links to their bodies."""
    order: dict[etree._Element, int] = {}
    places: dict[str, etree._Element] = {}
    links: list[etree._Element] = []
    for index, element in enumerate(root.iter()):
        names = {element.get("id", ""), element.get("name", "") if element.tag == "a" else ""}
        names.discard("")
        if names or element.tag == "a":
            order[element] = index
        for name in names:
            places.setdefault(name, element)
        if element.tag == "a" and "#" in element.get("href", ""):
            links.append(element)
    notes = Notes()
    found: dict[etree._Element, dict[etree._Element, str]] = {}
    for link in links:
        fragment = _fragment(link.get("href", ""))
        words = words_of(link)
        labels = labels_of(words) if len(words) <= _MAX_LABEL else []
        target = places.get(fragment)
        if target is None or len(labels) != 1 or order[target] < order[link]:
            continue
        block = _block_of(target)
        if block.tag in HEADINGS or _in_pre(block) or not _is_call(link, fragment, words):
            continue
        notes.marks[link] = labels[0]
        found.setdefault(block, {}).setdefault(target, labels[0])
    holders = _with_ancestors(notes.marks)
    for block, bodies in found.items():
        if len(bodies) == 1 and block not in holders:
            notes.bodies[block] = next(iter(bodies.values()))
        else:  # several bodies, or the text itself, in one block: each begins at its own place
            notes.openers.update(bodies)
            notes.bodies[block] = ""
    notes.kept = _with_ancestors(notes.bodies)
    return notes


def _with_ancestors(elements: Iterable[etree._Element]) -> set[etree._Element]:
    """The elements and all that they stand in."""
    found: set[etree._Element] = set()
    for start in elements:
        element: etree._Element | None = start
        while element is not None and element not in found:
            found.add(element)
            element = element.getparent()
    return found


def leads_back(link: etree._Element) -> bool:
    """Whether a link in a note's body only leads back to its mark: "↩", "[1]", "^"."""
    if link.get("role") == "doc-backlink":
        return True
    words = words_of(link)
    return bool(_fragment(link.get("href", ""))) and (
        words == "Jump up" or _BACK.fullmatch(words) is not None
    )
