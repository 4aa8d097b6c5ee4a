"""``lineage --svg`` and ``--html``, on the store that a fresh clone builds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]
FUND = "United Nations Fund for South-South Cooperation"


def test_it_draws(run: Run, shipped: Path, tmp_path: Path) -> None:
    svg, html = tmp_path / "a.svg", tmp_path / "a.html"
    out = run("lineage", FUND, "--svg", svg, "--html", html, "--store", shipped).out
    assert out == f"{svg}: 1 lanes, 6 events\n{html}: 1 lanes, 6 events\n"
    for path in (svg, html):
        text = path.read_text(encoding="utf-8")
        assert "Voluntary Trust Fund for the Promotion of South-South Cooperation" in text
        assert ">2005-12-22 requested renaming" in text


def test_a_conference_is_drawn_with_what_it_follows(
    run: Run, shipped: Path, tmp_path: Path
) -> None:
    svg = tmp_path / "a.svg"
    out = run("lineage", "Second South Summit", "--svg", svg, "--store", shipped).out
    assert int(out.split(": ")[1].split()[0]) > 1


def test_a_file_that_cannot_be_written(run: Run, shipped: Path, tmp_path: Path) -> None:
    failed = run("lineage", FUND, "--svg", tmp_path / "no" / "a.svg", "--store", shipped)
    assert failed.code == 2
    assert "cannot be written" in failed.err


def test_pictures_for_print(run: Run, shipped: Path, tmp_path: Path) -> None:
    for picture, centre, told in (
        ("lineage", FUND, "Voluntary Trust Fund"),
        ("lineage", "", "Names in time"),
        ("citations", "60/212", ">A/RES/60/212 "),
        ("citations", "", "A/RES/60/212"),
    ):
        path = tmp_path / f"{picture}{bool(centre)}.svg"
        around = ("--around", centre) if centre else ()
        out = run("graph", picture, "-o", path, *around, "--store", shipped).out
        text = path.read_text(encoding="utf-8")
        assert out == f"{path}: {path.stat().st_size} bytes\n"
        assert text.startswith("<svg ")
        assert told in text
