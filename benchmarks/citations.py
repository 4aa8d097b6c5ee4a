"""Citations against the links that the editors of the documents set, by the corpus's script."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from common import shared_folder, write_results
from southsouth.citations.grammar import CANDIDATES
from southsouth.errors import DocumentError
from southsouth.pipeline import collect_files, load_authority_records, read_path
from southsouth.publish.records import CITATION_COLUMNS, citation_records
from southsouth.reading import Reading


def _bare_pass(texts: list[str]) -> float:
    """Seconds of one pass of the plainest regular expression that finds numbers with a slash."""
    pattern = re.compile(r"\d+/\d+")
    started = time.perf_counter()
    for text in texts:
        for _ in pattern.finditer(text):
            pass
    return time.perf_counter() - started


def main() -> None:
    """Measure and write the section."""
    corpus = shared_folder() / "corpus"
    authority = load_authority_records()
    readings: list[Reading] = []
    failed = 0
    started = time.perf_counter()
    for file in collect_files([str(corpus / "documents")]):
        try:
            readings.append(read_path(file, authority))
        except DocumentError:
            failed += 1
    seconds = time.perf_counter() - started
    texts = [reading.resolution.text for reading in readings]
    size = sum(len(text.encode()) for text in texts) / 1e6
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8", delete=False) as table:
        table.write("\t".join(CITATION_COLUMNS) + "\n")
        for reading in readings:
            for row in citation_records(reading):
                if row["target"]:
                    row["symbol"] = reading.resolution.text.split("\n", 1)[0]
                    table.write("\t".join(" ".join(str(row[c]).split()) for c in CITATION_COLUMNS))
                    table.write("\n")
    script = [sys.executable, str(corpus / "score_citations.py"), table.name, str(corpus)]
    scores = subprocess.run(script, check=True, capture_output=True, text=True).stdout.splitlines()
    Path(table.name).unlink()
    bare = _bare_pass(texts)
    write_results("Citations (benchmarks/citations.py)", [
        f"{len(readings)} documents, {size:.1f} MB, {failed} without a document symbol; "
        f"{len(CANDIDATES)} forms of candidate.",
        "",
        *(f"    {line}" for line in scores),
        "",
        f"The whole reading of a document (structure, citations, mentions, events): "
        f"{size / seconds:.2f} MB/s, {seconds / bare:.0f} × one pass of a bare regular expression.",
    ])  # fmt: skip


if __name__ == "__main__":
    main()
