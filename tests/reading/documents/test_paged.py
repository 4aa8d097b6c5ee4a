"""Plain text with pages, as pdftotext writes it; and words that the ends of lines cut."""

from __future__ import annotations

import pytest

from southsouth.reading.documents import read_bytes
from southsouth.reading.documents.hyphens import Hyphens
from southsouth.reading.documents.model import Role


def blocks(text: str) -> list[str]:
    document = read_bytes(text.encode(), "x")
    assert "\f" not in document.text
    assert document.source_map.to_source(0) == text.index(document.text[:5])
    return [document.words(block) for block in document.blocks]


HEAD = "A/80/901\n\nReport on wells\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # page numbers, running symbols and job numbers at the edges of pages
        (
            HEAD + "1.   Wells are dug in the valley, and no\n\n\nGE.25-01234\n\f"
            "A/80/901\n\n   rain falls there.\n   2.   It rains.\n\n 2\n\f  A/80/901\n\n"
            " 3.   It is dry.",
            ["A/80/901", "Report on wells",
             "1. Wells are dug in the valley, and no rain falls there.", "2. It rains.",
             "3. It is dry."],
        ),
        # the same where no form feed is left
        (
            HEAD + "1. Wells are dug in\n\n2\nA/80/901\n\nthe valley.\n\n3\nA/80/901\n\n"
            "2. It rains.",
            ["A/80/901", "Report on wells", "1. Wells are dug in the valley.", "2. It rains."],
        ),
        # paragraphs that only an indent shows, and points
        (
            HEAD + "1.   Wells are dug\nin the\nvalley.\n      The rivers\nrun:\n(a)  One;\n"
            "(b)  Two.\n\n1\n\fA/80/901\n\n2.   It rains.\n",
            ["A/80/901", "Report on wells", "1. Wells are dug in the valley.", "The rivers run:",
             "(a) One;", "(b) Two.", "2. It rains."],
        ),
        # columns of a masthead
        (
            "United Nations        A/80/901\nGeneral Assembly       Distr.: General\n\n"
            "Eightieth session\n\n1.   It rains.\n\f",
            ["United Nations        A/80/901", "General Assembly       Distr.: General",
             "Eightieth session", "1. It rains."],
        ),
    ],
)  # fmt: skip
def test_paragraphs(text: str, found: list[str]) -> None:
    assert blocks(text) == found


def test_notes_at_the_foot_of_each_page() -> None:
    text = (
        HEAD + "1.   Wells are dug,1 and rivers run2 where\n\n  1   Deep ones.\n  2   Wide ones,\n"
        "     and long.\n\n2\n\fA/80/901\n\nit rains.\n2.   It is dry.3\n\n  3   Hot ones.\n\n3\n\f"
    )
    document = read_bytes(text.encode(), "x")
    words = {(block.role, document.words(block)) for block in document.blocks}
    assert (Role.PARAGRAPH, "1. Wells are dug, and rivers run where it rains.") in words
    assert (Role.PARAGRAPH, "2. It is dry.") in words
    notes = [document.words(block) for block in document.blocks if block.role is Role.FOOTNOTE]
    assert notes == ["Deep ones.", "Wide ones, and long.", "Hot ones."]


@pytest.mark.parametrize(
    ("above", "below", "joint", "cut"),
    [
        ("its reso-", "lution 70/901", "", 1),
        ("its reso¬", "lution 70/901", "", 1),
        ("of 3 Decem-", "ber", "", 1),
        ("the well-", "diggers", "", 1),
        ("the deep-", "water wells", "", 0),
        ("the wind-", "mills", "", 0),
        ("resolution 70/", "901", "", 0),
        ("South-", "South", " ", 0),
        ("the wells", "of", " ", 0),
    ],
)
def test_the_ends_of_lines(above: str, below: str, joint: str, cut: int) -> None:
    hyphens = Hyphens("The welldiggers dig for deep-water.")
    assert hyphens.joint(above, below) == (joint, cut)


def test_notes_at_the_end() -> None:
    text = (
        HEAD + "1.   Wells are dug,1 and rivers run2 there.3\n\n2\n\fA/80/901\n\nNotes\n"
        "   1   Deep ones, see:\n       Wells.\n   2   Wide ones.\n\n3\n\fA/80/901\n\n"
        "3 Hot ones.\n"
    )
    document = read_bytes(text.encode(), "x")
    notes = [document.words(block) for block in document.blocks if block.role is Role.FOOTNOTE]
    assert notes == ["Deep ones, see: Wells.", "Wide ones.", "Hot ones."]
    assert "1. Wells are dug, and rivers run there." in map(document.words, document.blocks)


def test_cut_words_of_a_text_without_pages() -> None:
    text = "A/80/901\n\nNoting its reso-\nlution 70/\n901 on well-\nborn wells."
    assert blocks(text) == ["A/80/901", "Noting its resolution 70/901 on well-\nborn wells."]


def test_a_form_feed_at_the_end_tells_of_no_page() -> None:
    text = "A/80/901\n\nNoting resolutions 60/1, 60/2\nand 60/3,\n\n\f"
    assert blocks(text) == ["A/80/901", "Noting resolutions 60/1, 60/2\nand 60/3,"]


WIDE = "The wells of the valley are dug by those who live beside them and drink from them"


def test_a_number_alone_is_a_page_number_only_where_it_counts_with_the_pages() -> None:
    pages = [f"{number}.   It rains.\n\n{number + 4}\n" for number in range(1, 5)]
    text = HEAD + "\f".join([*pages, "12\n\n5.   It is dry.\n\n9\n"])
    assert blocks(text)[2:] == [
        "1. It rains.", "2. It rains.", "3. It rains.", "4. It rains.", "12", "5. It is dry.",
    ]  # fmt: skip


def test_bars_of_a_code_at_the_foot_of_a_page() -> None:
    bars = "".join(chr(0xF000 + ord(letter)) for letter in "*2512345*")
    text = HEAD + f"1.   It rains in\n\n25-12345 (E)\n{bars}\n\fA/80/901\n\nthe valley.\n"
    assert blocks(text)[2:] == ["1. It rains in the valley."]


def test_the_label_of_a_note_on_a_line_of_its_own() -> None:
    text = (
        HEAD + "1.   Wells are dug1 where it rains.\n\n\n1\n    Deep ones.\n\n2\n\fA/80/901\n\n"
        "2.   It is dry.2\n\n\n2\n    Hot ones.\n\n3\n"
    )
    document = read_bytes(text.encode(), "x")
    notes = [document.words(block) for block in document.blocks if block.role is Role.FOOTNOTE]
    assert notes == ["Deep ones.", "Hot ones."]


def test_a_page_cuts_a_paragraph_before_a_capital() -> None:
    text = (
        HEAD + f"1.   It rains.\n2.   {WIDE},\nand then they thank the\n\n2\n\fA/80/901\n\n"
        "General Assembly.\n3.   It is dry.\n"
    )
    assert blocks(text)[3] == f"2. {WIDE}, and then they thank the General Assembly."


def test_a_page_does_not_join_a_heading() -> None:
    text = HEAD + "1.   It rains.\n2.   It is dry.\n\n2\n\fA/80/901\n\nRivers\n3.   They run.\n"
    assert blocks(text)[2:] == ["1. It rains.", "2. It is dry.", "Rivers", "3. They run."]
