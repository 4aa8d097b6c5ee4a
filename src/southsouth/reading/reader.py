"""One document, read to the end: structure, citations, mentions, events, speech acts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from southsouth import resources
from southsouth.errors import DocumentError, faults_of
from southsouth.reading.citations import Citation, citations_in
from southsouth.reading.documents import Document, read_file
from southsouth.reading.documents.metadata import has_metadata, record_of, with_metadata
from southsouth.reading.documents.told import UNTOLD, Told, with_told
from southsouth.reading.instruments.authority import Authority, load_authority
from southsouth.reading.instruments.events import Event, Role, addressees, events_in
from southsouth.reading.instruments.known import known_words
from southsouth.reading.instruments.mentions import Mentions, mentions_in
from southsouth.reading.instruments.named import named_citations
from southsouth.reading.instruments.used_names import UsedName, names_used_in
from southsouth.reading.structure.model import Part, Resolution, VerbUse
from southsouth.reading.structure.parse import parse_resolution, symbol_of
from southsouth.reading.structure.several import documents_in
from southsouth.reading.structure.verbs import force_of


class SpeechAct(NamedTuple):
    """What a provision does by one of its verbs: its force, whom it addresses, which events of the
    reading (by index) it enacts, requests or reports."""

    part: str
    use: VerbUse
    force: str
    addressees: tuple[Role, ...]
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document states, as values; offsets point into ``resolution.text``.

    >>> reading = read(document)
    >>> str(reading.resolution.symbol)
    'A/RES/66/901'
    >>> [str(citation.target) for citation in reading.citations if citation.verb == "recall"]
    ['A/RES/60/212', 'A/66/123']
    """

    resolution: Resolution
    citations: tuple[Citation, ...]
    mentions: Mentions
    events: tuple[Event, ...]
    acts: tuple[SpeechAct, ...]
    names: tuple[UsedName, ...]


def _act(
    resolution: Resolution,
    mentions: Mentions,
    authority: Authority,
    governed: dict[int, list[int]],
    part: Part,
    use: VerbUse,
) -> SpeechAct:
    """``governed`` gives the indices of the events that a use of a verb governs, by its identity:
    the same words may stand twice in a document."""
    force = force_of(use.verb)
    addressed: tuple[Role, ...] = ()
    if force == "requested":
        addressed = addressees(resolution, mentions, authority, part, use)
    return SpeechAct(part.id, use, force, addressed, tuple(governed.get(id(use), ())))


def read_document(document: Document, authority: Authority) -> Reading:
    """Everything that ``document`` states, without the others that its file may hold. Raises
    DocumentError where it is no UN document."""
    return _read_one(documents_in(document)[0], authority)


def _read_one(document: Document, authority: Authority) -> Reading:
    resolution = parse_resolution(document)
    citations = citations_in(resolution)
    mentions = mentions_in(resolution, authority)
    events = events_in(resolution, citations, mentions, authority)
    governed: dict[int, list[int]] = {}
    for index, event in enumerate(events):
        if event.verb is not None:
            governed.setdefault(id(event.verb), []).append(index)
    acts = tuple(
        _act(resolution, mentions, authority, governed, part, use)
        for part in resolution.parts
        for use in part.verbs
    )
    named = named_citations(resolution, citations, mentions, authority)
    known = known_words(resolution.text, authority, document.language)
    names = tuple(
        name for name in names_used_in(resolution, known.heads) if not _is_known(name, mentions)
    )
    return Reading(resolution, (*citations, *named), mentions, events, acts, names)


def _is_known(name: UsedName, mentions: Mentions) -> bool:
    """Whether a name, or a longer one that holds it, is one that the records know, and it
    introduces no acronym."""
    if name.acronym:
        return False
    mention = mentions.at(name.start)
    return mention is not None and bool(mention.thing) and name.end <= mention.end


@cache
def load_authority_records() -> Authority:
    """The curated records that ship with southsouth."""
    return load_authority(resources.authority_files())


def read_path(path: Path, authority: Authority | None = None, what: Told | None = None) -> Reading:
    """One document file, read to the end, with ``what`` is told of it. Raises DocumentError where
    it cannot be.

    >>> len(read(document).resolution.parts) > 5
    True
    >>> read(folder / "nothing.pdf")
    Traceback (most recent call last):
    southsouth.errors.DocumentError: ...
    """
    records = authority or load_authority_records()
    with faults_of(str(path)):
        first = documents_in(with_told(read_file(path), what or UNTOLD))[:1]
        return _named_after(path, first, records)[0]


def readings_in(
    path: Path, authority: Authority | None = None, what: Told | None = None
) -> tuple[Reading, ...]:
    """Each document of a file, read to the end, the one that the file is first; ``what`` is told of
    that. Raises DocumentError where the file cannot be read."""
    records = authority or load_authority_records()
    with faults_of(str(path)):
        return read_to_the_end(path, with_told(read_file(path), what or UNTOLD), records)


def read_to_the_end(path: Path, document: Document, authority: Authority) -> tuple[Reading, ...]:
    """Everything that the documents of a file state, the one that it is first (`several`); errors
    name the file."""
    return _named_after(path, documents_in(document), authority)


def _named_after(
    path: Path, documents: Iterable[Document], authority: Authority
) -> tuple[Reading, ...]:
    try:
        return tuple(_read_one(_with_record(path, one), authority) for one in documents)
    except DocumentError as error:
        raise DocumentError(str(path), error.problem, error.remedy) from error


def _with_record(path: Path, document: Document) -> Document:
    """``document`` with what the publisher's metadata beside its file state of it."""
    if not has_metadata(path):
        return document
    stated = record_of(path, symbol_of(document).text)
    if stated is None:
        return document
    return replace(document, record=with_metadata(document.record, stated))
