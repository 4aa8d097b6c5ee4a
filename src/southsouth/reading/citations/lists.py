"""Numbers behind a keyword: "resolutions 49/28 of 6 December 1994, 54/33, 65/37 A and B". Pure.

A keyword opens a list; what may stand between its members is told here. What the numbers mean is
told in ``context``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from southsouth.reading.citations.grammar import (
    NAMED_ORGANS,
    Candidate,
    organ_before,
    scan,
    split_letters,
)
from southsouth.reading.citations.keywords import Keyword, Number
from southsouth.reading.citations.whose import NARROWING
from southsouth.un.bodies import (
    body_at_end,
    body_names_pattern,
    body_of_number,
    own_numbers_pattern,
)
from southsouth.un.dates import PLAIN_DATE, parse_date
from southsouth.un.organs import SECURITY_COUNCIL, organ_names_pattern

#: A place within a document that stands between two numbers: "61/276, section VIII, of 29 June…".
_PIN: Final = (
    r"(?:sections?|sects?\.|parts?|annex(?:es)?|chapters?|chap\.|paragraphs?|paras?\.)"
    r"\s+(?:[IVXLC]+\b|[A-Z]\b|\d+(?![\d/]))(?:\s?[A-Z]\b)?(?:\s?\([a-z]\))?"
    r"(?:\s?(?:–|-|,|and)\s?\d+(?![\d/]))*"
)
#: What may stand between two numbers of one list.
_LINK: Final = re.compile(
    r"(?:\s|,|;|–|-|\band\b|\bor\b|\bto\b|\bas well as\b|\bthrough\b|\bof\b|\bNo\."
    rf"|\bentitled\s+[“\"][^”\"]*[”\"]|{_PIN}|{PLAIN_DATE})*"
)
_AND: Final = re.compile(r",?\s+and\s+")
_ORDINAL: Final = r"First|Second|Third|[A-Z][a-z]+(?:-first|-second|-third|th)"
#: "of the Fifth Review Conference", "of the Seventh Congress".
_COUNTED_BODY: Final = rf"(?:{_ORDINAL})\s+(?:Review\s+Conference|Congress)"
#: What the number before is on, up to the "and" that brings the next.
_SUBJECT_GAP: Final = re.compile(
    r",?\s+(?:on|entitled|regarding|concerning)\s[^.;:\d]{3,300}?(?:\band|,)\s+"
)
#: The same behind a singular: "resolution 5/1, on wells, and 5/2, on springs".
_APART: Final = re.compile(r",\s+on\s[^.;:\d,]{3,150},\s+and\s+")
#: "resolution 76/274 and 78/302": one more of the same form.
_ONE_MORE: Final = re.compile(r"\s+and\s+")
#: What a narrower list is introduced with: its numbers are of the organ that the wider one names.
_INCLUDING: Final = re.compile(rf"\b{NARROWING}(?:its\s+)?\Z")
_RANGE: Final = re.compile(r"\s+to\s+|\s?[–-]\s?")
_SENTENCE: Final = re.compile(r"\.\s+[A-Z]")
#: Numbers of the Security Council without their year, "resolutions 2250 and 2419".
_SHORT: Final = re.compile(
    r"\s+\d{3,4}(?:(?:,|,?\s+and)\s+\d{3,4})*(?![\w/])(?!\s?(?:\((?!“)|/)|\.\d|\s+(?:and|[A-Z])\s?\()"
)
#: The title of a document that a list names; what it cites does not end the list.
_TITLE: Final = re.compile(r"\bentitled\s+“[^”]*”")
_MOST_IN_RANGE: Final = 60


class Item(NamedTuple):
    """A number found by the scan, with the keyword that it stands after; of a range or with several
    section letters, all its numbers."""

    start: int
    end: int
    numbers: tuple[Number, ...]
    keyword: Keyword


@cache
def _kind(noun: str) -> str:
    """``"Presidential Statements"`` → ``"statement"``."""
    return noun.lower().rsplit(maxsplit=1)[-1].rstrip("s")


#: Nothing names a body that is followed by a small word: "its", "that same", "in".
_CAPITAL: Final = re.compile(r"[A-Z][\w’'-]*(?:\s+\([\w-]+\))?(?:['’]s)?\s+\Z")
_LONGEST_NAME: Final = 160
_SHORT_NAMES: Final = frozenset({"assembly", "council"})


def _body_before(text: str, found: Candidate, organ: str) -> str:
    """The name of a body without a series that stands before a keyword: "Commission on Narcotic
    Drugs resolutions", "the Governing Council of UNEP’s decisions"; "" for none."""
    noun = found.match.start("noun")
    # "the Council’s resolutions": only a capital before that can make it another body's name
    near = found.start if organ in _SHORT_NAMES else noun
    if not _CAPITAL.search(text, max(near - 40, 0), near):
        return ""
    return body_at_end(text[max(noun - _LONGEST_NAME, 0) : noun])


def _keyword(found: Candidate, text: str) -> Keyword:
    noun = found.match["noun"]
    kind = _kind(noun)
    organ = SECURITY_COUNCIL if kind == "unscr" else organ_before(found.match)
    return Keyword(
        found.start,
        found.end,
        kind == "decision",
        noun.lower().endswith("s"),
        organ,
        statement=kind == "statement",
        conclusions=kind == "conclusion",
        noun=found.match.start("noun"),
        body="" if organ in NAMED_ORGANS else _body_before(text, found, organ),
    )


def _numbers(found: Candidate) -> tuple[Number, ...]:
    bracketed = found.form == "bracketed"
    prefix = "b" if bracketed else ""
    match = found.match
    day = parse_date(match[f"{prefix}dated"] or "")
    number, session = match[f"{prefix}number"], match[f"{prefix}session"]
    letters = match[f"{prefix}letters"]
    if not letters:
        foreign = session[:1].isalpha() and not session.startswith(("S-", "ES-"))
        body = body_of_number(f"{session}/{number}") if foreign and not bracketed else ""
        return (Number(number, session, "", day, bracketed, body),)
    return tuple(
        Number(number, session, letter, day, bracketed) for letter in split_letters(letters)
    )


def _belongs(text: str, keyword: Keyword, last_end: int, found: Candidate) -> bool:
    """Whether a number continues the list that ``keyword`` opened and that ran to ``last_end``."""
    gap = text[last_end : found.start]
    bracketed = found.form == "bracketed"
    if _LINK.fullmatch(gap) and (keyword.plural or bracketed or last_end == keyword.end):
        return True
    if keyword.plural and _SUBJECT_GAP.fullmatch(gap):  # "5/1 on wells and 5/2 on springs"
        return True
    if (
        not bracketed
        and last_end > keyword.end
        and (
            _APART.fullmatch(gap) or (_ONE_MORE.fullmatch(gap) and len(found.match["session"]) > 1)
        )
    ):
        return True
    # "resolutions on the matter, in particular 1500 (2003)": its own form says what it is
    dated = bracketed or found.match["dated"]
    return bool(keyword.plural and dated and not _SENTENCE.search(gap))


def _expand_range(items: list[Item], text: str, item: Item) -> Item:
    """``item`` with the numbers between the last one and it, where "to" joins the two."""
    if not items or items[-1].keyword is not item.keyword:
        return item
    before, after = items[-1].numbers[-1], item.numbers[0]
    if (
        _RANGE.fullmatch(text[items[-1].end : item.start]) is None
        or before.session != after.session
        or before.letter
        or after.letter
        or not 1 < int(after.number) - int(before.number) <= _MOST_IN_RANGE
    ):
        return item
    between = tuple(
        after._replace(number=str(number), printed_date=None)
        for number in range(int(before.number) + 1, int(after.number))
    )
    return item._replace(numbers=(*between, *item.numbers))


@cache
def _own() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:\s+No\.)?\s+|(?:,|,?\s+and|,?\s+or)\s+(?:in\s+)?)"
        rf"(?P<number>{own_numbers_pattern()})(?![\w/])(?P<dated>(?:,?\s+of\s+{PLAIN_DATE})?)"
    )


#: Texts of agencies, by what is printed before: "document WHA58/2005/REC/1, resolution 58.3".
_IN_RECORDS: Final = (
    ("world-health-assembly", re.compile(r"\bdocument\sWHA[\w/.]*\w,\s\Z")),
    (
        "unesco-general-conference",
        re.compile(
            r"\bRecords\s+of\s+the\s+General\s+Conference,[^;]{1,150}\bResolutions,\s+"
            r"(?:(?:sect|chap)\.\s[IVX]+,\s+)?\Z"
        ),
    ),
)
_RECORDS_REACH: Final = 240
#: "the Eighth Congress, in its": the congresses on crime are counted, and named once in full.
_COUNTED_CONGRESS: Final = re.compile(
    rf"\b(?:{_ORDINAL})\s+(?:United\s+Nations\s+)?Congress"
    r"(?:\s+on\s+(?:[\w]+\s+){2,12}?Offenders)?,\s+in\s+\Z"
)
#: "resolutions 8 and 10 of the Sixth United Nations Congress".
_SEVERAL: Final = re.compile(
    r"\s+(?P<numbers>\d{1,2}(?:,\s+\d{1,2})*,?\s+and\s+\d{1,2})"
    rf"\s+of\s+the\s+(?:{_ORDINAL})\s+(?:United\s+Nations\s+)?Congress\b"
)
_HEALTH_ASSEMBLY: Final = re.compile(r"\bHealth\s+Assembly,?\s+in\s+\Z")


def _of_records(text: str, keyword: Keyword) -> str:
    """The handle of the body whose a number without any form is, by what stands before its
    keyword; "" for none."""
    before = text[max(keyword.start - _RECORDS_REACH, 0) : keyword.start]
    if before.endswith(", ") and not keyword.organ:
        return next((of for of, shape in _IN_RECORDS if shape.search(before)), "")
    if keyword.organ != "speaker" or not before.endswith(" in "):
        return ""
    if _HEALTH_ASSEMBLY.search(before):
        return "world-health-assembly"
    return "crime-congress" if _COUNTED_CONGRESS.search(before) else ""


#: What is no number of a session: "resolution 186 on", "resolution No. 264".
_FIGURES: Final = re.compile(r"\s+(?:No\.\s)?\d{1,4}(?:\.\d|\(\d|(?![\d/-]|\s?\())")


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(
        r"\s+(?P<number>(?:No\.\s)?\d{1,4}(?:\.\d{1,2}|\(\d{1,2}\))?)(?![\d/-]|\.\d|\s?\()"
        rf"(?P<behind>(?:,?\s+of\s+{PLAIN_DATE})?,?\s+(?:of|adopted\s+by)\s+the\s+"
        rf"(?:[A-Z][a-z]+(?:-[a-z]+)?\s+)?(?:{body_names_pattern()}"
        rf"|(?!{organ_names_pattern()}){_COUNTED_BODY}|Ministerial\s+Council)\b)?"
        r"(?P<congress>\s+on\s[^.;:]{3,300}?,\s+adopted\s+by\s+the\s+"
        rf"(?:{_ORDINAL})\s+United\s+Nations\s+Congress\s+on\s+the\s+Prevention)?"
    )


def _own_items(text: str, keyword: Keyword, end: int) -> Iterator[Item]:
    """The numbers behind a keyword whose form tells whose they are, "1/CP.21", and those without
    any form of a body that is named beside them: "resolution No. 264 of the Wells Committee"."""
    at = keyword.end
    while found := _own().match(text, at, end):
        day = parse_date(found["dated"])
        number = " ".join(found["number"].split())
        one = Number(number, "", "", day, bracketed=False, body=body_of_number(number))
        yield Item(found.start("number"), found.end(), (one,), keyword)
        at = found.end()
    is_plain = at == keyword.end and _FIGURES.match(text, at, end)
    plain = _plain().match(text, at, end) if is_plain else None
    if is_plain and (several := _SEVERAL.match(text, at, end)):
        for found in re.finditer(r"\d+", several["numbers"]):
            one = Number(found[0], "", "", None, bracketed=False, body="crime-congress")
            start = several.start("numbers") + found.start()
            yield Item(start, start + len(found[0]), (one,), keyword)
        return
    of = "" if plain is None or keyword.body or plain["behind"] else _of_records(text, keyword)
    if plain and plain["congress"]:
        of = "crime-congress"
    if plain and (keyword.body or plain["behind"] or of):
        one = Number(plain["number"], "", "", None, bracketed=False, body=of)
        yield Item(plain.start("number"), plain.end("number"), (one,), keyword)


def _short_items(text: str, keyword: Keyword, end: int) -> Iterator[Item]:
    found = _SHORT.match(text, keyword.end, end)
    if found is None:
        return
    for number in re.finditer(r"\d+", found[0]):
        start = found.start() + number.start()
        one = Number(number[0], "", "", None, bracketed=True)
        yield Item(start, start + len(number[0]), (one,), keyword)


def _own_keyword(found: Candidate, speaker: str) -> Keyword | None:
    """ "its call in 2462 (2019)": in the Security Council's own texts the form says enough."""
    if speaker != SECURITY_COUNCIL or found.form != "bracketed":
        return None
    if not found.match["bsession"].isdigit() or len(found.match["bnumber"]) < 3:
        return None
    return Keyword(found.start, found.start, False, True, speaker)


_ALONE: Final = frozenset({"symbol", "prst", "treaty", "publication", "paper", "ibid"})


class _Lists:
    """Goes through the candidates of one provision in order, with the list that is open.

    A title that a list names in quotation marks interrupts it: what the title cites is a list of
    its own, and the outer one goes on behind.
    """

    def __init__(self, text: str, start: int, end: int, speaker: str) -> None:
        self.text, self.end, self.speaker = text, end, speaker
        self.keyword: Keyword | None = None
        self.last_end = start
        self.items: list[Item] = []
        self._outer: tuple[Keyword, int] | None = None
        quotes = text.find("entitled", start, end) >= 0
        self._titles = (
            [title.span() for title in _TITLE.finditer(text, start, end)] if quotes else []
        )

    def comes_to(self, found: Candidate) -> None:
        """Take up the outer list again where a candidate stands behind the title."""
        while self._titles and self._titles[0][1] <= found.start:
            self._titles.pop(0)
        if self._outer is not None and not self._inside(found):
            (self.keyword, self.last_end), self._outer = self._outer, None

    def _inside(self, found: Candidate) -> bool:
        return bool(self._titles) and self._titles[0][0] < found.start

    def opens(self, found: Candidate) -> Iterator[Item]:
        """A keyword opens a list; it may have numbers that no candidate is."""
        if self._inside(found) and self._outer is None and self.keyword is not None:
            self._outer = self.keyword, self._titles[0][1]
        before, keyword = self.keyword, _keyword(found, self.text)
        if before is not None and keyword.organ == "speaker" and before.organ == "other":
            joined = _AND.fullmatch(self.text, self.last_end, found.start) is not None
            keyword = keyword._replace(after_other=joined)
        wider = before.organ if before is not None and not keyword.organ else ""
        if wider in NAMED_ORGANS and _INCLUDING.search(self.text, self.last_end, found.start):
            keyword = keyword._replace(organ=wider)
        self.keyword, self.last_end = keyword, found.end
        for item in _own_items(self.text, keyword, self.end):
            self.last_end = item.end
            yield item
        if SECURITY_COUNCIL in {self.speaker, keyword.organ}:
            for item in _short_items(self.text, keyword, self.end):
                self.last_end = item.end
                yield item

    def continues(self, found: Candidate) -> Iterator[Item]:
        """A number: of the list that is open, of one of its own, or of none."""
        keyword = self.keyword
        if found.start < self.last_end:  # part of a number of another form: "AG/RES. 2928 (XLV)"
            return
        if keyword is None or not _belongs(self.text, keyword, self.last_end, found):
            keyword = _own_keyword(found, self.speaker)
        if keyword is None:
            return
        self.keyword = keyword
        item = Item(found.start, found.end, _numbers(found), keyword)
        item = _expand_range(self.items, self.text, item)
        self.items.append(item)
        self.last_end = found.end
        yield item


def finds(
    text: str, start: int, end: int, speaker: str, *, in_words: bool
) -> Iterator[Item | Candidate]:
    """Items, and the candidates that need no keyword (symbols, treaties, publications, Ibid.), of
    one provision in order.

    ``speaker`` is the handle of the speaking organ. Without ``in_words`` (the text is not English)
    numbers behind words are not read.
    """
    candidates = scan(text, start, end)
    lists = _Lists(text, start, end, speaker) if in_words and candidates else None
    for found in candidates:
        if lists is not None:
            lists.comes_to(found)
        if found.form in _ALONE:
            if lists is None or found.start >= lists.last_end:
                yield found
        elif lists is not None:
            keyword = found.form == "keyword"
            yield from lists.opens(found) if keyword else lists.continues(found)
