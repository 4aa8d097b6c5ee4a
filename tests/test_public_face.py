"""The names that others may rely on: of the package, and of each wing to the other wings."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import subprocess
import sys
from pathlib import Path

import pytest
from tests.places import ROOT, WELLS

import southsouth
from southsouth.errors import SouthSouthError

PACKAGE = Path(southsouth.__file__).parent
#: Wings whose inside is their own affair: others import from their ``__init__``.
CLOSED = ("build", "fetch", "language", "linking", "publish", "things", "web")
#: Those whose rooms have names of their own hand on what is asked for most.
HANDING_ON = (*CLOSED, "graph", "reading", "un")


@pytest.mark.parametrize("name", southsouth.__all__)
def test_a_public_name_is_there_and_documented(name: str) -> None:
    found = getattr(southsouth, name)
    assert callable(found)
    assert inspect.getdoc(inspect.unwrap(found)), f"{name} has no docstring"


def test_an_unknown_name_is_none() -> None:
    with pytest.raises(AttributeError, match="'southsouth' has no attribute 'wells'"):
        _ = southsouth.wells
    assert set(southsouth.__all__) <= set(dir(southsouth))


@pytest.mark.parametrize("wing", ["southsouth", *(f"southsouth.{name}" for name in HANDING_ON)])
def test_what_is_handed_on_is_what_the_type_checker_sees(wing: str) -> None:
    module = importlib.import_module(wing)
    assert module.__file__
    tree = ast.parse(Path(module.__file__).read_text("utf-8"))
    seen = {
        alias.asname: f"{node.module}:{alias.name}"
        for branch in tree.body
        if isinstance(branch, ast.If)
        for node in branch.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert set(seen) == set(module.__all__)
    for name, place in seen.items():
        there, _, own = place.partition(":")
        assert getattr(module, str(name)) is not None
        if not inspect.ismodule(getattr(module, str(name))):
            assert getattr(module, str(name)) is getattr(importlib.import_module(there), own)


@pytest.mark.parametrize("wing", HANDING_ON)
def test_no_name_is_handed_on_that_a_module_has(wing: str) -> None:
    """Python would bind the name to the module as soon as it is imported."""
    module = importlib.import_module(f"southsouth.{wing}")
    modules = {path.stem for path in (PACKAGE / wing).glob("*.py")}
    assert not modules & set(module.__all__)


@pytest.mark.parametrize("first", ["", "import southsouth.build.plan\n", "import southsouth.cli\n"])
def test_the_verb_is_the_verb_whatever_was_imported_before(first: str, tmp_path: Path) -> None:
    code = (
        f"{first}from southsouth import build, publish, fetch\n"
        "import sys, inspect\nfrom pathlib import Path\n"
        "assert 'prune' in inspect.signature(build).parameters\n"
        "assert build([], Path(sys.argv[1])).documents == 12\n"
        "assert callable(publish) and callable(fetch)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "store")]
    subprocess.run(command, check=True, cwd=tmp_path)


def test_importing_the_package_imports_no_library() -> None:
    code = (
        "import sys, southsouth, southsouth.build, southsouth.publish\n"
        "print(sorted({'rdflib', 'pyoxigraph', 'lxml', 'networkx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def foreign_imports() -> list[str]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).parts
        if place == ("__init__.py",):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.ImportFrom) or not node.module:
                continue
            _, *rest = node.module.split(".")
            if len(rest) > 1 and rest[0] in CLOSED and rest[0] != place[0]:
                found.append(f"{'/'.join(place)}:{node.lineno}: {node.module}")
    return found


def test_the_inside_of_a_wing_is_its_own_affair() -> None:
    assert foreign_imports() == []


def test_few_modules_lie_loose() -> None:
    assert len(list(PACKAGE.glob("*.py"))) <= 6


@pytest.mark.parametrize("name", southsouth.__all__)
def test_the_examples_of_a_public_name_run(
    name: str, shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = getattr(southsouth, name)
    defined = inspect.unwrap(found)
    examples = doctest.DocTestParser().get_examples(inspect.getdoc(defined) or "")
    if not issubclass_of_error(defined):
        assert examples, f"{name} has no example"
    monkeypatch.chdir(tmp_path)
    names = {
        "Path": Path,
        "document": WELLS,
        "folder": tmp_path,
        "store": southsouth.GraphStore.open(shipped),
        **{public: getattr(southsouth, public) for public in southsouth.__all__},
    }
    test = doctest.DocTest(examples, names, name, None, None, None)
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test)
    assert result.failed == 0


def issubclass_of_error(found: object) -> bool:
    return inspect.isclass(found) and issubclass(found, SouthSouthError)


def test_the_page_of_the_api_is_made_from_the_docstrings() -> None:
    from tests.api_page import page

    assert (ROOT / "docs" / "api.md").read_text("utf-8") == page(), "run 'make api'"
