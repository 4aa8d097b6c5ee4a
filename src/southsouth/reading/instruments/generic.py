"""Generic events: they state that something happens to *a* thing of a kind, and to none that one
could tell from others. They are facts of a document and no part of a lineage.

"Encourages States to establish a vetting mechanism" founds nothing that has a name, an owner or a
founding act; "decides to establish a working group on wells" does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from southsouth.reading.instruments.heads import head_of, is_plural
from southsouth.reading.instruments.identity import PRONOUNS, is_of_state, is_post

#: Heads in small letters that any State, office or text has many of.
_MANY: Final = frozenset(
    """framework system process mechanism dialogue partnership capacity capability list review
    network regime strategy model corridor standards arrangement platform presence register zone
    mandate portal operation project scheme campaign initiative account procedure instrument
    agreement consensus pact code database hub alliance service section unit window year day week
    decade summit forum conference meeting segment""".split()  # noqa: SIM905
)
#: So many words in small letters tell which thing it is.
_NAME: Final = 3
#: What a thing is for or about tells which it is: "a group on wells".
_ABOUT: Final = re.compile(r"\s+(?:on|for|of|to)\s")
#: Posts that there is one of.
_HIGH: Final = re.compile(
    r"\b(?:Secretary-?General|High\s+Commissioner|Rapporteur|Representative|Envoy|Ombudsman|Coordinator"
    r"|Expert|Adviser|Ombudsperson)\b(?![’'])"
)
#: "a special committee or task force"
_OR: Final = re.compile(r"\A[a-z -]+\sor\s[a-z -]+\Z")
#: "Advisory Committee of Local Authorities": a name, whatever those are of whom it speaks.
_NAMED: Final = re.compile(r"(?:[A-Z][\w-]+\s+)+(?:of|for|on)\s")
#: What a post is at or for is not the post.
_OFFICE: Final = re.compile(r"\s(?:at|in|for|within|to)\s")
#: Several bodies that no name tells apart: "all Security Council Committees".
_BODIES: Final = re.compile(
    r"(?:[A-Z][\w-]*\s+){0,3}(?:Committees|Panels|Missions|Offices|Groups|Centres|Programmes|Funds)"
)
#: Who talk found nothing.
_TALK: Final = re.compile(r"(?:[a-z-]+,?\s+){0,5}dialogue")
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
    words = [*subjects, new]
    if kind == "proclaim":
        return False
    if kind == "merge":  # several departments become the one that is named
        return not any(map(_tells, words))
    if kind == "rename":
        # what becomes "a specialized agency" has no new name
        core = new[: new.find(head_of(new)) + len(head_of(new))]
        return new.islower() and not _ABOUT.match(new, len(core)) and len(core.split()) < _NAME
    if kind == "succeed":
        return _is_of_many(new) or not any(map(_tells, words))
    if kind == "terminate" or kind == "designate":
        return all(map(_is_of_many, subjects)) or not any(map(_tells, subjects))
    return _founds_a_kind(force, subjects[0], actors)


def _founds_a_kind(force: str, subject: str, actors: Sequence[str]) -> bool:
    if is_post(subject):
        return _HIGH.search(_OFFICE.split(subject, maxsplit=1)[0]) is None
    if (
        _OR.search(subject)
        or _is_of_many(subject)
        or _BODIES.fullmatch(subject)
        or _TALK.fullmatch(subject)
    ):
        return True
    if force == "decided" or _tells(subject):
        return False
    known = any(map(_is_somebody, actors))
    if force == "requested" and actors and not known:
        return True
    return not known and head_of(subject) in _MANY


def _tells(words: str) -> bool:
    """Whether a capital, a number or a back reference tells which thing it is."""
    return words in PRONOUNS or not words.islower()


def _is_of_many(words: str) -> bool:
    """Whether the words speak of several things, of which no name tells which."""
    head = head_of(words)
    return (is_plural(head) and head.islower()) or (is_of_state(words) and not _NAMED.match(words))


def _is_somebody(actor: str) -> bool:
    return bool(actor) and actor[:1].isupper() and not actor.startswith(_NOBODY)
