"""Citations that spell out what they cite: symbols, also two of one document, treaties,
publications. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from southsouth.reading.citations.grammar import Candidate
from southsouth.reading.citations.lists import Item
from southsouth.un.symbols import Symbol, parse_symbol

#: A second symbol of the same document behind the first: "A/79/701–S/2025/9", with spaces or not;
#: with a space alone only the Security Council's behind the Assembly's.
_SECOND: Final = re.compile(
    r"(?:\s?[-–—]\s?(?=[A-Z]{1,8}(?:\.\d+)?/)|(?<=\d)\s(?=S/(?:19|20)\d\d/\d))"
    r"[A-Z]{1,8}[A-Za-z0-9./]*/[A-Za-z0-9.]*\d(?![A-Za-z0-9_/])"
)


_DASH_IN_RANGE: Final = re.compile(r"(?<=\d)-(?=[A-Z]{1,8}(?:\.\d+)?/)")


def with_parallel(
    found: list[Item | Candidate], text: str, limit: int
) -> Iterator[Item | Candidate]:
    """``found``, two symbols of one document as one candidate, and the two ends of a range of
    documents ("S/2003/1-S/2003/9") as two."""
    taken = -1
    for one in found:
        if one.start < taken:
            continue
        if isinstance(one, Candidate) and one.form == "symbol":
            end = one.end
            dash = _DASH_IN_RANGE.search(text, one.start, end)
            if dash and parse_symbol(text[one.start : end]) is None:
                yield one._replace(end=dash.start())
                yield one._replace(start=dash.end())
                continue
            while (second := _SECOND.match(text, end, limit)) and parse_symbol(
                text[one.start : second.end()]
            ):
                end = second.end()
            taken = end
            yield one._replace(end=end)
        else:
            yield one


def explicit(found: Candidate, language: str, text: str) -> Symbol | None:
    """The symbol that a candidate spells out; None where it is none."""
    if found.form == "treaty":
        return parse_symbol(f"UNTS/{found.match['volume']}/{found.match['treaty']}")
    if found.form == "prst":
        number = found.match["prst"]
        return parse_symbol(f"{'S' if number[:4].isdigit() else 'A/HRC'}/PRST/{number}")
    if found.form == "publication":
        sales = found.match["sales"]
        # the first letter is the edition's language; the publication is the same in all six
        return parse_symbol(f"SALES/{sales if language == 'en' else 'E' + sales[1:]}")
    return parse_symbol(text[found.start : found.end].rstrip(".-/"))


def same_series(ibid: Candidate) -> Symbol | None:
    """The treaty of "Ibid., vol. 2225, No. 39574"; None for a plain Ibid."""
    volume, number = ibid.match["same_volume"], ibid.match["same_treaty"]
    return parse_symbol(f"UNTS/{volume}/{number}") if volume else None
