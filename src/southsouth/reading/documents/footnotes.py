"""Footnotes of plain text: bodies at the foot of a page or of the file, marks glued to words.

A text file has lost the small raised figures: "the Committee,2 and" is all that is left of a mark.
Bodies are found first (a rule above them, labels that count up); then each label is looked for in
the words above, in order, and the cheapest run of marks that keeps the order wins. How notes are
labelled: UN Editorial Manual, "Footnotes and other notes" ("1/" in documents before 1998).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from southsouth.reading.documents.model import Block
from southsouth.un.dates import MONTHS, PLAIN_DATE

_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RULE: Final = re.compile(r"[_‗—–=-]{5,}|(?:[_—–-] ?){5,}")
_RULE_SIGNS: Final = frozenset("_‗—–=-")
#: A body: its label, then its first word. The plain figure needs a word behind it: "1 Ibid.".
_BODY: Final = re.compile(
    r"(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s*(?=\S)|(?P<slash>\d{1,3}|[a-z])/\s+(?=\S)"
    r"|(?P<figure>\d{1,3})\s+(?=[^\W\d_]|[(“\"‘'\[]|\d{4} [A-Z])"
    r"|(?P<star>\*{1,3})\s*(?=[^\W_]|[(“\"])|(?P<letter>[a-z])\s+(?=[A-Z(“])"
    r"|(?P<caret>\^\d{1,3})\s+(?=\S)"
)
#: What a mark of each kind looks like in the words.
_MARKS: Final = {
    "raised": r"(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})",
    "slash": r"(?P<slash>\s+(?:\d{1,3}|[a-z])/)(?=[\s,;:.)\]”\"’]|$)",
    "star": r"(?<=[^\s*])(?P<star>\*{1,3})(?!\*)",
    "figure": r"(?P<figure>(?<!\d)\d++)(?=[\s,;:.)\]”\"’—–]|$)",
    "caret": r"(?<=[^\s\d])(?P<caret>\^\d{1,3})(?!\d)",
    "letter": r"(?<=[^\W\d_][,;:.”’)])(?P<letter>[a-z])(?=\s)",
}
#: Words whose full stop joins them to a number: "Add.1" holds no mark.
_ABBREVIATED: Final = re.compile(
    r"(?:Add|Corr|Rev|Amend|No|Nos|L|Vol|INF|CONF|CN|C|SR|PV|para|p)\.$"
)
_NO_MARK_AFTER: Final = frozenset("/-‐‑‒–—(+$€£#&=<>[“‘_^~")
#: How notes begin that are told without a rule above them.
_TYPICAL: Final = re.compile(
    r"(?:See\b|Ibid\b|Official\s+Records|United\s+Nations(?:,\s+Treaty|\s+publication)|[A-Z]+/[A-Z0-9]"
    r"|(?:General\s+Assembly\s+|Council\s+)?[Rr]esolutions?\s+\d|Documents?\s+[A-Z]+/|For\s+the\s+text"
    r"|Voir\b|Documents?\s+officiels)"
)
#: "1 December 2020" below the last paragraph is a date, and not note 1.
_DATE: Final = re.compile(rf"{PLAIN_DATE}\s*(?:\n|\Z)")
_YEAR: Final = re.compile(r"(?<!\d)(?:18|19|20)\d\d$")
#: "resolution 73/90,1 thereby": no thousands are counted behind such a number.
_SESSION_NUMBER: Final = re.compile(r"/\d{1,3}$")
#: What makes the figures before it a day, or the number of a resolution with its year or session.
_BELONGS: Final = re.compile(
    rf"\s+(?:{'|'.join(MONTHS)})\b|\s*\((?:(?:18|19|20)\d\d|(?:ES-|S-)?[IVXLC]+)\)"
)
_SESSION: Final = re.compile(r"(?<![\w/.])(?:ES-|S-)?\d{1,2}/$")
_LONGEST_NUMBER: Final = 3
_YEAR_LENGTH: Final = 4
_CENTURIES: Final = frozenset({"18", "19", "20"})
_MISSING: Final = 4.0
_STOPPED: Final = re.compile(r"\w[.,;:”\"’)] \Z")
_APART: Final = re.compile(r"\w[,;]? \Z")
#: Marks with a space before them, and how many of them tell that a tool left such spaces.
_SPACED: Final = re.compile(r"[^\W\d][.;] \d{1,3} (?=[A-Z])")
_SPACED_MARKS: Final = 5
#: What stands behind a mark between sentences: the next one, or the end of the paragraph.
_SENTENCE: Final = re.compile(r" [A-Z(“]|\s*(?:\n\n|\Z)")
#: Pairs of a note and a place for its mark; a text with more of them is no document with notes.
_MOST_PAIRS: Final = 400_000


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A footnote body: ``start`` and ``end`` span its words without the label; the mark spans
    ``mark_start`` to ``mark_end`` in the text above, both -1 where it was not found."""

    label: str
    start: int
    end: int
    mark_start: int = -1
    mark_end: int = -1


@dataclass(frozen=True, slots=True)
class FoundNotes:
    """All footnotes of a text, and the blocks (by index) that hold nothing else or are rules."""

    notes: tuple[FoundNote, ...] = ()
    blocks: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    price: float


#: A note while it is found: kind of its label, label, start and end of its words.
_Body = tuple[str, str, int, int]
_Path = tuple[_Mark | None, Any] | None


def _label(found: re.Match[str]) -> tuple[str, str]:
    kind = found.lastgroup or ""
    return kind, found[kind].translate(_RAISED).strip().rstrip("/").lstrip("^")


def _follows(label: str, last: str) -> bool:
    """Whether a foot may go on (or begin, after "") with that label."""
    if label.isdigit():
        return int(label) == 1 or (last.isdigit() and int(label) == int(last) + 1)
    return not last or not last.isdigit()


def _bodies(text: str, block: Block, last: str) -> list[_Body]:
    """The notes in one block (kind, label, start, end): one, or one on each line."""
    found: list[_Body] = []
    for line in re.finditer(r"[^\n]+", text[block.start : block.end]):
        at = block.start + line.start()
        body = None if _DATE.match(text, at, block.end) else _BODY.match(text, at, block.end)
        kind, label = _label(body) if body else ("", "")
        before = found[-1][1] if found else last
        if body and (_follows(label, before) or (not found and not before)):
            found.append((kind, label, body.end(), block.start + line.end()))
        elif found:  # a note of several lines
            found[-1] = (*found[-1][:3], block.start + line.end())
        else:
            return []
    return found


def rule_end(text: str, block: Block) -> int:
    """Where the rule ends that is the first of several lines of ``block``; 0 for none."""
    if text[block.start : block.start + 1] not in _RULE_SIGNS:
        return 0
    end = text.find("\n", block.start, block.end)
    if end < 0:
        return 0
    while text[end - 1].isspace():
        end -= 1
    return end if _RULE.fullmatch(text, block.start, end) else 0


def _run(
    text: str, blocks: Sequence[Block], index: int, last: str
) -> tuple[list[int], list[_Body]]:
    """The notes of the blocks from ``index`` on, and the blocks that they take. A block between
    two notes that count on belongs to the first of them."""
    held: list[int] = []
    notes: list[_Body] = []
    while index < len(blocks):
        before = notes[-1][1] if notes else last
        found = _bodies(text, blocks[index], before)
        if not found:
            follows = notes and index + 1 < len(blocks) and _bodies(text, blocks[index + 1], before)
            if not follows or follows[0][1] == "1":
                break
            notes[-1] = (*notes[-1][:3], blocks[index].end)
        notes.extend(found)
        held.append(index)
        index += 1
    return held, notes


def _feet(text: str, blocks: Sequence[Block]) -> Iterator[tuple[list[int], list[_Body]]]:
    """Each foot: the indices of its blocks, the rule first, and its notes."""
    last = ""
    done = 0
    ruled = False
    for index, block in enumerate(blocks):
        if index < done or text[block.start : block.start + 1].isupper():
            continue  # neither a rule nor a label begins with a capital
        if _RULE.fullmatch(text, block.start, block.end):
            ruled = True
            held, notes = _run(text, blocks, index + 1, last)
            held.insert(0, index)
        elif (body := _BODY.match(text, block.start, block.end)) and _TYPICAL.match(
            text, body.end(), block.end
        ):  # the rule was lost
            ruled = True
            label = _label(body)[1]
            before = str(int(label) - 1) if label.isdigit() else ""
            held, notes = _run(text, blocks, index, before)
        else:
            continue
        if notes:
            last, done = notes[-1][1], held[-1] + 1
            yield held, notes
    if not ruled:
        yield from _last_foot(text, blocks)


def _last_foot(text: str, blocks: Sequence[Block]) -> Iterator[tuple[list[int], list[_Body]]]:
    """Notes at the end of a file without a rule above them: a run that counts up from 1."""
    first = len(blocks)
    while first > 1 and _BODY.match(text, blocks[first - 1].start, blocks[first - 1].end):
        first -= 1
    for index in range(first, len(blocks)):
        held, notes = _run(text, blocks, index, "0")
        if notes and notes[0][1] == "1":
            yield held, notes
            return


def _figures(
    text: str, start: int, end: int, *, spaced: bool = False
) -> Iterator[tuple[int, float]]:
    """Where in a run of figures a mark may begin, with the price of taking it for one.

    The whole run, if a word or stop stands before it; or its last figures, where the number without
    them exists and the number with them does not: "20195" is 2019 and mark 5, "70/1234" is 70/123
    and mark 4. Any other figure belongs to its number, and so does one before a month or a year.
    """
    if _BELONGS.match(text, end):
        return
    before = text[start - 1] if start else " "
    short = end - start <= _LONGEST_NUMBER
    apart = before == " " and short and _price_apart(text, start, end, spaced=spaced)
    if apart:
        yield start - 1, apart
    if not before.isspace() and before not in _NO_MARK_AFTER and start > 1 and short:
        if before.isalpha():
            yield start, 0.0 if before.islower() else 1.0
        elif before in ",.:" and text[start - 2].isdigit():
            price = _price_after_figure(text, start, end)
            if price < _MISSING:
                yield start, price
        elif before != "." or not _ABBREVIATED.search(text, max(0, start - 8), start):
            yield start, 0.0
    for width in range(1, min(3, end - start - 1) + 1):
        if text[end - width] != "0" and _is_whole_without(text, start, end - width):
            yield end - width, 0.0 if before.isspace() else 0.3


def _price_apart(text: str, start: int, end: int, *, spaced: bool) -> float:
    """The price of a mark before which a tool left a space, 0 where it is none: "to dig. 13 Wells"
    between sentences, and where the text is ``spaced``, "in wells 13 and"."""
    if _STOPPED.search(text, max(0, start - 4), start) and _SENTENCE.match(text, end):
        return 1.5
    if spaced and _APART.search(text, max(0, start - 3), start):
        return 2.5
    return 0.0


def _price_after_figure(text: str, start: int, end: int) -> float:
    """The price of a mark behind a figure and a stop: "in 2019,5", "resolution 73/90,1"."""
    year = _YEAR.search(text, max(0, start - 6), start - 1)
    if year or _SESSION_NUMBER.search(text, max(0, start - 9), start - 1):
        return 0.0
    # "Goal 14,4": thousands have three figures behind their comma, and a point is a decimal one
    return 1.0 if text[start - 1] == "," and end - start < 3 else _MISSING


def _is_whole_without(text: str, start: int, end: int) -> bool:
    """Whether the figures are a year, or the number of a resolution that no further figure can
    follow: "70/123"; numbers of four figures are those of other documents."""
    length = end - start
    if text[start - 1 : start] == "/":
        return length == _LONGEST_NUMBER and bool(_SESSION.search(text, max(0, start - 9), start))
    return length == _YEAR_LENGTH and text[start : start + 2] in _CENTURIES


def _marks(
    text: str, notes: Sequence[_Body], skipped: Sequence[tuple[int, int]], *, spaced: bool
) -> dict[tuple[str, str], list[_Mark]]:
    """All places that could be marks, by the kind and label of the note that they would call."""
    labels = {note[1] for note in notes}
    pattern = re.compile("|".join(_MARKS[kind] for kind in sorted({note[0] for note in notes})))
    found: dict[tuple[str, str], list[_Mark]] = {}
    for match in pattern.finditer(text):
        kind, label = _label(match)
        index = bisect_left(skipped, (match.start() + 1, 0))
        if index and match.start() < skipped[index - 1][1]:
            continue
        if kind != "figure":
            if label in labels:
                found.setdefault((kind, label), []).append(_Mark(*match.span(), 0.0))
            continue
        for start, price in _figures(text, match.start(), match.end(), spaced=spaced):
            called = text[start : match.end()].lstrip()
            if called in labels:
                found.setdefault((kind, called), []).append(_Mark(start, match.end(), price))
    return found


def _align(
    notes: Sequence[_Body], limits: Sequence[int], marks: dict[tuple[str, str], list[_Mark]]
) -> list[_Mark | None]:
    """One mark for each note, or None, so that marks stand in the order of the notes."""
    # end of the last mark, price so far, marks so far (the last one first); later ends only where
    # they are cheaper
    paths: list[tuple[int, float, _Path]] = [(0, 0.0, None)]
    for (kind, label, _, _), limit in zip(notes, limits, strict=True):
        ends = [entry[0] for entry in paths]
        options: list[tuple[int, float, _Path]] = [
            (end, price + _MISSING, (None, path)) for end, price, path in paths
        ]
        for mark in marks.get((kind, label), ()):
            if mark.end > limit:
                continue
            at = bisect_left(ends, mark.start + 1) - 1
            if at >= 0:
                _, price, path = paths[at]  # the last is the cheapest that ends before the mark
                options.append((mark.end, price + mark.price, (mark, path)))
        options.sort(key=lambda option: (option[0], option[1]))
        paths = []
        for option in options:
            if not paths or option[1] < paths[-1][1]:
                paths.append(option)
    chosen: list[_Mark | None] = []
    path = min(paths, key=lambda entry: entry[1])[2]
    while path is not None:
        chosen.append(path[0])
        path = path[1]
    return chosen[::-1]


def _all_apart(text: str, marks: Sequence[_Mark | None]) -> bool:
    """Whether some marks were left out and all the others, two or more, have a space before them:
    the tool writes them so wherever they stand."""
    found = [mark for mark in marks if mark]
    apart = sum(text[mark.start] == " " for mark in found)
    return len(found) < len(marks) and apart == len(found) > 1


def may_hold_notes(text: str, blocks: Sequence[Block]) -> bool:
    """Whether anything in a text looks like the foot of a page; ``find_notes`` finds no footnote
    where nothing does."""
    return next(_feet(text, blocks), None) is not None


def find_notes(text: str, blocks: Sequence[Block]) -> FoundNotes:
    """The footnotes of a plain text whose blocks are ``blocks``.

    Bodies for most of which no mark is found, and that do not read like notes, stay paragraphs.
    """
    feet = list(_feet(text, blocks))
    if not feet:
        return FoundNotes()
    notes = [note for _, group in feet for note in group]
    limits = [blocks[held[0]].start for held, group in feet for _ in group]
    skipped = [(blocks[held[0]].start, blocks[held[-1]].end) for held, _ in feet]
    spaced = len(_SPACED.findall(text)) >= _SPACED_MARKS
    marks: list[_Mark | None] = []
    while True:
        found = _marks(text, notes, skipped, spaced=spaced)
        if sum(len(found.get(note[:2], ())) for note in notes) > _MOST_PAIRS:
            return FoundNotes()
        marks = _align(notes, limits, found)
        if spaced or not _all_apart(text, marks):
            break
        spaced = True
    sure = sum(
        mark is not None or _TYPICAL.match(text, note[2]) is not None
        for mark, note in zip(marks, notes, strict=True)
    )
    if sure * 2 < len(notes):
        return FoundNotes()
    return FoundNotes(
        tuple(
            FoundNote(label, start, end, mark.start if mark else -1, mark.end if mark else -1)
            for (_, label, start, end), mark in zip(notes, marks, strict=True)
        ),
        frozenset(index for held, _ in feet for index in held),
    )
