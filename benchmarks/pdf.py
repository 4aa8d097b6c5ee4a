"""PDF against pdfium's own plain text: what columns, paragraphs and footnotes cost."""

from __future__ import annotations

import time
from contextlib import closing

import pypdfium2

from common import shared_folder, write_results
from southsouth.reading.documents.pdf import read_pdf

ROUNDS = 10


def _plain_pass(files: list[bytes]) -> float:
    """Seconds in which pdfium gives the text of all pages, in the order in which it was drawn."""
    started = time.perf_counter()
    for data in files:
        with closing(pypdfium2.PdfDocument(data)) as document:
            for page in document:
                with closing(page), closing(page.get_textpage()) as text_page:
                    text_page.get_text_range()
    return time.perf_counter() - started


def _reading_pass(files: list[bytes]) -> float:
    started = time.perf_counter()
    for data in files:
        read_pdf(data, "a.pdf")
    return time.perf_counter() - started


def main() -> None:
    """Measure and write the section."""
    paths = sorted((shared_folder() / "pdf").glob("*.pdf"))
    files = [path.read_bytes() for path in paths]
    pages = 0
    for data in files:
        with closing(pypdfium2.PdfDocument(data)) as document:
            pages += len(document)
    # the fastest of several rounds: other work on the machine only ever adds
    reading = min(_reading_pass(files) for _ in range(ROUNDS))
    plain = min(_plain_pass(files) for _ in range(ROUNDS))
    write_results(
        "PDF (benchmarks/pdf.py)",
        [
            f"{len(files)} resolutions, {pages} pages, one core, the fastest of {ROUNDS} rounds.",
            "",
            f"`read_pdf` (paragraphs, columns, footnotes, links): {pages / reading:.0f} pages/s, "
            f"{reading / plain:.1f} × pdfium's plain text ({pages / plain:.0f} pages/s).",
        ],
    )


if __name__ == "__main__":
    main()
