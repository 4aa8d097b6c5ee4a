"""Files in languages that are not read: counted, and no failures."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.documents.akn_samples import akn

from southsouth.build import build
from southsouth.errors import LanguageError

TEXT = "A/RES/70/901\n\nThe General Assembly,\n\n1. Decides to dig wells.\n"


def test_a_file_in_another_language_is_counted(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "wells.txt").write_text(TEXT, encoding="utf-8")
    (folder / "putten.xml").write_bytes(akn(language="nld"))
    report = build([str(folder)], tmp_path / "store")
    assert (report.read, report.failures) == (1, [])
    assert [Path(error.place).name for error in report.unread] == ["putten.xml"]
    assert report.as_json()["unread"] == [report.unread[0].place]


def test_a_build_of_nothing_else_says_why(tmp_path: Path) -> None:
    file = tmp_path / "putten.xml"
    file.write_bytes(akn(language="nld"))
    with pytest.raises(LanguageError, match="unknown language 'nld'"):
        build([str(file)], tmp_path / "store")
