"""What the explorer asks of the server: its page, its files, pictures in every format."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib.resources import files

import httpx
import pytest
from tests.places import ROOT

from southsouth.publish.scene_files import PICTURE_FORMATS

FUND = "instrument/fund/ssc-50-119"
FOLDER = files("southsouth.views.explorer")


def get(address: str, name: str, **parameters: str) -> httpx.Response:
    return httpx.get(f"{address}/explore/data/{name}", params=parameters, timeout=30)


def test_the_page_runs_only_scripts_of_this_server(address: str) -> None:
    answer = httpx.get(address + "/explore")
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    inline = re.findall(r"<script(?![^>]*src=)([^>]*)>", answer.text)
    assert inline == [' type="application/json" id="texts"']
    for name in re.findall(r'(?:href|src)="(/explore/[^"?]+)"', answer.text):
        assert httpx.get(address + name).status_code == 200, name


@pytest.mark.parametrize("name", ["texts.json", "types.d.ts", "none.js", "..%2fsearch.py"])
def test_other_files_are_not_sent(address: str, name: str) -> None:
    assert httpx.get(f"{address}/explore/{name}").status_code == 404


def test_the_map_has_everything_once(address: str) -> None:
    told = get(address, "map").json()
    paths = told["nodes"]["path"]
    assert len(paths) == len(set(paths)) == len(told["out"])
    assert "document/A/RES/60/212" in paths
    assert FUND in paths
    by_kind = get(address, "map", by="kind", shape="tall").json()
    assert sorted(by_kind["nodes"]["path"]) == sorted(paths)


def test_around_a_document(address: str) -> None:
    told = get(address, "citations", focus="document/A/RES/66/901").json()
    assert told["nodes"]["path"][told["focus"]] == "document/A/RES/66/901"
    assert "document/A/RES/60/212" in told["nodes"]["path"]
    assert len(told["edges"]["d"]) == len(told["edges"]["from"]) > 0
    less = get(address, "citations", focus="document/A/RES/66/901", part="pp").json()
    assert len(less["edges"]["from"]) < len(told["edges"]["from"])


def test_the_sentence_behind_a_line(address: str) -> None:
    (one,) = get(address, "line", focus="document/A/RES/66/901", to="document/A/RES/50/7").json()
    assert one["part"] == "document/A/RES/66/901#op1"
    marked = {what: words for words, what in one["pieces"] if what}
    assert marked == {"verb": "Invites", "cite": "50/7 of 1 December 1995"}


def test_the_lineage_of_the_fund_has_its_four_facts(address: str) -> None:
    (lane,) = get(address, "lineage", focus=FUND).json()["lanes"]
    marks = {
        (mark["label"].split(":")[0].split(" shown")[0], mark["force"]) for mark in lane["marks"]
    }
    assert {
        ("establishment", "reported"),
        ("renaming", "requested"),
        ("designation", "requested"),
        ("renaming", "attested by use"),
    } <= marks


def test_cards_of_documents_and_things(address: str) -> None:
    card = get(address, "card", focus="document/A/RES/66/901#op1").json()
    assert card["title"] == "A/RES/66/901"
    assert [one["fragment"] for one in card["provisions"]][:2] == ["front", "pp1"]
    assert get(address, "card", focus=FUND).json()["names"]


@pytest.mark.parametrize("kind", sorted(PICTURE_FORMATS))
@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("map", {}),
        ("citations", {"focus": "document/A/RES/66/901"}),
        ("lineage", {"focus": FUND}),
        ("paths", {"focus": "document/A/RES/66/901", "to": "document/A/RES/60/212"}),
    ],
)
def test_every_view_is_saved_in_every_format(
    address: str, name: str, parameters: dict[str, str], kind: str
) -> None:
    answer = get(address, name, format=kind, **parameters)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(PICTURE_FORMATS[kind].media_type)
    assert f'filename="southsouth-{name}.{kind}"' in answer.headers["content-disposition"]
    assert answer.content == get(address, name, format=kind, **parameters).content


@pytest.mark.parametrize(
    ("name", "parameters", "status", "told"),
    [
        ("nothing", {}, 404, "map, citations"),
        ("citations", {}, 400, "focus is the path of a resource"),
        ("citations", {"focus": "document/<script>"}, 400, "focus is the path"),
        ("citations", {"focus": "x" * 500}, 400, "focus is the path"),
        ("citations", {"focus": "document/A/RES/%zz"}, 400, "focus is the path"),
        ("citations", {"focus": "document/A/RES/60/212#op1#op2"}, 400, "focus is the path"),
        ("card", {"focus": "document/%"}, 400, "focus is the path"),
        ("citations", {"focus": "document/A/RES/99/999"}, 404, "knows no such document"),
        ("citations", {"focus": FUND, "depth": "4"}, 400, "depth is a whole number from 1 to 3"),
        ("citations", {"focus": FUND, "since": "soon"}, 400, "since is a whole number"),
        ("citations", {"focus": FUND, "part": "all"}, 400, "part is one of pp, op"),
        ("map", {"by": "colour"}, 400, "by is one of organ, kind"),
        ("map", {"format": "exe"}, 400, "format is one of json"),
        ("lineage", {"focus": "body/none"}, 404, "knows no name"),
        ("paths", {"focus": "document/A/RES/60/212"}, 400, "to is the path of a resource"),
        (
            "paths",
            {"focus": "document/A/RES/60/212", "to": "document/A/RES/66/9999"},
            404,
            "no chain",
        ),
        ("paths", {"focus": "body/undp", "to": "body/unep"}, 400, "document"),
        ("card", {"focus": "body/none"}, 404, "says nothing"),
    ],
)
def test_what_is_asked_wrongly_gets_one_clear_line(
    address: str, name: str, parameters: dict[str, str], status: int, told: str
) -> None:
    answer = get(address, name, **parameters)
    assert (answer.status_code, told in answer.text) == (status, True), answer.text
    assert answer.text.count("\n") == 1


def test_the_client_that_holds_a_picture_is_told_so(address: str) -> None:
    first = get(address, "map")
    again = httpx.get(first.url, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


def test_every_text_that_a_script_asks_for_is_there() -> None:
    texts = json.loads((FOLDER / "texts.json").read_text(encoding="utf-8"))
    template = files("southsouth.views.site.templates") / "explore.html"
    asked = set(re.findall(r"t\['([\w.]+)'\]|t\.(\w+) ", template.read_text(encoding="utf-8")))
    wanted = {one or other for one, other in asked}
    for entry in FOLDER.iterdir():
        if entry.name.endswith(".js"):
            wanted |= set(re.findall(r'\bt\("([\w.]+)"', entry.read_text(encoding="utf-8")))
    assert len(wanted) > 50
    assert wanted - set(texts) == set()


def test_the_scripts_are_typed() -> None:
    compiler = ROOT / "editor" / "node_modules" / "typescript" / "bin" / "tsc"
    node = shutil.which("node")
    if node is None or not compiler.is_file():
        pytest.skip("no TypeScript compiler: run 'make editor' (it needs npm)")
    done = subprocess.run([node, compiler, "-p", ROOT / "editor"], capture_output=True, text=True)
    assert done.stdout == ""
    assert done.returncode == 0


def test_scripts_never_write_markup() -> None:
    for entry in FOLDER.iterdir():
        if entry.name.endswith(".js"):
            text = entry.read_text(encoding="utf-8")
            assert not re.search(
                r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text
            )
            assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text), entry.name
