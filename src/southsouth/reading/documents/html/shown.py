"""What a browser shows of an HTML page, and how: hidden parts, the main part, italics, links."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from southsouth.reading.documents.html.notes import HEADINGS, words_of

_PASSED_OVER: Final = frozenset(
    {
        "nav",
        "footer",
        "aside",
        "script",
        "style",
        "button",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "select",
        "textarea",
        "input",
        "audio",
        "video",
        "canvas",
        "dialog",
        "head",
        "title",
    }
)
_ITALIC: Final = frozenset({"i", "em", "cite", "dfn", "var"})
_HIDDEN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_SLANTED: Final = re.compile(r"(?<!-)font-style\s*:\s*(\w+)", re.IGNORECASE)
_WORD_BULLET: Final = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_RAISED: Final = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How the words of an element are shown."""

    italic: bool = False
    href: str = ""
    raised: bool = False
    pre: bool = False
    heading: bool = False
    main: bool = False  # in the part that holds the page's text


def look_of(element: etree._Element, parent: Look) -> Look:
    """How the words of ``element`` are shown, given those of its parent."""
    tag = element.tag
    look = parent
    if tag in _ITALIC:
        look = replace(look, italic=True)
    elif tag == "a":
        look = replace(look, href=_address(element.get("href", "")))
    elif tag == "sup":
        look = replace(look, raised=True)
    elif tag == "pre":
        look = replace(look, pre=True)
    elif tag in HEADINGS or element.get("role") == "heading":
        look = replace(look, heading=True)
    elif tag in {"main", "article"} or element.get("role") == "main":
        look = replace(look, main=True)
    if _RAISED.search(element.get("style", "")):
        look = replace(look, raised=True)
    if slanted := _SLANTED.search(element.get("style", "")):
        look = replace(look, italic=slanted[1].lower() in {"italic", "oblique"})
    return look


def _address(href: str) -> str:
    """Where a link leads; "" for places on the page itself and for scripts."""
    href = href.strip()
    return "" if href.startswith("#") or href.lower().startswith("javascript:") else href


def is_passed_over(element: etree._Element, parent: Look) -> bool:
    """Whether an element is not part of the text: hidden, navigation, controls."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _PASSED_OVER or element.get("hidden") is not None:
        return True
    style = element.get("style", "")
    if style and _HIDDEN.search(style):
        return True
    if style and _WORD_BULLET.search(style):
        return not any(letter.isalnum() for letter in words_of(element))
    if tag == "header":  # that of an article holds its title
        return not parent.main
    # old pages of un.org stand in one form as a whole
    return tag == "form" and element.find(".//p") is None and element.find(".//h1") is None


def _articles(root: etree._Element) -> list[etree._Element]:
    """The articles of a page, without those inside another one (its comments, say)."""
    return [
        article
        for article in root.iter("article")
        if not any(True for _ in article.iterancestors("article"))
    ]


def main_parts(root: etree._Element) -> list[etree._Element]:
    """The parts of the page that hold its text: what it calls so, or all of it."""
    main = [*root.iter("main"), *(e for e in root.iter("*") if e.get("role") == "main")]
    for part in main:
        if words_of(part):
            return [part]
    articles = [article for article in _articles(root) if words_of(article)]
    body = root.find("body")
    return articles or [root if body is None else body]
