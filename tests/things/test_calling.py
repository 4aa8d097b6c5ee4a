"""What a chain of things was called on a day: certain, possible, or not there."""

from __future__ import annotations

from datetime import date

import pytest

from southsouth.things import Bounds, Called, Life, called_on


def day(year: int) -> date:
    return date(year, 1, 1)


def used(first: int, last: int) -> Bounds:
    return Bounds(None, day(first), day(last), None)


OLD = Life((("Old Office", used(1990, 1998)),), (None, day(1990)), (day(1998), None))
NEW = Life((("New Office", used(2002, 2010)),), (None, day(2002)), (day(2010), None))


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (1995, Called(("Old Office",))),
        (2000, Called((), ("New Office", "Old Office"))),
        (2005, Called(("New Office",))),
    ],
)
def test_what_begins_ends_what_was_there(year: int, expected: Called) -> None:
    assert called_on([OLD, NEW], day(year)) == expected


def test_what_begins_together_stays_together() -> None:
    one = Life((("Wells Tribunal", used(2000, 2010)),), (None, date(2000, 1, 1)))
    two = Life((("Lakes Tribunal", used(2000, 2010)),), (None, date(2000, 6, 1)))
    assert called_on([one, two], day(2005)).certain == ("Lakes Tribunal", "Wells Tribunal")


def test_a_founding_day_is_certain() -> None:
    life = Life((("Commission", used(2004, 2010)),), (day(2003), day(2003)))
    assert called_on([life], day(2002)) == Called()
    assert called_on([life], day(2005)) == Called(("Commission",))
    # between its founding and its first use it had the only name that is known of it
    assert called_on([life], date(2003, 6, 1)) == Called(("Commission",))


def test_a_name_that_nobody_uses_any_more_is_only_possible() -> None:
    life = Life((("Commission", used(2004, 2010)),), (day(2003), day(2003)))
    assert called_on([life], date(2010, 9, 1)) == Called(("Commission",))
    assert called_on([life], day(2015)) == Called((), ("Commission",))


def test_a_name_without_evidence_is_no_answer() -> None:
    assert called_on([Life((("Ghost", Bounds()),), (None, day(1990)))], day(2000)) == Called()


def test_between_request_and_use_both_are_possible() -> None:
    life = Life(
        (
            ("Old Fund", Bounds(None, day(1995), day(2005), day(2009))),
            ("New Fund", Bounds(day(2005), day(2009), day(2020), None)),
        ),
        (None, day(1995)),
        (day(2020), None),
    )
    assert called_on([life], day(2000)) == Called(("Old Fund",))
    assert called_on([life], day(2007)) == Called((), ("New Fund", "Old Fund"))
    assert called_on([life], day(2012)) == Called(("New Fund",))
