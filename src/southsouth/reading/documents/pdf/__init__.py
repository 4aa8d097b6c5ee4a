"""PDF: glyphs with their places, put back into lines, columns, paragraphs, tables and footnotes."""

from __future__ import annotations

from southsouth.reading.documents.pdf.read import read_pdf

__all__ = ["read_pdf"]
