"""The publisher's metadata as quads: votes, sponsors, subjects, drafts, meeting records. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import pyoxigraph as ox

from southsouth.graph.rdf.graph import GraphBuilder
from southsouth.graph.rdf.iris import concept, state_iri, web_iri
from southsouth.reading.documents.record import Record, Subject
from southsouth.un.states import state_code, state_codes, state_name
from southsouth.un.symbols import Symbol, parse_symbol
from southsouth.vocabulary import RDFS_LABEL

_COUNTS: Final = {
    "in-favour": "votesInFavour",
    "against": "votesAgainst",
    "abstaining": "abstentions",
}
_BEHALF: Final = re.compile(
    r"\s*\((?P<behalf>(?:on behalf|in (?:its|their) (?:name|capacity))[^)]*)\)"
)
#: Schemes whose addresses name the subject itself.
_WITH_ADDRESS: Final = frozenset({"UNBIS", "SDG", "EuroVoc"})


def _state(name: str) -> str:
    """The IRI of the State with that name; "" where the name is in no table."""
    code = state_code(name)
    return state_iri(code) if code else ""


def _sponsor(graph: GraphBuilder, document: str, term: str, printed: str) -> None:
    behalf = _BEHALF.search(printed)
    state = _state(_BEHALF.sub("", printed))
    if state:
        graph.link(document, term, state)
    else:  # a group, or a name that the source misprints
        graph.text(document, "sponsorLiteral", printed)
    if behalf and state:
        graph.text(document, "sponsoredOnBehalfOf", behalf["behalf"].removeprefix("on behalf of "))


def _subject(graph: GraphBuilder, document: str, subject: Subject) -> None:
    address = web_iri(subject.href) if subject.scheme in _WITH_ADDRESS else ""
    if not address:
        graph.text(document, "subjectLiteral", subject.label)
        return
    graph.link(document, "hasSubject", address)
    graph.kind(address, "Subject")
    shouted = subject.label.isupper() and subject.scheme != "SDG"
    label = subject.label.capitalize() if shouted else subject.label
    graph.text(address, RDFS_LABEL, label, "en")
    graph.text(address, "subjectScheme", subject.scheme)


def _voting(graph: GraphBuilder, document: str, record: Record) -> None:
    if record.voting is None:
        return
    graph.truth(document, "adoptedByRecordedVote", value=record.voting.recorded)
    for position, count in record.voting.counts:
        graph.number(document, _COUNTS[position], count)
    for vote in record.voting.votes:
        state = _state(vote.state)
        if not state:
            graph.text(document, "voterLiteral", f"{vote.position}: {vote.state}")
            continue
        iri = f"{document}#vote-{state.rpartition('/')[2]}"
        graph.kind(iri, "Vote")
        graph.link(iri, "isVoteOn", document)
        graph.link(iri, "isCastBy", state)
        graph.link(iri, "hasPosition", concept("position", vote.position))
        graph.text(iri, "printedName", vote.state)


def emit_record(
    graph: GraphBuilder, document: str, record: Record, describe: Callable[[Symbol], str]
) -> None:
    """Add what ``record`` states of the document with that IRI.

    ``describe`` adds the description of a document known by its symbol and gives its IRI.
    """
    for term, printed in (
        ("adoptedOnReport", record.report),
        ("adoptedOnDraft", record.draft),
        ("isRecordedIn", record.meeting_record),
    ):
        symbol = parse_symbol(printed) if printed else None
        if symbol is not None:
            graph.link(document, term, describe(symbol))
    graph.text(document, "reportParagraph", record.report_paragraph)
    for item in record.agenda:
        graph.text(document, "agendaItemTitle", item.title, "en")
    for sponsor in record.sponsors:
        _sponsor(graph, document, "isSponsoredBy", sponsor)
    for sponsor in record.added_sponsors:
        _sponsor(graph, document, "isCosponsoredBy", sponsor)
    graph.text(document, "submittedByLiteral", record.submitted_by)
    graph.text(document, "jobNumber", record.job_number)
    _voting(graph, document, record)
    for subject in record.subjects:
        _subject(graph, document, subject)


def state_quads(graph: str) -> list[ox.Quad]:
    """The States of the table, for the named graph ``graph``: they are told once, and not by every
    document on which they vote."""
    states = GraphBuilder(graph)
    for code in state_codes():
        iri = state_iri(code)
        states.kind(iri, "State")
        states.text(iri, RDFS_LABEL, state_name(code), "en")
        states.text(iri, "stateCode", code)
    return states.quads()
