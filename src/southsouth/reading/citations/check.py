"""Hyperlinks of a document held against what its words say. Pure.

A link is wrong where the words under it name another document: "Human Rights Council resolution
43/1" linked to the Assembly's 43/1, 74/225 linked to 74/255, a decision linked as a resolution.
Where the words leave open what they cite, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from southsouth.reading.citations.extract import citations_in
from southsouth.reading.citations.links import is_document_address, linked_symbol, listed_symbol
from southsouth.reading.citations.model import Citation
from southsouth.reading.structure.model import Resolution
from southsouth.un.symbols import Symbol


class Problem(StrEnum):
    """What is the matter with a link."""

    WRONG = "other document"
    MALFORMED = "no document symbol"


@dataclass(frozen=True, slots=True)
class LinkProblem:
    """A link that the words contradict, or that leads to no document.

    ``start`` and ``end`` are offsets in the reading text; ``linked`` is the symbol or address that
    it leads to, ``printed`` what the words name instead.
    """

    start: int
    end: int
    linked: str
    printed: tuple[Symbol, ...]
    problem: Problem


#: What a link may leave out: section letters, parts of a document.
_DETAIL: Final = re.compile(r"(?<=\d)/?[A-Z](?:-[A-Z])?(?=\(|\Z)|\((?i:parts?|vol)[^)]*\)")


def _general(symbol: str) -> str:
    return _DETAIL.sub("", symbol).upper()


def same_document(linked: Symbol, printed: Symbol) -> bool:
    """Whether a link to ``linked`` is right under words that name ``printed``: sections and parts
    need not be linked, and of parallel symbols (A/75/982-S/2021/669) either will do."""
    ones, others = ({_general(text) for text in (s.text, *s.also)} for s in (linked, printed))
    return not ones.isdisjoint(others)


def by_words(resolution: Resolution) -> tuple[Citation, ...]:
    """The citations that the words alone tell, without any link."""
    unlinked = replace(resolution.document, links=())
    return citations_in(replace(resolution, document=unlinked))


def _judged(
    resolution: Resolution, cited: Iterable[Citation], start: int, end: int, linked: Symbol
) -> LinkProblem | None:
    """The problem of a link to ``linked`` under ``text[start:end]``; None for none."""
    printed = tuple(
        dict.fromkeys(c.target for c in cited if c.target and c.start < end and start < c.end)
    )
    if linked == resolution.symbol or not printed:
        return None
    if any(same_document(linked, symbol) for symbol in printed):
        return None
    return LinkProblem(start, end, linked.text, printed, Problem.WRONG)


def check_links(resolution: Resolution) -> Iterator[LinkProblem]:
    """The links of a document that its words contradict or that name no document, in text order."""
    cited = by_words(resolution)
    for link in sorted(resolution.document.links, key=lambda one: one.start):
        symbol = linked_symbol(link.href)
        if symbol is not None:
            if problem := _judged(resolution, cited, link.start, link.end, symbol):
                yield problem
        elif is_document_address(link.href):
            yield LinkProblem(link.start, link.end, link.href, (), Problem.MALFORMED)


def check_listed(
    resolution: Resolution, source: str, listed: Iterable[tuple[int, str, str]]
) -> Iterator[LinkProblem]:
    """The same for links that are kept apart from the text: (block, anchor, symbol) each, the
    blocks being parted by empty lines and counted from 0 behind the first line.

    ``source`` is the decoded file; the offsets of the problems are the file's. An anchor that its
    block does not print says nothing; where it is printed several times, any may be the link's.
    """
    document = resolution.document
    cited = [
        citation._replace(start=first, end=last)
        for citation in by_words(resolution)
        for first, last in [document.source_map.span(citation.start, citation.end)]
    ]
    starts = [found.end() for found in re.finditer(r"\n\n", source)]
    ends = [*starts[1:], len(source)]
    for number, anchor, target in listed:
        if not anchor or number >= len(starts):
            continue
        shape = re.compile(rf"(?<![\w/]){re.escape(anchor)}(?![\w/])")
        places = [one.span() for one in shape.finditer(source, starts[number], ends[number])]
        linked = listed_symbol(target)
        if linked is None:
            yield from (LinkProblem(*place, target, (), Problem.MALFORMED) for place in places[:1])
            continue
        problems = [_judged(resolution, cited, *place, linked) for place in places]
        if problems and problems[0] is not None and all(problems):
            yield problems[0]
