"""Is it the document? Told from the bytes, as servers say 200 and application/pdf of anything."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Final

from southsouth.fetch.points import DOCX, PDF
from southsouth.fetch.problems import (
    AgainError,
    AnswerError,
    EmptyError,
    MissingError,
    RefusedError,
)

#: Endings of file names for the types that are kept.
SUFFIXES: Final = {PDF: ".pdf", DOCX: ".docx"}

_HEAD: Final = 65536
#: A PDF ends in %%EOF within its last kilobyte (ISO 32000-1, Annex H, note 18); signed and padded
#: files have it a little earlier.
_TAIL: Final = 2048

#: Beginnings of files that are no documents for southsouth, and what to call them. OLE and
#: WordPerfect are what the Official Document System gives for "docx" before about 2015.
_OTHERS: Final = (
    (b"\xd0\xcf\x11\xe0", "a Word 97–2003 file (.doc)"),
    (b"\xffWPC", "a WordPerfect file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


@dataclass(frozen=True, slots=True)
class Page:
    """Words of a web page that comes in place of a document, and what they mean."""

    phrase: str
    problem: type[AnswerError]
    meaning: str


#: Pages that were found described, lower case; sources in docs/fetching.md, "Answers".
PAGES: Final = (
    Page(
        "there is no document matching your request",
        MissingError,
        "“There is no document matching your request”",
    ),
    Page("awswafcookiedomainlist", RefusedError, "a page that checks for a browser"),
    Page("gokuprops", RefusedError, "a page that checks for a browser"),
)

_HTML: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|script)\b",
    re.IGNORECASE | re.DOTALL,
)
_TITLE: Final = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)


def judge(path: Path, accepted: tuple[str, ...]) -> str:
    """The media type of the whole document in ``path``, one of ``accepted``.

    Raises the AnswerError that says what it is instead: empty, cut short, a web page, another type.
    """
    size = path.stat().st_size
    if not size:
        raise EmptyError("an empty answer")
    with path.open("rb") as file:
        head = file.read(_HEAD)
        file.seek(max(0, size - _TAIL))
        tail = file.read()
    if _HTML.match(head):
        raise _page(head)
    media_type = _whole_document(path, head, tail)
    if media_type not in accepted:
        raise RefusedError(f"{SUFFIXES[media_type]} in place of {_names(accepted)}")
    return media_type


def _names(accepted: tuple[str, ...]) -> str:
    return " or ".join(SUFFIXES[media_type] for media_type in accepted)


def _whole_document(path: Path, head: bytes, tail: bytes) -> str:
    if b"%PDF-" in head[:1024]:  # ISO 32000-1, Annex H, note 13: within the first 1024 bytes
        if b"%%EOF" not in tail:
            raise AgainError("a PDF without its end: the transfer broke off")
        return PDF
    if head.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(path) as package:
                names = package.namelist()
        except zipfile.BadZipFile:
            raise AgainError("a DOCX without its end: the transfer broke off") from None
        if "word/document.xml" not in names:
            raise RefusedError("a ZIP file that is no Word document")
        return DOCX
    for magic, what in _OTHERS:
        if head.startswith(magic):
            raise RefusedError(f"{what}, which southsouth does not read")
    raise RefusedError("neither PDF nor DOCX")


def _page(head: bytes) -> AnswerError:
    """The error that the web page beginning with ``head`` amounts to."""
    text = head.decode("utf-8", "replace")
    lower = text.lower()
    for row in PAGES:
        if row.phrase in lower:
            return row.problem(row.meaning)
    found = _TITLE.search(text)
    # the title comes from a stranger and goes to a terminal
    words = " ".join(unescape(found[1]).split()) if found else ""
    title = "".join(letter for letter in words if letter.isprintable())[:60]
    return RefusedError(f"a web page in place of the document{f' (“{title}”)' if title else ''}")
