"""Which document this is: the symbol that it bears, in the ways in which documents say it.

A masthead prints it on a line of its own, beside or under "United Nations", or in two sizes ("A"
big, "/HRC/43/15" small); a volume of resolutions prints the number in the heading of each, and the
organ in the formula below it. What stands behind the formula is said of other documents, and so is
a symbol in a footnote. A file's name is asked last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from southsouth.reading.documents.model import Block, Document, Role
from southsouth.reading.structure.block_patterns import FORMULA
from southsouth.reading.structure.front import front_pattern
from southsouth.un.numerals import from_roman
from southsouth.un.organs import SECURITY_COUNCIL, can_have_adopted, organ, organ_named
from southsouth.un.symbols import (
    Symbol,
    canonical,
    decision_symbol,
    parse_symbol,
    resolution_symbol,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A form in which a heading tells the number of a resolution: groups ``number``, ``session``
    and ``letter``. ``organ`` is whose such headings are where nothing else tells; with ``bare``,
    the form counts only below a line that says who adopted the text. Examples with the symbols that
    they give below that organ's formula."""

    name: str
    pattern: str
    examples: tuple[tuple[str, str], ...]
    organ: str = ""
    bare: bool = False


_LETTER: Final = r"(?:\s?(?P<letter>[A-Z]))?"
_ROMAN: Final = r"(?P<session>(?:ES-|S-)?[IVXLC]+)"
_ARABIC: Final = r"(?P<session>(?:ES-|S-)?\d{1,4})/(?P<number>\d{1,4})"
_YEAR: Final = r"(?P<session>(?:19|20)\d\d)"

HEADINGS: Final[tuple[Heading, ...]] = (
    Heading(
        "the word and a year",
        rf"(?:Resolution|RESOLUTION)\s+(?P<number>\d{{1,4}})\s*\({_YEAR}\)\*?(?=\s*(?:\Z|\n|of\s+\d|,))",
        (("Resolution 901 (1995)\nof 3 March 1995", "S/RES/901(1995)"),
         ("RESOLUTION 901 (1995)", "S/RES/901(1995)")),
        SECURITY_COUNCIL,
    ),
    Heading(
        "a year",
        rf"(?P<number>\d{{1,4}})\s*\({_YEAR}\)\.(?=\s|\Z)",
        (("91 (1951). Resolution of 3 March 1951", "S/RES/91(1951)"),
         ("91 (1951). Wells", "S/RES/91(1951)")),
        SECURITY_COUNCIL,
    ),
    Heading(
        "a Roman session",
        rf"(?P<number>\d{{1,4}}){_LETTER}\s?\({_ROMAN}\)\.(?=\s|\Z)",
        (("3301 (XXIX). Wells", "A/RES/3301(XXIX)"),
         ("1901 A (XVIII). Wells", "A/RES/1901A(XVIII)")),
    ),
    Heading(
        "a session",
        rf"{_ARABIC}{_LETTER}\.(?=\s|\Z)",
        (("33/190. Wells", "A/RES/33/190"), ("44/190 B. Wells", "A/RES/44/190B")),
    ),
    Heading(
        "a session, without its point",
        rf"{_ARABIC}{_LETTER}(?=\s|\Z)",
        (("60/190 Wells", "A/RES/60/190"),),
        bare=True,
    ),
    Heading(
        "a Roman session, without its point",
        rf"(?P<number>\d{{1,4}}){_LETTER}\s?\({_ROMAN}\)(?=\s|\Z)",
        (("3301 (XXIX) Wells", "A/RES/3301(XXIX)"),),
        bare=True,
    ),
)  # fmt: skip
_HEADINGS: Final = tuple((row, re.compile(row.pattern)) for row in HEADINGS)
#: A table of contents tells of other pages.
_CONTENTS: Final = re.compile(r"\.{3,}|(?:\. ){3,}")
#: What mastheads print above, below and beside the symbol.
_MASTHEAD: Final = re.compile(
    r"(?:UNITED\s+NATIONS|United\s+Nations|Nations\s+Unies|NATIONS\s+UNIES|Naciones\s+Unidas"
    r"|General\s+Assembly|Security\s+Council|Economic\s+and\s+Social\s+Council|Secretariat"
    r"|Distr\b.*|GENERAL|LIMITED|RESTRICTED|Original:.*|ORIGINAL:.*|<!--.*-->)",
    re.IGNORECASE,
)
_COLUMNS: Final = re.compile(r"\s{2,}|\t|\|")
#: The line of metadata that a converter writes above the text.
_STATED: Final = re.compile(
    r"[\"']?(?:document[ _-]?)?symbol[\"']?\s*[:=]\s*[\"']?(?P<symbol>[^\"'\n]{4,60})",
    re.IGNORECASE,
)
_NO_SYMBOL: Final = re.compile(r"[a-z]{4}|[.,;:]\s*\Z")
#: The big letters of a masthead in two sizes.
_BIG: Final = re.compile(r"[A-Z]{1,5}")
_SMALL: Final = re.compile(r"/[A-Z0-9][\w./() -]{1,40}")
_DECIDED: Final = re.compile(
    r"At\s+its\s+[\w\s()]{3,40}?meetings?,?[^.]{0,120}?\bthe\s+(?P<organ>[A-Z][A-Za-z\s]+?)\s*(?:,|decid|took|adopt|elect|appoint)"
)
_LONGEST_LINE: Final = 60
#: What one organ adopts has one symbol.
_NUMBERED_ONCE: Final = frozenset({"Resolution", "Decision", "PresidentialStatement"})
#: How far below its heading the formula of a resolution stands, in blocks.
_FORMULA_WITHIN: Final = 12


def _symbol_in(line: str) -> Symbol | None:
    """The symbol that a line consists of."""
    line = line.strip().removeprefix("\ufeff").strip("*_ ")
    if len(line) >= _LONGEST_LINE or "/" not in line or _NO_SYMBOL.search(line):
        return None
    return parse_symbol(line)


def _beside(line: str) -> Symbol | None:
    """The symbol at the end of a line of a masthead: "United Nations      A/80/1"."""
    head = _MASTHEAD.match(line.strip())
    columns = _COLUMNS.split(line.strip())
    if len(columns) > 1 and _MASTHEAD.fullmatch(columns[0].strip()):
        return _symbol_in(columns[-1])
    if head is not None and head.end() < len(line.strip()) and "/" in line:
        return _symbol_in(line.strip()[head.end() :])
    return None


def _in_masthead(words: str) -> Symbol | None:
    """The symbol on the first line of a block, or below lines of a masthead."""
    if words[:2] in ("**", "<!"):
        words = words.strip("*")
    for index, line in enumerate(words.split("\n", 12)):
        if index > 11:
            break
        if symbol := _symbol_in(line) or _beside(line):
            return symbol
        if index == 0 and (stated := _stated(words)):
            return stated
        if line.strip() and not _MASTHEAD.fullmatch(line.strip()):
            break
    return None


def _stated(words: str) -> Symbol | None:
    """The symbol in the metadata that a converter wrote above the text."""
    if "ymbol" not in words and "YMBOL" not in words:
        return None
    found = re.search(rf"^\s*{_STATED.pattern}", words, re.MULTILINE | re.IGNORECASE)
    return parse_symbol(found["symbol"].strip()) if found else None


def _formula_organ(words: str) -> str:
    """The organ that a block's first words name as their subject; "" where they are no formula."""
    first = words.split("\n", 1)[0].strip().strip("*_")
    if found := FORMULA.fullmatch(first) or FORMULA.fullmatch(words.strip("*_ \n")):
        name = found[0].strip('“",. ')
        return organ_named(name) or organ_named(name.title().replace(" And ", " and ")) or "?"
    return ""


class _Search:
    """The first blocks of a document, gone through for what it calls itself."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.adopter = ""  # who adopted it, as a line above the heading says
        self.decision = False

    def run(self) -> Symbol | None:
        for index, words in enumerate(self.words):
            if _formula_organ(words):
                return None
            if symbol := _in_masthead(words) or self._in_two_sizes(index):
                return self._with_second(symbol, index)
            if "adopted" in words and (found := front_pattern("adopted").search(words)):
                self.adopter = organ_named(found["organ"])
                self.decision = found[0].startswith("Decision")
            if symbol := self._headed(index):
                return symbol
        return None

    def _with_second(self, symbol: Symbol, index: int) -> Symbol:
        """``symbol`` with the one that the next line consists of, where that is another series'
        number of the same document: "A/52/901" above "S/1998/77"."""
        lines = [line for words in self.words[index : index + 2] for line in words.split("\n")]
        places = [place for place, line in enumerate(lines) if symbol.text in canonical(line)]
        if symbol.also or not places or symbol.kind in _NUMBERED_ONCE:
            return symbol
        second = _symbol_in("".join(lines[places[0] + 1 : places[0] + 2]))
        both = parse_symbol(f"{symbol.text}-{second.text}") if second is not None else None
        return both or symbol

    def _in_two_sizes(self, index: int) -> Symbol | None:
        big = self.words[index].strip()
        small = self.words[index + 1].strip() if index + 1 < len(self.words) else ""
        if _BIG.fullmatch(big) and _SMALL.fullmatch(small.split("\n", 1)[0]):
            return _symbol_in(big + small.split("\n", 1)[0])
        return None

    def _headed(self, index: int) -> Symbol | None:
        """The symbol that the heading of a resolution tells."""
        words = self.words[index].lstrip("#*_ \ufeff")
        if not (words[:1].isdigit() or words[:1] in "RES"):
            return None
        for row, pattern in _HEADINGS:
            found = pattern.match(words)
            if found is None or _CONTENTS.search(words) or (row.bare and not self.adopter):
                continue
            if symbol := self.of_heading(index, row, found):
                return symbol
        return None

    def of_heading(self, index: int, row: Heading, found: re.Match[str]) -> Symbol | None:
        groups = found.groupdict()
        session, letter = groups["session"], groups.get("letter") or ""
        handle, decides = self.speaker(index)
        handle = handle or row.organ
        number = found["number"].lstrip("0")
        if not handle or not number:
            return None
        unsaid = not self.adopter  # no line says whether it is a resolution
        if decides or (unsaid and self._only_decided(handle, session, int(number))):
            return decision_symbol(handle, number, session, letter)
        return resolution_symbol(handle, number, session, letter)

    @staticmethod
    def _only_decided(handle: str, session: str, number: int) -> bool:
        known = organ(handle)
        if known is None or not session.isdigit() or known.serial:
            return False
        return not can_have_adopted(handle, session, number) and can_have_adopted(
            handle, session, number, decision=True
        )

    def speaker(self, index: int, within: int = _FORMULA_WITHIN) -> tuple[str, bool]:
        """Whose text the heading heads, and whether that is a decision."""
        if self.adopter:
            return self.adopter, self.decision
        own = self.words[index].split("\n")
        following = (*own[1:], *self.words[index + 1 : index + within])
        for words in following:
            if handle := _formula_organ(words):
                return ("" if handle == "?" else handle), False
            if found := _DECIDED.match(words):
                return organ_named(found["organ"]), True
        return "", False


def find_symbol(document: Document, blocks: Iterable[Block]) -> Symbol | None:
    """The symbol that the first ``blocks`` of a document say to be its own; None where they do not.
    A footnote says nothing of the document that it stands in."""
    body = [document.words(block) for block in blocks if block.role is not Role.FOOTNOTE]
    return _Search(body).run()


def heading_of(words: Sequence[str], place: int) -> Symbol | None:
    """The symbol that a block tells as the heading of a resolution or decision, whose formula
    stands below it; a number alone, without its full stop, right below it."""
    search = _Search(words)
    own = words[place].lstrip("#*_ \ufeff")
    if _CONTENTS.search(own) or not (own[:1].isdigit() or own[:1] in "RES"):
        return None
    for row, pattern in _HEADINGS:
        found = pattern.match(own)
        if found is None:
            continue
        handle, _ = search.speaker(place, 3 if row.bare else _FORMULA_WITHIN)
        if handle and (not row.organ or handle == row.organ):
            return search.of_heading(place, row, found)
    return None


_HEAD_LINE: Final = re.compile(
    r"(?:[A-Z][a-z]+(?:-[a-z]+)?\s+(?:(?:emergency\s+)?special\s+)?session\b|Agenda\s+items?\s)"
)


def is_masthead(words: str) -> bool:
    """Whether a block is a part of what stands above a document's heading: its symbol, organ,
    session, agenda item, by whom it was adopted."""
    lines = [line.strip() for line in words.strip().split("\n") if line.strip()]
    if not lines or len(words) > 300:
        return False
    return (
        all(
            _MASTHEAD.fullmatch(line) or _symbol_in(line) or _beside(line) or _HEAD_LINE.match(line)
            for line in lines
        )
        or front_pattern("adopted").match(words.strip()) is not None
    )


_TAIL: Final = re.compile(
    r"(?:[._-](?:[a-z]{2,8}|EN|FR|ES|AR|RU|ZH|DE|GOLD|TESSERACT|ENG|[EFSARC]))*\Z"
)
_SERIAL_NAME: Final = re.compile(r"S[_-]RES[_-]0*(\d+)[_-]?\s?\(?((?:19|20)\d\d)\)?")
_ROMAN_NAME: Final = re.compile(r"([AE][_-]RES[_-]\d+[A-Z]?)[_-]?\s?\(?((?:E?S-)?[IVXLC]+)\)?")


def _names(stem: str) -> Iterator[str]:
    """What a file's name may mean, with the slashes that no file's name can hold."""
    if found := _SERIAL_NAME.fullmatch(stem):
        yield f"S/RES/{found[1]}({found[2]})"
    elif (found := _ROMAN_NAME.fullmatch(stem)) and from_roman(found[2].rpartition("-")[2]):
        yield f"{found[1]}({found[2]})".replace("_", "/").replace("-RES-", "/RES/")
    yield stem.replace("_", "/")
    yield stem.replace("-", "/")


def symbol_of_name(name: str) -> Symbol | None:
    """The symbol that a file is named by.

    >>> symbol_of_name("A_RES_70_901.en.pdf").text, symbol_of_name("S_RES_0901_1995_EN.txt").text
    ('A/RES/70/901', 'S/RES/901(1995)')
    >>> symbol_of_name("wells.txt") is None
    True
    """
    stem = _TAIL.sub("", name.rpartition(".")[0] if "." in name[-9:] else name)
    if not stem[:1].isupper() or not any(sign.isdigit() for sign in stem):
        return None
    return next((symbol for one in _names(stem) if (symbol := parse_symbol(one))), None)
