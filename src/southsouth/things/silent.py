"""Silent renamings: one name of a thing stops and another starts, and no document says so. Pure.

Two official names of one thing follow each other when the first is in use before the second and
not, or only in looking back, from then on. The evidence is the pair of passages, the last with the
old name and the first with the new, that are most alike outside the names: the same place of a
series of resolutions has a score near 1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from southsouth.things.periods import Attestation
from southsouth.un.numerals import natural_key


@dataclass(frozen=True, slots=True)
class SilentChange:
    """A change of name shown by use alone; ``score`` is None where the words are not at hand."""

    old: str
    new: str
    last_use: Attestation
    first_use: Attestation
    score: float | None


def silent_changes(
    names: Mapping[str, Sequence[str]],
    uses: Iterable[Attestation],
    stated: AbstractSet[tuple[str, str]],
    words: Callable[[str], str],
) -> list[SilentChange]:
    """The silent changes between the official names of each thing (``names``).

    ``stated`` are the pairs of names whose change a document states, with any force; ``words``
    gives the text of a provision, "" where it is not at hand.
    """
    by_name: dict[str, list[Attestation]] = {}
    for use in uses:
        by_name.setdefault(use.name, []).append(use)
    found = []
    for own in names.values():
        used = sorted((n for n in own if n in by_name), key=lambda n: (_first(by_name[n]), n))
        for old, new in pairwise(used):
            change = _change(old, new, by_name, words)
            if change is not None and (old, new) not in stated:
                found.append(change)
    return found


def _first(uses: Sequence[Attestation]) -> date:
    return min(use.day for use in uses)


def _change(
    old: str, new: str, by_name: Mapping[str, Sequence[Attestation]], words: Callable[[str], str]
) -> SilentChange | None:
    began = _first(by_name[new])
    before = [use for use in by_name[old] if use.day < began]
    after = [use for use in by_name[old] if use.day >= began]
    if not before or len(after) > len(by_name[new]):
        return None
    last_day = max(use.day for use in before)
    last = [use for use in before if use.day == last_day]
    # of two that are as like, the one that comes first in its document is the evidence
    first = [use for use in by_name[new] if use.day == began]
    first.sort(key=lambda use: natural_key(use.provision))
    pairs = [
        (similarity(words(a.provision), words(b.provision)), a, b) for a in last for b in first
    ]
    score, last_use, first_use = max(
        pairs, key=lambda pair: (-1.0 if pair[0] is None else pair[0], pair[1].provision)
    )
    return SilentChange(old, new, last_use, first_use, score)


_WORD = re.compile(r"\w+")


def similarity(one: str, other: str) -> float | None:
    """How alike two passages are: the share of their words that both have (Jaccard), from 0 to 1;
    None where one of them is empty."""
    first, second = ({word.lower() for word in _WORD.findall(text)} for text in (one, other))
    if not first or not second:
        return None
    return round(len(first & second) / len(first | second), 3)
