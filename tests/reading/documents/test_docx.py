"""DOCX: what Word shows is what is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.reading.documents.docx_samples import (
    call,
    docx,
    field,
    level,
    listed,
    notes,
    numbering,
    paragraph,
    part,
    relations,
    run,
    style,
    styled,
    table,
)

from southsouth.reading.documents.docx.package import Package
from southsouth.reading.documents.docx.read import MEDIA_TYPE, read_docx
from southsouth.reading.documents.model import Document, Role

ITALIC = "<w:i/>"
TWO_ROWS = (("Fund", "Pledges"), ("Wells", "12"))


@pytest.fixture(autouse=True, scope="module", params=["whole", "in blocks"])
def road(request: pytest.FixtureRequest) -> Iterator[None]:
    """All of it on both roads: read whole, and as a document of millions of tags is."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "in blocks":
            patch.setattr(Package, "is_large", lambda _: True)
        yield


def lines(data: bytes) -> list[str]:
    document = read_docx(data, "wells.docx")
    return [document.words(block) for block in document.blocks]


def roles(document: Document) -> list[tuple[Role, str]]:
    return [(block.role, document.words(block)) for block in document.blocks]


def marked(document: Document) -> list[tuple[str, str]]:
    """Each mark's label, and the word before it."""
    return [
        (mark.label, document.text[: mark.offset].split()[-1] if mark.offset else "")
        for mark in document.marks
    ]


def bodies(document: Document) -> list[tuple[str, str]]:
    return [
        (block.label, document.words(block))
        for block in document.blocks
        if block.role is Role.FOOTNOTE
    ]


def linked(document: Document) -> list[tuple[str, str]]:
    return [(document.text[link.start : link.end], link.href) for link in document.links]


def italics(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in document.italics]


def in_paragraph(inside: str, **more: object) -> Document:
    return read_docx(docx(paragraph(inside), **more), "wells.docx")  # type: ignore[arg-type]


def test_a_document_of_paragraphs() -> None:
    document = read_docx(docx(paragraph("Recalling wells,") + paragraph("Digs.")), "wells.docx")
    assert document.text == "Recalling wells,\n\nDigs."
    assert document.media_type == MEDIA_TYPE
    assert document.name == "wells.docx"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("dig") + "<w:r><w:tab/></w:r>" + run("wells"), "dig wells"),
        (run("dig") + "<w:r><w:br/></w:r>" + run("wells"), "dig\nwells"),
        (run("dig") + "<w:r><w:cr/></w:r>" + run("wells"), "dig\nwells"),
        (run("dig wells") + "<w:r><w:br/></w:r>", "dig wells"),
        (run("dig ") + '<w:r><w:br w:type="page"/></w:r>' + run("wells"), "dig wells"),
        ("<w:r><w:t>South</w:t><w:noBreakHyphen/><w:t>South</w:t></w:r>", "South-South"),
        ("<w:r><w:t>co</w:t><w:softHyphen/><w:t>operation</w:t></w:r>", "cooperation"),
        (run("co\u00adoperation on\u2011site\u00a0now\u200b"), "cooperation on-site now"),
        (run("dig") + "<w:del><w:r><w:delText>no</w:delText></w:r></w:del>", "dig"),
        (f"<w:ins>{run('dig')}</w:ins>", "dig"),
        (f"<w:moveFrom>{run('no')}</w:moveFrom><w:moveTo>{run('dig')}</w:moveTo>", "dig"),
        (run("dig") + run("secret", "<w:vanish/>"), "dig"),
        (run("dig") + run("secret", '<w:rStyle w:val="Ghost"/>'), "dig"),
        (run("dig", '<w:rStyle w:val="Ghost"/><w:vanish w:val="0"/>'), "dig"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('dig')}</w:sdtContent></w:sdt>", "dig"),
        (
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click')}"
            f"</w:sdtContent></w:sdt>{run('dig')}",
            "dig",
        ),
        (f"<w:smartTag>{run('dig')}</w:smartTag>", "dig"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>' + run(" dig"), "• dig"),
        ('<w:r><w:sym w:font="Arial" w:char="00E9"/></w:r>', "é"),
        (run("dig") + '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "dig"),
        (run("dig") + '<w:r><w:sym w:font="Arial" w:char="zz"/></w:r>', "dig"),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>no</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>dig</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "dig",
        ),
        (run("m") + run("2", '<w:vertAlign w:val="superscript"/>') + run(" of land"), "m2 of land"),
    ],
)
def test_words_of_a_paragraph(inside: str, text: str) -> None:
    ghost = style("Ghost", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    assert in_paragraph(inside, styles=ghost).text == text


def test_a_paragraph_whose_end_was_deleted_goes_on() -> None:
    body = (
        paragraph(run("Digs "), "<w:rPr><w:del/></w:rPr>")
        + paragraph("wells.")
        + paragraph("Ends.")
    )
    assert lines(docx(body)) == ["Digs wells.", "Ends."]


def test_a_paragraph_whose_end_was_deleted_has_the_number_of_the_next() -> None:
    levels = numbering({0: level(0, "%1.")}, {1: (0, "")})
    body = paragraph(run("Digs "), "<w:rPr><w:del/></w:rPr>") + listed("wells.")
    assert lines(docx(body, parts={"numbering.xml": levels})) == ["1. Digs wells."]


# --- text boxes ----------------------------------------------------------------------------------


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('Boxed')}</w:txbxContent>"
    inside = (
        run("Before ")
        + f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        + f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        + run("after.")
    )
    assert lines(docx(paragraph(inside))) == ["Before after.", "Boxed"]


def test_of_two_alternatives_the_one_with_words_is_read() -> None:
    inside = (
        "<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:pict><w:txbxContent>"
        + paragraph("Boxed")
        + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(docx(paragraph(inside))) == ["Boxed"]


def test_alternatives_without_words() -> None:
    inside = "<w:r><mc:AlternateContent><mc:Choice/></mc:AlternateContent></w:r>" + run("dig")
    assert lines(docx(paragraph(inside))) == ["dig"]


# --- links and fields ----------------------------------------------------------------------------

RELATED = (("rId7", "hyperlink", "https://undocs.org/A/RES/70/1"),)


@pytest.mark.parametrize(
    ("inside", "text", "found"),
    [
        (
            run("see ") + f'<w:hyperlink r:id="rId7">{run("70")}{run("/1")}</w:hyperlink>',
            "see 70/1",
            [("70/1", "https://undocs.org/A/RES/70/1")],
        ),
        (
            f'<w:hyperlink r:id="rId7" w:anchor="op2">{run("70/1")}</w:hyperlink>',
            "70/1",
            [("70/1", "https://undocs.org/A/RES/70/1#op2")],
        ),
        (f'<w:hyperlink w:anchor="op2">{run("above")}</w:hyperlink>', "above", []),
        (f'<w:hyperlink r:id="rId9">{run("above")}</w:hyperlink>', "above", []),
        (
            field(' HYPERLINK "https://x.org/1" \\o "tip" ', run("70/1")),
            "70/1",
            [("70/1", "https://x.org/1")],
        ),
        (
            field(' HYPERLINK "https://x.org/1" \\l "op2" ', run("70/1")),
            "70/1",
            [("70/1", "https://x.org/1#op2")],
        ),
        (field("hyperlink https://x.org/1", run("a")), "a", [("a", "https://x.org/1")]),
        (field(' HYPERLINK \\l "op2" ', run("above")), "above", []),
        (
            f'<w:fldSimple w:instr="HYPERLINK &quot;https://x.org/1&quot;">{run("a")}'
            f"</w:fldSimple>{run(' b')}",
            "a b",
            [("a", "https://x.org/1")],
        ),
        (
            field('HYPERLINK "https://x.org/1"', run("a ") + field("REF x", run("b"))) + run(" c"),
            "a b c",
            [("a b", "https://x.org/1")],
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
            + field("DATE", run("no"))
            + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("yes")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "yes",
            [],
        ),
        (run("page ") + field(" PAGE ", run("2")) + run("on"), "page on", []),
        (run("on") + f'<w:fldSimple w:instr=" NUMPAGES ">{run("9")}</w:fldSimple>', "on", []),
        (run("on") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "on", []),
        (run("on") + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "on", []),
        (run("on") + "<w:r><w:instrText>PAGE</w:instrText></w:r>", "on", []),
    ],
)
def test_links_and_fields(inside: str, text: str, found: list[tuple[str, str]]) -> None:
    document = in_paragraph(inside, links=RELATED)
    assert document.text == text
    assert linked(document) == found


def test_a_field_spread_over_paragraphs() -> None:
    body = (
        paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("I. Wells")
        )
        + paragraph("II. Pumps")
        + paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("Text"))
    )
    assert lines(docx(body)) == ["I. Wells", "II. Pumps", "Text"]


def test_a_field_without_end_swallows_no_more_than_its_paragraph() -> None:
    body = paragraph(run("dig") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("no"))
    assert lines(docx(body + paragraph("wells"))) == ["dig", "wells"]


# --- footnotes -----------------------------------------------------------------------------------

AUTOMATIC = paragraph("<w:r><w:tab/></w:r><w:r><w:footnoteRef/></w:r>" + run(" See 70/1."))


def test_footnotes() -> None:
    inside = run("wells") + call(2) + run(", pumps") + call(3) + run(".")
    document = in_paragraph(inside, parts={"footnotes.xml": notes({3: "Ibid.", 2: AUTOMATIC})})
    assert document.text == "wells, pumps.\n\nSee 70/1.\n\nIbid."
    assert marked(document) == [("1", "wells"), ("2", "pumps")]
    assert bodies(document) == [("1", "See 70/1."), ("2", "Ibid.")]


@pytest.mark.parametrize(
    "custom", ["<w:t>*</w:t>", '<w:sym w:font="Symbol" w:char="F02A"/>', "<w:t> * </w:t>"]
)
@pytest.mark.parametrize("body", ["* A/70/1.", "*A/70/1."])
def test_a_mark_typed_by_hand(custom: str, body: str) -> None:
    inside = run("list") + call(1, custom=custom) + run(" of wells") + call(2)
    document = in_paragraph(inside, parts={"footnotes.xml": notes({1: body, 2: "Two."})})
    assert document.text.startswith("list of wells\n\n")
    assert marked(document) == [("*", "list"), ("1", "wells")]
    assert bodies(document) == [("*", "A/70/1."), ("1", "Two.")]


def test_a_mark_typed_in_the_next_run() -> None:
    inside = run("list") + call(1, custom=" ") + run("** of wells")
    document = in_paragraph(inside, parts={"footnotes.xml": notes({1: "** One."})})
    assert document.text == "list of wells\n\nOne."
    assert bodies(document) == [("**", "One.")]


def test_a_mark_typed_by_hand_that_is_lost() -> None:
    inside = run("list") + call(1, custom=" ") + run(" of wells")
    document = in_paragraph(inside, parts={"footnotes.xml": notes({1: "One."})})
    assert document.text == "list of wells\n\nOne."
    assert marked(document) == [("*", "list")]
    lost = paragraph(run("list") + call(1, custom=" ")) + paragraph("5 wells")
    assert lines(docx(lost, parts={"footnotes.xml": notes({1: "One."})})) == ["list", "5 wells"]


def test_a_note_of_several_paragraphs_links_and_italics() -> None:
    body = paragraph("One") + paragraph(
        run("two", ITALIC) + f'<w:hyperlink r:id="rId1">{run("70/1")}</w:hyperlink>'
    )
    data = docx(
        paragraph(run("wells") + call(1)),
        parts={
            "footnotes.xml": notes({1: body}),
            "_rels/footnotes.xml.rels": relations(("rId1", "hyperlink", "https://x.org/1")),
        },
    )
    document = read_docx(data, "x")
    assert bodies(document) == [("1", "One\ntwo70/1")]
    assert linked(document) == [("70/1", "https://x.org/1")]
    assert italics(document) == ["two"]


def test_endnotes_come_last_and_are_numbered_apart() -> None:
    inside = run("wells") + call(1, "endnote") + run(" pumps") + call(1)
    document = in_paragraph(
        inside,
        parts={"footnotes.xml": notes({1: "Foot."}), "endnotes.xml": notes({1: "End."}, "endnote")},
    )
    assert marked(document) == [("i", "wells"), ("1", "pumps")]
    assert bodies(document) == [("1", "Foot."), ("i", "End.")]


def section(inside: str) -> str:
    return f"<w:sectPr>{inside}</w:sectPr>"


@pytest.mark.parametrize(
    ("properties", "labels"),
    [
        ("", ["1", "2", "3"]),
        ('<w:numRestart w:val="eachSect"/>', ["1", "2", "1"]),
        ('<w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/>', ["c", "d", "e"]),
        ('<w:numFmt w:val="chicago"/>', ["*", "†", "‡"]),
        ('<w:numFmt w:val="bullet"/>', ["1", "2", "3"]),
    ],
)
@pytest.mark.parametrize("in_settings", [False, True])
def test_how_notes_are_numbered(properties: str, labels: list[str], *, in_settings: bool) -> None:
    said = f"<w:footnotePr>{properties}</w:footnotePr>"
    own = section("" if in_settings else said)
    body = (
        paragraph(run("a") + call(1) + run(" b") + call(2))
        + paragraph("", own)
        + paragraph(run("c") + call(3))
        + own
    )
    parts: dict[str, str | bytes] = {"footnotes.xml": notes({1: "One.", 2: "Two.", 3: "Three."})}
    if in_settings:
        parts["settings.xml"] = part("settings", said)
    document = read_docx(docx(body, parts=parts), "x")
    assert [mark.label for mark in document.marks] == labels


def test_notes_that_nobody_sees_are_not_counted() -> None:
    hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
    inside = run("a") + f"<w:del>{call(1)}</w:del>" + hidden + run(" b") + call(2)
    document = in_paragraph(inside, parts={"footnotes.xml": notes({1: "One.", 2: "Two."})})
    assert bodies(document) == [("1", "Two.")]


def test_a_note_called_again() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    inside = run("a") + call(1) + run(" b") + field("NOTEREF _Ref1 \\f \\h", run("1", raised))
    inside += run(" see footnote ") + field("NOTEREF _Ref1 \\h", run("1"))
    document = in_paragraph(inside, parts={"footnotes.xml": notes({1: "One."})})
    assert document.text == "a b see footnote 1\n\nOne."
    assert marked(document) == [("1", "a"), ("1", "b")]


def test_a_note_without_body_keeps_its_mark() -> None:
    document = in_paragraph(run("a") + call(7), parts={"footnotes.xml": notes({})})
    assert marked(document) == [("1", "a")]
    assert in_paragraph(run("a") + call(7)).text == "a"


RAISED = '<w:vertAlign w:val="superscript"/>'


def test_notes_made_by_hand() -> None:
    body = (
        paragraph("Items of the list*")
        + table(("Kind", "Cost"), ("Wells", "12"))
        + paragraph(run("International") + run("b", RAISED) + run(" and 3 m") + run("2", RAISED))
        + paragraph(run("* ") + run("A/70/50."))
        + paragraph("<w:r><w:tab/></w:r>" + run("b", RAISED) + run(" With pumps."))
        + paragraph("* * *")
    )
    document = read_docx(docx(body), "x")
    assert marked(document) == [("*", "list"), ("b", "International")]
    assert bodies(document) == [("*", "A/70/50."), ("b", "With pumps.")]
    assert "International and 3 m2\n" in document.text
    assert document.blocks[4].role is Role.PARAGRAPH
    assert document.words(document.blocks[4]) == "* * *"


def test_two_raised_marks_in_one() -> None:
    body = paragraph(run("wells") + run("a, b", RAISED) + run(".")) + "".join(
        paragraph(run(label, RAISED) + run(f" Body {label}.")) for label in "ab"
    )
    assert marked(read_docx(docx(body), "x")) == [("a", "wells"), ("b", "wells")]


def test_stars_that_no_note_explains_stay() -> None:
    body = paragraph("2 * 3, list*") + paragraph("** Not called.") + paragraph("wells**x")
    assert lines(docx(body)) == ["2 * 3, list*", "** Not called.", "wells**x"]


# --- headings, italics ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "heading 1",
        "Title",
        "Subtitle",
        "_ H_1",
        "_ H_2/3",
        "_ H _Ch_G",
        "H23G",
        "H1",
        "__S_M",
        "HMG",
        "TitleHCH",
        "Agenda_Title_H2",
    ],
)
def test_styles_of_headings(name: str) -> None:
    styles = style("S1", name=name) + style("S2", name="Mine", based="S1")
    document = read_docx(docx(styled("S1", "Wells") + styled("S2", "Pumps"), styles=styles), "x")
    assert [block.role for block in document.blocks] == [Role.HEADING, Role.HEADING]


@pytest.mark.parametrize("name", ["Normal", "_ Single Txt", "header", "heading", "Heading 1 Char"])
def test_styles_of_no_headings(name: str) -> None:
    document = read_docx(docx(styled("S1", "Wells"), styles=style("S1", name=name)), "x")
    assert document.blocks[0].role is Role.PARAGRAPH


def outlined(number: int) -> str:
    return f'<w:outlineLvl w:val="{number}"/>'


def test_outline_levels() -> None:
    styles = style("Big", f"<w:pPr>{outlined(0)}</w:pPr>")
    styles += style("Plain", f"<w:pPr>{outlined(9)}</w:pPr>", name="heading 1")
    body = (
        styled("Big", "Style")
        + paragraph("Own", outlined(2))
        + paragraph("Neither", '<w:pStyle w:val="Big"/>' + outlined(9))
        + styled("Plain", "Plain")
    )
    document = read_docx(docx(body, styles=styles), "x")
    assert [words for role, words in roles(document) if role is Role.HEADING] == ["Style", "Own"]


def test_italics() -> None:
    styles = (
        style("Slant", "<w:rPr><w:i/></w:rPr>", kind="character")
        + style("Soft", based="Slant", kind="character")
        + style("Quote", "<w:rPr><w:i/></w:rPr>")
    )
    body = paragraph(
        run("one", ITALIC)
        + run(" two ")
        + run("three", '<w:rStyle w:val="Soft"/>')
        + run(" four", '<w:i w:val="0"/>')
        + run(" five", '<w:rStyle w:val="Slant"/><w:i w:val="false"/>')
    ) + styled("Quote", run("six ") + run("seven", '<w:rStyle w:val="Slant"/>'))
    assert italics(read_docx(docx(body, styles=styles), "x")) == ["one", "three", "six "]


def test_styles_that_are_based_on_one_another_in_a_circle() -> None:
    styles = style("A", based="B") + style("B", based="A")
    assert lines(docx(styled("A", "Wells"), styles=styles)) == ["Wells"]


def test_the_default_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:i/></w:rPr></w:style>'
    )
    assert italics(read_docx(docx(paragraph("Wells"), styles=styles), "x")) == ["Wells"]


# --- tables --------------------------------------------------------------------------------------


def test_rows() -> None:
    body = paragraph("Before") + table(*TWO_ROWS) + paragraph("After")
    assert roles(read_docx(docx(body), "x")) == [
        (Role.PARAGRAPH, "Before"),
        (Role.ROW, "Fund\tPledges"),
        (Role.ROW, "Wells\t12"),
        (Role.PARAGRAPH, "After"),
    ]


TWO = paragraph("One.") + paragraph("Two.")


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        ((("", "A"), ("B", "")), ["A", "B"]),  # one column
        ((("One.",), ("Two.",)), ["One.", "Two."]),
        (((TWO, "Right."),), ["One.", "Two.", "Right."]),  # one row
        ((("70/1", "Wells"),), ["70/1\tWells"]),
        ((("a", TWO), ("b", "c")), ["a\tOne.\nTwo.", "b\tc"]),
        ((("a", ""), ("", "c"), ("d", "e")), ["a", "\tc", "d\te"]),
        (
            (("a", table(("x", "y"), ("z", TWO)) + paragraph("")), ("b", "c")),
            ["a\tx\ny\nz\nOne.\nTwo.", "b\tc"],
        ),
        ((("", ""), ("a", "b"), ("c", "d")), ["a\tb", "c\td"]),
    ],
)
def test_what_tables_become(rows: tuple[tuple[str, ...], ...], texts: list[str]) -> None:
    assert lines(docx(paragraph("Before") + table(*rows))) == ["Before", *texts]


def test_a_masthead_that_opens_the_text() -> None:
    masthead = table(
        ("United Nations", "A/RES/70/1"),
        ("General Assembly", paragraph("Distr.: General") + paragraph("1 May 2020")),
    )
    assert lines(docx(masthead)) == [
        "United Nations",
        "A/RES/70/1",
        "General Assembly",
        "Distr.: General",
        "1 May 2020",
    ]
    assert lines(docx(paragraph("Text") + masthead))[1] == "United Nations\tA/RES/70/1"


def test_merged_cells_and_deleted_rows() -> None:
    def cell(words: str, properties: str) -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>"

    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    span = '<w:gridSpan w:val="2"/>'
    body = (
        "<w:tbl>"
        f"<w:tr>{cell('Wells', start)}{cell('1', '')}</w:tr>"
        f"<w:tr>{cell('Wells', on)}{cell('2', '')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('no', '')}{cell('no', '')}</w:tr>"
        f"<w:sdt><w:sdtContent><w:tr>{cell('all', span)}</w:tr>"
        "</w:sdtContent></w:sdt></w:tbl>"
    )
    assert lines(docx(paragraph("T") + body)) == ["T", "Wells\t1", "\t2", "all"]


def test_numbers_and_marks_in_rows() -> None:
    levels = numbering({0: level(0, "%1.")}, {1: (0, "")})
    body = table(("No.", "Wells"), (listed(""), paragraph(run("Dug") + call(1))))
    data = docx(
        paragraph("T") + body, parts={"numbering.xml": levels, "footnotes.xml": notes({1: "One."})}
    )
    document = read_docx(data, "x")
    assert document.words(document.blocks[2]) == "1.\tDug"
    assert marked(document) == [("1", "Dug")]


# --- headers -------------------------------------------------------------------------------------


def with_headers(properties: str, body: str = "", **headers: str) -> list[str]:
    references = "".join(
        f'<w:headerReference w:type="{kind}" r:id="header{i}"/>' for i, kind in enumerate(headers)
    )
    parts = {f"header{i}.xml": part("hdr", inside) for i, inside in enumerate(headers.values())}
    parts["footer1.xml"] = part("ftr", paragraph("Footer"))
    return lines(docx((body or paragraph("Text")) + section(references + properties), parts=parts))


FIRST, LATER = paragraph("A/70/1"), paragraph("A/70/1, page")


@pytest.mark.parametrize(
    ("properties", "headers", "found"),
    [
        ("<w:titlePg/>", {"first": FIRST, "default": LATER}, ["A/70/1"]),
        ("", {"first": FIRST, "default": LATER}, ["A/70/1, page"]),
        ("<w:titlePg/>", {"first": paragraph(""), "default": LATER}, ["A/70/1, page"]),
        ("", {"even": FIRST}, ["A/70/1"]),
        ("", {"default": paragraph("")}, []),
        ("", {}, []),
        ("", {"default": FIRST + FIRST}, ["A/70/1"]),
        (
            "",
            {"default": table(("United Nations", "A/70/1"), ("", "x"))},
            ["United Nations", "A/70/1", "x"],
        ),
        (
            "",
            {"default": paragraph(run("United Nations") + "<w:r><w:tab/></w:r>" + run("A/70/1"))},
            ["United Nations", "A/70/1"],
        ),
        ("", {"default": paragraph(run("A/70/1 ") + field("PAGE", run("1")))}, ["A/70/1"]),
        ("", {"default": styled("heading1", "A/70/1")}, ["A/70/1"]),
    ],
)
def test_the_header_comes_first(properties: str, headers: dict[str, str], found: list[str]) -> None:
    assert with_headers(properties, **headers) == [*found, "Text"]


def test_the_header_of_the_first_section_that_has_one() -> None:
    own = '<w:headerReference w:type="default" r:id="header0"/>'
    body = paragraph("a", section("")) + paragraph("b", section(own)) + paragraph("c")
    assert with_headers("", body, default=FIRST, even=LATER) == ["A/70/1", "a", "b", "c"]


def test_a_header_that_is_missing() -> None:
    body = paragraph("a") + section('<w:headerReference w:type="default" r:id="rId1"/>')
    assert lines(docx(body, links=(("rId1", "header", "header9.xml"),))) == ["a"]


# --- real files ----------------------------------------------------------------------------------


@pytest.mark.shared
def test_a_real_budget_section(shared: Path) -> None:
    path = shared / "docx" / "A_80_6_SECT_35.docx"
    document = read_docx(path.read_bytes(), path.name)
    texts = [document.words(block) for block in document.blocks]
    assert texts[:4] == [
        "United Nations",
        "A/80/6 (Sect. 35)",
        "General Assembly",
        "Distr.: General",
    ]
    numbers = [text.split()[0] for text in texts if text.startswith("35.")]
    assert numbers == [f"35.{number}" for number in range(1, 24)]
    assert [mark.label for mark in document.marks] == ["*", "**", *"aaaaab"]
    assert [label for label, _ in bodies(document)] == ["*", "**", *"aaaaab"]
    assert sum(block.role is Role.ROW for block in document.blocks) == 54
    assert ("52/12", "https://docs.un.org/en/A/RES/52/12B") in linked(document)


@pytest.mark.shared
def test_a_real_corrigendum(shared: Path) -> None:
    path = shared / "docx" / "A_80_6_SECT_24_CORR_1.docx"
    document = read_docx(path.read_bytes(), path.name)
    assert document.words(document.blocks[1]) == "A/80/6 (Sect. 24)/Corr.1"
    assert len(document.links) == 191
    assert marked(document) == [("*", "list")]
    assert bodies(document) == [("*", "A/80/50.")]
    assert "HYPERLINK" not in document.text
    rows = [document.words(b) for b in document.blocks if b.role is Role.ROW]
    assert len(rows) == 90
    assert rows[0].split("\t")[0] == "63/170"
