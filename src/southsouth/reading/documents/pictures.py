"""Pictures, told by how their bytes begin."""

from __future__ import annotations

from typing import Final

_KINDS: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)


def is_picture(data: bytes) -> str:
    """The media type of a picture; "" for other data."""
    return next((kind for head, kind in _KINDS if data.startswith(head)), "")
