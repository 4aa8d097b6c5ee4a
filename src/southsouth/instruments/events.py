"""Events: what provisions do to instruments and bodies, with force, actor, authority and date.

Each frame of the table is looked for in each provision; its roles are resolved against the
mentions, its force is that of the verb that governs it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from southsouth.citations.model import Citation
from southsouth.dates import parse_day_of_year
from southsouth.instruments.authority import Authority, is_a
from southsouth.instruments.frames import ASPECTS, FRAMES, PRESERVING, WHILE_EXISTS, Frame, compiled
from southsouth.instruments.mentions import Mention, last_before
from southsouth.numerals import from_ordinal
from southsouth.structure.model import Part, PartKind, Resolution, VerbUse
from southsouth.structure.parse import governing_verb
from southsouth.structure.verbs import force_of
from southsouth.symbols import Symbol

_ARTICLE: Final = re.compile(
    r"^(?:(?:the|a|an|its|this|that)\s+)?(?:(?:said|present)\s+)?[“\"]?", re.IGNORECASE
)
_INFINITIVE: Final = re.compile(r"\bto\s+[a-z]+")
_ABOUT: Final = re.compile(
    r"\b(?:reports?|recommendations?|options|updates?|proposals|steps\s+taken)\b"
)
#: A name cut down to its head, which points back to the full name: "the same Pledging Conference".
_BACK: Final = re.compile(
    r"(?:same\s+)?(?:Trust\s+|Pledging\s+|Special\s+)?(?:Committee|Fund|Unit|Office|Programme"
    r"|Conference|Commission|Council|Board|Centre|Institute|Group|Forum|Assembly|Department"
    r"|Division|Day|Decade|Year|Mission|Tribunal|Agency)"
)


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what fills a role: the words, and the authority records' IRIs where they are known."""

    text: str
    thing: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """An event as stated: enacted, requested or reported, at ``start`` to ``end`` of the text.

    ``day`` is the date of the event as far as the words fix it, None for what is only requested;
    ``observed_on`` an xsd:gMonthDay; ``session`` a session number; ``conditions`` the words that
    qualify the event, ``preserves`` handles of ASPECTS.
    """

    part: str
    start: int
    end: int
    kind: str
    force: str
    subject: Role
    verb: VerbUse | None = None
    new_name: Role | None = None
    actors: tuple[Role, ...] = ()
    authority: tuple[Symbol, ...] = ()
    day: date | None = None
    conditions: tuple[str, ...] = ()
    preserves: tuple[str, ...] = ()
    while_exists: bool = False
    designated_as: str = ""
    place: Role | None = None
    observed_on: str = ""
    session: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class _Scene:
    """All that the roles of a part's events are resolved with."""

    resolution: Resolution
    authority: Authority
    mentions: Sequence[Mention]
    citations: Sequence[Citation]
    part: Part
    parts: dict[str, Part]
    before: list[Event]  # the events found so far in the provision, for "it"


def _verb_at(scene: _Scene, offset: int) -> VerbUse | None:
    holder: Part | None = scene.part
    while holder is not None:
        use = governing_verb(holder, offset)
        if use is not None:
            return use
        holder = scene.parts.get(holder.parent)
    return None


def _mention_at(scene: _Scene, start: int, end: int) -> Mention | None:
    """The first mention that starts inside ``start`` to ``end``."""
    for mention in scene.mentions:
        if mention.part == scene.part.id and start <= mention.start < end:
            return mention
    return None


def _antecedent(scene: _Scene, head: str, offset: int) -> Mention | None:
    """What "the Committee" or "it" points back to in the provision: the nearest name that fits."""
    for mention in last_before(scene.mentions, scene.part, offset):
        words = scene.resolution.text[mention.start : mention.end]
        kind = scene.authority.things[mention.thing].kind if mention.thing else ""
        if (head and head in words.split()) or (not head and is_a(kind, "Instrument")):
            return mention
    return None


def _role_of(scene: _Scene, mention: Mention) -> Role:
    words = scene.resolution.text[mention.start : mention.end]
    return Role(" ".join(words.split()), mention.thing, mention.name)


def _fill(scene: _Scene, found: re.Match[str], group: str) -> Role | None:
    """The role that a group of a frame's match holds; None where the frame has no such group."""
    if group not in found.re.groupindex or found[group] is None:
        return None
    words = found[group]
    bare = _ARTICLE.sub("", words).strip('”"“ ')
    if words == "it" and scene.before and scene.before[-1].subject.thing:
        return scene.before[-1].subject
    if words == "it" or _BACK.fullmatch(bare):
        head = "" if words == "it" else bare.split()[-1]
        mention = _antecedent(scene, head, found.start(group))
        return _role_of(scene, mention) if mention else Role(" ".join(bare.split()))
    mention = _mention_at(scene, *found.span(group))
    if mention is not None and mention.start <= found.start(group) + len(words) - len(bare):
        return _role_of(scene, mention)
    return Role(" ".join(bare.split()))


def _between(scene: _Scene, start: int, end: int) -> tuple[Role, ...]:
    roles = (
        _role_of(scene, mention)
        for mention in scene.mentions
        if mention.part == scene.part.id and start <= mention.start < end
        and mention.thing and is_a(scene.authority.things[mention.thing].kind, "Body")
    )  # fmt: skip
    return tuple(dict.fromkeys(roles))


def addressees(
    resolution: Resolution, mentions: Sequence[Mention], authority: Authority, part: Part,
    use: VerbUse,
) -> tuple[Role, ...]:  # fmt: skip
    """The bodies that a verb addresses: named between it and what they are to do."""
    scene = _Scene(resolution, authority, mentions, (), part, {}, [])
    infinitive = _INFINITIVE.search(resolution.text, use.end, use.clause_end)
    return _between(scene, use.end, infinitive.start() if infinitive else use.clause_end)


def _speaker(scene: _Scene) -> tuple[Role, ...]:
    handle = scene.resolution.front.organ
    for thing in scene.authority.things.values():
        if thing.iri.endswith(f"/body/{handle}"):
            return (Role(thing.label, thing.iri),)
    return ()


def _actors(
    scene: _Scene, found: re.Match[str], force: str, use: VerbUse | None
) -> tuple[Role, ...]:
    """Who acts: the named actor, the speaking organ for a decision, the addressee of a request."""
    named = _fill(scene, found, "actor")
    if named is not None:
        return (named,)
    if force == "decided":
        return _speaker(scene)
    if force == "requested" and use is not None:
        holder = next(p for p in scene.parts.values() if p.start <= use.start < p.end)
        return addressees(scene.resolution, scene.mentions, scene.authority, holder, use)
    return ()


def _authority(
    scene: _Scene, frame: Frame, found: re.Match[str], use: VerbUse | None
) -> Citation | None:
    """The citation on whose authority a reported event happened.

    "established under resolution 50/119" has it after the words, "its decision in its resolution
    57/263 to include" and "its resolution 64/222, in which it endorsed" before them.
    """
    if frame.kind == "establish":
        first, last = found.end(), found.end() + 120
    elif frame.kind in {"include", "endorse", "rename"} and use is not None:
        first, last = use.start, found.start()
    else:
        return None
    inside = [
        c for c in scene.citations
        if c.part == scene.part.id and not c.footnote and first <= c.start < last
    ]  # fmt: skip
    if not inside:
        return None
    return inside[0] if frame.kind == "establish" else inside[-1]


def _conditions(scene: _Scene, event: Event) -> Event:
    """``event`` with the words that follow it and qualify it."""
    text, limit = scene.resolution.text, scene.part.end
    preserving = PRESERVING.match(text, event.end, limit)
    if preserving:
        words = preserving[0]
        aspects = tuple(handle for handle, _, pattern in ASPECTS if re.search(pattern, words))
        event = replace(
            event, end=preserving.end(), preserves=aspects,
            conditions=(*event.conditions, words.lstrip(", ").strip()),
        )  # fmt: skip
    lasting = WHILE_EXISTS.match(text, event.end, limit)
    if lasting:
        event = replace(
            event, end=lasting.end(), while_exists=True,
            conditions=(*event.conditions, lasting[0].lstrip(", ").strip()),
        )  # fmt: skip
    return event


def _end(scene: _Scene, found: re.Match[str]) -> int:
    """Where the event's words end: with the known name that its last role begins with.

    "the Nairobi outcome document" runs on in small letters where the pattern stops; "the South
    Summit, Lima Declaration" stops before the pattern does.
    """
    for group in ("new", "actor", "place", "subject"):
        if group in found.re.groupindex and found.end(group) == found.end():
            start = found.start(group)
            mention = _mention_at(scene, start, found.end())
            if mention is not None and mention.start - start <= len("the first "):
                return mention.end
    return found.end()


def _event(scene: _Scene, frame: Frame, found: re.Match[str]) -> Event:
    use = _verb_at(scene, found.start())
    force = frame.force or (force_of(use.verb) if use else "reported")
    subject = _fill(scene, found, "subject")
    groups = found.groupdict()
    item = groups.get("item") or ""
    if subject is None:
        subject = Role(item or ("report" if frame.kind == "report" else ""))
    end = _end(scene, found)
    authority = _authority(scene, frame, found, use) if force == "reported" else None
    if authority is not None and authority.start >= end:
        end = authority.end
    day = authority.printed_date if authority else None
    if force == "decided":
        day = scene.resolution.front.adopted
    actors = _actors(scene, found, force, use)
    if authority and authority.target and frame.kind in {"include", "endorse"} and not actors:
        actors = _speaker(scene)
    session = groups.get("session") or ""
    event = Event(
        scene.part.id, found.start(), end, frame.kind, force, subject, use,
        new_name=_fill(scene, found, "new"),
        actors=actors,
        authority=(authority.target,) if authority and authority.target else (),
        day=day,
        designated_as=" ".join(_ARTICLE.sub("", groups.get("role") or "").split()),
        place=_fill(scene, found, "place"),
        observed_on=parse_day_of_year(groups.get("day") or "") or "",
        session=str(from_ordinal(session) or "") if session else "",
        item=item,
    )  # fmt: skip
    return _conditions(scene, event)


def _known(scene: _Scene, event: Event) -> bool:
    """Whether an event of a kind that common words also express has a subject that is known."""
    if event.kind == "strengthen" and not _asks_to_strengthen(scene, event):
        return False
    if event.kind in {"endorse", "strengthen", "adopt", "include"}:
        return bool(event.subject.thing)
    return True


def _asks_to_strengthen(scene: _Scene, event: Event) -> bool:
    """Whether somebody is to strengthen it, not to report or recommend on doing so."""
    if event.force == "reported" or event.verb is None:
        return False
    return _ABOUT.search(scene.resolution.text, event.verb.end, event.start) is None


def _same_session(events: Sequence[Event]) -> list[Event]:
    """Reports "at that session" get the session of the item decided before in the provision."""
    result: list[Event] = []
    for event in events:
        session = event.session
        if event.kind == "report" and not session:
            before = [e.session for e in result if e.part == event.part and e.session]
            session = before[-1] if before else ""
        result.append(replace(event, session=session))
    return result


def _begin(part: Part, frame: Frame) -> int:
    """Where a frame is looked for: one that begins with a name, behind the opening verb, whose
    capital would make it a part of the name ("Noting the Fund, established by …")."""
    begins_with_name = frame.pattern.startswith("(?P<subject>")
    return part.verbs[0].end if part.opens and begins_with_name else part.start


def events_in(
    resolution: Resolution, citations: Sequence[Citation], mentions: Sequence[Mention],
    authority: Authority,
) -> tuple[Event, ...]:  # fmt: skip
    """All events that a resolution's provisions state, in text order."""
    parts = {part.id: part for part in resolution.parts}
    events: list[Event] = []
    for part in resolution.parts:
        if part.kind in {PartKind.FRONT, PartKind.ANNEX}:
            continue
        scene = _Scene(resolution, authority, mentions, citations, part, parts, [])
        matches = [
            (found.start(), rank, found)
            for rank, frame in enumerate(FRAMES)
            for found in compiled(frame).finditer(resolution.text, _begin(part, frame), part.end)
        ]
        for _, rank, found in sorted(matches, key=lambda match: match[:2]):
            event = _event(scene, FRAMES[rank], found)
            if _known(scene, event):
                scene.before.append(event)
        events.extend(_same_session(scene.before))
    return tuple(events)
