"""The graph as files for other tools."""

from __future__ import annotations
