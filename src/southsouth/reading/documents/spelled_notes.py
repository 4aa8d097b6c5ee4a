"""Footnotes whose marks a converter spelled out: "${ }^{1}$", "[1]", "Footnote 1: See …".

Tools that turn pages into Markdown or text have raised figures and no way to write them; each has a
spelling of its own. A mark counts only where a note with its label is there too: "m$^{2}$" is no
mark, and "[1]" may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from southsouth.reading.documents.model import Role
from southsouth.reading.documents.pieces import SourceParagraph


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a tool writes a mark, the label as "#" in the pattern, with an example and a
    counter-example; ``heads`` says that it only begins notes, and stands for no mark."""

    tool: str
    pattern: str
    example: str
    counter: str
    heads: bool = False


SPELLINGS: Final[tuple[Spelling, ...]] = (
    Spelling("Mathpix", r"\$\s*(?:\{\s*\})?\s*\^\s*\{?\s*#\s*\}?\s*\$", "wells ${ }^{1}$", "$1"),
    Spelling("upright letters",
             r"\$\s*(?:\{\s*\})?\s*\^\s*\{\s*\\(?:text|mathrm)\s*\{\s*#\s*\}\s*\}\s*\$",
             r"wells$^{\text{1}}$", r"$\text{1}$"),
    # a backslash before a bracket is an escape in Markdown: it is gone when the words are read
    Spelling("Nougat", r"\\?\((?:\{\s*\})?\^\{#\}\\?\)", r"wells\({}^{1}\)", "wells(1^)"),
    Spelling("LaTeX", r"\\(?:textsuperscript|footnotemark)[{\[]#[}\]]", r"wells\textsuperscript{1}",
             r"\text{1}"),
    Spelling("Pandoc", r"\[#\]\{\.superscript\}|\^#\^", "wells^1^", "wells^1"),
    Spelling("plain text", r"\[(?:fn\s?)?#\]", "wells[1]", "wells[1"),
    Spelling("typewriter", r"(?:(?<=[^\W\d])|(?<=[,;.:”\"’])|\A)\(#\)", "wells,(1)",
             "article 5(1)"),
    Spelling("LaTeX notes", r"\\footnotetext\[#\]\{\s*", r"\footnotetext[1]{See",
             r"\footnotetext{1", heads=True),
    Spelling("a word", r"(?:Foot)?[Nn]ote\s#:", "Footnote 1: See", "in footnote 1", heads=True),
)  # fmt: skip
_LABEL: Final = r"(\d{1,3}|\*{1,3})"


def _alternatives(rows: Sequence[Spelling]) -> str:
    return "|".join(f"(?:{row.pattern.replace('#', _LABEL)})" for row in rows)


_MARK: Final = re.compile(
    rf"[^\S\n]*(?:{_alternatives([row for row in SPELLINGS if not row.heads])})"
)
_OPENS: Final = r"\\footnotetext(?:\[\d{1,3}\])?\{\s*"
_BODY: Final = re.compile(rf"(?:{_OPENS})?(?:{_alternatives(SPELLINGS)})\s*(?=\S)")
_LINE: Final = re.compile(r"(?<=[.;:”\d\])]\n)[^\n]+")
_CLOSES: Final = re.compile(r"\s*\}\s*\Z")
#: What a text with such notes has at the head of a line.
_HINT: Final = re.compile(
    rf"^[^\S\n]*(?:{_OPENS}|[$^]|\\?\[(?:fn)?[\s\d*]|\\?\([\d*{{^]"
    r"|\\textsuperscript|(?:Foot)?[Nn]ote\s1:)",
    re.MULTILINE,
)
#: The share of notes for which a mark must be found.
_SHARE: Final = 0.5


def _label(found: re.Match[str]) -> str:
    return next(label for label in found.groups() if label)  # each alternative has its own group


def may_be_spelled(source: str) -> bool:
    """Whether a line of the text begins like a note of a converter."""
    return _HINT.search(source) is not None


def _bodies(paragraph: SourceParagraph, last: int) -> list[tuple[str, SourceParagraph]]:
    """The notes in a paragraph, with their labels: one, or one on each line, counting on."""
    text = paragraph.text
    found: list[tuple[str, int, int]] = []
    for line in re.finditer(r"[^\n]+", text):
        words = line[0]
        if _CLOSES.fullmatch(words) or words.strip() == r"\footnotetext{":
            continue
        body = _BODY.match(words)
        label = _label(body) if body else ""
        if body and (not label.isdigit() or int(label) in {1, last + 1}):
            last = int(label) if label.isdigit() else last
            found.append((label, line.start() + body.end(), line.end()))
        elif found:
            found[-1] = (*found[-1][:2], line.end())
        else:
            return []
    notes = []
    for label, start, end in found:
        closing = _CLOSES.search(text, start, end)
        opened = text.count("{", start, end) < text.count("}", start, end)
        stop = closing.start() if closing and opened else end
        notes.append((label, paragraph.part(start, stop, Role.FOOTNOTE)))
    return notes


def _apart(paragraph: SourceParagraph) -> list[SourceParagraph]:
    """A paragraph and the notes that no empty line parts from it."""
    text = paragraph.text
    if "\n" not in text or paragraph.role is not Role.PARAGRAPH or _BODY.match(text):
        return [paragraph]
    for line in _LINE.finditer(text):
        if (body := _BODY.match(line[0])) and _label(body).isdigit():
            return [paragraph.part(0, line.start() - 1), paragraph.part(line.start(), len(text))]
    return [paragraph]


def lift_spelled(paragraphs: Sequence[SourceParagraph]) -> list[SourceParagraph] | None:
    """``paragraphs`` with the notes that a converter spelled out as footnotes, their marks taken
    out of the words; None where there are none, or too few marks call them."""
    paragraphs = [part for one in paragraphs for part in _apart(one)]
    notes: dict[int, list[tuple[str, SourceParagraph]]] = {}
    last = 0
    for index, paragraph in enumerate(paragraphs):
        if paragraph.role is Role.PARAGRAPH and (found := _bodies(paragraph, last)):
            notes[index] = found
            last = max((int(label) for label, _ in found if label.isdigit()), default=last)
    labels = {label for found in notes.values() for label, _ in found}
    if not labels:
        return None
    kept: list[SourceParagraph] = []
    called: set[str] = set()
    for index, paragraph in enumerate(paragraphs):
        if index in notes:
            continue
        if index - 1 in notes:
            paragraph.after_break = True
        plain = _without_marks(paragraph, labels)
        called.update(label for _, label in plain.marks)
        kept.append(plain)
    if len(called & labels) < _SHARE * len(labels):
        return None
    for found in notes.values():
        for label, body in found:
            body.marks = [(0, label)]
            kept.append(body)
    return kept


def _without_marks(paragraph: SourceParagraph, labels: set[str]) -> SourceParagraph:
    text = paragraph.text
    plain = SourceParagraph(paragraph.role, after_break=paragraph.after_break)
    at = 0
    for found in _MARK.finditer(text):
        label = _label(found)
        if label in labels and found.start():
            plain.add(paragraph.part(at, found.start()))
            plain.marks.append((plain.length, label))
            at = found.end()
    plain.add(paragraph.part(at, len(text)))
    return plain
