"""The same document gives the same reading, whatever its format."""

from __future__ import annotations

import pytest
from tests.reading.documents.docx_samples import (
    call,
    docx,
    level,
    listed,
    notes,
    numbering,
    paragraph,
    run,
    style,
    styled,
)

from southsouth.reading.documents import read_bytes
from southsouth.reading.documents.docx import read_docx
from southsouth.reading.documents.html import read_html
from southsouth.reading.documents.model import Document

MARKDOWN = """\
# Wells

*Recalling* its resolution on wells,<sup>1</sup>

1. *Decides* to dig:<sup>2</sup>

(a) Wells;

(b) More wells.

<sup>1</sup> Resolution 1/1.

<sup>2</sup> Ibid.
"""
HTML = """\
<nav>Menu</nav><main><h1>Wells</h1>
<p><i>Recalling</i> its resolution
on wells,<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p>
<ol><li><i>Decides</i> to dig:<sup>2</sup><ol type="a"><li>Wells;</li><li>More wells.</li></ol></ol>
<p id="_ftn1">[1] Resolution 1/1.</p><p><sup>2</sup> Ibid.</p></main>
"""


def as_docx() -> bytes:
    levels = level(0, "%1.") + level(1, "(%2)", "lowerLetter")
    return docx(
        styled("H1", "Wells")
        + paragraph(run("Recalling", "<w:i/>") + run(" its resolution on wells,") + call(2))
        + listed(run("Decides", "<w:i/>") + run(" to dig:") + call(3))
        + listed("Wells;", level=1)
        + listed("More wells.", level=1),
        styles=style("H1", name="heading 1"),
        parts={
            "numbering.xml": numbering({0: levels}, {1: (0, "")}),
            "footnotes.xml": notes({2: "Resolution 1/1.", 3: "Ibid."}),
        },
    )


@pytest.mark.parametrize(
    "document",
    [read_docx(as_docx(), "x"), read_html(HTML, "x"), read_bytes(MARKDOWN.encode(), "x")],
    ids=["docx", "html", "markdown"],
)
def test_the_same_words_give_the_same_reading(document: Document) -> None:
    assert [(block.role, block.label, document.words(block)) for block in document.blocks] == [
        ("heading", "", "Wells"),
        ("paragraph", "", "Recalling its resolution on wells,"),
        ("paragraph", "", "1. Decides to dig:"),
        ("paragraph", "", "(a) Wells;"),
        ("paragraph", "", "(b) More wells."),
        ("footnote", "1", "Resolution 1/1."),
        ("footnote", "2", "Ibid."),
    ]
    called = [(mark.label, document.text[mark.offset - 6 : mark.offset]) for mark in document.marks]
    assert called == [("1", "wells,"), ("2", "o dig:")]


@pytest.mark.parametrize("document", [read_docx(as_docx(), "x"), read_html(HTML, "x")])
def test_the_same_italics(document: Document) -> None:
    found = [document.text[start:end] for start, end in document.italics]
    assert found == ["Recalling", "Decides"]
