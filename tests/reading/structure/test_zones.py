"""The zones of a document, and what leads from one to the next."""

from __future__ import annotations

import pytest

from southsouth.reading.structure.zones import TRANSITIONS, Met, Zone, after


@pytest.mark.parametrize("met", Met)
def test_all_that_may_be_met_has_one_row(met: Met) -> None:
    assert [row[0] for row in TRANSITIONS].count(met) == 1


@pytest.mark.parametrize("zone", Zone)
def test_every_zone_can_be_reached_and_left(zone: Zone) -> None:
    assert zone in {to for _, _, to in TRANSITIONS}
    assert {after(zone, met) for met in Met} - {zone}


@pytest.mark.parametrize(
    ("zone", "met", "then"),
    [
        (Zone.FRONT, Met.FORMULA, Zone.PREAMBLE),
        (Zone.PREAMBLE, Met.ACT, Zone.OPERATIVE),
        (Zone.ANNEX, Met.FORMULA, Zone.ANNEX),
        (Zone.ANNEX, Met.ACT, Zone.ANNEX),
        (Zone.TEXT, Met.DECISIONS, Zone.TEXT),
        (Zone.OPERATIVE, Met.RECITAL, Zone.OPERATIVE),
        (Zone.CLOSING, Met.NEXT_TITLE, Zone.FRONT),
        (Zone.ATTACHED, Met.ACT, Zone.OPERATIVE),
    ],
)
def test_what_follows(zone: Zone, met: Met, then: Zone) -> None:
    assert after(zone, met) is then
