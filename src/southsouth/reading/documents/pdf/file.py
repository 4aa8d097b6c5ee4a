"""Opening a PDF: what can be wrong with the file, and how much of it is read at most.

pdfium is not thread-safe: read one document at a time. Every handle is closed, whatever happens.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing
from typing import Any, Final

import pypdfium2
from pypdfium2 import raw

from southsouth.errors import DocumentError
from southsouth.reading.documents.pdf.sheet import Sheet, read_sheet

#: More than any UN document has; what is larger ends with an error instead of hours of work.
MAX_PAGES: Final = 3_000
MAX_PAGE_OBJECTS: Final = 100_000
MAX_PAGE_CHARACTERS: Final = 200_000
MAX_CHARACTERS: Final = 3_000_000

#: The end mark stands in the last bytes of a whole file, some white space or waste behind it.
_END_MARK: Final = b"%%EOF"
_END_WINDOW: Final = 2048
_NARROW: Final = 2.0  # points; no letter is narrower on average


def open_pdf(data: bytes, name: str) -> Any:
    """pdfium's document for a PDF's bytes. Raises DocumentError."""
    whole = _END_MARK in data[-_END_WINDOW:]
    cut = DocumentError(
        name, "a PDF file that is cut short: its end mark is missing", "get the whole file again"
    )
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise DocumentError(
                name, "an encrypted PDF file", "give a file without a password"
            ) from error
        if not whole and data.lstrip()[:5] == b"%PDF-":
            raise cut from error
        raise DocumentError(
            name,
            "a damaged PDF file, or one without pages",
            "get the file again, or save it anew from a PDF viewer",
        ) from error
    if not whole:  # pdfium repairs what it can, without saying what was lost
        document.close()
        raise cut
    return document


def _too_much(name: str, problem: str) -> DocumentError:
    return DocumentError(name, problem, "split it into smaller files")


def _is_overfull(page: Any) -> bool:
    """Whether a page has far too much on it, told before pdfium looks at its characters: they would
    take 240 bytes each.
    """
    count = raw.FPDFPage_CountObjects(page)
    if count > MAX_PAGE_OBJECTS:
        return True
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    room = MAX_PAGE_CHARACTERS * _NARROW
    for index in range(count):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_TEXT:
            raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
            room -= right.value - left.value
    return room < 0


def _sheet(document: Any, index: int, name: str, room: int) -> tuple[Sheet, int]:
    """Page ``index`` and its number of characters, which must not exceed ``room``."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise DocumentError(
            name, f"page {index + 1} is damaged", "get the file again, or save it anew"
        ) from error
    full = _too_much(name, f"page {index + 1} has more than {MAX_PAGE_CHARACTERS} characters")
    with closing(page):
        if _is_overfull(page):
            raise full
        with closing(page.get_textpage()) as text_page:
            count = text_page.count_chars()
            if count > MAX_PAGE_CHARACTERS:
                raise full
            if count > room:
                raise _too_much(name, f"a PDF file of more than {MAX_CHARACTERS} characters")
            return read_sheet(document, page, text_page, index + 1, count), count


def read_sheets(data: bytes, name: str) -> Iterator[Sheet]:
    """The pages of a PDF that have text. Raises DocumentError where it cannot be read."""
    with closing(open_pdf(data, name)) as document:
        total = len(document)
        characters = 0
        for index in range(min(total, MAX_PAGES)):
            sheet, count = _sheet(document, index, name, MAX_CHARACTERS - characters)
            if sheet.runs and total > MAX_PAGES:
                raise _too_much(name, f"a PDF file of {total} pages, more than {MAX_PAGES}")
            characters += count
            if sheet.runs:
                yield sheet
