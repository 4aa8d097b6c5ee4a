"""In how many documents a name is used, and from when to when. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from southsouth.things.periods import Attestation


@dataclass(frozen=True, slots=True)
class Attested:
    """In how many dated documents a name (IRI) is used, and their first and last day."""

    name: str
    documents: int
    first: date
    last: date


def attested(
    uses: Iterable[Attestation], asked: AbstractSet[tuple[str, str]] = frozenset()
) -> list[Attested]:
    """The use of each name, by IRI. ``asked`` are names with the provisions that ask for them: the
    sentence that asks for a name does not yet use it."""
    documents: dict[str, dict[str, date]] = defaultdict(dict)
    for use in uses:
        if (use.name, use.provision) not in asked:
            documents[use.name][use.provision.partition("#")[0]] = use.day
    return [
        Attested(name, len(days), min(days.values()), max(days.values()))
        for name, days in sorted(documents.items())
    ]
