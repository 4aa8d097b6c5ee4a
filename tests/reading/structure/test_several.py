"""Several documents in one file: which there are, and what is whose."""

from __future__ import annotations

import pytest

from southsouth.reading.documents.read import read_bytes
from southsouth.reading.documents.told import told, with_told
from southsouth.reading.structure import PartKind, Resolution, parse_resolution
from southsouth.reading.structure.several import documents_in

WELLS = """3301 (XXIX). Wells

The General Assembly,

Recalling its resolution 2901 (XXVII) of 14 December 1972,

1. Decides to establish a fund for wells;¹

2. Requests the Secretary-General to report.

2303rd plenary meeting
4 December 1974
"""
SPRINGS = """3302 (XXIX). Springs

The General Assembly,

Noting the springs,

1. Takes note of the report on springs.

2303rd plenary meeting
4 December 1974
"""
NOTE = "\n¹ A/9001.\n"


def read(text: str, name: str = "page.txt") -> list[Resolution]:
    return [parse_resolution(one) for one in documents_in(read_bytes(text.encode(), name))]


def symbols(text: str, name: str = "page.txt") -> list[str]:
    return [one.symbol.text for one in read(text, name)]


def words(resolution: Resolution, kind: PartKind = PartKind.OPERATIVE) -> list[str]:
    return [resolution.words(part) for part in resolution.parts if part.kind is kind]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (WELLS, "page.txt", ["A/RES/3301(XXIX)"]),
        (f"{WELLS}\n{SPRINGS}", "page.txt", ["A/RES/3301(XXIX)", "A/RES/3302(XXIX)"]),
        # which of them the file is: by its masthead, by its name
        (f"A/RES/3302(XXIX)\n\n{WELLS}\n{SPRINGS}", "x.txt",
         ["A/RES/3302(XXIX)", "A/RES/3301(XXIX)"]),
        (f"{WELLS}\n{SPRINGS}", "A_RES_3302(XXIX).txt", ["A/RES/3302(XXIX)", "A/RES/3301(XXIX)"]),
        # a session that was misread: the number is that of the file
        (f"A/RES/3302(XXIX)\n\n{WELLS}\n{SPRINGS.replace('XXIX', 'XXIII')}", "x.txt",
         ["A/RES/3302(XXIX)", "A/RES/3301(XXIX)"]),
        # the letter of a part is no heading's
        ("A/RES/48/901 B\n\n48/901. Wells\n\nB\n\nThe General Assembly,\n\n1. Decides so.\n",
         "x.txt", ["A/RES/48/901B"]),
        # a report that prints resolutions, and goes on
        (f"A/9999\n\nReport on water\n\n1. The Committee met.\n\n{WELLS}\n2. It closed.\n", "x.txt",
         ["A/9999", "A/RES/3301(XXIX)"]),
        # headings with their years, and without full stops below the formula's organ
        ("Resolution 901 (1995)\n\nThe Security Council,\n\n1. Decides so.\n\nResolution 902 (1995)"
         "\n\nThe Security Council,\n\n1. Decides otherwise.\n", "x.txt",
         ["S/RES/901(1995)", "S/RES/902(1995)"]),
        # the number of a resolution alone on its line, above the title
        ("A/HRC/90/3\n\nReport\n\n90/1\n\nWells\n\nThe Human Rights Council,\n\n1. Decides so.\n\n"
         "10th meeting\n4 June 2030\n\n90/2\n\nSprings\n\nThe Human Rights Council,\n\n"
         "1. Decides so.\n", "x.txt", ["A/HRC/90/3", "A/HRC/RES/90/1", "A/HRC/RES/90/2"]),
        ("60/901 Wells\n\nThe General Assembly,\n\n1. Decides so.\n\n60/902 Springs\n\n"
         "The General Assembly,\n\n1. Decides so.\n", "x.txt", ["A/RES/60/901", "A/RES/60/902"]),
    ],
)  # fmt: skip
def test_documents_of_a_file(text: str, name: str, expected: list[str]) -> None:
    assert symbols(text, name) == expected


def test_a_contents_list_opens_nothing() -> None:
    contents = "CONTENTS\n\n3301 (XXIX) Wells (A/9886) ... 68\n\n3302 (XXIX) Springs ... 69\n\n"
    assert symbols(f"{contents}{WELLS}") == ["A/RES/3301(XXIX)"]


def test_each_keeps_its_own() -> None:
    first, second = read(f"{WELLS}\n{SPRINGS}{NOTE}")
    assert [len(words(first)), len(words(second))] == [2, 1]
    assert "springs" not in first.text
    assert "wells" not in second.text
    assert (first.front.title, second.front.title) == ("Wells", "Springs")
    assert second.front.meeting == "2303rd plenary meeting"
    assert len(words(first, PartKind.FOOTNOTE)) == 1
    assert not words(second, PartKind.FOOTNOTE)


def test_the_end_of_a_neighbour_is_no_part() -> None:
    tail = "4. Establishes a conference on rain.\n\n2302nd plenary meeting\n3 December 1974\n\n"
    (alone,) = read(f"{tail}{WELLS}")
    assert "rain" not in alone.text
    assert str(alone.front.adopted) == "1974-12-04"
    headed = read(f"A/RES/3302(XXIX)\n\n{tail}{WELLS}\n{SPRINGS}")
    assert all("rain" not in one.text for one in headed)


def test_a_report_keeps_what_stands_behind_a_resolution() -> None:
    report, printed = read(f"A/9999\n\nReport\n\n1. The Committee met.\n\n{WELLS}\n2. It closed.\n")
    assert words(report, PartKind.PARAGRAPH) or words(report)
    assert "It closed" in report.text
    assert "fund for wells" not in report.text
    assert "fund for wells" in printed.text
    assert "It closed" not in printed.text
    assert printed.document.excerpt
    assert not report.document.excerpt


def test_places_lead_back_to_the_file() -> None:
    source = f"{WELLS}\n{SPRINGS}"
    for one in read(source):
        for part in one.parts:
            start, end = one.document.source_map.span(part.start, part.end)
            assert source[start:end] == one.words(part)


def test_what_is_told_is_of_the_file() -> None:
    document = read_bytes(f"{WELLS}\n{SPRINGS}".encode(), "page.txt")
    told_of = with_told(document, told("x", "A/RES/3302(XXIX)", "1974-12-05"))
    first, second = (parse_resolution(one) for one in documents_in(told_of))
    assert (first.symbol.text, str(first.front.adopted)) == ("A/RES/3302(XXIX)", "1974-12-05")
    assert (second.symbol.text, str(second.front.adopted)) == ("A/RES/3301(XXIX)", "1974-12-04")
