"""From the lines of a paragraph to its words: hyphens, footnote marks, links, italics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise
from typing import Final

from southsouth.reading.documents.compose import Paragraph
from southsouth.reading.documents.model import Role
from southsouth.reading.documents.pdf.glyphs import SPACE_GAP, Run
from southsouth.reading.documents.pdf.lines import Line
from southsouth.reading.documents.pdf.notes import raised_label
from southsouth.reading.documents.pdf.paragraphs import DISTRIBUTION, Draft

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TAIL: Final = re.compile(r"([^\W\d_]+)-$")
_HEAD: Final = re.compile(r"[^\W\d_]+")
_SOFT_HYPHEN: Final = "\u00ad"
#: Line ends that no space follows: "Secretary-", "A/RES/", "2015–".
_UNSPACED: Final = re.compile(r"\w[-/]$|\d–$")
_LABELS: Final = re.compile(r"\d{1,3}|[a-z]{1,2}|\*{1,4}|[†‡§¶]{1,3}")
_STARS: Final = re.compile(r"(?<!\s)(\*{1,4}|[†‡§¶]{1,3})(?![\w*])|\s(\*{1,4})$")
_ORDINAL: Final = re.compile(r"\d(?:st|nd|rd|th)$")
_UNIT: Final = re.compile(r"\b(?:[kcdm]?m|[kK]W|CO)[23]$")
_CLOSING: Final = tuple(",.;:)]”’!?")
_LINK_EDGES: Final = re.compile(r"([\s(\[“\"]*)(.*?)([\s.,;:\]”\"]*)", re.DOTALL)


def _tail(line: Line) -> re.Match[str] | None:
    """The part of a word before the hyphen that ends the line."""
    return _TAIL.search(line.text.rsplit(" ", 1)[-1]) if line.text.endswith("-") else None


@dataclass(frozen=True)
class Vocabulary:
    """How a document writes its words, and with it what the hyphens at its line ends are."""

    lines: Sequence[Line]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words, without the halves of those that a line end cuts."""
        words: set[str] = set()
        cut = False
        for line in self.lines:
            found = [word.casefold() for word in _WORD.findall(line.text)]
            next_cut = _tail(line) is not None
            words.update(found[cut : len(found) - next_cut])
            cut = next_cut
        return frozenset(words)

    @cached_property
    def cuts_words(self) -> bool:
        """Whether the document cuts words at line ends: most that can be judged are cut ones."""
        cut = kept = 0
        for above, line in pairwise(self.lines):
            tail, head = _tail(above), _HEAD.match(line.text)
            if tail and head:
                whole = (tail[1] + head[0]).casefold()
                compound = f"{tail[1]}-{head[0]}".casefold()
                kept += compound in self.words
                cut += whole in self.words and compound not in self.words
        return cut > kept

    def is_cut(self, tail: str, head: str) -> bool:
        """Whether ``tail`` and ``head``, parted by a hyphen at a line end, are one word."""
        tail, head = tail.casefold(), head.casefold()
        if f"{tail}-{head}" in self.words:
            return False
        if tail + head in self.words:
            return True
        return self.cuts_words and not (tail in self.words and head in self.words)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of one look; ``mark`` for the text of footnote marks."""

    text: str
    page: int
    italic: bool = False
    href: str = ""
    mark: bool = False


def _run_pieces(runs: Iterable[Run], page: int) -> Iterator[_Piece]:
    end: float | None = None
    for run in runs:
        if end is not None and run.x0 - end > SPACE_GAP * run.size:
            yield _Piece(" ", page)
        end = run.x1
        if run.raised:
            yield _Piece(run.text, page, mark=True)
        elif run.href:
            yield from _link_pieces(run, page)
        else:
            yield _Piece(run.text, page, run.italic)


def _link_pieces(run: Run, page: int) -> Iterator[_Piece]:
    """A link's box often holds the punctuation beside it, which is none of its words."""
    found = _LINK_EDGES.fullmatch(run.text)
    before, words, behind = found.groups() if found else ("", run.text, "")
    if words.endswith(")") and words.count(")") > words.count("("):
        words, behind = words[:-1], ")" + behind
    yield _Piece(before, page, run.italic)
    yield _Piece(words, page, run.italic, run.href)
    yield _Piece(behind, page, run.italic)


def _line_pieces(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[_Piece]:
    """The pieces of the lines, the words that a line end cuts put together."""
    for index, line in enumerate(lines):
        pieces = list(_run_pieces(line.runs, line.page))
        if index + 1 == len(lines):
            yield from pieces
            return
        last = pieces[-1]
        text = last.text.rstrip()
        tail, head = _tail(line), _HEAD.match(lines[index + 1].text)
        cut = text.endswith(_SOFT_HYPHEN) or (
            text.endswith("-") and tail and head and vocabulary.is_cut(tail[1], head[0])
        )
        yield from pieces[:-1]
        if cut and not last.mark:
            yield _Piece(text[:-1], last.page, last.italic, last.href)
        else:
            yield last if last.mark else _Piece(text, last.page, last.italic, last.href)
            if DISTRIBUTION.match(line.text):
                yield _Piece("\n", last.page)
            elif last.mark or not _UNSPACED.search(line.text[-2:]):
                yield _Piece(" ", last.page)


def _accepts(label: str, before: str, labels: frozenset[str]) -> bool:
    """Whether what is raised after ``before`` is a footnote's mark and not "th" or "km2"."""
    word = before[-6:] + label
    if _ORDINAL.search(word) or _UNIT.search(word):
        return False
    if label.isdigit():
        return label in labels or not before[-1:].isdigit()
    return label in labels or not label.isalpha()


class _Writer:
    """Writes pieces into a Paragraph; ``labels`` are those of the document's footnotes."""

    def __init__(self, paragraph: Paragraph, labels: frozenset[str]) -> None:
        self.paragraph, self.labels = paragraph, labels
        self._space: _Piece | None = None  # waits: before a mark there is none

    def write(self, pieces: Iterable[_Piece]) -> None:
        """Add pieces; those of a mark that follow one another are one."""
        for mark, group in groupby(pieces, key=lambda piece: piece.mark):
            same = list(group)
            if mark:
                self._write_marks("".join(piece.text for piece in same), same[0])
            else:
                for piece in same:
                    self._write_words(piece)

    def _write_marks(self, text: str, piece: _Piece) -> None:
        labels = _LABELS.findall(text)
        before = self.paragraph.text
        if labels and all(_accepts(label, before, self.labels) for label in labels):
            for label in labels:
                self.paragraph.mark(label)
        else:
            self._write_words(_Piece(text, piece.page))

    def _write_words(self, piece: _Piece) -> None:
        text = piece.text.replace(_SOFT_HYPHEN, "")
        if text == "\n":
            self.paragraph.line_break()
            return
        if not text.strip():
            self._space = piece if text else self._space
            return
        start = text[0].isspace() or self._space is not None
        marked = bool(self.paragraph.marks) and self.paragraph.marks[-1][0] == len(
            self.paragraph.text
        )
        if start and not (marked and text.lstrip().startswith(_CLOSING)):
            self.paragraph.add(" ", page=piece.page)
        self._space = _Piece(" ", piece.page) if text[-1].isspace() else None
        self._write_stars(text.strip(), piece)

    def _write_stars(self, text: str, piece: _Piece) -> None:
        """Write words; stars among them that a footnote has for its label are marks."""
        begin = 0
        for found in _STARS.finditer(text):
            label = found[1] or found[2]
            if label in self.labels and (found.start() or self.paragraph.text):
                self._add(text[begin : found.start()], piece)
                self.paragraph.mark(label)
                begin = found.end()
        self._add(text[begin:], piece)

    def _add(self, text: str, piece: _Piece) -> None:
        self.paragraph.add(text, italic=piece.italic, href=piece.href, page=piece.page)


def _without_label(draft: Draft) -> list[Line]:
    """The lines of a footnote without the label that its first line begins with."""
    first = draft.lines[0]
    runs = list(first.runs)
    if raised_label(first):
        while runs and runs[0].raised:
            runs.pop(0)
    elif runs[0].text.startswith(draft.label):
        words = runs[0].text[len(draft.label) :].removeprefix("/").lstrip()
        runs[0] = replace(runs[0], text=words)
    rest = [Line(first.page, first.y, tuple(runs))] if runs else []
    return rest + draft.lines[1:]


def write_paragraph(draft: Draft, vocabulary: Vocabulary, labels: frozenset[str]) -> Paragraph:
    """The paragraph's words; ``labels`` are those of the document's footnotes."""
    paragraph = Paragraph(draft.role, draft.label)
    writer = _Writer(paragraph, labels)
    if draft.role is Role.ROW:
        for number, cell in enumerate(draft.cells):
            if number:
                paragraph.next_cell()
            writer.write(_line_pieces(cell, vocabulary))
        return paragraph
    lines = _without_label(draft) if draft.role is Role.FOOTNOTE else draft.lines
    writer.write(_line_pieces(lines, vocabulary))
    return paragraph
