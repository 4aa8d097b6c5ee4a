"""Frames: the wordings in which an event is stated, one row each. Pure data.

A frame's pattern has named groups for its roles: ``subject`` (the thing it happens to, under its
old name), ``new`` (the new name), ``role`` (what it is designated as), ``place`` (where it is
included), ``actor`` (who did it), ``day``, ``session``, ``item``. ``{name}`` in a pattern stands
for a proper name, ``{thing}`` for a name or a word that points back to one ("it", "the Fund").

``force`` is "" where the governing verb decides ("invites … to rename" requests, "decides to
rename" decides) and ``reported`` where the words tell of something done. Every row has an example
in our own words with the roles that it must find there; tests run them all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from southsouth.dates import MONTHS

_CAP: Final = r"[A-ZÉÀÂÎÔ](?:[\w'’]|\.(?=\w))*(?:-[\w'’]+)*"
_LINK: Final = (
    r"(?:of|for|the|on|in|and|to|among|with|against|at|its|by|from|into|under|between|de|la|le"
    r"|du|des|del|el|&)"
)
_NAME: Final = (
    rf"[“\"]?(?:{_CAP})(?:(?!,?\s+and\s+the\b|,?\s+the\b),?\s+(?:{_LINK}\s+){{0,4}}"
    rf"(?:{_CAP}|\d{{4}}(?:[-–]\d{{4}})?)){{0,40}}[”\"]?"
)
_THING: Final = rf"(?:(?:the|The|a|an|its|this|that)\s+(?:said\s+|present\s+)?)?(?:{_NAME})|\bit\b"
_ASIDE: Final = r"(?:,\s+(?:which|established|created|set\s+up)\b[^;]*?,)?"
_DAY: Final = rf"\d{{1,2}}\s+(?:{'|'.join(MONTHS)})"


@dataclass(frozen=True, slots=True)
class Frame:
    """One wording of one kind of event."""

    kind: str
    pattern: str
    force: str
    example: str
    roles: tuple[tuple[str, str], ...]


FRAMES: Final = (
    Frame(
        "rename",
        r"\b[Rr]enam(?:e|es|ing)\s+(?P<subject>{thing}){aside},?\s+(?:as\s+|to\s+)?"
        r"(?:the\s+)?(?P<new>{name})", "",
        "Invites the Programme to rename the Voluntary Fund for Wells, which was set up in 1990, "
        "as the United Nations Fund for Water",
        (("subject", "the Voluntary Fund for Wells"), ("new", "United Nations Fund for Water")),
    ),
    Frame(
        "rename",
        r"\b[Rr]e-?designat(?:e|es|ing)\s+(?P<subject>{thing}){aside}\s+as\s+(?:the\s+)?"
        r"(?P<new>{name})", "",
        "Decides to redesignate the Special Fund for Lakes as United Nations Fund for Rivers",
        (("subject", "the Special Fund for Lakes"), ("new", "United Nations Fund for Rivers")),
    ),
    Frame(
        "rename",
        r"\b[Cc]hang(?:e|es|ing)\s+the\s+(?:name|title)\s+of\s+(?P<subject>{thing}){aside}"
        r"\s+(?:to|into)\s+(?:that\s+of\s+)?(?:the\s+)?(?P<new>{name})", "",
        "decides to change the name of the Committee to High-level Committee on Wells",
        (("subject", "the Committee"), ("new", "High-level Committee on Wells")),
    ),
    Frame(
        "rename",
        r"(?P<subject>{thing}){aside}\s+(?:shall|will|should)\s+"
        r"(?:henceforth\s+|hereafter\s+)?be\s+(?:renamed|known\s+as|called|redesignated(?:\s+as)?)\s+(?:as\s+)?(?:the\s+)?"
        r"(?P<new>{name})", "",
        "Decides that the Special Fund for Lakes shall henceforth be known as the Fund for Rivers",
        (("subject", "the Special Fund for Lakes"), ("new", "Fund for Rivers")),
    ),
    Frame(
        "rename",
        r"(?P<subject>{thing}),?\s+(?:which\s+)?(?:was|were|has\s+been|had\s+been)\s+"
        r"(?:subsequently\s+|later\s+)?(?:renamed|redesignated)(?:\s+as)?\s+(?:the\s+)?(?P<new>{name})",
        "reported",
        "Recalling that the Special Fund for Lakes was renamed the Fund for Rivers",
        (("subject", "the Special Fund for Lakes"), ("new", "Fund for Rivers")),
    ),
    Frame(
        "designate",
        r"(?<!re)(?<!re-)\b[Dd]esignat(?:e|es|ing)\s+(?P<subject>{thing})\s+as\s+"
        r"(?P<role>[^;.]+)", "",
        "Invites the Programme to designate it as the main fund for wells;",
        (("subject", "it"), ("role", "the main fund for wells")),
    ),
    Frame(
        "establish",
        r"(?P<subject>{name}),?\s+(?:which\s+(?:was|were)\s+)?"
        r"(?:established|set\s+up|created)\s+(?:in\s+accordance\s+with|under|pursuant\s+to|by|in)\s+"
        r"(?=[^;,]{0,80}?(?:resolution|decision)\b)", "reported",
        "the Voluntary Fund for Wells, which was established in accordance with resolution 1/2",
        (("subject", "Voluntary Fund for Wells"),),
    ),
    Frame(
        "include",
        r"\binclude\s+(?P<subject>{thing})\s+in\s+(?P<place>(?:the\s+(?:same\s+)?){name})",
        "",
        "decides to include the Voluntary Fund for Wells in the Pledging Conference for Water",
        (("subject", "the Voluntary Fund for Wells"),
         ("place", "the Pledging Conference for Water")),
    ),
    Frame(
        "proclaim",
        r"\b(?:[Dd]eclare|[Pp]roclaim|[Oo]bserve|[Dd]esignate)s?\s+(?P<day>{day})"
        r"(?:,[^;]*?,)?\s+as\s+(?:the\s+)?(?P<subject>{name})", "",
        "Decides to declare 3 May, the date of the opening, as the World Day of Wells",
        (("day", "3 May"), ("subject", "World Day of Wells")),
    ),
    Frame(
        "adopt",
        r"(?P<subject>{name}),?\s+adopted\s+by\s+(?P<actor>the\s+(?:[a-z]+\s+)?{name})",
        "reported",
        "contained in the Lima Programme of Action adopted by the first Wells Summit",
        (("subject", "Lima Programme of Action"), ("actor", "the first Wells Summit")),
    ),
    Frame(
        "endorse",
        r"\b[Ee]ndors(?:e|es|ing)\s+the\s+(?P<subject>{name})", "",
        "Decides to endorse the Lima Consensus, which is annexed",
        (("subject", "Lima Consensus"),),
    ),
    Frame(
        "endorse",
        r"\bin\s+which\s+it\s+endorsed\s+the\s+(?P<subject>{name})", "reported",
        "Recalling its resolution 1/2, in which it endorsed the Lima Plan of Action,",
        (("subject", "Lima Plan of Action"),),
    ),
    Frame(
        "strengthen",
        r"\bstrengthen\s+(?:further\s+)?the\s+(?P<subject>{name})", "",
        "to consider measures to strengthen further the Special Unit for Wells within",
        (("subject", "Special Unit for Wells"),),
    ),
    Frame(
        "agenda",
        r"\binclude\s+in\s+the\s+provisional\s+agenda\s+of\s+its\s+"
        r"(?P<session>[a-z]+(?:-[a-z]+)?)\s+session[^;]*?\s(?:sub-)?item\s+entitled\s+"
        r"[“\"](?P<item>[^”\"]+)[”\"](?!,\s+the\s+sub-item|,\s+a\s+sub-item)", "",
        "Decides to include in the provisional agenda of its second session a sub-item entitled "
        "“Wells”, and",
        (("session", "second"), ("item", "Wells")),
    ),
    Frame(
        "report",
        r"\b(?:submit|present)\s+(?:to\s+(?:it|the\s+{name})\s*,?\s+)?"
        r"(?:at|for\s+consideration\s+at|during)\s+(?:that|its\s+(?P<session>[a-z]+(?:-[a-z]+)?))\s+"
        r"session,?\s+(?:[^;.]{0,120}?\s)?(?:a|the)\s+(?:[a-z]+\s+){0,3}reports?\b", "",
        "requests the Secretary-General to submit at its second session a full report",
        (("session", "second"),),
    ),
)  # fmt: skip


@cache
def compiled(frame: Frame) -> re.Pattern[str]:
    """The frame's pattern with its placeholders filled in."""
    pattern = frame.pattern
    for placeholder, value in (
        ("{name}", _NAME), ("{thing}", _THING), ("{aside}", _ASIDE), ("{day}", _DAY),
    ):  # fmt: skip
        pattern = pattern.replace(placeholder, f"(?:{value})")
    return re.compile(pattern)


#: What an event leaves as it was: handle, label, and the words that say so after "maintaining its"
#: or "with no change in its".
ASPECTS: Final = (
    ("mandate", "mandate", r"mandate"),
    ("voluntary-nature", "voluntary nature", r"voluntary\s+nature"),
    ("scope-of-activities", "scope of activities", r"scope\s+of\s+(?:its\s+)?activities"),
    ("functions", "functions", r"functions"),
    ("membership", "membership", r"membership|composition"),
)

PRESERVING: Final = re.compile(
    r",?\s+(?:while\s+(?:maintaining|retaining|preserving)|with(?:out|\s+no)\s+(?:any\s+)?change"
    r"(?:s)?\s+(?:in|to))\s+(?:its|their|the)\s+[^,;.]*"
)
#: "as long as it exists": what was decided lasts while its subject does.
WHILE_EXISTS: Final = re.compile(r",?\s+(?:for\s+)?as\s+long\s+as\s+it\s+exists")
