"""Score extracted events against the labels of a draw (see draws.py).

Usage: score_draws.py LABELS.jsonl PREDICTIONS.jsonl [--errors]

A line of either file has the ``id`` of a sentence and its ``events``: kind, force, subject,
new_name, actor, authority (a list), date. An event is found where a prediction in the same sentence
has its kind, and subject and new name agree: one contains the other, plainly written. Predictions
that agree with an optional label, repeat a found one, or are marked ``generic`` count neither way.
What is paired by its kind alone counts against recall and precision, and as a wrong subject or new
name among the fields.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

KINDS = ("rename", "succeed", "merge", "establish", "terminate", "designate", "proclaim")
_WITH_NEW_NAME = {"rename", "succeed", "merge"}
_SPEAKING = "the speaking organ"
_ORGANS = (
    ("A/HRC", "Human Rights Council"),
    ("A/", "General Assembly"),
    ("S/", "Security Council"),
    ("E/RES", "Economic and Social Council"),
    ("UNEP/EA", "United Nations Environment Assembly"),
)
_ARTICLES = {"the", "a", "an", "its", "this", "new"}

Event = dict[str, Any]


def plain(name: str | None) -> str:
    words = re.sub(r"[^\w\s-]", " ", (name or "").lower()).split()
    return " ".join(word for word in words if word not in _ARTICLES)


def agree(one: str | None, other: str | None) -> bool:
    """As in score_lineage.py of the shared corpus: one contains the other."""
    a, b = plain(one), plain(other)
    return bool(a and b) and (a in b or b in a)


def plain_symbol(symbol: str) -> str:
    """Without spaces and case; a resolution of the Security Council without its year."""
    bare = re.sub(r"\s", "", symbol).upper()
    return re.sub(r"^(S/RES/\d+)\(\d+\)$", r"\1", bare)


@dataclass
class Fields:
    """What was found, stated and wrong of the fields of the events that were paired."""

    counts: Counter[str] = field(default_factory=Counter)

    def note(self, name: str, stated: bool, found: bool, wrong: bool) -> None:
        self.counts[f"{name} stated"] += stated
        self.counts[f"{name} found"] += stated and found
        self.counts[f"{name} wrong"] += wrong
        self.counts[f"{name} seen"] += 1

    def line(self, name: str) -> str:
        count = self.counts
        stated, seen = count[f"{name} stated"], count[f"{name} seen"]
        return (
            f"{name:10} stated {stated:4}  found {count[f'{name} found'] / (stated or 1):.3f}"
            f"  wrong {count[f'{name} wrong'] / (seen or 1):.3f} of {seen}"
        )


@dataclass
class Score:
    """Counts by kind, the fields, and what was missed or more."""

    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    fields: Fields = field(default_factory=Fields)
    errors: list[tuple[str, int, Event]] = field(default_factory=list)

    def line(self, kind: str) -> str:
        wanted, found, extra = self.wanted[kind], self.found[kind], self.extra[kind]
        return (
            f"{kind:10} labelled {wanted:4}  recall {found / (wanted or 1):.3f}"
            f"  precision {found / (found + extra or 1):.3f}  missed {wanted - found:3}"
            f"  extra {extra:3}"
        )


def names_agree(label: Event, event: Event) -> bool:
    """The kind, the subject and, where the label has one, the new name."""
    if label["kind"] != event["kind"]:
        return False
    if label["subject"] and not agree(label["subject"], event.get("subject")):
        return False
    if label["kind"] not in _WITH_NEW_NAME or not label["new_name"]:
        return True
    return agree(label["new_name"], event.get("new_name"))


def neutral(event: Event, labels: list[Event]) -> bool:
    """It repeats a label, or agrees with one that was optional; its new name is not asked for."""
    return any(names_agree({**label, "new_name": None}, event) for label in labels)


def same_actor(stated: str, given: str, symbol: str) -> bool:
    """The speaking organ may be named, and the organ named may be given as the speaking one."""
    organ = next((name for prefix, name in _ORGANS if symbol.startswith(prefix)), "")
    if _SPEAKING in (stated, given):
        other = given if stated == _SPEAKING else stated
        return other == _SPEAKING or agree(other, organ)
    return agree(stated, given)


def note_fields(fields: Fields, label: Event, event: Event, symbol: str) -> None:
    """Compare the fields of an event with those of its label."""
    subject = agree(label["subject"], event.get("subject"))
    fields.note("subject", True, subject, not subject)
    if label["kind"] in _WITH_NEW_NAME and label["new_name"]:
        new_name = agree(label["new_name"], event.get("new_name"))
        fields.note("new name", True, new_name, not new_name)
    fields.note("force", True, label["force"] == event.get("force"),
                label["force"] != event.get("force"))  # fmt: skip
    stated, given = label["actor"] or "", event.get("actor") or ""
    right = bool(stated and given) and same_actor(stated, given, symbol)
    fields.note("actor", bool(stated), right, bool(given) and not right)
    cited = {plain_symbol(one) for one in label["authority"]}
    read = {plain_symbol(one) for one in event.get("authority") or []}
    fields.note("authority", bool(cited), cited <= read, bool(read - cited))
    day, told = label["date"] or "", event.get("date") or ""
    right = bool(day and told) and (day.startswith(told) or told.startswith(day))
    fields.note("date", bool(day), right, bool(told) and not right)


def score_sentence(score: Score, row: dict[str, Any], events: list[Event]) -> None:
    labels = [label for label in row["events"] if not label.get("optional")]
    left = [event for event in events if not event.get("generic")]
    missed = []
    for label in labels:
        score.wanted[label["kind"]] += 1
        hit = next((event for event in left if names_agree(label, event)), None)
        if hit is None:
            missed.append(label)
            continue
        left.remove(hit)
        score.found[label["kind"]] += 1
        note_fields(score.fields, label, hit, row["symbol"])
    known = [label for label in row["events"] if label not in missed]
    more = [event for event in left if not neutral(event, known)]
    for event in more:
        score.extra[event["kind"]] += 1
    score.errors += [("missed", row["id"], label) for label in missed]
    score.errors += [("extra", row["id"], event) for event in more]
    for label in missed:
        pair = next((event for event in more if event["kind"] == label["kind"]), None)
        if pair is not None:
            more.remove(pair)
            note_fields(score.fields, label, pair, row["symbol"])


def score_files(labels: Path, predictions: Path) -> Score:
    predicted: dict[int, list[Event]] = defaultdict(list)
    for line in predictions.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        predicted[row["id"]] += row["events"]
    score = Score()
    for line in labels.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        score_sentence(score, row, predicted[row["id"]])
    return score


def main(arguments: list[str]) -> None:
    files = [Path(argument) for argument in arguments if not argument.startswith("--")]
    if len(files) != 2:
        sys.exit(__doc__)
    score = score_files(*files)
    for kind in KINDS:
        print(score.line(kind))
    print()
    for name in ("subject", "new name", "force", "actor", "authority", "date"):
        print(score.fields.line(name))
    if "--errors" in arguments:
        for what, number, event in score.errors:
            print(what, number, json.dumps(event, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
