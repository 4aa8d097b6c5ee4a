"""Pictures of citations as SVG."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.views.scene.store import HOSTILE

from southsouth.graph.store import GraphStore
from southsouth.views.looks import KIND_LOOKS, SPARE_LOOKS
from southsouth.views.scene.around import around
from southsouth.views.scene.atlas import atlas
from southsouth.views.scene.svg import NODE_SHAPES, scene_svg
from southsouth.vocabulary import BASE

SVG = "{http://www.w3.org/2000/svg}"


def test_a_box_a_document_and_a_line_a_citation(store: GraphStore) -> None:
    scene = around(store, BASE + "document/A/RES/50/7", 2)
    root = etree.fromstring(scene_svg(scene).encode())
    assert len(root.findall(f".//{SVG}rect[@class='n']")) == len(scene.nodes) - 1
    assert len(root.findall(f".//{SVG}rect[@class='n f']")) == 1
    titles = [line.findtext(f"{SVG}title") for line in root.findall(f"{SVG}path[@class='e']")]
    assert "A/RES/60/9 recalls A/RES/50/7" in titles
    assert scene_svg(scene) == scene_svg(around(store, BASE + "document/A/RES/50/7", 2))


def test_the_map_shows_hostile_labels_as_text(store: GraphStore) -> None:
    root = etree.fromstring(scene_svg(atlas(store).scene).encode())
    assert root.find(f".//{SVG}script") is None
    titles = [title.text for title in root.iter(f"{SVG}title")]
    assert "Wells " + HOSTILE in titles


@pytest.mark.parametrize(
    "shape", sorted({shape for shape, _ in (*KIND_LOOKS.values(), *SPARE_LOOKS)})
)
def test_every_shape_can_be_drawn(shape: str) -> None:
    assert NODE_SHAPES[shape](10.0, 10.0, 5.0).startswith("M")
