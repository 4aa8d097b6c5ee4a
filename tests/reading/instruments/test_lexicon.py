"""The lexicon of change: every row is understood in every alternation."""

from __future__ import annotations

import pytest
from tests.reading.instruments.alternations import Said, sentences

from southsouth.reading.documents import read_bytes
from southsouth.reading.instruments.authority import Authority
from southsouth.reading.instruments.connectives import CONNECTIVES, Connective
from southsouth.reading.instruments.kinds import KINDS, kind_named
from southsouth.reading.instruments.lexicon import triggers, uses
from southsouth.reading.instruments.predicate import NOUNS, Predicate
from southsouth.reading.instruments.predicates import PREDICATES
from southsouth.reading.instruments.verb_forms import forms_of
from southsouth.reading.reader import Reading, read_document
from southsouth.vocabulary import CLASSES

_NOBODY = Authority({}, ())
#: Rows that need a known subject are tried in test_events, with records.
_TRIED = [
    row
    for row in PREDICATES
    if row.needs != "known" and row.kind != "transfer" and (row.wanted or not row.of)
]
_SAID = [said for row in _TRIED for said in sentences(row)]


def reading_of(sentence: str) -> Reading:
    text = f"A/RES/70/1\n\nThe General Assembly,\n\n{sentence}\n\n2. Decides to dig.\n"
    return read_document(read_bytes(text.encode(), "test.txt"), _NOBODY)


@pytest.mark.parametrize(
    "said", _SAID, ids=[f"{said.row.verb}-{said.row.of}-{said.alternation}" for said in _SAID]
)
def test_a_row_is_understood_in_an_alternation(said: Said) -> None:
    found = [
        {"subject": event.subject.text, "new": event.new_name.text if event.new_name else ""}
        for event in reading_of(said.sentence).events
        if event.kind == said.row.kind
    ]
    assert any(said.roles.items() <= roles.items() for roles in found), (said.sentence, found)


@pytest.mark.parametrize("row", PREDICATES, ids=[f"{row.kind}-{row.verb}" for row in PREDICATES])
def test_a_row_uses_known_kinds_nouns_and_voices(row: Predicate) -> None:
    assert kind_named(row.kind).rdf_class in CLASSES
    assert row.of in {"", *NOUNS}
    assert set(row.voices.split("|")) <= {"active", "passive", "participle", "nominal"}
    assert row.patient or row.agent
    assert not row.nominals or "nominal" in row.voices or row.kind in {"rename", "strengthen"}


@pytest.mark.parametrize("row", CONNECTIVES, ids=[row.keys.split("|")[0] for row in CONNECTIVES])
def test_a_connective_joins_the_names_of_its_example(row: Connective) -> None:
    kinds = [event.kind for event in reading_of(f"1. Notes {row.example};").events]
    assert row.kind in kinds
    assert any(key in row.example.lower() for key in row.keys.split("|"))


@pytest.mark.parametrize(
    ("third", "participle", "forms"),
    [
        ("merges", "", ("merge", "merges", "merged", "merging")),
        ("establishes", "", ("establish", "establishes", "established", "establishing")),
        ("sets up", "set up", ("set up", "sets up", "set up", "setting up")),
        ("has", "had", ("have", "has", "had", "having")),
        ("modifies", "", ("modify", "modifies", "modified", "modifying")),
        ("transfers", "", ("transfer", "transfers", "transferred", "transferring")),
    ],
)
def test_the_forms_of_a_verb(third: str, participle: str, forms: tuple[str, ...]) -> None:
    assert tuple(forms_of(third, participle)) == forms


def test_every_form_is_a_trigger() -> None:
    assert set(uses()) <= triggers()
    assert all(word == word.lower() for word in triggers())


def test_kinds_have_names_of_their_own() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    with pytest.raises(KeyError):
        kind_named("dig")
