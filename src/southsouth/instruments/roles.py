"""Roles: who or what fills the slots of a frame, resolved against the mentions of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from southsouth.citations.model import Citation
from southsouth.instruments.authority import Authority, is_a
from southsouth.instruments.finding import PRONOUNS
from southsouth.instruments.heads import head_of
from southsouth.instruments.matching import Match
from southsouth.instruments.mentions import Mention, last_before
from southsouth.instruments.phrases import Phrase, nearest_before
from southsouth.structure.model import Part, Resolution, VerbUse
from southsouth.structure.parse import governing_verb
from southsouth.symbols import Symbol

_INFINITIVE: Final = re.compile(r"\bto\s+[a-z]+")
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
    mentions: Sequence[Mention]
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
    for mention in scene.mentions:
        if mention.part == scene.part.id and start <= mention.start < end:
            return mention
    return None


def _antecedent(scene: Scene, head: str, offset: int) -> Mention | None:
    """What "the Committee" or "it" points back to in the provision: the nearest name that fits."""
    for mention in last_before(scene.mentions, scene.part, offset):
        words = scene.resolution.text[mention.start : mention.end]
        kind = scene.authority.things[mention.thing].kind if mention.thing else ""
        if (head and head in words.split()) or (not head and is_a(kind, "Instrument")):
            return mention
    return None


def _role_of(scene: Scene, mention: Mention) -> Role:
    words = scene.resolution.text[mention.start : mention.end]
    return Role(" ".join(words.split()), mention.thing, mention.name)


def fill(scene: Scene, found: Match, slot: str) -> Role | None:
    """The role that a slot of a frame's match holds; None where the frame has no such slot."""
    phrase = found.spans.get(slot)
    if phrase is None:
        return None
    text = scene.resolution.text
    words = " ".join(text[phrase.start : phrase.end].strip('”"“ ').split())
    if words in PRONOUNS and scene.before and scene.before[-1].subject.text:
        return scene.before[-1].subject
    if words in PRONOUNS or _BACK.fullmatch(words):
        head = "" if words in PRONOUNS else words.split()[-1]
        mention = _antecedent(scene, head, phrase.start)
        if mention is None and not head:
            return possessor(scene, phrase.start) or Role(words)
        return _role_of(scene, mention) if mention else Role(words)
    return _named(scene, phrase)


def _named(scene: Scene, phrase: Phrase) -> Role:
    """The known name that a phrase is; its words where its head stands outside any such name
    ("Security Council Committee" is not the Security Council)."""
    text = scene.resolution.text
    words = text[phrase.start : phrase.end]
    mention = mention_at(scene, phrase.start, phrase.end)
    if mention is not None and mention.start == phrase.start:
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
