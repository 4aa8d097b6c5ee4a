"""Paragraph lineage: from which earlier paragraphs the words of each come. Pure.

What is the same, word by word, is one text: the hundreds of documents that reaffirm the 2030 Agenda
in one wording cost one look-up. Other texts are looked for by their rarest shared shingles in an
inverted index of what is earlier, and the best are aligned word by word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from heapq import nlargest
from itertools import groupby
from operator import attrgetter
from typing import Final

from southsouth.language.align import Run, ratio, runs
from southsouth.language.passages import Passage, Section
from southsouth.language.rarity import Rarity
from southsouth.language.words import SHINGLE, Vocabulary, plain_words, words_of


class ReuseKind(StrEnum):
    """How a paragraph uses the language of an earlier one; each is a concept (``reuse/…``)."""

    IDENTICAL = "identical"
    AMENDED = "amended"
    MERGED = "merged"
    SPLIT = "split"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Reuse:
    """That ``later`` has words of ``earlier``.

    ``similarity`` is the share of the words of both that stand in common runs. ``start``, ``end``
    span what is reused in the reading text of the later document, ``from_start``, ``from_end`` in
    that of the earlier.
    """

    later: Passage
    earlier: Passage
    kind: ReuseKind
    similarity: float
    start: int
    end: int
    from_start: int
    from_end: int


@dataclass(slots=True)
class _Text:
    """A wording, and the passages that have it, in the order of time."""

    ids: list[int]
    shingles: list[int]
    passages: list[Passage]


#: The telling words that two paragraphs must share.
_TELLING: Final = 5.0
#: The share of telling words among those shared: a list of numbers ends in "and other resolutions".
_TELLING_SHARE: Final = 0.15
#: The share of the words of the later, or of both, or of the earlier, that must be in common runs.
_LATER_SHARE: Final = 0.45
_EARLIER_SHARE: Final = 0.6
#: What a further source must add: words in runs that no other source has.
_ADDS: Final = 12
_ADDS_SHARE: Final = 0.25
#: The sources that are told of one paragraph at most.
_SOURCES: Final = 4
#: Candidates that are aligned, shingles that are looked up, postings beyond which one is passed by.
_ALIGNED: Final = 5
_LOOKED_UP: Final = 28
_POSTINGS: Final = 400
#: Its own series counts as much as this share of the words more.
_OWN_SERIES: Final = 0.08


@dataclass(frozen=True, slots=True)
class _Match:
    text: int
    earlier: Passage
    shared: tuple[Run, ...]
    similarity: float
    order: float


class _Lineage:
    """The wordings of all passages, and the index of those that are earlier."""

    def __init__(self, passages: Sequence[Passage], series_of: Mapping[str, str]) -> None:
        self.series_of = series_of
        self.vocabulary = Vocabulary()
        self.texts: list[_Text] = []
        self.text_of: dict[str, int] = {}
        self.numbers: list[int] = []
        by_words: dict[str, int] = {}
        documents: dict[str, int] = {}
        listed = []
        for passage in passages:
            words = plain_words(passage.text)
            key = " ".join(words)
            number = by_words.get(key, -1)
            if number < 0:
                number = by_words[key] = len(self.texts)
                self.texts.append(
                    _Text(self.vocabulary.ids(words), self.vocabulary.shingles(words), [])
                )
            self.numbers.append(number)
            listed.append((documents.setdefault(passage.document, len(documents)), number))
        del by_words
        self.rarity = Rarity((document, self.texts[n].shingles) for document, n in listed)
        self.postings: dict[int, list[int]] = {}

    def add(self, passage: Passage, number: int) -> None:
        text = self.texts[number]
        if not text.passages:
            for shingle in self.rarity.shared.keys() & set(text.shingles):
                self.postings.setdefault(shingle, []).append(number)
        text.passages.append(passage)

    def nearest(self, text: _Text, later: Passage) -> Passage | None:
        """Of the passages of a wording, the last that is earlier, of the same series if there is
        one."""
        series = self.series_of.get(later.document, later.document)
        found = None
        for passage in reversed(text.passages):
            if passage.document == later.document:
                continue
            if self.series_of.get(passage.document, passage.document) == series:
                return passage
            found = found or passage
        return found

    def candidates(self, shingles: Iterable[int]) -> list[int]:
        """The earlier wordings that share most of the rarest shingles."""
        postings = self.postings
        useful = sorted(postings.keys() & set(shingles), key=self.rarity.shared.__getitem__)
        votes: Counter[int] = Counter()
        for shingle in useful[:_LOOKED_UP]:
            listed = postings[shingle]
            if len(listed) <= _POSTINGS or not votes:
                votes.update(listed[-_POSTINGS:])
        best = nlargest(_ALIGNED, zip(votes.values(), votes, strict=True))
        return [number for _, number in best]

    def match(
        self, text: _Text, later: Passage, number: int, weights: Sequence[float]
    ) -> _Match | None:
        """An earlier wording aligned with a later one; None where too little is shared."""
        other = self.texts[number]
        earlier = self.nearest(other, later)
        if earlier is None:
            return None
        shared = runs(other.ids, text.ids)
        size = sum(run.size for run in shared)
        of_later, of_earlier = size / len(text.ids), size / len(other.ids)
        similarity = ratio(other.ids, text.ids, shared)
        if max(of_later, similarity) < _LATER_SHARE and of_earlier < _EARLIER_SHARE:
            return None
        telling = 0.0
        for run in shared:
            telling += sum(weights[run.new : max(run.new, run.new + run.size - SHINGLE + 1)])
        if telling < max(_TELLING, _TELLING_SHARE * size):
            return None
        order = of_later + similarity
        if self.series_of.get(later.document, "-") == self.series_of.get(earlier.document, "--"):
            order += _OWN_SERIES
        return _Match(number, earlier, tuple(shared), similarity, order)

    def sources(self, number: int, later: Passage) -> list[_Match]:
        """Where the words of a passage come from: the best source, then what adds to it."""
        text = self.texts[number]
        weights = self.rarity.weights(text.shingles)
        if sum(weights) < _TELLING:
            return []
        if text.passages and (earlier := self.nearest(text, later)) is not None:
            return [_Match(number, earlier, (Run(0, 0, len(text.ids)),), 1.0, 1.0)]
        found: list[_Match] = []
        pool: dict[int, _Match] = {}
        covered = [False] * len(text.ids)
        left: Sequence[int] = text.shingles
        tried: set[int] = set()
        while len(found) < _SOURCES:
            untried = [other for other in self.candidates(left) if other not in tried]
            tried.update(untried)
            matches = {other: self.match(text, later, other, weights) for other in untried}
            pool |= {other: match for other, match in matches.items() if match}
            added = {n: self._added(match, covered) if found else 0 for n, match in pool.items()}
            best = max(
                pool, default=-1, key=lambda n: (added[n], pool[n].order, pool[n].earlier.day)
            )
            if best < 0 or (found and added[best] < max(_ADDS, _ADDS_SHARE * len(text.ids))):
                break
            match = pool.pop(best)
            found.append(match)
            for run in match.shared:
                covered[run.new : run.new + run.size] = [True] * run.size
            left = [s for at, s in enumerate(text.shingles) if not any(covered[at : at + SHINGLE])]
            if len(left) < _ADDS:
                break
        return found

    @staticmethod
    def _added(match: _Match, covered: Sequence[bool]) -> int:
        return sum(
            not covered[at] for run in match.shared for at in range(run.new, run.new + run.size)
        )


def reuses_in(
    passages: Iterable[Passage], series_of: Mapping[str, str] | None = None
) -> list[Reuse]:
    """Where the language of each passage comes from, in the order of time.

    ``series_of`` gives the series of a document, by its name: of equal sources that of the own
    series is told. Passages of one day come from none of that day.
    """
    ordered = sorted(passages, key=lambda p: (p.day, p.document, p.start, p.id))
    lineage = _Lineage(ordered, series_of or {})
    found: list[Reuse] = []
    at = 0
    for _, group in groupby(ordered, key=attrgetter("day")):
        day = list(group)
        numbers = lineage.numbers[at : at + len(day)]
        at += len(day)
        for passage, number in zip(day, numbers, strict=True):
            found += _told(lineage, passage, number)
        for passage, number in zip(day, numbers, strict=True):
            lineage.add(passage, number)
    return _with_splits(found)


def _told(lineage: _Lineage, passage: Passage, number: int) -> Iterator[Reuse]:
    matches = lineage.sources(number, passage)
    if not matches:
        return
    spans = words_of(passage.text).spans
    for match in matches:
        theirs = words_of(match.earlier.text).spans
        first, last = match.shared[0], match.shared[-1]
        yield Reuse(
            passage,
            match.earlier,
            _kind(passage, match, len(matches)),
            round(match.similarity, 3),
            passage.start + spans[first.new][0],
            passage.start + spans[last.new + last.size - 1][1],
            match.earlier.start + theirs[first.old][0],
            match.earlier.start + theirs[last.old + last.size - 1][1],
        )


_MOVES: Final = frozenset({Section.PREAMBLE, Section.OPERATIVE})


def _kind(later: Passage, match: _Match, sources: int) -> ReuseKind:
    sections = {later.section, match.earlier.section}
    if sections == _MOVES:
        return ReuseKind.MOVED
    if match.similarity == 1.0:
        return ReuseKind.IDENTICAL
    return ReuseKind.MERGED if sources > 1 else ReuseKind.AMENDED


def _with_splits(found: list[Reuse]) -> list[Reuse]:
    """One paragraph of which several of one later document have different words was split."""
    uses = Counter(
        (reuse.earlier.key, reuse.later.document)
        for reuse in found
        if reuse.kind is ReuseKind.AMENDED
    )
    return [
        replace(reuse, kind=ReuseKind.SPLIT)
        if reuse.kind is ReuseKind.AMENDED and uses[reuse.earlier.key, reuse.later.document] > 1
        else reuse
        for reuse in found
    ]
