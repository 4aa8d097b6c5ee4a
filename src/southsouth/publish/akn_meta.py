"""The metadata of an Akoma Ntoso document: what it is, its history, its votes, its subjects.

URIs follow the Akoma Ntoso Naming Convention as the United Nations apply it:
``/akn/un/statement/deliberation/unga/2005-12-22/60-212/eng@/``. What a document does not say is
left out, and a date that the schema demands is the one that the United Nations write where they
know none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from lxml import etree

from southsouth.publish.akn_xml import AKN, element, foreign, in_reference, legal, web_address
from southsouth.reading.documents.record import Record, Subject, Voting
from southsouth.reading.structure.model import Resolution
from southsouth.un.organ import Akn
from southsouth.un.organs import ORGANS, organ

_NO_DATE: Final = "0001-01-01"
#: Who says how the text is marked up: this program, nobody else.
SOURCE: Final = "#southsouth"
#: ISO 639-2 codes of the six languages; "und" is the code of a language that is not known.
_LANGUAGES: Final = {
    "en": "eng",
    "fr": "fra",
    "es": "spa",
    "ar": "ara",
    "zh": "zho",
    "ru": "rus",
}
_UNKNOWN: Final = Akn("un", "un", "")
_POSITIONS: Final = {"in-favour": "inFavour", "against": "against", "abstaining": "abstaining"}
_DICTIONARIES: Final = {"SDG": "SDGO"}
#: Words that already say how a draft came about; before any other officer or organ they say
#: "submitted by".
_INTRODUCED: Final = ("submitted", "introduced", "the representative", "recommended", "proposed")
#: What a reference may point to: element, identifier, address, name. After the references of the
#: United Nations' files; written are those that a document uses.
_REFERENCES: Final = (
    ("TLCProcess", "southsouth", "/akn/ontology/process/southsouth", "southsouth"),
    ("TLCOrganization", "un", "/akn/ontology/organization/un", "United Nations"),
    ("TLCConcept", "dateOfIssuance", "/akn/ontology/concept/un/dateOfIssuance", "Date of issuance"),
    ("TLCConcept", "dateOfAdoption", "/akn/ontology/concept/un/dateOfAdoption", "Date of adoption"),
    ("TLCConcept", "symbol", "/akn/ontology/reference/un/symbol", "Symbol"),
    ("TLCRole", "publisher", "/akn/ontology/role/un/publisher", "Publisher"),
    ("TLCRole", "issuingBody", "/akn/ontology/role/un/issuingBody", "Issuing body"),
    ("TLCRole", "distribution", "/akn/ontology/concept/un/generalDistribution", "Distribution"),
    ("TLCRole", "author", "/akn/ontology/role/un/author", "Author"),
    ("TLCRole", "issuer", "/akn/ontology/role/un/issuer", "Issuer"),
    ("TLCRole", "editor", "/akn/ontology/role/un/editor", "Editor"),
    *(
        ("TLCOrganization", row.akn.id, f"/akn/ontology/organization/un/{row.akn.concept}",
         row.name)
        for row in ORGANS if row.akn
    ),
    ("TLCTerm", "resolutionTitle", "/akn/ontology/reference/un/resolutionTitle",
     "Resolution title"),
    ("TLCTerm", "noMainCommittee", "/akn/ontology/concept/un/noMainCommittee",
     "Without reference to a main committee"),
    *(
        ("TLCOrganization", f"{number}Committee",
         f"/akn/ontology/organization/un/{number}Committee", f"{number.capitalize()} Committee")
        for number in ("first", "second", "third", "fourth", "fifth", "sixth")
    ),
    ("TLCTerm", "memberState", "/akn/ontology/organization/un/memberState", "Member State"),
    ("TLCTerm", "inFavour", "/akn/ontology/concept/un/voting/inFavour", "In favour"),
    ("TLCTerm", "against", "/akn/ontology/concept/un/voting/against", "Against"),
    ("TLCTerm", "abstaining", "/akn/ontology/concept/un/voting/abstaining", "Abstaining"),
    ("TLCConcept", "publicationJobNumber", "/akn/ontology/concept/un/publicationJobNumber",
     "Publication job number"),
    ("TLCConcept", "preamble", "/akn/ontology/concept/un/preamble", "Preambular paragraph"),
    ("TLCConcept", "operative", "/akn/ontology/concept/un/operative", "Operative paragraph"),
    ("TLCConcept", "point", "/akn/ontology/concept/un/point", "Sub-paragraph"),
    ("TLCConcept", "annexText", "/akn/ontology/concept/un/annexText", "Paragraph of an annex"),
    ("TLCConcept", "text", "/akn/ontology/concept/un/text", "Running text"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Work:
    """What identifies a document or a component of it. ``letter`` is that of a section, ``part``
    the name of a component without identity of its own ("annex_1")."""

    resolution: Resolution
    letter: str = ""
    part: str = ""
    number: str = ""

    @property
    def uri(self) -> str:
        """The URI of the work, without the final slash."""
        front, symbol = self.resolution.front, self.resolution.symbol
        names = _names(front.organ)
        found = None if names is _UNKNOWN else re.search(r"(?:RES|DEC)/(.+)", symbol.text)
        number = re.sub(r"[^A-Za-z0-9]+", "-", found[1] if found else symbol.text).strip("-")
        day = _day(front.adopted)
        return f"/akn/un/statement/deliberation/{names.uri}/{day}/{number}{self.letter}"


def _names(handle: str) -> Akn:
    row = organ(handle)
    return row.akn if row and row.akn else _UNKNOWN


def _day(day: date | None) -> str:
    return day.isoformat() if day else _NO_DATE


def identification(meta: etree._Element, work: Work) -> None:
    """Work, expression and manifestation of a document. Schema: all three, with dates."""
    front = work.resolution.front
    author = f"#{_names(front.organ).id}"
    language = _LANGUAGES.get(work.resolution.document.language, "und")
    into = element(meta, "identification", source=SOURCE)
    uri, expression = work.uri, f"{work.uri}/{language}@"
    part = f"/{work.part}" if work.part else ""

    frbr = _frbr(into, "FRBRWork", f"{uri}/!main{part or '/'}", f"{uri}/")
    element(frbr, "FRBRdate", date=_day(front.adopted), name="adoption")
    element(frbr, "FRBRauthor", href=author, as_="author")
    element(frbr, "FRBRcountry", value="un")
    if work.number:
        element(frbr, "FRBRnumber", value=work.number)

    frbr = _frbr(into, "FRBRExpression", f"{expression}!main{part or '/'}", f"{expression}/")
    element(frbr, "FRBRdate", date=_day(front.distributed), name="publication")
    element(frbr, "FRBRauthor", href=author, as_="issuer")
    element(frbr, "FRBRlanguage", language=language)

    frbr = _frbr(into, "FRBRManifestation", f"{expression}/!main{part}.xml", f"{expression}.xml")
    # when it was marked up is not told: the same document gives the same bytes on any day
    element(frbr, "FRBRdate", date=_NO_DATE, name="markup")
    element(frbr, "FRBRauthor", href=SOURCE, as_="editor")


def _frbr(into: etree._Element, tag: str, this: str, uri: str) -> etree._Element:
    frbr = element(into, tag)
    element(frbr, "FRBRthis", value=this)
    element(frbr, "FRBRuri", value=uri)
    return frbr


def classification(meta: etree._Element, subjects: tuple[Subject, ...]) -> None:
    """The subject headings, in their order."""
    if not subjects:
        return
    into = element(meta, "classification", source="#un")
    for subject in subjects:
        attributes = {"value": subject.label, "showAs": subject.label}
        if subject.scheme == "SDG":
            number = subject.label.removeprefix("SDG ")
            attributes = {"value": number, "showAs": f"sdg_{number}"}
        if address := web_address(subject.href):
            attributes["href"] = address
        element(
            into,
            "keyword",
            **attributes,
            dictionary=_DICTIONARIES.get(subject.scheme, subject.scheme),
        )


def workflow(meta: etree._Element, resolution: Resolution) -> None:
    """How the text came about: draft and sponsors, the report that recommended it, adoption."""
    record = resolution.document.record or Record("")
    steps = []
    if record.draft or record.sponsors or record.submitted_by:
        steps.append(("draftResolution", record.draft, _proposers(record), ""))
    if record.added_sponsors:
        steps.append(("draftResolutionAdditionalSponsors", "", _list(record.added_sponsors), ""))
    if record.report or record.report_paragraph:
        steps.append(("recommendedForAdoption", record.report, "", record.report_paragraph))
    adopted = resolution.front.adopted
    if adopted or record.meeting_record:
        steps.append(("adopted", record.meeting_record, "", ""))
    if not steps:
        return
    into = element(meta, "workflow", source="#un")
    for outcome, symbol, by, refers in steps:
        day = _day(adopted) if outcome == "adopted" else _NO_DATE
        optional = {"as": in_reference(symbol), "refersTo": in_reference(refers)}
        given = {name: value for name, value in optional.items() if value}
        element(into, "step", date=day, outcome=outcome, by=in_reference(by), **given)


def _proposers(record: Record) -> str:
    if record.submitted_by:
        known = record.submitted_by.startswith(_INTRODUCED)
        return record.submitted_by if known else f"submitted by {record.submitted_by}"
    return _list(record.sponsors)


def _list(states: tuple[str, ...]) -> str:
    """ "Cuba, Peru and Togo", as the United Nations list sponsors."""
    return " and ".join(part for part in (", ".join(states[:-1]), *states[-1:]) if part)


def analysis(meta: etree._Element, voting: Voting | None) -> None:
    """How the text was adopted: counts and votes by State. Schema: at least one count or quorum;
    the United Nations write an empty quorum where there was no vote."""
    if voting is None:
        return
    parliamentary = element(element(meta, "analysis", source="#un"), "parliamentary")
    outcome = "adoptedRecordedVote" if voting.recorded else "adoptedWithoutVote"
    into = element(parliamentary, "voting", outcome=outcome)
    counts = dict(voting.counts)
    positions = dict.fromkeys([*counts, *(vote.position for vote in voting.votes)])
    for position in positions:
        count = element(
            into,
            "count",
            value=str(counts.get(position, "")),
            refersTo=f"#{_POSITIONS.get(position, position)}",
        )
        states = [vote.state for vote in voting.votes if vote.position == position]
        voters = foreign(count, "voters") if states else count
        for state in states:
            element(voters, "organization", refersTo="#memberState").text = legal(state)
    if not positions:
        element(into, "quorum", value="")


def references(into: etree._Element, root: etree._Element) -> None:
    """Put into ``into`` what the references in the document point to."""
    used = {
        name
        for node in root.iter()
        for attribute in ("refersTo", "source", "href")
        for name in node.get(attribute, "").split()
    }
    # the United Nations' files name a role without the mark of a reference
    used.update(f"#{node.get('as')}" for node in root.iter(f"{{{AKN}}}FRBRauthor"))
    for tag, identifier, href, name in _REFERENCES:
        if f"#{identifier}" in used:
            element(into, tag, eId=identifier, href=href, showAs=name)


def job_number(meta: etree._Element, record: Record | None) -> None:
    """The number of the printing job, where the United Nations put it."""
    if record is not None and record.job_number:
        footer = foreign(element(meta, "presentation", source="#un"), "internalCode")
        number = element(footer, "docketNumber", refersTo="#publicationJobNumber")
        number.text = legal(record.job_number)
