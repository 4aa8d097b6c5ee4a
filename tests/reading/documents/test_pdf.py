"""PDF: lines put back into paragraphs, footnote marks told from words, furniture removed."""

from __future__ import annotations

import hashlib
import re
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.documents.pdf_samples import ENCRYPTED, SamplePage, pdf_bytes, width, wrapped

from southsouth.errors import DocumentError
from southsouth.reading.documents import Document, Role
from southsouth.reading.documents.ocr import engine
from southsouth.reading.documents.pdf import file as pdf_file
from southsouth.reading.documents.pdf import read_pdf

WELLS = (
    "Recalling the wells of the northern district, which were dug by hand in the dry years and "
    "which have given water to every village between the river and the hills ever since,"
)
PUMPS = (
    "Noting with satisfaction that hand pumps made in the district are now sold in the markets of "
    "its neighbours, where they are repaired by the people who bought them,"
)
LONG = " ".join([WELLS, PUMPS.lower()] * 3)


def read(*pages: SamplePage) -> Document:
    return read_pdf(pdf_bytes(pages), "wells.pdf")


def words(*pages: SamplePage) -> list[str]:
    document = read(*pages)
    return [document.words(block) for block in document.blocks]


def noted(document: Document) -> list[tuple[str, str]]:
    """The last word before each footnote mark, with its label."""
    return [(document.text[: mark.offset].split()[-1], mark.label) for mark in document.marks]


def footnotes(document: Document) -> list[tuple[str, str]]:
    notes = [block for block in document.blocks if block.role is Role.FOOTNOTE]
    return [(block.label, document.words(block)) for block in notes]


def page_of(*paragraphs: str) -> SamplePage:
    page = SamplePage()
    for paragraph in paragraphs:
        page.paragraph(paragraph)
    return page


def with_note(mark: str, label: str = "", note: str = "See the list of wells.") -> SamplePage:
    """A page with one mark after "wells" and a footnote below a rule."""
    page = page_of(PUMPS)
    end = page.text(144, page.y, "Recalling the wells")
    end = page.mark(end, page.y, mark)
    page.text(end + 2.8, page.y, "of the district and their pumps,")
    page.y -= 18
    page.paragraph(PUMPS)
    page.text(96, 120, "_" * 18, 8)
    page.mark(112, 108, label or mark, 5.5)
    page.text(120, 108, note, 8.5)
    return page


# --------------------------------------------------------------------------------------- blocks


def test_a_document_knows_its_file() -> None:
    data = pdf_bytes([page_of(WELLS)])
    document = read_pdf(data, "folder/wells.pdf")
    assert (document.name, document.media_type) == ("wells.pdf", "application/pdf")
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.text == WELLS


def indented(page: SamplePage) -> None:
    page.paragraph(WELLS)
    page.paragraph(PUMPS)


def indented_without_gaps(page: SamplePage) -> None:
    page.paragraph(WELLS, gap=0)
    page.paragraph(PUMPS, gap=0)


def parted_by_gaps(page: SamplePage) -> None:
    page.paragraph(WELLS, indent=0)
    page.paragraph(PUMPS, indent=0)


def parted_by_a_short_line(page: SamplePage) -> None:
    page.paragraph(WELLS, indent=0, gap=0)
    page.paragraph(PUMPS, indent=0, gap=0)


def set_wide(page: SamplePage) -> None:
    for paragraph in (WELLS, PUMPS):
        for number, line in enumerate(wrapped(paragraph, 370, 24)):
            page.text(120 if number else 144, page.y, line)
            page.y -= 20


def narrow_between_wide_ones(page: SamplePage) -> None:
    page.paragraph(WELLS, x=160, right=450, indent=0)
    page.paragraph(PUMPS)


@pytest.mark.parametrize(
    "draw",
    [
        indented,
        indented_without_gaps,
        parted_by_gaps,
        parted_by_a_short_line,
        set_wide,
        narrow_between_wide_ones,
    ],
)
def test_lines_are_put_back_into_paragraphs(draw: Callable[[SamplePage], None]) -> None:
    page = SamplePage()
    draw(page)
    assert words(page) == [WELLS, PUMPS]


@pytest.mark.parametrize(
    ("label", "at"),
    [
        ("14.", (144, 170)),
        ("(a)", (144, 170)),
        ("(iv)", (144, 175)),
        ("A.", (120, 150)),
        ("1.", (120, 165)),
        ("60/212.", (84, 122)),
        ("•", (140, 160)),
    ],
)
@pytest.mark.parametrize("hangs", [False, True])
def test_a_number_or_letter_before_a_paragraph_is_text(
    label: str, at: tuple[float, float], hangs: bool
) -> None:
    page = SamplePage()
    page.paragraph(PUMPS)
    for _ in range(2):
        page.text(at[0], page.y, label)
        page.paragraph(WELLS, x=at[1] if hangs else 120, indent=0 if hangs else at[1] - 120)
    assert words(page) == [PUMPS, f"{label} {WELLS}", f"{label} {WELLS}"]


def test_a_number_far_from_its_words() -> None:
    page = SamplePage()
    for number in (1, 2):
        page.text(60, page.y, f"{number}.")
        page.paragraph(WELLS, x=170, indent=0)
    assert words(page) == [f"1. {WELLS}", f"2. {WELLS}"]


def test_a_line_set_by_hand_may_end_early() -> None:
    page = SamplePage()
    page.paragraph(PUMPS)
    lines = (
        "1. The wells of the valley, which are dug by hand and which the rivers fill, run",
        "dry when no rain falls on the hills, or falls and runs away, and",
        "is lost, and nobody drinks of them.",
    )
    for line in lines:
        page.paragraph(line, indent=0, gap=0)
    assert words(page)[1:] == [
        "1. The wells of the valley, which are dug by hand and which the rivers fill, run dry "
        "when no rain falls on the hills, or falls and runs away, and is lost, "
        "and nobody drinks of them."
    ]


def test_a_list_inside_of_a_paragraph_goes_on_at_the_head_of_a_line() -> None:
    page = SamplePage()
    page.paragraph(PUMPS)
    page.paragraph(
        "1. The valley has what it needs, which is (1) wells that are dug by hand, and", gap=0
    )
    page.paragraph("(2) rivers that run.", indent=0)
    assert len(words(page)) == 2


def test_numbered_paragraphs_without_gaps() -> None:
    page = SamplePage()
    items = [f"({letter}) {WELLS[:-1]};" for letter in "abc"]
    for item in items:
        page.paragraph(item, gap=0)
    page.paragraph("1. " + PUMPS, indent=0, gap=0)
    assert words(page) == [*items, "1. " + PUMPS]


def test_headings_are_blocks_of_their_own() -> None:
    page = SamplePage()
    page.lines(["Wells and pumps of the northern", "district"], indent=0, gap=0, font="bold")
    page.paragraph(WELLS, indent=0, gap=0)
    page.text(250, page.y, "Annex")
    page.y -= 12
    page.text(232, page.y, "List of the wells")
    page.y -= 24
    page.lines(["17th plenary meeting"], x=390, indent=0, gap=0, font="italic")
    end = 390 + width("17th plenary meeting")
    page.text(end - width("3 May 2021"), page.y, "3 May 2021", font="italic")
    document = read(page)
    assert [(block.role, document.words(block)) for block in document.blocks] == [
        (Role.HEADING, "Wells and pumps of the northern district"),
        (Role.PARAGRAPH, WELLS),
        (Role.PARAGRAPH, "Annex"),
        (Role.PARAGRAPH, "List of the wells"),
        (Role.PARAGRAPH, "17th plenary meeting"),
        (Role.PARAGRAPH, "3 May 2021"),
    ]


def test_a_centred_heading_in_two_lines_is_one_block() -> None:
    page = SamplePage()
    page.paragraph(WELLS)
    for line in ("Wells of the northern district and all that", "belongs to them"):
        page.text(305 - width(line) / 2, page.y, line)
        page.y -= 12
    page.y -= 6
    page.paragraph(PUMPS)
    assert words(page)[1] == "Wells of the northern district and all that belongs to them"


def test_two_columns_are_read_one_after_the_other() -> None:
    page = SamplePage()
    page.text(200, 730, "Wells across the page, and the pumps that stand on them", 12)
    for left in (60, 320):
        page.y = 700
        page.paragraph(("1. " if left == 60 else "2. ") + WELLS, left, left + 230, 20)
        page.paragraph(PUMPS, left, left + 230, 20)
    assert words(page)[1:] == ["1. " + WELLS, PUMPS, "2. " + WELLS, PUMPS]


def test_ragged_columns_of_which_one_starts_lower() -> None:
    left = [
        "901 (XXIX). Wells of the valley", "The General Assembly,",
        "Recalling its resolution 64/901 on the", "wells of all the districts,",
        "Recalling also the report of the board,", "and what was said of it there,",
        "1. Decides to dig wells in the valley", "where no water is;",
        "2. Requests a report on the wells that", "were dug, and on those", "that ran dry.",
    ]  # fmt: skip
    right = [
        "Council at its next session, with", "all that it holds;", "3. Decides to rest.",
        "2303rd plenary meeting", "4 December 1974", "902 (XXIX). Rivers of the valley",
        "The General Assembly,", "Recalling the rivers, and what they carry to the sea,",
        "1. Takes note of the report of the", "board.",
    ]  # fmt: skip
    page = SamplePage()
    for number, line in enumerate(left):
        page.text(60, 640 - 12 * number, line)
    for number, line in enumerate(right):
        page.text(310, 700 - 12 * number, line)
    text = " ".join(words(page))
    assert text.index("ran dry") < text.index("Council at its")
    assert "64/901 on the wells of all the districts," in text


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    page = SamplePage()
    lines = SamplePage()
    lines.paragraph(LONG, 0, 230, 20)
    half = len(lines.content) // 2
    measured = [*wrapped(LONG, 230, 20)]
    page.lines(measured[:half], 60, 20)
    page.y = 700
    page.lines(measured[half:], 320, 0)
    page.paragraph(PUMPS, 320, 550, 20)
    assert words(page) == [LONG, PUMPS]


def test_footnotes_at_the_foot_of_each_column() -> None:
    page = SamplePage()
    for left, label in ((60, "1"), (320, "2")):
        page.y = 700
        page.mark(page.text(left + 20, page.y, "Recalling the wells,"), page.y, label)
        page.y -= 18
        page.paragraph(WELLS, left, left + 230, 20)
        page.paragraph(PUMPS, left, left + 230, 20)
        page.rule(left, left + 60, 120)
        page.mark(left + 10, 108, label, 5.5)
        page.text(left + 16, 108, f"See the list of wells, number {label}.", 8.5)
    document = read(page)
    body = ["Recalling the wells,", WELLS, PUMPS]
    assert words(page)[:6] == body + body
    assert noted(document) == [("wells,", "1"), ("wells,", "2")]
    assert footnotes(document) == [
        (label, f"See the list of wells, number {label}.") for label in "12"
    ]


# ------------------------------------------------------------------------------- across pages


@pytest.mark.parametrize("indent", [24, 0])
def test_a_paragraph_that_a_page_break_cuts_is_one(indent: float) -> None:
    lines = wrapped(WELLS, 370, indent)
    first, second = page_of(PUMPS), SamplePage()
    first.lines(lines[:1], indent=indent)
    second.lines(lines[1:], indent=0)
    second.paragraph(PUMPS, indent=indent)
    document = read(first, second)
    assert [document.words(block) for block in document.blocks] == [PUMPS, WELLS, PUMPS]
    at = document.text.index(lines[1])
    assert [document.pages.page_of(offset) for offset in (0, at - 2, at, len(document.text))] == [
        1,
        1,
        2,
        2,
    ]


@pytest.mark.parametrize("start", ["Noting the pumps,", "2. Notes the pumps;", "(b) The pumps;"])
def test_a_paragraph_that_a_page_break_does_not_cut(start: str) -> None:
    assert words(page_of(PUMPS, WELLS), page_of(start, PUMPS)) == [PUMPS, WELLS, start, PUMPS]


def test_a_last_page_of_few_lines_has_the_margin_of_the_others() -> None:
    first = page_of(LONG, PUMPS)
    last = page_of("Noting the pumps,", "Noting the markets,", "Noting the rivers,")
    assert words(first, last)[2:] == [
        "Noting the pumps,",
        "Noting the markets,",
        "Noting the rivers,",
    ]


def masthead(page: SamplePage) -> None:
    page.text(120, 734, "United Nations", 14)
    page.text(480, 735, "A", 20)
    page.text(480 + width("A", 20), 735, "/RES/70/1")
    page.rule(60, 552, 727)
    page.text(120, 706, "General Assembly", 20, "bold")
    page.text(400, 706, "Distr.: General")
    page.text(400, 694, "5 October 2015")
    page.text(60, 570, "Seventieth session", font="bold")
    page.text(60, 558, "Agenda item 7")
    page.text(120, 526, "Resolution adopted by the General Assembly on", 14, "bold")
    page.text(120, 510, "1 October 2015", 14, "bold")
    page.text(120, 486, "[without reference to a Main Committee (A/70/L.1)]", font="italic")
    page.text(84, 461, "70/1.", 12, "bold")
    page.text(120, 461, "Wells and pumps", 12, "bold")
    page.y = 436


MASTHEAD = [
    "United Nations",
    "A/RES/70/1",
    "General Assembly",
    "Distr.: General\n5 October 2015",
    "Seventieth session",
    "Agenda item 7",
    "Resolution adopted by the General Assembly on 1 October 2015",
    "[without reference to a Main Committee (A/70/L.1)]",
    "70/1. Wells and pumps",
]


def test_the_masthead_is_kept_and_what_pages_repeat_is_not() -> None:
    first = SamplePage()
    masthead(first)
    first.paragraph(WELLS)
    first.text(65, 44, "15-12345 (E) 061015")
    first.text(65, 30, "*1512345*", 12, "barcode")
    first.text(430, 44, "Please recycle")
    pages = [first]
    for number in (2, 3):
        page = page_of(f"Part {number}: {WELLS}", PUMPS)
        page.text(60, 745, "A/RES/70/1", 8.5, "bold")
        page.text(400, 745, "Wells and pumps", 8.5, "bold")
        page.rule(60, 552, 727)
        page.text(60, 37, f"{number}/3", 8.5, "bold")
        page.text(520, 38, "15-12345", 7)
        pages.append(page)
    assert words(*pages) == [
        *MASTHEAD,
        WELLS,
        f"Part 2: {WELLS}",
        PUMPS,
        f"Part 3: {WELLS}",
        PUMPS,
    ]


@pytest.mark.parametrize(
    ("header", "footer"),
    [
        ("A/RES/70/1", ""),
        ("", "2"),
        ("", "- 2 -"),
        ("", "Page 2 of 9"),
        ("", "GE.15-12345 (E)"),
        ("", "GE.15-12345(E)"),
        ("", "*1512345*"),
        ("", "/..."),
        ("A/70/5/Add.1", "ii"),
    ],
)
def test_what_a_page_repeats_is_known_by_its_form(header: str, footer: str) -> None:
    second = page_of(PUMPS)
    second.text(60, 740, header)
    second.text(300, 40, footer)
    assert words(page_of(WELLS), second) == [WELLS, PUMPS]


def test_running_titles_are_known_because_they_run() -> None:
    pages = [page_of(WELLS)]
    for number in range(2, 6):
        page = page_of(f"{number}. {PUMPS}")
        page.text(120, 740, f"{number} Wells of the north" if number % 2 else "Reports on wells")
        page.text(120, 40, "Printed at the wells")
        pages.append(page)
    assert words(*pages) == [WELLS, *(f"{number}. {PUMPS}" for number in range(2, 6))]


def test_a_running_title_that_changes_is_known_by_the_page_number_beside_it() -> None:
    pages = [page_of(f"{number}. {WELLS}") for number in range(1, 6)]
    for number, page in enumerate(pages[1:], 102):
        page.text(120, 740, f"{'abcdef'[number - 102]} part of the report")
        page.text(470, 740, str(number))
    assert words(*pages) == [f"{number}. {WELLS}" for number in range(1, 6)]


def test_a_year_that_ends_a_page_is_no_page_number() -> None:
    first = page_of(PUMPS)
    first.y = 62
    first.lines(
        ["Recalling the wells that the northern district has had since the", "1998"], indent=0
    )
    assert words(first)[-1].endswith("since the 1998")


# ------------------------------------------------------------------------------------ footnotes


@pytest.mark.parametrize("label", ["1", "12", "*", "**", "a", "†"])
def test_marks_are_taken_out_and_bodies_found(label: str) -> None:
    document = read(with_note(label))
    assert noted(document) == [("wells", label)]
    assert footnotes(document) == [(label, "See the list of wells.")]
    assert "Recalling the wells of the district and their pumps," in document.text


@pytest.mark.parametrize(
    ("before", "gap", "after", "text"),
    [
        ("the wells,", 0, " and pumps", "the wells, and pumps"),
        ("the wells ", 0, "and pumps", "the wells and pumps"),
        ("the wells", 3, ", and pumps", "the wells, and pumps"),
        ("the wells", 0, ";", "the wells;"),
        ("the wells 2015\u20132030", 0, " and pumps", "the wells 2015\u20132030 and pumps"),
        ("(the wells)", 0, "", "(the wells)"),
    ],
)
def test_the_words_around_a_mark(before: str, gap: float, after: str, text: str) -> None:
    page = with_note("1")
    page.y = 300
    end = page.text(144, page.y, before)
    page.mark(end + gap, page.y, "1")
    page.text(end + gap + 3.6, page.y, after)
    document = read(page)
    assert f"\n\n{text}\n\n" in document.text
    assert document.marks[-1].offset == document.text.index(text) + len(before.rstrip())


def test_several_marks_in_one_place() -> None:
    page = with_note("1, 2", "1")
    page.mark(112, 96, "2", 5.5)
    page.text(120, 96, "See the list of pumps.", 8.5)
    document = read(page)
    assert noted(document) == [("wells", "1"), ("wells", "2")]
    assert footnotes(document) == [("1", "See the list of wells."), ("2", "See the list of pumps.")]


@pytest.mark.parametrize(
    ("before", "raised", "text"),
    [
        ("the 5", "th", "the 5th of the wells"),
        ("12 km", "2", "12 km2 of the wells"),
        ("10", "6", "106 of the wells"),
        ("N", "o", "No of the wells"),
    ],
)
def test_what_is_raised_and_no_mark(before: str, raised: str, text: str) -> None:
    page = with_note("1")
    page.y = 300
    end = page.mark(page.text(144, page.y, before), page.y, raised)
    page.text(end, page.y, " of the wells")
    document = read(page)
    assert f"\n\n{text}\n\n" in document.text
    assert noted(document) == [("wells", "1")]


def test_a_superscript_character_is_a_mark() -> None:
    page = with_note("1")
    page.y = 300
    page.text(144, page.y, "the pumps,\u00b9 and the wells")
    document = read(page)
    assert "\n\nthe pumps, and the wells\n\n" in document.text
    assert noted(document)[-1] == ("pumps,", "1")


@pytest.mark.parametrize("gap", [0, 2.8])
def test_stars_that_are_not_raised(gap: float) -> None:
    page = SamplePage()
    page.text(page.text(480, 735, "A/RES/70/1") + gap, 735, "*")
    page.y = 600
    page.paragraph(WELLS)
    page.rule(60, 130, 120)
    page.text(60, 108, "* Reissued because a pump broke on 3 May 2021.", 8.5)
    document = read(page)
    assert words(page)[:2] == ["A/RES/70/1", WELLS]
    assert noted(document) == [("A/RES/70/1", "*")]
    assert footnotes(document) == [("*", "Reissued because a pump broke on 3 May 2021.")]


def test_a_footnote_in_several_lines_that_runs_over_to_the_next_page() -> None:
    first = with_note(
        "1", note="See the list of wells, which names the wells that were dug and the"
    )
    first.text(120, 98, "people who dug them, and", 8.5)
    second = page_of(PUMPS)
    second.text(96, 120, "_" * 18, 8)
    second.text(120, 108, "where the pumps were bought.", 8.5)
    second.mark(112, 98, "2", 5.5)
    second.text(120, 98, "Ibid.", 8.5)
    assert footnotes(read(first, second)) == [
        (
            "1",
            "See the list of wells, which names the wells that were dug and the people who dug "
            "them, and where the pumps were bought.",
        ),
        ("2", "Ibid."),
    ]


@pytest.mark.parametrize(("ruled", "raised"), [(True, True), (True, False), (False, True)])
def test_the_foot_of_a_page_without_a_typed_rule(ruled: bool, raised: bool) -> None:
    page = page_of(PUMPS)
    page.mark(page.text(144, page.y, "Recalling the wells,"), page.y, "1")
    if ruled:
        page.rule(100, 172, 120)
    if raised:
        page.mark(112, 108, "1", 5.5)
        page.text(120, 108, "See the list of wells.", 8.5)
    else:
        page.text(112, 108, "1 See the list of wells.", 8.5)
    document = read(page)
    assert noted(document) == [("wells,", "1")]
    assert footnotes(document) == [("1", "See the list of wells.")]


def test_a_page_break_with_footnotes_does_not_part_a_paragraph() -> None:
    lines = wrapped(WELLS, 370, 24)
    first, second = with_note("1"), SamplePage()
    first.lines(lines[:1])
    second.lines(lines[1:], indent=0)
    assert WELLS in words(first, second)


# --------------------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("lines", "elsewhere", "text"),
    [
        (["wells after the post-", "conflict years"], "", "wells after the post-conflict years"),
        (["wells of the dis-", "trict"], "the district", "wells of the district"),
        (
            ["the co-", "operation of wells"],
            "co-operation and cooperation",
            "the co-operation of wells",
        ),
        (["the Secretary-", "General of wells"], "", "the Secretary-General of wells"),
        (["wells of 2015\u2013", "2030"], "", "wells of 2015\u20132030"),
        (["the wells of A/RES/", "70/1"], "", "the wells of A/RES/70/1"),
        (["the wells -", "and pumps"], "", "the wells - and pumps"),
        (["the wells \u2013", "and pumps"], "", "the wells \u2013 and pumps"),
    ],
)
def test_hyphens_at_the_ends_of_lines(lines: list[str], elsewhere: str, text: str) -> None:
    page = page_of(PUMPS)
    page.lines(lines)
    page.paragraph(f"Seeing {elsewhere} again,")
    assert words(page)[1] == text


def test_in_a_document_that_cuts_words_unknown_ones_are_joined() -> None:
    page = page_of("Seeing the district, the cooperation and the resolution,")
    for cut in (("dis-", "trict"), ("coop-", "eration"), ("inter-", "national"), ("post-", "war")):
        page.lines([f"the wells of the {cut[0]}", f"{cut[1]} years"])
    page.paragraph("Seeing the post before the war,")
    assert words(page)[1:5] == [
        "the wells of the district years",
        "the wells of the cooperation years",
        "the wells of the international years",
        "the wells of the post-war years",
    ]


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("a mid#dle word", "a middle word"),  # a soft hyphen
        ("the $rst", "the first"),  # a ligature
        ("co%operation", "co-operation"),  # a hyphen that does not break
        ("one & two", "one \U0001d400 two"),
        ("one + two", "one \ufffd two"),  # half of a pair of surrogates
        ("one<", "one"),  # a control character
        ("> one", "• one"),  # a bullet of the font Symbol
    ],
)
def test_letters_by_their_table_of_codes(printed: str, text: str) -> None:
    page = SamplePage()
    page.text(120, 700, printed, font="coded")
    assert words(page) == [text]


def test_a_soft_hyphen_at_the_end_of_a_page() -> None:
    first, second = SamplePage(), SamplePage()
    first.lines(["Noting that the wells of the dis#"], font="coded")
    second.lines(["trict are deep,"], indent=0)
    assert words(first, second) == ["Noting that the wells of the district are deep,"]


def test_letters_that_are_set_apart_are_one_word_and_gaps_are_spaces() -> None:
    page = SamplePage()
    end = 120.0
    for part in ("Recall", "ing", " the"):
        end = page.text(end, 700, part) + 0.9
    page.text(end + 3, 700, "wells,")
    assert words(page) == ["Recalling the wells,"]


def test_italics_links_and_pages() -> None:
    page = SamplePage()
    end = page.text(144, 700, "Recalling", font="italic")
    end = page.text(end + 2.8, 700, "resolution")
    start, end = end + 2.8, page.text(end + 2.8, 700, "70/1,")
    page.link(start, 697, end, 709, "https://undocs.org/A/RES/70/1")
    page.text(end + 2.8, 700, "and the wells,")
    document = read(page)
    assert document.text == "Recalling resolution 70/1, and the wells,"
    assert [document.text[a:b] for a, b in document.italics] == ["Recalling"]
    assert [(document.text[link.start : link.end], link.href) for link in document.links] == [
        ("70/1", "https://undocs.org/A/RES/70/1")
    ]


def test_a_link_keeps_the_brackets_of_its_symbol() -> None:
    page = SamplePage()
    end = page.text(144, 700, "see ")
    after = page.text(end, 700, "S/RES/1325(2000));")
    page.link(end, 697, after, 709, "https://undocs.org/S/RES/1325(2000)")
    document = read(page)
    assert [document.text[link.start : link.end] for link in document.links] == ["S/RES/1325(2000)"]


def test_a_page_set_sideways_is_turned() -> None:
    page = SamplePage(turned=True)
    page.paragraph(WELLS)
    page.paragraph(PUMPS)
    assert words(page) == [WELLS, PUMPS]


# --------------------------------------------------------------------------------------- tables


def test_a_table_is_rows_of_cells() -> None:
    page = page_of(WELLS)
    rows = [("District", "Wells", "Pumps"), ("North", "12", "1,500"), ("South", "3", "40")]
    for row in rows:
        for at, cell in zip((140, 280, 400), row, strict=True):
            page.text(at, page.y, cell)
        page.y -= 14
    page.text(140, page.y, "East of")
    page.text(280, page.y, "about")
    page.text(400, page.y, "9")
    page.text(280, page.y - 11, "forty")
    page.y -= 30
    page.paragraph(PUMPS)
    document = read(page)
    assert [(block.role, document.words(block)) for block in document.blocks] == [
        (Role.PARAGRAPH, WELLS),
        *((Role.ROW, "\t".join(row)) for row in rows),
        (Role.ROW, "East of\tabout forty\t9"),
        (Role.PARAGRAPH, PUMPS),
    ]


def test_one_row_is_no_table() -> None:
    page = page_of(WELLS)
    for at, cell in ((140, "North"), (280, "South"), (400, "East")):
        page.text(at, page.y, cell)
    document = read(page)
    assert Role.ROW not in {block.role for block in document.blocks}


# --------------------------------------------------------------------------------------- errors


def blank() -> bytes:
    return pdf_bytes([SamplePage()] * 3)


def numbered_scan() -> bytes:
    pages = [SamplePage() for _ in range(3)]
    for number, page in enumerate(pages, 1):
        page.text(300, 40, f"{number}/3")
    return pdf_bytes(pages)


def encrypted() -> bytes:
    return pdf_bytes([page_of(WELLS)], ENCRYPTED)


def whole() -> bytes:
    return pdf_bytes([page_of(WELLS)])


@pytest.mark.parametrize(
    ("data", "problem", "remedy"),
    [
        (b"", "a damaged PDF file", "get the file again"),
        (b"\x00\x01\x02" * 99, "a damaged PDF file", "get the file again"),
        (b"%PDF-1.7\nnothing behind it\n%%EOF", "a damaged PDF file", "get the file again"),
        (pdf_bytes([]), "or one without pages", "get the file again"),
        (whole()[:-9], "its end mark is missing", "get the whole file again"),
        (whole()[:400], "its end mark is missing", "get the whole file again"),
        (whole().replace(b"/Type /Page ", b"/Type /Pane "), "page 1 is damaged", "get the file"),
        (encrypted(), "an encrypted PDF file", "give a file without a password"),
        (blank(), "without a text layer", "pip install 'southsouth[ocr]'"),
        (numbered_scan(), "without a text layer", "pip install 'southsouth[ocr]'"),
    ],
)
def test_what_cannot_be_read_is_said(
    data: bytes, problem: str, remedy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "ENGINES", ())
    with pytest.raises(DocumentError) as raised:
        read_pdf(data, "wells.pdf")
    assert raised.value.place == "wells.pdf"
    assert problem in raised.value.problem
    assert remedy in raised.value.remedy
    assert "\n" not in str(raised.value)


@given(st.binary(max_size=400), st.integers(0, len(whole())))
def test_no_bytes_raise_anything_else(waste: bytes, at: int) -> None:
    data = whole()
    with suppress(DocumentError):
        read_pdf(waste, "wells.pdf")
    with suppress(DocumentError):
        read_pdf(data[:at] + waste + data[at + len(waste) :], "wells.pdf")


def test_ten_thousand_empty_pages_end_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "ENGINES", ())
    data = pdf_bytes([SamplePage()] * 10_000)
    started = time.process_time()
    with pytest.raises(DocumentError, match="without a text layer"):
        read_pdf(data, "wells.pdf")
    assert time.process_time() - started < 10


def test_too_many_pages() -> None:
    data = pdf_bytes([page_of("Wells")] * (pdf_file.MAX_PAGES + 1))
    with pytest.raises(DocumentError, match="3001 pages, more than 3000; split it"):
        read_pdf(data, "wells.pdf")


def test_blank_pages_among_others_are_passed_over() -> None:
    document = read(SamplePage(), page_of(WELLS), SamplePage(), page_of("1. Wells;"))
    assert document.text == f"{WELLS}\n\n1. Wells;"
    assert document.pages.pages == (2, 4)


def many_objects(page: SamplePage) -> None:
    page.content.append(b"BT /roman 10 Tf 1 0 0 1 20 700 Tm " + b"(well) Tj " * 100_001 + b"ET")


def long_objects(page: SamplePage) -> None:
    page.content.append(b"BT /roman 10 Tf 1 0 0 1 20 700 Tm " + b"(%s) Tj " % (b"w" * 9000) * 50)
    page.content.append(b"ET")


def narrow_letters(page: SamplePage) -> None:
    shown = b"(" + b"l" * 2500 + b") Tj 0 -1 Td "
    page.content.append(b"BT /roman 1 Tf 1 0 0 1 20 700 Tm " + shown * 90 + b"ET")


@pytest.mark.parametrize("fill", [many_objects, long_objects, narrow_letters])
def test_a_page_with_far_too_much_on_it(fill: Callable[[SamplePage], None]) -> None:
    page = SamplePage()
    fill(page)
    with pytest.raises(DocumentError, match="page 1 has more than 200000 characters; split it"):
        read(page)


def test_a_file_with_far_too_much_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "MAX_CHARACTERS", 300)
    assert words(page_of(WELLS))
    with pytest.raises(DocumentError, match="more than 300 characters; split it"):
        read(page_of(WELLS), page_of(PUMPS))


# ------------------------------------------------------------------------------ real documents


def real(shared: Path, number: int) -> tuple[bytes, Document]:
    data = (shared / "pdf" / f"A_RES_73_{number}-EN.pdf").read_bytes()
    return data, read_pdf(data, f"A_RES_73_{number}-EN.pdf")


@pytest.mark.shared
def test_the_blocks_are_those_of_the_corpus(shared: Path) -> None:
    document = real(shared, 6)[1]
    logo = {"United Nations", "General Assembly", "Distr.: General\n31 October 2018"}
    found = [
        " ".join(document.words(block).split())
        for block in document.blocks
        if block.role is not Role.FOOTNOTE and document.words(block) not in logo
    ]
    source = (shared / "corpus" / "documents" / "A_RES_73_6.txt").read_text(encoding="utf-8")
    expected = [" ".join(block.split()) for block in source.split("\n\n") if block.strip()]
    assert len(found) == len(expected)
    for mine, theirs in zip(found, expected, strict=True):
        # the corpus has kept the figures of two marks in its words
        likeness = SequenceMatcher(None, mine, theirs, autojunk=False).ratio()
        assert likeness >= 0.995, mine


@pytest.mark.shared
@pytest.mark.parametrize(
    ("number", "marks"),
    [
        (3, "Development,1 Development;2 Health”,3 concern,4 2014,5 Goals6 2018;7"),
        (
            6,
            "activities,1 Development,2 2015–20303 Agreement4 Bodies,5 UNISPACE+50,6 Goals2"
            " Development,2",
        ),
        (
            7,
            "Court1 Court,2 Agreement,3 2017/18;4 Court,1 Court,5 Court,2 mandate,6 Court,7"
            " Agreement;8 20139",
        ),
    ],
)
def test_every_mark_stands_behind_its_word(shared: Path, number: int, marks: str) -> None:
    document = real(shared, number)[1]
    assert " ".join(word + label for word, label in noted(document)) == marks
    labels = [label for label, _ in footnotes(document)]
    assert labels == [str(label) for label in range(1, len(labels) + 1)]
    assert {mark.label for mark in document.marks} == set(labels)


@pytest.mark.shared
@pytest.mark.parametrize("number", [3, 6, 7])
def test_no_word_is_lost(shared: Path, number: int) -> None:
    data, document = real(shared, number)
    with closing(pypdfium2.PdfDocument(data)) as plain:
        printed = " ".join(page.get_textpage().get_text_range() for page in plain)
        pages = len(plain)
    bare = re.compile(r"[\s\ufffe_-]")
    lost = Counter(bare.sub("", printed)) - Counter(bare.sub("", document.text))
    labels = [mark.label for mark in document.marks] + [label for label, _ in footnotes(document)]
    lost -= Counter("".join(labels))
    # headers: the symbol, and in 73/3 the title in two lines; footers: page and job numbers
    header = f"A/RES/73/{number}"
    if number == 3:
        header += document.text.split("73/3. ")[1].split("\n")[0].replace(" ", "")
    for _ in range(pages - 1):
        lost -= Counter(bare.sub("", header))
    assert set(lost) <= set("0123456789/()*E")
    assert lost.total() < 20 * pages
