"""One text in the forms that converters write: the same paragraphs, footnotes and marks in all."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from southsouth.reading.documents import Document, Role, read_bytes
from southsouth.reading.documents.pieces import SourceParagraph
from southsouth.reading.documents.spelled_notes import SPELLINGS, Spelling, lift_spelled
from southsouth.reading.structure import parse_resolution

BASE = """\
A/RES/71/901

# Resolution adopted by the General Assembly on 21 December 2016

## 71/901. Wells for dry districts

*The General Assembly,*

*Recalling* article 5(1) of the Charter and its resolution 64/901,<sup>1</sup>

*Noting* the drought<sup>2</sup> of the districts,

1. *Reaffirms* the Charter of Wells;<sup>3</sup>

2. *Requests* the Secretary-General:

(a) To dig;

(b) To report;

3. *Decides* to rest in 10 m^2 of shade.

<sup>1</sup> See also resolution 68/903.

<sup>2</sup> See A/70/901, annex I.

<sup>3</sup> Resolution 50/904, annex.

66th plenary meeting
21 December 2016
"""
_SUP = re.compile(r"<sup>(\d)</sup>")


def spelled(mark: str, head: str = "") -> str:
    heads = re.compile(r"^<sup>(\d)</sup>", re.MULTILINE)
    noted = heads.sub(lambda found: (head or mark).replace("#", found[1]), BASE)
    return _SUP.sub(lambda found: mark.replace("#", found[1]), noted)


def plain(text: str) -> str:
    return re.sub(r"^#+ ", "", text.replace("*", ""), flags=re.MULTILINE)


def tight(text: str) -> str:
    return re.sub(r"\n\n(?=(?:- )?(?:\d\.|\([ab]\)) |\[\d\])", "\n", text)


def bullets(text: str) -> str:
    return re.sub(r"^(\d\.|\([ab]\)) ", r"- \1 ", text, flags=re.MULTILINE)


def shape(text: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    document: Document = read_bytes(text.encode(), "x")
    resolution = parse_resolution(document)
    parts = [
        (part.id, re.sub(r"\s+", " ", resolution.words(part)))
        for part in resolution.parts
        if part.level
    ]
    marks = [(document.text[: mark.offset].split()[-1], mark.label) for mark in document.marks]
    return parts, marks


MARKS = (
    "${ }^{#}$", "$^{#}$", "$^#$", r"\({}^{#}\)", r"\textsuperscript{#}", "[#]", r"\[#\]",
    "^#^", "[#]{.superscript}", "(#)", "<sup>[#](#page-0)</sup>",
)  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
def test_marks_as_tools_spell_them(mark: str) -> None:
    assert shape(spelled(mark)) == shape(BASE)


@pytest.mark.parametrize("mark", ["(#)", "[#]"])
def test_the_same_in_plain_text(mark: str) -> None:
    assert shape(plain(spelled(mark))) == shape(BASE)


@pytest.mark.parametrize("head", ["Footnote #:", "Note #:", "[fn#]"])
def test_notes_that_begin_in_another_way_than_marks(head: str) -> None:
    assert shape(spelled("<sup>#</sup>", head)) == shape(BASE)


def footnotetext(text: str) -> str:
    text = text.replace("${ }^{1}$ See", "\\footnotetext{\n${ }^{1}$ See")
    return text.replace("50/904, annex.", "50/904, annex.\n}")


@pytest.mark.parametrize(
    "text",
    [
        bullets(BASE),
        tight(bullets(BASE)),
        tight(BASE),
        tight(bullets(spelled(" #", "#").replace("*", ""))),
        re.sub(r"^\d\. ", "1. ", BASE, flags=re.MULTILINE),
        re.sub(r"^(\d)\. ", r"\1) ", BASE, flags=re.MULTILINE),
        re.sub(r"^(\d)\. ", r"* \1. ", BASE, flags=re.MULTILINE),
        re.sub(r"^(\d)\. ", "\\1.\t", plain(spelled("[#]")), flags=re.MULTILINE),
        BASE.replace("\n\n", "\n"),
        plain(spelled("#", "# ")).replace("\n\n", "\n").replace("  ", " "),
        tight(plain(spelled("[#]"))),
        footnotetext(spelled("${ }^{#}$")),
    ],
    ids=["bullets", "docling", "tight", "docling-plain", "ones", "brackets", "stars", "tabs",
         "no-blank", "no-blank-plain", "tight-notes", "footnotetext"],
)  # fmt: skip
def test_paragraphs_as_tools_write_them(text: str) -> None:
    assert shape(text) == shape(BASE)


@pytest.mark.parametrize("row", SPELLINGS, ids=lambda row: row.tool)
def test_each_spelling(row: Spelling) -> None:
    pattern = re.compile(row.pattern.replace("#", r"\d"))
    assert pattern.search(row.example)
    assert not pattern.search(row.counter)


@pytest.mark.parametrize(
    "words",
    [
        "A plot of 10 m$^{2}$ is dug.",  # no note 2
        "As the report [1] says.",
        "In article 5(1) of it.",
    ],
)
def test_what_no_note_answers_is_no_mark(words: str) -> None:
    paragraphs = [SourceParagraph(Role.PARAGRAPH, [(words, 0)])]
    assert lift_spelled(paragraphs) is None


def test_numbers_begin_anew_below_another_heading() -> None:
    text = "# Wells\n\n1. One.\n\n1. Two.\n\n(a) Half;\n\n1. Three.\n\nAnnex\n\n1. Four."
    document = read_bytes(text.encode(), "x")
    heads = [document.words(block)[:2] for block in document.blocks]
    assert heads == ["We", "1.", "2.", "(a", "3.", "An", "1."]


@pytest.mark.parametrize("form", [bullets, tight, plain])
def test_every_word_knows_its_place(form: Callable[[str], str]) -> None:
    text = form(spelled("[#]"))
    document = read_bytes(text.encode(), "x")
    for word in ("Recalling", "Reaffirms", "drought", "68/903"):
        at = document.text.index(word)
        assert text.startswith(word, document.source_map.to_source(at))
