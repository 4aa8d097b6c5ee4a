"""The words of the lexicon: which predicates a form belongs to, and as what."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from southsouth.reading.instruments.connectives import CONNECTIVES
from southsouth.reading.instruments.predicate import Predicate
from southsouth.reading.instruments.predicates import PREDICATES
from southsouth.reading.instruments.proclaiming import PROCLAIMING
from southsouth.reading.instruments.verb_forms import forms_of

BASE: Final = "base"
THIRD: Final = "third"
PAST: Final = "past"
GERUND: Final = "gerund"
NOUN: Final = "noun"
CONNECTIVE: Final = "connective"
PROCLAIMS: Final = "proclaims"


class Use(NamedTuple):
    """One predicate, and which of its forms a word is."""

    predicate: Predicate
    form: str


@cache
def uses() -> dict[str, tuple[Use, ...]]:
    """The predicates of every form, in small letters, in the order of the lexicon."""
    found: dict[str, list[Use]] = {}
    for row in PREDICATES:
        for word, form in _words(row):
            found.setdefault(word, []).append(Use(row, form))
    return {word: tuple(of_word) for word, of_word in found.items()}


def _words(row: Predicate) -> Iterator[tuple[str, str]]:
    """The words in which a predicate can be said, and which form each is: a passive has only its
    participle."""
    forms = forms_of(row.verb, row.participle)
    voices = set(row.voices.split("|"))
    nouns = [noun for noun in row.nominals.split("|") if noun] if "nominal" in voices else []
    if "active" in voices:
        for word, form in zip(forms, (BASE, THIRD, PAST, GERUND), strict=True):
            if form not in row.less.split():
                yield word, form
    elif voices & {"passive", "participle"}:
        yield forms.past, PAST
    for noun in nouns:
        if noun != forms.gerund or "gerund" in row.less.split():
            yield noun, NOUN
        elif "active" not in voices:
            yield noun, GERUND


@cache
def triggers() -> frozenset[str]:
    """All words where the grammar looks at a passage, in small letters."""
    connectives = {word for row in CONNECTIVES for word in row.keys.split("|")}
    return frozenset({*uses(), *connectives, *PROCLAIMING})
