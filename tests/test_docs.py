"""The documentation names every command, option value and query, and its commands run."""

from __future__ import annotations

import re
import shlex

import pytest
from tests.places import ROOT

from southsouth.cli import Picture, RdfFormat, app
from southsouth.cli.output import AnswerFormat, TableFormat
from southsouth.graph.queries.library import NamedQuery, all_queries
from southsouth.graph.rdf.formats import FORMATS
from southsouth.publish.exporters import EXPORTERS

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = README + "".join(p.read_text(encoding="utf-8") for p in sorted((ROOT / "docs").glob("*.md")))


def commands() -> list[str]:
    found = (
        command.name or (command.callback.__name__ if command.callback else "")
        for command in app.registered_commands
    )
    return sorted(found)


@pytest.mark.parametrize("name", commands())
def test_every_command_is_shown(name: str) -> None:
    assert f"southsouth {name}" in README


@pytest.mark.parametrize(
    "word",
    [
        *EXPORTERS,
        *(f.name for f in FORMATS if f.name in set(RdfFormat)),
        *(value for kind in (AnswerFormat, TableFormat, Picture) for value in kind),
    ],
)
def test_every_format_is_named(word: str) -> None:
    assert word in DOCS


@pytest.mark.parametrize("query", all_queries().values(), ids=lambda q: q.name)
def test_every_query_is_listed_with_its_question(query: NamedQuery) -> None:
    page = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    assert f"| `{query.name}` | {query.question} |" in page


def test_links_between_documents_lead_somewhere() -> None:
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_commands_of_the_readme_are_commands() -> None:
    known = set(commands())
    shown = [line for line in README.splitlines() if line.startswith("southsouth ")]
    assert len(shown) > 10
    for line in shown:
        assert shlex.split(line, comments=True)[1] in known


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_lock_files_name_no_host_and_no_path(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"\w+://|(?<!\w)/\w+", text) == []
