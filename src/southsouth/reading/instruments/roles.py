"""Roles: who or what fills the slots of a frame, resolved against the mentions of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from southsouth.reading.citations.model import Citation
from southsouth.reading.instruments.authority import Authority, is_a
from southsouth.reading.instruments.finding import PRONOUNS
from southsouth.reading.instruments.heads import head_of
from southsouth.reading.instruments.matching import Match
from southsouth.reading.instruments.mention import Mention, Mentions
from southsouth.reading.instruments.phrases import Phrase, nearest_before
from southsouth.reading.instruments.references import whole_end
from southsouth.reading.structure.model import Part, Resolution, VerbUse
from southsouth.reading.structure.parse import governing_verb
from southsouth.un.symbols import Symbol

_INFINITIVE: Final = re.compile(r"\bto\s+[a-z]+")


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what fills a role: the words, and the authority records' IRIs where they are known."""

    text: str
    thing: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """An event as stated: enacted, requested or reported, at ``start`` to ``end`` of the text.

    ``new_name`` is the new name of what is renamed, or what succeeds, absorbs or takes over the
    subject of a succession, merger or transfer. ``day`` is the date of the event as far as the
    words fix it, None for what is only requested;
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
class Scene:
    """All that the roles of a part's events are resolved with."""

    resolution: Resolution
    authority: Authority
    mentions: Mentions
    citations: Sequence[Citation]
    part: Part
    parts: dict[str, Part]
    before: list[Event]  # the events found so far in the provision, for "it"


def verb_at(scene: Scene, offset: int) -> VerbUse | None:
    holder: Part | None = scene.part
    while holder is not None:
        use = governing_verb(holder, offset)
        if use is not None:
            return use
        holder = scene.parts.get(holder.parent)
    return None


def mention_at(scene: Scene, start: int, end: int) -> Mention | None:
    """The first mention that starts inside ``start`` to ``end``."""
    inside = scene.mentions.between(start, end)
    return inside[0] if inside else None


def _instrument_before(scene: Scene, offset: int) -> Mention | None:
    """What "it" points back to in the provision: the nearest known instrument."""
    for mention in reversed(scene.mentions.between(scene.part.start, offset)):
        thing = scene.authority.things.get(mention.thing)
        if thing is not None and is_a(thing.kind, "Instrument"):
            return mention
    return None


def _role_of(scene: Scene, mention: Mention) -> Role:
    """The role of a mention; a back reference plays that of the name that it points to."""
    start, end = mention.full or (mention.start, mention.end)
    if mention.full and not mention.thing:
        end = whole_end(scene.resolution.text, start, end, mention.start)
    full = scene.mentions.at(start) if mention.full else mention
    words = " ".join(scene.resolution.text[start:end].split())
    return Role(words, mention.thing, full.name if full else "")


def fill(scene: Scene, found: Match, slot: str) -> Role | None:
    """The role that a slot of a frame's match holds; None where the frame has no such slot."""
    phrase = found.spans.get(slot)
    if phrase is None:
        return None
    if scene.resolution.text[phrase.start : phrase.end] not in PRONOUNS:
        return _named(scene, phrase)
    if scene.before and scene.before[-1].subject.text:
        return scene.before[-1].subject
    mention = _instrument_before(scene, phrase.start)
    if mention is not None:
        return _role_of(scene, mention)
    return possessor(scene, phrase.start) or Role("it")


def _named(scene: Scene, phrase: Phrase) -> Role:
    """The known name that a phrase is, or points back to; its words where its head stands outside
    any such name ("Security Council Committee" is not the Security Council)."""
    text = scene.resolution.text
    words = text[phrase.start : phrase.end]
    mention = scene.mentions.at(phrase.start)
    whole = mention is not None and (mention.full is None or mention.end == phrase.end)
    if mention is not None and whole and mention.start == phrase.start:
        head = phrase.start + words.find(head_of(words))
        if head < mention.end:
            return _role_of(scene, mention)
    return Role(" ".join(words.strip('”"“ ').split()))


def possessor(scene: Scene, offset: int) -> Role | None:
    """What "its" points back to: the nearest name before it that an institution can have."""
    text = scene.resolution.text
    best = nearest_before(text, scene.part.start, offset)
    if best is None:
        return None
    return _named(scene, best)


def _between(scene: Scene, start: int, end: int) -> tuple[Role, ...]:
    roles = (
        _role_of(scene, mention)
        for mention in scene.mentions.between(start, end)
        if mention.thing and is_a(scene.authority.things[mention.thing].kind, "Body")
    )
    return tuple(dict.fromkeys(roles))


def addressees(
    resolution: Resolution,
    mentions: Mentions,
    authority: Authority,
    part: Part,
    use: VerbUse,
) -> tuple[Role, ...]:
    """The bodies that a verb addresses: named between it and what they are to do."""
    if not mentions.between(use.end, use.clause_end):
        return ()
    scene = Scene(resolution, authority, mentions, (), part, {}, [])
    infinitive = _INFINITIVE.search(resolution.text, use.end, use.clause_end)
    return _between(scene, use.end, infinitive.start() if infinitive else use.clause_end)


def speaker(scene: Scene) -> tuple[Role, ...]:
    handle = scene.resolution.front.organ
    for thing in scene.authority.things.values():
        if thing.iri.endswith(f"/body/{handle}"):
            return (Role(thing.label, thing.iri),)
    return ()


def actors_of(scene: Scene, found: Match, force: str, use: VerbUse | None) -> tuple[Role, ...]:
    """Who acts: the named actor, the speaking organ for a decision, the addressee of a request."""
    named = fill(scene, found, "actor")
    if named is not None:
        return (named,)
    if force == "decided":
        return speaker(scene)
    if force == "requested" and use is not None:
        holder = next(p for p in scene.parts.values() if p.start <= use.start < p.end)
        return addressees(scene.resolution, scene.mentions, scene.authority, holder, use)
    return ()
