"""Finding: which frames of the table stand in a part of a document, and what their lists add."""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from typing import Final, NamedTuple

from southsouth.reading.instruments.frames import AND_OF, AND_THEN, FRAMES, FURTHER
from southsouth.reading.instruments.heads import kind_of
from southsouth.reading.instruments.known import Known, columns
from southsouth.reading.instruments.matching import Match, clause_end, matches, triggers_at
from southsouth.reading.instruments.phrases import phrase_after
from southsouth.reading.structure.model import Part

PRONOUNS: Final = frozenset({"it", "them"})
_BACKWARD: Final = re.compile(r"\b[Tt]he\s+(?:said\s+)?\Z")
_ONE: Final = re.compile(r"[a-z]+")
#: Kinds of things that can be merged; programmes and treaties are integrated into policies.
_MERGING: Final = frozenset(
    {
        "Body",
        "Committee",
        "Commission",
        "Group",
        "Office",
        "Organization",
        "Conference",
        "TrustFund",
        "Programme",
        "Official",
        "Framework",
    }
)
_POST: Final = re.compile(r"(?:post|position)s?\b")
_AS: Final = re.compile(r"\s+as\s+")
#: Kinds of which one wording states one only: a day that "shall be called" is proclaimed.
_FAMILY: Final = {"proclaim": "name", "rename": "name", "designate": "name"}


#: The last words of ``{BE}{ADV}``, and what frames allow behind it.
_AUXILIARIES: Final = frozenset(
    {
        "be",
        "been",
        "being",
        "is",
        "are",
        "was",
        "were",
        "hereby",
        "also",
        "further",
        "henceforth",
        "hereafter",
        "thereafter",
        "subsequently",
        "later",
        "then",
        "officially",
        "jointly",
        "now",
        "recently",
        "administratively",
        "gradually",
        "fully",
        "eventually",
        "and",
        "therefore",
        "first",
    }
)


#: Longer than any of them and the spaces behind it.
_LONGEST: Final = 40


def is_passive(text: str, low: int, place: int) -> bool:
    """Whether a participle at ``place`` stands behind an auxiliary, with or without an adverb."""
    return not _AUXILIARIES.isdisjoint(
        text[max(low, place - _LONGEST) : place].rsplit(None, 1)[-1:]
    )


class _Held(NamedTuple):
    """The rows that the words of a part lead to: those whose keys it holds, the places where
    triggers may begin of those that say so, and those with a participle behind an auxiliary."""

    wanted: set[int]
    places: dict[int, list[int]]
    passive: set[int]


def _held(text: str, part: Part, known: Known) -> _Held | None:
    places, words = known.places, known.words
    first = bisect_left(places, part.start)
    beyond = bisect_left(places, part.end, first)
    if first == beyond:
        return None
    held, of_frames = _Held(set(), {}, set()), columns()
    for place, word in zip(places[first:beyond], words[first:beyond], strict=True):
        if place + len(word) > part.end:
            continue
        keys, begins, passive = of_frames[word]
        held.wanted.update(keys)
        for number in begins:
            held.places.setdefault(number, []).append(place)
        if passive and is_passive(text, part.start, place):
            held.passive.update(passive)
    return held


def matches_in(text: str, part: Part, known: Known) -> list[Match]:
    """The matches of all frames, the first frame of a kind winning where triggers overlap."""
    held = _held(text, part, known)
    if held is None:
        return []
    wanted, places, passive = held
    found: list[Match] = []
    taken: dict[str, list[tuple[int, int]]] = {}  # triggers by family, in text order
    for number in sorted(wanted):
        frame, triggers = FRAMES[number], None
        if frame.begins:
            if number not in places:
                continue
            triggers = triggers_at(frame, text, places[number], part.end)
            if not triggers:
                continue
        elif frame.passive and number not in passive:
            continue
        start = _begin(part) if frame.pattern.startswith("{") else part.start
        for match in matches(frame, text, start, part.end, triggers):
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
            return found._replace(start=phrase.start, end=phrase.after, spans={"subject": phrase})
    return None


def _renamed_again(text: str, found: Match, end: int) -> Match | None:
    then = AND_THEN.match(text, found.end, end)
    phrase = phrase_after(text, then.end(), end) if then else None
    if then is None or phrase is None:
        return None
    spans = {"subject": found.spans["new"], "new": phrase}
    return found._replace(start=then.start(), end=phrase.after, spans=spans)


def _another_renamed(text: str, found: Match, end: int) -> Match | None:
    more = FURTHER.match(text, found.end, end)
    subject = phrase_after(text, more.end(), end) if more else None
    link = _AS.match(text, subject.after, end) if subject else None
    new = phrase_after(text, link.end(), end) if link else None
    if subject is None or new is None:
        return None
    return found._replace(
        start=subject.start, end=new.after, spans={"subject": subject, "new": new}
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
    return found._replace(start=begin, spans={"subject": subject}, groups=groups)
