"""The ontology says what the vocabulary says and is consistent; its context keeps every quad."""

from __future__ import annotations

import itertools
import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import owlrl
import pyoxigraph as ox
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, ORG, PROV, SDO, SH
from tests.places import ROOT

from southsouth.graph.rdf.emit import emit
from southsouth.graph.rdf.serialize import parse, serialize
from southsouth.graph.rdf.verbs import verbs_turtle
from southsouth.reading.documents import read_file
from southsouth.reading.instruments import load_authority
from southsouth.reading.reader import read_document
from southsouth.un.symbol_series import SERIES
from southsouth.vocabulary import BASE, CLASSES, DATATYPE_PROPERTIES, NS, OBJECT_PROPERTIES, XSD

# the closure under OWL 2 RL takes seconds a graph
pytestmark = pytest.mark.slow

ONTOLOGY = ROOT / "ontology"
AUTHORITY = sorted((ROOT / "graph" / "authority").glob("*.ttl"))
SHARED = Path(os.environ.get("SOUTHSOUTH_SHARED", ROOT.parent / "shared"))
SEED = "seed/A_RES_60_212.md"
SERIES_DOCUMENTS = (
    "58_220",
    "64_222",
    "68_230",
    "70_222",
    "71_318",
    "72_237",
    "73_291",
    "74_239",
    "76_221",
    "78_167",
    "79_236",
)
DOCUMENTS = (SEED, *(f"corpus/documents/A_RES_{number}.txt" for number in SERIES_DOCUMENTS))

SS = Namespace(NS)
SHAPE = Namespace(BASE + "shapes#")
#: Where owlrl reports an inconsistency.
OWLRL_ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
TERMS = (*CLASSES, *OBJECT_PROPERTIES, *DATATYPE_PROPERTIES)
SCHEMES = ("verb", "force", "kind", "how", "aspect", "status", "confidence", "review")
PREFIXES = f"@base <{BASE}> . @prefix ss: <{NS}> . @prefix xsd: <{XSD}> . "


@cache
def loaded(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY / name)


@cache
def ontology() -> rdflib.Graph:
    return loaded("southsouth.ttl") + loaded("verbs.ttl") + loaded("alignments.ttl")


def local(term: rdflib.term.Node) -> str:
    return str(term).removeprefix(NS)


def shared(name: str) -> Path:
    path = SHARED / name
    if not path.is_file():
        pytest.skip(f"{path} is absent: set SOUTHSOUTH_SHARED to the folder with the documents")
    return path


# ---- the files ----


@pytest.mark.parametrize("name", ["southsouth.ttl", "alignments.ttl", "verbs.ttl", "shapes.ttl"])
def test_the_file_parses(name: str) -> None:
    assert len(loaded(name)) > 0
    assert parse(ONTOLOGY / name)


@pytest.mark.parametrize("name", ["southsouth.ttl", "alignments.ttl", "verbs.ttl"])
def test_there_are_no_blank_nodes(name: str) -> None:
    nodes = {node for triple in loaded(name) for node in triple}
    assert not [node for node in nodes if isinstance(node, rdflib.BNode)]


@pytest.mark.parametrize("name", ["southsouth.ttl", "alignments.ttl", "verbs.ttl", "shapes.ttl"])
def test_nothing_is_imported(name: str) -> None:
    assert not list(loaded(name).objects(None, OWL.imports))


def test_the_ontology_has_its_metadata() -> None:
    graph, iri = loaded("southsouth.ttl"), URIRef(NS.rstrip("#"))
    assert (iri, RDF.type, OWL.Ontology) in graph
    assert (iri, OWL.versionIRI, URIRef(f"{iri}/0.1.0")) in graph
    terms = (OWL.versionInfo, DCTERMS.title, DCTERMS.description, DCTERMS.license, DCTERMS.creator)
    assert [term for term in terms if graph.value(iri, term) is None] == []


# ---- the terms ----


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (OWL.Class, CLASSES),
        (OWL.ObjectProperty, OBJECT_PROPERTIES),
        (OWL.DatatypeProperty, DATATYPE_PROPERTIES),
    ],
    ids=["classes", "object properties", "datatype properties"],
)
def test_the_vocabulary_and_nothing_else_is_defined(kind: URIRef, names: tuple[str, ...]) -> None:
    graph = loaded("southsouth.ttl")
    assert {local(t) for t in graph.subjects(RDF.type, kind) if str(t).startswith(NS)} == set(names)


def test_every_subject_in_the_namespace_is_a_term() -> None:
    subjects = {*loaded("southsouth.ttl").subjects(), *loaded("alignments.ttl").subjects()}
    assert {local(t) for t in subjects if str(t).startswith(NS)} <= set(TERMS)


@pytest.mark.parametrize("term", TERMS)
def test_the_term_is_explained(term: str) -> None:
    graph, iri = loaded("southsouth.ttl"), SS[term]
    for annotation in (RDFS.label, SKOS.definition):
        texts = list(graph.objects(iri, annotation))
        assert [t.language for t in texts if isinstance(t, rdflib.Literal)] == ["en"], annotation
    assert graph.value(iri, SKOS.example), "no example"
    assert list(graph.objects(iri, RDFS.isDefinedBy)) == [URIRef(NS.rstrip("#"))]


def test_definitions_and_labels_are_not_shared() -> None:
    graph = loaded("southsouth.ttl")
    for annotation, most in ((SKOS.definition, len(TERMS)), (RDFS.label, len(TERMS))):
        texts = [str(text) for term in TERMS for text in graph.objects(SS[term], annotation)]
        assert len(texts) == most
        assert len(set(texts)) == most, [text for text in texts if texts.count(text) > 1]


@pytest.mark.parametrize(("name", "above"), CLASSES.items())
def test_the_superclass_is_the_vocabularys(name: str, above: str) -> None:
    found = [local(t) for t in loaded("southsouth.ttl").objects(SS[name], RDFS.subClassOf)]
    assert found == ([above] if above else [])


def test_verbs_cite_by_sub_properties_of_cites() -> None:
    functions = set(loaded("verbs.ttl").objects(None, SS.citesBy))
    assert functions == set(loaded("southsouth.ttl").subjects(RDFS.subPropertyOf, SS.cites))


def test_names_and_things_are_inverse() -> None:
    assert (SS.hasName, OWL.inverseOf, SS.isNameOf) in loaded("southsouth.ttl")


# ---- the profile ----

#: The vocabulary of OWL that the ontology may use: all of it is in OWL 2 RL.
ALLOWED = {
    OWL.AnnotationProperty,
    OWL.Class,
    OWL.DatatypeProperty,
    OWL.FunctionalProperty,
    OWL.ObjectProperty,
    OWL.Ontology,
    OWL.TransitiveProperty,
    OWL.disjointWith,
    OWL.inverseOf,
    OWL.versionIRI,
    OWL.versionInfo,
}


def test_only_owl_2_rl_is_used() -> None:
    used = {
        node
        for name in ("southsouth.ttl", "alignments.ttl")
        for triple in loaded(name)
        for node in triple
        if str(node).startswith(str(OWL))
    }
    assert used <= ALLOWED


def test_ranges_are_datatypes_of_owl_2() -> None:
    graph = loaded("southsouth.ttl")
    ranges = {r for term in DATATYPE_PROPERTIES for r in graph.objects(SS[term], RDFS.range)}
    assert ranges == {URIRef(XSD + name) for name in ("string", "integer", "boolean", "decimal")}


# ---- the concepts ----


def test_the_concepts_are_those_of_the_tables() -> None:
    assert (ONTOLOGY / "verbs.ttl").read_text(encoding="utf-8") == verbs_turtle()


def handles(scheme: str) -> set[str]:
    concepts = loaded("verbs.ttl").subjects(SKOS.inScheme, URIRef(BASE + scheme))
    return {str(concept).removeprefix(f"{BASE}{scheme}/") for concept in concepts}


@pytest.mark.parametrize("path", AUTHORITY, ids=lambda path: path.name)
def test_records_refer_to_concepts_that_exist(path: Path) -> None:
    known = {f"{BASE}{scheme}/{handle}" for scheme in SCHEMES for handle in handles(scheme)}
    folders = tuple(f"{BASE}{scheme}/" for scheme in SCHEMES)
    used = {str(o) for o in rdflib.Graph().parse(path).objects() if str(o).startswith(folders)}
    assert used <= known


@pytest.mark.parametrize("path", AUTHORITY, ids=lambda path: path.name)
def test_records_use_terms_that_exist(path: Path) -> None:
    nodes = {node for triple in rdflib.Graph().parse(path) for node in triple}
    assert {local(node) for node in nodes if str(node).startswith(NS)} <= set(TERMS)


# ---- the alignments ----


def test_aligned_terms_exist_where_that_can_be_checked() -> None:
    nodes = {node for triple in loaded("alignments.ttl") for node in triple}
    for namespace in (DCAT, DCTERMS, ORG, PROV, SDO):
        ours = {node for node in nodes if str(node).startswith(str(namespace))}
        assert ours
        assert {str(node) for node in ours} <= {str(term) for term in dir(namespace)}


@pytest.mark.shared
def test_terms_of_undo_exist() -> None:
    lines = shared("anchors/undo-terms.tsv").read_text(encoding="utf-8").splitlines()
    undo = "https://w3id.org/un/ontology/undo/"
    used = {str(o) for o in loaded("alignments.ttl").objects() if str(o).startswith(undo)}
    assert used
    assert used <= {line.split("\t")[1] for line in lines}


def test_a_renaming_is_no_change_event_and_an_identity_change_is() -> None:
    graph = loaded("alignments.ttl")
    assert (SS.IdentityChange, RDFS.subClassOf, ORG.ChangeEvent) in graph
    assert (SS.Renaming, OWL.disjointWith, ORG.ChangeEvent) in graph


def test_instruments_are_aligned_with_nothing() -> None:
    kinds = {"Instrument", *(name for name, above in CLASSES.items() if above == "Instrument")}
    assert kinds.isdisjoint(local(term) for term in loaded("alignments.ttl").subjects())


def test_every_alignment_has_a_reason() -> None:
    lines = (ONTOLOGY / "alignments.ttl").read_text(encoding="utf-8").splitlines()
    mapping = re.compile(r"(?:ss:|<https://w3id.org/southsouth/aspect/)\S+ \S+ \S+ \.")
    bare = [
        line
        for before, line in itertools.pairwise(lines)
        if mapping.fullmatch(line) and not before.startswith("# ")
    ]
    assert bare == []


# ---- the shapes ----


def test_shapes_name_only_terms_of_the_vocabulary() -> None:
    text = (ONTOLOGY / "shapes.ttl").read_text(encoding="utf-8")
    assert set(re.findall(r"\bss:(\w+)", text)) <= set(TERMS)


def test_every_constraint_has_a_message() -> None:
    graph = loaded("shapes.ttl")
    constraining = (SH["or"], SH.xone, SH["not"], SH["class"])
    shapes = {
        *graph.subjects(RDF.type, SH.PropertyShape),
        *graph.subjects(RDF.type, SH.SPARQLConstraint),
        *(shape for path in constraining for shape in graph.subjects(path, None)),
    }
    assert [shape for shape in shapes if graph.value(shape, SH.message) is None] == []
    assert [shape for shape in shapes if isinstance(shape, rdflib.BNode)] == []


@pytest.mark.parametrize(
    ("shape", "scheme", "left_out"),
    [
        ("citation-how", "how", set()),
        ("act-verb", "verb", None),
        ("occurrence-force", "force", set()),
        ("occurrence-kind", "kind", set()),
        ("occurrence-aspect", "aspect", set()),
        ("name-status", "status", set()),
        ("has-confidence", "confidence", set()),
    ],
)
def test_shapes_know_the_concepts(shape: str, scheme: str, left_out: set[str] | None) -> None:
    pattern = str(loaded("shapes.ttl").value(SHAPE[shape], SH.pattern))
    fits = {handle for handle in handles(scheme) if re.search(pattern, f"{BASE}{scheme}/{handle}")}
    assert fits == handles(scheme) - (left_out or set())
    if left_out is not None:
        listed = pattern.rpartition("/(")[2].removesuffix(")$").split("|")
        assert set(listed) == fits


def test_the_shape_of_symbols_fits_all_series() -> None:
    pattern = str(loaded("shapes.ttl").value(SHAPE["document-symbol"], SH.pattern))
    examples = [re.sub(r"\s", "", example) for row in SERIES for example in row.examples]
    assert [example for example in examples if not re.search(pattern, example)] == []
    for wrong in ("", "A/RES/60/212 ", "A/RES/", "resolution 60/212", "60/212", "South-South"):
        assert not re.search(pattern, wrong)


# ---- consistency under OWL 2 RL ----

#: Our own sentences: a fund renamed by a resolution that cites another, and asked about again.
SAMPLE = """
<graph/document/A/RES/90/1> a ss:ReadingGraph ; ss:describes <document/A/RES/90/1> .
<document/A/RES/90/1> a ss:Resolution ; ss:symbol "A/RES/90/1" ;
    ss:adoptedBy <body/general-assembly> ; ss:cites <document/A/90/7> .
<document/A/RES/90/1#op1> a ss:OperativeParagraph ; ss:isPartOf <document/A/RES/90/1> ;
    ss:opensWith <verb/decide> ; ss:span "28,80" ; ss:welcomes <document/A/90/7> .
<document/A/RES/90/1#op1-cite1> a ss:Citation ; ss:standsIn <document/A/RES/90/1#op1> ;
    ss:isResolvedBy <how/explicit-symbol> ; ss:citesDocument <document/A/90/7> .
<document/A/RES/90/1#op1-act1> a ss:SpeechAct ; ss:hasVerb <verb/decide> ;
    ss:enacts <document/A/RES/90/1#op1-event1> .
<document/A/RES/90/1#op1-event1> a ss:Renaming ; ss:hasForce <force/decided> ;
    ss:hasKind <kind/renaming> ; ss:affects <fund/lakes> ; ss:hasActor <body/general-assembly> ;
    ss:hasNewName <fund/lakes#name-en-1> ; ss:preserves <aspect/mandate> .
<document/A/RES/90/1#op2-event1> a ss:RequestedAction ; ss:hasForce <force/requested> ;
    ss:affects <fund/lakes> ; ss:isFulfilledBy <fund/lakes#event-attested> .
<fund/lakes#event-attested> ss:hasEvidence <document/A/RES/90/1#op1> .
<body/lakes#event-merger> a ss:Merger ; ss:affects <body/lakes> .
<document/A/90/7> a ss:Report .
<fund/lakes> a ss:TrustFund ; ss:hasName <fund/lakes#name-en-1> ;
    ss:isEstablishedUnder <document/A/RES/90/1> ; ss:isSetOutIn <document/A/90/7> .
<fund/lakes#name-en-1> a ss:Name ; ss:literalForm "Rivers Fund"@en ;
    ss:hasNameStatus <status/official> .
<body/general-assembly> a ss:PrincipalOrgan .
<conference/lakes-1> a ss:Conference ; ss:isHeldBy <body/general-assembly> .
<day> a ss:Observance ; ss:observedOn "--05-03"^^xsd:gMonthDay .
"""


def closure(turtle: str) -> rdflib.Graph:
    """The sample with the ontology, the concepts, the alignments and all that follows."""
    graph = ontology() + rdflib.Graph().parse(data=PREFIXES + turtle, format="turtle")
    # owlrl's own datatypes would stay in rdflib for good, and they refuse every xsd:gMonthDay
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, improved_datatypes=False).expand(graph)
    return graph


def contradictions(graph: rdflib.Graph) -> list[str]:
    found = [str(message) for message in graph.objects(None, OWLRL_ERROR)]
    return found + [str(node) for node in graph.subjects(RDF.type, OWL.Nothing)]


@cache
def sample() -> rdflib.Graph:
    return closure(SAMPLE)


def test_the_sample_is_consistent() -> None:
    assert contradictions(sample()) == []


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("document/A/RES/90/1", RDF.type, SS.Document),
        ("document/A/RES/90/1#op1", RDF.type, SS.DocumentPart),
        ("document/A/RES/90/1#op1", SS.cites, URIRef(BASE + "document/A/90/7")),
        ("document/A/RES/90/1#op1-event1", RDF.type, SS.Statement),
        ("fund/lakes#event-attested", RDF.type, SS.Event),
        ("fund/lakes#name-en-1", SS.isNameOf, URIRef(BASE + "fund/lakes")),
        ("body/lakes#event-merger", RDF.type, ORG.ChangeEvent),
        ("body/general-assembly", RDF.type, PROV.Agent),
    ],
)
def test_what_follows_from_the_sample(subject: str, predicate: URIRef, value: URIRef) -> None:
    assert (URIRef(BASE + subject), predicate, value) in sample()


@pytest.mark.parametrize(
    ("subject", "kinds"),
    [
        ("fund/lakes", {"TrustFund", "Instrument"}),
        ("body/general-assembly", {"PrincipalOrgan", "Body"}),
        ("document/A/90/7", {"Report", "Document"}),
        ("document/A/RES/90/1#op1", {"OperativeParagraph", "Provision", "DocumentPart"}),
        ("document/A/RES/90/1#op1-event1", {"Renaming", "Event", "Statement"}),
        ("document/A/RES/90/1#op2-event1", {"RequestedAction", "Statement"}),
        ("fund/lakes#name-en-1", {"Name"}),
        ("conference/lakes-1", {"Conference", "Body"}),
    ],
)
def test_nothing_follows_that_is_not_so(subject: str, kinds: set[str]) -> None:
    found = {local(t) for t in sample().objects(URIRef(BASE + subject), RDF.type)}
    assert found & set(CLASSES) == kinds


@pytest.mark.parametrize(
    "turtle",
    [
        "<x> a ss:Document , ss:Instrument .",
        "<x> a ss:Report , ss:ProgrammeOfAction .",
        "<x> a ss:Body , ss:Document .",
        "<x> a ss:Renaming , ss:Succession .",
        "<x> a ss:Event , ss:RequestedAction .",
        "<x> a ss:Name , ss:TrustFund .",
        "<x> a ss:Observance . <y> ss:citesDocument <x> .",
        "<x> ss:enacts <y> . <y> a ss:RequestedAction .",
        "<x> a ss:Renaming , <http://www.w3.org/ns/org#ChangeEvent> .",
    ],
)
def test_a_contradiction_is_caught(turtle: str) -> None:
    assert contradictions(closure(turtle))


# ---- JSON-LD ----


def context() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((ONTOLOGY / "context.jsonld").read_text("utf-8"))
    found: dict[str, Any] = read["@context"]
    return found


def test_the_context_has_every_term() -> None:
    def iri(value: Any) -> str:
        return str(value["@id"] if isinstance(value, dict) else value)

    terms = {key for key, value in context().items() if iri(value).startswith("ss:")}
    assert terms == set(TERMS)
    assert {iri(context()[term]) for term in terms} == {f"ss:{term}" for term in terms}


def test_the_context_links_what_are_links() -> None:
    assert [t for t in OBJECT_PROPERTIES if context()[t].get("@type") != "@id"] == []


DATA = f"""
<graph/document/A/RES/90/1> {{
    <document/A/RES/90/1> a ss:Resolution ;
        <{RDFS.label}> "A/RES/90/1" ;
        ss:title "Lakes"@en , "Lacs"@fr , "without a language" ;
        ss:agendaItem "57 (b)" , "3" ;
        ss:adoptedOn "2035-12-20"^^xsd:date ;
        ss:cites <document/A/RES/3201(S-VI)> .
    <document/A/RES/90/1#op1> a ss:OperativeParagraph ;
        ss:isPartOf <document/A/RES/90/1> ;
        ss:printedNumber "1" ; ss:span "28,80" ;
        ss:quote "Decides to rename the “Lakes Fund”;\\nand no more" .
    <document/A/RES/90/1#op1-event1> a ss:Renaming ;
        <{RDFS.label}> "renaming: Lakes Fund → Rivers Fund"@en ;
        ss:validWhileExists true ;
        ss:newNameLiteral "Rivers Fund"@en ; ss:affectedName "the Lakes Fund" .
}}
<graph/authority> {{
    <fund/lakes> a ss:TrustFund ; ss:hasName <fund/lakes#name-en-1> ;
        <{SKOS.exactMatch}> <http://www.wikidata.org/entity/Q1> .
    <fund/lakes#name-en-1> a ss:Name ; ss:isNameOf <fund/lakes> ;
        ss:literalForm "Lakes Fund"@en ; ss:startNotBefore "2020-01-01"^^xsd:date .
    <day> a ss:Observance ; ss:observedOn "--05-03"^^xsd:gMonthDay .
    <claim/1> a ss:Claim ; ss:claimsProperty ss:adoptedOn ;
        ss:claimsValue "2035-12-20"^^xsd:date .
    <claim/2> a ss:Claim ; ss:claimsValue "2035"^^xsd:gYear .
    <claim/3> a ss:Claim ; ss:claimsValue "in the spring"@en .
    <claim/4> a ss:Claim ; ss:claimsValue "A/RES/90/1" .
}}
<document/A/RES/90/1> ss:symbol "A/RES/90/1" .
"""


def by_rdflib(data: bytes, name: str) -> set[tuple[str, ...]]:
    dataset = rdflib.Dataset()
    dataset.parse(data=data, format=name)
    return {(s.n3(), p.n3(), o.n3(), str(graph)) for s, p, o, graph in dataset.quads()}


def assert_faithful(quads: list[ox.Quad]) -> None:
    """The quads come back from JSON-LD as they went, with either parser."""
    written = serialize(quads, "jsonld")
    assert set(ox.parse(written, format=ox.RdfFormat.JSON_LD)) == set(quads)
    assert by_rdflib(written, "json-ld") == by_rdflib(serialize(quads, "nquads"), "nquads")


def test_json_ld_comes_back_as_it_went() -> None:
    assert_faithful(list(ox.parse(PREFIXES + DATA, format=ox.RdfFormat.TRIG)))


def test_json_ld_uses_the_short_names() -> None:
    quads = list(ox.parse(PREFIXES + DATA, format=ox.RdfFormat.TRIG))
    text = serialize(quads, "jsonld").decode()
    body = json.loads(text)
    body.pop("@context")
    plain = json.dumps(body)
    assert '"adoptedOn": "2035-12-20"' in plain
    assert '"span": "28,80"' in plain
    assert '"type": "Resolution"' in plain
    assert re.findall(rf'"(?:ss:|{NS})\w+":', plain) == []


@pytest.mark.parametrize("path", AUTHORITY, ids=lambda path: path.name)
def test_records_come_back_from_json_ld(path: Path) -> None:
    assert_faithful(parse(path))


@pytest.mark.shared
@pytest.mark.parametrize("name", DOCUMENTS)
def test_readings_come_back_from_json_ld(name: str) -> None:
    document = read_file(shared(name))
    assert_faithful(emit(read_document(document, load_authority(AUTHORITY)), quotes=True))
