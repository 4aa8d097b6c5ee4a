"""What makes a store stale: the code that reads and derives, and no other."""

from __future__ import annotations

import ast
import re
import shutil
import sys
from pathlib import Path

import pytest

import southsouth
from southsouth.build import keys

PACKAGE = Path(southsouth.__file__).parent
#: Third-party modules and the distributions that they come from, where the names differ.
DISTRIBUTIONS = {"markdown_it": "markdown-it-py", "ahocorasick": "pyahocorasick"}
#: What finds files (fsspec, upath) or writes other formats than N-Quads (rdflib) reads nothing.
NO_READERS = {"southsouth", "fsspec", "upath", "rdflib"}


def imported(path: Path) -> set[str]:
    """The full names of the modules that a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def reached(start: list[Path]) -> set[Path]:
    """The modules of ours that these import, and those that they import in turn."""
    seen: set[Path] = set()
    waiting = list(start)
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        for name in imported(path):
            if name.startswith("southsouth."):
                place = PACKAGE.joinpath(*name.split(".")[1:])
                waiting += [p for p in (place.with_suffix(".py"), place / "__init__.py")
                            if p.is_file()]  # fmt: skip
    return seen


def test_the_key_covers_all_that_reading_reaches() -> None:
    hashed = set(keys.code_files(keys.READING))
    reads = [PACKAGE / "build" / "file_facts.py"]
    missing = {path.relative_to(PACKAGE).as_posix() for path in reached(reads) - hashed}
    # what hands names on decides nothing, nor do the classes of errors
    assert {name for name in missing if not name.endswith("__init__.py")} <= {"errors.py"}


def test_the_key_covers_the_libraries_that_read() -> None:
    found = {name.partition(".")[0] for path in keys.code_files(keys.READING)
             for name in imported(path)}  # fmt: skip
    foreign = found - sys.stdlib_module_names - NO_READERS
    assert {DISTRIBUTIONS.get(name, name) for name in foreign} == set(keys.LIBRARIES)


@pytest.mark.parametrize(
    ("place", "reads"),
    [
        ("un/organs.py", True),
        ("reading/documents/text.py", True),
        ("graph/rdf/emit.py", True),
        ("web/settings.py", False),
        ("views/pages.py", False),
        ("build/loading.py", False),
        ("cli/output.py", False),
    ],
)
def test_a_comment_makes_stale_what_its_code_decides(
    place: str, reads: bool, tmp_path: Path
) -> None:
    copy = tmp_path / "southsouth"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "_web"))

    def key() -> str:
        return keys._key(keys.code_files(keys.READING, copy))  # noqa: SLF001

    before = key()
    with (copy / place).open("a", encoding="utf-8") as file:
        file.write("# a comment\n")
    assert (key() != before) is reads


def test_keys_are_short_and_two() -> None:
    both = {keys.reader_key(), keys.curated_key()}
    assert len(both) == 2
    assert all(re.fullmatch(r"[0-9a-f]{16}", key) for key in both)
