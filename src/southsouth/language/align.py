"""Two paragraphs word by word: what runs they share, what was put in, taken out, replaced. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import LCSseq

#: Fewer words in a row than this are shared by chance ("of the").
RUN: Final = 3


@dataclass(frozen=True, slots=True)
class Run:
    """``size`` words that both have: from word ``old`` of the earlier, ``new`` of the later."""

    old: int
    new: int
    size: int


def runs(old: Sequence[int | str], new: Sequence[int | str], least: int = RUN) -> list[Run]:
    """The words that stand in both, in the same order, in runs of ``least`` words or more: those of
    a longest common subsequence (Hunt and Szymanski 1977), in bit-parallel form (rapidfuzz)."""
    if not old or not new:
        return []
    blocks = LCSseq.editops(old, new).as_matching_blocks()
    return [Run(b.a, b.b, b.size) for b in blocks if b.size >= least]


def ratio(old: Sequence[int | str], new: Sequence[int | str], shared: Sequence[Run]) -> float:
    """How like they are: the share of the words of both that stand in common runs, 0 to 1."""
    total = len(old) + len(new)
    return 2 * sum(run.size for run in shared) / total if total else 0.0
