"""DOCX: the parts of the package, read as Word shows them, with its numbers, notes and fields."""

from __future__ import annotations

from southsouth.reading.documents.docx.read import read_docx

__all__ = ["read_docx"]
