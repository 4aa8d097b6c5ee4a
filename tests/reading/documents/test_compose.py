"""Composing a reading text: what holds for every marked-up source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.reading.documents.compose import Paragraph, compose
from southsouth.reading.documents.model import BlockKind, Document, Role, Stated

EMPTY = Document("wells.xml", "", "application/akn+xml", "", (), language="fr")


def paragraph(*words: str, role: Role = Role.PARAGRAPH, label: str = "") -> Paragraph:
    made = Paragraph(role, label)
    for piece in words:
        made.add(piece)
    return made


# -------------------------------------------------------------------------------------- white space


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["dig  wells"], "dig wells"),
        (["dig ", " wells"], "dig wells"),
        (["dig", " ", "  ", "wells"], "dig wells"),
        (["\n\t dig", "\n", "wells"], "dig wells"),
        (["dig", "wells"], "digwells"),
        (["dig\u00a0\u00a0wells"], "dig wells"),
        (["South\u2011South"], "South-South"),
        (["irri\u00adgation"], "irrigation"),
        ([" ", "", "dig"], "dig"),
        ([], ""),
    ],
)
def test_runs_of_white_space_are_one_space_also_across_calls(pieces: list[str], text: str) -> None:
    assert paragraph(*pieces).text == text


@given(st.lists(st.text(st.sampled_from("ab \n\t\u00a0"), max_size=5), max_size=8))
def test_the_text_does_not_depend_on_how_it_is_cut(pieces: list[str]) -> None:
    made = paragraph(*pieces)
    assert made.text.rstrip() == " ".join("".join(pieces).split())
    assert made.text == paragraph("".join(pieces)).text


def test_a_hard_line_break_is_one_line_feed_without_blanks_around() -> None:
    made = paragraph("Second meeting ")
    made.line_break()
    made.line_break()
    made.add("  1 March 2012")
    assert made.text == "Second meeting\n1 March 2012"


def test_a_line_break_before_any_word_is_none() -> None:
    made = Paragraph()
    made.line_break()
    made.add("Wells")
    assert made.text == "Wells"


def test_cells_are_parted_by_tabs_also_where_they_are_empty() -> None:
    made = paragraph("Wells ", role=Role.ROW)
    made.next_cell()
    made.next_cell()
    made.add(" 12")
    assert made.text == "Wells\t\t12"


# ----------------------------------------------------------------------- what stands over the words


def test_adjoining_italics_are_one_span_and_blanks_are_none() -> None:
    made = Paragraph()
    made.add("Takes ", italic=True)
    made.add("note", italic=True)
    made.add(" of ")
    made.add(" ", italic=True)
    made.add("wells", italic=True)
    assert [made.text[start:end] for start, end in made.italics] == ["Takes note", "wells"]


def test_links_of_one_address_are_joined_and_of_two_are_not() -> None:
    made = Paragraph()
    made.add("A/RES/", href="https://undocs.org/A/RES/70/1")
    made.add("70/1", href="https://undocs.org/A/RES/70/1")
    made.add("70/2", href="https://undocs.org/A/RES/70/2")
    made.add(" and ")
    made.add("70/2", href="https://undocs.org/A/RES/70/2")
    assert [(made.text[start:end], href[-4:]) for start, end, href in made.links] == [
        ("A/RES/70/1", "70/1"),
        ("70/2", "70/2"),
        ("70/2", "70/2"),
    ]


def test_a_mark_stands_behind_the_last_word() -> None:
    made = paragraph("Noting wells, ")
    made.mark("1")
    made.add("and rivers")
    made.mark("2")
    document = compose(EMPTY, [made])
    assert document.text == "Noting wells, and rivers"
    assert [(document.text[: m.offset], m.label) for m in document.marks] == [
        ("Noting wells,", "1"),
        ("Noting wells, and rivers", "2"),
    ]


def test_offsets_count_from_the_first_character_of_the_document() -> None:
    first, second = paragraph("Wells"), Paragraph()
    second.add("Noting ", italic=True, page=2)
    second.add("70/1 ", href="https://undocs.org/A/RES/70/1", page=2)
    second.mark("1")
    document = compose(EMPTY, [first, second])
    assert [document.words(block) for block in document.blocks] == ["Wells", "Noting 70/1"]
    assert [document.text[s:e] for s, e in document.italics] == ["Noting "]
    # the blank at the end of the block is in no link
    assert [document.text[link.start : link.end] for link in document.links] == ["70/1"]
    assert [document.text[: mark.offset] for mark in document.marks] == ["Wells\n\nNoting 70/1"]


def test_the_pages_of_the_words() -> None:
    first, second, note = Paragraph(), Paragraph(), Paragraph(Role.FOOTNOTE, "1")
    first.add("one ", page=1)
    first.add("two", page=2)
    note.add("a note", page=1)
    second.add("three", page=2)
    document = compose(EMPTY, [first, note, second])
    assert document.text == "one two\n\nthree\n\na note"
    assert [
        (word, document.pages.page_of(document.text.index(word)))
        for word in ("one", "two", "three", "a note")
    ] == [
        ("one", 1),
        ("two", 2),
        ("three", 2),
        ("a note", 1),
    ]
    assert document.pages.pages == (1, 2, 1)


def test_words_without_page_have_page_0() -> None:
    assert compose(EMPTY, [paragraph("one")]).pages.page_of(0) == 0


# ------------------------------------------------------------------------------------------- blocks


def test_footnotes_come_last_in_their_order() -> None:
    document = compose(
        EMPTY,
        [
            paragraph("one"),
            paragraph("Deep.", role=Role.FOOTNOTE, label="1"),
            paragraph("two", role=Role.HEADING),
            paragraph("By hand.", role=Role.FOOTNOTE, label="2"),
            paragraph("three"),
        ],
    )
    assert [(b.role, b.label, document.words(b)) for b in document.blocks] == [
        (Role.PARAGRAPH, "", "one"),
        (Role.HEADING, "", "two"),
        (Role.PARAGRAPH, "", "three"),
        (Role.FOOTNOTE, "1", "Deep."),
        (Role.FOOTNOTE, "2", "By hand."),
    ]
    assert document.text == "one\n\ntwo\n\nthree\n\nDeep.\n\nBy hand."


def test_blocks_without_words_are_left_out_with_their_marks() -> None:
    empty = paragraph(" ")
    empty.mark("1")
    row = Paragraph(Role.ROW)
    row.next_cell()
    document = compose(EMPTY, [empty, paragraph("one"), row])
    assert (document.text, len(document.blocks), document.marks) == ("one", 1, ())


def test_marks_inside_footnotes_are_no_marks_of_the_text() -> None:
    note = paragraph("Deep", role=Role.FOOTNOTE, label="1")
    note.mark("2")
    assert compose(EMPTY, [paragraph("one"), note]).marks == ()


def test_what_the_mark_up_states_and_the_rest_of_the_document_is_kept() -> None:
    stated = Stated(BlockKind.OPERATIVE, "1", 1)
    made = Paragraph(stated=stated)
    made.add("1. Digs.")
    document = compose(EMPTY, [made])
    assert document.blocks[0].stated == stated
    assert (document.name, document.language) == ("wells.xml", "fr")


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("A/76/64–E/2021/11", "A/76/64-E/2021/11"),
        ("A/76/64−S/2021/11", "A/76/64-S/2021/11"),
        ("2015–2030", "2015–2030"),
        ("wells–E/2021/11", "wells–E/2021/11"),
    ],
)
def test_the_dash_of_a_joint_symbol_is_a_hyphen(printed: str, text: str) -> None:
    assert compose(EMPTY, [paragraph(printed)]).text == text


def test_nothing_makes_an_empty_document() -> None:
    document = compose(EMPTY, [])
    assert (document.text, document.blocks, document.pages.offsets) == ("", (), ())


PIECES = st.tuples(
    st.text(st.sampled_from("ab \u2011\u00ad–1/E"), max_size=6), st.booleans(), st.booleans()
)


@given(st.lists(st.tuples(st.booleans(), st.lists(PIECES, max_size=5)), max_size=6))
def test_all_spans_lie_in_blocks(made: list[tuple[bool, list[tuple[str, bool, bool]]]]) -> None:
    paragraphs = []
    for is_note, pieces in made:
        one = Paragraph(Role.FOOTNOTE if is_note else Role.PARAGRAPH, "1" if is_note else "")
        for words, italic, linked in pieces:
            one.add(words, italic=italic, href="https://undocs.org/A/1" if linked else "")
            one.mark("9")
        paragraphs.append(one)
    document = compose(EMPTY, paragraphs)
    assert document.text == "\n\n".join(document.words(block) for block in document.blocks)
    inside = [(block.start, block.end) for block in document.blocks]
    spans = [*document.italics, *((link.start, link.end) for link in document.links)]
    for start, end in spans:
        assert start < end
        assert any(first <= start and end <= last for first, last in inside)
    for mark in document.marks:
        assert any(first <= mark.offset <= last for first, last in inside)
