"""DOCX files that cannot be read: each says why, and none can swell."""

from __future__ import annotations

import io
import struct
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.documents.docx_samples import (
    NAMESPACES,
    archive,
    docx,
    paragraph,
    part,
    relations,
)

from southsouth.errors import DocumentError
from southsouth.reading.documents.docx import package, read_docx

GOOD = docx(paragraph("Digs wells."))
MAIN = part("document", f"<w:body>{paragraph('Digs wells.')}</w:body>")


def problem_of(data: bytes) -> str:
    with pytest.raises(DocumentError) as raised:
        read_docx(data, "wells.docx")
    assert raised.value.place.startswith("wells.docx")
    assert raised.value.remedy
    return raised.value.problem


def packed(method: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as members:
        members.writestr("word/document.xml", MAIN)
    return buffer.getvalue()


def with_flag(data: bytes) -> bytes:
    """The archive, its members said to have a password."""
    at = data.index(b"PK\x01\x02")
    return data[: at + 8] + struct.pack("<H", 1) + data[at + 10 :]


def table_of(rows: int) -> str:
    row = f"<w:tr><w:tc>{paragraph('wells')}</w:tc></w:tr>"
    return f"<w:tbl>{row * rows}</w:tbl>"


ENTITIES = '<!DOCTYPE w:document [<!ENTITY a "b">]>' + MAIN


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "not a .docx file"),
        (b"{\\rtf1 wells}", "not a .docx file"),
        (GOOD[: len(GOOD) // 2], "a damaged .docx file"),
        (b"PK\x03\x04", "a damaged .docx file"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + b"\x00" * 512, "an old .doc file"),
        (archive({"a.txt": "wells"}), "no Word document: word/document.xml is missing"),
        (
            archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
            "an OpenDocument file",
        ),
        (archive({"word/document.xml": "<w:document"}), "not well-formed XML"),
        (archive({"word/document.xml": ENTITIES}), "the XML declares entities"),
        (
            archive({"word/document.xml": MAIN, "word/a.bin": b"\x00" * 2_000_000}),
            "word/a.bin unpacks to more than 200 times its size",
        ),
        (packed(zipfile.ZIP_BZIP2), "packed in a way that Word does not use"),
        (with_flag(GOOD), "the file has a password"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_said(data: bytes, problem: str) -> None:
    assert problem in problem_of(data)


def test_the_part_with_the_fault_is_named() -> None:
    with pytest.raises(DocumentError, match=r"wells\.docx, word/styles\.xml: not well-formed XML"):
        read_docx(archive({"word/document.xml": MAIN, "word/styles.xml": "<"}), "wells.docx")


def test_depth_is_limited() -> None:
    deep = part("document", "<w:sdt>" * 5000 + "</w:sdt>" * 5000)
    assert "not well-formed XML" in problem_of(archive({"word/document.xml": deep}))


def test_deep_files_below_the_limit_are_read() -> None:
    body = "<w:sdt><w:sdtContent>" * 120 + paragraph("wells") + "</w:sdtContent></w:sdt>" * 120
    assert read_docx(docx(body), "x").text == "wells"
    tables = "<w:tbl><w:tr><w:tc>" * 80 + paragraph("wells") + "</w:tc></w:tr></w:tbl>" * 80
    assert read_docx(docx(tables), "x").text == "wells"


@pytest.mark.parametrize(
    ("constant", "limit", "problem"),
    [
        ("MAX_UNPACKED", 100, "unpacks to more than 0 MB"),
        ("MAX_XML", 100, "unpacks to more than 0 MB"),
        ("MAX_WHOLE_MARKUP", 3, "more than 3 tags"),
        ("MAX_MARKUP", 10, "more than 10 tags and attributes"),
    ],
)
def test_sizes_are_limited(
    monkeypatch: pytest.MonkeyPatch, constant: str, limit: int, problem: str
) -> None:
    monkeypatch.setattr(package, constant, limit)
    assert problem in problem_of(GOOD)


def test_a_member_that_is_larger_than_it_says() -> None:
    data = bytearray(archive({"word/document.xml": MAIN + " " * 900_000}))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 1000)  # its size, as the directory says
    assert "a damaged .docx file" in problem_of(bytes(data))


def test_a_member_whose_bytes_are_damaged() -> None:
    data = bytearray(archive({"word/document.xml": MAIN * 50}))
    data[60:80] = b"\xa5" * 20
    assert "a damaged .docx file" in problem_of(bytes(data))


def test_the_main_part_may_have_another_name() -> None:
    data = archive(
        {
            "_rels/.rels": relations(("a", "officeDocument", "/word/document2.xml")),
            "word/document2.xml": MAIN,
        }
    )
    assert read_docx(data, "x").text == "Digs wells."


def test_strict_open_xml() -> None:
    strict = MAIN.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert NAMESPACES not in strict
    assert read_docx(archive({"word/document.xml": strict}), "x").text == "Digs wells."


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8))
def test_damage_is_an_error_or_survived(at: int, wrong: bytes) -> None:
    with suppress(DocumentError):
        read_docx(GOOD[:at] + wrong + GOOD[at + len(wrong) :], "x")


@given(st.integers(0, len(GOOD)))
def test_a_file_cut_off(length: int) -> None:
    with suppress(DocumentError):
        read_docx(GOOD[:length], "x")


ELEMENTS = (
    "p",
    "r",
    "t",
    "tab",
    "br",
    "tbl",
    "tr",
    "tc",
    "fldChar",
    "hyperlink",
    "sdt",
    "sectPr",
    "pPr",
    "footnoteReference",
    "rPr",
    "numPr",
    "num",
    "lvl",
    "abstractNum",
    "style",
    "fldSimple",
    "sym",
    "txbxContent",
    "instrText",
    "body",
    "footnote",
)


@pytest.mark.parametrize("root", ["document", "styles", "numbering", "footnotes", "settings"])
@given(data=st.data())
def test_elements_anywhere(root: str, data: st.DataObject) -> None:
    """Whatever nests in whatever: no other error than ours."""
    names = st.sampled_from(ELEMENTS)

    def nest(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.builds(
            lambda name, children: f"<w:{name}>{''.join(children)}</w:{name}>",
            names,
            st.lists(inside, max_size=4),
        )

    tree = data.draw(st.recursive(st.builds("<w:{}/>".format, names), nest, max_leaves=20))
    parts = {"word/document.xml": MAIN, "word/footnotes.xml": part("footnotes", "")}
    read_docx(archive(parts | {f"word/{root}.xml": part(root, tree)}), "x")


def test_a_document_of_many_tags_is_read_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_WHOLE_MARKUP", 40)
    body = "".join(paragraph(f"wells {number}") for number in range(100))
    words = read_docx(docx(body), "x").text.split("\n\n")
    assert words == [f"wells {number}" for number in range(100)]


@pytest.mark.parametrize("size", [10, 64, 100, 1000])
def test_a_name_that_is_cut_in_two_is_still_known(
    monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(package, "_PIECE", size)
    monkeypatch.setattr(package, "MAX_WHOLE_MARKUP", 40)
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    main = part("document", f"<w:body>{paragraph('Digs wells.') * 20}</w:body>")
    data = archive({"word/document.xml": main.replace(usual, strict)})
    assert read_docx(data, "x").text.split("\n\n") == ["Digs wells."] * 20


@pytest.mark.parametrize(
    ("inside", "problem"),
    [
        (ENTITIES, "the XML declares entities"),
        (MAIN[:-9], "not well-formed XML"),
        (part("document", "<w:sdt>" * 5000 + "</w:sdt>" * 5000), "not well-formed XML"),
        (part("document", f"<w:body>{table_of(50)}</w:body>"), "a table or a paragraph with more"),
    ],
    ids=["entities", "cut", "deep", "one block"],
)
def test_a_large_document_is_refused_as_any_other(
    monkeypatch: pytest.MonkeyPatch, inside: str, problem: str
) -> None:
    monkeypatch.setattr(package.Package, "is_large", lambda _: True)
    if problem.startswith("a table"):
        monkeypatch.setattr(package, "MAX_WHOLE_MARKUP", 100)
    assert problem in problem_of(archive({"word/document.xml": inside}))
