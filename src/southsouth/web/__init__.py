"""The graph as a server: SPARQL Protocol, linked-data pages, the query library as an API.

Whatever touches the store runs in worker processes (``worker``), which can be ended; the server
process holds only HTTP.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from southsouth.lazily import handed_on

if TYPE_CHECKING:
    from southsouth.web.links import ServerLinks as ServerLinks
    from southsouth.web.server import serve as serve
    from southsouth.web.settings import Settings as Settings

__all__ = [
    "ServerLinks",
    "Settings",
    "serve",
]

__getattr__ = handed_on(
    __name__,
    {
        "ServerLinks": "southsouth.web.links",
        "Settings": "southsouth.web.settings",
        "serve": "southsouth.web.server",
    },
)
