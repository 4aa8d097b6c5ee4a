"""southsouth: United Nations resolutions as a knowledge graph of South-South cooperation."""

from __future__ import annotations

__version__ = "0.1.0"
