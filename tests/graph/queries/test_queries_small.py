"""Every query of the library on a small graph with a known answer."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from southsouth import resources
from southsouth.graph.queries.library import all_queries
from southsouth.graph.rdf.iris import LANGUAGE_GRAPH
from southsouth.graph.rdf.serialize import parse
from southsouth.graph.store import GraphStore
from southsouth.views.facts import short
from southsouth.vocabulary import NS

GRAPH = ox.NamedNode("https://example.org/small")
FUND = {"thing": "instrument/fund/wells"}
TWO = {"document": "A/RES/50/2"}
THREE = {"document": "A/RES/60/3"}
Rows = list[tuple[str, ...]]

#: query → parameters → rows, with IRIs shortened as on the terminal
CASES: list[tuple[str, dict[str, str], Rows]] = [
    (
        "longest-unchanged",
        {"least": "2"},
        [("A/RES/50/2 op2", "1995-12-01", "2005-12-01", "2")],
    ),
    ("longest-unchanged", {"least": "3"}, []),
    (
        "added-and-dropped",
        {"earlier": "50/2", "later": "60/3"},
        [("added", "A/RES/60/3 op3"), ("dropped", "A/RES/50/2 pp1")],
    ),
    (
        "verbs-shifted",
        {},
        [("strengthened", "invites", "decides", "A/RES/50/2 op1", "A/RES/60/3 op1", "0.9")],
    ),
    ("verbs-shifted", {"least": "95"}, []),
    (
        "happenings",
        {"kind": "kind/renaming"},
        [("Fund for Water", "Fund for Wells", "Fund for Water", "1999-01-01", "decided", "2")],
    ),
    (
        "doubts",
        {},
        [
            ("it is named before it was founded", "Fund for Water",
             "establishment: Fund for Wells", "1990-01-01", "1985-12-01"),
            ("statements give other years", "Fund for Water",
             "renaming: Fund for Wells → Fund for Water", "1999-01-01", "2001-01-01"),
            ("the old name goes on", "Fund for Water",
             "renaming: Fund for Wells → Fund for Water", "1999-01-01", "2005-12-01"),
        ],
    ),
    (
        "silent-renamings",
        {},
        [("Quito Programme", "Quito Plan", "A/RES/50/2 op2", "A/RES/60/3 op2", "1995-12-01",
          "2005-12-01", "0.5")],
    ),
    (
        "successions",
        {},
        [("succession", "Lake Office", "Wells Office", "decided", "A/RES/50/2 op2")],
    ),
    (
        "votes",
        {"document": "A/RES/50/2"},
        [("against", "Aland"), ("in favour", "Beland")],
    ),
    (
        "languages",
        {"document": "A/RES/50/2"},
        [("en", "Wells", "two.txt", "text/plain"), ("fr", "Puits", "", "")],
    ),
    ("names-on-date", {**FUND, "day": "1992-01-01"}, [("Fund for Wells", "certain")]),
    (
        "names-on-date",
        {**FUND, "day": "2000-01-01"},
        [("Fund for Water", "possible"), ("Fund for Wells", "possible")],
    ),
    ("names-on-date", {**FUND, "day": "2010-01-01"}, [("Fund for Water", "certain")]),
    ("names-on-date", {**FUND, "day": "1980-01-01"}, []),
    (
        "names-in-order",
        FUND,
        [
            ("Fund for Wells", "official name", "1985-12-01", "1990-01-01", "1995-12-01",
             "2005-12-01", "2", "1995-12-01 A/RES/50/2"),
            ("Fund for Water", "official name", "1995-12-01", "2005-12-01", "", "", "1",
             "2005-12-01 A/RES/60/3"),
        ],
    ),
    (
        "renamings",
        {},
        [
            ("Fund for Wells", "Fund for Water", "requested", "A/RES/50/2 op1", "1995-12-01"),
            ("Quito Programme", "Quito Plan", "silent", "A/RES/50/2 op2", "1995-12-01"),
            ("Fund for Wells", "Fund for Water", "attested by use", "A/RES/60/3 op1",
             "2005-12-01"),
            ("Quito Programme", "Quito Plan", "silent", "A/RES/60/3 op2", "2005-12-01"),
        ],
    ),
    (
        "what-renamed-it",
        FUND,
        [
            ("requested", "A/RES/50/2 op1", "Wells Programme", "mandate"),
            ("attested by use", "A/RES/60/3 op1", "", ""),
        ],
    ),
    (
        "requests-unfulfilled",
        {},
        [("A/RES/50/2 op1-event2", "designation", "Fund for Wells", "A/RES/50/2 op1",
          "1995-12-01")],
    ),
    (
        "requests-fulfilled",
        {},
        [("Fund for Water", "1995-12-01", "2005-12-01", "A/RES/60/3 op1", "10")],
    ),
    (
        "founding",
        FUND,
        [("A/RES/40/1", "A/RES/50/2 op1", ""), ("A/RES/40/1", "A/RES/50/2 op1", "set up under")],
    ),
    (
        "citing-a-part",
        {"part": "document/A/60/99#annex2"},
        [("A/RES/60/3 op1", "welcomes", "A/RES/60/3 fn1")],
    ),
    ("cited-by", {"document": "40/1"}, [("A/RES/50/2 pp1", "recalls", "")]),
    (
        "citing-at-any-depth",
        {"document": "40/1"},
        [("A/RES/50/2", "1995-12-01", "yes"), ("A/RES/60/3", "2005-12-01", "no")],
    ),
    (
        "citation-chain",
        {"later": "60/3", "earlier": "40/1"},
        [
            ("A/RES/60/3", "2005-12-01", "A/RES/50/2", "1995-12-01"),
            ("A/RES/50/2", "1995-12-01", "A/RES/40/1", "1985-12-01"),
        ],
    ),
    (
        "most-reaffirmed",
        {"most": "5"},
        [("A/RES/50/2", "1", "0", "1"), ("A/RES/40/1", "0", "1", "1")],
    ),
    ("most-reaffirmed", {"most": "1"}, [("A/RES/50/2", "1", "0", "1")]),
    (
        "funds-in-a-conference",
        {},
        [("Pledging Conference", "Fund for Water", "decided", "A/RES/50/2 op2", "A/RES/40/1",
          "true")],
    ),
    ("report-requests", {}, [("A/RES/60/3 op2", "Chief", "61", "", "")]),
    (
        "programmes-mentioned",
        THREE,
        [("A/RES/60/3 op1", "Lima Programme", "A/60/99 annex2")],
    ),
    (
        "cited-with-verb",
        THREE,
        [
            ("A/RES/60/3 pp1", "reaffirms", "5", "A/RES/50/2", "", "organ in context"),
            ("A/RES/60/3 op1", "welcomes", "4", "A/60/99", "annex II", "footnote"),
            ("A/RES/60/3 op1", "welcomes", "4", "A/60/99", "chap. I", "ibid"),
        ],
    ),
    (
        "welcomed-or-noted",
        TWO,
        [
            ("A/RES/50/2 pp1", "recalling", "3"),
            ("A/RES/50/2 op1", "invites", "7"),
            ("A/RES/50/2 op2", "decides", "10"),
        ],
    ),
    ("ibid", {}, [("A/RES/60/3 fn2", "A/RES/60/3 op1", "A/60/99", "chap. I")]),
    ("unresolved-citations", {}, [("A/RES/60/3 op2", "17/1", "Wells Committee 17/1", "requests")]),
    ("indirect-citations", {}, [("A/RES/60/3 op1", "welcomes", "A/60/99", "A/60/99")]),
    (
        "evidence",
        {"statement": "document/A/RES/50/2#op1-event1"},
        [("A/RES/50/2 op1", "10", "60", "two.txt", "aa", "bb", "rename it")],
    ),
    ("lasting-decisions", {}, [("Fund for Wells", "A/RES/50/2 op2", "A/RES/40/1", "")]),
    (
        "renamed-mandate-kept",
        {},
        [("Fund for Wells", "Fund for Water", "requested", "A/RES/50/2 op1")],
    ),
    (
        "called",
        {"words": "lima"},
        [("instrument/programme/lima", "Lima Programme", "Lima Programme")],
    ),
    (
        "old-names-still-used",
        {},
        [("Fund for Wells", "2005-12-01", "A/RES/61/4 op1", "2006-12-01")],
    ),
    (
        "conflicting-claims",
        {},
        [
            ("instrument/fund/wells", "ns onDate", "1985-12-01", "A/RES/50/2 op1",
             "The resolution itself says so."),
            ("instrument/fund/wells", "ns onDate", "1986-01-01", "https://example.org/wells", ""),
        ],
    ),
    ("addressees", TWO, [("A/RES/50/2 op1", "invites", "Wells Programme")]),
    ("designations", {}, [("Fund for Wells", "main fund", "requested", "A/RES/50/2 op1")]),
    ("without-founding-document", {}, [("Quito Programme", "ns ProgrammeOfAction")]),
    ("predecessors", {}, [("First Summit", "Second Summit")]),
    (
        "outline",
        TWO,
        [
            ("A/RES/50/2 pp1", "", "", "", "recalls", ""),
            ("A/RES/50/2 op1", "1", "", "A/RES/50/2 heading1", "invites", "also"),
            ("A/RES/50/2 op2", "", "", "", "decides", ""),
            ("A/RES/50/2 op1-a", "(a)", "A/RES/50/2 op1", "", "", ""),
        ],
    ),
    (
        "circumstances",
        TWO,
        [("General Assembly", "1995-12-01", "50", "9th plenary meeting", "Second Committee",
          "A/50/7", "A/50/L.7", "7 (a); 8")],
    ),
    ("misdated-citations", {}, [("A/RES/50/2 pp1", "A/RES/40/1", "1985-12-02", "1985-12-01")]),
    (
        "acts-and-events",
        {},
        [
            ("A/RES/50/2 op1", "invites", "ns requests", "requested renaming"),
            ("A/RES/50/2 op2", "decides", "ns enacts", "inclusion"),
        ],
    ),
    ("functions", TWO, [("A/RES/50/2 pp1", "ns recalls", "A/RES/40/1")]),
    (
        "modified-by",
        {"document": "A/60/99"},
        [
            ("A/60/99/Add.1", "ns isAddendumTo", ""),
            ("A/60/99/Corr.1", "ns isCorrigendumTo", "https://undocs.org/A/60/99/Corr.1"),
        ],
    ),
    (
        "footnotes",
        THREE,
        [
            ("A/RES/60/3 fn1", "A/RES/60/3 op1", "95", "A/60/99"),
            ("A/RES/60/3 fn2", "A/RES/60/3 op1", "125", "A/60/99"),
        ],
    ),
    ("provisional-agendas", {}, [("51", "Wells for all", "A/RES/50/2 op2", "decided")]),
    ("observances", {}, [("Day of Wells", "--05-06", "A/RES/50/2 op2", "decided")]),
    (
        "conditions",
        {},
        [("requested designation", "A/RES/50/2 op1", "requested", "as long as it exists")],
    ),
    (
        "names-by-year",
        FUND,
        [("1995", "Fund for Wells", "2", "1"), ("2005", "Fund for Water", "1", "1"),
            ("2006", "Fund for Wells", "1", "1")],
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def small() -> GraphStore:
    store = GraphStore.in_memory()
    files = [Path(__file__).parent / "small.ttl", *resources.ontology_files()]
    quads = [quad for file in files for quad in parse(file)]
    store.load(ox.Quad(q.subject, q.predicate, q.object, GRAPH) for q in quads)
    # the same facts in a second graph, as several documents tell them: no row may come twice
    other = ox.NamedNode("https://example.org/again")
    store.load(ox.Quad(q.subject, q.predicate, q.object, other) for q in quads)
    # what a build of agreed language derives stands in a graph of its own
    derived = ox.NamedNode(LANGUAGE_GRAPH)
    reuses = {q.subject for q in quads if q.object == ox.NamedNode(NS + "LanguageReuse")}
    store.load(
        ox.Quad(q.subject, q.predicate, q.object, derived) for q in quads if q.subject in reuses
    )
    return store


@pytest.mark.parametrize(("name", "values", "expected"), CASES)
def test_answer(small: GraphStore, name: str, values: dict[str, str], expected: Rows) -> None:
    answer = small.query(all_queries()[name].bind(values))
    rows = [tuple(short(cell) for cell in row.values()) for row in answer.values()]
    assert rows == expected


def test_every_query_has_a_case() -> None:
    assert {name for name, _, _ in CASES} == set(all_queries())


@pytest.mark.parametrize("name", sorted(all_queries()))
def test_columns_are_as_the_header_says(small: GraphStore, name: str) -> None:
    query = all_queries()[name]
    assert small.query(query.bind({})).columns == query.columns
