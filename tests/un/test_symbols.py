"""Document symbols: every row of SERIES, spellings, round trips."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.un.symbol_series import SERIES, Series
from southsouth.un.symbols import (
    Symbol,
    canonical,
    decision_symbol,
    guess_symbol,
    modified,
    parse_symbol,
    resolution_symbol,
)

BY_NAME = {row.name: row for row in SERIES}
EXAMPLES = [(row, text) for row in SERIES for text in row.examples]
COUNTER_EXAMPLES = [(row, text) for row in SERIES for text in row.counter_examples]


def symbol(text: str) -> Symbol:
    found = parse_symbol(text)
    assert found is not None, text
    return found


@st.composite
def symbols(draw: st.DrawFn) -> Symbol:
    """A symbol of any series."""
    row = draw(st.sampled_from(SERIES))
    text = draw(st.from_regex(re.compile(row.pattern, re.ASCII), fullmatch=True))
    return symbol(text)


@pytest.mark.parametrize(
    "text", ["A/RES/60", "A/RES/60/212/", "A/RES/3251(29)", "A/RES/3251", "A/DEC/66", "A/60/212",
             "S/RES/1325", "S/RES/1325(20)", "S/PRST/4", "E/RES/92/41", "E/1992/41"]
)  # fmt: skip
def test_what_is_no_text_that_an_organ_adopts(text: str) -> None:
    found = parse_symbol(text)
    assert found is None or found.kind not in {"Resolution", "Decision", "PresidentialStatement"}


def test_series_have_names_of_their_own_and_examples() -> None:
    assert max(Counter(row.name for row in SERIES).values()) == 1
    assert all(row.examples for row in SERIES)


@pytest.mark.parametrize(("row", "text"), EXAMPLES, ids=[text for _, text in EXAMPLES])
def test_an_example_is_found_in_its_series(row: Series, text: str) -> None:
    found = symbol(text)
    assert (found.series, found.organ, found.kind) == (row.name, row.organ, row.kind)
    assert str(found) == canonical(text)


@pytest.mark.parametrize(
    ("row", "text"), COUNTER_EXAMPLES, ids=[f"{text} {row.name}" for row, text in COUNTER_EXAMPLES]
)
def test_a_counter_example_is_not_found_in_that_series(row: Series, text: str) -> None:
    found = parse_symbol(text)
    assert found is None or found.series != row.name


@given(symbols())
def test_the_canonical_form_round_trips(found: Symbol) -> None:
    assert parse_symbol(str(found)) == found


@given(symbols())
def test_the_printed_form_round_trips(found: Symbol) -> None:
    assert parse_symbol(found.printed) == found


@given(symbols())
def test_links_and_paths_have_no_spaces(found: Symbol) -> None:
    assert not re.search(r"\s", found.link + found.iri_path)


@given(st.text(max_size=40))
def test_any_text_is_a_symbol_or_none(text: str) -> None:
    found = parse_symbol(text)
    assert found is None or parse_symbol(str(found)) == found
    guess_symbol(text)


@pytest.mark.parametrize(
    ("text", "printed", "link"),
    [
        ("A/RES/60/212", "A/RES/60/212", "https://undocs.org/A/RES/60/212"),
        ("A/RES/57/270 B", "A/RES/57/270 B", "https://undocs.org/A/RES/57/270"),
        ("A/RES/217(III)A", "A/RES/217 A (III)", "https://undocs.org/A/RES/217(III)"),
        ("A/RES/3251 (XXIX)", "A/RES/3251 (XXIX)", "https://undocs.org/A/RES/3251(XXIX)"),
        ("S/RES/1325 (2000)", "S/RES/1325 (2000)", "https://undocs.org/S/RES/1325(2000)"),
        ("A/60/493/Add.2", "A/60/493/Add.2", "https://undocs.org/A/60/493/Add.2"),
    ],
)
def test_printed_form_and_link(text: str, printed: str, link: str) -> None:
    found = symbol(text)
    assert found.printed == printed
    assert found.link == link


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("A/RES/60/212", "document/A/RES/60/212"),
        ("A/RES/57/270 B", "document/A/RES/57/270B"),
        ("A/RES/3251 (XXIX)", "document/A/RES/3251(XXIX)"),
    ],
)
def test_iri_path(text: str, path: str) -> None:
    assert symbol(text).iri_path == path


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        ("A / RES / 60 / 212", "A/RES/60/212"),
        ("A/RES/60/\u00ad212", "A/RES/60/212"),
        ("A/Res/60/212", "A/RES/60/212"),
        ("A/RES/S–21/2", "A/RES/S-21/2"),
        ("A/RES/217 (III) A", "A/RES/217A(III)"),
        ("S/RES/1325\n(2000)", "S/RES/1325(2000)"),
    ],
)
def test_spellings_of_one_symbol(text: str, same_as: str) -> None:
    assert str(symbol(text)) == same_as


@pytest.mark.parametrize(
    "text",
    ["", "60/212", "a/res/60/212", "A", "A/", "wells and rivers", "South-South", "A/RES/٦٠/٢"],
)
def test_what_is_no_symbol(text: str) -> None:
    assert parse_symbol(text) is None


@pytest.mark.parametrize(
    ("text", "session", "letter"),
    [
        ("A/RES/60/212", "60", ""),
        ("A/RES/57/270B", "57", "B"),
        ("A/RES/3251(XXIX)", "XXIX", ""),
        ("A/RES/217A(III)", "III", "A"),
        ("A/RES/S-21/2", "S-21", ""),
        ("A/RES/3201(S-VI)", "S-VI", ""),
        ("S/RES/1325(2000)", "2000", ""),
        ("E/RES/1992/41", "1992", ""),
        ("A/HRC/RES/16/18", "16", ""),
        ("A/9946", "", ""),
    ],
)
def test_session_and_letter(text: str, session: str, letter: str) -> None:
    found = symbol(text)
    assert (found.session, found.letter) == (session, letter)


@pytest.mark.parametrize(
    ("organ", "number", "session", "letter", "text"),
    [
        ("general-assembly", "212", "60", "", "A/RES/60/212"),
        ("general-assembly", "270", "57", "B", "A/RES/57/270B"),
        ("general-assembly", "217", "III", "A", "A/RES/217A(III)"),
        ("general-assembly", "3201", "S-VI", "", "A/RES/3201(S-VI)"),
        ("general-assembly", "2", "S-21", "", "A/RES/S-21/2"),
        ("security-council", "1325", "2000", "", "S/RES/1325(2000)"),
        ("ecosoc", "41", "1992", "", "E/RES/1992/41"),
        ("ecosoc", "1895", "LVII", "", "E/RES/1895(LVII)"),
        ("human-rights-council", "18", "16", "", "A/HRC/RES/16/18"),
        ("human-rights-council", "1", "S-12", "", "A/HRC/RES/S-12/1"),
        ("general-assembly", "212", "", "", None),
        ("security-council", "1325", "", "", None),
        ("trusteeship-council", "1", "2", "", None),
        ("", "1", "2", "", None),
    ],
)
def test_resolution_symbol(
    organ: str, number: str, session: str, letter: str, text: str | None
) -> None:
    found = resolution_symbol(organ, number, session, letter)
    assert (found and str(found)) == text


@pytest.mark.parametrize(
    ("organ", "number", "session", "text"),
    [
        ("general-assembly", "550", "66", "A/DEC/66/550"),
        ("ecosoc", "233", "2004", "E/DEC/2004/233"),
        ("human-rights-council", "102", "6", "A/HRC/DEC/6/102"),
        ("security-council", "1", "2", None),
    ],
)
def test_decision_symbol(organ: str, number: str, session: str, text: str | None) -> None:
    found = decision_symbol(organ, number, session)
    assert (found and str(found)) == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("60/212", "A/RES/60/212"),
        (" 60 / 212 ", "A/RES/60/212"),
        ("res 60/212", "A/RES/60/212"),
        ("Resolution 60/212", "A/RES/60/212"),
        ("the General Assembly resolution 60/212", "A/RES/60/212"),
        ("a/res/60/212", "A/RES/60/212"),
        ("A/RES/57/270 b", "A/RES/57/270B"),
        ("57/270 b", "A/RES/57/270B"),
        ("s-21/2", "A/RES/S-21/2"),
        ("3251 XXIX", "A/RES/3251(XXIX)"),
        ("3251 (xxix)", "A/RES/3251(XXIX)"),
        ("217 A (III)", "A/RES/217A(III)"),
        ("3201 (S-VI)", "A/RES/3201(S-VI)"),
        ("1325 (2000)", "S/RES/1325(2000)"),
        ("1325(2000)", "S/RES/1325(2000)"),
        ("1992/41", "E/RES/1992/41"),
        ("decision 66/550", "A/DEC/66/550"),
        ("A/60/493/Add.2", "A/60/493/Add.2"),
        ("", None),
        ("wells", None),
        ("212", None),
        ("60/", None),
    ],
)
def test_guess_symbol(typed: str, text: str | None) -> None:
    found = guess_symbol(typed)
    assert (found and str(found)) == text


@pytest.mark.parametrize(
    ("text", "what", "base"),
    [
        ("A/60/493/Add.2", "Add", "A/60/493"),
        ("A/66/53/Add.1/Corr.1", "Corr", "A/66/53/Add.1"),
        ("A/C.2/79/L.15/Rev.1", "Rev", "A/C.2/79/L.15"),
    ],
)
def test_what_a_corrigendum_addendum_or_revision_belongs_to(
    text: str, what: str, base: str
) -> None:
    symbol = parse_symbol(text)
    assert symbol is not None
    assert modified(symbol) == (what, parse_symbol(base))


def test_a_symbol_that_modifies_none() -> None:
    symbol = parse_symbol("A/RES/60/212")
    assert symbol is not None
    assert modified(symbol) is None
