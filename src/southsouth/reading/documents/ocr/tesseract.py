"""Tesseract (Apache-2.0), run as the program that a system's packages install.

It is asked for a table (TSV) of words with their boxes. One thread a process: a build reads a file
on each processor.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import lru_cache
from typing import Final

from southsouth.errors import DocumentError
from southsouth.reading.documents.ocr.word import Recognised, Word

_PROGRAM: Final = "tesseract"
#: Its names for the languages that are read; those of them that are installed are asked for.
_LANGUAGES: Final = ("eng", "fra", "spa", "rus", "ara", "chi_sim", "deu")
_SECONDS: Final = 180
_COLUMNS: Final = 12
_PAGE, _WORD = "1", "5"
#: Of such words the engine is so unsure that they are specks and lines.
_LEAST: Final = 10.0
_ROTATE: Final = re.compile(r"^Rotate:\s*(\d+)", re.MULTILINE)
_VERSION: Final = re.compile(r"tesseract\s+v?(\S+)")


class Tesseract:
    """The program at ``path``."""

    def __init__(self, path: str, version: str, languages: tuple[str, ...]) -> None:
        self._path, self._languages = path, languages
        self.name = f"tesseract {version}"

    def recognise(self, picture: bytes, name: str) -> Recognised:
        """The words of a picture; raises DocumentError where it is none."""
        known = [language for language in _LANGUAGES if language in self._languages]
        asked = ["-l", "+".join(known)] if known else []
        try:
            done = _run([self._path, "-", "-", *asked, "--psm", "3", "tsv"], picture)
        except subprocess.TimeoutExpired as error:
            raise DocumentError(
                name, f"a page on which no end was found in {_SECONDS} seconds", "scan it anew"
            ) from error
        if done.returncode:
            raise DocumentError(
                name, "a picture that Tesseract cannot read", "save it anew as PNG or TIFF"
            )
        return words_of_table(done.stdout.decode("utf-8", "replace"))

    def turned(self, picture: bytes) -> int:
        """What its orientation detection says; 0 where it cannot tell."""
        try:
            done = _run([self._path, "-", "-", "--psm", "0"], picture)
        except subprocess.TimeoutExpired:
            return 0
        found = _ROTATE.search(done.stdout.decode("utf-8", "replace"))
        return int(found[1]) if found and not done.returncode else 0


def _run(command: list[str], data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    return subprocess.run(  # noqa: S603 - the program of the PATH, and words of ours
        command, input=data, capture_output=True, timeout=_SECONDS, env=environment, check=False
    )


def words_of_table(table: str) -> Recognised:
    """The words in a table of Tesseract's."""
    words: list[Word] = []
    width = height = 0
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) != _COLUMNS or not cells[0].isdigit():
            continue
        left, top, wide, high = map(int, cells[6:10])
        if cells[0] == _PAGE:
            width, height = max(width, wide), max(height, high)
        elif cells[0] == _WORD and cells[11].strip() and float(cells[10]) > _LEAST:
            line = tuple(map(int, cells[1:5]))
            sure = float(cells[10]) / 100
            words.append(Word(cells[11].strip(), left, top, left + wide, top + high, sure, line))
    return Recognised(tuple(words), width, height)


@lru_cache(maxsize=1)
def find() -> Tesseract | None:
    """Tesseract, where the machine has it."""
    path = shutil.which(_PROGRAM)
    if path is None:
        return None
    try:
        said = _run([path, "--version"]).stdout.decode("utf-8", "replace")
        listed = _run([path, "--list-langs"]).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.TimeoutExpired):
        return None
    version = _VERSION.search(said)
    languages = tuple(line.strip() for line in listed.splitlines()[1:])
    return Tesseract(path, version[1] if version else "", languages)
