"""Across documents: names, the things that bear them, what happened to those, and when. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from southsouth.lazily import handed_on

if TYPE_CHECKING:
    from southsouth.things.calling import Called as Called
    from southsouth.things.calling import Life as Life
    from southsouth.things.calling import called_on as called_on
    from southsouth.things.evidence import KnownName as KnownName
    from southsouth.things.evidence import NameUse as NameUse
    from southsouth.things.evidence import Told as Told
    from southsouth.things.happenings import Happening as Happening
    from southsouth.things.identity import is_acronym as is_acronym
    from southsouth.things.knowledge import Knowledge as Knowledge
    from southsouth.things.knowledge import Learner as Learner
    from southsouth.things.knowledge import Roles as Roles
    from southsouth.things.knowledge import Series as Series
    from southsouth.things.knowledge import Thing as Thing
    from southsouth.things.knowledge import ThingName as ThingName
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
    from southsouth.things.usage import Attested as Attested
    from southsouth.things.usage import attested as attested

__all__ = [
    "BOUND_TERMS",
    "Attestation",
    "Attested",
    "Bounds",
    "Called",
    "Happening",
    "Knowledge",
    "KnownName",
    "Learner",
    "Life",
    "NameChange",
    "NameUse",
    "Roles",
    "Series",
    "SilentChange",
    "Thing",
    "ThingName",
    "Told",
    "all_bounds",
    "attested",
    "bounds_of",
    "called_on",
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
        "Attested": "southsouth.things.usage",
        "BOUND_TERMS": "southsouth.things.periods",
        "Bounds": "southsouth.things.periods",
        "Called": "southsouth.things.calling",
        "Life": "southsouth.things.calling",
        "called_on": "southsouth.things.calling",
        "Happening": "southsouth.things.happenings",
        "Knowledge": "southsouth.things.knowledge",
        "KnownName": "southsouth.things.evidence",
        "Learner": "southsouth.things.knowledge",
        "NameChange": "southsouth.things.periods",
        "NameUse": "southsouth.things.evidence",
        "Roles": "southsouth.things.knowledge",
        "Series": "southsouth.things.knowledge",
        "SilentChange": "southsouth.things.silent",
        "Thing": "southsouth.things.knowledge",
        "ThingName": "southsouth.things.knowledge",
        "Told": "southsouth.things.evidence",
        "all_bounds": "southsouth.things.periods",
        "attested": "southsouth.things.usage",
        "bounds_of": "southsouth.things.periods",
        "first_use": "southsouth.things.periods",
        "is_acronym": "southsouth.things.identity",
        "name_key": "southsouth.things.naming",
        "silent_changes": "southsouth.things.silent",
        "tighter": "southsouth.things.periods",
    },
)
