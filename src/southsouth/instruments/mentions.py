"""Mentions: every place where a known name stands, the longest name first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from southsouth.instruments.authority import Authority, Name, normal_form
from southsouth.structure.model import Part, PartKind, Resolution


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at one place, in offsets of the reading text.

    ``thing`` and ``name`` are IRIs of the authority records; ``candidates`` holds all things of a
    name that several bear, and then ``thing`` is "".
    """

    part: str
    start: int
    end: int
    thing: str
    name: str
    candidates: tuple[str, ...] = ()


def _pattern_of(form: str) -> str:
    escaped = re.escape(normal_form(form))
    escaped = re.sub(r"(?:\\ )+", r"\\s+", escaped)
    return escaped.replace(r"\-", "[-‐‑–]").replace("'", "['’]")


@lru_cache(maxsize=4)
def _matcher(names: tuple[Name, ...]) -> re.Pattern[str]:
    """One pattern for all names; acronyms in their own case, other names in any."""
    words = {_pattern_of(n.form) for n in names if not _is_acronym(n.form)}
    acronyms = {re.escape(n.form) for n in names if _is_acronym(n.form)}
    longest = "|".join(sorted(words, key=lambda p: (-len(p), p))) or r"(?!)"
    short = "|".join(sorted(acronyms, key=lambda p: (-len(p), p))) or r"(?!)"
    return re.compile(rf"(?<![\w/-])(?:(?i:{longest})|{short})(?![\w/]|-\w)")


def _is_acronym(form: str) -> bool:
    return " " not in form and sum(letter.isupper() for letter in form) >= 2


def mentions_in(resolution: Resolution, authority: Authority) -> tuple[Mention, ...]:
    """All mentions in the title, the provisions and the footnotes, in text order."""
    language = resolution.document.language
    names = tuple(n for n in authority.names if n.language == language and n.status != "general")
    if not names:
        return ()
    matcher = _matcher(names)
    mentions = []
    for part_id, start, end in _spans(resolution):
        for found in matcher.finditer(resolution.text, start, end):
            mention = _mention(authority, part_id, found)
            if mention is not None:
                mentions.append(mention)
    return tuple(mentions)


def _spans(resolution: Resolution) -> Iterable[tuple[str, int, int]]:
    """The title, as a part of the front matter, and every other part."""
    front = resolution.front
    for part in resolution.parts:
        if part.kind is not PartKind.FRONT:
            yield part.id, part.start, part.end
        elif front.title_start >= 0:
            yield part.id, front.title_start, front.title_start + len(front.title)


def _mention(authority: Authority, part_id: str, found: re.Match[str]) -> Mention | None:
    names = authority.by_form.get(normal_form(found[0]), ())
    if not names or not any(c.isupper() for c in found[0]):
        return None  # "pact for the future" in lower case is no name
    things = tuple(dict.fromkeys(name.thing for name in names))
    if len(things) > 1:
        return Mention(part_id, found.start(), found.end(), "", "", things)
    return Mention(part_id, found.start(), found.end(), things[0], names[0].iri)


def last_before(mentions: Iterable[Mention], part: Part, offset: int) -> tuple[Mention, ...]:
    """The mentions of a part that start before ``offset``, the nearest first."""
    before = [m for m in mentions if m.part == part.id and m.start < offset]
    return tuple(reversed(before))
