"""Neighbours of documents and things, and ways between documents."""

from __future__ import annotations

import pytest

from southsouth.errors import NotFoundError
from southsouth.graph.store import GraphStore
from southsouth.views.scene import around as module
from southsouth.views.scene.around import Filters, around, paths
from southsouth.views.scene.columns import BOX
from southsouth.views.scene.curves import curve
from southsouth.views.scene.model import Scene
from southsouth.vocabulary import BASE


def doc(symbol: str) -> str:
    return f"{BASE}document/{symbol}"


def labels(scene: Scene) -> set[str]:
    return {node.label for node in scene.nodes}


def lines(scene: Scene) -> set[tuple[str, str, str, int, int]]:
    return {
        (
            scene.nodes[e.source].label,
            e.function,
            scene.nodes[e.target].label,
            e.count,
            e.preambular,
        )
        for e in scene.edges
    }


@pytest.mark.parametrize(
    ("depth", "found"),
    [
        (1, {"A/RES/50/7", "A/RES/55/8", "A/RES/60/9"}),
        (2, {"A/RES/50/7", "A/RES/55/8", "A/RES/60/9", "A/RES/65/10"}),
        (
            3,
            {"A/RES/50/7", "A/RES/55/8", "A/RES/60/9", "A/RES/65/10", "S/RES/1325(2000)", "A/9946"},
        ),
    ],
)
def test_each_step_goes_both_ways(store: GraphStore, depth: int, found: set[str]) -> None:
    scene = around(store, doc("A/RES/50/7"), depth)
    assert labels(scene) == found
    assert scene.nodes[scene.focus].label == "A/RES/50/7"
    assert scene.title == "A/RES/50/7"


def test_several_citations_are_one_line_with_its_verb(store: GraphStore) -> None:
    assert lines(around(store, doc("A/RES/50/7"))) == {
        ("A/RES/55/8", "recalls", "A/RES/50/7", 1, 1),
        ("A/RES/60/9", "recalls", "A/RES/50/7", 2, 0),
    }
    assert ("A/RES/60/9", "welcomes", "A/RES/55/8", 1, 1) in lines(
        around(store, doc("A/RES/50/7"), 2)
    )


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(part="pp"), {"A/RES/50/7", "A/RES/55/8"}),
        (Filters(part="op"), {"A/RES/50/7", "A/RES/60/9"}),
        (Filters(functions=frozenset({"welcomes"})), {"A/RES/50/7"}),
        (Filters(since=2003), {"A/RES/50/7", "A/RES/60/9"}),
        (Filters(until=2003), {"A/RES/50/7", "A/RES/55/8"}),
        (Filters(lanes=frozenset({"Security Council"})), {"A/RES/50/7"}),
    ],
)
def test_filters_hold_for_what_is_shown(
    store: GraphStore, filters: Filters, found: set[str]
) -> None:
    assert labels(around(store, doc("A/RES/50/7"), 1, filters)) == found


@pytest.mark.parametrize(
    ("filters", "depth"),
    [
        (Filters(), 1),
        (Filters(), 2),
        (Filters(part="op"), 1),
        (Filters(part="pp"), 2),
        (Filters(functions=frozenset({"welcomes"})), 2),
    ],
)
def test_the_query_of_a_picture_finds_its_lines(
    store: GraphStore, filters: Filters, depth: int
) -> None:
    scene = around(store, doc("A/RES/60/9"), depth, filters)
    found = {(row["from"], row["to"]) for row in store.query(scene.query).values()}
    shown = {(scene.nodes[e.source].iri, scene.nodes[e.target].iri) for e in scene.edges}
    assert shown
    assert shown <= found


def test_what_the_query_does_not_say_stands_in_a_comment(store: GraphStore) -> None:
    scene = around(store, doc("A/RES/60/9"), 1, Filters(since=2000, until=2003))
    assert scene.query.endswith("# shown of these: from 2000 to 2003\n")
    assert store.query(scene.query).rows


def test_what_has_no_room_is_counted(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_NEIGHBOURS", 1)
    scene = around(store, doc("A/RES/50/7"))
    assert labels(scene) == {"A/RES/50/7", "A/RES/60/9"}  # the one with more citations
    assert scene.left_out == 1


def test_around_a_thing_are_its_mentions_events_and_founding(store: GraphStore) -> None:
    assert lines(around(store, BASE + "instrument/fund/wells")) == {
        ("A/RES/60/9", "affects", "Water Fund", 2, 0),
        ("Water Fund", "isEstablishedUnder", "A/RES/50/7", 1, 0),
    }


def test_days_are_the_surest_known(store: GraphStore) -> None:
    scene = around(store, doc("A/RES/65/10"))
    known = {node.label: (node.day, node.known) for node in scene.nodes}
    assert known == {
        "A/RES/65/10": ("2010-12", "symbol"),
        "A/RES/60/9": ("2005-12-01", "adopted"),
        "S/RES/1325(2000)": ("2000", "symbol"),
        "A/9946": ("", ""),
    }


def test_time_goes_right_and_no_two_boxes_overlap(store: GraphStore) -> None:
    scene = around(store, doc("A/RES/60/9"), 3)
    dated = sorted((n for n in scene.nodes if n.day), key=lambda n: n.day[:4])
    assert [n.x for n in dated] == sorted(n.x for n in dated)
    assert min(n.x for n in dated) > max(n.x for n in scene.nodes if not n.day)
    for one in scene.nodes:
        assert scene.lanes[one.lane].top < one.y < scene.lanes[one.lane].bottom
        for other in scene.nodes:
            assert one is other or abs(one.x - other.x) >= BOX[0] or abs(one.y - other.y) >= BOX[1]


def test_lines_run_from_the_citing_to_the_cited(store: GraphStore) -> None:
    scene = around(store, doc("A/RES/50/7"))
    for edge in scene.edges:
        begin, end = curve(scene, edge)[1:].split("C")
        x1, y1 = map(float, begin.split())
        x2, y2 = map(float, end.split()[-2:])
        source, target = scene.nodes[edge.source], scene.nodes[edge.target]
        assert x1 == pytest.approx(source.x - BOX[0] / 2, abs=1)
        assert x2 == pytest.approx(target.x + BOX[0] / 2, abs=1)
        assert (y1, y2) == pytest.approx((source.y, target.y), abs=1)


@pytest.mark.parametrize("iri", [doc("A/RES/99/1"), BASE + "instrument/fund/none"])
def test_what_is_not_there_is_an_error(store: GraphStore, iri: str) -> None:
    with pytest.raises(NotFoundError):
        around(store, iri)


@pytest.mark.parametrize("ends", [("A/RES/65/10", "A/RES/50/7"), ("A/RES/50/7", "A/RES/65/10")])
def test_the_shortest_ways_in_either_direction(store: GraphStore, ends: tuple[str, str]) -> None:
    scene = paths(store, *map(doc, ends))
    assert lines(scene) == {
        ("A/RES/65/10", "welcomes", "A/RES/60/9", 1, 0),
        ("A/RES/60/9", "recalls", "A/RES/50/7", 2, 0),
    }
    assert scene.title == "A/RES/65/10 to A/RES/50/7: 2 steps"


def test_no_way_is_an_error(store: GraphStore) -> None:
    with pytest.raises(NotFoundError, match="no chain"):
        paths(store, doc("A/RES/55/8"), doc("A/9946"))
