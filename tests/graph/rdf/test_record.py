"""The publisher's metadata and the language versions of a document as quads."""

from __future__ import annotations

from collections import Counter

import pyoxigraph as ox
import pytest
from tests.reading.documents.akn_samples import akn, meta, paragraph, preambular

from southsouth.graph.rdf.emit import emit
from southsouth.graph.rdf.graph import GraphBuilder, offsets
from southsouth.graph.rdf.iris import document_iri
from southsouth.graph.rdf.record import emit_record, state_quads
from southsouth.reading.documents import read_bytes
from southsouth.reading.documents.record import AgendaItem, Record, Subject, Vote, Voting
from southsouth.reading.instruments import Authority
from southsouth.reading.reader import Reading, read_document
from southsouth.un.states import state_codes
from southsouth.un.symbols import Symbol
from southsouth.vocabulary import CLASSES, DATATYPE_PROPERTIES, NS, OBJECT_PROPERTIES, RDF_TYPE

BASE = "https://w3id.org/southsouth/"
WORK = BASE + "document/A/RES/66/901"

Facts = set[tuple[str, str, str]]


def short(node: object) -> str:
    if isinstance(node, ox.NamedNode):
        return node.value.removeprefix(NS).removeprefix(BASE)
    assert isinstance(node, ox.Literal)  # and so no blank node
    return node.value


def facts(quads: list[ox.Quad]) -> Facts:
    return {
        (
            short(quad.subject),
            quad.predicate.value.removeprefix(NS).rpartition("#")[2],
            short(quad.object),
        )
        for quad in quads
    }


def of_record(record: Record) -> Facts:
    graph = GraphBuilder(BASE + "graph/x")
    emit_record(graph, WORK, record, document_iri)
    quads = graph.quads()
    assert len(set(quads)) == len(quads)
    return {(s.removeprefix("document/A/RES/66/901"), p, o) for s, p, o in facts(quads)}


# --------------------------------------------------------------------------------------- the record


def test_an_empty_record_says_nothing() -> None:
    assert of_record(Record("A/RES/66/901")) == set()


def test_votes_and_counts() -> None:
    votes = (Vote("TRINIDAD AND TOBAGO", "in-favour"), Vote("Atlantis", "abstaining"))
    record = Record("A/RES/66/901", voting=Voting(True, (("in-favour", 1), ("against", 0)), votes))
    assert of_record(record) == {
        ("", "adoptedByRecordedVote", "true"),
        ("", "votesInFavour", "1"),
        ("", "votesAgainst", "0"),
        ("#vote-tto", "type", "Vote"),
        ("#vote-tto", "isVoteOn", "document/A/RES/66/901"),
        ("#vote-tto", "isCastBy", "state/tto"),
        ("#vote-tto", "hasPosition", "position/in-favour"),
        ("#vote-tto", "printedName", "TRINIDAD AND TOBAGO"),
        ("", "voterLiteral", "abstaining: Atlantis"),
    }


def test_adopted_without_a_vote() -> None:
    record = Record("A/RES/66/901", voting=Voting(False))
    assert of_record(record) == {("", "adoptedByRecordedVote", "false")}


@pytest.mark.parametrize(
    ("sponsor", "expected"),
    [
        ("Cuba", {("isSponsoredBy", "state/cub")}),
        ("CÔTE D’IVOIRE", {("isSponsoredBy", "state/civ")}),
        ("Bolivia (Plurinational State of)", {("isSponsoredBy", "state/bol")}),
        (
            "Cuba (on behalf of the Group of Wells, and Lakes)",
            {
                ("isSponsoredBy", "state/cub"),
                ("sponsoredOnBehalfOf", "the Group of Wells, and Lakes"),
            },
        ),
        ("Atlantis", {("sponsorLiteral", "Atlantis")}),
        (
            "Atlantis (on behalf of the Group)",
            {("sponsorLiteral", "Atlantis (on behalf of the Group)")},
        ),
    ],
)
def test_sponsors(sponsor: str, expected: set[tuple[str, str]]) -> None:
    found = of_record(Record("A/RES/66/901", sponsors=(sponsor,)))
    assert found == {("", term, value) for term, value in expected}


def test_added_sponsors_and_submitters() -> None:
    record = Record("A/RES/66/901", added_sponsors=("Peru",), submitted_by="the President")
    assert of_record(record) == {
        ("", "isCosponsoredBy", "state/per"),
        ("", "submittedByLiteral", "the President"),
    }


def test_subjects() -> None:
    water, sdg = "http://metadata.un.org/thesaurus/1", "http://metadata.un.org/sdg/6"
    record = Record(
        "A/RES/66/901",
        subjects=(
            Subject("UNBIS", "WATER SUPPLY", water),
            Subject("SDG", "SDG 6", sdg),
            Subject("DHLAUTH", "Forum of Wells", "http://example.org"),
            Subject("UNBIS", "no address"),
        ),
    )
    assert of_record(record) == {
        ("", "hasSubject", water),
        (water, "type", "Subject"),
        (water, "label", "Water supply"),
        (water, "subjectScheme", "UNBIS"),
        ("", "hasSubject", sdg),
        (sdg, "type", "Subject"),
        (sdg, "label", "SDG 6"),
        (sdg, "subjectScheme", "SDG"),
        ("", "subjectLiteral", "Forum of Wells"),
        ("", "subjectLiteral", "no address"),
    }


def test_report_draft_meeting_record_and_agenda() -> None:
    record = Record(
        "A/RES/66/901",
        report="A/66/443/Add.2",
        report_paragraph="12",
        draft="A/C.2/66/L.1",
        meeting_record="A/66/PV.99",
        agenda=(AgendaItem("12 (c)", "On wells"), AgendaItem("13")),
        job_number="12-34567",
    )
    assert of_record(record) == {
        ("", "adoptedOnReport", "document/A/66/443/Add.2"),
        ("", "adoptedOnDraft", "document/A/C.2/66/L.1"),
        ("", "isRecordedIn", "document/A/66/PV.99"),
        ("", "reportParagraph", "12"),
        ("", "agendaItemTitle", "On wells"),
        ("", "jobNumber", "12-34567"),
    }


def test_a_meeting_record_with_a_resumption_is_linked() -> None:
    described: list[Symbol] = []

    def describe(symbol: Symbol) -> str:
        described.append(symbol)
        return document_iri(symbol)

    graph = GraphBuilder(BASE + "graph/x")
    record = Record("A/RES/66/901", meeting_record="A/66/PV.99 (Resumption 1)")
    emit_record(graph, WORK, record, describe)
    assert [str(symbol) for symbol in described] == ["A/66/PV.99(Resumption1)"]


def test_the_states_are_told_once() -> None:
    quads = state_quads(BASE + "graph/authority")
    assert len(quads) == len(set(quads)) == 3 * len(state_codes())
    found = facts(quads)
    assert {
        ("state/tto", "type", "State"),
        ("state/tto", "label", "Trinidad and Tobago"),
        ("state/tto", "stateCode", "TTO"),
    } <= found
    assert all(count == 3 for count in Counter(s for s, _, _ in found).values())


# -------------------------------------------------------------------------------- language versions

VOTED = meta(
    voting='<voting outcome="adoptedRecordedVote"><count value="1" refersTo="#inFavour">'
    "<organization>CUBA</organization></count></voting>",
    steps='<step outcome="draftResolution" as="A/66/L.1" by="Cuba and Peru" />',
)


def english(authority: Authority) -> Reading:
    data = akn(
        paragraph("1.", "Decides to dig wells."), preamble=preambular("Noting wells,"), stated=VOTED
    )
    return read_document(read_bytes(data, "e.xml"), authority)


def french(authority: Authority) -> Reading:
    address = "https://undocs.org/fr/A/RES/60/212"
    data = akn(
        paragraph("1.", f'Décide, selon <a href="{address}">60/212</a>, de creuser des puits.'),
        preamble=preambular("Notant les puits,"),
        stated=meta(language="fra"),
        preface='<preface><p><docTitle refersTo="#resolutionTitle">Des puits</docTitle></p>'
        "</preface>",
    )
    return read_document(read_bytes(data, "f.xml"), authority)


def test_two_languages_are_one_work_with_two_expressions(authority: Authority) -> None:
    en, fr = emit(english(authority)), emit(french(authority))
    both = facts(en) | facts(fr)
    work = "document/A/RES/66/901"
    assert {o for s, p, o in both if (s, p) == (work, "hasExpression")} == {
        "expression/A/RES/66/901/en",
        "expression/A/RES/66/901/fr",
    }
    told = {"graph/documents"}
    assert {short(q.graph_name) for q in en} == {"graph/document/A/RES/66/901"} | told
    assert {short(q.graph_name) for q in fr} == {"graph/expression/A/RES/66/901/fr"} | told
    assert ("expression/A/RES/66/901/fr", "inLanguage", "fr") in both
    titles = {
        (quad.object.value, quad.object.language)
        for quad in en + fr
        if quad.predicate.value == NS + "title" and isinstance(quad.object, ox.Literal)
    }
    assert titles == {("Wells for all", "en"), ("Des puits", "fr")}


def test_the_wording_of_each_part_in_another_language(authority: Authority) -> None:
    reading = french(authority)
    found = facts(emit(reading))
    words = "expression/A/RES/66/901/fr#"
    assert {(s, o) for s, p, o in found if p == "isWordingOf"} == {
        (words + part.id, f"document/A/RES/66/901#{part.id}") for part in reading.resolution.parts
    }
    assert {"pp1", "op1"} <= {part.id for part in reading.resolution.parts}
    wording = {s: o for s, p, o in found if p == "wording"}
    assert wording[words + "op1"] == "1. Décide, selon 60/212, de creuser des puits."
    start, end = offsets(next(o for s, p, o in found if (s, p) == (words + "op1", "span")))
    assert reading.resolution.text[start:end] == wording[words + "op1"]
    assert ("document/A/RES/66/901", "cites", "document/A/RES/60/212") in found


def test_a_snapshot_in_another_language_has_no_words(authority: Authority) -> None:
    reading = french(authority)
    full, bare = set(emit(reading)), set(emit(reading, quotes=False))
    assert bare < full
    assert {quad.predicate.value.removeprefix(NS) for quad in full - bare} == {"wording"}


@pytest.mark.parametrize("make", [english, french])
def test_no_blank_nodes_no_doubles_and_only_terms_of_the_vocabulary(
    authority: Authority, make: object
) -> None:
    assert callable(make)
    quads: list[ox.Quad] = emit(make(authority))
    assert len(quads) == len(set(quads)) > 20
    for quad in quads:
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, ox.NamedNode | ox.Literal)
    terms = {q.predicate.value.removeprefix(NS) for q in quads if q.predicate.value.startswith(NS)}
    assert terms <= set(OBJECT_PROPERTIES) | set(DATATYPE_PROPERTIES)
    kinds = {
        q.object.value.removeprefix(NS)
        for q in quads
        if q.predicate.value == RDF_TYPE and isinstance(q.object, ox.NamedNode)
    }
    assert kinds <= set(CLASSES)


def test_the_record_of_an_english_reading_is_emitted(authority: Authority) -> None:
    found = facts(emit(english(authority)))
    work = "document/A/RES/66/901"
    assert {
        (work, "adoptedByRecordedVote", "true"),
        (f"{work}#vote-cub", "isCastBy", "state/cub"),
        (work, "isSponsoredBy", "state/per"),
        (work, "adoptedOnDraft", "document/A/66/L.1"),
        (work, "adoptedOn", "2012-02-01"),
    } <= found
