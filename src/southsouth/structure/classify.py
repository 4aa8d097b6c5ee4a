"""What each block of a document is: front matter, preambular or operative paragraph, annex…

A resolution runs: front matter, the organ's name as a sentence of its own ("The General
Assembly,"), preambular paragraphs ending in commas, operative paragraphs with numbers, the
meeting and date, annexes (UN Editorial Manual, "Resolutions"). Where the publisher's mark-up says
what a block is, it is believed and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from southsouth.documents.model import Block, BlockKind, Document, Role
from southsouth.numerals import canonical_number
from southsouth.structure.front import front_pattern
from southsouth.structure.levels import depths
from southsouth.structure.verbs import is_base_form, is_third_person, opening_pattern

_FORMULA: Final = re.compile(
    r"[“\"]?(?:The\s+(?:[A-Z][\w'-]*\s+(?:(?:and|of|for|the|on|in)\s+)*){0,8}"
    r"(?:Assembly|Council|Commission|Committee|Conference|Forum|Authority|Board|Parties)"
    r"(?:(?:\s+(?:and|of|for|the|on|in|to))*\s+[A-Z][\w'-]*)*"
    r"|THE\s+(?:[A-Z]+\s+){1,6}?(?:ASSEMBLY|COUNCIL|COMMISSION)"
    r"|L[’']Assemblée\s+générale|Le\s+Conseil\s+(?:de\s+sécurité|économique\s+et\s+social))"
    r"(?P<comma>[,.])?"
)
_ANNEX: Final = re.compile(
    r"(?:Annex|ANNEX|Annexe|ANNEXE|Appendix|APPENDIX)(?:\s+(?P<number>[IVX]+|\d{1,3}|[A-Z]))?\*?"
    r"(?:\s*[\n:.]\s*(?P<title>[^.;]{3,200}(?<!\s\d)(?<!\s\d\d)(?<!\s\d\d\d)))?"
)
_LETTER: Final = re.compile(r"[A-Z]")
_NUMBER: Final = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3})*|l)\s?\.\s+(?=\S)|(?P<budget>\d{1,2}\.\d{1,3})\s+(?=[A-Z])"
)
#: The heading of a report's chapter: "I. Opening of the session".
_CHAPTER: Final = re.compile(r"(?:[IVX]+|[A-Z])\.\s?[A-Z]")
_LABEL_LINE: Final = re.compile(
    r"(?:Recommendation|Action|Principle|Recommandation)\s+(?P<number>\d{1,3})[:.]\s+(?=\S)"
)
_POINT: Final = re.compile(
    r"(?P<number>\((?:[a-zA-Z]|[a-z]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5}|\d{1,2})\)"
    r"|(?P<bullet>[•●▪◦·–—-](?=\s)))\s*(?=\S)"
)
_NOISE: Final = re.compile(
    r"[\W_]*|\d{1,4}|[-–—]+\s*\d{1,4}(?:\s*[-–—]+)?|\d{1,3}/\d{1,3}|[Pp]age\s+\d{1,4}"
    r"|(?:General\s+Assembly|Economic\s+and\s+Social\s+Council|Security\s+Council)\s*[—–-]\s*[\w-]+\s+[Ss]ession"
)
#: The title of the next resolution on a page that holds several.
_NEXT_TITLE: Final = re.compile(
    r"(?:\d{1,4}(?:\s+[A-Z])?\s*\((?:ES-|S-)?[IVXLC]+\)|\d{2,4}/\d{1,3})\.(?:\s+[A-Z“][^;]{3,300})?"
    r"|Resolution\s+\d{1,4}\s+\((?:19|20)\d\d\)"
)
#: A date that stands alone, as the closing lines have it; also in the French half of a page.
_DATE_LINE: Final = re.compile(
    r"(?:le\s+)?\d{1,2}(?:er)?\s+(?:[A-Z][a-z]+|[a-zéû]+),?\s+(?:18|19|20)\d\d\.?"
)
_MEETING_LINE: Final = re.compile(
    r"(?:(?:\d+(?:st|nd|rd|th)|[A-Z][a-z-]+)\s+(?:\(?resumed\)?\s+)?(?:plenary\s+)?meeting"
    r"|\d+(?:ère|[eè]me|e)\s+séance(?:\s+plénière)?)"
    r"(?:\s+\(resumed\))?[,.]?(?:\s+(?:le\s+)?\d{1,2}\s+\w+\s+\d{4}\.?)?"
)
#: The heading of an article, rule or chapter of an attached text.
_ARTICLE: Final = re.compile(
    r"(?:Article|ARTICLE|Rule|RULE|Chapter|CHAPTER|Part|PART)\s+(?:[IVXL]+|\d{1,3})\b[^;]{0,120}"
)
#: The heading under which a volume prints what an organ decided without a resolution.
_DECISIONS: Final = re.compile(r"(?:Other\s+)?Decisions?", re.IGNORECASE)
#: What a paragraph announces at its end whose numbered paragraphs are those of another text.
_ATTACHES: Final = re.compile(
    r"\b(?:terms\s+of\s+reference|statutes?|regulations|rules(?:\s+of\s+procedure)?|mandat"
    r"|règlement|statuts?)\b[^.;]{0,120}:$"
)
#: A paragraph by which a volume of decisions reports what was done at a meeting.
_REPORTED: Final = re.compile(
    r"At\s+its\s+[\w()-]+(?:\s+\(\w+\))?\s+(?:plenary\s+)?meeting", re.IGNORECASE
)
_ROW: Final = re.compile(
    r"(?!\d+\.\s|\()[^\n]{1,150}?(?:[. ]{5,}|\s)[($]*[\d.,–—-]*[\d–—]\)?[a-z*]?"
)
_SURE_ROW: Final = re.compile(r"[^\n]{1,150}(?:\.{5,}\s*\d+|[^\d.;:]\s\(?\d{1,3}(?:,\d{3})+\)?)")
_CLOSING: Final = re.compile(
    r"\[?(?:(?:Resolution\s+)?adopted\s+(?:unanimously|without\s+a\s+vote|by|at)\b|meeting\b|vote\b"
    r"|in\s+favour|against|abstaining|abstentions?|the\s+voting\s+was|the\s+result\s+of\s+the\s+vote"
    r"|adopted\.|done\s+at\b|in\s+witness\s+whereof)",
    re.IGNORECASE,
)
_SPEAKER: Final = re.compile(
    r"[“\"]?(?:The\s+(?:(?:[A-Z][\w-]*\s+){0,4}?(?:Assembly|Council|Commission|Conference))\s+)?"
)
_PREAMBULAR_ENDS: Final = (",", ";", ", and", "; and", ":")
_ENDS: Final = (".", ",", ";", ":", "?", "!", ".”", ",”", ";”", "…")
#: Zones in which a numbered paragraph is one of a resolution.
_ACTING: Final = frozenset({"preamble", "operative"})
_HEADING_LENGTH: Final = 260
_LINE_LENGTH: Final = 160
_LIST_LINE: Final = 200
_LIST_TITLE: Final = re.compile(r"(?:Lists?|Members?|Participants?|Composition)\b", re.IGNORECASE)
_LEAD_LENGTH: Final = 45
_LIST_LENGTH: Final = 5


@dataclass(frozen=True, slots=True)
class Labelled:
    """A block with what it is. ``words`` is the offset at which its words begin, behind the number;
    ``number`` is without its final period ("14", "(a)"); ``level`` counts from 1 for a paragraph, 2
    for "(a)", and is 0 for all that are no provisions."""

    block: Block
    kind: BlockKind
    number: str = ""
    level: int = 0
    words: int = 0


def is_formula(words: str) -> re.Match[str] | None:
    """Whether the words are an organ's name as a sentence of its own."""
    return _FORMULA.fullmatch(words) if len(words) < 120 else None


def annex_line(words: str) -> re.Match[str] | None:
    """Whether the words open an annex; groups ``number`` and ``title``."""
    return _ANNEX.fullmatch(words) if len(words) < 240 else None


def _attaches(words: str) -> bool:
    """Whether a provision announces another text, whose numbers are not the resolution's."""
    return words.endswith(":") and _ATTACHES.search(words, max(len(words) - 180, 0)) is not None


def opening_verb(text: str, start: int, end: int) -> re.Match[str] | None:
    """The verb phrase that opens ``text[start:end]``, behind the organ's name and a quotation
    mark: "“The Security Council condemns"."""
    speaker = _SPEAKER.match(text, start, end)
    return opening_pattern().match(text, speaker.end() if speaker else start, end)


class _Classifier:
    """Goes through the blocks of a document without mark-up, in order.

    With ``adopts`` it is a resolution or decision (or a page of several): then what opens like a
    provision is one, also where the formula is lost. Without, only numbers tell.
    """

    def __init__(self, document: Document, blocks: Sequence[Block], *, adopts: bool) -> None:
        self.document = document
        self.text = document.text
        self.blocks = blocks
        self.words = [document.words(block) for block in blocks]
        self.adopts = adopts or any(
            front_pattern("adopted").search(words) for words in self.words[:20]
        )
        self.formulas = self._formulas()
        self.zone = "front"
        self.colon = False  # the last provision announced a list

    def _formulas(self) -> list[int]:
        """The blocks that are enacting formulas. A report only quotes them."""
        found: list[int] = []
        for index, words in enumerate(self.words):
            if not found and not self.adopts and words.startswith("1. "):
                break
            formula = is_formula(words)
            if formula is None:
                continue
            following = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
            if formula["comma"] == "," or (following is not None and self._opens(following)):
                found.append(index)
        return found

    def _opens(self, block: Block) -> bool:
        number = _NUMBER.match(self.text, block.start, block.end)
        start = number.end() if number else block.start
        return opening_verb(self.text, start, block.end) is not None

    def run(self) -> list[Labelled]:
        return _lists(
            self.document, [self._label(index, block) for index, block in enumerate(self.blocks)]
        )

    def _label(self, index: int, block: Block) -> Labelled:
        words = self.words[index]
        if index in self.formulas:
            if self.zone == "annex":  # a declaration, in an annex, has its own
                return Labelled(block, BlockKind.ANNEX_TEXT, "", 1, block.start)
            self.zone = "preamble"
            return Labelled(block, BlockKind.FORMULA)
        if self._is_section(index, words):
            self.zone = "title"
            return Labelled(block, BlockKind.SECTION, words)
        if _NOISE.fullmatch(words) and not _LETTER.fullmatch(words):
            return Labelled(block, BlockKind.NOISE)
        if self.zone in {"front", "closing"} and _DECISIONS.fullmatch(words):
            self.zone = "text"
            return Labelled(block, BlockKind.HEADING)
        if self.zone == "front" and (found := self._front(index, block, words)):
            return found
        if self.zone == "title":
            return Labelled(block, BlockKind.HEADING)
        if annex := annex_line(words):
            self.zone = "annex"
            return Labelled(block, BlockKind.ANNEX, annex["number"] or "")
        if self.adopts and index > 3 and _NEXT_TITLE.fullmatch(words):
            self.zone = "front"
            return Labelled(block, BlockKind.TITLE)
        if self._is_closing(words):
            self.zone = "closing"
            return Labelled(block, BlockKind.CLOSING)
        if block.role is Role.ROW or "\t" in words or words.startswith("|") or self._is_row(index):
            return Labelled(block, BlockKind.ROW)
        return self._provision(block, words)

    # --- before the text -------------------------------------------------------------------------

    def _front(self, index: int, block: Block, words: str) -> Labelled | None:
        """A line of the front matter; None where the text begins with this block.

        A resolution begins with its formula; without one (or above it, on a page that begins in
        the middle of another resolution) with what opens like a provision.
        """
        if annex_line(words):
            return None
        if _ARTICLE.fullmatch(words) and not words.endswith(_ENDS):
            # a page that begins inside an attached text, or a document made of rules
            self.zone = "annex" if self.adopts else "text"
            return Labelled(block, BlockKind.HEADING)
        if self.adopts:
            begins = self._opens(block) and words.endswith((",", ";", "."))
            if begins or _REPORTED.match(words):
                self.zone = "preamble"
                return None
            if index and self._is_closing(words) and not front_pattern("adopted").match(words):
                return Labelled(block, BlockKind.CLOSING)
            return Labelled(block, BlockKind.FRONT)
        if self.formulas and index < self.formulas[0]:
            return Labelled(block, BlockKind.FRONT)
        if _CHAPTER.match(words):
            self.zone = "text"
            return None
        if words.startswith("(") and words.endswith(")"):
            return Labelled(block, BlockKind.FRONT)
        long = len(words) > _LINE_LENGTH or (words.endswith(_ENDS) and index > 3)
        if _NUMBER.match(words) or long:
            self.zone = "text"
            return None
        return Labelled(block, BlockKind.FRONT)

    def _is_section(self, index: int, words: str) -> bool:
        """A letter alone, with the formula of its own resolution soon after it."""
        return bool(_LETTER.fullmatch(words)) and any(
            index < formula <= index + 3 for formula in self.formulas
        )

    def _is_closing(self, words: str) -> bool:
        if self.zone == "text" or len(words) > _LINE_LENGTH:
            return self.zone == "closing" and bool(_CLOSING.match(words))
        if self.zone == "annex":
            return self.adopts and bool(_MEETING_LINE.fullmatch(words))
        if self.zone == "closing" and self.adopts and not self._looks_like_more(words):
            return True
        if _MEETING_LINE.fullmatch(words) or front_pattern("meeting").match(words):
            return True
        return bool(_CLOSING.match(words)) or (
            self.zone != "front" and bool(_DATE_LINE.fullmatch(words))
        )

    @staticmethod
    def _looks_like_more(words: str) -> bool:
        return bool(
            _NUMBER.match(words) or _POINT.match(words) or opening_verb(words, 0, len(words))
        )

    def _is_row(self, index: int) -> bool:
        """A line that ends in a figure, beside another such line or after dots."""
        words = self.words[index]
        if _SURE_ROW.fullmatch(words):
            return True
        if not _ROW.fullmatch(words):
            return False
        beside = self.words[max(index - 1, 0) : index + 2]
        return sum(bool(_ROW.fullmatch(words)) for words in beside) > 1

    # --- provisions ------------------------------------------------------------------------------

    def _provision(self, block: Block, words: str) -> Labelled:
        announced, self.colon = self.colon, False
        if found := _NUMBER.match(words):
            return self._numbered(block, words, found)
        if self.zone in {"text", "annex"} and (found := _LABEL_LINE.match(words)):
            kind = BlockKind.ANNEX_TEXT if self.zone == "annex" else BlockKind.PARAGRAPH
            return Labelled(block, kind, found["number"], 1, block.start + found.end())
        if found := _POINT.match(words):
            number = "" if found["bullet"] else canonical_number(found["number"])
            self.colon = not number
            return Labelled(block, BlockKind.POINT, number, -1, block.start + found.end())
        opening = opening_verb(self.text, block.start, block.end)
        plain = opening is None or (
            not self.text[block.start].islower() and is_base_form(opening["verb"])
        )
        if announced and plain and words.endswith((";", "; and", ".")):
            self.colon = words.endswith((";", "; and"))  # a list whose letters were lost
            return Labelled(block, BlockKind.POINT, "", -1, block.start)
        if opening is None and self._is_heading(block, words):
            return Labelled(block, BlockKind.HEADING)
        kind = self._unnumbered(words, opening)
        self.colon = kind is BlockKind.OPERATIVE and words.endswith(":")
        if self.zone in _ACTING and _attaches(words):
            self.zone, self.colon = "attached", False
        return Labelled(block, kind, "", 1, block.start)

    def _numbered(self, block: Block, words: str, found: re.Match[str]) -> Labelled:
        number = (found["number"] or found["budget"]).replace("l", "1")
        start = block.start + found.end()
        if self.zone in {"text", "annex"} and self._is_numbered_heading(words, start, block.end):
            return Labelled(block, BlockKind.HEADING, number)
        if self.zone == "attached" and opening_verb(self.text, start, block.end):
            self.zone = "operative"  # the resolution goes on
        if self.zone in {"annex", "attached"}:
            return Labelled(block, BlockKind.ANNEX_TEXT, number, 1, start)
        if self.adopts:
            self.zone = "operative"
        kind = BlockKind.OPERATIVE if self.zone in _ACTING else BlockKind.PARAGRAPH
        if kind is BlockKind.OPERATIVE:
            self.zone = "operative"
            self.colon = words.endswith(":")
            if _attaches(words):
                self.zone, self.colon = "attached", False
        return Labelled(block, kind, number, 1, start)

    def _is_numbered_heading(self, words: str, start: int, end: int) -> bool:
        short = len(words) < _LINE_LENGTH and not words.endswith(_ENDS)
        return short and opening_verb(self.text, start, end) is None

    def _unnumbered(self, words: str, opening: re.Match[str] | None) -> BlockKind:
        if self.zone == "annex":
            return BlockKind.ANNEX_TEXT
        if self.zone == "text":
            return BlockKind.PARAGRAPH
        if _REPORTED.match(words):
            return BlockKind.PARAGRAPH
        if self.zone == "attached" and (opening is None or words[:1].islower()):
            return BlockKind.ANNEX_TEXT
        if opening is not None and is_third_person(opening["verb"]):
            self.zone = "operative"
            return BlockKind.OPERATIVE
        if self.zone == "preamble":
            return BlockKind.PREAMBULAR
        if opening is not None and words.endswith(_PREAMBULAR_ENDS):
            return BlockKind.PREAMBULAR
        return BlockKind.PARAGRAPH

    def _is_heading(self, block: Block, words: str) -> bool:
        if block.role is Role.HEADING:
            return True
        if self.zone == "preamble" and words[:1].islower():
            return False
        return len(words) < _HEADING_LENGTH and not words.endswith(_ENDS)


def _lists(document: Document, labelled: list[Labelled]) -> list[Labelled]:
    """Many short lines one after the other are no headings but a list: States, participants.

    "Members of the Bureau" stays the heading of what follows it, and so does a few words with a
    colon before such lines.
    """
    result = list(labelled)
    run: list[int] = []
    for index, label in enumerate([*labelled, None]):
        titled = bool(run) and bool(_LIST_TITLE.match(document.words(result[run[0]].block)))
        longest = _LIST_LINE if titled else _LIST_LINE // 2
        if label is not None and _may_be_listed(document, label, longest):
            run.append(index)
            continue
        if len(run) >= _LIST_LENGTH:
            while len(run) > 1 and _LIST_TITLE.match(document.words(result[run[0]].block)):
                del run[0]
            for place in run:
                result[place] = replace(result[place], kind=BlockKind.ROW)
        run.clear()
    for index, label in enumerate(result[:-1]):
        words = document.words(label.block)
        leads = label.kind is BlockKind.PARAGRAPH and not label.number and words.endswith(":")
        below = result[index + 1].kind in {BlockKind.ROW, BlockKind.HEADING}
        if leads and below and len(words) < _LEAD_LENGTH:
            result[index] = replace(label, kind=BlockKind.HEADING, level=0, words=0)
    return result


def _may_be_listed(document: Document, label: Labelled, longest: int) -> bool:
    return (
        label.kind is BlockKind.HEADING
        and label.block.role is not Role.HEADING
        and not label.number
        and label.block.end - label.block.start < longest
        and not _CHAPTER.match(document.words(label.block))
    )


_LEADING_NUMBER: Final = re.compile(r"[(’‘']?[\w.]{1,6}[)’‘']?\s*[.–-]?\s+")


def _stated(document: Document, block: Block) -> Labelled:
    stated = block.stated
    if stated is None:
        return Labelled(block, BlockKind.PARAGRAPH, "", 1, block.start)
    words = block.start
    if (
        stated.number
        and stated.level
        and (found := _LEADING_NUMBER.match(document.text, block.start, block.end))
    ):
        words = found.end()
    level = stated.level
    if stated.kind is BlockKind.POINT and level == 0:
        level = -1
    return Labelled(block, stated.kind, stated.number, level, words)


def _with_levels(labelled: list[Labelled]) -> list[Labelled]:
    """Sub-paragraphs whose level is not known (-1) get it from their neighbours."""
    result = list(labelled)
    run: list[int] = []

    def settle() -> None:
        if any(result[index].level < 0 for index in run):
            for index, depth in zip(run, depths([result[i].number for i in run]), strict=True):
                result[index] = replace(result[index], level=depth + 1)
        run.clear()

    for index, label in enumerate(labelled):
        if label.kind is BlockKind.POINT:
            run.append(index)
        elif (
            label.level == 1 and not (label.kind is BlockKind.PARAGRAPH and not label.number)
        ) or label.kind in {BlockKind.HEADING, BlockKind.ANNEX, BlockKind.SECTION}:
            settle()
    settle()
    return result


def classify(document: Document, *, adopts: bool) -> list[Labelled]:
    """Every block of ``document`` but the footnotes, with what it is, in text order.

    ``adopts`` says that the document is a resolution or decision by its symbol.
    """
    body = [block for block in document.blocks if block.role is not Role.FOOTNOTE]
    if any(block.stated for block in body):
        labelled = [_stated(document, block) for block in body]
    else:
        labelled = _Classifier(document, body, adopts=adopts).run()
    return _with_levels(labelled)
