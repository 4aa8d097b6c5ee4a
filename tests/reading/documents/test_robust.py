"""Whatever the bytes are, reading ends soon, with a document or with one clear error."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reading.documents.docx_samples import docx, paragraph
from tests.reading.documents.pdf_samples import SamplePage, pdf_bytes

from southsouth.errors import DocumentError
from southsouth.reading.documents import read_bytes
from southsouth.reading.structure import parse_resolution

pytestmark = pytest.mark.slow

BUDGET = 10.0
TEXT = (
    "A/RES/70/1\n\nThe General Assembly,\n\nRecalling the wells,1 and rivers,\n\n1. Decides:\n\n"
    "(a) To dig;\n\n(i) By hand;\n\nAnnex\n\n1. Wells.\n\n_______________\n\n1 A/70/1.\n\n2 Ibid.\n"
)
AKN = (
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="r">'
    '<coverPage><p><docNumber refersTo="#symbol">A/RES/70/1</docNumber></p></coverPage>'
    "<mainBody><paragraph><num>1.</num><content><p>Decides to dig.</p></content></paragraph>"
    "</mainBody></statement></akomaNtoso>"
)
HTML = "<html><body><h1>A/RES/70/1</h1><ol><li>Decides<sup>1</sup></ol><p>1 Ibid.</p></body></html>"
MARKDOWN = "# A/RES/70/1\n\n*Recalling* the wells,<sup>1</sup>\n\n<sup>1</sup> A/70/1.\n"
SEEDS = (TEXT.encode(), AKN.encode(), HTML.encode(), MARKDOWN.encode(), TEXT.encode("utf-16"))


def bounded(data: bytes) -> None:
    start = time.process_time()
    problem = ""
    try:
        parse_resolution(read_bytes(data, "any"))
    except DocumentError as error:
        problem = str(error)
    assert "\n" not in problem
    assert time.process_time() - start < BUDGET


def spoil(seed: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    data = bytearray(seed)
    for place, length, new in edits:
        at = place % (len(data) + 1)
        data[at : at + length] = new
    return bytes(data)


PAGE = SamplePage()
PAGE.paragraph("A/RES/70/1")
PAGE.paragraph("1. Decides to dig wells.")
PRINTED = pdf_bytes([PAGE])
WORD = docx(paragraph("A/RES/70/1") + paragraph("1. Decides to dig wells."))

EDITS = st.lists(
    st.tuples(st.integers(0, 100_000), st.integers(0, 40), st.binary(max_size=12)), max_size=8
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=3000))
def test_any_bytes(data: bytes) -> None:
    bounded(data)


@settings(max_examples=150)
@given(st.text(max_size=3000))
def test_any_text(text: str) -> None:
    bounded(f"A/RES/70/1\n\n{text}".encode("utf-8", "surrogatepass"))


@settings(max_examples=250)
@given(st.sampled_from(SEEDS), EDITS)
def test_spoilt_text_and_markup(seed: bytes, edits: list[tuple[int, int, bytes]]) -> None:
    bounded(spoil(seed, edits))


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(EDITS)
def test_spoilt_binaries(edits: list[tuple[int, int, bytes]]) -> None:
    bounded(spoil(WORD, edits))
    bounded(spoil(PRINTED, edits))


PIECES = (
    "1. Decides,",
    "(a) To dig;",
    "(i) By hand;",
    "Annex",
    "The General Assembly,",
    "A",
    "I",
    "Article 5",
    "Recalling wells,",
    "2nd plenary meeting",
    "1 Ibid.",
    "____________",
    "12 %",
    "“The Council notes",
    "•  dig;",
    "---",
    "Noting also:",
    "57/1. Wells",
    "\t",
)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_pieces_in_any_order_make_parts_with_their_own_ids(pieces: list[str]) -> None:
    text = "\n\n".join(["A/RES/70/1", *pieces])
    found = parse_resolution(read_bytes(text.encode(), "any"))
    ids = [part.id for part in found.parts]
    assert len(set(ids)) == len(ids)
    known = set(ids)
    assert all(part.parent in known for part in found.parts if part.parent)
    assert all(part.under in known for part in found.parts if part.under)
    assert all(0 <= part.start <= part.end <= len(found.text) for part in found.parts)


@pytest.mark.parametrize(
    "data",
    [
        b"A/RES/1/1\n\n" + b"The fund digs wells and " * 2_100_000,
        b"A/RES/1/1\n\n" + b"1" * 2_900_000,
        b"A/RES/1/1\n\nThe General Assembly,\n\n1. Decides:\n\n" + b"(a) To dig;\n\n" * 99_000,
        b"A/RES/1/1\n\n" + b"Wells,1 and\n\n" * 90_000 + b"_____\n\n" + b"1 See A/1/1.\n\n" * 9_000,
        b"A/RES/1/1\n\nRecalling " + b"also " * 500_000,
        b"A/RES/1/1\n\n" + b"Wells\n\n" * 400_000,
        b"# A/RES/1/1\n\n*Recalling* wells,\n\n" + b"[" * 900_000,
        b"# A/RES/1/1\n\n*Recalling* wells,\n\n" + b"![" * 450_000,
    ],
    ids=[
        "50 MB on one line",
        "digits",
        "sub-paragraphs",
        "notes",
        "qualifiers",
        "short lines",
        "brackets",
        "pictures",
    ],
)
def test_much_of_the_same_ends_in_time(data: bytes) -> None:
    bounded(data)
