"""The graph of knowledge in a store: the same in whatever order documents come."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from southsouth.build.pipeline import build
from southsouth.errors import CuratedDataError, NotFoundError
from southsouth.graph.queries.internal import rows
from southsouth.graph.rdf.iris import KNOWLEDGE_GRAPH, LINEAGE_GRAPH
from southsouth.graph.store import GraphStore
from southsouth.publish import (
    identity_rows,
    learned_records,
    learned_things,
    merged,
    parted,
    records_turtle,
)
from southsouth.reading.reader import load_authority_records
from southsouth.resources import authority_files
from southsouth.views.facts import events_of, find, names_of

PARAGRAPHS = (
    (1, "2001", "1. Decides to establish the Commission on Deep Wells (CODW);"),
    (2, "2003", "1. Notes that the Commission on Deep Wells was established in 2001;"),
    (3, "2005", "1. Decides to rename the Commission on Deep Wells the Bureau for Deep Water;"),
    (4, "2007", "1. Requests the Bureau for Deep Water to report to it;"),
    (5, "2009", "1. Requests the CODW and the Office for Salt Lakes (OSL) to dig;"),
    (6, "2011", "1. Welcomes the First Wells Summit, held in Ostend from 1 to 3 May 2010;"),
    (7, "2013", "1. Welcomes the Second Wells Summit (SWS) and the First Wells Summit (FWS);"),
)
NEW = "Bureau for Deep Water"
OLD = "Commission on Deep Wells"


def write(folder: Path) -> list[Path]:
    folder.mkdir()
    files = []
    for number, year, paragraph in PARAGRAPHS:
        text = (
            f"A/RES/66/{900 + number}\n\nResolution adopted by the General Assembly on 1 March "
            f"{year}\n\nThe General Assembly,\n\n{paragraph}\n"
        )
        path = folder / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        files.append(path)
    return files


def derived(store: Path) -> set[str]:
    graphs = GraphStore.open(store)
    return {str(quad) for graph in (KNOWLEDGE_GRAPH, LINEAGE_GRAPH) for quad in graphs.quads(graph)}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write(tmp_path_factory.mktemp("learned") / "files")


@pytest.fixture(scope="module")
def at_once(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("at-once") / "store"
    build(list(map(str, files)), store)
    return store


@pytest.mark.parametrize("seed", range(3))
def test_any_order_of_documents_gives_the_same(
    seed: int, files: list[Path], at_once: Path, tmp_path: Path
) -> None:
    for file in random.Random(seed).sample(files, len(files)):  # noqa: S311
        build([str(file)], tmp_path / "store")
    assert derived(tmp_path / "store") == derived(at_once)


def test_what_goes_is_forgotten(files: list[Path], at_once: Path, tmp_path: Path) -> None:
    build(list(map(str, files)), tmp_path / "store")
    build(list(map(str, files[:4])), tmp_path / "store", prune=True)
    left = {row["thing"] for row in learned_things(GraphStore.open(tmp_path / "store"))}
    every = {row["thing"] for row in learned_things(GraphStore.open(at_once))}
    assert NEW in left
    assert "Office for Salt Lakes" in every - left


def test_a_learned_thing_is_found_by_old_and_new_names(at_once: Path) -> None:
    store = GraphStore.open(at_once)
    found = {find(store, name).iri for name in (OLD, NEW)}
    assert len(found) == 1
    names = {row["form"]: row for row in names_of(store, found.pop())}
    assert names[OLD]["endNotAfter"] == names[NEW]["startNotAfter"] == "2005-03-01"
    attested = [names[NEW][column] for column in ("first", "last", "attestations")]
    assert attested == ["2005-03-01", "2007-03-01", "2"]


def test_one_happening_however_many_statements(at_once: Path) -> None:
    store = GraphStore.open(at_once)
    events = events_of(store, find(store, NEW).iri)
    (founded,) = (event for event in events if event["label"].startswith("establishment"))
    told = [founded[column] for column in ("force", "day", "statements")]
    assert told == ["decided", "2001-03-01", "2"]


def test_statements_and_happenings_are_different_things(at_once: Path) -> None:
    store = GraphStore.open(at_once)
    statements = {row["statement"] for row in rows(store, "places-of-statements")}
    happenings = {row["happening"] for row in rows(store, "happenings")}
    assert statements
    assert happenings
    assert not statements & happenings


def test_rows_for_scorers(at_once: Path, files: list[Path]) -> None:
    start = files[2].read_text(encoding="utf-8").index(NEW)
    place = {"symbol": "A/RES/66/903", "start": start, "end": start + len(NEW)}
    questions = [
        {"story": "wells", "date": "2002-01-01", "things": [place]},
        {"story": "wells", "date": "2008-01-01", "things": [place]},
        {"story": "nobody", "date": "2008-01-01", "things": [{**place, "symbol": "A/1"}]},
    ]
    found = list(identity_rows(GraphStore.open(at_once), questions))
    (thing,) = {row["thing"] for row in found if place.items() <= row.items()}
    of_thing = (row for row in found if row.get("thing") == thing and "relation" in row)
    (renamed,) = (row for row in of_thing if row["relation"] == "renamed-to")
    assert (renamed["new_name"], renamed["date"]) == (NEW, "2005-03-01")
    assert renamed["authority"] == ["A/RES/66/903"]
    answers = [(row["certain"], row["possible"]) for row in found if "story" in row]
    assert answers == [([OLD], []), ([NEW], []), ([], [])]
    series = (row for row in found if row.get("relation") == "conference-of-series")
    assert len({row["thing"] for row in series if "wells-summit" in row["other"]}) == 2


def test_what_is_confirmed_keeps_its_iri(
    files: list[Path], at_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = GraphStore.open(at_once)
    thing = find(store, NEW).iri
    records = tmp_path / "records.ttl"
    records.write_bytes(records_turtle(learned_records(store, [thing])))
    monkeypatch.setenv("SOUTHSOUTH_RECORDS", str(records))
    load_authority_records.cache_clear()
    try:
        build(list(map(str, files)), tmp_path / "store", jobs=1)
    finally:
        load_authority_records.cache_clear()
    again = GraphStore.open(tmp_path / "store")
    assert find(again, OLD).iri == find(again, NEW).iri == thing
    assert thing not in {row["iri"] for row in learned_things(again)}


def test_two_are_joined_and_one_is_parted(at_once: Path) -> None:
    store = GraphStore.open(at_once)
    names = (NEW, "Office for Salt Lakes")
    both = learned_records(store, [find(store, name).iri for name in names])
    one = merged(both)
    assert one.iri == both[0].iri
    assert {form for form, _, _ in one.names} >= {OLD, *names}
    rest, other = parted(both[0], OLD)
    assert rest.iri == both[0].iri != other.iri
    assert [form for form, _, _ in other.names] == [OLD]
    with pytest.raises(NotFoundError, match="its names are"):
        parted(both[0], "Ministry of Sand")
    with pytest.raises(NotFoundError, match="was not learned"):
        learned_records(store, ["https://w3id.org/southsouth/body/undp"])


def test_records_that_are_missing_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOUTHSOUTH_RECORDS", "nowhere.ttl")
    with pytest.raises(CuratedDataError, match="no file of records"):
        authority_files()
