"""The metadata of an AKN4UN document: identification, workflow, voting, subjects."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import date
from typing import Final

from lxml import etree

from southsouth.errors import DocumentError
from southsouth.reading.documents.record import AgendaItem, Record, Subject, Vote, Voting
from southsouth.reading.documents.xml import AKN_NAMESPACE
from southsouth.un.organs import ORGANS
from southsouth.un.states import names_with_and

_AKN: Final = f"{{{AKN_NAMESPACE}}}"
#: What the mark-up writes where it knows no date.
_NO_DATE: Final = "0001-01-01"
_POSITIONS: Final = {
    "inFavour": "in-favour",
    "against": "against",
    "abstaining": "abstaining",
}
_ORGANS: Final = {row.akn.id: row.handle for row in ORGANS if row.akn}
#: Committees by the identifier of the brackets under the title; their names in the other languages
#: are words of the text.
_COMMITTEES: Final = {
    "#firstCommittee": "First Committee",
    "#secondCommittee": "Second Committee",
    "#thirdCommittee": "Third Committee",
    "#fourthCommittee": "Special Political and Decolonization Committee (Fourth Committee)",
    "#fifthCommittee": "Fifth Committee",
    "#sixthCommittee": "Sixth Committee",
}
_SCHEMES: Final = {
    "UNBIS Thesaurus": "UNBIS",
    "UNBIS": "UNBIS",
    "SDGO": "SDG",
    "EuroVoc": "EuroVoc",
    "DHLAUTH": "DHLAUTH",
}
_SYMBOL: Final = re.compile(r"[A-Z]+/[A-Za-z0-9./-]*[A-Za-z0-9](?: \(Resumption \d+\))?")
_JOIN: Final = re.compile(r",\s+(?:and\s+)?|\s+and\s+(?:the\s+)?(?=[A-Z])")
_ITEM: Final = re.compile(
    r"(?P<number>\d+)\s*(?P<letters>(?:\([a-z]+\)|[a-z]+\)))?|(?P<further>\([a-z]\))"
)


def _words(element: etree._Element | None) -> str:
    """The words of an element without those of its footnotes."""
    if element is None:
        return ""
    if element.find(f".//{_AKN}authorialNote") is not None:
        element = deepcopy(element)
        etree.strip_elements(element, f"{_AKN}authorialNote", with_tail=False)
    return " ".join("".join(str(piece) for piece in element.itertext()).split())


def _day(printed: str | None, name: str) -> date | None:
    if not printed or printed == _NO_DATE:
        return None
    try:
        return date.fromisoformat(printed[:10])
    except ValueError as error:
        raise DocumentError(name, f"{printed!r} is no date", "write it as 2021-12-09") from error


def split_states(printed: str) -> tuple[str, ...]:
    """A list of sponsors as it is printed, one by one: "Cuba, Peru and Trinidad and Tobago".

    A bracket ("on behalf of …") stays with its State; an "and" inside a State's name is told by
    the table of such names.
    """
    guarded = re.sub(
        r"\([^)]*\)", lambda found: found[0].replace(",", "\0").replace(" and ", "\1"), printed
    )
    for name in names_with_and():
        guarded = guarded.replace(name, name.replace(" and ", "\1"))
    states = (state.strip() for state in _JOIN.split(guarded))
    return tuple(s.replace("\0", ",").replace("\1", " and ") for s in states if s)


def _agenda(root: etree._Element) -> tuple[AgendaItem, ...]:
    numbers: list[str] = []
    title = ""
    for inline in root.iter(f"{_AKN}inline"):
        if inline.get("name") == "agenda item":
            stated = inline.get("title") or _words(inline)
            for found in _ITEM.finditer(stated):
                if found["further"]:  # "items 9 (a) and (b)"
                    if numbers:
                        numbers.append(f"{numbers[-1].split()[0]} {found['further']}")
                    continue
                letters = (found["letters"] or "").strip("()")
                numbers.append(f"{found['number']} ({letters})" if letters else found["number"])
        elif inline.get("name") == "agenda item name" and not title:
            title = _words(inline)
    if len(numbers) == 1:
        return (AgendaItem(numbers[0], title),)
    return tuple(AgendaItem(number) for number in numbers)


def _subjects(root: etree._Element) -> tuple[Subject, ...]:
    subjects: dict[Subject, None] = {}
    for keyword in root.iter(f"{_AKN}keyword"):
        scheme = _SCHEMES.get(keyword.get("dictionary", ""))
        if scheme is None:  # the agenda as a dictionary of its own
            continue
        label = keyword.get("showAs", "").replace("_", " ")
        if scheme == "SDG":
            label = f"SDG {keyword.get('value', '')}"
        subjects[Subject(scheme, label, keyword.get("href", "").replace("https:", "http:"))] = None
    return tuple(subjects)


def _voting(root: etree._Element) -> Voting | None:
    voting = next(root.iter(f"{_AKN}voting"), None)
    if voting is None:
        return None
    counts: list[tuple[str, int]] = []
    votes: list[Vote] = []
    for count in voting.iter(f"{_AKN}count"):
        position = _POSITIONS.get(count.get("refersTo", "").lstrip("#"))
        if position is None:
            continue
        value = count.get("value", "")
        if value.isdigit():
            counts.append((position, int(value)))
        votes.extend(Vote(_words(state), position) for state in count.iter(f"{_AKN}organization"))
    return Voting(voting.get("outcome") == "adoptedRecordedVote", tuple(counts), tuple(votes))


def _steps(root: etree._Element) -> dict[str, etree._Element]:
    steps: dict[str, etree._Element] = {}
    for step in root.iter(f"{_AKN}step"):
        steps.setdefault(step.get("outcome", ""), step)
    return steps


def _symbol(step: etree._Element | None) -> str:
    found = _SYMBOL.match(step.get("as", "")) if step is not None else None
    return found[0] if found else ""


def _proponents(step: etree._Element | None) -> tuple[tuple[str, ...], str]:
    """The States that submitted a draft, or else the officer or organ in its words."""
    by = " ".join((step.get("by") or "").split()) if step is not None else ""
    if by.startswith(("submitted", "introduced", "the representative", "recommended", "proposed")):
        return (), re.sub(r"^submitted by ", "", by)
    return split_states(by), ""


def read_record(root: etree._Element, name: str) -> Record:
    """The record that the mark-up states. Raises DocumentError for a date that is none."""
    steps = _steps(root)
    draft = steps.get("draftResolution")
    recommended = steps.get("recommendedForAdoption")
    sponsors, submitted_by = _proponents(draft)
    added, _ = _proponents(steps.get("draftResolutionAdditionalSponsors"))
    numbers = [e for e in root.iter(f"{_AKN}docNumber") if e.get("refersTo") == "#symbol"]
    if not numbers:
        raise DocumentError(name, "no symbol in the mark-up", "add docNumber refersTo='#symbol'")
    title = next(
        (e for e in root.iter(f"{_AKN}docTitle") if e.get("refersTo") == "#resolutionTitle"), None
    )
    proponent = next(root.iter(f"{_AKN}docProponent"), None)
    authors = [e.get("href", "") for e in root.iter(f"{_AKN}FRBRauthor") if e.get("as") == "author"]
    session = next(root.iter(f"{_AKN}session"), None)
    return Record(
        symbol=_words(numbers[0]),
        title=_words(title),
        organ=_ORGANS.get(authors[0].lstrip("#"), "") if authors else "",
        session=session.get("value", "") if session is not None else "",
        agenda=_agenda(root),
        adopted=_dated(root, "adoption", name),
        issued=_dated(root, "publication", name),
        meeting=_meeting(root),
        meeting_record=_symbol(steps.get("adopted")),
        committee=_COMMITTEES.get(proponent.get("refersTo", ""), "")
        if proponent is not None
        else "",
        report=_symbol(recommended),
        report_paragraph=recommended.get("refersTo", "") if recommended is not None else "",
        draft=_symbol(draft),
        sponsors=sponsors,
        added_sponsors=added,
        submitted_by=submitted_by,
        voting=_voting(root),
        subjects=_subjects(root),
        job_number=_words(next(root.iter(f"{_AKN}docketNumber"), None)),
    )


def _meeting(root: etree._Element) -> str:
    """The meeting at which the text was adopted: at the end, or above the text as the resolutions
    of the Security Council have it."""
    conclusions = next(root.iter(f"{_AKN}conclusions"), None)
    if conclusions is not None:
        for element in conclusions.iter(f"{_AKN}inline", f"{_AKN}location"):
            return _words(element)
    for element in root.iter(f"{_AKN}inline"):
        if element.get("name") == "adoptionMeeting":
            return _words(element)
    return ""


def _dated(root: etree._Element, what: str, name: str) -> date | None:
    for element in root.iter(f"{_AKN}FRBRdate"):
        if element.get("name") == what:
            return _day(element.get("date"), name)
    return None
