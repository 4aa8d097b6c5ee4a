"""Quads as text, and text as quads. The same quads give the same bytes in every format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from southsouth.errors import CuratedDataError
from southsouth.graph.rdf.formats import format_named
from southsouth.graph.rdf.iris import DOCUMENTS_GRAPH, READING_GRAPH_PREFIX
from southsouth.resources import context_file
from southsouth.vocabulary import BASE, PREFIXES

if TYPE_CHECKING:
    import rdflib


def _key(quad: ox.Quad) -> tuple[str, ...]:
    return (str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object))


def serialize(quads: Iterable[ox.Quad], name: str) -> bytes:
    """The quads in the format ``name``, sorted, in UTF-8 with a newline at the end.

    Formats without named graphs get the triples of all graphs, each once.
    """
    ordered = sorted(set(quads), key=_key)
    row = format_named(name)
    if row.syntax == "json":
        return _json_ld(ordered)
    data = ordered if row.graphs else _triples(ordered)
    if row.syntax != "turtle":
        prefixes = PREFIXES if row.has_prefixes else None
        return ox.serialize(data, format=row.in_engine, prefixes=prefixes) or b""
    prefixes = {**PREFIXES, **_own_prefix(ordered)}
    body = ox.serialize(data, format=row.in_engine, prefixes=prefixes, base_iri=BASE) or b""
    # Oxigraph writes the prefixes in any order; sorted, the same quads give the same bytes
    lines = body.decode().splitlines(keepends=True)
    head = sorted(line for line in lines if line.startswith(("@prefix", "@base")))
    rest = [_indented(line) for line in lines if not line.startswith(("@prefix", "@base"))]
    return _NETWORK.sub(_absolute, "".join([*head, "\n", *rest])).encode()


#: Strings, and the starts of IRIs that the base has shortened to "//host/…".
_NETWORK: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|<//")


def _absolute(found: re.Match[str]) -> str:
    return f"<{BASE.partition('//')[0]}//" if found[0] == "<//" else found[0]


def _indented(line: str) -> str:
    bare = line.lstrip("\t")
    return "    " * (len(line) - len(bare)) + bare


def _triples(quads: list[ox.Quad]) -> list[ox.Triple]:
    return sorted({quad.triple for quad in quads}, key=str)


def _own_prefix(quads: list[ox.Quad]) -> dict[str, str]:
    """``this:`` for the parts of the one document that the quads are a reading of."""
    graphs = {
        str(quad.graph_name.value) for quad in quads if isinstance(quad.graph_name, ox.NamedNode)
    }
    graphs.discard(DOCUMENTS_GRAPH)
    if len(graphs) != 1:
        return {}
    graph = graphs.pop()
    if not graph.startswith(READING_GRAPH_PREFIX):
        return {}
    return {"this": f"{BASE}document/{graph.removeprefix(READING_GRAPH_PREFIX)}#"}


def parse(path: Path) -> list[ox.Quad]:
    """The quads of an RDF file; the format is told from its suffix.

    Raises CuratedDataError where it does not parse.
    """
    try:
        row = format_named(path.suffix)
        return list(ox.parse(path=str(path), format=row.in_engine, base_iri=BASE))
    except (KeyError, SyntaxError, OSError) as error:
        raise CuratedDataError(f"{path}: {error}; not readable as RDF") from error


def to_rdflib(quads: Iterable[ox.Quad]) -> rdflib.Dataset:
    """The quads as an rdflib Dataset in memory."""
    import rdflib

    dataset = rdflib.Dataset()
    data = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    dataset.parse(data=data, format="nquads")
    for prefix, iri in PREFIXES.items():
        dataset.bind(prefix, iri)
    return dataset


def context() -> dict[str, Any]:
    """The JSON-LD context: the object under ``@context``."""
    loaded: dict[str, Any] = json.loads(context_file().read_text(encoding="utf-8"))["@context"]
    return loaded


def _json_ld(quads: list[ox.Quad]) -> bytes:
    text = to_rdflib(quads).serialize(
        format="json-ld", context=context(), auto_compact=False, indent=2, sort_keys=True
    )
    ordered = _in_order(json.loads(text))
    return (json.dumps(ordered, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()


def _in_order(value: Any) -> Any:
    """JSON-LD with its unordered lists sorted: rdflib's order differs from run to run."""
    if isinstance(value, dict):
        return {key: _in_order(item) for key, item in value.items()}
    if isinstance(value, list):
        return sorted(
            (_in_order(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True)
        )
    return value
