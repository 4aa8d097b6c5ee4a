"""The documents of a store for reference managers: BibTeX and CSL-JSON, both read by Zotero."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import IO, Any, Final
from urllib.parse import quote

from southsouth.graph.store import Store
from southsouth.publish.described import DocumentFacts, described_documents

_PUBLISHER: Final = "United Nations"
#: What a reader sees as the type of a document; a class without a row is left out.
_GENRES: Final = {
    "Resolution": "Resolution",
    "Decision": "Decision",
    "Report": "Report",
    "Draft": "Draft",
    "PresidentialStatement": "Presidential statement",
}
#: Characters that LaTeX takes for commands, and how it prints them. BibTeX counts the braces that
#: LaTeX escapes too, so they have names.
_LATEX: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "%": r"\%",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "$": r"\$",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_SPECIAL: Final = re.compile(r"[\\{}%&#_$~^]")
#: Characters that an address may hold unescaped (RFC 3986 §2) and BibTeX does not trip over.
_IN_ADDRESS: Final = "/:?=&()@!*',;+$-._~#%"


def latex(text: str) -> str:
    """``text`` on one line, with the characters that LaTeX takes for commands escaped."""
    return _SPECIAL.sub(lambda found: _LATEX[found[0]], " ".join(text.split()))


def keyed(documents: Iterable[DocumentFacts]) -> Iterator[tuple[str, DocumentFacts]]:
    """Each document with a citation key made from its symbol, which no other has."""
    used: set[str] = set()
    for document in documents:
        stem = re.sub(r"[^A-Za-z0-9]+", "-", document.symbol).strip("-") or "document"
        key, count = stem, 1
        while key.lower() in used:
            count += 1
            key = f"{stem}_{count}"
        used.add(key.lower())
        yield key, document


def _author(document: DocumentFacts) -> str:
    return ", ".join(filter(None, (_PUBLISHER, document.organ)))


def _bibtex_entry(key: str, document: DocumentFacts) -> str:
    """``@techreport``: the one type of BibTeX that has a number, a type and an institution. Double
    braces keep the words of a name together and the capitals of a title."""
    year, month, day = [*document.date.split("-"), "", "", ""][:3]
    fields = {
        "author": f"{{{latex(_author(document))}}}",
        "title": f"{{{latex(document.title or document.symbol)}}}",
        "institution": f"{{{_PUBLISHER}}}",
        "type": _GENRES.get(document.kind, ""),
        "number": latex(document.symbol),
        "year": year,
        "month": month.lstrip("0"),
        "day": day.lstrip("0"),
        "date": document.date,
        "url": quote(document.link, safe=_IN_ADDRESS),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@techreport{{{key},", *lines, "}", ""])


def bibtex(store: Store, out: IO[bytes]) -> None:
    """An entry for each document, with the fields of BibTeX and biblatex's ``date``."""
    for number, (key, document) in enumerate(keyed(described_documents(store))):
        out.write(("\n" * bool(number) + _bibtex_entry(key, document)).encode())


def csl_item(key: str, document: DocumentFacts) -> dict[str, Any]:
    """A document as an item of CSL-JSON (csl-data.json of CSL 1.0.2)."""
    item: dict[str, Any] = {
        "id": key,
        "type": "report",
        "title": document.title or document.symbol,
        "number": document.symbol,
        "genre": _GENRES.get(document.kind, ""),
        "author": [{"literal": _author(document)}],
        "publisher": _PUBLISHER,
        "URL": document.link,
    }
    if document.date:
        item["issued"] = {"date-parts": [[int(part) for part in document.date.split("-")]]}
    return {name: value for name, value in item.items() if value}


def csl_json(store: Store, out: IO[bytes]) -> None:
    """A list with an item for each document."""
    items = [csl_item(key, document) for key, document in keyed(described_documents(store))]
    out.write((json.dumps(items, indent=2, ensure_ascii=False) + "\n").encode())
