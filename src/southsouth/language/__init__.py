"""Agreed language: from which earlier paragraph the words of a paragraph come. Pure."""

from southsouth.language.ancestors import Reuse, ReuseKind, reuses_in
from southsouth.language.passages import Passage, Section, passages_of, section_of

__all__ = ["Passage", "Reuse", "ReuseKind", "Section", "passages_of", "reuses_in", "section_of"]
