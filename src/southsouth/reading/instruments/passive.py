"""Passives and participles: "X shall be renamed Y", "the Office, into which X was merged", "X,
renamed Y in 1990", "the newly created X".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from southsouth.reading.instruments.candidates import (
    before,
    listed_before,
    more,
    objects,
    phrase_at,
)
from southsouth.reading.instruments.clause import (
    ARTICLE,
    BE,
    HAVE,
    OBJECT_BEGINS,
    RELATIVE,
    WHICH,
    Clause,
    Reading,
    by,
    ends,
    its_nouns,
    linked,
    nouns,
    reach,
    renamed_too,
)
from southsouth.reading.instruments.identity import HEAD_WORDS
from southsouth.reading.instruments.passage import owner
from southsouth.reading.instruments.phrases import Phrase
from southsouth.reading.instruments.predicate import NOUNS, Predicate

_FRONT: Final = re.compile(r",?\s+(?:into|in|with|by|to|under)\s+which(?!\w)")


_FRONTED: Final = re.compile(rf"{_FRONT.pattern}\s*\Z")


_JOINED: Final = re.compile(
    r"\sand\s+(?:shall|will|should|would|must|has\s+been|was|were|is|are)\b(?:\s+[a-z]+){0,2}\s*\Z"
)
#: A subject that begins the sentence, in whatever small letters it goes on.
_WHOLE: Final = re.compile(
    r"\s*(?:(?:\d{1,3}\.|\([a-z]+\))\s+)?(?P<words>[A-Z][a-z]+(?:\s+(?!that\b|which\b|who\b|to\b|is\b|are\b|has\b"
    r"|have\b)[\w’-]+){1,14})"
)
_THAT: Final = re.compile(r"\bthat(?=\s)|(?<=,\s)")
_FINITE: Final = re.compile(r",?\s+(?:has|have|had|is|are|was|were|shall|will|should|would|must)\b")
_NEW: Final = re.compile(r"\s+(?:new|several|many|some|various|further|additional)\s")
_NO_SUBJECT: Final = re.compile(
    r"\b(?:which|it|they|that|who|and|has|have|had|also|Assembly|Council|Secretary-General"
    r"|Committee|Commission|Board|Conference|Government|Parties|Ministers|Union|we|We|It)\s*\Z"
)


#: What a participle describes that is no thing: "on the terms established".
_OF_ANOTHER: Final = re.compile(
    r"\b(?:[Tt]he|[Tt]heir|[Ii]ts|those|[Tt]his|on)\s+"
    rf"(?!(?:{'|'.join(sorted(HEAD_WORDS))})\s)[a-z-]+\s+\Z"
)
#: "the High Commissioner for the use of the emergency fund established"
_SMALL_THING: Final = re.compile(
    r"\b(?:of|for|from|to|under|by)\s+(?:the|an?)\s+"
    rf"(?P<words>(?:[a-z-]+\s+){{1,3}}(?:{'|'.join(sorted(HEAD_WORDS))}))\s*\Z"
)
#: "the goals, most recently those established for the region"
_THOSE: Final = re.compile(r"\b(?:those|ones)\s+(?:[a-z]+ly\s+)?\Z")
#: "the Committee for the Negotiation of a Convention, established in 2000"
_INSIDE: Final = re.compile(r"\b[A-Z]\w+\s+of\s+an?\s+\Z")
#: "the Council or the Committee established by paragraph 12"
_OR_THE: Final = re.compile(r"\sor\s+the\s+(?=[A-Z])")
#: "its mandate as consolidated below"
_AS: Final = re.compile(r"\bas\s+\Z")


def passive(clause: Clause, row: Predicate) -> Iterator[Reading]:
    be = ends(BE, clause, clause.start)
    if be is None or (row.needs == "meeting" and be["aux"].startswith("to")):
        return
    yield from described(clause, row, be.start(), be["aux"], "passive")


def participle(clause: Clause, row: Predicate) -> Iterator[Reading]:
    text = clause.text
    if ends(BE, clause, clause.start) or ends(HAVE, clause, clause.start):
        return
    if ends(ARTICLE, clause, clause.start):
        if not row.links and not row.agent and not row.of and row.kind != "merge":
            for phrase in objects(text, clause.end, clause.limit):
                roles: dict[str, tuple[Phrase, ...]] = {row.patient: (phrase,)}
                yield Reading(row, "attribute", roles, clause.start, phrase.after)
        return
    if ends(WHICH, clause, clause.start) or ends(_THOSE, clause, clause.start):
        return
    if _has_object(clause, row):
        return
    if ends(_OF_ANOTHER, clause, clause.start) or (row.links and ends(_AS, clause, clause.start)):
        return
    if ends(_NO_SUBJECT, clause, clause.start) and OBJECT_BEGINS.match(text, clause.end):
        return
    yield from described(clause, row, clause.start, "", "participle")


def _has_object(clause: Clause, row: Predicate) -> bool:
    """Whether it is no participle: "the Court established the inconsistency"."""
    behind_comma = clause.text[: clause.start].rstrip().endswith(",")
    told = (behind_comma and bool(row.links)) or "-" in row.links.split("|")
    object_ = OBJECT_BEGINS.match(clause.text, clause.end) or _NEW.match(clause.text, clause.end)
    return not told and object_ is not None


def described(clause: Clause, row: Predicate, at: int, aux: str, voice: str) -> Iterator[Reading]:
    """The patient before the verb, the other role behind it or in front of all."""
    relative = ends(RELATIVE, clause, at)
    end = relative.start() if relative else at
    if end <= clause.low and not row.of:
        return
    for patient, its in _patients(clause, row, end):
        start = patient[0].start if patient else clause.start
        roles = {row.patient: patient} if patient and row.patient else {}
        base = Reading(row, voice, roles, start, clause.end, aux, its=its)
        yield from completed(clause, row, base)


def _patients(
    clause: Clause, row: Predicate, end: int
) -> Iterator[tuple[tuple[Phrase, ...], bool]]:
    text = clause.text
    if row.of:
        yield from _owners(clause, row, end)
        return
    if row.needs == "called" and (whole := _WHOLE.fullmatch(text, clause.low, end)):
        yield (Phrase(whole.start("words"), end, end),), False
    joined = _JOINED.search(text, clause.low, clause.start)
    finite = ends(BE, clause, clause.start) is not None
    if not finite and (small := _SMALL_THING.search(text, max(clause.low, end - 90), end)):
        yield (Phrase(small.start("words"), end, end),), False
    if joined:
        phrase = _clause_subject(clause, end)
    else:
        phrase = before(text, clause.low, end, near=not finite)
    if row.kind == "rename":
        phrase = owner(text, phrase)
    if not finite:
        phrase = _told_of(clause, phrase)
    if phrase is not None and phrase.start >= clause.low:
        if finite:
            yield listed_before(text, clause.low, phrase), False
        if phrase.end - phrase.start > 2:
            yield (phrase,), False


def _told_of(clause: Clause, phrase: Phrase | None) -> Phrase | None:
    """What a participle tells of: "the mandate of the Panel", "the Council or the Committee"; not
    what stands inside a name."""
    text = clause.text
    phrase = owner(text, phrase)
    if phrase is None or _INSIDE.search(text, clause.low, phrase.start):
        return None
    other = _OR_THE.search(text, phrase.start, phrase.end)
    return phrase._replace(start=other.end()) if other else phrase


def _clause_subject(clause: Clause, end: int) -> Phrase | None:
    """The subject of two verbs: "that the Office has ended its work and should be dissolved"."""
    that = list(_THAT.finditer(clause.text, clause.low, end))
    at = that[-1].end() if that else clause.low
    phrase = phrase_at(clause.text, at, end)
    if phrase is not None and _FINITE.match(clause.text, phrase.after, end):
        return phrase
    return before(clause.text, clause.low, end)


#: Longer than what stands between those whose functions they are and what is done to them.
_FAR_OWNER: Final = 200


@cache
def _whose(name: str) -> re.Pattern[str]:
    return re.compile(rf",?\s+whose\s+(?:[a-z-]+\s+){{0,3}}?(?:{NOUNS[name]})\b[^;,]{{0,80}}\Z")


@cache
def _had(name: str) -> re.Pattern[str]:
    return re.compile(rf"[’']s?\s+(?:[a-z]+\s+)?(?:{NOUNS[name]})\s*\Z")


@cache
def _owned(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?=\b(?:[Tt]he|[Ii]ts|[Tt]heir|all|{NOUNS[name]})\b)")


def _owners(clause: Clause, row: Predicate, end: int) -> Iterator[tuple[tuple[Phrase, ...], bool]]:
    """Whose functions or name it is: "the functions of X be transferred", "X, whose functions"."""
    text = clause.text
    whose = _whose(row.of).search(text, clause.low, end)
    owner = before(text, clause.low, whose.start()) if whose else None
    if owner is not None:
        yield (owner,), False
        return
    had = _had(row.of).search(text, clause.low, end)
    owner = before(text, clause.low, had.start()) if had else None
    if owner is not None:
        yield (owner,), False
        return
    for found in _owned(row.of).finditer(text, clause.low, end):
        own = its_nouns(row.of).match(text, found.start(), end)
        if own and row.kind == "succeed" and own[0].lstrip().startswith("their"):
            return  # those of several bodies
        if own and own.end() >= end - 1:
            yield (), True
            return
        of = nouns(row.of).match(text, found.start(), end)
        if of is None or (of["end"] is not None and of.end() < end):
            continue
        phrase = phrase_at(text, of.end(), end)
        if phrase is not None and of["end"] is None and end - phrase.after < _FAR_OWNER:
            yield (phrase, *more(text, phrase, end)), False
            return


def completed(clause: Clause, row: Predicate, base: Reading) -> Iterator[Reading]:
    """The reading with its second role, where it has one."""
    if row.agent and row.agent != row.patient:
        for listed in (*by(clause, clause.end), *linked(clause, row, clause.end)):
            yield base._replace(roles={**base.roles, row.agent: listed}, end=reach(listed))
        return
    if row.links:
        for listed in linked(clause, row, clause.end):
            patient = base.roles.get(row.patient, ())
            pair = renamed_too(clause, row, patient, listed)
            roles = {**base.roles, row.second: pair[1]}
            if patient:
                roles[row.patient] = pair[0]
            yield base._replace(roles=roles, end=reach(listed))
        yield from _fronted(clause, row, base)
    if not row.links or not row.wanted:
        yield base


def _fronted(clause: Clause, row: Predicate, base: Reading) -> Iterator[Reading]:
    """ "the Office, into which the Unit was merged": the second role stands first."""
    start = base.start
    at = _begins(clause, row, start)
    front = ends(_FRONTED, clause, at)
    phrase = before(clause.text, clause.low, front.start()) if front else None
    if phrase is not None:
        yield base._replace(roles={**base.roles, row.second: (phrase,)}, start=phrase.start)


def _begins(clause: Clause, row: Predicate, start: int) -> int:
    """Where a patient begins, with its article and what of it is spoken of."""
    if row.of:
        for which in _FRONT.finditer(clause.text, clause.low, start):
            of = nouns(row.of).match(clause.text, which.end(), start + 1)
            if of is not None and start - of.end() < 8:
                return which.end()
    article = ends(ARTICLE, clause, start)
    return article.start() if article else start
