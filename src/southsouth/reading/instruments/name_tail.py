"""How far a name goes: over small letters ("on the use of deep wells"), and not over what capitals
stand behind it that are none of it. English, pure."""

from __future__ import annotations

import re
from typing import Final

from southsouth.reading.instruments.heads import head_of, kind_of
from southsouth.reading.instruments.name_joints import ORGAN
from southsouth.reading.instruments.phrases import phrase_after

#: What a name is on, in small letters.
_LOWER: Final = re.compile(
    r"\s+on\s+(?!th(?:is|at|ese|ose)\b|its\b|all\b|articles?\b|paragraphs?\b)(?:the\s+)?[a-z]"
)
#: Capitals behind a name that are none of it.
_TAIL: Final = re.compile(
    r"[,\s]+(?:(?<!Draft\s)(?<!Conflict\s)(?<!Dispute\s)(?<!and\s)Resolutions?|Decisions?"
    r"|General\s+Assembly|Member\s+States|Budget|Government|Report)(?:\s.*)?\Z",
    re.DOTALL,
)
#: What may be on something that no capital begins: "Working Group on the use of mercenaries".
_RUNS_ON: Final = frozenset(
    {"Group", "Committee", "Commission", "Agreement", "Instrument", "Declaration", "Official",
     "Conference", "TrustFund", "Framework"}
)  # fmt: skip
#: How a phrase ends that goes on, the words behind which it does, and a name that does so.
UNFINISHED: Final = tuple(
    (re.compile(before), re.compile(behind), example)
    for before, behind, example in (
        (r"\b(?:rights?|right\s+of\s+\w+)\Z", r"\s+to\s+",
         "Special Rapporteur on the right of everyone to the use of wells"),
        (r"\bpersons\Z", r"\s+(?:with|of|belonging\s+to|living\s+with)\s+",
         "Special Rapporteur on the rights of persons with wells"),
        (r"\brights\Z", r"\s+by\s+",
         "Independent Expert on the enjoyment of water rights by gardeners"),
        (r"\bsafety\Z", r"\s+at\s+", "Expert Group on safety at wells"),
        (r"\bobligations\Z", r"\s+relating\s+to\s+",
         "Special Rapporteur on the issue of water obligations relating to the use of wells"),
        (r"[a-z]s\Z", r"\s+and\s+other\s+",
         "Working Group on the issue of wells and other sources"),
        (r"\b[A-Z]\w+an\Z", r"\s+(?=[a-z]+s\b)",
         "Special Rapporteur on the situation of wells in the Atlantian territories"),
        (r"\bfreedoms\Z", r"\s+while\s+[a-z]+ing\s+",
         "Special Rapporteur on the protection of water freedoms while countering drought"),
        (r"ly\Z", r"\s+[a-z]+ed(?=\s+[a-z])",
         "Special Rapporteur on the water of internally displaced gardeners"),
    )
)  # fmt: skip
#: The mark of a footnote, glued to the last word.
_NOTE: Final = re.compile(r"(?<=[a-z])\d{1,3}\Z")
#: Words that no name ends with, and what a thing is to do where that breaks off: "… to Support".
_DANGLING: Final = re.compile(
    r"(?:,|[’']"
    r"|\s+(?:in|for|on|of|to)\s+(?:Implement|Achiev|Address|Ensur|Promot|Strengthen|Support)ing"
    r"|\s+to\s+[A-Z][a-z]+\s+and\s+(?:End|Combat|Punish)"
    r"|(?<!Right)(?<!Call)(?<!Access)\s+to\s+[A-Z][a-z]+"
    r"|\s+(?:of|for|on|to|in|and|or|the|its|all|with|against|at|among|between))+\Z"
)
#: Who holds a post: "Special Envoy for Wells, Jane Doe".
_HOLDER: Final = re.compile(r",\s[A-Z][\w’-]+(?:\s[A-Z][\w.’-]*)+\Z")
#: Where a conference was held: "Seventh Congress on Wells, Ostend".
_TOWN: Final = re.compile(r"(?<!\sand)(?<!,),\s[A-Z]\w+\Z")
#: What it does, not what its name says: "the Wells Commission on drilling the first well".
_DOING: Final = re.compile(r"\son\s[a-z]+ing\b")
#: What is told of the bearer of a name that goes on in small letters: "… on wells for the report".
_TOLD_OF: Final = re.compile(
    r"\s(?:submitted|undertaken|prepared|presented|to\s+[A-Z]|in\s+(?:its|his|her)"
    r"|for\s+(?:the|his|her|their|its)\s+(?:reports?|activities|work|contributions?|efforts)"
    r"|and\s+(?:his|her|its|their|takes|the\s+(?:conclusions|recommendations|reports?|addendum"
    r"|work|renewal|extension|policy|notes?|study|mandate)))\b"
)
#: Where a people's name belongs to the small noun behind it: "Bank in African countries".
_OF_PEOPLE: Final = re.compile(r"\s(?:in|of|for|among)\s[A-Z][a-z]+(?:an|ese)\Z")
_NOUN: Final = re.compile(r"\s(?!(?:and|or|to|in|of|for|on|with|at|by|as|is|was|has|have)\s)[a-z]")


def goes_on(text: str, start: int, stop: int, limit: int) -> bool:
    """Whether a name goes on in small letters: it is on one thing, and no organ nor charter."""
    name = text[start:stop]
    if (
        kind_of(name) not in _RUNS_ON
        or " " not in name
        or " on " in name
        or ORGAN.fullmatch(name)
        or head_of(name) == "Charter"
    ):
        return False
    if " " in name[: name.find(head_of(name))].strip() and _DOING.match(text, stop, limit):
        return False  # "the International Wells Commission on drilling"
    return _LOWER.match(text, stop, limit) is not None


def end_in_small(text: str, start: int, stop: int, limit: int) -> int:
    """Where a name ends that goes on in small letters."""
    phrase = phrase_after(text, start, limit)
    if phrase is None or phrase.end <= stop:
        return stop
    end = phrase.end
    while further := _further(text, start, end, limit):
        phrase = phrase_after(text, further.end(), limit)
        if phrase is None:
            break
        end = phrase.end
    told = _TOLD_OF.search(text, stop, end)
    return told.start() if told else end


def _further(text: str, start: int, end: int, limit: int) -> re.Match[str] | None:
    """Behind what a phrase goes on that seems to have ended: "the right | to", "internally |
    displaced"."""
    for before, behind, _ in UNFINISHED:
        if before.search(text, start, end) and (found := behind.match(text, end, limit)):
            return found
    return None


def trimmed(text: str, start: int, head_end: int, stop: int, limit: int) -> int:
    """Where a name ends without the capitals at its end that are none of it."""
    for trailing in (_TAIL, _DANGLING):
        if found := trailing.search(text, head_end, stop):
            stop = found.start()
    town = _TOWN.search(text, head_end, stop)
    if town and kind_of(text[start:stop]) == "Conference":
        stop = town.start()
    holder = _HOLDER.search(text, head_end, stop)
    if holder and kind_of(text[start:stop]) == "Official":
        stop = holder.start()
    place = _OF_PEOPLE.search(text, head_end, stop)
    if place and _NOUN.match(text, stop, limit):  # "Bank in African countries"
        stop = place.start()
    if note := _NOTE.search(text, head_end, stop):
        stop = note.start()
    slash = text.find("/", head_end, stop)
    return slash if slash > 0 and kind_of(text[slash + 1 : stop]) else stop
