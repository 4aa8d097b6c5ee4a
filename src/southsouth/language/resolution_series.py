"""Resolution series: which resolution continues which, told by title, agenda item, recitals. Pure.

The General Assembly takes up a question each year or two under the same item and adopts a
resolution that recalls the one before. Two documents of one organ are of one series where they
have the same title, or where the later recalls the earlier in its preamble and their titles, or
the items under which they ask to be taken up again, are alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rapidfuzz.fuzz import token_sort_ratio

#: Titles shorter than this say nothing ("Session").
_LETTERS: Final = 10
#: token_sort_ratio of titles that name the same question (0 to 100).
_ALIKE: Final = 82
#: Members beside which a document must be named in one recital to be taken for one of them.
_BESIDE: Final = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a document: ``day`` of adoption, ``title``, the ``items`` under which it
    asks to be taken up again, ``recitals``: the documents that each preambular paragraph cites,
    in order. ``held`` is false where only others tell of it."""

    document: str
    day: date | None = None
    title: str = ""
    items: frozenset[str] = frozenset()
    recitals: tuple[tuple[str, ...], ...] = ()
    held: bool = True


@dataclass(frozen=True, slots=True)
class Member:
    """A document of a series and what told so: ``title``, ``recalled``, ``named beside``."""

    document: str
    day: date | None
    title: str
    held: bool
    because: str


@dataclass(frozen=True, slots=True)
class Series:
    """The members in the order of time, then by symbol; a document that is not held and whose day
    is unknown stands where its session puts it."""

    members: tuple[Member, ...]

    @property
    def latest(self) -> Member:
        """The last member."""
        return self.members[-1]

    @property
    def gaps(self) -> tuple[Member, ...]:
        """The members that others name, and whose text is not at hand."""
        return tuple(member for member in self.members if not member.held)

    def after(self, document: str) -> Member | None:
        """The member that continues a document; None for the last."""
        names = [member.document for member in self.members]
        at = names.index(document) + 1
        return self.members[at] if at < len(names) else None


def organ_of(document: str) -> str:
    """What the documents of one organ and kind begin with: ``A/RES/60/212`` → ``A/RES``."""
    return document.partition("RES")[0] + "RES" if "RES" in document else ""


def _plain(title: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", title.lower()))


class _Groups:
    """Documents joined to groups (union-find)."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self.because: dict[str, str] = {}

    def root(self, name: str) -> str:
        while (parent := self._parent.setdefault(name, name)) != name:
            self._parent[name] = self._parent.setdefault(parent, parent)
            name = parent
        return name

    def join(self, one: str, other: str, because: str) -> None:
        first, second = self.root(one), self.root(other)
        if first != second:
            self._parent[second] = first
        for name in (one, other):
            self.because.setdefault(name, because)


def _alike(later: Entry, earlier: Entry) -> bool:
    if later.items & earlier.items:
        return True
    one, other = _plain(later.title), _plain(earlier.title)
    if min(len(one), len(other)) < _LETTERS:
        return False
    return token_sort_ratio(one, other) >= _ALIKE


def all_series(entries: Iterable[Entry]) -> list[Series]:
    """The series of two members and more."""
    known = {entry.document: entry for entry in entries if organ_of(entry.document)}
    groups = _Groups()
    by_title: dict[tuple[str, str], str] = {}
    for entry in known.values():
        title = _plain(entry.title)
        if len(title) >= _LETTERS:
            key = (organ_of(entry.document), title)
            if key in by_title:
                groups.join(by_title[key], entry.document, "title")
            by_title.setdefault(key, entry.document)
    for entry in known.values():
        for cited in dict.fromkeys(name for recital in entry.recitals for name in recital):
            other = known.get(cited)
            if (
                other is not None
                and cited != entry.document
                and organ_of(cited) == organ_of(entry.document)
                and _alike(entry, other)
            ):
                groups.join(cited, entry.document, "recalled")
    _join_those_beside(known, groups)
    gathered: dict[str, list[str]] = {}
    for name in groups.because:
        gathered.setdefault(groups.root(name), []).append(name)
    found = [_series(names, known, groups.because) for names in gathered.values()]
    return sorted(found, key=lambda series: _order(series.members[0]))


def _join_those_beside(known: Mapping[str, Entry], groups: _Groups) -> None:
    """A document that nothing else is known of belongs to the series whose members a recital names
    it with: "Recalling its resolutions 60/212…, 62/209…"."""
    votes: dict[str, Counter[str]] = {}
    for entry in known.values():
        if entry.document not in groups.because:
            continue
        own = groups.root(entry.document)
        for recital in entry.recitals:
            members = sum(groups.root(name) == own for name in recital if name in groups.because)
            if members < _BESIDE:
                continue
            for name in recital:
                held = name in known and bool(known[name].title)
                if not held and organ_of(name) == organ_of(entry.document):
                    votes.setdefault(name, Counter())[own] += 1
    for name, among in votes.items():
        if name not in groups.because:
            groups.join(among.most_common(1)[0][0], name, "named beside")


_NUMBERS: Final = re.compile(r"\d+")


def _order(member: Member) -> tuple[int, str, int]:
    """By session and number, which ascend with time within one organ's documents; those with Roman
    numerals, which are older, first."""
    if "(" in member.document:
        return (0, member.day.isoformat() if member.day else member.document, 0)
    numbers = [int(number) for number in _NUMBERS.findall(member.document)]
    return (numbers[0] if numbers else 0, "", numbers[1] if len(numbers) > 1 else 0)


def _series(names: Sequence[str], known: Mapping[str, Entry], because: Mapping[str, str]) -> Series:
    members = []
    for name in names:
        entry = known.get(name, Entry(name, held=False))
        members.append(Member(name, entry.day, entry.title, entry.held, because[name]))
    return Series(tuple(sorted(members, key=_order)))


def series_of(found: Iterable[Series]) -> dict[str, str]:
    """Each document's series, named by its first member."""
    return {
        member.document: series.members[0].document for series in found for member in series.members
    }
