"""From a source file to a Document: text, blocks and footnotes. The readers live here."""

from __future__ import annotations

from southsouth.reading.documents.model import Block, Document, FootnoteMark, Role, SourceMap
from southsouth.reading.documents.read import check_file, read, read_bytes, read_file

__all__ = [
    "Block",
    "Document",
    "FootnoteMark",
    "Role",
    "SourceMap",
    "check_file",
    "read",
    "read_bytes",
    "read_file",
]
