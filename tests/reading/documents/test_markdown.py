"""Markdown: the words, the footnotes, and where each character stood in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.reading.documents import Document, Role, read_bytes
from southsouth.reading.documents.markdown import read_markdown


def read(source: str) -> Document:
    text, blocks, marks, source_map = read_markdown(source)
    return Document("test.md", "", "text/markdown", text, blocks, marks, source_map)


def words(source: str) -> list[tuple[Role, str, str]]:
    document = read(source)
    return [(block.role, block.label, document.words(block)) for block in document.blocks]


def body(source: str) -> list[str]:
    return [text for role, _, text in words(source) if role is not Role.FOOTNOTE]


def marked(source: str) -> list[tuple[str, str]]:
    """The words before each footnote mark, with its label."""
    document = read(source)
    return [(document.text[: mark.offset].split()[-1], mark.label) for mark in document.marks]


# --------------------------------------------------------------------------------------- blocks


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("", []),
        ("<!-- nothing -->", []),
        ("*Recalling* the wells,", ["Recalling the wells,"]),
        ("one\ntwo  \nthree\\\nfour", ["one\ntwo\nthree\nfour"]),
        ("one\r\n\r\ntwo\r\nlines", ["one", "two\nlines"]),
        ("1. *Notes* wells;\n\n2. *Urges* wells;", ["1. Notes wells;", "2. Urges wells;"]),
        ("(a) Wells;\n\n    (i) Deep wells;", ["(a) Wells;", "(i) Deep wells;"]),
        ("- a dash is text", ["- a dash is text"]),
        ("> quoted\n> words", ["quoted\nwords"]),
        ("AT&amp;T &lt;b&gt; and *x*&lt; y &gt;", ["AT&T <b> and x< y >"]),
        ("\\*stars\\* and 5 \\# 6", ["*stars* and 5 # 6"]),
        ("a `code` word", ["a code word"]),
        ("see [60/1](https://example.org/x(2000)).", ["see 60/1."]),
        ("bare < b > c", ["bare < b > c"]),
        ("<b>bold</b> <sup>of <i>May</i> words", ["bold of May words"]),
    ],
)
def test_the_reading_text_has_the_words_without_the_marks(source: str, blocks: list[str]) -> None:
    assert body(source) == blocks


@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_headings(start: str) -> None:
    assert words(f"{start}# Wells\n\n*Noting* wells,") == [
        (Role.HEADING, "", "Wells"),
        (Role.PARAGRAPH, "", "Noting wells,"),
    ]


# ------------------------------------------------------------------------------------ footnotes


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("<sup>1</sup>", "<sup>1</sup> See *wells*."),
        ('<sup><a href="#fn1">1</a></sup>', "<sup>1</sup> See *wells*."),
        ("<SUP class='x'> 1 </SUP >", "<sup>1</sup> See *wells*."),
        ("[^1]", "[^1]: See *wells*."),
        ("[^1]", "[^1] See *wells*."),
    ],
)
def test_footnotes_in_either_notation(mark: str, note: str) -> None:
    source = f"*Notes* the wells,{mark} and rivers;\n\n{note}"
    assert words(source) == [
        (Role.PARAGRAPH, "", "Notes the wells, and rivers;"),
        (Role.FOOTNOTE, "1", "See wells."),
    ]
    assert marked(source) == [("wells,", "1")]


def test_several_footnotes_of_a_paragraph_and_a_star() -> None:
    source = "*Notes* wells[^1] and rivers;[^*]\n\n[^*]: Rivers.\n\n[^1]: Wells."
    assert marked(source) == [("wells", "1"), ("rivers;", "*")]
    assert words(source)[1:] == [(Role.FOOTNOTE, "*", "Rivers."), (Role.FOOTNOTE, "1", "Wells.")]


def test_footnotes_come_last_whatever_their_place() -> None:
    source = "One.<sup>1</sup>\n\n<sup>1</sup> Note.\n\nTwo."
    assert words(source) == [
        (Role.PARAGRAPH, "", "One."),
        (Role.PARAGRAPH, "", "Two."),
        (Role.FOOTNOTE, "1", "Note."),
    ]


def test_an_unclosed_mark_is_no_footnote() -> None:
    assert body("*Notes* wells <sup>1 and rivers.") == ["Notes wells 1 and rivers."]
    assert marked("*Notes* wells <sup>1 and rivers.") == []


# ---------------------------------------------------------------------------------- page breaks

NOTES = "<sup>1</sup> See A/60/1.\n\n<sup>2</sup> *Ibid.*"


@pytest.mark.parametrize("between", [NOTES, "---", f"---\n\n{NOTES}", f"{NOTES}\n\n***"])
def test_a_paragraph_cut_by_a_page_break_is_joined(between: str) -> None:
    source = f"1. *Invites* the fund of 20 December\n\n{between}\n\n1995, and<sup>3</sup> wells;"
    joined = "1. Invites the fund of 20 December 1995, and wells;"
    assert body(source) == [joined]
    assert read(source).marks[-1].offset == joined.index(" wells")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1. *Notes* wells;", "and rivers."),
        ("*Noting* wells,", "*Noting also* rivers,"),
        ("1. *Notes* wells", "2. *Notes* rivers"),
        ("1. *Notes* wells:", "(a) Deep wells;"),
        ("# Wells", "are deep"),
    ],
)
def test_what_a_page_break_only_parts_stays_apart(before: str, after: str) -> None:
    assert len(body(f"{before}\n\n{NOTES}\n\n{after}")) == 2


def test_without_a_page_break_nothing_is_joined() -> None:
    assert body("*Noting* wells and\n\nrivers,") == ["Noting wells and", "rivers,"]


# ----------------------------------------------------------------------------------- source map


def offsets(document: Document, source: str) -> None:
    """Each character of the text stands at its place in the source, each later than the last."""
    last = -1
    for block in document.blocks:
        for offset in range(block.start, block.end):
            if document.text[offset].isspace():
                continue
            at = document.source_map.to_source(offset)
            assert source[at] in {document.text[offset], "&"}, (offset, at)
            if block.role is not Role.FOOTNOTE:
                assert at > last
                last = at


WORD = st.text(st.sampled_from("abcxyzé€漢"), min_size=1, max_size=6)
INLINE = st.one_of(
    WORD,
    WORD.map("*{}*".format),
    WORD.map("**{}**".format),
    WORD.map("***{}***".format),
    WORD.map("`{}`".format),
    WORD.map("<i>{}</i>".format),
    WORD.map("[{0}](https://example.org/{0}/(2000).x)".format),
    st.sampled_from(["\\*", "\\#", "\\_", "\\\\", "&amp;", "&eacute;", "&#8217;", "&nbsp;x"]),
    st.sampled_from(["<sup>1</sup>", "[^2]", "[^*]", ".", ",", ";", "(a)", "60/1", "* b", "_"]),
)
PARAGRAPH = st.tuples(
    WORD, st.lists(st.tuples(st.sampled_from(["", " ", "\n", "  \n", "\\\n"]), INLINE), max_size=12)
).map(lambda parts: parts[0] + "".join(space + inline for space, inline in parts[1]))
SOURCE = st.tuples(
    st.lists(PARAGRAPH, min_size=1, max_size=4),
    st.sampled_from(["\n\n", "\r\n\r\n", "\n\n---\n\n", "\n\n<sup>7</sup> Note.\n\n"]),
).map(lambda parts: parts[1].join(parts[0]))


@given(SOURCE)
def test_every_character_is_mapped_to_its_place(source: str) -> None:
    offsets(read(source), source)


@given(SOURCE)
def test_line_ends_do_not_change_the_words(source: str) -> None:
    unix = source.replace("\r\n", "\n")
    dos = unix.replace("\n", "\r\n")
    assert read(dos).text == read(unix).text
    offsets(read(dos), dos)


@pytest.mark.parametrize(
    "source",
    [
        "*a* b \\* c &eacute; d &amp; e *f* [^1] g",
        "see [60/1](https://undocs.org/60/1.pdf). Then x.",
        "see [*60/1*](https://undocs.org/S/RES/1325(2000).pdf).",
        "\ufeff# Wells\n\nx",
        "a `code` b",
    ],
)
def test_the_map_holds_behind_escapes_entities_and_links(source: str) -> None:
    document = read(source)
    offsets(document, source)
    assert document.source_map.to_source(len(document.text) - 1) == len(source) - 1


def test_spans_are_mapped_by_their_first_and_last_character() -> None:
    source = "*Recalling* its resolution [60/1](https://example.org) of May"
    document = read(source)
    start = document.text.index("resolution")
    first, last = document.source_map.span(start, start + len("resolution 60/1"))
    assert source[first:last] == "resolution [60/1"
    assert document.source_map.span(start, start) == (first, first)


@given(st.text(max_size=200))
def test_any_text_is_read(source: str) -> None:
    document = read(source)
    assert all(0 <= b.start < b.end <= len(document.text) for b in document.blocks)
    assert all(0 <= mark.offset <= len(document.text) for mark in document.marks)


def test_a_plain_text_is_its_own_source() -> None:
    document = read_bytes(b"A/RES/70/1\n\nwells", "x.txt")
    assert document.source_map.to_source(12) == 12
    assert document.source_map.span(12, 17) == (12, 17)


@pytest.mark.parametrize(
    ("source", "words", "notes"),
    [
        # a page whose raised figures were lost
        (
            "# Wells\n\nRecalling the plan,1 and *lakes*,2\n\n1 See A/60/1.\n\n2 See A/60/2.",
            ["Wells", "Recalling the plan, and lakes,"],
            [("1", "See A/60/1."), ("2", "See A/60/2.")],
        ),
        # or were written with a caret
        (
            "# Wells\n\nRecalling the plan,^1 and lakes.^2\n\n^1 Ibid.\n\n^2 A note.",
            ["Wells", "Recalling the plan, and lakes."],
            [("1", "Ibid."), ("2", "A note.")],
        ),
        # one real mark, and nothing else is guessed
        (
            "Recalling the plan,<sup>1</sup> and lakes,2\n\n<sup>1</sup> A note.",
            ["Recalling the plan, and lakes,2"],
            [("1", "A note.")],
        ),
    ],
)
def test_notes_without_mark_up(source: str, words: list[str], notes: list[tuple[str, str]]) -> None:
    text, blocks, marks, source_map = read_markdown(source)
    body = [text[b.start : b.end] for b in blocks if b.role is not Role.FOOTNOTE]
    found = [(b.label, text[b.start : b.end]) for b in blocks if b.role is Role.FOOTNOTE]
    assert (body, found) == (words, notes)
    assert [mark.label for mark in marks] == [label for label, _ in notes]
    for block in blocks:
        start, end = source_map.span(block.start, block.end)
        assert source[start] == text[block.start]
        assert source[end - 1] == text[block.end - 1]
