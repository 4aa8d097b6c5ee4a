"""Footnotes lifted out of paragraphs that have lost their raised figures: plain text, and Markdown
in which no mark is written as one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from southsouth.reading.documents.footnotes import find_notes
from southsouth.reading.documents.model import Block, Role
from southsouth.reading.documents.pieces import SourceParagraph

_BETWEEN = "\n\n"


class _Joined:
    """The text of paragraphs put together, every piece with the place it came from."""

    def __init__(self, paragraphs: Sequence[SourceParagraph]) -> None:
        self.starts: list[int] = []
        self.pieces: list[tuple[str, int]] = []
        self.blocks: list[Block] = []
        length = 0
        for paragraph in paragraphs:
            start = length
            for words, at in paragraph.pieces:
                self.starts.append(length)
                self.pieces.append((words, at))
                length += len(words)
            self.blocks.append(Block(start, length))
            if paragraph.pieces:
                words, at = paragraph.pieces[-1]
                self.starts.append(length)
                self.pieces.append((_BETWEEN, at + len(words)))
            length += len(_BETWEEN) if paragraph.pieces else 0
        self.text = "".join(words for words, _ in self.pieces)

    def cut(self, start: int, end: int) -> Iterator[tuple[str, int]]:
        """The pieces of ``text[start:end]`` with their source offsets."""
        index = max(bisect_right(self.starts, start) - 1, 0)
        while index < len(self.pieces) and self.starts[index] < end:
            words, at = self.pieces[index]
            first = max(start - self.starts[index], 0)
            part = words[first : end - self.starts[index]]
            if part:
                yield part, at + first
            index += 1


def lift_notes(paragraphs: Sequence[SourceParagraph]) -> list[SourceParagraph] | None:
    """``paragraphs`` without their footnotes, marks taken out of the words, the bodies last as
    footnotes; None where no footnote was found. Paragraphs below a foot follow a break.
    """
    joined = _Joined(paragraphs)
    found = find_notes(joined.text, joined.blocks)
    if not found.notes:
        return None
    marks = sorted((n.mark_start, n.mark_end, n.label) for n in found.notes if n.mark_start >= 0)
    starts = [mark[0] for mark in marks]
    lifted: list[SourceParagraph] = []
    broken = False
    for index, (paragraph, block) in enumerate(zip(paragraphs, joined.blocks, strict=True)):
        if index in found.blocks:
            broken = True
            continue
        kept = SourceParagraph(paragraph.role, after_break=broken or paragraph.after_break)
        broken = False
        at = block.start
        for start, end, label in marks[
            bisect_left(starts, block.start) : bisect_left(starts, block.end)
        ]:
            kept.pieces.extend(joined.cut(at, start))
            kept.marks.append((kept.length, label))
            at = end
        kept.pieces.extend(joined.cut(at, block.end))
        lifted.append(kept)
    for note in found.notes:
        body = SourceParagraph(Role.FOOTNOTE, list(joined.cut(note.start, note.end)))
        body.marks.append((0, note.label))
        lifted.append(body)
    return lifted
