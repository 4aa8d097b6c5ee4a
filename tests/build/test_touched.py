"""What a change of documents touches of the names in time, and what is derived of just that."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from southsouth.build.curated import curated_quads
from southsouth.build.derived import derive_lineage, lineage_after
from southsouth.build.descriptions import apart
from southsouth.build.loading import Changes, parsed
from southsouth.build.touched import Touched
from southsouth.graph.rdf.emit import statements
from southsouth.graph.rdf.iris import LINEAGE_GRAPH
from southsouth.graph.store import GraphStore
from southsouth.reading.documents import read_bytes
from southsouth.reading.reader import load_authority_records, read_document
from southsouth.vocabulary import BASE, NS

#: A name that none follows, names that follow each other, one that a document gives another.
SENTENCES = {
    "notes": "Notes the report of the Secretary-General on wells",
    "thanks": "Thanks the Secretary-General",
    "unit": "Welcomes the work of the Special Unit for South-South Cooperation on wells",
    "office": "Welcomes the work of the United Nations Office for South-South Cooperation on wells",
    "fund": "Notes the Pérez-Guerrero Trust Fund for South-South Cooperation",
    "renames": "Decides to rename the Special Unit for South-South Cooperation the United Nations "
    "Office for South-South Cooperation",
    "digs": "Decides to dig",
}
#: A document: its year, 0 for none that it tells; its sentences in order; whether a second graph
#: has it too, as one of another language would.
Document = tuple[int, tuple[str, ...], bool]
DOCUMENTS = st.tuples(
    st.sampled_from([0, 2001, 2004, 2004, 2008, 2012, 2012, 2016]),
    st.lists(st.sampled_from(sorted(SENTENCES)), max_size=3, unique=True).map(tuple),
    st.sampled_from([False, False, False, True]),
)
STATES = st.dictionaries(st.integers(0, 4), DOCUMENTS, max_size=5)


@cache
def stated(number: int, year: int, sentences: tuple[str, ...]) -> frozenset[ox.Quad]:
    """What a resolution states in its own graph."""
    day = f" on 1 May {year}" if year else ""
    told = "\n\n".join(f"{n}. {SENTENCES[key]};" for n, key in enumerate(sentences, 1))
    text = (
        f"A/RES/66/{900 + number}\n\nResolution adopted by the General Assembly{day}\n\n"
        f"66/{900 + number}. Wells\n\nThe General Assembly,\n\n{told}\n"
    )
    reading = read_document(read_bytes(text.encode(), "wells.txt"), load_authority_records())
    return frozenset(apart(parsed(statements(reading).nquads()))[0])


def graphs(state: dict[int, Document]) -> Iterator[tuple[str, set[ox.Quad]]]:
    """The graphs of documents, by IRI."""
    for number, (year, sentences, twice) in state.items():
        graph = f"{BASE}graph/document/A/RES/66/{900 + number}"
        yield graph, set(stated(number, year, sentences))
        if twice:
            again = ox.NamedNode(f"{graph}/fr")
            yield (
                again.value,
                {
                    ox.Quad(quad.subject, quad.predicate, quad.object, again)
                    for quad in stated(number, year or 2004, sentences)
                },
            )


@cache
def records() -> tuple[ox.Quad, ...]:
    return tuple(quad for quads in curated_quads().values() for quad in quads)


def begun(before: dict[int, Document]) -> tuple[GraphStore, Changes]:
    """A store of documents, with what is derived of them, and the changes of a build to come."""
    store = GraphStore.in_memory()
    store.add(records())
    for graph, quads in graphs(before):
        store.replace_graph(graph, quads)
    store.replace_graph(LINEAGE_GRAPH, derive_lineage(store))
    return store, Changes(store)


def derived_after(
    before: dict[int, Document], after: dict[int, Document]
) -> tuple[set[ox.Quad], set[ox.Quad], Touched]:
    """What is derived after a change of documents, what is derived at once, what was touched."""
    store, changes = begun(before)
    wanted = dict(graphs(after))
    for graph in sorted({graph for graph, _ in graphs(before)} | set(wanted)):
        changes.replace(graph, wanted.get(graph, ()))
    found = set(lineage_after(store, changes.derived, changes.touched))
    return found, set(derive_lineage(store)), changes.touched


@settings(max_examples=60)
@given(STATES, STATES)
def test_what_is_derived_after_any_change_is_what_is_derived_at_once(
    before: dict[int, Document], after: dict[int, Document]
) -> None:
    found, at_once, _ = derived_after(before, {**before, **after})
    assert found == at_once
    found, at_once, _ = derived_after({**before, **after}, before)
    assert found == at_once


SECRETARY = f"{BASE}body/secretary-general#name-en-1"
FOUR: dict[int, Document] = {
    number: (year, ("notes", "unit"), False) for number, year in enumerate((2004, 2008, 2012))
}


@pytest.mark.parametrize(
    ("after", "names", "came", "gone"),
    [
        # a paragraph that names nothing
        ({1: (2008, ("notes", "unit", "digs"), False)}, 0, 0, 0),
        # one more use in the same document, one fewer
        ({1: (2008, ("notes", "unit", "thanks"), False)}, 0, 1, 0),
        ({1: (2008, ("notes",), False)}, 0, 0, 1),
        # another day: every use of the document went and came
        ({1: (2010, ("notes", "unit"), False)}, 0, 2, 2),
        # a statement of names, and with another day that statement again
        ({1: (2008, ("notes", "unit", "renames"), False)}, 2, 2, 0),
        # a new document
        ({3: (2016, ("notes",), False)}, 0, 1, 0),
        # no day in its own graph: another one may tell it
        ({3: (0, ("notes",), False)}, 1, 0, 0),
    ],
)
def test_what_a_change_touches(
    after: dict[int, Document], names: int, came: int, gone: int
) -> None:
    *_, touched = derived_after(FOUR, {**FOUR, **after})
    assert not touched.every
    assert (len(touched.names), len(touched.came), len(touched.gone)) == (names, came, gone)


def test_another_day_in_a_document_that_two_graphs_have_touches_all() -> None:
    before = {**FOUR, 1: (2008, ("notes", "unit"), True)}
    *_, touched = derived_after(before, {**before, 1: (2010, ("notes", "unit"), True)})
    assert touched.every


def test_words_around_a_name_are_evidence() -> None:
    graph = ox.NamedNode(f"{BASE}graph/document/A/RES/66/900")
    part = f"{BASE}document/A/RES/66/900#op1"

    def quads(words: str) -> set[ox.Quad]:
        return {
            ox.Quad(
                ox.NamedNode(f"{part}-mention1"),
                ox.NamedNode(NS + "mentionsName"),
                ox.NamedNode(SECRETARY),
                graph,
            ),
            ox.Quad(ox.NamedNode(part), ox.NamedNode(NS + "quote"), ox.Literal(words), graph),
            ox.Quad(ox.NamedNode(part), ox.NamedNode(NS + "span"), ox.Literal("1,9"), graph),
        }

    touched = Touched()
    touched.add(
        quads("Thanks the Secretary-General"), quads("Asks the Secretary-General"), lambda _: False
    )
    assert (touched.evidence, touched.names) == ({SECRETARY}, set())


def test_a_use_that_came_and_went_in_one_build_leaves_nothing() -> None:
    store, changes = begun(FOUR)
    for year in (2024, 2006):  # a file of the document, and then a better one
        for graph, quads in graphs({3: (year, ("notes",), False)}):
            changes.replace(graph, quads)
    assert set(lineage_after(store, changes.derived, changes.touched)) == set(derive_lineage(store))


def test_a_use_between_two_others_is_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> list[ox.Quad]:
        raise AssertionError

    store, changes = begun(FOUR)
    middle = {1: (2008, ("unit", "thanks", "notes"), False), 3: (2020, ("notes",), False)}
    for graph, quads in graphs(middle):
        changes.replace(graph, quads)
    changes.touched.evidence &= {SECRETARY}  # the other name may be followed by one
    at_once = set(derive_lineage(store))
    monkeypatch.setattr("southsouth.build.derived._uses", never)
    assert set(lineage_after(store, changes.derived, changes.touched)) == at_once
