"""From a Document to a Resolution: front matter, provisions with numbers and verbs, footnotes."""

from __future__ import annotations

from southsouth.reading.structure.model import FrontMatter, Part, PartKind, Resolution, VerbUse
from southsouth.reading.structure.parse import parse_resolution

__all__ = ["FrontMatter", "Part", "PartKind", "Resolution", "VerbUse", "parse_resolution"]
