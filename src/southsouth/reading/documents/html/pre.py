"""Pre-formatted pages: lines as a typewriter set them → paragraphs.

A line that was broken because it was full goes on with a space; a short one ends there. What stands
in columns ("General Assembly        Distr.") is parted. Footnotes are found as in plain text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from southsouth.reading.documents.drafts import Draft, Kind, Piece
from southsouth.reading.documents.footnotes import FoundNotes, find_notes
from southsouth.reading.documents.model import Block, Role
from southsouth.reading.documents.text import text_blocks

_LINE_END: Final = re.compile(r"[^\S\n]*\n\s*")
_COLUMNS: Final = re.compile(r"(?<=\S)[ \t\xa0]{3,}(?=\S)")
#: A line that stands in the middle or at the right is none that runs on.
_PLACED: Final = re.compile(r"[ \t\xa0]{20,}")
#: "14.    Invites": a number and its words are no columns.
_NUMBER: Final = re.compile(r"\s*\S{1,12}[.)]\s+")
_WORD: Final = re.compile(r"\S+")
#: "South-" / "South" is one word; "short-" / "and long-term" are two.
_HYPHEN: Final = re.compile(r"\w-\Z")
_AFTER_HYPHEN: Final = re.compile(r"(?!(?:and|or|to|et|ou|y|o)\b)\w")
#: Nineteen lines of twenty are no longer than this share says: a few stick out.
_FULL: Final = 0.95
#: No page is narrower: shorter lines end where somebody ended them.
_NARROWEST: Final = 40
#: Beyond it looking for notes would take long, and no document is so long.
_MAX_SEARCHED: Final = 2_000_000

#: An edit of the text: from, to, and what stands there instead (None: nothing).
_Edit = tuple[int, int, Piece | None]
#: A footnote mark: from, to, label.
_Mark = tuple[int, int, str]


def _width(text: str) -> int:
    """How long a full line is."""
    lengths = sorted(len(line.rstrip()) for line in text.split("\n") if line.strip())
    return max(lengths[int(_FULL * len(lengths))] if lengths else 0, _NARROWEST)


def _line_edits(text: str, block: Block, width: int) -> Iterator[_Edit]:
    """What happens at the line ends of a block, and at its columns."""
    start = text.rfind("\n", 0, block.start) + 1
    begin = block.start
    ends = [*_LINE_END.finditer(text, block.start, block.end), None]
    for found in ends:
        end = found.start() if found else block.end
        word = _WORD.match(text, found.end()) if found else None
        full = word is not None and end - start + 1 + len(word[0]) > width
        wrapped = full and not _PLACED.match(text, start, end)
        if not wrapped:
            number = _NUMBER.match(text, begin, end)
            for gap in _COLUMNS.finditer(text, number.end() if number else begin, end):
                yield gap.start(), gap.end(), Piece(Kind.BREAK)
        if found:
            joined = _HYPHEN.search(text[max(end - 2, 0) : end]) and _AFTER_HYPHEN.match(
                text, found.end()
            )
            space = None if joined else Piece(Kind.WORDS, " ")
            yield found.start(), found.end(), space if wrapped else Piece(Kind.BREAK)
            start, begin = text.rfind("\n", 0, found.end()) + 1, found.end()


def _blocks(text: str, linked: Sequence[_Mark]) -> Iterator[tuple[Block, list[_Edit]]]:
    """The blocks of the text, footnote bodies too, and the edits of each; ``linked`` are the marks
    that are links, taken out of the text already."""
    blocks = text_blocks(text)
    found = find_notes(text, blocks) if len(text) <= _MAX_SEARCHED else FoundNotes()
    width = _width(text)
    marks = [(n.mark_start, n.mark_end, n.label) for n in found.notes if n.mark_start >= 0]
    marks = sorted([*marks, *linked], key=lambda mark: mark[:2])
    notes = [Block(n.start, n.end, Role.FOOTNOTE, n.label) for n in found.notes]
    kept = [block for index, block in enumerate(blocks) if index not in found.blocks]
    for block in [*kept, *notes]:
        first = bisect_left(marks, (block.start, 0, ""))
        last = bisect_left(marks, (block.end + 1, 0, ""))
        inside = [(start, end, Piece(Kind.MARK, name)) for start, end, name in marks[first:last]]
        yield block, _apart([*inside, *_line_edits(text, block, width)])


def _apart(edits: list[_Edit]) -> list[_Edit]:
    """The edits in order; those that overlap one before them left out. A mark holds the line end
    before it, so it comes first."""
    kept: list[_Edit] = []
    for edit in sorted(edits, key=lambda edit: edit[0]):  # stable
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return kept


def preformatted(pieces: Sequence[Piece]) -> Iterator[Draft]:
    """The paragraphs of the pieces in a <pre>, whose texts hold its line ends."""
    words: list[Piece] = []
    offsets: list[int] = []
    linked: list[_Mark] = []
    length = word_end = 0
    for piece in pieces:
        if piece.kind is Kind.MARK:  # it belongs to the word before it
            linked.append((word_end, word_end, piece.text))
            continue
        words.append(piece)
        offsets.append(length)
        if piece.text.strip():
            word_end = length + len(piece.text.rstrip())
        length += len(piece.text)

    def copy(draft: Draft, start: int, end: int) -> None:
        """Add what stands between two offsets, each piece with its format."""
        for index in range(max(bisect_right(offsets, start) - 1, 0), len(words)):
            if offsets[index] >= end:
                break
            at, piece = offsets[index], words[index]
            draft.add(replace(piece, text=piece.text[max(start - at, 0) : end - at]))

    for block, edits in _blocks("".join(piece.text for piece in words), linked):
        draft = Draft(block.role, block.label)
        at = block.start
        for start, end, instead in edits:
            copy(draft, at, start)
            if instead is not None:
                draft.add(instead)
            at = end
        copy(draft, at, block.end)
        yield draft
