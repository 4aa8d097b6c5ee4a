"""What a store holds and what is stale."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.places import WELLS

from southsouth.build import keys, pipeline
from southsouth.build.status import status_of
from southsouth.graph.rdf.iris import LINEAGE_GRAPH
from southsouth.graph.store import GraphStore


@pytest.fixture
def store(wells_copy: Path) -> Path:
    return wells_copy


def test_after_a_build_all_is_up_to_date(store: Path) -> None:
    status = status_of(GraphStore.open(store), [WELLS])
    assert (status.documents, status.snapshot) == (13, 12)
    assert (status.new, status.gone, status.outdated) == (0, 0, 0)
    assert status.curated
    assert status.derived
    assert not status.stale


def test_a_file_that_is_new_changed_or_gone(store: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(WELLS.read_text("utf-8").replace("66/901", "66/902"), "utf-8")
    graph = GraphStore.open(store)
    added, gone = status_of(graph, [WELLS, other]), status_of(graph, [other])
    assert (added.new, added.gone, added.stale) == (1, 0, True)
    assert (gone.new, gone.gone) == (1, 1)


def test_other_code_makes_it_outdated(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("southsouth.build.status.reader_key", lambda: "another")
    assert keys.reader_key() != "another"
    status = status_of(GraphStore.open(store))
    assert status.outdated == 1
    assert status.stale


def test_a_build_killed_before_the_lineage(store: Path) -> None:
    graph = GraphStore.create(store)
    graph.replace_graph(LINEAGE_GRAPH, ())
    assert status_of(graph).stale


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "southsouth", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command(store: Path, tmp_path: Path) -> None:
    told = run("status", str(WELLS), "--store", str(store), "--json")
    assert told.returncode == 0
    assert json.loads(told.stdout)["stale"] is False
    other = tmp_path / "other.md"
    other.write_text("# Resolution 66/902\n\n1. Decides to meet.\n", "utf-8")
    stale = run("status", str(other), "--store", str(store))
    assert stale.returncode == 1
    assert "new or changed files 1" in stale.stdout
    nowhere = run("status", "--store", str(tmp_path / "none"))
    assert nowhere.returncode == 2
    assert "run 'southsouth build' first" in nowhere.stderr


def test_a_report_tells_the_stages(tmp_path: Path) -> None:
    report = pipeline.build([str(WELLS)], tmp_path / "s").as_json()
    assert {"open", "extract", "emit", "derive"} <= set(report["stages"])
    assert all(seconds >= 0 for seconds in report["stages"].values())
    assert report["megabytes"] == round(WELLS.stat().st_size / 1e6, 3)
