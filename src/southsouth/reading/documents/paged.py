"""Plain text with the pages of the document that it was made from, as pdftotext writes it.

Form feeds part the pages; page numbers, running symbols and job numbers stand at their edges, notes
at their feet; paragraphs are told by numbers and indents more often than by empty lines. What
belongs to the page goes, and paragraphs that a page cut in two are one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from southsouth.reading.documents.glued import Seams
from southsouth.reading.documents.hyphens import Hyphens
from southsouth.reading.documents.model import Role
from southsouth.reading.documents.pieces import SourceParagraph

_SYMBOL: Final = r"[A-Z]{1,6}(?:/[\w.()-]+)+"
_PAGE: Final = r"(?:[Pp]age\s+)?\d{1,4}(?:\s*/\s*\d{1,4})?"
#: What stands at the edge of a page and belongs to no text.
_EDGE: Final = re.compile(
    rf"{_SYMBOL}|{_PAGE}|{_SYMBOL}\s+{_PAGE}|{_PAGE}\s+{_SYMBOL}|[ivxl]{{1,6}}"
    r"|(?:\d{1,4}\s+)?(?:[A-Z]{2,4}\.)?\d{2}-\d{5,6}\b.{0,40}|\*\d{6,8}\*|Please\s+recycle.?"
)
_EDGE_LINES: Final = 3
_RULE: Final = "_____"
_NOTE: Final = re.compile(r"(?P<label>\d{1,3}|[*†]{1,3})(?:\s{2,}|\s(?=[A-Z“(]))(?=\S)")
_HEADS_NOTES: Final = re.compile(r"(?:End)?[Nn]otes|NOTES")
_FIRST_NOTE: Final = re.compile(r"1(?!\d|\.)")
_PARAGRAPH: Final = re.compile(r"(?P<number>\d{1,3})\.(?:(?P<apart>\s{2,})|\s(?=[A-Z“\"(]))\S")
_POINT: Final = re.compile(r"(?:\((?:[a-z]{1,4}|\d{1,2})\)|[•●▪–—-])\s{2,}\S")
_DOTS: Final = re.compile(r"\.{4,}|(?:\s\.){4,}")
_FINISHED: Final = re.compile(r"[.;:,!?”\")\]](?:\s?\d{1,3}|\*)?\Z")
_FULL_STOP: Final = re.compile(r"[.;:!?”](?:\s?\d{1,3}|\*)?\Z")
_INDENT: Final = 4
_WIDE: Final = re.compile(r" {8}")
#: The share of lines with an indent in a text that keeps the layout of its pages.
_LAID_OUT: Final = 0.2
#: Lines of a first page that may be its masthead, whose columns are kept apart.
_MASTHEAD_LINES: Final = 12
_SPACES: Final = re.compile(r"\s{2,}")


class Line(NamedTuple):
    """A line that is not empty: where its words begin, and what is before it. ``breaks`` says that
    an empty line is above it, ``top`` that a page is, ``masthead`` that it stands at the head of
    the first page."""

    at: int
    words: str
    indent: int
    breaks: bool
    top: bool
    masthead: bool


def with_form_feeds(source: str) -> str:
    """``source`` with a form feed in place of each page number beside a running symbol, where a
    tool left no other sign of its pages; of the same length."""
    if "\f" in source:
        return source
    own = re.search(rf"^[^\S\n]*({_SYMBOL})[^\S\n]*$", source[:2000], re.MULTILINE)
    if own is None:
        return source
    symbol = re.escape(own[1])
    edge = rf"\n[^\S\n]*(?:{_PAGE}\s*\n\s*{symbol}|{symbol}\s*\n\s*{_PAGE})[^\S\n]*(?=\n)"
    return re.sub(edge, lambda found: "\n\f".ljust(len(found[0])), source)


def _page_lines(source: str, start: int, end: int, page: int, *, laid_out: bool) -> list[Line]:
    lines: list[Line] = []
    breaks = numbered = False
    for found in re.finditer(r"[^\n]*\n|[^\n]+", source[start:end]):
        words = found[0].strip()
        if not words:
            breaks = True
            continue
        indent = len(found[0]) - len(found[0].lstrip())
        at = start + found.start() + indent
        numbered = numbered or _PARAGRAPH.match(words) is not None
        masthead = laid_out and not page and not numbered and len(lines) < _MASTHEAD_LINES
        lines.append(Line(at, words, indent, breaks, not lines, masthead))
        breaks = False
    return _without_edges(lines, page)


def _without_edges(lines: list[Line], page: int) -> list[Line]:
    first, last = 0, len(lines)
    while page and first < min(last, _EDGE_LINES) and _EDGE.fullmatch(lines[first].words):
        first += 1
    while last > max(first, len(lines) - _EDGE_LINES) and _EDGE.fullmatch(lines[last - 1].words):
        last -= 1
    kept = lines[first:last]
    return [kept[0]._replace(top=True, breaks=False), *kept[1:]] if kept else []


def _foot(lines: Sequence[Line]) -> int:
    """The index of the first note at the foot of a page; the number of its lines where it has none.
    Labels count up to the end of the page, and nothing between them begins a paragraph."""
    first, next_label = len(lines), 0
    for index in range(len(lines) - 1, 0, -1):
        line = lines[index]
        if _PARAGRAPH.match(line.words):
            break
        found = _NOTE.match(line.words)
        if found is None:
            continue
        label = int(found["label"]) if found["label"].isdigit() else 0
        if next_label and label != next_label - 1:
            break
        first, next_label = index, label
        if line.breaks and label <= 1:
            break
    return first if first < len(lines) and lines[first].breaks else len(lines)


class _Paragraphs:
    """Puts lines together to paragraphs."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.hyphens = Hyphens(source)
        self.seams = Seams(source)
        self.found: list[SourceParagraph] = []
        self.above: Line | None = None
        self.body: SourceParagraph | None = None
        self.ended, self.label = False, 0  # the notes at the end have begun; the last one's label

    def add_page(self, lines: Sequence[Line]) -> None:
        """The lines of a page, its notes behind a rule."""
        foot = 0 if self.ended else self._endnotes(lines)
        usual = Counter(line.indent for line in lines[:foot]).most_common(1)
        body = usual[0][0] if usual else 0
        for line in lines[:foot]:
            self._add(line, body)
        above = self.above
        for index, line in enumerate(lines[foot:]):
            if index == 0 and not (self.ended and self.label):
                self.found.append(SourceParagraph(Role.PARAGRAPH, [(_RULE, line.at)]))
            if self._is_note(line):
                self.found.append(SourceParagraph(Role.PARAGRAPH))
                self.above = None
            self._append(self.found[-1], line)
        self.above = above

    def _endnotes(self, lines: Sequence[Line]) -> int:
        """Where the notes of a page begin: at its foot, or below the word that heads those of the
        document; from there on there is nothing else."""
        for index, line in enumerate(lines[:-1]):
            if _HEADS_NOTES.fullmatch(line.words) and _FIRST_NOTE.match(lines[index + 1].words):
                self.ended, self.label = True, 0
                return index + 1
        return _foot(lines)

    def _is_note(self, line: Line) -> bool:
        """Whether a note begins with the line; at the end of a document they count on."""
        if not self.ended:
            return _NOTE.match(line.words) is not None
        if line.words.split(maxsplit=1)[0] != str(self.label + 1):
            return False
        self.label += 1
        return True

    def _add(self, line: Line, body: int) -> None:
        above, paragraph = self.above, self.body
        if above is None or paragraph is None or self._begins(above, line, body):
            paragraph = SourceParagraph(Role.PARAGRAPH)
            self.found.append(paragraph)
            self.body = paragraph
        self._append(paragraph, line)

    def _begins(self, above: Line, line: Line, body: int) -> bool:
        """Whether a paragraph begins with the line."""
        words = line.words
        if found := _PARAGRAPH.match(words):
            number = int(found["number"])
            apart = found["apart"] or line.breaks
            if apart or number == self.seams.last + 1 or _FULL_STOP.search(above.words):
                self.seams.last = number
                return True
        if _POINT.match(words) or _DOTS.search(above.words) or self.seams.part(above.words, words):
            return True
        if line.top:  # the page cut it, unless it had come to its end
            return _FULL_STOP.search(above.words) is not None or not words[:1].islower()
        if line.breaks or (line.masthead and line.indent < _INDENT):
            return True
        return line.indent >= body + _INDENT and _FINISHED.search(above.words) is not None

    def _append(self, paragraph: SourceParagraph, line: Line) -> None:
        pieces = list(_pieces(line))
        if paragraph.pieces and self.above is not None:
            words, at = paragraph.pieces[-1]
            joint, cut = self.hyphens.joint(words, line.words)
            if cut:
                paragraph.pieces[-1] = (words[:-cut], at)
            if self.above.masthead:
                joint = "\n"
            if joint:
                paragraph.pieces.append((joint, at + len(words)))
        paragraph.pieces.extend(pieces)
        self.above = line


def _pieces(line: Line) -> Iterator[tuple[str, int]]:
    """The words of a line with one space between them; columns of a masthead stay apart."""
    if line.masthead:
        yield line.words, line.at
        return
    at = 0
    for space in _SPACES.finditer(line.words):
        yield line.words[at : space.start() + 1], line.at + at
        at = space.end()
    yield line.words[at:], line.at + at


def _is_laid_out(source: str) -> bool:
    """Whether a text keeps the layout of its pages: columns of a masthead, or indents."""
    lines = [line for line in source.splitlines() if line.strip()]
    if any(_WIDE.search(line) for line in lines[:_MASTHEAD_LINES]):
        return True
    indented = sum(line.startswith(" " * _INDENT) for line in lines)
    return indented > _LAID_OUT * len(lines)


def paragraphs_of_pages(source: str) -> list[SourceParagraph] | None:
    """The paragraphs of a text with pages, notes at the foot of each behind a rule; None where it
    has no pages."""
    paged = with_form_feeds(source)
    if "\f" not in paged:
        return None
    laid_out = _is_laid_out(paged)
    if not laid_out and not paged.partition("\f")[2].strip():
        return None  # a form feed at the end tells of no page
    paragraphs = _Paragraphs(paged)
    start = 0
    for page, words in enumerate(paged.split("\f")):
        end = start + len(words)
        paragraphs.add_page(_page_lines(paged, start, end, page, laid_out=laid_out))
        start += len(words) + 1
    return paragraphs.found
