"""Links to other vocabularies: proposed, reviewed by a person, then confirmed.

``things`` says what is to be linked, ``profiles`` how other vocabularies keep names and dates,
``asking`` asks them, ``match`` weighs what they answer, ``review`` writes the file that a person
reviews and reads it back. See docs/linking.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from southsouth.lazily import handed_on

if TYPE_CHECKING:
    from southsouth.linking.asking import Manners as Manners
    from southsouth.linking.asking import Memory as Memory
    from southsouth.linking.asking import ask as ask
    from southsouth.linking.asking import cache_folder as cache_folder
    from southsouth.linking.match import proposals as proposals
    from southsouth.linking.profiles import profile_for as profile_for
    from southsouth.linking.review import as_turtle as as_turtle
    from southsouth.linking.review import confirmed as confirmed
    from southsouth.linking.review import read_proposals as read_proposals
    from southsouth.linking.review import renewed as renewed
    from southsouth.linking.things import things_of as things_of

__all__ = [
    "Manners",
    "Memory",
    "as_turtle",
    "ask",
    "cache_folder",
    "confirmed",
    "profile_for",
    "proposals",
    "read_proposals",
    "renewed",
    "things_of",
]

__getattr__ = handed_on(
    __name__,
    {
        "Manners": "southsouth.linking.asking",
        "Memory": "southsouth.linking.asking",
        "as_turtle": "southsouth.linking.review",
        "ask": "southsouth.linking.asking",
        "cache_folder": "southsouth.linking.asking",
        "confirmed": "southsouth.linking.review",
        "profile_for": "southsouth.linking.profiles",
        "proposals": "southsouth.linking.match",
        "read_proposals": "southsouth.linking.review",
        "renewed": "southsouth.linking.review",
        "things_of": "southsouth.linking.things",
    },
)
