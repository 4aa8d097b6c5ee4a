"""Larger corpora: time, memory, disk, and what one changed document costs, at several sizes.

The shared corpus is copied under other symbols (``--times 1 10``), or short documents are generated
(``--generated 15590 155900``), where the number of documents counts and not their length. Every
build is a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from common import shared_folder, write_results


def copies(files: list[Path], folder: Path, times: int) -> None:
    """The corpus several times, each time under other sessions: no text is new, every one is
    another document."""
    folder.mkdir()
    for copy in range(times):

        def later(found: re.Match[str], sessions: int = 100 * copy) -> str:
            return f"{found[1]}{int(found[2]) + sessions}"

        for file in files:
            text = file.read_text("utf-8", errors="replace")
            name = re.sub(r"(A_RES_)(\d+)(?=_\d)", later, file.name)
            text = re.sub(r"\b(A/RES/)(\d+)(?=/\d)", later, text)
            (folder / f"{copy}-{name}").write_text(text, "utf-8")


SHORT = """A/RES/{session}/{own}

Resolution adopted by the General Assembly on 1 February {year}

{session}/{own}. Wells for lake {own}

The General Assembly,

{cited},

1. Decides to dig well {own};

2. Requests the United Nations Office for South-South Cooperation to report on it;

3. Invites contributions to the United Nations Fund for South-South Cooperation.
"""


def generated(folder: Path, count: int) -> None:
    """Short resolutions that cite the ones before them and name a fund of the records."""
    for number in range(count):
        session, own = 100 + number // 300, number % 300 + 1
        cited = (
            "; ".join(
                f"Recalling its resolution {100 + n // 300}/{n % 300 + 1}"
                for n in range(max(0, number - 3), number)
            )
            or "Recalling the needs of lakes"
        )
        part = folder / f"{session}"
        part.mkdir(parents=True, exist_ok=True)
        text = SHORT.format(session=session, own=own, year=1900 + session, cited=cited)
        (part / f"{own:03}.txt").write_text(text, "utf-8")


class Built(NamedTuple):
    """What a build took, with its readers: seconds, those of the processors, the most memory of a
    process in MB; and its report."""

    seconds: float
    processor: float
    memory: float
    told: dict[str, float]


def build(folder: Path, store: Path) -> Built:
    """Build in a process of its own."""
    command = [sys.executable, "-m", "southsouth", "build", str(folder), "--store", str(store)]
    started = time.perf_counter()
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen([*command, "--json"], stdout=told)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        spent = time.perf_counter() - started
        told.seek(0)
        if process.returncode:
            raise SystemExit(process.returncode)
        processor = used.ru_utime + used.ru_stime  # with that of processes which it waited for
        return Built(spent, processor, used.ru_maxrss / 1000, json.loads(told.read()))


def size(folder: Path) -> float:
    """Megabytes on disk."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def row(folder: Path, name: str, scratch: Path) -> tuple[Built, Built, str]:
    """A fresh build, one with a document changed, and the table's row."""
    store = scratch / "store"
    fresh = build(folder, store)
    nothing = build(folder, store)
    changed = sorted(path for path in folder.rglob("*.txt"))[7]
    changed.write_text(changed.read_text("utf-8", errors="replace") + "\n99. Decides again.\n")
    one = build(folder, store)
    if one.told["read"] != 1:
        raise SystemExit(f"{changed}: one document should have been read again")
    told = fresh.told
    line = (
        f"| {name} | {told['documents']:,} | {told['megabytes']:.0f} MB | {told['quads']:,} | "
        f"{fresh.processor:.0f} s | {1000 * fresh.processor / told['documents']:.1f} ms | "
        f"{fresh.seconds:.0f} s | {fresh.memory:.0f} MB | "
        f"{nothing.processor:.1f} s | {one.processor:.1f} s | {size(store):.0f} MB |"
    )
    return fresh, one, line


def main() -> None:
    """Measure and write the section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, nargs="*", default=[1, 10])
    parser.add_argument("--generated", type=int, nargs="*", default=[1559, 15590, 155900])
    wanted = parser.parse_args()
    files = sorted((shared_folder() / "corpus" / "documents").iterdir())
    lines = [
        "Times are those of the processors, which other work on the machine changes little, and of "
        "a fresh build, by the clock too.",
        "",
        "| corpus | documents | text | quads | fresh | a document | by the clock | most memory "
        "| nothing changed | one changed | on disk |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for make, sizes in ((True, wanted.times), (False, wanted.generated)):
        first: tuple[Built, Built] | None = None
        for count in sizes:
            with tempfile.TemporaryDirectory() as scratch:
                folder = Path(scratch) / "documents"
                if make:
                    copies(files, folder, count)
                else:
                    generated(folder, count)
                name = f"the shared one, {count} times" if make else f"{count:,} short ones"
                fresh, one, line = row(folder, name, Path(scratch))
                lines.append(line)
                if first is not None:
                    grown = count / sizes[0]
                    lines.append(
                        f"| … grown {grown:.0f} times | | | | "
                        f"{fresh.processor / first[0].processor:.1f} x | | "
                        f"{fresh.seconds / first[0].seconds:.1f} x | "
                        f"{fresh.memory / first[0].memory:.2f} x | | "
                        f"{one.processor / first[1].processor:.1f} x | |"
                    )
                else:
                    first = (fresh, one)
            # after each size: the largest take long, and may be broken off
            write_results("Growth (benchmarks/growth.py)", lines)


if __name__ == "__main__":
    main()
