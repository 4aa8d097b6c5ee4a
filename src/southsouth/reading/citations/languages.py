"""Numbers of resolutions and decisions as the other five official languages print them.

Only what needs no grammar: letters of sections, sessions in Arabic words, and numbers beside the
word for "resolution" or "decision"; whose they are tells `bare`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from southsouth.reading.citations.bare import (
    bare_number,
    organs_near,
    reporting_body,
    told,
)
from southsouth.reading.citations.model import Citation, How
from southsouth.un.council_numbers import SLIP, year_of_resolution
from southsouth.un.numerals import to_roman
from southsouth.un.organs import (
    ECOSOC,
    GENERAL_ASSEMBLY,
    SECURITY_COUNCIL,
    can_have_adopted,
    organ_row,
)
from southsouth.un.symbols import Symbol, resolution_symbol

#: Letters of sections that are not Latin: Arabic letters have names, Cyrillic ones look alike.
_LETTERS: Final = {
    "ألف": "A",
    "باء": "B",
    "جيم": "C",
    "دال": "D",
    "هاء": "E",
    "واو": "F",
    "زاي": "G",
    "حاء": "H",
    "طاء": "I",
    "ياء": "J",
    "كاف": "K",
    "لام": "L",
    "ميم": "M",
    "نون": "N",
    "سين": "O",
    "عين": "P",
    "فاء": "Q",
    "صاد": "R",
    "قاف": "S",
    "راء": "T",
    "شين": "U",
    "تاء": "V",
    "А": "A",
    "В": "B",
    "С": "C",
}
_LETTER: Final = rf"(?:[A-Z]|{'|'.join(_LETTERS)})(?![A-Za-z0-9а-яё’'/]|\.(?!\s*(?:\n|\Z)))"
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
    r"(?<![A-Za-z0-9_/.,])(?P<special>(?:S|د\s?إ)\s?-\s?)?(?P<session>\d{1,4})"
    r"/(?P<number>\d{1,4})(?![\d/])"
)
_ROMAN: Final = re.compile(
    r"(?<![\d/.])(?P<number>\d{1,4})(?:\s?(?P<letter>[A-Z]))?\s?"
    r"\((?P<session>(?:S-)?[IVXLC]+|(?:19|20)\d\d)\)"
)
_NOUN: Final = re.compile(
    r"résolution|resoluci|резолюц|قرار|决议|décision|decisi[óo]n|решени|مقرر|决定", re.IGNORECASE
)
_ECOSOC: Final = re.compile("|".join(organ_row(ECOSOC).names.values()), re.IGNORECASE)
_CHINESE_NOUNS: Final = ("决议", "决定")
_FIRST_DECISION: Final = organ_row(GENERAL_ASSEMBLY).only_decisions
#: Numbers of the Security Council whose years are not known here are high: "general comment No. 39
#: (2022)" is none.
_FIRST_UNKNOWN: Final = 2700
_REACH: Final = 300
_LETTERS_REACH: Final = 40


def letters_behind(text: str, start: int) -> tuple[str, ...]:
    """The letters of sections behind the number at ``start``: "57/270 B" → ("B",), () for none."""
    # Arabic letters may be drawn out: "بـاء"
    words = text[start : start + _LETTERS_REACH].replace("\u0640", "")
    found = _BEHIND.match(words)
    if found is None:
        return ()
    first = _LETTERS.get(found["first"], found["first"])
    if found["second"] is None:
        return (first,)
    second = _LETTERS.get(found["second"], found["second"])
    if _RANGE.fullmatch(words, found.end("first"), found.start("second")):
        return tuple(chr(code) for code in range(ord(first), ord(second) + 1))
    return (first, second)


def special_session_before(text: str, start: int) -> bool:
    """Whether the number at ``start`` is that of a special session: "S-", in Arabic "دإ-"."""
    return _SPECIAL.search(text, max(start - 6, 0), start) is not None


@dataclass(frozen=True, slots=True)
class _Nouns:
    """The words for resolution and decision in a span: where the first ends, and where the last
    begins that stands behind its numbers, as Chinese ones do; -1 for none."""

    first_end: int
    last_chinese: int

    def call(self, found: re.Match[str]) -> bool:
        """Whether one stands before the number, or, in Chinese, behind it; a list of numbers with
        their dates may lie between."""
        return 0 <= self.first_end <= found.start() or self.last_chinese >= found.end()


def _nouns(text: str, start: int, end: int) -> _Nouns:
    first = _NOUN.search(text, start, end)
    chinese = (text.rfind(noun, start, end) for noun in _CHINESE_NOUNS)
    return _Nouns(first.end() if first else -1, max(chinese))


def _numbered(
    text: str, begin: int, end: int, found: re.Match[str], letter: str, nouns: _Nouns
) -> Symbol | None:
    """What a number means that no link explains, by its form and what stands beside it."""
    if found["special"]:
        return resolution_symbol(GENERAL_ASSEMBLY, found["number"], f"S-{found['session']}")
    bare = bare_number(text, begin, found, letter, end)
    if not nouns.call(found) and bare.number < _FIRST_DECISION:
        return None
    near = organs_near(text, begin, found.start(), found.end(), end)
    if reporting := reporting_body(text, found.start()):
        near = [reporting]
    return told(bare, [*near, GENERAL_ASSEMBLY])


def _bracketed(text: str, begin: int, found: re.Match[str], nouns: _Nouns) -> Symbol | None:
    """What "217 A (III)" or "1325 (2000)" means behind the words that stand before it."""
    if not nouns.call(found):
        return None
    before = text[max(begin, found.start() - _REACH) : found.start()]
    session, number = found["session"], found["number"]
    if session.isdigit():
        year = year_of_resolution(int(number))
        in_time = abs(year - int(session)) <= SLIP if year else int(number) >= _FIRST_UNKNOWN
        known = str(year or session)
        return resolution_symbol(SECURITY_COUNCIL, number, known) if in_time else None
    if not can_have_adopted(GENERAL_ASSEMBLY, session) or _ECOSOC.search(before):
        return None
    return resolution_symbol(GENERAL_ASSEMBLY, number, session, found["letter"] or "")


def numbers_in(text: str, part: str, start: int, end: int) -> Iterator[Citation]:
    """The citations by number in a span of a text that is not English."""
    nouns = _nouns(text, start, end)
    for found in _SESSION.finditer(text, start, end):
        prefix = "S-" if found["special"] != "د" else ""
        target = resolution_symbol(
            GENERAL_ASSEMBLY,
            found["number"],
            prefix + to_roman(int(found["session"])),
            _LETTERS.get(found["letter"] or "", ""),
        )
        if target is not None:
            yield Citation(part, found.start(), found.end(), target, How.ORGAN_NAMED)
    for found in _ROMAN.finditer(text, start, end):
        target = _bracketed(text, start, found, nouns)
        if target is not None:
            yield Citation(part, found.start(), found.end(), target, How.ORGAN_IN_CONTEXT)
    for found in _NUMBER.finditer(text, start, end):
        for letter in letters_behind(text, found.start("session")) or ("",):
            target = _numbered(text, start, end, found, letter, nouns)
            if target is not None:
                yield Citation(part, found.start(), found.end(), target, How.ORGAN_IN_CONTEXT)
