"""Where the graph lives: an embedded Oxigraph store on disk, or a SPARQL endpoint."""

from __future__ import annotations

from southsouth.graph.store.base import Store
from southsouth.graph.store.dataset import GraphStore
from southsouth.graph.store.remote import Endpoint
from southsouth.graph.store.results import Answer

__all__ = ["Answer", "Endpoint", "GraphStore", "Store"]
