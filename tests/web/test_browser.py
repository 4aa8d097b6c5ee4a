"""The pages in a real browser: looks, widths, accessibility, and nothing that runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

import pytest
from tests.web.conftest import HOSTILE_IRI

from southsouth.vocabulary import BASE
from southsouth.web import editor

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PAGES = (
    "/",
    "/?q=South-South",
    "/document/A/RES/60/212",
    "/instrument/fund/ssc-50-119.html",
    "/body/undp.html",
    "/verb/recall.html",
    "/ns",
    "/graph/authority",
    "/queries",
    "/queries/names-on-date",
    "/queries/cited-by?document=nonsense",
    "/query?query=" + quote("SELECT * { ?s ?p ?o } LIMIT 3"),
    "/document/A/RES/60/9999",
    HOSTILE_IRI.removeprefix(BASE[:-1]) + ".html",
)
WIDTHS = (("light", 1200), ("dark", 1200), ("light", 390), ("dark", 390))


@pytest.fixture(params=WIDTHS, ids=lambda p: f"{p[0]}-{p[1]}")
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    scheme: Literal["light", "dark"] = request.param[0]
    context = browser.new_context(
        viewport={"width": request.param[1], "height": 844}, color_scheme=scheme
    )
    yield context.new_page()
    context.close()


def watch(page: Page) -> tuple[list[str], list[str]]:
    """What a page complains about, and what it asks for."""
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    return complaints, requests


def serious(page: Page) -> list[str]:
    """What axe-core finds that is serious or worse."""
    from axe_playwright_python.sync_playwright import Axe

    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [
        f"{v['id']}: {v['nodes'][0]['html'][:120]}"
        for v in found
        if v["impact"] in {"serious", "critical"}
    ]


def luminance(colour: str) -> float:
    red, green, blue = (int(part) for part in colour[colour.index("(") + 1 : -1].split(",")[:3])
    return (red * 2 + green * 3 + blue) / 6


@pytest.mark.parametrize("path", PAGES)
def test_pages(page: Page, address: str, path: str) -> None:
    complaints, requests = watch(page)
    answer = page.goto(address + path)
    assert answer
    assert answer.status in {200, 400, 404}
    size = page.viewport_size
    assert size
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert page.locator("h1").count() == 1
    assert page.evaluate("window.pwned") is None
    assert all(url.startswith((address, "data:")) for url in requests)
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    ground, ink = (
        page.evaluate(f"getComputedStyle(document.body).{name}")
        for name in ("backgroundColor", "color")
    )
    assert (luminance(ground) < luminance(ink)) is dark
    expected = [c for c in complaints if "status of 40" not in c]
    assert expected == []
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    if size["width"] < 400:  # what axe finds depends on the scheme, hardly on the width
        context = page.context.browser
        assert context
        # axe is a script: the page's policy forbids it, so it looks at a copy without the policy
        scheme: Literal["light", "dark"] = "dark" if dark else "light"
        copy = context.new_context(bypass_csp=True, viewport=size, color_scheme=scheme).new_page()
        copy.goto(address + path)
        assert serious(copy) == []
        copy.context.close()


def test_the_accessibility_check_finds_what_is_wrong(browser: Browser) -> None:
    page = browser.new_context().new_page()
    page.set_content("<html><body><img src='data:,'><p style='color:#ddd'>pale</p></body></html>")
    found = " ".join(serious(page))
    assert "image-alt" in found
    assert "color-contrast" in found
    page.context.close()


def test_print_leaves_the_chrome_out(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    page.goto(address + "/document/A/RES/60/212")
    assert page.locator("header").is_visible()
    page.emulate_media(media="print")
    assert not page.locator("header").is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    shown = page.evaluate(
        "getComputedStyle(document.querySelector('.official'), '::after').content"
    )
    assert "undocs.org/A/RES/60/212" in shown
    page.context.close()


def test_a_question_is_asked_without_a_script(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address + "/")
    page.get_by_role("link", name="Questions").click()
    page.get_by_role("link", name="Name on a date").click()
    page.get_by_label("the day").fill("2012-01-01")
    page.get_by_role("button", name="Answer").click()
    assert "day=2012-01-01" in page.url
    assert page.get_by_role("cell", name="certain").count() == 1
    page.get_by_role("searchbox").fill("60/212")
    page.get_by_role("button", name="Find").click()
    assert page.url.endswith("/document/A/RES/60/212")
    page.goto(address + "/query")
    page.get_by_label("Query").fill("SELECT (21 * 2 AS ?answer) {}")
    page.get_by_role("button", name="Table").click()
    assert page.get_by_role("cell", name="42").is_visible()
    page.context.close()


@pytest.mark.skipif(not editor.is_built(), reason="no editor; run 'make editor' (needs npm)")
def test_the_editor_asks_this_server_and_no_other(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": 1200, "height": 900}).new_page()
    complaints, requests = watch(page)
    page.goto(
        address
        + "/query?query="
        + quote("PREFIX ss: <https://w3id.org/southsouth/ns#>\nSELECT * { ?f a ss:TrustFund }")
    )
    page.wait_for_function("document.documentElement.dataset.editor === 'ready'")
    page.locator(".yasqe_queryButton").first.click()
    page.wait_for_selector("#editor table tbody tr")
    text = "PREFIX ss: <https://w3id.org/southsouth/ns#>\\nSELECT * { ?f a ss:Trust"
    page.evaluate(f"document.querySelector('#editor .CodeMirror').CodeMirror.setValue('{text}')")
    page.evaluate(
        "(cm => { cm.focus(); cm.setCursor(1, 30) })"
        "(document.querySelector('#editor .CodeMirror').CodeMirror)"
    )
    page.keyboard.press("Control+Space")
    page.wait_for_selector(".CodeMirror-hints li")
    assert "TrustFund" in page.locator(".CodeMirror-hints").inner_text()
    assert not page.locator(".controlbar").first.is_visible()
    assert all(url.startswith((address, "data:", "blob:")) for url in requests)
    assert complaints == []
    page.context.close()
