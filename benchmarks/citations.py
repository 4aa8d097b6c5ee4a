"""Citations against the links that the editors of the documents set, and their speed.

    python benchmarks/citations.py                     measure and write benchmarks/results.md
    python benchmarks/citations.py --save OLD.tsv      keep what was extracted
    python benchmarks/citations.py --compare OLD.tsv   list what a change won and lost since

The score is the corpus's own script's. What it counts as missed or extra was read, line by line;
tests/data/citation_adjudication.tsv says who is right, and the adjudicated figures follow it.
"""

from __future__ import annotations

import argparse
import csv
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from common import shared_folder, write_results
from southsouth.errors import DocumentError
from southsouth.reading.citations import Citation, citations_in
from southsouth.reading.citations.grammar import CANDIDATES
from southsouth.reading.documents import Document, read, read_bytes
from southsouth.reading.paths import collect_files
from southsouth.reading.structure import Resolution, parse_resolution

ADJUDICATED = Path(__file__).parents[1] / "tests" / "data" / "citation_adjudication.tsv"
#: What the editors never link: names, treaties, publications.
UNLINKED = ("UNTS/", "SALES/")
_ROUNDS = 3
_TIMES_LONGER = 10
_LONG_LINE = 30_000_000

Row = tuple[str, str, str, str]  # symbol of the citing document, offset, symbol cited, how
Key = tuple[str, str, str, str]  # missed or extra, symbol, block, symbol cited


@dataclass(frozen=True)
class Counts:
    """What both have, what the editors have alone, what the extractor has alone."""

    found: int
    missed: int
    extra: int

    def __str__(self) -> str:
        recall = self.found / (self.found + self.missed)
        precision = self.found / (self.found + self.extra)
        return f"recall {recall:.4f}, precision {precision:.4f}"


def read_corpus(folder: Path) -> tuple[list[Resolution], int]:
    """The resolutions of the corpus, and how many files hold none."""
    resolutions: list[Resolution] = []
    failed = 0
    for file in collect_files([str(folder)]):
        try:
            resolutions.append(parse_resolution(read(file)))
        except DocumentError:
            failed += 1
    return resolutions, failed


def rows_of(resolution: Resolution, citations: Iterable[Citation]) -> list[Row]:
    """The citations as the command prints them; what of them counts, the script decides."""
    document = resolution.document
    symbol = document.text.split("\n", 1)[0]
    return [
        (
            symbol,
            str(document.source_map.to_source(citation.start)),
            citation.target.text if citation.target else "",
            citation.how.value,
        )
        for citation in citations
    ]


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Write the predictions as a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(("symbol", "start", "target", "how"))
        table.writerows(rows)


def score(corpus: Path, rows: Iterable[Row]) -> tuple[list[str], set[Key]]:
    """The lines that the corpus's script prints, and the disagreements one by one."""
    with TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.tsv"
        write_rows(predictions, rows)
        script = [
            sys.executable,
            str(corpus / "score_citations.py"),
            str(predictions),
            str(corpus),
            "--errors",
            "1000000",
        ]
        printed = subprocess.run(script, check=True, capture_output=True, text=True).stdout
    lines = printed.splitlines()
    keys: set[Key] = set()
    for line in lines:
        if line.startswith(("missed\t", "extra\t")):
            kind, symbol, block, target = line.split("\t")[:4]
            keys.add((kind, symbol, block.removeprefix("block "), target))
    return [line for line in lines if " precision " in line], keys


def adjudicated(total: str, keys: set[Key]) -> tuple[Counts, Counter[str]]:
    """The counts once the disagreements are judged, and how many of each kind were read.

    A disagreement in which the words are right counts as found (extra) or not at all (missed); one
    that nobody has read counts against the extractor. Treaties and publications are never linked:
    they are no disagreement.
    """
    with ADJUDICATED.open(encoding="utf-8", newline="") as file:
        judged = {
            (row["kind"], row["symbol"], row["block"], row["target"]): row["right"]
            for row in csv.DictReader(file, delimiter="\t")
        }
    keys = {key for key in keys if not key[3].startswith(UNLINKED)}
    counted = Counter(key[0] for key in keys)
    words = Counter(key[0] for key in keys if judged.get(key) == "words")
    was_read = Counter(key[0] for key in keys if key in judged)
    agreed = re.search(r"found (\d+)", total)
    found = int(agreed[1]) if agreed else 0
    counts = Counts(
        found + words["extra"],
        counted["missed"] - words["missed"],
        counted["extra"] - words["extra"],
    )
    return counts, was_read


def fastest(action: Callable[[], object], rounds: int = _ROUNDS) -> float:
    """Seconds of the fastest of some rounds."""
    seconds = []
    for _ in range(rounds):
        started = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def extract_all(resolutions: list[Resolution]) -> None:
    """Extract and throw away."""
    for resolution in resolutions:
        citations_in(resolution)


def speed_lines(resolutions: list[Resolution]) -> list[str]:
    """The speed on one core, the ratio to a bare pass, and the growth with longer texts."""
    size = sum(len(one.text.encode()) for one in resolutions) / 1e6
    plain = re.compile(r"\d+/\d+")
    bare = fastest(lambda: [sum(1 for _ in plain.finditer(one.text)) for one in resolutions])
    seconds = fastest(lambda: extract_all(resolutions))
    longest = max(resolutions, key=lambda one: len(one.text))
    short, long = (parse_resolution(_repeated(longest, n)) for n in (1, _TIMES_LONGER))
    growth = fastest(lambda: citations_in(long)) / fastest(lambda: citations_in(short))
    line = parse_resolution(_one_line(" ".join(longest.text.split())))
    line_speed = len(line.text.encode()) / 1e6 / fastest(lambda: citations_in(line), 1)
    return [
        f"Speed: {size:.1f} MB in {seconds:.2f} s on one core, {size / seconds:.1f} MB/s, "
        f"{seconds / bare:.1f} × one pass of a bare regular expression (\\d+/\\d+).",
        f"Growth: {_TIMES_LONGER} times the text costs {growth:.1f} times the time; one line of "
        f"{len(line.text) / 1e6:.0f} million characters is read at {line_speed:.1f} MB/s.",
    ]


def _repeated(resolution: Resolution, times: int) -> Document:
    head, _, body = resolution.text.partition("\n\n")
    source = "\n\n".join([head, *[body] * times])
    return read_bytes(source.encode(), "long.txt")


def _one_line(words: str) -> Document:
    long = (words + " ") * (_LONG_LINE // (len(words) + 1))
    source = f"A/RES/70/1\n\nThe General Assembly,\n\n1. Recalls {long};"
    return read_bytes(source.encode(), "line.txt")


def compare(old: Path, rows: list[Row]) -> None:
    """Print what is new and what is gone since ``old`` was saved."""
    with old.open(encoding="utf-8", newline="") as file:
        before = {
            (r["symbol"].replace(" ", ""), r["start"], r["target"])
            for r in csv.DictReader(file, delimiter="\t")
            if r["target"]
        }
    now = {(row[0].replace(" ", ""), *row[1:3]) for row in rows if row[2]}
    for mark, ones in (("+", now - before), ("-", before - now)):
        for symbol, start, target in sorted(ones, key=lambda row: (row[0], int(row[1]))):
            print(f"{mark} {symbol}\tat {start}\t{target}")
    print(f"{len(now - before)} won, {len(before - now)} lost, {len(now & before)} the same")


def main() -> None:
    """Measure and write the section, or save, or compare."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--save", type=Path, metavar="TSV", help="keep what is extracted now")
    options.add_argument("--compare", type=Path, metavar="TSV", help="list gains and losses")
    chosen = options.parse_args()
    corpus = shared_folder() / "corpus"
    resolutions, failed = read_corpus(corpus / "documents")
    rows = [row for one in resolutions for row in rows_of(one, citations_in(one))]
    if chosen.save:
        write_rows(chosen.save, rows)
    if chosen.compare:
        compare(chosen.compare, rows)
    if chosen.save or chosen.compare:
        return
    scores, keys = score(corpus, rows)
    counts, was_read = adjudicated(scores[-1], keys)
    never = sum(key[3].startswith(UNLINKED) for key in keys)
    kinds = Counter(key[0] for key in keys)
    forms = len(CANDIDATES)
    write_results(
        "Citations (benchmarks/citations.py)",
        [
            f"{len(resolutions)} documents, {failed} without a document symbol; {forms} forms "
            "of candidate. What `southsouth citations` prints, against the editors' links as they "
            f"are ({never} treaties and publications, which they never link, count as extra):",
            "",
            *(f"    {line}" for line in scores),
            "",
            f"Of the disagreements {was_read['missed']} of {kinds['missed']} missed and "
            f"{was_read['extra']} of {kinds['extra'] - never} other extra were read "
            f"(tests/data/citation_adjudication.tsv). Adjudicated: {counts}.",
            "",
            *speed_lines(resolutions),
        ],
    )


if __name__ == "__main__":
    main()
