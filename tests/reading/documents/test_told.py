"""What one is told of a document from outside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from southsouth.build.file_facts import FileFacts, file_facts
from southsouth.errors import DocumentError
from southsouth.reading.documents.told import read_table, told
from southsouth.reading.reader import read_path

LINES = "1. We decide to dig wells.\n\n2. We decide to dig more of them.\n"


def test_a_table_beside_the_files_tells_what_they_are(tmp_path: Path) -> None:
    file = tmp_path / "havana.txt"
    file.write_text(LINES)
    (tmp_path / "documents.tsv").write_text(
        "file\tsymbol\tdate\tlanguage\ttitle\nhavana.txt\tA/55/974\t2000-04-14\ten\tWells\n"
    )
    found = read_path(file).resolution
    assert (found.symbol.text, found.front.adopted) == ("A/55/974", date(2000, 4, 14))
    assert (found.document.language, found.front.title) == ("en", "Wells")
    (tmp_path / "documents.tsv").write_text("file\tsymbol\nhavana.txt\tA/55/975\n")
    assert read_path(file).resolution.symbol.text == "A/55/975"


def test_what_is_told_goes_before_what_is_read(tmp_path: Path) -> None:
    file = tmp_path / "wells.txt"
    file.write_text("A/80/901\n\n" + LINES)
    assert read_path(file, what=told("", "A/80/902")).resolution.symbol.text == "A/80/902"


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        (("wells",), "'wells' is no document symbol; write it like A/RES/60/212"),
        (("", "22 December"), "'22 December' is no date; write it like 2005-12-22"),
        (("", "", "nl"), "'nl' is no language; write one of ar, de, en, es, fr, ru, zh"),
    ],
)
def test_what_is_told_wrongly_is_refused(values: tuple[str, ...], problem: str) -> None:
    with pytest.raises(DocumentError, match=f"^here: {problem}"):
        told("here", *values)


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("name\tsymbol\na\tb\n", "no column file, or none besides it; the first line names"),
        ("file\tsymbol\na.txt\tA/80/1\nb.txt\twells\n", "line 3: 'wells' is no document symbol"),
    ],
)
def test_a_table_that_is_wrong_names_the_line(tmp_path: Path, table: str, problem: str) -> None:
    path = tmp_path / "documents.tsv"
    path.write_text(table)
    with pytest.raises(DocumentError, match=problem):
        read_table(path)


def test_a_build_says_which_readings_are_uncertain(tmp_path: Path) -> None:
    file = tmp_path / "A_80_901.txt"
    file.write_text(LINES)
    facts = file_facts(file)
    assert isinstance(facts, FileFacts)
    assert list(facts.remarks) == ["the symbol A/80/901 is told by the file's name only"]
