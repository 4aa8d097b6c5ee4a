"""Two documents side by side: what stayed, what changed, moved, was added and dropped. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from southsouth.language.align import ratio, runs
from southsouth.language.passages import Passage
from southsouth.language.words import plain_words, words_of


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text of the earlier paragraph (SAME, OUT) or of the later (IN)."""

    change: Change
    text: str


def word_difference(old: str, new: str) -> list[Piece]:
    """How ``new`` comes from ``old``: the pieces that are in both, out, or in, in reading order.

    Pieces are cut between words; a mark beside a word goes with it. The pieces SAME and IN together
    are the words of ``new``, SAME and OUT those of ``old``.
    """
    before, after = words_of(old), words_of(new)
    pieces: list[Piece] = []

    def add(change: Change, text: str) -> None:
        if text:
            pieces.append(Piece(change, text))

    def cut(text: str, spans: Sequence[tuple[int, int]], first: int, last: int) -> str:
        """The words first…last with what stands after each."""
        if first >= last:
            return ""
        end = spans[last][0] if last < len(spans) else len(text)
        return text[spans[first][0] : end]

    at_old = at_new = 0
    for run in runs(before.words, after.words, 1):
        add(Change.OUT, cut(old, before.spans, at_old, run.old))
        add(Change.IN, cut(new, after.spans, at_new, run.new))
        add(Change.SAME, cut(new, after.spans, run.new, run.new + run.size))
        at_old, at_new = run.old + run.size, run.new + run.size
    add(Change.OUT, cut(old, before.spans, at_old, len(before.spans)))
    add(Change.IN, cut(new, after.spans, at_new, len(after.spans)))
    return pieces


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a comparison: a paragraph of the earlier and one of the later document, one of
    them None where it was dropped or is new; ``moved`` where it stands elsewhere in the order."""

    old: Passage | None
    new: Passage | None
    similarity: float = 0.0
    moved: bool = False


#: Below this likeness two paragraphs are two, in a pair of documents that are compared whole.
_PAIRED: Final = 0.34
#: A paragraph that is in another whole is its source, however much longer the other is.
_WITHIN: Final = 0.75


def _likeness(old: list[str], new: list[str]) -> tuple[float, float]:
    shared = runs(old, new)
    size = sum(run.size for run in shared)
    similarity = ratio(old, new, shared)
    within = size / max(1, min(len(old), len(new))) if size >= 8 else 0.0
    return max(similarity, _PAIRED if within >= _WITHIN else 0.0), similarity


def compare(old: Sequence[Passage], new: Sequence[Passage]) -> list[Row]:
    """The paragraphs of two documents, paired by their words, the likest first; in the order of
    the later, each dropped one where it stood."""
    words = [[plain_words(passage.text) for passage in side] for side in (old, new)]
    likest = []
    for j, later in enumerate(words[1]):
        for i, earlier in enumerate(words[0]):
            rank, similarity = _likeness(earlier, later)
            if rank >= _PAIRED:
                likest.append((rank, -abs(i - j), i, j, similarity))
    likest.sort(reverse=True)
    partner: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for _, _, i, j, similarity in likest:
        if j not in partner and i not in taken:
            partner[j] = (i, similarity)
            taken.add(i)
    stayed = [j for j in sorted(partner) if old[partner[j][0]].section is new[j].section]
    in_order = _increasing([partner[j][0] for j in stayed])
    rows: list[Row] = []
    told = 0
    for j, passage in enumerate(new):
        if j not in partner:
            rows.append(Row(None, passage))
            continue
        i, similarity = partner[j]
        if i in in_order:  # what was dropped before it, where it stood
            rows += [Row(old[k], None) for k in range(told, i) if k not in taken]
            told = max(told, i + 1)
        rows.append(Row(old[i], passage, similarity, moved=i not in in_order))
    rows += [Row(old[k], None) for k in range(told, len(old)) if k not in taken]
    return rows


def _increasing(values: list[int]) -> set[int]:
    """The longest part of a sequence that ascends: what is not in it was moved."""
    best: list[list[int]] = []
    for value in values:
        before = [part for part in best if part[-1] < value]
        best.append([*max(before, key=len), value] if before else [value])
    return set[int]().union(*sorted(best, key=len)[-1:])
