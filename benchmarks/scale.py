"""The whole corpus: build, load, export and every query, against Oxigraph's own on the same store.

Ratios are of one run. ``benchmarks/growth.py`` measures larger corpora.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox

from common import shared_folder, write_results
from southsouth.build import BuildReport, build
from southsouth.graph.queries.library import all_queries
from southsouth.graph.store import GraphStore
from southsouth.publish import export
from southsouth.reading.documents.read import read_file
from southsouth.reading.paths import collect_files
from southsouth.reading.reader import load_authority_records, read_document


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def processor() -> float:
    """Processor seconds of this process and of those that it waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def peak() -> float:
    """The most memory of any process so far, in MB."""
    return (
        max(
            resource.getrusage(who).ru_maxrss
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        / 1000
    )


#: Asks one query: the seconds through us and of the engine itself, and the rows. The two are asked
#: in turn, of two handles that were opened alike, and the quickest of each counts: what else the
#: machine does only ever adds to a time.
ASK = """
import sys, time
from pathlib import Path
import pyoxigraph as ox
from southsouth.graph.queries.library import named_query
from southsouth.graph.store import GraphStore
ours, engine = GraphStore.open(Path(sys.argv[1])), ox.Store.read_only(sys.argv[1])
text = named_query(sys.argv[2]).bind({})
def spent(work):
    started = time.perf_counter(); work(); return time.perf_counter() - started
asked = {
    "ours": lambda: ours.query(text),
    "engine": lambda: list(engine.query(text, use_default_graph_as_union=True)),
}
for work in asked.values():
    work()
times = {name: [] for name in asked}
begun = time.perf_counter()
while len(times["ours"]) < 3 or (len(times["ours"]) < 25 and time.perf_counter() - begun < 2):
    for name, work in asked.items():
        times[name].append(spent(work))
print(min(times["ours"]), min(times["engine"]), len(ours.query(text).rows))
"""
LIMIT = 20


def queries(store: Path, names: Iterable[str]) -> list[tuple[float, float, str, int]]:
    """For each query the seconds through us and of the engine itself, its name and its rows; one
    that has no answer in LIMIT seconds has as many, and no rows."""
    rows = []
    for name in names:
        try:
            told = subprocess.run(
                [sys.executable, "-c", ASK, str(store), name],
                check=True,
                capture_output=True,
                text=True,
                timeout=LIMIT,
            )
            here, there, size = told.stdout.split()
            rows.append((float(here), float(there), name, int(size)))
        except subprocess.TimeoutExpired:
            rows.append((float(LIMIT), float(LIMIT), f"{name} (cut off)", 0))
    return sorted(rows, reverse=True)


def extraction(paths: list[str]) -> tuple[float, float]:
    """Megabytes of text that one processor extracts from in a second, opening and emission apart,
    and how many times as long that takes as finding the words of it with a regular expression."""
    authority = load_authority_records()
    files = collect_files(paths)
    documents = [read_file(path) for path in files]
    words = re.compile(r"\w+")
    began = time.process_time()
    for document in documents:
        words.findall(document.text)
    bare = time.process_time() - began
    for document in documents[:100]:  # patterns are made when they are first needed
        read_document(document, authority)
    began = time.process_time()
    for document in documents:
        read_document(document, authority)
    spent = time.process_time() - began
    return sum(path.stat().st_size for path in files) / 1e6 / spent, spent / bare


def kinds(store: Path) -> list[str]:
    """What the triples of the documents are."""
    found: Counter[str] = Counter()
    for quad in ox.Store.read_only(str(store)):
        found[quad.predicate.value.rpartition("#")[2].rpartition("/")[2]] += 1
    total = found.total()
    return [f"{name} {count:,} ({count / total:.1%})" for name, count in found.most_common(24)]


def stage_rows(report: BuildReport) -> list[str]:
    documents = max(report.read, 1)
    return [
        f"| {stage} | {spent:.1f} | {report.size / 1e6 / spent:.1f} | "
        f"{1000 * spent / documents:.1f} | {1e6 * spent / (report.quads or 1):.1f} |"
        for stage, spent in report.stages.items()
        if spent > 0
    ]


def main() -> None:
    """Measure and write the section."""
    shared = shared_folder()
    given = [str(shared / "corpus" / "documents"), str(shared / "seed")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = folder / "store"
        before = processor()
        report = build(given, store)
        worked, memory = processor() - before, peak()
        again = build(given, store)
        status = seconds(
            lambda: subprocess.run(
                [sys.executable, "-m", "southsouth", "build", *given, "--store", str(store)],
                check=True,
                capture_output=True,
            )
        )
        dump = folder / "all.nq"
        ours = seconds(lambda: export(GraphStore.open(store), dump))
        turtle = seconds(lambda: export(GraphStore.open(store), folder / "all.ttl"))
        program = str(Path(sys.executable).with_name("oxigraph"))
        theirs = seconds(
            lambda: subprocess.run(
                [program, "dump", "--location", str(store), "--file", str(folder / "theirs.nq")],
                check=True,
                capture_output=True,
            )
        )
        peer = seconds(
            lambda: ox.Store(str(folder / "peer")).bulk_load(
                path=str(dump), format=ox.RdfFormat.N_QUADS
            )
        )
        load = seconds(lambda: GraphStore.create(folder / "mine").load_nquads(dump.read_bytes()))
        asked, told = queries(store, all_queries()), kinds(store)
        build(given, store, language=True)
        language = queries(store, [n for n, q in all_queries().items() if "language" in q.tags])
        rate, times = extraction(given)
        lines = [
            "| what | measured | ratio or bar |",
            "|---|---|---|",
            f"| build of the corpus, {report.documents} documents, {report.size / 1e6:.1f} MB, "
            f"{report.quads or 0:,} quads | {report.seconds:.1f} s "
            f"({worked:.0f} s of the processors) | {report.seconds / peer:.1f} x "
            "Oxigraph's load of the same quads; bar 25 s |",
            f"| again, nothing changed | {again.seconds:.2f} s in the process, {status:.2f} s with "
            "its start | bar 1.5 s |",
            f"| extraction alone, one processor | {rate:.2f} MB/s | "
            f"{times:.1f} x finding its words; bar 4 MB/s |",
            f"| most memory of a process | {memory:.0f} MB | bar 1,024 MB |",
            f"| N-Quads to a store | {load:.1f} s | {load / peer:.2f} x bulk load; bar 1.15 |",
            f"| export to N-Quads | {ours:.1f} s | {ours / theirs:.2f} x oxigraph dump; bar 1.3 |",
            f"| export to Turtle | {turtle:.1f} s | {turtle / theirs:.2f} x its dump (as "
            "N-Quads: it writes no Turtle of all graphs); bar 1.3 |",
            f"| slowest query: {asked[0][2]} | {asked[0][0] * 1000:.0f} ms | bar 300 ms |",
            f"| queries over 1.3 x the engine + 2 ms | "
            f"{sum(here > 1.3 * there + 0.002 for here, there, _, _ in asked)} of {len(asked)} | "
            "bar 0 |",
            "",
            "| stage | seconds (summed over processes) | MB/s | ms a document | us a quad |",
            "|---|---|---|---|---|",
            *stage_rows(report),
            "",
            f"Quads a document: {(report.quads or 0) / report.documents:.0f}. By kind: "
            + ", ".join(told)
            + ".",
            "",
            "| query | ms | of which engine | rows |",
            "|---|---|---|---|",
            *(
                f"| {query} | {here * 1000:.1f} | {there * 1000:.1f} | {size} |"
                for here, there, query, size in asked
            ),
            "",
            "With `graph/language`: "
            + ", ".join(
                f"{query} {here * 1000:.0f} ms ({size} rows)" for here, _, query, size in language
            )
            + ".",
        ]
    write_results("Scale (benchmarks/scale.py)", lines)


if __name__ == "__main__":
    main()
