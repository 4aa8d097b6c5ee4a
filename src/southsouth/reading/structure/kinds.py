"""Kinds and roles of blocks by plain names.

Members of an enumeration are slow to come by on CPython 3.11, a sixth of a microsecond each, and
these are asked for at every block of a document.
"""

from __future__ import annotations

from typing import Final

from southsouth.reading.documents.model import BlockKind, Role

FRONT: Final = BlockKind.FRONT
FORMULA: Final = BlockKind.FORMULA
PREAMBULAR: Final = BlockKind.PREAMBULAR
OPERATIVE: Final = BlockKind.OPERATIVE
PARAGRAPH: Final = BlockKind.PARAGRAPH
POINT: Final = BlockKind.POINT
ANNEX_TEXT: Final = BlockKind.ANNEX_TEXT
HEADING: Final = BlockKind.HEADING
ROW: Final = BlockKind.ROW
NOISE: Final = BlockKind.NOISE
CLOSING: Final = BlockKind.CLOSING

HEADING_ROLE: Final = Role.HEADING
ROW_ROLE: Final = Role.ROW
FOOTNOTE_ROLE: Final = Role.FOOTNOTE
