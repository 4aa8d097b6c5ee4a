"""The structure of a document: what each block is, and the parts that come of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from southsouth.errors import DocumentError
from southsouth.reading.documents.model import Block, BlockKind, Document
from southsouth.reading.structure import kinds
from southsouth.reading.structure.assemble import assemble, footnotes
from southsouth.reading.structure.classify import classify
from southsouth.reading.structure.front import (
    find_symbol,
    from_record,
    own_start,
    read_closing,
    read_front,
)
from southsouth.reading.structure.labelled import Labelled
from southsouth.reading.structure.model import FrontMatter, Part, PartKind, Resolution, VerbUse
from southsouth.un.symbols import Symbol, parse_symbol

#: Kinds of documents whose provisions an organ adopts.
_ADOPTED: Final = frozenset({"Resolution", "Decision"})


def _symbol(document: Document) -> Symbol:
    symbol = parse_symbol(document.record.symbol) if document.record is not None else None
    symbol = symbol or find_symbol(document, document.blocks[:40])
    if symbol is None:
        raise DocumentError(
            document.name, "no UN document symbol found", "give a document whose text names it"
        )
    return symbol


def adopts(document: Document) -> bool:
    """Whether the document is by its symbol a text that an organ adopts. Raises DocumentError."""
    return _symbol(document).kind in _ADOPTED


def _front_blocks(labelled: Sequence[Labelled]) -> list[Block]:
    """The blocks before the text: all up to the formula or the first provision."""
    front = []
    for label in labelled:
        if label.kind is kinds.FORMULA or label.level:
            break
        front.append(label.block)
    return front


def _front_matter(document: Document, symbol: Symbol, labelled: Sequence[Labelled]) -> FrontMatter:
    matter = read_front(document, symbol, _front_blocks(labelled)[:40])
    # pages of a volume of resolutions begin with the end of another one, and its meeting and date
    begins = own_start(document, symbol, (label.block for label in labelled))
    closing = [
        label.block
        for label in labelled
        if label.kind is kinds.CLOSING and label.block.start >= begins
    ]
    matter = read_closing(document, matter, closing[:3])
    if document.record is not None:
        matter = from_record(matter, document.record)
    return matter


def parse_resolution(document: Document) -> Resolution:
    """The structure of ``document``.

    A document without the enacting formula (a report, a statement) keeps its paragraphs as
    provisions. Raises DocumentError where the text carries no document symbol at all.
    """
    symbol = _symbol(document)
    labelled = classify(document, adopts=symbol.kind in _ADOPTED)
    front = _front_blocks(labelled)
    if not any(label.kind is kinds.FORMULA for label in labelled):
        # the headings of a report's first paragraphs are parts of their own
        matter_kinds = {BlockKind.FRONT, BlockKind.TITLE, BlockKind.NOISE}
        front = [label.block for label in takewhile(lambda x: x.kind in matter_kinds, labelled)]
    parts: list[Part] = []
    if front:
        parts.append(Part("front", PartKind.FRONT, front[0].start, front[-1].end))
    parts += assemble(document, labelled)
    matter = _front_matter(document, symbol, labelled)
    return Resolution(document, symbol, matter, (*parts, *footnotes(document, parts)))


def governing_verb(part: Part, offset: int) -> VerbUse | None:
    """The verb whose object clause holds ``offset``: the last one that starts before it."""
    governing = None
    for use in part.verbs:
        if use.start <= offset:
            governing = use
    return governing
