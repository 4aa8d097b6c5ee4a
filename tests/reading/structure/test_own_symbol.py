"""Which document a text is: its own symbol, in all ways of saying it."""

from __future__ import annotations

import pytest

from southsouth.errors import DocumentError
from southsouth.reading.documents import read_bytes
from southsouth.reading.structure import Resolution, parse_resolution
from southsouth.reading.structure.own_symbol import HEADINGS, symbol_of_name

ASSEMBLY, COUNCIL = "The General Assembly,", "The Security Council,"
HRC = "The Human Rights Council,"


def read(*blocks: str, name: str = "x") -> Resolution:
    return parse_resolution(read_bytes("\n\n".join(blocks).encode(), name))


@pytest.mark.parametrize(
    ("heading", "symbol", "organ"),
    [
        (words, symbol, row.organ)
        for row in HEADINGS
        if not row.bare
        for words, symbol in row.examples
    ],
)
def test_each_heading_tells_the_number_below_its_organ(
    heading: str, symbol: str, organ: str
) -> None:
    formula = COUNCIL if organ else ASSEMBLY
    found = read(heading, formula, "Noting wells,", "1. Decides to dig.")
    assert found.symbol.text == symbol


@pytest.mark.parametrize(
    ("heading", "symbol"),
    [example for row in HEADINGS if row.bare for example in row.examples],
)
def test_a_number_without_its_point_counts_below_who_adopted_it(heading: str, symbol: str) -> None:
    adopted = "Resolution adopted by the General Assembly"
    assert read(adopted, heading, ASSEMBLY, "Noting wells,").symbol.text == symbol
    with pytest.raises(DocumentError):
        read("Report", heading, "Noting wells,")


@pytest.mark.parametrize(
    ("blocks", "symbol"),
    [
        # a masthead: the line below, beside, in two sizes, in metadata
        (("United Nations\nA/80/901\nGeneral Assembly\nDistr.: General", "1. It."), "A/80/901"),
        (("United Nations          A/80/901\nGeneral Assembly", "1. It rains."), "A/80/901"),
        (("United Nations A/80/901", "1. It rains."), "A/80/901"),
        (("United Nations", "A", "/HRC/80/15", "General Assembly", "1. It."), "A/HRC/80/15"),
        (("---\nsymbol: A/RES/70/901\ntitle: Wells\n---", ASSEMBLY, "Noting,"), "A/RES/70/901"),
        # decisions: with the formula, and with the meeting that they report
        (("Decision adopted by the Human Rights Council", "59/112\nIt", HRC), "A/HRC/DEC/59/112"),
        (("59/112. Wells", HRC, "Adopts the outcome."), "A/HRC/DEC/59/112"),
        (("59/12. Wells", HRC, "Adopts the outcome."), "A/HRC/RES/59/12"),
        (
            ("66/590. Wells", "At its 93rd plenary meeting, on 22 December 2011, "
             "the General Assembly decided to dig."),
            "A/DEC/66/590",
        ),
        (("1924 (LX). Wells", "The Economic and Social Council,", "Noting,"), "E/RES/1924(LX)"),
        # a footnote's symbol, and one behind the formula, are those of others
        (("RESOLUTION 925 (1994)", COUNCIL, "Noting a letter, 1/", "1/ S/25962.", "S/25962."),
         "S/RES/925(1994)"),
    ],
)  # fmt: skip
def test_a_document_says_what_it_is(blocks: tuple[str, ...], symbol: str) -> None:
    assert read(*blocks).symbol.text == symbol


@pytest.mark.parametrize(
    "blocks",
    [
        ("33/190. Wells", "Nobody adopts this."),
        ("33/190. Wells ..... 12", ASSEMBLY, "Noting wells,"),
        (ASSEMBLY, "Noting wells,", "A/80/1"),
        ("The wells are deep (see\nA/80/1).",),
    ],
)
def test_what_does_not_say_what_it_is_is_refused(blocks: tuple[str, ...]) -> None:
    with pytest.raises(DocumentError, match="no UN document symbol"):
        read(*blocks)


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("A_RES_70_901.en.pdf", "A/RES/70/901"),
        ("A-RES-70-901.md", "A/RES/70/901"),
        ("S_RES_0901_1995_EN.txt", "S/RES/901(1995)"),
        ("A_RES_3901_XXIX.txt", "A/RES/3901(XXIX)"),
        ("S_2025_901_F.docx", "S/2025/901"),
        ("wells.txt", ""),
        ("g1012049.txt", ""),
        ("Report_2.pdf", ""),
    ],
)
def test_the_names_of_files(name: str, symbol: str) -> None:
    found = symbol_of_name(name)
    assert (found.text if found else "") == symbol


def test_a_symbol_that_only_the_name_tells_is_remarked() -> None:
    found = read("1. Wells are dug.", name="folder/A_80_901.txt")
    assert found.symbol.text == "A/80/901"
    assert found.remarks == ("the symbol A/80/901 is told by the file's name only",)
    assert not read("A/80/902", "1. Wells are dug.", name="A_80_901.txt").remarks


def test_a_text_that_became_front_matter_is_suspicious() -> None:
    words = "Wells are dug in the valley" + " and rivers run" * 5
    (remark,) = read("A/80/901", *[words] * 30).remarks
    assert remark.startswith("suspicious reading: 100% of the text became front matter, 0%")
    assert not read("A/80/901", *(f"{n}. {words}." for n in range(1, 31))).remarks
