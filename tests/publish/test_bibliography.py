"""BibTeX and CSL-JSON: read back, each document has its entry."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.small_store import small_store

from southsouth.graph.store import GraphStore
from southsouth.publish.bibliography import bibtex, csl_json, keyed, latex
from southsouth.publish.described import DocumentFacts, described_documents

TITLE = "=Wells & {pumps}: 50% of _all_ $ costs, C:\\drive ~ ^ #1"


@pytest.fixture(scope="module")
def store() -> GraphStore:
    return small_store()


def groups(text: str) -> Iterator[tuple[str, str]]:
    """What stands before each outermost group in braces, and what stands in it. BibTeX knows no
    escapes, so all braces count."""
    depth, start, before = 0, 0, 0
    for at, character in enumerate(text):
        if character == "{":
            depth += 1
            if depth == 1:
                head, start = text[before:at], at + 1
        elif character == "}":
            depth -= 1
            assert depth >= 0
            if depth == 0:
                yield head.strip(" ,=\n"), text[start:at]
                before = at + 1
    assert depth == 0


def entries(text: str) -> dict[str, dict[str, str]]:
    found = {}
    for kind, body in groups(text):
        assert kind == "@techreport"
        key, _, rest = body.partition(",")
        found[key] = dict(groups(rest))
    return found


def unescaped(value: str) -> str:
    """What LaTeX prints."""
    for command, character in {
        r"\textbackslash{}": "\0",
        r"\textasciitilde{}": "~",
        r"\textasciicircum{}": "^",
        r"\textbraceleft{}": "{",
        r"\textbraceright{}": "}",
    }.items():
        value = value.replace(command, character)
    return re.sub(r"\\([%&#_$])", r"\1", value).replace("\0", "\\")


def bib(store: GraphStore) -> dict[str, dict[str, str]]:
    out = io.BytesIO()
    bibtex(store, out)
    return entries(out.getvalue().decode())


def test_an_entry_of_bibtex(store: GraphStore) -> None:
    found = bib(store)
    assert found["A-RES-50-7"] == {
        "author": "{United Nations, Assembly}",
        "title": "{Wells}",
        "institution": "{United Nations}",
        "type": "Resolution",
        "number": "A/RES/50/7",
        "year": "1995",
        "month": "12",
        "day": "1",
        "date": "1995-12-01",
        "url": "https://undocs.org/A/RES/50/7",
    }
    assert len(found) == 4


def test_a_title_full_of_commands(store: GraphStore) -> None:
    title = bib(store)["A-RES-66-901"]["title"]
    assert unescaped(title[1:-1]) == TITLE


def test_what_is_not_known_is_left_out(store: GraphStore) -> None:
    entry = bib(store)["A-66-123_2"]
    assert entry["title"] == "{A/66/123}"
    assert not {"year", "date", "url"} & set(entry)


@given(st.text())
def test_braces_balance_and_nothing_is_lost(text: str) -> None:
    printed = latex(text)
    assert list(groups("{" + printed + "}")) == [("", printed)]
    if "\0" not in text:
        assert unescaped(printed) == " ".join(text.split())


def test_keys_are_unique() -> None:
    documents = [
        DocumentFacts(f"x{n}", symbol, ("Document",))
        for n, symbol in enumerate(["A/1", "A.1", "a/1", "A/1_2", "(!)"])
    ]
    keys = [key for key, _ in keyed(documents)]
    assert keys == ["A-1", "A-1_2", "a-1_3", "A-1-2", "document"]


def items(store: GraphStore) -> dict[str, dict[str, Any]]:
    out = io.BytesIO()
    csl_json(store, out)
    return {item["id"]: item for item in json.loads(out.getvalue())}


def test_an_item_of_csl(store: GraphStore) -> None:
    item = items(store)["A-RES-66-901"]
    assert item == {
        "id": "A-RES-66-901",
        "type": "report",
        "title": TITLE,
        "number": "A/RES/66/901",
        "genre": "Resolution",
        "author": [{"literal": "United Nations, Assembly"}],
        "publisher": "United Nations",
        "URL": "https://undocs.org/A/RES/66/901",
        "issued": {"date-parts": [[2012, 2, 1]]},
    }


def test_both_have_every_document(store: GraphStore) -> None:
    symbols = {document.symbol for document in described_documents(store)}
    assert {entry["number"] for entry in bib(store).values()} == {
        symbol.replace("_", r"\_") for symbol in symbols
    }
    assert {item["number"] for item in items(store).values()} == symbols
