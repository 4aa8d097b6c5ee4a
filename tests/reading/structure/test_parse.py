"""The structure of short resolutions in our own words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.errors import DocumentError
from southsouth.reading.documents import read_bytes
from southsouth.reading.structure import Part, PartKind, Resolution, parse_resolution
from southsouth.reading.structure.parse import governing_verb
from southsouth.reading.structure.verbs import force_of

FRONT = ("A/RES/70/1", "Resolution adopted by the General Assembly on 1 October 2015")
FORMULA = "The General Assembly,"


def parse(*blocks: str) -> Resolution:
    return parse_resolution(read_bytes("\n\n".join(blocks).encode(), "wells.txt"))


def resolution(*paragraphs: str) -> Resolution:
    return parse(*FRONT, FORMULA, *paragraphs)


def ids(found: Resolution) -> list[str]:
    return [part.id for part in found.parts if part.kind is not PartKind.FRONT]


def acts(found: Resolution, part: str) -> list[tuple[str, str]]:
    """The verbs of a part with the words of their phrases."""
    uses = found.part(part).verbs
    return [(use.verb, found.text[use.start : use.end]) for use in uses]


# -------------------------------------------------------------------------------------- numbering


def test_preambular_and_numbered_operative_paragraphs() -> None:
    found = resolution("Noting wells,", "Recalling rivers,", "1. Urges care;", "2. Decides to dig.")
    assert ids(found) == ["pp1", "pp2", "op1", "op2"]
    assert [(p.kind, p.number) for p in found.parts] == [
        (PartKind.FRONT, ""),
        (PartKind.PREAMBULAR, ""),
        (PartKind.PREAMBULAR, ""),
        (PartKind.OPERATIVE, "1"),
        (PartKind.OPERATIVE, "2"),
    ]
    assert found.words(found.part("op2")) == "2. Decides to dig."
    with pytest.raises(KeyError):
        found.part("op3")


@pytest.mark.parametrize(
    "formula", [FORMULA, "“The Security Council,", "The Commission on Deep Wells,"]
)
def test_the_formula_of_any_organ(formula: str) -> None:
    assert ids(parse(*FRONT, formula, "Noting wells,", "1. Decides to dig.")) == ["pp1", "op1"]


def test_a_single_operative_paragraph_without_number() -> None:
    found = resolution("Noting wells,", "Decides to dig.")
    assert ids(found) == ["pp1", "op1"]
    assert found.part("op1").kind is PartKind.OPERATIVE


def test_a_preamble_of_one_operative_paragraph_only() -> None:
    assert ids(resolution("1. Decides to dig.")) == ["op1"]


@pytest.mark.parametrize(
    ("marks", "fragments"),
    [
        ("a b c", ["op1(a)", "op1(b)", "op1(c)"]),
        ("a i ii b", ["op1(a)", "op1(a)(i)", "op1(a)(ii)", "op1(b)"]),
        ("f g h i j", ["op1(f)", "op1(g)", "op1(h)", "op1(i)", "op1(j)"]),
        (
            "b i ii iii iv v vi c",
            [
                "op1(b)",
                "op1(b)(i)",
                "op1(b)(ii)",
                "op1(b)(iii)",
                "op1(b)(iv)",
                "op1(b)(v)",
                "op1(b)(vi)",
                "op1(c)",
            ],
        ),
        ("i ii iii iv v vi", ["op1(i)", "op1(ii)", "op1(iii)", "op1(iv)", "op1(v)", "op1(vi)"]),
        ("c i ii d", ["op1(c)", "op1(c)(i)", "op1(c)(ii)", "op1(d)"]),
    ],
)
def test_sub_paragraphs(marks: str, fragments: list[str]) -> None:
    found = resolution("1. Decides:", *(f"({mark}) To dig;" for mark in marks.split()))
    assert ids(found) == ["op1", *fragments]
    assert {part.kind for part in found.parts[2:]} == {PartKind.SUBPARAGRAPH}


def test_sub_paragraphs_know_their_parents() -> None:
    found = resolution("1. Decides:", "(a) To dig:", "(i) Wells;", "2. Urges:", "(a) Care.")
    parents = {part.id: part.parent for part in found.parts[1:]}
    assert parents == {
        "op1": "",
        "op1(a)": "op1",
        "op1(a)(i)": "op1(a)",
        "op2": "",
        "op2(a)": "op2",
    }


def test_preambular_sub_paragraphs() -> None:
    found = resolution("Recalling:", "(a) Its wells,", "(b) Its rivers,", "1. Decides to dig.")
    assert ids(found) == ["pp1", "pp1(a)", "pp1(b)", "op1"]


def test_a_number_printed_twice_makes_two_parts() -> None:
    found = resolution("1. Urges care;", "(a) One;", "(a) Two;", "1. Decides to dig;", "1. Ends.")
    assert ids(found) == ["op1", "op1(a)", "op1(a).2", "op1.2", "op1.3"]


# ----------------------------------------------------------------------------------------- annexes


def test_annexes() -> None:
    found = resolution(
        "1. Adopts the plan.",
        "2nd plenary meeting\n1 October 2015",
        "Annex I",
        "Plan for wells",
        "1. Wells are dug.",
        "(a) By hand;",
        "Annex II",
        "All wells are counted.",
        "1. Rivers are left.",
        "And so are lakes.",
    )
    assert ids(found) == [
        "op1",
        "annex1",
        "annex1-heading1",
        "annex1-op1",
        "annex1-op1(a)",
        "annex2",
        "annex2-p1",
        "annex2-op1",
        "annex2-p2",
    ]
    assert [(p.kind, p.parent) for p in found.parts[2:6]] == [
        (PartKind.ANNEX, ""),
        (PartKind.HEADING, "annex1"),
        (PartKind.ANNEX_PROVISION, "annex1"),
        (PartKind.SUBPARAGRAPH, "annex1-op1"),
    ]


@pytest.mark.parametrize(
    ("heading", "fragment"),
    [
        ("Annex", "annex1"),
        ("ANNEX", "annex1"),
        ("Annex IV", "annex4"),
        ("Annex 2", "annex2"),
        ("Appendix", "annex1"),
        ("Annex*", "annex1"),
        ("Annex B", "annex1"),
    ],
)
def test_annex_headings(heading: str, fragment: str) -> None:
    assert ids(resolution("1. Adopts the plan.", heading)) == ["op1", fragment]


def test_annexes_without_numbers_are_counted() -> None:
    assert ids(resolution("1. Adopts.", "Annex", "Annex"))[1:] == ["annex1", "annex2"]


# ---------------------------------------------------------------------------------------- sections


def test_lettered_sections_count_their_own_paragraphs() -> None:
    found = parse(
        *FRONT,
        "A",
        FORMULA,
        "Noting wells,",
        "1. Decides:",
        "(a) To dig;",
        "B",
        FORMULA,
        "Noting rivers,",
        "1. Decides:",
        "(a) To rest;",
        "2nd plenary meeting\n1 October 2015",
        "Annex",
        "1. Wells are dug.",
    )
    assert ids(found) == [
        "A-pp1",
        "A-op1",
        "A-op1(a)",
        "B-pp1",
        "B-op1",
        "B-op1(a)",
        "B-annex1",
        "B-annex1-op1",
    ]
    check(found)


def test_a_report_that_quotes_the_formula_is_no_resolution() -> None:
    found = parse("A/60/257", "1. The fund dug wells.", FORMULA, "2. It rests.")
    assert ids(found)[0] == "op1"
    assert not [part for part in found.parts if part.kind is PartKind.PREAMBULAR]


# ----------------------------------------------------------------------- what is no paragraph


def test_closing_lines_and_notes_of_the_vote_are_no_parts() -> None:
    found = resolution(
        "Noting wells,",
        "Wells and rivers",
        "1. Decides to dig.",
        "[Adopted without a vote.]",
        "2nd plenary meeting\n1 October 2015",
        "Printed on paper that is old.",
    )
    assert ids(found) == ["pp1", "heading1", "op1"]
    assert found.part("op1").under == "heading1"


def test_a_markdown_heading_is_a_heading_whatever_it_ends_in() -> None:
    found = parse(*FRONT, FORMULA, "### On wells, rivers and lakes.", "1. *Decides* to dig.")
    assert ids(found) == ["heading1", "op1"]


def test_a_text_without_formula_keeps_its_paragraphs() -> None:
    found = parse("A/60/257", "1. The fund dug wells.", "It dug two of them.", "2. It rests.")
    assert ids(found) == ["op1", "p1", "op2"]
    assert found.part("p1").kind is PartKind.PARAGRAPH
    assert found.front.title == ""


@pytest.mark.parametrize("blocks", [("Wells",), (FORMULA, "Noting wells,", "1. Decides to dig.")])
def test_a_text_without_symbol_is_refused(blocks: tuple[str, ...]) -> None:
    with pytest.raises(DocumentError, match=r"wells\.txt: no UN document symbol found; give"):
        parse(*blocks)


# ------------------------------------------------------------------------------------------- verbs


@pytest.mark.parametrize(
    ("paragraph", "verbs"),
    [
        (
            "1. Takes note with appreciation of the wells;",
            [("take-note-of", "Takes note with appreciation of")],
        ),
        (
            "1. Takes note of wells, and also requests the fund to dig, and decides to rest;",
            [
                ("take-note-of", "Takes note of"),
                ("request", "also requests"),
                ("decide", "decides"),
            ],
        ),
        (
            "1. Recognizes wells, in this regard reiterates its plea, while noting rivers;",
            [("recognize", "Recognizes"), ("reiterate", "reiterates")],
        ),
        ("1. Wells shall be dug;", []),
        (
            "1. We, the diggers, reaffirm wells, and request rivers;",
            [("reaffirm", "We, the diggers, reaffirm")],
        ),
    ],
)
def test_the_verbs_of_an_operative_paragraph(paragraph: str, verbs: list[tuple[str, str]]) -> None:
    found = resolution(paragraph)
    assert acts(found, "op1") == verbs
    assert found.part("op1").opens == bool(verbs)


def test_the_verbs_of_a_preambular_paragraph_are_participles() -> None:
    found = resolution("Noting wells, and recognizing also that rivers, notes wells,")
    assert acts(found, "pp1") == [("note", "Noting"), ("recognize", "recognizing also")]


def test_a_verb_governs_its_clause() -> None:
    found = resolution("1. Notes wells, requests rivers, and decides to rest;")
    part = found.part("op1")
    assert [found.text[u.end : u.clause_end] for u in part.verbs] == [
        " wells, ",
        " rivers, and ",
        " to rest;",
    ]
    for word, verb, force in (
        ("wells", "note", "reported"),
        ("rivers", "request", "requested"),
        ("rest", "decide", "decided"),
    ):
        at = found.text.index(word)
        use = governing_verb(part, at)
        assert use is not None
        assert (use.verb, force_of(use.verb)) == (verb, force)
    assert governing_verb(part, part.start) is None


# --------------------------------------------------------------------------------------- footnotes


def test_footnotes_know_where_they_are_marked() -> None:
    found = parse(
        *FRONT,
        FORMULA,
        "*Noting* wells,<sup>1</sup>",
        "1. *Decides* to dig[^2] and rest;[^3]",
        "<sup>1</sup> Deep ones.",
        "[^2]: By hand.",
        "[^3]: At night.",
        "<sup>9</sup> Of nothing.",
    )
    notes = [part for part in found.parts if part.kind is PartKind.FOOTNOTE]
    assert [(n.id, n.number, n.marked_in, found.words(n)) for n in notes] == [
        ("fn1", "1", "pp1", "Deep ones."),
        ("fn2", "2", "op1", "By hand."),
        ("fn3", "3", "op1", "At night."),
        ("fn9", "9", "", "Of nothing."),
    ]
    assert [found.text[: n.mark_offset].split()[-1] for n in notes[:3]] == [
        "wells,",
        "dig",
        "rest;",
    ]
    assert notes[3].mark_offset == -1


def test_footnotes_of_one_label_are_told_apart() -> None:
    found = parse(
        *FRONT,
        FORMULA,
        "*Noting* wells,[^*]",
        "[^*]: Deep.",
        "1. *Decides* to dig.[^*]",
        "[^*]: By hand.",
    )
    notes = [part for part in found.parts if part.kind is PartKind.FOOTNOTE]
    assert [(n.id, n.marked_in) for n in notes] == [("fn*", "pp1"), ("fn*.2", "op1")]


# -------------------------------------------------------------------------------------- any text


def check(found: Resolution) -> None:
    names = [part.id for part in found.parts]
    assert len(set(names)) == len(names)
    assert all(part.parent in {"", *names} for part in found.parts)
    assert all(part.marked_in in {"", *names} for part in found.parts)
    for part in found.parts:
        assert 0 <= part.start < part.end <= len(found.text)
        spans = [(use.start, use.end) for use in part.verbs]
        assert all(part.start <= start < end <= part.end for start, end in spans)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
        assert not part.opens or part.verbs
    in_order(found.parts)


def in_order(parts: tuple[Part, ...]) -> None:
    """Parts follow one another without overlap."""
    assert all(one.end <= two.start for one, two in pairwise(parts))


BLOCK = st.one_of(
    st.sampled_from(
        [
            "A/RES/70/1",
            FORMULA,
            "Annex",
            "Annex II",
            "Annex A",
            "2nd meeting",
            "1. Notes wells;",
            "2. Takes note of wells, and decides to dig;",
            "(a) To dig;",
            "(i) Wells;",
            "(ii) Rivers;",
            "(xyz) More;",
            "Recalling wells[^1],",
            "[^1]: Deep.",
            "<sup>1</sup> *Ibid.*",
            "# Wells",
            "70/1. Wells",
            "Urges care.",
            "[Adopted without a vote]",
            "---",
            "Agenda items 1 and 2",
            "Annex " + "9" * 5000,
            "1. ",
            "(h) h;",
            "\ufeff",
        ]
    ),
    st.text(max_size=30),
)


@given(st.lists(BLOCK, max_size=12), st.booleans())
def test_any_text_is_parsed_or_refused(blocks: list[str], named: bool) -> None:
    try:
        found = parse(*(FRONT if named else ()), *blocks)
    except DocumentError:
        return
    check(found)


@given(st.text(max_size=300))
def test_arbitrary_text_is_parsed_or_refused(text: str) -> None:
    try:
        check(parse(text))
    except DocumentError:
        return
