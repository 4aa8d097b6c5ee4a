"""HTML: web pages, old pre-formatted pages, pages saved by Word."""

from __future__ import annotations

from southsouth.reading.documents.html.read import read_html

__all__ = ["read_html"]
