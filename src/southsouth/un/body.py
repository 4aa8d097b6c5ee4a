"""What one knows of a body that passes texts without a series of symbols of their own. Pure.

Such a text has no symbol to be resolved to: it is cited as its body and its number, "UN-Habitat
Governing Council 24/10". A body is one row of `bodies_of_the_un`, `bodies_of_agencies` or
`bodies_outside`; what is asked of the rows stands in `bodies`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from southsouth.un.sessions import Calendar, unknown

#: Forms of numbers, as whole printed numbers: "24/10", "2014/17", "574 (XXVII)", "X/2", "12".
BY_SESSION: Final = r"\d{1,3}/\d{1,3}(?:\s[A-Z])?"
BY_YEAR: Final = r"(?:19|20)\d\d/\d{1,3}(?:\s[A-Z])?"
ROMAN_BEHIND: Final = r"\d{1,4}(?:\s[A-Z])?\s\([IVXLC]+\)"
ROMAN_BEFORE: Final = r"(?:SS\.)?[IVXLC]+/\d{1,3}(?:\s[A-Z])?"


@dataclass(frozen=True, slots=True)
class Body:
    """A body that passes resolutions or decisions.

    ``handle`` names it, ``label`` is how a reference names it, ``name`` its full name without an
    article, ``short`` how a text calls it once it was named. ``words`` is a pattern of its names,
    where there are more than the full one; it begins with letters, so that it is found fast.
    ``numbers`` is a pattern of the numbers of its texts, ``tells`` says that nobody else's are like
    them, ``sessions`` which sessions can be.
    ``speaks`` is a pattern of the beginnings of symbols of documents in which it speaks itself,
    ``home`` of those in which its short name means it. ``example`` is a sentence that names one of
    its texts, ``cites`` the reference that the sentence makes; ``source`` is the document that
    established it, or its official site; "(not checked)" behind it says that neither the shared
    documents nor a public page was found that confirms it.
    """

    handle: str
    label: str
    name: str
    short: str
    numbers: str
    example: str
    cites: str
    source: str
    words: str = ""
    tells: bool = False
    sessions: Calendar = unknown
    speaks: str = ""
    home: str = ""

    @property
    def pattern(self) -> str:
        """A pattern of its names in English."""
        full = re.escape(self.name).replace(r"\ ", r"\s+")
        return f"{full}|{self.words}" if self.words else full
