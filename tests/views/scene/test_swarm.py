"""The map's places: no two nodes overlap, time goes right, the same input gives the same places."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.views.scene.swarm import PROPORTIONS, Spot, arrange, radius_of, time_of

TIMES = st.one_of(st.none(), st.floats(1946, 2026), st.just(2010.95))
SPOTS = st.lists(
    st.tuples(st.integers(0, 3), TIMES, st.integers(0, 3000)), min_size=1, max_size=120
).map(
    lambda rows: [
        Spot(lane, time, radius_of(cited), f"{at:03}")
        for at, (lane, time, cited) in enumerate(rows)
    ]
)


@given(SPOTS, st.sampled_from(sorted(PROPORTIONS)))
def test_nodes_never_overlap_and_stay_in_their_lane(spots: list[Spot], shape: str) -> None:
    where = arrange(spots, 4, shape)
    for one in range(len(spots)):
        top, bottom = where.lanes[spots[one].lane]
        assert top < where.y[one] - spots[one].radius
        assert where.y[one] + spots[one].radius < bottom
        for other in range(one):
            apart = math.hypot(where.x[one] - where.x[other], where.y[one] - where.y[other])
            assert apart > spots[one].radius + spots[other].radius - 0.2
    assert where == arrange(spots, 4, shape)


@given(SPOTS)
def test_a_node_stands_in_its_year(spots: list[Spot]) -> None:
    where = arrange(spots, 4, "wide")
    for x, spot in zip(where.x, spots, strict=True):
        if spot.time is None:
            assert where.undated <= x < 0
        else:
            assert where.at(int(spot.time)) <= x <= where.at(int(spot.time) + 1)


def test_in_a_year_time_goes_right() -> None:
    spots = [Spot(0, 2005 + month / 12, 2.2, str(month)) for month in range(12)]
    spots += [Spot(0, 1990.5, 2.2, "x"), Spot(0, 2020.5, 2.2, "y")]
    where = arrange(spots, 1, "wide")
    assert list(where.x[:12]) == sorted(where.x[:12])


@pytest.mark.parametrize(
    ("day", "time"),
    [
        ("", None),
        ("2005", 2005.5),
        ("2005-12-31", 2005.999),
        ("2005-01-01", 2005.001),
        ("2005-07", 2005.54),
    ],
)
def test_days_are_times(day: str, time: float | None) -> None:
    assert time_of(day) == (None if time is None else pytest.approx(time, abs=0.003))


def test_what_is_cited_more_is_larger() -> None:
    sizes = [radius_of(cited) for cited in (0, 1, 10, 100, 100_000)]
    assert sizes == sorted(set(sizes))
