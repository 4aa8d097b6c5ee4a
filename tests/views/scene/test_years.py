"""When a document is from, by its symbol and by what is known of it."""

from __future__ import annotations

import pytest

from southsouth.views.scene.years import HOW, SYMBOL_TIMES, by_symbol, placed


@pytest.mark.parametrize(
    ("symbol", "day"), [pair for rule in SYMBOL_TIMES for pair in rule.examples]
)
def test_every_rule_reads_its_examples(symbol: str, day: str) -> None:
    assert by_symbol(symbol) == day


@pytest.mark.parametrize(
    "symbol",
    [
        "A/9946",
        "S/23500",
        "UNTS/2187/38544",
        "A/CONF.215/2",
        "A/HRC/RES/75/180",
        "A/RES/1(IIX)",
        "A/RES/S-21/2",
    ],
)
def test_what_tells_no_time_has_none(symbol: str) -> None:
    assert by_symbol(symbol) == ""


@pytest.mark.parametrize(
    ("given", "day", "known"),
    [
        (("A/RES/60/212", "2005-12-22", "2006-03-27", "2005-12-01"), "2005-12-22", "adopted"),
        (("A/RES/60/212", "", "2006-03-27", "2005-12-01"), "2006-03-27", "distributed"),
        (("A/RES/60/212", "", "", "2005-12-22"), "2005-12-22", "printed"),
        (("A/RES/60/212", "", "", "1998-12-22"), "2005-12", "symbol"),  # a day of something else
        (("A/9946", "", "", "1975-01-05"), "1975-01-05", "printed"),
        (("A/9946", "", "", ""), "", ""),
    ],
)
def test_the_surest_day_counts(given: tuple[str, ...], day: str, known: str) -> None:
    assert placed(*given) == (day, known)
    assert known in HOW
