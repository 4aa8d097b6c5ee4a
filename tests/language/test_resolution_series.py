"""Which resolution continues which."""

from __future__ import annotations

from datetime import date

import pytest

from southsouth.language.resolution_series import Entry, all_series, organ_of, series_of


def entry(number: str, title: str = "", *recitals: str, item: str = "") -> Entry:
    session = int(number.partition("/")[0])
    return Entry(
        f"A/RES/{number}",
        date(1945 + session, 12, 1),
        title,
        frozenset({item} - {""}),
        tuple(tuple(f"A/RES/{name}" for name in recital.split()) for recital in recitals),
    )


def members(*entries: Entry) -> list[list[tuple[str, str]]]:
    return [
        [(m.document.removeprefix("A/RES/"), m.because) for m in series.members]
        for series in all_series(entries)
    ]


WELLS = "Wells for every village"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([entry("62/9", WELLS), entry("60/1", WELLS)], [[("60/1", "title"), ("62/9", "title")]]),
        ([entry("60/1", WELLS), entry("62/9", "Lakes of the south")], []),
        # a title that changed a little counts where the predecessor is recalled
        (
            [entry("60/1", WELLS), entry("62/9", "Wells for every other village", "60/1")],
            [[("60/1", "recalled"), ("62/9", "recalled")]],
        ),
        ([entry("60/1", WELLS), entry("62/9", "Wells for every other village")], []),
        # a title that changed wholly, where the item stayed
        (
            [entry("60/1", "Digging", item="wells"), entry("62/9", WELLS, "60/1", item="wells")],
            [[("60/1", "recalled"), ("62/9", "recalled")]],
        ),
        ([entry("60/1", "Session"), entry("62/9", "Session")], []),
    ],
)
def test_who_continues_whom(entries: list[Entry], expected: list[list[tuple[str, str]]]) -> None:
    assert members(*entries) == expected
    assert members(*reversed(entries)) == expected


def test_organs_do_not_mix() -> None:
    other = Entry("E/RES/2005/1", date(2005, 7, 1), WELLS)
    assert all_series([entry("60/1", WELLS), other]) == []
    assert organ_of("A/RES/60/1") == "A/RES"
    assert organ_of("S/PRST/2004/36") == ""


def test_gaps_are_named_beside_the_members() -> None:
    texts = [
        entry("58/1", WELLS),
        entry("60/1", WELLS),
        entry("62/1", WELLS),
        entry("66/1", WELLS, "58/1 60/1 62/1 64/7", "70/9"),
    ]
    (series,) = all_series(texts)
    assert [member.document for member in series.gaps] == ["A/RES/64/7"]
    assert series.latest.document == "A/RES/66/1"
    after = series.after("A/RES/62/1")
    assert after is not None
    assert after.document == "A/RES/64/7"
    assert series.after("A/RES/66/1") is None
    assert series_of([series])["A/RES/64/7"] == "A/RES/58/1"
