"""The graph: quads made from values, where they are kept, asked, validated and reasoned with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from southsouth.lazily import handed_on

if TYPE_CHECKING:
    from southsouth.graph.inference import infer as infer
    from southsouth.graph.queries.library import all_queries as all_queries
    from southsouth.graph.queries.library import ask as ask
    from southsouth.graph.store.base import Store as Store
    from southsouth.graph.store.dataset import GraphStore as GraphStore
    from southsouth.graph.store.remote import Endpoint as Endpoint
    from southsouth.graph.validation import validate as validate

__all__ = [
    "Endpoint",
    "GraphStore",
    "Store",
    "all_queries",
    "ask",
    "infer",
    "validate",
]

__getattr__ = handed_on(
    __name__,
    {
        "Endpoint": "southsouth.graph.store.remote",
        "GraphStore": "southsouth.graph.store.dataset",
        "Store": "southsouth.graph.store.base",
        "all_queries": "southsouth.graph.queries.library",
        "ask": "southsouth.graph.queries.library",
        "infer": "southsouth.graph.inference",
        "validate": "southsouth.graph.validation",
    },
)
