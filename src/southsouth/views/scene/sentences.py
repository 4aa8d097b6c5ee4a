"""Why a line is there: the citing sentences, with the words marked that make the citation. Pure but
for its query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from southsouth.graph.queries.internal import rows
from southsouth.graph.queries.library import Queryable
from southsouth.graph.rdf.iris import is_document
from southsouth.views.facts import short

#: A piece of a sentence and what it is: "" plain, "cite" the citation, "verb" its verb.
Piece = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A provision that cites: its IRI and name, the verbs, what is pointed at in the cited
    document, and its words in pieces; no pieces where the store has no words."""

    part: str
    where: str
    verbs: tuple[str, ...]
    pinpoints: tuple[str, ...]
    printed: tuple[str, ...]
    pieces: tuple[Piece, ...]


def sentences(store: Queryable, source: str, target: str) -> list[Sentence]:
    """The sentences in which the document ``source`` cites the document ``target``, or mentions
    the thing, in the order of the text. One query."""
    query = "citations-between" if is_document(target) else "mentions-between"
    parts: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for row in rows(store, query, citing=source, cited=target):
        parts[row["part"]].append(row)
    return [_sentence(part, found) for part, found in parts.items()]


def _sentence(part: str, statements: Sequence[Mapping[str, str]]) -> Sentence:
    def each(column: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row[column] for row in statements if row.get(column)))

    quote, begin = statements[0]["quote"], _start(statements[0]["partSpan"])
    marks = set()
    for row in statements:
        if row["printed"]:
            found = _span(quote, row["printed"], _start(row["span"]) - begin)
            forms = (row.get("form", ""), row.get("other", ""), row.get("verb", ""))
            marks |= {(*found, "cite"), (*_verb(quote, forms, found[0]), "verb")}
    return Sentence(
        part,
        short(part),
        each("verb"),
        each("pinpoint"),
        each("printed"),
        tuple(pieces(quote, marks)),
    )


def _verb(quote: str, forms: Iterable[str], before: int) -> tuple[int, int]:
    """The last of a verb's forms before a citation."""
    head = quote[:before].lower()
    at, form = max(((head.rfind(form.lower()), form) for form in forms if form), default=(-1, ""))
    return (at, at + len(form)) if at >= 0 else (0, 0)


def _start(span: str) -> int:
    """``"4771,5052"`` → 4771 (RFC 5147)."""
    return int(span.partition(",")[0])


def _span(quote: str, words: str, at: int) -> tuple[int, int]:
    """Where the words stand in the quote: at their offset, else where they are found first."""
    if not quote.startswith(words, max(at, 0)):
        at = quote.find(words)
    return (at, at + len(words)) if at >= 0 else (0, 0)


def pieces(quote: str, marks: Iterable[tuple[int, int, str]]) -> list[Piece]:
    """The quote cut at marks (begin, 0-based, and end, exclusive, and what is there); of two that
    overlap the first counts, and empty ones never. The pieces together are the quote."""
    cut: list[Piece] = []
    at = 0
    for begin, end, what in sorted(marks):
        if begin < at or end <= begin:
            continue
        if begin > at:
            cut.append((quote[at:begin], ""))
        cut.append((quote[begin:end], what))
        at = end
    if at < len(quote):
        cut.append((quote[at:], ""))
    return cut
