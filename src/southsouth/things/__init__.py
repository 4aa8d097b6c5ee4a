"""Across documents: when a name was in use, which request later use fulfilled. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from southsouth.lazily import handed_on

if TYPE_CHECKING:
    from southsouth.things.identity import is_acronym as is_acronym
    from southsouth.things.naming import name_key as name_key
    from southsouth.things.periods import BOUND_TERMS as BOUND_TERMS
    from southsouth.things.periods import Attestation as Attestation
    from southsouth.things.periods import Bounds as Bounds
    from southsouth.things.periods import NameChange as NameChange
    from southsouth.things.periods import all_bounds as all_bounds
    from southsouth.things.periods import bounds_of as bounds_of
    from southsouth.things.periods import first_use as first_use
    from southsouth.things.periods import tighter as tighter
    from southsouth.things.silent import SilentChange as SilentChange
    from southsouth.things.silent import silent_changes as silent_changes

__all__ = [
    "BOUND_TERMS",
    "Attestation",
    "Bounds",
    "NameChange",
    "SilentChange",
    "all_bounds",
    "bounds_of",
    "first_use",
    "is_acronym",
    "name_key",
    "silent_changes",
    "tighter",
]

__getattr__ = handed_on(
    __name__,
    {
        "Attestation": "southsouth.things.periods",
        "BOUND_TERMS": "southsouth.things.periods",
        "Bounds": "southsouth.things.periods",
        "NameChange": "southsouth.things.periods",
        "SilentChange": "southsouth.things.silent",
        "all_bounds": "southsouth.things.periods",
        "bounds_of": "southsouth.things.periods",
        "first_use": "southsouth.things.periods",
        "is_acronym": "southsouth.things.identity",
        "name_key": "southsouth.things.naming",
        "silent_changes": "southsouth.things.silent",
        "tighter": "southsouth.things.periods",
    },
)
