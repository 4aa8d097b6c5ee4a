"""How telling words are: what many documents say in the same words says little. Pure.

No list of formulas is kept. "Decides to include in the provisional agenda of its" stands in every
fifth document of the corpus, and so weighs nothing; the title of the sub-item that follows does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from southsouth.language.words import FORMULA, SHINGLE

#: A shingle weighs nothing from this share of the documents on, all where none but its own has it.
_COMMON: Final = 0.15
#: Of fewer documents than this nothing can be told of what is common.
_LEAST_DOCUMENTS: Final = 400


class Rarity:
    """In how many documents each shingle stands."""

    def __init__(self, texts: Iterable[tuple[int, Sequence[int]]]) -> None:
        """From the shingles of each text with the number of its document, document by document."""
        counts: dict[int, int] = {}
        last: dict[int, int] = {}
        documents = 0
        before = -1
        for document, shingles in texts:
            documents += document != before
            before = document
            for shingle in shingles:
                if last.get(shingle) != document:
                    last[shingle] = document
                    counts[shingle] = counts.get(shingle, 0) + 1
        self.limit = _COMMON * max(documents, _LEAST_DOCUMENTS)
        # most shingles stand in one document and lead nowhere: what is not kept weighs all
        self._counts = {shingle: count for shingle, count in counts.items() if count > 1}
        self._counts[FORMULA] = documents + int(self.limit)

    def shared(self, shingle: int) -> bool:
        """Whether it leads to another document, and tells something."""
        return self._counts.get(shingle, self.limit) < self.limit

    def count(self, shingle: int) -> int:
        """The documents that have it."""
        return self._counts.get(shingle, 1)

    def weight(self, shingle: int) -> float:
        """0 for a formula to 1 for words of one document."""
        return max(0.0, 1.0 - self._counts.get(shingle, 1) / self.limit)

    def of_run(self, shingles: Sequence[int], start: int, size: int) -> float:
        """How telling ``size`` words from word ``start`` of a text are: the weights of its
        shingles, summed; about the number of words that are no formula."""
        return sum(map(self.weight, shingles[start : max(start, start + size - SHINGLE + 1)]))
