"""What the service is, as RDF (SPARQL 1.1 Service Description)."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox

from southsouth.graph.rdf.formats import BY_RANK
from southsouth.graph.rdf.serialize import serialize
from southsouth.vocabulary import RDF_TYPE

SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FILE_FORMATS: Final = "http://www.w3.org/ns/formats/"
#: What is written, by the names of the W3C (Unique URIs for file formats).
_WRITTEN: Final = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    *(row.w3c for row in BY_RANK),
)


def description(address: str, form: str) -> bytes:
    """The description of the service at ``address`` in a format of ``rdf.formats``.

    It has no sd:BasicFederatedQuery: a SERVICE is refused unless the operator lists its host.
    """
    service = ox.NamedNode(address)
    dataset = ox.NamedNode(address + "#dataset")
    links = [
        (service, RDF_TYPE, SD + "Service"),
        (service, SD + "endpoint", address),
        (service, SD + "supportedLanguage", SD + "SPARQL11Query"),
        (service, SD + "feature", SD + "UnionDefaultGraph"),
        (service, SD + "defaultDataset", dataset.value),
        (dataset, RDF_TYPE, SD + "Dataset"),
        *((service, SD + "resultFormat", _FILE_FORMATS + name) for name in _WRITTEN),
    ]
    quads = [ox.Quad(s, ox.NamedNode(p), ox.NamedNode(o)) for s, p, o in links]
    return serialize(quads, form)
