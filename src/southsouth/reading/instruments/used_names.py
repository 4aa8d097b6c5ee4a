"""Used names: every proper name of an instrument or body in a document, known or not. English.

A name is found from its head noun with a capital ("Fund", "Programme of Action"): the capitals
before it, and behind it what it is of, for or on. Acronyms stand for themselves. A short form ("the
Special Unit") points back to the fuller name that the document gives before it; committees that are
called by the resolution that founded them are named by it. What a name is the name of is decided
across documents (``southsouth.things``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from southsouth.reading.instruments.heads import head_of, kind_of
from southsouth.reading.instruments.name_span import Span, name_around
from southsouth.reading.instruments.short_forms import is_short, unpointed
from southsouth.reading.structure.model import PartKind, Resolution
from southsouth.un.dates import MONTHS
from southsouth.un.states import state_code

#: Places with a head noun in their names.
_PLACES: Final = frozenset({"West Bank"})


class UsedName(NamedTuple):
    """A name at one place: its span in the reading text, its class of the vocabulary ("" for an
    acronym alone) and the acronym printed in brackets behind it, "" without one.

    ``full`` is the name that a short form points back to, as it is printed there; ``held_in`` the
    year in which a conference was held, as the words behind its name say.
    """

    part: str
    start: int
    end: int
    name: str
    kind: str
    acronym: str = ""
    full: str = ""
    held_in: str = ""


_BRACKETED: Final = re.compile(r"[”\"]?\s+\((?:the\s+)?[“\"]?([A-Z][\w‑-]*[A-Z][\w‑-]*)[”\"]?[),;]")
#: What a committee is called that only its founding resolution names.
_BY_ACT: Final = re.compile(
    r"(?:Committee|Commission|Panel|Group|Mechanism)\s+(?:of\s+Experts\s+)?"
    r"(?:established\s+|created\s+)?(?:pursuant\s+to|by|under)\s+"
    r"(?:(?:Security\s+Council|General\s+Assembly|paragraph\s+\d+\s+of)\s+)?"
    r"resolutions?\s+(?:\d{3,4}\s+\((?:19|20)\d\d\)|\d+/\d+)"
    r"(?:(?:,\s+|,?\s+and\s+)\d{3,4}\s+\((?:19|20)\d\d\))*"
    r"(?:\s+(?:concerning|on)\s+(?:the\s+)?[A-Z][\w’-]*(?:\s+(?:(?:and|the|of)\s+)*[A-Z][\w’-]*)*)?"
)
_BY_NUMBER: Final = re.compile(r"\b\d{3,4}(?:[/-]\d{3,4})*\s+(?:Sanctions\s+)?\Z")
_ACRONYM: Final = re.compile(
    r"(?:UN[-‑][A-Z][a-z]+|[A-Z](?=[\w‑-]*[A-Z][\w‑-]*[A-Z])[A-Za-z\d]*(?:[-‑][A-Z][A-Za-z\d]*)*)"
    r"(?![\w/‑-])"
)
#: "…, held in Wellington from 3 to 7 May 2004"
_HELD: Final = re.compile(
    r",?\s+(?:which\s+was\s+|was\s+|to\s+be\s+)?(?:held|convened)\s+(?:in|at)\s+[^;.]{3,90}?"
    r"(?:on|from|in|,)\s+(?:\d{1,2}(?:\s+[A-Z][a-z]+)?\s+(?:to|and|[–-])\s+)?(?:\d{1,2}\s+)?"
    rf"(?:(?:{'|'.join(MONTHS)})\s+)?(?P<year>(?:19|20)\d\d)\b(?!/)"
)
_HELD_KINDS: Final = frozenset({"Conference"})
_ROMAN: Final = re.compile(r"[IVXLCDM]+")
_HYPHENS: Final = frozenset({"-", "‑"})
#: Behind these an acronym is none: part of a symbol or of a longer word.
_JOINED: Final = frozenset("/.‑-_")


def names_used_in(resolution: Resolution, heads: Sequence[Span]) -> Iterator[UsedName]:
    """The names in all parts of a document, in text order; ``heads`` are the spans of the head
    nouns with capitals in its text (``known.known_words``)."""
    text = resolution.text
    if resolution.document.language != "en":
        return
    starts = [start for start, _ in heads]
    acronyms = list(_acronyms(text))
    fuller: dict[str, list[str]] = {}
    for part in resolution.parts:
        # "Encourages Member States": no name begins with the verb
        low, end = max(part.start, part.phrase_end), part.end
        if part.kind is PartKind.FRONT:
            low = part.start
        if low >= end:
            continue
        own = heads[bisect_left(starts, low) : bisect_left(starts, end)]
        spans = sorted(_named(text, low, end, own))
        alone = (span for span in _within(acronyms, low, end) if not _covered(span, spans))
        for start, stop in sorted([*spans, *alone]):
            if part.kind is PartKind.FRONT and " " not in text[start:stop]:
                continue  # "Agenda item 58"
            yield _used(text, part.id, start, stop, end, fuller)


def _within(spans: Sequence[Span], low: int, end: int) -> Sequence[Span]:
    return spans[bisect_left(spans, (low, 0)) : bisect_left(spans, (end, 0))]


def _covered(span: Span, spans: Sequence[Span]) -> bool:
    """Whether a span lies in one of those before it; names may lie inside each other."""
    place = bisect_left(spans, (span[0] + 1, 0))
    return any(other[1] > span[0] for other in spans[max(0, place - 3) : place])


def _acronyms(text: str) -> Iterator[Span]:
    for found in _ACRONYM.finditer(text):
        start, end = found.span()
        before = text[start - 1] if start else " "
        if before.isalnum() or before in _JOINED or _ROMAN.fullmatch(found[0]):
            continue
        if not _shouted(text, start, end):
            yield start, end


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether an acronym stands among words in capitals, as in a heading."""
    around = text[max(0, start - 24) : start] + text[end : end + 24]
    letters = [letter for letter in around if letter.isalpha()]
    return len(letters) > 5 and sum(map(str.isupper, letters)) > 0.8 * len(letters)


def _named(text: str, low: int, end: int, heads: Sequence[Span]) -> Iterator[Span]:
    """The names around head nouns; what a longer name is of, may have one of its own."""
    acts = [span for head in heads if (span := _by_act(text, head, low, end))]
    yield from acts
    reached = outer = low
    for head in heads:
        if head[0] < reached or text.startswith("Nations", head[0]):
            continue
        if text[head[0] - 1 : head[0]] in _HYPHENS:
            continue  # "Inter-Agency Committee" is no Agency
        inside = head[0] < outer
        found = name_around(text, head, reached, outer if inside else end)
        if found is None or _is_no_name(text, found.span, head, inside=inside):
            continue
        reached = found.inside
        outer = max(outer, found.span[1])
        if not any(act[0] < found.span[1] and found.span[0] < act[1] for act in acts):
            yield found.span


def _is_no_name(text: str, span: Span, head: Span, *, inside: bool) -> bool:
    """Whether words with a head are a State, or only a word of the name that they are inside:
    "… of Groups and Organs of Society to Promote Wells"."""
    name = text[slice(*span)]
    if inside and (
        " " not in name or (span[0] == head[0] and text[head[0] - 3 : head[0]] == "of ")
    ):
        return True
    return name in _PLACES or bool(state_code(name))


def _by_act(text: str, head: Span, low: int, limit: int) -> Span | None:
    """A body that is called by its founding resolution: "the 751 Committee"."""
    act = _BY_ACT.match(text, head[0], limit)
    number = _BY_NUMBER.search(text, max(low, head[0] - 30), head[0])
    if act is None and number is None:
        return None
    return number.start() if number else head[0], act.end() if act else head[1]


def _used(
    text: str, part: str, start: int, stop: int, limit: int, fuller: dict[str, list[str]]
) -> UsedName:
    name = " ".join(text[start:stop].split())
    kind = "" if _ACRONYM.fullmatch(name) else kind_of(name)
    if not kind:
        return UsedName(part, start, stop, name, "")
    bracketed = _BRACKETED.match(text, stop, limit)
    acronym = bracketed[1] if bracketed else ""
    if is_short(name):
        known = fuller.get(name) or fuller.get(unpointed(name))
        return UsedName(part, start, stop, name, kind, acronym, known[-1] if known else "")
    head = head_of(name)
    for tail in _tails(name, head):
        fuller.setdefault(tail, []).append(name)
    held = _HELD.match(text, stop, limit) if kind in _HELD_KINDS else None
    return UsedName(part, start, stop, name, kind, acronym, "", held["year"] if held else "")


def _tails(name: str, head: str) -> Iterator[str]:
    """What a name may be called later: the words that end with its head, from each word on."""
    upto = name[: name.find(head) + len(head)].split()
    for first in range(len(upto)):
        yield " ".join(upto[first:])
