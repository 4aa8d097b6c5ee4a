"""Paragraph lineage: against the truth by hand and difflib over all pairs, its speed and growth.

Usage: language.py [--errors]. With ``--errors`` every line of the truth that is not met and every
link on which difflib and the program differ is printed. Measured on a store that is built from the
whole corpus; the time of that is not counted.
"""

from __future__ import annotations

import csv
import difflib
import multiprocessing
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

from common import ROOT, SERIES, shared_folder, write_results
from southsouth.build.pipeline import build
from southsouth.graph.agreed import passages, series_in
from southsouth.graph.store import GraphStore
from southsouth.language import Passage, Reuse, reuses_in
from southsouth.language.resolution_series import series_of
from southsouth.language.words import plain_words

_TRUTH = ROOT / "tests" / "data" / "language_truth.tsv"
#: How much of the corpus; more than all of it are copies in words of their own.
_SHARES = (0.1, 0.3, 1.0, 3.0)
#: From this ratio on difflib says that a paragraph comes from another.
_DIFFLIB = 0.6
_ROUNDS = 3
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_SAMPLE = 1000


def copied(texts: Sequence[Passage], number: int) -> list[Passage]:
    """The passages as of other documents in another language: each word gets an ending."""
    if number == 0:
        return list(texts)
    ending = "qwxyzjkvbf"[number - 1]
    return [
        replace(
            passage,
            document=f"{passage.document}~{number}",
            text=_LONG_WORD.sub(lambda word: word[0] + ending, passage.text),
        )
        for passage in texts
    ]


def measured(store: Path, share: float) -> tuple[int, int, float, float, float]:
    """A share of the documents, in this process: passages, reuses, seconds of the processor and of
    the clock (with the series, without reading the store), and the peak memory in MiB."""
    graph = GraphStore.open(store)
    texts = passages(graph)
    documents = sorted({passage.document for passage in texts})
    size = round(min(share, 1) * len(documents))
    chosen = set(random.Random(9).sample(documents, size))  # noqa: S311
    texts = [passage for passage in texts if passage.document in chosen]
    texts = [copy for number in range(max(1, round(share))) for copy in copied(texts, number)]
    started, clock = time.process_time(), time.perf_counter()
    found = reuses_in(texts, series_of(series_in(graph)))
    seconds, waited = time.process_time() - started, time.perf_counter() - clock
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return len(texts), len(found), seconds, waited, peak


def against_truth(
    texts: Sequence[Passage], found: Sequence[Reuse], errors: bool
) -> tuple[int, int, int]:
    """Links that are right, wrong and missing. A passage of the same words is the same source."""
    words = {passage.key: " ".join(plain_words(passage.text)) for passage in texts}
    told: dict[str, list[Reuse]] = {}
    for reuse in found:
        told.setdefault(reuse.later.key, []).append(reuse)
    right = wrong = missing = 0
    with _TRUTH.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["earlier"] == "?":
                continue
            wanted = {words[key] for key in row["earlier"].split("|") if key != "-"}
            got = told.get(row["later"], [])
            good = [reuse for reuse in got if words[reuse.earlier.key] in wanted]
            right, wrong = right + len(good), wrong + len(got) - len(good)
            missing += bool(wanted) and not good
            if errors and (len(good) < len(got) or (wanted and not good)):
                print(row["later"], row["earlier"], [reuse.earlier.key for reuse in got])
    return right, wrong, missing


def by_difflib(texts: Sequence[Passage]) -> tuple[dict[str, tuple[str, float]], float]:
    """For each passage the earlier one with the highest ratio of difflib, and the seconds."""
    started = time.process_time()
    words = [plain_words(passage.text) for passage in texts]
    best: dict[str, tuple[str, float]] = {}
    for later, passage in enumerate(texts):
        matcher = difflib.SequenceMatcher(None, b=words[later], autojunk=False)
        for earlier in range(later):
            if texts[earlier].day < passage.day:
                matcher.set_seq1(words[earlier])
                ratio = matcher.ratio()
                if ratio >= max(_DIFFLIB, best.get(passage.key, ("", 0.0))[1]):
                    best[passage.key] = (texts[earlier].key, ratio)
    return best, time.process_time() - started


def _seconds_by_letters(texts: Sequence[Passage]) -> float:
    """What the ratio of letters would take for all pairs, from a sample of them."""
    pairs = [(old.text, new.text) for new in texts for old in texts if old.day < new.day]
    sample = random.Random(4).sample(pairs, min(_SAMPLE, len(pairs)))  # noqa: S311
    started = time.process_time()
    for old, new in sample:
        difflib.SequenceMatcher(None, old, new).ratio()
    return (time.process_time() - started) / len(sample) * len(pairs)


def against_difflib(texts: Sequence[Passage], errors: bool) -> list[str]:
    """The lines on the South-South series."""
    names = {f"A/RES/{name.replace('_', '/')}" for name in (*SERIES, "60_212")}
    series = [p for p in texts if p.document in names]
    words = {passage.key: plain_words(passage.text) for passage in series}
    theirs, seconds = by_difflib(series)
    own_seconds = float("inf")
    for _ in range(_ROUNDS):
        started = time.process_time()
        found = reuses_in(series, dict.fromkeys(names, "series"))
        own_seconds = min(own_seconds, time.process_time() - started)
    letters = _seconds_by_letters(series)
    ours: dict[str, set[str]] = {}
    for reuse in found:
        ours.setdefault(reuse.later.key, set()).add(reuse.earlier.key)
    same = other = missed = 0
    for later, (earlier, ratio) in theirs.items():
        if any(words[key] == words[earlier] for key in ours.get(later, ())):
            same += 1
        elif later in ours:
            other += 1
        else:
            missed += 1
        if errors and not any(words[key] == words[earlier] for key in ours.get(later, ())):
            print(later, "difflib", earlier, round(ratio, 2), "ours", sorted(ours.get(later, ())))
    more = sorted(ours.keys() - theirs.keys())
    if errors:
        print("ours alone", *((later, sorted(ours[later])) for later in more), sep="\n  ")
    return [
        f"Against difflib (ratio of words, from {_DIFFLIB} on, all pairs of the {len(series)} "
        f"provisions of the twelve documents): {len(theirs)} links of difflib, of which {same} the "
        f"same, {other} to another source, {missed} none; {len(more)} more are ours alone. "
        f"{seconds:.1f} s against {own_seconds:.3f} s of the processor (the least of {_ROUNDS} "
        f"runs): {seconds / own_seconds:.0f} times as fast; the ratio of letters, as difflib is "
        f"mostly used, would take {letters:.0f} s ({_SAMPLE} pairs measured): "
        f"{letters / own_seconds:.0f} times.",
    ]


def main() -> None:
    """Write the section of results.md."""
    errors = "--errors" in sys.argv
    shared = shared_folder()
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        build([str(shared / "corpus" / "documents"), str(shared / "seed")], store)
        graph = GraphStore.open(store)
        texts = passages(graph)
        found = reuses_in(texts, series_of(series_in(graph)))
        right, wrong, missing = against_truth(texts, found, errors)
        rows = []
        for share in _SHARES:
            context = multiprocessing.get_context("spawn")
            with ProcessPoolExecutor(1, mp_context=context) as pool:
                rows.append((share, *pool.submit(measured, store, share).result()))
        lines = against_difflib(texts, errors)
    write_results(
        "Language (benchmarks/language.py)",
        [
            f"Against 120 provisions judged by hand: {right} links right, {wrong} wrong, {missing} "
            f"missing: precision {right / (right + wrong):.3f}, recall "
            f"{right / (right + missing):.3f}. The thresholds were set with this list in view.",
            "",
            "| documents | provisions | reuses | processor s | clock s | peak MiB | µs a "
            "provision |",
            "|---|---|---|---|---|---|---|",
            *(
                f"| {share:g}× | {size} | {links} | {seconds:.1f} | {waited:.1f} | {peak:.0f} | "
                f"{seconds / size * 1e6:.0f} |"
                for share, size, links, seconds, waited, peak in rows
            ),
            "",
            *lines,
        ],
    )


if __name__ == "__main__":
    main()
