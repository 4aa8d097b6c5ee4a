"""From provisions to citations: who cites what, where, under which verb, and how told.

``citations_in(resolution)`` is the way in.
"""

from __future__ import annotations

from southsouth.reading.citations.extract import citations_in
from southsouth.reading.citations.model import Citation, How

__all__ = ["Citation", "How", "citations_in"]
