"""The characters of a PDF page put together into runs of one style.

Coordinates are points with the origin at the lower left corner of the page *as it is read*: a page
whose words run sideways is turned. pdfium makes no layout that we could use; what it gives per
character is its code, its box, and the text object that drew it.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from pypdfium2 import raw

from southsouth.reading.documents.pdf.frame import Frame, LinkBox

#: Parts of an em: a gap that is a space though no space character stands there, and a gap that
#: ends a run, because a column or a table's cell may end there.
SPACE_GAP: Final = 0.18
RUN_GAP: Final = 0.6

_BARCODE: Final = re.compile(r"barcode|3\s?of\s?9|code\s?(?:39|128)", re.IGNORECASE)
_ITALIC: Final = re.compile(r"ital|obli", re.IGNORECASE)
_BOLD: Final = re.compile(r"bold|black|heavy", re.IGNORECASE)
_FLAG_ITALIC: Final = 1 << 6
_FLAG_BOLD: Final = 1 << 18
_BOLD_WEIGHT: Final = 600
#: pdfium's own sign for a hyphen at the end of a line, hyphens, ligatures, Symbol's bullet.
_LETTERS: Final = {
    "\x02": "-",
    "\ufffe": "-",
    "\u2010": "-",
    "\u2011": "-",
    "\uf0b7": "•",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
}
_BLANK: Final = " "
_RAISED_DIGITS: Final = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
_SUPERSCRIPT_SIZE: Final = 0.65
_SUPERSCRIPT_RISE: Final = 0.33


def _plain(function: Any, result: Any, *arguments: Any) -> Any:
    """The pdfium function with plain addresses for pointers: half the time of pypdfium2's binding,
    which counts in calls made for every character.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(result, *arguments)(address or 0)


_object_of: Final = _plain(
    raw.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int
)
_box_of: Final = _plain(
    raw.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
)


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one style that follow one another on a baseline ``y``."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    italic: bool = False
    bold: bool = False
    href: str = ""
    raised: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    """How the characters of one text object look; ``hidden`` for bar codes."""

    size: float
    turns: int
    italic: bool
    bold: bool
    hidden: bool


@dataclass(frozen=True, slots=True)
class _Look:
    """What the characters of one run have in common."""

    y: float
    size: float
    italic: bool
    bold: bool
    href: str = ""


class _Runs:
    """Puts characters of one direction into runs."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.count = 0
        self.runs: list[Run] = []
        self._letters: list[str] = []
        self._look: _Look | None = None
        self._x0 = self._x1 = 0.0

    def add(self, letters: str, x0: float, x1: float, look: _Look) -> None:
        """Add what stands from ``x0`` to ``x1``."""
        gap, size = x0 - self._x1, look.size
        if look is not self._look and look != self._look:
            self.close()
        elif gap > SPACE_GAP * size or gap < -size:
            if -size <= gap < RUN_GAP * size:
                self.space()
            else:
                self.close()
        if not self._letters:
            self._look, self._x0 = look, x0
        self._letters.append(letters)
        self._x1 = x1
        self.count += 1

    def space(self) -> None:
        """A space; a run begins with ink."""
        if self._letters and self._letters[-1] != " ":
            self._letters.append(" ")

    def close(self) -> None:
        """End the run at hand."""
        if self._letters and self._look:
            look, text = self._look, "".join(self._letters)
            if any("\ud800" <= letter <= "\udfff" for letter in text):
                text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            self.runs.append(
                Run(text, self._x0, self._x1, look.y, look.size, look.italic, look.bold, look.href)
            )
        self._letters, self._look = [], None


def _style(page: Any, index: int) -> _Style:
    buffer = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(page, index, buffer, len(buffer), flags)
    name = buffer.value.decode("utf-8", "replace")
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(page, index, matrix)
    angle = math.atan2(matrix.b, matrix.a)
    slanted = abs(matrix.a * matrix.c + matrix.b * matrix.d) > 0.05 * (
        matrix.a**2 + matrix.b**2 + 1e-9
    )
    return _Style(
        size=raw.FPDFText_GetFontSize(page, index) * (math.hypot(matrix.c, matrix.d) or 1.0),
        turns=round(angle / (math.pi / 2)) % 4,
        italic=bool(flags.value & _FLAG_ITALIC) or bool(_ITALIC.search(name)) or slanted,
        bold=bool(flags.value & _FLAG_BOLD)
        or bool(_BOLD.search(name))
        or raw.FPDFText_GetFontWeight(page, index) >= _BOLD_WEIGHT,
        hidden=bool(_BARCODE.search(name)),
    )


class _Printer:
    """Reads the characters of one page, object by object, each direction into its runs."""

    def __init__(self, text_page: Any, frame: Frame, links: list[LinkBox]) -> None:
        self.text_page, self.frame, self.links = text_page, frame, links
        self.directions: dict[int, _Runs] = {}
        self.styles: dict[int, _Style] = {}
        self.near: list[LinkBox] = []  # links at the height of the object at hand

    def object_at(self, index: int, address: int) -> tuple[_Style, _Look, _Runs]:
        """The style, look and runs of the text object that begins with character ``index``."""
        style = self.styles.get(address)
        if style is None:
            style = self.styles[address] = _style(self.text_page, index)
        if style.turns not in self.directions:
            self.directions[style.turns] = _Runs(self.frame.turned(style.turns))
        runs = self.directions[style.turns]
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self.text_page, index, x, y)
        self.near = [
            link
            for link in self.links
            if style.turns or link.bottom <= y.value + style.size / 4 <= link.top
        ]
        look = _Look(runs.frame.height(x.value, y.value), style.size, style.italic, style.bold)
        return style, look, runs

    def link_at(self, left: float, bottom: float, right: float, top: float) -> str:
        """The address that the box links to."""
        for link in self.near:
            if link.holds(left, bottom, right, top):
                return link.href
        return ""


class _Letters(dict[int, str]):
    """What is read for a character's code: letters, a blank, or nothing for control characters."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        letters = _BLANK if letter.isspace() else _LETTERS.get(letter, letter)
        if letters < _BLANK or letter in "\r\n":
            letters = ""
        self[code] = letters
        return letters


_letters: Final = _Letters()


def _codes(text_page: Any, count: int) -> Sequence[int]:
    """The codes of the characters; in one call where none takes two places or none."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer)
    codes = buffer[:count]
    if written == count + 1 and not any(0xD800 <= code < 0xE000 for code in codes):
        return codes
    return [raw.FPDFText_GetUnicode(text_page, index) for index in range(count)]


def read_runs(
    text_page: Any, count: int, frame: Frame, links: list[LinkBox]
) -> tuple[list[Run], Frame]:
    """The runs of the direction in which most of the ``count`` characters run, and the page
    turned that way.
    """
    printer = _Printer(text_page, frame, links)
    page = ctypes.cast(printer.text_page.raw, ctypes.c_void_p).value
    corners = (ctypes.c_float * 4)()
    corners_at = ctypes.addressof(corners)
    last = 0
    linked: dict[str, _Look] = {}
    style, look, runs = _Style(0, 0, False, False, True), _Look(0, 0, False, False), None
    for index, code in enumerate(_codes(text_page, count)):
        letters = _letters[code]
        address = letters and _object_of(page, index)
        if not address:  # nothing, or a space that pdfium has put in; the gaps tell us better
            continue
        if address != last:
            last = address
            style, look, runs = printer.object_at(index, address)
            linked = {"": look}
        if style.hidden or runs is None:
            continue
        if letters is _BLANK:
            runs.space()
            continue
        _box_of(page, index, corners_at)
        left, top, right, bottom = corners[:]
        x0, x1 = runs.frame.span(left, bottom, right, top)
        if printer.near:
            href = printer.link_at(left, bottom, right, top)
            look = linked.setdefault(href, replace(linked[""], href=href))
        if letters in _RAISED_DIGITS:
            runs.add(_RAISED_DIGITS[letters], x0, x1, _raised(look))
        else:
            runs.add(letters, x0, x1, look)
    for done in printer.directions.values():
        done.close()
    most = max(printer.directions.values(), key=lambda runs: runs.count, default=_Runs(frame))
    return most.runs, most.frame


def _raised(look: _Look) -> _Look:
    """The look of a digit that is itself a superscript character, as if it were set as one."""
    rise = look.y + _SUPERSCRIPT_RISE * look.size
    return replace(look, y=rise, size=_SUPERSCRIPT_SIZE * look.size)
