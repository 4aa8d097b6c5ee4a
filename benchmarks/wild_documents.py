"""Documents as people have them: how many of each kind are read as what they are.

Usage: wild_documents.py [KIND…]     (texts, pdf, pdftotext, akn, dialects; none: all of them)

Right is what the name of the file tells (the symbol), what a line of the text says (date of
adoption, numbers of paragraphs), or what the same document is in another form. Faults are listed.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from common import shared_folder
from southsouth.errors import DocumentError
from southsouth.reading.documents import read_file
from southsouth.reading.structure import PartKind, Resolution, parse_resolution
from southsouth.un.dates import MONTHS, PLAIN_DATE, parse_date
from southsouth.un.symbols import canonical

_WILD = shared_folder() / "wild"
_DIALECTS = shared_folder() / "cases" / "documents" / "dialects"
_SHOWN = 12
_STEP = 2
_TEXT_NAME = re.compile(r"S_RES_0*(?P<number>\d+)_(?P<year>\d{4})_")
_NUMBERED = re.compile(r"^[^\S\n]*(?P<number>\d{1,2}|l)[^\S\n]?[.,]\s+[A-Z(]", re.MULTILINE)
_HEAD = re.compile(
    rf"(?:Resolution\s+of|\(\d{{4}}\)\W*\s*of|Adopted\s+by[^,]*,[^,]*?on|,\s*on)\s+({PLAIN_DATE})",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    rf"(?<![\d/])\d+/\d+(?![\d/])|\d+\s\((?:19|20)\d\d\)|\d{{1,2}}\s(?:{'|'.join(MONTHS)})"
)


class Tally:
    """Counts of one kind of material, with the names of the files that are at fault."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.counts: Counter[str] = Counter()
        self.faults: dict[str, list[str]] = {}

    def right(self, what: str, ok: bool, fault: str) -> None:
        """Count one file where ``what`` can be told, and note it where it is wrong."""
        self.counts[f"{what} of"] += 1
        if ok:
            self.counts[what] += 1
        else:
            self.note(f"not {what}", fault)

    def note(self, what: str, fault: str) -> None:
        """Count a fault."""
        self.faults.setdefault(what, []).append(fault)

    def show(self, *, limit: int = _SHOWN) -> None:
        """Print the counts and the first faults of each kind."""
        print(f"## {self.kind}")
        for what in [key for key in self.counts if f"{key} of" in self.counts]:
            print(f"  {what}: {self.counts[what]} of {self.counts[f'{what} of']}")
        for what, faults in self.faults.items():
            print(f"  {what}: {len(faults)}")
            for fault in faults[:limit]:
                print(f"      {fault}")


def _read(file: Path, tally: Tally) -> Resolution | None:
    try:
        resolution = parse_resolution(read_file(file))
    except DocumentError as error:
        tally.note("refused", f"{file.name}: {error.problem}")
        tally.right("read", ok=False, fault=file.name)
        return None
    tally.right("read", ok=True, fault="")
    return resolution


def _printed_numbers(source: str) -> int:
    """How many numbers at the heads of lines count up, from 1 (again in each section); one may have
    been misread."""
    last = count = 0
    for found in _NUMBERED.finditer(source):
        number = int(found["number"].replace("l", "1"))
        if number == 1 or 0 < number - last <= _STEP:
            last = number
            count += 1
    return count


def _figures(text: str) -> Counter[str]:
    return Counter(" ".join(found[0].split()) for found in _FIGURES.finditer(text))


def _numbers(resolution: Resolution) -> list[str]:
    kinds = (PartKind.OPERATIVE, PartKind.PARAGRAPH)
    return [part.number for part in resolution.parts if part.kind in kinds and part.number]


def texts() -> Tally:
    """Security Council texts: symbol from the name, date from the head, numbers from the lines."""
    tally = Tally("Security Council texts")
    for file in sorted((_WILD / "sc-texts").glob("*.txt")):
        named = _TEXT_NAME.match(file.name)
        resolution = _read(file, tally) if named else None
        if named is None or resolution is None:
            continue
        source = file.read_text(errors="replace")
        symbol = f"S/RES/{named['number']}({named['year']})"
        got = resolution.symbol.text
        tally.right("symbol", got == symbol, f"{file.name}: {got}")
        head = _HEAD.search(source[:500])
        expected = parse_date(head[1]) if head else None
        day = resolution.front.adopted
        tally.right("dated", day is not None, f"{file.name}")
        if expected and named["year"] == str(expected.year):
            tally.right("date", day == expected, f"{file.name}: {day}, not {expected}")
        numbers = [n for n in _numbers(resolution) if n.isdigit()]
        wanted = _printed_numbers(source)
        tally.right(
            "operative paragraphs",
            len(numbers) == wanted and (wanted > 0 or _acts(resolution)),
            f"{file.name}: {len(numbers)}, not {wanted}",
        )
        lost = _figures(source) - _figures(resolution.text)
        tally.right("figures kept", not lost, f"{file.name}: {dict(lost)}")
        _suspicious(tally, file, resolution)
    return tally


def _acts(resolution: Resolution) -> bool:
    return any(part.kind is PartKind.OPERATIVE for part in resolution.parts)


def _suspicious(tally: Tally, file: Path, resolution: Resolution) -> None:
    aside = sum(
        part.end - part.start
        for part in resolution.parts
        if part.kind in (PartKind.FRONT, PartKind.FOOTNOTE)
    )
    share = aside / max(len(resolution.text), 1)
    if share > 0.5:
        tally.note("mostly front matter or footnotes", f"{file.name}: {share:.0%}")


def pdf() -> Tally:
    """PDFs named by their symbols."""
    tally = Tally("PDFs of many series")
    for file in sorted((_WILD / "pdf").glob("*.pdf")):
        if file.name.startswith("UNDoc"):
            continue
        resolution = _read(file, tally)
        if resolution is None:
            continue
        named = canonical(file.name.removesuffix(".pdf").removesuffix(".en").replace("_", "/"))
        got = resolution.symbol.text
        tally.right("symbol", got in named.split(","), f"{file.name}: {got}")
        title = resolution.front.title
        false = re.match(rf"(?:session|(?:{'|'.join(MONTHS)})\b)", title, re.IGNORECASE)
        tally.right("title not false", not false, f"{file.name}: {title}")
        _suspicious(tally, file, resolution)
    return tally


def pdftotext() -> Tally:
    """Texts that pdftotext wrote and Markdown made of them, against the PDFs of the same symbol."""
    tally = Tally("pdftotext")
    pdfs: dict[str, Resolution] = {}
    for file in sorted((_WILD / "pdftotext").glob("g*.pdf")):
        try:
            resolution = parse_resolution(read_file(file))
        except DocumentError as error:
            tally.note("PDF refused", f"{file.name}: {error.problem}")
            continue
        pdfs[file.stem] = pdfs[resolution.symbol.text] = resolution
    for file in sorted((_WILD / "pdftotext").glob("g*.txt")):
        if file.stem in pdfs and (text := _read(file, tally)):
            _agree(tally, file, text, pdfs[file.stem])
    for file in sorted((_WILD / "pdftotext").glob("A_*.md")):
        marked = _read(file, tally)
        if marked and (other := pdfs.get(marked.symbol.text)):
            _agree(tally, file, marked, other)
    return tally


def _agree(tally: Tally, file: Path, resolution: Resolution, other: Resolution) -> None:
    got, wanted = Counter(_numbers(resolution)), Counter(_numbers(other))
    most = max(got.total(), wanted.total())
    same = (got & wanted).total() / most if most else 1.0
    tally.right("symbol", resolution.symbol == other.symbol, f"{file.name}: {resolution.symbol}")
    told = f"{file.name}: {same:.2f} ({got.total()} against {wanted.total()})"
    tally.right("numbers", same >= 0.97, told)
    words = _words_by_number(other)
    mine = _words_by_number(resolution)
    agree = sum(mine.get(number) == held for number, held in words.items())
    told = f"{file.name}: {agree} of {len(words)}"
    tally.right("words", agree >= 0.97 * len(words), told)
    tally.counts["paragraphs"] += agree
    tally.counts["paragraphs of"] += len(words)
    _suspicious(tally, file, resolution)


def _words_by_number(resolution: Resolution) -> dict[str, str]:
    kinds = (PartKind.OPERATIVE, PartKind.PARAGRAPH)
    return {
        part.number: re.sub(r"\W+", "", resolution.words(part))
        for part in resolution.parts
        if part.kind in kinds and part.number
    }


def akn() -> Tally:
    """Akoma Ntoso of the Security Council: what cannot be read, and what has no paragraph."""
    tally = Tally("Security Council AKN")
    for file in sorted((_WILD / "sc-akn").rglob("*.xml")):
        resolution = _read(file, tally)
        if resolution is not None:
            day = resolution.front.adopted
            tally.right("dated", day is not None and day.year > 1945, file.name)
            kinds = (PartKind.PREAMBULAR, PartKind.OPERATIVE, PartKind.PARAGRAPH)
            provisions = any(part.kind in kinds for part in resolution.parts)
            tally.right("provisions", provisions, file.name)
    return tally


def dialects() -> Tally:
    """One text in the forms that converters write: the same paragraphs in all."""
    tally = Tally("dialects")
    base = _shape(parse_resolution(read_file(_DIALECTS / "00_base.md")))
    for file in sorted(_DIALECTS.iterdir()):
        resolution = _read(file, tally)
        if resolution is not None:
            shape = _shape(resolution)
            tally.right("paragraphs", shape[0] == base[0], f"{file.name}: {shape[0]}")
            tally.right("footnotes", shape[1] == base[1], f"{file.name}: {shape[1]}")
    return tally


def _shape(resolution: Resolution) -> tuple[list[str], list[str]]:
    ids = [part.id for part in resolution.parts if part.level == 1]
    return ids, [part.id for part in resolution.parts if part.kind is PartKind.FOOTNOTE]


_KINDS = {"texts": texts, "pdf": pdf, "pdftotext": pdftotext, "akn": akn, "dialects": dialects}


def main(kinds: Iterable[str]) -> None:
    """Measure those kinds of material."""
    for kind in kinds or _KINDS:
        _KINDS[kind]().show()


if __name__ == "__main__":
    main(sys.argv[1:])
