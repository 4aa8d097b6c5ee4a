"""A first look where no editor linked: citations, and blocks with figures that have none, drawn.

    python benchmarks/citation_draws.py SEED            200 citations and 150 blocks, one a line
    python benchmarks/citation_draws.py SEED 400 300    so many of each
    python benchmarks/citation_draws.py SEED 0 0 300    blocks with any digit, of any length

What is drawn is read by a person. Documents: the corpus without the blocks that have links, the
publisher's mark-up, what converters made of reports, DOCX.
"""

from __future__ import annotations

import csv
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from common import shared_folder
from southsouth.errors import DocumentError
from southsouth.reading.citations import Citation, How, citations_in
from southsouth.reading.documents import read_file
from southsouth.reading.structure import Resolution, parse_resolution

SOURCES = (
    "corpus/documents/*.txt",
    "akn/english/*.xml",
    "wild/sc-akn/*.xml",
    "wild/sc-texts/*.txt",
    "wild/pdftotext/*",
    "docx/*.docx",
)
_BLOCK = re.compile(r"\S(?:.|\n(?!\s*\n))*")
#: Figures that look like a number of a text: "60/212", "12 (XX)", "1325 (2000)".
_FIGURES = re.compile(r"\d+/\d|\d \((?:[IVXLC]+|(?:19|20)\d\d)\)|(?:resolution|decision)s? \d")
_BEFORE, _BEHIND, _LONGEST = 220, 160, 420


def linked_blocks(shared: Path) -> dict[str, set[int]]:
    """The blocks in which editors set links, by symbol without spaces."""
    found: dict[str, set[int]] = {}
    with (shared / "corpus" / "gold" / "citations.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found.setdefault(re.sub(r"\s", "", row["symbol"]).upper(), set()).add(int(row["block"]))
    return found


def block_starts(text: str) -> list[int]:
    """Where the blocks of the gold begin: behind each empty line."""
    return [found.end() for found in re.finditer(r"\n\n", text)]


def documents(shared: Path) -> Iterator[tuple[Path, Resolution]]:
    """Every document that can be read."""
    for pattern in SOURCES:
        for path in sorted(shared.glob(pattern)):
            try:
                yield path, parse_resolution(read_file(path))
            except DocumentError:
                continue


def is_linked(starts: list[int], linked: set[int], offset: int) -> bool:
    """Whether an offset is in a block with links."""
    return sum(start <= offset for start in starts) - 1 in linked


def is_own_title(resolution: Resolution, words: str) -> bool:
    """Whether a block is the document's own symbol, or begins with its own number."""
    symbol = resolution.symbol.text
    number = symbol.partition("RES/")[2] or symbol
    squeezed = re.sub(r"\s", "", words)
    return squeezed.startswith((symbol, number, f"Resolution{number}", f"Résolution{number}"))


def shown(resolution: Resolution, one: Citation) -> str:
    """A citation in its words."""
    text = resolution.text
    words = (
        f"{text[max(one.start - _BEFORE, 0) : one.start]}⟦{text[one.start : one.end]}⟧"
        f"{text[one.end : one.end + _BEHIND]}"
    )
    target = one.target or (f"? {one.cited_as}" if one.cited_as else "?")
    return f"{resolution.symbol}\t{target}\t{one.how}\t{' '.join(words.split())}"


def blocks_without(resolution: Resolution, found: Sequence[Citation]) -> Iterator[str]:
    """The blocks that hold digits and none of the citations found, but the document's own title."""
    for block in _BLOCK.finditer(resolution.text):
        if re.search(r"\d", block[0]) and not is_own_title(resolution, block[0]):
            start, end = block.span()
            if not any(one.start < end and start < one.end for one in found):
                yield block[0]


def main(arguments: list[str]) -> None:
    """Print what is drawn with a seed."""
    seed, *sizes = (int(one) for one in arguments)
    citations, blocks, digits = [*sizes, *(200, 150, 0)[len(sizes) :]]
    shared, chance = shared_folder(), random.Random(seed)  # noqa: S311
    linked = linked_blocks(shared)
    cited: list[str] = []
    without: list[str] = []
    any_digit: list[str] = []
    for path, resolution in documents(shared):
        text = resolution.text
        own = linked.get(resolution.symbol.text.upper(), set())
        starts = block_starts(text) if "corpus" in path.parts and own else []
        found = citations_in(resolution)
        read = [one for one in found if one.how is not How.IBID]
        cited += [shown(resolution, c) for c in read if not is_linked(starts, own, c.start)]
        for words in blocks_without(resolution, found):
            line = f"{resolution.symbol}\t{' '.join(words.split())}"
            any_digit.append(line)
            if len(words) <= _LONGEST and _FIGURES.search(words):
                without.append(line)
    print(f"# {citations} of {len(cited)} citations")
    print(*chance.sample(cited, min(citations, len(cited))), sep="\n")
    print(f"# {blocks} of {len(without)} blocks with figures and no citation")
    print(*chance.sample(without, min(blocks, len(without))), sep="\n")
    print(f"# {digits} of {len(any_digit)} blocks with digits and no citation")
    print(*chance.sample(any_digit, min(digits, len(any_digit))), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
