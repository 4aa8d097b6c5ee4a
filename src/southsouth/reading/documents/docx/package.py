"""The parts of a DOCX file, opened with care: a zip from strangers can swell without end."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from southsouth.errors import DocumentError
from southsouth.reading.documents.docx.stream import blocks
from southsouth.reading.documents.xml import parse_xml

MAX_UNPACKED: Final = 500_000_000
#: Of the document itself, and its tags and attributes: a programme budget has some millions.
MAX_XML: Final = 400_000_000
MAX_MARKUP: Final = 20_000_000
#: Of all parts that are held whole; two thousand pages of text have less. A document with more is
#: read a block at a time.
MAX_WHOLE: Final = 60_000_000
MAX_RATIO: Final = 200
#: A small member may well be one repeated word.
_RATIO_FROM: Final = 1_000_000
#: Tags and attributes of all parts that are held whole, and of one block: each takes some 200 bytes
#: once parsed.
MAX_WHOLE_MARKUP: Final = 1_000_000
#: So much of a part is unpacked at a time.
_PIECE: Final = 1 << 20

_OLE: Final = bytes.fromhex("D0CF11E0A1B11AE1")
_MAIN: Final = "word/document.xml"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    NotImplementedError,
)
#: "Strict Open XML" names the same elements otherwise.
_STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_LONGEST: Final = max(len(strict) for strict, _ in _STRICT)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the last word of the relation's type, and a part's name or an URL."""

    kind: str
    target: str


class Package:
    """The parts of one file. ``name`` is the file's, for messages."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._archive = _open(data, name)
        self._unpacked = 0
        self._markup = 0
        self._relations: dict[str, dict[str, Relation]] = {}
        self._names = set(self._archive.namelist())
        self.main = self._main()

    def _main(self) -> str:
        """The name of the part that holds the document."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.target.endswith(".xml"):
                return relation.target
        return _MAIN

    def _pieces(self, part: str) -> Iterator[bytes]:
        """A part as it is unpacked."""
        try:
            with self._archive.open(part) as member:
                while data := member.read(_PIECE):
                    yield data
        except _DAMAGED as error:
            raise DocumentError(
                self.name,
                f"a damaged .docx file: {part} cannot be unpacked ({error})",
                "fetch or save it again",
            ) from error

    def _read(self, part: str) -> bytes:
        pieces = []
        for piece in self._pieces(part):
            pieces.append(piece)
            self._unpacked += len(piece)
            if self._unpacked > MAX_WHOLE:
                raise _too_big(self.name, MAX_WHOLE)
        return b"".join(pieces)

    def is_large(self) -> bool:
        """Whether the document itself is not to be held whole. Raises DocumentError where it has
        more than any document."""
        size = markup = 0
        for piece in self._pieces(self.main) if self.main in self._names else ():
            size += len(piece)
            markup += _markup(piece)
            if size > MAX_XML:
                raise _too_big(self.name, MAX_XML)
            _check_markup(markup, MAX_MARKUP, self.name)
        return size > MAX_WHOLE or markup > MAX_WHOLE_MARKUP

    def blocks(self) -> Iterator[etree._Element]:
        """The blocks of a large document, each held for its turn only."""
        source = _Usual(self._pieces(self.main))
        return blocks(source, f"{self.name}, {self.main}", MAX_WHOLE_MARKUP)

    def xml(self, part: str) -> etree._Element | None:
        """The root element of a part; None if there is no such part."""
        if part not in self._names:
            return None
        data = self._read(part)
        self._markup += _markup(data)
        _check_markup(self._markup, MAX_WHOLE_MARKUP, self.name)
        return parse_xml(_usual(data), f"{self.name}, {part}")

    def document(self) -> etree._Element:
        """The root element of the document itself."""
        root = self.xml(self.main)
        if root is None:
            raise DocumentError(
                self.name,
                f"no Word document: {self.main} is missing",
                "give a .docx file that Word or LibreOffice saved",
            )
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """What ``part`` refers to, by the id of the relation; "" is the package itself."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def _read_relations(self, part: str) -> dict[str, Relation]:
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for element in root.iter(_RELATIONSHIP) if root is not None else ():
            target = element.get("Target", "")
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = Relation(kind, target)
        return found

    def part(self, kind: str) -> str:
        """The name of the part to which the document has a relation of that kind, or ""."""
        for relation in self.relations(self.main).values():
            if relation.kind == kind:
                return relation.target
        return ""


class _Usual:
    """A part in pieces, with the usual names: what may be the begin of another waits."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._waits, self._ended = pieces, b"", False

    def read(self, _: int = -1, /) -> bytes:
        """The next bytes, as many as there are; none at the end."""
        while not self._ended:
            piece = next(self._pieces, b"")
            data = _usual(self._waits + piece)
            self._ended = not piece
            keep = len(data) if self._ended else max(len(data) - _LONGEST, 0)
            data, self._waits = data[:keep], data[keep:]
            if data:
                return data
        return b""


def _usual(data: bytes) -> bytes:
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    return data


def _markup(data: bytes) -> int:
    return data.count(b"<") + data.count(b"=")


def _check_markup(markup: int, most: int, name: str) -> None:
    if markup > most:
        raise DocumentError(
            name, f"more than {most} tags and attributes in its XML", "split the document"
        )


def _too_big(name: str, limit: int) -> DocumentError:
    return DocumentError(
        name, f"unpacks to more than {limit // 1_000_000} MB", "remove its pictures, or split it"
    )


def _open(data: bytes, name: str) -> zipfile.ZipFile:
    if data.startswith(_OLE):
        raise DocumentError(
            name, "an old .doc file, or one with a password", "save it as .docx without a password"
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        _check(archive.infolist(), name)
        kind = archive.read("mimetype") if "mimetype" in archive.namelist() else b""
    except _DAMAGED as error:
        problem = "a damaged .docx file" if data.startswith(b"PK") else "not a .docx file"
        raise DocumentError(name, f"{problem} ({error})", "fetch or save it again") from error
    if kind.startswith(b"application/vnd.oasis"):
        raise DocumentError(name, "an OpenDocument file, which is not read", "save it as .docx")
    return archive


def _check(members: list[zipfile.ZipInfo], name: str) -> None:
    """What the directory of the zip promises must be possible for a document."""
    if any(member.flag_bits & 1 for member in members):
        raise DocumentError(name, "the file has a password", "save it without")
    if any(member.compress_type not in {0, 8} for member in members):
        raise DocumentError(name, "packed in a way that Word does not use", "save it again")
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise _too_big(name, MAX_UNPACKED)
    for member in members:
        large = member.file_size > _RATIO_FROM
        if large and member.file_size > MAX_RATIO * max(member.compress_size, 1):
            raise DocumentError(
                name,
                f"{member.filename} unpacks to more than {MAX_RATIO} times its size",
                "no document does so; do not open it",
            )
