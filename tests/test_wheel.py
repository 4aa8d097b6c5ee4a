"""The wheel carries the curated files and works far from a checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.places import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a freshly built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")  # our own archive
    return folder / "site"


def test_every_curated_file_is_in_the_wheel(unpacked: Path) -> None:
    curated = [
        path.relative_to(ROOT)
        for folder in ("ontology", "graph", "queries")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.is_file()
    ]
    assert len(curated) > 40
    assert (unpacked / "southsouth" / "views" / "site" / "templates" / "resource.html").is_file()
    missing = [str(p) for p in curated if not (unpacked / "southsouth" / "_data" / p).is_file()]
    assert missing == []


def test_the_command_works_from_the_wheel(unpacked: Path, tmp_path: Path) -> None:
    def southsouth(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "southsouth", *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(unpacked)},
        )
        return done.stdout

    found = subprocess.run(
        [sys.executable, "-c", "import southsouth; print(southsouth.__file__)"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
    )
    assert found.stdout.startswith(str(unpacked))
    assert "12 documents" in southsouth("build")
    assert "A/60/39" in southsouth("query", "ibid")
    assert "nodes" in southsouth("graph", "lineage", "-o", "page.html")
