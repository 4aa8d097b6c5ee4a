"""Opening files: what is wrong with one is said with its name and place."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from southsouth.errors import DocumentError, SouthSouthError
from southsouth.reading.documents import Document, read_bytes, read_file


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("A/RES/70/1\n\nWells", "text/plain"),
        ("# Wells", "text/markdown"),
        ("\ufeff# Wells", "text/markdown"),
        ("*Recalling* wells,", "text/markdown"),
        ("wells<sup>1</sup>", "text/markdown"),
        ("wells[^1]", "text/markdown"),
        ("Human Rights Council* and 2 * 3 * 4", "text/plain"),
        ("#5 wells", "text/plain"),
    ],
)
def test_text_or_markdown_is_told_from_the_content(text: str, media_type: str) -> None:
    assert read_bytes(text.encode(), "x").media_type == media_type


def test_a_document_knows_its_file(tmp_path: Path) -> None:
    path = tmp_path / "wells.txt"
    path.write_bytes("A/RES/70/1\r\n\r\nDébit".encode())
    document = read_file(path)
    assert document.name == "wells.txt"
    assert document.text == "A/RES/70/1\r\n\r\nDébit"
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.text_sha256 == document.sha256
    assert [document.words(block) for block in document.blocks] == ["A/RES/70/1", "Débit"]


@pytest.mark.parametrize(
    ("data", "place", "problem"),
    [
        (b"", "wells.txt", "the file is empty"),
        (b" \r\n\t", "wells.txt", "the file is empty"),
        (b"wells\x00\x01\x02", "wells.txt", "a binary file"),
        (b"Wells\n\n" * 100_001, "wells.txt", "100,001 paragraphs, more than a document has"),
        (b"<?xml version='1.0'?><wells/>", "wells.txt", "XML that is neither HTML nor Akoma Ntoso"),
    ],
    ids=["empty", "blank", "binary", "paragraphs", "other XML"],
)
def test_what_cannot_be_read_is_said(data: bytes, place: str, problem: str) -> None:
    with pytest.raises(DocumentError) as raised:
        read_bytes(data, "wells.txt")
    error = raised.value
    assert (error.place, error.problem) == (place, problem)
    assert error.remedy
    assert str(error) == f"{place}: {problem}; {error.remedy}"
    assert isinstance(error, SouthSouthError)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"wells\.txt: no such file; check the path"):
        read_file(tmp_path / "wells.txt")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="a folder; name the files in it"):
        read_file(tmp_path)


def test_a_file_name_too_long(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="check its permissions"):
        read_file(tmp_path / ("w" * 300))


@given(st.binary(max_size=300))
@example(b"# \xc2\xad")
@example(b"x" * 70_000 + b"\x00")
def test_any_bytes_are_a_document_or_a_document_error(data: bytes) -> None:
    with suppress(DocumentError):
        assert isinstance(read_bytes(data, "x"), Document)
