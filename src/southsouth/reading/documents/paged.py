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
from southsouth.reading.documents.letters import BARS
from southsouth.reading.documents.model import Role
from southsouth.reading.documents.pieces import SourceParagraph

_SYMBOL: Final = r"[A-Z]{1,6}(?:/[\w.()-]+)+"
_PAGE: Final = r"(?:[Pp]age\s+)?\d{1,4}(?:\s*/\s*\d{1,4})?"
#: What stands at the edge of a page and belongs to no text.
_EDGE: Final = re.compile(
    rf"{_SYMBOL}|{_PAGE}|{_SYMBOL}\s+{_PAGE}|{_PAGE}\s+{_SYMBOL}|[ivxl]{{1,6}}"
    r"|(?:\d{1,4}\s+)?(?:[A-Z]{2,4}\.)?\d{2}-\d{5,6}\b.{0,40}|\*\d{6,8}\*.?|Please\s+recycle.?"
)
_EDGE_LINES: Final = 3
#: A number alone: of a page, or the label of a note whose words are on the next line.
_NUMBER_ALONE: Final = re.compile(r"(?:[Pp]age\s+)?(?P<number>\d{1,4})(?:\s*/\s*(?P<of>\d{1,4}))?")
#: So many pages whose edges count on with the pages tell how they are numbered.
_NUMBERED_PAGES: Final = 3
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
_LABEL_ALONE: Final = re.compile(r"\d{1,3}")
#: The share of the widest line that one has to which no word could have been added, and the share
#: that no heading has.
_FULL: Final = 0.96
#: The same in a layout, where the first line of another paragraph would be indented.
_FULL_IN_LAYOUT: Final = 0.8
_LONG: Final = 0.6
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


class _Numbering(NamedTuple):
    """How the pages are numbered: what a page's place in the file lacks to its number, None where
    nothing tells; how many there are, where "2/5" tells it."""

    shift: int | None
    of: str

    def is_edge(self, words: str, page: int) -> bool:
        """Whether a line at the edge of a page belongs to no text. A number that is not the page's
        is the label of a note, or of a resolution."""
        # the ends of a line may stand far from each other; bars have letters of their own
        words = " ".join(words.translate(BARS).split())
        if _EDGE.fullmatch(words) is None:
            return False
        found = _NUMBER_ALONE.fullmatch(words)
        if found is None:
            return True
        if found["of"]:
            return found["of"] == self.of
        return self.shift is None or int(found["number"]) == page + self.shift


def _numbering(pages: Sequence[str]) -> _Numbering:
    shifts: Counter[int] = Counter()
    totals: Counter[str] = Counter()
    for page, words in enumerate(pages):
        lines = [line.strip() for line in words.split("\n") if line.strip()]
        outer = [*lines[:_EDGE_LINES], *lines[_EDGE_LINES:][-_EDGE_LINES:]]
        found = [one for line in outer if (one := _NUMBER_ALONE.fullmatch(line))]
        shifts.update({int(one["number"]) - page for one in found if not one["of"]})
        totals.update({one["of"] for one in found if one["of"]})
    shift, count = max(shifts.items(), key=lambda item: item[1], default=(0, 0))
    of, times = max(totals.items(), key=lambda item: item[1], default=("", 0))
    return _Numbering(
        shift if count >= _NUMBERED_PAGES else None,
        of if times > 1 or of == str(len(pages)) else "",
    )


def _page_lines(
    source: str, start: int, end: int, page: int, numbering: _Numbering, *, laid_out: bool
) -> list[Line]:
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
    return _without_edges(lines, page, numbering)


def _without_edges(lines: list[Line], page: int, numbering: _Numbering) -> list[Line]:
    first, last = 0, len(lines)
    while page and first < min(last, _EDGE_LINES) and numbering.is_edge(lines[first].words, page):
        first += 1
    least = max(first, len(lines) - _EDGE_LINES)
    while last > least and numbering.is_edge(lines[last - 1].words, page):
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
        printed = _label(lines, index)
        if not printed:
            continue
        label = int(printed) if printed.isdigit() else 0
        if next_label and label != next_label - 1:
            break
        first, next_label = index, label
        if line.breaks and label <= 1:
            break
    return first if first < len(lines) and lines[first].breaks else len(lines)


def _label(lines: Sequence[Line], index: int) -> str:
    """The label of the note that begins with a line; raised figures, which stand higher than the
    words, come out on a line of their own."""
    line = lines[index]
    if found := _NOTE.match(line.words):
        return found["label"]
    if not _LABEL_ALONE.fullmatch(line.words) or index + 1 == len(lines):
        return ""
    below = lines[index + 1]
    return line.words if not below.breaks and below.indent > line.indent else ""


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
        self.highest = 0  # the number that paragraphs have come to, where headings count anew
        self.width = 0

    def add_page(self, lines: Sequence[Line]) -> None:
        """The lines of a page, its notes behind a rule."""
        foot = 0 if self.ended else self._endnotes(lines)
        usual = Counter(line.indent for line in lines[:foot]).most_common(1)
        body = usual[0][0] if usual else 0
        ends = [line.indent + len(line.words) for line in lines[:foot]]
        for line in lines[:foot]:
            self._add(line, body)
        self.width = max(ends, default=self.width)
        above = self.above
        for index, line in enumerate(lines[foot:], foot):
            if index == foot and not (self.ended and self.label):
                self.found.append(SourceParagraph(Role.PARAGRAPH, [(_RULE, line.at)]))
            if self._is_note(lines, index):
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

    def _is_note(self, lines: Sequence[Line], index: int) -> bool:
        """Whether a note begins with the line; at the end of a document they count on."""
        line = lines[index]
        if not self.ended:
            return bool(_label(lines, index))
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
            follows = number in {self.seams.last + 1, self.highest + 1}
            if apart or follows or _FULL_STOP.search(above.words):
                self.seams.last = number
                self.highest = max(self.highest, number)
                return True
        if _POINT.match(words) or _DOTS.search(above.words) or self.seams.part(above.words, words):
            return True
        if line.top:  # the page cut it, unless it had come to its end
            if words[:1].islower():
                return _FULL_STOP.search(above.words) is not None
            return not self._runs_on(above, line, body)
        if line.breaks or (line.masthead and line.indent < _INDENT):
            return True
        return line.indent >= body + _INDENT and _FINISHED.search(above.words) is not None

    def _runs_on(self, above: Line, line: Line, body: int) -> bool:
        """Whether a page cut a paragraph before a line that begins with a capital: a numbered one
        has not come to its end; or the line above it is full, and the line is no heading and does
        not stand out."""
        paragraph = self.body.text if self.body is not None else ""
        if not _FINISHED.search(above.words) and _PARAGRAPH.match(paragraph):
            return len(paragraph) > len(above.words)
        if self.highest < 2 or line.indent > body + 1:
            return False
        least = _FULL_IN_LAYOUT if body else _FULL
        full = above.indent + len(above.words) >= least * self.width
        return full and len(line.words) > _LONG * (self.width - above.indent)

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
    pages = paged.split("\f")
    numbering = _numbering(pages)
    for page, words in enumerate(pages):
        end = start + len(words)
        paragraphs.add_page(_page_lines(paged, start, end, page, numbering, laid_out=laid_out))
        start += len(words) + 1
    return paragraphs.found
