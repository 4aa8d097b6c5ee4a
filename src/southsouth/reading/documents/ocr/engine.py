"""What an engine does: the words of a picture, each with its place and how sure it is.

One row an engine; the first that is there is used. They are programs or packages of the machine,
and none is needed until a scan is read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from southsouth.errors import DocumentError
from southsouth.reading.documents.ocr import rapid, tesseract
from southsouth.reading.documents.ocr.word import Recognised


class Engine(Protocol):
    """Recognises the words of pictures."""

    @property
    def name(self) -> str:
        """Its name and version, for the graph."""

    def recognise(self, picture: bytes, name: str) -> Recognised:
        """The words of a picture (PNG, JPEG, TIFF, PNM). Raises DocumentError, naming ``name``."""

    def turned(self, picture: bytes) -> int:
        """By how many degrees, clockwise, the picture must be turned to stand upright."""


@dataclass(frozen=True, slots=True)
class EngineRow:
    """An engine: its name, and what gives one, None where it is not installed."""

    name: str
    find: Callable[[], Engine | None]


#: The better one first (docs/scans.md has the figures); the other needs no package of Python.
ENGINES: Final[Sequence[EngineRow]] = (
    EngineRow("RapidOCR", rapid.find),
    EngineRow("Tesseract", tesseract.find),
)
#: The one command that installs what is missing.
REMEDY: Final = "pip install 'southsouth[ocr]'"


def engine(name: str, what: str) -> Engine:
    """An engine that is installed. Raises DocumentError, which says of the file ``name`` ``what``
    it is, and the one command that helps."""
    for row in ENGINES:
        if (found := row.find()) is not None:
            return found
    raise DocumentError(name, what, REMEDY)
