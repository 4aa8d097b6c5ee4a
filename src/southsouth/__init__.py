"""southsouth: United Nations resolutions as a knowledge graph of South-South cooperation.

These names are what other programs may rely on; each is documented in docs/api.md. They are
imported when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from southsouth.lazily import handed_on

if TYPE_CHECKING:
    from southsouth.build.pipeline import build as build
    from southsouth.build.report import BuildReport as BuildReport
    from southsouth.errors import SouthSouthError as SouthSouthError
    from southsouth.fetch.run import fetch as fetch
    from southsouth.graph.agreed import ancestry as ancestry
    from southsouth.graph.agreed import series_in as series_in
    from southsouth.graph.agreed import trace_in as trace_in
    from southsouth.graph.queries.library import all_queries as all_queries
    from southsouth.graph.queries.library import ask as ask
    from southsouth.graph.store.dataset import GraphStore as GraphStore
    from southsouth.graph.store.remote import Endpoint as Endpoint
    from southsouth.graph.validation import validate as validate
    from southsouth.publish.exporters import export as export
    from southsouth.publish.exporters import export_document as export_document
    from southsouth.publish.release import publish as publish
    from southsouth.reading.reader import Reading as Reading
    from southsouth.reading.reader import read_path as read
    from southsouth.un.organs import organ_named as organ_named
    from southsouth.un.symbols import Symbol as Symbol
    from southsouth.un.symbols import guess_symbol as guess_symbol
    from southsouth.un.symbols import parse_symbol as parse_symbol
    from southsouth.views.network.graphs import citation_graph as citation_graph
    from southsouth.views.network.graphs import lineage_graph as lineage_graph

__version__ = "0.1.0"

__all__ = [
    "BuildReport",
    "Endpoint",
    "GraphStore",
    "Reading",
    "SouthSouthError",
    "Symbol",
    "all_queries",
    "ancestry",
    "ask",
    "build",
    "citation_graph",
    "export",
    "export_document",
    "fetch",
    "guess_symbol",
    "lineage_graph",
    "organ_named",
    "parse_symbol",
    "publish",
    "read",
    "series_in",
    "trace_in",
    "validate",
]

#: Where each name is defined. The test of the public face holds it against what stands above.
_PLACES = {
    "BuildReport": "southsouth.build.report",
    "Endpoint": "southsouth.graph.store.remote",
    "GraphStore": "southsouth.graph.store.dataset",
    "Reading": "southsouth.reading.reader",
    "SouthSouthError": "southsouth.errors",
    "Symbol": "southsouth.un.symbols",
    "all_queries": "southsouth.graph.queries.library",
    "ancestry": "southsouth.graph.agreed",
    "ask": "southsouth.graph.queries.library",
    "build": "southsouth.build.pipeline",
    "citation_graph": "southsouth.views.network.graphs",
    "export": "southsouth.publish.exporters",
    "export_document": "southsouth.publish.exporters",
    "fetch": "southsouth.fetch.run",
    "guess_symbol": "southsouth.un.symbols",
    "lineage_graph": "southsouth.views.network.graphs",
    "organ_named": "southsouth.un.organs",
    "parse_symbol": "southsouth.un.symbols",
    "publish": "southsouth.publish.release",
    "read": "southsouth.reading.reader:read_path",
    "series_in": "southsouth.graph.agreed",
    "trace_in": "southsouth.graph.agreed",
    "validate": "southsouth.graph.validation",
}

__getattr__ = handed_on(__name__, _PLACES)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
