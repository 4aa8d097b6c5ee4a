"""Markdown: CommonMark by markdown-it-py, footnotes as ``<sup>1</sup>`` or ``[^1]``.

Lists and indented code are switched off: "14. *Invites*" is a numbered paragraph of a resolution,
whose number is text. A paragraph that a page break (a rule, footnotes) cut in two is joined again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from southsouth.documents.model import Block, FootnoteMark, Role, SourceMap

_SUP_OPEN: Final = re.compile(r"<sup\b[^>]*>", re.IGNORECASE)
_SUP_CLOSE: Final = re.compile(r"</sup\s*>", re.IGNORECASE)
_CARET: Final = re.compile(r"\[\^([\w*]+)\]:?")
_LINE_END: Final = re.compile(r"\s*[\r\n]+\s*")
#: What closes "[60/1](https://undocs.org/S/RES/1325(2000))" behind its words.
_LINK_TAIL: Final = re.compile(r"[*_`]*\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\s*\)")
_NUMBERED: Final = re.compile(r"(?:\d+\.|\([a-z]+\))\s")
_FINISHED: Final = tuple(".;:!?”\"'’)]")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of text, or an HTML tag, at an offset of the source."""

    text: str
    at: int
    is_tag: bool = False


@dataclass(slots=True)
class _Paragraph:
    """One block while it is read: pieces of text with their source offsets, and marks."""

    role: Role
    pieces: list[tuple[str, int]] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    after_break: bool = False

    @property
    def length(self) -> int:
        return sum(len(text) for text, _ in self.pieces)

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


def _parser() -> MarkdownIt:
    # without text_join an escape or entity stays a token, whose place in the source can be found
    return MarkdownIt("commonmark").disable(["list", "code", "reference", "text_join"])


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


def _add_inline(paragraph: _Paragraph, pieces: Iterable[_Piece]) -> None:
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


def _add_text(paragraph: _Paragraph, run: Sequence[_Piece]) -> None:
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


def _add_slice(paragraph: _Paragraph, piece: _Piece, start: int, end: int) -> None:
    if start < end:
        paragraph.pieces.append((piece.text[start:end], piece.at + start))


def _paragraphs(source: str) -> list[_Paragraph]:
    if source.startswith("\ufeff"):
        source = " " + source[1:]  # a byte order mark would hide the heading behind it
    lines = _line_offsets(source)
    paragraphs: list[_Paragraph] = []
    broken = False
    role = Role.PARAGRAPH
    for token in _parser().parse(source):
        if token.type == "hr":
            broken = True
        elif token.type == "heading_open":
            role = Role.HEADING
        elif token.type == "paragraph_open":
            role = Role.PARAGRAPH
        elif token.type == "inline" and token.map:
            start = lines[token.map[0]]
            end = lines[token.map[1]] if token.map[1] < len(lines) else len(source)
            paragraph = _Paragraph(role, after_break=broken)
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


def _continues(before: _Paragraph, after: _Paragraph) -> bool:
    """Whether a page break cut one paragraph into ``before`` and ``after``."""
    words, rest = before.text.rstrip(), after.text.lstrip()
    if (
        not after.after_break
        or before.role is not Role.PARAGRAPH
        or after.role is not Role.PARAGRAPH
    ):
        return False
    if words.endswith(_FINISHED) or _NUMBERED.match(rest):
        return False
    return not words.endswith(",") or rest[:1].islower()


def _join_pages(paragraphs: list[_Paragraph]) -> list[_Paragraph]:
    body: list[_Paragraph] = []
    notes: list[_Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.role is Role.FOOTNOTE:
            notes.append(paragraph)
        elif body and _continues(body[-1], paragraph):
            before = body[-1]
            last_text, last_at = before.pieces[-1]
            before.pieces.append((" ", last_at + len(last_text)))
            shift = before.length
            before.pieces.extend(paragraph.pieces)
            before.marks.extend((offset + shift, label) for offset, label in paragraph.marks)
        else:
            body.append(paragraph)
    return body + notes


def read_markdown(
    source: str,
) -> tuple[str, tuple[Block, ...], tuple[FootnoteMark, ...], SourceMap]:
    """Reading text, blocks, footnote marks and source map of a Markdown text."""
    text: list[str] = []
    length = 0
    blocks: list[Block] = []
    marks: list[FootnoteMark] = []
    reading: list[int] = []
    origin: list[int] = []
    for paragraph in _join_pages(_paragraphs(source)):
        if blocks:
            text.append("\n\n")
            length += 2
        start = length
        for piece, at in paragraph.pieces:
            reading.append(length)
            origin.append(at)
            text.append(piece)
            length += len(piece)
        if paragraph.role is Role.FOOTNOTE:
            words = paragraph.text
            lead = len(words) - len(words.lstrip())
            blocks.append(Block(start + lead, length, Role.FOOTNOTE, paragraph.marks[0][1]))
        else:
            blocks.append(Block(start, length, paragraph.role))
            marks.extend(FootnoteMark(start + offset, label) for offset, label in paragraph.marks)
    return "".join(text), tuple(blocks), tuple(marks), SourceMap(tuple(reading), tuple(origin))
