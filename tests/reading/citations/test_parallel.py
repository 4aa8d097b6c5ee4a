"""Documents with two symbols: read, cited and looked up as one."""

from __future__ import annotations

import pytest

from southsouth.reading.citations import citations_in
from southsouth.reading.documents.read import read_bytes
from southsouth.reading.structure import Resolution, parse_resolution
from southsouth.un.symbols import parse_symbol


def read(text: str) -> Resolution:
    return parse_resolution(read_bytes(text.encode(), "wells.txt"))


def cited(words: str) -> list[tuple[str, tuple[str, ...]]]:
    text = f"A/RES/90/3\n\nThe General Assembly,\n\n1. Takes note of {words};\n"
    found = citations_in(read(text))
    return [(one.target.text, one.target.also) for one in found if one.target is not None]


@pytest.mark.parametrize(
    ("printed", "first", "also"),
    [
        ("A/88/701-S/2035/9", "A/88/701", ("S/2035/9",)),
        ("A/88/701–S/2035/9", "A/88/701", ("S/2035/9",)),
        ("S/2035/9 – A/88/701", "A/88/701", ("S/2035/9",)),
        ("A/88/701 S/2035/9", "A/88/701", ("S/2035/9",)),
        ("A/ES-10/901-S/2035/9", "A/ES-10/901", ("S/2035/9",)),
        ("E/CN.7/2035/12–E/CN.15/2035/12", "E/CN.7/2035/12", ("E/CN.15/2035/12",)),
        ("A/52/901-S/1997/1-E/1997/2", "A/52/901", ("S/1997/1", "E/1997/2")),
        ("DP-FPA/2035/1", "DP-FPA/2035/1", ()),
        ("A/HRC/S-12/1", "A/HRC/S-12/1", ()),
    ],
)
def test_symbols(printed: str, first: str, also: tuple[str, ...]) -> None:
    symbol = parse_symbol(printed)
    assert symbol is not None
    assert (symbol.text, symbol.also) == (first, also)
    assert symbol == parse_symbol(first)


def test_a_range_is_no_document() -> None:
    assert parse_symbol("S/2003/1-S/2003/9") is None
    assert cited("documents S/2003/1-S/2003/9") == [("S/2003/1", ()), ("S/2003/9", ())]


@pytest.mark.parametrize(
    "words",
    [
        "document A/88/701-S/2035/9, annex",
        "document A/88/701–S/2035/9",
        "document A/88/701 – S/2035/9",
        "document A/88/701 -S/2035/9",
        "document A/88/701-\nS/2035/9",
        "document A/88/701 S/2035/9",
        "the report (A/88/701–S/2035/9), para. 3",
    ],
)
def test_a_citation_by_both_is_one(words: str) -> None:
    assert cited(words) == [("A/88/701", ("S/2035/9",))]


def test_two_documents_stay_two() -> None:
    assert cited("documents A/88/701, S/2035/9") == [("A/88/701", ()), ("S/2035/9", ())]


@pytest.mark.parametrize(
    "head",
    [
        "A/88/701–S/2035/9",
        "A/88/701\nS/2035/9",
        "United Nations\nA/88/701\nS/2035/9\nGeneral Assembly",
        "United Nations\n\nA/88/701\n\nS/2035/9\n\nDistr.: General",
    ],
)
def test_a_masthead(head: str) -> None:
    resolution = read(f"{head}\n\n1. I write of wells, as in S/2035/9 and S/2035/8.\n")
    assert (resolution.symbol.text, resolution.symbol.also) == ("A/88/701", ("S/2035/9",))
    assert [str(one.target) for one in citations_in(resolution)] == ["S/2035/8"]


def test_an_addendum_below_is_no_second_symbol() -> None:
    assert read("A/88/701\n\nA/88/701/Add.1\n\n1. Wells.\n").symbol.also == ()
