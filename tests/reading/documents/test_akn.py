"""Akoma Ntoso: what the mark-up states, and the record of the metadata."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.documents.akn_samples import (
    CLOSING,
    FORMULA,
    NAMESPACE,
    akn,
    heading,
    meta,
    note,
    paragraph,
    preambular,
    root,
)

from southsouth.errors import DocumentError
from southsouth.reading.documents import Document, Role, read_bytes
from southsouth.reading.documents.akn import read_akn
from southsouth.reading.documents.akn_record import split_states
from southsouth.reading.documents.model import BlockKind
from southsouth.reading.documents.record import AgendaItem, Record, Subject, Vote, Voting
from southsouth.reading.documents.xml import parse_xml

Row = tuple[str, str, int, str]


def read(*body: str, preamble: str = "", attachments: str = "", language: str = "eng") -> Document:
    data = akn(*body, preamble=preamble, attachments=attachments, language=language)
    return read_akn(data, "wells.xml")


def rows(document: Document) -> list[Row]:
    """Kind, number, level and words of each block that the mark-up states."""
    return [
        (str(b.stated.kind), b.stated.number, b.stated.level, document.words(b))
        for b in document.blocks
        if b.stated is not None
    ]


def text(document: Document) -> list[Row]:
    """The same between the formula and the closing line."""
    found = rows(document)
    kinds = [kind for kind, *_ in found]
    ends = kinds.index("closing") if "closing" in kinds else len(kinds)
    return found[kinds.index("formula") + 1 : ends] + found[ends + 1 :]


def record(**stated: str) -> Record:
    found = read_akn(akn(stated=meta(**stated)), "wells.xml").record
    assert found is not None
    return found


# -------------------------------------------------------------------------- the frame of a document


def test_cover_page_preface_formula_and_closing_lines() -> None:
    document = read(paragraph("1.", "Digs."))
    assert rows(document) == [
        ("front", "", 0, "United Nations"),
        ("front", "", 0, "A/RES/66/901"),
        ("front", "", 0, "Sixty-sixth session"),
        ("title", "", 0, "66/901. Wells for all"),
        ("formula", "", 0, "The General Assembly,"),
        ("operative", "1", 1, "1. Digs."),
        ("closing", "", 0, "99th plenary meeting\n1 February 2012"),
    ]
    assert document.media_type == "application/akn+xml"
    assert (document.name, document.language) == ("wells.xml", "en")


def test_the_format_is_told_from_the_content() -> None:
    data = akn(paragraph("1.", "Digs."))
    document = read_bytes(data, "folder/wells.txt")
    assert (document.media_type, document.name) == ("application/akn+xml", "wells.txt")
    assert len(document.sha256) == 64


def test_a_prefix_of_the_namespace_changes_nothing() -> None:
    plain = akn(paragraph("1.", "Digs."), stated="<meta/>").decode()
    prefixed = plain.replace(f'xmlns="{NAMESPACE}"', f'xmlns:an="{NAMESPACE}"')
    for tag in (
        "akomaNtoso",
        "statement",
        "meta",
        "coverPage",
        "preface",
        "preamble",
        "mainBody",
        "conclusions",
        "paragraph",
        "num",
        "content",
        "p",
        "span",
        "formula",
        "docNumber",
        "docTitle",
        "docAuthority",
        "session",
        "event",
        "location",
        "eol",
        "docDate",
    ):
        for opening in ("<", "</"):
            for closing in (">", " ", "/"):
                prefixed = prefixed.replace(
                    f"{opening}{tag}{closing}", f"{opening}an:{tag}{closing}"
                )
    assert rows(read_bytes(prefixed.encode(), "x.xml")) == rows(read_bytes(plain.encode(), "x.xml"))


def test_comments_are_no_words() -> None:
    document = read(paragraph("1.", "Digs<!-- with care --> wells<?wells deep?>."))
    assert text(document) == [("operative", "1", 1, "1. Digs wells.")]


# ------------------------------------------------------------------------------------- the preamble


def test_preambular_paragraphs() -> None:
    document = read(preamble=preambular("Noting wells,") + "<p>Recalling rivers,</p>")
    assert text(document) == [
        ("preambular", "", 1, "Noting wells,"),
        ("preambular", "", 1, "Recalling rivers,"),
    ]


def test_a_block_list_of_the_preamble() -> None:
    document = read(
        preamble="<container><blockList><listIntroduction>Convinced that wells need:"
        "</listIntroduction><item><num>(a)</num><p>\tWater,</p></item>"
        "<item><num>(b)</num><p>\tCare,</p></item></blockList></container>"
    )
    assert text(document) == [
        ("preambular", "", 1, "Convinced that wells need:"),
        ("point", "(a)", 2, "(a) Water,"),
        ("point", "(b)", 2, "(b) Care,"),
    ]


# ----------------------------------------------------------------------------------- the paragraphs


def test_lists_and_sublists() -> None:
    document = read(
        "<paragraph><num>1.</num><list><intro><p>Decides:</p></intro>"
        "<point><num>(a)</num><content><p>To dig:</p></content></point>"
        "<sublist><point><num>(i)</num><content><p>Wells;</p></content></point>"
        "<point><num>(ii)</num><content><p>Ponds;</p></content></point></sublist>"
        "<point><num>(b)</num><content><p>To rest;</p></content></point></list></paragraph>",
        paragraph("2.", "Ends."),
    )
    assert text(document) == [
        ("operative", "1", 1, "1. Decides:"),
        ("point", "(a)", 2, "(a) To dig:"),
        ("point", "(i)", 3, "(i) Wells;"),
        ("point", "(ii)", 3, "(ii) Ponds;"),
        ("point", "(b)", 2, "(b) To rest;"),
        ("operative", "2", 1, "2. Ends."),
    ]


def test_a_list_without_intro_keeps_its_points() -> None:
    document = read(
        "<paragraph><num>3.</num><list><point><num>(a)</num><content><p>Wells;</p></content>"
        "</point></list></paragraph>"
    )
    assert text(document)[-1] == ("point", "(a)", 2, "(a) Wells;")


def test_a_lettered_paragraph_on_its_own_is_a_point_of_open_depth() -> None:
    document = read(paragraph("1.", "Decides:"), paragraph("(a)", "To dig;"))
    assert text(document)[1] == ("point", "(a)", 0, "(a) To dig;")


def test_sections_with_cross_headings() -> None:
    document = read(
        "<section><num>I</num><subheading>On wells</subheading>"
        '<crossHeading refersTo="#preamble"><span class="italic">\tNoting</span> wells,'
        f"</crossHeading>{paragraph('1.', 'Digs.')}</section>"
        f"<section><num>II</num>{paragraph('1.', 'Rests.')}</section>"
    )
    assert text(document) == [
        ("heading", "", 0, "I"),
        ("heading", "", 0, "On wells"),
        ("preambular", "", 1, "Noting wells,"),
        ("operative", "1", 1, "1. Digs."),
        ("heading", "", 0, "II"),
        ("operative", "1", 1, "1. Rests."),
    ]


@pytest.mark.parametrize(
    ("mark_up", "words"),
    [
        (heading("On wells"), "On wells"),
        ("<paragraph><subheading>II</subheading></paragraph>", "II"),
        ("<subheading>On wells</subheading>", "On wells"),
        (
            '<paragraph class="H1"><num>I.</num><content><p>I. Wells</p></content></paragraph>',
            "I. Wells",
        ),
        (
            '<paragraph class="H1"><num>I.</num><content><p>Wells</p></content></paragraph>',
            "I. Wells",
        ),
        (paragraph("", "A short line"), "A short line"),
    ],
)
def test_headings(mark_up: str, words: str) -> None:
    document = read(mark_up)
    assert text(document) == [("heading", "", 0, words)]
    assert [b.role for b in document.blocks if document.words(b) == words] == [Role.HEADING]


def test_a_table() -> None:
    document = read(
        '<container name="table"><table><tr><th><p>Fund</p></th><th><p>Pledges</p></th></tr>'
        "<tr><td/><td/></tr><tr><td><p>Wells</p></td><td><p>12</p></td></tr></table></container>"
    )
    assert text(document) == [("row", "", 0, "Fund\tPledges"), ("row", "", 0, "Wells\t12")]
    assert [b.role for b in document.blocks].count(Role.ROW) == 2


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ('<span class="italic">Digs</span> wells.', ("operative", "", 1, "Digs wells.")),
        ('<span class="italic">Noting</span> wells,', ("preambular", "", 1, "Noting wells,")),
        ("2. Digs wells.", ("operative", "2", 1, "2. Digs wells.")),
        ("(a) Wells;", ("point", "(a)", 0, "(a) Wells;")),
    ],
)
def test_a_paragraph_without_number_is_told_by_its_words(words: str, row: Row) -> None:
    document = read(paragraph("1.", "Rests;"), paragraph("", words))
    assert text(document)[1:] == [row]


def test_running_text_behind_a_numbered_paragraph_is_a_paragraph() -> None:
    document = read(paragraph("1.", "Decides;"), paragraph("", "And so it rests."))
    assert text(document)[1] == ("paragraph", "", 1, "And so it rests.")


def test_the_first_paragraph_behind_the_preamble_is_operative() -> None:
    document = read(paragraph("", "决定挖井。"), preamble="<p>注意到水井，</p>", language="zho")
    assert text(document) == [
        ("preambular", "", 1, "注意到水井，"),
        ("operative", "", 1, "决定挖井。"),
    ]


# ------------------------------------------------------------------------------ annexes, components


ANNEX = (
    '<attachments><attachment><doc name="annex"><meta/><mainBody>'
    f"{heading('Annex')}{heading('Plan for wells')}{paragraph('1.', 'Wells are dug.')}"
    f"{paragraph('(a)', 'By hand;')}{paragraph('', 'All wells are counted.')}"
    "</mainBody></doc></attachment></attachments>"
)


def test_an_annex() -> None:
    document = read(paragraph("1.", "Adopts the plan."), attachments=ANNEX)
    assert text(document) == [
        ("operative", "1", 1, "1. Adopts the plan."),
        ("annex", "", 0, "Annex"),
        ("heading", "", 0, "Plan for wells"),
        ("annex-text", "1", 1, "1. Wells are dug."),
        ("point", "(a)", 0, "(a) By hand;"),
        ("annex-text", "", 1, "All wells are counted."),
    ]


def test_two_annexes() -> None:
    document = read(attachments=ANNEX.replace("</attachments>", "") + ANNEX[len("<attachments>") :])
    assert [row[0] for row in text(document)].count("annex") == 2


def _component(letter: str, words: str) -> str:
    return (
        "<component><statement><meta/><preface><p>"
        f'<docNumber>{letter}</docNumber><docTitle refersTo="#resolutionTitle"> On {words}'
        f"</docTitle></p></preface><preamble>{FORMULA}{preambular(f'Noting {words},')}</preamble>"
        f"<mainBody>{paragraph('1.', 'Digs.')}</mainBody>{CLOSING}</statement></component>"
    )


def test_the_lettered_resolutions_of_a_collection() -> None:
    data = root(
        f"<documentCollection>{meta()}"
        '<coverPage><p><docNumber refersTo="#symbol">A/RES/66/901 A-B</docNumber></p></coverPage>'
        '<preface><p><docNumber>66/901.</docNumber><docTitle refersTo="#resolutionTitle"> Water'
        "</docTitle></p></preface><collectionBody><component><documentRef/></component>"
        "</collectionBody></documentCollection>"
        f"<components>{_component('A', 'wells')}{_component('B.', 'rivers')}</components>"
    )
    document = read_akn(data, "wells.xml")
    assert [row for row in rows(document) if row[0] != "closing"] == [
        ("front", "", 0, "A/RES/66/901 A-B"),
        ("title", "", 0, "66/901. Water"),
        ("section", "A", 0, "A"),
        ("heading", "", 0, "On wells"),
        ("formula", "", 0, "The General Assembly,"),
        ("preambular", "", 1, "Noting wells,"),
        ("operative", "1", 1, "1. Digs."),
        ("section", "B", 0, "B."),
        ("heading", "", 0, "On rivers"),
        ("formula", "", 0, "The General Assembly,"),
        ("preambular", "", 1, "Noting rivers,"),
        ("operative", "1", 1, "1. Digs."),
    ]
    assert document.record is not None
    assert document.record.title == "Water"


# ------------------------------------------------------------------------ footnotes, links, italics


def test_footnotes_stand_last_and_their_marks_behind_the_word() -> None:
    document = read(
        paragraph("1.", f"Digs wells,{note('1', 'Deep <b>ones</b>.')} and rests;{note('*', 'X.')}"),
        preamble=preambular(f"Noting it,{note(' 2 ', 'Ibid.')}"),
    )
    notes = [b for b in document.blocks if b.role is Role.FOOTNOTE]
    assert [(b.label, document.words(b)) for b in notes] == [
        ("2", "Ibid."),
        ("1", "Deep ones."),
        ("*", "X."),
    ]
    assert list(document.blocks[-3:]) == notes
    assert [(document.text[: m.offset].split()[-1], m.label) for m in document.marks] == [
        ("it,", "2"),
        ("wells,", "1"),
        ("rests;", "*"),
    ]
    assert ("operative", "1", 1, "1. Digs wells, and rests;") in text(document)


def test_links_and_italics() -> None:
    address = "https://undocs.org/en/A/RES/60/212"
    foot = note("1", f'See <a href="{address}">60/212</a>.')
    recalled = f'<a href="{address}">60/<span>212</span></a> B'
    document = read(
        paragraph("1.", f'<span class="italic">Recalls</span> {recalled} and rests;{foot}')
    )
    assert [(document.text[k.start : k.end], k.href) for k in document.links] == [
        ("60/212", address),
        ("60/212", address),
    ]
    assert [document.text[start:end] for start, end in document.italics] == [
        "The General Assembly",
        "Recalls",
    ]


# ------------------------------------------------------------------------------------ six languages


@pytest.mark.parametrize(
    ("language", "code", "numbers", "stated"),
    [
        ("eng", "en", ["1.", "2.", "(a)"], ["1", "2", "(a)"]),
        ("fra", "fr", ["1.", "14.", "a)"], ["1", "14", "(a)"]),
        ("spa", "es", ["l.", "2.", "b)"], ["1", "2", "(b)"]),
        ("rus", "ru", ["1.", "2.", "а)"], ["1", "2", "(a)"]),
        ("ara", "ar", ["1 -", "14 -", "(أ)", "(ب)"], ["1", "14", "(a)", "(b)"]),
        ("zho", "zh", ["1.", "14.", "(a)", "㈠"], ["1", "14", "(a)", "(i)"]),
    ],
)
def test_numbers_of_six_languages(
    language: str, code: str, numbers: list[str], stated: list[str]
) -> None:
    document = read(*(paragraph(number, "Wells.") for number in numbers), language=language)
    assert document.language == code
    assert [row[1] for row in text(document)] == stated
    assert [row[3] for row in text(document)] == [f"{number} Wells." for number in numbers]
    kinds = [BlockKind.OPERATIVE if number.isdigit() else BlockKind.POINT for number in stated]
    assert [row[0] for row in text(document)] == kinds


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [
        ("ara", "14 - تقرر حفر الآبار؛", "14"),
        ("ara", "(أ) الآبار؛", "(a)"),
        ("zho", "㈠ 水井；", "(i)"),
        ("fra", "b) Des puits ;", "(b)"),
    ],
)
def test_numbers_that_are_not_marked_up(language: str, words: str, number: str) -> None:
    document = read(paragraph("1.", "Wells."), paragraph("", words), language=language)
    assert text(document)[1][1] == number
    assert text(document)[1][3] == words


# --------------------------------------------------------------------------------------- the record


def test_the_dates_and_the_organ_of_a_record() -> None:
    found = record(author="#sc")
    assert (found.adopted, found.issued) == (date(2012, 2, 1), date(2012, 3, 3))
    assert (found.symbol, found.title, found.session) == ("A/RES/66/901", "Wells for all", "66")
    assert (found.organ, found.meeting) == ("security-council", "99th plenary meeting")
    assert record(author="ecosoc").organ == "ecosoc"
    assert record(author="pta").organ == ""


def test_the_date_0001_01_01_is_unknown() -> None:
    found = record(adopted="0001-01-01", issued="")
    assert (found.adopted, found.issued) == (None, None)


@pytest.mark.parametrize("printed", ["2012-02-30", "in spring", "12-02-01"])
def test_a_date_that_is_none_is_refused(printed: str) -> None:
    with pytest.raises(DocumentError, match=rf"wells\.xml: '{printed}' is no date; write it as"):
        record(adopted=printed)


VOTING = """<voting outcome="adoptedRecordedVote"><quorum value="" />
<count value="2" refersTo="#inFavour"><akn4un:voters><organization>CUBA</organization>
<organization>TRINIDAD AND\n TOBAGO</organization></akn4un:voters></count>
<count value="1" refersTo="against"><akn4un:voters><organization>Peru</organization></akn4un:voters>
</count><count value="0" refersTo="#abstaining" /><count value="9" refersTo="#absent">
<akn4un:voters><organization>Chad</organization></akn4un:voters></count></voting>"""


def test_votes_by_position() -> None:
    assert record(voting=VOTING).voting == Voting(
        True,
        (("in-favour", 2), ("against", 1), ("abstaining", 0)),
        (
            Vote("CUBA", "in-favour"),
            Vote("TRINIDAD AND TOBAGO", "in-favour"),
            Vote("Peru", "against"),
        ),
    )


def test_a_count_without_figure_is_left_out_and_its_votes_are_kept() -> None:
    found = record(
        voting='<voting outcome="adoptedRecordedVote"><count value="" refersTo="#against">'
        "<organization>Peru</organization></count></voting>"
    ).voting
    assert found == Voting(True, (), (Vote("Peru", "against"),))


def test_adoption_without_a_vote_and_nothing_about_it() -> None:
    assert record().voting == Voting(False)
    assert record(voting="").voting is None


@pytest.mark.parametrize(
    ("printed", "states"),
    [
        ("Cuba, Peru and Trinidad and Tobago", ("Cuba", "Peru", "Trinidad and Tobago")),
        (
            "Antigua and Barbuda and Saint Vincent and the Grenadines",
            ("Antigua and Barbuda", "Saint Vincent and the Grenadines"),
        ),
        (
            "Bosnia and Herzegovina, and United Kingdom of Great Britain and Northern Ireland",
            ("Bosnia and Herzegovina", "United Kingdom of Great Britain and Northern Ireland"),
        ),
        ("Chad", ("Chad",)),
        ("", ()),
        (
            "Uganda (on behalf of the States of the Group of Wells, Rivers and Lakes), and Peru",
            ("Uganda (on behalf of the States of the Group of Wells, Rivers and Lakes)", "Peru"),
        ),
        (
            "Uganda (on behalf of the States that are members of the Group)",
            ("Uganda (on behalf of the States that are members of the Group)",),
        ),
        ("Cuba,\tPeru,\nChad", ("Cuba", "Peru", "Chad")),
        (
            "Bolivia (Plurinational State of), Sao Tome and Principe and Chad",
            ("Bolivia (Plurinational State of)", "Sao Tome and Principe", "Chad"),
        ),
    ],
)
def test_sponsors_are_told_apart(printed: str, states: tuple[str, ...]) -> None:
    assert split_states(printed) == states


STEPS = """<step date="2012-01-10" outcome="draftResolution" as="{draft}" by="{by}" />
<step date="0001-01-01" outcome="draftResolutionAdditionalSponsors" by="{more}" />
<step date="2012-01-20" outcome="recommendedForAdoption" as="{report}" by="" refersTo="{at}" />
<step date="2012-02-01" outcome="adopted" as="{meeting}" by="" />"""


def steps(
    draft: str = "", by: str = "", more: str = "", report: str = "", at: str = "", meeting: str = ""
) -> Record:
    return record(
        steps=STEPS.format(draft=draft, by=by, more=more, report=report, at=at, meeting=meeting)
    )


def test_sponsors_report_and_draft() -> None:
    found = steps(
        "A/C.2/66/L.1/Rev.1", "Cuba and\n Peru", "Chad", "A/66/443/Add.2", "12", "A/66/PV.99"
    )
    assert (found.sponsors, found.added_sponsors) == (("Cuba", "Peru"), ("Chad",))
    assert (found.draft, found.report, found.report_paragraph) == (
        "A/C.2/66/L.1/Rev.1",
        "A/66/443/Add.2",
        "12",
    )
    assert (found.meeting_record, found.submitted_by) == ("A/66/PV.99", "")


@pytest.mark.parametrize(
    ("by", "submitted"),
    [
        ("submitted by the President of the Assembly", "the President of the Assembly"),
        ("introduced by the Chair", "introduced by the Chair"),
        ("recommended by the Council", "recommended by the Council"),
    ],
)
def test_a_draft_of_an_officer_has_no_sponsors(by: str, submitted: str) -> None:
    found = steps("A/66/L.1", by)
    assert (found.sponsors, found.submitted_by) == ((), submitted)


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [
        ("A/78/PV.50 (Resumption 1)", "A/78/PV.50 (Resumption 1)"),
        ("A/78/PV.50", "A/78/PV.50"),
        ("A/C.3/78/L.47/Rev.1, as orally revised", "A/C.3/78/L.47/Rev.1"),
        ("A/78/481/Add.2", "A/78/481/Add.2"),
        ("A/78/L.5.", "A/78/L.5"),
        ("none", ""),
        ("", ""),
    ],
)
def test_symbols_of_the_steps(printed: str, symbol: str) -> None:
    assert steps(meeting=printed).meeting_record == symbol


def test_of_two_steps_of_one_kind_the_first_counts() -> None:
    two = STEPS.format(draft="A/66/L.1", by="Cuba", more="", report="", at="", meeting="")
    found = record(steps=two + two.replace("L.1", "L.2"))
    assert found.draft == "A/66/L.1"


def test_subjects() -> None:
    found = record(
        keywords='<keyword value="6" href="http://metadata.un.org/sdg/6" showAs="sdg_6" '
        'dictionary="SDGO" /><keyword href="https://metadata.un.org/thesaurus/1" '
        'showAs="water_supply" dictionary="UNBIS" /><keyword showAs="WATER" '
        'href="http://metadata.un.org/thesaurus/2" dictionary="UNBIS Thesaurus" />'
        '<keyword showAs="Forum of Wells" dictionary="DHLAUTH" />'
        '<keyword showAs="Item 9" dictionary="agenda" />'
        '<keyword href="https://metadata.un.org/thesaurus/1" showAs="water_supply" '
        'dictionary="UNBIS" />'
    )
    assert found.subjects == (
        Subject("SDG", "SDG 6", "http://metadata.un.org/sdg/6"),
        Subject("UNBIS", "water supply", "http://metadata.un.org/thesaurus/1"),
        Subject("UNBIS", "WATER", "http://metadata.un.org/thesaurus/2"),
        Subject("DHLAUTH", "Forum of Wells"),
    )


@pytest.mark.parametrize(
    ("title", "words", "items"),
    [
        ("71 (b)", "Agenda item 71 (b)", ["71 (b)"]),
        ("", "Agenda items 13 and 117", ["13", "117"]),
        ("", "Пункт 71 b) повестки дня", ["71 (b)"]),
        ("", "Agenda item 9", ["9"]),
        ("", "Point 18 a) de l’ordre du jour", ["18 (a)"]),
        ("", "Agenda items 9 (a) and (b)", ["9 (a)", "9 (b)"]),
    ],
)
def test_agenda_items(title: str, words: str, items: list[str]) -> None:
    stated = f'title="{title}"' if title else ""
    cover = (
        f'<p><inline {stated} name="agenda item">{words}</inline></p>'
        '<p><inline name="agenda item name">On wells</inline></p>'
    )
    found = read_akn(akn(cover=cover), "wells.xml").record
    assert found is not None
    titles = ["On wells"] if len(items) == 1 else [""] * len(items)
    assert found.agenda == tuple(AgendaItem(*row) for row in zip(items, titles, strict=True))


def test_committee_and_job_number() -> None:
    cover = (
        '<p><docProponent refersTo="#fourthCommittee">[sur le rapport]</docProponent></p>'
        "<p><docketNumber>12-34567 (E)</docketNumber></p>"
    )
    found = read_akn(akn(cover=cover), "wells.xml").record
    assert found is not None
    assert found.committee == "Special Political and Decolonization Committee (Fourth Committee)"
    assert found.job_number == "12-34567 (E)"
    assert record().committee == ""


# ------------------------------------------------------------------------------------------- errors

LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement>&b;</statement>
</akomaNtoso>"""
EXTERNAL = LAUGHS.replace(b'<!ENTITY a "ha">', b'<!ENTITY a SYSTEM "file:///etc/passwd">')
PARAMETER = LAUGHS.replace(
    b'<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">',
    b'<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd"> %a;',
).replace(b"&b;", b"")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (LAUGHS, "the XML declares entities; remove"),
        (EXTERNAL, "the XML declares entities; remove"),
        (PARAMETER, "(?:the XML declares entities|not well-formed XML)"),
        (b"<akomaNtoso><statement></akomaNtoso>", "not well-formed XML: .*; repair the file"),
        (b"<akomaNtoso ", "not well-formed XML"),
        (b"", "not well-formed XML"),
        (b"<akomaNtoso/>", "not Akoma Ntoso 3.0; give AKN4UN mark-up"),
        (
            b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/2.0"/>',
            "not Akoma Ntoso 3.0",
        ),
        (akn(language="nld"), "unknown language 'nld'; FRBRlanguage is one of eng, fra,"),
        (akn().replace(b' refersTo="#symbol"', b""), "no symbol in the mark-up; add docNumber"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=rf"^wells\.xml: {problem}") as caught:
        read_akn(data, "wells.xml")
    assert "\n" not in str(caught.value)


def test_nested_entities_are_not_expanded() -> None:
    rows = "".join(
        f'<!ENTITY l{n} "{"".join(f"&l{n - 1};" for _ in range(10))}">' for n in range(1, 12)
    )
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "ha">{rows}]><akomaNtoso>&l11;</akomaNtoso>'.encode()
    with pytest.raises(DocumentError):
        parse_xml(bomb, "wells.xml")


def test_a_document_type_without_entities_is_no_harm() -> None:
    data = b"<!DOCTYPE akomaNtoso><akomaNtoso/>"
    assert parse_xml(data, "wells.xml").tag == "akomaNtoso"


def test_a_document_of_unstated_language_is_english() -> None:
    data = akn(stated="<meta/>")
    assert read_akn(data, "wells.xml").language == "en"


def test_a_tag_that_nothing_opened_is_mended_and_remarked() -> None:
    spoilt = akn().replace(b"</mainBody>", b"</docTitle></p></mainBody>")
    assert b"</docTitle></p></mainBody>" in spoilt
    document = read_akn(spoilt, "wells.xml")
    assert document.text == read_akn(akn(), "wells.xml").text
    (remark,) = document.remarks
    assert remark.startswith("tags were mended: not well-formed XML")


def test_a_file_that_was_cut_off_is_refused() -> None:
    with pytest.raises(DocumentError, match="not well-formed"):
        read_akn(akn()[: akn().rindex(b"</mainBody>")], "wells.xml")


def test_german_is_a_language() -> None:
    assert read_akn(akn(language="deu"), "wells.xml").language == "de"
