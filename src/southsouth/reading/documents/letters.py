"""Letters that fonts put where no letters are."""

from __future__ import annotations

from typing import Final

#: The letters of bar codes, which a font of symbols has beyond all alphabets.
BARS: Final = {0xF000 + code: code for code in range(0x20, 0x7F)}
