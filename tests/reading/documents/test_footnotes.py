"""Footnotes of plain text: which figures are marks, which paragraphs are bodies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.reading.documents import Document, Role, read_bytes
from southsouth.reading.documents.footnotes import FoundNotes, find_notes
from southsouth.reading.documents.text import read_text, text_blocks

RULE = "_______________"
Note = tuple[str, str, str]


def read(source: str) -> Document:
    text, blocks, marks, source_map = read_text(source)
    return Document("wells.txt", "", "text/plain", text, blocks, marks, source_map)


def notes(*blocks: str) -> list[Note]:
    """Label, word before the mark ("" where it was not found) and body of each note."""
    source = "\n\n".join(blocks)
    found = find_notes(source, text_blocks(source))
    return [
        (
            note.label,
            source[: note.mark_start].split()[-1] if note.mark_start >= 0 else "",
            source[note.start : note.end],
        )
        for note in found.notes
    ]


def body(document: Document) -> list[str]:
    return [document.words(b) for b in document.blocks if b.role is not Role.FOOTNOTE]


# ----------------------------------------------------------------------------- what notes look like


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        # a rule above them
        (
            ["Noting wells,1 and rivers,2", RULE, "1 Deep ones.", "2 Wide ones."],
            [("1", "wells,", "Deep ones."), ("2", "rivers,", "Wide ones.")],
        ),
        # a date of adoption is no note
        (["Noting resolution 62/271 and wells;", "32nd plenary meeting", "1 December 2020"], []),
        # the comma behind a number of a resolution, or behind a number below a thousand
        (
            [
                "Noting resolution 73/90,1 and Goal 14,2 and 34/111 and 71/122",
                RULE,
                "1 Deep ones.",
                "2 Wide ones.",
            ],
            [("1", "73/90,", "Deep ones."), ("2", "14,", "Wide ones.")],
        ),
        # several notes on the lines of one block, one of them of two lines
        (
            ["Noting wells,1 and rivers,2", RULE, "1 Deep ones,\ndug by hand.\n2 Wide ones."],
            [("1", "wells,", "Deep ones,\ndug by hand."), ("2", "rivers,", "Wide ones.")],
        ),
        # no rule, at the end of the file
        (
            ["Noting wells,1 and rivers,2", "1 Deep ones.", "2 Wide ones."],
            [("1", "wells,", "Deep ones."), ("2", "rivers,", "Wide ones.")],
        ),
        # no rule, in the middle of the file: only what reads like a note
        (
            ["Noting wells1 and", "1 See A/60/1, annex.", "more rivers."],
            [("1", "wells", "See A/60/1, annex.")],
        ),
        # the foot of each page, labels going on
        (
            ["Noting wells,1", RULE, "1 Deep ones.", "Noting rivers,2", RULE, "2 Wide ones."],
            [("1", "wells,", "Deep ones."), ("2", "rivers,", "Wide ones.")],
        ),
        # the foot of each page, labels that begin anew
        (
            ["Noting wells,1", RULE, "1 Deep ones.", "Noting rivers,1", RULE, "1 Wide ones."],
            [("1", "wells,", "Deep ones."), ("1", "rivers,", "Wide ones.")],
        ),
        # behind a year, a number, a symbol
        (["Since 20195 they dig wells.", RULE, "5 Deep ones."], [("5", "2019", "Deep ones.")]),
        (
            ["Noting it,1 since 20192 they dig.", RULE, "1 Deep.", "2 Wide."],
            [("1", "it,", "Deep."), ("2", "2019", "Wide.")],
        ),
        (
            ["Recalling its resolution 70/1231 of then,", RULE, "1 Deep."],
            [("1", "70/123", "Deep.")],
        ),
        # a figure belongs to its number where the number with it exists
        (
            ["Recalling it,1 and resolution 70/12 of then,", RULE, "1 Deep.", "2 See wells."],
            [("1", "it,", "Deep."), ("2", "", "See wells.")],
        ),
        (
            ["Recalling it,1 and document A/76/562 of then,", RULE, "1 Deep.", "2 See wells."],
            [("1", "it,", "Deep."), ("2", "", "See wells.")],
        ),
        (
            [
                "Recalling 182 (1975) and 22 May,",
                "paragraph 12 and 0.2 of it,1",
                RULE,
                "1 Deep.",
                "2 See wells.",
            ],
            [("1", "it,", "Deep."), ("2", "", "See wells.")],
        ),
        # raised figures, figures with a stroke, stars, letters
        (
            ["Noting wells,¹ and rivers²", RULE, "¹ Deep ones.", "² Wide ones."],
            [("1", "wells,", "Deep ones."), ("2", "rivers", "Wide ones.")],
        ),
        (
            ["Noting wells, 1/ and rivers 2/", RULE, "1/ Deep ones.", "2/ Wide ones."],
            [("1", "wells,", "Deep ones."), ("2", "rivers", "Wide ones.")],
        ),
        (["Noting the plan for wells*", RULE, "* Deep ones."], [("*", "wells", "Deep ones.")]),
        (
            ["Noting wells,* and rivers**", RULE, "* Deep ones.", "** Wide ones."],
            [("*", "wells,", "Deep ones."), ("**", "rivers", "Wide ones.")],
        ),
        (
            ["Noting wells,a and rivers,b too", RULE, "a Deep ones.", "b Wide ones."],
            [("a", "wells,", "Deep ones."), ("b", "rivers,", "Wide ones.")],
        ),
        # behind quotation marks and brackets
        (
            ["Noting “wells”1 and (rivers)2.", RULE, "1 Deep ones.", "2 Wide ones."],
            [("1", "“wells”", "Deep ones."), ("2", "(rivers)", "Wide ones.")],
        ),
        # a note whose mark was lost
        (
            ["Noting wells,1 and rivers,", RULE, "1 Deep ones.", "2 See wells."],
            [("1", "wells,", "Deep ones."), ("2", "", "See wells.")],
        ),
        # ten and more
        (
            [
                "Noting " + " ".join(f"wells{n}" for n in range(1, 13)),
                RULE,
                *(f"{n} Deep." for n in range(1, 13)),
            ],
            [(str(n), "wells", "Deep.") for n in range(1, 13)],
        ),
        # figures that are no marks stand before the mark
        (
            ["In 2 wells of 1,500 and Add.1 it found rivers,1 and 1 lake", RULE, "1 Deep ones."],
            [("1", "rivers,", "Deep ones.")],
        ),
    ],
)
def test_notes(blocks: list[str], found: list[Note]) -> None:
    assert notes(*blocks) == found


@pytest.mark.parametrize("rule", ["_____", "-" * 20, "—————", "_ _ _ _ _ _", "=====", "‗‗‗‗‗‗‗"])
def test_rules(rule: str) -> None:
    assert notes("Noting wells,1 too", rule, "1 Deep.") == [("1", "wells,", "Deep.")]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("against COVID-19 in the wells", "19"),
        ("document A/60/493/Add.1 says", "1"),
        ("the years 2015–2030 of wells", "2030"),
        ("the years 2015-2030 of wells", "30"),
        ("the wells of 2030 and", "30"),
        ("paragraphs 7, 11 of it", "11"),
        ("see (1) of the wells", "1"),
        ("on 1 well", "1"),
        ("the sum of $5 of it", "5"),
        ("resolution No.1 of it", "1"),
        ("wells+3 of it", "3"),
    ],
)
def test_figures_that_are_no_marks(words: str, label: str) -> None:
    found = notes(f"Noting {words}, and so on.", RULE, f"{label} See the wells.")
    assert all(mark == "" for _, mark, _ in found)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("the G20 of the wells", "20"),
        ("2,500 wells", "500"),
        ("the year 2030", "30"),
        ("resolution 70/123", "3"),
        ("document A/76/5631", "1"),
    ],
)
def test_the_better_of_two_places_is_taken(words: str, label: str) -> None:
    for sentence in (f"Noting {words} and rivers,{label} too", f"In rivers,{label} and {words}"):
        assert notes(sentence, RULE, f"{label} Deep.") == [(label, "rivers,", "Deep.")]


def test_marks_stand_in_the_order_of_their_notes() -> None:
    # the first "2" is a mark of nothing: the note 1 stands behind it
    found = notes("In rivers2 and wells,1 and lakes,2", RULE, "1 Deep.", "2 Wide.")
    assert found == [("1", "wells,", "Deep."), ("2", "lakes,", "Wide.")]


@pytest.mark.parametrize(
    "blocks",
    [
        [],
        ["Wells."],
        [RULE],
        ["Noting wells,", RULE, "1. Urges care;", "2. Decides to dig."],
        ["Wells.", RULE, "12 wells were dug.", "3 rivers were left."],
        ["1. Urges care;", "2. Decides to dig wells1 in 2 places."],
        ["Wells", "1 Deep.", "2 Wide."],  # no mark calls them
        ["1 January 2012", "2 February 2012"],
    ],
)
def test_what_is_no_note_stays_a_paragraph(blocks: list[str]) -> None:
    source = "\n\n".join(blocks)
    assert find_notes(source, text_blocks(source)) == FoundNotes()
    document = read(source)
    assert document.text == source
    assert body(document) == blocks
    assert document.source_map.to_source(3) == 3


def test_a_paragraph_with_a_number_behind_the_notes_is_none() -> None:
    document = read(
        f"Noting wells,1 too,\n\n{RULE}\n\n1 Deep ones.\n\n1. Urges care;\n\n2. Decides to dig."
    )
    assert body(document) == ["Noting wells, too,", "1. Urges care;", "2. Decides to dig."]


# ------------------------------------------------------------------------ the text that comes of it


def test_marks_are_taken_out_and_bodies_come_last() -> None:
    source = f"Noting wells,1 and\n\n{RULE}\n1 Deep\n\nrivers.2\n\n{RULE}\n\n2 Wide."
    document = read(source.replace(f"{RULE}\n1", f"{RULE}\n\n1"))
    assert document.text == "Noting wells, and rivers.\n\nDeep\n\nWide."
    assert [(b.role, b.label, document.words(b)) for b in document.blocks] == [
        (Role.PARAGRAPH, "", "Noting wells, and rivers."),
        (Role.FOOTNOTE, "1", "Deep"),
        (Role.FOOTNOTE, "2", "Wide."),
    ]
    assert [(document.text[: m.offset], m.label) for m in document.marks] == [
        ("Noting wells,", "1"),
        ("Noting wells, and rivers.", "2"),
    ]


def test_a_rule_on_the_line_above_the_note() -> None:
    document = read(f"Noting wells,1 too.\n\n{RULE}\n1 Deep ones.")
    assert document.text == "Noting wells, too.\n\nDeep ones."


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("Noting the deep1", "wells of it,", True),
        ("Noting wells,1", "and rivers of it,", True),
        ("Noting wells,1", "Recalling rivers,", False),
        ("Noting wells.1", "and rivers", False),
        ("Decides:1", "(a) To dig", False),
        ("Decides to1", "2. Rest", False),
    ],
)
def test_a_paragraph_cut_by_the_foot_of_a_page_is_joined(
    before: str, after: str, joined: bool
) -> None:
    bare = before.removesuffix("1")
    document = read(f"{before}\n\n{RULE}\n\n1 Deep ones.\n\n{after}")
    assert body(document) == ([f"{bare} {after}"] if joined else [bare, after])


def test_paragraphs_without_a_break_between_are_not_joined() -> None:
    document = read(f"Noting the deep\n\nwells1 of it\n\n{RULE}\n\n1 Deep ones.")
    assert body(document) == ["Noting the deep", "wells of it"]


def test_crlf_line_ends() -> None:
    document = read(f"Noting wells,1 too.\r\n\r\n{RULE}\r\n\r\n1 Deep\r\nones.\r\n")
    assert [document.words(b) for b in document.blocks] == ["Noting wells, too.", "Deep\r\nones."]


def test_through_the_front_door() -> None:
    document = read_bytes(f"Noting wells,1 too.\n\n{RULE}\n\n1 Deep ones.".encode(), "x.txt")
    assert document.media_type == "text/plain"
    assert document.text == "Noting wells, too.\n\nDeep ones."


# ------------------------------------------------------------------------------ the way to the file

WORD = st.sampled_from(["wells", "rivers", "lakes", "dig", "deep", "wide", "care"])
SENTENCE = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
PAGE = st.tuples(
    st.lists(st.tuples(SENTENCE, SENTENCE), min_size=1, max_size=3), SENTENCE, st.booleans()
)


@given(st.lists(PAGE, min_size=1, max_size=4))
def test_generated_notes_are_found_and_lead_back_to_the_file(
    pages: list[tuple[list[tuple[str, str]], str, bool]],
) -> None:
    """Pages with a foot each: every note, its mark and every word are found again in the file."""
    blocks: list[str] = []
    expected: list[tuple[str, str, str]] = []
    for called, rest, finished in pages:
        text, foot = "", []
        for words, note in called:
            label = str(len(expected) + 1)
            text += f"{words},{label} and "
            foot.append(f"{label} See {note}.")
            expected.append((label, f"{words.split()[-1]},", f"See {note}."))
        blocks += [text + rest + ("." if finished else ""), RULE, *foot]
    source = "\n\n".join(blocks)
    assert notes(*blocks) == expected
    document = read(source)
    assert [(b.label, document.words(b)) for b in document.blocks if b.role is Role.FOOTNOTE] == [
        (label, words) for label, _, words in expected
    ]
    assert [(document.text[: m.offset].split()[-1], m.label) for m in document.marks] == [
        (before, label) for label, before, _ in expected
    ]
    for block in document.blocks:
        at = block.start
        for piece in document.words(block).split():
            at = document.text.index(piece, at)
            start, end = document.source_map.span(at, at + len(piece))
            assert source[start:end].rstrip("0123456789") == piece
            at += len(piece)


@given(
    st.lists(
        st.sampled_from(
            [
                "Noting wells,1 and",
                "rivers2 too,",
                RULE,
                "1 Deep.",
                "2 See wells.",
                "* Star.",
                "a Letter.",
                "¹ Raised",
                "1/ Stroke",
                "12",
                "wells*",
                "1. Urges 20191 care;",
                "\ufeff",
                "70/121 1/ and ¹",
                "1 See A/1.\n2 See B/2.\nmore",
            ]
        ),
        max_size=10,
    ),
    st.sampled_from(["\n\n", "\r\n\r\n", "\n \n\n"]),
)
def test_any_text_keeps_its_words(blocks: list[str], between: str) -> None:
    source = between.join(blocks)
    document = read(source)
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(document.text)
    assert all(0 <= mark.offset <= len(document.text) for mark in document.marks)
    for at, letter in enumerate(document.text):
        place = document.source_map.to_source(at)
        if not letter.isspace():
            assert source[place] == letter


@given(st.text(max_size=200))
def test_arbitrary_text_is_read(text: str) -> None:
    document = read(text)
    assert [b.start for b in document.blocks] == sorted(b.start for b in document.blocks)


def test_a_mark_between_sentences_may_stand_apart() -> None:
    found = notes("They began to dig. 1 Wells were deep, and in 2 rivers", RULE, "1 Deep ones.")
    assert found == [("1", "dig.", "Deep ones.")]


def test_where_marks_stand_apart_all_of_them_may() -> None:
    told = " ".join(f"They dug wells. {label} Then" for label in range(1, 6))
    bodies = [f"{label} Wells of kind {label}." for label in range(1, 7)]
    found = notes(f"{told} they rested in the valley 6 and drank.", RULE, *bodies)
    assert [note[:2] for note in found][-2:] == [("5", "wells."), ("6", "valley")]
