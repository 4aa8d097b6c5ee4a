"""Cards, tables, timelines and reports for the terminal (rich)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from southsouth.graph.store.results import Answer
from southsouth.views.facts import Card, short

#: What a field of a card is called for people.
_FIELDS = {
    "title": "title", "symbol": "symbol", "parallelSymbol": "also symbol",
    "adoptedOn": "adopted", "meetingLabel": "meeting", "sessionNumber": "session",
    "agendaItem": "agenda item", "distributedOn": "distributed",
    "adoptedOnReport": "on the report", "adoptedOnDraft": "on the draft",
    "reportingCommittee": "of the", "isEstablishedUnder": "established under",
    "isSetOutIn": "set out in", "isAdoptedByBody": "adopted by", "isPartOfBody": "part of",
    "isHeldBy": "held by", "heldFrom": "from", "heldUntil": "until", "heldIn": "in",
    "isFollowedBy": "followed by", "hasOfficialLink": "official text",
    "submittedByLiteral": "submitted by", "isSponsoredBy": "sponsored by",
    "sponsoredOnBehalfOf": "on behalf of", "isCosponsoredBy": "co-sponsored by",
    "votesInFavour": "in favour", "votesAgainst": "against", "abstentions": "abstaining",
    "isRecordedIn": "recorded in", "hasSubject": "subjects", "hasExpression": "languages",
    "hasConfidence": "confidence", "hasSource": "source",
}  # fmt: skip
_WIDEST = 96
#: What could steer the terminal: control characters other than tab and line break.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str = "") -> Table:
    """A plain table whose cells are never read as markup."""
    grid = Table(
        title=escape(title) or None,
        title_justify="left",
        box=None,
        pad_edge=False,
        header_style="bold",
    )
    for column in columns:
        grid.add_column(escape(column), overflow="fold")
    for row in rows:
        grid.add_row(*(escape(_CONTROL.sub("�", cell)) for cell in row))
    return grid


def without_control(text: str) -> str:
    """Text that cannot steer the terminal."""
    return _CONTROL.sub("�", text)


def cut(text: str, width: int = _WIDEST) -> str:
    """One line of at most ``width`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def print_answer(console: Console, answer: Answer, title: str = "") -> None:
    """A SELECT as a table, an ASK as yes or no, triples one a line."""
    if answer.truth is not None:
        console.print("yes" if answer.truth else "no")
        return
    if answer.triples:
        for triple in answer.triples:
            console.print(f"{triple} .", markup=False, highlight=False, soft_wrap=True)
        return
    rows = [[short(cell) for cell in row.values()] for row in answer.values()]
    console.print(table(answer.columns, rows, title))
    console.print(f"{len(rows)} row{'s' if len(rows) != 1 else ''}", style="dim")


def period(name: dict[str, str]) -> str:
    """The use of a name as people say it: ``began between … and …, still in use on …``."""
    start = _bound(name["startNotBefore"], name["startNotAfter"], _BEGAN)
    end = _bound(name["endNotBefore"], name["endNotAfter"], _ENDED)
    return ", ".join(part for part in (start, end) if part) or "no dated evidence"


#: How a bound is told: both days the same, two days, only "not before", only "not after".
_BEGAN = ("began {0}", "began between {0} and {1}", "began not before {0}", "in use by {1}")
_ENDED = ("ended {0}", "ended between {0} and {1}", "still in use on {0}", "ended by {1}")


def _bound(not_before: str, not_after: str, forms: tuple[str, str, str, str]) -> str:
    same, both, only_before, only_after = forms
    if not not_before and not not_after:
        return ""
    if not not_after:
        form = only_before
    elif not not_before:
        form = only_after
    else:
        form = same if not_before == not_after else both
    return form.format(not_before, not_after)


def print_card(console: Console, card: Card) -> None:
    """Everything on one thing, sources included."""
    console.print(
        f"[bold]{escape(card.found.label)}[/bold]  {escape(card.found.iri)}",
        soft_wrap=True,
        highlight=False,
    )
    facts = [(_FIELDS[fact["term"]], fact["value"]) for fact in card.facts]
    console.print(table(("", ""), facts))
    if card.names:
        _print_names(console, card.names)
    if card.parts:
        parts = [
            (short(p["part"]).rpartition(" ")[2], p["phrase"], cut(p["quote"], 60))
            for p in card.parts
        ]
        console.print(table(("provision", "opens with", "words"), parts, "Provisions"))
    if card.cites:
        cites = [
            (
                short(c["part"]).rpartition(" ")[2],
                c["verb"],
                c["target"] or f"(unresolved: {c['printed']})",
                c["pinpoint"],
                short(c["how"]).removeprefix("how/"),
            )
            for c in card.cites
        ]
        console.print(table(("in", "verb", "cites", "pinpoint", "told by"), cites, "Cites"))
    if card.cited_by:
        citing = [(short(c["part"]), c["verb"], c["pinpoint"]) for c in card.cited_by]
        console.print(table(("cited in", "verb", "pinpoint"), citing, "Cited by"))
    if card.events:
        print_events(console, card.events)


def _print_names(console: Console, names: Sequence[dict[str, str]]) -> None:
    rows = [
        (name["form"], name["status"], period(name), name["attestations"], short(name["aSource"]))
        for name in names
    ]
    console.print(table(("name", "status", "in use", "attested", "source"), rows, "Names"))


def when(event: dict[str, str]) -> str:
    """The date of an event; what is reported without a date happened by the day of the report."""
    if event["day"]:
        return event["day"]
    if event["notAfter"]:
        return f"{event['notBefore']} … {event['notAfter']}"
    if not event["stated"]:
        return "date unknown"
    return f"by {event['stated']}" if event["force"] == "reported" else event["stated"]


def print_events(console: Console, events: Sequence[dict[str, str]]) -> None:
    """Events with their force and where they stand."""
    rows = [
        (when(event), event["force"], event["label"], short(event["where"] or event["source"]))
        for event in events
    ]
    console.print(table(("date", "force", "event", "source"), rows, "Events"))


def print_lineage(
    console: Console, label: str, names: Sequence[dict[str, str]], events: Sequence[dict[str, str]]
) -> None:
    """The names of a thing in time, then what renamed it, each with its source and words."""
    console.print(Text(label, style="bold"))
    official = [name for name in names if name["status"] == "official name"] or list(names)
    other = [name for name in names if name not in official]
    for name in official:
        _indented(console, 2, f"■ {name['form']}", "bold")
        seen = f"; attested {name['first']} to {name['last']}" if name["first"] else ""
        source = f"  [{short(name['aSource'])}]" if name["aSource"] else ""
        _indented(console, 4, f"{period(name)}{seen}{source}", "dim")
    if other:
        _indented(console, 2, "also: " + "; ".join(name["form"] for name in other), "dim")
    for event in events:
        where = " → ".join(
            short(place) for place in (event["where"] or event["source"], event["also"]) if place
        )
        what = event["label"].removeprefix(f"{event['force']} ")
        told = int(event.get("statements", "1"))
        also = f"  ({told} statements)" if told > 1 else ""
        _indented(console, 2, f"{when(event)}  {event['force']}  {what}  [{where}]{also}")
        if event["quote"]:
            _indented(console, 6, f"“{cut(event['quote'], 320)}”", "dim")


def _indented(console: Console, indent: int, words: str, style: str = "") -> None:
    console.print(Padding(Text(words, style=style), (0, 0, 0, indent)))
