"""The page as a text: nothing hostile in it is markup, nothing refers to another host."""

from __future__ import annotations

import base64
import gzip
import json
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from southsouth.views.looks import (
    BACKGROUNDS,
    EDGE_COLOURS,
    KIND_LOOKS,
    SPARE_LOOKS,
    contrast,
    function_looks,
    kind_looks,
    readable,
    spoken,
)
from southsouth.views.network.layout import (
    LONGEST_GAP,
    Layout,
    Spot,
    View,
    arrange,
    best_layout,
    day_of,
    time_axis,
)
from southsouth.views.network.page import (
    as_json_block,
    label_lines,
    render_page,
    safe_link,
    write_page,
)

HOSTILE = (
    "<script>window.pwned = 1</script>",
    "</script><script>window.pwned = 1</script>",
    '"><img src=x onerror="window.pwned = 1">',
    "' onmouseover='window.pwned = 1",
    "<!-- <script>",
    "]]></style>",
    "{{ 7 * 7 }} {% raw %}",
    "line\u2028paragraph\u2029end & more &lt;b&gt;",
    "NUL \x00, escape \x1b, half a pair \ud800",
    "\u202eright to left",
)


class Reader(HTMLParser):
    """Collects a page's tags with their attributes, and the text inside each element."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags:
            self.texts.setdefault(self.tags[-1][0], []).append(data)


def data_of(page: str) -> dict[str, Any]:
    """A page in, the data of its JSON block out."""
    found = re.search(r'<script type="([a-z/]+)" id="graph-data">(.*?)</script>', page)
    assert found
    packed = found[1] == "application/gzip"
    text = gzip.decompress(base64.b64decode(found[2])).decode() if packed else found[2]
    data: dict[str, Any] = json.loads(text)
    return data


def hostile_graph() -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    for text in HOSTILE:
        graph.add_node(
            text, label=text, kind=text, date=text, details=[(text, text)], link=f"https://{text}"
        )
    for one, other in pairwise(HOSTILE):
        graph.add_edge(one, other, label=one, function=other, details=[(one, other)])
    return graph


def test_hostile_texts_add_no_tag() -> None:
    plain = Reader(render_page(nx.DiGraph(), title="t", subtitle="s"))
    for text in HOSTILE:
        page = render_page(hostile_graph(), title=text, subtitle=text)
        tags = Reader(page).tags
        extra = [tag for tag, _ in tags if tag != "p"]
        assert extra == [tag for tag, _ in plain.tags if tag != "p"]
        assert not any(name.startswith("on") for _, attributes in tags for name in attributes)
        page.encode("utf-8")


def test_json_block_is_inert_and_complete() -> None:
    block = as_json_block(list(HOSTILE))
    assert block.isascii()
    assert not set("<>&") & set(block)
    assert json.loads(block) == list(HOSTILE)


def test_hostile_texts_arrive_unchanged() -> None:
    data = data_of(render_page(hostile_graph(), title="t"))
    sayable = {text for text in HOSTILE if "\ud800" not in text}  # the rest is no UTF-8
    assert sayable <= {node["label"] for node in data["nodes"]}
    assert sayable <= {node["details"][0][1] for node in data["nodes"]}
    assert {node["link"] for node in data["nodes"]} <= {""}


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://docs.un.org/A/RES/60/212", True),
        ("http://example.org/a?b=c&d=%3C", True),
        ("", False),
        (None, False),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)//https://example.org", False),
        ("data:text/html,<script>1</script>", False),
        ("file:///etc/passwd", False),
        ("//example.org/no-scheme", False),
        ("https://", False),
        ("https://[broken", False),
        ("https://example.org/\nx", False),
        (" https://example.org/ x", False),
    ],
)
def test_only_web_links_are_kept(link: str | None, kept: bool) -> None:
    assert safe_link(link) == (link if kept else "")


def test_page_refers_to_no_host(graph_500: nx.MultiDiGraph[str]) -> None:
    page = render_page(graph_500, title="t")
    tags = Reader(page).tags
    for tag, attributes in tags:
        assert not {"src", "srcset", "action", "data", "poster", "integrity"} & set(attributes)
        assert (attributes.get("href") or "#").startswith(("#", "data:,")), tag
    style = page[page.index("<style>") : page.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert "sourceMappingURL" not in page


def test_policy_names_the_scripts_of_the_page() -> None:
    page = render_page(nx.DiGraph(), title="t")
    policy = next(a["content"] for t, a in Reader(page).tags if "http-equiv" in a) or ""
    assert "default-src 'none'" in policy
    assert len(re.findall(r"'sha256-[A-Za-z0-9+/]{43}='", policy)) == 2
    script = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in script
    assert "http" not in policy


def test_same_graph_same_bytes(graph_500: nx.MultiDiGraph[str]) -> None:
    backwards: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    backwards.add_nodes_from(reversed(list(graph_500.nodes(data=True))))
    backwards.add_edges_from(reversed(list(graph_500.edges(data=True))))
    assert render_page(graph_500, title="t") == render_page(backwards, title="t")


def test_same_bytes_in_another_process(tmp_path: Path) -> None:
    program = (
        "import networkx, pathlib, sys; from southsouth.views.network.page import write_page;"
        "graph = networkx.DiGraph([(c, d) for c in 'abcd' for d in 'efgh']);"
        "write_page(graph, pathlib.Path(sys.argv[1]), title='t')"
    )
    for name in ("one", "two"):
        subprocess.run([sys.executable, "-c", program, str(tmp_path / name)], check=True)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_empty_graph() -> None:
    page = render_page(nx.MultiDiGraph(), title="Nothing yet")
    assert "the graph is empty" in page
    assert data_of(page)["nodes"] == []


def test_node_and_edge_without_attributes() -> None:
    data = data_of(render_page(nx.DiGraph([("urn:a", "urn:b"), ("urn:b", "urn:b")]), title="t"))
    assert [node["label"] for node in data["nodes"]] == ["urn:a", "urn:b"]
    assert data["kinds"][0]["name"] == "Other"
    assert data["functions"][0]["name"] == "other"
    assert [edge["details"] for edge in data["edges"]] == [[], []]


def test_unknown_kinds_come_after_known_ones_each_with_its_own_look() -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    for kind in ("Zebra", "Resolution", "Aardvark", "TrustFund"):
        graph.add_node(kind, kind=kind)
    kinds = data_of(render_page(graph, title="t"))["kinds"]
    assert [kind["kind"] for kind in kinds] == ["TrustFund", "Resolution", "Aardvark", "Zebra"]
    assert len({(kind["shape"], kind["light"]["fill"]) for kind in kinds}) == 4


def test_parallel_edges_are_all_drawn_apart() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for label in ("recalls", "reaffirms", "recalls"):
        graph.add_edge("a", "b", label=label, function=label)
    edges = data_of(render_page(graph, title="t"))["edges"]
    assert [edge["label"] for edge in edges] == ["reaffirms", "recalls", "recalls"]
    assert len({edge["bend"] for edge in edges}) == 3


def test_title_stands_in_title_and_heading() -> None:
    texts = Reader(render_page(nx.DiGraph(), title="A & B", subtitle="1974–2025")).texts
    assert "".join(texts["title"]).strip() == "A & B"
    assert "".join(texts["h1"]).strip() == "A & B"


def test_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    write_page(nx.DiGraph([("a", "b")]), path, title="t")
    before = path.read_bytes()
    path.unlink()
    path.mkdir()
    (path / "in the way").touch()
    with pytest.raises(OSError, match=r"page\.html"):
        write_page(nx.DiGraph([("a", "b")]), path, title="t")
    assert [file.name for file in tmp_path.iterdir()] == ["page.html"]
    assert before.startswith(b"<!DOCTYPE html>")


def test_large_graph_is_written_quickly(tmp_path: Path, graph_2000: nx.MultiDiGraph[str]) -> None:
    path = tmp_path / "large.html"
    write_page(nx.DiGraph([("a", "b")]), path, title="warm")  # the import of pyvis is not measured
    start = time.process_time()
    write_page(graph_2000, path, title="large")
    assert time.process_time() - start < 5
    data = data_of(path.read_text(encoding="utf-8"))
    assert (len(data["nodes"]), len(data["edges"])) == (2000, 8000)


def test_much_data_is_compressed_and_its_details_are_cut(graph_2000: nx.MultiDiGraph[str]) -> None:
    graph = graph_2000.copy()
    for _, _, data in graph.edges(data=True):
        data["details"] = [("quote", "word " * 200)]
    page = render_page(graph, title="t")
    assert 'type="application/gzip"' in page
    assert len(page) < 2_000_000
    assert {len(edge["details"][0][1]) for edge in data_of(page)["edges"]} == {240}
    assert page == render_page(graph, title="t")


def test_where_a_document_is_placed_counts_before_its_date() -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("a", placed="2005-12", date="")
    graph.add_node("b", date="2001-01-01")
    assert [n["date"] for n in data_of(render_page(graph, title="t"))["nodes"]] == [
        "2005-12",
        "2001-01-01",
    ]


def test_import_brings_neither_pyvis_nor_ipython() -> None:
    program = (
        "import sys, southsouth.views.network.page;"
        "raise SystemExit(any(name in sys.modules for name in ('pyvis', 'IPython', 'networkx')))"
    )
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0


# --- layout ----------------------------------------------------------------------------------


def spots(days: list[int | None], size: float = 8, lanes: int = 3) -> list[Spot]:
    """Days in, spots out in turn over the lanes, some larger than others."""
    return [
        Spot(i % lanes, day, size + i % 4, size + i % 4, size + i % 3, size + i % 5)
        for i, day in enumerate(days)
    ]


DAYS: dict[str, Sequence[int | None]] = {
    "spread": [700_000 + 37 * i for i in range(200)],
    "one day": [730_000] * 150,
    "bursts": [720_000 + 365 * (i // 25) + i % 3 for i in range(300)],
    "undated": [None] * 90,
    "mixed": [None if i % 5 == 0 else 725_000 + i * i for i in range(120)],
    "one": [735_000],
    "far apart": [1, 400_000, 3_652_059],
}


def overlapping(layout: Layout, given: list[Spot]) -> list[tuple[int, int]]:
    """Pairs of spots whose rooms overlap by more than rounding can explain."""

    def box(i: int) -> tuple[float, float, float, float]:
        x, y, spot = layout.x[i], layout.y[i], given[i]
        return x - spot.left, y - spot.above, x + spot.right, y + spot.below

    boxes = [box(i) for i in range(len(given))]
    return [
        (i, j)
        for i, j in combinations(range(len(given)), 2)
        if min(boxes[i][2], boxes[j][2]) - max(boxes[i][0], boxes[j][0]) > 1.01
        and min(boxes[i][3], boxes[j][3]) - max(boxes[i][1], boxes[j][1]) > 1.01
    ]


@pytest.mark.parametrize("name", DAYS)
@pytest.mark.parametrize("rows", [1, 6, 50])
def test_no_two_nodes_overlap(name: str, rows: int) -> None:
    given = spots(list(DAYS[name]))
    assert not overlapping(arrange(given, 900, rows, 20), given)


@pytest.mark.parametrize("name", DAYS)
def test_lanes_hold_their_nodes_and_follow_one_another(name: str) -> None:
    given = spots(list(DAYS[name]))
    _, layout = best_layout(given, View(900, 600, 20))
    assert all(one[1] == other[0] for one, other in pairwise(layout.lanes))
    for i, spot in enumerate(given):
        top, bottom = layout.lanes[spot.lane]
        assert top <= layout.y[i] - spot.above
        assert layout.y[i] + spot.below <= bottom + 1
        assert layout.box[0] <= layout.x[i] <= layout.box[2]


@pytest.mark.parametrize("name", DAYS)
def test_x_follows_time_and_the_undated_come_first(name: str) -> None:
    given = spots(list(DAYS[name]))
    _, layout = best_layout(given, View(900, 600, 20))
    dated = sorted((s.day, layout.x[i]) for i, s in enumerate(given) if s.day is not None)
    loose = [layout.x[i] for i, s in enumerate(given) if s.day is None]
    assert all(one[1] <= other[1] for one, other in pairwise(dated) if one[0] < other[0])
    assert [x for _, x in layout.ticks] == sorted(x for _, x in layout.ticks)
    assert [label for label, _ in layout.ticks] == sorted(label for label, _ in layout.ticks)
    if loose and dated:
        assert max(loose) < dated[0][1]
        assert layout.undated
        assert layout.undated[1] <= layout.ticks[0][1]


def test_axis_never_goes_back_and_shortens_empty_centuries() -> None:
    axis = time_axis({700_000: 0.0, 700_400: 30.0, 760_000: 0.0}, 1000)
    places = [axis.at(day) for day in range(699_000, 761_000, 50)]
    assert places == sorted(places)
    assert axis.at(760_000) - axis.at(700_400) < 1000 + 30
    assert LONGEST_GAP * axis.per_day == pytest.approx(axis.starts[2] - axis.ends[1])


def test_small_graphs_give_every_label_its_room() -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    for year in range(2000, 2012):
        graph.add_node(f"{year}", label="Fund for cooperation", kind="TrustFund", date=f"{year}")
    layouts = data_of(render_page(graph, title="t"))["layouts"]
    assert layouts["wide"]["labelled"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2005-12-22", "2005-12-22"),
        ("2005-12", "2005-12-15"),
        ("2005", "2005-07-01"),
        ("2005-12-22T10:00:00Z", "2005-12-22"),
        ("22 December 2005", None),
        ("2005-13-01", None),
        ("2005-02-30", None),
        ("0000", None),
        ("٢٠٠٥", None),
        ("", None),
    ],
)
def test_dates(text: str, iso: str | None) -> None:
    assert day_of(text) == (None if iso is None else day_of(iso))
    assert (day_of(text) is None) == (iso is None)


# --- looks -----------------------------------------------------------------------------------


def test_every_look_is_legible_in_both_themes() -> None:
    colours = {hue for _, hue in [*KIND_LOOKS.values(), *SPARE_LOOKS]} | set(EDGE_COLOURS)
    for ground in BACKGROUNDS.values():
        assert all(contrast(readable(hue, ground, 3), ground) >= 3 for hue in colours)
    for kind in kind_looks({"Name": 1, "Unknown": 2}):
        for theme, ground in BACKGROUNDS.items():
            assert contrast(kind[theme]["border"], ground) >= 4.5
    for line in function_looks(dict.fromkeys("abcdefghij", 1)):
        assert all(contrast(line[theme], ground) >= 4.5 for theme, ground in BACKGROUNDS.items())


def test_no_two_kinds_look_the_same() -> None:
    looks = [*KIND_LOOKS.values(), *SPARE_LOOKS]
    assert len(looks) == len(set(looks))


def test_backgrounds_are_those_of_the_style_sheet() -> None:
    page = render_page(nx.DiGraph(), title="t")
    grounds = re.findall(r"--ground: (#[0-9a-f]{6})", page)
    assert grounds == [ground.lower() for ground in BACKGROUNDS.values()]


def test_contrast_is_that_of_the_web_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_names_are_spoken() -> None:
    assert spoken("ProgrammeOfAction") == "Programme of action"
    assert spoken("recalls") == "recalls"


def test_labels_are_wrapped_and_cut() -> None:
    assert label_lines("A/RES/60/212") == ["A/RES/60/212"]
    long = "Perez-Guerrero Trust Fund for Economic and Technical Cooperation"
    lines = label_lines(long)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert label_lines("\n \u2028") == []
    assert max(map(len, label_lines("南南合作信托基金" * 9))) <= 11
