"""What Word's styles say of a paragraph or run: heading, list, italics, hidden, raised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from southsouth.reading.documents.docx.numbering import W, integer, value_of

#: Word's own names, and those of the United Nations' templates: "_ H_2/3", "HChG", "__S_M".
_HEADING: Final = re.compile(
    r"heading\d|(?:sub)?title(?:h\w*)?|agendatitle\w*|h(?:ch|m|\d+)g?|s[sml]g?", re.IGNORECASE
)
_BODY_TEXT: Final = 9  # the outline level of what is no heading
#: How many styles may be based on one another; Word's own templates reach six.
_MAX_CHAIN: Final = 40
_OFF: Final = frozenset({"0", "false", "off", "none"})


def toggle(properties: etree._Element | None, name: str) -> bool | None:
    """Whether w:rPr or w:pPr switches a property on or off; None if it does not say."""
    found = None if properties is None else properties.find(W + name)
    return None if found is None else found.get(f"{W}val", "1") not in _OFF


@dataclass(frozen=True, slots=True)
class RunLook:
    """How words are set."""

    italic: bool = False
    hidden: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What a paragraph's style says: whether it is a heading, its list ("" for none) and level
    there (None if not said), the style's id, how its words are set."""

    heading: bool = False
    num_id: str = ""
    level: int | None = None
    style: str = ""
    run: RunLook = RunLook()


class Styles:
    """The styles of a document, inheritance followed."""

    def __init__(self, root: etree._Element | None) -> None:
        found = [] if root is None else root.findall(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        self._default = next(
            (
                style.get(f"{W}styleId", "")
                for style in found
                if style.get(f"{W}type") == "paragraph"
                and style.get(f"{W}default") in {"1", "true"}
            ),
            "",
        )
        self._paragraphs: dict[str, ParagraphLook] = {}
        self._runs: dict[str, RunLook] = {}

    def lists(self) -> dict[str, str]:
        """The list to which each style itself belongs."""
        found = {i: value_of(s, "pPr/numPr/numId") for i, s in self._styles.items()}
        return {style: num_id for style, num_id in found.items() if num_id}

    def _chain(self, style_id: str) -> Iterator[etree._Element]:
        """The style and all on which it is based, nearest first."""
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen and len(seen) < _MAX_CHAIN:
            seen.add(style_id)
            yield self._styles[style_id]
            style_id = value_of(self._styles[style_id], "basedOn")

    def run(self, style_id: str) -> RunLook:
        """How a character style, or a paragraph style, sets words."""
        if style_id not in self._runs:
            chain = [style.find(f"{W}rPr") for style in self._chain(style_id)]
            raised = (value_of(properties, "vertAlign") for properties in chain)
            self._runs[style_id] = RunLook(
                _first(chain, "i"),
                _first(chain, "vanish"),
                next((align for align in raised if align), "") == "superscript",
            )
        return self._runs[style_id]

    def paragraph(self, style_id: str) -> ParagraphLook:
        """What a paragraph style says, or the default one for ""."""
        if style_id not in self._styles:
            style_id = self._default
        if style_id not in self._paragraphs:
            self._paragraphs[style_id] = self._paragraph(style_id)
        return self._paragraphs[style_id]

    def _paragraph(self, style_id: str) -> ParagraphLook:
        chain = list(self._chain(style_id))
        outlines = (value_of(style, "pPr/outlineLvl") for style in chain)
        outline = next((level for level in outlines if level), "")
        heading = is_outlined(outline)
        if heading is None:
            heading = any(_is_heading_name(style) for style in chain)
        for style in chain:
            if num_id := value_of(style, "pPr/numPr/numId"):
                level = value_of(style, "pPr/numPr/ilvl")
                owner = style.get(f"{W}styleId", "")
                return ParagraphLook(
                    heading, num_id, integer(level, 0) if level else None, owner, self.run(style_id)
                )
        return ParagraphLook(heading, style=style_id, run=self.run(style_id))


def is_outlined(level: str) -> bool | None:
    """Whether an outline level (w:outlineLvl) makes a heading; None if there is none."""
    return integer(level, _BODY_TEXT) < _BODY_TEXT if level else None


def _first(chain: list[etree._Element | None], name: str) -> bool:
    says = (toggle(properties, name) for properties in chain)
    return next((said for said in says if said is not None), False)


def _is_heading_name(style: etree._Element) -> bool:
    names = (value_of(style, "name"), style.get(f"{W}styleId", ""))
    return any(_HEADING.fullmatch(re.sub(r"[\s_/]", "", name)) for name in names)


def run_look(properties: etree._Element | None, paragraph: RunLook, styles: Styles) -> RunLook:
    """How a run is set: its own properties first; else its character style and its paragraph's
    style, which cancel each other where both switch a property on (ECMA-376 part 1, 17.7.3)."""
    style = styles.run(value_of(properties, "rStyle"))
    italic, hidden = toggle(properties, "i"), toggle(properties, "vanish")
    align = value_of(properties, "vertAlign")
    return RunLook(
        style.italic != paragraph.italic if italic is None else italic,
        style.hidden != paragraph.hidden if hidden is None else hidden,
        align == "superscript" if align else style.raised,
    )
