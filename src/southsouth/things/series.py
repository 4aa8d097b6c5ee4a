"""Series of conferences, congresses and decades: what differs only in an ordinal. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from southsouth.things.naming import name_key
from southsouth.un.numerals import from_ordinal

#: An ordinal that begins the key of a name, and what is counted.
_COUNTED: Final = re.compile(
    r"(?P<ordinal>(?:[a-z]+y )?[a-z]+(?:st|nd|rd|th)|\d{1,2}(?:st|nd|rd|th)) (?P<rest>\w.*)"
)
#: What is held or proclaimed again and again; not "Second Committee".
_HELD: Final = re.compile(r"\b(?:conference|congress|summit|forum|decade|assembly|meeting)\b")


def member(name: str) -> tuple[str, int] | None:
    """The key of the series that a name is of, and its number there; None for no member.

    >>> member("Fourth World Conference on Wells")
    ('world conference on wells', 4)
    """
    found = _COUNTED.fullmatch(name_key(name))
    if found is None or not _HELD.search(found["rest"]):
        return None
    number = from_ordinal(found["ordinal"])
    return (found["rest"].removeprefix("united nations "), number) if number else None


def series_of(names: Mapping[str, Iterable[str]]) -> Mapping[str, list[tuple[int, str]]]:
    """The members of each series, by its key: number and thing. ``names`` gives the names of each
    thing (IRI). One that stands alone is no series."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for thing, own in names.items():
        for name in own:
            if told := member(name):
                found[told[0]].setdefault(thing, told[1])
    return {
        key: sorted((number, thing) for thing, number in members.items())
        for key, members in sorted(found.items())
        if len(members) > 1
    }
