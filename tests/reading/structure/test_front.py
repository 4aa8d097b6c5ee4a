"""Front matter and closing lines, row by row."""

from __future__ import annotations

from datetime import date

import pytest

from southsouth.reading.documents import read_bytes
from southsouth.reading.structure import FrontMatter, parse_resolution
from southsouth.reading.structure.front import FRONT_PATTERNS, front_pattern

Lines = tuple[str, ...]
EXAMPLES = [(name, text) for name, (_, examples) in FRONT_PATTERNS.items() for text in examples]


def front_of(*blocks: str, formula: str = "The General Assembly,") -> FrontMatter:
    text = "\n\n".join((*blocks, formula, "Noting the wells,", "1. Decides to dig."))
    return parse_resolution(read_bytes(text.encode(), "x")).front


def test_every_pattern_has_an_example() -> None:
    assert all(examples for _, examples in FRONT_PATTERNS.values())


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_an_example_is_matched_whole_by_its_row(name: str, text: str) -> None:
    assert front_pattern(name).fullmatch(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("adopted", "Report adopted by the General Assembly"),
        ("adopted", "Resolution adopted by the Committee on Wells"),
        ("report", "[on the wells of the Second Committee (A/60/1)]"),
        ("draft", "[without reference to a Main Committee]"),
        ("session", "The session"),
        ("agenda", "Agenda of the session"),
        ("distributed", "27 March 2006"),
        ("meeting", "plenary meeting"),
    ],
)
def test_other_words_are_not_matched(name: str, text: str) -> None:
    found = front_pattern(name).search(text)
    assert found is None or name == "session"
    if found:  # any word before "session" matches; only an ordinal counts
        assert front_of("A/RES/70/1", text).session == "70"


def test_a_whole_first_page() -> None:
    front = front_of(
        "A/RES/60/212",
        "Distr.: General\n27 March 2006",
        "Sixtieth session\nAgenda item 57 (b)",
        "Resolution adopted by the General Assembly on 22 December 2005",
        "[on the report of the Second Committee (A/60/493/Add.2)]",
        "60/212. Wells and\nrivers",
    )
    assert front == FrontMatter(
        title="Wells and rivers",
        title_start=front.title_start,
        organ="general-assembly",
        session="60",
        agenda_items=("57 (b)",),
        adopted=date(2005, 12, 22),
        distributed=date(2006, 3, 27),
        report_of="Second Committee",
    )


@pytest.mark.parametrize(
    ("line", "session"),
    [
        ("Sixtieth session", "60"),
        ("Seventy-third session", "73"),
        ("Twenty-first special session", "S-21"),
        ("Tenth emergency special session", "ES-10"),
        ("Resumed session", "70"),
    ],
)
def test_session_ordinals(line: str, session: str) -> None:
    assert front_of("A/RES/70/1", line).session == session


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("Agenda item 7", ("7",)),
        ("Agenda item 57 (b)", ("57 (b)",)),
        ("Agenda item 57(b)", ("57 (b)",)),
        ("Agenda items 13 (a) and 117", ("13 (a)", "117")),
        ("Agenda items 9 (a) and (b)", ("9 (a)", "9 (b)")),
        ("Agenda items 5, 7 (a), 8 and 9", ("5", "7 (a)", "8", "9")),
    ],
)
def test_agenda_items(line: str, items: Lines) -> None:
    assert front_of("A/RES/70/1", line).agenda_items == items


@pytest.mark.parametrize(
    ("line", "committee"),
    [
        ("[on the report of the Second Committee (A/70/1)]", "Second Committee"),
        (
            "[on the report of the Special Committee on\nWells (Fourth Committee) (A/70/1, "
            "para. 9)]",
            "Special Committee on Wells (Fourth Committee)",
        ),
        ("[without reference to a Main Committee (A/70/L.1)]", ""),
    ],
)
def test_the_reporting_committee(line: str, committee: str) -> None:
    assert front_of("A/RES/70/1", line).report_of == committee


@pytest.mark.parametrize(
    ("symbol", "line", "title"),
    [
        ("A/RES/70/1", "70/1. Wells", "Wells"),
        ("A/RES/70/1", "70/1 Wells", "Wells"),
        ("A/RES/70/1", "70/1. Wells and rivers*", "Wells and rivers"),
        ("A/RES/70/1", "70/1. Wells and rivers 1", "Wells and rivers"),
        ("A/RES/57/270B", "57/270 B. Wells", "Wells"),
        ("A/RES/3251(XXIX)", "3251 (XXIX). Wells", "Wells"),
        ("A/RES/70/1", "70/12. Wells", ""),
        ("A/RES/70/1", "70/1. 2015", ""),
    ],
)
def test_the_title(symbol: str, line: str, title: str) -> None:
    front = front_of(symbol, line)
    assert front.title == title
    assert (front.title_start >= 0) == bool(title)


def test_the_title_stands_where_it_is_said_to() -> None:
    text = "A/RES/70/1\n\n70/1. Wells\n\nThe General Assembly,\n\n1. Decides to dig."
    front = parse_resolution(read_bytes(text.encode(), "x")).front
    assert text[front.title_start :].startswith("Wells\n")


@pytest.mark.parametrize(
    ("blocks", "organ"),
    [
        (("S/RES/1325 (2000)",), "security-council"),
        (
            ("Resolution adopted by the Human Rights Council* on 24 March 2011", "16/18. Wells"),
            "human-rights-council",
        ),
        (("Resolution adopted by the Economic and Social Council", "2019/3. Wells"), "ecosoc"),
        (("Resolution adopted by the General Assembly", "217 A (III). Wells"), "general-assembly"),
    ],
)
def test_the_organ_and_a_symbol_built_from_the_number(blocks: Lines, organ: str) -> None:
    assert front_of(*blocks).organ == organ


@pytest.mark.parametrize(
    ("blocks", "symbol"),
    [
        (("Resolution adopted by the Human Rights Council", "16/18. Wells"), "A/HRC/RES/16/18"),
        (
            ("Resolution adopted by the Economic and Social Council", "2019/3. Wells"),
            "E/RES/2019/3",
        ),
        (("Resolution adopted by the General Assembly", "217 A (III). Wells"), "A/RES/217A(III)"),
        (("Resolution adopted by the General Assembly", "S-21/2. Wells"), "A/RES/S-21/2"),
        (("\ufeffA/RES/70/1",), "A/RES/70/1"),
        (("United Nations", "A/RES/57/270 B", "57/270 A. Wells"), "A/RES/57/270B"),
    ],
)
def test_the_symbol(blocks: Lines, symbol: str) -> None:
    text = "\n\n".join((*blocks, "The General Assembly,", "1. Decides to dig."))
    assert str(parse_resolution(read_bytes(text.encode(), "x")).symbol) == symbol


@pytest.mark.parametrize(
    ("closing", "meeting", "adopted"),
    [
        ("68th plenary meeting\n22 December 2005", "68th plenary meeting", date(2005, 12, 22)),
        ("68th plenary meeting\n\n22 December 2005", "68th plenary meeting", date(2005, 12, 22)),
        ("55th (resumed) plenary meeting", "55th (resumed) plenary meeting", None),
        ("2284th plenary meeting, 14 December 1973.", "2284th plenary meeting", date(1973, 12, 14)),
        ("51st meeting\n1 April 2019", "51st meeting", date(2019, 4, 1)),
    ],
)
def test_closing_lines(closing: str, meeting: str, adopted: date | None) -> None:
    text = f"A/RES/70/1\n\nThe General Assembly,\n\n1. Decides to dig.\n\n{closing}"
    front = parse_resolution(read_bytes(text.encode(), "x")).front
    assert (front.meeting, front.adopted) == (meeting, adopted)


def test_the_front_page_outweighs_the_closing_line() -> None:
    text = (
        "A/RES/70/1\n\nResolution adopted by the General Assembly on 1 May 2015\n\n"
        "The General Assembly,\n\n1. Decides to dig.\n\n2nd plenary meeting\n2 May 2015"
    )
    front = parse_resolution(read_bytes(text.encode(), "x")).front
    assert front.adopted == date(2015, 5, 1)


BEFORE = (
    "The General Assembly,",
    "Decides to fill a well.",
    "5th plenary meeting,",
    "28 September 1960.",
)
OWN = ("The General Assembly,", "Decides to dig a well.")
CLOSING = ("9th plenary meeting,", "14 December 1960.")
AFTER = ("The General Assembly,", "Decides to rest.", "10th plenary meeting,", "15 December 1960.")


@pytest.mark.parametrize(
    ("lines", "adopted", "meeting"),
    [
        # a page of a volume begins with the end of another resolution
        (("A/RES/1914(XV)", *BEFORE, "1914 (XV). Wells", *OWN, *CLOSING), "1960-12-14", "9th"),
        (("A/RES/1914(XV)", *BEFORE, "1914(1). WELLS", *OWN, *CLOSING), "1960-12-14", "9th"),
        (("A/RES/1914A(XV)", *BEFORE, "1914 A (XV). Wells", *OWN, *CLOSING), "1960-12-14", "9th"),
        (("A/RES/41/913", *BEFORE, "41/913. Wells", *OWN, *CLOSING), "1960-12-14", "9th"),
        (("E/RES/1981/7", *BEFORE, "1981/7. Wells", *OWN, *CLOSING), "1960-12-14", "9th"),
        # and ends with the beginning, or the whole, of the next
        (
            ("A/RES/1914(XV)", "1914 (XV). Wells", *OWN, *CLOSING, "1915 (XV). Rivers", *AFTER),
            "1960-12-14",
            "9th",
        ),
        # its own end stands on the next page, which is not there
        (("A/RES/1914(XV)", *BEFORE, "1914 (XV). Wells", *OWN), None, ""),
        # neither a citation nor another number begins it
        (
            ("A/RES/1914(XV)", "1914 (XV) of 1 May 1960 is recalled.", *OWN, *CLOSING),
            "1960-12-14",
            "9th",
        ),
        (("A/RES/41/91", *OWN, *CLOSING, "41/913. Rivers", *AFTER), "1960-12-14", "9th"),
        (("A/RES/70/1", *OWN, *CLOSING, "1. Wells"), "1960-12-14", "9th"),
    ],
)
def test_a_page_that_resolutions_share(lines: Lines, adopted: str | None, meeting: str) -> None:
    front = parse_resolution(read_bytes("\n\n".join(lines).encode(), "x")).front
    assert front.adopted == (date.fromisoformat(adopted) if adopted else None)
    assert front.meeting.partition(" ")[0] == meeting


@pytest.mark.parametrize(
    ("blocks", "adopted"),
    [
        (("Resolution 901 (1995)\nof 3 March 1995", "The Security Council,"), date(1995, 3, 3)),
        (("RESOLUTION 901 (1995)", "Adopted by the Security Council at its 3901st meeting,",
          "on 3 March 1995", "The Security Council,"), date(1995, 3, 3)),
        (("91 (1951). Resolution of 3 March 1951\n[S/2901]", "The Security Council,"),
         date(1951, 3, 3)),
        (("A/DEC/66/590", "66/590. Wells", "At its 39th plenary meeting, on\n3 March 2012, "
          "the General Assembly decided to dig."), date(2012, 3, 3)),
        (("S/PRST/2021/90", "At the 8901st meeting of the Security Council, held on 19 May 2021, "
          "in connection with the item “Wells”, the President spoke:"), date(2021, 5, 19)),
        # a year that is not the symbol's was misread
        (("Resolution 901 (1995)\nof 3 March 1935", "The Security Council,"), None),
    ],
)  # fmt: skip
def test_the_day_of_adoption(blocks: tuple[str, ...], adopted: date | None) -> None:
    text = "\n\n".join((*blocks, "Noting wells,", "1. Decides to dig."))
    assert parse_resolution(read_bytes(text.encode(), "x")).front.adopted == adopted


@pytest.mark.parametrize("line", ["2025 session", "1 January 2025", "2025 Conference on Wells"])
def test_a_figure_of_the_symbol_makes_no_title(line: str) -> None:
    blocks = ("E/2025/901", line, "The Economic and Social Council,", "Noting wells,")
    assert parse_resolution(read_bytes("\n\n".join(blocks).encode(), "x")).front.title == ""


def test_a_misread_number_is_one_before_a_verb() -> None:
    blocks = (
        "A/RES/70/901",
        "The General Assembly,",
        "Noting wells,",
        "1, Decides to dig;",
        "I. Requests the Board to dig;",
        "3, 4 and 5 are wells.",
    )
    found = parse_resolution(read_bytes("\n\n".join(blocks).encode(), "x"))
    assert [part.number for part in found.parts if part.number] == ["1", "1"]
