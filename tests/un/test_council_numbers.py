"""The year of a number of the Security Council."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from southsouth.un.council_numbers import SLIP, year_of_resolution


@pytest.mark.parametrize(
    ("number", "year"),
    [(1, 1946), (242, 1967), (1325, 2000), (1373, 2001), (2504, 2020), (2721, 2023), (0, 0),
     (99_999, 0)],
)  # fmt: skip
def test_a_number_tells_its_year(number: int, year: int) -> None:
    assert year_of_resolution(number) == year


def test_numbers_run_on_through_the_years() -> None:
    years = [year_of_resolution(number) for number in range(1, 2768)]
    assert years == sorted(years)
    assert set(years) == set(range(1946, 2025))


@pytest.mark.slow
@pytest.mark.shared
def test_the_years_that_documents_print(shared: Path) -> None:
    """Nearly all agree; what does not is a misprint, and most of those are off by a year or two."""
    found: Counter[int] = Counter()
    for path in (shared / "corpus" / "documents").glob("S_RES*.txt"):
        for number, year in re.findall(r"\b(\d{3,4}) \((\d{4})\)", path.read_text("utf-8")):
            known = year_of_resolution(int(number))
            found[abs(known - int(year)) if known else 0] += 1
    assert found[0] > 0.995 * found.total()
    assert sum(count for off, count in found.items() if 0 < off <= SLIP) > 0
