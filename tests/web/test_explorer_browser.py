"""The explorer in a real browser: what people do with it, and that nothing else happens."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from tests.web.conftest import HOSTILE, HOSTILE_IRI, serving

from southsouth.views.looks import contrast
from southsouth.vocabulary import BASE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]

FUND = "instrument/fund/ssc-50-119"
OURS = "document/A/RES/66/901"
HOSTILE_PATH = HOSTILE_IRI.removeprefix(BASE)
VIEWS = (
    "",
    "?view=map&by=kind&focus=document/A/RES/60/212",
    f"?view=citations&focus={OURS}",
    f"?view=citations&focus={OURS}&line={OURS}%3Edocument/A/RES/60/212",
    f"?view=lineage&focus={FUND}&date=2007-01-01",
    "?view=lineage",
    "?view=paths",
    f"?view=paths&focus={OURS}&to=document/A/RES/60/212",
    f"?view=lineage&focus={HOSTILE_PATH}",
    f"?view=citations&focus={HOSTILE_PATH}",
)
STYLE = "(name) => getComputedStyle(document.documentElement).getPropertyValue(name)"
Scheme = Literal["light", "dark"]
SEEN = tuple(product(VIEWS, ("light", "dark")))


class Visit:
    """An open explorer, with everything it complained about and asked for."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, query: str = "") -> Page:
        self.page.goto(f"{self.address}/explore{query}")
        self.settle()
        return self.page

    def settle(self) -> None:
        self.page.wait_for_selector("html[data-ready]")

    def check(self) -> None:
        """No complaint, no other host, nothing run."""
        assert self.complaints == []
        assert all(url.startswith((self.address, "data:", "blob:")) for url in self.requests)
        assert self.page.evaluate("() => window.pwned") is None


def visit_of(browser: Browser, address: str, **options: Any) -> Visit:
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 860}, **options})
    return Visit(context.new_page(), address)


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    found = visit_of(browser, address)
    yield found
    found.check()
    found.page.context.close()


# --- what people do -------------------------------------------------------------------------------


def test_from_search_to_document(visit: Visit) -> None:
    page = visit.open()
    page.fill("#search", "res 60/212")
    page.wait_for_selector("#results [role=option][aria-selected=true]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel h2:has-text('A/RES/60/212')")
    assert "focus=document/A/RES/60/212" in page.url
    assert page.locator("#panel .provisions > li").count() > 10


FOUND = (
    ("A/RES/60/212", "A/RES/60/212", "Documents"),
    ("60/212", "A/RES/60/212", "Documents"),
    ("resolution 3251 (xxix)", "A/RES/3251(XXIX)", "Documents"),
    ("UNOSSC", "United Nations Office for South-South Cooperation", "Bodies and conferences"),
    ("Voluntary Trust Fund for the Promotion", "United Nations Fund for South-South Cooperation",
     "Instruments"),
    ("perez guerrero", "Pérez-Guerrero Trust Fund for South-South Cooperation", "Instruments"),
    ("resolution 60/212 of 22 December 2005", "A/RES/60/212", "Documents"),
    ("GA res. 60/212", "A/RES/60/212", "Documents"),
    ("A/RES/60/212 op14", "A/RES/60/212", "Documents"),
    ("the General Assembly resolution 60/212, para. 14", "A/RES/60/212", "Documents"),
    ("havana programme", "Havana Programme of Action", "Instruments"),
    ("wells for all", "A/RES/66/901", "Documents"),
)  # fmt: skip


def test_search_finds_by_any_spelling(visit: Visit) -> None:
    page = visit.open()
    for typed, first, group in FOUND:
        page.fill("#search", typed)
        page.wait_for_selector("#results [role=option]")
        assert page.locator("#results [role=option] b").first.inner_text() == first, typed
        found = page.locator("#results [role=group]").first
        assert found.get_attribute("aria-label") == group, typed


def test_nothing_found_is_said(visit: Visit) -> None:
    page = visit.open()
    page.fill("#search", "zzzzz")
    page.wait_for_selector("#results:has-text('Nothing found')")
    page.keyboard.press("Escape")
    assert page.locator("#results").is_hidden()


def test_the_lineage_of_the_fund_and_its_four_facts(visit: Visit) -> None:
    page = visit.open(f"?view=lineage&focus={FUND}")
    told = [mark.get_attribute("aria-label") or "" for mark in page.locator("#picture .mark").all()]
    for force, what in (
        ("reported", "establishment"),
        ("requested", "renaming"),
        ("attested", "renaming"),
        ("requested", "designation"),
    ):
        assert any(force in words and what in words for words in told), (force, what)
    page.locator("#picture .mark.requested").first.click()
    page.wait_for_selector("#panel .target")
    assert "show=document/A/RES/60/212&at=op14" in page.url
    assert page.locator("#panel .target b").first.inner_text() == "op14"


def test_the_slider_says_what_it_was_called(visit: Visit) -> None:
    page = visit.open(f"?view=lineage&focus={FUND}")
    page.fill("input[type=date]", "2000-01-01")
    page.wait_for_selector(".on-day .perhaps:has-text('Voluntary Trust Fund')")
    assert page.locator(".on-day li").count() == 1
    page.fill("input[type=date]", "2015-06-01")
    page.wait_for_selector(".on-day .sure:has-text('United Nations Fund for South-South')")
    assert "date=2015-06-01" in page.url
    page.locator("input[type=range]").focus()
    for _ in range(12):
        page.keyboard.press("PageDown")
    page.wait_for_selector(".on-day .perhaps:has-text('Voluntary Trust Fund')")
    assert page.locator(".on-day .sure").count() in {0, 1}
    assert page.input_value("input[type=date]") < "2004"


def test_the_day_can_be_taken_back(visit: Visit) -> None:
    page = visit.open(f"?view=lineage&focus={FUND}&date=2000-01-01")
    page.fill("input[type=date]", "")
    page.wait_for_selector(".on-day:has-text('no day chosen')")
    assert "date=" not in page.url
    assert page.locator("#picture .today").get_attribute("visibility") == "hidden"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_is_saved_with_its_ground(browser: Browser, address: str, scheme: Scheme) -> None:
    visit = visit_of(browser, address, color_scheme=scheme)
    page = visit.open()
    page.click("#share-open")
    with page.expect_download() as saved:
        page.click("#share-menu >> text=/^PNG$/")
    picture = base64.b64encode(saved.value.path().read_bytes()).decode()
    corner = page.evaluate(
        """async (data) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const context = document.createElement("canvas").getContext("2d");
        context.drawImage(image, 0, 0);
        return [...context.getImageData(1, 1, 1, 1).data];
    }""",
        picture,
    )
    assert corner[3] == 255
    assert (corner[0] > 200) == (scheme == "light")
    visit.check()
    page.context.close()


def test_from_a_line_to_its_sentence(visit: Visit) -> None:
    page = visit.open(f"?view=citations&focus={OURS}")
    line = page.locator("g.line", has_text="A/RES/66/901 invites A/RES/50/7")
    line.locator(".reach").dispatch_event("click")
    page.wait_for_selector(".sentence")
    assert page.locator(".sentence mark.verb").inner_text() == "Invites"
    assert page.locator(".sentence mark.cite").inner_text() == "50/7 of 1 December 1995"
    page.click("text=Open A/RES/66/901 op1 at this place")
    page.wait_for_selector("#panel .target:has-text('op1')")


def test_back_and_forward_and_deep_links(visit: Visit) -> None:
    page = visit.open(f"?view=citations&focus={OURS}")
    page.click("#views >> text=Names in time")
    page.wait_for_selector("html[data-ready=lineage]")
    page.click("#views >> text=Map")
    page.wait_for_selector("html[data-ready=map]")
    page.go_back()
    page.wait_for_selector("html[data-ready=lineage]")
    page.go_back()
    page.wait_for_selector("html[data-ready=citations] #picture .box")
    assert page.inner_text("h1") == "Citations around A/RES/66/901"
    page.go_forward()
    page.wait_for_selector("html[data-ready=lineage]")
    other = visit.page.context.new_page()  # the address alone brings the same view
    other.goto(f"{visit.address}/explore?view=citations&focus={OURS}&part=pp")
    other.wait_for_selector("#picture .box")
    assert other.locator("#picture g.line").count() == 2  # in the text and in its footnote
    other.close()


PICTURES = {"map": ".map", "citations": ".boxes", "lineage": ".lanes", "paths": ".pick"}


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("map", "citations"),
        ("citations", "lineage"),
        ("lineage", "map"),
        ("paths", "lineage"),
        ("citations", "paths"),
    ],
)
def test_the_view_asked_for_last_is_shown(visit: Visit, first: str, then: str) -> None:
    """Also where the answer for the view before comes later."""
    start = next(view for view in PICTURES if view not in (first, then))
    page = visit.open(f"?view={start}&focus={OURS}")
    page.evaluate(
        """([first, then]) => {
        for (const view of [first, then]) document.querySelector(`[data-view=${view}]`).click();
    }""",
        [first, then],
    )
    page.wait_for_selector(f"html[data-ready={then}]")
    visit.settle()
    page.wait_for_timeout(100)
    assert page.locator(f"#picture > {PICTURES[then]}").count() == 1
    assert page.locator("#picture > :is(.map, .boxes, .lanes, .pick)").count() == 1


@pytest.mark.parametrize("view", ["citations", "lineage"])
def test_back_from_what_failed_shows_the_picture_again(visit: Visit, view: str) -> None:
    page = visit.open(f"?view={view}&focus={FUND}")
    page.evaluate(
        """(address) => {
        history.pushState(null, "", address);
        dispatchEvent(new PopStateEvent("popstate"));
    }""",
        f"/explore?view={view}&focus=instrument/none",
    )
    page.wait_for_selector("#picture .error")
    page.go_back()
    page.wait_for_selector(f"#picture {PICTURES[view]}")
    assert page.locator("#picture .error").count() == 0
    visit.complaints.clear()  # the browser's own notes of the answers 404


def test_a_server_that_was_away_is_asked_again(visit: Visit) -> None:
    page = visit.open(f"?view=citations&focus={OURS}")
    page.route("**/explore/data/**", lambda route: route.abort())
    page.click("#views >> text=Names in time")
    page.wait_for_selector("#picture .error:has-text('gives no answer')")
    page.unroute("**/explore/data/**")
    page.click("text=Try again")
    page.wait_for_selector("#picture .lanes")
    visit.complaints.clear()  # the browser's own notes of the connections


def test_the_search_asks_again_after_a_failure(browser: Browser, address: str) -> None:
    visit = visit_of(browser, address)
    page = visit.page
    page.route("**/explore/data/map*", lambda route: route.abort())
    page.goto(f"{address}/explore?view=lineage")
    page.wait_for_selector("html[data-ready]")
    page.fill("#search", "60/212")
    page.wait_for_selector("#results:has-text('gives no answer')")
    page.unroute("**/explore/data/map*")
    page.press("#search", "End")
    page.type("#search", " ")
    page.wait_for_selector("#results [role=option]")
    assert not [told for told in visit.complaints if "ERR_FAILED" not in told]
    page.context.close()


@pytest.mark.parametrize(
    ("query", "ready"),
    [
        ("?view=xyz", "map"),
        ("?view=__proto__", "map"),
        ("?by=colour", "map"),
        ("?view=lineage&date=nonsense", "lineage"),
        ("?view=lineage&date=2007-02-30", "lineage"),
        ("?view=lineage&date=9999-12-31", "lineage"),
    ],
)
def test_addresses_with_nonsense_open(visit: Visit, query: str, ready: str) -> None:
    page = visit.open(query)
    page.wait_for_selector(f"html[data-ready={ready}]")
    assert page.locator("#views [aria-current]").get_attribute("data-view") == ready
    assert page.locator("#picture .error").count() == 0


@pytest.mark.parametrize("kind", ["SVG", "CSV", "PNG"])
def test_nothing_is_saved_where_there_is_no_picture(visit: Visit, kind: str) -> None:
    page = visit.open(f"?view=paths&focus={OURS}")
    page.click("#share-open")
    page.click(f"#share-menu >> text=/^{kind}$/")
    page.wait_for_selector("#share-said:has-text('no picture to save')")


def test_paths_begin_at_a_document(visit: Visit) -> None:
    page = visit.open(f"?view=paths&focus={FUND}&to=document/A/RES/60/212")
    assert "Choose two documents" in page.inner_text("#picture")
    assert page.input_value("[name=focus]") == ""


def test_what_is_chosen_stays_chosen_when_it_gets_dark(visit: Visit) -> None:
    page = visit.open(f"?view=citations&focus={OURS}&line={OURS}%3Edocument/A/RES/60/212")
    assert page.locator("#picture .line.chosen").count() == 1
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(100)
    assert page.locator("#picture .line.chosen").count() == 1


def test_filters_stand_in_the_address(visit: Visit) -> None:
    page = visit.open(f"?view=citations&focus={OURS}")
    before = page.locator("#picture g.line").count()
    page.click(".filter summary")
    page.select_option(".filter select", "op")
    page.wait_for_url(re.compile("part=op"))
    visit.settle()
    assert 0 < page.locator("#picture g.line").count() < before
    page.click("text=Show everything")
    page.wait_for_url(re.compile(r"focus=document/A/RES/66/901$"))


def test_what_is_filtered_out_can_be_had_again(visit: Visit) -> None:
    page = visit.open(f"?view=citations&focus={OURS}")
    page.click(".filter summary")
    offered = page.locator(".filter [name=function]")
    before = offered.count()
    name = offered.first.get_attribute("value")
    one = page.locator(f".filter [name=function][value={name}]")
    one.focus()
    page.keyboard.press("Space")
    page.wait_for_url(re.compile("function="))
    visit.settle()
    assert (offered.count(), one.is_checked()) == (before, False)
    assert one.evaluate("(box) => box === document.activeElement")  # the keyboard stays there
    page.keyboard.press("Space")
    page.wait_for_url(re.compile(r"focus=document/A/RES/66/901$"))


def test_a_link_to_what_is_filtered_offers_the_rest(visit: Visit) -> None:
    page = visit.open(f"?view=citations&focus={OURS}&function=recalls")
    page.click(".filter summary")
    assert page.locator(".filter [name=function]:checked").count() == 1
    assert page.locator(".filter [name=function]:not(:checked)").count() > 3


def test_words_in_the_table_are_not_broken(visit: Visit) -> None:
    page = visit.open()
    page.click("#table summary")
    head = page.locator("#table-body th").nth(1)  # one short word
    assert head.evaluate("(cell) => cell.scrollWidth <= cell.clientWidth")
    kinds = page.locator("#table-body td:nth-child(2)").all()[:5]
    assert {kind.evaluate("(cell) => getComputedStyle(cell).overflowWrap") for kind in kinds} == {
        "break-word"
    }


def test_the_names_of_views_are_not_broken(browser: Browser, address: str) -> None:
    visit = visit_of(browser, address, viewport={"width": 320, "height": 600})
    page = visit.open()
    heights = {link.evaluate("(a) => a.offsetHeight") for link in page.locator("#views a").all()}
    assert len(heights) == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    visit.check()
    page.context.close()


def test_show_all_shows_all(browser: Browser, address: str) -> None:
    visit = visit_of(browser, address, viewport={"width": 390, "height": 700})
    page = visit.open(f"?view=citations&focus={OURS}")
    hides = "(box) => [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight]"
    frame = page.locator("#picture .boxes")
    assert max(frame.evaluate(hides)) > 20  # as it opens, what can be read comes first
    page.click("text=Show all")
    assert max(frame.evaluate(hides)) <= 1
    visit.check()
    page.context.close()


def test_paths_between_two_documents(visit: Visit) -> None:
    page = visit.open("?view=paths")
    page.fill("input[name=focus]", "66/901")
    page.fill("input[name=to]", "A/RES/50/119")
    page.click("text=Find paths")
    page.wait_for_selector("h1:has-text('2 steps')")
    labels = page.locator("#picture .box text").all_text_contents()
    assert sorted(labels) == ["A/RES/50/119", "A/RES/60/212", "A/RES/66/901"]


@pytest.mark.parametrize(
    ("kind", "begin"),
    [("SVG", b"<svg"), ("CSV", b"source,"), ("GraphML", b"<?xml"), ("PNG", b"\x89PNG")],
)
def test_the_view_is_saved(visit: Visit, kind: str, begin: bytes) -> None:
    page = visit.open(f"?view=citations&focus={OURS}")
    page.click("#share-open")
    with page.expect_download() as download:
        page.click(f"#share-menu >> text={kind}")
    path = download.value.path()
    assert path.read_bytes().startswith(begin)


def test_the_link_and_a_citation_are_copied(browser: Browser, address: str) -> None:
    visit = visit_of(browser, address, permissions=["clipboard-read", "clipboard-write"])
    page = visit.open(f"?view=lineage&focus={FUND}")
    page.click("#share-open")
    page.click("text=Copy link")
    page.wait_for_selector("#share-said:has-text('Copied')")
    assert page.evaluate("() => navigator.clipboard.readText()") == page.url
    page.click("text=Copy citation")
    page.wait_for_timeout(100)
    assert page.url in page.evaluate("() => navigator.clipboard.readText()")
    visit.check()
    page.context.close()


def test_the_map_answers_the_mouse(visit: Visit) -> None:
    page = visit.open("?focus=document/A/RES/60/212")
    box = page.locator(".map").bounding_box()
    assert box
    # what is focused stands in the middle after it was revealed
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector(".tip:visible")
    assert "A/RES/60/212" in page.inner_text(".tip")
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 + 120, box["y"] + box["height"] / 2, steps=4)
    page.mouse.up()
    assert "focus=document/A/RES/60/212" in page.url  # dragged, not clicked
    page.mouse.dblclick(box["x"] + box["width"] / 2 + 120, box["y"] + box["height"] / 2)
    page.wait_for_selector("html[data-ready=citations]")


def test_keyboard_alone(visit: Visit) -> None:
    """Search, a document, its citations, a neighbour, the sentence: no mouse."""
    page = visit.open()
    page.keyboard.press("/")
    page.keyboard.type("66/901")
    page.wait_for_selector("#results [aria-selected=true]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel h2:has-text('A/RES/66/901')")

    def tab_to(selector: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("(s) => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"Tab never reaches {selector}")

    tab_to("#views a[data-view=citations]")
    page.keyboard.press("Enter")
    page.wait_for_selector("html[data-ready=citations] .box.focus")
    tab_to(".box.focus")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("show="))
    visit.settle()
    tab_to("#table summary")
    page.keyboard.press("Enter")
    tab_to("#table-body button")
    page.keyboard.press("Enter")
    page.wait_for_selector(".sentence")
    tab_to("#panel .acts button")


def test_an_empty_store_says_so(browser: Browser, tmp_path: Path) -> None:
    ox.Store(str(tmp_path / "store")).flush()
    with serving(tmp_path / "store") as empty:
        visit = visit_of(browser, empty)
        page = visit.open()
        assert "southsouth build" in page.inner_text("#picture")
        page.fill("#search", "60/212")
        page.wait_for_selector("#results:has-text('Nothing found')")
        visit.check()
        page.context.close()


def test_escape_puts_a_quote_away(visit: Visit) -> None:
    page = visit.open(f"?view=lineage&focus={FUND}")
    page.locator("#picture .mark").first.focus()
    page.wait_for_selector(".tip:visible")
    page.keyboard.press("Escape")
    page.wait_for_selector(".tip", state="hidden")


def test_what_fails_is_said(visit: Visit) -> None:
    page = visit.open("?view=citations&focus=document/A/RES/99/999")
    assert "knows no such document" in page.inner_text("#picture .error")
    assert page.locator("text=Try again").count() == 0  # it would say the same
    assert len(visit.complaints) == 2  # the browser's own notes of the two answers 404
    visit.complaints.clear()


# --- for everyone ---------------------------------------------------------------------------------


def broken_rules(page: Page) -> list[str]:
    """What axe-core finds under WCAG 2.2 A and AA, of any impact."""
    from axe_playwright_python.sync_playwright import Axe

    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found.response["violations"]]


@pytest.mark.parametrize(("query", "scheme"), SEEN)
def test_every_view_is_accessible_and_fits_a_phone(
    browser: Browser, address: str, query: str, scheme: Scheme
) -> None:
    """What axe finds depends on the scheme, hardly on the width."""
    narrow = {"width": 390, "height": 844}
    visit = visit_of(browser, address, color_scheme=scheme, viewport=narrow, bypass_csp=True)
    page = visit.open(query)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    page.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    visit.settle()
    assert broken_rules(page) == []
    visit.check()
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shapes_and_lines_have_contrast(browser: Browser, address: str, scheme: Scheme) -> None:
    visit = visit_of(browser, address, color_scheme=scheme)
    page = visit.open(f"?view=citations&focus={OURS}")
    ground = page.evaluate(STYLE, "--paper")
    drawn = page.evaluate(
        "() => [...document.querySelectorAll('.box rect, .line .run')]"
        ".map((e) => e.getAttribute('stroke'))"
    )
    names = ("cites", "cited", "ring", "sure", "join", "ink", "soft", "link", "mark")
    drawn += [page.evaluate(STYLE, f"--{name}") for name in names]
    full = {"#" + "".join(c * 2 for c in d[1:]) if len(d) == 4 else d for d in drawn}
    whole = "#ffffff" if ground == "#fff" else ground
    assert len(full) > 6
    assert [colour for colour in full if contrast(colour, whole) < 3] == []
    page.context.close()


def test_hostile_names_are_text(visit: Visit) -> None:
    page = visit.open(f"?view=lineage&focus={HOSTILE_PATH}")
    assert HOSTILE in page.inner_text("#panel h2")
    page.fill("#search", "script")
    page.wait_for_selector("#results [role=option]")
    assert HOSTILE in page.inner_text("#results")
    page.click("#results [role=option]")
    visit.open(f"?focus={HOSTILE_PATH}")
    visit.open("?view=" + quote("<img src=x onerror='window.pwned = true'>"))
    visit.open(
        f"?view=citations&focus={OURS}&line=" + quote("a>'\"><script>window.pwned=1</script>")
    )
    visit.complaints[:] = [c for c in visit.complaints if "status of 40" not in c]


def test_print_shows_the_picture_and_the_card(visit: Visit) -> None:
    page = visit.open(f"?view=lineage&focus={FUND}")
    page.emulate_media(media="print")
    assert not page.locator("header").is_visible()
    assert page.locator("#picture svg").is_visible()
    assert page.locator("#panel h2").is_visible()


def test_without_scripts_the_way_out_is_told(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address + "/explore")
    assert page.get_by_role("link", name="Questions").is_visible()
    page.context.close()
