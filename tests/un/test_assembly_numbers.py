"""The numbers of the Assembly's resolutions against the documents that bear them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from southsouth.un.assembly_numbers import can_be_of_session
from southsouth.un.numerals import from_roman


@pytest.mark.parametrize(
    ("number", "session", "can"),
    [(1, 1, True), (217, 3, True), (2625, 25, True), (1104, 11, True), (3538, 30, True),
     (456, 14, False), (217, 8, False), (2625, 24, False), (13, 2, False)],
)  # fmt: skip
def test_a_number_and_its_session(number: int, session: int, can: bool) -> None:
    assert can_be_of_session(number, session) is can


def test_each_document_of_the_corpus_can_be(shared: Path) -> None:
    names = [path.stem for path in (shared / "corpus" / "documents").glob("A_RES_*(*).txt")]
    found = [re.search(r"A_RES_(\d+)[A-Z]?_?\(([IVX]+)\)", name) for name in names]
    numbers = [(int(one[1]), from_roman(one[2]) or 0) for one in found if one]
    assert len(numbers) > 20
    assert all(can_be_of_session(*one) for one in numbers)
