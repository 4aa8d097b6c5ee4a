"""Language for people: comparisons side by side, chains of paragraphs, traces, series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, StrictUndefined
from rich.console import Console
from rich.text import Text

from southsouth.language.compare import Change, Piece, Row, word_difference
from southsouth.language.passages import Passage
from southsouth.language.resolution_series import Member, Series
from southsouth.language.trace import Trace
from southsouth.views.terminal import cut, without_control

_LOOKS: Final = {Change.SAME: "", Change.OUT: "red strike", Change.IN: "green underline"}
#: Where there is no colour, what was put in and taken out stands in the signs of GNU wdiff.
_SIGNS: Final = {Change.SAME: ("", ""), Change.OUT: ("[-", "-]"), Change.IN: ("{+", "+}")}


def state_of(row: Row) -> str:
    """What became of a paragraph, in a word or two."""
    if row.old is None:
        return "new"
    if row.new is None:
        return "dropped"
    words = "unchanged" if row.similarity == 1.0 else "amended"
    return f"moved, {words}" if row.moved else words


def counts_of(rows: Sequence[Row]) -> dict[str, int]:
    """How many paragraphs became what."""
    return dict(sorted(Counter(map(state_of, rows)).items()))


@dataclass(frozen=True, slots=True)
class _Side:
    id: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    left: _Side
    right: _Side
    state: str
    likeness: str


def _lines(rows: Sequence[Row]) -> Iterator[_Line]:
    for row in rows:
        old, new = row.old, row.new
        if old is not None and new is not None:
            pieces = word_difference(old.text, new.text)
            left = _Side(old.id, tuple(p for p in pieces if p.change is not Change.IN))
            right = _Side(new.id, tuple(p for p in pieces if p.change is not Change.OUT))
            likeness = f"{row.similarity:.0%}" if row.similarity < 1 else ""
        else:
            left, right = (
                _Side(p.id, (Piece(change, p.text),)) if p is not None else _Side("", ())
                for p, change in ((old, Change.OUT), (new, Change.IN))
            )
            likeness = ""
        yield _Line(left, right, state_of(row), likeness)


def as_html(rows: Sequence[Row], old: Passage, new: Passage) -> str:
    """The comparison of the documents of two passages as a page of its own, which needs no other
    host, prints, and follows the reader's dark mode."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = files("southsouth.views").joinpath("comparison.html").read_text(encoding="utf-8")
    counts = ", ".join(f"{count} {state}" for state, count in counts_of(rows).items())
    return environment.from_string(template).render(
        old=old.document,
        new=new.document,
        old_day=old.day.isoformat(),
        new_day=new.day.isoformat(),
        counts=counts,
        lines=list(_lines(rows)),
    )


def difference(old: str, new: str, *, colour: bool) -> Text:
    """The words of both in one run of text, coloured, or with signs where there is no colour."""
    text = Text()
    for piece in word_difference(old, new):
        words = " ".join(without_control(piece.text).split())
        if not words:
            continue
        before, after = ("", "") if colour else _SIGNS[piece.change]
        text.append(f"{before}{words}{after}", style=_LOOKS[piece.change] if colour else "")
        text.append(" ")
    text.rstrip()
    return text


def print_comparison(console: Console, rows: Sequence[Row]) -> None:
    """Each paragraph with what became of it, and the words that changed."""
    for row in rows:
        names = " → ".join(p.id for p in (row.old, row.new) if p is not None)
        likeness = f" {row.similarity:.0%}" if row.old and row.new and row.similarity < 1 else ""
        console.print(Text(f"{names}  {state_of(row)}{likeness}", style="bold"))
        if row.old is None or row.new is None:
            words = " ".join(p.text for p in (row.old, row.new) if p is not None)
            console.print(
                Text("  " + without_control(cut(words, 200)), style="green" if row.new else "red")
            )
        elif row.similarity < 1:
            shown = difference(row.old.text, row.new.text, colour=console.color_system is not None)
            console.print(shown)
    counts = ", ".join(f"{count} {state}" for state, count in counts_of(rows).items())
    console.print(Text(counts))


def comparison_json(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """A comparison as plain JSON values."""
    return [
        {
            "old": row.old.key if row.old else None,
            "new": row.new.key if row.new else None,
            "state": state_of(row),
            "similarity": round(row.similarity, 3),
            "pieces": pieces_json(row.old.text if row.old else "", row.new.text if row.new else ""),
        }
        for row in rows
    ]


def pieces_json(old: str, new: str) -> list[dict[str, str]]:
    """A word-level difference as plain JSON values."""
    return [{"change": p.change.value, "text": p.text} for p in word_difference(old, new)]


_CHART: Final = 32


def print_trace(console: Console, found: Trace) -> None:
    """First and last use, and a bar a year: the documents that use the phrase."""
    if not found.uses:
        console.print(Text(f"nobody says {without_control(found.phrase)!r} here"))
        return
    documents = list(dict.fromkeys(p.document for p in found.uses))
    for label, use in (("first", found.uses[0]), ("last", found.uses[-1])):
        console.print(Text(f"{label:<6}{use.day}  {use.document} {use.id}"))
    console.print(Text(f"used in {len(found.uses)} provisions of {len(documents)} documents"))
    most = max(using for _, using, _ in found.by_year)
    for year, using, held in found.by_year:
        if not held:
            continue
        bar = "█" * max(round(using / most * _CHART), 1 if using else 0)
        console.print(
            Text.assemble(
                f"{year}  ", (bar, "cyan"), f" {using}" if using else "·", (f"  of {held}", "dim")
            )
        )


def _member(member: Member, asked: str) -> Text:
    day = member.day.isoformat() if member.day else "?" * 10
    held = "" if member.held else "  (not held)"
    mark = "→ " if member.document == asked else "  "
    return Text(
        f"{mark}{day}  {member.document:<22}{cut(member.title, 60)}  [{member.because}]{held}"
    )


def print_series(console: Console, series: Series, asked: str) -> None:
    """The members in the order of time, and which to cite."""
    for member in series.members:
        console.print(_member(member, asked), soft_wrap=True)
    latest = series.latest
    if latest.document == asked:
        console.print(Text(f"{asked} is the latest of its series"))
    else:
        console.print(Text(f"you cite {asked}; the latest of its series is {latest.document}"))
    if series.gaps:
        console.print(Text(f"gaps: {', '.join(member.document for member in series.gaps)}"))
