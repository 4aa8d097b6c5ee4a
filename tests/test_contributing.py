"""The recipes of CONTRIBUTING.md name files, tables, tests and targets that exist."""

from __future__ import annotations

import re

import pytest
from tests.floor_tables import renewed
from tests.places import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
RECIPES = dict(re.findall(r"^## (.+?)\n\n(.+?)(?=\n## |\Z)", TEXT, re.MULTILINE | re.DOTALL))
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


@pytest.mark.parametrize("name", [name for name in RECIPES if name != "Any change"])
def test_a_recipe_says_file_row_test_and_what_to_renew(name: str) -> None:
    steps = re.findall(r"^\d\. (\w+):", RECIPES[name], re.MULTILINE)
    assert steps == ["File", "Row", "Test", "Renew"]


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:[\w.]+/)+[\w.]*)`", TEXT))))
def test_what_a_recipe_names_is_there(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`make (\w+)`", TEXT))))
def test_a_target_that_is_named_is_there(target: str) -> None:
    assert target in TARGETS


@pytest.mark.parametrize("name", RECIPES)
def test_a_table_that_a_recipe_names_is_in_its_file(name: str) -> None:
    for step in re.findall(r"^1\. File: (.+?)(?=^2\. )", RECIPES[name], re.MULTILINE | re.DOTALL):
        code = "".join(
            (ROOT / path).read_text("utf-8") for path in re.findall(r"`(src/[\w/]+\.py)`", step)
        )
        for table in re.findall(r"`(_?[A-Z][A-Z_]+)`", step):
            assert re.search(rf"^{table}\b", code, re.MULTILINE), table


def test_every_target_is_told_by_help() -> None:
    told = MAKEFILE[MAKEFILE.index("\nhelp:") : MAKEFILE.index("\n$(VENV)/run.stamp")]
    assert TARGETS - {"help", "setup", "lint", "types", "unit", "clean"} <= set(
        re.findall(r"\b[a-z]+\b", told)
    )


def test_the_tables_of_floors_are_those_of_the_contracts() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    assert renewed(page) == page, "run 'make pages'"
