"""From values to quads and back to text: IRIs, emission, serialisation."""

from __future__ import annotations
