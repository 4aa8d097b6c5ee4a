"""Names that follow each other without a word, on invented uses."""

from __future__ import annotations

from datetime import date

import pytest

from southsouth.things import Attestation
from southsouth.things.silent import silent_changes, similarity

OLD, NEW, NEWEST = "fund#name-1", "fund#name-2", "fund#name-3"
NAMES = {"fund": [NEW, OLD, NEWEST]}
WORDS = {
    "r1#op1": "Invites gifts to the Wells Fund for digging",
    "r1#op2": "Notes the Wells Fund",
    "r2#op5": "Invites gifts to the Water Fund for digging",
    "r2#op6": "Thanks everyone at the Water Fund",
}


def use(name: str, year: int, provision: str = "r1#op1") -> Attestation:
    return Attestation(name, date(year, 5, 1), provision)


@pytest.mark.parametrize(
    ("uses", "stated", "expected"),
    [
        # one stops, the other starts
        ([use(OLD, 2001), use(OLD, 2003), use(NEW, 2005)], set(), [(OLD, NEW, 2003, 2005)]),
        # a document says so, with whatever force
        ([use(OLD, 2001), use(NEW, 2005)], {(OLD, NEW)}, []),
        # three names
        (
            [use(OLD, 2001), use(NEW, 2005), use(NEWEST, 2009)],
            set(),
            [(OLD, NEW, 2001, 2005), (NEW, NEWEST, 2005, 2009)],
        ),
        # both in use at once, or the old one goes on
        ([use(OLD, 2005), use(NEW, 2005)], set(), []),
        ([use(OLD, 2001), use(NEW, 2005), use(OLD, 2006), use(OLD, 2007)], set(), []),
        # the old name, looked back at
        (
            [use(OLD, 2001), use(NEW, 2005), use(OLD, 2006), use(NEW, 2007)],
            set(),
            [(OLD, NEW, 2001, 2005)],
        ),
        # one name only, a name of nothing
        ([use(OLD, 2001)], set(), []),
        ([use("other", 2001), use(NEW, 2005)], set(), []),
    ],
)
def test_what_use_shows(
    uses: list[Attestation],
    stated: set[tuple[str, str]],
    expected: list[tuple[str, str, int, int]],
) -> None:
    found = silent_changes(NAMES, uses, stated, lambda _: "")
    assert [(c.old, c.new, c.last_use.day.year, c.first_use.day.year) for c in found] == expected
    assert all(change.score is None for change in found)


def test_the_evidence_is_the_same_place_of_both_documents() -> None:
    uses = [
        use(OLD, 2001, "r1#op2"),
        use(OLD, 2001, "r1#op1"),
        use(NEW, 2005, "r2#op6"),
        use(NEW, 2005, "r2#op5"),
    ]
    (change,) = silent_changes(NAMES, uses, set(), WORDS.__getitem__)
    assert (change.last_use.provision, change.first_use.provision) == ("r1#op1", "r2#op5")
    assert change.score == 0.778  # seven of nine words


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [("a b", "B, a.", 1.0), ("a b", "c", 0.0), ("", "a", None), ("a", "…", None)],
)
def test_similarity(one: str, other: str, score: float | None) -> None:
    assert similarity(one, other) == score
