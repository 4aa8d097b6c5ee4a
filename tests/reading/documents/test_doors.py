"""What is turned away, or made harmless, before anybody reads a word."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.reading.documents.akn_samples import akn, meta, paragraph

from southsouth.build.file_facts import FileFacts, file_facts
from southsouth.errors import DocumentError
from southsouth.graph.rdf.iris import web_iri
from southsouth.reading.documents import read_bytes, read_file
from southsouth.reading.documents.encodings import without_controls
from southsouth.reading.structure import parse_resolution


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    for read in (read_file, file_facts):
        with told_as_error(read, pipe) as error:
            assert "a pipe or a device" in error


def test_a_device_is_not_read() -> None:
    with pytest.raises(DocumentError, match=r"/dev/zero: a pipe or a device"):
        read_file(Path("/dev/zero"))


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as out:
        out.truncate(20_000_000_000)  # sparse: it takes no room
    with pytest.raises(DocumentError, match="20000 MB, more than a document has"):
        read_file(file)


class told_as_error:  # noqa: N801  # reads as a phrase
    """The message of an error that is raised, or given back."""

    def __init__(self, read: Callable[[Path], object], path: Path) -> None:
        try:
            told = read(path)
        except DocumentError as error:
            told = error
        assert isinstance(told, DocumentError)
        self.message = str(told)

    def __enter__(self) -> str:
        return self.message

    def __exit__(self, *_: object) -> None:
        return


@given(st.text())
def test_what_is_left_is_what_xml_can_hold(text: str) -> None:
    clean = without_controls(text)
    assert len(clean) == len(text)
    element = etree.Element("x")
    element.text = clean
    assert "\x1b" not in clean
    assert [a for a, b in zip(clean, text, strict=True) if a != b] == [" "] * sum(
        a != b for a, b in zip(clean, text, strict=True)
    )


def test_controls_are_taken_out_of_every_text_format() -> None:
    text = "A/RES/70/1\n\nThe General Assembly,\n\n1. Decides\x0c to dig\x1b[31m wells\ufffe;\n"
    for source in (text, f"# {text}", f"<html><body><p>{text}</p></body></html>"):
        words = read_bytes(source.encode(), "x").text
        assert not set(words) & {"\x0c", "\x1b", "\ufffe"}
        assert "Decides" in words
    page = "<html><body><p>A/RES/70/1</p><p>1. Decides &#27;[31m to dig;</p></body></html>"
    assert "\x1b" not in read_bytes(page.encode(), "x.html").text


def test_offsets_are_those_of_the_file() -> None:
    text = "A/RES/70/1\n\nThe General Assembly,\n\n1. Decides\x0c to dig;\n"
    document = read_bytes(text.encode(), "x.txt")
    assert document.text.index("to dig") == text.index("to dig")


@pytest.mark.parametrize("number", ["1 bis.", "(a) (i)", "[1]", "1%", "1\u00a0ter", "<1>", '"1"'])
def test_any_printed_number_makes_an_id(number: str, tmp_path: Path) -> None:
    file = tmp_path / "odd.xml"
    printed = number.replace("<", "&lt;")
    file.write_bytes(akn(paragraph(printed, "Decides to dig wells;")))
    facts = file_facts(file)
    assert isinstance(facts, FileFacts)
    assert list(ox.parse(facts.lines(), format=ox.RdfFormat.N_QUADS))
    ids = {part.id for part in parse_resolution(read_file(file)).parts}
    assert all(ox.NamedNode(f"https://example.org/#{part_id}") for part_id in ids)


@given(st.text(min_size=1, max_size=12))
def test_no_printed_number_breaks_a_file(number: str) -> None:
    # what XML cannot hold cannot be in the file
    number = without_controls(number).replace("&", "&amp;").replace("<", "&lt;")
    parts = parse_resolution(read_bytes(akn(paragraph(number, "Decides to dig wells;")), "x")).parts
    for part in parts:
        ox.NamedNode(f"https://example.org/#{part.id}")


@pytest.mark.parametrize(
    ("href", "iri"),
    [
        ("http://metadata.un.org/thesaurus/1 2", "http://metadata.un.org/thesaurus/1%202"),
        ("http://metadata.un.org/thesaurus/12", "http://metadata.un.org/thesaurus/12"),
        ("http://a.org/<x>", "http://a.org/%3Cx%3E"),
        ("http://a:b:c/", ""),
        ("wells", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_the_address_of_a_keyword(href: str, iri: str) -> None:
    assert web_iri(href) == iri


def test_a_keyword_with_a_bad_address_is_a_word(tmp_path: Path) -> None:
    words = (
        '<keyword value="1" showAs="WELLS" dictionary="UNBIS" href="http://metadata.un.org/1 2" />'
        '<keyword value="2" showAs="PUMPS" dictionary="UNBIS" href="http://a:b:c/" />'
    )
    file = tmp_path / "x.xml"
    file.write_bytes(akn(paragraph("1.", "Decides to dig;"), stated=meta(keywords=words)))
    facts = file_facts(file)
    assert isinstance(facts, FileFacts)
