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
    from_record,
    own_start,
    read_closing,
    read_front,
    read_reported,
)
from southsouth.reading.structure.labelled import Labelled
from southsouth.reading.structure.model import FrontMatter, Part, PartKind, Resolution, VerbUse
from southsouth.reading.structure.own_symbol import find_symbol, symbol_of_name
from southsouth.reading.structure.suspicion import suspicion
from southsouth.un.symbols import Symbol, parse_symbol

#: Kinds of documents whose provisions an organ adopts.
_ADOPTED: Final = frozenset({"Resolution", "Decision"})
#: Blocks at the head of a document that may say what it is.
_MASTHEAD: Final = 40


def _symbol(document: Document) -> tuple[Symbol, str]:
    """The document's symbol, and a remark where only the file's name tells it."""
    symbol = parse_symbol(document.record.symbol) if document.record is not None else None
    symbol = symbol or find_symbol(document, document.blocks[:_MASTHEAD])
    if symbol is not None:
        return symbol, ""
    symbol = symbol_of_name(document.name.rpartition("/")[2])
    if symbol is None:
        raise DocumentError(
            document.name,
            "no UN document symbol found",
            "give a document whose text names it, or tell it with --symbol or in documents.tsv",
        )
    return symbol, f"the symbol {symbol.printed} is told by the file's name only"


def symbol_of(document: Document) -> Symbol:
    """The symbol of a document. Raises DocumentError where nothing tells it."""
    return _symbol(document)[0]


def adopts(document: Document) -> bool:
    """Whether the document is by its symbol a text that an organ adopts. Raises DocumentError."""
    return _symbol(document)[0].kind in _ADOPTED


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
    matter = read_reported(document, symbol, matter, (label.block for label in labelled[:60]))
    if document.record is not None:
        matter = from_record(matter, document.record)
    return matter


def parse_resolution(document: Document) -> Resolution:
    """The structure of ``document``.

    A document without the enacting formula (a report, a statement) keeps its paragraphs as
    provisions. Raises DocumentError where the text carries no document symbol at all.
    """
    symbol, remark = _symbol(document)
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
    parts += footnotes(document, parts)
    remarks = (*document.remarks, remark, suspicion(document, parts))
    return Resolution(document, symbol, matter, tuple(parts), tuple(filter(None, remarks)))


def governing_verb(part: Part, offset: int) -> VerbUse | None:
    """The verb whose object clause holds ``offset``: the last one that starts before it."""
    governing = None
    for use in part.verbs:
        if use.start <= offset:
            governing = use
    return governing
