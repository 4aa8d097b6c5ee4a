"""The table of organs, and each of its rows in every context in which its texts are cited."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.conftest import Adopt
from tests.reading.documents.akn_samples import NAMESPACE, akn, meta, paragraph

from southsouth.publish.akn import akn_document
from southsouth.reading.citations.languages import numbers_in
from southsouth.reading.citations.links import linked_symbol
from southsouth.reading.documents import read_bytes
from southsouth.reading.structure import parse_resolution
from southsouth.un.organ import LANGUAGES, Organ
from southsouth.un.organs import (
    ORGANS,
    can_have_adopted,
    organ,
    organ_named,
    organs_called,
)
from southsouth.un.symbol_series import Series, organ_series
from southsouth.un.symbols import parse_symbol

#: Later than every text of the examples.
LATE = "1 October 2040"
CITED = [row for row in ORGANS if row.cites]
IDS = [row.handle for row in CITED]
#: "resolution 60/212", as each language says it with the organ's name.
PHRASES = {
    "fr": "Rappelant la résolution {number} de {name}, intitulée",
    "es": "Recordando la resolución {number} de {name}, titulada",
    "ru": "ссылаясь на резолюцию {number} {name} под названием",
    "ar": "وإذ تشير إلى قرار {name} {number} المعنون",
    "zh": "回顾{name}第{number}号决议",
}


def printed(row: Organ) -> str:
    """The number and the date of the example: "60/212 of 22 December 2005"."""
    found = re.search(r"resolution (.+),$", row.example)
    assert found is not None
    return found[1]


def number(row: Organ) -> str:
    return printed(row).partition(" of ")[0]


def a_name(pattern: str) -> str:
    """A name that a pattern of names matches, the shortest way through it."""
    text = re.sub(r"\(\?:([^()|]*)(?:\|[^()]*)?\)\?", "", pattern)  # what need not be there
    text = re.sub(r"\(\?:([^()|]*)(?:\|[^()]*)?\)", r"\1", text)  # the first of several
    text = text.partition("|")[0].replace("[’']", "’").replace("[Оо]", "о")
    text = text.replace(r"\w+", "и").replace(r"\w*", "")
    assert re.fullmatch(pattern, text), (pattern, text)
    return text


# ------------------------------------------------------------------------------------- the table


def test_rows_have_handles_and_names_of_their_own() -> None:
    for values in ([row.handle for row in ORGANS], [row.name for row in ORGANS]):
        assert len(set(values)) == len(values)
    for akn_ids in ([row.akn.id for row in ORGANS if row.akn],):
        assert len(set(akn_ids)) == len(akn_ids)


@pytest.mark.parametrize("row", ORGANS, ids=[row.handle for row in ORGANS])
def test_a_row_says_what_its_organ_is_called(row: Organ) -> None:
    assert set(row.names) == set(LANGUAGES)
    assert organ(row.handle) is row
    assert organ_named(row.name) == organ_named(f"the {row.name.upper()}") == row.handle
    assert re.search(row.pattern, row.example)
    for pattern in row.names.values():
        assert a_name(pattern)


SERIES_OF_ORGANS = [(row, series) for row in ORGANS for series in organ_series(row)]


@pytest.mark.parametrize(
    ("row", "series"), SERIES_OF_ORGANS, ids=[one.name for _, one in SERIES_OF_ORGANS]
)
def test_every_series_of_an_organ_has_an_example(row: Organ, series: Series) -> None:
    assert series.examples
    for text in series.examples:
        found = parse_symbol(text)
        assert found is not None
        assert (found.series, found.organ, found.kind) == (series.name, row.handle, series.kind)


@pytest.mark.parametrize("row", ORGANS, ids=[row.handle for row in ORGANS])
def test_every_symbol_of_a_row_is_of_one_of_its_series(row: Organ) -> None:
    examples = {text for series in organ_series(row) for text in series.examples}
    assert examples == {text for text in (row.cites, *row.symbols) if text}


def test_organs_that_share_a_short_name() -> None:
    assert organs_called("Council") == (
        "security-council", "ecosoc", "human-rights-council", "trusteeship-council",
    )  # fmt: skip
    assert organ("wells-board") is None
    assert organ_named("Board of Wells") == ""


# ------------------------------------------------------------------------- rows in their contexts


@pytest.mark.parametrize("row", CITED, ids=IDS)
def test_named_before_the_number(adopt: Adopt, row: Organ) -> None:
    assert [str(c.target) for c in adopt(row.example, day=LATE).citations] == [row.cites]


@pytest.mark.parametrize("row", CITED, ids=IDS)
def test_named_behind_the_number(adopt: Adopt, row: Organ) -> None:
    told = adopt(f"Recalling resolution {printed(row)} of the {row.name}, and the wells,", day=LATE)
    assert [str(c.target) for c in told.citations] == [row.cites]


@pytest.mark.parametrize("row", CITED, ids=IDS)
def test_its_own(adopt: Adopt, row: Organ) -> None:
    cited = parse_symbol(row.cites)
    assert cited is not None
    own = row.forms.resolution.format(session=cited.session, number=7, letter="", suffix="")
    told = adopt(f"Recalling its resolution {printed(row)},", symbol=own, organ=row.name, day=LATE)
    assert [str(c.target) for c in told.citations] == [row.cites]


@pytest.mark.parametrize("row", CITED, ids=IDS)
def test_in_a_list(adopt: Adopt, row: Organ) -> None:
    told = adopt(
        f"Recalling {row.name} resolutions {number(row)} and {number(row)} on wells,", day=LATE
    )
    assert [str(c.target) for c in told.citations] == [row.cites] * 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", CITED, ids=IDS)
def test_in_another_language(row: Organ, language: str) -> None:
    name = a_name(row.names[language])
    text = PHRASES[language].format(name=name, number=number(row))
    assert [str(c.target) for c in numbers_in(text, "pp1", 0, len(text))] == [row.cites]


@pytest.mark.parametrize("row", CITED, ids=IDS)
def test_as_a_link(row: Organ) -> None:
    found = linked_symbol(f"https://undocs.org/en/{row.cites}")
    assert found is not None
    assert (found.text, found.organ, found.kind) == (row.cites, row.handle, "Resolution")


@pytest.mark.parametrize(
    "row", [row for row in ORGANS if row.akn], ids=[row.handle for row in ORGANS if row.akn]
)
def test_from_and_to_akoma_ntoso(row: Organ) -> None:
    assert row.akn is not None
    file = akn(
        paragraph("1.", "Decides to dig."),
        symbol=row.cites or "T/RES/1",
        stated=meta(author=f"#{row.akn.id}"),
    )
    first = parse_resolution(read_bytes(file, "first.xml"))
    assert first.front.organ == row.handle
    written = akn_document(first)
    tree = etree.fromstring(written)
    named = tree.xpath(f"//*[@eId='{row.akn.id}']/@showAs", namespaces={"a": NAMESPACE})
    assert named == [row.name]
    assert f"/{row.akn.uri}/" in written.decode()
    assert parse_resolution(read_bytes(written, "again.xml")).front.organ == row.handle


# ------------------------------------------------------------------------- what can have been


@pytest.mark.parametrize(
    ("handle", "session", "day", "fits"),
    [
        ("general-assembly", "60", date(2005, 12, 22), True),
        ("general-assembly", "60", date(2006, 7, 1), True),
        ("general-assembly", "60", date(2004, 12, 22), False),
        ("general-assembly", "16", date(2011, 3, 24), False),
        ("general-assembly", "XXX", date(1975, 3, 24), True),
        ("general-assembly", "XXXI", date(1976, 3, 24), False),
        ("ecosoc", "LXIII", date(1977, 3, 24), True),
        ("ecosoc", "LXIV", date(1977, 3, 24), False),
        ("general-assembly", "S-VI", date(1974, 5, 1), True),
        ("human-rights-council", "1", date(2006, 6, 30), True),
        ("human-rights-council", "16", date(2011, 3, 24), True),
        ("human-rights-council", "43", date(2020, 6, 22), True),
        ("human-rights-council", "60", date(2005, 12, 22), False),
        ("human-rights-council", "60", date(2025, 10, 6), True),
        ("ecosoc", "1992", date(1992, 7, 30), True),
        ("ecosoc", "1992", date(1995, 7, 30), False),
        ("commission-on-human-rights", "2006", date(2006, 3, 27), True),
        ("commission-on-human-rights", "2007", date(2007, 3, 27), False),
        ("environment-assembly", "5", date(2022, 3, 2), True),
        ("environment-assembly", "5", date(2024, 3, 1), False),
        ("environment-assembly", "60", date(2024, 3, 1), False),
        ("un-habitat-assembly", "2", date(2023, 6, 9), True),
        ("board-of-wells", "7", date(2011, 3, 24), True),
    ],
)
def test_a_session_can_bear_a_day(handle: str, session: str, day: date, fits: bool) -> None:
    assert can_have_adopted(handle, session, earliest=day, latest=day) is fits


@pytest.mark.parametrize(
    ("handle", "session", "number", "letter", "decision", "can"),
    [
        ("general-assembly", "60", 212, "B", False, True),
        ("general-assembly", "60", 300, "", True, False),
        ("general-assembly", "60", 301, "", True, True),
        ("general-assembly", "30", 1, "", False, False),
        ("human-rights-council", "16", 18, "", False, True),
        ("human-rights-council", "16", 18, "B", False, False),
        ("human-rights-council", "16", 18, "", True, False),
        ("human-rights-council", "16", 101, "", True, True),
        ("human-rights-council", "16", 101, "", False, False),
        ("ecosoc", "2019", 1, "", True, False),
        ("ecosoc", "2019", 210, "", True, True),
        ("ecosoc", "36", 1, "", False, False),
        ("security-council", "36", 117, "", False, False),
        ("environment-assembly", "4", 1, "", False, True),
    ],
)
def test_a_number_can_exist(
    handle: str, session: str, number: int, letter: str, decision: bool, can: bool
) -> None:
    assert can_have_adopted(handle, session, number, letter=letter, decision=decision) is can


@given(st.sampled_from(ORGANS), st.integers(1, 2099))
def test_sessions_follow_each_other(row: Organ, session: int) -> None:
    days, later = row.sessions(session), row.sessions(session + 1)
    if days is None:
        return
    assert days[0] <= days[1]
    assert can_have_adopted(row.handle, str(session), earliest=days[0], latest=days[0])
    assert can_have_adopted(row.handle, str(session), earliest=days[1], latest=days[1])
    if days[0] > date.min:
        before = days[0] - timedelta(days=1)
        assert not can_have_adopted(row.handle, str(session), earliest=before, latest=before)
    if later is not None:
        assert days[0] <= later[0]
