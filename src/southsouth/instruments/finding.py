"""Finding: which frames of the table stand in a part of a document, and what their lists add."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import replace
from functools import cache
from typing import Final

import ahocorasick  # type: ignore[import-not-found]  # has no stubs

from southsouth.instruments.frame import Frame
from southsouth.instruments.frames import AND_OF, AND_THEN, FRAMES, FURTHER
from southsouth.instruments.heads import kind_of
from southsouth.instruments.matching import Match, clause_end, matches
from southsouth.instruments.phrases import phrase_after
from southsouth.structure.model import Part

PRONOUNS: Final = frozenset({"it", "them"})
_BACKWARD: Final = re.compile(r"\b[Tt]he\s+(?:said\s+)?\Z")
_ONE: Final = re.compile(r"[a-z]+")
#: Kinds of things that can be merged; programmes and treaties are integrated into policies.
_MERGING: Final = frozenset({
    "Body", "Committee", "Commission", "Group", "Office", "Organization", "Conference",
    "TrustFund", "Programme", "Official", "Framework",
})  # fmt: skip
_POST: Final = re.compile(r"(?:post|position)s?\b")
_AS: Final = re.compile(r"\s+as\s+")
#: Kinds of which one wording states one only: a day that "shall be called" is proclaimed.
_FAMILY: Final = {"proclaim": "name", "rename": "name", "designate": "name"}


@cache
def _keys_of(frame: Frame) -> frozenset[str]:
    return frozenset(frame.keys.split("|"))


@cache
def _keys() -> ahocorasick.Automaton:
    """The keys of all frames: most parts hold none."""
    automaton = ahocorasick.Automaton()
    for frame in FRAMES:
        for key in _keys_of(frame):
            automaton.add_word(key, key)
    automaton.make_automaton()
    return automaton


def matches_in(text: str, part: Part) -> list[Match]:
    """The matches of all frames, the first frame of a kind winning where triggers overlap."""
    keys = {key for _, key in _keys().iter(text[part.start : part.end].lower())}
    if not keys:
        return []
    found: list[Match] = []
    taken: dict[str, list[tuple[int, int]]] = {}  # triggers by family, in text order
    start = _begin(part)
    for frame in FRAMES:
        if keys.isdisjoint(_keys_of(frame)):
            continue
        begins = frame.pattern.startswith("{")
        for match in matches(frame, text, start if begins else part.start, part.end):
            if not fits(text, match):
                continue
            family = taken.setdefault(_FAMILY.get(frame.kind, frame.kind), [])
            place = bisect(family, match.trigger)
            before, after = family[max(0, place - 1) : place], family[place : place + 1]
            if all(start >= match.trigger[1] for start, _ in after) and all(
                end <= match.trigger[0] for _, end in before
            ):
                family.insert(place, match.trigger)
                found.append(match)
    return sorted(found, key=lambda match: (match.start, match.end))


def _begin(part: Part) -> int:
    """Where frames are looked for: a phrase begins behind the opening verb, whose capital would
    make it a part of the name ("Noting the Fund, established by …")."""
    return part.verbs[0].end if part.opens else part.start


def fits(text: str, found: Match) -> bool:
    """Whether the heads of the roles are what the frame needs; a pronoun may be anything."""
    words = {slot: text[phrase.start : phrase.end] for slot, phrase in found.spans.items()}
    kinds = {slot: it if it in PRONOUNS else kind_of(it) for slot, it in words.items()}
    subject = found.spans.get("subject")
    if found.frame.kind == "establish" and subject and subject.start > found.trigger[0]:
        back = _BACKWARD.search(text, max(0, subject.start - 12), subject.start)
        if back and _ONE.fullmatch(words["subject"]):
            return False  # "establishing the organization": named elsewhere
    match found.frame.needs:
        case "subject" | "new" as slot:
            return bool(kinds.get(slot))
        case "both":
            if found.frame.kind == "merge" and not {*kinds.values()} <= _MERGING:
                return False
            return all(kinds.values()) and not _POST.match(text, found.spans["new"].start)
        case "meeting":
            return kinds["subject"] in {"Conference", "Group"}
        case "observance":
            return kinds["subject"] == "Observance"
        case "name":
            rest = words["subject"].split()[1:]
            return (
                any(w[0].isupper() for w in rest) or text[found.spans["subject"].start - 1] in '“"'
            )
    return True


def further(text: str, found: Match, limit: int) -> list[Match]:
    """What a list goes on with: "establishes the Office and a working group", "… into the Mission
    and most recently into the Office", "renames the Fund as … and the List as …"."""
    result: list[Match] = []
    following = _next(text, found, limit)
    while following is not None:
        result.append(following)
        following = _next(text, following, limit)
    return result


def _next(text: str, found: Match, limit: int) -> Match | None:
    end = clause_end(text, found.end, limit)
    kind = found.frame.kind
    if kind in {"rename", "succeed"} and "new" in found.spans:
        return _renamed_again(text, found, end) or _another_renamed(text, found, end)
    if kind == "designate" and "role" in found.groups:
        return _another_designated(text, found, end)
    if kind == "establish" and found.spans and found.spans["subject"].after == found.end:
        more = AND_OF.match(text, found.end, end)
        phrase = phrase_after(text, more.end(), end) if more else None
        if phrase is not None:
            return replace(found, start=phrase.start, end=phrase.after, spans={"subject": phrase})
    return None


def _renamed_again(text: str, found: Match, end: int) -> Match | None:
    then = AND_THEN.match(text, found.end, end)
    phrase = phrase_after(text, then.end(), end) if then else None
    if then is None or phrase is None:
        return None
    spans = {"subject": found.spans["new"], "new": phrase}
    return replace(found, start=then.start(), end=phrase.after, spans=spans)


def _another_renamed(text: str, found: Match, end: int) -> Match | None:
    more = FURTHER.match(text, found.end, end)
    subject = phrase_after(text, more.end(), end) if more else None
    link = _AS.match(text, subject.after, end) if subject else None
    new = phrase_after(text, link.end(), end) if link else None
    if subject is None or new is None:
        return None
    return replace(
        found, start=subject.start, end=new.after, spans={"subject": subject, "new": new}
    )


def _another_designated(text: str, found: Match, end: int) -> Match | None:
    more = FURTHER.search(found.groups["role"])
    if more is None:
        return None
    begin = found.end - len(found.groups["role"]) + more.end()
    subject = phrase_after(text, begin, end)
    link = _AS.match(text, subject.after, end) if subject else None
    if subject is None or link is None:
        return None
    groups = {**found.groups, "role": text[link.end() : found.end]}
    return replace(found, start=begin, spans={"subject": subject}, groups=groups)
