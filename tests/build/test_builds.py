"""Builds: what is read again, what a killed build leaves, who may build, processes that die."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pyoxigraph as ox
import pytest

from southsouth.build import intake, loading, pipeline
from southsouth.build.file_facts import FileFacts, Slice, file_facts, file_hash
from southsouth.build.ledger import held_graphs
from southsouth.build.pipeline import build
from southsouth.build.shards import read_shard, shard_of, write_shard
from southsouth.errors import DocumentError, StoreError
from southsouth.graph.rdf.iris import DOCUMENTS_GRAPH, LINEAGE_GRAPH, LINKS_GRAPH
from southsouth.graph.store import GraphStore
from southsouth.graph.store.swap import Building, is_store
from southsouth.vocabulary import BASE


def resolution(number: int, operative: int = 3) -> str:
    paragraphs = "\n\n".join(
        f"{n}. Requests the United Nations Office for South-South Cooperation to dig well {n} of "
        f"resolution 66/{900 + number};"
        for n in range(1, operative + 1)
    )
    return (
        f"A/RES/66/{900 + number}\n\nResolution adopted by the General Assembly on 1 February "
        f"2012\n\n66/{900 + number}. Wells for lake {number}\n\nThe General Assembly,\n\n"
        f"Recalling its resolution 65/{number} of 20 December 2010,\n\n{paragraphs}\n"
    )


def write(folder: Path, numbers: range, operative: int = 3) -> list[Path]:
    folder.mkdir(exist_ok=True)
    files = [folder / f"{number:03}.txt" for number in numbers]
    for number, path in zip(numbers, files, strict=True):
        path.write_text(resolution(number, operative), encoding="utf-8")
    return files


def graph(number: int) -> str:
    return f"{BASE}graph/document/A/RES/66/{900 + number}"


def contents(store: Path) -> Counter[str]:
    """How many quads each reading of ours has."""
    held = GraphStore.open(store)
    ours = f"{BASE}graph/document/A/RES/66/9"
    return Counter({g: len(list(held.quads(g))) for g in held.graphs() if g.startswith(ours)})


@pytest.fixture(autouse=True)
def _no_snapshot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("southsouth.build.pipeline.snapshot_quads", dict)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that builds of this process read."""
    names: list[str] = []

    def reading(path: Path) -> FileFacts | DocumentError:
        names.append(path.name)
        return file_facts(path)

    monkeypatch.setattr(intake, "file_facts", reading)
    return names


def test_only_what_changed_is_read_again(tmp_path: Path, read: list[str]) -> None:
    files, store = write(tmp_path / "d", range(3)), tmp_path / "s"
    build([str(tmp_path / "d")], store)
    assert read == ["000.txt", "001.txt", "002.txt"]
    read.clear()
    files[1].write_text(resolution(1, operative=5))
    report = build([str(tmp_path / "d")], store)
    assert read == ["001.txt"]
    assert (report.read, report.added, report.replaced, report.unchanged) == (1, 0, 1, 2)


def test_other_code_or_records_read_everything_again(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "s"
    write(tmp_path / "d", range(2))
    build([str(tmp_path / "d")], store)
    read.clear()
    for module in ("plan", "ledger"):
        monkeypatch.setattr(f"southsouth.build.{module}.reader_key", lambda: "another")
    report = build([str(tmp_path / "d")], store)
    assert read == ["000.txt", "001.txt"]
    assert (report.replaced, report.unchanged) == (0, 2)
    read.clear()
    assert build([str(tmp_path / "d")], store).unchanged == 2
    assert read == []


def test_many_new_documents_make_the_store_that_few_at_a_time_make(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = write(tmp_path / "d", range(8))
    copy = tmp_path / "d" / "copy.md"
    copy.write_text(resolution(2).replace("The General Assembly,", "*The General Assembly,*"))
    build([str(tmp_path / "d")], tmp_path / "few")
    monkeypatch.setattr(pipeline, "_MANY", 4)
    monkeypatch.setattr(loading, "_LOAD", 5_000)
    build([str(path) for path in (*files, copy)], tmp_path / "many")
    few, many = GraphStore.open(tmp_path / "few"), GraphStore.open(tmp_path / "many")
    assert few.graphs() == many.graphs()
    for name in few.graphs():
        if name.startswith(BASE + "graph/document/"):
            kept = [
                {q for q in store.quads(name) if "generatedAtTime" not in q.predicate.value}
                for store in (few, many)
            ]
            assert kept[0] == kept[1]


def test_a_new_store_keeps_what_the_old_one_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "s"
    write(tmp_path / "d", range(2))
    build([str(tmp_path / "d")], store)
    before = contents(store)
    monkeypatch.setattr(pipeline, "_MANY", 4)
    write(tmp_path / "e", range(2, 9))
    report = build([str(tmp_path / "e")], store)
    assert (report.added, report.documents) == (7, 9)
    assert contents(store).items() >= before.items()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["d", "e", "s"]


def test_a_new_file_of_a_version_that_is_held_joins_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where many files are new: the file held is a manifestation still."""
    store = tmp_path / "s"
    write(tmp_path / "d", range(1))
    build([str(tmp_path / "d")], store)
    monkeypatch.setattr(pipeline, "_MANY", 4)
    write(tmp_path / "d", range(1, 9))
    better = resolution(0).replace("The General Assembly,", "*The General Assembly,*")
    (tmp_path / "d" / "better.md").write_text(better)
    report = build([str(tmp_path / "d")], store)
    assert (report.added, report.replaced, report.unchanged) == (8, 1, 0)
    assert [Path(file).name for file, _ in report.manifestations] == ["000.txt"]
    held = held_graphs(GraphStore.open(store))[graph(0)]
    assert held.hashes == {file_hash(tmp_path / "d" / f) for f in ("000.txt", "better.md")}


def test_prune_drops_what_was_removed_and_nothing_else(tmp_path: Path) -> None:
    files, store = write(tmp_path / "d", range(3)), tmp_path / "s"
    build([str(tmp_path / "d")], store)
    files[0].unlink()
    assert build([str(tmp_path / "d")], store).pruned == 0
    assert build([str(tmp_path / "d")], store, prune=True).pruned == 1
    assert set(contents(store)) == {graph(1), graph(2)}


def test_one_builds_at_a_time(tmp_path: Path) -> None:
    store = tmp_path / "s"
    with Building(store), pytest.raises(StoreError, match=rf"process {os.getpid()} \(since .*wait"):
        build([], store)
    assert not store.exists()
    build([], store)
    assert is_store(store)


def test_a_build_waits_for_another_where_it_is_told_to(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path\n"
        "from southsouth.graph.store.swap import Building\n"
        "with Building(Path(sys.argv[1])): print('has it', flush=True); time.sleep(0.5)\n"
        "print('lets go', flush=True)"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "s")], stdout=subprocess.PIPE, text=True
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline() == "has it\n"
        build([], tmp_path / "s", wait=True)
        assert other.stdout.readline() == "lets go\n"
        assert other.wait(20) == 0
    assert [p.name for p in tmp_path.iterdir()] == ["s"]


def test_a_store_put_aside_when_a_build_was_killed_is_put_back(tmp_path: Path) -> None:
    store = tmp_path / "s"
    write(tmp_path / "d", range(1))
    build([str(tmp_path / "d")], store)
    store.rename(tmp_path / "s.old")
    assert is_store(store)
    assert contents(store)[graph(0)]


@pytest.mark.parametrize("held", [0, 60], ids=["new store", "store held"])
def test_killed_at_any_instant_it_leaves_whole_documents(tmp_path: Path, held: int) -> None:
    store, documents = tmp_path / "s", tmp_path / "d"
    write(documents, range(60), operative=40)
    build([str(documents)], tmp_path / "whole")
    whole = contents(tmp_path / "whole")
    if held:
        build([str(p) for p in sorted(documents.iterdir())[:40]], store)
    command = [sys.executable, "-m", "southsouth", "build", str(documents), "--store", str(store)]
    chance = random.Random(6)  # noqa: S311
    for _ in range(5):
        running = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(chance.uniform(0.2, 2.2))
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        if is_store(store):
            assert contents(store).items() <= whole.items()
    last = subprocess.run([*command, "--json"], capture_output=True, text=True)
    assert (last.returncode, last.stderr) == (0, "")
    assert json.loads(last.stdout)["failures"] == []
    assert contents(store) == whole
    assert sorted(p.name for p in tmp_path.iterdir()) == ["d", "s", "whole"]


def test_a_failure_among_many_leaves_the_old_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "s"
    write(tmp_path / "d", range(1))
    build([str(tmp_path / "d")], store)
    before = contents(store)
    monkeypatch.setattr(pipeline, "_MANY", 4)
    write(tmp_path / "e", range(1, 9))

    def full(_store: GraphStore, _data: bytes) -> None:
        raise StoreError("the store takes no more: is the disk full?")

    monkeypatch.setattr(GraphStore, "load_nquads", full)
    with pytest.raises(StoreError, match="disk full"):
        build([str(tmp_path / "e")], store)
    assert contents(store) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["d", "e", "s"]


@pytest.mark.parametrize("prune", [False, True])
def test_a_build_killed_before_it_derives_is_mended_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, prune: bool
) -> None:
    files, store = write(tmp_path / "d", range(2)), tmp_path / "s"
    build([str(tmp_path / "d")], store)
    lineage = list(GraphStore.open(store).quads(LINEAGE_GRAPH))
    assert lineage
    if prune:
        files.pop().unlink()
    else:
        files[0].write_text(resolution(0, operative=7))

    def killed(*_: object) -> list[ox.Quad]:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "lineage_after", killed)
        with pytest.raises(KeyboardInterrupt):
            build([str(tmp_path / "d")], store, prune=prune)
    build([str(tmp_path / "d")], store)
    assert set(GraphStore.open(store).quads(LINEAGE_GRAPH)) == set(lineage)


def test_processes_read_in_the_order_of_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = write(tmp_path / "d", range(30))
    files[7].write_text("no document at all")
    monkeypatch.setattr(intake, "_WORTH_PROCESSES", 0)
    found = list(intake.read_files(files, 2))
    assert [path for path, _ in found] == files
    assert [path for path, facts in found if isinstance(facts, DocumentError)] == [files[7]]


def deadly(path: Path) -> FileFacts | DocumentError:
    """Reads a file, or kills its own process where it is the poisoned one."""
    if "poison" in path.read_text():
        os.kill(os.getpid(), signal.SIGKILL)
    return file_facts(path)


def deadly_task(paths: tuple[Path, ...], _: Path | None) -> list[FileFacts | DocumentError]:
    return [deadly(path) for path in paths]


def test_a_file_that_kills_its_process_is_named_and_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    files = write(tmp_path / "d", range(40))
    files[11].write_text("poison")
    monkeypatch.setattr(intake, "_WORTH_PROCESSES", 0)
    # forked, so that the processes know the deadly reader of this test
    monkeypatch.setattr(
        intake,
        "spawned_pool",
        lambda jobs: ProcessPoolExecutor(jobs, multiprocessing.get_context("fork")),
    )
    monkeypatch.setattr(intake, "read_task", deadly_task)
    found = dict(intake.read_files(files, 2))
    assert list(found) == files
    bad = [facts for facts in found.values() if isinstance(facts, DocumentError)]
    assert [(error.place, error.problem) for error in bad] == [
        (str(files[11]), "the process that read it died")
    ]


def test_the_ledger_tells_files_and_keys(tmp_path: Path) -> None:
    (file,) = write(tmp_path / "d", range(1))
    build([str(file)], tmp_path / "s")
    held = held_graphs(GraphStore.open(tmp_path / "s"))
    assert held[graph(0)].hashes == {file_hash(file)}
    assert len(held[graph(0)].key) == 16


def test_what_a_killed_build_had_read_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: list[str]
) -> None:
    files, store = write(tmp_path / "d", range(40)), tmp_path / "s"
    monkeypatch.setattr(intake, "_WORTH_PROCESSES", 0)
    monkeypatch.setattr(pipeline, "_MANY", 4)
    monkeypatch.setattr(intake, "spawned_pool", lambda _: ThreadPoolExecutor(1))
    done = 0

    def step(_: Path) -> None:
        nonlocal done
        done += 1
        if done == 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([str(tmp_path / "d")], store, step)
    assert not store.exists()
    shards = tmp_path / "s.shards"
    kept = {path: path.stat().st_mtime_ns for path in shards.glob("*.nq")}
    assert 3 <= len(kept) <= 5
    read.clear()
    files[1].write_text(resolution(1, operative=5))  # this one's shard counts no longer
    report = build([str(tmp_path / "d")], store)
    assert len(read) == 8 * (6 - len(kept))
    assert "001.txt" in read
    assert (report.read, report.added, report.failures) == (40, 40, [])
    assert not shards.exists()
    build([str(tmp_path / "d")], tmp_path / "at once", jobs=1)
    assert contents(store) == contents(tmp_path / "at once")


def test_a_shard_is_told_as_it_was_written(tmp_path: Path) -> None:
    files = write(tmp_path / "d", range(3))
    told = [file_facts(path) for path in files]
    read = [facts for facts in told if isinstance(facts, FileFacts)]
    shard = shard_of(files, tmp_path / "shards")
    assert read_shard(shard, files) is None
    written = write_shard(shard, read)
    assert read_shard(shard, files) == written
    assert [facts.lines() for facts in written] == [facts.lines() for facts in read]
    assert list(ox.parse(path=str(shard), format=ox.RdfFormat.N_QUADS)) == [
        quad for facts in read for quad in ox.parse(facts.lines(), format=ox.RdfFormat.N_QUADS)
    ]
    files[0].write_text(resolution(0, operative=1))
    assert shard_of(files, tmp_path / "shards") != shard
    shard.unlink()
    with pytest.raises(StoreError, match="the shard cannot be read"):
        written[0].lines()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[: len(data) * 2 // 3],
        lambda data: b"".join(data.splitlines(keepends=True)[:-3]),
        lambda data: data.replace(b"wells", b"weeds"),
        lambda data: b'# southsouth {"a":1}\n' + data,
        lambda data: b"# southsouth []\n",
        lambda data: b"\xff" * 5000,
    ],
    ids=["empty", "cut", "cut at a line", "changed", "another head", "a list", "no text"],
)
def test_a_shard_that_is_not_whole_is_read_anew(
    tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    files = write(tmp_path / "d", range(3))
    (before,) = {
        facts.nquads.shard
        for facts in intake.read_task(files, tmp_path)
        if isinstance(facts, FileFacts) and isinstance(facts.nquads, Slice)
    }
    whole = before.read_bytes()
    before.write_bytes(spoil(whole))
    again = intake.read_task(files, tmp_path)
    assert [f.lines() for f in again if isinstance(f, FileFacts)] == [
        f.lines() for path in files if isinstance(f := file_facts(path), FileFacts)
    ]
    assert before.read_bytes().partition(b"\n")[2] == whole.partition(b"\n")[2]


def test_processes_end_with_the_one_that_was_killed(tmp_path: Path) -> None:
    code = (
        "import os, sys, time\n"
        "from southsouth.build import spawned_pool\n"
        "if __name__ == '__main__':\n"
        "    pool = spawned_pool(2)\n"
        "    print(*{pool.submit(os.getpid).result() for _ in range(9)}, flush=True)\n"
        "    time.sleep(60)\n"
    )
    script = tmp_path / "parent.py"
    script.write_text(code)
    parent = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    children = [int(word) for word in parent.stdout.readline().split()]
    assert children
    parent.kill()
    parent.wait()
    parent.stdout.close()
    for _ in range(100):
        if not any(
            psutil.pid_exists(child) and psutil.Process(child).status() != "zombie"
            for child in children
        ):
            break
        time.sleep(0.1)
    else:
        pytest.fail("readers outlive the build")


def wells(number: int, day: str, *paragraphs: str) -> str:
    told = "\n\n".join(f"{n}. {words};" for n, words in enumerate(paragraphs, 1))
    return (
        f"A/RES/66/{900 + number}\n\nResolution adopted by the General Assembly on {day}\n\n"
        f"66/{900 + number}. Wells\n\nThe General Assembly,\n\n{told}\n"
    )


OFFICE = "Welcomes the work of the United Nations Office for South-South Cooperation"
UNIT = "Welcomes the work of the Special Unit for South-South Cooperation"
FUND = "Notes the Pérez-Guerrero Trust Fund for South-South Cooperation"


@pytest.mark.parametrize(
    "after",
    [
        {0: wells(0, "1 May 2013", FUND)},
        {0: wells(0, "1 May 2001", OFFICE, FUND)},
        {1: wells(1, "1 May 2012", UNIT), 2: wells(2, "2 May 2012", OFFICE)},
        {3: wells(3, "1 May 2019", "Decides to dig")},
        {3: None},
        {0: None, 1: None},
    ],
)
def test_what_is_derived_after_a_change_is_what_is_derived_at_once(
    tmp_path: Path, after: dict[int, str | None]
) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    for number, day in enumerate(("1 May 2004", "1 May 2008", "1 May 2012", "1 May 2016")):
        text = wells(number, day, UNIT if number < 2 else OFFICE, FUND)
        (folder / f"{number}.txt").write_text(text)
    build([str(folder)], tmp_path / "s")
    before = set(GraphStore.open(tmp_path / "s").quads(LINEAGE_GRAPH))
    for number, changed in after.items():
        if changed is None:
            (folder / f"{number}.txt").unlink()
        else:
            (folder / f"{number}.txt").write_text(changed)
    build([str(folder)], tmp_path / "s", prune=True)
    build([str(folder)], tmp_path / "at once")
    found = set(GraphStore.open(tmp_path / "s").quads(LINEAGE_GRAPH))
    assert found == set(GraphStore.open(tmp_path / "at once").quads(LINEAGE_GRAPH))
    assert found != before


def named(number: int) -> str:
    return f"{BASE}document/A/RES/65/{number}"


def described(store: Path) -> set[str]:
    """The documents of whose symbols the store tells something."""
    quads = GraphStore.open(store).quads(DOCUMENTS_GRAPH)
    return {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}


@pytest.mark.parametrize("many", [False, True], ids=["few", "many"])
def test_a_document_that_nothing_names_any_longer_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, many: bool
) -> None:
    if many:
        monkeypatch.setattr(pipeline, "_MANY", 1)
    files, store = write(tmp_path / "d", range(3)), tmp_path / "s"
    addendum = "A/65/7/Add.1"
    files[2].write_text(resolution(2).replace("resolution 65/2", f"resolution 65/2 and {addendum}"))
    build([str(tmp_path / "d")], store)
    before = described(store)
    assert {named(1), named(2), f"{BASE}document/{addendum}", f"{BASE}document/A/65/7"} <= before
    files[0].write_text(resolution(0).replace("65/0", "65/1"))
    files[1].write_text(resolution(1).replace("65/1 ", "65/2 "))
    files[2].unlink()
    build([str(tmp_path / "d")], store, prune=True)
    assert before - described(store) == {
        named(0),
        f"{BASE}document/A/RES/66/902",
        f"{BASE}document/{addendum}",
        f"{BASE}document/A/65/7",
    }
    build([str(tmp_path / "d")], tmp_path / "at once")
    assert described(store) == described(tmp_path / "at once")


def test_confirmed_links_survive_a_build_of_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "d", range(2))
    build([str(tmp_path / "d")], tmp_path / "s")
    node = ox.NamedNode("https://example.org/x")
    link = ox.Quad(node, node, node, ox.NamedNode(LINKS_GRAPH))
    held = GraphStore.create(tmp_path / "s")
    held.add([link])
    held.flush()
    del held
    monkeypatch.setattr(pipeline, "_MANY", 1)
    write(tmp_path / "d", range(2, 6))
    assert build([str(tmp_path / "d")], tmp_path / "s").added == 4
    assert list(GraphStore.open(tmp_path / "s").quads(LINKS_GRAPH)) == [link]
