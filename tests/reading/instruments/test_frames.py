"""The table of frames: every wording finds its roles in its example."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from southsouth.reading.instruments.finding import fits, is_passive
from southsouth.reading.instruments.frame import Frame
from southsouth.reading.instruments.frames import ASPECTS, FRAMES, PRESERVING, WHILE_EXISTS
from southsouth.reading.instruments.kinds import KINDS, kind_named
from southsouth.reading.instruments.matching import Match, compiled, matches
from southsouth.vocabulary import CLASSES

GROUPS = {"role", "when", "session", "item", "aux", "its"}
IDS = [f"{number}-{row.kind}" for number, row in enumerate(FRAMES, start=1)]


def first_match(row: Frame) -> Match:
    found = next(iter(matches(row, row.example, 0, len(row.example))), None)
    assert found is not None
    return found


@pytest.mark.parametrize("row", FRAMES, ids=IDS)
def test_a_frame_finds_its_roles_in_its_example(row: Frame) -> None:
    found = first_match(row)
    words = {slot: row.example[phrase.start : phrase.end] for slot, phrase in found.spans.items()}
    for role, expected in row.roles:
        assert (words | found.groups)[role] == expected
    assert fits(row.example, found) or row.needs == "known"


@pytest.mark.parametrize("row", FRAMES, ids=IDS)
def test_a_frame_is_looked_for_by_words_that_it_holds(row: Frame) -> None:
    assert any(key in row.example.lower() for key in row.keys.split("|"))
    assert all(key == key.lower() for key in row.keys.split("|"))


@pytest.mark.parametrize("row", FRAMES, ids=IDS)
def test_a_frame_uses_known_groups_kinds_and_forces(row: Frame) -> None:
    rule = compiled(row)
    literals = [rule.trigger, *(literal for _, literal in rule.rest if literal)]
    assert {group for literal in literals for group in literal.groupindex} <= GROUPS
    assert row.force in {"", "reported"}
    assert row.needs in {"", "subject", "new", "both", "meeting", "observance", "name", "known"}
    assert kind_named(row.kind).rdf_class in CLASSES


@pytest.mark.parametrize("row", FRAMES, ids=IDS)
def test_a_frame_needs_its_words(row: Frame) -> None:
    text = "Notes the wells of the United Nations Fund for Water;"
    assert matches(row, text, 0, len(text)) == []


@pytest.mark.parametrize("row", [row for row in FRAMES if row.begins], ids=lambda row: row.begins)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_trigger_begins_with_the_words_that_the_row_says(row: Frame, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(compiled(row).trigger))
    found = compiled(row).trigger.search(text)
    assert found is not None
    assert found[0].lower().startswith(tuple(row.begins.split("|")))


@pytest.mark.parametrize("row", [row for row in FRAMES if row.passive], ids=lambda row: row.passive)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_trigger_holds_a_participle_behind_an_auxiliary(row: Frame, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(compiled(row).trigger))
    found = compiled(row).trigger.search(text)
    assert found is not None
    words = found[0].lower()
    assert any(is_passive(words, 0, place.start()) for place in re.finditer(row.passive, words))


def test_kinds_have_names_of_their_own() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    with pytest.raises(KeyError):
        kind_named("dig")


@pytest.mark.parametrize(
    ("words", "handles"),
    [
        (", while maintaining its mandate and voluntary nature", ["mandate", "voluntary-nature"]),
        (
            " with no change in its mandate or in the scope of its activities",
            ["mandate", "scope-of-activities"],
        ),
        (", without any change in its functions", ["functions"]),
        (" while retaining the membership", ["membership"]),
        (", while preserving their composition", ["membership"]),
    ],
)
def test_what_is_preserved(words: str, handles: list[str]) -> None:
    found = PRESERVING.match(f"{words}, and more;")
    assert found is not None
    assert found[0] == words
    assert [handle for handle, _, pattern in ASPECTS if re.search(pattern, words)] == handles


@pytest.mark.parametrize(
    ("words", "lasts"),
    [(", as long as it exists", True), (" for as long as it exists", True), (", as long", False)],
)
def test_as_long_as_it_exists(words: str, lasts: bool) -> None:
    assert bool(WHILE_EXISTS.match(words)) is lasts
