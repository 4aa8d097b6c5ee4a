"""Citations against the links that the publisher set in 622 resolutions, and in six languages.

The mark-up is stripped before the extraction: what is compared is what the words alone tell.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from akn_truth import as_text, read_truth, squeeze
from common import shared_folder, write_results
from southsouth.reading.citations import How, citations_in
from southsouth.reading.citations.links import linked_symbol
from southsouth.reading.documents import read, read_bytes
from southsouth.reading.structure import PartKind, Resolution, parse_resolution

_KEY = 140
LANGUAGES = ("fr", "es", "ru", "zh", "ar")
#: What the publisher never links.
UNLINKED = ("UNTS/", "SALES/")
Where = tuple[str, str]


def bare(symbol: str) -> str:
    """A symbol without section letter and volume, as score_citations.py compares them."""
    without = re.sub(r"\(VOL\.?[IVX]+\)$", "", symbol.upper())
    without = re.sub(r"(\d)[A-Z]\(", r"\1(", without)
    return re.sub(r"((?:^|/)\d+)[A-Z]$", r"\1", without)


def place(resolution: Resolution, part_id: str) -> Where:
    """A part by its kind and first words, the same in the mark-up and in the text without it."""
    part = resolution.part(part_id)
    kind = "footnote" if part.kind is PartKind.FOOTNOTE else "paragraph"
    words = re.sub("[\u2010\u2011\u00ad]", "", resolution.text[part.start : part.end])
    return kind, squeeze(words.replace("-", ""))[:_KEY]


def series_of(symbol: str) -> str:
    """The first two parts of a symbol: A/RES, A/DEC, E/CN.4."""
    return "/".join(symbol.split("/")[:2])


def shared_symbols(wanted: set[str], found: set[str]) -> set[str]:
    """Those of ``wanted`` that are found; a parallel symbol by either of its parts, and a document
    that is linked whole by the part of it that the words name."""
    parts = {half for one in found for half in (one, *one.split("-S/"), *one.split("-E/"))}
    parts |= {re.sub(r"\(PARTS?[IVXAND]*\)", "", one) for one in found}
    halves = {
        f"{head}/{one.split('-' + head + '/')[1]}"
        for one in found
        for head in ("S", "E", "A")
        if f"-{head}/" in one
    }
    return wanted & (found | parts | halves)


def linked(resolution: Resolution) -> dict[Where, set[str]]:
    """The symbols that the links of each part name."""
    found: defaultdict[Where, set[str]] = defaultdict(set)
    for link in resolution.document.links:
        symbol = linked_symbol(link.href)
        if symbol is None or symbol == resolution.symbol:
            continue
        for part in resolution.parts:
            if part.kind is not PartKind.FRONT and part.start <= link.start < part.end:
                found[place(resolution, part.id)].add(bare(symbol.text))
    return found


def extracted(resolution: Resolution) -> dict[Where, set[str]]:
    """The targets of the citations of each part."""
    found: defaultdict[Where, set[str]] = defaultdict(set)
    for citation in citations_in(resolution):
        target = citation.target
        if target is None or target.text.startswith(UNLINKED) or citation.how is How.IBID:
            continue
        holder = citation.footnote or citation.part
        if holder:
            found[place(resolution, holder)].add(bare(target.text))
    return found


def compare(path: Path, counts: Counter[tuple[str, str]], named: set[str]) -> Iterator[str]:
    """Count what both have, each has alone, in paragraphs and footnotes with a link; yield the
    disagreements. The series that links name are added to ``named``."""
    want = linked(parse_resolution(read(path)))
    named |= {series_of(one) for symbols in want.values() for one in symbols}
    text = as_text(read_truth(path))
    got = extracted(parse_resolution(read_bytes(text.encode(), path.name)))
    for where, symbols in want.items():
        kind, words = where
        found = got.get(where, set())
        both = shared_symbols(symbols, found)
        extra = found - shared_symbols(found, symbols) - {x for x in found if "-" in x and both}
        counts[kind, "both"] += len(both)
        counts[kind, "missed"] += len(symbols - both)
        counts[kind, "extra"] += len(extra)
        for one in extra:
            counts[kind, series_of(one)] += 1
        for what, ones in (("missed", symbols - both), ("extra", extra)):
            for one in sorted(ones):
                yield f"{kind} {what}\t{path.stem}\t{one}\t{words}"


def languages(shared: Path) -> Iterator[tuple[str, str, int, int]]:
    """Language, how it was read, symbols of the English version found in it, and all of them."""
    versions: defaultdict[str, dict[str, Resolution]] = defaultdict(dict)
    for path in sorted((shared / "akn").glob("*/*.xml")):
        document = read(path)
        if document.record is not None:
            symbol = document.record.symbol.replace(" ", "")
            versions[symbol][document.language] = parse_resolution(document)
    for by_language in versions.values():
        english = by_language.get("en")
        if english is None or len(by_language) < 2:
            continue
        wanted = {bare(c.target.text) for c in citations_in(english) if c.target}
        for language in LANGUAGES:
            version = by_language.get(language)
            if version is None:
                continue
            unlinked = replace(version, document=replace(version.document, links=()))
            for how, one in (("with links", version), ("words alone", unlinked)):
                found = {bare(c.target.text) for c in citations_in(one) if c.target}
                yield language, how, len(wanted & found), len(wanted)


def main() -> None:
    """Measure and write the section, then print the disagreements."""
    shared = shared_folder()
    counts: Counter[tuple[str, str]] = Counter()
    named: set[str] = set()
    wrong = [
        line
        for path in sorted((shared / "akn" / "english").glob("*.xml"))
        for line in compare(path, counts, named)
    ]
    lines = []
    for kind in ("paragraph", "footnote"):
        both, missed, extra = (counts[kind, what] for what in ("both", "missed", "extra"))
        lines.append(
            f"- {kind}s with a link: recall {both / (both + missed):.4f}, "
            f"precision {both / (both + extra):.4f} ({both} found, {missed} missed, {extra} more)"
        )
        never = sum(
            count
            for (where, what), count in counts.items()
            if where == kind and "/" in what and what not in named
        )
        lines[-1] += (
            f"; without the {never} of series that no link names (decisions and the like): "
            f"precision {both / (both + extra - never):.4f}"
        )
    found: Counter[tuple[str, str]] = Counter()
    wanted: Counter[tuple[str, str]] = Counter()
    for language, how, here, all_of_them in languages(shared):
        found[how, language] += here
        wanted[how, language] += all_of_them
    for how in ("with links", "words alone"):
        shares = ", ".join(f"{x} {found[how, x] / wanted[how, x]:.4f}" for x in LANGUAGES)
        lines.append(f"- of the symbols of the English versions, {how}: {shares}")
    write_results(
        "Citations in the UN's mark-up (benchmarks/akn_citations.py)",
        [
            "622 English resolutions, mark-up stripped, against the links that the publisher set:",
            "",
            *lines,
        ],
    )
    for line in wrong:
        print(line)


if __name__ == "__main__":
    main()
