"""Every query of the library on the store that a fresh clone builds."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from southsouth.graph.queries.library import all_queries, ask
from southsouth.graph.store import GraphStore
from southsouth.views.facts import short

HIGH_LEVEL_COMMITTEE = "High-level Committee on South-South Cooperation"

#: query → parameters → rows that the answer has, IRIs shortened (… for any cell)
EXPECTED: list[tuple[str, dict[str, str], list[tuple[str, ...]]]] = [
    (
        "names-on-date",
        {"day": "2004-01-01"},
        [("Voluntary Trust Fund for the Promotion of South-South Cooperation", "certain")],
    ),
    (
        "names-on-date",
        {"day": "2007-01-01"},
        [
            ("United Nations Fund for South-South Cooperation", "possible"),
            ("Voluntary Trust Fund for the Promotion of South-South Cooperation", "possible"),
        ],
    ),
    (
        "names-on-date",
        {"day": "2015-01-01"},
        [("United Nations Fund for South-South Cooperation", "certain")],
    ),
    (
        "names-on-date",
        {"thing": "body/hlc-ssc", "day": "2003-12-22"},
        [
            (
                "High-level Committee on the Review of Technical Cooperation among Developing "
                "Countries",
                "certain",
            )
        ],
    ),
    (
        "names-on-date",
        {"thing": "body/hlc-ssc", "day": "2003-12-24"},
        [("High-level Committee on South-South Cooperation", "certain")],
    ),
    (
        "what-renamed-it",
        {},
        [
            ("requested", "A/RES/60/212 op14", "United Nations Development Programme",
             "mandate; voluntary nature"),
            ("attested by use", "A/RES/64/222 annex1-op21(l)", "", ""),
        ],
    ),
    ("what-renamed-it", {"thing": "body/hlc-ssc"}, [("decided", "A/RES/58/220 op1", "…", "…")]),
    (
        "requests-unfulfilled",
        {},
        [("A/RES/60/212 op14-event3", "designation", "…", "A/RES/60/212 op14", "2005-12-22")],
    ),
    (
        "requests-fulfilled",
        {},
        [("United Nations Fund for South-South Cooperation", "2005-12-22", "2009-12-21",
          "A/RES/64/222 annex1-op21(l)", "4")],
    ),
    ("founding", {}, [("A/RES/50/119", "A/RES/60/212 op14", "")]),
    ("citing-a-part", {}, [("A/RES/60/212 op12", "takes note of", "A/RES/60/212 fn5")]),
    ("cited-by", {}, [("A/RES/60/212 pp1", "recalls", "")]),
    (
        "citing-at-any-depth",
        {},
        [("A/RES/60/212", "2005-12-22", "yes"), ("A/RES/79/236", "2024-12-24", "no")],
    ),
    (
        "citation-chain",
        {},
        [
            ("A/RES/79/236", "2024-12-24", "A/RES/33/134", "1978-12-19"),
            ("A/RES/79/236", "2024-12-24", "A/RES/64/222", "2009-12-21"),
            ("A/RES/64/222", "2009-12-21", "A/RES/33/134", "1978-12-19"),
        ],
    ),
    (
        "funds-in-a-conference",
        {},
        [
            ("United Nations Pledging Conference for Development Activities",
             "United Nations Fund for South-South Cooperation", "reported", "A/RES/60/212 op13",
             "A/RES/57/263", "true"),
            ("United Nations Pledging Conference for Development Activities",
             "Pérez-Guerrero Trust Fund for South-South Cooperation", "decided",
             "A/RES/58/220 op10", "", ""),
        ],
    ),
    ("report-requests", {}, [("A/RES/60/212 op16", "Secretary-General", "62", "", "")]),
    (
        "programmes-mentioned",
        {},
        [
            ("A/RES/60/212 op12", "Havana Programme of Action", "A/55/74 annex2"),
            ("A/RES/60/212 op12", "Doha Plan of Action", "A/60/111 annex2"),
            ("A/RES/60/212 op12",
             "Marrakesh Framework for the Implementation of South-South Cooperation", ""),
        ],
    ),
    (
        "cited-with-verb",
        {},
        [("A/RES/60/212 op1", "welcomes", "4", "A/60/39", "chap. I", "ibid")],
    ),
    ("welcomed-or-noted", {}, [("A/RES/60/212 op8", "takes note with appreciation of", "2")]),
    ("ibid", {}, [("A/RES/60/212 fn3", "A/RES/60/212 op1", "A/60/39", "chap. I")]),
    (
        "unresolved-citations",
        {},
        [("A/RES/68/230 op11", "17/1", f"{HIGH_LEVEL_COMMITTEE} 17/1", "recalls")],
    ),
    (
        "indirect-citations",
        {},
        [("A/RES/79/236 op16", "invites", "57/263 of 20 December 2002", "A/RES/57/263")],
    ),
    (
        "evidence",
        {},
        [("A/RES/60/212 op14", "4771", "5052", "A_RES_60_212.md", "…", "…", "")],
    ),
    (
        "renamed-mandate-kept",
        {},
        [("…", "High-level Committee on South-South Cooperation", "decided", "A/RES/58/220 op1")],
    ),
    ("called", {}, [("instrument/programme/doha-2005", "Doha Plan of Action", "…")]),
    ("conflicting-claims", {}, [("A/RES/71/318", "ns adoptedOn", "2017-08-28", "…", "…")]),
    ("addressees", {}, [("A/RES/60/212 op14", "invites", "United Nations Development Programme")]),
    ("predecessors", {}, [("First South Summit", "Second South Summit")]),
]  # fmt: skip


@pytest.fixture(scope="module")
def store(shipped: Path) -> GraphStore:
    return GraphStore.open(shipped)


@pytest.mark.parametrize(("name", "values", "expected"), EXPECTED)
def test_answer_has(
    store: GraphStore, name: str, values: dict[str, str], expected: list[tuple[str, ...]]
) -> None:
    rows = [
        tuple(short(cell) for cell in row.values()) for row in ask(store, name, **values).values()
    ]
    for wanted in expected:
        assert any(
            all(w in {"…", cell} for w, cell in zip(wanted, row, strict=True)) for row in rows
        ), f"{wanted} is not in {rows}"


@pytest.mark.parametrize("name", sorted(all_queries()))
def test_no_row_comes_twice(store: GraphStore, name: str) -> None:
    rows = ask(store, name).rows
    assert len(set(rows)) == len(rows)


def test_the_2030_agenda_and_the_plan_of_action_are_most_reaffirmed(store: GraphStore) -> None:
    """By number and, the Agenda, by name: the counts are those of the twelve texts."""
    first = ask(store, "most-reaffirmed", most="2").values()
    assert first == [
        {"symbol": "A/RES/70/1", "reaffirmed": "20", "recalled": "0", "together": "20"},
        {"symbol": "A/RES/33/134", "reaffirmed": "10", "recalled": "0", "together": "10"},
    ]


def test_queries_are_quick(store: GraphStore) -> None:
    for name in all_queries():
        started = time.process_time()
        ask(store, name)
        assert time.process_time() - started < 5, name


def test_snapshot_has_no_sentences() -> None:
    from southsouth import resources

    files = resources.snapshot_files()
    assert len(files) == 12
    for file in files:
        text = Path(file).read_text(encoding="utf-8")
        assert "ss:quote" not in text
        assert "ss:condition" not in text
