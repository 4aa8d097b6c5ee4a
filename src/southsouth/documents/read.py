"""Opening source files: bytes → Document, with one clear error for each thing that can be wrong."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

from southsouth.documents.markdown import read_markdown
from southsouth.documents.model import Document
from southsouth.documents.text import text_blocks
from southsouth.errors import DocumentError

#: Suffixes that ``build`` collects from a folder.
SUFFIXES: Final = (".txt", ".md", ".markdown")

_BINARY: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKDOWN: Final = re.compile(
    r"^\ufeff?#{1,6} \S|<sup>\w|\[\^\w+\]|(?<![*\w])\*[A-Z][^*\n]{2,60}\*(?!\w)", re.MULTILINE
)


def _decode(data: bytes, place: str) -> str:
    if not data.strip():
        raise DocumentError(place, "the file is empty", "give a file with the document's text")
    if _BINARY.search(data[:65536]):
        raise DocumentError(
            place, "a binary file", "southsouth reads text and Markdown; convert it first"
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{place}, byte {error.start}",
            f"not UTF-8 (0x{data[error.start]:02x})",
            "save the file as UTF-8",
        ) from error


def read_bytes(data: bytes, name: str) -> Document:
    """The document that ``data`` holds; ``name`` is used in messages and kept as its file name.

    Text or Markdown is told from the content. Raises DocumentError for empty, binary and
    undecodable data.
    """
    source = _decode(data, name)
    # a file name need not be UTF-8; the graph is
    file_name = Path(name).name.encode("utf-8", "replace").decode()
    sha256 = hashlib.sha256(data).hexdigest()
    if _MARKDOWN.search(source):
        text, blocks, marks, source_map = read_markdown(source)
        return Document(file_name, sha256, "text/markdown", text, blocks, marks, source_map)
    return Document(file_name, sha256, "text/plain", source, text_blocks(source))


def read_file(path: Path) -> Document:
    """The document in a file. Raises DocumentError where it is missing or cannot be read."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise DocumentError(str(path), "no such file", "check the path") from error
    except IsADirectoryError as error:
        raise DocumentError(str(path), "a folder", "name the files in it") from error
    except OSError as error:
        raise DocumentError(str(path), str(error.strerror), "check its permissions") from error
    return read_bytes(data, str(path))
