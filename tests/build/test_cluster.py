"""Reading on a Dask cluster of two worker processes, one of which is killed half-way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.places import WELLS

from southsouth.build import pipeline
from southsouth.build.cluster import read_on_cluster
from southsouth.errors import StoreError
from southsouth.graph.store import GraphStore
from southsouth.reading.paths import path_of

distributed = pytest.importorskip("distributed", reason="the extra southsouth[cluster]")


pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore"),
]  # Dask's own, of workers that die


@pytest.fixture
def scheduler() -> Iterator[str]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as cluster:
        yield cluster.scheduler_address


def write(folder: Path, count: int) -> list[Path]:
    folder.mkdir()
    files = []
    for number in range(count):
        file = folder / f"{number:03}.md"
        file.write_text(WELLS.read_text("utf-8").replace("66/901", f"66/{number + 300}"), "utf-8")
        files.append(file)
    return files


def graphs(store: Path) -> dict[str, set[str]]:
    held = GraphStore.open(store)
    stamps = ("generatedAtTime", "readerKey")
    return {
        graph: {str(q) for q in held.quads(graph) if not q.predicate.value.endswith(stamps)}
        for graph in held.graphs()
    }


def test_a_worker_that_is_killed_costs_nothing(scheduler: str, tmp_path: Path) -> None:
    files = write(tmp_path / "d", 120)
    done = 0

    def step(_: Path) -> None:
        nonlocal done
        done += 1
        if done == 20:
            with distributed.Client(scheduler) as client:
                victim = next(iter(client.run(os.getpid).values()))
            os.kill(victim, signal.SIGKILL)

    report = pipeline.build([str(tmp_path / "d")], tmp_path / "s", step, scheduler=scheduler)
    assert (report.read, report.added, report.failures) == (120, 120, [])
    assert done == len(files)
    pipeline.build([str(tmp_path / "d")], tmp_path / "alone", jobs=1)
    assert graphs(tmp_path / "s") == graphs(tmp_path / "alone")


#: What ``dask worker --preload`` runs: from then on, the worker dies of a poisoned file.
DEADLY = """
import os, signal
from southsouth.build import intake
from southsouth.build.file_facts import file_facts as harmless
def deadly(path):
    if "poison" in path.read_text("utf-8"):
        os.kill(os.getpid(), signal.SIGKILL)
    return harmless(path)
intake.file_facts = deadly
"""


@pytest.fixture
def deadly_scheduler(tmp_path: Path) -> Iterator[str]:
    """A scheduler and two workers as an operator starts them, who die of poison."""
    preload = tmp_path / "deadly.py"
    preload.write_text(DEADLY, "utf-8")
    address = tmp_path / "scheduler.json"
    dask = [sys.executable, "-m", "dask"]
    quiet = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1", **os.environ}
    told = ["--scheduler-file", str(address)]
    started = [
        subprocess.Popen(
            [*dask, "scheduler", *told, "--host", "127.0.0.1", "--port", "0", "--no-dashboard"],
            env=quiet,
            stderr=subprocess.DEVNULL,
        ),
        subprocess.Popen(
            [
                *dask,
                "worker",
                *told,
                "--nworkers",
                "2",
                "--nthreads",
                "1",
                "--no-dashboard",
                "--preload",
                str(preload),
                "--local-directory",
                str(tmp_path),
            ],
            env=quiet,
            stderr=subprocess.DEVNULL,
        ),
    ]
    try:
        for _ in range(300):
            if address.exists() and address.read_text():
                break
            time.sleep(0.1)
        yield json.loads(address.read_text())["address"]
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            process.wait(20)


def test_a_poison_document_is_set_aside_and_named(deadly_scheduler: str, tmp_path: Path) -> None:
    files = write(tmp_path / "d", 30)
    files[11].write_text("poison", "utf-8")
    report = pipeline.build([str(tmp_path / "d")], tmp_path / "s", scheduler=deadly_scheduler)
    assert (report.read, report.added) == (29, 29)
    assert [(error.place, error.problem) for error in report.failures] == [
        (str(files[11]), "the workers that read it died")
    ]


@pytest.mark.parametrize("scheme", ["", "file://"])
def test_workers_leave_shards_where_all_see_them(
    scheduler: str, tmp_path: Path, scheme: str
) -> None:
    write(tmp_path / "d", 20)
    shards = path_of(f"{scheme}{tmp_path / 'shards'}")
    given = [f"{scheme}{tmp_path / 'd'}"]
    report = pipeline.build(given, tmp_path / "s", scheduler=scheduler, shards=shards)
    assert (report.read, report.added, report.failures) == (20, 20, [])
    assert len(list((tmp_path / "shards").glob("*.nq"))) == 3
    pipeline.build([str(tmp_path / "d")], tmp_path / "alone", jobs=1)
    assert graphs(tmp_path / "s") == graphs(tmp_path / "alone")


def test_nobody_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("southsouth.build.cluster._PATIENCE", 1)
    with pytest.raises(StoreError, match="no Dask scheduler answers"):
        pipeline.build(
            [str(write(tmp_path / "d", 1)[0])], tmp_path / "s", scheduler="tcp://127.0.0.1:9"
        )


def test_workers_with_another_version(
    scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("southsouth.build.cluster.reader_key", lambda: os.getpid())  # noqa: PLW0108
    with pytest.raises(StoreError, match="another version"):
        list(read_on_cluster(write(tmp_path / "d", 1), scheduler))
