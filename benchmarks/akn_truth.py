"""What the publisher's own mark-up says of a resolution, and the same text without any mark-up.

Written apart from the reader of the package, so that the one can be held against the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


@dataclass
class Row:
    """One block by the mark-up. ``parent`` is the index of the block it hangs from, -1 for none."""

    kind: str
    number: str
    level: int
    parent: int
    words: str
    phrase: str = ""
    printed: str = ""


@dataclass
class Note:
    """A footnote: its label, the block and the words before its mark, its own words."""

    label: str
    row: int
    before: str
    words: str


@dataclass
class Truth:
    """A document by its mark-up."""

    name: str
    rows: list[Row] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)


def squeeze(words: str) -> str:
    """White space as single spaces."""
    return " ".join(words.split())


def _flat(element: etree._Element, notes: list[tuple[str, str, str]], out: list[str]) -> None:
    """Words of an element; marks as digits glued to what they follow, bodies put into ``notes``."""
    out.append(element.text or "")
    for child in element:
        if not isinstance(child.tag, str):
            pass
        elif child.tag == NS + "authorialNote":
            label = child.get("marker", "")
            body: list[str] = []
            _flat(child, [], body)
            notes.append((label, squeeze("".join(out)), squeeze("".join(body))))
            joined = "".join(out).rstrip()
            out[:] = [joined, f"\x02{label}\x03"]
        elif child.tag == NS + "eol":
            out.append("\n")
        else:
            _flat(child, notes, out)
        out.append(child.tail or "")


def _plain(element: etree._Element | None) -> str:
    if element is None:
        return ""
    return squeeze("".join(str(t) for t in element.itertext()))


class _Reader:
    def __init__(self, name: str) -> None:
        self.truth = Truth(name)
        self.parents: dict[int, int] = {}

    def row(
        self,
        kind: str,
        element: etree._Element | None,
        number: str = "",
        level: int = 0,
        phrase: str = "",
    ) -> None:
        if element is None:
            return
        notes: list[tuple[str, str, str]] = []
        out: list[str] = []
        _flat(element, notes, out)
        printed = "".join(out)
        printed = (
            squeeze(printed)
            if "\n" not in printed or kind != "closing"
            else "\n".join(squeeze(line) for line in printed.split("\n") if line.strip())
        )
        words = re.sub(r"\x02.*?\x03", "", printed)
        if not words.strip():
            return
        index = len(self.truth.rows)
        parent = self.parents.get(level - 1, -1) if level > 1 else -1
        if level:
            self.parents = {k: v for k, v in self.parents.items() if k < level} | {level: index}
        self.truth.rows.append(Row(kind, number, level, parent, words, phrase, printed))
        for label, before, body in notes:
            bare = re.sub(r"\x02.*?\x03", "", before)
            self.truth.notes.append(Note(label, index, bare, body))

    def body(self, parts: etree._Element, part: str) -> None:
        for e in parts:
            if isinstance(e.tag, str):
                self.block(e, part)

    def block(self, e: etree._Element, part: str) -> None:  # noqa: C901 - one case a tag
        tag = str(e.tag).removeprefix(NS)
        number = (_plain(e.find(NS + "num")) if e.find(NS + "num") is not None else "").rstrip(".")
        text_kind = "annex-text" if part == "annex" else "operative"
        if tag == "formula":
            self.row("formula", e)
        elif tag == "container" and e.find(NS + "table") is not None:
            for tr in e.iter(NS + "tr"):
                for cell in tr:
                    cell.tail = "\t"
                self.row("row", tr)
        elif tag == "container" and e.find(NS + "blockList") is not None:
            self.row(
                "preambular",
                e.find(f"{NS}blockList/{NS}listIntroduction"),
                "",
                1,
                e.get("name", ""),
            )
            for item in e.iter(NS + "item"):
                self.row("point", item, _plain(item.find(NS + "num")), 2)
        elif tag in {"container", "crossHeading"}:
            self.row("preambular", e, "", 1, e.get("name") or _italic(e))
        elif tag == "paragraph" and e.find(NS + "list") is not None:
            listing = e.find(NS + "list")
            for p in listing if listing is not None else ():
                ptag = str(p.tag).removeprefix(NS)
                if ptag == "intro":
                    p.text = f"{number}. {p.text or ''}"
                    self.row(text_kind, p, number, 1, _italic(p))
                elif ptag == "point":
                    self.row("point", p, _plain(p.find(NS + "num")), 2)
                else:
                    for q in p.iter(NS + "point"):
                        self.row("point", q, _plain(q.find(NS + "num")), 3)
        elif tag == "paragraph" and (e.get("class") or "").startswith("H"):
            words = _plain(e)
            printed = e.find(NS + "num")
            if printed is not None and words.startswith(f"{number}. {number}."):
                e.remove(printed)
            self.row("heading", e)
        elif tag == "paragraph" and any(c.tag in {NS + "heading", NS + "subheading"} for c in e):
            self.row("heading", e)
        elif tag == "paragraph" and number[:1].isdigit():
            self.row(text_kind, e, number, 1, _italic(e))
        elif tag == "paragraph" and number:
            self.row("point", e, number, -1)
        elif tag == "paragraph":
            words = _plain(e)
            found = re.match(r"\([a-z]+\)", words)
            if found:
                self.row("point", e, found[0], -1)
            else:
                self.row("unnumbered" if part != "annex" else "annex-text", e, "", 1, _italic(e))
        elif tag == "section":
            self.body(e, part)
        elif tag == "p" and part == "preamble":
            self.row("unnumbered", e, "", 1)
        else:
            self.row("heading", e)

    def statement(self, s: etree._Element) -> None:  # noqa: C901 - one case a tag
        for part in s:
            tag = str(part.tag).removeprefix(NS)
            if tag == "coverPage":
                for p in part:
                    self.row("front", p)
            elif tag == "preface":
                self.row("title", part)
            elif tag in {"preamble", "mainBody"}:
                self.body(part, "preamble" if tag == "preamble" else "body")
            elif tag == "conclusions":
                for p in part:
                    self.row("closing", p)
            elif tag == "attachments":
                for doc in part.iter(NS + "doc"):
                    for body in doc.iter(NS + "mainBody"):
                        for i, e in enumerate(body):
                            if i == 0:
                                self.row("annex", e)
                            else:
                                self.block(e, "annex")


def _italic(e: etree._Element) -> str:
    """The opening words in italics: the opening phrase as the publisher sets it."""
    for span in e.iter(NS + "span"):
        if span.get("class") == "italic":
            before = "".join(str(t) for t in e.itertext()).split(_text_of(span))[0]
            if re.sub(r"[\d.()\s]|^l\.", "", before) == "":
                return _plain(span).rstrip(",;: ")
        break
    return ""


def _text_of(span: etree._Element) -> str:
    return "".join(str(t) for t in span.itertext()) or "\0"


def read_truth(path: Path) -> Truth:
    """The document at ``path`` by its mark-up."""
    root = etree.parse(str(path)).getroot()
    reader = _Reader(path.name)
    for part in root:
        if part.tag in {NS + "statement", NS + "documentCollection"}:
            reader.statement(part)
        elif part.tag == NS + "components":
            for s in part.iter(NS + "statement"):
                for child in s:
                    tag = str(child.tag).removeprefix(NS)
                    if tag == "preface":
                        number = child.find(f".//{NS}docNumber")
                        reader.row("section", number, _plain(number))
                        reader.row("heading", child.find(f".//{NS}docTitle"))
                    elif tag in {"preamble", "mainBody"}:
                        reader.body(child, "preamble" if tag == "preamble" else "body")
                    elif tag == "conclusions":
                        for p in child:
                            reader.row("closing", p)
    reader.truth.facts = _facts(root)
    return reader.truth


def _facts(root: etree._Element) -> dict[str, str]:
    facts = {}
    symbol = next(e for e in root.iter(NS + "docNumber") if e.get("refersTo") == "#symbol")
    facts["symbol"] = _plain(symbol).replace(" ", "")
    for date in root.iter(NS + "FRBRdate"):
        if date.get("name") in {"adoption", "publication"}:
            facts.setdefault(date.get("name", ""), date.get("date", ""))
    facts["items"] = ", ".join(
        re.sub(r"Agenda items? ", "", _plain(e)).replace(" and ", ", ")
        for e in root.iter(NS + "inline")
        if e.get("name") == "agenda item"
    )
    for e in root.iter(NS + "inline", NS + "location"):
        if e.get("name") == "adoptionMeeting" or e.tag == NS + "location":
            facts.setdefault("meeting", _plain(e))
    for e in root.iter(NS + "inline"):
        if e.get("name") == "originating document":
            facts["report"] = _plain(e)
    proponent = _plain(next(root.iter(NS + "docProponent")))
    found = re.match(r"\[on the report of the (.*?)\s*\(A/", proponent)
    facts["committee"] = found[1].replace("Committee(", "Committee (") if found else ""
    return facts


def as_text(truth: Truth, *, foot: int = 0) -> str:
    """The document as a text file gives it: marks as digits, footnotes at the foot.

    ``foot`` blocks make a page, whose notes stand below a rule at its end; 0 for one long page.
    """
    out: list[str] = []
    waiting: list[str] = []
    notes = iter(truth.notes)
    rule = "_" * 15
    for index, row in enumerate(truth.rows):
        out.append(re.sub(r"[\x02\x03]", "", row.printed))
        for _ in re.finditer(r"\x02", row.printed):
            note = next(notes)
            waiting.append(f"{note.label} {note.words}")
        if foot and waiting and (index + 1) % foot == 0:
            out += [rule, *waiting]
            waiting = []
    if waiting:
        out += [rule, *waiting]
    return "\n\n".join(out) + "\n"
