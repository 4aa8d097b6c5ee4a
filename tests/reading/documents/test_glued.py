"""Paragraphs that no empty line parts."""

from __future__ import annotations

import re

import pytest

from southsouth.reading.documents import read_bytes
from southsouth.reading.documents.glued import SEAMS, Seam


def lines(text: str) -> list[str]:
    document = read_bytes(text.encode(), "x")
    return [document.words(block) for block in document.blocks]


@pytest.mark.parametrize("seam", SEAMS, ids=lambda seam: seam.name)
def test_a_seam_fits_its_example_and_no_other(seam: Seam) -> None:
    for (above, below), fits in ((seam.example, True), (seam.counter, False)):
        found = re.search(seam.above, above) and re.match(seam.below, below)
        assert bool(found) is fits


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("The General Assembly,\nNoting wells,\n\n1. Digs.",
         ["The General Assembly,", "Noting wells,", "1. Digs."]),
        ("1. Digs wells\nand rivers;\n2. Decides to go on.\n3. Requests",
         ["1. Digs wells\nand rivers;", "2. Decides to go on.", "3. Requests"]),
        # a number that does not follow, or in the middle of a sentence, is of the sentence
        ("1. Digs, as in\n2. Wells;", ["1. Digs, as in\n2. Wells;"]),
        ("1. Digs;\n7. Wells;", ["1. Digs;\n7. Wells;"]),
        ("Noting wells,\nRecalling rivers,", ["Noting wells,\nRecalling rivers,"]),
        ("A/RES/70/901\nResolution adopted by the General Assembly\n70/901. Wells\n"
         "The General Assembly,\nNoting wells,\nRecalling rivers\nof the South,\n1. Digs.\n"
         "12th plenary meeting",
         ["A/RES/70/901", "Resolution adopted by the General Assembly", "70/901. Wells",
          "The General Assembly,", "Noting wells,", "Recalling rivers\nof the South,", "1. Digs.",
          "12th plenary meeting"]),
    ],
)  # fmt: skip
def test_blocks(text: str, blocks: list[str]) -> None:
    assert lines(text) == blocks
