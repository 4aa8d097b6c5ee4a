"""Web Annotations of citations: selectors point at words, bodies at what is cited."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.places import DATA

from southsouth.errors import SouthSouthError
from southsouth.graph.rdf.emit import emit
from southsouth.publish.annotations import annotation_collection
from southsouth.publish.exporters import export_document
from southsouth.reading.documents.encodings import decode
from southsouth.reading.reader import Reading
from southsouth.vocabulary import BASE, NS

WELLS = DATA / "wells.md"


@pytest.fixture
def exported(tmp_path: Path) -> dict[str, Any]:
    path = tmp_path / "wells.anno.jsonld"
    assert export_document(WELLS, path) == path.stat().st_size
    made: dict[str, Any] = json.loads(path.read_bytes())
    return made


def test_selectors_point_at_the_words_of_the_file(exported: dict[str, Any]) -> None:
    text = decode(WELLS.read_bytes(), "wells.md")
    items = exported["first"]["items"]
    assert exported["total"] == len(items) == 4
    for item in items:
        position, quote = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert around in text
    words = {
        item["body"].removeprefix(BASE): item["target"]["selector"][1]["exact"] for item in items
    }
    assert words["document/A/RES/60/212"] == "60/212 of 22 December 2005"
    assert words["document/A/66/123#annex2"] == "A/66/123, annex II"


def test_the_form_of_an_annotation(exported: dict[str, Any]) -> None:
    assert exported["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert exported["type"] == "AnnotationCollection"
    for item in exported["first"]["items"]:
        assert set(item) == {"id", "type", "motivation", "body", "target"}
        assert item["type"] == "Annotation"
        assert [s["type"] for s in item["target"]["selector"]] == [
            "TextPositionSelector",
            "TextQuoteSelector",
        ]


def test_the_ids_are_the_citations_of_the_graph(adopt: Callable[..., Reading]) -> None:
    reading = adopt(
        "*Recalling* its resolutions 60/212 of 22 December 2005 and 58/220,",
        "1. *Takes note* of the report (A/69/1) and of resolution 50/7 of 1 December 1995;",
    )
    cites = {
        str(quad.subject).strip("<>"): str(quad.object).strip("<>")
        for quad in emit(reading)
        if quad.predicate.value == NS + "citesDocument"
    }
    found = annotation_collection(reading)["first"]["items"]
    assert {item["id"]: item["body"] for item in found} == cites
    assert len(cites) == 4


def test_without_the_file_positions_count_in_the_reading_text(
    adopt: Callable[..., Reading],
) -> None:
    reading = adopt("*Recalling* its resolution 60/212 of 22 December 2005,")
    position, quote = annotation_collection(reading)["first"]["items"][0]["target"]["selector"]
    assert reading.resolution.text[position["start"] : position["end"]] == quote["exact"]


def test_what_is_not_told_is_no_annotation(adopt: Callable[..., Reading]) -> None:
    reading = adopt("1. *Recalls* resolution 1/2 of the Village Council;")
    assert [c.target for c in reading.citations] == [None]
    assert annotation_collection(reading)["total"] == 0


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SouthSouthError, match=r"a document is written as one of \.xml \.anno"):
        export_document(WELLS, tmp_path / "wells.ttl")
