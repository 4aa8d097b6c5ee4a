"""Things, lineage and happenings that the graph learned, against what was read by hand.

    python benchmarks/things.py             build a store of the corpus, measure, write results.md
    python benchmarks/things.py --store S   measure a store that is there already
    python benchmarks/things.py --store S --draw SEED 150   learned things, to be read by a person

What a person found right of those drawn, at the first look, is in things_looks.tsv.

The score is the script's of the shared folder ``things``. What a user waits for is measured in
processor time: names and events of the things that most documents name, and of some drawn.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from common import shared_folder, write_results
from southsouth.build.pipeline import build
from southsouth.graph.rdf.iris import KNOWLEDGE_GRAPH
from southsouth.graph.store import GraphStore
from southsouth.publish import identity_rows, learned_things
from southsouth.views.facts import card, events_of, find, names_of

_SAMPLE = 200
_BARS = {
    "found": "≥ .95",
    "bcubed_p": "≥ .97",
    "bcubed_r": "≥ .90",
    "must_not_link_kept_apart": "≥ .98",
    "relation_recall": "≥ .85",
    "relation_precision": "≥ .93",
    "relation_with_date": "≥ .80",
    "relation_with_authority": "≥ .80",
    "series_recall": "",
    "series_precision": "",
    "story_right": "≥ .85",
    "story_partly": "",
    "happening_f": "≥ .93",
    "different_kept_apart": "",
}


def scores(store: GraphStore, things: Path, scratch: Path) -> dict[str, float]:
    """What the scorer of the shared folder says of a store."""
    script = str(things / "score_things.py")
    asked = subprocess.run(
        [sys.executable, script, str(things), "--questions"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    questions = [json.loads(line) for line in asked.splitlines()]
    predictions = scratch / "predictions.jsonl"
    with predictions.open("w", encoding="utf-8") as file:
        for row in identity_rows(store, questions):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    told = subprocess.run(
        [sys.executable, script, str(things), str(predictions), "--json"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    found: dict[str, float] = json.loads(told.splitlines()[-1])
    return found


def cost(store: GraphStore) -> list[tuple[str, str, str]]:
    """Processor time of what is asked of learned things, drawn at random and the most named."""
    learned = learned_things(store)
    drawn = random.Random(1).sample(learned, min(_SAMPLE, len(learned)))  # noqa: S311
    asked = {row["iri"]: row["thing"] for row in (*learned[:20], *drawn)}
    spent = []
    for iri in asked:
        started = time.process_time()
        names_of(store, iri)
        events_of(store, iri)
        spent.append(time.process_time() - started)
    started = time.process_time()
    card(store, find(store, "UNOSSC"))
    one = time.process_time() - started
    spent.sort()
    return [
        (
            f"names and events of a learned thing, median of {len(spent)}",
            f"{spent[len(spent) // 2] * 1000:.1f} ms",
            "≤ 20 ms",
        ),
        ("the worst of them", f"{spent[-1] * 1000:.0f} ms", "≤ 150 ms"),
        ("card of UNOSSC, found by its name", f"{one * 1000:.0f} ms", ""),
    ]


def measure(store: GraphStore, things: Path, scratch: Path) -> list[str]:
    """The lines of the table."""
    found = scores(store, things, scratch)
    rows = [(name, f"{found[name]:.3f}", bar) for name, bar in _BARS.items()]
    quads = len(store)
    layer = sum(1 for _ in store.quads(KNOWLEDGE_GRAPH))
    rows += [
        ("things learned", str(len(learned_things(store))), ""),
        ("the layer, of all quads", f"{layer / quads:.3f}", "≤ .15"),
        *cost(store),
    ]
    return [
        "| what | measured | bar |",
        "|---|---|---|",
        *(f"| {a} | {b} | {c} |" for a, b, c in rows),
    ]


def draw(store: GraphStore, seed: int, count: int) -> None:
    """Print learned things drawn with a seed: kind, name, documents, happenings."""
    learned = sorted(learned_things(store), key=lambda row: row["iri"])
    for row in random.Random(seed).sample(learned, min(count, len(learned))):  # noqa: S311
        print(row["kind"], row["thing"], row["documents"], row["happenings"], sep="\t")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--draw", type=int, nargs=2, metavar=("SEED", "COUNT"))
    arguments = parser.parse_args()
    if arguments.store and arguments.draw:
        draw(GraphStore.open(arguments.store), *arguments.draw)
        return
    shared = shared_folder()
    with TemporaryDirectory() as folder:
        path = arguments.store or Path(folder) / "store"
        if arguments.store is None:
            build([str(shared / "corpus" / "documents")], path)
        table = measure(GraphStore.open(path), shared / "things", Path(folder))
    write_results("Things learned", table)


if __name__ == "__main__":
    main()
