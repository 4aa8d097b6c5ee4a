"""Requests: reports that provisions ask for, of whom, on what, for which session or day; and items
that they put on an agenda.

A directive verb asks for a report where its clause has "to report" or a verb of giving with a
report as its object. What only tells of one ("as requested", "the report submitted") asks for none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from southsouth.reading.instruments.candidates import clause_end
from southsouth.reading.instruments.roles import Event
from southsouth.un.dates import MONTHS

_MONTH: Final = rf"(?:{'|'.join(MONTHS)})"
#: "to report", "and report", "continue to regularly report back"; not the noun.
_REPORTS: Final = re.compile(
    r"\bto\s+report\b(?=\s+and\s+[a-z]+\s)|\b(?:to|and|continues?|shall|should|or|also|regularly|annually|periodically|fully|orally|jointly"
    r"|promptly|accordingly|subsequently|it)\s+(?:\([a-z]\)\s+)?(?:report\s+back|report(?!\s+(?:of|by|submitted|entitled|referred)\b)"
    r"|reporting)\b(?=\s+(?!(?:and|is|was|are|were|requested)\b)|[,;.:]|$)"
    r"|\bthat\s+[^;.]{3,120}?\s(?:should\s+|shall\s+)?report\s+(?:back|to)\b"
    r"|\bcontinue\s+(?:its\s+|his\s+|their\s+)?(?:regular\s+)?reporting\b"
)
_GIVES: Final = re.compile(
    r"\b(?:submit|present|provide|prepare|issue|transmit|produce|render|deliver|furnish|compile|circulate"
    r"|make|give|send|draw\s+up|complete|submitting|providing|presenting|preparing|undertake|publish)\b"
    r"(?P<between>[^;]{0,420}?)\b(?P<noun>(?:[a-z]+\s+)?reports?|Special\s+Report)\b(?!\s+(?:of\s+the|referred|containing\s+no|mentioned)\s)"
)
_NOT_GIVEN: Final = re.compile(
    r"\b(?:requests?|decides?|invites?|recommendations\s+in|contained\s+in|implement|pursuant\s+to\s+the"
    r"|referred\s+to\s+in|set\s+out\s+in|as\s+requested|basis\s+of|account|light\s+of|follow-up\s+to|input\s+to|inputs?\s+for)\b[^,]*\Z|\bin\s+(?:the|its|his)\s+(?:[\w-]+\s+){0,2}\Z"
)
_ABOUT: Final = re.compile(
    r"\s*(?:,\s[^,;]{3,160},\s*)?(?:[^;.,]{0,140}?\s)??(?:on|regarding|concerning|about|describing|covering|assessing|with\s+regard\s+to|reviewing)\s+"
    r"(?P<words>(?!a\s+(?:regular|annual|biennial|monthly)|an\s+annual|the\s+basis|its\s+behalf)[^;]{3,400}?)"
    r"(?=\s*(?:[;:]|$|\.(?:\s|$)|,\s|\s(?:to|at|by|within|no\s+later|not\s+later|every|under|before|in\s+(?:his|its|the\s+context))\s))"
)
_THEREON: Final = re.compile(
    r"[^;]{0,80}?\b(thereon|in\s+this\s+regard|on\s+(?:this|the)\s+(?:matter|question|subject))\b"
)
_TO: Final = re.compile(
    r"\bto\s+(?P<to>(?:the\s+|its\s+)?(?:[A-Z][\w’-]*)(?:\s+(?:of\s+the\s+|of\s+|and\s+|on\s+|for\s+|the\s+)?[A-Z][\w’-]*)*|it\b(?!s))"
)
_GIVEN: Final = re.compile(
    r"\A\s+(?P<to>the\s+(?:[A-Z][\w’-]*)(?:\s+(?:and\s+|of\s+the\s+|of\s+|the\s+)?[A-Z][\w’-]*)*)\s+(?:with|,)"
)
_SESSION: Final = re.compile(
    r"\b(?:that|its|their|the)\s+(?P<session>[a-z]+(?:-[a-z]+)?(?:\s+and\s+[a-z]+(?:-[a-z]+)?)?)\s+"
    r"(?:regular\s+|special\s+|emergency\s+|substantive\s+)?sessions?\b"
)
_THAT_SESSION: Final = re.compile(r"\bat\s+that\s+session\b")
_DUE: Final = re.compile(
    rf"\b(?:(?:by|before|not?\s+later\s+than|on|until)\s+(?:the\s+end\s+of\s+)?(?:\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?|{_MONTH}\s+\d{{4}})"
    r"|within\s+[\w()-]+\s+(?:days?|weeks?|months?|years?)|every\s+(?:[\w()-]+\s+)?(?:days?|weeks?|months?|years?|session)"
    r"|annually|biennially|quarterly|periodically|regularly|on\s+(?:a|an)\s+(?:regular|annual|biennial|triennial|monthly|quarterly)\s+basis"
    r"|as\s+soon\s+as\s+possible|as\s+appropriate|in\s+(?:his|its|their)\s+[^,;.]{3,60}?report)"
)
_AGENDA: Final = re.compile(
    r"\binclude\s+in\s+the\s+provisional\s+agenda\s+of\s+its\s+(?P<session>[a-z]+(?:-[a-z]+)?)\s+session"
    r"[^;]*?\s(?:sub-)?item\s+entitled\s+[“\"](?P<item>[^”\"]+)[”\"](?!,\s+(?:the|a)\s+sub-item)"
)


#: A directive inside another act: "reiterates its request to the Council", "while requesting".
ALSO_ASKS: Final = re.compile(
    r"\b(?:(?:[Rr]eiterat|[Rr]eaffirm|[Rr]enew|[Rr]epeat)(?:es|s|ing)\s+(?:its|the)\s+(?:requests?|calls?|invitations?)|while\s+requesting"
    r"|and\s+requesting|by\s+requesting)\b"
)


class Asked(NamedTuple):
    """A report asked for or an item decided on: where, on what, to whom it goes, when.

    ``asks_from`` is where the words begin that ask, -1 where the governing verb does."""

    kind: str
    start: int
    end: int
    subject: str
    recipient: str
    session: str
    due: str
    item: str = ""
    asks_from: int = -1


def agenda_items(text: str, start: int, end: int) -> Iterator[Asked]:
    """The items that a clause includes in a provisional agenda."""
    for found in _AGENDA.finditer(text, start, end):
        item = found["item"]
        yield Asked("agenda", found.start(), found.end(), item, "", found["session"], "", item)


def report_asked(text: str, start: int, end: int) -> Asked | None:
    """The report that a directive verb asks for whose clause is ``text[start:end]``."""
    if text.find("eport", start, end) < 0:
        return None
    limit = clause_end(text, start, end) if end - start > 1200 else end
    for found in (*_REPORTS.finditer(text, start, limit), *_given(text, start, limit)):
        stop = min(limit, found.end() + 700)
        around = text[found.start() : stop]
        return Asked(
            "report", found.start(), found.end(), _subject(text, found, stop),
            _recipient(text, found, stop), _session(around), _due(around),
        )  # fmt: skip
    return None


def _given(text: str, start: int, limit: int) -> Iterator[re.Match[str]]:
    for found in _GIVES.finditer(text, start, limit):
        if not _NOT_GIVEN.search(found["between"]):
            yield found


def _subject(text: str, found: re.Match[str], stop: int) -> str:
    if thereon := _THEREON.match(text, found.end(), stop):
        about = _ABOUT.match(text, found.end(), thereon.start(1))
        return " ".join((about["words"] if about else thereon[1]).split())
    about = _ABOUT.match(text, found.end(), stop)
    return " ".join(about["words"].split()) if about else ""


def _recipient(text: str, found: re.Match[str], stop: int) -> str:
    given = _GIVEN.match(found["between"]) if found.re is _GIVES else None
    to = given or _TO.search(text, found.start(), stop)
    return " ".join(to["to"].split()) if to else ""


def _session(around: str) -> str:
    found = _SESSION.search(around)
    if found is None:
        return "that" if _THAT_SESSION.search(around) else ""
    return found["session"].split()[0]


def _due(around: str) -> str:
    found = _DUE.search(around)
    return " ".join(found[0].split()) if found else ""


def same_session(events: Sequence[Event]) -> list[Event]:
    """Reports "at that session" get the session of the item decided before in the provision."""
    result: list[Event] = []
    for event in events:
        session = event.session
        if event.kind == "report" and not session:
            before = [e.session for e in result if e.part == event.part and e.session]
            session = before[-1] if before else ""
        result.append(replace(event, session=session) if session != event.session else event)
    return result
