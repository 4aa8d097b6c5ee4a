"""Where the United Nations gives out documents by symbol: the table ``ACCESS_POINTS``. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from southsouth.un.symbols import Symbol

PDF: Final = "application/pdf"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

#: The six official languages (General Assembly rules of procedure, rule 51), by ISO 639-1.
LANGUAGES: Final = {
    "ar": "Arabic",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "ru": "Russian",
    "zh": "Chinese",
}


@dataclass(frozen=True, slots=True)
class AccessPoint:
    """A public address that answers with the document of a symbol.

    In ``template``, ``{query}`` is the symbol percent-encoded throughout (a query value, RFC 3986
    §2.1), ``{path}`` the symbol with its slashes and ``{language}`` one of ``languages``.
    ``media_types`` is what it may answer with; ``source`` says where the rule of the template was
    found.
    """

    name: str
    template: str
    media_types: tuple[str, ...]
    source: str
    languages: tuple[str, ...] = tuple(LANGUAGES)

    def url(self, symbol: Symbol, language: str) -> str:
        """The address of ``symbol`` in ``language``."""
        return self.template.format(
            query=quote(symbol.text, safe=""),
            # unlike Symbol.link with its letter: 57/270 and 57/270 B are two documents
            path=quote(symbol.text, safe="/()"),
            language=language,
        )


#: In the order in which they are asked: DOCX has footnotes and numbering that a PDF has lost.
ACCESS_POINTS: Final = (
    AccessPoint(
        "documents.un.org, DOCX",
        "https://documents.un.org/api/symbol/access?s={query}&l={language}&t=docx",
        (DOCX, PDF),
        "public code that calls it; see docs/fetching.md, “t=docx”",
    ),
    AccessPoint(
        "documents.un.org, PDF",
        "https://documents.un.org/api/symbol/access?s={query}&l={language}&t=pdf",
        (PDF,),
        "public code that calls it; see docs/fetching.md, “t=pdf”",
    ),
    AccessPoint(
        "undocs.org",
        "https://undocs.org/{language}/{path}",
        (PDF, DOCX),
        "links in public documents; see docs/fetching.md, “undocs.org”",
    ),
)


def catalogue_link(symbol: Symbol) -> str:
    """Where a person may look ``symbol`` up: the search of the UN Digital Library.

    Only ever shown, never fetched: the Library's terms of use forbid automated downloads.
    """
    return f"https://digitallibrary.un.org/search?ln=en&p={quote(symbol.text, safe='')}"
