"""Numbers of resolutions and decisions as the other five official languages print them.

Only what needs no grammar: letters of sections, sessions in Arabic words, and numbers behind the
word for "resolution". What depends on who speaks is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from southsouth.citations.model import Citation, How
from southsouth.numerals import from_roman, to_roman
from southsouth.symbols import Symbol, parse_symbol, resolution_symbol

#: Letters of sections that are not Latin: Arabic letters have names, Cyrillic ones look alike.
_LETTERS: Final = {
    "ألف": "A", "باء": "B", "جيم": "C", "دال": "D", "هاء": "E", "واو": "F", "زاي": "G", "حاء": "H",
    "طاء": "I", "ياء": "J", "كاف": "K", "لام": "L", "А": "A", "В": "B", "С": "C",
}  # fmt: skip
_LETTER: Final = rf"(?:[A-Z]|{'|'.join(_LETTERS)})(?![A-Za-z0-9а-яё.’'/])"
_BEHIND: Final = re.compile(
    rf"\d+(?:/\d+)?\s?(?P<first>{_LETTER})"
    rf"(?:(?:,|\s?(?:and|et|y|e|и|و|和|、|到|至|to|à|a|по|إلى|–|-))\s?(?P<second>{_LETTER}))?"
)
_RANGE: Final = re.compile(r"\s?(?:to|à|a|по|إلى|到|至|–|-)\s?")
_SPECIAL: Final = re.compile(r"(?:د\s?إ|S)\s?-\s?$")
_SESSION: Final = re.compile(
    r"(?<![\d/])(?P<number>\d{1,4})\s*(?P<letter>ألف|باء|جيم|دال)?\s*"
    r"\((?P<special>د\s?إ|د)\s?-\s?(?P<session>\d{1,2})\)"
)
_NUMBER: Final = re.compile(
    r"(?<![A-Za-z0-9_/.,])(?P<special>(?:S|د\s?إ)\s?-\s?)?(?P<session>\d{1,4})/(?P<number>\d{1,4})(?![\d/])"
)
_ROMAN: Final = re.compile(
    r"(?<![\d/.])(?P<number>\d{1,4})(?:\s?(?P<letter>[A-Z]))?\s?\((?P<session>(?:S-)?[IVXLC]+)\)"
)
_RESOLUTION: Final = re.compile(r"résolution|resoluci|резолюц|قرار|决议", re.IGNORECASE)
_ECOSOC: Final = re.compile(
    r"Conseil économique et social|Consejo Económico y Social|Экономическ\w+ и Социальн\w+ Совет"
    r"|المجلس الاقتصادي والاجتماعي|经济及社会理事会|经社理事会",
    re.IGNORECASE,
)
_FIRST_DECISION: Final = 401  # since its thirty-first session the Assembly's decisions begin there
_LAST_ROMAN: Final = 30
_FIRST_SLASHED: Final = 31
_REACH: Final = 300
_BEHIND_REACH: Final = 20


def letters_behind(text: str, start: int) -> tuple[str, ...]:
    """The letters of sections behind the number at ``start``: "57/270 B" → ("B",), () for none."""
    found = _BEHIND.match(text, start)
    if found is None:
        return ()
    first = _LETTERS.get(found["first"], found["first"])
    if found["second"] is None:
        return (first,)
    second = _LETTERS.get(found["second"], found["second"])
    if _RANGE.fullmatch(text, found.end("first"), found.start("second")):
        return tuple(chr(code) for code in range(ord(first), ord(second) + 1))
    return (first, second)


def special_session_before(text: str, start: int) -> bool:
    """Whether the number at ``start`` is that of a special session: "S-", in Arabic "دإ-"."""
    return _SPECIAL.search(text, max(start - 6, 0), start) is not None


def _numbered(text: str, begin: int, found: re.Match[str]) -> Symbol | None:
    """What a number means that no link explains, by its form and the words before it."""
    before = text[max(begin, found.start() - _REACH) : found.start()]
    session, number = int(found["session"]), found["number"]
    if 1946 <= session <= 2100:
        if not _ECOSOC.search(before):
            return None
        return resolution_symbol("ecosoc", number, found["session"])
    if found["special"]:
        return resolution_symbol("general-assembly", number, f"S-{session}")
    if not _FIRST_SLASHED <= session <= 199:
        return None
    if int(number) >= _FIRST_DECISION:
        return parse_symbol(f"A/DEC/{session}/{number}")
    behind = text[found.end() : found.end() + _BEHIND_REACH]  # where Chinese has the word
    if not _RESOLUTION.search(before) and not _RESOLUTION.search(behind):
        return None
    return resolution_symbol("general-assembly", number, found["session"])


def numbers_in(text: str, part: str, start: int, end: int) -> Iterator[Citation]:
    """The citations by number in a span of a text that is not English."""
    for found in _SESSION.finditer(text, start, end):
        prefix = "S-" if found["special"] != "د" else ""
        target = resolution_symbol(
            "general-assembly", found["number"], prefix + to_roman(int(found["session"])),
            _LETTERS.get(found["letter"] or "", ""),
        )  # fmt: skip
        if target is not None:
            yield Citation(part, found.start(), found.end(), target, How.ORGAN_NAMED)
    for found in _ROMAN.finditer(text, start, end):
        before = text[max(start, found.start() - _REACH) : found.start()]
        if (from_roman(found["session"].removeprefix("S-")) or 0) > _LAST_ROMAN:
            continue
        target = resolution_symbol(
            "general-assembly", found["number"], found["session"], found["letter"] or ""
        )
        if target is not None and _RESOLUTION.search(before) and not _ECOSOC.search(before):
            yield Citation(part, found.start(), found.end(), target, How.ORGAN_IN_CONTEXT)
    for found in _NUMBER.finditer(text, start, end):
        target = _numbered(text, start, found)
        if target is None:
            continue
        for letter in letters_behind(text, found.start("session")) or ("",):
            lettered = parse_symbol(f"{target.text}{letter}") or target
            yield Citation(part, found.start(), found.end(), lettered, How.ORGAN_IN_CONTEXT)
