"""The map: everything once, in its lane, with what cites it."""

from __future__ import annotations

import json

from southsouth.graph.store import GraphStore
from southsouth.views.scene.atlas import atlas, without
from southsouth.views.scene.lanes import KIND_LANES, ORGAN_LANES, lane_order, organ_lane
from southsouth.views.scene.wire import atlas_json
from southsouth.vocabulary import BASE


def test_every_document_and_thing_stands_once_in_its_lane(store: GraphStore) -> None:
    scene = atlas(store).scene
    lanes = {node.label: scene.lanes[node.lane].label for node in scene.nodes}
    assert lanes["A/RES/50/7"] == "General Assembly: resolutions and decisions"
    assert lanes["S/RES/1325(2000)"] == "Security Council"
    assert lanes["Water Fund"] == "Instruments"
    assert lanes["Second Water Summit"] == "Bodies and conferences"
    assert len(scene.nodes) == len({node.iri for node in scene.nodes}) == 11
    by_kind = atlas(store, "kind").scene
    assert {lane.label for lane in by_kind.lanes} <= set(KIND_LANES.values())


def test_times_come_from_what_is_known(store: GraphStore) -> None:
    known = {node.label: (node.day, node.known) for node in atlas(store).scene.nodes}
    assert known["A/RES/50/7"] == ("1995-12-01", "adopted")
    assert known["Water Fund"] == ("1995-12-01", "founded")
    assert known["First Water Summit"] == ("2000-04-10", "held")
    assert known["A/9946"] == ("", "")


def test_lines_and_sizes(store: GraphStore) -> None:
    scene = atlas(store).scene
    cited = {node.label: node.cited for node in scene.nodes}
    assert cited["A/RES/50/7"] == 3  # two documents and the fund
    told = json.loads(json.dumps(atlas_json(atlas(store))))
    place = {path: at for at, path in enumerate(told["nodes"]["path"])}
    assert told["out"][place["document/A/RES/60/9"]] == sorted(
        place[f"document/{symbol}"] for symbol in ("A/RES/50/7", "A/RES/55/8")
    )
    assert told["names"][str(place["instrument/fund/wells"])] == ["Water Fund", "Wells Fund"]
    assert all(not path.startswith(BASE) for path in told["nodes"]["path"])


def test_hidden_kinds_leave_with_their_lines(store: GraphStore) -> None:
    scene = atlas(store).scene
    less = without(scene, {"Report", "TrustFund"})
    assert {node.kind for node in scene.nodes} - {node.kind for node in less.nodes} == {
        "Report",
        "TrustFund",
    }
    named = {(less.nodes[e.source].label, less.nodes[e.target].label) for e in less.edges}
    assert ("A/RES/55/8", "A/RES/50/7") in named
    assert len(named) == len(scene.edges) - 2  # of the fund to its document, to the report


def test_an_empty_store_is_an_empty_map() -> None:
    import pyoxigraph as ox

    scene = atlas(GraphStore(ox.Store())).scene
    assert scene.nodes == ()
    assert scene.lanes == ()


def test_every_symbol_has_a_lane() -> None:
    assert organ_lane("A/RES/60/1") == ORGAN_LANES[0][1]
    assert organ_lane("XYZ/1") == "Other bodies"
    assert len(set(lane_order("organ"))) == len(lane_order("organ"))
