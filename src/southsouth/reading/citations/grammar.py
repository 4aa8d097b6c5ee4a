"""The scan: one pass over a text that finds everything that may be a citation. Pure.

Candidates are an explicit symbol ("A/55/74"), a keyword ("Council resolutions") that says what
following numbers are, an item (a number, "65/37 A and B of 9 December 2010"), a treaty or a
publication, and "Ibid.". ``CANDIDATES`` is the table; what they mean in context is told in
``extract``.

Each form has an anchor, a few characters that it cannot lack; the scan runs from anchor to anchor
with ``str.find``, which is some hundred times faster than trying every form at every character.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from southsouth.un.dates import PLAIN_DATE
from southsouth.un.organs import ORGANS
from southsouth.un.symbol_series import PART_OF_DOCUMENT


@dataclass(frozen=True, slots=True)
class CandidateForm:
    """A form of candidate: its pattern and texts in which it finds just ``finds``.

    ``anchors`` are literals one of which every candidate holds; ``lead`` matches what a candidate
    may hold in front of its anchor, in at most ``reach`` characters; ``near`` its last one or two
    characters, by which most places are told to hold none; ``backwards`` takes in at least the lead
    where it is matched with what stands before the anchor, last character first.
    """

    name: str
    anchors: tuple[str, ...]
    lead: str
    reach: int
    pattern: str
    example: str
    finds: str
    near: str = ""
    backwards: str = ""


#: A letter of a section; before a full stop only at the end of a paragraph ("B. Smith").
_LETTER: Final = r"[A-Z]\b(?!\.(?!\s*(?:\n|\Z))|\s?/)"
_LETTERS: Final = rf"(?:\s{_LETTER}(?:(?:(?:,|\s+and|\s+to|,\s+and)\s|[–-]){_LETTER})*)?"
#: A part of a section, which its symbol lacks: "958 D I (XXXVI)".
_SUBSECTION: Final = r"(?:(?<=[A-Z])\s[IVX]{1,4})?"
_DATED: Final = rf"(?:,?\s+o[fn]\s+(?:the\s+)?{PLAIN_DATE})?"
_ROMAN_SESSION: Final = r"(?:ES-|S-)?[IVXLC]+"
#: Sessions of other bodies: "X/2", "SS.XII/1", "BC-10/3".
_OTHER_SESSION: Final = (
    r"(?:SS\.)?(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
    r"|(?:BC|BS|CP|RC|SC|MC|NP|IPBES)-(?:\d{1,3}|[IVXLC]{1,6})"
)
#: What may stand before a symbol: no part of another, but an address under which it is found.
_SYMBOL_BEGINS: Final = (
    r"(?:(?<![A-Za-z0-9_/.-])|(?<=undocs\.org/)|(?<=docs\.org/[a-z][a-z]/)|(?<=docs\.un\.org/)"
    r"|(?<=docs\.un\.org/[a-z][a-z]/))"
)
#: What may stand before a number: no part of a symbol; of a comma only one after a year or another
#: number ("2 July 2021,76/69", "70/291,72/284").
_NUMBER_BEGINS: Final = r"(?<![\w/.-])(?:(?<!,)|(?<=\d\d\d\d,)|(?<=/\d\d\d,)|(?<=/\d\d,)|(?<=/\d,))"
#: And before one with its session or year in brackets: "general comment No. 39 (2022)" is none.
_BRACKETED_BEGINS: Final = r"(?<![\w/.-])(?:(?<!,)|(?<=\)\,))(?:(?<!No\.\s)|(?<=esolution\sNo\.\s))"
#: What a body is on or for: "the Status of Women", "Population and Development".
_NAME: Final = (
    r"(?:the\s+)?[A-Z][\w-]*"
    r"(?:\s+(?:(?:and|of|the|for|in)\s+){0,2}(?!Commission|Committee|Council|Assembly)[A-Z][\w-]*){0,8}"
)

#: Words that, before "resolution", name the organ: the names of the rows, then what stands for any
#: assembly, council, commission or other body, for the speaker, and what points back.
ORGAN_BEFORE: Final = (
    *((row.handle, row.pattern) for row in ORGANS if row.forms.resolution),
    ("assembly", r"Assembly"),
    ("council", r"Council"),
    ("commission", r"Commission"),
    (
        "other",
        r"(?:High-level\s+|Governing\s+)?(?:Commission|Committee|Conference|Council|Congress"
        rf"|(?:Executive\s+)?Board|Summit)(?:\s+(?:on|for)\s+{_NAME})?",
    ),
    ("speaker", r"[Ii]ts|[Oo]ur"),
    ("same", r"(?:the|that)\s+same|the\s+said|that|this"),
)

#: Those of them that are an organ with a series of its own.
NAMED_ORGANS: Final = frozenset(row.handle for row in ORGANS if row.forms.resolution)

_BEFORE: Final = "|".join(
    f"(?P<{name.replace('-', '_')}>{pattern})" for name, pattern in ORGAN_BEFORE
)
#: The rows' names in capitals.
_CAPITALS: Final = "|".join(
    f"(?P<{row.handle.replace('-', '_')}>{re.escape(row.name.upper())})"
    for row in ORGANS
    if row.forms.resolution
).replace("\\ ", r"\s+")
_IN_CAPITALS: Final = re.sub(r"\(\?P<\w+>", "(?:", _CAPITALS)
_LEAD_BEFORE: Final = "|".join(pattern for _, pattern in ORGAN_BEFORE)
_EARLIER_WORDS: Final = ("relevant", "previous", "earlier", "subsequent", "historic")
_EARLIER: Final = rf"(?:\b(?:{'|'.join(_EARLIER_WORDS)})\s+)*"
#: The words before a keyword that need no capital.
_SMALL_WORDS: Final = (
    "its",
    "our",
    "the",
    "that",
    "same",
    "said",
    "this",
    "and",
    "of",
    "for",
    "in",
    "on",
    "presidential",
    "agreed",
    *_EARLIER_WORDS,
)
#: The lead of a keyword from its end: the first letter of the noun, words with a capital and these.
_LEAD_BACKWARDS: Final = (
    r"[RrDdSsCc]?"
    rf"(?:\s+(?:[\w'’-]*[A-Z]|(?:s['’])?(?:{'|'.join(word[::-1] for word in _SMALL_WORDS)})))*"
)

#: ", vols. 2225, 2237 and 2326" and ", No. 39574" of a treaty, in the six languages.
_VOLUME: Final = (
    r"[,，،]?\s*(?:vols?\.|т\.|第|المجلد(?:ات|ان)?)\s*(?P<{}>\d{{1,4}})"
    r"(?:\s\(\d{{4}}\))?(?:(?:,|、|\s*(?:and|et|y|и|و|和))\s*\d{{1,4}}(?![\d/]))*卷?"
)
_TREATY: Final = (
    r"[,，،]\s*(?:N[o.]s?\.|nos?|n[uú]ms?\.|n[°º]|№|第|الرقم)\s*(?P<{}>(?:I{{1,2}}-)?\d{{1,6}})"
)
#: Whose papers are cited by their name: "International Maritime Organization, document".
_AGENCY: Final = (
    r"World\s(?:Health|Trade|Meteorological)\sOrganization|International\sMaritime\sOrganization"
    r"|Food\sand\sAgriculture\sOrganization\sof\sthe\sUnited\sNations"
    r"|International\s(?:Atomic\sEnergy\sAgency|Civil\sAviation\sOrganization)"
    r"|International\sLabour\sOrganization|United\sNations\sEducational,\sScientific\sand"
    r"\sCultural\sOrganization|Intergovernmental\sOceanographic\sCommission"
)
#: "In the same place", in the six languages.
IBID: Final = r"(?:\bIbid\b|\bТам\s+же\b|同上|المرجع\s+نفسه)"
#: Of "Ibid., Fifty-ninth Session, Supplement No. 36": another volume of the same series.
_ELSEWHERE: Final = (
    r"[,，،](?=[^.;。(]{0,60}?(?:[Ss]ession|[Ss]upplement|\bYear\b|Annexes|Supplément|suplemento|sesion"
    r"|[Сс]есси|Дополнен|届会议|补编|الدورة|الملحق|\bvols?\.))"
)

CANDIDATES: Final = (
    CandidateForm(
        "item", ("/",), rf"{_NUMBER_BEGINS}(?:(?:ES-|S-)?\d{{1,4}}[ ]?|{_OTHER_SESSION})", 13,
        rf"{_NUMBER_BEGINS}(?P<session>(?:ES-|S-)?\d{{1,4}}(?=[ ]?/)|{_OTHER_SESSION})"
        rf"(?:(?<=\d)[ ])?/(?P<number>\d{{1,4}})"
        rf"(?P<letters>{_LETTERS})(?P<dated>{_DATED})(?:(?![\w/]|-[A-Z])|(?=and\s))",
        "recalling 65/37 A and B of 7 December 2010 and", "65/37 A and B of 7 December 2010",
        r"[\dIVXLC]|\d[ ]",
    ),
    CandidateForm(
        # statements of the Human Rights Council's presidents: "PRST OS/12/1"; of the Security
        # Council's "PRST/2019/6"
        "prst", ("PRST",), r"(?<![\w/.-])", 0,
        r"(?<![\w/.-])PRST[\s/](?P<prst>(?:OS/)?\d{1,2}/\d{1,2}|(?:19|20)\d\d/\d{1,3})(?![\w/])",
        "as in PRST OS/12/1 on", "PRST OS/12/1",
    ),
    CandidateForm(
        "symbol", ("/",),
        rf"{_SYMBOL_BEGINS}(?:[A-Z]{{1,6}}\s(?=/[A-Z]+\Z)/)?[A-Z][A-Z0-9./()-]*", 30,
        r"(?:[AE]/RES/(?:E?S-)?\d{1,4}/\d{1,4}\s[A-HJ-Z](?![\w.'’])"
        # a space that slipped in: "ECE /TRANS/254", "A/78/744/ Add.7"
        r"|(?!E?S-\d)[A-Z][A-Z0-9]{0,9}(?:\(DTIE\)|\s(?=/[A-Z]+/\d))?"
        r"(?:[./-][A-Z0-9][A-Za-z0-9]{0,30}(?:\(\d{1,3}\))?){0,9}"
        r"/(?:(?:(?<=/PRST/)|(?<=/RES/)|(?<=/DEC/))\s)?[A-Za-z0-9./-]{0,60}\d"
        r"(?:\s?\([IVXLC]+\)|\s?\((?:19|20)\d\d\)|\s?\((?:E?S-)[IVX\d]+\))?[A-Z]?"
        rf"(?:\[[A-Z]\])?(?:\s?{PART_OF_DOCUMENT})?"
        r"(?:/\s?(?:Add|Corr|Rev|Amend|Inf)\.\s?\d+)*(?![A-Za-z0-9_/]))",
        "the report (A/60/493/Add.2) of", "A/60/493/Add.2", r"[A-Z0-9./()-]",
    ),
    CandidateForm(
        "keyword", ("esolution", "ecision", "tatement", "onclusions", "UNSCR"),
        rf"(?:\b(?:{_LEAD_BEFORE})(?:['’]s)?\s+)?{_EARLIER}"
        r"(?:(?:(?:[Pp]residential|[Aa]greed)\s+)?\b[RrDdSsCc])?", 110,
        rf"(?:\b(?:{_BEFORE})(?:['’]s)?\s+)?{_EARLIER}"
        r"(?P<noun>\b[Rr]esolutions?\b|\b[Dd]ecisions?\b|\bUNSCRs?\b"
        r"|[Pp]residential\s+[Ss]tatements?\b|[Aa]greed\s+[Cc]onclusions\b)",
        "in its resolutions 1/1 and", "its resolutions", backwards=_LEAD_BACKWARDS,
    ),
    CandidateForm(
        "bracketed", ("(",), rf"{_BRACKETED_BEGINS}\d{{1,4}}{_LETTERS}{_SUBSECTION}\s?", 24,
        rf"{_BRACKETED_BEGINS}(?P<bnumber>\d{{1,4}})"
        rf"(?P<bletters>{_LETTERS}){_SUBSECTION}\s?\((?:\d{{1,2}}\s[A-Z][a-z]+\s(?=\d))?"
        rf"(?P<bsession>{_ROMAN_SESSION}|(?:19|20)\d\d)\)(?P<bdated>{_DATED})",
        "with 217 A (III) of 10 December 1948 as", "217 A (III) of 10 December 1948",
        r"[\dA-Z]\s?",
    ),
    CandidateForm(
        # a title in capitals: "THE ANNEX TO HUMAN RIGHTS COUNCIL RESOLUTION 5/1"
        "keyword", ("RESOLUTION",), rf"\b(?:{_IN_CAPITALS})\s+", 60,
        rf"\b(?:{_CAPITALS})\s+(?P<noun>RESOLUTIONS?\b)",
        "IN HUMAN RIGHTS COUNCIL RESOLUTION 5/1", "HUMAN RIGHTS COUNCIL RESOLUTION",
    ),
    CandidateForm(
        # "GA res. 60/212"
        "keyword", ("res. ",), rf"\b(?:{_LEAD_BEFORE})\s+", 60,
        rf"\b(?:{_BEFORE})\s+(?P<noun>res\.(?=\s\d))",
        "in GA res. 60/1 and", "GA res.", r"[\w\s]\s", backwards=_LEAD_BACKWARDS,
    ),
    CandidateForm(
        # the title of the series stands in English also in Russian and Arabic texts
        "treaty", ("Treaty", "Recueil", "条约汇编"), r"(?:United\s+Nations,\s+)?", 20,
        r"(?:United\s+Nations,\s+)?(?:Treaty\s+Series|Recueil\s+des\s+[Tt]raités|条约汇编》)"
        rf"{_VOLUME.format('volume')}{_TREATY.format('treaty')}",
        "see United Nations, Treaty Series, vol. 2187, No. 38544.",
        "United Nations, Treaty Series, vol. 2187, No. 38544",
    ),
    CandidateForm(
        "publication", ("Sales", "vente", "venta", "под №", "编号", "المبيع"),
        r"(?:в\s+продаже\s+|出售品)?", 16,
        r"(?:Sales\s+Nos?\.:?|vente\s?:?|venta|в\s+продаже\s+под\s+№|出售品编号[：:]|المبيع)\s*\u0650?"
        r"(?P<sales>[A-Z]\.\d{2,4}\.[IVX]{1,5}\.(?:[A-Z]\.)?\d{1,4})",
        "(United Nations publication, Sales No. E.78.II.A.11 and corrigendum)",
        "Sales No. E.78.II.A.11",
    ),
    CandidateForm(
        # papers of agencies, which are no symbols here: "World Health Organization, document …"
        "paper", (", document ",), rf"(?:{_AGENCY})", 66,
        rf"(?P<agency>{_AGENCY}),\sdocument\s(?P<paper>(?:[A-Z]{{1,5}}\s(?=\d))?"
        r"[A-Z\d][A-Za-z\d]*(?:\(\d+\))?(?:[./][A-Za-z\d]+(?:\(\d+\))?)+)",
        "World Health Organization, document EB136/8, annex I.",
        "World Health Organization, document EB136/8", r"[a-z]",
    ),
    CandidateForm(
        # "Ibid., vol. 2131, No. 20378": the same series, another treaty
        "ibid", ("Ibid", "Там же", "同上", "المرجع نفسه"), "", 0,
        rf"{IBID}\.?"
        rf"(?:{_VOLUME.format('same_volume')}{_TREATY.format('same_treaty')}"
        rf"|(?P<elsewhere>{_ELSEWHERE}))?",
        "Ibid., chap. I.", "Ibid.",
    ),
)  # fmt: skip


class Candidate(NamedTuple):
    """A find: the name of its form, its span, and the match with the groups of its form."""

    form: str
    start: int
    end: int
    match: re.Match[str]


@dataclass(frozen=True, slots=True)
class _Form:
    """An anchor of a row of the table, with the row's patterns compiled."""

    name: str
    anchor: str
    reach: int
    near: re.Pattern[str] | None
    lead: re.Pattern[str]
    backwards: re.Pattern[str] | None
    pattern: re.Pattern[str]
    is_keyword: bool


@cache
def _compiled() -> tuple[_Form, ...]:
    return tuple(
        _Form(
            row.name,
            anchor,
            row.reach,
            re.compile(rf"(?:{row.near})\Z") if row.near else None,
            re.compile(rf"(?:{row.lead})\Z"),
            re.compile(row.backwards) if row.backwards else None,
            re.compile(row.pattern),
            row.name == "keyword",
        )
        for row in CANDIDATES
        for anchor in row.anchors
    )


class _Anchors(NamedTuple):
    """Where the anchors of a text stand, in order: the offsets, and of which form each is (by its
    place among the compiled ones). ``telling`` are the offsets of those that may be cited by: not
    of a keyword without a number."""

    starts: list[int]
    forms: list[int]
    telling: list[int]


def _places(form: _Form, text: str) -> Iterator[int]:
    near, anchor = form.near, form.anchor
    if not anchor.isascii() and anchor[-1] not in text:  # a single character is found much faster
        return
    at = text.find(anchor)
    while at >= 0:
        if near is None or near.search(text, max(at - 2, 0), at):
            yield at
        at = text.find(anchor, at + 1)


#: "resolutions 2250 and 2419": the anchor of a keyword that needs no other form behind it.
_NUMBERED: Final = re.compile(r"\w+\s+(?:No\.\s)?(?:\d|[A-Z][\w./-]*\s?[\d(])")


@lru_cache(maxsize=1)
def _anchors(text: str) -> _Anchors:
    """All anchors of a text: it is searched once, and not once for each of its provisions."""
    forms = _compiled()
    places = [(at, index) for index, form in enumerate(forms) for at in _places(form, text)]
    places.sort()
    telling = [
        at for at, index in places if not forms[index].is_keyword or _NUMBERED.match(text, at)
    ]
    return _Anchors([at for at, _ in places], [index for _, index in places], telling)


def _low(form: _Form, text: str, done: int, at: int) -> int:
    """Where the lead of an anchor may begin at the earliest."""
    low = max(done, at - form.reach)
    found = form.backwards.match(text[low:at][::-1]) if form.backwards else None
    return at - found.end() if found else at


def telling_anchors(text: str) -> list[int]:
    """The offsets of all anchors of a text, in order, but those of keywords that no number follows,
    which cite nothing alone."""
    return _anchors(text).telling


def may_hold_citations(telling: Sequence[int], start: int, end: int) -> bool:
    """Whether any of a text's telling anchors begins in ``text[start:end]``."""
    first = bisect_left(telling, start)
    return first < len(telling) and telling[first] < end


def scan(text: str, start: int, end: int) -> list[Candidate]:
    """The candidates of all forms in ``text[start:end]``, in order; of two that overlap the one
    that begins first."""
    starts, kinds, _ = _anchors(text)
    forms = _compiled()
    done: dict[int, int] = {}
    found: list[tuple[int, int, Candidate]] = []
    for place in range(bisect_left(starts, start), bisect_left(starts, end)):
        at, index = starts[place], kinds[place]
        form, reached = forms[index], done.get(index, start)
        if at < reached or at + len(form.anchor) > end:
            continue
        low = _low(form, text, reached, at) if form.backwards else max(reached, at - form.reach)
        led = form.lead.search(text, low, at)
        match = form.pattern.match(text, led.start(), end) if led else None
        if match and match.end() > at:
            begin, done[index] = match.span()
            found.append((begin, index, Candidate(form.name, begin, match.end(), match)))
    found.sort()
    kept: list[Candidate] = []
    for _, _, one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


_ORGANS_BEFORE: Final = tuple(name for name, _ in ORGAN_BEFORE)


def organ_before(found: re.Match[str]) -> str:
    """Which row of ORGAN_BEFORE stands before the keyword; "" for none."""
    for name, words in zip(_ORGANS_BEFORE, found.groups(), strict=False):  # the noun comes last
        if words is not None:
            return name
    return ""


_SECTION: Final = re.compile(r"[A-Z]")
_SECTIONS_TO: Final = re.compile(r"\bto\b|[–-]")


def split_letters(letters: str) -> tuple[str, ...]:
    """``" A and B"`` → ``("A", "B")``; ``" A to D"`` → all four; ``""`` → ``("",)``."""
    if not letters:
        return ("",)
    single = _SECTION.findall(letters)
    if not single:
        return ("",)
    if len(single) == 2 and _SECTIONS_TO.search(letters):
        return tuple(chr(code) for code in range(ord(single[0]), ord(single[1]) + 1))
    return tuple(single)
