"""Reading scans: PDF files without a text layer, and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any, Final

from southsouth.errors import DocumentError
from southsouth.reading.documents.model import Document, Recognition
from southsouth.reading.documents.ocr.engine import Engine, engine
from southsouth.reading.documents.ocr.heads import running_symbol
from southsouth.reading.documents.ocr.sheets import sheet_of
from southsouth.reading.documents.ocr.word import Recognised
from southsouth.reading.documents.pdf.read import read_pages
from southsouth.reading.documents.pdf.sheet import Sheet
from southsouth.reading.documents.pictures import is_picture
from southsouth.reading.documents.record import Record

#: Dots an inch, what engines are trained on; and as many pages as anybody waits for.
_RESOLUTION: Final = 300
_POINTS: Final = 72
_MOST_PAGES: Final = 500
_MOST_PIXELS: Final = 60_000_000
#: With less confidence than that a page may stand on its side.
_UNSURE: Final = 0.7


def read_picture(data: bytes, name: str) -> Document:
    """The document on a picture. Raises DocumentError where no engine is installed, and where no
    words are found."""
    kind = is_picture(data)
    reader = engine(name, "a picture, whose words no program here can recognise")
    found = reader.recognise(data, name)
    return _document([(sheet_of(found, 1), found)], reader, data, name, kind)


def read_scan(data: bytes, document: Any, name: str) -> Document:
    """The document on the pages of a PDF file that has pictures only, opened as ``document``."""
    reader = engine(name, "a PDF file without a text layer (a scan)")
    if len(document) > _MOST_PAGES:
        raise DocumentError(
            name, f"a scan of {len(document)} pages, more than {_MOST_PAGES}", "split it"
        )
    return _document(list(_pages(document, reader, name)), reader, data, name, "application/pdf")


def _pages(document: Any, reader: Engine, name: str) -> Iterator[tuple[Sheet, Recognised]]:
    for index in range(len(document)):
        with closing(document[index]) as page:
            found, width = _recognised(page, reader, f"{name}, page {index + 1}", 0)
            if found.words and found.confidence < _UNSURE:
                turn = reader.turned(_picture(page, 0)[0])
                if turn:
                    again, turned_width = _recognised(page, reader, name, turn)
                    if again.confidence > found.confidence:
                        found, width = again, turned_width
        if found.words:
            yield sheet_of(found, index + 1, width), found


def _recognised(page: Any, reader: Engine, place: str, turn: int) -> tuple[Recognised, float]:
    picture, width = _picture(page, turn)
    return reader.recognise(picture, place), width


def _picture(page: Any, turn: int) -> tuple[bytes, float]:
    """A page drawn as a portable grey map, which every engine reads; its width in points."""
    width, height = page.get_size()
    scale = _RESOLUTION / _POINTS
    scale *= min(1.0, (_MOST_PIXELS / max(width * height * scale**2, 1)) ** 0.5)
    with closing(page.render(scale=scale, grayscale=True, rotation=turn)) as bitmap:
        rows = bytes(bitmap.buffer)
        grey = b"".join(
            rows[at : at + bitmap.width]
            for at in range(0, bitmap.stride * bitmap.height, bitmap.stride)
        )
        head = f"P5 {bitmap.width} {bitmap.height} 255\n".encode()
        return head + grey, bitmap.width / scale


def _document(
    pages: list[tuple[Sheet, Recognised]], reader: Engine, data: bytes, name: str, kind: str
) -> Document:
    words = tuple(word for _, found in pages for word in found.words)
    if not words:
        raise DocumentError(name, "a scan on which no words were found", "scan it anew, at 300 dpi")
    sure = Recognised(words, 0, 0).confidence
    document = read_pages([sheet for sheet, _ in pages], data, name, kind)
    remark = f"its words were recognised by {reader.name}, with a confidence of {sure:.2f}"
    if symbol := running_symbol([sheet for sheet, _ in pages]):
        document = replace(document, record=Record(symbol))
    recognition = Recognition(reader.name, round(sure, 2))
    return replace(document, recognition=recognition, remarks=(*document.remarks, remark))
