"""Names in time: where bars and marks stand, and what the files hold."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser
from tests.views.scene.store import HOSTILE

from southsouth.errors import NotFoundError
from southsouth.graph.store import GraphStore
from southsouth.views.scene.histories import Happened, Named, Thing
from southsouth.views.scene.lineage import lineage
from southsouth.views.scene.model import Lineage
from southsouth.views.scene.svg import lineage_html, lineage_svg
from southsouth.views.scene.swimlanes import draw
from southsouth.vocabulary import BASE

SVG = "{http://www.w3.org/2000/svg}"
TERMS = ("startNotBefore", "startNotAfter", "endNotBefore", "endNotAfter")


def name(
    form: str, *bounds: str, status: str = "official name", days: tuple[str, ...] = ()
) -> Named:
    filled = dict(zip(TERMS, (*bounds, "", "", "", ""), strict=False))
    return Named(f"n-{form}", form, status, filled, days)


def event(
    label: str, day: str = "", force: str = "decided", kind: str = "renaming", **more: str
) -> Happened:
    return Happened(
        f"e-{label}",
        kind,
        label,
        force,
        day,
        day or "date unknown",
        more.get("where", ""),
        more.get("also", ""),
        more.get("quote", ""),
    )


WELLS = Thing(
    "wells",
    "Water Fund",
    "TrustFund",
    (
        name("Wells Fund", "1990-01-01", "1992-01-01", "1998-01-01", "2000-01-01"),
        name("Water Fund", "1998-01-01", "2000-01-01", "2010-01-01"),
        name("WF", status="acronym"),
    ),
    (
        event("establishment", "1990-01-01", "reported"),
        event(
            "renaming",
            "2000-01-01",
            "silent",
            where=BASE + "document/A/RES/50/1#op1",
            also=BASE + "document/A/RES/52/1#op2",
        ),
        event("inclusion", "2000-01-01", quote="include it"),
        event("of no day", force="reported"),
    ),
)


def test_a_segment_tells_what_is_known_of_a_name() -> None:
    drawn = draw("Wells", [WELLS])
    first, second = drawn.lanes[0].segments
    assert drawn.left <= first.x0 < first.x1 < first.x2 < first.x3 < drawn.right
    assert not first.goes_on
    assert (second.x0, second.x1) == (first.x2, first.x3)
    assert second.goes_on
    assert second.x2 < second.x3
    assert first.row != second.row


def test_the_axis_is_linear_to_a_pixel() -> None:
    drawn = draw("Wells", [WELLS])
    first, last = (date.fromisoformat(day).toordinal() for day in (drawn.first, drawn.last))
    scale = (drawn.right - drawn.left) / (last - first)
    for mark in drawn.lanes[0].marks:
        if mark.x is not None:
            day = date.fromisoformat(mark.day).toordinal()
            assert abs(drawn.left + (day - first) * scale - mark.x) < 0.1
    for year, x in drawn.ticks:
        assert abs(drawn.left + (date(int(year), 1, 1).toordinal() - first) * scale - x) < 0.1


def test_marks_do_not_cover_each_other_and_have_the_numbers_of_the_list() -> None:
    marks = draw("Wells", [WELLS, WELLS]).lanes[0].marks
    assert [mark.number for mark in marks] == [1, 2, 3, 4]
    assert [mark.x is None for mark in marks] == [False, False, False, True]
    assert marks[1].x == marks[2].x  # of one day: below each other, not beside
    assert marks[1].row != marks[2].row
    assert [m.number for m in draw("Wells", [WELLS, WELLS]).lanes[1].marks] == [5, 6, 7, 8]


def test_ticks_are_the_days_of_use() -> None:
    used = name(
        "Wells", "1990-01-01", "1992-01-01", days=("1993-01-01", "1995-01-01", "1995-01-01")
    )
    (segment,) = draw("Wells", [Thing("w", "Wells", "Body", (used,))]).lanes[0].segments
    assert len(segment.ticks) == 2
    assert segment.x1 < segment.ticks[0] < segment.ticks[1] == segment.x2


@pytest.mark.parametrize(("first", "last", "most"), [(1946, 2026, 16), (2001, 2002, 3)])
def test_the_axis_has_years_that_a_person_can_read(first: int, last: int, most: int) -> None:
    span = name("Wells", "", f"{first}-06-01", f"{last}-06-01")
    ticks = draw("Wells", [Thing("w", "Wells", "Body", (span,))]).ticks
    assert 1 < len(ticks) <= most + 1
    assert [x for _, x in ticks] == sorted(x for _, x in ticks)


@pytest.mark.parametrize("names", [(), (name("Wells"),)])
def test_nothing_known_is_an_empty_lane(names: tuple[Named, ...]) -> None:
    drawn = draw("Wells", [Thing("w", "Wells", "Body", names)])
    assert drawn.lanes[0].segments == ()
    assert etree.fromstring(lineage_svg(drawn).encode()).tag == f"{SVG}svg"


# --- from a store ---------------------------------------------------------------------------------


def test_a_fund_with_its_request(store: GraphStore) -> None:
    (lane,) = lineage(store, BASE + "instrument/fund/wells").lanes
    assert [s.form for s in lane.segments] == ["Wells Fund", "Water Fund"]
    (mark,) = lane.marks
    assert (mark.force, mark.label) == ("requested", "renaming: Wells Fund → Water Fund")
    assert mark.where == BASE + "document/A/RES/60/9#op1"
    assert mark.quote == "rename the Wells Fund"


def test_a_merger_joins_lanes(store: GraphStore) -> None:
    drawn = lineage(store, BASE + "body/water")
    assert [lane.label for lane in drawn.lanes] == ["Water Committee", "Wells " + HOSTILE]
    (join,) = drawn.joins
    assert (drawn.lanes[join.source].label, join.kind) == ("Wells " + HOSTILE, "merger")
    assert drawn.lanes[join.target].label == "Water Committee"


@pytest.mark.parametrize("which", ["one", "two"])
def test_conferences_follow_each_other(store: GraphStore, which: str) -> None:
    drawn = lineage(store, BASE + f"conference/{which}")
    assert {lane.label for lane in drawn.lanes} == {"First Water Summit", "Second Water Summit"}
    assert [join.kind for join in drawn.joins] == ["follows"]


def test_of_a_document_the_things_that_it_tells_of(store: GraphStore) -> None:
    drawn = lineage(store, BASE + "document/A/RES/60/9")
    assert [lane.label for lane in drawn.lanes] == ["Water Fund"]
    assert drawn.title == "what A/RES/60/9 tells of"
    nothing = lineage(store, BASE + "document/A/RES/50/7")
    assert nothing.lanes == lineage(store).lanes


def test_all_with_a_history_the_renamed_first(store: GraphStore) -> None:
    drawn = lineage(store)
    assert drawn.lanes[0].label == "Water Fund"
    assert drawn == lineage(store)


def test_what_has_no_names_is_an_error(store: GraphStore) -> None:
    with pytest.raises(NotFoundError):
        lineage(store, BASE + "body/none")


# --- files ----------------------------------------------------------------------------------------


def hostile() -> Lineage:
    return draw(
        HOSTILE,
        [
            Thing(
                "w",
                HOSTILE,
                "Body",
                (name(HOSTILE, "1990-01-01"),),
                (event(HOSTILE, "1990-01-01", quote=HOSTILE),),
            )
        ],
    )


def test_the_svg_is_well_formed_and_can_be_read_aloud() -> None:
    root = etree.fromstring(lineage_svg(hostile(), listed=True, focusable=True).encode())
    assert root.findtext(f"{SVG}title") == HOSTILE
    assert root.find(f".//{SVG}script") is None
    items = root.findall(f".//{SVG}g[@tabindex='0']")
    assert len(items) == 2
    assert all(HOSTILE in (item.findtext(f"{SVG}title") or "") for item in items)


def test_the_page_refers_to_nothing_outside() -> None:
    page = lineage_html(hostile())
    assert "<script" not in page
    assert re.findall(r'(?:href|src)="([^"]*)"', page) == []
    assert set(re.findall(r"https?://[^\"' <]+", page)) == {"http://www.w3.org/2000/svg"}


@pytest.mark.browser
def test_the_page_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "wells.html"
    path.write_text(lineage_html(draw("Wells", [WELLS])), encoding="utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 700})
    page.goto(path.as_uri())
    assert page.locator("table tbody tr").count() == 2
    assert page.locator("ol > li").count() == 4
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert "Wells Fund" in page.evaluate("document.activeElement.textContent")
    page.close()


@pytest.mark.browser
def test_no_text_covers_another_in_three_hundred_lanes(browser: Browser, tmp_path: Path) -> None:
    """Labels, bars and marks as the browser measures them, in a picture of 300 things."""
    many = [
        Thing(
            f"t{at}",
            f"Thing {at}",
            "Body",
            (
                name(
                    f"Committee of Wells Number {at} for Technical Cooperation",
                    f"{1946 + at % 60}-01-01",
                    f"{1947 + at % 60}-01-01",
                    f"{1949 + at % 70}-01-01",
                    f"{1951 + at % 70}-06-01",
                ),
                name(f"Office of Water {at}", f"{1951 + at % 70}-06-01"),
            ),
            tuple(
                event(f"event {n}", f"{1946 + (at * 7 + n * 3) % 75}-0{n + 1}-01") for n in range(4)
            ),
        )
        for at in range(300)
    ]
    path = tmp_path / "many.svg"
    text = lineage_svg(draw("Many", many))
    path.write_text(text, encoding="utf-8")
    page = browser.new_page(viewport={"width": 1080, "height": 900})
    page.goto(path.as_uri())
    overlaps = page.evaluate("""() => {
      const drawn = 'text:not(.g), .u, .b, circle, g[transform] g path';
      const boxes = [...document.querySelectorAll(drawn)]
        .filter((e) => !e.closest('defs') && !(e.tagName === 'text' && e.closest('g g')))
        .map((e) => {
          const b = e.getBBox();
          const place = e.getCTM();
          const scale = place.a;
          b.x += place.e / scale; b.y += place.f / scale;
          // of a text: its letters, not its font's line
          const y = Number(e.getAttribute('y')) + place.f / scale;
          const [top, bottom] = e.tagName === 'text' ? [y - 11, y + 3] : [b.y, b.y + b.height];
          return [b.x, top, b.x + b.width, bottom, e.tagName, e.textContent];
        })
        .sort((a, b) => a[1] - b[1]);
      const found = [];
      for (let i = 0; i < boxes.length; i += 1) {
        for (let j = i + 1; j < boxes.length && boxes[j][1] < boxes[i][3] - 1; j += 1) {
          const [a, b] = [boxes[i], boxes[j]];
          const oneBar = a[4] !== 'text' && b[4] !== 'text' && a[1] === b[1];
          if (a[0] < b[2] - 1 && b[0] < a[2] - 1 && !oneBar) found.push([a, b]);
        }
      }
      return found.slice(0, 3);
    }""")
    assert overlaps == []
    page.close()
