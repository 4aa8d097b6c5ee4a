"""Numbers of paragraphs as converters write them: items of lists, all of them "1.".

In Markdown the number of an item means nothing, and tools make use of that: "- 1. Welcomes",
"1) Welcomes", or "1." before every paragraph. The numbers are put back as they were printed; every
one keeps its place in the source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from southsouth.reading.documents.glued import Seams
from southsouth.reading.documents.model import Block, Role
from southsouth.reading.documents.pieces import SourceParagraph

_BULLET: Final = re.compile(
    r"^[^\S\n]*[-*+•][^\S\n]+(?=(?:\d{1,3}[.)]|\([a-z]{1,4}\)|[a-z]\))\s)", re.MULTILINE
)
_ITEM: Final = re.compile(r"\s*(?P<number>\d{1,3})(?P<stop>[.)])\s+(?=\S)")
_POINT: Final = re.compile(r"\s*\([a-z\d]{1,4}\)\s")
#: So many paragraphs in a row are no chance.
_FEWEST: Final = 2


def _without_bullets(paragraph: SourceParagraph) -> SourceParagraph:
    text = paragraph.text
    found = list(_BULLET.finditer(text))
    if not found:
        return paragraph
    plain = SourceParagraph(paragraph.role, after_break=paragraph.after_break)
    at = 0
    for bullet in found:
        plain.add(paragraph.part(at, bullet.start()))
        at = bullet.end()
    plain.add(paragraph.part(at, len(text)))
    return plain


def _apart(paragraph: SourceParagraph) -> list[SourceParagraph]:
    text = paragraph.text
    if "\n" not in text or paragraph.role is not Role.PARAGRAPH:
        return [paragraph]
    # a raised mark at the head of a line begins a note
    notes = sorted({at for at, _ in paragraph.marks if text[at - 1 : at] == "\n"})
    parts = list(Seams(text).parted(Block(0, min([*notes, len(text)]))))
    if len(parts) == 1 and not notes:
        return [paragraph]
    apart = [paragraph.part(block.start, block.end) for block in parts]
    ends = [at - 1 for at in notes[1:]] + [len(text)] * bool(notes)
    for start, end in zip(notes, ends, strict=True):
        # below the last note, the meeting
        words = list(Seams(text).parted(Block(start, end)))
        apart.append(paragraph.part(start, words[0].end, Role.FOOTNOTE))
        apart.extend(paragraph.part(block.start, block.end) for block in words[1:])
    return apart


def _put_number(paragraph: SourceParagraph, item: re.Match[str], number: int) -> None:
    whole = paragraph.part(item.end("stop"), paragraph.length)
    at = paragraph.part(item.start("number"), item.end()).pieces[0][1]
    printed = f"{number}."
    paragraph.pieces = [(printed, at), *whole.pieces]
    shift = len(printed) - item.end("stop")
    paragraph.marks = [(offset + shift, label) for offset, label in paragraph.marks]


def with_numbers(paragraphs: Sequence[SourceParagraph]) -> list[SourceParagraph]:
    """``paragraphs`` without bullets before their numbers, one paragraph an item, and the numbers
    counting up where all are 1."""
    apart = [part for one in paragraphs for part in _apart(_without_bullets(one))]
    items = [
        (paragraph, found)
        for paragraph in apart
        if paragraph.role is Role.PARAGRAPH and (found := _ITEM.match(paragraph.text))
    ]
    numbers = [int(found["number"]) for _, found in items]
    ones = len(items) >= _FEWEST and set(numbers) == {1}
    brackets = [int(found["number"]) for _, found in items if found["stop"] == ")"]
    counts = ones or brackets == list(range(1, len(brackets) + 1))
    if not ones and not (brackets and counts and len(brackets) == len(items)):
        return apart
    count = 0
    for paragraph in apart:
        found = _ITEM.match(paragraph.text) if paragraph.role is Role.PARAGRAPH else None
        if found:
            count += 1
            _put_number(paragraph, found, count if ones else int(found["number"]))
        elif paragraph.role is not Role.FOOTNOTE and not _POINT.match(paragraph.text):
            count = 0  # below a heading or the word "Annex" numbers begin anew
    return apart
