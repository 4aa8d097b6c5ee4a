"""Proposed links as a Turtle file that a person reviews, and what was confirmed in it as quads.

A proposal is a mapping of SSSOM (https://w3id.org/sssom/), which its RDF form makes an annotated
axiom of OWL: subject, relation and target are told of, not stated. The status of review is ADMS's.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

import pyoxigraph as ox

from southsouth import __version__
from southsouth.errors import CuratedDataError
from southsouth.graph.rdf.iris import LINKS_GRAPH, concept
from southsouth.graph.rdf.serialize import parse
from southsouth.linking.match import Proposal
from southsouth.vocabulary import BASE, RDF_TYPE, SKOS, XSD

_OWL: Final = "http://www.w3.org/2002/07/owl#"
_SSSOM: Final = "https://w3id.org/sssom/"
_SEMAPV: Final = "https://w3id.org/semapv/vocab/"
_ADMS_STATUS: Final = "http://www.w3.org/ns/adms#status"
_SUBJECT: Final = _OWL + "annotatedSource"
_RELATION: Final = _OWL + "annotatedProperty"
_TARGET: Final = _OWL + "annotatedTarget"
_PREFIXES: Final = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcterms": "http://purl.org/dc/terms/",
    "owl": _OWL,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "review": BASE + "review/",
    "semapv": _SEMAPV,
    "skos": SKOS,
    "sssom": _SSSOM,
    "xsd": XSD,
}
#: Relations that a reviewer may choose.
RELATIONS: Final = (
    SKOS + "exactMatch",
    SKOS + "closeMatch",
    SKOS + "broadMatch",
    SKOS + "narrowMatch",
    SKOS + "relatedMatch",
    _OWL + "sameAs",
)
STATUSES: Final = ("proposed", "confirmed", "rejected")
_HEADER: Final = """\
# Links that southsouth proposes. Look at each. Where it is right, write review:confirmed in place
# of review:proposed; where it is wrong, review:rejected. Mend the relation (owl:annotatedProperty)
# where another fits. Then:  southsouth link --confirm {name}
# When links are proposed again, what you have decided stays.
"""
_LOCAL: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def proposal_iri(subject: str, target: str) -> str:
    """The IRI of a proposal: the same for the same two ends."""
    digest = hashlib.sha256(f"{subject} {target}".encode()).hexdigest()
    return f"{BASE}link/{digest[:16]}"


def statements(
    proposal: Proposal, endpoint: str, day: date, status: str = "proposed"
) -> list[ox.Triple]:
    """A proposal as triples, none with a blank node."""
    node = ox.NamedNode(proposal_iri(proposal.subject, proposal.target))

    def iri(predicate: str, value: str) -> ox.Triple:
        return ox.Triple(node, ox.NamedNode(predicate), ox.NamedNode(value))

    def literal(predicate: str, value: str, datatype: str = "", language: str = "") -> ox.Triple:
        if language:
            term = ox.Literal(value, language=language)
        else:
            term = ox.Literal(value, datatype=ox.NamedNode(XSD + (datatype or "string")))
        return ox.Triple(node, ox.NamedNode(predicate), term)

    justified = "CompositeMatching" if proposal.dated else "LexicalMatching"
    return [
        iri(RDF_TYPE, _OWL + "Axiom"),
        iri(_SUBJECT, proposal.subject),
        literal(_SSSOM + "subject_label", proposal.subject_label),
        iri(_RELATION, proposal.relation),
        iri(_TARGET, proposal.target),
        literal(_SSSOM + "object_label", proposal.target_label),
        literal(_SSSOM + "confidence", f"{proposal.score:.3f}", "double"),
        *(literal(_SSSOM + "match_string", words) for words in proposal.matched),
        literal(_PREFIXES["rdfs"] + "comment", "; ".join(proposal.evidence), language="en"),
        iri(_SSSOM + "mapping_justification", _SEMAPV + justified),
        literal(_SSSOM + "mapping_tool", f"southsouth {__version__}"),
        iri(_SSSOM + "object_source", endpoint),
        literal(_PREFIXES["dcterms"] + "created", day.isoformat(), "date"),
        iri(_ADMS_STATUS, concept("review", status)),
    ]


# --- the file -------------------------------------------------------------------------------------


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """A term as Turtle writes it, with the prefixes of the file."""
    if isinstance(term, ox.Literal) and term.datatype.value != XSD + "string":
        if term.language:
            return str(term)
        bare = ox.Literal(term.value)
        return f"{bare}^^{_term(term.datatype)}"
    if isinstance(term, ox.NamedNode):
        for prefix, namespace in _PREFIXES.items():
            local = term.value.removeprefix(namespace)
            if local != term.value and _LOCAL.fullmatch(local):
                return f"{prefix}:{local}"
    return str(term)


def _block(triples: list[ox.Triple]) -> str:
    lines = (
        f"{'a' if t.predicate.value == RDF_TYPE else _term(t.predicate)} {_term(t.object)}"
        for t in triples
    )
    return f"{triples[0].subject} " + " ;\n    ".join(lines) + " .\n"


def as_turtle(groups: Iterable[list[ox.Triple]], name: str) -> str:
    """The file with a block for each proposal; ``name`` is its own, for the words at its head."""
    head = _HEADER.format(name=name)
    prefixes = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in _PREFIXES.items())
    return "\n".join([head + prefixes, *map(_block, groups)])


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A proposal as the file has it now."""

    node: str
    subject: str
    relation: str
    target: str
    status: str
    triples: tuple[ox.Triple, ...]


def _one(path: Path, node: str, values: Mapping[str, list[str]], term: str, what: str) -> str:
    found = values.get(term, [])
    if len(found) != 1:
        raise CuratedDataError(
            f"{path}: <{node}> has {len(found) or 'no'} {what}; give it one, or remove the proposal"
        )
    return found[0]


def read_proposals(path: Path) -> list[Reviewed]:
    """The proposals in a file, in its order.

    Raises CuratedDataError where it does not parse, where a proposal lacks an end, its relation or
    its status or has several, or where these are none that can be understood.
    """
    nodes: dict[str, list[ox.Triple]] = {}
    for quad in parse(path):
        if not isinstance(quad.subject, ox.NamedNode):
            raise CuratedDataError(f"{path}: a node without IRI; give it that of its proposal back")
        nodes.setdefault(quad.subject.value, []).append(quad.triple)
    reviewed = []
    for node, triples in nodes.items():
        values: dict[str, list[str]] = {}
        for triple in triples:
            if isinstance(triple.object, ox.NamedNode):
                values.setdefault(triple.predicate.value, []).append(triple.object.value)
        relation = _one(path, node, values, _RELATION, "relation (owl:annotatedProperty)")
        status = _one(path, node, values, _ADMS_STATUS, "status (adms:status)")
        word = status.removeprefix(BASE + "review/")
        if relation not in RELATIONS:
            allowed = ", ".join(_term(ox.NamedNode(iri)) for iri in RELATIONS)
            raise CuratedDataError(f"{path}: <{node}> has the relation {relation}; use {allowed}")
        if word not in STATUSES:
            allowed = ", ".join(f"review:{one}" for one in STATUSES)
            raise CuratedDataError(f"{path}: <{node}> has the status {status}; use {allowed}")
        reviewed.append(
            Reviewed(
                node,
                _one(path, node, values, _SUBJECT, "subject (owl:annotatedSource)"),
                relation,
                _one(path, node, values, _TARGET, "target (owl:annotatedTarget)"),
                word,
                tuple(triples),
            )
        )
    return reviewed


def renewed(
    proposals: Iterable[Proposal], before: Iterable[Reviewed], endpoint: str, day: date
) -> list[list[ox.Triple]]:
    """The blocks of a file: the proposals of now, and behind them those before, which may be of
    another endpoint. What a person has decided stays as the person left it."""
    left = {one.node: one for one in before}
    blocks = []
    for proposal in proposals:
        kept = left.pop(proposal_iri(proposal.subject, proposal.target), None)
        decided = kept is not None and kept.status != "proposed"
        blocks.append(
            list(kept.triples)
            if kept is not None and decided
            else statements(proposal, endpoint, day)
        )
    return blocks + [list(one.triples) for one in left.values()]


_T = TypeVar("_T")


def _canonical(term: _T) -> _T | ox.Literal:
    """A double as JSON-LD writes it back (XML Schema 1.1 Part 2, "canonical representation")."""
    if not isinstance(term, ox.Literal) or term.datatype.value != XSD + "double":
        return term
    try:
        mantissa, exponent = f"{float(term.value):.15E}".split("E")
    except ValueError:  # no number: as the reviewer has it
        return term
    whole, _, rest = mantissa.partition(".")
    plain = f"{whole}.{rest.rstrip('0') or '0'}E{int(exponent)}"
    return ox.Literal(plain, datatype=term.datatype)


def confirmed(reviewed: Iterable[Reviewed]) -> set[ox.Quad]:
    """What goes into the graph of links: each confirmed link, and why it is believed."""
    graph = ox.NamedNode(LINKS_GRAPH)
    quads = set()
    for one in reviewed:
        if one.status == "confirmed":
            quads.add(
                ox.Quad(
                    ox.NamedNode(one.subject),
                    ox.NamedNode(one.relation),
                    ox.NamedNode(one.target),
                    graph,
                )
            )
            quads |= {
                ox.Quad(t.subject, t.predicate, _canonical(t.object), graph) for t in one.triples
            }
    return quads
