"""The file of proposals: read back as written, and only what a person confirmed goes on."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from southsouth.errors import CuratedDataError
from southsouth.graph.rdf.serialize import serialize
from southsouth.linking.match import EXACT, Proposal
from southsouth.linking.review import (
    as_turtle,
    confirmed,
    proposal_iri,
    read_proposals,
    renewed,
    statements,
)
from southsouth.vocabulary import BASE, SKOS

DAY = date(2026, 1, 2)
ENDPOINT = "https://example.org/sparql"
SSSOM = "https://w3id.org/sssom/"


def proposal(target: str = "1", **more: object) -> Proposal:
    facts = {
        "subject": BASE + "body/wells",
        "subject_label": "Wells",
        "relation": EXACT,
        "target": f"https://example.org/authority/{target}",
        "target_label": "WELLS",
        "score": 0.85,
        "evidence": ("one", "two"),
        "matched": ("WELLS",),
        "dated": True,
    }
    return Proposal(**(facts | more))  # type: ignore[arg-type]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "links.ttl"
    blocks = renewed(
        [proposal("1"), proposal("2", relation=SKOS + "closeMatch")], (), ENDPOINT, DAY
    )
    path.write_text(as_turtle(blocks, path.name), "utf-8")
    return path


def change(path: Path, old: str, new: str, count: int = 1) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), "utf-8")


def test_what_the_file_says(file: Path) -> None:
    graph = rdflib.Graph().parse(file)
    node = rdflib.URIRef(proposal_iri(BASE + "body/wells", "https://example.org/authority/1"))
    assert not [n for triple in graph for n in triple if isinstance(n, rdflib.BNode)]
    values = {
        str(p).rpartition("/")[2].rpartition("#")[2]: str(o)
        for p, o in graph.predicate_objects(node)
    }
    assert values == {
        "type": str(rdflib.OWL.Axiom),
        "annotatedSource": BASE + "body/wells",
        "subject_label": "Wells",
        "annotatedProperty": EXACT,
        "annotatedTarget": "https://example.org/authority/1",
        "object_label": "WELLS",
        "confidence": "0.85",
        "match_string": "WELLS",
        "comment": "one; two",
        "mapping_justification": "https://w3id.org/semapv/vocab/CompositeMatching",
        "mapping_tool": "southsouth 0.1.0",
        "object_source": ENDPOINT,
        "created": DAY.isoformat(),
        "status": BASE + "review/proposed",
    }
    assert f"southsouth link --confirm {file.name}" in file.read_text("utf-8")


@given(st.text(), st.text(), st.lists(st.text(), min_size=1))
def test_any_words_come_back(label: str, target_label: str, evidence: list[str]) -> None:
    made = proposal(subject_label=label, target_label=target_label, evidence=tuple(evidence))
    triples = statements(made, ENDPOINT, DAY)
    text = as_turtle([triples], "links.ttl")
    found = {quad.triple for quad in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)}
    assert found == set(triples)


def test_nothing_is_confirmed_before_a_person_does(file: Path) -> None:
    assert confirmed(read_proposals(file)) == set()
    change(file, "status review:proposed", "status review:rejected")
    assert confirmed(read_proposals(file)) == set()


def test_what_is_confirmed(file: Path) -> None:
    change(file, "status review:proposed", "status review:confirmed")
    change(file, "owl:annotatedProperty skos:exactMatch", "owl:annotatedProperty owl:sameAs")
    quads = confirmed(read_proposals(file))
    told = {(str(q.subject), str(q.predicate), str(q.object)) for q in quads}
    same = "<http://www.w3.org/2002/07/owl#sameAs>"
    assert (f"<{BASE}body/wells>", same, "<https://example.org/authority/1>") in told
    assert not [t for t in told if t[0] == f"<{BASE}body/wells>" and "authority/2" in t[2]]
    assert {str(q.graph_name) for q in quads} == {f"<{BASE}graph/links>"}
    assert {o for _, p, o in told if SSSOM + "confidence" in p} == {
        '"8.5E-1"^^<http://www.w3.org/2001/XMLSchema#double>'
    }


def test_what_is_confirmed_survives_json_ld(file: Path) -> None:
    change(file, "status review:proposed", "status review:confirmed", 2)
    quads = confirmed(read_proposals(file))
    written = serialize(quads, "jsonld")
    assert set(ox.parse(written, format=ox.RdfFormat.JSON_LD)) == quads


def test_proposed_again_what_was_decided_stays(file: Path) -> None:
    change(file, "status review:proposed", "status review:rejected")
    other = proposal("3")
    before = read_proposals(file)
    again = renewed(
        [proposal("1", score=0.2), proposal("2", score=0.3), other],
        before,
        "https://example.net/sparql",
        DAY,
    )
    file.write_text(as_turtle(again, file.name), "utf-8")
    now = {one.target[-1]: one for one in read_proposals(file)}
    assert {target: one.status for target, one in now.items()} == {
        "1": "rejected",
        "2": "proposed",
        "3": "proposed",
    }
    text = file.read_text("utf-8")
    assert re.findall(r'sssom:confidence "([\d.]+)"', text) == ["0.850", "0.300", "0.850"]
    # those of another endpoint, or of another kind, stay where they are not proposed now
    left = renewed([other], read_proposals(file), ENDPOINT, DAY)
    assert len(left) == 3


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("status review:proposed", "status review:maybe", "has the status .*maybe; use review"),
        (
            "    adms:status review:proposed",
            "    adms:status review:proposed, review:confirmed",
            r"has 2 status \(adms:status\)",
        ),
        (" ;\n    adms:status review:proposed", "", r"has no status"),
        (
            "owl:annotatedProperty skos:exactMatch",
            "owl:annotatedProperty skos:related",
            "has the relation .*related; use skos:exactMatch, ",
        ),
        (
            "owl:annotatedTarget <",
            "owl:annotatedTarget <https://example.org/other>, <",
            "has 2 target",
        ),
        ("<https://w3id.org/southsouth/link/", "<broken iri", "not readable as RDF"),
        (" a owl:Axiom", " a [ a owl:Axiom ]", "a node without IRI"),
    ],
)
def test_what_is_broken_is_told(file: Path, old: str, new: str, problem: str) -> None:
    change(file, old, new)
    with pytest.raises(CuratedDataError, match=rf"links\.ttl: .*{problem}"):
        read_proposals(file)
