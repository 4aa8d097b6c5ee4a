"""``southsouth-fetch.json``: what was fetched into a folder, from where, and its hash."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final, Self

from southsouth.errors import SouthSouthError
from southsouth.fetch.files import Validators, replace_whole, sha256_of, storing

NAME: Final = "southsouth-fetch.json"
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One document in one language. ``url`` is the address that was asked, before redirects."""

    symbol: str
    language: str
    url: str
    file: str
    sha256: str
    etag: str
    last_modified: str
    fetched_at: str
    media_type: str

    @property
    def known(self) -> Validators:
        """What to ask with whether it has changed."""
        return Validators(self.etag, self.last_modified)


class Manifest:
    """The entries of a folder, by symbol and language; written anew after each document."""

    def __init__(self, folder: Path, entries: dict[tuple[str, str], Entry]) -> None:
        self._folder = folder
        self._entries = entries

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The manifest of ``folder``, empty where there is none; SouthSouthError if broken."""
        path = folder / NAME
        with storing(path):
            try:
                data = path.read_bytes()
            except FileNotFoundError:
                return cls(folder, {})
        try:
            entries = [_entry(row) for row in _rows(json.loads(data))]
        except (ValueError, TypeError) as error:
            raise SouthSouthError(
                f"{path}: no list of fetched documents ({error}); move it away and run again: "
                "nothing is deleted, the documents are fetched anew"
            ) from error
        return cls(folder, {(entry.symbol, entry.language): entry for entry in entries})

    def intact(self, symbol: str, language: str) -> Entry | None:
        """The entry of a document whose file is there and still has the hash it had."""
        entry = self._entries.get((symbol, language))
        if entry is None:
            return None
        path = self._folder / entry.file
        with storing(path):
            if not path.is_file() or sha256_of(path) != entry.sha256:
                return None
        return entry

    def put(self, entry: Entry) -> None:
        """Adds or replaces an entry and writes the file."""
        self._entries[entry.symbol, entry.language] = entry
        rows = [asdict(row) for _, row in sorted(self._entries.items())]
        text = json.dumps({"version": _VERSION, "documents": rows}, indent=2, ensure_ascii=False)
        replace_whole(self._folder / NAME, f"{text}\n".encode())


def _rows(data: Any) -> list[Any]:
    if not isinstance(data, dict) or not isinstance(data.get("documents"), list):
        raise TypeError("it has no list “documents”")
    if data.get("version") != _VERSION:
        raise ValueError(f"version {data.get('version')!r} in place of {_VERSION}")
    rows: list[Any] = data["documents"]
    return rows


def _entry(row: Any) -> Entry:
    names = {field.name for field in fields(Entry)}
    if not isinstance(row, dict) or set(row) != names:
        raise TypeError("an entry with other keys")
    if not all(isinstance(value, str) for value in row.values()):
        raise TypeError("an entry with a value that is no text")
    # an entry must not lead out of the folder
    if Path(row["file"]).name != row["file"] or "\\" in row["file"]:
        raise ValueError(f"{row['file']!r} is no file name")
    return Entry(**row)
