"""A damaged store is told as such in one line, by every command that reads it, and is healed."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.places import WELLS
from typer.testing import CliRunner

from southsouth.build import build, check_store
from southsouth.build.ledger import counted
from southsouth.cli import app
from southsouth.errors import SouthSouthError, StoreError
from southsouth.graph.store import GraphStore
from southsouth.graph.store.seal import WRITTEN
from southsouth.graph.store.written import written
from southsouth.vocabulary import NS

Harm = Callable[[Path], object]


def _files(store: Path, pattern: str) -> list[Path]:
    """The files of a kind, those with most in them first."""
    found = sorted(store.glob(pattern), key=lambda file: (-file.stat().st_size, file.name))
    assert found, pattern
    return found


def _cut(pattern: str, part: float) -> Harm:
    def harm(store: Path) -> None:
        for file in _files(store, pattern):
            file.write_bytes(file.read_bytes()[: int(file.stat().st_size * part)])

    return harm


def _flip(pattern: str, part: float) -> Harm:
    def harm(store: Path) -> None:
        for file in _files(store, pattern):
            data = bytearray(file.read_bytes())
            if data:
                data[int((len(data) - 1) * part)] ^= 0xFF
                file.write_bytes(data)

    return harm


def _fill(pattern: str, data: bytes) -> Harm:
    return lambda store: [file.write_bytes(data) for file in _files(store, pattern)]


def _delete(pattern: str, most: int = 1000) -> Harm:
    def harm(store: Path) -> None:
        for file in _files(store, pattern)[:most]:
            file.unlink()

    return harm


def _swap(store: Path) -> None:
    first, second, *_ = _files(store, "*.sst")
    third = store / "third"
    first.rename(third)
    second.rename(first)
    third.rename(second)


def _empty_folder(store: Path) -> None:
    shutil.rmtree(store)
    store.mkdir()


def _a_file(store: Path) -> None:
    shutil.rmtree(store)
    store.write_text("no folder")


def _older_list(store: Path) -> None:
    """The list of tables without its last record: the engine takes the rest for whole."""
    (manifest,) = _files(store, "MANIFEST-*")
    data, start, last = manifest.read_bytes(), 0, 0
    while start < len(data):  # checksum (4), length (2), type (1), payload
        last, start = start, start + 7 + int.from_bytes(data[start + 4 : start + 6], "little")
    manifest.write_bytes(data[:last])


DAMAGES: dict[str, Harm] = {
    "CURRENT empty": _fill("CURRENT", b""),
    "CURRENT cut": _cut("CURRENT", 0.5),
    "CURRENT flipped": _flip("CURRENT", 0.5),
    "CURRENT deleted": _delete("CURRENT"),
    "CURRENT of another": _fill("CURRENT", b"MANIFEST-000001\n"),
    "CURRENT of words": _fill("CURRENT", b"words\n" * 40),
    "MANIFEST empty": _fill("MANIFEST-*", b""),
    "MANIFEST cut": _cut("MANIFEST-*", 0.5),
    "MANIFEST cut at its end": _cut("MANIFEST-*", 0.99),
    "MANIFEST without its last record": _older_list,
    "MANIFEST flipped": _flip("MANIFEST-*", 0.5),
    "MANIFEST flipped at its end": _flip("MANIFEST-*", 0.99),
    "MANIFEST deleted": _delete("MANIFEST-*"),
    "tables empty": _fill("*.sst", b""),
    "tables cut": _cut("*.sst", 0.5),
    "tables flipped": _flip("*.sst", 0.3),
    "tables flipped at their end": _flip("*.sst", 1.0),
    "a table deleted": _delete("*.sst", 1),
    "tables deleted": _delete("*.sst"),
    "tables swapped": _swap,
    "logs empty": _fill("*.log", b""),
    "logs cut": _cut("*.log", 0.5),
    "logs flipped": _flip("*.log", 0.5),
    "logs deleted": _delete("*.log"),
    "OPTIONS empty": _fill("OPTIONS-*", b""),
    "OPTIONS deleted": _delete("OPTIONS-*"),
    "IDENTITY deleted": _delete("IDENTITY"),
    "IDENTITY flipped": _flip("IDENTITY", 0.5),
    "WRITTEN deleted": _delete(WRITTEN),
    "WRITTEN cut": _cut(WRITTEN, 0.5),
    "WRITTEN of bytes": _fill(WRITTEN, b"\xff\x00" * 50),
    "an empty folder": _empty_folder,
    "a file": _a_file,
}
COMMANDS = {
    "query": ["query", "-", "--format", "csv"],
    "questions": ["query", "most-reaffirmed", "--format", "csv"],
    "show": ["show", "66/901"],
    "status": ["status"],
    "export": ["export", "-o"],
    "check": ["check"],
}


def asked(command: str, store: Path, folder: Path) -> tuple[str, bytes]:
    """The answer of a command: its output, or the one line of its error; and what it wrote."""
    export = folder / "export.nq"
    export.unlink(missing_ok=True)
    arguments = [*COMMANDS[command], *([str(export)] if command == "export" else [])]
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    ran = CliRunner().invoke(app, [*arguments, "--store", str(store)], input=count)
    if ran.exception is not None and not isinstance(ran.exception, SystemExit):
        assert isinstance(ran.exception, SouthSouthError), (command, repr(ran.exception))
        line = str(ran.exception)
        assert "ask again" not in line
        assert "Traceback" not in line
        return f"error: {line}", b""
    assert ran.exit_code == 0, (command, ran.output)
    return ran.output, b"".join(
        sorted(export.read_bytes().splitlines())
    ) if export.exists() else b""


@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damage_is_told_in_one_line_and_healed(
    damage: str, of_wells: Path, wells_copy: Path, tmp_path: Path
) -> None:
    right = {command: asked(command, wells_copy, tmp_path) for command in COMMANDS}
    assert not [line for line, _ in right.values() if line.startswith("error")]
    DAMAGES[damage](wells_copy)
    found = {command: asked(command, wells_copy, tmp_path) for command in COMMANDS}
    wrong = {
        command: answer[0]
        for command, answer in found.items()
        if answer != right[command] and not answer[0].startswith("error: ")
    }
    assert wrong == {}
    if any(answer[0].startswith("error: ") for answer in found.values()):
        assert found["check"][0].startswith("error: ")  # what a command tells of, it finds
    build([str(WELLS)], wells_copy, jobs=1, anew=True)
    healed = {command: asked(command, wells_copy, tmp_path) for command in COMMANDS}
    assert {c: a[0] for c, a in healed.items()} == {c: a[0] for c, a in right.items()}
    assert counted(GraphStore.open(wells_copy)) == counted(GraphStore.open(of_wells))


def test_a_file_in_the_place_of_a_store_is_kept(tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.write_text("mine")
    build([str(WELLS)], store, jobs=1, anew=True)
    assert (tmp_path / "store.was-1").read_text() == "mine"
    assert check_store(store).quads > 0


def test_a_quad_that_is_missing_or_new_is_found(wells_copy: Path) -> None:
    sound = check_store(wells_copy)
    store = GraphStore.create(wells_copy)
    held = store.graphs()
    quad = next(quad for quad in store.quads() if quad.predicate.value == NS + "quote")
    graph = quad.graph_name
    store.remove([quad])
    store.flush()
    del store
    with pytest.raises(StoreError, match=f"1 of {sound.graphs} graphs differ") as found:
        check_store(wells_copy)
    assert str(graph).strip("<>").removeprefix("https://w3id.org/southsouth/") in str(found.value)
    assert "build --anew" in str(found.value)
    assert sound.graphs == len(held)


def test_what_is_written_is_counted_by_every_build(wells_copy: Path, tmp_path: Path) -> None:
    other = tmp_path / "902.md"
    other.write_text(WELLS.read_text("utf-8").replace("66/901", "66/902"), "utf-8")
    for infers, language in ((False, False), (True, False), (False, True)):
        build([str(WELLS), str(other)], wells_copy, jobs=1, infers=infers, language=language)
        assert written(wells_copy) == counted(GraphStore.open(wells_copy))
    build([str(other)], wells_copy, jobs=1, prune=True)
    assert written(wells_copy) == counted(GraphStore.open(wells_copy))
    (wells_copy / WRITTEN).unlink()  # as after a build that was killed at its end
    with pytest.raises(StoreError, match="no build has said what it wrote"):
        check_store(wells_copy)
    build([str(other)], wells_copy, jobs=1)
    assert check_store(wells_copy).graphs == len(counted(GraphStore.open(wells_copy)))


def test_only_where_the_lock_is_held_is_it_a_build(wells_copy: Path) -> None:
    _delete("MANIFEST-*")(wells_copy)
    lock = wells_copy.with_name("store.lock")
    lock.write_text("left by a build that was killed")
    with pytest.raises(StoreError, match=r"the store is damaged \(.*MANIFEST"):
        GraphStore.open(wells_copy)
    with lock.open("r+") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(StoreError, match="a build is changing the store; ask again"):
            GraphStore.open(wells_copy)


def test_the_commands_end_with_one_line_and_2(wells_copy: Path) -> None:
    graphs = check_store(wells_copy).graphs
    _delete("*.sst", 1)(wells_copy)
    for command in ("status", "check", "build"):
        ran = subprocess.run(
            [sys.executable, "-m", "southsouth", command, "--store", str(wells_copy)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1), command
        assert "the store is damaged" in ran.stderr
    ran = subprocess.run(
        [sys.executable, "-m", "southsouth", "build", "--anew", str(WELLS), "--store", wells_copy],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert check_store(wells_copy).graphs == graphs
