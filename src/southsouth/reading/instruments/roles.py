"""Roles: who or what fills the slots of a frame, resolved against the mentions of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from southsouth.reading.citations.model import Citation
from southsouth.reading.instruments.authority import Authority, is_a
from southsouth.reading.instruments.candidates import clause_start
from southsouth.reading.instruments.heads import head_of, kind_of
from southsouth.reading.instruments.identity import PRONOUNS
from southsouth.reading.instruments.mention import Mention, Mentions
from southsouth.reading.instruments.passage import Named, owner
from southsouth.reading.instruments.phrases import nearest_before, phrase_after
from southsouth.reading.instruments.references import whole_end
from southsouth.reading.structure.model import Part, Resolution, VerbUse
from southsouth.reading.structure.parse import governing_verb
from southsouth.un.symbols import Symbol

#: Kinds of documents that are the words of an organ.
_SPOKEN: Final = frozenset({"Resolution", "Decision", "PresidentialStatement"})
_NUMBER: Final = re.compile(r"\s*(?:\d{1,3}\.|\([a-z]+\))\s+")
#: "encourages the Mission": a verb that begins a clause, and no word of the name.
_VERB_FIRST: Final = re.compile(r"[a-z]+s\s+(?:the\s+)?(?=[A-Z])")
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
    ``observed_on`` an xsd:gMonthDay; ``session`` a session number; a report that is asked for goes
    to its ``recipient`` and is ``due`` when the words say; ``conditions`` the words that
    qualify the event, ``preserves`` handles of ASPECTS. Where several things are merged
    ``together``, ``subject`` has the words of their list. What is ``generic`` happens to nothing
    that one can tell from others of its kind, and is no part of a lineage.
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
    recipient: Role | None = None
    due: str = ""
    together: tuple[Role, ...] = ()
    generic: bool = False

    @property
    def subjects(self) -> tuple[Role, ...]:
        """Each thing that it happens to."""
        return self.together or (self.subject,)


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


def fill(scene: Scene, name: Named) -> Role:
    """The role that a name plays: what it points back to, the record that knows it, its words."""
    if name.words not in PRONOUNS:
        return _named(scene, name)
    if name.words[:1].isupper() and (last := _subject_before(scene, name.start)):
        return last
    if scene.before and scene.before[-1].subject.text:
        return scene.before[-1].subject
    mention = _instrument_before(scene, name.start)
    if mention is not None:
        return _role_of(scene, mention)
    return possessor(scene, name.start) or Role("it")


def _subject_before(scene: Scene, offset: int) -> Role | None:
    """The subject of the sentence before, which "It" at the beginning of one takes up."""
    text = scene.resolution.text
    start = clause_start(
        text, max(scene.part.start, text.rfind(".", 0, offset) - 1), scene.part.start
    )
    number = _NUMBER.match(text, start, offset)
    phrase = phrase_after(text, number.end() if number else start, offset)
    if phrase is None or not kind_of(text[phrase.start : phrase.end]):
        return None
    return _named(scene, Named(phrase.start, phrase.end, text[phrase.start : phrase.end]))


def _named(scene: Scene, name: Named) -> Role:
    """The known name that a phrase is, or points back to; its words where its head stands outside
    any such name ("Security Council Committee" is not the Security Council)."""
    words = scene.resolution.text[name.start : name.end]
    mention = scene.mentions.at(name.start)
    whole = mention is not None and (mention.full is None or mention.end == name.end)
    if mention is not None and whole and mention.start == name.start:
        head = name.start + words.find(head_of(words))
        if head < mention.end:
            return _role_of(scene, mention)
    return Role(" ".join(name.words.strip('”"“ ').split()))


def possessor(scene: Scene, offset: int) -> Role | None:
    """What "its" points back to: the nearest name before it that an institution can have."""
    text = scene.resolution.text
    best = nearest_before(text, scene.part.start, offset)
    if best is None:
        return None
    best = owner(text, best) or best
    if verb := _VERB_FIRST.match(text, best.start, best.end):
        best = best._replace(start=verb.end())
    return _named(scene, Named(best.start, best.end, text[best.start : best.end]))


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


def speaks(resolution: Resolution) -> bool:
    """Whether a document is the word of its organ; a report to the General Assembly is not."""
    return resolution.symbol.kind in _SPOKEN


def speaker(scene: Scene) -> tuple[Role, ...]:
    """The organ that speaks, where the document is one that it adopted."""
    if not speaks(scene.resolution):
        return ()
    handle = scene.resolution.front.organ
    for thing in scene.authority.things.values():
        if thing.iri.endswith(f"/body/{handle}"):
            return (Role(thing.label, thing.iri),)
    return ()
