"""The timeline: where bars and marks stand, and what the files hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser

from southsouth.views.timeline import LEFT, RIGHT, WIDTH, Lane, as_html, as_svg, draw

HOSTILE = "<script>window.pwned = 1</script>\"'&"
SVG = "{http://www.w3.org/2000/svg}"


def name(form: str, *bounds: str, status: str = "official name") -> dict[str, str]:
    terms = ("startNotBefore", "startNotAfter", "endNotBefore", "endNotAfter")
    filled = dict(zip(terms, (*bounds, "", "", "", ""), strict=False))
    return {"name": f"n-{form}", "form": form, "status": status, "first": "", "last": "", **filled}


def event(label: str, day: str = "", force: str = "decided", **more: str) -> dict[str, str]:
    empty = dict.fromkeys(
        ("stated", "notBefore", "notAfter", "where", "also", "source", "quote"), ""
    )
    return {**empty, "label": label, "day": day, "force": force, **more}


WELLS = [
    name("Wells Fund", "1990-01-01", "1992-01-01", "1998-01-01", "2000-01-01"),
    name("Water Fund", "1998-01-01", "2000-01-01", "2010-01-01"),
    name("WF", status="acronym"),
]
EVENTS = [
    event("establishment", "1990-01-01", "reported"),
    event("renaming: Wells Fund → Water Fund", force="silent", notBefore="1998-01-01",
          notAfter="2000-01-01", where="https://w3id.org/southsouth/document/A/RES/50/1#op1",
          also="https://w3id.org/southsouth/document/A/RES/52/1#op2"),
    event("inclusion", "2000-01-01", quote="include it"),
    event("of no day", force="reported"),
]  # fmt: skip


def wells(**days: list[str]) -> Lane:
    return Lane("Water Fund", WELLS, EVENTS, days)


def test_a_bar_tells_what_is_known_of_a_name() -> None:
    first, second = draw("Wells", [wells()]).rows[0].bars
    assert LEFT <= first.x0 < first.x1 < first.x2 < first.x3 < WIDTH - RIGHT
    assert not first.goes_on
    assert (second.x0, second.x1) == (first.x2, first.x3)
    assert second.goes_on
    assert second.x2 < second.x3
    assert first.y < second.y


def test_marks_do_not_cover_each_other_and_have_the_numbers_of_the_list() -> None:
    picture = draw("Wells", [wells()])
    marks = picture.rows[0].marks
    assert [mark.number for mark in marks] == [1, 2, 3]  # the fourth has no day
    assert [mark.force for mark in marks] == ["reported", "silent", "decided"]
    assert all(abs(a.x - b.x) >= 17 for a, b in pairwise(marks))
    assert [item.number for item in picture.items] == [1, 2, 3, 4]
    assert picture.items[1].day == "1998-01-01 … 2000-01-01"
    assert picture.items[1].where == "A/RES/50/1 op1 → A/RES/52/1 op2"
    assert picture.items[3].day == "date unknown"


def test_ticks_are_the_days_of_use() -> None:
    lane = Lane("Wells", WELLS, [], {"n-Wells Fund": ["1995-01-01", "1993-01-01", "1995-01-01"]})
    bar = draw("Wells", [lane]).rows[0].bars[0]
    assert len(bar.ticks) == 2
    assert bar.x1 < bar.ticks[0] < bar.ticks[1] < bar.x2


@pytest.mark.parametrize(("first", "last", "most"), [(1946, 2026, 16), (2001, 2002, 3)])
def test_the_axis_has_years_that_a_person_can_read(first: int, last: int, most: int) -> None:
    span = name("Wells", "", f"{first}-06-01", f"{last}-06-01")
    years = draw("Wells", [Lane("Wells", [span], [], {})]).years
    assert 1 < len(years) <= most + 1
    assert [x for x, _ in years] == sorted(x for x, _ in years)
    assert all(first - 1 <= year <= last + 1 for _, year in years)


def test_lanes_stand_below_each_other() -> None:
    above, below = draw("Wells", [wells(), wells()]).rows
    assert max(bar.y for bar in above.bars) < above.marks[0].y < below.y
    assert [mark.number for mark in below.marks] == [5, 6, 7]


@pytest.mark.parametrize("names", [[], [name("Wells")]])
def test_nothing_known_is_an_empty_lane(names: list[Mapping[str, str]]) -> None:
    picture = draw("Wells", [Lane("Wells", names, [], {})])
    assert picture.rows[0].bars == ()
    assert etree.fromstring(as_svg(picture).encode()).tag == f"{SVG}svg"


def test_the_svg_is_well_formed_and_can_be_read_aloud() -> None:
    lane = Lane(HOSTILE, [name(HOSTILE, "1990-01-01")], [event(HOSTILE, "1990-01-01")], {})
    root = etree.fromstring(as_svg(draw(HOSTILE, [lane])).encode())
    assert root.findtext(f"{SVG}title") == HOSTILE
    assert root.find(f".//{SVG}script") is None
    items = root.findall(f".//{SVG}g[@role='listitem']")
    assert [item.get("tabindex") for item in items] == ["0", "0"]
    assert all(HOSTILE in (item.get("aria-label") or "") for item in items)


def test_the_page_refers_to_nothing_outside() -> None:
    page = as_html(draw(HOSTILE, [wells()]))
    assert "<script" not in page
    links = re.findall(r'(?:href|src)="([^"]*)"', page)
    assert links == []
    assert set(re.findall(r"https?://[^\"' <]+", page)) == {"http://www.w3.org/2000/svg"}


def test_the_page_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "wells.html"
    path.write_text(as_html(draw("Wells", [wells()])), encoding="utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 700})
    page.goto(path.as_uri())
    assert page.locator("table tbody tr").count() == 2
    assert page.locator("ol > li").count() == 4
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for _ in range(3):
        page.keyboard.press("Tab")
    assert "Water Fund" in (
        page.evaluate("document.activeElement.getAttribute('aria-label')") or ""
    )
    page.close()
