"""The lines before a resolution's text and after it, with what they state marked up in them.

The elements are those of the United Nations' own files: docNumber for the symbol, session, inline
"agenda item", docProponent for the bracket that names the committee, docDate, docTitle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from lxml import etree

from southsouth.publish.akn_words import Span
from southsouth.publish.akn_xml import element, legal
from southsouth.reading.documents.model import Block, BlockKind
from southsouth.reading.structure.front import front_pattern
from southsouth.reading.structure.labelled import Labelled
from southsouth.reading.structure.model import Resolution
from southsouth.un.numerals import from_ordinal
from southsouth.un.organs import organ
from southsouth.un.symbols import parse_symbol

#: Committees by the identifier that the United Nations' files give them.
COMMITTEES: Final = {
    "First Committee": "firstCommittee",
    "Second Committee": "secondCommittee",
    "Third Committee": "thirdCommittee",
    "Special Political and Decolonization Committee (Fourth Committee)": "fourthCommittee",
    "Fifth Committee": "fifthCommittee",
    "Sixth Committee": "sixthCommittee",
}
#: How a line that names the session, or the agenda item, begins or reads in the other languages.
_SESSION_LINE: Final = re.compile(
    r".*(?:\bsession|período de sesiones|\bсессия|الدورة|届会议|届会).*", re.IGNORECASE | re.DOTALL
)
_AGENDA_LINE: Final = re.compile(
    r"(?:Points?\b|Temas?\b|Пункт|البند|البنود|议程项目).*\d.*", re.DOTALL
)
_BRACKET: Final = re.compile(r"[\[［].*[\]］]\W*", re.DOTALL)
_LINE: Final = 90


def phrase(words: str) -> re.Pattern[str]:
    """A pattern for those words in any white space, with either of the hyphens: the reading text
    has the plain one, metadata keep the one that does not break."""
    escaped = r"\s+".join(re.escape(word) for word in words.replace("\u00ad", "").split())
    return re.compile(re.sub(r"\\-|\u2011", "[-\u2011]", escaped))


@dataclass(slots=True)
class Front:
    """Finds what a resolution's front matter states in the lines that state it.

    ``stated`` are the names of the facts that were marked up; the writer puts the others among
    the metadata. Each fact is marked up once, where it stands first.
    """

    resolution: Resolution
    stated: set[str] = field(default_factory=set)

    def spans(self, block: Block) -> list[Span]:
        """The inline elements over that line."""
        words = self.resolution.document.words(block)
        found: list[Span] = []
        for name, span in self._all(words):
            moved = Span(
                block.start + span.start, block.start + span.end, span.tag, span.attributes
            )
            if name not in self.stated and not any(_clash(moved, other) for other in found):
                found.append(moved)
                self.stated.add(name)
        return found

    def _all(self, words: str) -> Iterator[tuple[str, Span]]:
        yield from self._symbol(words)
        yield from self._proponent(words)
        yield from self._session(words)
        yield from self._agenda(words)
        yield from self._dates(words)
        yield from self._lines(words)
        yield from self._meeting(words)

    def _symbol(self, words: str) -> Iterator[tuple[str, Span]]:
        symbol = self.resolution.symbol
        spaced = r"\s*".join(re.escape(letter) for letter in symbol.text)
        found = re.search(rf"(?<![\w/.]){spaced}(?![\w/])", words)
        if found and parse_symbol(found[0]) == symbol:
            yield "symbol", _span(found, "docNumber", refersTo="#symbol")

    def _proponent(self, words: str) -> Iterator[tuple[str, Span]]:
        committee = COMMITTEES.get(self.resolution.front.report_of, "")
        refers = {"refersTo": f"#{committee}"} if committee else {}
        found = front_pattern("report").search(words)
        symbols = "symbols"
        if found is None and (found := front_pattern("draft").search(words)):
            refers = {"refersTo": "#noMainCommittee"}
            symbols = "symbols" if found["symbols"] else "symbols2"
        if found is not None:
            yield "proponent", _span(found, "docProponent", **refers)
            yield "origin", _span(found, "inline", symbols, name="originating document")
        elif bracket := _BRACKET.fullmatch(words):
            yield "proponent", _span(bracket, "docProponent", **refers)

    def _session(self, words: str) -> Iterator[tuple[str, Span]]:
        if not self.resolution.front.session:
            return
        value = {"value": self.resolution.front.session}
        english = front_pattern("session").search(words)
        if english and from_ordinal(english["ordinal"]) is not None:
            yield "session", _span(english, "session", **value)
        elif self._foreign(words) and (line := _SESSION_LINE.fullmatch(words)):
            yield "session", _span(line, "session", **value)

    def _agenda(self, words: str) -> Iterator[tuple[str, Span]]:
        front, record = self.resolution.front, self.resolution.document.record
        if front.agenda_items:
            title = {"name": "agenda item", "title": ", ".join(front.agenda_items)}
            found = front_pattern("agenda").search(words)
            if found is None and self._foreign(words):
                found = _AGENDA_LINE.fullmatch(words)
            if found:
                yield "agenda", _span(found, "inline", **title)
        titles = [item.title for item in record.agenda if item.title] if record else []
        if titles and (found := phrase(titles[0]).fullmatch(words.strip())):
            yield "agenda name", _span(found, "inline", name="agenda item name")

    def _dates(self, words: str) -> Iterator[tuple[str, Span]]:
        front = self.resolution.front
        found = front_pattern("distributed").search(words)
        if found and front.distributed:
            yield (
                "distributed",
                _span(
                    found,
                    "docDate",
                    "date",
                    date=front.distributed.isoformat(),
                    refersTo="#dateOfIssuance",
                ),
            )
        if found := front_pattern("adopted").search(words):
            yield "adopted", _span(found, "docTitle")

    def _meeting(self, words: str) -> Iterator[tuple[str, Span]]:
        """Resolutions of the Security Council name the meeting above their text."""
        meeting = self.resolution.front.meeting
        if meeting and (found := phrase(meeting).search(words)):
            yield "meeting", _span(found, "inline", name="adoptionMeeting")

    def _lines(self, words: str) -> Iterator[tuple[str, Span]]:
        if found := re.search(r"^United\s+Nations$", words, re.MULTILINE):
            yield "publisher", _span(found, "docAuthority", refersTo="#publisher")
        if found := re.search(r"\bDistr\.:?\s*\w+", words):
            yield "distribution", _span(found, "docStatus", refersTo="#distribution")
        body = organ(self.resolution.front.organ)
        if body and (found := re.search(rf"^{re.escape(body.name)}$", words, re.MULTILINE)):
            yield "body", _span(found, "docAuthority", refersTo="#issuingBody")

    def _foreign(self, words: str) -> bool:
        return self.resolution.document.language != "en" and len(words) < _LINE


def _span(found: re.Match[str], tag: str, group: str = "", **attributes: str) -> Span:
    start, end = found.span(group or 0)
    return Span(start, end, tag, tuple(attributes.items()))


def _clash(one: Span, other: Span) -> bool:
    """Whether two spans overlap without one lying inside the other."""
    apart = one.end <= other.start or other.end <= one.start
    return not (apart or one.covers(other.start, other.end) or other.covers(one.start, one.end))


def title_span(
    resolution: Resolution, lead: Sequence[Labelled]
) -> tuple[Labelled, int, int] | None:
    """The line that has the title, and where in the text the title begins and ends; the place
    behind its number where the metadata give other words. None where no line has it."""
    front = resolution.front
    for label in lead:
        block = label.block
        holds = block.start <= front.title_start < block.end
        if not holds and label.kind is not BlockKind.TITLE:
            continue
        start = front.title_start if holds else block.start
        found = (
            phrase(front.title).search(resolution.text, start, block.end) if front.title else None
        )
        if found:
            return label, found.start(), found.end()
        return label, start, start
    return None


def closing_spans(resolution: Resolution, block: Block) -> list[Span]:
    """The meeting and the date of adoption in a closing line."""
    front, text = resolution.front, resolution.text
    spans = []
    if front.meeting and (found := phrase(front.meeting).search(text, block.start, block.end)):
        spans.append(_span(found, "inline", name="adoptionMeeting"))
    if front.adopted and (found := _printed(front.adopted).search(text, block.start, block.end)):
        spans.append(
            _span(found, "docDate", date=front.adopted.isoformat(), refersTo="#dateOfAdoption")
        )
    return spans


def _printed(day: date) -> re.Pattern[str]:
    """A date as any of the six languages prints it: its day first or its year, in figures."""
    year, number = str(day.year), str(day.day)
    return re.compile(
        rf"(?<!\d){number}(?:er)?\s+\D{{3,40}}?\s+{year}(?!\d)"
        rf"|(?<!\d){year}\s*年\s*{day.month}\s*月\s*{number}\s*日"
    )


def unplaced(parent: etree._Element, front: Front, *, titled: bool) -> None:
    """The facts that no line of the text states, as elements of the metadata."""
    resolution = front.resolution
    if "symbol" not in front.stated:
        element(parent, "docNumber", refersTo="#symbol").text = legal(resolution.symbol.printed)
    matter = resolution.front
    if "session" not in front.stated and matter.session != resolution.symbol.session:
        element(parent, "session", value=matter.session)
    if "agenda" not in front.stated and matter.agenda_items:
        element(parent, "inline", name="agenda item", title=", ".join(matter.agenda_items))
    if not titled and matter.title:
        element(parent, "docTitle", refersTo="#resolutionTitle").text = legal(matter.title)
    if "proponent" not in front.stated and (committee := COMMITTEES.get(matter.report_of)):
        element(parent, "docProponent", refersTo=f"#{committee}")
