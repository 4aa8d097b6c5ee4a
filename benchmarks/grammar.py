"""Events read in the labelled sentences of a draw, and in the cases of shared/cases/events.tsv.

Usage: grammar.py predict LABELS.jsonl > PREDICTIONS.jsonl   (for score_draws.py)
       grammar.py cases [--all]
       grammar.py results            (writes the section of results.md)

A sentence is read as a document of its own that has its symbol, and the opening that such a
document has. A case counts where each event that is expected is found, with its force and names,
and where nothing is expected nothing is. First looks at draws are recorded by hand in
first_looks.tsv, before anything is mended.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path
from typing import Any

from common import ROOT, shared_folder, write_results
from southsouth.errors import DocumentError
from southsouth.publish.records import event_records
from southsouth.reading.documents import read_bytes
from southsouth.reading.instruments import Authority
from southsouth.reading.reader import Reading, load_authority_records, read_document

_KINDS = ("rename", "succeed", "merge", "establish", "terminate", "designate", "proclaim")
_OPENINGS = (
    ("A/RES", "The General Assembly,\n\n"),
    ("S/RES", "The Security Council,\n\n"),
    ("E/RES", "The Economic and Social Council,\n\n"),
    ("A/HRC/RES", "The Human Rights Council,\n\n"),
)
#: What else a document begins with, so that the sentence is not taken for its title.
_REPORT = "Report of the Secretary-General\n\nI. Introduction\n\n"
_SPEAKERS = {"general-assembly": "the speaking organ", "security-council": "the speaking organ"}
_EXPECTED = re.compile(
    r"(?P<kind>rename|succeed|merge|establish|terminate|proclaim|designate)\s+"
    r"(?P<force>decided|reported|requested):\s+(?P<subject>(?:(?!\s->\s)[^;(])+?)(?:\s+->\s+(?P<new>[^;(]+?))?\s*(?:$|[;(])"
)


def reading_of(symbol: str, text: str, authority: Authority) -> Reading | None:
    """A sentence as a document of its own; None where it is none that can be read."""
    opening = next((words for prefix, words in _OPENINGS if symbol.startswith(prefix)), _REPORT)
    source = f"{symbol}\n\n{opening}{text}\n"
    try:
        return read_document(read_bytes(source.encode(), "draw.txt"), authority)
    except DocumentError:
        return None


def events_of(reading: Reading | None) -> list[dict[str, Any]]:
    """The events of a reading in the form that score_draws.py reads."""
    if reading is None:
        return []
    found = []
    for record in event_records(reading):
        if record["kind"] in _KINDS:
            actor = record["actor"][0] if record["actor"] else None
            found.append({**record, "actor": actor})
    return found


def predict(labels: Path) -> None:
    authority = load_authority_records()
    for line in labels.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        events = events_of(reading_of(row["symbol"], row["text"], authority))
        print(json.dumps({"id": row["id"], "events": events}, ensure_ascii=False))


def plain(words: str | None) -> str:
    return " ".join(
        word for word in re.sub(r"[^\w\s-]", " ", (words or "").lower()).split()
        if word not in {"the", "a", "an", "its", "new"}
    )  # fmt: skip


def agrees(wanted: re.Match[str], event: dict[str, Any]) -> bool:
    if (wanted["kind"], wanted["force"]) != (event["kind"], event["force"]):
        return False
    pairs = [(wanted["subject"], event["subject"]), (wanted["new"], event["new_name"])]
    return all(
        not want or (plain(got) and (plain(want) in plain(got) or plain(got) in plain(want)))
        for want, got in pairs
    )


def cases(path: Path, everything: bool) -> None:
    authority = load_authority_records()
    right = total = 0
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            text = row["input"].replace("⏎", "\n").replace("\n \n ", "\n\n")
            events = events_of(reading_of("A/RES/80/1", text, authority))
            wanted = list(_EXPECTED.finditer(row["expected"]))
            if "terminate+succeed" in row["expected"]:
                wanted = []
                good = {e["kind"] for e in events} == {"terminate", "succeed"} and all(
                    "General Assembly" in (e["actor"] or "") and e["date"] == "2018-12-20"
                    for e in events
                )
            else:
                good = all(any(agrees(one, event) for event in events) for one in wanted)
            if "x2" in row["expected"] or "all three" in row["expected"]:
                named = [
                    subject for e in events if e["kind"] in row["expected"] and e["new_name"]
                    for subject in e["subjects"]
                ]  # fmt: skip
                good = len(named) == (2 if "x2" in row["expected"] else 3)
            asked = bool(wanted) or "x2" in row["expected"] or "+" in row["expected"]
            good = good and (asked or not events or "requested or reported" in row["expected"])
            total, right = total + 1, right + good
            if everything or not good:
                told = [
                    f"{e['kind']} {e['force']}: {e['subject']} -> {e['new_name']}"
                    f" {e['actor']} {e['authority']} {e['date']}" for e in events
                ]  # fmt: skip
                print("ok " if good else "BAD", row["case"], "|", row["expected"], "||", told)
    print(f"{right} of {total}")


def results() -> None:
    """Write the section of results.md: the first look at each draw, next to the code before."""
    with (ROOT / "benchmarks/first_looks.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    lines = [
        "The first look at each draw, before anything was mended on it. Kinds have recall and "
        "precision, fields the share that was found where stated and the share that was wrong; "
        "in brackets the table of sentences before the grammar.",
        "",
        "| day | draw | what | labelled | found | precision, or wrong |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        before = (row["found_before"], row["precision_or_wrong_before"])
        found, right = (
            f"{now} ({then})" if then else now
            for now, then in zip((row["found"], row["precision_or_wrong"]), before, strict=True)
        )
        lines.append(
            f"| {row['day']} | {row['draw']} | {row['what']} | {row['labelled']} "
            f"| {found} | {right} |"
        )
    write_results("Events by a grammar (benchmarks/grammar.py)", lines)


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["predict"]:
        predict(Path(arguments[1]))
    elif arguments[:1] == ["results"]:
        results()
    elif arguments[:1] == ["cases"]:
        cases(shared_folder() / "cases" / "events.tsv", "--all" in arguments)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
