"""Errors survive the way from one process to another, and a fault of ours costs one file."""

from __future__ import annotations

import ast
import importlib
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from tests.places import WELLS

import southsouth
from southsouth.build import build
from southsouth.build.file_facts import file_facts
from southsouth.errors import DocumentError, ReaderFaultError, SouthSouthError, faults_of
from southsouth.reading.documents import Document
from southsouth.reading.structure import Resolution, parse_resolution

PACKAGE = Path(southsouth.__file__).parent


def exceptions() -> list[type[Exception]]:
    """Every class of exception that the package defines."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        names = [
            node.name
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.ClassDef) and node.name.endswith("Error")
        ]
        module = ".".join(("southsouth", *path.relative_to(PACKAGE).with_suffix("").parts))
        if names:
            found += [getattr(importlib.import_module(module), name) for name in names]
    return found


@pytest.mark.parametrize("kind", exceptions(), ids=lambda kind: kind.__qualname__)
def test_an_error_is_itself_after_the_way_between_processes(kind: type[Exception]) -> None:
    error = made(kind)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # what it made itself
    assert type(again) is kind
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def made(kind: type[Exception]) -> Exception:
    """An error of that class with as many texts as it takes, or whole numbers where it wants."""
    for arguments in (("a", "b", "c"), ("a",), (), ("a", "b"), (1, "a")):
        try:
            return kind(*arguments)
        except TypeError:
            continue
    raise AssertionError(f"{kind} takes other arguments")


def test_a_fault_names_file_cause_and_place() -> None:
    with pytest.raises(ReaderFaultError) as told, faults_of("wells.txt"):
        raise ValueError("no\nwells")
    text = str(told.value)
    assert text.startswith("wells.txt: southsouth failed to read it (ValueError: no wells, ")
    assert "test_errors.py line" in text
    assert "\n" not in text


def test_errors_of_ours_stay_as_they_are() -> None:
    error = SouthSouthError("x")
    with pytest.raises(SouthSouthError) as told, faults_of("wells.txt"):
        raise error
    assert told.value is error


def test_whatever_a_reader_raises_fails_that_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = tmp_path / "good.md", tmp_path / "bad.md"
    good.write_text(WELLS.read_text("utf-8"), "utf-8")
    bad.write_text(WELLS.read_text("utf-8").replace("66/901", "66/902"), "utf-8")

    def failing(document: Document) -> Resolution:
        if document.name == "bad.md":
            raise RecursionError("too deep")
        return parse_resolution(document)

    monkeypatch.setattr("southsouth.reading.reader.parse_resolution", failing)
    report = build([str(tmp_path)], tmp_path / "s")
    assert report.read == 1
    (failure,) = report.failures
    assert isinstance(failure, ReaderFaultError)
    assert str(failure).startswith(f"{bad}: southsouth failed to read it (RecursionError: too deep")


def test_many_unreadable_files_are_told_one_by_one(tmp_path: Path) -> None:
    """Also by processes that read at once: the pool must not break over an error."""
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text("no symbol here. " * 10_000, "utf-8")
    with pytest.raises(DocumentError, match="no UN document symbol"):
        build([str(tmp_path)], tmp_path / "s", jobs=2)


def test_facts_of_a_file_or_its_error(tmp_path: Path) -> None:
    told = file_facts(tmp_path / "nothing.txt")
    assert isinstance(told, DocumentError)
    assert "no such file" in str(told)


def test_a_script_that_no_process_can_run_again_reads_by_itself(tmp_path: Path) -> None:
    for number in range(3):
        text = WELLS.read_text("utf-8").replace("66/901", f"66/{901 + number}")
        (tmp_path / f"{number}.md").write_text(text + "\n\n" + "Wells. " * 60_000, "utf-8")
    code = (
        "import sys\nfrom pathlib import Path\nfrom southsouth import build\n"
        "print(build([sys.argv[1]], Path(sys.argv[2]), jobs=2).read)\n"
    )
    command = [sys.executable, "-", str(tmp_path), str(tmp_path / "s")]
    done = subprocess.run(command, input=code, capture_output=True, text=True, check=True)
    assert done.stdout == "3\n"
