"""Files that are either whole or not there: parts that can be gone on with, atomic replacement."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Final

from southsouth.errors import SouthSouthError


@contextmanager
def storing(path: Path) -> Iterator[None]:
    """Turns an OSError while writing ``path`` into a SouthSouthError that names it."""
    try:
        yield
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        remedy = "free some space and run again" if full else "check the folder and its permissions"
        raise SouthSouthError(f"{path}: {error.strerror or error}; {remedy}") from error


def write_chunk(file: IO[bytes], chunk: bytes) -> None:
    """The one place where a download's bytes are written."""
    file.write(chunk)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def replace_whole(path: Path, data: bytes) -> None:
    """Writes ``data`` to ``path``, which has either its old or its new content at any time."""
    fresh = path.with_name(f"{path.name}.new")
    with storing(path):
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server says to tell two versions apart (RFC 9110 §8.8); ``""`` for what it does not.

    ``strong`` is the one of them that may go into If-Range.
    """

    etag: str = ""
    last_modified: str = ""
    strong: str = ""


NO_VALIDATORS: Final = Validators()


@dataclass(frozen=True, slots=True)
class Part:
    """A download under way: ``path``, beside it a note of the address and of its validators.

    The note is written before the first byte of content and only where the server gives a
    validator to resume by: a part without a note is begun anew.
    """

    path: Path

    @property
    def note(self) -> Path:
        """The file that says what the part is a part of."""
        return self.path.with_name(f"{self.path.name}.json")

    def resumable(self, url: str) -> tuple[int, Validators]:
        """How many bytes of ``url`` there are and by which validators to go on; 0 to begin."""
        with storing(self.path):
            try:
                note = json.loads(self.note.read_bytes())
                size = self.path.stat().st_size
            except (FileNotFoundError, ValueError):
                return 0, NO_VALIDATORS
        if not size or not isinstance(note, dict) or note.pop("url", None) != url:
            return 0, NO_VALIDATORS
        if set(note) != {"etag", "last_modified", "strong"}:
            return 0, NO_VALIDATORS
        if not all(isinstance(value, str) and value.isascii() for value in note.values()):
            return 0, NO_VALIDATORS
        return size, Validators(**note)

    def begin(self, url: str, validators: Validators) -> None:
        """Forgets what there is and notes what comes."""
        self.discard()
        if validators.strong:
            replace_whole(self.note, json.dumps({"url": url, **asdict(validators)}).encode())

    def discard(self) -> None:
        """Removes the part and its note."""
        with storing(self.path):
            self.path.unlink(missing_ok=True)
            self.note.unlink(missing_ok=True)

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Whatever breaks off the transfer, Ctrl-C too, leaves only what can be gone on with."""
        try:
            yield
        except BaseException:
            if not self.note.exists():
                self.discard()
            raise

    def finish(self, final: Path) -> None:
        """Gives the whole file its name. The bytes were forced to disk when the part was closed."""
        with storing(final):
            self.path.replace(final)
            self.note.unlink(missing_ok=True)
