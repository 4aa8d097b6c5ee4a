"""The table of States: names as printed, codes."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.un.states import STATES, names_with_and, state_code, state_codes, state_name

NAMES = [(row[:3], name.strip()) for row in STATES.splitlines() for name in row[4:].split("|")]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Cuba", "CUB"),
        ("CUBA", "CUB"),
        ("trinidad  and\nTobago", "TTO"),
        ("TÜRKİYE", "TUR"),
        ("Turkey", "TUR"),
        ("Turkiye", "TUR"),
        ("Côte d’Ivoire", "CIV"),
        ("COTE D'IVOIRE", "CIV"),
        ("Czech Republic", "CZE"),
        ("Venezuela (Bolivarian Republic of)", "VEN"),
        ("Democratic People’s Republic of Korea", "PRK"),
        ("DEMOCRATIC PEOPLE'S REPUBLIC OF KOREA", "PRK"),
        ("the Gambia", "GMB"),
        ("The former Yugoslav Republic of Macedonia", "MKD"),
        ("Congo", "COG"),
        ("Democratic Republic of the Congo", "COD"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Guinea", "GIN"),
        ("Guinea-Bissau", "GNB"),
        ("Chad.", "TCD"),
        ("European Union", ""),
        ("Group of 77", ""),
        ("", ""),
        ("the", ""),
        ("CUB", ""),
    ],
)
def test_codes_of_names(name: str, code: str) -> None:
    assert state_code(name) == code


def test_every_code_stands_once_and_every_name_has_one_code() -> None:
    codes = state_codes()
    assert len(set(codes)) == len(codes) == 201  # 193 Members, two observers, six that are no more
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in codes)
    for one, two in combinations(NAMES, 2):
        assert one[1].casefold() != two[1].casefold(), one


@given(st.sampled_from(NAMES), st.booleans())
def test_every_name_of_the_table_is_found_in_any_case(row: tuple[str, str], upper: bool) -> None:
    code, name = row
    assert state_code(name.upper() if upper else name) == code


def test_the_name_of_a_code_is_the_one_of_today() -> None:
    assert [state_name(code) for code in ("TUR", "MKD", "CPV", "CUB")] == [
        "Türkiye",
        "North Macedonia",
        "Cabo Verde",
        "Cuba",
    ]
    assert all(state_code(state_name(code)) == code for code in state_codes())
    with pytest.raises(KeyError):
        state_name("XXX")


def test_names_that_hold_an_and() -> None:
    names = names_with_and()
    assert {"Trinidad and Tobago", "Saint Vincent and the Grenadines"} <= set(names)
    assert all(" and " in name and "|" not in name for name in names)
    assert "Cuba" not in names
