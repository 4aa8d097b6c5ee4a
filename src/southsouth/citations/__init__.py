"""From provisions to citations: who cites what, where, under which verb, and how it was resolved.

``citations_in(resolution)`` is the way in.
"""

from __future__ import annotations

from southsouth.citations.extract import citations_in
from southsouth.citations.model import Citation, How

__all__ = ["Citation", "How", "citations_in"]
