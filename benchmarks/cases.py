"""The small inputs of the shared folder that were wrong once, and how many are right now.

    python benchmarks/cases.py          print the figure and what is wrong

Each case is read as the command reads a file; what it cites, in order, is compared with what is
right: symbols, "unresolved" for a citation without one, "(none)" for no citation.
"""

from __future__ import annotations

import csv
from pathlib import Path

from common import shared_folder
from southsouth.publish import citation_records
from southsouth.reading.documents import read_bytes
from southsouth.reading.reader import load_authority_records, read_document


def cited(document: str, words: str) -> list[str]:
    """What the command prints as targets for a document of those words."""
    source = f"{document}\n\n{words}\n"
    reading = read_document(read_bytes(source.encode(), "case.txt"), load_authority_records())
    rows = citation_records(reading)
    return [row["target"] or "unresolved" for row in rows] or ["(none)"]


def cases(file: Path) -> list[tuple[str, list[str], list[str]]]:
    """Each case with what is right and what comes out."""
    with file.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        (
            row["case"],
            row["expected"].split(),
            cited(row["document"], row["input"].replace("  ", "\n\n")),
        )
        for row in rows
    ]


def main() -> None:
    """Print the figure, and the cases that are wrong."""
    results = cases(shared_folder() / "cases" / "citations.tsv")
    wrong = [one for one in results if sorted(one[1]) != sorted(one[2])]
    print(f"citations: {len(results) - len(wrong)} of {len(results)} cases are right")
    for name, right, found in wrong:
        print(f"  {name}: {' '.join(found)} (right: {' '.join(right)})")


if __name__ == "__main__":
    main()
