"""Scans: what is done with the words that an engine recognised, and one page by a real engine."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from tests.reading.documents.pdf_samples import SamplePage, pdf_bytes

from southsouth.cli import main
from southsouth.errors import DocumentError
from southsouth.graph.rdf.emit import emit
from southsouth.reading.documents import read_bytes
from southsouth.reading.documents.ocr import engine, rapid, tesseract
from southsouth.reading.documents.ocr.engine import EngineRow
from southsouth.reading.documents.ocr.heads import running_symbol
from southsouth.reading.documents.ocr.mended import (
    MISREADINGS,
    Misread,
    mended,
    symbol_line,
)
from southsouth.reading.documents.ocr.sheets import sheet_of
from southsouth.reading.documents.ocr.word import Recognised, Word
from southsouth.reading.documents.pdf.glyphs import Run
from southsouth.reading.documents.pdf.sheet import Sheet
from southsouth.reading.reader import load_authority_records, read_document

PNG = b"\x89PNG\r\n\x1a\n"
LINES = (
    "A/res/70/901",
    "Wells for dry districts",
    "The General Assembly,",
    "Recalling its resolution 64/901 of 21 December 2009,",
    "1. Decides to dig wells in the districts, and to rest in",
    "the shade of their trees;",
    "2. Requests a report.",
)


def words(*lines: str) -> tuple[Word, ...]:
    """Lines set one below the other, 12 dots a letter."""
    found = []
    for number, line in enumerate(lines):
        left, top = 200, 200 + 60 * number
        for word in line.split():
            right = left + 20 * len(word)
            found.append(Word(word, left, top, right, top + 30, 0.9, (number,)))
            left = right + 20
    return tuple(found)


class Stub:
    """An engine that finds the same on every picture."""

    name = "stub 1.0"

    def __init__(self, *lines: str) -> None:
        self.lines = lines

    def recognise(self, picture: bytes, _name: str) -> Recognised:
        assert picture
        return Recognised(words(*self.lines), 2480, 3508)

    def turned(self, _picture: bytes) -> int:
        return 0


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "ENGINES", (EngineRow("stub", lambda: Stub(*LINES)),))


@pytest.fixture
def nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "ENGINES", (EngineRow("none", lambda: None),))


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize(
    ("data", "kind"), [(PNG, "image/png"), (pdf_bytes([SamplePage()]), "application/pdf")]
)
def test_a_scan_is_read_like_any_document(data: bytes, kind: str) -> None:
    reading = read_document(read_bytes(data, "scan"), load_authority_records())
    resolution = reading.resolution
    assert resolution.symbol.text == "A/RES/70/901"
    assert [part.id for part in resolution.parts if part.level] == ["pp1", "op1", "op2"]
    assert [str(one.target.text) for one in reading.citations if one.target] == ["A/RES/64/901"]
    assert resolution.document.media_type == kind
    assert resolution.document.recognition is not None
    assert any("recognised by stub 1.0" in remark for remark in resolution.remarks)
    said = {(quad.predicate.value.split("#")[-1], quad.object.value) for quad in emit(reading)
            if hasattr(quad.object, "value")}  # fmt: skip
    assert ("recognizedBy", "stub 1.0") in said
    assert ("recognitionConfidence", "0.90") in said


@pytest.mark.usefixtures("nothing")
@pytest.mark.parametrize(
    ("name", "data"), [("wells.png", PNG), ("wells.pdf", pdf_bytes([SamplePage()]))]
)
def test_without_an_engine_the_one_command_is_named(
    name: str,
    data: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    monkeypatch.setattr("sys.argv", ["southsouth", "extract", str(file)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    message = capsys.readouterr().err
    assert message.count("\n") == 1
    assert name in message
    assert "pip install 'southsouth[ocr]'" in message


def test_a_picture_without_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "ENGINES", (EngineRow("stub", Stub),))
    with pytest.raises(DocumentError, match="on which no words were found"):
        read_bytes(PNG, "scan.png")


def test_boxes_become_lines_of_one_size() -> None:
    sheet = sheet_of(Recognised(words("Wells and rivers", "gyp"), 1000, 1000), 1, 500)
    assert (sheet.width, sheet.height) == (500, 500)
    assert [run.text for run in sheet.runs] == ["Wells ", "and ", "rivers ", "gyp "]
    assert len({run.y for run in sheet.runs}) == 2
    assert sheet.runs[0].x0 == 100


def test_the_table_of_tesseract() -> None:
    rows = (
        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
        "1\t1\t0\t0\t0\t0\t0\t0\t800\t600\t-1\t",
        "5\t1\t1\t1\t1\t1\t10\t20\t30\t40\t91.5\tWells",
        "5\t1\t1\t1\t1\t2\t50\t20\t5\t40\t3.0\t|",  # a speck
    )
    found = tesseract.words_of_table("\n".join(rows))
    assert found == Recognised((Word("Wells", 10, 20, 40, 60, 0.915, (1, 1, 1, 1)),), 800, 600)
    assert found.confidence == pytest.approx(0.915)


def test_the_lines_of_rapidocr() -> None:
    box = [[1.2, 2.0], [9.0, 2.2], [9.0, 5.9], [1.0, 6.0]]
    assert rapid.lines_of([box, box], ["Wells run", " "], [0.9, 0.5]) == (
        Word("Wells run", 1, 2, 9, 6, 0.9, (0,)),
    )


@pytest.mark.skipif(tesseract.find() is None, reason="Tesseract is not installed (tesseract-ocr)")
def test_a_page_that_tesseract_reads() -> None:
    image = pytest.importorskip("PIL.Image", reason="Pillow, which draws the page, is missing")
    page = SamplePage()
    for line in ("A/RES/70/901", *LINES[1:]):
        page.text(90, page.y, line, size=12)
        page.y -= 24
    pypdfium2 = pytest.importorskip("pypdfium2")
    with pypdfium2.PdfDocument(pdf_bytes([page])) as document:
        drawn = document[0].render(scale=300 / 72, grayscale=True).to_pil().convert("L")
    assert isinstance(drawn, image.Image)
    held = io.BytesIO()
    drawn.rotate(0.5, fillcolor=255).save(held, "PDF", resolution=300)
    only = pytest.MonkeyPatch()
    with only.context() as patch:
        patch.setattr(engine, "ENGINES", (EngineRow("Tesseract", tesseract.find),))
        reading = read_document(read_bytes(held.getvalue(), "scan"), load_authority_records())
    assert reading.resolution.symbol.text == "A/RES/70/901"
    ids = [part.id for part in reading.resolution.parts if part.level]
    assert {"pp1", "op1", "op2"} <= set(ids)


@pytest.mark.parametrize("row", MISREADINGS, ids=lambda row: row.pattern)
def test_each_misreading(row: Misread) -> None:
    def read(*texts: str) -> str:
        return mended([Word(text, 0, 0, 9, 9, 0.9, (0,)) for text in texts if text])[0].text

    assert read(*row.example[:2]) == row.example[2]
    assert read(*row.counter) == row.counter[0]


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("S2025/901", "S/2025/901"),
        ("DP 2025/91/corr.1", "DP/2025/91/Corr.1"),
        ("A|79/945", "A/79/945"),
        (r"A\/79/945-99/2025/36", "A/79/945-S/2025/36"),
        ("United Nations A79/945", "United Nations A/79/945"),
        ("Wells 2025/91", "Wells 2025/91"),
        ("6 May 2025", "6 May 2025"),
    ],
)
def test_the_strokes_of_a_symbol_in_two_sizes(line: str, symbol: str) -> None:
    found = symbol_line([Word(text, 0, 0, 9, 9, 0.9, (0,)) for text in line.split()])
    assert " ".join(word.text for word in found) == symbol


def head(text: str, y: float) -> Run:
    return Run(text, 60, 120, y, 10)


def test_a_running_head_with_its_year() -> None:
    runs = (head("S/RES/901", 800), Run("(1993)", 130, 160, 800, 10))
    pages = [Sheet(1, 595, 842, (), ()), Sheet(2, 595, 842, runs, ())]
    assert running_symbol(pages) == "S/RES/901(1993)"


@pytest.mark.parametrize(
    ("masthead", "heads", "symbol"),
    [
        ("A7O/9Ol", ("A/80/91", "A/80/91", "A/8/91"), "A/80/91"),
        ("A/80/92", ("A/80/91",), ""),
        ("Wells", ("Wells",), ""),
        ("Wells", (), ""),
    ],
)
def test_the_symbol_of_running_heads(masthead: str, heads: tuple[str, ...], symbol: str) -> None:
    pages = [Sheet(1, 595, 842, (head(masthead, 800),), ())]
    pages += [
        Sheet(number, 595, 842, (head(text, 800), head("A/70/1", 400)), ())
        for number, text in enumerate(heads, 2)
    ]
    assert running_symbol(pages) == symbol
