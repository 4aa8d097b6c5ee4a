"""Agreed language: from which earlier paragraph the words of a paragraph come. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from southsouth.lazily import handed_on

if TYPE_CHECKING:
    from southsouth.language.ancestors import Reuse as Reuse
    from southsouth.language.ancestors import ReuseKind as ReuseKind
    from southsouth.language.ancestors import reuses_in as reuses_in
    from southsouth.language.comparing import Change as Change
    from southsouth.language.comparing import Piece as Piece
    from southsouth.language.comparing import Row as Row
    from southsouth.language.comparing import compare as compare
    from southsouth.language.comparing import word_difference as word_difference
    from southsouth.language.passages import PROVISIONS as PROVISIONS
    from southsouth.language.passages import Passage as Passage
    from southsouth.language.passages import Section as Section
    from southsouth.language.passages import passages_of as passages_of
    from southsouth.language.passages import section_of as section_of
    from southsouth.language.phrases import Trace as Trace
    from southsouth.language.phrases import trace as trace
    from southsouth.language.resolution_series import Entry as Entry
    from southsouth.language.resolution_series import Member as Member
    from southsouth.language.resolution_series import Series as Series
    from southsouth.language.resolution_series import all_series as all_series
    from southsouth.language.resolution_series import series_of as series_of
    from southsouth.language.words import plain_words as plain_words

__all__ = [
    "PROVISIONS",
    "Change",
    "Entry",
    "Member",
    "Passage",
    "Piece",
    "Reuse",
    "ReuseKind",
    "Row",
    "Section",
    "Series",
    "Trace",
    "all_series",
    "compare",
    "passages_of",
    "plain_words",
    "reuses_in",
    "section_of",
    "series_of",
    "trace",
    "word_difference",
]

__getattr__ = handed_on(
    __name__,
    {
        "Change": "southsouth.language.comparing",
        "Entry": "southsouth.language.resolution_series",
        "Member": "southsouth.language.resolution_series",
        "PROVISIONS": "southsouth.language.passages",
        "Passage": "southsouth.language.passages",
        "Piece": "southsouth.language.comparing",
        "Reuse": "southsouth.language.ancestors",
        "ReuseKind": "southsouth.language.ancestors",
        "Row": "southsouth.language.comparing",
        "Section": "southsouth.language.passages",
        "Series": "southsouth.language.resolution_series",
        "Trace": "southsouth.language.phrases",
        "all_series": "southsouth.language.resolution_series",
        "compare": "southsouth.language.comparing",
        "passages_of": "southsouth.language.passages",
        "plain_words": "southsouth.language.words",
        "reuses_in": "southsouth.language.ancestors",
        "section_of": "southsouth.language.passages",
        "series_of": "southsouth.language.resolution_series",
        "trace": "southsouth.language.phrases",
        "word_difference": "southsouth.language.comparing",
    },
)
