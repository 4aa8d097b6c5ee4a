"""The numbers that a browser prints before the items of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from southsouth.reading.documents.docx.numbering import format_number, integer

_STYLE: Final = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_FORMATS: Final = {
    "1": "decimal",
    "decimal": "decimal",
    "a": "lowerLetter",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "A": "upperLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "i": "lowerRoman",
    "lower-roman": "lowerRoman",
    "I": "upperRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
}
#: So are sub-paragraphs numbered in UN documents; a browser shows "a."
_IN_BRACKETS: Final = frozenset({"lowerLetter", "lowerRoman"})


@dataclass(slots=True)
class _List:
    fmt: str
    next: int
    step: int = 1


@dataclass(slots=True)
class Lists:
    """The lists that are open at one place of a page."""

    _open: list[_List] = field(default_factory=list)
    _pending: str = ""

    def enter(self, element: etree._Element) -> None:
        """A list begins."""
        if element.tag == "ul":
            self._open.append(_List("bullet", 1))
            return
        found = _STYLE.search(element.get("style", ""))
        name = found[1].lower() if found else element.get("type", "1")
        fmt = "bullet" if name == "none" else _FORMATS.get(name, "decimal")
        step = 1 if element.get("reversed") is None else -1
        first = 1 if step == 1 else len(element.findall("li"))
        self._open.append(_List(fmt, integer(element.get("start", ""), first), step))

    def leave(self) -> None:
        """A list ends."""
        self._open.pop()

    def item(self, element: etree._Element) -> None:
        """An item begins: its number waits for the words that follow."""
        if not self._open:
            return
        one = self._open[-1]
        number = integer(element.get("value", ""), one.next)
        one.next = number + one.step
        printed = format_number(number, one.fmt)
        if printed:
            printed = f"({printed})" if one.fmt in _IN_BRACKETS else f"{printed}."
        self._pending = f"{self._pending} {printed}".strip()

    def take(self) -> str:
        """The number that waits for words, if any."""
        number, self._pending = self._pending, ""
        return number
