"""Back references: "the Fund", "the said Trust Fund", "the Office" after a full name.

Each is resolved inside its document to the last full name with that head noun, known or not; where
the provision that holds this name names two such things, it stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from southsouth.instruments.mention import Mention, Mentions
from southsouth.instruments.phrases import phrase_after

#: Nouns that stand for a full name with an article before them.
_HEADS: Final = (
    "Fund|Committee|Subcommittee|Unit|Office|Programme|Conference|Commission|Council|Board|Centre"
    "|Institute|Group|Forum|Assembly|Department|Division|Day|Decade|Year|Mission|Tribunal|Agency"
    "|Panel|Mechanism|Platform|Strategy|Framework|Summit|Agenda|Declaration|Plan of Action"
    "|Programme of Action|Foundation|Facility|Entity|Partnership|Network|Secretariat|Team"
)
_HEAD: Final = re.compile(rf"\b(?:{_HEADS})\b")
#: What may stand between the article and the head of a back reference.
_BEFORE: Final = re.compile(
    r"(?:\b[Tt]he|\b[Tt]his|\b[Ii]ts|\b[Tt]hat)\s+(?:(?:said|same|present|above-mentioned)\s+)?"
    r"((?:(?:Voluntary|Trust|Pledging|Special|Working|High-level|Executive)\s+){0,2})\Z"
)
_CAPITALS: Final = re.compile(r"(?:[A-Z][\w'’-]*\s+){0,6}\Z")
#: What makes a longer name of it: "the Committee on …", "the Fund Board".
_AFTER: Final = re.compile(r"\s+(?:(?:of|for|on|against|in|at)\s+(?:the\s+)?[A-Z]|[A-Z])|[-/]\w")


@dataclass(frozen=True, slots=True)
class _Full:
    """A full name that has stood: where, in which part, of which thing ("" for an unknown one)."""

    part: str
    start: int
    end: int
    thing: str


def with_references(
    text: str, spans: Iterable[tuple[str, int, int]], mentions: Mentions
) -> list[Mention]:
    """The mentions and the back references to them.

    A reference has no ``name`` of its own; ``full`` is the span of the name that it points to, and
    ``thing`` is "" where no authority record knows that name.
    """
    found = list(mentions)
    names: dict[str, list[_Full]] = {}
    for part, start, end in spans:
        for head in _HEAD.finditer(text, start, end):
            noun = head[0]
            mention = mentions.at(head.start())
            if mention is not None:
                full = _Full(part, mention.start, mention.end, mention.thing)
                names.setdefault(noun, []).append(full)
                continue
            before = _BEFORE.search(text, max(start, head.start() - 60), head.start())
            if before is None or _AFTER.match(text, head.end(), end):
                names.setdefault(noun, []).append(_unknown(text, part, head, start, end))
                continue
            referred = _referred(text, names.get(noun, ()), before[1].split())
            if referred is not None:
                found.append(Mention(
                    part, before.start(1), head.end(), referred.thing, "",
                    full=(referred.start, referred.end),
                ))  # fmt: skip
    return found


def _unknown(text: str, part: str, head: re.Match[str], start: int, end: int) -> _Full:
    """A full name that no record knows, around its head noun."""
    before = _CAPITALS.search(text, max(start, head.start() - 80), head.start())
    begin = before.start() if before else head.start()
    phrase = phrase_after(text, begin, end)
    return _Full(part, begin, max(head.end(), phrase.end if phrase else 0), "")


def _referred(text: str, names: Sequence[_Full], words: Sequence[str]) -> _Full | None:
    """The last name that fits; None where there is none or where its part names another one."""
    fitting = [n for n in names[-6:] if all(word in text[n.start : n.end] for word in words)]
    if not fitting:
        return None
    last = fitting[-1]
    others = (n for n in fitting[:-1] if n.part == last.part)
    if any(not _same(text, last, other) for other in others):
        return None
    return last


def _same(text: str, one: _Full, other: _Full) -> bool:
    if one.thing or other.thing:
        return one.thing == other.thing
    return text[one.start : one.end] == text[other.start : other.end]
