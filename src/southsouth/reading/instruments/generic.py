"""Generic events: they state that something happens to *a* thing of a kind, and to none that one
could tell from others. They are facts of a document and no part of a lineage.

"Encourages States to establish a vetting mechanism" founds nothing that has a name, an owner or a
founding act; "decides to establish a working group on wells" does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from southsouth.reading.instruments.heads import head_of, is_plural
from southsouth.reading.instruments.identity import PRONOUNS, is_named, is_of_state, is_post

#: Heads in small letters that any State, office or text has many of.
_MANY: Final = frozenset(
    """framework system process mechanism dialogue partnership capacity capability list review
    network regime strategy model corridor standards arrangement platform presence register zone
    mandate portal operation project scheme campaign initiative account procedure instrument
    agreement consensus pact code database hub alliance service section unit window year day week
    decade summit forum conference meeting segment""".split()  # noqa: SIM905
)
#: Whoever founds a thing of its own when it is asked to: an officer or organ, not States.
_NOBODY: Final = (
    "States", "Member", "Governments", "Government", "Parties", "parties", "countries", "all",
    "Non-", "Nations",
)  # fmt: skip


def is_generic(
    kind: str, force: str, subjects: Sequence[str], new: str, actors: Sequence[str]
) -> bool:
    """Whether an event of that kind and force happens to no thing that one can tell from others;
    ``new`` is "" where there is none."""
    if kind == "proclaim":
        return False
    if any(is_post(words) for words in subjects) or all(map(_is_of_many, subjects)):
        return True
    if any(is_named(words) or words in PRONOUNS for words in subjects):
        return kind in {"rename", "succeed"} and _is_unnamed(new, force)
    if kind in {"rename", "succeed", "merge"}:
        return not is_named(new)
    if force == "decided":
        return False
    if force == "requested":
        return not any(map(_is_somebody, actors)) or head_of(subjects[0]) in _MANY
    return head_of(subjects[0]) in _MANY


def _is_of_many(words: str) -> bool:
    """Whether the words speak of several things, of which no name tells which."""
    head = head_of(words)
    several = is_plural(head) or (head.endswith("s") and is_plural(head.lower()))
    return (several and (head.islower() or not words[:1].isupper())) or is_of_state(words)


def _is_unnamed(new: str, force: str) -> bool:
    return bool(new) and force == "requested" and not is_named(new) and new not in PRONOUNS


def _is_somebody(actor: str) -> bool:
    return bool(actor) and actor[:1].isupper() and not actor.startswith(_NOBODY)
