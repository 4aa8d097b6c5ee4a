"""Blocks while a DOCX or HTML file is read, before it is known which raised figures are notes.

A reader fills Drafts with Pieces; `settle` finds the footnotes that somebody typed by hand (a
raised "a" under a table, "* A/80/50." at the foot of the first page), takes their marks out of the
words, and hands Paragraphs to `compose`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import groupby
from typing import Final

from southsouth.errors import DocumentError
from southsouth.reading.documents.compose import Paragraph
from southsouth.reading.documents.model import Role

#: Characters that a reader cannot see; a non-breaking hyphen looks like any other.
_UNSEEN: Final = {0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None, 0x2011: "-"}
_LABEL: Final = re.compile(r"[\[(]?(\d{1,3}|[a-z]{1,2}|[ivxl]{1,6}|[*†‡]{1,4})[\])./]?")
_STARS: Final = re.compile(r"(?<![*†‡])[*†‡]{1,4}(?![\w*†‡])")
_STAR_BODY: Final = re.compile(r"\s*([*†‡]{1,4})\s*(?=\w|[“\"‘(\[])")
_FOOT_BODY: Final = re.compile(r"\s*[\[(]?(\d{1,3}|[a-z])(?:[\])./]+\s|\s)\s*\S")
#: Adding a piece to a paragraph copies it: pieces times characters that still take seconds.
_MAX_COST: Final = 10**10
_MASTHEAD_ROWS: Final = 4


class Kind(Enum):
    """What a piece is."""

    WORDS = "words"
    RAISED = "raised"  # set as a superscript: a footnote mark, or "km²"
    NUMBER = "number"  # computed by the word processor or browser
    MARK = "mark"  # of a footnote, for certain
    BREAK = "break"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one format, a footnote mark (its label in ``text``), or a break."""

    kind: Kind
    text: str = ""
    italic: bool = False
    href: str = ""


@dataclass(slots=True)
class Draft:
    """One block while it is read. ``filled`` once it has words, ``cell_filled`` once its last
    cell has. Line breaks and numbers wait until words follow them."""

    role: Role = Role.PARAGRAPH
    label: str = ""
    pieces: list[Piece] = field(default_factory=list)
    filled: bool = False
    cell_filled: bool = False
    _number: str = ""
    _breaks: bool = False

    def words(
        self, text: str, *, italic: bool = False, href: str = "", raised: bool = False
    ) -> None:
        """Words of the source, white space as it stands there."""
        text = text.translate(_UNSEEN)
        if text.strip():
            self._begin()
        elif not text or self._breaks or not self.cell_filled:
            return
        self.pieces.append(Piece(Kind.RAISED if raised else Kind.WORDS, text, italic, href))

    def add(self, piece: Piece) -> None:
        """A piece of any kind."""
        if piece.kind in {Kind.WORDS, Kind.RAISED}:
            raised = piece.kind is Kind.RAISED
            self.words(piece.text, italic=piece.italic, href=piece.href, raised=raised)
        elif piece.kind is Kind.BREAK:
            self.line_break()
        else:
            self.pieces.append(piece)

    def _begin(self) -> None:
        if self._breaks:
            self.pieces.append(Piece(Kind.BREAK))
        if self._number:
            self.pieces.append(Piece(Kind.NUMBER, self._number))
        self._breaks, self._number = False, ""
        self.filled = self.cell_filled = True

    def number(self, label: str) -> None:
        """A number that stands before the words to come."""
        self._number = f"{self._number} {label}".strip()

    def lead(self, label: str) -> None:
        """A number that stands before all words of the block."""
        self.pieces.insert(0, Piece(Kind.NUMBER, label))

    def end_number(self) -> None:
        """No words came: in a table a number may stand alone, elsewhere it goes."""
        if self._number and self.role is Role.ROW:
            self._begin()
        self._number = ""

    def mark(self, label: str) -> None:
        """A footnote mark."""
        self.pieces.append(Piece(Kind.MARK, label))

    def line_break(self) -> None:
        """A line break, if words stand before it in the cell and come after it."""
        self._breaks = self.cell_filled

    def next_cell(self) -> None:
        """The next cell of a row."""
        self.pieces.append(Piece(Kind.CELL))
        self._breaks = self.cell_filled = False

    @property
    def text(self) -> str:
        """The words without marks and breaks."""
        return "".join(piece.text for piece in self.pieces if piece.kind is not Kind.MARK)


def is_layout(rows: Iterable[Sequence[int]], *, opens: bool) -> bool:
    """Whether a table only places whole paragraphs on the page, the number of paragraphs of each
    cell given: one column, one row of several paragraphs, or the masthead that ``opens`` a text.
    """
    filled = [[count for count in row if count] for row in rows]
    filled = [row for row in filled if row]
    if all(len(row) == 1 for row in filled) or (opens and len(filled) == 1):
        return True
    if len(filled) == 1 or (opens and len(filled) <= _MASTHEAD_ROWS):
        return any(count > 1 for row in filled for count in row)
    return False


def labels_of(raised: str) -> list[str]:
    """The footnote labels in raised words: "1, 2" → ["1", "2"]; none if they cannot be labels."""
    found = [_LABEL.fullmatch(token) for token in re.split(r"[,;\s]+", raised.strip())]
    return [label[1] for label in found if label] if all(found) else []


def strip_label(pieces: Sequence[Piece], label: str) -> list[Piece]:
    """The pieces of a footnote's body without the label that stands before its words."""
    edge = r"(?!\w)" if label[-1:].isalnum() else r"(?![*†‡])"
    pattern = rf"\s*[\[(]?{re.escape(label)}{edge}[\])]?(?:[./:](?!\w))?\s*"
    lead = "".join(_spelled(piece) for piece in pieces[:8])
    found = re.match(pattern, lead)
    length = found.end() if found else 0
    kept: list[Piece] = []
    for piece in pieces:
        spelled = _spelled(piece)
        cut = min(length, len(spelled))
        length -= cut
        if not cut:
            kept.append(piece)
        elif spelled[cut:]:
            kept.append(replace(piece, text=spelled[cut:]))
    return kept


def _spelled(piece: Piece) -> str:
    """A piece as words: a break is a space, a mark nothing."""
    if piece.kind in {Kind.BREAK, Kind.CELL}:
        return " "
    return "" if piece.kind is Kind.MARK else piece.text


# --- footnotes typed by hand ---------------------------------------------------------------------


def _after_label(draft: Draft) -> tuple[str, list[Piece]]:
    """Of a body that begins with its label, raised, the label and what follows; else "" and all."""
    first = next(i for i, piece in enumerate(draft.pieces) if piece.text.strip())
    lead, after = draft.pieces[first], draft.pieces[first + 1 :]
    labels = labels_of(lead.text) if lead.kind is Kind.RAISED else []
    rest = "".join(piece.text for piece in after).lstrip()
    if len(labels) == 1 and rest and rest[0] not in "/⁄":  # a fraction begins so, too
        return labels[0], after
    return "", draft.pieces


def _called(drafts: Iterable[Draft]) -> set[str]:
    """All labels that stand in the words as marks would: raised, or stars behind a word."""
    called: set[str] = set()
    for draft in drafts:
        before = ""
        for piece in draft.pieces:
            if piece.kind is Kind.RAISED and before:
                called.update(labels_of(piece.text))
            elif piece.kind is Kind.WORDS:
                called.update(piece.text[start:end] for start, end in _stars(piece.text, before))
            before = piece.text[-1:] or before
    return called


def _stars(text: str, before: str) -> Iterator[tuple[int, int]]:
    """Where stars stand right behind a word in ``text``, ``before`` being the character before."""
    for found in _STARS.finditer(text):
        last = text[found.start() - 1] if found.start() else before
        if last.strip():
            yield found.span()


def _find_bodies(drafts: Sequence[Draft], foot: int) -> set[str]:
    """Turn the bodies of hand-made notes into footnotes; their labels."""
    called = _called(drafts)
    bodies: set[str] = set()
    for index, draft in enumerate(drafts):
        if draft.role is not Role.PARAGRAPH:
            continue
        label, rest = _after_label(draft)
        if not label:
            pattern = _FOOT_BODY if index >= foot else _STAR_BODY
            found = pattern.match(draft.text) or _STAR_BODY.match(draft.text)
            label = found[1] if found and found[1] in called else ""
            rest = strip_label(draft.pieces, label) if label else rest
        if label:
            draft.role, draft.label, draft.pieces = Role.FOOTNOTE, label, rest
            bodies.add(label)
    return bodies


# --- pieces → paragraphs -------------------------------------------------------------------------


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, neighbouring words of one format made one."""
    for (kind, italic, href), run in groupby(pieces, key=lambda p: (p.kind, p.italic, p.href)):
        if kind is Kind.WORDS:
            yield Piece(kind, "".join(piece.text for piece in run), italic, href)
        else:
            yield from run


def _without_brackets(pieces: list[Piece]) -> list[Piece]:
    """ "[", a mark, "]": the brackets belong to the mark."""
    for index in range(1, len(pieces) - 1):
        before, mark, after = pieces[index - 1 : index + 2]
        if mark.kind is Kind.MARK and before.text.endswith("[") and after.text.startswith("]"):
            pieces[index - 1] = replace(before, text=before.text[:-1])
            pieces[index + 1] = replace(after, text=after.text[1:])
    return pieces


def _add_words(into: Paragraph, piece: Piece, bodies: set[str]) -> None:
    at = 0
    for start, end in _stars(piece.text, into.text[-1:]):
        if piece.text[start:end] in bodies:
            into.add(piece.text[at:start], italic=piece.italic, href=piece.href)
            into.mark(piece.text[start:end])
            at = end
    into.add(piece.text[at:], italic=piece.italic, href=piece.href)


def _add_raised(into: Paragraph, piece: Piece, bodies: set[str]) -> None:
    labels = labels_of(piece.text)
    if into.text and labels and bodies.issuperset(labels):
        for label in labels:
            into.mark(label)
    else:
        into.add(piece.text, italic=piece.italic, href=piece.href)


def _is_typed(number: str, after: Sequence[Piece]) -> bool:
    """Whether somebody typed a computed number as well."""
    words = "".join(piece.text for piece in after)
    return words.startswith(number) and words[len(number) : len(number) + 1].isspace()


def _paragraph(draft: Draft, bodies: set[str], place: str) -> Paragraph:
    pieces = _without_brackets(list(_merged(draft.pieces)))
    length = sum(len(piece.text) for piece in pieces)
    count = len(pieces) + sum(piece.text.count("*") for piece in pieces if "*" in bodies)
    if length * count > _MAX_COST:
        raise DocumentError(
            place,
            f"one paragraph of {length} characters in {count} pieces",
            "no document has such a paragraph; repair the file",
        )
    paragraph = Paragraph(draft.role, draft.label)
    if draft.role is Role.FOOTNOTE:
        bodies = set()  # a note has no notes
    for index, piece in enumerate(pieces):
        if piece.kind is Kind.WORDS:
            _add_words(paragraph, piece, bodies)
        elif piece.kind is Kind.RAISED:
            _add_raised(paragraph, piece, bodies)
        elif piece.kind is Kind.MARK:
            paragraph.mark(piece.text)
        elif piece.kind is Kind.BREAK:
            paragraph.line_break()
        elif piece.kind is Kind.CELL:
            paragraph.next_cell()
        elif not _is_typed(piece.text, pieces[index + 1 : index + 3]):
            paragraph.add(piece.text + " ")
    return paragraph


def settle(drafts: Sequence[Draft], place: str, *, foot: int | None = None) -> list[Paragraph]:
    """The paragraphs of ``drafts``, hand-made footnotes found and their marks taken out.

    From the draft ``foot`` on, below a rule, a body's label need not be raised. Raises
    DocumentError for a paragraph so big that composing it would take minutes.
    """
    filled = [draft for draft in drafts if draft.filled]
    below = len(filled) if foot is None else sum(draft.filled for draft in drafts[:foot])
    bodies = _find_bodies(filled, below)
    return [_paragraph(draft, bodies, place) for draft in filled]
