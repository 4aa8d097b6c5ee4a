"""Exporters, by file suffix: one table for a store, one for a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import IO, Final, TypeVar

from southsouth.errors import SouthSouthError
from southsouth.graph.rdf.formats import FORMATS
from southsouth.graph.store import Store
from southsouth.publish import bibliography, network_files, streams
from southsouth.reading.documents.encodings import decode
from southsouth.reading.reader import Reading, read_path

_T = TypeVar("_T")
#: Formats whose file is text: what is said of places in it is said of the file.
_TEXTS: Final = frozenset({"text/plain", "text/markdown"})


def _akn(reading: Reading, _: Path) -> bytes:
    from southsouth.publish.akn import akn_document

    return akn_document(reading.resolution, reading.citations)


def _annotations(reading: Reading, file: Path) -> bytes:
    from southsouth.publish.annotations import annotations_json

    is_text = reading.resolution.document.media_type in _TEXTS
    return annotations_json(reading, decode(file.read_bytes(), str(file)) if is_text else "")


#: By the end of the file's name; where several fit, the longest holds.
EXPORTERS: Final[Mapping[str, Callable[[Store, IO[bytes]], None]]] = {
    **{row.suffix: partial(streams.write_store, row) for row in FORMATS},
    ".graphml": network_files.graphml,
    ".gexf": network_files.gexf,
    ".csv": network_files.citations_csv,
    ".neo4j.zip": network_files.neo4j_zip,
    ".bib": bibliography.bibtex,
    ".csl.json": bibliography.csl_json,
}
DOCUMENT_EXPORTERS: Final[Mapping[str, Callable[[Reading, Path], bytes]]] = {
    ".xml": _akn,
    ".anno.jsonld": _annotations,
}


def _exporter(path: Path, table: Mapping[str, _T], what: str) -> _T:
    """The row for a file's name. Raises SouthSouthError where there is none, and where the name
    is that of another table."""
    known = (*EXPORTERS, *DOCUMENT_EXPORTERS)
    fitting = [suffix for suffix in known if path.name.lower().endswith(suffix)]
    if not fitting or max(fitting, key=len) not in table:
        raise SouthSouthError(
            f"{path}: no exporter for the suffix {path.suffix!r}; {what} is written as one of "
            f"{' '.join(table)}"
        )
    return table[max(fitting, key=len)]


def export(store: Store, path: Path) -> int:
    """Write the store to ``path`` in the format of its suffix; the number of bytes.

    The file appears whole or not at all. Raises SouthSouthError for an unknown suffix or a place
    that cannot be written.

    >>> export(store, folder / "graph.nt") > 1_000_000
    True
    >>> export(store, folder / "graph.doc")
    Traceback (most recent call last):
    southsouth.errors.SouthSouthError: ...
    """
    exporter = _exporter(path, EXPORTERS, "a store")
    return _write(path, lambda out: exporter(store, out))


def export_document(document: Path, path: Path) -> int:
    """Write one document, in any format that can be read, with its citations marked; the number of
    bytes.

    Raises SouthSouthError for a suffix that is not in DOCUMENT_EXPORTERS, and where the document
    cannot be read or, for Akoma Ntoso, is no resolution.

    >>> export_document(document, folder / "wells.xml") > 1_000
    True
    """
    exporter = _exporter(path, DOCUMENT_EXPORTERS, "a document")
    reading = read_path(document)
    written = exporter(reading, document)
    return _write(path, lambda out: out.write(written))


def _write(path: Path, write: Callable[[IO[bytes]], object]) -> int:
    temporary = path.with_name(f".{path.name}.part")
    try:
        with temporary.open("wb") as out:
            write(out)
        size = temporary.stat().st_size
        temporary.replace(path)
    except OSError as error:
        raise SouthSouthError(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        temporary.unlink(missing_ok=True)
    return size
