"""Markdown: CommonMark by markdown-it-py, footnotes as ``<sup>1</sup>`` or ``[^1]``.

Lists and indented code are switched off: "14. *Invites*" is a numbered paragraph of a resolution,
whose number is text. A paragraph that a page break (a rule, footnotes) cut in two is joined again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from southsouth.reading.documents.listed import with_numbers
from southsouth.reading.documents.model import Block, FootnoteMark, Role, SourceMap
from southsouth.reading.documents.pieces import SourceParagraph, assemble
from southsouth.reading.documents.plain_notes import lift_notes
from southsouth.reading.documents.spelled_notes import lift_spelled, may_be_spelled

_SUP_OPEN: Final = re.compile(r"<sup\b[^>]*>", re.IGNORECASE)
_SUP_CLOSE: Final = re.compile(r"</sup\s*>", re.IGNORECASE)
_CARET: Final = re.compile(r"\[\^([\w*]+)\]:?")
_LINE_END: Final = re.compile(r"\s*[\r\n]+\s*")
#: For each bracket that opens, the parser looks for the one that closes it, in all of the block:
#: more than any document has are no links, but time.
_MOST_BRACKETS: Final = 30_000
#: What closes "[60/1](https://undocs.org/S/RES/1325(2000))" behind its words.
_LINK_TAIL: Final = re.compile(r"[*_`]*\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\s*\)")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of text, or an HTML tag, at an offset of the source."""

    text: str
    at: int
    is_tag: bool = False


def _parser(source: str) -> MarkdownIt:
    # without text_join an escape or entity stays a token, whose place in the source can be found
    off = ["list", "code", "reference", "text_join"]
    if source.count("[") > _MOST_BRACKETS:
        off += ["link", "image"]
    return MarkdownIt("commonmark").disable(off)


def _line_offsets(source: str) -> list[int]:
    # markdown-it counts lines by "\n" after turning "\r\n" and "\r" into it
    return [0, *(m.end() for m in re.finditer(r"\r\n|\n|\r", source))]


def _inline_pieces(token: Token, source: str, start: int, end: int) -> Iterator[_Piece]:
    """The pieces of an inline token, in order.

    markdown-it gives no offsets inside a block; but its texts occur in the source one after the
    other, so each is looked for from where the last one ended.
    """
    position = start
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            if found := _LINE_END.search(source, position, end):
                yield _Piece("\n", found.start())
                position = found.end()
            continue
        if child.type == "link_close" and (found := _LINK_TAIL.match(source, position, end)):
            position = found.end()
        raw = child.markup if child.type == "text_special" else child.content
        if not raw:
            continue
        at = source.find(raw, position, end)
        if at < 0:  # changed by the parser (a NUL, say): its words stay, its place is the last one
            at = position
        position = max(position, min(at + len(raw), end))
        if child.type in {"text", "text_special", "code_inline", "html_inline"}:
            escaped = child.type == "text_special" and raw.startswith("\\")
            yield _Piece(child.content, at + escaped, is_tag=child.type == "html_inline")


def _add_inline(paragraph: SourceParagraph, pieces: Iterable[_Piece]) -> None:
    run: list[_Piece] = []
    opened = False
    for piece in pieces:
        if not piece.is_tag:
            run.append(piece)
        elif opened and _SUP_CLOSE.fullmatch(piece.text):
            label = "".join(part.text for part in run).strip()
            paragraph.marks.append((paragraph.length, label))
            run, opened = [], False
        elif _SUP_OPEN.fullmatch(piece.text):
            _add_text(paragraph, run)
            run, opened = [], True
    # a mark that nobody closed is text
    _add_text(paragraph, run)


def _add_text(paragraph: SourceParagraph, run: Sequence[_Piece]) -> None:
    """Add pieces that follow one another; a mark "[^1]" may be spread over several of them."""
    marks = list(_CARET.finditer("".join(piece.text for piece in run)))
    begin = 0
    for piece in run:
        position, end = begin, begin + len(piece.text)
        for found in marks:
            if found.end() <= position or found.start() >= end:
                continue
            _add_slice(paragraph, piece, position - begin, found.start() - begin)
            if found.start() >= position:
                paragraph.marks.append((paragraph.length, found[1]))
            position = min(found.end(), end)
        _add_slice(paragraph, piece, position - begin, len(piece.text))
        begin = end


def _add_slice(paragraph: SourceParagraph, piece: _Piece, start: int, end: int) -> None:
    if start < end:
        paragraph.pieces.append((piece.text[start:end], piece.at + start))


def _paragraphs(source: str) -> list[SourceParagraph]:
    if source.startswith("\ufeff"):
        source = " " + source[1:]  # a byte order mark would hide the heading behind it
    lines = _line_offsets(source)
    paragraphs: list[SourceParagraph] = []
    broken = False
    role = Role.PARAGRAPH
    for token in _parser(source).parse(source):
        if token.type == "hr":
            broken = True
        elif token.type == "heading_open":
            role = Role.HEADING
        elif token.type == "paragraph_open":
            role = Role.PARAGRAPH
        elif token.type == "inline" and token.map:
            start = lines[token.map[0]]
            end = lines[token.map[1]] if token.map[1] < len(lines) else len(source)
            paragraph = SourceParagraph(role, after_break=broken)
            _add_inline(paragraph, _inline_pieces(token, source, start, end))
            if not paragraph.text.strip():
                continue
            if paragraph.marks and paragraph.marks[0][0] == 0 and role is Role.PARAGRAPH:
                paragraph.role = Role.FOOTNOTE
                broken = True
            else:
                broken = False
            paragraphs.append(paragraph)
    return paragraphs


def read_markdown(
    source: str,
) -> tuple[str, tuple[Block, ...], tuple[FootnoteMark, ...], SourceMap]:
    """Reading text, blocks, footnote marks and source map of a Markdown text.

    Where no footnote is marked up as one, they are looked for as in plain text: pages that a
    machine turned into Markdown have lost their raised figures.
    """
    paragraphs = with_numbers(_paragraphs(source))
    if may_be_spelled(source):
        paragraphs = lift_spelled(paragraphs) or paragraphs
    if not any(paragraph.marks for paragraph in paragraphs):
        paragraphs = lift_notes(paragraphs) or paragraphs
    return assemble(paragraphs)
