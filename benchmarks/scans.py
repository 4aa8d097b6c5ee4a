"""Scans: pages of PDF files drawn as pictures, turned and blurred, read back by an engine.

Usage: scans.py [FILES [DPI]]     (how many files of each kind; 300 dots an inch)

Right is what the same file says with its text layer: the symbol, the numbers of its paragraphs and
the symbols that it cites. Nothing is written.
"""

from __future__ import annotations

import io
import random
import sys
import time
from collections import Counter
from pathlib import Path

import pypdfium2
from PIL import Image, ImageFilter

from common import shared_folder
from southsouth.errors import DocumentError
from southsouth.reading.documents import read_bytes
from southsouth.reading.reader import load_authority_records, read_document
from southsouth.reading.structure import PartKind

_WILD = shared_folder() / "wild"
_MOST_PAGES = 6
_SEED = 27
#: How a page is spoilt: its name, degrees, the radius of the blur in dots.
_SPOILT = (("clean", 0.0, 0.0), ("turned by 1°", 1.0, 0.0), ("blurred", 0.5, 1.5))


def scan(data: bytes, dpi: int, degrees: float, radius: float) -> bytes:
    """The PDF as a scanner would make it."""
    pages: list[Image.Image] = []
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            drawn = page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
            if degrees:
                drawn = drawn.rotate(degrees, fillcolor=255, resample=Image.Resampling.BICUBIC)
            pages.append(drawn.filter(ImageFilter.GaussianBlur(radius)) if radius else drawn)
    held = io.BytesIO()
    pages[0].save(held, "PDF", save_all=True, append_images=pages[1:], resolution=dpi)
    return held.getvalue()


def facts(data: bytes, name: str) -> tuple[str, Counter[str], Counter[str]]:
    """Symbol, numbers of paragraphs, symbols cited."""
    reading = read_document(read_bytes(data, name), load_authority_records())
    kinds = (PartKind.OPERATIVE, PartKind.PARAGRAPH)
    parts = reading.resolution.parts
    numbers = Counter(part.number for part in parts if part.kind in kinds and part.number)
    cited = Counter({str(one.target): 1 for one in reading.citations if one.target})
    return reading.resolution.symbol.text, numbers, cited


def main(count: int, dpi: int) -> None:
    """Spoil and read files drawn by chance."""
    files = sorted((_WILD / "pdf").glob("*.pdf"))
    random.Random(_SEED).shuffle(files)  # noqa: S311 - a draw, no secret
    chosen: list[tuple[Path, bytes]] = []
    for file in files:
        data = file.read_bytes()
        with pypdfium2.PdfDocument(data) as document:
            if len(document) <= _MOST_PAGES:
                chosen.append((file, data))
        if len(chosen) == count:
            break
    for name, degrees, radius in _SPOILT:
        tally: Counter[str] = Counter()
        started = time.monotonic()
        for file, data in chosen:
            symbol, numbers, cited = facts(data, file.name)
            tally.update(numbers_of=numbers.total(), cited_of=cited.total())
            try:
                got, got_numbers, got_cited = facts(scan(data, dpi, degrees, radius), "scan.pdf")
            except DocumentError as error:
                print(f"      {file.name}: {error.problem}")
                continue
            tally.update(
                symbol=got == symbol,
                numbers=(numbers & got_numbers).total(),
                cited=(cited & got_cited).total(),
            )
            if got != symbol:
                print(f"      {file.name}: {got}")
            if lost := cited - got_cited:
                print(f"      {file.name}: lost {' '.join(lost)}")
        seconds = time.monotonic() - started
        print(
            f"{name}: symbol {tally['symbol']} of {len(chosen)}; paragraph numbers "
            f"{tally['numbers']} of {tally['numbers_of']}; citations {tally['cited']} of "
            f"{tally['cited_of']}; {seconds:.0f} s"
        )


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:3]]
    main(*(given + [10, 300][len(given) :]))
