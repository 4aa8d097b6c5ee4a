"""What one file states, read to the end and written as N-Quads."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from southsouth.errors import DocumentError, StoreError, faults_of
from southsouth.graph.rdf.emit import statements
from southsouth.graph.rdf.iris import reading_graph_iri, source_iri
from southsouth.reading.documents import check_file, read_file
from southsouth.reading.documents.model import Document
from southsouth.reading.reader import Reading, load_authority_records, read_to_the_end


def file_hash(path: Path) -> str:
    """The SHA-256 hash of a file's bytes. Raises DocumentError where it cannot be read."""
    check_file(path)
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise DocumentError(
            str(path), f"cannot be read ({error.strerror})", "check the file and its permissions"
        ) from error


@dataclass(frozen=True, slots=True)
class Slice:
    """The N-Quads of one file in a shard: ``size`` bytes from byte ``start`` (0-based) on."""

    shard: Path
    start: int
    size: int

    def read(self) -> bytes:
        """The lines. Raises StoreError where the shard is gone."""
        try:
            with self.shard.open("rb") as file:
                file.seek(self.start)
                lines = file.read(self.size)
        except OSError as error:
            raise StoreError(
                f"{self.shard}: the shard cannot be read ({error}); all that read "
                "and load must see its folder"
            ) from error
        if len(lines) != self.size:
            raise StoreError(f"{self.shard}: the shard is cut off; is the disk full?")
        return lines


#: How the lines begin that say something of a file.
_OF_THE_FILE: Final = f"<{source_iri('')}".encode()


@dataclass(slots=True)
class FileFacts:
    """What one file states, ready for a store.

    ``nquads`` is what was read, in memory or in a shard. The lower the ``rank`` of its format, the
    more that format states. ``remarks`` say what of the reading is uncertain.
    ``size`` is the file's, in bytes; ``seconds`` what opening, extraction
    and emission took in the process that read it. ``more`` are the further documents of a file that
    holds several, without size and seconds of their own.
    """

    file: Path
    graph: str
    symbol: str
    rank: int
    nquads: bytes | Slice
    provisions: int
    mentions: int
    citations: Counter[str]
    events: Counter[str]
    size: int
    seconds: dict[str, float]
    remarks: Sequence[str] = ()
    more: Sequence[FileFacts] = ()

    def all(self) -> tuple[FileFacts, ...]:
        """These facts, and those of the further documents of the file."""
        return (self, *self.more)

    def lines(self) -> bytes:
        """What was read, as N-Quads."""
        return self.nquads if isinstance(self.nquads, bytes) else self.nquads.read()

    def manifestation(self) -> bytes:
        """Of these lines, what they say of the file itself: all that the graph of a reading keeps
        of a file where another one of the same version is read instead."""
        return b"".join(
            line for line in self.lines().splitlines(keepends=True) if line.startswith(_OF_THE_FILE)
        )

    def settle(self) -> None:
        """Keep no more in memory than may be asked for once the lines were taken."""
        if isinstance(self.nquads, bytes):
            self.nquads = self.manifestation()


#: Where a document is there in several formats, the one that states most is read.
_RANKS: Final = (
    "application/akn+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/markdown",
    "text/html",
    "text/plain",
    "application/pdf",
)


def _rank(document: Document) -> int:
    """A document that a file is comes before one that a file prints among others."""
    return _RANKS.index(document.media_type) + len(_RANKS) * document.excerpt


def file_facts(path: Path) -> FileFacts | DocumentError:
    """Read one file to the end; its error where it cannot be.

    Whatever a reader raises is a failure of that file and of no other: it is told with its name.
    """
    try:
        with faults_of(str(path)):
            return _file_facts(path)
    except DocumentError as error:
        return error


def _file_facts(path: Path) -> FileFacts:
    started = time.perf_counter()
    document = read_file(path)
    opened = time.perf_counter()
    readings = read_to_the_end(path, document, load_authority_records())
    extracted = time.perf_counter()
    first, *more = (_facts(path, reading) for reading in readings)
    emitted = time.perf_counter()
    first.size = path.stat().st_size
    first.seconds = {
        "open": opened - started, "extract": extracted - opened, "emit": emitted - extracted
    }  # fmt: skip
    first.more = more
    return first


def _facts(path: Path, reading: Reading) -> FileFacts:
    resolution = reading.resolution
    return FileFacts(
        path,
        reading_graph_iri(resolution.symbol, resolution.document.language),
        resolution.symbol.text,
        _rank(resolution.document),
        statements(reading).nquads(),
        len(resolution.parts),
        len(reading.mentions.known()),
        Counter(citation.how.value for citation in reading.citations),
        Counter(event.force for event in reading.events),
        0,
        {},
        list(resolution.remarks),
    )
