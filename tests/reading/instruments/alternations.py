"""Sentences for every row of the lexicon in every alternation: what no document showed is tried
all the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from southsouth.reading.instruments.predicate import Predicate
from southsouth.reading.instruments.verb_forms import Forms, forms_of

#: What happens to a thing of a kind that the row needs, and what comes of it.
_NAMES: Final = {
    "meeting": ("Wells Conference", "Lakes Conference"),
    "named meeting": ("Wells Conference", "Lakes Conference"),
    "named body": ("Wells Office", "Lakes Office"),
    "body": ("Wells Office", "Lakes Office"),
}
_WELLS: Final = ("Voluntary Fund for Wells", "Lakes Fund")
_OF: Final = {
    "name": "the name of ",
    "mandate": "the functions of ",
    "administration": "the administration of ",
    "existence": "the mandate of ",
    "operations": "the operations of ",
}


class Said(NamedTuple):
    """A sentence of an alternation, and the roles that it fills."""

    row: Predicate
    alternation: str
    sentence: str
    roles: dict[str, str]


class _Row(NamedTuple):
    row: Predicate
    forms: Forms
    old: str
    new: str
    patient: str  # "the functions of the Voluntary Fund for Wells"
    tail: str  # " into the Lakes Fund"

    def said(self, alternation: str, sentence: str) -> Said:
        roles = {"subject": self.old} if "subject" in self.row.roles else {}
        if "new" in self.row.roles:
            roles["new"] = self.new
        return Said(self.row, alternation, sentence, roles)


def _of(row: Predicate) -> _Row:
    old, new = _NAMES.get(row.needs, _WELLS)
    of = _OF.get(row.of, "")
    former = "previous " if row.needs == "former" else ""
    first, second = (new, old) if row.patient == "new" else (old, new)
    link = next((link for link in row.links.split("|") if link != "-"), "")
    tail = f" {link} the {second}" if link else (f" the {second}" if row.links else "")
    if row.second == "role":
        tail = " as the main fund" if link else " “Wells House”"
    article = "a" if row.needs in {"indefinite", "meeting", "named meeting"} else "the"
    return _Row(row, forms_of(row.verb, row.participle), old, new,
                f"{of}{article} {former}{first}", tail)  # fmt: skip


def sentences(row: Predicate) -> Iterator[Said]:
    """The sentences of a row in all alternations of its voices."""
    one, voices = _of(row), row.voices.split("|")
    if row.agent == "subject" and row.patient:
        return  # of two things: see test_mergers
    if row.agent == "subject":
        yield from _by_itself(one)
    elif row.agent:
        yield from _by_another(one)
    else:
        if "active" in voices:
            yield from _active(one)
        if "passive" in voices:
            yield from _passive(one)
        if "participle" in voices and not row.of:
            yield from _participle(one)
    if "nominal" in voices and not row.agent:
        yield from _nominal(one)


def _active(one: _Row) -> Iterator[Said]:
    forms, what, tail = one.forms, one.patient, one.tail
    yield one.said("infinitive", f"1. Decides to {forms.base} {what}{tail};")
    yield one.said("list item", f"1. Decides:\n\n(a) To {forms.base} {what}{tail};")
    yield one.said("perfect", f"1. Notes that the Council has {forms.past} {what}{tail};")
    if "gerund" not in one.row.less:
        yield one.said("gerund", f"1. Notes the importance of {forms.gerund} {what}{tail};")
    if one.row.needs == "indefinite":
        return
    yield one.said(
        "fronted", f"Recalling its resolution 41/2, by which it {forms.past} {what}{tail},"
    )
    if not one.row.of and one.row.second != "role":
        yield one.said(
            "aside", f"1. Decides to {forms.base}, with effect from 1 January 2002, {what}{tail};"
        )
        yield one.said(
            "aside of the object",
            f"1. Decides to {forms.base} {what}, which was opened in 1990,{tail};",
        )


def _passive(one: _Row) -> Iterator[Said]:
    forms, what, tail = one.forms, one.patient, one.tail
    yield one.said("passive", f"1. Decides that {what} shall be {forms.past}{tail};")
    yield one.said("agentless past", f"1. Notes that {what} was {forms.past}{tail};")
    yield one.said("adverb", f"1. Notes that {what} has subsequently been {forms.past}{tail};")
    yield one.said("two verbs", f"1. Decides that {what} shall be widened and {forms.past}{tail};")
    if not one.row.of:
        yield one.said("relative", f"1. Notes {what}, which was {forms.past}{tail};")
    if " into " in one.tail:
        second = one.tail.split(" into ")[1]
        yield one.said("fronted role", f"1. Notes {second}, into which {what} was {forms.past};")


def _participle(one: _Row) -> Iterator[Said]:
    yield one.said("participle", f"1. Notes {one.patient}, {one.forms.past}{one.tail} in 1990;")
    if not one.row.links and one.row.kind == "establish" and one.row.needs != "indefinite":
        yield one.said("attribute", f"1. Notes the newly {one.forms.past} {one.old};")


def _nominal(one: _Row) -> Iterator[Said]:
    row = one.row
    if row.needs == "indefinite":
        return
    joint = {"of": "of", "from": "from"}[row.before]
    for noun in filter(None, row.nominals.split("|")):
        if row.of == "name":
            yield one.said("noun", f"1. Welcomes the {noun} of {one.patient}{one.tail};")
            yield one.said("noun in", f"1. Welcomes the {noun} in {one.patient}{one.tail};")
            continue
        yield one.said("noun", f"1. Welcomes the {noun} {joint} {one.patient}{one.tail};")
        plain = not row.of and row.before == "of" and row.second == "new"
        if plain and row.patient == "subject" and noun != one.forms.gerund:
            yield one.said("its", f"1. Notes the {one.old} and its {noun}{one.tail};")


def _by_itself(one: _Row) -> Iterator[Said]:
    forms = one.forms
    what = one.tail if one.row.links else (f" {one.patient}" if one.row.patient else "")
    yield one.said("active", f"1. Decides that the {one.old} shall {forms.base}{what};")
    if forms.base.split()[0] != "together":
        yield one.said("relative", f"1. Notes the {one.old}, which {forms.past}{what} in 1990;")


def _by_another(one: _Row) -> Iterator[Said]:
    forms, what, new = one.forms, one.patient, one.new
    yield one.said("active", f"1. Decides that the {new} shall {forms.base} {what};")
    yield one.said("relative", f"1. Decides to open the {new}, which will {forms.base} {what};")
    yield one.said("gerund", f"1. Notes the {new}, {forms.gerund} {what};")
    yield one.said("purpose", f"1. Decides to establish a {new} to {forms.base} {what};")
    if "passive" in one.row.voices.split("|"):
        yield one.said("passive", f"1. Decides that {what} shall be {forms.past} by the {new};")
        if not one.row.of:
            yield one.said("which", f"1. Notes {what}, which was {forms.past} by the {new};")
