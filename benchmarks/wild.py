"""Events drawn by kind over all shared documents, to be read by somebody: precision where no gold
looks.

Usage: wild.py draw SEED COUNT KIND…     (events of those kinds, COUNT of each, no two alike)
       wild.py results                   (writes the section of results.md)

Generic events are drawn with the others, and marked. What was read is recorded by hand in
wild_looks.tsv, before anything is mended.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

from common import ROOT, shared_folder, write_results
from southsouth.errors import DocumentError
from southsouth.reading.instruments import Event
from southsouth.reading.reader import read_path

_FOLDERS = ("corpus/documents", "akn/english", "wild/sc-texts", "wild/sc-akn")
_BEFORE, _BEHIND = 90, 50


class Row(NamedTuple):
    """An event with the words around it."""

    kind: str
    symbol: str
    subject: str
    new: str
    told: str


def _row(event: Event, symbol: str, text: str) -> Row:
    around = text[max(0, event.start - _BEFORE) : event.start]
    words = f"{around} [[{text[event.start : event.end]}]] "
    words += text[event.end : event.end + _BEHIND]
    mark = "generic " if event.generic else ""
    actors = ", ".join(actor.text for actor in event.actors)
    new = event.new_name.text if event.new_name else event.designated_as
    told = f"{mark}{event.force} | {actors} | {event.day or ''} | {' '.join(words.split())}"
    return Row(event.kind, symbol, event.subject.text, new, told)


def events_of(file: Path) -> list[Row]:
    """The events of one file in English; none where it cannot be read."""
    try:
        reading = read_path(file)
    except DocumentError:
        return []
    resolution = reading.resolution
    if resolution.document.language != "en":
        return []
    return [_row(event, resolution.symbol.text, resolution.text) for event in reading.events]


def files(shared: Path) -> Iterator[Path]:
    """All files of the shared documents, in order."""
    for folder in _FOLDERS:
        yield from sorted(file for file in (shared / folder).rglob("*") if file.is_file())


def draw(seed: str, count: int, kinds: list[str]) -> None:
    """Print so many events of each kind."""
    with Pool() as pool:
        rows = [row for found in pool.imap(events_of, files(shared_folder()), 20) for row in found]
    for kind in kinds:
        alike = {(row.subject, row.new): row for row in rows if row.kind == kind}
        of_kind = list(alike.values())
        random.Random(seed + kind).shuffle(of_kind)  # noqa: S311
        for number, row in enumerate(of_kind[:count], start=1):
            print(f"{kind} {number}\t{row.symbol}\t{row.subject} -> {row.new}\t{row.told}")


def results() -> None:
    """Write the section of results.md."""
    with (ROOT / "benchmarks/wild_looks.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    write_results(
        "Precision in the wild (benchmarks/wild.py)",
        [
            "Events drawn over all shared documents and read; generic ones are not counted.",
            "",
            "| day | draw | kind | read | right | precision |",
            "|---|---|---|---|---|---|",
            *(
                f"| {row['day']} | {row['draw']} | {row['kind']} | {row['read']} | {row['right']} "
                f"| {int(row['right']) / int(row['read']):.2f} |"
                for row in rows
            ),
        ],
    )


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["results"]:
        results()
    elif arguments[:1] == ["draw"] and len(arguments) > 3:
        draw(arguments[1], int(arguments[2]), arguments[3:])
    else:
        print("skipped: say what to draw")


if __name__ == "__main__":
    main(sys.argv[1:])
