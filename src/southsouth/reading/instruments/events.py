"""Events: what provisions do to instruments and bodies, with force, actor, authority and date.

What the grammar finds in each provision (see ``finding``) gets its roles resolved against the
mentions, the force of the verb that governs it and the fields of its clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from southsouth.reading.citations.model import Citation
from southsouth.reading.instruments.asking import Asking, request
from southsouth.reading.instruments.authority import Authority
from southsouth.reading.instruments.candidates import clause_end, clause_start
from southsouth.reading.instruments.fields import (
    actors_of,
    authorities,
    authority_of,
    effective_day,
    stated_day,
)
from southsouth.reading.instruments.finding import Finder
from southsouth.reading.instruments.forces import (
    AUTHORIZED,
    FOR_SIGNATURE,
    HEDGED,
    NEGATED,
    OCCASION,
    TITLED,
    force_at,
    is_done,
    last_cue,
)
from southsouth.reading.instruments.generic import is_generic
from southsouth.reading.instruments.identity import (
    PRONOUNS,
    can_end,
    can_succeed,
    is_ended,
    is_of_state,
    is_organ,
    is_post,
    is_thing,
)
from southsouth.reading.instruments.known import known_words
from southsouth.reading.instruments.listing import One, ones
from southsouth.reading.instruments.mention import Mentions
from southsouth.reading.instruments.passage import Match
from southsouth.reading.instruments.qualifying import ASPECTS, PRESERVING, WHILE_EXISTS
from southsouth.reading.instruments.requests import same_session
from southsouth.reading.instruments.roles import (
    Event,
    Role,
    Scene,
    addressees,
    fill,
    possessor,
    verb_at,
)
from southsouth.reading.structure.model import Part, PartKind, Resolution, VerbUse
from southsouth.reading.structure.verbs import force_of
from southsouth.un.dates import PLAIN_DATE, parse_date, parse_day_of_year

__all__ = ["Event", "Role", "addressees", "events_in"]

ARTICLE: Final = re.compile(
    r"^(?:(?:the|a|an|its|this|that)\s+)?(?:(?:said|present)\s+)?[“\"]?", re.IGNORECASE
)
_ABOUT: Final = re.compile(
    r"\b(?:reports?|recommendations?|options|updates?|proposals|steps\s+taken)\b"
)


#: Principal organs that bodies and services may go over to.
_TAKES_OVER: Final = re.compile(r"United\s+Nations$|Secretariat")
_PAST: Final = re.compile(r"\W*[A-Za-z-]+ed\b")
_PARTICIPLE: Final = re.compile(r"\W*[a-z]+ing\b")
_ON_DAY: Final = re.compile(rf",?\s+on\s+(?P<day>{PLAIN_DATE})")
_WILL: Final = re.compile(r"\b(?:will|shall)\b")
_FINITE: Final = re.compile(r"\b(?:is|are|was|were|has|have|will|would|shall|should|can|could)\b")
_UNDER_WAY: Final = re.compile(r"\s+(?:is\s+being|are\s+being|will|shall)\b")
#: What happened, however the sentence goes on: "it established", "the Fund, established by".
_DONE_VOICES: Final = frozenset({"past", "participle", "attribute"})
_CHANGES: Final = frozenset({"rename", "merge", "terminate", "proclaim"})
#: Kinds that many trigger words of one sentence may state at once.
_ONCE: Final = frozenset({"establish", "rename", "succeed", "merge", "terminate", "proclaim"})


def _conditions(scene: Scene, event: Event) -> Event:
    """``event`` with the words that follow it and qualify it."""
    text, limit = scene.resolution.text, scene.part.end
    preserving = PRESERVING.match(text, event.end, limit)
    if preserving:
        words = preserving[0]
        aspects = tuple(handle for handle, _, pattern in ASPECTS if re.search(pattern, words))
        event = replace(
            event,
            end=preserving.end(),
            preserves=aspects,
            conditions=(*event.conditions, words.lstrip(", ").strip()),
        )
    lasting = WHILE_EXISTS.match(text, event.end, limit)
    if lasting:
        event = replace(
            event,
            end=lasting.end(),
            while_exists=True,
            conditions=(*event.conditions, lasting[0].lstrip(", ").strip()),
        )
    return event


def _force(scene: Scene, found: Match, use: VerbUse | None) -> str:
    text = scene.resolution.text
    if scene.part.kind is PartKind.FRONT:
        return "decided"
    if found.force or found.voice in _DONE_VOICES or _told_of(scene, found):
        return "reported"
    floor = clause_start(text, found.trigger[0], scene.part.start)
    inside = use is not None and scene.part.start <= use.start < scene.part.end
    start = max(floor, use.start) if use is not None and inside and use.start >= floor else floor
    aux = found.groups.get("aux", "")
    if found.voice == "nominal":
        if _is_past(scene, found):
            return "reported"
        if OCCASION.search(text, max(floor, found.trigger[0] - 90), found.trigger[0]):
            return "reported"
        if AUTHORIZED.search(text, start, found.trigger[0]):
            return "decided"
    cue = "" if is_done(aux) else last_cue(text, start, found.trigger[0])
    governing = force_of(use.verb) if use else ""
    if aux.startswith("shall") and governing == "decided":
        cue = ""  # "decides to extend the List, which shall be known as"
    return force_at(aux, cue, governing) or _by_itself(text, floor, found, scene.part.end)


def _is_past(scene: Scene, found: Match) -> bool:
    """Whether a noun has the day behind it on which it happened: "the establishment on 1 May 1990
    of the Office"."""
    day = _ON_DAY.match(scene.resolution.text, found.trigger[1], scene.part.end)
    adopted = scene.resolution.front.adopted
    happened = parse_date(day["day"]) if day else None
    return bool(happened and adopted and happened < adopted)


def _told_of(scene: Scene, found: Match) -> bool:
    """Whether a resolution is told of that does it: "its resolution 1/2 proclaiming …"."""
    begin, end = found.trigger
    if not scene.resolution.text[begin:end].split()[0].endswith("ing"):
        return False
    return any(
        citation.part == scene.part.id and 0 <= begin - citation.end < 4
        for citation in scene.citations
    )


def _by_itself(text: str, floor: int, found: Match, limit: int) -> str:
    """What a wording says that no verb governs.

    "The Office will be set up" decides, and so does a heading or an item of a list, "The creation
    of an Office"; a noun in a sentence with a verb of its own reports, and "…, replacing the
    Office" does as the sentence does.
    """
    begin, end = found.trigger
    if _PARTICIPLE.match(text, begin, end) and text[floor:begin].rstrip().endswith(","):
        return "decided" if _WILL.search(text, floor, begin) else "reported"
    if found.voice != "nominal":
        return "decided"
    first = not any(
        letter.islower() for letter in ARTICLE.sub("", text[floor:begin].lstrip(" -♦–•*"))
    )
    if first and _UNDER_WAY.match(text, found.end, limit):
        return "decided"
    finite = _FINITE.search(text, found.end, clause_end(text, found.end, limit))
    return "decided" if first and not finite else "reported"


def _event(scene: Scene, found: Match, one: One) -> Event | None:
    use = verb_at(scene, found.trigger[0])
    force = _force(scene, found, use)
    subject = _subject(scene, found, one)
    if (
        subject is None
        or not subject.text
        or _impossible(
            found, subject, pointing=one.subject is not None and one.subject.words in PRONOUNS
        )
    ):
        return None
    new, end = _new(scene, found, one)
    if new is not None and (_same(subject, new) or _no_successor(found, subject, new)):
        return None
    authority = authority_of(scene, found, use) if force == "reported" else None
    if authority is not None and authority.start >= end:
        end = authority.end
    place = found.roles.get("place")
    event = Event(
        scene.part.id,
        one.start,
        end,
        found.kind,
        force,
        subject,
        use,
        new_name=new,
        actors=actors_of(scene, found, force, use, authority),
        authority=authorities(scene, authority),
        day=_day(scene, found, force, authority),
        designated_as=" ".join(ARTICLE.sub("", found.groups.get("role", "")).split()),
        place=fill(scene, place[0]) if place else None,
        observed_on=parse_day_of_year(found.groups.get("when", "")) or "",
        together=tuple(fill(scene, name) for name in one.together),
    )
    return _conditions(scene, replace(event, generic=_generic(event)))


def _generic(event: Event) -> bool:
    return is_generic(
        event.kind,
        event.force,
        [subject.text for subject in event.subjects],
        event.new_name.text if event.new_name else "",
        [actor.text for actor in event.actors],
    ) and not any(subject.thing for subject in event.subjects)


def _impossible(found: Match, subject: Role, *, pointing: bool) -> bool:
    """Whether nothing can happen to it: to a principal organ, to what "its" finds no thing for."""
    if found.kind in _CHANGES and is_organ(subject.text):
        return True
    if found.kind == "establish" and found.its and is_organ(subject.text):
        return True
    if found.kind == "terminate" and is_post(subject.text):
        return True
    if found.kind == "terminate" and not is_ended(subject.text):
        return True
    if found.kind == "succeed" and (is_of_state(subject.text) or is_organ(subject.text)):
        return True
    if pointing and not (subject.thing or is_thing(subject.text, definite=True)):
        return True
    if found.kind == "terminate" and (found.its or pointing) and not can_end(subject.text):
        return True
    return found.its and not (subject.thing or is_thing(subject.text, definite=True))


def _no_successor(found: Match, subject: Role, new: Role) -> bool:
    """Whether no body can follow, become or take in another so: a principal organ that stands
    before "in lieu of", the forces or authorities of a State, a treaty in place of a body."""
    if found.kind != "succeed":
        return False
    if is_organ(new.text) and not _TAKES_OVER.match(new.text):
        return True
    return is_of_state(new.text) or not can_succeed(subject.text, new.text)


def _day(scene: Scene, found: Match, force: str, authority: Citation | None) -> date | None:
    if day := effective_day(scene, found):
        return day
    if authority is not None and authority.printed_date:
        return authority.printed_date
    if day := stated_day(scene, found):
        return day
    if force == "decided":
        return scene.resolution.front.adopted
    return None


def _subject(scene: Scene, found: Match, one: One) -> Role | None:
    if one.together:
        first, last = one.together[0], one.together[-1]
        return Role(" ".join(scene.resolution.text[first.start : last.end].split()))
    if one.subject is not None:
        return fill(scene, one.subject)
    return possessor(scene, found.start) if found.its else None


def _new(scene: Scene, found: Match, one: One) -> tuple[Role | None, int]:
    """The second role, and where the event's words end."""
    return (fill(scene, one.new) if one.new is not None else None), one.end


def _same(subject: Role, new: Role) -> bool:
    """Whether a thing would become or follow itself."""
    if subject.text == new.text:
        return True
    return bool(subject.thing and subject.thing == new.thing and subject.name == new.name)


def _known(scene: Scene, found: Match, event: Event) -> bool:
    """Whether an event of a kind that common words also express has a subject that is known."""
    if event.kind == "strengthen" and not _asks_to_strengthen(scene, event):
        return False
    if found.needs == "known":
        return bool(event.subject.thing)
    return bool(event.subject.text)


def _asks_to_strengthen(scene: Scene, event: Event) -> bool:
    """Whether somebody is to strengthen it, not to report or recommend on doing so."""
    if event.force == "reported" or event.verb is None:
        return False
    if force_of(event.verb.verb) == "reported":
        return False
    return _ABOUT.search(scene.resolution.text, event.verb.end, event.start) is None


def _told(before: Sequence[Event], event: Event) -> bool:
    """Whether the words said so already: "the setting up of the Office, established in 1990"."""
    return any(
        (e.kind, e.force, e.subject.text, e.new_name)
        == (event.kind, event.force, event.subject.text, event.new_name)
        for e in before
        if e.kind in _ONCE
    )


def events_in(
    resolution: Resolution,
    citations: Sequence[Citation],
    mentions: Mentions,
    authority: Authority,
) -> tuple[Event, ...]:
    """All events that a resolution's title and provisions state, in text order. English only."""
    parts = {part.id: part for part in resolution.parts}
    known = known_words(resolution.text, authority, resolution.document.language)
    finder, asking = Finder(resolution.text, known), Asking(resolution, parts)
    events: list[Event] = []
    for part in _searched(resolution):
        parent = parts.get(part.parent) if part.level > 1 else None
        matches = finder.matches_in(part, parent)
        asked = asking.asked(part)
        if not matches and not asked:
            continue
        scene = Scene(resolution, authority, mentions, citations, part, parts, [])
        for match in _stated(resolution.text, part, matches):
            for one in ones(match):
                event = _event(scene, match, one)
                if event and _known(scene, match, event) and not _told(scene.before, event):
                    scene.before.append(event)
        scene.before.extend(request(scene, one, use) for one, use in asked)
        events.extend(same_session(sorted(scene.before, key=lambda event: event.start)))
    return _with_new_names(events)


def _searched(resolution: Resolution) -> Iterable[Part]:
    """The title, as the front matter's part, and every part but the front matter and annexes,
    whose paragraphs are parts of their own."""
    front = resolution.front
    for part in resolution.parts:
        if part.kind is PartKind.FRONT and front.title_start >= 0:
            end = front.title_start + len(front.title)
            yield part._replace(start=front.title_start, end=end)
        elif part.kind is not PartKind.FRONT and part.kind is not PartKind.ANNEX:
            yield part


def _stated(text: str, part: Part, matches: Iterable[Match]) -> Iterable[Match]:
    """What the matches in a part state, without what is only thought of."""
    for match in matches:
        begin = match.trigger[0]
        low = max(part.start, begin - 40)
        if NEGATED.search(text, low, begin) or HEDGED.search(
            text[max(part.start, begin - 70) : begin]
        ):
            continue
        if TITLED.search(text, max(part.start, begin - 140), begin):
            continue
        if not FOR_SIGNATURE.match(text, match.trigger[1], part.end):
            yield match


def _with_new_names(events: Sequence[Event]) -> tuple[Event, ...]:
    """Renamings that name no new name ("change of name of the Commission", a title) get it from
    the renaming of the same thing that the document states in full, and are none without one."""
    full = [e for e in events if e.kind == "rename" and e.new_name is not None]
    result: list[Event] = []
    for event in events:
        if event.kind == "rename" and event.new_name is None:
            same = [
                e
                for e in full
                if e.subject.text.endswith(event.subject.text)
                or (e.subject.thing and e.subject.thing == event.subject.thing)
                or event.subject.text.split()[-1] in e.subject.text.split()
            ]
            if same:
                result.append(replace(event, new_name=same[0].new_name, subject=same[0].subject))
        else:
            result.append(event)
    return tuple(result)
