"""The sentences behind a line: whole, in order, with the right words marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.views.scene.store import QUOTE

from southsouth.graph.store import GraphStore
from southsouth.views.scene.sentences import pieces, sentences
from southsouth.vocabulary import BASE

MARKS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(["cite", "verb"]))
)


@given(st.text(max_size=30), MARKS)
def test_the_pieces_are_the_quote(quote: str, marks: list[tuple[int, int, str]]) -> None:
    inside = [(b, e, what) for b, e, what in marks if e <= len(quote)]
    cut = pieces(quote, inside)
    assert "".join(words for words, _ in cut) == quote
    assert all(words for words, _ in cut)


def test_both_citations_and_their_verbs_are_marked(store: GraphStore) -> None:
    (found,) = sentences(store, BASE + "document/A/RES/60/9", BASE + "document/A/RES/50/7")
    assert found.where == "A/RES/60/9 op1"
    assert found.verbs == ("recalls",)
    assert "".join(words for words, _ in found.pieces) == QUOTE
    assert [words for words, what in found.pieces if what] == [
        "Recalls",
        "resolution 50/7",
        "recalls",
        "resolution 50/7",
    ]


def test_without_words_there_are_no_pieces(store: GraphStore) -> None:
    (found,) = sentences(store, BASE + "document/A/RES/55/8", BASE + "document/A/RES/50/7")
    assert found.pieces == ()
    assert found.printed == ("resolution 50/7",)


def test_mentions_of_a_thing(store: GraphStore) -> None:
    (found,) = sentences(store, BASE + "document/A/RES/60/9", BASE + "instrument/fund/wells")
    assert found.verbs == ("requested renaming: Wells Fund → Water Fund",)


def test_no_line_is_no_sentence(store: GraphStore) -> None:
    assert sentences(store, BASE + "document/A/9946", BASE + "document/A/RES/50/7") == []
