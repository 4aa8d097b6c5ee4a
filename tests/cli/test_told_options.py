"""What the options --symbol, --date and --language, and the table documents.tsv, are refused for:
one line that names place and remedy, and exit status 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

LINES = "1. We decide to dig wells.\n\n2. We decide to dig more of them.\n"


@pytest.fixture
def nameless(tmp_path: Path) -> Path:
    file = tmp_path / "wells.txt"
    file.write_text(LINES, encoding="utf-8")
    return file


@pytest.mark.parametrize("command", ["extract", "citations", "events"])
@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--symbol", "wells"), "'wells' is no document symbol; write it like A/RES/60/212"),
        (("--symbol", "A/80/901", "--date", "22 May"), "'22 May' is no date; write it like 2005"),
        (("--symbol", "A/80/901", "--date", "2005-02-30"), "'2005-02-30' is no date"),
        (("--symbol", "A/80/901", "--language", "nl"), "'nl' is no language; write one of ar, de"),
        (("--date", "2005-12-22"), "no UN document symbol found; give a document whose text"),
    ],
)
def test_what_is_told_wrongly(
    run: Run, nameless: Path, command: str, options: tuple[str, ...], problem: str
) -> None:
    done = run(command, nameless, *options)
    assert done.code == 2
    assert problem in done.err
    assert done.err.strip().count("\n") == 0
    assert done.out == ""


@pytest.mark.parametrize("command", ["extract", "citations", "events"])
def test_what_is_told_rightly(run: Run, nameless: Path, command: str) -> None:
    told = ("--symbol", "A/80/901", "--date", "2025-12-22", "--language", "en")
    assert run(command, nameless, *told).code == 0


def test_the_date_that_is_told_is_in_the_graph(run: Run, nameless: Path) -> None:
    done = run("extract", nameless, "--symbol", "A/RES/80/901", "--date", "2025-12-22",
               "--format", "json")  # fmt: skip
    assert "2025-12-22" in json.dumps(json.loads(done.out))


def test_one_symbol_is_not_of_two_files(run: Run, nameless: Path, tmp_path: Path) -> None:
    other = tmp_path / "rivers.txt"
    other.write_text(LINES, encoding="utf-8")
    done = run("citations", nameless, other, "--symbol", "A/80/901")
    assert done.code == 2
    assert "write a table documents.tsv for several" in done.err


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("file\tsymbol\nwells.txt\twells\n", "documents.tsv, line 2: 'wells' is no document"),
        ("file\tdate\nwells.txt\tMay\n", "documents.tsv, line 2: 'May' is no date"),
        ("name\tdate\nwells.txt\tMay\n", "documents.tsv: no column file, or none besides it"),
    ],
)
def test_a_table_that_is_wrong(
    run: Run, nameless: Path, tmp_path: Path, table: str, problem: str
) -> None:
    (tmp_path / "documents.tsv").write_text(table, encoding="utf-8")
    for arguments in (("extract", nameless), ("build", nameless, "--store", tmp_path / "s")):
        done = run(*arguments)
        assert done.code == 2
        assert problem in done.err
