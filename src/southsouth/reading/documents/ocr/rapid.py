"""RapidOCR (Apache-2.0), which the extra ``ocr`` brings: PaddleOCR's models in its wheel, run by
ONNX Runtime. It finds lines where Tesseract finds words.
"""

from __future__ import annotations

import importlib
import logging
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any, Final

from southsouth.errors import DocumentError
from southsouth.reading.documents.ocr.word import Recognised, Word

_PACKAGES: Final = ("rapidocr", "onnxruntime")


class Rapid:
    """The package; its models are loaded for the first picture."""

    def __init__(self) -> None:
        self.name = f"rapidocr {version('rapidocr')}"
        self._engine: Any = None

    def recognise(self, picture: bytes, name: str) -> Recognised:
        """The lines of a picture; raises DocumentError where it is none."""
        if self._engine is None:
            self._engine = importlib.import_module("rapidocr").RapidOCR()
            logging.getLogger("RapidOCR").setLevel(logging.ERROR)
        try:
            found = self._engine(picture)
        except Exception as error:  # the package has an error of its own for each of its parts
            raise DocumentError(
                name, "a picture that RapidOCR cannot read", "save it anew as PNG or TIFF"
            ) from error
        if found.txts is None or found.img is None:
            return Recognised((), 0, 0)
        height, width = found.img.shape[:2]
        return Recognised(lines_of(found.boxes, found.txts, found.scores), width, height)

    def turned(self, _picture: bytes) -> int:
        """0: its lines are turned one by one."""
        return 0


def lines_of(boxes: Any, texts: Any, scores: Any) -> tuple[Word, ...]:
    """Each line as one word, from the corners of its box."""
    words = []
    for index, (corners, text, sure) in enumerate(zip(boxes, texts, scores, strict=True)):
        across = [float(x) for x, _ in corners]
        down = [float(y) for _, y in corners]
        left, top, right, bottom = map(round, (min(across), min(down), max(across), max(down)))
        words.append(Word(text.strip(), left, top, right, bottom, float(sure), (index,)))
    return tuple(word for word in words if word.text)


@lru_cache(maxsize=1)
def find() -> Rapid | None:
    """RapidOCR, where it is installed with what runs its models."""
    return Rapid() if all(map(find_spec, _PACKAGES)) else None
