"""The wordings that qualify an event: what it leaves as it was, how long it lasts. Pure data."""

from __future__ import annotations

import re
from typing import Final

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
#: What an event depends on.
UPON: Final = re.compile(
    r",?\s+(?:subject\s+to|upon|provided\s+that|on\s+the\s+condition\s+that|following|pending)\s+"
    r"(?:the\s+|a\s+|its\s+)?[^,;.]{4,160}"
)
