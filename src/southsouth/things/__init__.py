"""Across documents: when a name was in use, and which request was fulfilled by use."""

from __future__ import annotations

from southsouth.things.periods import Attestation, Bounds, NameChange, bounds_of

__all__ = ["Attestation", "Bounds", "NameChange", "bounds_of"]
