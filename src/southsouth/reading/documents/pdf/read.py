"""PDF: paragraphs, footnotes, links and italics out of letters that stand at places on pages.

::

    pdf_file        bytes → pages; errors and limits
    pdf_glyphs      characters → runs of one style          (pdf_frame; pdf_sheet: rules, links)
    pdf_columns     runs → rows; columns in reading order   (pdf_lines: what lines are)
    pdf_furniture   headers, footers, job numbers taken away
    pdf_paragraphs  lines → paragraphs, also across pages   (pdf_measures, pdf_notes, pdf_tables)
    pdf_words       lines → words, footnote marks
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from southsouth.reading.documents.compose import compose
from southsouth.reading.documents.model import Document, Role
from southsouth.reading.documents.pdf.columns import read_flows, read_page
from southsouth.reading.documents.pdf.file import open_pdf, read_sheets
from southsouth.reading.documents.pdf.furniture import strip_furniture
from southsouth.reading.documents.pdf.lines import Line
from southsouth.reading.documents.pdf.measures import measure
from southsouth.reading.documents.pdf.paragraphs import flow_drafts, join_breaks
from southsouth.reading.documents.pdf.sheet import Sheet
from southsouth.reading.documents.pdf.words import Vocabulary, write_paragraph

MEDIA_TYPE: Final = "application/pdf"


def read_pdf(data: bytes, name: str) -> Document:
    """The document in a PDF's bytes; ``name`` is used in messages and kept as its file name.

    The words of a scan are recognised (`ocr`). Raises DocumentError for a file that is damaged, cut
    short, encrypted, too large, and for a scan where no engine is installed.
    """
    document = read_pages(list(read_sheets(data, name)), data, name)
    if document.blocks:
        return document
    # a scan, with nothing but page numbers printed on it perhaps
    from southsouth.reading.documents.ocr import read_scan

    with closing(open_pdf(data, name)) as scanned:
        return read_scan(data, scanned, name)


def read_pages(
    sheets: Sequence[Sheet], data: bytes, name: str, media_type: str = MEDIA_TYPE
) -> Document:
    """The document on those pages of the file that ``data`` is; without blocks, where they hold no
    words of a text."""
    pages = [read_page(sheet) for sheet in sheets]
    lines = [[Line(page.number, y, tuple(runs)) for y, runs in page.rows] for page in pages]
    measures = measure(lines)
    flows = [flow for page in strip_furniture(pages, measures.size) for flow in read_flows(page)]
    front = pages[0].number if pages else 0
    drafts = join_breaks(
        draft for flow in flows for draft in flow_drafts(flow, measures, flow.page == front)
    )
    labels = frozenset(draft.label for draft in drafts if draft.role is Role.FOOTNOTE)
    vocabulary = Vocabulary([row.line for flow in flows for row in flow.rows])
    # a file name need not be UTF-8; the graph is
    file_name = Path(name).name.encode("utf-8", "replace").decode()
    document = Document(file_name, hashlib.sha256(data).hexdigest(), media_type, "", ())
    return compose(document, [write_paragraph(draft, vocabulary, labels) for draft in drafts])
