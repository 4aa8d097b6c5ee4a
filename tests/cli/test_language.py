"""Commands on agreed language, on two resolutions in our own words."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]  # the fixture of conftest.py

KEPT = (
    "that deep wells near every village school, kept by those who drink from them, offer the "
    "surest way to clean water as long as they exist"
)
PUMPS = "all makers of hand pumps to lend spare parts to any village whose only pump stands still"


def document(number: str, day: str, *paragraphs: str) -> str:
    front = (
        f"A/RES/{number}",
        f"Resolution adopted by the General Assembly on {day}",
        f"{number}. Wells for every village",
        "The General Assembly,",
    )
    return "\n\n".join((*front, *paragraphs)) + "\n"


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("texts")
    first = document(
        "60/901",
        "1 December 2005",
        f"Stressing {KEPT},",
        f"1. Urges {PUMPS};",
        "2. Hopes <b>so</b>.",
    )
    second = document(
        "62/902",
        "1 December 2007",
        "Recalling its resolution 60/901,",
        f"1. Stresses {KEPT};",
        f"2. Encourages {PUMPS};",
    )
    (folder / "first.txt").write_text(first, encoding="utf-8")
    (folder / "second.txt").write_text(second, encoding="utf-8")
    return folder


@pytest.fixture
def store(run: Run, texts: Path, tmp_path: Path) -> Path:
    path = tmp_path / "store"
    assert run("build", texts, "--store", path).code == 0
    return path


def test_build_derives_the_graph_of_reuses(run: Run, texts: Path, tmp_path: Path) -> None:
    path = tmp_path / "derived"
    report = json.loads(run("build", texts, "--language", "--store", path, "--json").out)
    assert report["reuses"] == 2
    again = json.loads(run("build", texts, "--language", "--store", path, "--json").out)
    assert again["reuses"] == 0  # nothing changed: it is not derived again
    found = run("ancestry", "62/902#op1", "--store", path)
    assert "← A/RES/60/901 pp1, 2005-12-01: moved" in found.out
    assert found.err == ""
    asked = "added-and-dropped", "--param", "earlier=60/901", "--param", "later=62/902"
    assert "A/RES/62/902 pp1" in run("query", *asked, "--store", path).out
    # a build that changes something without the option drops the graph
    (texts / "third.txt").write_text(document("64/903", "1 December 2009", "1. Ends;"), "utf-8")
    run("build", texts, "--store", path)
    (texts / "third.txt").unlink()
    assert "only its series was compared" in run("ancestry", "62/902#op1", "--store", path).err


def test_ancestry_shows_the_words_that_changed(run: Run, store: Path) -> None:
    found = run("ancestry", "A/RES/62/902#op2", "--diff", "--store", store)
    assert found.code == 0
    assert "[-Urges-] {+Encourages+} all makers" in found.out
    (step,) = json.loads(run("ancestry", "62/902#op2", "--json", "--store", store).out)["steps"]
    assert (step["earlier"], step["kind"]) == ("A/RES/60/901#op1", "amended")
    assert {"change": "out", "text": "Urges "} in step["pieces"]
    assert "no earlier paragraph" in run("ancestry", "60/901#op1", "--store", store).out


def test_compare(run: Run, store: Path, tmp_path: Path) -> None:
    found = run("compare", "60/901", "62/902", "--store", store).out
    assert "pp1 → op1  moved, amended" in found
    assert "1 amended, 1 dropped, 1 moved, amended, 1 new" in found
    rows = json.loads(run("compare", "60/901", "62/902", "--json", "--store", store).out)
    assert [row["state"] for row in rows].count("dropped") == 1
    page = tmp_path / "page.html"
    assert run("compare", "60/901", "62/902", "--html", page, "--store", store).code == 0
    text = page.read_text(encoding="utf-8")
    assert "<b>so</b>" not in text
    assert "&lt;b&gt;so" in text
    assert "://" not in text


def test_trace_and_series(run: Run, store: Path) -> None:
    found = run("trace", "As long as they exist", "--store", store).out
    assert "first 2005-12-01  A/RES/60/901 pp1" in found
    assert "last  2007-12-01  A/RES/62/902 op1" in found
    assert "nobody says" in run("trace", "as long as the moon", "--store", store).out
    years = json.loads(run("trace", "as long as", "--json", "--store", store).out)["years"]
    assert years[0]["using"] == 1
    found = run("series", "60/901", "--store", store).out
    assert "you cite A/RES/60/901; the latest of its series is A/RES/62/902" in found
    assert json.loads(run("series", "60/901", "--json", "--store", store).out)["latest"] == (
        "A/RES/62/902"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ancestry", "60/901"), "names no provision"),
        (("ancestry", "60/901#op9"), "has no provision 'op9'"),
        (("ancestry", "wells#op1"), "is no document symbol"),
        (("compare", "60/901", "1/1"), "holds no text of A/RES/1/1"),
        (("trace", ", ;"), "has no words"),
        (("series", "1/1"), "knows no other resolution"),
    ],
)
def test_bad_input_is_one_line(
    run: Run, store: Path, arguments: tuple[str, ...], said: str
) -> None:
    found = run(*arguments, "--store", store)
    assert found.code == 2
    assert said in found.err
    assert found.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [("ancestry", "60/212#op14"), ("compare", "60/212", "79/236"), ("trace", "fund")]
)
def test_a_store_without_texts_says_so(run: Run, shipped: Path, arguments: tuple[str, ...]) -> None:
    found = run(*arguments, "--store", shipped)
    assert found.code == 2
    assert "holds no texts" in found.err


def test_the_snapshot_knows_series(run: Run, shipped: Path) -> None:
    found = json.loads(run("series", "71/244", "--json", "--store", shipped).out)
    names = [member["document"] for member in found["members"]]
    assert names.index("A/RES/60/212") < names.index("A/RES/71/244") < names.index("A/RES/79/236")
