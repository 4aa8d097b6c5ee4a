"""A citation as a value."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from southsouth.un.symbols import Symbol


class How(StrEnum):
    """How the target was told; each is a concept of the ontology (``how/…``)."""

    SYMBOL = "explicit-symbol"
    ORGAN_NAMED = "organ-named"
    ORGAN_IN_CONTEXT = "organ-in-context"
    FOOTNOTE = "footnote"
    IBID = "ibid"
    LINK = "link"
    NAMED = "named"
    WITHIN_NAME = "within-name"
    UNRESOLVED = "unresolved"


class Citation(NamedTuple):
    """One document cited at one place.

    ``start`` and ``end`` are offsets in the reading text. ``part`` is the provision that cites; for
    a citation in a footnote, the provision that carries the footnote's mark, and ``footnote`` the
    footnote's id. ``target`` is None where the words leave it open; then ``candidates`` may name
    what it could be. ``pinpoint`` is the place within the target in printed form ("annex II"),
    ``target_part`` the fragment of its IRI ("annex2"). ``verb`` is the handle of the verb that
    governs the citation, "" in the front matter; ``direct`` is false where the citation only
    qualifies another thing that the verb speaks of ("the Fund, established under resolution 1/2").
    ``cited_as`` is the body and the number of a text that has no symbol ("UN-Habitat Governing
    Council 24/10").
    """

    part: str
    start: int
    end: int
    target: Symbol | None
    how: How
    verb: str = ""
    footnote: str = ""
    pinpoint: str = ""
    target_part: str = ""
    printed_date: date | None = None
    candidates: tuple[Symbol, ...] = ()
    direct: bool = True
    cited_as: str = ""
