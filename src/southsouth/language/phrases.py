"""Where a phrase is used: its first use, its spread, its last. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from southsouth.language.passages import Passage
from southsouth.language.words import plain_words


@dataclass(frozen=True, slots=True)
class Trace:
    """The uses of a phrase, in the order of time, and the documents there are by year."""

    phrase: str
    uses: tuple[Passage, ...]
    documents: dict[int, int]

    @property
    def by_year(self) -> list[tuple[int, int, int]]:
        """Year, documents that use it, documents there are; from the first use to the last year."""
        if not self.uses:
            return []
        using = Counter(year for year, _ in {(p.day.year, p.document) for p in self.uses})
        return [
            (year, using[year], self.documents.get(year, 0))
            for year in range(self.uses[0].day.year, max(self.documents) + 1)
        ]


def _has(words: Sequence[str], phrase: Sequence[str]) -> bool:
    size = len(phrase)
    return any(words[at : at + size] == phrase for at in range(len(words) - size + 1))


def trace(phrase: str, passages: Iterable[Passage], documents: Mapping[int, int]) -> Trace:
    """The passages that use a phrase, word by word, whatever the case and the punctuation;
    ``documents`` is how many there are of each year."""
    wanted = plain_words(phrase)
    uses = [passage for passage in passages if _has(plain_words(passage.text), wanted)]
    uses.sort(key=lambda p: (p.day, p.document, p.start))
    return Trace(phrase, tuple(uses), dict(documents))
