"""The IRIs of everything, as docs/model.md lists them. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox

from southsouth.un.symbols import Symbol
from southsouth.vocabulary import BASE

#: Named graphs of what is curated or derived.
ONTOLOGY_GRAPH = BASE + "graph/ontology"
AUTHORITY_GRAPH = BASE + "graph/authority"
LINEAGE_GRAPH = BASE + "graph/lineage"
#: What follows from all documents together: things, their names, happenings.
KNOWLEDGE_GRAPH = BASE + "graph/knowledge"
INFERRED_GRAPH = BASE + "graph/inferred"
#: Links to other vocabularies that a person has confirmed.
LINKS_GRAPH = BASE + "graph/links"
LANGUAGE_GRAPH = BASE + "graph/language"
#: What the symbol of a document alone tells, once for all readings that cite it.
DOCUMENTS_GRAPH = BASE + "graph/documents"
#: Says that a build is under way, or was ended in the midst; no part of the dataset.
UNFINISHED_GRAPH = "urn:southsouth:unfinished"
#: All graphs of readings start with this and go on with the document's symbol.
READING_GRAPH_PREFIX = BASE + "graph/document/"


@lru_cache(maxsize=4096)
def _quoted(path: str) -> str:
    return BASE + quote(path, safe="/().-")


def document_iri(symbol: Symbol) -> str:
    """``…/document/A/RES/60/212``."""
    return _quoted(symbol.iri_path)


def is_document(iri: str) -> bool:
    """Whether an IRI is that of a document, or of a part of one."""
    return iri.startswith(BASE + "document/")


def part_iri(symbol: Symbol, part_id: str) -> str:
    """``…/document/A/RES/60/212#op13(a)``."""
    return f"{document_iri(symbol)}#{part_id}"


#: What the IRI of something that stands in a part has behind that of the part.
_IN_PART: Final = re.compile(r"-(?:mention|name|event)\d+\Z")


def provision_of(statement: str) -> str:
    """The IRI of the provision that a mention, a name or an event stands in, which its own IRI
    begins with."""
    return _IN_PART.sub("", statement)


def graph_iri(symbol: Symbol) -> str:
    """The named graph that holds what was read from that document."""
    return READING_GRAPH_PREFIX + document_iri(symbol).removeprefix(BASE + "document/")


def document_of_reading(graph: str) -> str:
    """The document that a graph is a reading of: ``…/document/A/RES/60/212``."""
    return BASE + "document/" + graph.removeprefix(READING_GRAPH_PREFIX)


def expression_iri(symbol: Symbol, language: str) -> str:
    """The language version of a document: ``…/expression/A/RES/60/212/fr``."""
    path = document_iri(symbol).removeprefix(BASE + "document/")
    return f"{BASE}expression/{path}/{language}"


def expression_graph_iri(symbol: Symbol, language: str) -> str:
    """The named graph of what was read from that language version; English readings, which say
    more, are in ``graph_iri``."""
    return f"{BASE}graph/{expression_iri(symbol, language).removeprefix(BASE)}"


def reading_graph_iri(symbol: Symbol, language: str) -> str:
    """The named graph of a reading in that language."""
    return graph_iri(symbol) if language == "en" else expression_graph_iri(symbol, language)


def state_iri(code: str) -> str:
    """A State, by its ISO 3166 code: it may change its name."""
    return f"{BASE}state/{code.lower()}"


def source_iri(sha256: str, part: str = "") -> str:
    """A source file, by the hash of its bytes; ``part`` is the symbol of one of several documents
    in it."""
    return _quoted(f"source/sha256-{sha256}/{part}".removesuffix("/"))


#: What an IRI may hold besides letters and digits (RFC 3986 §2.2, §2.3), and what is encoded.
_RESERVED: Final = ":/?#@!$&'()*+,;=-._~%"


@lru_cache(maxsize=4096)
def web_iri(href: str) -> str:
    """A web address from a file of others, with what an IRI cannot hold percent-encoded; "" for
    what is none even so."""
    if not href.startswith(("http://", "https://")):
        return ""
    iri = quote(href.strip(), safe=_RESERVED)
    try:
        return ox.NamedNode(iri).value
    except ValueError:
        return ""


@lru_cache(maxsize=4096)
def concept(scheme: str, handle: str) -> str:
    """A concept of one of our schemes: ``verb/recall``, ``force/requested``, ``how/ibid``…"""
    return f"{BASE}{scheme}/{handle}"
