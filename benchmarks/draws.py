"""Draws of sentences that nobody fitted: what is labelled by hand before the code sees it.

Usage: draws.py SEED [COUNT] [--reports | --changes] > drawn.jsonl

A draw is seeded and takes its sentences from the wild files, the Akoma Ntoso and DOCX files and the
corpus outside the blocks of the lineage gold. A sentence belongs to one hand of six by its letters,
and a seed draws from the hand ``seed % 6``: no sentence comes twice over six seeds. First a stem is
chosen, then a sentence that has it, so rare verbs are tried as well as common ones, and what is
said in the same words a hundred times is drawn no oftener than what is said once. Offsets count in
the file's text, which is for XML and DOCX the paragraphs joined by empty lines. An item of a list
has the paragraph that introduces it before it.
"""

from __future__ import annotations

import json
import random
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypedDict

from lxml import etree

from common import shared_folder

HANDS = 6
SHARE_OF_CHANGES = 0.6  # of a draw; the rest are of founding and adoption
SHORTEST, LONGEST, WHOLE, LEAD = 50, 1400, 700, 500

# How often a stem is tried beside the others: those that seldom mean anything else come oftener.
CHANGES = (
    *(6 * (
        r"renam(?:e[ds]?|ing)\b", r"re-?designat", r"retitl", r"formerly|former name", r"replac",
        r"succe(?:ed|ss(?!ful|es\b))", r"(?:take|took|taken|taking)[ -]?over", r"reconstitut",
        r"supersed",
        r"merg(?:e|ed|er|ing)\b", r"absor|subsum", r"dissol", r"abolish|abolition", r"liquidat",
        r"upgrad|elevat", r"reorgani[sz]|restructur", r"convert|conversion", r"proclaim",
        r"disband|w(?:ind|ound)(?:ing)? ?(?:up|down)", r"in place of|in lieu of|instead of",
    )),
    *(3 * (
        r"known as", r"called (?!for|upon|on)", r"transform", r"integrat|incorporat", r"terminat",
        r"consolidat|amalgamat|unif(?:y|ied|ication)", r"discontinu",
        r"transition(?:ed)? (?:to|from)", r"designat", r"transfer", r"clos(?:ed|ing|ure)\b",
    )),
    r"nam(?:e|ed|ing)\b", r"titles?\b", r"entitled", r"assum", r"combin", r"split",
    r"conclu", r"cease(?!-fire)", r"declar", r"renew", r"expan[ds]", r"phas(?:e|ed|ing)[ -]out",
    r"previously", r"hereinafter", r"follow-on", r"revitali[sz]ed", r"no longer",
    r"drawdown|wind-down",
)  # fmt: skip
FOUNDING = (
    *(4 * (
        r"establish(?:es)?\b", r"established", r"establishing", r"establishment",
        r"creat(?:e|ed|ing|ion)\b", r"(?:set|setting)(?:-| )up\b", r"launch", r"found(?:ed|ing)\b",
        r"institut(?:ed|ing)\b", r"conven(?:e|ed|ing)\b",
    )),
    r"form(?:ed|ing|ation of)\b", r"adopt", r"endors", r"includ", r"inaugurat",
    r"operationali[sz]", r"constituted", r"appoint", r"decides (?:that|to)", r"authori[sz]es",
)  # fmt: skip
_HEADS = re.compile(
    r"\b(?:[A-Z-]{4,}|(?i:agency|agenda|appeal|board|bureau|cent(?:re|er)|commission(?:er)?|committee|"
    r"conference|convention|coordinator|council|court|day|decade|department|division|entity|"
    r"envoy|facility|force|forum|framework|fund|group|initiative|institute|mechanism|mission|"
    r"network|office|operation|organi[sz]ation|panel|partnership|plan|platform|post|programme|"
    r"project|protocol|rapporteur|secretariat|section|service|session|strategy|team|tribunal|"
    r"unit|university|week|year))s?\b"
)

_LISTED = re.compile(r"\((?:[a-z]{1,2}|[ivx]+|\d+)\) ")
_CAPITAL = re.compile(r"(?<=[ (“])[A-Z][\w’-]+")
_STOP = re.compile(r"(?<=[a-z0-9)”]\.) (?=[“(]?[A-Z])")
_ABBREVIATION = re.compile(
    r"\b(?:Nos?|Mrs?|Ms|Dr|paras?|Add|Rev|Corr|arts?|vol|chap|sect|St|ibid|Suppl|[A-Z])\.$"
)
#: A stem of a change of identity, and a name with a head noun or an acronym near it.
_STEM = "|".join(dict.fromkeys(CHANGES[: CHANGES.index(r"known as")]))
_NEAR_NAME = r"(?:[A-Z]{3,}|[A-Z][a-z]+ (?:(?:of|for|and|on|the) )*[A-Z][a-z]+)"
_CLOSE = re.compile(
    rf"(?:\b(?:(?i:{_STEM})).{{0,70}}{_NEAR_NAME}|{_NEAR_NAME}.{{0,50}}\b(?:(?i:{_STEM})))"
)
_REPORT = re.compile(r"(?i)\breport")
_ASK = re.compile(r"(?i)\b(?:request|invit|ask)")


class Drawn(TypedDict):
    """A sentence drawn: where it stands, and its text with whitespace squeezed."""

    file: str
    symbol: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be drawn; the trigger is sought in what follows its lead."""

    file: str
    symbol: str
    start: int
    end: int
    lead: str
    body: str

    @property
    def text(self) -> str:
        return f"{self.lead}\n\n{self.body}" if self.lead else self.body

    def weight(self, found: re.Match[str]) -> int:
        """Things with a name are what is asked for, yet nothing is barred for want of one."""
        near = self.body[max(0, found.start() - 60) : found.end() + 60]
        heads = [head[0] for head in _HEADS.finditer(near)]
        named = any(head[0].isupper() for head in heads)
        return (2 if len(_CAPITAL.findall(self.body)) >= 2 else 1) + 6 * bool(heads) + 24 * named

    def row(self) -> Drawn:
        return {"file": self.file, "symbol": self.symbol, "start": self.start, "end": self.end,
                "text": self.text}  # fmt: skip


def squeezed(text: str) -> str:
    return " ".join(text.split())


def letters(text: str) -> str:
    """What makes two sentences one: their letters alone, so yearly repetitions count once."""
    return re.sub(r"[^a-z]", "", text.lower())[:140]


def wording(found: re.Match[str]) -> str:
    """A stem's word and the two after it: what is said a hundred times is drawn no oftener."""
    return " ".join(re.findall(r"\w+", found.string[found.start() :].lower())[:3])


def hand_of(text: str) -> int:
    return int.from_bytes(sha256(letters(text).encode()).digest()[:4], "big") % HANDS


def akn_text(path: Path) -> tuple[str, str] | None:
    """Symbol and paragraphs of an English file; numbers before them, footnotes left out."""
    root = etree.parse(str(path), etree.XMLParser(recover=True)).getroot()
    name = "{*}"
    language = root.find(f".//{name}FRBRlanguage")
    if language is None or language.get("language") != "eng":
        return None
    number = root.find(f".//{name}coverPage//{name}docNumber")
    symbol = squeezed("".join(map(str, number.itertext()))) if number is not None else path.stem
    blocks, pending = [], ""
    for skipped in ("authorialNote", "meta", "coverPage"):
        for element in list(root.iter(f"{name}{skipped}")):
            for child in list(element):
                element.remove(child)
            element.text = ""
    for element in root.iter(f"{name}num", f"{name}p"):
        words = squeezed("".join(str(part) for part in element.itertext()))
        if str(element.tag).endswith("}num"):
            pending = f"{words} "
        elif words:
            blocks.append(pending + words)
            pending = ""
    return symbol, "\n\n".join(blocks)


def docx_text(path: Path) -> tuple[str, str]:
    with zipfile.ZipFile(path) as file:
        root = etree.fromstring(file.read("word/document.xml"))
    paragraphs = (
        squeezed("".join(str(run.text or "") for run in paragraph.iter("{*}t", "{*}tab")))
        for paragraph in root.iter("{*}p")
    )
    symbol = re.sub(r"^A_(\d+)_6_SECT_(\d+).*", r"A/\1/6 (Sect. \2)", path.stem)
    return symbol, "\n\n".join(filter(None, paragraphs))


def ocr_text(path: Path) -> tuple[str, str]:
    parts = re.match(r"S_RES_0*(\d+)_(\d+)", path.name)
    symbol = f"S/RES/{parts[1]} ({parts[2]})" if parts else path.stem
    return symbol, path.read_text(encoding="utf-8", errors="replace")


def converted_text(path: Path) -> tuple[str, str]:
    """A report as a converter wrote it; its symbol is the first printed."""
    text = path.read_text(encoding="utf-8", errors="replace").replace("\f", "\n\n")
    found = re.search(r"\b[AES]/[A-Z0-9./-]+\d", text)
    return (found[0] if found else path.stem), text


def corpus_text(path: Path) -> tuple[str, str]:
    text = path.read_text(encoding="utf-8")
    return text.split("\n", 1)[0], text


SOURCES: tuple[tuple[str, str, Callable[[Path], tuple[str, str] | None]], ...] = (
    ("wild/sc-akn", "*.xml", akn_text),
    ("wild/sc-texts", "*.txt", ocr_text),
    ("akn/english", "*.xml", akn_text),
    ("docx", "*.docx", docx_text),
    ("wild/pdftotext", "*.txt", converted_text),
    ("wild/pdftotext", "*.md", converted_text),
    ("corpus/documents", "*.txt", corpus_text),
)


def gold_blocks(shared: Path) -> dict[str, set[int]]:
    """The blocks of the lineage gold, by symbol without spaces; block 0 follows the symbol."""
    found: dict[str, set[int]] = {}
    gold = shared / "corpus" / "gold" / "lineage.jsonl"
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found.setdefault(re.sub(r"\s", "", row["symbol"]).upper(), set()).add(int(row["block"]))
    return found


def blocks_of(text: str) -> list[tuple[int, int, str]]:
    """The blocks between empty lines: start, end, text; words cut at a line's end are joined."""
    return [
        (match.start(), match.end(), squeezed(re.sub(r"-\n(?=[a-z])", "-", match[0])))
        for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)
    ]


def sentences(block: str) -> list[str]:
    """A short paragraph whole, the sentences of a long one."""
    if len(block) <= WHOLE:
        return [block]
    pieces: list[str] = []
    for piece in _STOP.split(block):
        if pieces and _ABBREVIATION.search(pieces[-1]):
            pieces[-1] += f" {piece}"
        else:
            pieces.append(piece)
    return pieces


def lead_of(blocks: list[tuple[int, int, str]], index: int) -> str:
    """The paragraph that introduces an item of a list."""
    if not _LISTED.match(blocks[index][2]):
        return ""
    for _, _, text in reversed(blocks[max(0, index - 25) : index]):
        if text.endswith((":", ": –", ":–")):
            return text
        if not _LISTED.match(text):
            break
    return ""


def candidates_in(file: str, symbol: str, text: str, barred: set[int]) -> Iterator[Candidate]:
    blocks = blocks_of(text)
    for index, (start, end, block) in enumerate(blocks):
        if index - 1 in barred:
            continue
        lead = lead_of(blocks, index)
        if len(lead) > LEAD:
            continue
        for sentence in sentences(block):
            if SHORTEST <= len(sentence) <= LONGEST:
                yield Candidate(file, symbol, start, end, lead, sentence)


def everything(shared: Path) -> Iterator[Candidate]:
    """Every sentence of the unseen material, one of each wording, none of the gold's blocks."""
    gold = gold_blocks(shared)
    seen: set[str] = set()
    corpus = shared / "corpus" / "documents"
    for path in sorted(corpus.glob("*.txt")):
        symbol, text = corpus_text(path)
        for index in gold.get(re.sub(r"\s", "", symbol).upper(), ()):
            blocks = text.split("\n\n")
            if index + 1 < len(blocks):
                seen.update(map(letters, sentences(squeezed(blocks[index + 1]))))
    for folder, pattern, read in SOURCES:
        for path in sorted((shared / folder).glob(pattern)):
            if (pair := read(path)) is None:
                continue
            symbol, text = pair
            key = re.sub(r"\s", "", symbol).upper()
            barred = gold.get(key, set()) if folder == "corpus/documents" else set()
            for one in candidates_in(f"{folder}/{path.name}", symbol, text, barred):
                if (letter := letters(one.body)) not in seen:
                    seen.add(letter)
                    yield one


def pick(
    pool: list[Candidate], stems: tuple[str, ...], count: int, chance: random.Random
) -> list[Candidate]:
    """Stem after stem in a shuffled order, a sentence of each, till there are enough."""
    having: dict[str, dict[Candidate, float]] = {}
    for stem in set(stems):
        pattern = re.compile(rf"(?i)\b(?:{stem})")
        found = [(one, match) for one in pool if (match := pattern.search(one.body))]
        often = Counter(wording(match) for _, match in found)
        having[stem] = {one: one.weight(match) / often[wording(match)] for one, match in found}
    chosen: dict[Candidate, None] = {}
    while len(chosen) < count and any(having.values()):
        for stem in chance.sample(stems, len(stems)):
            row = {one: weight for one, weight in having[stem].items() if one not in chosen}
            having[stem] = row
            if row and len(chosen) < count:
                chosen[chance.choices(list(row), list(row.values()))[0]] = None
    return list(chosen)


def draw(seed: int, n: int, shared: Path) -> list[Drawn]:
    """So many sentences: three in five with a stem of change, the others with one of founding."""
    chance = random.Random(seed)  # noqa: S311
    pool = [one for one in everything(shared) if hand_of(one.body) == seed % HANDS]
    changes = pick(pool, CHANGES, round(n * SHARE_OF_CHANGES), chance)
    taken = set(changes)
    rest = [one for one in pool if one not in taken]
    drawn = changes + pick(rest, FOUNDING, n - len(changes), chance)
    chance.shuffle(drawn)
    return [one.row() for one in drawn]


def draw_changes(seed: int, n: int, shared: Path) -> list[Drawn]:
    """So many sentences with a stem of change alone and a thing with a name close to it: changes of
    identity are rare, and a draw of everything has hardly one."""
    chance = random.Random(seed)  # noqa: S311
    pool = [
        one
        for one in everything(shared)
        if hand_of(one.body) == seed % HANDS and _CLOSE.search(one.body)
    ]
    drawn = pick(pool, CHANGES[: CHANGES.index(r"known as")], n, chance)
    chance.shuffle(drawn)
    return [one.row() for one in drawn]


def draw_reports(seed: int, n: int, shared: Path) -> list[Drawn]:
    """So many paragraphs that hold "report" and a word of asking."""
    chance = random.Random(seed)  # noqa: S311
    pool = [
        one
        for one in everything(shared)
        if hand_of(one.body) == seed % HANDS and _REPORT.search(one.text) and _ASK.search(one.text)
    ]
    return [one.row() for one in chance.sample(pool, min(n, len(pool)))]


def main(arguments: list[str]) -> None:
    numbers = [int(argument) for argument in arguments if argument.isdigit()]
    seed, count = numbers[0], numbers[1] if len(numbers) > 1 else 150
    taker = draw_changes if "--changes" in arguments else draw
    taker = draw_reports if "--reports" in arguments else taker
    for number, row in enumerate(taker(seed, count, shared_folder()), start=1):
        print(json.dumps({"id": number, **row}, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
