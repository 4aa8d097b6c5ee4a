"""Word's fields: instructions are not shown, results are; hyperlinks and page numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

_LINK: Final = re.compile(r"\s*HYPERLINK\s+(?:\"([^\"]*)\"|([^\s\\\"]\S*))", re.IGNORECASE)
_ANCHOR: Final = re.compile(r"\\l\s+\"([^\"]*)\"", re.IGNORECASE)
_PAGES: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})


def link_of(instruction: str) -> str:
    """The address in a HYPERLINK instruction; "" for other fields and links inside the file."""
    found = _LINK.match(instruction)
    href = (found[1] or found[2] or "") if found else ""
    anchor = _ANCHOR.search(instruction)
    return f"{href}#{anchor[1]}" if href and anchor else href


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    in_result: bool = False
    href: str = ""
    hidden: bool = False
    note: bool = False

    def begin_result(self) -> None:
        instruction = "".join(self.instruction)
        name = (instruction.split() or [""])[0].upper()
        self.in_result = True
        self.href = link_of(instruction)
        self.hidden = name in _PAGES
        self.note = name == "NOTEREF"


class Fields:
    """The fields that are open at one place of a text."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def begin(self) -> None:
        """A field begins, with its instruction."""
        self._open.append(_Field())

    def instruct(self, text: str) -> None:
        """Words of an instruction."""
        if self._open:
            self._open[-1].instruction.append(text)

    def separate(self) -> None:
        """The instruction ends, the result begins."""
        if self._open:
            self._open[-1].begin_result()

    def end(self) -> None:
        """A field ends."""
        if self._open:
            self._open.pop()

    def end_paragraph(self) -> None:
        """Give up fields that still have no result: a lost mark must not swallow what follows."""
        while self._open and not self._open[-1].in_result:
            self._open.pop()

    @property
    def shown(self) -> bool:
        """Whether words here are seen."""
        return all(one.in_result and not one.hidden for one in self._open)

    @property
    def href(self) -> str:
        """The address of the innermost hyperlink."""
        return next((one.href for one in reversed(self._open) if one.href), "")

    @property
    def note(self) -> bool:
        """Whether the words are the label of a footnote that is called once more."""
        return any(one.note for one in self._open)
