"""What a source states about its document apart from the text: the publisher's metadata."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject heading: the thesaurus that it is from ("UNBIS", "SDG", "EuroVoc"), its label, and
    its web address, "" where the source gives none."""

    scheme: str
    label: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Vote:
    """How one State voted: ``position`` is ``in-favour``, ``against`` or ``abstaining``; the name
    as the source prints it."""

    state: str
    position: str


@dataclass(frozen=True, slots=True)
class Voting:
    """How a text was adopted: without a vote, or with counts by position and a vote by State."""

    recorded: bool
    counts: tuple[tuple[str, int], ...] = ()
    votes: tuple[Vote, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An agenda item: its number ("57 (b)") and title, "" where it is not given."""

    number: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Metadata of a document. Everything may be empty; symbols are as printed.

    ``meeting`` is the ordinal with its words ("89th plenary meeting"), ``meeting_record`` the
    symbol of the verbatim record, ``report`` and ``report_paragraph`` the committee report that
    recommended the text, ``draft`` the draft resolution, ``sponsors`` the States that submitted it
    (with any "on behalf of"), ``added_sponsors`` those that joined, ``submitted_by`` an organ or
    officer that submitted it.
    """

    symbol: str
    title: str = ""
    organ: str = ""
    session: str = ""
    agenda: tuple[AgendaItem, ...] = ()
    adopted: date | None = None
    issued: date | None = None
    meeting: str = ""
    meeting_record: str = ""
    committee: str = ""
    report: str = ""
    report_paragraph: str = ""
    draft: str = ""
    sponsors: tuple[str, ...] = ()
    added_sponsors: tuple[str, ...] = ()
    submitted_by: str = ""
    voting: Voting | None = None
    subjects: tuple[Subject, ...] = ()
    job_number: str = ""
