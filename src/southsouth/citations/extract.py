"""Citations of a resolution: scan each provision, resolve what was found in its context."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from southsouth.citations import pinpoints
from southsouth.citations.context import Context, Keyword, Number, OrganMentions, resolve
from southsouth.citations.grammar import form_of, organ_before, scanner, split_letters
from southsouth.citations.languages import numbers_in
from southsouth.citations.links import links_in, with_links
from southsouth.citations.model import Citation, How
from southsouth.dates import parse_date
from southsouth.structure.model import Part, PartKind, Resolution
from southsouth.structure.parse import governing_verb
from southsouth.symbols import Symbol, parse_symbol

#: What may stand between two numbers of one list.
_LINK: Final = re.compile(
    r"(?:\s|,|;|–|-|\band\b|\bor\b|\bto\b|\bas well as\b|\bthrough\b|\bof\b"
    r"|\bentitled\s+[“\"][^”\"]*[”\"])*"
)
_AND: Final = re.compile(r",?\s+and\s+")
#: What the number before is on, up to the "and" that brings the next.
_SUBJECT_GAP: Final = re.compile(
    r",?\s+(?:on|entitled|regarding|concerning)\s[^.;:\d]{3,150}?\band\s+"
)
_RANGE: Final = re.compile(r"\s+to\s+")
#: The brackets under the title, in Chinese with characters of full width.
_BRACKETS: Final = re.compile(r"[\[［][^\[\]［］]*[\]］]")
_SENTENCE: Final = re.compile(r"\.\s+[A-Z]")
_MOST_IN_RANGE: Final = 60


@dataclass(frozen=True, slots=True)
class _Item:
    """A number found by the scan, with the keyword that it stands after."""

    start: int
    end: int
    numbers: tuple[Number, ...]
    keyword: Keyword


def _keyword(found: re.Match[str]) -> Keyword:
    noun = found["noun"].lower()
    return Keyword(
        found.start(), found.end(), noun.startswith("decision"), noun.endswith("s"),
        organ_before(found),
    )  # fmt: skip


def _numbers(found: re.Match[str]) -> tuple[Number, ...]:
    bracketed = found["bracketed"] is not None
    prefix = "b" if bracketed else ""
    day = parse_date(found[f"{prefix}dated"] or "")
    return tuple(
        Number(found[f"{prefix}number"], found[f"{prefix}session"], letter, day, bracketed)
        for letter in split_letters(found[f"{prefix}letters"] or "")
    )


def _belongs(text: str, keyword: Keyword, last_end: int, found: re.Match[str]) -> bool:
    """Whether a number continues the list that ``keyword`` opened and that ran to ``last_end``."""
    gap = text[last_end : found.start()]
    bracketed = found["bracketed"] is not None
    if _LINK.fullmatch(gap):
        return keyword.plural or bracketed or last_end == keyword.end
    if keyword.plural and _SUBJECT_GAP.fullmatch(gap):  # "5/1 on wells and 5/2 on springs"
        return True
    # "resolutions on the matter, in particular 1500 (2003)": its own form says what it is
    dated = bracketed or found["dated"]
    return bool(keyword.plural and dated and not _SENTENCE.search(gap))


def _expand_range(items: list[_Item], text: str, item: _Item) -> _Item:
    """``item`` with the numbers between the last one and it, where "to" joins the two."""
    if not items or items[-1].keyword is not item.keyword:
        return item
    before, after = items[-1].numbers[-1], item.numbers[0]
    if (
        _RANGE.fullmatch(text[items[-1].end : item.start]) is None
        or before.session != after.session
        or before.letter or after.letter
        or not 1 < int(after.number) - int(before.number) <= _MOST_IN_RANGE
    ):  # fmt: skip
        return item
    between = tuple(
        replace(after, number=str(number), printed_date=None)
        for number in range(int(before.number) + 1, int(after.number))
    )
    return replace(item, numbers=(*between, *item.numbers))


def _scan(text: str, start: int, end: int, *, in_words: bool) -> Iterator[_Item | re.Match[str]]:
    """Items, and the matches that are explicit symbols or Ibid., of one provision in order.

    Without ``in_words`` (the text is not English) numbers behind words are not read.
    """
    keyword: Keyword | None = None
    last_end = start
    items: list[_Item] = []
    for found in scanner().finditer(text, start, end):
        form = form_of(found)
        if form in {"symbol", "ibid"}:
            yield found
        elif not in_words:
            continue
        elif form == "keyword":
            before, keyword = keyword, _keyword(found)
            if before is not None and keyword.organ == "speaker":
                joined = _AND.fullmatch(text, last_end, found.start()) is not None
                follows = before.organ == "other" and joined
                keyword = replace(keyword, after_other=follows)
            last_end = found.end()
        elif keyword is not None and _belongs(text, keyword, last_end, found):
            item = _Item(found.start(), found.end(), _numbers(found), keyword)
            item = _expand_range(items, text, item)
            items.append(item)
            last_end = found.end()
            yield item


def _list_ends(found: list[_Item | re.Match[str]]) -> dict[Keyword, int]:
    """Where the list of numbers after each keyword ends."""
    return {one.keyword: one.end for one in found if isinstance(one, _Item)}


#: "established under", "contained in": what follows qualifies the noun before.
_QUALIFYING: Final = re.compile(
    r"\b(?:established|created|set\s+up|adopted|convened|mandated|requested|called\s+for|contained"
    r"|referred\s+to|provided\s+for|outlined|set\s+out|mentioned|endorsed)\s+"
    r"(?:in\s+accordance\s+with|pursuant\s+to|under|by|in)\s+(?:the\s+)?$"
)


def _is_direct(text: str, begin: int, lead: int) -> bool:
    return _QUALIFYING.search(text, max(begin, lead - 60), lead) is None


def _pinned(citation: Citation, text: str, begin: int, lead: int, limit: int) -> Citation:
    """``citation`` with the pinpoint that stands after or before it."""
    pin, end = pinpoints.after(text, citation.end, limit)
    if not pin:
        pin, end = pinpoints.before(text, begin, lead), citation.end
    if not pin:
        return citation
    return replace(citation, end=end, pinpoint=pin, target_part=pinpoints.fragment(pin))


def _in_span(
    resolution: Resolution, context: Context, part: str, start: int, end: int
) -> Iterator[Citation]:
    """The citations in a span of the text, without verbs; Ibid. with How.IBID and no target."""
    text = context.text
    found = list(_scan(text, start, end, in_words=resolution.document.language == "en"))
    list_ends = _list_ends(found)
    for one in found:
        if isinstance(one, _Item):
            limit = list_ends[one.keyword]
            for number in one.numbers:
                target, how = resolve(number, one.keyword, context, limit, end)
                citation = Citation(
                    part, one.start, one.end, target, how, printed_date=number.printed_date,
                    direct=_is_direct(text, start, one.keyword.start),
                )  # fmt: skip
                if target != resolution.symbol:
                    yield _pinned(citation, text, start, one.keyword.start, end)
        elif form_of(one) == "ibid":
            pin, stop = pinpoints.after(text, one.end(), end)
            yield Citation(
                part, one.start(), stop, None, How.IBID, pinpoint=pin,
                target_part=pinpoints.fragment(pin),
            )  # fmt: skip
        else:
            target = parse_symbol(one[0].rstrip(".-/"))
            if target is not None and target != resolution.symbol:
                citation = Citation(part, one.start(), one.end(), target, How.SYMBOL)
                if text.startswith(")", citation.end):
                    # "Supplement No. 39 (A/60/39), chap. I": the pinpoint follows the bracket
                    shifted = _pinned(replace(citation, end=citation.end + 1), text, start,
                                      one.start(), end)  # fmt: skip
                    keep = shifted.end if shifted.pinpoint else citation.end
                    yield replace(shifted, end=keep)
                else:
                    yield _pinned(citation, text, start, one.start(), end)


def _in_part(resolution: Resolution, context: Context, part: Part, holder: str) -> list[Citation]:
    """The citations in a part: by its words, its links and, in other languages than English, by
    numbers that have no link."""
    found = list(_in_span(resolution, context, holder, part.start, part.end))
    stated = [replace(citation, part=holder) for citation in links_in(resolution, part)]
    together = with_links(found, stated)
    if resolution.document.language == "en":
        return together
    numbers = numbers_in(resolution.text, holder, part.start, part.end)
    return with_links(together, list(numbers))


def _governed(parts: dict[str, Part], part: Part, offset: int) -> str:
    """The handle of the verb that governs ``offset``; a sub-paragraph asks its parent."""
    holder: Part | None = part
    while holder is not None:
        use = governing_verb(holder, offset)
        if use is not None:
            return use.verb
        holder = parts.get(holder.parent)
    return ""


def resolve_ibid(citation: Citation, antecedents: tuple[Citation, ...]) -> Citation:
    """An Ibid. with its target: what the note before cites, where that is one thing.

    Where it cites two, they are the candidates; where it cites nothing with a symbol, the citation
    stays unresolved and links nothing.
    """
    targets: list[Symbol] = []
    for before in antecedents:
        if before.target is not None and before.target not in targets:
            targets.append(before.target)
    if len(targets) == 1 and all(before.target for before in antecedents):
        return replace(citation, target=targets[0])
    return replace(citation, how=How.UNRESOLVED, candidates=tuple(targets))


def _note_citations(
    resolution: Resolution, context: Context, parts: dict[str, Part]
) -> Iterator[Citation]:
    before: tuple[Citation, ...] = ()
    for note in resolution.parts:
        if note.kind is not PartKind.FOOTNOTE:
            continue
        holder = parts.get(note.marked_in)
        verb = _governed(parts, holder, note.mark_offset) if holder else ""
        here: list[Citation] = []
        for raw in _in_part(resolution, context, note, note.marked_in or note.id):
            citation = raw
            if raw.how is How.IBID:
                citation = resolve_ibid(raw, tuple(here[-1:]) or before)
            elif raw.target is not None:
                citation = replace(raw, how=How.FOOTNOTE)
            here.append(replace(citation, footnote=note.id, verb=verb))
        if any(c.how is How.IBID for c in here) and len(here) > 1:
            # "Ibid., Supplement No. 40 (A/60/40)": the printed symbol replaces the antecedent's
            here = [c for c in here if c.how is not How.IBID]
        yield from here
        # a note that cites nothing with a symbol leaves a following Ibid. without antecedent
        before = tuple(here)


def _front_citations(resolution: Resolution, context: Context) -> Iterator[Citation]:
    for part in resolution.parts:
        if part.kind is not PartKind.FRONT:
            continue
        for found in _BRACKETS.finditer(resolution.words(part)):
            start = part.start + found.start()
            yield from _in_span(resolution, context, part.id, start, part.start + found.end())


def citations_in(resolution: Resolution) -> tuple[Citation, ...]:
    """All citations of a resolution: front matter, provisions in text order, footnotes last."""
    context = Context(resolution.text, resolution.front.organ, OrganMentions(resolution.text))
    parts = {part.id: part for part in resolution.parts}
    citations = list(_front_citations(resolution, context))
    for part in resolution.parts:
        if part.kind in {PartKind.FRONT, PartKind.FOOTNOTE, PartKind.ANNEX}:
            continue
        for found in _in_part(resolution, context, part, part.id):
            verb = _governed(parts, part, found.start)
            is_ibid = found.how is How.IBID
            citation = resolve_ibid(found, tuple(citations[-1:])) if is_ibid else found
            citations.append(replace(citation, verb=verb))
    citations.extend(_note_citations(resolution, context, parts))
    return tuple(citations)
