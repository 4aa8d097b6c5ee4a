"""Reading on a Dask cluster of two worker processes, one of which is killed half-way."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from southsouth import intake, pipeline
from southsouth.cluster import one_by_one, read_on_cluster
from southsouth.errors import DocumentError, StoreError
from southsouth.store import GraphStore

distributed = pytest.importorskip("distributed", reason="the extra southsouth[cluster]")


WELLS = (Path(__file__).parent / "data" / "wells.md").read_text("utf-8")
pytestmark = pytest.mark.filterwarnings("default")  # Dask's own, of workers that die


@pytest.fixture
def scheduler() -> Iterator[str]:
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None,
                                  silence_logs=50) as cluster:  # fmt: skip
        yield cluster.scheduler_address


def write(folder: Path, count: int) -> list[Path]:
    folder.mkdir()
    files = []
    for number in range(count):
        file = folder / f"{number:03}.md"
        file.write_text(WELLS.replace("66/901", f"66/{number + 300}"), "utf-8")
        files.append(file)
    return files


def graphs(store: Path) -> dict[str, set[str]]:
    held = GraphStore.open(store)
    stamps = ("generatedAtTime", "readerKey")
    return {graph: {str(q) for q in held.quads(graph) if not q.predicate.value.endswith(stamps)}
            for graph in held.graphs()}  # fmt: skip


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


def deadly_read(path: Path) -> list[intake.FileFacts | DocumentError]:
    """Reads a file, or tells what Dask tells of a task that killed as many workers as it may."""
    if "poison" in path.read_text("utf-8"):
        raise distributed.scheduler.KilledWorker("read", None, 3)
    return intake.read_task((path,))


def test_a_poison_document_is_set_aside_and_named(tmp_path: Path) -> None:
    files = write(tmp_path / "d", 5)
    files[3].write_text("poison", "utf-8")
    found = dict(one_by_one(files, deadly_read))
    assert list(found) == files
    bad = [facts for facts in found.values() if isinstance(facts, DocumentError)]
    assert [(error.place, error.problem) for error in bad] == [
        (str(files[3]), "the workers that read it died")
    ]


def test_nobody_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("southsouth.cluster._PATIENCE", 1)
    with pytest.raises(StoreError, match="no Dask scheduler answers"):
        pipeline.build([str(write(tmp_path / "d", 1)[0])], tmp_path / "s",
                       scheduler="tcp://127.0.0.1:9")  # fmt: skip


def test_workers_with_another_version(
    scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("southsouth.cluster.reader_key", lambda: os.getpid())  # noqa: PLW0108
    with pytest.raises(StoreError, match="another version"):
        list(read_on_cluster(write(tmp_path / "d", 1), scheduler))
