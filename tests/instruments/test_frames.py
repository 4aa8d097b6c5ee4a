"""The table of frames: every wording finds its roles in its example."""

from __future__ import annotations

import re

import pytest

from southsouth.instruments.frames import ASPECTS, FRAMES, PRESERVING, WHILE_EXISTS, Frame, compiled
from southsouth.instruments.kinds import KINDS, kind_named
from southsouth.vocabulary import CLASSES

ROLES = {"subject", "new", "role", "place", "actor", "day", "session", "item"}
IDS = [f"{number}-{row.kind}" for number, row in enumerate(FRAMES, start=1)]


@pytest.mark.parametrize("row", FRAMES, ids=IDS)
def test_a_frame_finds_its_roles_in_its_example(row: Frame) -> None:
    found = compiled(row).search(row.example)
    assert found is not None
    assert row.roles
    for role, words in row.roles:
        assert found[role] == words


@pytest.mark.parametrize("row", FRAMES, ids=IDS)
def test_a_frame_uses_known_roles_kinds_and_forces(row: Frame) -> None:
    assert set(compiled(row).groupindex) <= ROLES
    assert {role for role, _ in row.roles} <= set(compiled(row).groupindex)
    assert row.force in {"", "reported"}
    assert kind_named(row.kind).rdf_class in CLASSES


@pytest.mark.parametrize("row", FRAMES, ids=IDS)
def test_an_example_is_found_by_no_other_kind_at_the_same_words(row: Frame) -> None:
    found = compiled(row).search(row.example)
    assert found is not None
    others = [frame for frame in FRAMES if frame.kind != row.kind]
    for frame in others:
        other = compiled(frame).search(row.example)
        assert other is None or other.span() != found.span()


@pytest.mark.parametrize("row", FRAMES, ids=IDS)
def test_a_frame_needs_its_words(row: Frame) -> None:
    assert compiled(row).search("Notes the wells of the United Nations Fund for Water;") is None


def test_kinds_have_names_of_their_own() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    with pytest.raises(KeyError):
        kind_named("dig")


@pytest.mark.parametrize(
    ("words", "handles"),
    [
        (", while maintaining its mandate and voluntary nature", ["mandate", "voluntary-nature"]),
        (" with no change in its mandate or in the scope of its activities",
         ["mandate", "scope-of-activities"]),
        (", without any change in its functions", ["functions"]),
        (" while retaining the membership", ["membership"]),
        (", while preserving their composition", ["membership"]),
    ],
)  # fmt: skip
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
