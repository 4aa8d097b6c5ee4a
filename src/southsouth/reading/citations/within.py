"""Names of instruments that stand within another name: a document's title, a body's name. Pure.

"Its resolution entitled “Wells for the Plan of Action on Water”" cites its own resolution and not
the plan; "the Meeting of the Parties to the Agreement on Springs" is a body.
"""

from __future__ import annotations

import re
from typing import Final

_REACH: Final = 400
_TITLED: Final = re.compile(
    r"(?:\b(?:entitled|titled|theme|themes|topic|title|item|sub-item|called|named|on)"
    r"|\b(?:theme|topic|title|item)\s+of)\s*,?\s*\Z"
)
#: The title is the instrument's own: "Transforming our world: the Plan of Action".
_OWN_TITLE: Final = re.compile(r"(?:[^:“”]{3,60}:\s+)?(?:[Tt]he\s+)?\Z")
_BODY: Final = re.compile(
    r"(?:\b(?:Conference|Meeting|meeting)\s+of\s+(?:the\s+)?(?:States\s+)?Parties\s+to\s+(?:the\s+)?"
    r"|\b(?:Committee|Commission|Board|Secretariat|secretariat|Working\s+Group|Task\s+Force|Panel"
    r"|Forum|Fund|Council|Executive\s+Secretary|Governing\s+Body|Assembly\s+of\s+States\s+Parties)"
    r"\s+(?:of|on|for|to|under)\s+(?:the\s+)?)\Z"
)


def is_within_name(text: str, start: int, end: int) -> bool:
    """Whether the name at ``text[start:end]`` is part of a document's title or of a body's name.

    >>> words = "the secretariat of the Plan of Action on Wells"
    >>> is_within_name(words, words.index("Plan"), len(words))
    True
    """
    before = text[max(start - _REACH, 0) : start]
    return _BODY.search(before) is not None or _is_within_title(before, text, end)


def _is_within_title(before: str, text: str, end: int) -> bool:
    opening = before.rfind("“")
    if opening < 0 or "”" in before[opening:] or not _TITLED.search(before[:opening]):
        return False
    closes = text[end : end + 1] in {"”", ","} and text[end : end + 2].rstrip("”,") == ""
    return not (closes and _OWN_TITLE.fullmatch(before[opening + 1 :]))
