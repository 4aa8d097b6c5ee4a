"""One row a page: what a new row forgot."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.routing import Route
from tests.places import ROOT

from southsouth.views.site import PLACES, Place, place_named
from southsouth.web.app import PAGES, application
from southsouth.web.links import ServerLinks
from southsouth.web.pool import Pool
from southsouth.web.settings import Settings

SOURCE = ROOT / "src" / "southsouth"
TEMPLATES = SOURCE / "views" / "site" / "templates"
#: Templates of which pages are made.
PARTS = {"base", "macros", "form"}
each_place = pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)


@pytest.fixture(scope="module")
def routes() -> set[str]:
    app = application(Pool(Settings(Path("none"))))  # which starts no worker
    return {route.path for route in app.routes if isinstance(route, Route)}


@each_place
def test_it_is_somewhere(place: Place) -> None:
    assert place.path or place.template or place.file
    assert bool(place.file) == bool(place.file_template)
    assert place_named(place.name) is place
    for template in filter(None, (place.template, place.file_template)):
        assert (TEMPLATES / f"{template}.html").is_file()


@each_place
def test_a_server_answers_at_its_path(place: Place, routes: set[str]) -> None:
    assert not place.path or place.path in routes
    assert ServerLinks().special(place.name) == place.path


@each_place
def test_it_is_written_by_somebody(place: Place) -> None:
    code = "\n".join(
        path.read_text("utf-8")
        for room in ("web", "publish", "views/site")
        for path in (SOURCE / room).glob("*.py")
    )
    if place.template:
        assert re.search(rf'\.place\(\s*"{place.name}"', code)
    if place.file_template not in {"", place.template}:
        assert re.search(rf'\.file\(\s*"{place.name}"', code)


def test_every_page_has_a_row() -> None:
    rows = {name for place in PLACES for name in (place.template, place.file_template) if name}
    assert {path.stem for path in TEMPLATES.glob("*.html")} == rows | PARTS
    assert set(PAGES) <= {place.name for place in PLACES if place.path}


def test_templates_lead_to_rows() -> None:
    for path in TEMPLATES.glob("*.html"):
        for name in re.findall(r"(?:special|place)\('(\w+)'\)", Path(path).read_text("utf-8")):
            assert place_named(name)


def test_navigation_leads_to_pages_of_a_server() -> None:
    shown = [place for place in PLACES if place.heading]
    assert all(place.path and place.template for place in shown)
    assert len({place.heading for place in shown}) == len(shown) > 2
