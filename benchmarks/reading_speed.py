"""The whole reading of a document (open, extract, emit) by two codes, in one run.

Usage: reading_speed.py OLD_SRC [N] [--results]

OLD_SRC is the ``src`` of another checkout (``git worktree add --detach DIR COMMIT``). Both codes
stay in memory, each in a process of its own, and read the same files in turn, so that whatever
else the machine does strikes both; of each file the least time of the processor counts. A file
that one of them cannot read at all counts for neither: to read more documents is no slowness.
``--results`` writes the section of results.md.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from common import ROOT, shared_folder, write_results

_ROUNDS = 3
#: The bar of issue 24.
_BAR = 1.1
_WORKER = """
import gc, sys, time
from pathlib import Path
try:
    from southsouth.build.file_facts import file_facts
except ImportError:
    from southsouth.file_facts import file_facts
gc.disable()
for line in sys.stdin:
    gc.collect()
    started = time.process_time()
    facts = file_facts(Path(line.strip()))
    whole = time.process_time() - started
    seconds = getattr(facts, "seconds", {})
    print(whole, *(f"{name} {seconds[name]}" for name in seconds), flush=True)
"""


class Code:
    """A process that reads files with the code of one source folder."""

    def __init__(self, source: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _WORKER],
            env={"PYTHONPATH": str(source)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def read(self, file: Path) -> tuple[float, dict[str, float]]:
        """The seconds of the processor that a file takes, and those of each step."""
        to, back = self._process.stdin, self._process.stdout
        if to is None or back is None:
            raise OSError("the process has no pipes")
        to.write(f"{file}\n")
        to.flush()
        whole, *steps = back.readline().split()
        return float(whole), {
            name: float(seconds) for name, seconds in zip(steps[::2], steps[1::2], strict=True)
        }

    def close(self) -> None:
        """Let the process end."""
        if self._process.stdin:
            self._process.stdin.close()
        self._process.wait()


def drawn(shared: Path, count: int) -> list[Path]:
    """Files of all kinds, the same ones at every run: two in three from the corpus."""
    chance = random.Random(24)  # noqa: S311
    corpus = sorted((shared / "corpus" / "documents").iterdir())
    others = sorted(
        file
        for folder in ("akn/english", "wild/sc-texts")
        for file in (shared / folder).rglob("*")
        if file.is_file()
    )
    return chance.sample(corpus, count * 2 // 3) + chance.sample(others, count - count * 2 // 3)


def measure(old: Path, files: list[Path]) -> tuple[float, float, dict[str, dict[str, float]], int]:
    """The seconds of both codes over all files that both read, those of the steps, and how many
    files these are."""
    codes = {"old": Code(old), "new": Code(ROOT / "src")}
    totals = dict.fromkeys(codes, 0.0)
    steps = {name: dict[str, float]() for name in codes}
    read = 0
    for file in files:
        best: dict[str, tuple[float, dict[str, float]]] = {}
        for _ in range(_ROUNDS):
            for name, code in codes.items():
                took = code.read(file)
                if name not in best or took[0] < best[name][0]:
                    best[name] = took
        if not all(steps_of for _, steps_of in best.values()):
            continue
        read += 1
        for name in codes:
            totals[name] += best[name][0]
            for step, seconds in best[name][1].items():
                steps[name][step] = steps[name].get(step, 0.0) + seconds
    for code in codes.values():
        code.close()
    return totals["old"], totals["new"], steps, read


def main(arguments: list[str]) -> None:
    """Measure, print and, where asked to, write the section."""
    plain = [argument for argument in arguments if not argument.startswith("--")]
    if not plain:
        print("skipped: give the src folder of the code to compare with")
        return
    files = drawn(shared_folder(), int(plain[1]) if len(plain) > 1 else 90)
    before, after, steps, read = measure(Path(plain[0]), files)
    lines = [
        f"{read} files that both read, least of {_ROUNDS} rounds, both codes in one run.",
        "",
        "| step | code of before | code of now | ratio |",
        "|---|---|---|---|",
        *(
            f"| {name} | {steps['old'][name]:.2f} s | {steps['new'][name]:.2f} s "
            f"| {steps['new'][name] / (steps['old'][name] or 1):.2f} |"
            for name in steps["old"]
        ),
        f"| the whole reading | {before:.2f} s | {after:.2f} s "
        f"| {after / before:.2f} (bar {_BAR}) |",
    ]
    if "--results" in arguments:
        write_results("The reading of documents, against before the grammar", lines)
    else:
        print("\n".join(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
