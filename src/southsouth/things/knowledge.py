"""What follows from all that documents say: things with their names, and happenings. Pure.

A set of names becomes a thing when a document founds, renames, ends or abbreviates it, or when
enough documents name it; what many things may bear as a name ("the Committee") becomes none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from southsouth.reading.instruments.heads import kind_of
from southsouth.reading.instruments.short_forms import is_short
from southsouth.things.evidence import KnownName, NameUse, Told
from southsouth.things.happenings import Happening, happenings
from southsouth.things.identity import Identity, is_acronym
from southsouth.things.naming import name_key
from southsouth.things.series import member, series_of
from southsouth.vocabulary import BASE

#: What makes a thing of a set of names, besides being named in so many documents.
_MAKING: Final = frozenset(
    {"establishment", "renaming", "succession", "merger", "termination", "proclamation"}
)
#: So many documents must name a thing that nothing founds: the more, the fewer words.
_BY_LENGTH: Final = {1: 10, 2: 10, 3: 3}
_FEW: Final = 2
_MANY: Final = 10
_OWNED: Final = re.compile(
    r" of the (?:Secretariat|United Nations|Commission|Committee|Council|Conference|Organization)\Z"
)
_FOR: Final = re.compile(r" (?:for|on) ")
_LATEST: Final = date.max


@dataclass(frozen=True, slots=True)
class ThingName:
    """A name of a thing: its IRI, the form that most documents print, its status ("official",
    "variant", "acronym"), whether the records have it, and the uses of it."""

    iri: str
    form: str
    status: str
    known: bool
    uses: tuple[NameUse, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """An instrument, body or conference.

    Its IRI, label, class of the vocabulary ("" where the records tell it), names, the uses of short
    forms that point back to one of them, the number of documents, and the year in which most of
    them say that it was held, 0 for none; ``known`` where it is of the records.
    """

    iri: str
    label: str
    kind: str
    known: bool
    names: tuple[ThingName, ...]
    pointing: tuple[NameUse, ...]
    documents: int
    held_in: int = 0


@dataclass(frozen=True, slots=True)
class Roles:
    """The things and names that a statement speaks of, by IRI; "" for none."""

    statement: str
    thing: str = ""
    other: str = ""
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """A series of conferences or decades: its IRI, label, and the IRIs of its members in order."""

    iri: str
    label: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Things, happenings, what each statement speaks of, series, and pairs of things (IRIs) that
    may be one."""

    things: tuple[Thing, ...]
    happenings: tuple[Happening, ...]
    roles: tuple[Roles, ...]
    series: tuple[Series, ...]
    possibly_same: tuple[tuple[str, str], ...]


def slug(key: str) -> str:
    """A key as the last part of an IRI."""
    return re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")[:90].rstrip("-")


def learn(names: Sequence[KnownName], uses: Iterable[NameUse], told: Iterable[Told]) -> Knowledge:
    """All that follows from the records' names, uses of names, and what statements tell."""
    return Learner(names, uses, told).learn()


class Learner:
    """Learns things and happenings; ``of`` tells to which set of names words belong."""

    def __init__(
        self, names: Sequence[KnownName], uses: Iterable[NameUse], told: Iterable[Told]
    ) -> None:
        named = list(uses)
        pointed = _pointed_at(named)
        self._told = sorted(
            (_in_full(one, pointed) for one in told if not _is_alias(one)),
            key=lambda one: (one.day or _LATEST, one.iri, one.subject),
        )
        used = {(use.document, name_key(use.name)) for use in named}
        named += _named_in(self._told, used)
        self._uses = sorted(named, key=lambda use: (use.day or _LATEST, use.iri, use.name))
        self._records = names
        self.identity = Identity(names, self._uses, self._told)
        self._known = {(name.thing, _key_of(self.identity, name.form)): name.iri for name in names}
        self._fuller = {key: min(full) for key, full in pointed.items() if len(full) == 1}
        self._renamed = frozenset(
            key
            for one in self._told
            if one.kind == "renaming" and one.new
            for words in (one.subject, one.new)
            # of an acronym, itself and the full name that changes with it
            for key in (_key_of(self.identity, words), self.identity.in_full(one.document, words))
        )
        self._given = {
            self.of(one.document, one.new, one.new_thing): one.new
            for one in self._told
            if one.kind == "renaming"
            and one.force != "requested"
            and one.new
            and not is_short(one.new)
            and not is_acronym(one.new)
        }
        self._iris: dict[str, str] = {}
        self._names: dict[tuple[str, str], str] = {}

    def of(self, document: str, words: str, thing: str = "") -> str:
        """The set of names that words in a document belong to."""
        return self.identity.of(document, words, self._fuller.get((document, words), ""), thing)

    def learn(self) -> Knowledge:
        """All that follows."""
        uses: dict[str, list[NameUse]] = defaultdict(list)
        for use in self._uses:
            uses[self.identity.of(use.document, use.name, use.full)].append(use)
        made = self._made()
        things = [
            thing
            for members, own in sorted(uses.items())
            if (thing := self._thing(members, own, made=members in made)) is not None
        ]
        roles = {(one.iri, one.subject): self._roles(one) for one in self._told}
        return Knowledge(
            tuple(things),
            tuple(happenings(self._told, self._of_told, roles, self._forms(things))),
            tuple(role for _, role in sorted(roles.items())),
            tuple(self._series(things)),
            tuple(self._possibly_same()),
        )

    @staticmethod
    def _forms(things: Iterable[Thing]) -> Mapping[str, str]:
        """The labels of things and the forms of names, by IRI."""
        forms = {name.iri: name.form for thing in things for name in thing.names}
        return forms | {thing.iri: thing.label for thing in things}

    def _made(self) -> set[str]:
        made = set()
        for one in self._told:
            if one.kind in _MAKING:
                made.add(self.of(one.document, one.subject, one.thing))
                if one.new:
                    made.add(self.of(one.document, one.new, one.new_thing))
        return made

    def _of_told(self, one: Told) -> tuple[str, str]:
        """The sets of what a statement speaks of: its subject, and what that becomes; of a
        renaming the key of the new name."""
        subject = self.of(one.document, one.subject, one.thing)
        if not one.new:
            return subject, ""
        if one.kind == "renaming":
            return subject, self.identity.in_full(one.document, one.new)
        return subject, self.of(one.document, one.new, one.new_thing)

    def _thing(self, members: str, uses: Sequence[NameUse], *, made: bool) -> Thing | None:
        known = self.identity.known(members)
        full = [use for use in uses if _is_full(use)]
        documents = {use.document for use in uses}
        if not known and not self._is_thing(members, full, len(documents), made=made):
            return None
        by_key: dict[str, list[NameUse]] = defaultdict(list)
        pointing = []
        for use in uses:
            if use.full or (is_short(use.name) and not is_acronym(use.name)):
                pointing.append(use)
            else:
                by_key[_key_of(self.identity, use.name)].append(use)
        iri = known or f"{BASE}thing/{slug(_key_of(self.identity, full[0].name))}"
        self._iris[members] = iri
        names = tuple(self._name(iri, key, by_key) for key in sorted(by_key))
        label = "" if known else self._label(members, names)
        kind = "" if known else kind_of(label)
        if not known and not kind:
            del self._iris[members]
            return None
        years = Counter(use.held_in for use in uses if use.held_in)
        held_in = max(years, key=lambda year: (years[year], -year), default=0)
        return Thing(iri, label, kind, bool(known), names, tuple(pointing), len(documents), held_in)

    @staticmethod
    def _is_thing(members: str, full: Sequence[NameUse], documents: int, *, made: bool) -> bool:
        if members.startswith("in ") or not full:
            return False
        introduced = any(use.acronym for use in full)
        return made or introduced or documents >= _needed(full[0].name)

    def _name(self, thing: str, key: str, by_key: Mapping[str, Sequence[NameUse]]) -> ThingName:
        uses = by_key[key]
        status = self._status(key, by_key)
        exact = Counter(use.name for use in uses if key in (use.name, name_key(use.name)))
        forms = exact or Counter(use.name for use in uses)
        form = max(forms, key=lambda form: (not _OWNED.search(form), forms[form], form))
        known = self._known.get((thing, key), "")
        iri = known or f"{thing}#name-{slug(key)}"
        self._names[thing, key] = iri
        return ThingName(iri, form, status, bool(known), tuple(uses))

    def _status(self, key: str, by_key: Mapping[str, Sequence[NameUse]]) -> str:
        if is_acronym(key):
            return "acronym"
        full = [other for other in by_key if not is_acronym(other)]
        given = self._renamed.intersection(full)
        most = max(full, key=lambda other: (len(by_key[other]), other))
        is_official = key in given if given else key == most
        return "official" if is_official else "variant"

    def _label(self, members: str, names: Sequence[ThingName]) -> str:
        """The name that it has now: of those that a renaming gave it the last, else the most
        used."""
        if given := self._given.get(members):
            return given
        own = [name for name in names if name.status != "acronym"] or list(names)
        return max(own, key=lambda name: (len(name.uses), name.form)).form

    def _roles(self, one: Told) -> Roles:
        subject, other = self._of_told(one)
        thing = one.thing or self._iris.get(subject, "")
        if one.kind != "renaming":
            return Roles(one.iri, thing, one.new_thing or self._iris.get(other, ""))
        # the full name changes with the acronym: "MONUC shall be known as …"
        old = self._names.get((thing, self.identity.in_full(one.document, one.subject)), "")
        new = self._names.get((thing, other), "")
        return Roles(one.iri, thing, "", one.old_name or old, one.new_name or new)

    def _series(self, things: Iterable[Thing]) -> Iterable[Series]:
        names: dict[str, list[str]] = defaultdict(list)
        for known in self._records:
            names[known.thing].append(known.form)
        for thing in things:
            names[thing.iri] += (name.form for name in thing.names)
        for key, members in series_of(names).items():
            forms = (form for _, thing in members for form in names[thing] if member(form))
            label = next(form.partition(" ")[2] for form in forms)
            yield Series(f"{BASE}series/{slug(key)}", label, tuple(iri for _, iri in members))

    def _possibly_same(self) -> Iterable[tuple[str, str]]:
        """Things that documents give one acronym, and whose names are not alike enough."""
        for one, other in self.identity.undecided():
            pair = {self._iris.get(one, ""), self._iris.get(other, "")}
            if len(pair) > 1 and "" not in pair:
                yield min(pair), max(pair)


def _key_of(identity: Identity, words: str) -> str:
    return words if is_acronym(words) else identity.core(words)


def _named_in(told: Iterable[Told], used: set[tuple[str, str]]) -> Iterable[NameUse]:
    """The names in statements of renamings that are not among those of their documents, as are
    names without a capital at their head: "the forest instrument"."""
    for one in told:
        if one.kind != "renaming" or not one.new:
            continue
        for words, thing in ((one.subject, one.thing), (one.new, one.new_thing)):
            if not thing and (one.document, name_key(words)) not in used:
                used.add((one.document, name_key(words)))
                yield NameUse(one.iri, one.document, words, day=one.day)


#: How long a body shall last is none of its name.
_LASTING: Final = re.compile(r"\s+for\s+an?\s+(?:\w+\s+)?period\b.*", re.DOTALL)


def _pointed_at(uses: Iterable[NameUse]) -> Mapping[tuple[str, str], set[str]]:
    """What each short form points back to, by document and form."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for use in uses:
        if use.full:
            found[use.document, use.name].add(use.full)
    return found


def _in_full(one: Told, pointed: Mapping[tuple[str, str], set[str]]) -> Told:
    """A statement with the full name of its subject, where a short form can point to one only: what
    a renaming gives is not what it takes away."""
    subject = _LASTING.sub("", one.subject)
    full = {
        name
        for name in pointed.get((one.document, subject), ())
        if name_key(name) != name_key(one.new)
    }
    if len(full) == 1 and not one.thing:
        subject = min(full)
    return one if subject == one.subject else replace(one, subject=subject)


def _is_alias(one: Told) -> bool:
    """Whether a name is only given a short form: "… Entity for …, to be known as UN-Women"."""
    renames = one.kind == "renaming" and not (one.old_name or one.new_name)
    return renames and is_acronym(one.new) and not is_acronym(one.subject)


def _is_full(use: NameUse) -> bool:
    return not use.full and not is_acronym(use.name) and not is_short(use.name)


def _needed(name: str) -> int:
    """How many documents must name a thing that nothing founds: more where the name is short, or
    is that of a post that many hold."""
    if kind_of(name) == "Official" and not _FOR.search(name):
        return _MANY
    return _BY_LENGTH.get(len(name.split()), _FEW)
