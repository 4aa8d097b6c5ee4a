"""Who can act: the words of an actor, cut where a clause goes on; none where they name nobody.

"that Pondland take measures to" has Pondland for its actor, "that the transfer of funds to" has
none: a transfer, a need or a proposal does nothing.
"""

from __future__ import annotations

import re
from typing import Final

from southsouth.reading.instruments.heads import head_of, kind_of
from southsouth.reading.instruments.phrases import phrase_after

#: Words in small letters for those who act without a name.
_THOSE_WHO: Final = re.compile(
    r"\b(?:part(?:y|ies)|sides?|states?|governments?|authorit(?:y|ies)|countr(?:y|ies)|members?"
    r"|donors?|partners?|actors?|stakeholders?|communit(?:y|ies)|sponsors|co-sponsors"
    r"|organi[sz]ations?|agenc(?:y|ies)|institutions?|bod(?:y|ies)|organs?|entit(?:y|ies)"
    r"|committees?|commissions?|groups?|panels?|teams?|missions?|councils?|conferences?|summits?"
    r"|meetings?|sessions?|congress|experts?|leaders|ministers|secretariat|offices?|bureau|court"
    r"|tribunal|representatives?|coordinators?|envoys?|mediators?|forces?|society|companies"
    r"|industr(?:y|ies)|individuals|signatories|institutes?|banks?|funds?|programmes?)\b",
    re.IGNORECASE,
)  # fmt: skip
#: What has a name and does nothing all the same.
_TEXTS: Final = frozenset(
    {"Agreement", "Instrument", "Declaration", "Strategy", "ProgrammeOfAction", "OutcomeDocument"}
)
#: Where the words of an actor end: a purpose, an adverb, a clause.
_GOES_ON: Final = re.compile(
    r"\s+(?:to\s+[a-z]|concerning\s|regarding\s|proposing\s|at\s+the\s|on\s+an?\s|[a-z]+ly\b)"
)


def actor_words(words: str) -> str:
    """The words of the actor that ``words`` begin with, "" where they name nobody who acts."""
    capital = words[:1].isupper()
    if capital:
        whole = f"the {words}"  # so that its capital begins no sentence
        phrase = phrase_after(whole, 0, len(whole))
        words = whole[phrase.start : phrase.after] if phrase else words
    if further := _GOES_ON.search(words):
        words = words[: further.start()]
    if capital:
        return "" if kind_of(words) in _TEXTS else words.rstrip(" ,")
    return words if _names_those(words) else ""


def _names_those(words: str) -> bool:
    """Whether the noun of words in small letters is one for those who act."""
    head = head_of(words)
    core = words[: words.find(head) + len(head)]
    return _THOSE_WHO.search(core) is not None
