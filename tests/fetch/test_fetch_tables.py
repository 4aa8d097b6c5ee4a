"""The tables of fetching: access points, series, pages; and where redirects may lead."""

from __future__ import annotations

import re

import httpx
import pytest
from tests.places import ROOT

from southsouth.errors import SouthSouthError
from southsouth.fetch import (
    ACCESS_POINTS,
    LANGUAGES,
    SERIES_LISTS,
    AccessPoint,
    Settings,
)
from southsouth.fetch.content import PAGES, SUFFIXES, Page
from southsouth.fetch.problems import RefusedError
from southsouth.fetch.series_lists import series_symbols
from southsouth.fetch.transport import check_redirect
from southsouth.un.symbols import Symbol, parse_symbol


def _symbol(text: str) -> Symbol:
    symbol = parse_symbol(text)
    assert symbol
    return symbol


def test_the_addresses_that_are_asked() -> None:
    urls = [point.url(_symbol("S/RES/1325 (2000)"), "fr") for point in ACCESS_POINTS]
    api = "https://documents.un.org/api/symbol/access?s=S%2FRES%2F1325%282000%29&l=fr&t="
    assert urls == [f"{api}docx", f"{api}pdf", "https://undocs.org/fr/S/RES/1325(2000)"]


def test_a_section_letter_stays_in_the_address() -> None:
    for point in ACCESS_POINTS:
        assert "270B" in point.url(_symbol("A/RES/57/270 B"), "en")


@pytest.mark.parametrize("point", ACCESS_POINTS, ids=lambda point: point.name)
def test_each_access_point_is_documented(point: AccessPoint) -> None:
    text = (ROOT / "docs" / "fetching.md").read_text(encoding="utf-8")
    assert re.sub(r"\{(query|path)\}", "{symbol}", point.template) in text
    assert set(point.media_types) <= set(SUFFIXES)
    assert set(point.languages) <= set(LANGUAGES)
    assert point.source


def test_the_digital_library_is_not_fetched_from() -> None:
    assert not [point for point in ACCESS_POINTS if "digitallibrary" in point.template]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.phrase)
def test_phrases_of_pages_are_lower_case_and_documented(page: Page) -> None:
    text = (ROOT / "docs" / "fetching.md").read_text(encoding="utf-8").lower()
    assert page.phrase == page.phrase.lower()
    assert page.phrase in text


def test_the_series_has_symbols_each_once_and_known_to_the_graph() -> None:
    authority = (ROOT / "graph" / "authority" / "documents.ttl").read_text(encoding="utf-8")
    for symbols in SERIES_LISTS.values():
        assert len(set(symbols)) == len(symbols)
        for text in symbols:
            assert str(_symbol(text)) == text
            assert re.search(rf'ss:symbol "{re.escape(text)}"', authority)


def test_a_series_without_a_list() -> None:
    assert series_symbols("south-south") == SERIES_LISTS["south-south"]
    with pytest.raises(SouthSouthError, match="north: no list of that name; there is south-south"):
        series_symbols("north")


_NAMES = {
    "docs.un.example": ["151.101.1.1", "2a04:4e42::1"],
    "trap.un.example": ["151.101.1.1", "192.168.1.1"],
    "unknown.example": [],
}
_SETTINGS = Settings(resolve=lambda host: _NAMES[host])


@pytest.mark.parametrize(
    "target",
    [
        "https://docs.un.example/a.pdf",
        "http://docs.un.example/a.pdf",
        "https://151.101.1.1/",
        "https://unknown.example/",
    ],
)
def test_redirects_to_the_world_are_followed(target: str) -> None:
    check_redirect(httpx.URL("https://undocs.org/A/60/1"), httpx.URL(target), _SETTINGS)


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://[fe80::1]/",
        "http://0.0.0.0/",
        "http://trap.un.example/",
        "ftp://docs.un.example/",
        "file:///etc/passwd",
        "data:,x",
    ],
)
def test_redirects_inside_are_refused(target: str) -> None:
    with pytest.raises(RefusedError):
        check_redirect(httpx.URL("https://undocs.org/A/60/1"), httpx.URL(target), _SETTINGS)


def test_a_loopback_access_point_may_redirect_to_loopback_only() -> None:
    origin = httpx.URL("http://localhost:8000/")
    check_redirect(origin, httpx.URL("http://127.0.0.1:9000/"), _SETTINGS)
    with pytest.raises(RefusedError, match="private network"):
        check_redirect(origin, httpx.URL("http://192.168.1.1/"), _SETTINGS)


def test_this_machine_resolves_its_own_name() -> None:
    settings = Settings()
    assert set(settings.resolve("localhost")) & {"127.0.0.1", "::1"}
    assert settings.resolve("a" * 300) == ()
    assert settings.now().tzinfo is not None
