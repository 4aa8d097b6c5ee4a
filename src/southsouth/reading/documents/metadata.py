"""Metadata that a publisher gives apart from its documents, in files beside them.

Three forms: JSON (one record, or a list of them), MARCXML as the UN Digital Library exports it, and
CSV with a row a document or a row a vote. A file is told from what it holds; what is none of the
three is none of ours. Each record is of the document with its symbol.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from lxml import etree

from southsouth.errors import DocumentError
from southsouth.reading.documents.akn_record import split_states
from southsouth.reading.documents.encodings import decode
from southsouth.reading.documents.record import AgendaItem, Record, Subject, Vote, Voting
from southsouth.reading.documents.xml import parse_xml
from southsouth.un.symbols import parse_symbol

_SUFFIXES: Final = frozenset({".json", ".csv", ".xml"})
_MARC: Final = b"http://www.loc.gov/MARC21/slim"
_HEAD: Final = 4096
_LARGEST: Final = 50_000_000
#: What a field is called, in small letters with nothing but letters and figures.
_NAMES: Final = {
    "symbol": ("symbol", "documentsymbol", "resolution", "unsymbol"),
    "title": ("title",),
    "adopted": ("date", "adopted", "adoptiondate", "actiondate", "dateadopted", "adoptedon"),
    "draft": ("draft", "draftsymbol", "draftresolution"),
    "report": ("committeereport", "report"),
    "meeting_record": ("meetingrecord", "meeting"),
    "sponsors": ("sponsors", "sponsor", "submittedby", "authors"),
    "added_sponsors": ("additionalsponsors", "addedsponsors", "cosponsors"),
    "subjects": ("subjects", "subject", "keywords", "unbis", "unbisthesaurus"),
    "goals": ("sdgs", "sdg", "sustainabledevelopmentgoals"),
    "agenda": ("agendatitle", "agendaitemtitle"),
    "votes": ("votes", "voting", "vote"),
    "yes": ("totalyes", "infavour", "yes"),
    "no": ("totalno", "against", "no"),
    "abstaining": ("totalabstentions", "abstaining", "abstentions", "abstention"),
    "state": ("msname", "state", "country", "memberstate", "countryname"),
    "vote": ("msvote", "vote", "position"),
}
_FIELD: Final = {name: field for field, names in _NAMES.items() for name in names}
_POSITIONS: Final = {
    "y": "in-favour", "yes": "in-favour", "infavour": "in-favour",
    "n": "against", "no": "against", "against": "against",
    "a": "abstaining", "abstain": "abstaining", "abstaining": "abstaining",
    "abstention": "abstaining", "abstentions": "abstaining",
}  # fmt: skip
_GOAL: Final = re.compile(r"\d{1,2}")
_GOAL_IRI: Final = "http://metadata.un.org/sdg/"


def is_marc(path: Path) -> bool:
    """Whether a file holds records of a library, and no document."""
    if path.suffix.lower() != ".xml":
        return False
    with suppress(OSError), path.open("rb") as file:
        return _MARC in file.read(_HEAD)
    return False


def record_of(file: Path, symbol: str) -> Record | None:
    """What files beside ``file`` state of the document with that symbol."""
    return _beside(file).records.get(symbol)


def has_metadata(file: Path) -> bool:
    """Whether a file lies beside metadata."""
    return bool(_beside(file).records)


def has_newer_metadata(file: Path, read: datetime | None) -> bool:
    """Whether metadata beside a file were written since it was read; ``read`` is that moment, None
    where it is not known."""
    beside = _beside(file)
    if read is None or not beside.records:
        return bool(beside.records)
    return beside.written >= int(read.timestamp())


def unreadable_beside(files: Iterable[Path]) -> list[tuple[Path, str]]:
    """The files in the folders of ``files`` that look like metadata and cannot be read, with why;
    the documents beside them are read without."""
    one_of_each = {file.parent: file for file in files}.values()
    return [found for file in one_of_each for found in _beside(file).unreadable]


def with_metadata(record: Record | None, stated: Record) -> Record:
    """What the document states, with what is ``stated`` elsewhere in its gaps."""
    if record is None:
        return stated
    gaps = {
        name: getattr(stated, name)
        for name in Record.__dataclass_fields__
        if not getattr(record, name) and getattr(stated, name)
    }
    return replace(record, **gaps)


class _Beside(NamedTuple):
    """What the files of a folder state, by symbol, which of them cannot be read, and when the last
    that states something was written (seconds since 1970)."""

    records: Mapping[str, Record]
    unreadable: Sequence[tuple[Path, str]]
    written: float = 0.0


def _beside(file: Path) -> _Beside:
    folder = file.parent
    try:
        changed = folder.stat().st_mtime_ns
    except OSError:
        return _Beside({}, ())
    return _in_folder(folder, changed)


@lru_cache(maxsize=64)
def _in_folder(folder: Path, _changed: int) -> _Beside:
    found: dict[str, Record] = {}
    unreadable = []
    written = 0.0
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in _SUFFIXES or not path.is_file():
            continue
        try:
            records = read_records(path)
        except DocumentError as error:
            unreadable.append((path, str(error).removeprefix(f"{path}: ")))
            continue
        for record in records:
            symbol = parse_symbol(record.symbol)
            if symbol is not None:
                found[symbol.text] = with_metadata(found.get(symbol.text), record)
                written = max(written, path.stat().st_mtime)
    return _Beside(found, unreadable, written)


def read_records(path: Path) -> list[Record]:
    """The records in a file; none where it holds something else, or too much for metadata.

    Raises DocumentError for what cannot be read as what its suffix says.
    """
    suffix = path.suffix.lower()
    try:
        if path.stat().st_size > _LARGEST or (suffix == ".xml" and not is_marc(path)):
            return []
        data = path.read_bytes()
        if suffix == ".xml":
            return list(_marc(data, str(path)))
        text = decode(data, str(path))
        return list(_rows(text)) if suffix == ".csv" else list(_json(text))
    except (OSError, ValueError, csv.Error) as error:
        raise DocumentError(
            str(path), f"no metadata can be read ({error})", "mend it or move it away"
        ) from error


# --------------------------------------------------------------------------------- JSON and CSV


def _fields(row: Mapping[Any, Any]) -> dict[str, Any]:
    """The fields of a record by our names for them."""
    found: dict[str, Any] = {}
    for key, value in row.items():
        field = _FIELD.get(re.sub(r"[^a-z\d]", "", str(key).lower()))
        if field and value not in (None, "", [], {}):
            found.setdefault(field, value)
    return found


def _json(text: str) -> Iterator[Record]:
    held = json.loads(text)
    for row in held if isinstance(held, list) else [held]:
        if isinstance(row, dict):
            fields = _fields(row)
            if parse_symbol(str(fields.get("symbol", ""))):
                yield _record(fields, _votes(fields.get("votes")))


def _rows(text: str) -> Iterator[Record]:
    """One record a document; a document has a row for each vote in some exports."""
    first: dict[str, dict[str, Any]] = {}
    votes: dict[str, list[Vote]] = {}
    for row in csv.DictReader(text.removeprefix("\ufeff").splitlines()):
        fields = _fields(row)
        symbol = str(fields.get("symbol", ""))
        if not parse_symbol(symbol):
            continue
        first.setdefault(symbol, fields)
        position = _position(str(row.get("ms_vote") or fields.get("vote", "")))
        if fields.get("state") and position:
            votes.setdefault(symbol, []).append(Vote(str(fields["state"]), position))
    for symbol, fields in first.items():
        yield _record(fields, votes.get(symbol, []))


def _position(printed: str) -> str:
    return _POSITIONS.get(re.sub(r"[^a-z]", "", printed.lower()), "")


def _votes(held: Any) -> list[Vote]:
    """Votes as a list of States with positions, or as lists of States by position."""
    votes: list[Vote] = []
    if isinstance(held, dict):
        for key, states in held.items():
            position = _position(str(key))
            if position and isinstance(states, list):
                votes.extend(Vote(str(state), position) for state in states)
    elif isinstance(held, list):
        for one in held:
            fields = _fields(one) if isinstance(one, dict) else {}
            # "vote" names the whole in one place and a position in another
            position = _position(str(fields.get("vote") or fields.get("votes", "")))
            if fields.get("state") and position:
                votes.append(Vote(str(fields["state"]), position))
    return votes


def _record(fields: Mapping[str, Any], votes: Iterable[Vote]) -> Record:
    counts = _counts(fields)
    votes = tuple(votes)
    voting = Voting(recorded=True, counts=counts, votes=votes) if votes or counts else None
    goals = (_GOAL.search(str(one)) for one in _listed(fields.get("goals")))
    subjects = [Subject("UNBIS", *_label(one)) for one in _listed(fields.get("subjects"))]
    subjects += [Subject("SDG", f"SDG {goal[0]}", _GOAL_IRI + goal[0]) for goal in goals if goal]
    title = str(fields.get("agenda", ""))
    return Record(
        str(fields["symbol"]),
        title=" ".join(str(fields.get("title", "")).split()),
        agenda=(AgendaItem("", title),) if title else (),
        adopted=_day(str(fields.get("adopted", ""))),
        report=str(fields.get("report", "")),
        draft=str(fields.get("draft", "")),
        meeting_record=str(fields.get("meeting_record", "")),
        sponsors=_states(fields.get("sponsors")),
        added_sponsors=_states(fields.get("added_sponsors")),
        voting=voting,
        subjects=tuple(dict.fromkeys(subjects)),
    )


def _counts(fields: Mapping[str, Any]) -> tuple[tuple[str, int], ...]:
    held = fields.get("votes")
    inner = {**(_fields(held) if isinstance(held, dict) else {}), **fields}
    named = (("in-favour", "yes"), ("against", "no"), ("abstaining", "abstaining"))
    return tuple(
        (position, int(str(inner[name])))
        for position, name in named
        if name in inner and str(inner[name]).isdigit()
    )


def _listed(value: Any) -> list[Any]:
    if isinstance(value, str):
        return [one.strip() for one in re.split(r"[|;]|--", value) if one.strip()]
    return value if isinstance(value, list) else [value] if value else []


def _label(one: Any) -> tuple[str, str]:
    if isinstance(one, dict):
        return str(one.get("label") or one.get("name") or ""), str(
            one.get("uri") or one.get("href") or ""
        )
    return str(one), ""


def _states(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return split_states(value)
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def _day(printed: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(printed[:10])
    return None


# -------------------------------------------------------------------------------------- MARCXML


def _marc(data: bytes, name: str) -> Iterator[Record]:
    root = parse_xml(data, name)
    for entry in root.iter("{*}record"):
        fields: dict[str, list[dict[str, str]]] = {}
        for field in entry.iter("{*}datafield"):
            held = {str(one.get("code")): _words(one) for one in field.iter("{*}subfield")}
            fields.setdefault(str(field.get("tag")), []).append(held)
        symbols = [one.get("a", "") for tag in ("191", "791") for one in fields.get(tag, ())]
        for symbol in symbols:
            if parse_symbol(symbol):
                yield _of_marc(symbol, fields)


def _words(element: etree._Element) -> str:
    return " ".join((element.text or "").split())


def _of_marc(symbol: str, fields: Mapping[str, list[dict[str, str]]]) -> Record:
    """A record from the fields of the Digital Library: 191 symbol, 245 title, 269 and 992 dates,
    650 subjects, 710 sponsors, 967 votes, 991 agenda, 993 related documents."""

    def first(tag: str, code: str = "a") -> str:
        return next((one[code] for one in fields.get(tag, ()) if one.get(code)), "")

    related = [one.get("a", "") for one in fields.get("993", ())]
    votes = tuple(
        Vote(one["e"], position)
        for one in fields.get("967", ())
        if one.get("e") and (position := _position(one.get("d", "")))
    )
    title = " ".join(filter(None, (first("245"), first("245", "b")))).strip(" :/")
    return Record(
        symbol,
        title=title,
        agenda=tuple(AgendaItem("", one["d"]) for one in fields.get("991", ()) if one.get("d"))[:1],
        adopted=_day(first("992") or first("269")),
        report=next((one for one in related if "/L." not in one and "PV." not in one), ""),
        draft=next((one for one in related if "/L." in one), ""),
        meeting_record=next((one for one in related if "PV." in one), ""),
        sponsors=tuple(
            one["a"] for tag in ("700", "710") for one in fields.get(tag, ()) if "a" in one
        ),
        voting=Voting(recorded=True, votes=votes) if votes else None,
        subjects=tuple(Subject("UNBIS", one["a"]) for one in fields.get("650", ()) if "a" in one),
    )
