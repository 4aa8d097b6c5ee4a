"""Which symbols belong to a series that can be fetched as a whole: the table ``SERIES_LISTS``."""

from __future__ import annotations

from typing import Final

from southsouth.errors import SouthSouthError

#: Resolutions of the General Assembly on South-South cooperation.
#:
#: Where each was verified: "title", its title in graph/authority/documents.ttl and
#: facts.yaml; "text", a text of it that was read; "recalled", no title was read, but a resolution
#: entitled "South-South cooperation" recalls it among those "relevant to South-South cooperation".
SERIES_LISTS: Final[dict[str, tuple[str, ...]]] = {
    "south-south": (
        "A/RES/58/220",  # text: titled "Economic and technical cooperation among developing
        # countries", on South-South cooperation from its first paragraph
        "A/RES/60/212",  # title, text
        "A/RES/62/209",  # recalled by A/RES/68/230; convenes the High-level Conference on
        # South-South Cooperation (A/RES/64/1, TD/442 para. 21)
        "A/RES/64/222",  # title, text: the Nairobi outcome document
        "A/RES/66/219",  # recalled by A/RES/68/230
        "A/RES/67/227",  # recalled by A/RES/68/230
        "A/RES/68/230",  # title, text
        "A/RES/69/239",  # recalled by A/RES/72/237; mandate of the guidelines on support to
        # South-South cooperation (SSC/19/3, in facts.yaml)
        "A/RES/70/222",  # title, text
        "A/RES/71/244",  # title
        "A/RES/71/318",  # title: second High-level Conference on South-South Cooperation
        "A/RES/72/237",  # title, text
        "A/RES/73/249",  # title
        "A/RES/73/291",  # title: the Buenos Aires outcome document
        "A/RES/74/239",  # title, text
        "A/RES/75/234",  # title
        "A/RES/76/221",  # title, text
        "A/RES/77/185",  # title
        "A/RES/78/167",  # title, text
        "A/RES/79/236",  # title, text
    ),
}


def series_symbols(name: str) -> tuple[str, ...]:
    """The symbols of the series ``name``. Raises SouthSouthError where there is no such list."""
    try:
        return SERIES_LISTS[name]
    except KeyError:
        known = ", ".join(sorted(SERIES_LISTS))
        raise SouthSouthError(f"{name}: no list of that name; there is {known}") from None
