"""From labelled blocks to the parts of a document, with the ids that become IRI fragments."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

from southsouth.reading.documents.model import Block, BlockKind, Document
from southsouth.reading.structure import kinds
from southsouth.reading.structure.classify import opening_verb
from southsouth.reading.structure.labelled import Labelled
from southsouth.reading.structure.model import Part, PartKind, VerbUse
from southsouth.reading.structure.verbs import further_verbs, is_third_person, phrase_end, verb_of
from southsouth.un.numerals import from_roman

_PROVISIONS: Final = {
    BlockKind.PREAMBULAR: PartKind.PREAMBULAR,
    BlockKind.OPERATIVE: PartKind.OPERATIVE,
    BlockKind.ANNEX_TEXT: PartKind.ANNEX_PROVISION,
    BlockKind.PARAGRAPH: PartKind.PARAGRAPH,
}
#: Headings with a number of their own, under which paragraphs may count anew; in six languages.
_SECTION_HEADING: Final = re.compile(
    r"(?:第|(?P<word>[^\W\d_]{2,20})\s*)??"
    r"(?P<number>[IVXLC]+|[A-Z]|\d{1,3}|[一二三四五六七八九十]{1,3}|[^\W\d_]+اً?)"
    r"(?:\b|(?=条|部分|章))\.?(?:条|部分|章)?"
    r"(?:\s*[\n.:–—-]\s*\D.*|\s+[^\W\d_].*)?",
    re.DOTALL,
)
#: What a numbered heading is called in an IRI, as pinpoints call it; all others are sections.
_GROUPS: Final = {
    "article": "art",
    "artículo": "art",
    "статья": "art",
    "المادة": "art",
    "part": "part",
    "partie": "part",
    "parte": "part",
    "часть": "part",
    "chapter": "chap",
    "chapitre": "chap",
    "capítulo": "chap",
    "глава": "chap",
}
# members of an enumeration are slow to come by (see ``kinds``)
_PREAMBULAR: Final = PartKind.PREAMBULAR
_OPERATIVE_PARAGRAPH: Final = PartKind.OPERATIVE
_SUBPARAGRAPH: Final = PartKind.SUBPARAGRAPH
_ANNEX_PROVISION: Final = PartKind.ANNEX_PROVISION
_PLAIN_PARAGRAPH: Final = PartKind.PARAGRAPH
#: Where headings count anew.
_REGIONS: Final = frozenset({BlockKind.SECTION, BlockKind.ANNEX, BlockKind.FORMULA})
_CHINESE: Final = "一二三四五六七八九十"
_ARABIC_ORDINALS: Final = (
    "أولا",
    "ثانيا",
    "ثالثا",
    "رابعا",
    "خامسا",
    "سادسا",
    "سابعا",
    "ثامنا",
    "تاسعا",
    "عاشرا",
)


#: What a printed number may hold and the fragment of an IRI may not (RFC 3987 §2.2, ifragment).
_ENCODED: Final = re.compile(r"[^\w.()~!$&'*+,;=:@/?-]")


def _encoded(found: re.Match[str]) -> str:
    return quote(found[0], safe="")


@dataclass(slots=True)
class _State:
    """Where the assembly is in the document."""

    section: str = ""  # "B-" in section B of a resolution with lettered sections
    annex: int = 0
    in_annex: bool = False
    texts: int = 0
    in_text: bool = False  # in a text that a paragraph announced: "terms of reference as follows:"
    heading: str = ""
    group: str = ""  # "sect2-" under a numbered heading, where paragraphs count anew
    counts: dict[str, int] = field(default_factory=dict)
    parents: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    repeats: Counter[str] = field(default_factory=Counter)

    def unique(self, part_id: str) -> str:
        """``part_id`` in its section, with a counter where a printed number occurs twice.

        What an IRI cannot hold is percent-encoded, as in the IRIs of documents (RFC 3987 §2.2).
        """
        candidate = plain = self.section + _ENCODED.sub(_encoded, part_id)
        while candidate in self.used:
            self.repeats[plain] += 1
            candidate = f"{plain}.{self.repeats[plain] + 1}"
        self.used.add(candidate)
        return candidate

    @property
    def region(self) -> str:
        """``annex1-`` in an annex, ``text1-`` in a text inside the resolution, else nothing."""
        if self.in_annex:
            return f"annex{self.annex}-"
        return f"text{self.texts}-" if self.in_text else ""

    @property
    def prefix(self) -> str:
        """What goes before the number of a paragraph: ``annex1-``, ``sect2-``, both or nothing."""
        return self.region + self.group

    @property
    def annex_id(self) -> str:
        """The id of the annex that the assembly is in, "" outside."""
        return f"{self.section}annex{self.annex}" if self.in_annex else ""

    def open_section(self, letter: str) -> None:
        """A further resolution under the same number begins: its own paragraphs count anew."""
        self.section = f"{letter}-"
        self.annex, self.in_annex, self.heading, self.group = 0, False, "", ""
        self.texts, self.in_text = 0, False
        self.counts.clear()
        self.parents = []

    def count(self, what: str) -> int:
        """The next number of that kind in this section and annex."""
        key = self.region + what
        number = self.counts[key] = self.counts.get(key, 0) + 1
        return number


def _annex_number(printed: str, last: int) -> int:
    if not printed:
        return last + 1
    return from_roman(printed) or (int(printed) if printed.isdigit() else last + 1)


def verb_uses(
    text: str, opening: re.Match[str], end: int, *, preambular: bool
) -> tuple[VerbUse, ...]:
    """The verbs of the speaking organ in a provision that ends at ``end``, beginning with the verb
    phrase that opens it."""
    phrases = [(verb_of(opening["verb"]), *opening.span())]
    if not text.startswith("We ", opening.start()):
        for found in further_verbs(text, opening.end(), end):
            if is_third_person(found["verb"]) != preambular:
                phrases.append((verb_of(found["verb"]), *found.span("phrase")))
    uses = []
    clause_end = end
    for handle, at, stop in reversed(phrases):
        has_of = handle == "take-note-of" and text.startswith(" of", stop)
        uses.append(VerbUse(handle, at, stop + 3 if has_of else stop, clause_end))
        clause_end = at
    uses.reverse()
    return tuple(uses)


def _heading_groups(labelled: Sequence[Labelled], document: Document) -> set[int]:
    """Indices of the numbered headings under which paragraphs count anew.

    They matter only where they do: the paragraphs of a resolution that count through are cited
    by their number alone.
    """
    groups: set[int] = set()
    region: list[int] = []
    firsts = 0

    def close() -> None:
        if firsts > 1:
            groups.update(
                index for index in region if _group(document.words(labelled[index].block))
            )
        region.clear()

    for index, label in enumerate(labelled):
        if label.kind in _REGIONS:
            close()
            firsts = 0
        elif label.kind is kinds.HEADING:
            region.append(index)
        elif label.level == 1 and label.number == "1":
            firsts += 1
    close()
    return groups


def _heading_number(printed: str) -> str:
    """The number of a heading in figures; letters stay letters, "" for what is no number."""
    if printed in _ARABIC_ORDINALS:
        return str(_ARABIC_ORDINALS.index(printed) + 1)
    if printed[0] in _CHINESE:
        if printed[0] == "十":
            return str(10 + (_CHINESE.index(printed[1]) + 1 if len(printed) > 1 else 0))
        tens = (_CHINESE.index(printed[0]) + 1) * 10 if "十" in printed[1:] else 0
        ones = printed.replace("十", "")[-1] if not printed.endswith("十") else ""
        return str(tens + (_CHINESE.index(ones) + 1 if ones else 0))
    if printed.isdigit():
        return printed
    roman = from_roman(printed) if printed.isupper() else None
    return str(roman or (printed if len(printed) == 1 and printed.isascii() else ""))


def _group(words: str) -> str:
    """``"Article 5"`` → ``"art5-"``, ``"IV"`` → ``"sect4-"``; "" for a heading without number."""
    found = _SECTION_HEADING.fullmatch(words)
    number = _heading_number(found["number"]) if found else ""
    if not found or not number:
        return ""
    word = (found["word"] or "").lower()
    article = "条" in words and words.startswith("第")
    return f"{'art' if article else _GROUPS.get(word, 'sect')}{number}-"


class _Assembler:
    def __init__(self, document: Document, labelled: Sequence[Labelled]) -> None:
        self.document = document
        self.labelled = labelled
        self.groups = _heading_groups(labelled, document)
        self.english = document.language == "en"
        self.state = _State()
        self.formulas = 0
        self.letter = ""

    def run(self) -> list[Part]:
        parts = []
        for index, label in enumerate(self.labelled):
            if label.kind in _PROVISIONS:
                parts.append(self._paragraph(label))
            elif (part := self._part(index, label)) is not None:
                parts.append(part)
        return parts

    def _part(self, index: int, label: Labelled) -> Part | None:
        """The part of a block that is no paragraph; None where it makes none."""
        if label.kind is kinds.POINT:
            return self._point(label)
        state, block = self.state, label.block
        if label.kind is kinds.ROW:
            number = state.count("row")
            part_id = state.unique(f"{state.region}row{number}")
            return Part(
                part_id,
                PartKind.ROW,
                block.start,
                block.end,
                parent=state.annex_id,
                under=state.heading,
            )
        if label.kind is kinds.HEADING:
            return self._heading(index, block)
        if label.kind is BlockKind.SECTION:
            self.letter = label.number
            state.open_section(label.number)
        elif label.kind is BlockKind.FORMULA:
            self.formulas += 1
            if self.formulas > 1 and not self.letter:
                state.open_section(str(self.formulas))
            self.letter = ""
        elif label.kind is BlockKind.ANNEX:
            state.annex = _annex_number(label.number, state.annex)
            state.in_annex, state.heading, state.group, state.parents = True, "", "", []
            part_id = state.unique(f"annex{state.annex}")
            return Part(part_id, PartKind.ANNEX, block.start, block.end, label.number)
        return None

    def _heading(self, index: int, block: Block) -> Part:
        state = self.state
        if index in self.groups:
            state.group = _group(self.document.words(block))
        number = state.count("heading")
        state.heading = state.unique(f"{state.region}heading{number}")
        state.parents = []
        return Part(state.heading, PartKind.HEADING, block.start, block.end, parent=state.annex_id)

    def _paragraph(self, label: Labelled) -> Part:
        state, kind = self.state, _PROVISIONS[label.kind]
        if not state.in_annex:
            attached = kind is _ANNEX_PROVISION
            state.texts += attached and not state.in_text
            state.in_text = attached
        if kind is _PREAMBULAR:
            part_id = f"{state.region}pp{state.count('pp')}"
        elif label.number:
            part_id = f"{state.prefix}op{label.number}"
        elif kind is _OPERATIVE_PARAGRAPH:
            part_id = f"{state.region}op{state.count('op')}"
        else:
            part_id = f"{state.region}p{state.count('p')}"
        part_id = state.unique(part_id)
        continues = kind is _PLAIN_PARAGRAPH and not label.number
        if not continues or not state.parents:
            state.parents = [part_id]
        return self._provision(label, kind, part_id, state.annex_id)

    def _point(self, label: Labelled) -> Part:
        state = self.state
        depth = label.level - 1  # 1 for "(a)"
        above = state.parents[:depth]
        printed = label.number
        if not printed:
            printed = f"-{state.count(f'{above[-1] if above else state.prefix}-')}"
        stem = above[-1].removeprefix(state.section) if above else state.prefix.rstrip("-")
        part_id = state.unique(f"{stem}{printed}")
        state.parents = [*above, part_id]
        parent = above[-1] if above else state.annex_id
        return self._provision(label, _SUBPARAGRAPH, part_id, parent)

    def _provision(self, label: Labelled, kind: PartKind, part_id: str, parent: str) -> Part:
        text, block = self.document.text, label.block
        verbs: tuple[VerbUse, ...] = ()
        end = -1
        if self.english:
            opening = label.opening
            if not label.sought:
                opening = opening_verb(text, label.words, block.end)
            if opening is not None:
                verbs = verb_uses(text, opening, block.end, preambular=kind is _PREAMBULAR)
                end = phrase_end(text, opening, block.end)
        return Part(
            part_id,
            kind,
            block.start,
            block.end,
            label.number,
            parent,
            verbs,
            end >= 0,
            phrase_end=end,
            under=self.state.heading,
            level=label.level,
        )


def footnotes(document: Document, parts: Iterable[Part]) -> list[Part]:
    """The footnotes; of several with one label, the second belongs to the second mark."""
    if not any(block.role is kinds.FOOTNOTE_ROLE for block in document.blocks):
        return []
    notes = []
    names = _State()
    holders = sorted(parts, key=lambda part: part.start)
    starts = [part.start for part in holders]
    offsets: dict[str, list[int]] = {}
    for mark in reversed(document.marks):
        offsets.setdefault(mark.label, []).append(mark.offset)
    for block in document.blocks:
        if block.role is not kinds.FOOTNOTE_ROLE:
            continue
        same = offsets.get(block.label)
        at = same.pop() if same else -1
        nearest = bisect_right(starts, at) - 1
        holds = nearest >= 0 and at <= holders[nearest].end
        holder = holders[nearest].id if holds else ""
        notes.append(
            Part(
                names.unique(f"fn{block.label}"),
                PartKind.FOOTNOTE,
                block.start,
                block.end,
                block.label,
                marked_in=holder,
                mark_offset=at,
            )
        )
    return notes


def assemble(document: Document, labelled: Sequence[Labelled]) -> list[Part]:
    """The parts of ``document`` in text order, without front matter and footnotes."""
    return _Assembler(document, labelled).run()
