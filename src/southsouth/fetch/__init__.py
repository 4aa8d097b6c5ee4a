"""A client of the United Nations' public access points. See docs/fetching.md.

``fetch`` is the whole of it; ``ACCESS_POINTS`` says where it asks, ``SERIES_LISTS`` which symbols
belong to a series, ``Settings`` how patiently it goes about it. Imported only where it is used:
httpx is heavy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from southsouth.lazily import callable_package, handed_on

if TYPE_CHECKING:
    from southsouth.fetch.points import ACCESS_POINTS as ACCESS_POINTS
    from southsouth.fetch.points import LANGUAGES as LANGUAGES
    from southsouth.fetch.points import AccessPoint as AccessPoint
    from southsouth.fetch.run import Outcome as Outcome
    from southsouth.fetch.run import Status as Status
    from southsouth.fetch.run import fetch as fetch
    from southsouth.fetch.series_lists import SERIES_LISTS as SERIES_LISTS
    from southsouth.fetch.series_lists import series_symbols as series_symbols
    from southsouth.fetch.settings import Settings as Settings

__all__ = [
    "ACCESS_POINTS",
    "LANGUAGES",
    "SERIES_LISTS",
    "AccessPoint",
    "Outcome",
    "Settings",
    "Status",
    "fetch",
    "series_symbols",
]

__getattr__ = handed_on(
    __name__,
    {
        "ACCESS_POINTS": "southsouth.fetch.points",
        "AccessPoint": "southsouth.fetch.points",
        "LANGUAGES": "southsouth.fetch.points",
        "Outcome": "southsouth.fetch.run",
        "SERIES_LISTS": "southsouth.fetch.series_lists",
        "Settings": "southsouth.fetch.settings",
        "Status": "southsouth.fetch.run",
        "fetch": "southsouth.fetch.run",
        "series_symbols": "southsouth.fetch.series_lists",
    },
)
callable_package(__name__, "southsouth.fetch.run:fetch")
