"""Events: what provisions do to instruments and bodies, with force, actor, authority and date.

Each frame of the table is looked for in each provision; its roles are resolved against the
mentions, its force is that of the verb that governs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from southsouth.reading.citations.model import Citation
from southsouth.reading.instruments.authority import Authority
from southsouth.reading.instruments.finding import fits, further, matches_in
from southsouth.reading.instruments.forces import HEDGED, force_at, is_done, last_cue
from southsouth.reading.instruments.frames import ASPECTS, PRESERVING, WHILE_EXISTS
from southsouth.reading.instruments.known import known_words
from southsouth.reading.instruments.matching import Match, clause_end, clause_start
from southsouth.reading.instruments.mention import Mentions
from southsouth.reading.instruments.phrases import phrase_after
from southsouth.reading.instruments.roles import (
    Event,
    Role,
    Scene,
    actors_of,
    addressees,
    fill,
    mention_at,
    possessor,
    speaker,
    verb_at,
)
from southsouth.reading.structure.model import Part, PartKind, Resolution, VerbUse
from southsouth.reading.structure.verbs import force_of
from southsouth.un.dates import parse_day_of_year
from southsouth.un.numerals import from_ordinal

__all__ = ["Event", "Role", "addressees", "events_in"]

ARTICLE: Final = re.compile(
    r"^(?:(?:the|a|an|its|this|that)\s+)?(?:(?:said|present)\s+)?[“\"]?", re.IGNORECASE
)
_ABOUT: Final = re.compile(
    r"\b(?:reports?|recommendations?|options|updates?|proposals|steps\s+taken)\b"
)


_CALLED: Final = re.compile(r",?\s+to\s+be\s+(?:called|named|known\s+as)\s+(?=the\s|[“\"A-Z])")
_PAST: Final = re.compile(r"\W*[A-Za-z-]+ed\b")
_PARTICIPLE: Final = re.compile(r"\W*[a-z]+ing\b")
_WILL: Final = re.compile(r"\b(?:will|shall)\b")
_FINITE: Final = re.compile(r"\b(?:is|are|was|were|has|have|will|would|shall|should|can|could)\b")
_UNDER_WAY: Final = re.compile(r"\s+(?:is\s+being|are\s+being|will|shall)\b")
#: A wording that is a noun: "the establishment of".
_NOMINAL: Final = re.compile(
    r"\W*\w*(?:tion|ment|launch|ing\s+up|inception|merger|ing\s+of|ing\s+up)\b"
)


def _authority(scene: Scene, found: Match, use: VerbUse | None) -> Citation | None:
    """The citation on whose authority a reported event happened.

    "established under resolution 50/119" has it after the words, "its decision in its resolution
    57/263 to include" and "its resolution 64/222, in which it endorsed" before them.
    """
    kind = found.frame.kind
    if (
        kind == "establish"
        and "subject" in found.spans
        and found.trigger[0] >= found.spans["subject"].end
    ):
        first, last = found.end - 20, found.end + 120
    elif use is not None:
        first, last = use.start, found.start
    else:
        return None
    inside = [
        c
        for c in scene.citations
        if c.part == scene.part.id and not c.footnote and first <= c.start < last
    ]
    if not inside:
        return None
    return inside[0] if first == found.end - 20 else inside[-1]


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


def _end(scene: Scene, found: Match) -> int:
    """Where the event's words end: with the known name that its last role begins with.

    "the Nairobi outcome document" runs on in small letters where a phrase stops.
    """
    for phrase in found.spans.values():
        if phrase.after == found.end:
            mention = mention_at(scene, phrase.start, phrase.end)
            if mention is not None and mention.start == phrase.start:
                return max(mention.end, found.end)
    return found.end


def _force(scene: Scene, found: Match, use: VerbUse | None) -> str:
    text = scene.resolution.text
    floor = clause_start(text, found.trigger[0], scene.part.start)
    inside = use is not None and scene.part.start <= use.start < scene.part.end
    start = max(floor, use.start) if use is not None and inside and use.start >= floor else floor
    if scene.part.kind is PartKind.FRONT:
        return "decided"
    fixed, aux = found.frame.force, found.groups.get("aux", "")
    if not aux and _PAST.match(text, *found.trigger):
        fixed = "reported"
    if fixed:
        return fixed
    cue = "" if is_done(aux) else last_cue(text, start, found.trigger[0])
    governing = force_of(use.verb) if use else ""
    return force_at(aux, cue, governing) or _by_itself(text, floor, found, scene.part.end)


def _by_itself(text: str, floor: int, found: Match, limit: int) -> str:
    """What a wording says that no verb governs.

    "The Office will be set up" decides, and so does a heading or an item of a list, "The creation
    of an Office"; a noun in a sentence with a verb of its own reports, and "…, replacing the
    Office" does as the sentence does.
    """
    begin, end = found.trigger
    if _PARTICIPLE.match(text, begin, end) and text[floor:begin].rstrip().endswith(","):
        return "decided" if _WILL.search(text, floor, begin) else "reported"
    if _NOMINAL.match(text, begin) is None:
        return "decided"
    first = not any(
        letter.islower() for letter in ARTICLE.sub("", text[floor:begin].lstrip(" -♦–•*"))
    )
    if first and _UNDER_WAY.match(text, found.end, limit):
        return "decided"
    finite = _FINITE.search(text, found.end, clause_end(text, found.end, limit))
    return "decided" if first and not finite else "reported"


def _event(scene: Scene, found: Match) -> Event:
    use = verb_at(scene, found.trigger[0])
    force = _force(scene, found, use)
    groups = found.groups
    subject = fill(scene, found, "subject")
    if subject is None and "its" in groups:
        subject = possessor(scene, found.start)
    item = groups.get("item", "")
    if subject is None:
        subject = Role(item or ("report" if found.frame.kind == "report" else ""))
    new = fill(scene, found, "new")
    end = _end(scene, found)
    if found.frame.kind == "merge" and (
        called := _CALLED.match(scene.resolution.text, end, scene.part.end)
    ):
        name = phrase_after(scene.resolution.text, called.end(), scene.part.end)
        if name is not None:
            found = found._replace(spans={**found.spans, "new": name}, end=name.after)
            new, end = fill(scene, found, "new"), name.after
    authority = _authority(scene, found, use) if force == "reported" else None
    if authority is not None and authority.start >= end:
        end = authority.end
    day = authority.printed_date if authority else None
    if force == "decided":
        day = scene.resolution.front.adopted
    actors = actors_of(scene, found, force, use)
    if authority and authority.target and found.frame.kind in {"include", "endorse"} and not actors:
        actors = speaker(scene)
    session = groups.get("session", "")
    when = groups.get("when", "")
    event = Event(
        scene.part.id,
        found.start,
        end,
        found.frame.kind,
        force,
        subject,
        use,
        new_name=new,
        actors=actors,
        authority=(authority.target,) if authority and authority.target else (),
        day=day,
        designated_as=" ".join(ARTICLE.sub("", groups.get("role", "")).split()),
        place=fill(scene, found, "place"),
        observed_on=parse_day_of_year(when) or "",
        session=str(from_ordinal(session) or "") if session else "",
        item=item,
    )
    return _conditions(scene, event)


def _known(scene: Scene, found: Match, event: Event) -> bool:
    """Whether an event of a kind that common words also express has a subject that is known."""
    if event.kind == "strengthen" and not _asks_to_strengthen(scene, event):
        return False
    if found.frame.needs == "known":
        return bool(event.subject.thing)
    return bool(event.subject.text)


def _asks_to_strengthen(scene: Scene, event: Event) -> bool:
    """Whether somebody is to strengthen it, not to report or recommend on doing so."""
    if event.force == "reported" or event.verb is None:
        return False
    return _ABOUT.search(scene.resolution.text, event.verb.end, event.start) is None


def _told(before: Sequence[Event], event: Event) -> bool:
    """Whether the words said so already: "the setting up of the Office, established in 1990"."""
    return any(
        (e.kind, e.force, e.subject.text, e.new_name)
        == (event.kind, event.force, event.subject.text, event.new_name)
        for e in before
        if e.kind in {"establish", "rename", "succeed", "merge", "terminate"}
    )


def _same_session(events: Sequence[Event]) -> list[Event]:
    """Reports "at that session" get the session of the item decided before in the provision."""
    result: list[Event] = []
    for event in events:
        session = event.session
        if event.kind == "report" and not session:
            before = [e.session for e in result if e.part == event.part and e.session]
            session = before[-1] if before else ""
        result.append(replace(event, session=session) if session != event.session else event)
    return result


def events_in(
    resolution: Resolution,
    citations: Sequence[Citation],
    mentions: Mentions,
    authority: Authority,
) -> tuple[Event, ...]:
    """All events that a resolution's title and provisions state, in text order. English only."""
    parts = {part.id: part for part in resolution.parts}
    known = known_words(resolution.text, authority, resolution.document.language)
    events: list[Event] = []
    for part in _searched(resolution):
        matches = matches_in(resolution.text, part, known)
        if not matches:
            continue
        scene = Scene(resolution, authority, mentions, citations, part, parts, [])
        for match in _stated(resolution.text, part, matches):
            event = _event(scene, match)
            if _known(scene, match, event) and not _told(scene.before, event):
                scene.before.append(event)
        events.extend(_same_session(scene.before))
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
    """What the matches in a part state, with what their lists add, and without what is only
    thought of."""
    for found in matches:
        for match in (found, *(m for m in further(text, found, part.end) if fits(text, m))):
            begin = match.trigger[0]
            if not HEDGED.search(text, max(part.start, begin - 40), begin):
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
