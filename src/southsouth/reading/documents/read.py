"""Opening source files: bytes → Document, with one clear error for each thing that can be wrong.

The format is told from the content, never from the suffix: a file called .txt may hold a PDF.
"""

from __future__ import annotations

import hashlib
import re
import stat
from dataclasses import replace
from pathlib import Path
from typing import Final

from southsouth.errors import DocumentError
from southsouth.reading.documents.encodings import decode, without_controls
from southsouth.reading.documents.model import Document
from southsouth.reading.documents.pictures import is_picture
from southsouth.reading.documents.text import read_text
from southsouth.reading.documents.told import told_of, with_told

#: Suffixes that ``build`` collects from a folder.
SUFFIXES: Final = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf", ".xml")
#: More than any UN document has; the longest volume of resolutions is some 20 MB as a PDF.
_LARGEST: Final = 200_000_000
#: Characters of text: some 900 pages. What is longer is many documents in one file.
_LONGEST: Final = 40_000_000
_MOST_BLOCKS: Final = 100_000

_PDF: Final = re.compile(rb"%PDF-\d")
_ZIP_OR_OLE: Final = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
_AKN: Final = re.compile(rb"<(?:\w+:)?akomaNtoso[\s>]")
_HTML: Final = re.compile(
    r"<(?:!doctype\s+html|html[\s>]|(?:head|body|div|table|p|pre|h[1-6])(?:\s[^<>]*)?>)",
    re.IGNORECASE,
)
#: No page begins in the middle of a line.
_STRAY_FORM_FEED: Final = re.compile(r"(?<![\n\f])\f")
_XML: Final = re.compile(r"\s*<\?xml\b")
#: Each with a character that it holds and texts rarely do.
_MARKDOWN: Final = tuple(
    (sign, re.compile(pattern))
    for sign, pattern in (
        ("#", r"\A#{1,6} \S"),
        ("#", r"\n#{1,6} \S"),
        ("<", r"<sup>\w"),
        ("^", r"\[\^\w+\]"),
        ("*", r"\*(?<![*\w]\*)[A-Z][^*\n]{2,60}\*(?!\w)"),
    )
)


def _format(data: bytes, name: str) -> Document:
    head = data[:2048]
    if _PDF.search(head[:1024]):
        from southsouth.reading.documents.pdf import read_pdf

        return read_pdf(data, name)
    if is_picture(data):
        from southsouth.reading.documents.ocr import read_picture

        return read_picture(data, name)
    if data.startswith(_ZIP_OR_OLE):
        from southsouth.reading.documents.docx import read_docx

        return read_docx(data, name)
    if _AKN.search(head):
        from southsouth.reading.documents.akn import read_akn

        return read_akn(data, name)
    return _text_format(decode(data, name), name)


def _bounded(length: int, name: str) -> None:
    if length > _LONGEST:
        raise DocumentError(
            name,
            f"{length / 1e6:.1f} million characters, more than a document has",
            "give one document a file",
        )


def _text_format(source: str, name: str) -> Document:
    # form feeds are written by tools that know pages, and no marks
    paged = _STRAY_FORM_FEED.sub(" ", source) if "\f" in source else source
    source = source.replace("\f", " ")
    head = source[:4096]
    marked = _HTML.search(head)
    if marked is None:
        _bounded(len(source), name)
    if marked is not None and not source[: marked.start()].strip().startswith("#"):
        from southsouth.reading.documents.html import read_html

        return read_html(source, name)
    if _XML.match(head):
        raise DocumentError(
            name,
            "XML that is neither HTML nor Akoma Ntoso",
            "give AKN4UN mark-up or another format",
        )
    markdown = paged == source and any(
        sign in source and pattern.search(source) for sign, pattern in _MARKDOWN
    )
    if markdown:
        from southsouth.reading.documents.markdown import read_markdown

        text, blocks, marks, source_map = read_markdown(source)
    else:
        text, blocks, marks, source_map = read_text(paged)
    media_type = "text/markdown" if markdown else "text/plain"
    return Document(name, "", media_type, text, blocks, marks, source_map)


def read_bytes(data: bytes, name: str) -> Document:
    """The document that ``data`` holds; ``name`` is used in messages and kept as its file name.

    PDF, DOCX, Akoma Ntoso, HTML, Markdown or plain text is told from the content. Raises
    DocumentError for data that are none of them, or broken.
    """
    _check_size(len(data), name)
    document = _format(data, name)
    _bounded(len(document.text), name)
    # pages may write controls as "&#27;", and fonts of PDFs map to anything
    document = replace(document, text=without_controls(document.text))
    if len(document.blocks) > _MOST_BLOCKS:
        raise DocumentError(
            name,
            f"{len(document.blocks):,} paragraphs, more than a document has",
            "give one document a file",
        )
    # a file name need not be UTF-8; the graph is
    file_name = Path(name).name.encode("utf-8", "replace").decode()
    return replace(document, name=file_name, sha256=hashlib.sha256(data).hexdigest())


def check_file(path: Path) -> None:
    """Look at a file before any byte of it is read: a pipe or a device is waited for without end.

    Raises DocumentError for what is no regular file, and for one that is larger than any document.
    """
    try:
        status = path.stat()
    except OSError:
        return  # whoever opens it says why it cannot be
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        raise DocumentError(
            str(path), "a pipe or a device, and no file", "save the document to a file first"
        )
    _check_size(status.st_size, str(path))


def _check_size(size: int, name: str) -> None:
    if size > _LARGEST:
        raise DocumentError(
            name, f"{size / 1e6:.0f} MB, more than a document has", "give one document a file"
        )


def read_file(path: Path) -> Document:
    """The document in a file, with what the table in its folder tells of it (`told`).

    Raises DocumentError where it is missing or cannot be read.
    """
    check_file(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise DocumentError(str(path), "no such file", "check the path") from error
    except IsADirectoryError as error:
        raise DocumentError(str(path), "a folder", "name the files in it") from error
    except OSError as error:
        raise DocumentError(str(path), str(error.strerror), "check its permissions") from error
    return with_told(read_bytes(data, str(path)), told_of(path))


def read(source: Path | str | bytes, name: str = "bytes") -> Document:
    """The document at a path, or in bytes (then called ``name``). Raises DocumentError."""
    if isinstance(source, bytes):
        return read_bytes(source, name)
    return read_file(Path(source))
