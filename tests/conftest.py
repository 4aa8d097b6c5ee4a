"""What the tests share: the shared documents, invented records, a reader, a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from tests.places import DATA, ROOT, WELLS

from southsouth.build.pipeline import build
from southsouth.reading.documents import read_bytes
from southsouth.reading.instruments import Authority, load_authority
from southsouth.reading.reader import Reading, read_document

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# the same examples in every run, however slow the machine
settings.register_profile("southsouth", derandomize=True, deadline=None)
settings.load_profile("southsouth")


#: Reads a resolution of given paragraphs.
Adopt = Callable[..., Reading]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the shared documents: $SOUTHSOUTH_SHARED, or ``shared`` beside the checkout."""
    given = os.environ.get("SOUTHSOUTH_SHARED")
    folder = Path(given) if given else ROOT.parent / "shared"
    if not (folder / "seed").is_dir():
        pytest.skip(f"no shared documents in {folder}; set SOUTHSOUTH_SHARED to their folder")
    return folder


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the facts that ship, what a fresh clone has: to be read. Building one costs two
    seconds of processor, a copy a twentieth of one."""
    folder = tmp_path_factory.mktemp("shipped") / "store"
    build([], folder)
    return folder


@pytest.fixture(scope="session")
def of_wells(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same store with the resolution about wells: to be read."""
    folder = tmp_path_factory.mktemp("wells") / "store"
    shutil.copytree(shipped, folder)
    build([str(WELLS)], folder)
    return folder


@pytest.fixture
def shipped_copy(shipped: Path, tmp_path: Path) -> Path:
    """A copy of ``shipped`` at ``tmp_path / "store"``: to be changed."""
    return Path(shutil.copytree(shipped, tmp_path / "store"))


@pytest.fixture
def wells_copy(of_wells: Path, tmp_path: Path) -> Path:
    """A copy of ``of_wells`` at ``tmp_path / "store"``: to be changed."""
    return Path(shutil.copytree(of_wells, tmp_path / "store"))


@pytest.fixture(scope="session")
def authority() -> Authority:
    """Records of invented funds, bodies and programmes of action."""
    return load_authority([DATA / "authority.ttl"])


@pytest.fixture(scope="session")
def read(authority: Authority) -> Callable[[str], Reading]:
    """Reads a text, plain or Markdown, with the invented records."""

    def read_text(text: str) -> Reading:
        return read_document(read_bytes(text.encode(), "test.txt"), authority)

    return read_text


@pytest.fixture(scope="session")
def adopt(read: Callable[[str], Reading]) -> Adopt:
    """Reads a resolution of those paragraphs: A/RES/70/1 of 1 October 2015 by default; what it
    cites may not be later."""

    def read_paragraphs(
        *paragraphs: str,
        symbol: str = "A/RES/70/1",
        organ: str = "General Assembly",
        day: str = "1 October 2015",
    ) -> Reading:
        front = (
            symbol,
            f"Resolution adopted by the {organ} on {day}",
            f"The {organ},",
        )
        return read("\n\n".join((*front, *paragraphs)))

    return read_paragraphs


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, headless; tests that need it are skipped where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        pytest.skip(f"no browser: none of {', '.join(BROWSERS)} is on the path")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield chromium
        chromium.close()
