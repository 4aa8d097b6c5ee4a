"""Whose the numbers behind a keyword are, as the words around it tell. Pure.

An answer is the handle of an organ or of a body without a series, the name of a body as it is
printed where no row has it, `OTHER` for some body that the words leave open, "" where they tell
nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from southsouth.reading.citations.bare import reporting_body
from southsouth.reading.citations.keywords import Keyword, Number
from southsouth.reading.citations.mentions import COUNCILS, OrganMentions, is_called
from southsouth.reading.citations.model import How
from southsouth.un.bodies import body, body_at_home, body_named, body_names_pattern, can_have_passed
from southsouth.un.body import Body
from southsouth.un.dates import PLAIN_DATE
from southsouth.un.organs import (
    ECOSOC,
    GENERAL_ASSEMBLY,
    organ,
    organ_named,
    organ_names_pattern,
)

#: Some body without a series here that the words do not name.
OTHER: Final = "other"

_FEW_WORDS: Final = r"(?:(?!\b(?:and|which)\b)[\w-]+\s+){0,4}?"
#: What may stand between "the Human Rights Council" and "pursuant to resolutions 34/24".
_REPORTED: Final = r"(?:(?:submitted|presented|prepared)\s+)?"
#: "In its decision 2018/101 (see E/2018/25, chap. I.B), the Commission decided …".
_SUBJECT_AFTER: Final = re.compile(
    r"(?:\s+of\s+[^,;(]{1,40})?(?:\s+\([^()]{1,60}\))?,\s+the\s+"
    r"(?P<name>Commission|Committee|(?:Executive\s+)?Board|Governing\s+Council|Conference)\s"
)
#: The last words of "pursuant to", "in accordance with" and the other links to a resolution.
_LINKS: Final = frozenset({"in", "by", "through", "under", "to", "with"})
_SUBJECT_BEFORE: Final = re.compile(
    r"\b[Tt]he\s+(?P<name>Commission|Committee|(?:Executive\s+)?Board|Governing\s+Council"
    r"|Conference(?:\s+of\s+the\s+(?:States\s+)?Parties)?),?\s+(?:in|by)\s+\Z"
)
_OPENS_CLAUSE: Final = re.compile(
    r"(?:\A|[.;:\n])\s*(?:At\s+its\s+[\w-]+(?:\s+\w+)?\s+session,\s+(?:in|by)|In|By)\s+\Z"
)
_BODY_NOUN: Final = re.compile(
    r"\b(?:Assembly|Council|Commission|Committee|Board|Conference|Congress|Parties|Ministers|Summit"
    r"|Union|Organization|Group)\b"
)
#: "the adoption by the Commission on Wells, at its third session, of its resolution 58/4".
_ADOPTION: Final = re.compile(
    r"\badoption,?\s+by\s+the\s+(?P<name>(?:[A-Z][\w’'-]*\s+(?:(?:and|of|on|for|the|in|to|against)"
    r"\s+)*)*[A-Z][\w’'-]*)(?P<aside>(?:(?!\bof\b)[^.;:]){0,200}?),?\s+of\s+\Z"
)
_SHORT_SUBJECT: Final = re.compile(
    r"\bthe\s+(?P<name>Council|Assembly),?\s+(?:in|by|through|under|pursuant\s+to)\s+\Z"
)
#: The subject of a sentence, for numbers in the report of a body: the last before the number.
_ACTORS: Final = re.compile(
    r"\b(?:the|The|that)\s+(?P<name>(?:Governing\s+)?Council|(?:General\s+)?Assembly|Commission"
    r"|(?:Executive\s+)?Board|Committee|Conference|Economic\s+and\s+Social\s+Council)\b"
)
_SENTENCE: Final = re.compile(r"[.;:]\s+(?=[A-Z])|\n\n")
#: Without one of these no body without a series is named.
_NOUNS: Final = (
    "Commission", "Board", "Governing", "Conference", "Committee", "Parties", "Forum", "Group",
    "Congress", "World", "African", "League", "Islamic", "UN", "EC", "ESC", "IMO", "ICAO",
)  # fmt: skip
_NAME_BEFORE: Final = 140
_SUBJECT_REACH: Final = 220
_REPORTING: Final = 600


@cache
def _subject_pattern(between: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<name>{organ_names_pattern()})(?:['’]s)?,?\s+{between}"
        r"(?:in\s+accordance\s+with|in|by|through|under|pursuant\s+to)\s+$"
    )


#: Between a body and the number that it is the subject of: "at its ninth session, in its".
_AT_SESSION: Final = r"(?:,?\s+at\s+its\s+[\w-]+(?:\s+\w+)?\s+(?:session|meeting),?)?"


@cache
def _body_subject() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<name>{body_names_pattern()})(?:\s+\([\w-]+\))?{_AT_SESSION},?"
        r"\s+(?:adopted\s+|(?:in|by|through|under|pursuant\s+to)\s+)\Z"
    )


@cache
def _agent() -> re.Pattern[str]:
    """ "adopted by the Commission on Wells and reaffirmed in its"."""
    return re.compile(
        rf"\bby\s+the\s+(?P<name>{body_names_pattern()})\b(?:(?!\bby\s+the\b)[^.;]){{0,80}}?"
        r"\band\s+(?:\w+\s+){1,2}(?:in|by)\s+\Z"
    )


@cache
def _named_behind() -> re.Pattern[str]:
    return re.compile(
        r"(?:\s+\([^()]{1,60}\))?,?\s+the\s+"
        rf"(?P<name>{organ_names_pattern()}|Assembly\b|Council\b)"
    )


@cache
def _named_of() -> re.Pattern[str]:
    return re.compile(rf"\bresolutions\s+of\s+the\s+(?P<name>{organ_names_pattern()})\b")


#: A body as its name is built: "Board of Wells", "Group of Experts on Springs".
_ANY_BODY: Final = (
    r"(?:[A-Z][\w’'-]*\s+(?:(?:[a-z]{2,3}|against|serving|as)\s+)*){0,12}"
    r"(?:Assembly|Council|Commission|Committee|Board"
    r"|Conference|Congress|Parties|Meeting|Summit|Union|Agency|Organization|Parliament|Group)\b"
    r"(?:(?<=Ministerial\sCouncil)\s+on(?:\s+and|\s+[A-Z][\w’'-]*)+)?"
)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"(?P<title>,?\s+entitled\s+“[^”]*”)?,?\s+"
        rf"(?P<link>of|adopted\s+(?:on\s+{PLAIN_DATE}\s+)?by|by)\s+the\s+"
        # "of the Sixth United Nations Congress on Wells"
        r"(?:(?:First|Second|Third|[A-Z][a-z]+(?:-first|-second|-third|th))\s+)?"
        rf"(?P<name>(?:{body_names_pattern()})\b|(?:{organ_names_pattern()})\b"
        # a body, and not "in resolution 56/6, of the Global Agenda"
        rf"|{_ANY_BODY})"
    )


@cache
def _passed_by() -> re.Pattern[str]:
    """ "resolution 60/2 on wells, adopted on 24 March 2016 by the Commission on Wells"."""
    return re.compile(
        r",?\s+(?:on|entitled)\s[^.;:\d]{3,250}?,\s+"
        rf"(?:(?:which\s+was\s+)?adopted\s+(?:on\s+{PLAIN_DATE}\s+)?)?by\s+the\s+(?P<name>{body_names_pattern()})\b"
    )


#: What a narrower list is introduced with; no sentence ends before it.
NARROWING: Final = (
    r"(?:including|in\s+particular|notably"
    r"|the\s+(?:last|latest|most\s+recent)\s+of\s+which\s+(?:was|is|being))\s+"
)
_NARROWER: Final = re.compile(rf"{NARROWING}\Z")


def named(name: str) -> str:
    """Whose that name is: an organ's or a body's handle, else the name itself.

    >>> named("General Assembly"), named("Commission on Narcotic Drugs"), named("Board of Wells")
    ('general-assembly', 'commission-on-narcotic-drugs', 'Board of Wells')
    """
    if handle := organ_named(name):
        return handle
    row = body_named(name)
    return row.handle if row else " ".join(name.split())


def label_of(whose: str) -> str:
    """How a reference names a body without a series; "" for an organ and for what is left open."""
    if not whose or whose == OTHER or organ(whose):
        return ""
    row = body(whose)
    return row.label if row else whose


@dataclass(frozen=True, slots=True)
class Context:
    """What a document's citations are resolved with: its text, symbol and date, its speaking organ,
    its mentions. ``voice`` is the body without a series whose report or paper the document is."""

    text: str
    speaker: str
    mentions: OrganMentions
    symbol: str = ""
    voice: Body | None = None
    latest: date | None = None

    def organ_of(self, keyword: Keyword, list_end: int, limit: int) -> tuple[str, How]:
        """Whose texts a keyword speaks of ("" where open) and how that was told."""
        if keyword.body:
            return named(keyword.body), How.ORGAN_NAMED
        if keyword.organ and organ(keyword.organ):
            return keyword.organ, How.ORGAN_NAMED
        if reporting := reporting_body(self.text, keyword.start):
            return reporting, How.ORGAN_NAMED
        if behind := self._named_after(keyword, list_end, limit):
            return behind, How.ORGAN_NAMED
        if keyword.organ == OTHER:
            return self._some_body(keyword), How.ORGAN_IN_CONTEXT
        return self._pointed_at(keyword, list_end, limit), How.ORGAN_IN_CONTEXT

    def _named_after(self, keyword: Keyword, list_end: int, limit: int) -> str:
        """The body named behind a list: "resolution 60/2 of the Commission on Wells"."""
        if keyword.organ == OTHER:
            return ""
        found = _after().match(self.text, list_end, limit)
        if found is None:
            passed = None if keyword.organ else _passed_by().match(self.text, list_end, limit)
            return named(passed["name"]) if passed else ""
        if keyword.organ in {"assembly", "council"} and found["link"] != "of":
            return ""  # "Council resolution 16/21, adopted by the Assembly in its resolution"
        # "resolution 72/55, of the Group of Experts": the next of those that are listed
        if found["name"].endswith("Group") and found[0].startswith(","):
            return ""
        whose = organ_named(found["name"]) or self._short(found["name"], keyword.start)
        # "entitled “New Urban Agenda”, adopted by the Conference": what the title names was
        if whose or not found["title"] or found["link"] == "of":
            return whose or self._meant(found["name"], keyword.start)
        return ""

    def _meant(self, name: str, offset: int) -> str:
        """Whose a name without an organ is; a short one points back: "the Conference"."""
        if row := body_named(name):
            return row.handle
        row = self._called(" ".join(name.split()), offset)
        return row.handle if row else named(name)

    def _called(self, short: str, offset: int) -> Body | None:
        """The body that a short name means: the one that speaks, else the one last named in full,
        else the one that documents of this kind call so."""
        if self.voice and is_called(self.voice, short):
            return self.voice
        return self.mentions.last_body(offset, short) or body_at_home(self.symbol, short)

    def _some_body(self, keyword: Keyword) -> str:
        """The body of "Governing Council decision 24/3", "Board decision 2014/17"."""
        name = self.text[keyword.start : keyword.noun].strip().removesuffix("’s").removesuffix("'s")
        return self._meant(name, keyword.start) if name else OTHER

    def _pointed_at(self, keyword: Keyword, list_end: int, limit: int) -> str:
        """Whom a short name, "its" or nothing at all points back to; "" where open."""
        who, offset = keyword.organ, keyword.start
        if who == "commission":
            return self._commission(offset)
        if who in {"assembly", "council"}:
            return self._short(who.capitalize(), offset)
        if who == "speaker":
            return self._its(offset, list_end, limit)
        if who and not self.voice:
            return ""
        return (
            self._adopting(offset)
            or self._subject(offset, _REPORTED)
            or self._wider(offset)
            or (self._in_report(offset, list_end, limit) if self.voice else "")
        )

    def _its(self, offset: int, list_end: int, limit: int) -> str:
        """Whose "its" is at ``offset``."""
        return (
            self._body_of_clause(offset, list_end, limit)
            or self._adopting(offset)
            or self._subject(offset)
            or self._subject_behind(list_end, limit)
            or (self._in_report(offset, list_end, limit) if self.voice else "")
            or ("" if self.voice else self.speaker)
        )

    def near_body(self, offset: int, number: Number) -> str:
        """The body last spoken of before a number that no organ can have given: "the Executive
        Board adopted the following decisions: Decision 2019/1"; "" for none."""
        if self.speaker:
            return ""
        spoken = list(_ACTORS.finditer(self.text, max(0, offset - _REPORTING), offset))
        row = self._called(" ".join(spoken[-1]["name"].split()), offset) if spoken else None
        return row.handle if row and can_have_passed(row, number.printed) else ""

    def _adopting(self, offset: int) -> str:
        """The body of "the adoption by the Commission on Wells of its resolution"; "" where nothing
        of the kind stands before."""
        before = self.text[max(0, offset - 320) : offset]
        if "adoption" not in before:
            return ""
        found = _ADOPTION.search(before)
        if found is None:
            return ""
        whose = self._meant(found["name"], offset)
        # "the adoption by the General Assembly and the Security Council" is of two
        is_one = " and the " not in found["name"] and _BODY_NOUN.search(found["name"])
        return whose if organ(whose) or body(whose) or is_one else ""

    def _subject_behind(self, list_end: int, limit: int) -> str:
        """The organ of "in its resolution 60/251, the General Assembly gave …"."""
        found = _named_behind().match(self.text, list_end, limit)
        if found is None:
            return ""
        return organ_named(found["name"]) or self._short(found["name"], found.start())

    def _wider(self, offset: int) -> str:
        """The organ of the list that a narrower one is taken from: "resolutions of the Human Rights
        Council, including resolution S-12/1"."""
        before = self.text[max(0, offset - 300) : offset]
        if _NARROWER.search(before) is None:
            return ""
        names = [found["name"] for found in _named_of().finditer(before)]
        return organ_named(names[-1]) if names else ""

    def _short(self, name: str, offset: int) -> str:
        if name == "Assembly":
            speaks = organ(self.speaker)
            return speaks.handle if speaks and speaks.is_assembly else GENERAL_ASSEMBLY
        if name == "Council":
            if self.voice and self.voice.short.endswith("Council"):
                return self.voice.handle
            return self.mentions.last_council(offset) or (
                self.speaker if self.speaker in COUNCILS else ECOSOC if self.voice else ""
            )
        return ""

    def _commission(self, offset: int) -> str:
        """The Commission on Human Rights, where it is the commission last named in full; else the
        body last named."""
        if self.mentions.last_commission(offset) == "Human Rights":
            return "commission-on-human-rights"
        row = self._called("Commission", offset)
        return row.handle if row else OTHER

    def _body_of_clause(self, offset: int, list_end: int, limit: int) -> str:
        """The body without a series whose "its" at ``offset`` is, where the clause names it."""
        before = self.text[max(offset - 60, 0) : offset]
        if before.rstrip()[-2:] not in {"in", "In", "by", "By"}:
            return ""
        if found := _SUBJECT_BEFORE.search(before):
            return self._pointed_body(found["name"], offset)
        if _OPENS_CLAUSE.search(before) and (
            found := _SUBJECT_AFTER.match(self.text, list_end, limit)
        ):
            return self._pointed_body(found["name"], offset)
        return ""

    def _pointed_body(self, name: str, offset: int) -> str:
        if name == "Commission":
            return self._commission(offset)
        row = self._called(" ".join(name.split()), offset)
        return row.handle if row else OTHER

    def _in_report(self, offset: int, list_end: int, limit: int) -> str:
        """The last subject of the sentence before a number, in the report of a body: "the
        Commission decided, in decision 2005/2"."""
        if behind := self._subject_behind(list_end, limit):
            return behind
        before = _SENTENCE.split(self.text[max(0, offset - 300) : offset])[-1]
        actors = list(_ACTORS.finditer(before))
        if not actors or self.voice is None:
            return ""
        name = " ".join(actors[-1]["name"].split())
        if name.startswith("General") or name == "Assembly":
            return self._short("Assembly", offset)
        if name.endswith("Council") and not name.startswith("Governing"):
            return ECOSOC if name.startswith("Economic") else self._short("Council", offset)
        return self._pointed_body(name, offset)

    def _subject(self, offset: int, between: str = _FEW_WORDS) -> str:
        """Whose "the Security Council, in its resolution" is: named close before, with no other
        words than ``between`` and a preposition behind it."""
        before = self.text[max(0, offset - _NAME_BEFORE) : offset]
        link = before.rsplit(maxsplit=1)
        if not link or (link[-1] not in _LINKS and link[-1] != "adopted"):
            return ""
        if found := _subject_pattern(between).search(before):
            return organ_named(found["name"])
        if short := _SHORT_SUBJECT.search(before):
            return self._short(short["name"], offset)
        before = self.text[max(0, offset - _SUBJECT_REACH) : offset]
        if not any(noun in before for noun in _NOUNS):
            return ""
        found = _body_subject().search(before) or _agent().search(before)
        return named(found["name"]) if found else ""
