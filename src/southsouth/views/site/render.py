"""A page's values → the bytes of an HTML page.

Whoever publishes says where links go: a server to its own paths, a static site to files. Every
value is escaped by the template engine; nothing on a page comes from another host.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined

from southsouth import __version__
from southsouth.graph.rdf.formats import FORMATS, Format
from southsouth.views.page_model import Page
from southsouth.views.schema_org import embedded
from southsouth.views.site.places import PLACES, place_named
from southsouth.views.terminal import cut

#: What a page shows with the part that it stands in: an act, a citation, a mention.
_IN_PART: Final = re.compile(r"-(?:act|cite|mention)\d+$")


def shown_at(fragment: str) -> str:
    """The anchor on a document's page where what a fragment of its IRI names is shown."""
    return _IN_PART.sub("", fragment)


class Links(Protocol):
    """Where links go. Each gives an address, or nothing where there is none: then it is text."""

    def resource(self, iri: str) -> str:
        """A resource, ours or of others."""

    def data(self, iri: str, suffix: str) -> str:
        """The RDF file of a resource of ours."""

    def asset(self, name: str) -> str:
        """A file that pages need."""

    def special(self, name: str) -> str:
        """A page that is no resource, by its name in ``places.PLACES``."""

    def explorer(self, iri: str) -> str:
        """The explorer at a resource."""

    def question(self, name: str, values: Mapping[str, str]) -> str:
        """A question of the library with these values."""


#: What the navigation of every page leads to.
_NAVIGATION: Final = tuple(place for place in PLACES if place.heading)


@cache
def css() -> bytes:
    """The style of all pages."""
    return (files("southsouth.views.site") / "style.css").read_bytes()


class Site:
    """Renders pages for one publisher, who has the RDF of each resource in ``formats``."""

    def __init__(self, links: Links, formats: Sequence[Format] = FORMATS) -> None:
        self._formats = formats
        self._engine = Environment(
            loader=PackageLoader("southsouth.views.site", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._engine.filters["cut"] = cut
        self._engine.globals |= {"links": links, "version": __version__}
        self._engine.globals |= {"navigation": _NAVIGATION, "place": place_named}

    def _write(self, template: str, **values: Any) -> bytes:
        """A page of a template and its values."""
        return self._engine.get_template(f"{template}.html").render(**values).encode()

    def place(self, name: str, **values: Any) -> bytes:
        """A page of a server, by its name in PLACES."""
        return self._write(place_named(name).template, **values)

    def file(self, name: str, **values: Any) -> bytes:
        """A page of a static site, by its name in PLACES."""
        return self._write(place_named(name).file_template, **values)

    def resource(self, page: Page) -> bytes:
        """The page of a resource, wherever it stands."""
        return self.place("resource", page=page, formats=self._formats, embedded=embedded(page))
