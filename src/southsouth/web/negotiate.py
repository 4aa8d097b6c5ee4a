"""Content negotiation: which of our formats a client wants (RFC 9110 §12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from southsouth.graph.rdf.formats import BY_RANK

#: One range of an Accept header with its parameters (RFC 9110 §12.5.1).
_RANGE: Final = re.compile(r"\s*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)\s*((?:;[^,]*)?)\s*")
_QUALITY: Final = re.compile(
    r";\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*(?:;|$)", re.IGNORECASE
)
_PARAMETER: Final = re.compile(r";\s*(?!q\s*=)[^;=\s]+\s*=", re.IGNORECASE)
#: Parameters that change nothing for us: everything is UTF-8, JSON-LD has one profile.
_HARMLESS: Final = re.compile(
    r";\s*(?:charset\s*=\s*\"?utf-?8\"?|profile\s*=\s*\"[^\"]*\")", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A format that we can write: its names in ``?format=``, and one of its media types."""

    name: str
    media_type: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Wish:
    major: str
    minor: str
    quality: float

    def fits(self, media_type: str) -> int:
        """How exactly the range names a media type: 0 not at all, 3 by name."""
        major, _, minor = media_type.partition("/")
        if (self.major, self.minor) == (major, minor):
            return 3
        if self.major == major and self.minor == "*":
            return 2
        return 1 if (self.major, self.minor) == ("*", "*") else 0


def _wishes(accept: str) -> list[_Wish]:
    wishes = []
    for entry in accept.lower().split(","):
        found = _RANGE.fullmatch(_HARMLESS.sub("", entry))
        if found is None or _PARAMETER.search(found[3]):
            continue  # not a range, or one with a parameter that none of our types has
        quality = _QUALITY.search(found[3])
        wishes.append(_Wish(found[1], found[2], float(quality[1]) if quality else 1.0))
    return wishes


def choose(accept: str | None, offers: Sequence[Offer]) -> Offer | None:
    """The offer that an Accept header wants most; None where it wants none of them.

    The most exact range decides an offer's quality; of equally wanted ones the first of
    ``offers`` is taken. Without a header the client takes anything.
    """
    if accept is None or not accept.strip():
        return offers[0] if offers else None
    wishes = _wishes(accept)
    best: tuple[float, Offer] | None = None
    for offer in offers:
        fitting = [(wish.fits(offer.media_type), wish.quality) for wish in wishes]
        exactness, quality = max(fitting, default=(0, 0.0))
        if exactness and quality > (best[0] if best else 0.0):
            best = quality, offer
    return best[1] if best else None


def named(name: str, offers: Sequence[Offer]) -> Offer | None:
    """The offer that ``?format=`` names, by name, alias or media type."""
    wanted = name.strip().lower().replace(" ", "+")  # a "+" that a form has decoded
    for offer in offers:
        if wanted in {offer.name, offer.media_type, *offer.aliases}:
            return offer
    return None


#: Results of SELECT and ASK (SPARQL 1.1 Query Results JSON, XML, CSV and TSV).
RESULT_OFFERS: Final = (
    Offer("json", "application/sparql-results+json", ("srj",)),
    Offer("json", "application/json"),
    Offer("xml", "application/sparql-results+xml", ("srx",)),
    Offer("xml", "application/xml"),
    Offer("xml", "text/xml"),
    Offer("csv", "text/csv"),
    Offer("tsv", "text/tab-separated-values"),
)
#: Graphs.
GRAPH_OFFERS: Final = tuple(Offer(row.name, row.media_type, row.aliases) for row in BY_RANK)
HTML: Final = Offer("html", "text/html", ("xhtml",))
#: What a page of the graph is offered in.
PAGE_OFFERS: Final = (HTML, *GRAPH_OFFERS)
