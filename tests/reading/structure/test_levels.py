"""How deep sub-paragraphs stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.reading.structure.levels import depths
from southsouth.un.numerals import to_roman


def printed(marks: str) -> list[str]:
    return ["" if mark == "-" else f"({mark})" for mark in marks.split()]


@pytest.mark.parametrize(
    ("marks", "levels"),
    [
        ("", ""),
        ("a b c", "1 1 1"),
        ("a i ii b", "1 2 2 1"),
        ("i ii iii iv v vi", "1 1 1 1 1 1"),
        ("g h i j k", "1 1 1 1 1"),
        ("g h i ii iii i", "1 1 2 2 2 1"),
        ("a b i ii iii iv v c d", "1 1 2 2 2 2 2 1 1"),
        ("a i a b ii b", "1 2 3 3 2 1"),
        ("u v w x y z aa bb", "1 1 1 1 1 1 1 1"),
        ("1 2 a b 3", "1 1 2 2 1"),
        ("a 1 2 b 1 2", "1 2 2 1 2 2"),
        ("a i ii b i ii", "1 2 2 1 2 2"),
        ("A B C", "1 1 1"),
        ("A a b B a", "1 2 2 1 2"),
        ("- - -", "1 1 1"),
        ("a - - b", "1 1 1 1"),
        ("a i - ii b", "1 2 2 2 1"),
        ("a b d e", "1 1 1 1"),  # (c) was lost
        ("c d e", "1 1 1"),
        ("a b a b", "1 1 1 1"),  # counted anew
        ("b i ii iii iv v vi c", "1 2 2 2 2 2 2 1"),
        ("a xyz b", "1 1 1"),
        ("a b c d e f g h i j k l m n o p q r s t u v w x", " ".join(["1"] * 24)),
    ],
)
def test_depths(marks: str, levels: str) -> None:
    assert depths(printed(marks)) == [int(level) for level in levels.split()]


def test_brackets_and_stops_do_not_matter() -> None:
    assert depths(["a)", "i.", "(ii)", "b."]) == [1, 2, 2, 1]


def letter(n: int) -> str:
    return f"({chr(ord('a') + (n - 1) % 26) * ((n - 1) // 26 + 1)})"


def numeral(n: int) -> str:
    return f"({to_roman(n).lower()})"


@given(st.integers(1, 60))
def test_letters_that_count_up_stand_at_depth_one(count: int) -> None:
    assert depths([letter(n) for n in range(1, count + 1)]) == [1] * count


@given(st.sets(st.integers(1, 26), min_size=1))
def test_letters_with_gaps_stand_at_depth_one(values: set[int]) -> None:
    numbers = [letter(n) for n in sorted(values)]
    found = depths(numbers)
    if len(values) == 1 or not {letter(9), letter(22), letter(24)} & set(numbers):
        assert found == [1] * len(numbers)
    assert found[0] == 1


@given(st.lists(st.integers(0, 12), min_size=1, max_size=15))
def test_numerals_under_letters_are_told(nested: list[int]) -> None:
    numbers: list[str] = []
    levels: list[int] = []
    for n, count in enumerate(nested, start=1):
        # under (h), (u) and (w) a single "(i)", "(v)" or "(x)" may be the next letter
        below = 0 if letter(n) == "(h)" and count == 1 else count
        numbers += [letter(n), *(numeral(k) for k in range(1, below + 1))]
        levels += [1, *([2] * below)]
    assert depths(numbers) == levels


@given(st.lists(st.lists(st.integers(0, 4), max_size=4), min_size=1, max_size=7))
def test_three_levels_are_told(tree: list[list[int]]) -> None:
    numbers: list[str] = []
    levels: list[int] = []
    for n, below in enumerate(tree, start=1):
        numbers.append(letter(n))
        levels.append(1)
        for k, deepest in enumerate(below, start=1):
            numbers += [numeral(k), *(f"({m})" for m in range(1, deepest + 1))]
            levels += [2, *([3] * deepest)]
    assert depths(numbers) == levels


@given(st.lists(st.sampled_from(["", "(a)", "(i)", "(1)", "(A)", "(I)", "(zz)", "(h)", "(?)"])))
def test_every_number_gets_a_depth(numbers: list[str]) -> None:
    found = depths(numbers)
    assert len(found) == len(numbers)
    assert all(1 <= level <= 4 for level in found)
    # nothing stands deeper than one below what comes before it
    assert all(two <= one + 1 for one, two in zip([0, *found], found, strict=False))
