"""The bounds that evidence gives for the use of a name."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.things import Attestation, Bounds, NameChange, bounds_of
from southsouth.things.periods import all_bounds, first_use
from southsouth.things.silent import SilentChange

OLD, NEW = "Voluntary Fund for Wells", "United Nations Fund for Water"


def day(year: int) -> date:
    return date(year, 5, 1)


def use(name: str, year: int, provision: str = "op1") -> Attestation:
    return Attestation(name, day(year), provision)


def change(force: str, year: int, old: str = OLD, new: str = NEW) -> NameChange:
    return NameChange(f"event-{year}", old, new, force, day(year))


NOTHING = Bounds()


@pytest.mark.parametrize(
    ("uses", "changes", "old", "new"),
    [
        ([], [], NOTHING, NOTHING),
        # use only
        ([use(OLD, 2001)], [], Bounds(None, day(2001), day(2001), None), NOTHING),
        ([use(OLD, 2003), use(OLD, 2001)], [], Bounds(None, day(2001), day(2003), None), NOTHING),
        # a change that was decided
        (
            [],
            [change("decided", 2005)],
            Bounds(None, None, day(2005), day(2005)),
            Bounds(day(2005), day(2005), None, None),
        ),
        (
            [use(OLD, 2001), use(NEW, 2007)],
            [change("decided", 2005)],
            Bounds(None, day(2001), day(2005), day(2005)),
            Bounds(day(2005), day(2005), day(2007), None),
        ),
        # a change that was asked for, and not seen yet
        (
            [use(OLD, 2001)],
            [change("requested", 2005)],
            Bounds(None, day(2001), day(2005), None),
            Bounds(day(2005), None, None, None),
        ),
        # the request names the new name itself, and that is no use of it
        (
            [use(OLD, 2005), use(NEW, 2005)],
            [change("requested", 2005)],
            Bounds(None, day(2005), day(2005), None),
            Bounds(day(2005), None, None, None),
        ),
        # a change that was asked for, and seen
        (
            [use(OLD, 2001), use(NEW, 2009), use(NEW, 2011)],
            [change("requested", 2005)],
            Bounds(None, day(2001), day(2005), day(2009)),
            Bounds(day(2005), day(2009), day(2011), None),
        ),
        # the old name lives on for a while
        (
            [use(OLD, 2007), use(NEW, 2009)],
            [change("requested", 2005)],
            Bounds(None, day(2007), day(2007), day(2009)),
            Bounds(day(2005), day(2009), day(2009), None),
        ),
        # an old name that is quoted later has ended all the same
        (
            [use(OLD, 2001), use(OLD, 2015)],
            [change("decided", 2005)],
            Bounds(None, day(2001), day(2005), day(2005)),
            Bounds(day(2005), day(2005), None, None),
        ),
    ],
)
def test_bounds(
    uses: list[Attestation], changes: list[NameChange], old: Bounds, new: Bounds
) -> None:
    assert bounds_of(OLD, uses, changes) == old
    assert bounds_of(NEW, uses, changes) == new
    found = all_bounds([OLD, NEW], iter(uses), iter(changes))
    assert found == {n: b for n, b in ((OLD, old), (NEW, new)) if b != NOTHING}


def test_a_name_between_two_changes() -> None:
    changes = [change("decided", 2001, OLD, "Wells Fund"), change("decided", 2005, "Wells Fund")]
    assert bounds_of("Wells Fund", [], changes) == Bounds(
        day(2001), day(2001), day(2005), day(2005)
    )


@pytest.mark.parametrize(
    ("uses", "found"),
    [
        ([], None),
        ([use(NEW, 2005)], None),
        ([use(OLD, 2007)], None),
        ([use(NEW, 2009), use(NEW, 2007), use(NEW, 2005)], use(NEW, 2007)),
        ([use(NEW, 2007, "op2"), use(NEW, 2007, "op1")], use(NEW, 2007, "op1")),
    ],
)
def test_first_use_is_later_than_the_request(
    uses: list[Attestation], found: Attestation | None
) -> None:
    assert first_use(NEW, uses, day(2005)) == found


DAYS = st.dates(min_value=date(1946, 1, 1), max_value=date(2030, 1, 1))
NAMES = st.sampled_from(["a", "b", "c"])
USES = st.lists(st.builds(Attestation, NAMES, DAYS, st.just("op1")), max_size=8)
CHANGES = st.lists(
    st.builds(
        NameChange, st.just("e"), NAMES, NAMES, st.sampled_from(["decided", "requested"]), DAYS
    ),
    max_size=4,
)


@given(NAMES, USES, CHANGES)
def test_any_evidence_gives_bounds(
    name: str, uses: list[Attestation], changes: list[NameChange]
) -> None:
    found = bounds_of(name, uses, changes)
    if found.end_not_before and found.end_not_after:
        assert found.end_not_before <= found.end_not_after
    assert found == bounds_of(name, uses[::-1], changes[::-1])


@given(
    DAYS,
    st.integers(1, 9999),
    st.lists(st.tuples(DAYS, st.booleans()), max_size=8),
    st.sampled_from(["decided", "requested"]),
)
def test_consistent_evidence_gives_ordered_bounds(
    changed: date, lag: int, days: list[tuple[date, bool]], force: str
) -> None:
    """One change, the old name used until it takes effect, the new one from then on."""
    effective = changed if force == "decided" else changed + timedelta(days=lag)
    uses = [Attestation(NEW if d >= effective else OLD, d, "op1") for d, _ in days if d != changed]
    changes = [NameChange("e", OLD, NEW, force, changed)]
    old, new = bounds_of(OLD, uses, changes), bounds_of(NEW, uses, changes)
    for bounds in (old, new):
        known = [
            d
            for d in (
                bounds.start_not_before,
                bounds.start_not_after,
                bounds.end_not_before,
                bounds.end_not_after,
            )
            if d
        ]
        assert known == sorted(known)
    assert old.end_not_before
    assert old.end_not_before <= effective
    assert old.end_not_after is None or old.end_not_after >= effective
    assert new.start_not_before is not None
    assert new.start_not_before <= effective
    assert new.start_not_after is None or new.start_not_after >= effective


def test_a_silent_change_bounds_both_names() -> None:
    uses = [use(OLD, 2001), use(OLD, 2003), use(NEW, 2007), use(OLD, 2009)]
    silent = SilentChange(OLD, NEW, use(OLD, 2003), use(NEW, 2007), None)
    bounds = all_bounds([OLD, NEW], uses, [], [silent])
    assert bounds[OLD] == Bounds(None, day(2001), day(2003), day(2007))
    assert bounds[NEW] == Bounds(day(2003), day(2007), day(2007), None)


def test_a_change_known_to_have_been_made() -> None:
    uses = [
        Attestation("old", date(2000, 1, 1), "d/1#op1"),
        Attestation("new", date(2004, 1, 1), "d/2#op1"),
        Attestation("old", date(2005, 1, 1), "d/3#op1"),
    ]
    changes = [NameChange("d/3#e1", "old", "new", "known", date(2006, 1, 1))]
    found = all_bounds(["old", "new"], uses, changes)
    assert found["old"] == Bounds(None, date(2000, 1, 1), date(2000, 1, 1), date(2004, 1, 1))
    assert found["new"] == Bounds(None, date(2004, 1, 1), date(2004, 1, 1), None)


def test_a_change_reported_with_its_day_is_one_of_that_day() -> None:
    changes = [NameChange("d/3#e1", "old", "new", "reported", date(2006, 1, 1))]
    found = all_bounds(["old", "new"], [], changes)
    assert found["old"].end_not_after == found["new"].start_not_after == date(2006, 1, 1)
