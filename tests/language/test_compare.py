"""Word-level differences, documents side by side, traces of phrases."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.language.comparing import Change, compare, word_difference
from southsouth.language.passages import Passage
from southsouth.language.phrases import trace
from southsouth.language.words import Vocabulary, plain_words, words_of

TEXT = st.lists(st.sampled_from(["wells", "and", "pumps,", "the", "deep", ";"]), max_size=12).map(
    " ".join
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "1. Notes wells;",
            "2. Notes deep wells;",
            [("same", "Notes "), ("in", "deep "), ("same", "wells;")],
        ),
        (
            "Decides to dig;",
            "Encourages to dig;",
            [("out", "Decides "), ("in", "Encourages "), ("same", "to dig;")],
        ),
        ("one two", "", [("out", "one two")]),
        ("", "", []),
    ],
)
def test_difference(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert [(p.change.value, p.text) for p in word_difference(old, new)] == expected


@given(TEXT, TEXT)
def test_a_difference_holds_both_texts(old: str, new: str) -> None:
    pieces = word_difference(old, new)
    for text, gone in ((old, Change.IN), (new, Change.OUT)):
        kept = " ".join(piece.text for piece in pieces if piece.change is not gone)
        assert plain_words(kept) == plain_words(text)


@given(st.text(max_size=60))
def test_spans_are_those_of_the_words(text: str) -> None:
    found = words_of(text)
    assert [text[start:end].lower() for start, end in found.spans] == list(found.words)


def test_shingles_know_numbers_as_one_word() -> None:
    vocabulary = Vocabulary()
    first, second = (vocabulary.shingles(f"at its {n} session again".split()) for n in (60, 71))
    assert first == second
    assert len(first) == 2
    assert vocabulary.shingles(["too", "short"]) == []


def side(name: str, *parts: tuple[str, str]) -> list[Passage]:
    return [Passage(name, part, date(2000, 1, 1), 0, text) for part, text in parts]


ONE = "Welcomes the digging of nine new wells in the hills"
TWO = "Invites the makers of pumps to bring spare parts at once"
THREE = "Regrets that no rain has fallen on the lower fields since spring"


def test_documents_side_by_side() -> None:
    rows = compare(
        side("old", ("pp1", ONE), ("op1", TWO), ("op2", THREE)),
        side("new", ("op1", TWO), ("op2", ONE), ("op3", "Hopes for better seeds next year")),
    )
    assert [(r.old and r.old.id, r.new and r.new.id, r.similarity, r.moved) for r in rows] == [
        ("op1", "op1", 1.0, False),
        ("pp1", "op2", 1.0, True),
        (None, "op3", 0.0, False),
        ("op2", None, 0.0, False),
    ]


@given(st.permutations([ONE, TWO, THREE]))
def test_every_paragraph_is_told_once(order: list[str]) -> None:
    old = side("old", *((f"op{n}", text) for n, text in enumerate([ONE, TWO, THREE], 1)))
    new = side("new", *((f"op{n}", text) for n, text in enumerate(order, 1)))
    rows = compare(old, new)
    assert [row.new for row in rows if row.new] == new
    assert sorted(row.old.id for row in rows if row.old) == ["op1", "op2", "op3"]
    assert all(row.similarity == 1 for row in rows)


def test_nothing_compared_with_nothing() -> None:
    assert compare([], []) == []


def test_trace() -> None:
    texts = [
        Passage("b", "op1", date(2003, 5, 1), 0, "as long as it Exists, and longer"),
        Passage("a", "op1", date(2001, 5, 1), 0, "As long, as it exists"),
        Passage("c", "op1", date(2004, 5, 1), 0, "as long as it coexists"),
    ]
    found = trace("as long as it exists", texts, {2001: 2, 2003: 1, 2004: 5})
    assert [use.document for use in found.uses] == ["a", "b"]
    assert found.by_year == [(2001, 1, 2), (2002, 0, 0), (2003, 1, 1), (2004, 0, 5)]
    assert trace("nobody says this", texts, {2001: 2}).by_year == []
