"""Citations of a resolution: scan each provision, resolve what was found in its context."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from southsouth.reading.citations import pinpoints
from southsouth.reading.citations.context import Answer, Told, resolve, told_of
from southsouth.reading.citations.directness import Acts
from southsouth.reading.citations.explicit import explicit, same_series, with_parallel
from southsouth.reading.citations.grammar import (
    IBID,
    Candidate,
    may_hold_citations,
    telling_anchors,
)
from southsouth.reading.citations.keywords import Keyword, Number
from southsouth.reading.citations.languages import numbers_in
from southsouth.reading.citations.links import in_order, links_in, with_links
from southsouth.reading.citations.lists import Item, finds
from southsouth.reading.citations.mentions import OrganMentions
from southsouth.reading.citations.model import Citation, How
from southsouth.reading.citations.whose import Context
from southsouth.reading.documents.model import Link
from southsouth.reading.structure.model import Part, PartKind, Resolution, VerbUse
from southsouth.reading.structure.parse import governing_verb
from southsouth.un.bodies import speaking_body
from southsouth.un.symbols import Symbol
from southsouth.un.timeline import is_later, latest_day

# members of an enumeration are slow to come by, and these are asked for at every part
_FRONT: Final = PartKind.FRONT
_FOOTNOTE: Final = PartKind.FOOTNOTE
#: Parts that are read elsewhere, or that are only headed.
_WITHOUT: Final = frozenset({PartKind.FRONT, PartKind.FOOTNOTE, PartKind.ANNEX})
_IBID_HOW: Final = How.IBID
_UNRESOLVED: Final = How.UNRESOLVED
_BY_ORGAN: Final = frozenset({How.ORGAN_NAMED, How.ORGAN_IN_CONTEXT})

#: On so many lines alone, a symbol is a running head.
_HEADS: Final = 5
#: Within so many spaces a line begins and ends.
_MARGIN: Final = 120

#: Hyphens that do not break ("ES‑10/15") read as the plain one; offsets stay as they are.
_HYPHENS: Final = ("\u2010", "\u2011")
#: The brackets under the title, in Chinese with characters of full width.
_BRACKETS: Final = re.compile(r"[\[［][^\[\]［］]*[\]］]")


def _lists(found: list[Item | Candidate]) -> dict[Keyword, list[Item]]:
    """The items of each keyword, in order."""
    lists: dict[Keyword, list[Item]] = {}
    for one in found:
        if isinstance(one, Item):
            lists.setdefault(one.keyword, []).append(one)
    return lists


def _pinned(citation: Citation, text: str, limit: int, before: str) -> Citation:
    """``citation`` with the pinpoint that stands after it, or else the one ``before`` it."""
    pin, end = pinpoints.after(text, citation.end, limit)
    if not pin:
        pin, end = before, citation.end
    if not pin:
        return citation
    return citation._replace(end=end, pinpoint=pin, target_part=pinpoints.fragment(pin))


class _Shared(NamedTuple):
    """What the numbers behind one keyword share: what tells whose they are, and the pinpoint before
    the keyword."""

    told: Told
    pin: str


def _shared(context: Context, keyword: Keyword, items: list[Item], start: int, end: int) -> _Shared:
    numbers = [number for item in items for number in item.numbers]
    return _Shared(
        told_of(numbers, keyword, context, items[-1].end, end),
        pinpoints.before(context.text, start, keyword.start),
    )


#: How a number is told that was told before.
_AGAIN: Final = {
    How.ORGAN_NAMED: How.ORGAN_IN_CONTEXT,
    How.UNRESOLVED: How.UNRESOLVED,
}
_Said = tuple[bool, tuple[str, str, str, bool]]


def _by_number(
    one: Item, context: Context, shared: _Shared, named: dict[_Said, Answer]
) -> Iterator[tuple[Answer, Number]]:
    """What the numbers of an item mean; ``named`` are those whose organ was named before."""
    keyword = one.keyword
    for number in one.numbers:
        answer = resolve(number, keyword, context, shared.told)
        said = (keyword.decision, number.undated)
        if answer.how is How.ORGAN_NAMED or answer.body:
            named[said] = answer
        elif said in named and not keyword.organ and not number.printed_date:
            # "Council resolution 43/1 …, submitted pursuant to resolution 43/1"
            answer = named[said]._replace(how=_AGAIN[named[said].how])
        yield answer, number


def _ibid(one: Candidate, part: str, text: str, end: int) -> Citation:
    pin, stop = pinpoints.after(text, one.end, end)
    # "Ibid., Supplement No. 36": another volume of the series, which has no symbol here
    how = How.UNRESOLVED if one.match["elsewhere"] else How.IBID
    return Citation(
        part,
        one.start,
        stop,
        same_series(one),
        how,
        pinpoint=pin,
        target_part=pinpoints.fragment(pin),
    )


def _by_symbol(citation: Citation, text: str, start: int, end: int) -> Citation:
    """A citation by symbol with its pinpoint."""
    pin = pinpoints.before(text, start, citation.start)
    if not text.startswith(")", citation.end):
        return _pinned(citation, text, end, pin)
    # "Supplement No. 39 (A/60/39), chap. I": the pinpoint follows the bracket
    shifted = _pinned(citation._replace(end=citation.end + 1), text, end, pin)
    return shifted._replace(end=shifted.end if shifted.pinpoint else citation.end)


@lru_cache(maxsize=1)
def _heads(text: str) -> frozenset[str]:
    """The lines that stand often in a text."""
    lines = Counter(line.strip() for line in text.split("\n"))
    return frozenset(line for line, times in lines.items() if times >= _HEADS)


def _is_running_head(text: str, start: int, end: int) -> bool:
    """Whether a symbol stands alone on its line, and on many more: at the head of each page."""
    if text[end : end + 1] not in {"\n", " ", ""} or text[start - 1 : start] not in {"\n", " "}:
        return False
    before, behind = text[max(start - _MARGIN, 0) : start], text[end : end + _MARGIN]
    if before.rpartition("\n")[2].strip() or behind.partition("\n")[0].strip():
        return False
    return text[start:end] in _heads(text)


def _in_span(
    resolution: Resolution, context: Context, part: str, start: int, end: int
) -> Iterator[Citation]:
    """The citations in a span of the text, without verbs; Ibid. with How.IBID and no target."""
    text, language = context.text, resolution.document.language
    found = list(finds(text, start, end, context.speaker, in_words=language == "en"))
    if not found:
        return
    found = list(with_parallel(found, text, end))
    lists = {
        keyword: _shared(context, keyword, items, start, end)
        for keyword, items in _lists(found).items()
    }
    named: dict[_Said, Answer] = {}
    own = {resolution.symbol.text, *resolution.symbol.also}
    for one in found:
        if isinstance(one, Item):
            shared = lists[one.keyword]
            for answer, number in _by_number(one, context, shared, named):
                if answer.symbol != resolution.symbol:
                    citation = Citation(
                        part,
                        one.start,
                        one.end,
                        answer.symbol,
                        answer.how,
                        printed_date=number.printed_date,
                        cited_as=f"{answer.body} {number.printed}" if answer.body else "",
                    )
                    yield _pinned(citation, text, end, shared.pin)
        elif one.form == "ibid":
            yield _ibid(one, part, text, end)
        elif one.form == "paper":
            printed = f"{one.match['agency']} {one.match['paper']}"
            citation = Citation(part, *one.match.span("paper"), None, _UNRESOLVED)
            yield _pinned(citation._replace(cited_as=" ".join(printed.split())), text, end, "")
        else:
            symbol = explicit(one, language, text)
            if symbol is None or symbol.text in own:
                continue
            if not _is_running_head(text, one.start, one.end):
                citation = Citation(part, one.start, one.end, symbol, How.SYMBOL)
                yield _by_symbol(citation, text, start, end)


_AND: Final = re.compile(r"(?:,|,?\s+and)\s+")


def _with_shared_pinpoints(found: list[Citation], text: str) -> list[Citation]:
    """``found``, the pinpoint behind a corrigendum given to what it corrects, too: "(A/71/53 and
    A/71/53/Corr.1), chap. II"."""
    shared = list(found)
    for place in range(len(found) - 2, -1, -1):
        one, other = shared[place], shared[place + 1]
        if one.target is None or other.target is None or one.pinpoint or not other.pinpoint:
            continue
        corrected = one.target.text.split("/Corr.")[0]
        if other.target.text.startswith(f"{corrected}/Corr.") and _AND.fullmatch(
            text, one.end, other.start
        ):
            shared[place] = one._replace(pinpoint=other.pinpoint, target_part=other.target_part)
    return shared


def _holding(resolution: Resolution, text: str) -> Iterator[Part]:
    """The provisions that may hold citations: in most there is no anchor of one."""
    document = resolution.document
    provisions = (part for part in resolution.parts if part.kind not in _WITHOUT)
    if document.language != "en" or document.links:  # its words alone do not tell
        yield from provisions
        return
    telling = telling_anchors(text)
    for part in provisions:
        if may_hold_citations(telling, part.start, part.end):
            yield part


def _in_part(
    resolution: Resolution, context: Context, part: Part, holder: str, links: Sequence[Link]
) -> list[Citation]:
    """The citations in a part: by its words, its links and, in other languages than English, by
    numbers that have no link."""
    document = resolution.document
    found = list(_in_span(resolution, context, holder, part.start, part.end))
    if len(found) > 1:
        found = _with_shared_pinpoints(found, context.text)
    stated = [citation._replace(part=holder) for citation in links_in(resolution, part, links)]
    together = with_links(found, stated)
    if document.language == "en":
        return together
    numbers = [
        one
        for one in numbers_in(resolution.text, holder, part.start, part.end)
        if one.target is None or not is_later(one.target, context.latest)
    ]
    return with_links(together, numbers)


def _governed(parts: dict[str, Part], part: Part | None, offset: int) -> VerbUse | None:
    """The verb that governs ``offset``; a sub-paragraph asks its parent."""
    holder = part
    while holder is not None:
        use = governing_verb(holder, offset)
        if use is not None:
            return use
        holder = parts.get(holder.parent)
    return None


def _under(citation: Citation, use: VerbUse | None, acts: Acts, at: int) -> Citation:
    """``citation`` with the verb that governs it, and whether that acts on it. ``at`` is where the
    citation stands or, of one in a footnote, where the mark does."""
    if use is None:
        return citation._replace(direct=False)
    is_note = bool(citation.footnote)
    bracketed = is_note or acts.is_bracketed(at)
    end = at if is_note else citation.end
    direct = acts.is_direct(use.end, at, end, bracketed=bracketed)
    return citation._replace(verb=use.verb, direct=direct)


def resolve_ibid(citation: Citation, antecedents: tuple[Citation, ...]) -> Citation:
    """An Ibid. with its target: what the note before cites, where that is one thing.

    Where it cites two, they are the candidates; where it cites nothing with a symbol, the citation
    stays unresolved and links nothing. An Ibid. that has a target already names another treaty of
    the same series; it has none where the note before cites no treaty.
    """
    if citation.target is not None:
        in_series = any(str(before.target).startswith("UNTS/") for before in antecedents)
        return citation if in_series else citation._replace(target=None, how=How.UNRESOLVED)
    targets: list[Symbol] = []
    for before in antecedents:
        if before.target is not None and before.target not in targets:
            targets.append(before.target)
    if len(targets) == 1 and all(before.target for before in antecedents):
        return citation._replace(target=targets[0])
    return citation._replace(how=How.UNRESOLVED, candidates=tuple(targets))


_IBID: Final = re.compile(IBID)


def _without_explained(found: list[Citation], text: str) -> Iterator[Citation]:
    """All but an Ibid. whose clause prints the symbol: "Ibid., Supplement No. 40 (A/60/40)"."""
    for place, citation in enumerate(found):
        after = found[place + 1].start if place + 1 < len(found) else 0
        is_open = citation.target is None and _IBID.match(text, citation.start)
        if not is_open or not after or ";" in text[citation.end : after]:
            yield citation


def _note_citations(
    resolution: Resolution,
    context: Context,
    parts: dict[str, Part],
    links: Sequence[Link],
    acts: Acts,
) -> Iterator[Citation]:
    before: tuple[Citation, ...] = ()
    for note in resolution.parts:
        if note.kind is not _FOOTNOTE:
            continue
        holder = parts.get(note.marked_in)
        use = _governed(parts, holder, note.mark_offset)
        here: list[Citation] = []
        found = _in_part(resolution, context, note, note.marked_in or note.id, links)
        for raw in _without_explained(found, context.text):
            citation = raw
            if raw.how is How.IBID:
                citation = resolve_ibid(raw, tuple(here[-1:]) or before)
            elif raw.target is not None:
                citation = raw._replace(how=How.FOOTNOTE)
            noted = citation._replace(footnote=note.id)
            here.append(_under(noted, use, acts, note.mark_offset))
        yield from here
        # a note that cites nothing with a symbol leaves a following Ibid. without antecedent
        before = tuple(here)


def _front_citations(resolution: Resolution, context: Context) -> Iterator[Citation]:
    for part in resolution.parts:
        if part.kind is not _FRONT:
            continue
        for found in _BRACKETS.finditer(resolution.words(part)):
            start = part.start + found.start()
            yield from _in_span(resolution, context, part.id, start, part.start + found.end())
        # "Implementation of General Assembly resolution 60/212": the title cites, too
        for citation in _in_span(resolution, context, part.id, part.start, part.end):
            if citation.how in _BY_ORGAN or citation.cited_as:
                yield citation


def citations_in(resolution: Resolution) -> tuple[Citation, ...]:
    """All citations of a resolution: front matter, provisions in text order, footnotes last."""
    text = resolution.text
    for hyphen in _HYPHENS:
        text = text.replace(hyphen, "-")
    symbol = resolution.symbol
    context = Context(
        text,
        resolution.front.organ,
        OrganMentions(text),
        symbol.text,
        speaking_body(symbol.text),
        latest_day(symbol, resolution.front.adopted, resolution.front.distributed),
    )
    parts = {part.id: part for part in resolution.parts}
    links = in_order(resolution.document.links)
    acts = Acts(text)
    citations = [one._replace(direct=False) for one in _front_citations(resolution, context)]
    for part in _holding(resolution, text):
        for found in _in_part(resolution, context, part, part.id, links):
            is_ibid = found.how is _IBID_HOW
            citation = resolve_ibid(found, tuple(citations[-1:])) if is_ibid else found
            use = _governed(parts, part, found.start)
            citations.append(_under(citation, use, acts, found.start))
    citations.extend(_note_citations(resolution, context, parts, links, acts))
    return tuple(citations)
