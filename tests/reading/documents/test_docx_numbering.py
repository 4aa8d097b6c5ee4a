"""Numbers that Word computes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.documents.docx_samples import (
    docx,
    level,
    listed,
    numbering,
    paragraph,
    style,
    styled,
)

from southsouth.reading.documents.docx import read_docx
from southsouth.reading.documents.docx.numbering import Instance, Level, Numbers, format_number
from southsouth.reading.documents.docx.package import Package
from southsouth.un.numerals import from_roman

#: As resolutions count: 1., (a), (i).
RESOLUTION = level(0, "%1.") + level(1, "(%2)", "lowerLetter") + level(2, "(%3)", "lowerRoman")


@pytest.fixture(autouse=True, scope="module", params=["whole", "in blocks"])
def road(request: pytest.FixtureRequest) -> Iterator[None]:
    """All of it on both roads: read whole, and as a document of millions of tags is."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "in blocks":
            patch.setattr(Package, "is_large", lambda _: True)
        yield


def numbers(
    levels: dict[int, str], lists: dict[int, tuple[int, str]], body: str, styles: str = ""
) -> list[str]:
    """What stands before "x" in each paragraph."""
    data = docx(body, styles=styles, parts={"numbering.xml": numbering(levels, lists)})
    return [line.removesuffix("x").strip() for line in read_docx(data, "x").text.split("\n\n")]


def counted(definition: str, *levels: int) -> list[str]:
    body = "".join(listed("x", level=index) for index in levels)
    return numbers({0: definition}, {1: (0, "")}, body)


@pytest.mark.parametrize(
    ("fmt", "number", "printed"),
    [
        ("decimal", 14, "14"),
        ("decimalZero", 4, "04"),
        ("decimalZero", 14, "14"),
        ("lowerLetter", 1, "a"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 27, "aa"),
        ("lowerLetter", 54, "bbb"),
        ("upperLetter", 2, "B"),
        ("lowerRoman", 4, "iv"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("upperRoman", 4000, "4000"),
        ("none", 3, ""),
        ("bullet", 3, ""),
        ("russianLower", 7, "ж"),
        ("russianUpper", 10, "К"),
        ("chicago", 2, "†"),
        ("ordinal", 1, "1st"),
        ("ordinal", 12, "12th"),
        ("ordinal", 2, "2nd"),
        ("ordinal", 23, "23rd"),
        ("ordinal", 4, "4th"),
        ("unheardOf", 5, "5"),
        ("lowerLetter", 0, "0"),
        ("lowerRoman", -1, "-1"),
        ("lowerLetter", 999_999_999, "999999999"),
    ],
)
def test_formats(fmt: str, number: int, printed: str) -> None:
    assert format_number(number, fmt) == printed


@given(st.integers(1, 3999))
def test_roman_numbers_are_canonical(number: int) -> None:
    printed = format_number(number, "lowerRoman")
    assert printed == printed.lower()
    if number < 400:
        assert from_roman(printed) == number


@given(st.integers(1, 780))
def test_letters_lead_back(number: int) -> None:
    printed = format_number(number, "lowerLetter")
    assert len(set(printed)) == 1
    assert (len(printed) - 1) * 26 + ord(printed[0]) - ord("a") + 1 == number


@pytest.mark.parametrize(
    ("definition", "levels", "printed"),
    [
        (RESOLUTION, [0, 0, 0], ["1.", "2.", "3."]),
        (
            RESOLUTION,
            [0, 1, 1, 2, 2, 1, 0, 1],
            ["1.", "(a)", "(b)", "(i)", "(ii)", "(c)", "2.", "(a)"],
        ),
        (RESOLUTION, [0, 2, 0, 2], ["1.", "(i)", "2.", "(i)"]),
        (RESOLUTION, [1, 1, 0, 1], ["(a)", "(b)", "1.", "(a)"]),
        (level(0, "%1.", start=14), [0, 0], ["14.", "15."]),
        (level(0, "%1.", start=0), [0, 0], ["0.", "1."]),
        (level(0, "%1") + level(1, "%1.%2"), [0, 1, 1, 0, 1], ["1", "1.1", "1.2", "2", "2.1"]),
        (level(0, "%1") + level(1, "%1.%2"), [1], ["1.1"]),
        (level(0, "Article %1", "upperRoman"), [0, 0], ["Article I", "Article II"]),
        (level(0, "%1", "upperRoman") + level(1, "%1.%2", more="<w:isLgl/>"), [0, 1], ["I", "1.1"]),
        (
            level(0, "%1", "upperRoman") + level(1, "%1.%2", more='<w:isLgl w:val="0"/>'),
            [0, 1],
            ["I", "I.1"],
        ),
        (level(0, "", "bullet"), [0, 0], ["", ""]),
        (level(0, "%1", "none"), [0], [""]),
        (level(0, "Note", "none"), [0], ["Note"]),
        (level(0, "%1."), [3], [""]),
        (
            level(0, "%1.") + level(1, "(%2)", more='<w:lvlRestart w:val="0"/>'),
            [0, 1, 0, 1],
            ["1.", "(1)", "2.", "(2)"],
        ),
        (
            level(0, "%1.") + level(1, "-%2-") + level(2, "(%3)", more='<w:lvlRestart w:val="1"/>'),
            [0, 1, 2, 1, 2, 0, 2],
            ["1.", "-1-", "(1)", "-2-", "(2)", "2.", "(1)"],
        ),
    ],
)
def test_counting(definition: str, levels: list[int], printed: list[str]) -> None:
    assert counted(definition, *levels) == printed


RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'


@pytest.mark.parametrize(
    ("lists", "used", "printed"),
    [
        ({1: (0, ""), 2: (0, "")}, [1, 2, 1], ["1.", "2.", "3."]),  # one definition counts on
        ({1: (0, ""), 2: (1, "")}, [1, 2, 1], ["1.", "1)", "2."]),
        ({1: (0, ""), 2: (0, RESTART.format(1))}, [1, 1, 2, 2, 1], ["1.", "2.", "1.", "2.", "3."]),
        ({1: (0, ""), 2: (0, RESTART.format(7))}, [1, 2, 2], ["1.", "7.", "8."]),
        (
            {1: (0, f'<w:lvlOverride w:ilvl="0">{level(0, "[%1]")}</w:lvlOverride>')},
            [1, 1],
            ["[1]", "[2]"],
        ),
        ({1: (0, "")}, [1, 0, 1], ["1.", "", "2."]),  # list 0 is none
        ({1: (0, "")}, [9], [""]),
        ({1: (5, "")}, [1], [""]),
        ({1: (2, "")}, [1], ["1."]),  # a definition that refers to a style's list
    ],
)
def test_lists(lists: dict[int, tuple[int, str]], used: list[int], printed: list[str]) -> None:
    linked = '<w:numStyleLink w:val="Listed"/>'
    styles = style("Listed", '<w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr>')
    body = "".join(listed("x", num_id) for num_id in used)
    found = numbers(
        {0: level(0, "%1."), 1: level(0, "%1)"), 2: linked}, {**lists, 8: (0, "")}, body, styles
    )
    assert found == printed


def in_list(num_id: str = "", ilvl: str = "") -> str:
    inside = f'<w:ilvl w:val="{ilvl}"/>' if ilvl else ""
    inside += f'<w:numId w:val="{num_id}"/>' if num_id else ""
    return f"<w:numPr>{inside}</w:numPr>"


def test_numbers_through_styles() -> None:
    styles = (
        style("Op", f"<w:pPr>{in_list('1')}</w:pPr>")
        + style("Child", based="Op")
        + style("Sub", f"<w:pPr>{in_list('1', '1')}</w:pPr>")
        + style("Bound", f"<w:pPr>{in_list('1')}</w:pPr>")
        + style("Off", f"<w:pPr>{in_list('0')}</w:pPr>", based="Op")
    )
    bound = level(2, "(%3)", "lowerRoman", more='<w:pStyle w:val="Bound"/>')
    body = (
        styled("Op", "x")
        + styled("Child", "x")
        + styled("Sub", "x")
        + styled("Bound", "x")
        + styled("Off", "x")
        + paragraph("x", '<w:pStyle w:val="Op"/>' + in_list("0"))
        + paragraph("x", '<w:pStyle w:val="Op"/>' + in_list(ilvl="1"))
        + styled("Op", "x")
    )
    definition = level(0, "%1.") + level(1, "(%2)", "lowerLetter") + bound
    assert numbers({0: definition}, {1: (0, "")}, body, styles) == [
        "1.",
        "2.",
        "(a)",
        "(i)",
        "",
        "",
        "(b)",
        "3.",
    ]


def test_an_empty_paragraph_counts_and_is_not_seen() -> None:
    body = listed("x") + listed("") + listed("x")
    assert numbers({0: level(0, "%1.")}, {1: (0, "")}, body) == ["1.", "3."]


def test_a_number_typed_as_well_stands_once() -> None:
    assert numbers({0: level(0, "%1.")}, {1: (0, "")}, listed("1. x")) == ["1."]
    assert numbers({0: level(0, "%1")}, {1: (0, "")}, listed("1945 x")) == ["1 1945"]


def test_without_numbering_part_nothing_is_numbered() -> None:
    assert read_docx(docx(listed("x")), "x").text == "x"


@pytest.mark.parametrize("value", ["", "many", "9" * 5000, "-3"])
def test_odd_values_are_survived(value: str) -> None:
    definition = f'<w:lvl w:ilvl="0"><w:start w:val="{value}"/><w:lvlText w:val="%1."/></w:lvl>'
    definition += level(12, "%1")
    assert counted(definition, 0)[0].endswith(".")


INSTANCE = Instance("d", {i: Level(1, "decimal", f"%{i + 1}.") for i in range(4)})


@given(st.lists(st.integers(0, 3), max_size=40))
def test_each_level_counts_up_and_starts_anew_below_a_higher_one(levels: list[int]) -> None:
    counter = Numbers({"1": INSTANCE})
    counts = [0, 0, 0, 0]
    for index in levels:
        counts[index] += 1
        counts[index + 1 :] = [0] * (3 - index)
        assert counter.next("1", index) == f"{counts[index]}."


@given(st.lists(st.sampled_from(["1", "2"]), max_size=30))
def test_lists_of_one_definition_share_one_count(used: list[str]) -> None:
    counter = Numbers({"1": INSTANCE, "2": INSTANCE})
    assert [counter.next(i, 0) for i in used] == [f"{n}." for n in range(1, len(used) + 1)]
