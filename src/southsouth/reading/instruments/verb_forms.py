"""The forms of a verb, from its third person: "merges" → merge, merged, merging."""

from __future__ import annotations

from typing import Final, NamedTuple

_VOWELS: Final = "aeiou"
#: Verbs in "-es" whose "e" belongs to the ending: "establishes".
_SIBILANTS: Final = ("shes", "ches", "sses", "xes", "zzes")
#: Verbs in one syllable that double their last consonant.
_DOUBLED: Final = frozenset({"set", "split", "begin", "transfer", "refer", "wrap", "drop"})


class Forms(NamedTuple):
    """The forms of one verb, each with its particle."""

    base: str
    third: str
    past: str
    gerund: str


def forms_of(third: str, participle: str = "") -> Forms:
    """The forms of the verb with that third person; its words after the first are a particle.

    ``participle`` is the past and the participle, with its particle, where they are not regular.
    """
    word, _, rest = third.partition(" ")
    particle = f" {rest}" if rest else ""
    base = _base(word)
    past = participle or _past(base) + particle
    return Forms(base + particle, third, past, _gerund(base) + particle)


def _base(third: str) -> str:
    if third == "has":
        return "have"
    if third.endswith("ies"):
        return third[:-3] + "y"
    return third[:-2] if third.endswith(_SIBILANTS) else third[:-1]


def _stem(base: str) -> str:
    if base in _DOUBLED:
        return base + base[-1]
    return base.removesuffix("e")


def _past(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return _stem(base) + "ed"


def _gerund(base: str) -> str:
    return base + "ing" if base.endswith("ee") else _stem(base) + "ing"
