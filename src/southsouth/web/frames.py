"""What the server and a worker say to each other over the worker's pipes.

A frame is one letter, the length of what follows in four bytes, and that. To the worker goes a
job (JSON); back come a head (JSON: status, media type, headers), pieces of the body, and the end,
or a failure (JSON: status, message), which after a head means that the answer broke off.
"""

from __future__ import annotations

import struct
from typing import Final

READY: Final = b"R"
JOB: Final = b"J"
HEAD: Final = b"H"
DATA: Final = b"D"
END: Final = b"E"
FAILURE: Final = b"F"
_PREFIX: Final = struct.Struct(">cI")
PREFIX_SIZE: Final = _PREFIX.size


def pack(kind: bytes, body: bytes = b"") -> bytes:
    """A frame as bytes."""
    return _PREFIX.pack(kind, len(body)) + body


def unpack(prefix: bytes) -> tuple[bytes, int]:
    """The kind of a frame and how many bytes follow."""
    kind, length = _PREFIX.unpack(prefix)
    return kind, length
