"""Roman numerals and ordinals in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.un.numerals import canonical_number, from_ordinal, from_roman, natural_key, to_roman


@given(st.integers(1, 399))
def test_roman_numerals_round_trip(number: int) -> None:
    assert from_roman(to_roman(number)) == number
    assert from_roman(to_roman(number).lower()) == number


TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]


@given(st.integers(0, 7), st.integers(0, 8))
def test_ordinals_of_two_words(ten: int, unit: int) -> None:
    words = f"{TENS[ten]}-{UNITS[unit]}"
    number = (ten + 2) * 10 + unit + 1
    assert from_ordinal(words) == number
    assert from_ordinal(words.title()) == number
    assert from_ordinal(words.replace("-", " ")) == number


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (1, "I"),
        (4, "IV"),
        (9, "IX"),
        (14, "XIV"),
        (29, "XXIX"),
        (40, "XL"),
        (1949, "MCMXLIX"),
        (3999, "MMMCMXCIX"),
    ],
)
def test_to_roman(number: int, numeral: str) -> None:
    assert to_roman(number) == numeral


@pytest.mark.parametrize("number", [0, -3, 4000])
def test_to_roman_refuses_what_has_no_numeral(number: int) -> None:
    with pytest.raises(ValueError, match=f"no Roman numeral for {number}"):
        to_roman(number)


@pytest.mark.parametrize("numeral", ["", "IIII", "VX", "IC", "29", "CD", "wells", "X X"])
def test_from_roman_knows_only_well_formed_numerals(numeral: str) -> None:
    assert from_roman(numeral) is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("first", 1),
        ("Twelfth", 12),
        ("twentieth", 20),
        ("sixty-second", 62),
        ("Sixty  second", 62),
        ("ninety-ninth", 99),
        ("hundredth", 100),
    ],
)
def test_from_ordinal(words: str, number: int) -> None:
    assert from_ordinal(words) == number


@pytest.mark.parametrize(
    "words", ["", "sixty", "sixty-tenth", "twenty-twentieth", "resumed", "2nd"]
)
def test_from_ordinal_knows_no_other_words(words: str) -> None:
    assert from_ordinal(words) is None


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("14", "14"),
        ("14.", "14"),
        ("14 -", "14"),
        ("14 –", "14"),
        ("14-", "14"),
        (" 14. ", "14"),
        ("l.", "1"),
        ("(a)", "(a)"),
        ("a)", "(a)"),
        ("(aa)", "(aa)"),
        ("iv)", "(iv)"),
        ("(1)", "(1)"),
        ("1)", "(1)"),
        ("(A)", "(A)"),
        ("а)", "(a)"),
        ("с)", "(c)"),
        ("е)", "(e)"),  # Cyrillic letters that look like Latin ones
        ("(أ)", "(a)"),
        ("(ب)", "(b)"),
        ("(ج)", "(c)"),
        ("(د)", "(d)"),
        ("(هـ)", "(e)"),
        ("(ه)", "(e)"),
        ("(و)", "(f)"),
        ("(ز)", "(g)"),
        ("( ب )", "(b)"),
        ("(أ أ)", "(aa)"),
        ("(ا)", "(a)"),
        ("أ)", "(a)"),
        ("(ﺃ)", "(a)"),
        ("(ﺏ)", "(b)"),
        ("(ﻫ)", "(e)"),
        ("㈠", "(i)"),
        ("㈡", "(ii)"),
        ("㈣", "(iv)"),
        ("㈩", "(x)"),
        ("’1‘", "(i)"),
        ("‘4’", "(iv)"),
        ("'9'", "(ix)"),
        ("I", "I"),
        ("IV.", "IV"),
        ("wells", "wells"),
        ("", ""),
    ],
)
def test_canonical_numbers(printed: str, number: str) -> None:
    assert canonical_number(printed) == number


@pytest.mark.parametrize("printed", ["’0‘", "’5000‘", "()", "(", "٣ -ب", "²"])
def test_what_is_no_number_is_left_as_it_is(printed: str) -> None:
    assert canonical_number(printed) == printed


@given(st.text(max_size=8))
def test_a_canonical_number_is_its_own_canonical_form(printed: str) -> None:
    once = canonical_number(printed)
    if once != once.strip() or once.endswith("."):  # no number at all
        return
    assert canonical_number(once) in {once, once.rstrip(".")}


def test_figures_are_sorted_by_what_they_count() -> None:
    parts = ["op11", "op6", "op6(b)", "annex2-op1", "annex10-op1", "op6(a)"]
    assert sorted(parts, key=natural_key) == [
        "annex2-op1",
        "annex10-op1",
        "op6",
        "op6(a)",
        "op6(b)",
        "op11",
    ]
