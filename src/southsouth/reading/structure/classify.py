"""What each block of a document is: front matter, preambular or operative paragraph, annex…

A resolution runs: front matter, the organ's name as a sentence of its own ("The General
Assembly,"), preambular paragraphs ending in commas, operative paragraphs with numbers, the
meeting and date, annexes (UN Editorial Manual, "Resolutions"). Where the publisher's mark-up says
what a block is, it is believed and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from southsouth.reading.documents.model import Block, BlockKind, Document
from southsouth.reading.structure import kinds
from southsouth.reading.structure.block_patterns import (
    ANNEX,
    ARTICLE,
    ATTACHES,
    CHAPTER,
    CLOSING,
    CONTENTS_ROW,
    DATE_LINE,
    DECISIONS,
    ENDS,
    FORMULA,
    FORMULA_BEGINS,
    HEADING_LENGTH,
    LABEL_LINE,
    LABEL_TAB,
    LETTER,
    LINE_LENGTH,
    MEETING_LINE,
    MEETING_WORDS,
    MISREAD,
    NEXT_TITLE,
    NOISE,
    NOISE_LETTERS,
    NUMBER,
    POINT,
    PREAMBULAR_ENDS,
    REPORTED,
    ROW,
    ROW_ENDS,
    SPEAKER,
    SPEAKER_BEGINS,
    SURE_ROW,
)
from southsouth.reading.structure.front import front_pattern
from southsouth.reading.structure.labelled import Labelled
from southsouth.reading.structure.lists import settle_lists
from southsouth.reading.structure.stated import as_stated, with_levels
from southsouth.reading.structure.verbs import (
    is_base_form,
    is_third_person,
    may_open,
    opening_pattern,
)
from southsouth.reading.structure.zones import Met, Zone, after
from southsouth.un.numerals import canonical_number

#: So many blocks below its heading a text has begun.
_SOON: Final = 4
#: Letters that machines read for the figure 1.
_ONES: Final = str.maketrans("lIi", "111")


def is_formula(words: str) -> re.Match[str] | None:
    """Whether the words are an organ's name as a sentence of its own."""
    if len(words) >= 120 or words[:1] not in FORMULA_BEGINS:
        return None
    return FORMULA.fullmatch(words)


def annex_line(words: str) -> re.Match[str] | None:
    """Whether the words open an annex; groups ``number`` and ``title``."""
    return ANNEX.fullmatch(words) if words[:1] == "A" and len(words) < 240 else None


def _is_noise(words: str) -> bool:
    """Whether the words are a page's number, its heading or mere signs."""
    return NOISE.fullmatch(words) is not None and LETTER.fullmatch(words) is None


def _attaches(words: str) -> bool:
    """Whether a provision announces another text, whose numbers are not the resolution's."""
    return words.endswith(":") and ATTACHES.search(words, max(len(words) - 180, 0)) is not None


def opening_verb(text: str, start: int, end: int) -> re.Match[str] | None:
    """The verb phrase that opens ``text[start:end]``, behind the organ's name and a quotation
    mark: "“The Security Council condemns"."""
    if text[start : start + 1] in SPEAKER_BEGINS:
        speaker = SPEAKER.match(text, start, end)
        start = speaker.end() if speaker else start
    return opening_pattern().match(text, start, end) if may_open(text, start) else None


def _may_be_row(words: str) -> bool:
    """Whether words end as every row does: most do not, and need no further look."""
    return ROW_ENDS.search(words, max(len(words) - 3, 0)) is not None


def _names_meeting(words: str) -> bool:
    return MEETING_WORDS[0] in words or MEETING_WORDS[1] in words


# members of an enumeration are slow to come by (see `kinds`), and blocks ask for these
_FRONT, _PREAMBLE, _TEXT = Zone.FRONT, Zone.PREAMBLE, Zone.TEXT
_ATTACHED, _ANNEX, _CLOSING = Zone.ATTACHED, Zone.ANNEX, Zone.CLOSING
_ACTING: Final = (Zone.PREAMBLE, Zone.OPERATIVE)
_LABELLED: Final = (_TEXT, _ANNEX)
_OUTSIDE: Final = (_FRONT, _CLOSING)
_QUOTED: Final = (_ANNEX, _ATTACHED)


class _Classifier:
    """Goes through the blocks of a document without mark-up, in order.

    With ``adopts`` it is a resolution or decision (or a page of several): then what opens like a
    provision is one, also where the formula is lost. Without, only numbers tell.
    """

    def __init__(self, document: Document, blocks: Sequence[Block], *, adopts: bool) -> None:
        self.document = document
        self.text = document.text
        self.blocks = blocks
        text = document.text
        self.words = [text[block.start : block.end] for block in blocks]
        self.adopts = adopts or any(
            "adopted" in words and front_pattern("adopted").search(words)
            for words in self.words[:20]
        )
        self.formulas = self._formulas()
        self.zone = Zone.FRONT
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
        number = NUMBER.match(self.text, block.start, block.end)
        start = number.end() if number else block.start
        return opening_verb(self.text, start, block.end) is not None

    def run(self) -> list[Labelled]:
        return settle_lists(
            self.document, [self._label(index, block) for index, block in enumerate(self.blocks)]
        )

    def _meets(self, met: Met) -> None:
        self.zone = after(self.zone, met)

    def _label(self, index: int, block: Block) -> Labelled:
        words = self.words[index]
        first = words[:1]
        if index in self.formulas:
            if self.zone is _ANNEX:
                return Labelled(block, kinds.ANNEX_TEXT, "", 1, block.start)
            self._meets(Met.FORMULA)
            return Labelled(block, BlockKind.FORMULA)
        if self._is_section(index, words):
            self._meets(Met.SECTION)
            return Labelled(block, BlockKind.SECTION, words)
        if (first in NOISE_LETTERS or not first.isalpha()) and _is_noise(words):
            return Labelled(block, kinds.NOISE)
        if self.zone in _OUTSIDE and DECISIONS.fullmatch(words):
            self._meets(Met.DECISIONS)
            return Labelled(block, kinds.HEADING)
        if self.zone is _FRONT and (found := self._front(index, block, words)):
            return found
        if self.zone is Zone.TITLE:
            return Labelled(block, kinds.HEADING)
        return self._behind_front(index, block, words)

    def _behind_front(self, index: int, block: Block, words: str) -> Labelled:
        """What stands behind the front matter."""
        annex = annex_line(words)
        if annex and self._in_contents(index):
            return Labelled(block, kinds.HEADING)
        if annex:
            self._meets(Met.ANNEX)
            return Labelled(block, BlockKind.ANNEX, annex["number"] or "")
        may_entitle = self.adopts and (words[:1].isdigit() or words.startswith("Resolution"))
        if may_entitle and index > 3 and NEXT_TITLE.fullmatch(words):
            self._meets(Met.NEXT_TITLE)
            return Labelled(block, BlockKind.TITLE)
        if self.zone is _CLOSING and self._heads_attached(index, words):
            self._meets(Met.ANNEX)
            return Labelled(block, BlockKind.ANNEX)
        if self._is_closing(words):
            self._meets(Met.CLOSING)
            return Labelled(block, BlockKind.CLOSING)
        if (
            block.role is kinds.ROW_ROLE
            or words.count("\t") > (LABEL_TAB.match(words) is not None)
            or words.startswith("|")
            or self._is_row(index)
        ):
            return Labelled(block, kinds.ROW)
        return self._provision(block, words)

    # --- before the text -------------------------------------------------------------------------

    def _front(self, index: int, block: Block, words: str) -> Labelled | None:
        """A line of the front matter; None where the text begins with this block.

        A resolution begins with its formula; without one (or above it, on a page that begins in
        the middle of another resolution) with what opens like a provision.
        """
        if annex_line(words):
            return Labelled(block, kinds.FRONT) if self._in_contents(index) else None
        if ARTICLE.fullmatch(words) and not words.endswith(ENDS):
            # a page that begins inside an attached text, or a document made of rules
            self._meets(Met.RULES if self.adopts else Met.REPORT_TEXT)
            return Labelled(block, kinds.HEADING)
        if self.adopts:
            begins = self._opens(block) and words.endswith((",", ";", "."))
            if begins or REPORTED.match(words):
                self._meets(Met.RECITAL)
                return None
            if index and self._is_closing(words) and not front_pattern("adopted").match(words):
                return Labelled(block, BlockKind.CLOSING)
            return Labelled(block, kinds.FRONT)
        if self.formulas and index < self.formulas[0]:
            return Labelled(block, kinds.FRONT)
        if CHAPTER.match(words):
            self._meets(Met.REPORT_TEXT)
            return None
        if words.startswith("(") and words.endswith(")"):
            return Labelled(block, kinds.FRONT)
        long = len(words) > LINE_LENGTH or (words.endswith(ENDS) and index > 3)
        if NUMBER.match(words) or long:
            self._meets(Met.REPORT_TEXT)
            return None
        return Labelled(block, kinds.FRONT)

    def _heads_attached(self, index: int, words: str) -> bool:
        """Whether a line below meeting and date heads a text without the word "Annex": what follows
        counts from 1 again, with no other resolution or annex before that."""
        if not self.adopts or not words[:1].isupper() or not self._is_title_line(words):
            return False
        for ahead, below in enumerate(self.words[index + 1 : index + 1 + _SOON], index + 1):
            if ahead in self.formulas or annex_line(below) or _names_meeting(below):
                return False
            if below.startswith("1. ") or ARTICLE.fullmatch(below):
                return opening_verb(self.text, self.blocks[ahead].start + 3, len(self.text)) is None
            if below[:1].islower() or not self._is_title_line(below):
                return False
        return False

    @staticmethod
    def _is_title_line(words: str) -> bool:
        return len(words) < LINE_LENGTH and not words.endswith(ENDS)

    def _in_contents(self, index: int) -> bool:
        """Whether a line stands in a table of contents: dots lead from the next one to a page."""
        following = self.words[index + 1 : index + 2]
        return any(CONTENTS_ROW.search(words) for words in following)

    def _is_section(self, index: int, words: str) -> bool:
        """A letter alone, with the formula of its own resolution soon after it."""
        return bool(LETTER.fullmatch(words)) and any(
            index < formula <= index + 3 for formula in self.formulas
        )

    def _is_closing(self, words: str) -> bool:
        if self.zone is _TEXT or len(words) > LINE_LENGTH:
            return self.zone is _CLOSING and bool(CLOSING.match(words))
        if self.zone is _ANNEX:
            return self.adopts and _names_meeting(words) and bool(MEETING_LINE.fullmatch(words))
        if self.zone is _CLOSING and self.adopts and not self._looks_like_more(words):
            return True
        if _names_meeting(words) and (
            MEETING_LINE.fullmatch(words) or front_pattern("meeting").match(words)
        ):
            return True
        return bool(CLOSING.match(words)) or (
            self.zone is not _FRONT and bool(DATE_LINE.fullmatch(words))
        )

    @staticmethod
    def _looks_like_more(words: str) -> bool:
        return bool(NUMBER.match(words) or POINT.match(words) or opening_verb(words, 0, len(words)))

    def _is_row(self, index: int) -> bool:
        """A line that ends in a figure, beside another such line or after dots."""
        words = self.words[index]
        if not _may_be_row(words):
            return False
        if SURE_ROW.fullmatch(words):
            return True
        if not ROW.fullmatch(words):
            return False
        beside = (*self.words[max(index - 1, 0) : index], *self.words[index + 1 : index + 2])
        return any(_may_be_row(one) and ROW.fullmatch(one) for one in beside)

    # --- provisions ------------------------------------------------------------------------------

    def _provision(self, block: Block, words: str) -> Labelled:
        announced, self.colon = self.colon, False
        capital = words[:1].isupper()  # as neither a number nor a letter in brackets begins
        if not capital and (found := NUMBER.match(words)):
            return self._numbered(block, words, found)
        if self.zone in _ACTING and (found := self._misread(block, words)):
            return self._numbered(block, words, found)
        if self.zone in _LABELLED and (found := LABEL_LINE.match(words)):
            kind = kinds.ANNEX_TEXT if self.zone is _ANNEX else kinds.PARAGRAPH
            return Labelled(block, kind, found["number"], 1, block.start + found.end())
        if not capital and (found := POINT.match(words)):
            number = "" if found["bullet"] else canonical_number(found["number"])
            self.colon = not number
            return Labelled(block, kinds.POINT, number, -1, block.start + found.end())
        opening = opening_verb(self.text, block.start, block.end)
        if announced and words.endswith((";", "; and", ".")) and self._is_plain(block, opening):
            self.colon = words.endswith((";", "; and"))  # a list whose letters were lost
            return Labelled(block, kinds.POINT, "", -1, block.start, opening, sought=True)
        if opening is None and self._is_heading(block, words):
            return Labelled(block, kinds.HEADING)
        kind = self._unnumbered(words, opening)
        self.colon = kind is kinds.OPERATIVE and words.endswith(":")
        self._may_attach(words)
        return Labelled(block, kind, "", 1, block.start, opening, sought=True)

    def _is_plain(self, block: Block, opening: re.Match[str] | None) -> bool:
        """Whether a paragraph opens as an entry of a list does: with no verb, or its base form."""
        if opening is None:
            return True
        return not self.text[block.start].islower() and is_base_form(opening["verb"])

    def _misread(self, block: Block, words: str) -> re.Match[str] | None:
        """The number of an operative paragraph that a machine misread: a verb follows it."""
        found = MISREAD.match(words)
        if found is None:
            return None
        opening = opening_verb(self.text, block.start + found.end(), block.end)
        return found if opening is not None and is_third_person(opening["verb"]) else None

    def _numbered(self, block: Block, words: str, found: re.Match[str]) -> Labelled:
        number = (found["number"] or found["budget"]).translate(_ONES)
        start = block.start + found.end()
        if self.zone in _LABELLED and self._is_numbered_heading(words, start, block.end):
            return Labelled(block, kinds.HEADING, number)
        if self.zone is _ATTACHED and opening_verb(self.text, start, block.end):
            self._meets(Met.ACT)  # the resolution goes on
        if self.zone in _QUOTED:
            return Labelled(block, kinds.ANNEX_TEXT, number, 1, start)
        if not self.adopts and self.zone not in _ACTING:
            return Labelled(block, kinds.PARAGRAPH, number, 1, start)
        self._meets(Met.ACT)
        self.colon = words.endswith(":")
        self._may_attach(words)
        return Labelled(block, kinds.OPERATIVE, number, 1, start)

    def _may_attach(self, words: str) -> None:
        if self.zone in _ACTING and _attaches(words):
            self._meets(Met.ATTACHMENT)
            self.colon = False

    def _is_numbered_heading(self, words: str, start: int, end: int) -> bool:
        short = len(words) < LINE_LENGTH and not words.endswith(ENDS)
        return short and opening_verb(self.text, start, end) is None

    def _unnumbered(self, words: str, opening: re.Match[str] | None) -> BlockKind:
        if self.zone is _ANNEX:
            return kinds.ANNEX_TEXT
        if self.zone is _TEXT:
            return kinds.PARAGRAPH
        if REPORTED.match(words):
            return kinds.PARAGRAPH
        if self.zone is _ATTACHED and (opening is None or words[:1].islower()):
            return kinds.ANNEX_TEXT
        if opening is not None and is_third_person(opening["verb"]):
            self._meets(Met.ACT)
            return kinds.OPERATIVE
        if self.zone is _PREAMBLE:
            return kinds.PREAMBULAR
        if opening is not None and words.endswith(PREAMBULAR_ENDS):
            return kinds.PREAMBULAR
        return kinds.PARAGRAPH

    def _is_heading(self, block: Block, words: str) -> bool:
        if block.role is kinds.HEADING_ROLE:
            return True
        if self.zone is _PREAMBLE and words[:1].islower():
            return False
        return len(words) < HEADING_LENGTH and not words.endswith(ENDS)


def classify(document: Document, *, adopts: bool) -> list[Labelled]:
    """Every block of ``document`` but the footnotes, with what it is, in text order.

    ``adopts`` says that the document is a resolution or decision by its symbol.
    """
    body = [block for block in document.blocks if block.role is not kinds.FOOTNOTE_ROLE]
    if any(block.stated for block in body):
        labelled = [as_stated(document, block) for block in body]
    else:
        labelled = _Classifier(document, body, adopts=adopts).run()
    return with_levels(labelled)
