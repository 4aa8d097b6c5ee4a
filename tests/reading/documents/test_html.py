"""HTML: what a browser shows of a page's main part is what is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.errors import DocumentError
from southsouth.reading.documents.html import read as html
from southsouth.reading.documents.html import read_html
from southsouth.reading.documents.model import Document, Role


def lines(source: str) -> list[str]:
    document = read_html(source, "wells.html")
    return [document.words(block) for block in document.blocks]


def of_role(document: Document, role: Role) -> list[str]:
    return [document.words(block) for block in document.blocks if block.role is role]


def marked(document: Document) -> list[tuple[str, str]]:
    """Each mark's label, and the words before it on its line."""
    return [
        (mark.label, document.text[: mark.offset].rpartition("\n")[2]) for mark in document.marks
    ]


def bodies(document: Document) -> list[tuple[str, str]]:
    return [
        (block.label, document.words(block))
        for block in document.blocks
        if block.role is Role.FOOTNOTE
    ]


def test_a_page() -> None:
    document = read_html(
        "<!doctype html><html lang='fr-CA'><head><title>No</title></head><body><h1>Wells</h1>"
        "<p><em>Recalling</em> <a href=' /A/70/1 '>70/1</a>,</p></body></html>",
        "wells.html",
    )
    assert document.text == "Wells\n\nRecalling 70/1,"
    assert [block.role for block in document.blocks] == [Role.HEADING, Role.PARAGRAPH]
    assert [(document.text[k.start : k.end], k.href) for k in document.links] == [
        ("70/1", "/A/70/1")
    ]
    assert [document.text[start:end] for start, end in document.italics] == ["Recalling"]
    assert (document.language, document.media_type, document.name) == (
        "fr",
        "text/html",
        "wells.html",
    )


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("<html>", "en"),
        ("<html lang=''>", "en"),
        ("<html lang=AR>", "ar"),
        ("<html lang='x-klingon'>", "en"),
        ("<html xml:lang='es'>", "es"),
    ],
)
def test_the_language(tag: str, language: str) -> None:
    assert read_html(f"{tag}<p>Wells</html>", "x").language == language


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        # white space and breaks
        ("<p>dig\n  wells&nbsp;now", ["dig wells now"]),
        ("<p>co&shy;operation on&#8209;site", ["cooperation on-site"]),
        ("<p>dig<br>wells", ["dig\nwells"]),
        ("<p>dig<br>", ["dig"]),
        ("<p>dig<br> &nbsp; <br/>wells<br><br><br>now", ["dig", "wells", "now"]),
        ("dig<div>wells</div>now", ["dig", "wells", "now"]),
        ("<dl><dt>Well<dd>A hole</dl>", ["Well", "A hole"]),
        ("<p>a &lt; b &#x80; \x00", ["a < b €"]),
        ("<p>un<b>der</b>ground", ["underground"]),
        ("<div> <p>dig</p> <p>wells</p> </div>", ["dig", "wells"]),
        ("<p>", []),
        # what is left out
        ("<nav>Menu</nav><p>dig</p><footer>Contact</footer>", ["dig"]),
        ("<header>UN</header><p>dig</p><aside>News</aside>", ["dig"]),
        ("<p>dig<script>no()</script><style>p{}</style><button>Go</button>", ["dig"]),
        ("<noscript>Enable</noscript><form>Search<input></form><p>dig", ["dig"]),
        ("<form><h1>Wells</h1><p>dig</form>", ["Wells", "dig"]),
        ("<p hidden>no</p><p style='color:red; DISPLAY : none'>no</p><p>dig", ["dig"]),
        ("<p>dig<span style='mso-hide:all'>no</span>", ["dig"]),
        ("<ul style='display:none'><li>no</ul><table hidden><tr><td>no</table><p>dig", ["dig"]),
        ("<div>dig<aside>News</aside>wells</div>", ["dig", "wells"]),
        ("<p>dig<!-- no --><?no?><![if !x]> wells<![endif]>", ["dig wells"]),
        # the main part
        ("<p>no</p><main><p>dig</main><p>no", ["dig"]),
        ("<p>no</p><div role=main><p>dig</div>", ["dig"]),
        (
            "<p>no</p><article>dig<article>wells</article></article><article>now</article>",
            ["dig", "wells", "now"],
        ),
        ("<main></main><p>dig", ["dig"]),
        ("<main><header><h1>Wells</h1></header><p>dig<footer>no</footer></main>", ["Wells", "dig"]),
        # lists
        ("<ol><li>dig<li>fill</ol>", ["1. dig", "2. fill"]),
        ("<ol start=14><li>dig<li value=20>fill<li>end</ol>", ["14. dig", "20. fill", "21. end"]),
        ("<ol reversed><li>dig<li>fill</ol>", ["2. dig", "1. fill"]),
        ("<ol start=x><li>dig</ol>", ["1. dig"]),
        ("<ol type=a start=3><li>dig<li>fill</ol>", ["(c) dig", "(d) fill"]),
        ("<ol type=i><li>dig<li>fill</ol>", ["(i) dig", "(ii) fill"]),
        ("<ol type=A><li>dig</ol><ol type=I><li>fill</ol>", ["A. dig", "I. fill"]),
        ("<ol style='list-style-type: lower-roman'><li>dig</ol>", ["(i) dig"]),
        ("<ol style='list-style:none'><li>1. dig</ol>", ["1. dig"]),
        ("<ol><li>1. dig</ol>", ["1. dig"]),
        ("<ul><li>dig<li>fill</ul>", ["dig", "fill"]),
        (
            "<ol><li>dig<ol type=a><li>one<li>two</ol><li>fill</ol>",
            ["1. dig", "(a) one", "(b) two", "2. fill"],
        ),
        ("<ol><li><p>dig</p><p>deep</p><li></li><li>fill</ol>", ["1. dig", "deep", "3. fill"]),
        ("<ol><li><ol type=a><li>dig</ol></ol>", ["1. (a) dig"]),
        ("<li>dig", ["dig"]),
        ("<p><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>dig", ["1. dig"]),
        ("<p><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>dig", ["dig"]),
    ],
)
def test_blocks(source: str, texts: list[str]) -> None:
    assert lines(source) == texts


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p><i>a</i> <em>b</em> c", ["a", "b"]),
        ("<p><span style='font-style:italic'>a</span> b", ["a"]),
        ("<p><i style='mso-bidi-font-style:normal'>a</i> b", ["a"]),
        ("<p><i>a <span style='font-style: normal'>b</span></i>", ["a "]),
    ],
)
def test_italics(source: str, found: list[str]) -> None:
    document = read_html(source, "x")
    assert [document.text[start:end] for start, end in document.italics] == found


@pytest.mark.parametrize("href", ["#top", "javascript:go()", ""])
def test_links_that_lead_nowhere(href: str) -> None:
    assert read_html(f"<p><a href='{href}'>wells of the town</a>", "x").links == ()


def test_headings() -> None:
    document = read_html(
        "<h2>Wells</h2><h3><span>Deep</span></h3><p role=heading>Old</p><p>dig", "x"
    )
    assert of_role(document, Role.HEADING) == ["Wells", "Deep", "Old"]


# --- tables --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "rows", "others"),
    [
        ("<tr><th>Fund<th>Cost<tr><td>Wells<td>12", ["Fund\tCost", "Wells\t12"], []),
        ("<tr><td>Wells<td>12<tr><td>Pumps<td><p>7</p><p>8</p>", ["Wells\t12", "Pumps\t7\n8"], []),
        ("<caption>Costs</caption><tr><td>a<td>b<tr><td>c<td>d", ["a\tb", "c\td"], ["Costs"]),
        ("<tr><td rowspan=2>a<td>b<tr><td>c", ["a\tb", "c"], []),
        ("<tr><td>a<br>b<br><br>c<td>d<tr><td>e<td>f", ["a\nb\nc\td", "e\tf"], []),
        ("<tr><td><ol><li>dig</ol><td>d<tr><td>e<td>f", ["1. dig\td", "e\tf"], []),
        ("<tr><td><p>One.<p>Two.", [], ["One.", "Two."]),
        ("<tr><td>One.<tr><td>Two.", [], ["One.", "Two."]),
        ("<tr><td>Left<td><p>One.<p>Two.", [], ["Left", "One.", "Two."]),
        ("<tr><td>70/1<td>Wells", ["70/1\tWells"], []),
        (
            "<tr><td>Menu<td><table><tr><td>a<td>b<tr><td>c<td>d</table><tr><td>x<td>y",
            ["a\tb", "c\td"],
            ["Menu", "x", "y"],
        ),
        (
            "<tr role=row><th>a<th>b<tr><td>c<td><table><tr><td>d<td>e</table>",
            ["d\te"],
            ["a", "b", "c"],
        ),
    ],
)
def test_tables(source: str, rows: list[str], others: list[str]) -> None:
    document = read_html(f"<p>T<table>{source}</table>", "x")
    assert of_role(document, Role.ROW) == rows
    assert of_role(document, Role.PARAGRAPH) == ["T", *others]


def test_a_table_that_says_it_is_layout() -> None:
    source = "<p>T<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>"
    assert lines(source) == ["T", "a", "b", "c", "d"]


def test_a_masthead_that_opens_the_text() -> None:
    source = (
        "<table><tr><td>United Nations<td>A/RES/70/1"
        "<tr><td>General Assembly<td>Distr.: General<br>1 May 2020</table>"
    )
    assert lines(source) == [
        "United Nations",
        "A/RES/70/1",
        "General Assembly",
        "Distr.: General\n1 May 2020",
    ]
    assert lines(f"<p>Text{source}")[1] == "United Nations\tA/RES/70/1"
    one_row = "<table><tr><td>United Nations<td>A/RES/70/1</table>"
    assert lines(one_row) == ["United Nations", "A/RES/70/1"]


# --- footnotes -----------------------------------------------------------------------------------

WORD = (
    "<p>Text.<a href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>"
    "<![if !supportFootnotes]><span>[1]</span><![endif]></span></a> More</p>"
    "<div style='mso-element:footnote-list'><hr><div id=ftn1><p class=MsoFootnoteText>"
    "<a href='#_ftnref1' name='_ftn1'>[1]</a> One, <i>here</i></p><p>and on.</p></div></div>"
)


@pytest.mark.parametrize(
    ("source", "marks", "notes"),
    [
        (WORD, [("1", "Text.")], [("1", "One, here\nand on.")]),
        ("<p>Text<sup>1</sup>.</p><p><sup>1</sup> One.</p>", [("1", "Text")], [("1", "One.")]),
        (
            "<p>Text<sup>1, 2</sup>.</p><p><sup>1</sup> One.</p><p><sup>2</sup>Two.</p>",
            [("1", "Text"), ("2", "Text")],
            [("1", "One."), ("2", "Two.")],
        ),
        ("<p>Text<sup>1</sup>.</p><hr><p>1. One.</p>", [("1", "Text")], [("1", "One.")]),
        ("<p>Text<sup>1</sup>.</p><p>1. Digs.</p>", [], []),
        (
            "<p>Text<sup><a href='#fn1' id=r1 role=doc-noteref>1</a></sup>.</p>"
            "<section><ol><li id=fn1><p>One. <a href='#r1' role=doc-backlink>↩</a></ol></section>",
            [("1", "Text")],
            [("1", "One.")],
        ),
        (
            "<p>Text <a href='#fn1'><sup>a</sup></a></p><aside id=fn1>(a) One.</aside>",
            [("a", "Text")],
            [("a", "One.")],
        ),
        (
            "<p>Text [<a href='#n1' id=b1>1</a>] on</p><p id=n1>[1] One. <a href='#b1'>^</a></p>",
            [("1", "Text")],
            [("1", "One.")],
        ),
        (
            "<p>Text <sup id=cite_ref-1><a href='#cite_note-1'>[1]</a></sup></p>"
            "<ol><li id='cite_note-1'><a href='#cite_ref-1'>Jump up</a> One.</ol>",
            [("1", "Text")],
            [("1", "One.")],
        ),
        (
            "<div>Text<a href='#n1' name=r1>[1]</a>, on<a href='#n2'>[2]</a><br>"
            "<a name=n1 href='#r1'>1.</a> One<br><a name=n2></a>2. Two</div>",
            [("1", "Text"), ("2", "Text, on")],
            [("1", "One"), ("2", "Two")],
        ),
        (
            "<p>Text<a href='#f1'><sup>1</sup></a></p><table><tr><td>1<td><a name=f1></a>One"
            "<tr><td>x<td>y</table>",
            [("1", "Text")],
            [("1", "One")],
        ),
        (
            "<main><p>Text<a href='#fn1'>[1]</a></p></main><footer><p id=fn1>1 One</footer>",
            [("1", "Text")],
            [("1", "One")],
        ),
        ("<p>A list*</p><p>* A/70/1.</p>", [("*", "A list")], [("*", "A/70/1.")]),
        (
            "<p>Text<span style='vertical-align:super'>1</span></p><p><sup>1</sup> One</p>",
            [("1", "Text")],
            [("1", "One")],
        ),
        # no notes
        ("<p>3 km<sup>2</sup></p>", [], []),
        ("<p><a href='#one'>1</a></p><p id=one>1. Dig</p>", [], []),
        ("<p><a href='#n1'>[1]</a></p><h2 id=n1>1. Wells</h2>", [], []),
        ("<p id=n1>One</p><p>Text<a href='#n1'>[1]</a></p>", [], []),
        ("<p>Text<a href='#n9'>[1]</a></p>", [], []),
        ("<p>Text<a href='#fn1'>as is said there</a></p><p id=fn1>One</p>", [], []),
        (f"<p>Text<a href='#fn1'>{'wells ' * 50}</a></p><p id=fn1>One</p>", [], []),
        ("<p><sup>1</sup>/<sub>2</sub> of the wells</p>", [], []),
    ],
)
def test_footnotes(source: str, marks: list[tuple[str, str]], notes: list[tuple[str, str]]) -> None:
    document = read_html(source, "x")
    assert marked(document) == marks
    assert bodies(document) == notes


def test_a_note_keeps_its_own_links() -> None:
    document = read_html(
        "<p>Text<a href='#fn1'>[1]</a></p><p id=fn1>1. See <a href='#op9'>paragraph nine</a> of"
        " <a href='/A/70/1'>70/1</a></p>",
        "x",
    )
    assert bodies(document) == [("1", "See paragraph nine of 70/1")]
    assert [link.href for link in document.links] == ["/A/70/1"]


# --- pre-formatted pages -------------------------------------------------------------------------

FULL = "The wells of the villages in the valleys of the south are to be\n"


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        (f"{FULL}dug soon.\n\nNext\n", [FULL.strip() + " dug soon.", "Next"]),
        (f"{FULL}\nDistr.\nGENERAL\n", [FULL.strip(), "Distr.\nGENERAL"]),
        (f"{FULL}\nGeneral Assembly       Distr.\n", [FULL.strip(), "General Assembly\nDistr."]),
        (
            f"{FULL}\nThe wells of the villages in the valleys on both sides of South-\nSouth "
            "roads",
            [
                FULL.strip(),
                "The wells of the villages in the valleys on both sides of South-South roads",
            ],
        ),
        (
            f"{FULL}\nThe wells of the villages in the valleys, which are wide, short-\nand "
            "long-term",
            [
                FULL.strip(),
                "The wells of the villages in the valleys, which are wide, short- and long-term",
            ],
        ),
        (
            f"{FULL}\n      14.   Digs wells.\n\n      (a)   Deep ones.",
            [FULL.strip(), "14. Digs wells.", "(a) Deep ones."],
        ),
        (
            f"{FULL}\n{' ' * 50}95th plenary meeting\n{' ' * 56}3 April 1997",
            [FULL.strip(), "95th plenary meeting\n3 April 1997"],
        ),
        ("Dig\r\n\r\nFill", ["Dig", "Fill"]),
        ("dig<br>wells<p>now", ["dig\nwellsnow"]),
        ("", []),
    ],
)
def test_preformatted_text(source: str, texts: list[str]) -> None:
    assert lines(f"<pre>{source}</pre>") == texts


def test_formats_and_notes_in_preformatted_text() -> None:
    document = read_html(
        f"<p>Before<pre>{FULL}<i>dug\nin</i> <a href='/A/70/1'>70/1</a>, 1/ and more\n\n"
        "-----\n\n1/ One.\n</pre><p>after",
        "x",
    )
    assert of_role(document, Role.PARAGRAPH)[1].endswith("to be dug\nin 70/1, and more")
    assert [document.text[start:end] for start, end in document.italics] == ["dug", "in"]
    assert [link.href for link in document.links] == ["/A/70/1"]
    assert marked(document) == [("1", "in 70/1,")]
    assert bodies(document) == [("1", "One.")]
    assert of_role(document, Role.PARAGRAPH)[-1] == "after"


def test_linked_notes_in_preformatted_text_are_left_to_the_reader_of_plain_text() -> None:
    document = read_html(
        "<pre>Dig wells, <a href='#n1'>1/</a> and fill them.\n\n-----\n\n"
        "<a name=n1>1/</a> One.\n</pre>",
        "x",
    )
    assert marked(document) == [("1", "Dig wells,")]
    assert bodies(document) == [("1", "One.")]


def test_a_mark_in_preformatted_text_whose_note_stands_outside() -> None:
    source = "<pre>Dig <a href='#fn1'>[1]</a><a href='#fn2'>[2]</a>\nwells.</pre>"
    document = read_html(f"{source}<p id=fn1>[1] One</p><p id=fn2>[2] Two</p>", "x")
    assert document.text == "Dig\nwells.\n\nOne\n\nTwo"
    assert marked(document) == [("1", "Dig"), ("2", "Dig")]


def test_raised_marks_in_preformatted_text() -> None:
    document = read_html("<pre>Dig wells<sup>1</sup>\n\n<sup>1</sup> One.</pre>", "x")
    assert marked(document) == [("1", "Dig wells")]
    assert bodies(document) == [("1", "One.")]


def test_preformatted_text_in_a_row() -> None:
    source = "<p>T<table><tr><th>a<td><pre>b\nc</pre></table>"
    assert lines(source) == ["T", "a\tb c"]


# --- limits --------------------------------------------------------------------------------------


def problem_of(source: str) -> str:
    with pytest.raises(DocumentError) as raised:
        read_html(source, "wells.html")
    assert raised.value.place == "wells.html"
    assert raised.value.remedy
    return raised.value.problem


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("", "no HTML page"),
        ("<!-- -->", "no HTML page"),
        ("<div>" * 100_000, "elements nested too deeply"),
        ("<p>" * 300_000, "a page of 900000 characters with 300000 tags"),
        ("<p>" + "<i>a</i>b" * 110_000, "one paragraph of 220000 characters in 220000 pieces"),
        ("<p>" + "a* " * 100_000 + "<p>* One", "one paragraph of 300000 characters"),
    ],
    ids=["empty", "comment", "deep", "tags", "pieces", "stars"],
)
def test_what_cannot_be_read_is_said(source: str, problem: str) -> None:
    assert problem in problem_of(source)


def test_length_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MAX_CHARACTERS", 10)
    assert "a page of 17 characters" in problem_of("<p>wells of water")


def test_deep_pages_below_the_limit_are_read() -> None:
    assert lines("<div>" * 1900 + "wells" + "</div>" * 1900) == ["wells"]
    assert lines("<table><tr><td>" * 300 + "wells") == ["wells"]


def test_a_long_line_is_read() -> None:
    assert len(read_html("<p>" + "wells " * 500_000, "x").text) == 2_999_999


TAGS = (
    "p",
    "div",
    "br",
    "hr",
    "i",
    "a",
    "sup",
    "pre",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "main",
    "h1",
    "aside",
    "nav",
    "article",
    "form",
    "section",
)


@given(
    st.lists(
        st.one_of(
            st.sampled_from([f"<{tag}>" for tag in TAGS]),
            st.sampled_from([f"</{tag}>" for tag in TAGS]),
            st.sampled_from(
                ["<a href='#fn1'>[1]</a>", "<p id=fn1>", "<a name=fn1>", "<sup>1</sup>"]
            ),
            st.text(max_size=8),
        ),
        max_size=30,
    )
)
def test_no_page_is_an_accident(parts: list[str]) -> None:
    """Whatever nests in whatever: read, or our error."""
    source = "<p>x" + "".join(parts)
    document = read_html(source, "x")
    document.text.encode()
    for block in document.blocks:
        assert document.words(block).strip()
    for mark in document.marks:
        assert mark.offset <= len(document.text)
