"""Structure against the publisher's mark-up, labels read by hand, six languages, two formats."""

from __future__ import annotations

import csv
import difflib
import hashlib
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from akn_truth import Row, Truth, as_text, read_truth, squeeze
from common import ROOT, shared_folder, write_results
from southsouth.reading.citations import citations_in
from southsouth.reading.documents import Document, read, read_bytes
from southsouth.reading.documents.model import BlockKind, Role
from southsouth.reading.structure import PartKind, Resolution, parse_resolution
from southsouth.reading.structure.classify import classify, opening_verb
from southsouth.reading.structure.labelled import Labelled
from southsouth.reading.structure.parse import adopts
from southsouth.reading.structure.verbs import phrase_end
from southsouth.un.numerals import canonical_number

PROVISIONS = {"preambular", "operative", "point", "annex-text", "annex", "formula", "section"}
LABELS = ROOT / "tests" / "data" / "structure_labels.tsv"
DIFFERENCES = ROOT / "tests" / "data" / "language_differences.tsv"
#: The labels' word for a sub-paragraph, and ours.
ROLES = {"sub": "point"}


class Score:
    """Counts by what is compared; disagreements kept to be read."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.all: Counter[str] = Counter()
        self.wrong: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, what: str, same: bool, note: str = "") -> None:
        self.all[what] += 1
        self.right[what] += same
        if not same:
            self.wrong[what].append(note)

    def line(self, what: str) -> str:
        return f"{what}: {self.right[what]}/{self.all[what]} = {self.share([what]):.4f}"

    def share(self, what: Iterable[str]) -> float:
        names = list(what)
        return sum(self.right[w] for w in names) / max(sum(self.all[w] for w in names), 1)


def phrase(document: Document, label: Labelled) -> str:
    """The opening phrase of a block in lower case, "" for none."""
    found = opening_verb(document.text, label.words or label.block.start, label.block.end)
    if found is None:
        return ""
    return squeeze(
        document.text[found.start() : phrase_end(document.text, found, label.block.end)]
    ).lower()


def same_phrase(one: str, other: str) -> bool:
    """Whether two phrases agree; "of" belongs to one by one convention and not by another."""
    return one.removesuffix(" of") == other.removesuffix(" of")


def excused(row: Row, label: Labelled, words: str) -> bool:
    """Whether a disagreement is the mark-up's: its number or kind is not what is printed."""
    if row.kind in {"heading", "preambular"} and label.kind is BlockKind.HEADING:
        return True  # a heading marked up as a paragraph
    if row.kind == "point" and row.level != label.level and row.level > 0:
        return True  # "(i)" under "(a)" marked up as its equal, or the other way about
    if row.kind in {"operative", "point"} and row.level == 1 and words.startswith("("):
        return True
    if row.kind == "point" and re.match(r"\w\.", row.number):
        return True  # "A." of a heading, the "l." that stands for "1."
    return row.kind == "annex-text" and label.kind is BlockKind.POINT  # bullets, marked up flat


def compare(truth: Truth, score: Score, raw: Score) -> None:
    """Parse the plain text of a document and hold it against its mark-up."""
    document = read_bytes(as_text(truth).encode(), truth.name)
    resolution = parse_resolution(document)
    labelled = classify(document, adopts=True)
    by_words: defaultdict[str, list[Labelled]] = defaultdict(list)
    for label in labelled:
        by_words[squeeze(document.words(label.block))].append(label)
    parents = parent_numbers(labelled)
    for row in truth.rows:
        if row.kind in {"front", "title", "unnumbered", "row"}:
            continue
        same_words = by_words.get(squeeze(row.words))
        if not same_words:
            note = f"{truth.name}: {row.words[:80]} (not found)"
            for target in (score, raw):
                target.add(row.kind, False, note)
            continue
        label = same_words.pop(0) if len(same_words) > 1 else same_words[0]
        number = canonical_number(row.number) if row.level else label.number
        agrees = label.kind == row.kind and label.number == number
        if agrees and row.level > 0:
            agrees = label.level == row.level
        if agrees and row.level > 1:
            above = truth.rows[row.parent].number if row.parent >= 0 else ""
            agrees = parents[id(label)] == canonical_number(above)
        note = (
            f"{truth.name}: {row.kind} {row.number} → {label.kind} {label.number}: {row.words[:60]}"
        )
        raw.add(row.kind, agrees, note)
        score.add(row.kind, agrees or excused(row, label, row.words), note)
        if row.phrase and row.level == 1:
            found = same_phrase(phrase(document, label), row.phrase.lower())
            for target in (score, raw):
                target.add("phrase", found, f"{row.phrase} ≠ {phrase(document, label)}")
    notes(truth, resolution, score)
    facts(truth, resolution, score)


def parent_numbers(labelled: list[Labelled]) -> dict[int, str]:
    """The number of the paragraph that each sub-paragraph hangs from."""
    last: dict[int, str] = {}
    found = {}
    for label in labelled:
        if label.level > 0:
            continues = label.kind is BlockKind.PARAGRAPH and not label.number
            if not continues:
                found[id(label)] = last.get(label.level - 1, "")
                last = {k: v for k, v in last.items() if k < label.level}
                last[label.level] = label.number
    return found


def notes(truth: Truth, resolution: Resolution, score: Score) -> None:
    """Footnotes: the label, the body, and the words before the mark."""
    text = resolution.text
    got = [
        (
            part.number,
            squeeze(text[max(part.mark_offset - 30, 0) : part.mark_offset])
            if part.mark_offset >= 0
            else None,
            squeeze(resolution.words(part)),
        )
        for part in resolution.parts
        if part.kind is PartKind.FOOTNOTE
    ]
    for note in truth.notes:
        found = any(
            label == note.label
            and before is not None
            and words == note.words
            and note.before.endswith(before[-15:])
            for label, before, words in got
        )
        score.add("footnotes", found, f"{truth.name} {note.label}: …{note.before[-40:]}")


def facts(truth: Truth, resolution: Resolution, score: Score) -> None:
    """Symbol, dates, meeting, agenda items, committee and report."""
    front, want = resolution.front, truth.facts
    cited = {c.target.text for c in citations_in(resolution) if c.target and c.part == "front"}
    reports = re.findall(r"[A-Z]+/[\w./-]+", want["report"])
    pairs = {
        "symbol": (resolution.symbol.text, want["symbol"]),
        "date of adoption": (str(front.adopted), want["adoption"]),
        "date of issuance": (str(front.distributed), want["publication"]),
        "meeting": (front.meeting, want["meeting"]),
        "agenda items": (", ".join(front.agenda_items), want["items"]),
        "committee": (front.report_of, want["committee"]),
        "report or draft": (sorted(cited & set(reports)), sorted(set(reports))),
    }
    for what, (got, expected) in pairs.items():
        score.add(what, got == expected, f"{truth.name} {what}: {got} ≠ {expected}")


def label_rows(shared: Path) -> Iterator[tuple[dict[str, str], Document, list[Labelled], str]]:
    """Each hand-made label with its document, read and classified, and the block's words."""
    files: dict[str, Path] = {}
    for path in (shared / "corpus" / "documents").glob("*.txt"):
        with path.open(encoding="utf-8") as lines:
            files.setdefault(lines.readline().strip(), path)
    held: dict[str, tuple[Document, list[Labelled], list[str]]] = {}
    with LABELS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            symbol = row["symbol"]
            if symbol not in held:
                source = files[symbol].read_text(encoding="utf-8")
                document = read_bytes(source.encode(), symbol)
                blocks = re.split(r"\n\s*\n", source.strip())[1:]
                held[symbol] = (document, classify(document, adopts=adopts(document)), blocks)
            document, labelled, blocks = held[symbol]
            words = squeeze(blocks[int(row["block"])])
            if hashlib.sha256(words.encode()).hexdigest()[:12] == row["hash"]:
                yield row, document, labelled, words


def label_score(shared: Path) -> Score:
    """The labels of old and other documents."""
    score = Score()
    for row, document, labelled, words in label_rows(shared):
        role = ROLES.get(row["role"], row["role"])
        printed = words.lstrip("# ")
        found = sorted(
            (
                label
                for label in labelled
                if squeeze(document.words(label.block))[:40] == printed[:40]
            ),
            key=lambda label: squeeze(document.words(label.block)) != printed,
        )
        note = f"{row['symbol']} {row['block']} {role} {row['number']}: {words[:60]}"
        if not found:
            bodies = [
                squeeze(document.words(b)) for b in document.blocks if b.role is Role.FOOTNOTE
            ]
            same = role == "noise" or (role == "note" and any(b in words for b in bodies))
            score.add("labels", same, note)
            continue
        label = found[0]
        same = label.kind == role or {label.kind, role} <= {"front", "title"}
        if same and role in PROVISIONS | {"paragraph"}:
            same = label.number.strip("()") == row["number"].strip("()")
            same = same and label.level == int(row["level"])
        score.add("labels", same, f"{note} → {label.kind} {label.number} {label.level}")
        if row["phrase"]:
            score.add("label phrases", same_phrase(phrase(document, label), row["phrase"]), note)
    return score


def listed_differences() -> dict[tuple[str, str, str], tuple[str, str]]:
    """Differences between language versions that were read in the mark-up and explained: what is
    missing and added in a version, by symbol, language and what is compared."""
    with DIFFERENCES.open(encoding="utf-8", newline="") as lines:
        return {
            (row["symbol"], row["language"], row["what"]): (row["missing"], row["added"])
            for row in csv.DictReader(lines, delimiter="\t")
        }


def six_languages(shared: Path) -> Score:
    """Numbers of provisions, footnotes, cited symbols of each document in all its languages: as
    they are ("each version" counts single versions), and as explained by DIFFERENCES."""
    listed = listed_differences()
    by_symbol: defaultdict[str, dict[str, Resolution]] = defaultdict(dict)
    for path in sorted((shared / "akn").glob("*/*.xml")):
        resolution = parse_resolution(read(path))
        by_symbol[resolution.symbol.text][resolution.document.language] = resolution
    score = Score()
    for symbol, versions in by_symbol.items():
        if len(versions) < 2 or "en" not in versions:
            continue
        english = versions.pop("en")
        for what, value in COMPARED.items():
            wanted = value(english)
            other = {language: value(r) for language, r in versions.items()}
            wrong = {
                language: (_list(wanted - got), _list(got - wanted))
                for language, got in other.items()
                if got != wanted
            }
            open_ones = {
                language: difference
                for language, difference in wrong.items()
                if listed.pop((symbol, language, what), None) != difference
            }
            score.add(what, not wrong)
            score.add(f"{what}, explained", not open_ones, f"{symbol}: {open_ones}")
            for language in versions:
                score.add(f"{what}, each version", language not in wrong)
    for key in listed:
        score.add("listed differences that are gone", False, " ".join(key))
    return score


def _list(found: Counter[str]) -> str:
    return " ".join(sorted(one.replace(" ", "") for one in found.elements()))


def _numbers(resolution: Resolution) -> Counter[str]:
    return Counter(
        part.number
        for part in resolution.parts
        if part.number and part.kind not in {PartKind.FOOTNOTE, PartKind.ANNEX}
    )


def _notes(resolution: Resolution) -> Counter[str]:
    return Counter(p.number for p in resolution.parts if p.kind is PartKind.FOOTNOTE)


def _cited(resolution: Resolution) -> Counter[str]:
    return Counter({c.target.text for c in citations_in(resolution) if c.target})


COMPARED = {"numbers": _numbers, "footnotes": _notes, "cited symbols": _cited}


def two_formats(shared: Path) -> list[str]:
    """A/RES/73/6 as PDF and as the corpus text."""
    pdf = parse_resolution(read(shared / "pdf" / "A_RES_73_6-EN.pdf"))
    text = parse_resolution(read(shared / "corpus" / "documents" / "A_RES_73_6.txt"))
    skip = {PartKind.FRONT, PartKind.FOOTNOTE}
    one = [p for p in pdf.parts if p.kind not in skip]
    two = [p for p in text.parts if p.kind not in skip]
    same = [(p.id, [v.verb for v in p.verbs]) for p in one] == [
        (p.id, [v.verb for v in p.verbs]) for p in two
    ]
    least = min(
        difflib.SequenceMatcher(
            None, squeeze(pdf.words(a)), squeeze(text.words(b)), autojunk=False
        ).ratio()
        for a, b in zip(one, two, strict=True)
    )

    def cites(resolution: Resolution) -> list[tuple[str, str]]:
        return [
            (c.part, c.target.text) for c in citations_in(resolution) if c.target and not c.footnote
        ]

    return [
        f"A/RES/73/6 as PDF and as text: {len(one)} provisions, ids and verbs "
        f"{'the same' if same else 'NOT the same'}, citations in the text "
        f"{'the same' if cites(pdf) == cites(text) else 'NOT the same'}, "
        f"least similarity {least:.4f}."
    ]


def speed(truths: list[Truth]) -> str:
    """Megabytes of plain text a second, from the bytes to the parts."""
    texts = [as_text(truth).encode() for truth in truths]
    started = time.perf_counter()
    documents = [read_bytes(text, "x.txt") for text in texts]
    reading = time.perf_counter() - started
    started = time.perf_counter()
    for document in documents:
        parse_resolution(document)
    parsing = time.perf_counter() - started
    started = time.perf_counter()
    for text in texts:
        text.decode().splitlines()
    bare = time.perf_counter() - started
    size = sum(len(text) for text in texts) / 1e6
    return (
        f"Speed: structure {size / parsing:.1f} MB/s, with reading the text and its footnotes "
        f"{size / (reading + parsing):.1f} MB/s ({(reading + parsing) / bare:.0f} × decoding it "
        "and splitting it into lines)."
    )


def main() -> None:
    """Measure and write the section, then print the disagreements."""
    shared = shared_folder()
    truths = [read_truth(path) for path in sorted((shared / "akn" / "english").glob("*.xml"))]
    score, raw = Score(), Score()
    for truth in truths:
        compare(truth, score, raw)
    labels = label_score(shared)
    languages = six_languages(shared)
    kinds = sorted(PROVISIONS & set(raw.all))
    lines = [
        f"{len(truths)} English resolutions in the UN's mark-up, stripped to plain text and "
        "parsed. First as the mark-up has it, then without the disagreements in which it "
        "contradicts itself or its print (headings marked up as paragraphs, flat lists):",
        "",
        *(f"- {raw.line(kind)}; {score.share([kind]):.4f}" for kind in [*kinds, "heading"]),
        f"- all provisions (kind, number, level, parent): {raw.share(kinds):.4f}; "
        f"{score.share(kinds):.4f}",
        *(
            f"- {score.line(what)}"
            for what in (
                "phrase",
                "footnotes",
                "symbol",
                "date of adoption",
                "date of issuance",
                "meeting",
                "agenda items",
                "committee",
                "report or draft",
            )
        ),
        "",
        f"Older and other documents, by hand ({LABELS.relative_to(ROOT)}): "
        f"{labels.line('labels')}; {labels.line('label phrases')}.",
        "",
        "Six languages, documents in which all versions agree: "
        + "; ".join(languages.line(w) for w in COMPARED)
        + ". Single versions: "
        + "; ".join(languages.line(f"{w}, each version") for w in COMPARED)
        + f". Documents whose versions agree or differ as {DIFFERENCES.relative_to(ROOT)} lists "
        "and explains (each read in the mark-up): "
        + "; ".join(languages.line(f"{w}, explained") for w in COMPARED)
        + ".",
        "",
        *two_formats(shared),
        "",
        speed(truths),
    ]
    write_results("Structure (benchmarks/structure.py)", lines)
    for what, wrong in (*raw.wrong.items(), *labels.wrong.items(), *languages.wrong.items()):
        for note in wrong:
            if note:
                print(f"  {what}: {note}"[:240])


if __name__ == "__main__":
    main()
