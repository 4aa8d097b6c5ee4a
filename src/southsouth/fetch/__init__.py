"""Getting documents of the United Nations by symbol, politely. See docs/fetching.md.

``fetch`` is the whole of it; ``ACCESS_POINTS`` says where it asks, ``SERIES_LISTS`` which symbols
belong to a series, ``Settings`` how patiently it goes about it. Imported only where it is used:
httpx is heavy.
"""

from southsouth.fetch.points import ACCESS_POINTS, LANGUAGES, AccessPoint
from southsouth.fetch.run import Outcome, Status, fetch
from southsouth.fetch.series_lists import SERIES_LISTS, series_symbols
from southsouth.fetch.settings import Settings

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
