"""What the blocks of a document look like: the patterns by which ``classify`` tells them apart.

The forms are those of the official documents and of the volumes of resolutions (UN Editorial
Manual, "Resolutions"; the annual "Resolutions and Decisions" of the organs).
"""

from __future__ import annotations

import re
from typing import Final

FORMULA: Final = re.compile(
    r"[“\"]?(?:The\s+(?:[A-Z][\w'-]*\s+(?:(?:and|of|for|the|on|in)\s+)*){0,8}"
    r"(?:Assembly|Council|Commission|Committee|Conference|Forum|Authority|Board|Parties)"
    r"(?:(?:\s+(?:and|of|for|the|on|in|to))*\s+[A-Z][\w'-]*)*"
    r"|THE\s+(?:[A-Z]+\s+){1,6}?(?:ASSEMBLY|COUNCIL|COMMISSION)"
    r"|L[’']Assemblée\s+générale|Le\s+Conseil\s+(?:de\s+sécurité|économique\s+et\s+social))"
    r"(?P<comma>[,.])?"
)
#: What FORMULA begins with.
FORMULA_BEGINS: Final = frozenset('“"TL')
ANNEX: Final = re.compile(
    r"(?:Annex|ANNEX|Annexe|ANNEXE|Appendix|APPENDIX)(?:\s+(?P<number>[IVX]+|\d{1,3}|[A-Z]))?\*?"
    r"(?:\s+to\s+the\s+(?:identical\s+)?(?:letters?|notes?)\s[^.;]{5,200}?)?"
    r"(?:\s*[\n:.]\s*(?P<title>[^.;]{3,200}(?<!\s\d)(?<!\s\d\d)(?<!\s\d\d\d)))?"
)
#: A line of a table of contents.
CONTENTS_ROW: Final = re.compile(r"(?:\.\s?){5,}\s*(?:\d+|[ivx]+)?\s*(?:\Z|\n)")
LETTER: Final = re.compile(r"[A-Z]")
NUMBER: Final = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3})*|l)\s?\.\s+(?=\S)|(?P<budget>\d{1,2}\.\d{1,3})\s+(?=[A-Z])"
)
#: What a misread numeral looks like, where a verb follows: "1, Requests", "I. Requests".
MISREAD: Final = re.compile(r"(?P<number>\d{1,2}|[lIi])\s?(?:[.,;:]|\.,)\s+(?=[A-Z])")
#: The heading of a report's chapter: "I. Opening of the session".
CHAPTER: Final = re.compile(r"(?:[IVX]+|[A-Z])\.\s?[A-Z]")
#: A tab that parts a number from its paragraph, and no cells: "1.\tWelcomes".
LABEL_TAB: Final = re.compile(r"(?:\d{1,3}\.|\([a-z]{1,4}\))\t")
LABEL_LINE: Final = re.compile(
    r"(?:Recommendation|Action|Principle|Recommandation)\s+(?P<number>\d{1,3})[:.]\s+(?=\S)"
)
POINT: Final = re.compile(
    r"(?P<number>\((?:[a-zA-Z]|[a-z]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5}|\d{1,2})\)"
    r"|(?P<bullet>[•●▪◦·–—-](?=\s)))\s*(?=\S)"
)
NOISE: Final = re.compile(
    r"[\W_]*|\d{1,4}|[-–—]+\s*\d{1,4}(?:\s*[-–—]+)?|\d{1,3}/\d{1,3}|[Pp]age\s+\d{1,4}"
    r"|(?:General\s+Assembly|Economic\s+and\s+Social\s+Council|Security\s+Council)\s*[—–-]\s*[\w-]+\s+[Ss]ession"
)
#: Letters that NOISE begins with; any other letter begins no noise.
NOISE_LETTERS: Final = frozenset("pPGES")
#: The title of the next resolution on a page that holds several.
NEXT_TITLE: Final = re.compile(
    r"(?:\d{1,4}(?:\s+[A-Z])?\s*\((?:ES-|S-)?[IVXLC]+\)|\d{2,4}/\d{1,3})\.(?:\s+[A-Z“][^;]{3,300})?"
    r"|Resolution\s+\d{1,4}\s+\((?:19|20)\d\d\)"
)
#: Words that both MEETING_LINE and the front matter's pattern of a meeting hold one of.
MEETING_WORDS: Final = ("meeting", "séance")
#: A date that stands alone, as the closing lines have it; also in the French half of a page.
DATE_LINE: Final = re.compile(
    r"(?:le\s+)?\d{1,2}(?:er)?\s+(?:[A-Z][a-z]+|[a-zéû]+),?\s+(?:18|19|20)\d\d\.?"
)
MEETING_LINE: Final = re.compile(
    r"(?:(?:\d+(?:st|nd|rd|th)|[A-Z][a-z-]+)\s+(?:\(?resumed\)?\s+)?(?:plenary\s+)?meeting"
    r"|\d+(?:ère|[eè]me|e)\s+séance(?:\s+plénière)?)"
    r"(?:\s+\(resumed\))?[,.]?(?:\s+(?:le\s+)?\d{1,2}\s+\w+\s+\d{4}\.?)?"
)
#: The heading of an article, rule or chapter of an attached text.
ARTICLE: Final = re.compile(
    r"(?:Article|ARTICLE|Rule|RULE|Chapter|CHAPTER|Part|PART)\s+(?:[IVXL]+|\d{1,3})\b[^;]{0,120}"
)
#: The heading under which a volume prints what an organ decided without a resolution.
DECISIONS: Final = re.compile(r"(?:Other\s+)?Decisions?", re.IGNORECASE)
#: What a paragraph announces at its end whose numbered paragraphs are those of another text.
ATTACHES: Final = re.compile(
    r"\b(?:terms\s+of\s+reference|statutes?|regulations|rules(?:\s+of\s+procedure)?|mandat"
    r"|règlement|statuts?)\b[^.;]{0,120}:$"
)
#: A paragraph by which a volume of decisions reports what was done at a meeting.
REPORTED: Final = re.compile(
    r"At\s+its\s+[\w()-]+(?:\s+\(\w+\))?\s+(?:plenary\s+)?meeting", re.IGNORECASE
)
ROW: Final = re.compile(
    r"(?!\d+\.\s|\()[^\n]{1,150}?(?:[. ]{5,}|\s)[($]*[\d.,–—-]*[\d–—]\)?[a-z*]?"
)
SURE_ROW: Final = re.compile(r"[^\n]{1,150}(?:\.{5,}\s*\d+|[^\d.;:]\s\(?\d{1,3}(?:,\d{3})+\)?)")
#: How every row ends.
ROW_ENDS: Final = re.compile(r"[\d–—]\)?[a-z*]?\Z")
CLOSING: Final = re.compile(
    r"\[?(?:(?:Resolution\s+)?adopted\s+(?:unanimously|without\s+a\s+vote|by|at)\b|meeting\b|vote\b"
    r"|in\s+favour|against|abstaining|abstentions?|the\s+voting\s+was|the\s+result\s+of\s+the\s+vote"
    r"|adopted\.|done\s+at\b|in\s+witness\s+whereof)",
    re.IGNORECASE,
)
SPEAKER: Final = re.compile(
    r"[“\"]?(?:The\s+(?:(?:[A-Z][\w-]*\s+){0,4}?(?:Assembly|Council|Commission|Conference))\s+)?"
)
#: What SPEAKER begins with, where it matches more than nothing.
SPEAKER_BEGINS: Final = frozenset('“"T')
PREAMBULAR_ENDS: Final = (",", ";", ", and", "; and", ":")
ENDS: Final = (".", ",", ";", ":", "?", "!", ".”", ",”", ";”", "…")
HEADING_LENGTH: Final = 260
LINE_LENGTH: Final = 160
LIST_LINE: Final = 200
LIST_TITLE: Final = re.compile(r"(?:Lists?|Members?|Participants?|Composition)\b", re.IGNORECASE)
LEAD_LENGTH: Final = 45
LIST_LENGTH: Final = 5
