"""A frame: one wording in which an event is stated, with the macros of the patterns. Pure data.

A pattern is literals (regular expressions) with slots between them, each filled by a phrase (see
``phrases``): ``{subject}`` what it happens to, under its old name; ``{new}`` the new name, or what
succeeds it; ``{actor}`` who did it; ``{place}`` where it is included. Named groups of the literals
hold the rest: ``role``, ``when``, ``session``, ``item``, and ``aux``, the auxiliary that says
whether it has happened ("was"), happens ("shall be") or should. ``{UPPER}`` is a macro.

``force`` is "" where the governing verb or the words before decide ("invites … to rename" requests,
"decides to rename" decides), ``reported`` where the words tell of something done. ``needs`` names
the roles whose head noun must be that of an institution or an instrument (see ``heads``). A part
is searched only where it holds one of the ``keys`` (lower case, "|" between them), each at the
beginning of a word.

Two columns say where in such a part the search is worth while, written like the keys, and add no
meaning: ``begins`` are the beginnings of the words that every trigger begins with, so that it is
tried there and nowhere else; ``passive`` the beginnings of the participles of which every trigger
holds one right behind ``{BE}{ADV}``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from southsouth.un.dates import MONTHS

_MONTH: Final = rf"(?:{'|'.join(MONTHS)})"

MACROS: Final[dict[str, str]] = {
    "ADV": r"(?:\s+(?:also|further|hereby|henceforth|hereafter|thereafter|subsequently|later|then"
    r"|officially|jointly|now|recently|administratively|gradually|fully|eventually|strengthened"
    r"\s+and))*",
    "BE": r"(?P<aux>(?:shall|will|would|should|could|may|might|can|must|to)(?:\s+henceforth"
    r"|\s+now)?(?:,\s+[a-z]+,)?\s+be|(?:is|are)\s+(?:being|to\s+be|hereby)|(?:was"
    r"|were)(?:\s+later|\s+subsequently)?"
    r"\s+to\s+be|is|are|was|were|has\s+(?:also\s+)?been|have\s+(?:also\s+)?been|had\s+been|be"
    r"|been|being)",
    "WHICH": r",?(?:\s+(?:which|that))?",
    "AS": r"\s+(?:as|to|into)\s+",
    "RENAMED": r"(?:renamed|re-?designated|retitled)",
    "INTO": r"\s+(?:as|into)\s+",
    "TRANSFORM": r"\b(?:[Tt]ransform|[Rr]econstitut|[Rr]econfigur|[Ee]levat)",
    "DATE": rf"\d{{1,2}}(?:\s+to\s+\d{{1,2}})?\s+{_MONTH}(?:\s+of\s+(?:each|every)\s+year)?"
    rf"|the\s+(?:first|second|third|fourth|last)\s+[A-Z][a-z]+day\s+(?:of|in)\s+{_MONTH}"
    r"(?:\s+(?:of|in)\s+(?:each|every)\s+year|\s+every\s+year)?",
    "YEARS": r"(?:the\s+(?:calendar\s+)?(?:year|period|decade)\s+)?(?:from\s+"
    r"|beginning\s+)?(?:in\s+)?"
    r"(?:19|20)\d\d(?:\s*(?:[-–]|to|and)\s*(?:(?:19|20)\d\d|\d\d))?",
    "WHEN": r"(?P<when>{DATE}|{YEARS})(?:,[^;]{1,200}?,)?",
    "PROCLAIM": r"(?:[Dd]eclar|[Pp]roclaim|[Oo]bserv|[Dd]esignat|[Cc]elebrat|[Rr]ecogni[sz])",
    "FOUND": r"(?:[Ee]stablish|[Cc]reat|[Ii]nstitut|[Cc]onstitut)",
    "FOUNDED": r"(?:established|created|set\s+up|instituted|constituted|founded|launched)",
    "FOUNDING": r"(?:[Ee]stablishment|[Cc]reation|[Ff]ormation|[Ss]etting\s+up|[Ll]aunch(?:ing)?"
    r"|[Ff]ounding|[Ii]nstitution)",
    "END": r"(?:[Dd]issol(?:v)|[Aa]bolish|[Dd]iscontinu|[Dd]isband|[Ll]iquidat)",
    "MERGE": r"\b(?:[Mm]erg|[Cc]onsolidat|[Ii]ntegrat|[Aa]malgamat)",
    "REPLACE": r"(?:replac|supersed|succeed)",
}


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One wording of one kind of event."""

    kind: str
    keys: str
    pattern: str
    example: str
    roles: tuple[tuple[str, str], ...]
    force: str = ""
    needs: str = ""
    tight: bool = False  # whether each literal stands right behind the phrase before it
    begins: str = ""
    passive: str = ""


FUND: Final = "Voluntary Fund for Wells"
NEW: Final = "Fund for Water"
SUBJECT_AND_NEW: Final = (("subject", FUND), ("new", NEW))
