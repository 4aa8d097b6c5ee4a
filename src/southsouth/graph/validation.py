"""SHACL validation of a store (pySHACL), as a short report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from southsouth import resources
from southsouth.graph.rdf.serialize import to_rdflib

if TYPE_CHECKING:
    import rdflib


@dataclass(frozen=True, slots=True)
class Finding:
    """One result: severity (``Violation`` or ``Warning``), the node, what is wrong there."""

    severity: str
    node: str
    message: str
    value: str = ""


def _graph(*files: str) -> rdflib.Graph:
    import rdflib

    graph = rdflib.Graph()
    for file in files:
        graph.parse(file, format="turtle")
    return graph


def validate(quads: Iterable[ox.Quad]) -> list[Finding]:
    """What the shapes find in the quads of all graphs taken together, violations first.

    >>> validate(GraphStore.in_memory().quads())
    []
    """
    import pyshacl
    import rdflib
    from rdflib.namespace import SH

    data = rdflib.Graph()
    for subject, predicate, value, _ in to_rdflib(quads).quads():
        data.add((subject, predicate, value))
    ontology = _graph(*(str(path) for path in resources.ontology_files()[:2]))
    _, results, _ = pyshacl.validate(
        data,
        shacl_graph=_graph(str(resources.shapes_file())),
        ont_graph=ontology,
        inference="none",
        advanced=False,
        allow_warnings=True,
    )
    findings = []
    for result in results.subjects(rdflib.RDF.type, SH.ValidationResult):
        severity = str(results.value(result, SH.resultSeverity)).rpartition("#")[2]
        findings.append(
            Finding(
                severity,
                str(results.value(result, SH.focusNode)),
                str(results.value(result, SH.resultMessage)),
                str(results.value(result, SH.value) or ""),
            )
        )
    return sorted(
        findings, key=lambda f: (f.severity != "Violation", f.severity, f.message, f.node)
    )
