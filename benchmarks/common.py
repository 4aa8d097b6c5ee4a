"""What the benchmarks share: the shared documents, and the page of results."""

from __future__ import annotations

import os
import platform
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results.md"
SERIES = (
    "58_220",
    "64_222",
    "68_230",
    "70_222",
    "71_318",
    "72_237",
    "73_291",
    "74_239",
    "76_221",
    "78_167",
    "79_236",
)


def shared_folder() -> Path:
    """The shared documents; ends the benchmark with a clear line where they are absent."""
    folder = Path(os.environ.get("SOUTHSOUTH_SHARED") or ROOT.parent / "shared")
    if not (folder / "seed").is_dir():
        print(f"skipped: no shared documents in {folder}; set SOUTHSOUTH_SHARED")
        sys.exit(0)
    return folder


def series_files(shared: Path) -> list[str]:
    """The twelve documents of the South-South cooperation series."""
    documents = shared / "corpus" / "documents"
    return [
        str(shared / "seed" / "A_RES_60_212.md"),
        *(str(documents / f"A_RES_{name}.txt") for name in SERIES),
    ]


def write_results(section: str, lines: list[str]) -> None:
    """Print the lines and put them under their heading in results.md, with date and machine."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    stamp = f"Measured {datetime.now(UTC).date().isoformat()} on {machine}."
    body = "\n".join([f"## {section}", "", stamp, "", *lines, ""])
    print(body)
    old = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "# Benchmark results\n"
    pattern = re.compile(rf"\n## {re.escape(section)}\n.*?(?=\n## |\Z)", re.DOTALL)
    new = pattern.sub(lambda _: "\n" + body, old) if pattern.search(old) else old + "\n" + body
    RESULTS.write_text(new, encoding="utf-8")
