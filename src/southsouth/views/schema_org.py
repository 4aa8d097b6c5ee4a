"""A page's resource in the words of schema.org, for search engines."""

from __future__ import annotations

import json
from typing import Any, Final

from markupsafe import Markup

from southsouth.views.page_model import Page
from southsouth.vocabulary import BASE

#: The segment after the base IRI → a type of schema.org.
_TYPES: Final = {
    "document": "Legislation",
    "body": "Organization",
    "conference": "Event",
    "state": "Country",
    "ns": "DefinedTermSet",
    "graph": "Dataset",
}
#: What ends a script element or starts a comment in HTML, and the lines' ends of JavaScript.
_UNSAFE: Final = {ord(c): f"\\u{ord(c):04x}" for c in "<>&'\u2028\u2029"}


def described(page: Page) -> dict[str, Any]:
    """The resource as an object of schema.org."""
    segment = page.iri.removeprefix(BASE).partition("/")[0]
    names = [name.form for name in page.names if name.form != page.title]
    fields: dict[str, Any] = {
        "@context": "https://schema.org",
        "@id": page.iri,
        "@type": _TYPES.get(segment, "Thing"),
        "name": f"{page.title} {page.subtitle}".strip(),
        "alternateName": names,
        "sameAs": page.official,
    }
    if page.is_document:
        fields |= {
            "legislationIdentifier": page.title,
            "legislationDate": "".join(v.text for v in page.fact("adoptedOn")[:1]),
            "legislationPassedBy": [
                {"@type": "Organization", "@id": v.iri, "name": v.text}
                for v in page.fact("adoptedBy")
                if v.iri
            ],
            "citation": sorted(
                {c.target.iri for p in page.provisions for c in p.cites if c.target.iri}
            ),
        }
    if segment == "conference":
        fields |= {
            "startDate": "".join(v.text for v in page.fact("heldFrom")[:1]),
            "endDate": "".join(v.text for v in page.fact("heldUntil")[:1]),
        }
    return {key: value for key, value in fields.items() if value}


def embedded(page: Page) -> Markup:
    """The object as JSON that may stand in a script element: nothing in it can end the element."""
    text = json.dumps(described(page), ensure_ascii=False)
    return Markup(text.translate(_UNSAFE))  # noqa: S704 - all of HTML is escaped
