"""The table of frames, and the wordings that go on an event. Pure data; see ``frame``."""

from __future__ import annotations

import re
from typing import Final

from southsouth.reading.instruments.frame import Frame
from southsouth.reading.instruments.frames_of_names import NAMES
from southsouth.reading.instruments.frames_of_things import THINGS

#: All rows; where two of one family overlap, the first wins.
FRAMES: Final[tuple[Frame, ...]] = (*NAMES, *THINGS)

#: After an event with "as": "the Commission as the preparatory body and the Council as the …".
FURTHER: Final = re.compile(r",?\s+and\s+(?=the\s)")
#: After an event with a list: "the establishment of the Office and of a working group".
AND_OF: Final = re.compile(r"(?:,?\s+and|,?\s+as\s+well\s+as|,)\s+(?:of\s+)?(?=(?:the|an?)\s)")
#: A second new name: "…, and most recently into the Wells Office".
AND_THEN: Final = re.compile(
    r"\s+and\s+(?:(?:most\s+recently|subsequently|later|then|finally)\s+)(?:renamed\s+)?"
    r"(?:into|to|as)\s+"
)

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
