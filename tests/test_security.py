"""What docs/security.md promises is held by tests that are there; lock files carry hashes."""

from __future__ import annotations

import re

import pytest
from tests.places import ROOT

PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ") and "held by" not in line]


@pytest.mark.parametrize("row", ROWS)
def test_each_promise_names_the_tests_that_hold_it(row: str) -> None:
    _, _, tests, _ = row.split("|")
    named = re.findall(r"`(tests/[\w/]+\.py)`", tests)
    assert named
    for file in named:
        assert "def test_" in (ROOT / file).read_text("utf-8"), file


def test_the_page_is_found() -> None:
    for page in ("README.md", "docs/serving.md"):
        assert "security.md" in (ROOT / page).read_text("utf-8")


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_what_is_locked_has_its_hash(name: str) -> None:
    lines = (ROOT / name).read_text("utf-8").replace("\\\n", " ").splitlines()
    locked = [line for line in lines if re.match(r"[\w.\[\]-]+==", line)]
    assert locked
    assert [line for line in locked if "--hash=sha256:" not in line] == []
    installs = [
        line
        for line in (ROOT / "Makefile").read_text("utf-8").splitlines()
        if "pip install" in line and f"-r {name}" in line
    ]
    assert installs
    assert all("--require-hashes" in line for line in installs)
