"""Matching frames: where the trigger of a frame stands, and which phrases fill its roles.

A pattern is read as literals (regular expressions) with slots between them. The trigger is the
first literal; a slot before it is read backward (``{~new}``: the nearest phrase, however many words
stand between), every other slot forward from where its
neighbour ends. An aside may stand between a phrase and the literal after it: "rename the Fund,
which was established in 1990, as …".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from southsouth.reading.instruments.frame import MACROS, Frame
from southsouth.reading.instruments.heads import kind_of
from southsouth.reading.instruments.phrases import (
    Phrase,
    nearest_before,
    phrase_after,
    phrase_before,
)

_SLOT: Final = re.compile(r"\{(subject|new|place|actor|~subject|~new)\}")
_MACRO: Final = re.compile(r"\{([A-Z]+)\}")
#: What may stand between a phrase and the words that go on the frame.
_ASIDE: Final = re.compile(
    r"(?:\s*\([^()]{1,120}\))?(?:,?\s+(?:which|established|created|set\s+up|contained|annexed"
    r"|adopted|described|headed|of|in|for|at|under|within|on)\b[^;:]{0,400}?)?,?\s*"
)
_IT: Final = re.compile(r"\s*(it|them)\b(?!\s+(?:is|was|should|shall|to)\b)")
_ENDS_IT: Final = re.compile(r"\b(it)\s*\Z")
#: What describes a thing between its name and its verb: "… headed at a senior level will be".
_PARTICIPLE: Final = re.compile(
    r",?\s+(?:contained|established|adopted|annexed|set\s+out|created|headed|chaired|described"
    r"|referred|comprising|composed|serving)\b[^,;:]{0,120},?\s*\Z|,?\s+(?:contained|established|adopted"
    r"|annexed|set\s+out|created|headed|chaired|described|referred|comprising|composed|serving)\b"
)
#: A clause is not followed further, so that a text without stops costs no more than its length.
_FAR: Final = 1200
_CLAUSE: Final = re.compile(r"[;:.](?:(?<=[;:])\s|(?<=\.)\s+(?=[A-Z“(]))")


class Match(NamedTuple):
    """A frame found: its trigger, the words from ``start`` to ``end``, the spans of its roles and
    the plain groups of its literals (``aux``, ``day``, ``role``, ``session``, ``item``)."""

    frame: Frame
    trigger: tuple[int, int]
    start: int
    end: int
    spans: dict[str, Phrase]
    groups: dict[str, str]


class _Compiled(NamedTuple):
    before: str  # the slot before the trigger, "" for none
    trigger: re.Pattern[str]
    rest: tuple[tuple[str, re.Pattern[str] | None], ...]  # a slot, and the literal behind it


@cache
def compiled(frame: Frame) -> _Compiled:
    """The frame's pattern as literals and slots. Raises re.error for a literal that is no regular
    expression, KeyError for an unknown macro."""
    pattern = frame.pattern
    while _MACRO.search(pattern):
        pattern = _MACRO.sub(lambda m: f"(?:{MACROS[m[1]]})", pattern)
    pieces = _SLOT.split(pattern)
    literals, slots = pieces[::2], pieces[1::2]
    before = ""
    if not literals[0]:
        before, literals, slots = slots[0], literals[1:], slots[1:]
    rest = [
        (slot, re.compile(literal) if literal else None)
        for slot, literal in zip(slots, literals[1:], strict=True)
    ]
    return _Compiled(before, re.compile(literals[0]), tuple(rest))


def clause_end(text: str, at: int, limit: int) -> int:
    """Where the clause that holds ``at`` ends: a semicolon, a colon or the end of its sentence."""
    limit = min(limit, at + _FAR)
    found = _CLAUSE.search(text, at, limit)
    return found.start() if found else limit


def clause_start(text: str, at: int, low: int) -> int:
    """Where the clause that holds ``at`` begins."""
    start = low
    for found in _CLAUSE.finditer(text, max(low, at - _FAR), at):
        start = found.end()
    return start


def matches(
    frame: Frame, text: str, low: int, limit: int, triggers: Iterable[re.Match[str]] | None = None
) -> list[Match]:
    """All places between ``low`` and ``limit`` where the frame stands with all its roles.

    ``triggers`` are those of the frame, in text order, where they are known.
    """
    rule = compiled(frame)
    if triggers is None:
        triggers = rule.trigger.finditer(text, low, limit)
    found = (_match(frame, rule, text, low, limit, trigger) for trigger in triggers)
    return [match for match in found if match is not None]


def triggers_at(frame: Frame, text: str, places: Iterable[int], limit: int) -> list[re.Match[str]]:
    """The triggers of a frame that begin at one of ``places``, which are in text order."""
    pattern = compiled(frame).trigger
    triggers: list[re.Match[str]] = []
    reached = 0
    for place in places:
        if place >= reached and (found := pattern.match(text, place, limit)):
            reached = found.end()
            triggers.append(found)
    return triggers


def _match(
    frame: Frame, rule: _Compiled, text: str, low: int, limit: int, trigger: re.Match[str]
) -> Match | None:
    spans: dict[str, Phrase] = {}
    groups = {k: v for k, v in trigger.groupdict().items() if v is not None}
    start, at = trigger.start(), trigger.end()
    if rule.before:
        floor = clause_start(text, trigger.start(), low)
        loose = rule.before.startswith("~")
        phrase = (nearest_before if loose else _backward)(text, floor, trigger.start())
        if phrase is None:
            return None
        spans[rule.before.removeprefix("~")], start = phrase, phrase.start
    end = clause_end(text, at, limit)
    tight = frame.tight
    for slot, literal in rule.rest:
        phrase = _pronoun(text, at, end) or phrase_after(text, at, end)
        if phrase is None:
            return None
        if literal is not None:
            found = (
                literal.match(text, phrase.after, end)
                if tight
                else _literal(text, phrase, literal, end)
            )
            if found is None:
                return None
            if found.start() < phrase.end:
                phrase = phrase_after(text, at, found.start())
                if phrase is None:
                    return None
            groups |= {k: v for k, v in found.groupdict().items() if v is not None}
            at = found.end()
        else:
            at = phrase.after
        spans[slot] = phrase
    return Match(frame, trigger.span(), start, at, spans, groups)


def _pronoun(text: str, at: int, limit: int) -> Phrase | None:
    found = _IT.match(text, at, limit)
    return Phrase(found.start(1), found.end(), found.end()) if found else None


def _backward(text: str, low: int, at: int) -> Phrase | None:
    """The phrase before the trigger, over an aside in commas or brackets between the two."""
    if it := _ENDS_IT.search(text, low, at):
        return Phrase(it.start(1), it.end(1), it.end())
    direct = phrase_before(text, low, at)
    for phrase in chain((direct,), _over_asides(text, low, at)):  # few are looked at
        if phrase is not None and kind_of(text[phrase.start : phrase.end]):
            return phrase
    return direct


def _over_asides(text: str, low: int, at: int) -> Iterator[Phrase | None]:
    """The phrases before what describes them: "… headed at a senior level", "…, now in Lima,"."""
    for aside in list(_PARTICIPLE.finditer(text, max(low, at - 300), at))[::-1]:
        yield phrase_before(text, low, aside.start())
    comma = text.rfind(",", max(low, at - 300), at)
    while comma > low:
        if _ASIDE.fullmatch(text, comma, at):
            yield phrase_before(text, low, comma)
        comma = text.rfind(",", max(low, at - 300), comma)


def _literal(
    text: str, phrase: Phrase, literal: re.Pattern[str], limit: int
) -> re.Match[str] | None:
    """The literal behind a phrase: at its end, over an aside, or inside what was read too far."""
    if found := literal.match(text, phrase.after, limit):
        return found
    if found := literal.search(text, phrase.start, phrase.after + 1):
        return found
    for found in literal.finditer(text, phrase.after, min(limit, phrase.after + 420)):
        if _ASIDE.fullmatch(text, phrase.after, found.start()):
            return found
    return None
