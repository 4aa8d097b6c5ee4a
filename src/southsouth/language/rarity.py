"""How telling words are: what many documents say in the same words says little. Pure.

No list of formulas is kept. "Decides to include in the provisional agenda of its" stands in every
fifth document of the corpus, and so weighs nothing; the title of the sub-item that follows does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from southsouth.language.words import FORMULA

#: A shingle weighs nothing from this share of the documents on, all where none but its own has it.
_COMMON: Final = 0.15
#: Of fewer documents than this nothing can be told of what is common.
_LEAST_DOCUMENTS: Final = 400


class Rarity:
    """In how many documents each shingle stands.

    ``shared`` gives that number for those that lead to another document and tell something.
    """

    def __init__(self, texts: Iterable[tuple[int, Sequence[int]]]) -> None:
        """From the shingles of each text with the number of its document, document by document."""
        counts: Counter[int] = Counter()
        documents = 0
        for _, group in groupby(texts, key=itemgetter(0)):
            documents += 1
            counts.update({shingle for _, shingles in group for shingle in shingles})
        limit = _COMMON * max(documents, _LEAST_DOCUMENTS)
        # most shingles stand in one document: what is not kept weighs all
        self._weights = {s: max(0.0, 1 - n / limit) for s, n in counts.items() if n > 1}
        self._weights[FORMULA] = 0.0
        self.shared = {s: n for s, n in counts.items() if 1 < n < limit and s != FORMULA}

    def weights(self, shingles: Sequence[int]) -> list[float]:
        """The weight of each: 0 for a formula to 1 for words of one document. Their sum is about
        the number of words that are no formula."""
        weight = self._weights.get
        return [weight(shingle, 1.0) for shingle in shingles]
