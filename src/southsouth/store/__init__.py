"""Where the graph lives: an embedded Oxigraph store on disk, or a SPARQL endpoint."""

from __future__ import annotations

from southsouth.store.base import Store
from southsouth.store.dataset import GraphStore
from southsouth.store.remote import Endpoint
from southsouth.store.results import Answer

__all__ = ["Answer", "Endpoint", "GraphStore", "Store"]
