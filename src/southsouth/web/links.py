"""Where links go on pages that this server writes: to its own paths."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from southsouth.graph.rdf.iris import is_document
from southsouth.views.site import place_named, shown_at
from southsouth.vocabulary import BASE, NS


class ServerLinks:
    """The policy of ``views.site.Links`` for a server at the root of its host."""

    def resource(self, iri: str) -> str:
        """Ours by path, terms of the ontology by anchor; others as they are, if they are pages."""
        if iri.startswith(NS):
            return f"/ns#{_safe(iri.removeprefix(NS))}"
        if iri.startswith(BASE):
            path, sign, fragment = iri.removeprefix(BASE).partition("#")
            return f"/{_safe(path)}{sign}{_safe(shown_at(fragment))}"
        return iri if iri.startswith(("https://", "http://")) else ""

    def data(self, iri: str, suffix: str) -> str:
        return f"/{_safe(iri.removeprefix(BASE))}{suffix}"

    def asset(self, name: str) -> str:
        return f"/assets/{name}"

    def special(self, name: str) -> str:
        return place_named(name).path

    def explorer(self, iri: str) -> str:
        view = "citations" if is_document(iri) else "lineage"
        return f"/explore?{urlencode({'view': view, 'focus': iri.removeprefix(BASE)})}"

    def question(self, name: str, values: Mapping[str, str]) -> str:
        return f"/queries/{name}?{urlencode(values)}" if values else f"/queries/{name}"


def _safe(path: str) -> str:
    return quote(path, safe="/%().-_~,;:@!$&'*+=")
