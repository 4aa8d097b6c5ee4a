"""What the blocks of a document are, and the ids of its parts: small documents of our own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from southsouth.reading.documents import Block, Document, Role, read_bytes
from southsouth.reading.documents.model import BlockKind, Stated
from southsouth.reading.structure import PartKind, Resolution, parse_resolution
from southsouth.reading.structure.block_patterns import (
    ROW,
    ROW_ENDS,
    SPEAKER,
    SPEAKER_BEGINS,
    SURE_ROW,
)
from southsouth.reading.structure.classify import classify, is_formula

FRONT = ("A/RES/70/1", "Resolution adopted by the General Assembly on 1 October 2015")
FORMULA = "The General Assembly,"


def parse(*blocks: str) -> Resolution:
    return parse_resolution(read_bytes("\n\n".join(blocks).encode(), "wells.txt"))


def ids(*blocks: str) -> list[str]:
    return [part.id for part in parse(*blocks).parts if part.kind is not PartKind.FRONT]


def kinds(*blocks: str, adopts: bool = True) -> list[str]:
    document = read_bytes("\n\n".join(blocks).encode(), "wells.txt")
    return [str(label.kind) for label in classify(document, adopts=adopts)]


# ------------------------------------------------------------------------------- what is looked at


@settings(max_examples=50, deadline=None)
@given(st.from_regex(ROW, fullmatch=True) | st.from_regex(SURE_ROW, fullmatch=True))
def test_every_row_ends_as_rows_do(words: str) -> None:
    assert ROW_ENDS.search(words, max(len(words) - 3, 0))


@settings(max_examples=50, deadline=None)
@given(st.from_regex(SPEAKER, fullmatch=True))
def test_every_speaker_begins_as_speakers_do(words: str) -> None:
    assert words == "" or words[0] in SPEAKER_BEGINS


# ------------------------------------------------------------------------------------ ids of parts

LIST = ("Lake Committee", "River Forum", "Pond Union", "Well Board", "Spring Fund")


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        # sections with a formula each
        (
            (*FRONT, "A", FORMULA, "Noting wells,", "1. Digs.", "B", FORMULA, "1. Urges care."),
            ["A-pp1", "A-op1", "B-op1"],
        ),
        # Roman sections whose paragraphs count anew, and such that go on
        (
            (*FRONT, FORMULA, "I", "1. Urges care;", "II", "1. Decides to dig."),
            ["heading1", "sect1-op1", "heading2", "sect2-op1"],
        ),
        (
            (*FRONT, FORMULA, "I", "1. Urges care;", "II", "2. Decides to dig."),
            ["heading1", "op1", "heading2", "op2"],
        ),
        (
            (
                *FRONT,
                FORMULA,
                "I\nOn wells",
                "1. Urges care;",
                "II\nOn rivers",
                "1. Decides to dig:",
                "(a) Wells.",
            ),
            ["heading1", "sect1-op1", "heading2", "sect2-op1", "sect2-op1(a)"],
        ),
        # articles of an annex
        (
            (
                *FRONT,
                FORMULA,
                "1. Adopts the plan.",
                "Annex",
                "Article 1",
                "1. Wells are dug.",
                "Article 3",
                "1. Wells are kept.",
                "2. So are lakes.",
            ),
            [
                "op1",
                "annex1",
                "annex1-heading1",
                "annex1-art1-op1",
                "annex1-heading2",
                "annex1-art3-op1",
                "annex1-art3-op2",
            ],
        ),
        # the counting of headings begins anew in an annex
        (
            (
                *FRONT,
                FORMULA,
                "On wells",
                "1. Adopts the plan.",
                "Annex",
                "On rivers",
                "Rivers are kept.",
            ),
            ["heading1", "op1", "annex1", "annex1-heading1", "annex1-p1"],
        ),
        # a text inside the resolution counts for itself, until the organ speaks again
        (
            (
                *FRONT,
                FORMULA,
                "Establishes a Well Board with terms of reference as follows:",
                "1. The Board shall dig.",
                "2. The Board shall meet:",
                "(a) In spring;",
                "Requests the Board to report.",
            ),
            ["op1", "text1-op1", "text1-op2", "text1-op2(a)", "op2"],
        ),
        (
            (
                *FRONT,
                FORMULA,
                "1. Adopts these rules of procedure:",
                "1. Wells are dug.",
                "Lakes are kept.",
                "2. Requests the Board to report.",
            ),
            ["op1", "text1-op1", "text1-p1", "op2"],
        ),
        # rows of figures
        (
            (*FRONT, FORMULA, "1. Approves:", "Wells 1,200,000", "Rivers 300,000", "2. Ends."),
            ["op1", "row1", "row2", "op2"],
        ),
        # a list of short lines is no row of headings
        (
            (*FRONT, FORMULA, "1. Adopts the plan.", "Annex", *LIST),
            ["op1", "annex1", *(f"annex1-row{n}" for n in range(1, 6))],
        ),
        (
            (*FRONT, FORMULA, "1. Adopts the plan.", "Annex", *LIST[:4]),
            ["op1", "annex1", *(f"annex1-heading{n}" for n in range(1, 5))],
        ),
        # two resolutions on one page
        (
            (*FRONT, FORMULA, "1. Digs.", "70/2. On the rivers of the plain", FORMULA, "1. Rests."),
            ["op1", "2-op1"],
        ),
        # the formula is missing
        ((*FRONT, "Noting wells,", "1. Decides to dig."), ["pp1", "op1"]),
        ((*FRONT, "Whereas wells are deep,", FORMULA, "1. Decides to dig."), ["pp1", "op1"]),
        ((*FRONT, FORMULA, "Whereas wells are deep,", "1. Decides to dig."), ["pp1", "op1"]),
        # letters that were lost behind a colon
        (
            (*FRONT, FORMULA, "1. Decides:", "To dig wells;", "To rest;", "2. Ends."),
            ["op1", "op1-1", "op1-2", "op2"],
        ),
        # bullets
        (
            (*FRONT, FORMULA, "1. Decides:", "• To dig wells;", "• To rest;"),
            ["op1", "op1-1", "op1-2"],
        ),
        # closing lines and page numbers are no parts
        (
            (
                *FRONT,
                FORMULA,
                "Noting wells,",
                "- 2 -",
                "1. Digs;",
                "3",
                "2. Rests.",
                "2nd plenary meeting\n1 October 2015",
            ),
            ["pp1", "op1", "op2"],
        ),
    ],
)
def test_ids(blocks: tuple[str, ...], found: list[str]) -> None:
    assert ids(*blocks) == found


def test_each_part_knows_its_heading_and_its_annex() -> None:
    found = parse(
        *FRONT,
        FORMULA,
        "I",
        "1. Urges care;",
        "II",
        "1. Digs.",
        "Annex",
        "On wells",
        "1. Wells are dug.",
    )
    assert [(p.id, p.under, p.parent, p.level) for p in found.parts[1:]] == [
        ("heading1", "", "", 0),
        ("sect1-op1", "heading1", "", 1),
        ("heading2", "", "", 0),
        ("sect2-op1", "heading2", "", 1),
        ("annex1", "", "", 0),
        ("annex1-heading1", "", "annex1", 0),
        ("annex1-op1", "annex1-heading1", "annex1", 1),
    ]


def test_a_presidential_statement_has_unnumbered_provisions() -> None:
    found = parse(
        "S/PRST/2015/9",
        "Distr.: General",
        "1 October 2015",
        "Statement by the President of the Security Council",
        "“The Security Council condemns the closing of wells.",
        "“The Council recalls its statement on rivers.",
    )
    provisions = [part for part in found.parts if part.level]
    assert len(provisions) == 2
    assert [part.verbs[0].verb for part in provisions] == ["condemn", "recall"]


def test_a_decision_that_reports_a_meeting() -> None:
    found = parse(
        "A/DEC/70/402",
        "70/402. Wells",
        "At its 5th plenary meeting, on 1 October 2015, the General Assembly decided to dig.",
    )
    provisions = [found.words(part) for part in found.parts if part.level]
    assert provisions == [
        "At its 5th plenary meeting, on 1 October 2015, the General Assembly decided to dig."
    ]


# ---------------------------------------------------------------------------------- kinds of blocks


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("12", "noise"),
        ("- 3 -", "noise"),
        ("2/5", "noise"),
        ("Page 4", "noise"),
        ("* * *", "noise"),
        ("Annex II", "annex"),
        ("Annex\nPlan for wells", "annex"),
        ("2nd plenary meeting\n1 October 2015", "closing"),
        ("[Adopted without a vote.]", "closing"),
        ("1 October 2015", "closing"),
        ("On wells and rivers", "heading"),
        ("2. Decides to dig;", "operative"),
        ("l. Decides to dig;", "operative"),
        ("(a) To dig;", "point"),
        ("a) To dig;", "point"),
        ("iv) To dig;", "point"),
        ("• To dig;", "point"),
        ("Decides to dig;", "operative"),
        ("At its 5th meeting, it decided to dig.", "paragraph"),
        ("Wells\t12", "row"),
        ("Wells ........ 12", "row"),
        ("Wells 1,200,000", "row"),
    ],
)
def test_kinds_behind_an_operative_paragraph(block: str, kind: str) -> None:
    assert kinds(*FRONT, FORMULA, "Noting wells,", "1. Urges care;", block)[-1] == kind


@pytest.mark.parametrize(
    "block",
    [
        "1. Wells in the year 2012",
        "(a) 2,500 wells;",
        "Article 12",
        "Decides to dig in 2,500;",
    ],
)
def test_what_is_no_row(block: str) -> None:
    assert kinds(*FRONT, FORMULA, "Noting wells,", "1. Urges care;", block)[-1] != "row"


def test_the_closing_ends_where_more_text_begins() -> None:
    found = kinds(
        *FRONT, FORMULA, "1. Digs.", "2nd plenary meeting", "Printed in 2015", "2. Rests."
    )
    assert found[-4:] == ["operative", "closing", "closing", "operative"]


def test_a_report_has_paragraphs_and_no_operative_ones() -> None:
    found = kinds(
        "A/60/257",
        "Report on wells",
        "I. Opening",
        "1. The fund dug wells.",
        "(a) Two of them;",
        "It rests.",
        adopts=False,
    )
    assert found == ["front", "front", "heading", "paragraph", "point", "paragraph"]


def test_a_numbered_paragraph_that_announces_a_list_and_one_that_does_not() -> None:
    announced = kinds(*FRONT, FORMULA, "1. Decides:", "To dig wells;", "To rest.", "It ends.")
    assert announced[-4:] == ["operative", "point", "point", "paragraph"]
    assert kinds(*FRONT, FORMULA, "1. Decides;", "To dig wells;")[-1] == "paragraph"


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("The General Assembly,", True),
        ("The General Assembly", True),
        ("“The Security Council,", True),
        ("The Economic and Social Council,", True),
        ("The Conference of the Parties,", True),
        ("L’Assemblée générale,", True),
        ("The General Assembly decides,", False),
        ("General Assembly", False),
        ("The wells,", False),
        ("The " + "Deep " * 40 + "Assembly,", False),
    ],
)
def test_formulas(words: str, yes: bool) -> None:
    assert (is_formula(words) is not None) == yes


# ---------------------------------------------------------------------------- stated by the mark-up


def stated(*rows: tuple[str, BlockKind, str, int]) -> Document:
    text, blocks = "", []
    for words, kind, number, level in rows:
        blocks.append(Block(len(text), len(text) + len(words), stated=Stated(kind, number, level)))
        text += words + "\n\n"
    note = Block(len(text), len(text) + 4, Role.FOOTNOTE, "1")
    return Document("wells.xml", "", "application/akn+xml", text + "Deep", (*blocks, note))


def test_what_the_mark_up_states_is_believed() -> None:
    document = stated(
        ("A/RES/70/1", BlockKind.FRONT, "", 0),
        ("1. Decides wells;", BlockKind.HEADING, "", 0),
        ("Une phrase", BlockKind.PREAMBULAR, "", 1),
        ("14 - Une autre", BlockKind.OPERATIVE, "14", 1),
        ("(أ) Une autre", BlockKind.POINT, "(a)", 2),
        ("Annex", BlockKind.OPERATIVE, "", 1),
    )
    found = classify(document, adopts=True)
    assert [(str(one.kind), one.number, one.level) for one in found] == [
        ("front", "", 0),
        ("heading", "", 0),
        ("preambular", "", 1),
        ("operative", "14", 1),
        ("point", "(a)", 2),
        ("operative", "", 1),
    ]
    # the words of a provision begin behind its number
    assert [document.text[one.words : one.block.end] for one in found[2:]] == [
        "Une phrase",
        "Une autre",
        "Une autre",
        "Annex",
    ]
    parts = parse_resolution(document).parts
    assert [part.id for part in parts] == [
        "front",
        "heading1",
        "pp1",
        "op14",
        "op14(a)",
        "op1",
        "fn1",
    ]


def test_points_whose_depth_is_not_stated_get_it_from_their_numbers() -> None:
    point = BlockKind.POINT
    document = stated(
        ("A/RES/70/1", BlockKind.FRONT, "", 0),
        ("1. Decides:", BlockKind.OPERATIVE, "1", 1),
        ("(a) Wells:", point, "(a)", 0),
        ("(i) Deep;", point, "(i)", 0),
        ("(b) Rivers;", point, "(b)", 0),
        ("2. Decides:", BlockKind.OPERATIVE, "2", 1),
        ("(a) Lakes.", point, "(a)", 0),
    )
    assert [part.id for part in parse_resolution(document).parts][:-1] == [
        "front",
        "op1",
        "op1(a)",
        "op1(a)(i)",
        "op1(b)",
        "op2",
        "op2(a)",
    ]


@pytest.mark.parametrize(
    ("headings", "prefixes"),
    [
        (("I", "II"), ("sect1-", "sect2-")),
        (("A", "B"), ("sectA-", "sectB-")),
        (("Article 1", "Article 2"), ("art1-", "art2-")),
        (("Artículo 1", "Artículo 2"), ("art1-", "art2-")),
        (("Статья 1", "Статья 2"), ("art1-", "art2-")),
        (("المادة 1", "المادة 2"), ("art1-", "art2-")),
        (("第一条", "第二条"), ("art1-", "art2-")),
        (("第十条", "第十一条"), ("art10-", "art11-")),
        (("第二十条", "第二十一条"), ("art20-", "art21-")),
        (("一", "二"), ("sect1-", "sect2-")),
        (("أولا", "ثانيا"), ("sect1-", "sect2-")),
        (("Part I", "Part II"), ("part1-", "part2-")),
        (("Chapitre IV", "Chapitre V"), ("chap4-", "chap5-")),
        (("I. Wells", "II. Rivers"), ("sect1-", "sect2-")),
        (("Wells and rivers", "Lakes and ponds"), ("", "")),
    ],
)
def test_numbered_headings_under_which_paragraphs_count_anew(
    headings: tuple[str, str], prefixes: tuple[str, str]
) -> None:
    rows = [("A/RES/70/1", BlockKind.FRONT, "", 0)]
    for words in headings:
        rows.append((words, BlockKind.HEADING, "", 0))
        rows.append(("1. Wells.", BlockKind.OPERATIVE, "1", 1))
    parts = [p.id for p in parse_resolution(stated(*rows)).parts if p.level]
    second = f"{prefixes[1]}op1" if prefixes[1] else "op1.2"
    assert parts == [f"{prefixes[0]}op1", second]


# ------------------------------------------------------------------ what scanned volumes look like

VOLUME = ("A/RES/38/58", FORMULA, "Noting wells,", "1. Digs a well.", "95th plenary meeting")
PEOPLE = (
    "Ann Well Board of Springs",
    "Bo Lake Institute of Ponds",
    "Cy River Academy of Rain",
    f"Di Spring {'Deputy ' * 15}Permanent Representative of Lakes",
    "Ed Pond Union of Wells",
)


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        # a page that begins inside an attached text
        (
            (
                "E/RES/1989/57",
                "Article IX",
                "RELATIONS",
                "1. The Board shall meet.",
                "1989/58.",
                "On wells",
                "The Economic and Social Council,",
                "Decides to dig.",
            ),
            ["front", "heading", "heading", "annex-text", "title", "front", "formula", "operative"],
        ),
        # the heading above what an organ decided without a resolution
        (
            (
                *VOLUME,
                "Decisions",
                "At its 96th meeting, the Assembly decided to dig.",
                "At the same meeting, the Assembly also decided to rest.",
            ),
            [
                "front",
                "formula",
                "preambular",
                "operative",
                "closing",
                "heading",
                "paragraph",
                "paragraph",
            ],
        ),
        # a formula read with a full stop, in a section of its own
        (
            (
                "A/RES/38/58",
                "B",
                "The General Assembly.",
                "Noting wells,",
                "--- 48",
                "determination of springs,",
                "Requests that wells be dug.",
            ),
            ["front", "section", "formula", "preambular", "noise", "preambular", "operative"],
        ),
    ],
)
def test_pages_of_volumes(blocks: tuple[str, ...], found: list[str]) -> None:
    assert kinds(*blocks) == found


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        # a list of people below its headings, one of them with a long title
        (
            (
                "Report",
                "1. The Board met.",
                "List of participants",
                "Members of the Bureau",
                *PEOPLE,
            ),
            ["front", "paragraph", "heading", "heading", *["row"] * 5],
        ),
        # outside such a list, a long line is a heading
        (
            ("Report", "1. The Board met.", *PEOPLE[:3], PEOPLE[3]),
            ["front", "paragraph", *["heading"] * 4],
        ),
        # a line of a table of contents is no annex
        (
            ("Report", "1. The Board met.", "Annex. Examples of wells 91", "2. It dug."),
            ["front", "paragraph", "heading", "paragraph"],
        ),
        (
            ("Report", "1. The Board met.", "Annex. Budget of wells 2004"),
            ["front", "paragraph", "annex"],
        ),
        # a few words with a colon above a list are its heading
        (
            (
                "Report",
                "1. The Board met.",
                "Meetings held in spring:",
                "First meeting of the Board",
            ),
            ["front", "paragraph", "heading", "heading"],
        ),
        # rules open a document that is no resolution; a line in brackets does not
        (
            (
                "RULES OF THE BOARD",
                "(adopted by the Board and amended at four meetings)",
                "1983",
                "PUBLICATION OF WELLS",
                "Rule 1",
                "The Board meets in spring, at the call of its head.",
            ),
            ["front", "front", "noise", "front", "heading", "paragraph"],
        ),
        # a report that quotes a resolution goes on after it
        (
            (
                "Report of a Board",
                FORMULA,
                "Noting wells,",
                "Decides to dig.",
                "95th plenary meeting",
                "One speaker asked for it.",
                "Closure of the meeting",
            ),
            ["front", "formula", "preambular", "operative", "closing", "paragraph", "heading"],
        ),
    ],
)
def test_what_is_no_resolution(blocks: tuple[str, ...], found: list[str]) -> None:
    assert kinds(*blocks, adopts=False) == found


@pytest.mark.parametrize(
    ("blocks", "annexes"),
    [
        (("Contents", "I. Wells ........ 1", "Annex", "List of wells ........ 22", "1. Wells."), 0),
        (("Contents", "Annex", "List of wells . . . . . . 22", "1. Wells.", "Annex", "List"), 1),
        (("1. Wells.", "Annex I to the letter dated 3 May 2001 from the Board", "It rains."), 1),
        (("1. Wells.", "Annex I to it is long.", "It rains."), 0),
    ],
)
def test_what_opens_an_annex(blocks: tuple[str, ...], annexes: int) -> None:
    found = parse_resolution(read_bytes("\n\n".join(("A/80/901", *blocks)).encode(), "x"))
    assert sum(part.kind is PartKind.ANNEX for part in found.parts) == annexes


CLOSED = (*FRONT, FORMULA, "1. Decides to dig;", "2. Adopts the rules annexed hereto.",
          "9th plenary meeting", "1 October 2015")  # fmt: skip


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        # a text without the word "Annex" below meeting and date
        (("Rules of the wells", "I. Digging", "1. Wells are deep.", "2. Wells are dry."),
         ["op1", "op2", "annex1", "annex1-heading1", "annex1-op1", "annex1-op2"]),
        (("Rules of the wells", "Article 1", "Wells are deep."),
         ["op1", "op2", "annex1", "annex1-heading1", "annex1-p1"]),
        # the word itself, further down
        (("Rules of the wells", "Annex", "1. Wells are deep."),
         ["op1", "op2", "annex1", "annex1-op1"]),
        # lines that belong to the vote
        (("Adopted without a vote", "In favour: Chad, Chile"), ["op1", "op2"]),
    ],
)  # fmt: skip
def test_what_follows_meeting_and_date(blocks: tuple[str, ...], found: list[str]) -> None:
    assert ids(*CLOSED, *blocks) == found


def test_a_note_under_a_table_does_not_swallow_the_next_heading() -> None:
    found = ids(
        *CLOSED, "Annex I", "Wells and rivers", "Digging of wells\t100\t200",
        "a See A/90/505.", "Annex II", "1. Rivers run.",
    )  # fmt: skip
    assert found[2:] == ["annex1", "annex1-heading1", "annex1-row1", "annex2", "annex2-op1", "fna"]
