"""Force: whether an event is decided, requested or only reported where it is stated.

The frame may fix it ("the Fund, established by …" is reported). Otherwise the last cue between
the governing verb and the trigger does ("decides to recommend that … should be"), then the
auxiliary ("was", "shall be"), then the governing verb, and for a text without one what the
wording itself says: "The Office will be dissolved" decides, "the dissolution of" reports.
"""

from __future__ import annotations

import re
from typing import Final

REPORTED: Final = "reported"
DECIDED: Final = "decided"
REQUESTED: Final = "requested"

#: Words before a trigger that decide on its force; the last one counts. Force, then the pattern.
CUES: Final[tuple[tuple[str, str], ...]] = (
    (REPORTED, r"\b(?:resolution|decision)\s+[^\s,;]+(?:\s+\([^)]*\))?(?:\s+of\s[^,;]{3,120})?"
               r",\s+which\s+[a-z]+s\s[^;]*$"),
    (REPORTED, r"\b(?:which|whereby|it|also|and|Assembly|Council|Commission|Committee|Conference"
               r"|Board|Secretary-General|Government|Parties|Members|Agenda|has|have|had)"
               r"(?:,[^,;]{1,80},)?(?:\s+(?:also|had|has|further|inter\s+alia|,))*\s+"
               r"(?:decided|requested|recommended|called|invited|authorized|agreed|proclaimed"
               r"|urged|encouraged|endorsed|approved|resolved|asked)\b"),
    (REPORTED, r"\bit\s+was\s+(?:agreed|decided|recommended|resolved)\s+(?:to|that)\b"),
    (REQUESTED, r"\b(?:its|the)\s+demands?\s+that\b"),
    (REPORTED, r"(?<=[\w,]\s)(?<!as\s)(?<!was\s)(?<!were\s)(?<!is\s)(?<!are\s)(?<!been\s)"
               r"(?<!be\s)(?:decided|requested|recommended|invited|proclaimed|urged"
               r"|resolved)\s+(?:to|that|the"
               r"|it|its)\b"),
    (REPORTED, r"\b(?:[Tt]he|[Ii]ts|their|this|joint|unanimous|your"
               r"|of)\s+(?:[a-z]+\s+){0,2}?(?:decisions?"
               r"|determination|intention|agreement|plans?|idea)\b(?!\s+that)"),
    (REPORTED, r"\b(?:(?:progress|efforts|steps)\s+(?:made\s+)?(?:by|in|towards?)|following"
               r"|intends?\s+to|which"
               r"|that\s+has|has)\s+(?:the\s+)?$"),
    (REPORTED, r"\b(?:intent(?:ion)?|readiness|willingness|wish|desire|hopes?|intends?|intended"
               r"|plans?|planned|considering|commitment|initiatives?)\s+(?:of\s+[^,;.]{3,60}?\s+)?(?:to|of)\b"),
    (REPORTED, r"\b(?:status|process|importance|possibility|feasibility|benefits?|purpose"
               r"|way)\s+(?:of|for|in)\s+$"),
    (REQUESTED, r"\bneed\s+(?:for\s+[^;.]{3,90}\s)?to\s+(?:[a-z]+\s+and\s+)?$"),
    (DECIDED, r"^\W*(?:\(?\w+\)\s+)?(?:[Ee]ndorsed|[Dd]ecided|[Aa]pproved|[Aa]greed|[Aa]dopted)\b"),
    (REPORTED, r"\b[Ww]elcom(?:es?|ing)\b|\b[Rr]ecall(?:s|ing)?\b|\b[Nn]ot(?:es|ing)\b"
               r"|\b[Rr]ecogni[sz](?:es?|ing)\b|\brequires\b|\bsignificance\s+of\b"),
    (DECIDED, r"\b(?:[Dd]ecides?|[Rr]esolves?|[Aa]grees|[Ww]e\s+agree|[Ee]ndorses?|[Aa]pproves?"
              r"|[Aa]dopts?)\b"),
    (REQUESTED, r"\b(?:(?<!the\s)(?<!its\s)(?<!of\s)[Rr]equests?|[Ii]nvites?|[Uu]rges?"
                r"|[Cc]alls?\s+(?:up)?on|[Ee]ncourages?"
                r"|[Rr]ecommends?|[Pp]ropos(?:es?|ed\s+(?:that|to)|ing)|[Ss]uggest(?:s|ed)?"
                r"|[Aa]uthorizes?"
                r"|(?:is|are)\s+(?:also\s+)?(?:invited|requested|urged|encouraged|called\s+upon)|is\s+urged|[Ii]nstructs?"
                r"|[Ss]upports?(?:\s+the\s+idea)?"
                r"|is\s+recommended|(?:its|the)\s+calls?\s+(?:up)?on|[Rr]eiterat(?:es"
                r"|ing)\s+(?:its|the)\s+(?:request|call|invitation))\b"),
    (REQUESTED, r"\bto\s+recommend\b|\bwill\s+recommend\b|\b(?:to\s+)?consider(?:ing)?\s*"
                r"(?:conven|establish|hold|set|the\s+possib)?[a-z]*\s*$"
                r"|\b[Ww]ith\s+the\s+approval\s+of\b"
                r"|\bproposals?\b[^.;]{0,160}$"
                r"|\b[A-Z]\w+(?:,[^,;]{1,60},)?\s+should\s+(?:also\s+)?$"),
    (REPORTED, r"\b(?:by|in)\s+which\s+(?:it|the\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)\b"),
)  # fmt: skip

_CUES: Final = tuple((force, re.compile(pattern)) for force, pattern in CUES)
#: What is only thought of is no event: "the possible transformation of", "the possibility of".
HEDGED: Final = re.compile(
    r"\b(?:possible|possibility\s+of|may\s+require|(?:question|practice|option)s?\s+of"
    r"|recommendations?\s+(?:on|regarding|concerning))\s+(?:the\s+)?$"
    r"|\b(?:whether|in\s+the\s+event\s+that|if)\s+(?:[\w’-]+\s+){0,6}$"
)
#: What a noun of change is the occasion of: "upon the termination of", "during its transition".
OCCASION: Final = re.compile(
    r"\b(?:for\s+the\s+duration\s+of|ensur(?:e|ing)\s+that|upon|at|at\s+the\s+time\s+of|as\s+from|required\s+for|condition\s+of"
    r"|(?:resources|funds|dollars)\b[^;]{0,60}\sfor|after|following|during|since|before|until|pending|prior\s+to|due\s+to|owing\s+to"
    r"|in\s+parallel\s+with|in\s+the\s+context\s+of|in\s+connection\s+with|in\s+the\s+light\s+of|as\s+a\s+result\s+of)\s+"
    r"(?:(?:the|its|their|[A-Z][\w-]+[’']s?)\s+)?(?:[a-z-]+,?\s+){0,3}(?:and\s+)?\Z"
)
#: A noun of change that an organ authorizes itself.
AUTHORIZED: Final = re.compile(
    r"\b[Aa]uthorizes(?:,[^,;]{3,160},)?\s+(?:for\s+[^;,]{3,60}\s+)?the\s+(?:[a-z]+\s+){0,2}\Z"
)
#: What is denied is no event: "decides not to abolish", "shall not be merged".
NEGATED: Final = re.compile(
    r"\b(?:not|never|cannot|neither|nor)\s+(?:to\s+)?(?:(?:have|be|been)\s+){0,2}(?:[a-z]+ly\s+)?\Z"
)
#: What stands in a title is no event: "the item entitled “Establishment of a zone”"; nor is a
#: treaty ended that is closed for signature, a meeting that its chair closes.
TITLED: Final = re.compile(r"\b(?:entitled|item|theme|title)\s*[“\"‘](?:[^”\"’]{0,120}\s)?\Z")
FOR_SIGNATURE: Final = re.compile(
    r"\s+(?:for|to)\s+(?:signature|accession)\b|\s+by\s+(?:Mrs?|Ms)\b|\s+at\s+\d"
)
_DONE: Final = re.compile(r"(?:was|were|has|have|had|been)\b")
_TO_BE: Final = re.compile(r"(?:should|could|may|might|would|can|must|be|to)\b|.*\bto\s+be")


def last_cue(text: str, start: int, end: int) -> str:
    """The force of the last cue between two offsets; "" where there is none."""
    last, force = -1, ""
    window = text[max(start, end - 700) : end]
    for name, pattern in _CUES:
        for found in pattern.finditer(window):
            if found.end() > last:
                last, force = found.end(), name
    return force


def is_done(aux: str) -> bool:
    """Whether an auxiliary tells of something done, whatever governs it."""
    return _DONE.match(aux) is not None


def force_at(aux: str, cue: str, governing: str) -> str:
    """The force of an event whose frame does not fix it; "" where only its wording itself tells.

    ``aux`` is the auxiliary of its wording, ``cue`` what ``last_cue`` found, ``governing`` the
    force of the governing verb ("" for none).
    """
    if is_done(aux):
        return REPORTED
    if cue or governing:
        return cue or governing
    if aux:
        return REQUESTED if _TO_BE.match(aux) else DECIDED
    return ""
