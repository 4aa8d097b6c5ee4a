"""The tables of floors and rooms in docs/architecture.md, made from import-linter's contracts."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tests.places import ROOT

PAGE: Final = ROOT / "docs" / "architecture.md"
#: What stands around the tables in the page.
BEGINS, ENDS = "<!-- floors: made by 'make pages' -->\n", "<!-- end of floors -->\n"


def contracts() -> list[dict[str, Any]]:
    """The contracts of pyproject.toml."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        found: list[dict[str, Any]] = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    return found


def purpose(place: Path) -> str:
    """The first line of the docstring of a module or package, without its full stop."""
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    found = re.match(r'"""(.+?)(?:"""|\n)', file.read_text("utf-8"))
    assert found, f"{file} says not what it does"
    return found[1].strip().removesuffix(".").replace("``", "`").replace("|", "\\|")


def rows(contract: dict[str, Any]) -> Iterator[str]:
    """A row a room, from the highest floor to the lowest."""
    (container,) = contract["containers"]
    folder = ROOT / "src" / Path(*container.split("."))
    for floor, layer in zip(range(len(contract["layers"]), 0, -1), contract["layers"], strict=True):
        for room in layer.split(" | "):
            yield f"| {floor} | `{room}` | {purpose(folder / room)} |"


def tables() -> str:
    """All tables, a heading each."""
    parts = []
    for contract in contracts():
        parts.append(f"**{contract['name'][0].upper()}{contract['name'][1:]}.**\n")
        parts.append("| floor | room | does |\n|---|---|---|")
        parts.append("\n".join(rows(contract)) + "\n")
    return "\n".join(parts)


def renewed(text: str) -> str:
    """The page with its tables made anew."""
    head, _, rest = text.partition(BEGINS)
    _, _, tail = rest.partition(ENDS)
    return f"{head}{BEGINS}\n{tables()}\n{ENDS}{tail}"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text("utf-8")), "utf-8")
