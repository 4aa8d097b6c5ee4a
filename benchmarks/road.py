"""The main job: build twelve documents, against Oxigraph's own load of the same quads; start-up."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyoxigraph as ox

from common import series_files, shared_folder, write_results
from southsouth.build import build
from southsouth.graph.store import GraphStore

RUNS = 5


def _seconds(command: list[str]) -> float:
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def main() -> None:
    """Measure and write the section."""
    files = series_files(shared_folder())
    with tempfile.TemporaryDirectory() as folder:
        times = [build(files, Path(folder) / f"s{i}").seconds for i in range(RUNS)]
        again = build(files, Path(folder) / "s0")
        quads = list(GraphStore.open(Path(folder) / "s0").quads())
        data = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
        loads = []
        for i in range(RUNS):
            started = time.perf_counter()
            store = ox.Store(Path(folder) / f"peer{i}")
            store.bulk_load(data, format=ox.RdfFormat.N_QUADS)
            store.flush()
            loads.append(time.perf_counter() - started)
    first, load = statistics.median(times), statistics.median(loads)
    program = [sys.executable, "-m", "southsouth", "--help"]
    helped, bare = _seconds(program), _seconds([sys.executable, "-c", "pass"])
    write_results(
        "The main job (benchmarks/road.py)",
        [
            "| what | measured | ratio |",
            "|---|---|---|",
            f"| build twelve documents, curated facts included ({len(quads)} quads) | "
            f"{first:.2f} s | "
            f"{first / load:.1f} × Oxigraph's bulk load of the same quads ({load:.2f} s) |",
            f"| build again, nothing changed | {again.seconds:.2f} s | "
            f"{again.seconds / first:.2f} × the first build |",
            f"| `southsouth --help` | {helped:.2f} s | {helped / bare:.1f} × a bare Python start "
            f"({bare:.2f} s) |",
        ],
    )


if __name__ == "__main__":
    main()
