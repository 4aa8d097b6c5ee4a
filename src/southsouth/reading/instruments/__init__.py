"""Instruments and bodies: which are mentioned under which name, and what happens to them."""

from __future__ import annotations

from southsouth.reading.instruments.authority import Authority, Name, Thing, load_authority
from southsouth.reading.instruments.events import Event, events_in
from southsouth.reading.instruments.mentions import Mention, Mentions, mentions_in

__all__ = [
    "Authority",
    "Event",
    "Mention",
    "Mentions",
    "Name",
    "Thing",
    "events_in",
    "load_authority",
    "mentions_in",
]
