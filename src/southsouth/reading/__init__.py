"""One document: what it says, from its bytes to its events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from southsouth.lazily import handed_on

if TYPE_CHECKING:
    from southsouth.reading.link_check import check_paths as check_paths
    from southsouth.reading.paths import collect_files as collect_files
    from southsouth.reading.reader import Reading as Reading
    from southsouth.reading.reader import read_document as read_document
    from southsouth.reading.reader import read_path as read_path

__all__ = [
    "Reading",
    "check_paths",
    "collect_files",
    "read_document",
    "read_path",
]

__getattr__ = handed_on(
    __name__,
    {
        "Reading": "southsouth.reading.reader",
        "check_paths": "southsouth.reading.link_check",
        "collect_files": "southsouth.reading.paths",
        "read_document": "southsouth.reading.reader",
        "read_path": "southsouth.reading.reader",
    },
)
