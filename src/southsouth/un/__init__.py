"""What one knows before reading: symbols, organs, dates, numerals, States. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from southsouth.lazily import handed_on

if TYPE_CHECKING:
    from southsouth.un.dates import parse_date as parse_date
    from southsouth.un.organ import Organ as Organ
    from southsouth.un.organs import ORGANS as ORGANS
    from southsouth.un.organs import can_have_adopted as can_have_adopted
    from southsouth.un.organs import organ_named as organ_named
    from southsouth.un.symbol_series import SERIES as SERIES
    from southsouth.un.symbols import Symbol as Symbol
    from southsouth.un.symbols import guess_symbol as guess_symbol
    from southsouth.un.symbols import parse_symbol as parse_symbol

__all__ = [
    "ORGANS",
    "SERIES",
    "Organ",
    "Symbol",
    "can_have_adopted",
    "guess_symbol",
    "organ_named",
    "parse_date",
    "parse_symbol",
]

__getattr__ = handed_on(
    __name__,
    {
        "ORGANS": "southsouth.un.organs",
        "Organ": "southsouth.un.organ",
        "SERIES": "southsouth.un.symbol_series",
        "Symbol": "southsouth.un.symbols",
        "can_have_adopted": "southsouth.un.organs",
        "guess_symbol": "southsouth.un.symbols",
        "organ_named": "southsouth.un.organs",
        "parse_date": "southsouth.un.dates",
        "parse_symbol": "southsouth.un.symbols",
    },
)
