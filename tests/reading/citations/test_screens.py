"""Screens over all shared documents: no target that cannot be, none later than who cites it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from southsouth.errors import DocumentError
from southsouth.reading.citations import Citation
from southsouth.reading.documents import read_file
from southsouth.reading.reader import load_authority_records, read_to_the_end
from southsouth.reading.structure import Resolution
from southsouth.un.council_numbers import year_of_resolution
from southsouth.un.organs import can_have_adopted
from southsouth.un.symbols import Symbol
from southsouth.un.timeline import is_later, latest_day

pytestmark = [pytest.mark.slow, pytest.mark.shared]
FOLDERS = ("corpus/documents/*.txt", "wild/sc-texts/*.txt")
#: What the documents print so, letter by letter: misprints of theirs, by citing and cited symbol.
#: A symbol that is printed is kept as it is printed.
BY_NUMBER = {"organ-named", "organ-in-context", "named"}


@pytest.fixture(scope="module")
def cited(shared: Path) -> list[tuple[Resolution, Citation]]:
    authority = load_authority_records()

    def everything() -> Iterator[tuple[Resolution, Citation]]:
        for pattern in FOLDERS:
            for path in sorted(shared.glob(pattern)):
                try:
                    readings = read_to_the_end(path, read_file(path), authority)
                except DocumentError:
                    continue
                for reading in readings:
                    yield from ((reading.resolution, one) for one in reading.citations)

    return [pair for pair in everything() if pair[1].target is not None]


def cannot_be(target: Symbol) -> bool:
    found = re.fullmatch(r"S/RES/(\d+)\((\d{4})\)", target.text)
    if found:
        return year_of_resolution(int(found[1])) not in {0, int(found[2])}
    found = re.search(r"/(?:RES|DEC)/(?:E?S-)?\w+/(\d+)", target.text)
    number = int(found[1]) if found else 0
    decision = target.kind == "Decision"
    return not can_have_adopted(target.organ, target.session, number, decision=decision)


def test_no_target_that_cannot_be(cited: list[tuple[Resolution, Citation]]) -> None:
    assert len(cited) > 20_000
    wrong = {
        f"{resolution.symbol} cites {one.target}"
        for resolution, one in cited
        if one.how.value in BY_NUMBER
        and one.target
        and one.target.kind in {"Resolution", "Decision"}
        if cannot_be(one.target)
    }
    assert wrong == set()


def test_nothing_cites_what_is_later(cited: list[tuple[Resolution, Citation]]) -> None:
    wrong = {
        f"{resolution.symbol} cites {one.target}"
        for resolution, one in cited
        if one.how.value in BY_NUMBER and one.target
        if is_later(
            one.target,
            latest_day(resolution.symbol, resolution.front.adopted, resolution.front.distributed),
        )
    }
    assert wrong == set()
