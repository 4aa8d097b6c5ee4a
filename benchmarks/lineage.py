"""Events against the statements annotated by hand in the shared corpus; the speed of mentions.

Usage: lineage.py [--errors]. With ``--errors`` every statement missed and every event more is
printed; those judged are in tests/data/lineage_adjudication.tsv with the reason.
"""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from common import ROOT, shared_folder, write_results
from southsouth.errors import DocumentError
from southsouth.publish import event_records
from southsouth.reading.documents import read_bytes
from southsouth.reading.instruments import Authority, Name, Thing, mentions_in
from southsouth.reading.reader import load_authority_records, read_path
from southsouth.reading.structure import Resolution, parse_resolution

_THINGS, _ALIASES, _ROUNDS = 2_000, 10_000, 3


def score(shared: Path, errors: bool) -> list[str]:
    """The lines that score_lineage.py prints for our events."""
    corpus = shared / "corpus"
    authority = load_authority_records()
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "events.jsonl"
        with found.open("w", encoding="utf-8") as file:
            for path in sorted((corpus / "documents").glob("*.txt")):
                try:
                    reading = read_path(path, authority)
                except DocumentError as error:
                    print(f"not read: {error}")
                    continue
                symbol = path.read_text(encoding="utf-8").split("\n", 1)[0]
                for event in event_records(reading):
                    file.write(json.dumps({**event, "symbol": symbol}) + "\n")
        shown = "1000" if errors else "0"
        command = [
            sys.executable,
            str(corpus / "score_lineage.py"),
            str(found),
            str(corpus / "gold"),
            str(corpus),
            "--errors",
            shown,
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def invented(text: str) -> Authority:
    """2,000 things with 10,000 names: three in four of words of the text, the others of none."""
    words = sorted({word for word in text.split() if word.isalpha() and word[0].isupper()})
    chance = random.Random(5)  # noqa: S311
    things, names = {}, []
    for number in range(_THINGS):
        iri = f"https://example.org/{number}"
        things[iri] = Thing(iri, iri, "Body")
    for number in range(_ALIASES):
        iri = f"https://example.org/{number % _THINGS}"
        length = chance.randint(2, 9)
        known = number % 4 != 0
        form = " ".join(
            chance.choice(words) if known else f"Q{chance.random()}" for _ in range(length)
        )
        names.append(Name(f"{iri}#{number}", form, "en", iri, "official"))
    return Authority(things, tuple(names))


def speed(shared: Path) -> tuple[float, float, float]:
    """MB a second of mentions with the records, with the invented names, and of ``str.find``."""
    paths = sorted((shared / "corpus" / "documents").glob("A_RES_7*.txt"))[:200]
    resolutions = [parse_resolution(read_bytes(path.read_bytes(), path.name)) for path in paths]
    size = sum(len(r.text.encode()) for r in resolutions) / 1e6
    rates = []
    for authority in (
        load_authority_records(),
        invented(" ".join(r.text for r in resolutions[:50])),
    ):
        mentions_in(resolutions[0], authority)  # builds the automaton
        best = min(_timed(resolutions, authority) for _ in range(_ROUNDS))
        rates.append(size / best)
    start = time.perf_counter()
    for resolution in resolutions:
        resolution.text.lower().find("no such words in any text")
    return rates[0], rates[1], size / (time.perf_counter() - start)


def _timed(resolutions: list[Resolution], authority: Authority) -> float:
    start = time.perf_counter()
    for resolution in resolutions:
        mentions_in(resolution, authority)
    return time.perf_counter() - start


def main() -> None:
    """Write the section of results.md."""
    errors = "--errors" in sys.argv
    shared = shared_folder()
    printed = score(shared, errors)
    with (ROOT / "tests/data/lineage_adjudication.tsv").open(encoding="utf-8") as file:
        judged = list(csv.DictReader(file, delimiter="\t"))
    right = sum(row["verdict"] == "ours" for row in judged)
    records, many, bare = speed(shared)
    write_results(
        "Lineage (benchmarks/lineage.py)",
        [
            "Events against 349 statements read by hand (score_lineage.py):",
            "",
            *(f"- {line}" for line in printed if "annotated" in line),
            "",
            f"Of the disagreements, {len(judged)} were judged "
            "(tests/data/lineage_adjudication.tsv): "
            f"{right} for our reading, {len(judged) - right} against it.",
            "",
            f"Mentions on one core: {records:.1f} MB/s with the records, {many:.1f} MB/s with "
            f"{_THINGS} things of {_ALIASES} names ({bare / many:.0f} times the time of one "
            "search for "
            "one string).",
        ],
    )
    for line in printed:
        if "annotated" not in line:
            print(line)


if __name__ == "__main__":
    main()
