"""``fetch``: symbols in, files and one outcome each out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from southsouth.errors import SouthSouthError
from southsouth.fetch.content import SUFFIXES
from southsouth.fetch.download import Got, Request, download
from southsouth.fetch.files import NO_VALIDATORS, Part, storing
from southsouth.fetch.manifest import Entry, Manifest
from southsouth.fetch.points import (
    ACCESS_POINTS,
    LANGUAGES,
    AccessPoint,
    catalogue_link,
)
from southsouth.fetch.problems import AgainError, AnswerError, MissingError
from southsouth.fetch.settings import Settings
from southsouth.fetch.transport import Line
from southsouth.un.symbols import Symbol, parse_symbol

Status = Literal["fetched", "unchanged", "not-found", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one symbol.

    "fetched" and "unchanged" have a file at ``path``, with its ``url``, ``sha256`` and
    ``media_type``; "not-found" and "failed" have a ``problem``, one line that names the symbol and
    what was tried. Every access point said that it has no such document: "not-found"; any of them
    did not get as far as saying so: "failed".
    """

    symbol: str
    status: Status
    path: Path | None = None
    url: str = ""
    sha256: str = ""
    media_type: str = ""
    problem: str = ""


def _ignore(_: Outcome) -> None:
    """For callers that read the returned list."""


@dataclass(frozen=True, slots=True)
class _Run:
    folder: Path
    language: str
    points: Sequence[AccessPoint]
    line: Line
    manifest: Manifest

    def one(self, symbol: Symbol) -> Outcome:
        entry = self.manifest.intact(symbol.text, self.language)
        part = Part(self.folder / f"{self._stem(symbol)}.part")
        failures: list[tuple[AccessPoint, AnswerError]] = []
        for point, url in self._addresses(symbol, entry):
            known = entry if entry and entry.url == url else None
            request = Request(url, point.media_types, known.known if known else NO_VALIDATORS)
            try:
                got = download(self.line, request, part)
            except AnswerError as error:
                failures.append((point, error))
                continue
            if got is None and known:
                return self._have(known, "unchanged")
            if got is not None:
                return self._keep(symbol, url, part, got, entry)
        return self._none(symbol, failures)

    def _stem(self, symbol: Symbol) -> str:
        return f"{re.sub(r'[^A-Za-z0-9.()-]', '_', symbol.text)}-{self.language}"

    def _addresses(self, symbol: Symbol, entry: Entry | None) -> list[tuple[AccessPoint, str]]:
        """Whom to ask, in order; first the one that has answered before."""
        asked = [(point, point.url(symbol, self.language)) for point in self.points]
        return sorted(asked, key=lambda pair: entry is None or pair[1] != entry.url)

    def _keep(self, symbol: Symbol, url: str, part: Part, got: Got, entry: Entry | None) -> Outcome:
        name = f"{self._stem(symbol)}{SUFFIXES[got.media_type]}"
        same = entry is not None and (entry.file, entry.sha256) == (name, got.sha256)
        if same:
            part.discard()
        else:
            part.finish(self.folder / name)
        moment = self.line.settings.now().isoformat(timespec="seconds")
        fresh = Entry(
            symbol.text,
            self.language,
            url,
            name,
            got.sha256,
            got.validators.etag,
            got.validators.last_modified,
            moment,
            got.media_type,
        )
        self.manifest.put(fresh)
        return self._have(fresh, "unchanged" if same else "fetched")

    def _have(self, entry: Entry, status: Status) -> Outcome:
        return Outcome(
            entry.symbol,
            status,
            self.folder / entry.file,
            entry.url,
            entry.sha256,
            entry.media_type,
        )

    def _none(self, symbol: Symbol, failures: list[tuple[AccessPoint, AnswerError]]) -> Outcome:
        tried = "; ".join(f"{point.name}: {error}" for point, error in failures)
        language = LANGUAGES[self.language]
        if all(isinstance(error, MissingError) for _, error in failures):
            problem = (
                f"{symbol}: no such document in {language} (tried {tried}); check the symbol, "
                f"or look for it at {catalogue_link(symbol)}"
            )
            return Outcome(symbol.text, "not-found", problem=problem)
        passing = any(isinstance(error, AgainError) for _, error in failures)
        problem = f"{symbol}: not fetched in {language} ({tried}){'; run again later' * passing}"
        return Outcome(symbol.text, "failed", problem=problem)


def _parsed(symbols: Sequence[str]) -> list[Symbol]:
    """The symbols, each once; SouthSouthError that names all that are none."""
    parsed = {text: parse_symbol(text) for text in symbols}
    wrong = [text for text, symbol in parsed.items() if symbol is None]
    if wrong:
        listed = ", ".join(repr(text) for text in wrong)
        raise SouthSouthError(f"{listed}: no document symbol; write it as in A/RES/60/212")
    return list(dict.fromkeys(symbol for symbol in parsed.values() if symbol))


def _points(points: Sequence[AccessPoint], language: str) -> Sequence[AccessPoint]:
    if language not in LANGUAGES:
        listed = ", ".join(LANGUAGES)
        raise SouthSouthError(f"{language}: no language of UN documents; give one of {listed}")
    usable = [point for point in points if language in point.languages]
    if not usable:
        raise SouthSouthError(f"no access point has documents in {LANGUAGES[language]}")
    return usable


def fetch(
    symbols: Sequence[str],
    folder: Path,
    *,
    language: str = "en",
    points: Sequence[AccessPoint] = ACCESS_POINTS,
    settings: Settings | None = None,
    step: Callable[[Outcome], None] = _ignore,
) -> list[Outcome]:
    """Gets the documents of ``symbols`` into ``folder``; one outcome for each, in their order.

    The symbols, in any spelling that ``parse_symbol`` reads, are asked for one after the other.
    ``step`` is called with each outcome as it comes. What went wrong with one document is in its
    outcome; SouthSouthError is raised for what no document can be fetched with: a text that is no
    symbol (before anything is asked for), an unknown language, a broken manifest, a folder that
    cannot be written to, a full disk.

    >>> fetch(["A/RES/60/212"], folder)[0].status.value  # doctest: +SKIP
    'fetched'
    >>> fetch(["wells"], folder)
    Traceback (most recent call last):
    southsouth.errors.SouthSouthError: ...
    """
    usable = _points(points, language)
    wanted = _parsed(symbols)
    with storing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    manifest = Manifest.load(folder)
    outcomes: list[Outcome] = []
    with Line(settings or Settings()) as line:
        run = _Run(folder, language, usable, line, manifest)
        for symbol in wanted:
            outcomes.append(run.one(symbol))
            step(outcomes[-1])
    return outcomes
