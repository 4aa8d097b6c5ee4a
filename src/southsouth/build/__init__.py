"""Files in, store out: what is new is read, its graphs replaced, what follows derived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from southsouth.lazily import callable_package, handed_on

if TYPE_CHECKING:
    from southsouth.build.check import Sound as Sound
    from southsouth.build.check import check_store as check_store
    from southsouth.build.in_place import changed_in_place as changed_in_place
    from southsouth.build.pipeline import build as build
    from southsouth.build.pools import processes as processes
    from southsouth.build.pools import spawned_pool as spawned_pool
    from southsouth.build.report import BuildReport as BuildReport
    from southsouth.build.status import Status as Status
    from southsouth.build.status import status_of as status_of

__all__ = [
    "BuildReport",
    "Sound",
    "Status",
    "build",
    "changed_in_place",
    "check_store",
    "processes",
    "spawned_pool",
    "status_of",
]

__getattr__ = handed_on(
    __name__,
    {
        "BuildReport": "southsouth.build.report",
        "Sound": "southsouth.build.check",
        "Status": "southsouth.build.status",
        "build": "southsouth.build.pipeline",
        "check_store": "southsouth.build.check",
        "changed_in_place": "southsouth.build.in_place",
        "processes": "southsouth.build.pools",
        "spawned_pool": "southsouth.build.pools",
        "status_of": "southsouth.build.status",
    },
)
callable_package(__name__, "southsouth.build.pipeline:build")
