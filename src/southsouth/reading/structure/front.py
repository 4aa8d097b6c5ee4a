"""Front matter and closing lines: symbol, organ, session, agenda items, dates, meeting, title.

The forms are those of the official documents' first page and last line (UN Editorial Manual,
"Format of resolutions"); ``FRONT_PATTERNS`` lists them with examples that the tests run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from southsouth.reading.documents.model import Block, Document
from southsouth.reading.documents.record import Record
from southsouth.reading.structure.model import FrontMatter
from southsouth.un.dates import PLAIN_DATE, parse_date
from southsouth.un.numerals import from_ordinal
from southsouth.un.organs import organ_named, organ_names_pattern
from southsouth.un.symbols import Symbol

FRONT_PATTERNS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "adopted": (
        rf"(?:Resolutions?|Decision)s?\s+adopted\s+by\s+the\s+(?P<organ>{organ_names_pattern()})"
        rf"\*?(?:\s+(?:at\s+its\s+[^,]+,\s+)?on\s+(?P<date>{PLAIN_DATE}))?",
        ("Resolution adopted by the General Assembly on 23 December 2003",
         "Resolution adopted by the Human Rights Council*"),
    ),
    "report": (
        r"\[on\s+the\s+report\s+of\s+the\s+(?P<committee>[A-Z][^(\[\]]*?"
        r"(?:\s?\([A-Z][a-z]+\s+Committee\))?)\s*\((?P<symbols>[^()]*)\)\]",
        ("[on the report of the Second Committee (A/60/493/Add.2)]",
         "[on the report of the Special Political and Decolonization Committee "
         "(Fourth Committee) (A/75/419, para. 9)]"),
    ),
    "draft": (
        r"\[without\s+reference\s+to\s+a\s+Main\s+Committee\s+\((?P<symbols>[^()]*)\)\]"
        r"|\[on\s+a\s+proposal\s+considered\s+in\s+plenary\s+meeting\s+\((?P<symbols2>[^()]*)\)\]",
        ("[without reference to a Main Committee (A/64/L.37)]",
         "[on a proposal considered in plenary meeting (E/2019/L.11)]"),
    ),
    "session": (
        r"(?P<ordinal>[A-Z][a-z]+(?:-[a-z]+)?)\s+(?P<special>(?:emergency\s+)?special\s+)?session\b",
        ("Sixtieth session", "Seventy-third session", "Tenth emergency special session"),
    ),
    "agenda": (
        r"Agenda\s+items?\s+(?P<items>\d+(?:\s*\([a-z]{1,2}\))*(?:(?:,|\s+and|,\s+and)\s+"
        r"(?:\d+(?:\s*\([a-z]{1,2}\))*|\([a-z]{1,2}\)))*)",
        ("Agenda item 57 (b)", "Agenda items 13 (a) and 117"),
    ),
    "distributed": (
        rf"Distr\.:?\s*\w+\s+(?P<date>{PLAIN_DATE})",
        ("Distr.: General\n27 March 2006",),
    ),
    "meeting": (
        rf"(?P<meeting>\d+(?:st|nd|rd|th)\s+(?:\(?resumed\)?\s+)?(?:plenary\s+)?meeting(?:\s+\(resumed\))?),?"
        rf"(?:\s+(?:on\s+)?(?P<date>{PLAIN_DATE}))?\.?",
        ("68th plenary meeting\n22 December 2005", "55th (resumed) plenary meeting",
         "2284th plenary meeting, 14 December 1973", "55th plenary meeting, on\n28 July 2015"),
    ),
    "heading": (
        r"(?:RESOLUTION\s+|Resolution\s+)?\d{1,4}\s*\((?:19|20)\d\d\)[.,]?\s*(?:Resolution\s+)?"
        rf"(?:[oe]f\s+)?(?P<date>{PLAIN_DATE})",
        ("Resolution 901 (1995)\nof 3 March 1995", "91 (1951). Resolution of 3 March 1951"),
    ),
    "below heading": (
        rf"(?:[oe]f|on)\s+(?P<date>{PLAIN_DATE})",
        ("of 3 March 1995", "on 3 March 1995"),
    ),
    "adopted at": (
        rf"Adopted\s+by\s+the\s+(?P<organ>{organ_names_pattern()})\s+at\s+its\s+"
        rf"(?P<meeting>\d+\w+\s+(?:\(?resumed\)?\s+)?meeting)\s*,?\s*on\s+(?P<date>{PLAIN_DATE})",
        ("Adopted by the Security Council at its 3901st meeting,\non 3 March 1995",),
    ),
    "decided": (
        r"At\s+its\s+(?P<meeting>[\w-]+(?:\s+\(?resumed\)?)?(?:\s+plenary)?\s+meeting),?\s+"
        rf"(?:held\s+)?on\s+(?P<date>{PLAIN_DATE})",
        ("At its 93rd plenary meeting, on 22 December 2011",
         "At its 93rd plenary meeting, on\n22 December 2011"),
    ),
    "stated": (
        r"(?:At\s+the\s+(?P<meeting>\d+\w+\s+meeting)[^.]{0,60}?,?\s+(?:held\s+)?on|On)\s+"
        rf"(?P<date>{PLAIN_DATE}),?\s+in\s+connection\s+with",
        ("On 19 May 2021, in connection with",
         "At the 8901st meeting of the Security Council, held on 19 May 2021, in connection with"),
    ),
}  # fmt: skip

_COMPILED: Final = {name: re.compile(row[0]) for name, row in FRONT_PATTERNS.items()}
_TITLE: Final = re.compile(
    r"(?P<number>(?:(?:ES-|S-)?\d+/)?\d+)(?:\s+(?P<letter>[A-Z]))?"
    r"(?:\s*\((?P<session>[IVXLC]+|S-[IVX]+)\))?\.?\s+(?P<title>\S.*)",
    re.DOTALL,
)
_SLASHED: Final = re.compile(r"/(\d+)")
#: What stands behind the printed number of a resolution in its title, with an Arabic session before
#: the number or a Roman one behind it.
_BEHIND_ARABIC: Final = re.compile(r"(?:\s?[A-Z])?\.?\s+[A-ZÀ-Þ]")
_BEHIND_ROMAN: Final = re.compile(r"(?:\s?[A-Z])?\s?\([IVXLCES1l-]+\)\.?\s+[A-ZÀ-Þ]")
_SIGNS: Final = re.compile(r"\W{0,3}")
_NUMBER: Final = re.compile(r"[A-Z/]+/RES/(?:(?P<session>[\w-]+)/)?(?P<number>\d+)")
_DISTRIBUTION: Final = re.compile(r"Distr\.:?\s*\w+")
_DATE_LENGTH: Final = 40
_YEAR_LENGTH: Final = 4
_BARE_DATE: Final = re.compile(PLAIN_DATE)
_TRAILING_MARK: Final = re.compile(r"(?<=[a-z)])\s?\d{1,2}$|[*†]+$")


#: Kinds of documents that an organ adopts.
_ADOPTED: Final = frozenset({"Resolution", "Decision", "PresidentialStatement"})
#: Where a text that reports its own adoption does so, by its kind.
_REPORTS: Final = {"Decision": "decided", "PresidentialStatement": "stated"}


def front_pattern(name: str) -> re.Pattern[str]:
    """The compiled pattern of that row."""
    return _COMPILED[name]


def _session(found: re.Match[str]) -> str:
    number = from_ordinal(found["ordinal"])
    if number is None:
        return ""
    special = found["special"] or ""
    if "emergency" in special:
        return f"ES-{number}"
    return f"S-{number}" if special else str(number)


def _agenda_items(items: str) -> tuple[str, ...]:
    found = re.findall(r"\d+(?:\s*\([a-z]{1,2}\))*|\([a-z]{1,2}\)", items)
    result: list[str] = []
    for item in found:
        spaced = re.sub(r"\s*(\([a-z]{1,2}\))", r" \1", item).strip()
        if item.startswith("(") and result:  # "items 9 (a) and (b)"
            spaced = f"{result[-1].split()[0]} {item}"
        result.append(spaced)
    return tuple(result)


def _committee(printed: str) -> str:
    """The name of a committee with one space between its words and before its bracket."""
    return re.sub(r"(?<=\w)\(", " (", " ".join(printed.split()))


def _is_title_of(symbol: Symbol, words: str) -> re.Match[str] | None:
    """Whether the words are a number of the symbol and a title: "60/190. Wells". Of other documents
    than those that are adopted, the number has its session: "2025 session" and "1 January 2025" are
    no titles, whatever figures the symbol has."""
    words = words.strip()
    found = _TITLE.fullmatch(words)
    if found is None or not found["title"][0].isalpha() or _BARE_DATE.match(words):
        return None
    whole = "/" in found["number"] or found["session"]
    if not (whole or symbol.kind in _ADOPTED):
        return None
    number = found["number"].rpartition("/")[2]
    return found if number in _SLASHED.findall(symbol.text) else None


def own_start(document: Document, symbol: Symbol, blocks: Iterable[Block]) -> int:
    """Where a resolution's own text begins on pages that it shares with others: at the first line
    with its number and a title, "1514 (XV). Declaration"; 0 where there is none.

    The Roman numeral of the session is not compared: scans misread it, and the numbers of the
    sessions that have one run through (A/66/49, note).
    """
    number = _NUMBER.match(symbol.text)
    if number is None:
        return 0
    session = number["session"]
    printed = f"{session}/{number['number']}" if session else number["number"]
    behind = _BEHIND_ARABIC if session else _BEHIND_ROMAN
    text = document.text
    if printed not in text:
        return 0
    for block in blocks:
        at = text.find(printed, block.start, min(block.start + 3 + len(printed), block.end))
        if (
            at >= 0
            and _SIGNS.fullmatch(text, block.start, at)
            and behind.match(text, at + len(printed), block.end)
        ):
            return block.start
    return 0


def _dated(matter: FrontMatter, symbol: Symbol, words: str) -> FrontMatter:
    """``matter`` with the organ, the day and the meeting that a heading tells, also in a volume and
    in documents of the Council. A day of another year than the symbol's was misread."""
    if "adopted" in words and (found := _COMPILED["adopted"].search(words)):
        matter = replace(matter, organ=organ_named(found["organ"]) or matter.organ)
        if found["date"]:
            return replace(matter, adopted=parse_date(found["date"]))
    if matter.adopted is not None:
        return matter
    for name in ("heading", "below heading", "adopted at"):
        found = _COMPILED[name].match(words)
        day = parse_date(found["date"]) if found else None
        if found is None or day is None or _is_of_another_year(symbol, day):
            continue
        meeting = found.groupdict().get("meeting") or ""
        return replace(matter, adopted=day, meeting=matter.meeting or " ".join(meeting.split()))
    return matter


def _is_of_another_year(symbol: Symbol, day: date) -> bool:
    return len(symbol.session) == _YEAR_LENGTH and symbol.session != str(day.year)


def read_reported(
    document: Document, symbol: Symbol, matter: FrontMatter, blocks: Iterable[Block]
) -> FrontMatter:
    """``matter`` with the day and the meeting that a decision or a statement reports of itself."""
    row = _REPORTS.get(symbol.kind)
    if row is None or matter.adopted is not None:
        return matter
    for block in blocks:
        if found := _COMPILED[row].match(document.text, block.start, block.end):
            meeting = " ".join((found["meeting"] or "").split())
            return replace(
                matter, adopted=parse_date(found["date"]), meeting=matter.meeting or meeting
            )
    return matter


def read_front(document: Document, symbol: Symbol, front: Iterable[Block]) -> FrontMatter:
    """What the blocks before a resolution's text say; what they lack stays empty."""
    matter = FrontMatter(organ=symbol.organ, session=symbol.session)
    announced = False  # the line before was "Distr.: General"; its date is a line of its own
    for block in front:
        words = document.words(block)
        if (found := _is_title_of(symbol, words)) and not matter.title:
            title = _TRAILING_MARK.sub("", " ".join(found["title"].split()))
            matter = replace(matter, title=title, title_start=block.start + found.start("title"))
            continue
        matter = _dated(matter, symbol, words)
        if found := _COMPILED["report"].search(words):
            matter = replace(matter, report_of=_committee(found["committee"]))
        if found := _COMPILED["session"].match(words):
            matter = replace(matter, session=_session(found) or matter.session)
        if found := _COMPILED["agenda"].search(words):
            matter = replace(matter, agenda_items=_agenda_items(found["items"]))
        if found := _COMPILED["distributed"].search(words):
            matter = replace(matter, distributed=parse_date(found["date"]))
        if announced and matter.distributed is None and len(words) < _DATE_LENGTH:
            matter = replace(matter, distributed=parse_date(words))
        announced = _DISTRIBUTION.fullmatch(words) is not None
    return matter


def read_closing(document: Document, matter: FrontMatter, closing: Iterable[Block]) -> FrontMatter:
    """``matter`` with the meeting and, where the front matter has none, the date of adoption: the
    first of each, for what follows may be of the next resolution on the page."""
    for block in closing:
        words = document.words(block)
        if (found := _COMPILED["meeting"].search(words)) and not matter.meeting:
            matter = replace(matter, meeting=" ".join(found["meeting"].split()))
        if matter.adopted is None and len(words) < 90:
            matter = replace(matter, adopted=parse_date(words))
    return matter


def from_record(matter: FrontMatter, record: Record) -> FrontMatter:
    """``matter`` with what the publisher's metadata state; the text fills what they lack."""
    return replace(
        matter,
        title=record.title or matter.title,
        organ=record.organ or matter.organ,
        session=record.session or matter.session,
        agenda_items=tuple(item.number for item in record.agenda) or matter.agenda_items,
        adopted=record.adopted or matter.adopted,
        distributed=record.issued or matter.distributed,
        meeting=record.meeting or matter.meeting,
        report_of=record.committee or matter.report_of,
    )
