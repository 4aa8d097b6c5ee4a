"""The structure of a resolution: which block is front matter, which paragraph of which part.

A resolution runs: front matter, the organ's name as a sentence of its own ("The General
Assembly,"), preambular paragraphs ending in commas, operative paragraphs with numbers, the
meeting and date, annexes (UN Editorial Manual, "Resolutions").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from southsouth.documents.model import Block, Document, Role
from southsouth.errors import DocumentError
from southsouth.numerals import from_roman
from southsouth.structure.front import (
    find_symbol,
    front_pattern,
    read_closing,
    read_front,
)  # fmt: skip
from southsouth.structure.model import FrontMatter, Part, PartKind, Resolution, VerbUse
from southsouth.structure.verbs import (
    further_pattern,
    is_third_person,
    opening_pattern,
    verb_of,
)  # fmt: skip

_ENACTING: Final = re.compile(
    r"[“\"]?The\s+(?:[A-Z][\w'-]*\s+(?:(?:and|of|for|the|on|in)\s+)*){0,8}"
    r"(?:Assembly|Council|Commission|Committee|Conference)"
    r"(?:(?:\s+(?:and|of|for|the|on|in))*\s+[A-Z][\w'-]*)*,"
)
_ANNEX: Final = re.compile(r"(?:Annex|ANNEX|Appendix)(?:\s+(?P<number>[IVX]+|\d{1,3}|[A-Z]))?\*?")
_SECTION: Final = re.compile(r"[A-Z]")
_NUMBER: Final = re.compile(r"(?P<number>\d{1,3})\.\s+(?=\S)")
_LETTER: Final = re.compile(r"\((?P<letter>[a-z]{1,5})\)\s+(?=\S)")
_ADOPTED_NOTE: Final = re.compile(r"\[(?:Adopted|Resolution adopted|Meeting|Vote)\b", re.IGNORECASE)


@dataclass(slots=True)
class _State:
    """Where the parser is in the document."""

    zone: str = "front"  # front, preamble, operative, closing, annex
    section: str = ""  # "B-" in section B of a resolution with lettered sections
    annex: int = 0
    preambular: int = 0
    unnumbered: int = 0
    running: int = 0
    parent: str = ""
    letters: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def unique(self, part_id: str) -> str:
        """``part_id`` in its section, with a counter where a printed number occurs twice."""
        candidate, count = f"{self.section}{part_id}", 1
        while candidate in self.used:
            count += 1
            candidate = f"{self.section}{part_id}.{count}"
        self.used.add(candidate)
        return candidate

    @property
    def annex_id(self) -> str:
        """The id of the annex that the parser is in."""
        return f"{self.section}annex{self.annex}"

    def open_section(self, letter: str) -> None:
        """A further resolution under the same number begins: its own paragraphs count anew."""
        self.zone, self.section = "preamble", f"{letter}-"
        self.annex = self.preambular = self.unnumbered = 0
        self.parent, self.letters = "", []


def _annex_number(printed: str | None, last: int) -> int:
    if printed is None:
        return last + 1
    return from_roman(printed) or (int(printed) if printed.isdigit() else last + 1)


def _letter_path(letters: Sequence[str], letter: str) -> list[str]:
    """The levels of a sub-paragraph: ``(i)`` after ``(h)`` is a letter, after ``(b)`` a numeral."""
    if not letters:
        return [letter]
    first = letters[0]
    is_next = len(letter) == 1 and letter == chr(ord(first[0]) + 1) and len(first) == 1
    if is_next and not (letter == "i" and first != "h"):
        return [letter]
    value, before = from_roman(letter), from_roman(first)
    if len(letters) == 1 and value and before and value == before + 1:  # a list of (i), (ii), (iii)
        return [letter]
    if value is not None and not (len(first) > 1 and before):
        return [first, letter]
    return [letter]


def _verb_uses(text: str, start: int, end: int, *, preambular: bool) -> tuple[VerbUse, ...]:
    """The verbs of the speaking organ in ``text[start:end]``, the opening one first."""
    spans: list[tuple[str, int, int]] = []
    opening = opening_pattern().match(text, start, end)
    if opening:
        spans.append((verb_of(opening["verb"]), start, opening.end()))
    if opening and not opening[0].startswith("We "):
        for found in further_pattern().finditer(text, opening.end(), end):
            if is_third_person(found["verb"]) != preambular:
                spans.append((verb_of(found["verb"]), found.start("phrase"), found.end("phrase")))
    uses = []
    for index, (handle, at, stop) in enumerate(spans):
        has_of = handle == "take-note-of" and text.startswith(" of", stop)
        clause_end = spans[index + 1][1] if index + 1 < len(spans) else end
        uses.append(VerbUse(handle, at, stop + 3 if has_of else stop, clause_end))
    return tuple(uses)


def _part(
    document: Document, block: Block, kind: PartKind, part_id: str, number: str, parent: str,
    offset: int = 0,
) -> Part:  # fmt: skip
    verbs: tuple[VerbUse, ...] = ()
    if kind is not PartKind.FRONT:
        verbs = _verb_uses(
            document.text, block.start + offset, block.end,
            preambular=kind is PartKind.PREAMBULAR,
        )  # fmt: skip
    opens = bool(verbs) and verbs[0].start == block.start + offset
    return Part(part_id, kind, block.start, block.end, number, parent, verbs, opens)


def _prefix(state: _State) -> str:
    return f"annex{state.annex}-" if state.zone == "annex" else ""


def _numbered(document: Document, block: Block, state: _State, found: re.Match[str]) -> Part:
    number = found["number"]
    annex = state.zone == "annex"
    part_id = state.unique(f"{_prefix(state)}op{number}")
    state.parent, state.letters = part_id, []
    kind = PartKind.ANNEX_PROVISION if annex else PartKind.OPERATIVE
    parent = state.annex_id if annex else ""
    offset = found.end() - block.start
    return _part(document, block, kind, part_id, number, parent, offset)


def _lettered(document: Document, block: Block, state: _State, found: re.Match[str]) -> Part:
    state.letters = _letter_path(state.letters, found["letter"])
    path = "".join(f"({letter})" for letter in state.letters)
    parent = state.parent + "".join(f"({letter})" for letter in state.letters[:-1])
    part_id = state.unique(f"{state.parent}{path}".removeprefix(state.section))
    return _part(
        document, block, PartKind.SUBPARAGRAPH, part_id, f"({found['letter']})", parent,
        found.end() - block.start,
    )  # fmt: skip


def _plain(document: Document, block: Block, state: _State) -> Part:
    """An unnumbered block: a preambular paragraph, a single operative one, or running text."""
    opening = opening_pattern().match(document.text, block.start, block.end)
    acts = opening is not None and is_third_person(opening["verb"])
    if state.zone == "preamble" and acts and state.preambular > 0:
        state.zone = "operative"
    if state.zone == "preamble":
        state.preambular += 1
        kind, part_id, parent = PartKind.PREAMBULAR, f"pp{state.preambular}", ""
    elif state.zone == "operative" and acts:
        state.unnumbered += 1
        kind, part_id, parent = PartKind.OPERATIVE, f"op{state.unnumbered}", ""
    elif state.zone == "annex":
        state.unnumbered += 1
        parent = state.annex_id
        kind, part_id = PartKind.ANNEX_PROVISION, f"annex{state.annex}-p{state.unnumbered}"
    else:
        state.running += 1
        return _part(document, block, PartKind.PARAGRAPH, state.unique(f"p{state.running}"), "", "")
    state.parent, state.letters = state.unique(part_id), []
    return _part(document, block, kind, state.parent, "", parent)


def _is_heading(document: Document, block: Block) -> bool:
    words = document.words(block)
    return block.role is Role.HEADING or (
        len(words) < 120 and not words.endswith((".", ",", ";", ":", "?", "!"))
    )


def _body_part(document: Document, block: Block, state: _State) -> Part | None:
    text = document.text
    if found := _NUMBER.match(text, block.start, block.end):
        if state.zone == "preamble":
            state.zone = "operative"
        if state.zone in {"operative", "annex"}:
            return _numbered(document, block, state, found)
    if (found := _LETTER.match(text, block.start, block.end)) and state.parent:
        return _lettered(document, block, state, found)
    if _is_heading(document, block):
        return None
    return _plain(document, block, state)


def _footnotes(document: Document, parts: Sequence[Part]) -> list[Part]:
    """The footnotes; of several with one label, the second belongs to the second mark."""
    notes = []
    names = _State()
    offsets: dict[str, list[int]] = {}
    for mark in reversed(document.marks):
        offsets.setdefault(mark.label, []).append(mark.offset)
    for block in document.blocks:
        if block.role is not Role.FOOTNOTE:
            continue
        same = offsets.get(block.label)
        at = same.pop() if same else -1
        holder = next((p.id for p in parts if p.start <= at <= p.end), "")
        notes.append(
            Part(
                names.unique(f"fn{block.label}"), PartKind.FOOTNOTE, block.start, block.end,
                block.label, marked_in=holder, mark_offset=at,
            )
        )  # fmt: skip
    return notes


def _zones(document: Document, body: Sequence[Block]) -> tuple[dict[int, str], list[int]]:
    """Indices of the enacting formulas, with the letter of their section ("" for none), and of the
    lines that close a text with its meeting. A document without the formula has neither; one
    that has numbered paragraphs before it (a report) only quotes it."""
    enacting: dict[int, str] = {}
    closing = []
    letter = ""
    for index, block in enumerate(body):
        words = document.words(block)
        if not enacting and words.startswith("1. "):
            break
        if _SECTION.fullmatch(words):
            letter = words
        elif _ENACTING.fullmatch(words):
            enacting[index] = letter
        elif enacting and len(words) < 120 and front_pattern("meeting").match(words):
            closing.append(index)
    return enacting, closing


def _front_parts(body: Sequence[Block]) -> list[Part]:
    if not body:
        return []
    return [Part("front", PartKind.FRONT, body[0].start, body[-1].end)]


def parse_resolution(document: Document) -> Resolution:
    """The structure of ``document``.

    A document without the enacting formula (a report, a statement) keeps its numbered paragraphs
    as provisions. Raises DocumentError where the text carries no document symbol at all.
    """
    body = [block for block in document.blocks if block.role is not Role.FOOTNOTE]
    symbol = find_symbol(document, body[:40])
    if symbol is None:
        raise DocumentError(
            document.name, "no UN document symbol found", "give a document whose text names it"
        )
    enacting, closing = _zones(document, body)
    first = min(enacting, default=-1)
    # a text without the formula has no front matter of its own that could be told from the rest
    front = body[: first if first >= 0 else 12]
    matter: FrontMatter = read_front(document, symbol, front)
    for index in closing[:1]:
        matter = read_closing(document, matter, body[index : index + 3])
    state = _State(zone="operative" if first < 0 else "preamble")
    parts = _front_parts(front) if first >= 0 else []
    for index, block in enumerate(body):
        if index in enacting and (enacting[index] or index > first):
            state.open_section(enacting[index] or str(list(enacting).index(index) + 1))
        if index <= first or index in enacting:
            continue
        annex = _ANNEX.fullmatch(document.words(block))
        if annex:
            state.zone = "annex"
            state.annex = _annex_number(annex["number"], state.annex)
            state.unnumbered, state.parent, state.letters = 0, "", []
            part_id = state.unique(f"annex{state.annex}")
            parts.append(
                Part(part_id, PartKind.ANNEX, block.start, block.end, annex["number"] or "")
            )
            continue
        if index in closing:
            state.zone = "closing"
        if state.zone == "closing" or _ADOPTED_NOTE.match(document.words(block)):
            continue
        part = _body_part(document, block, state)
        if part is not None:
            parts.append(part)
    return Resolution(document, symbol, matter, (*parts, *_footnotes(document, parts)))


def governing_verb(part: Part, offset: int) -> VerbUse | None:
    """The verb whose object clause holds ``offset``: the last one that starts before it."""
    governing = None
    for use in part.verbs:
        if use.start <= offset:
            governing = use
    return governing
