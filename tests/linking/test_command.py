"""``southsouth link`` from the question to the confirmed link, on real stores and a real server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from tests.graph.store import servers
from tests.linking.samples import SKOS_SAMPLE
from tests.linking.test_asking import bad_server

from southsouth.build.pipeline import build
from southsouth.cli import main
from southsouth.graph.rdf.iris import LINKS_GRAPH
from southsouth.graph.store import Endpoint, GraphStore
from southsouth.vocabulary import BASE

pytestmark = pytest.mark.slow

Run = Callable[..., tuple[int, str, str]]
UNDP = (
    SKOS_SAMPLE
    + """
ex:undp skos:prefLabel "UNITED NATIONS DEVELOPMENT PROGRAMME"@en ; skos:altLabel "UNDP"@en ;
    schema:foundingDate "1965-11-22"^^xsd:date .
"""
)


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with servers.oxigraph(tmp_path_factory.mktemp("authority")) as url:
        store = url.replace("/query", "/store?default")
        headers = {"Content-Type": "text/turtle"}
        httpx.post(store, content=UNDP.encode(), headers=headers).raise_for_status()
        yield url


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    monkeypatch.setenv("SOUTHSOUTH_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["southsouth", "link", *map(str, arguments)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as stopped:
            main()
        captured = capfd.readouterr()
        return int(stopped.value.code or 0), captured.out, captured.err

    return command


@pytest.fixture
def built(shipped_copy: Path) -> Path:
    return shipped_copy


def links(store: Path) -> set[str]:
    return {
        str(quad.object)
        for quad in GraphStore.open(store).quads(LINKS_GRAPH)
        if str(quad.subject).startswith(f"<{BASE}body")
    }


def test_from_the_question_to_the_link(run: Run, built: Path, url: str) -> None:
    code, out, err = run("--endpoint", url, "--kind", "body", "-o", "links.ttl", "--pause", "0")
    assert (code, err) == (0, "")
    assert out.startswith("links.ttl: 1 links to review, ")
    assert " 0 remembered" in out
    file = Path("links.ttl")
    first = file.read_bytes()
    assert b"skos:exactMatch" in first

    assert run("--confirm", "links.ttl")[:2] == (0, "store: 0 links confirmed, of 1 proposed\n")
    assert links(built) == set()
    file.write_bytes(first.replace(b"status review:proposed", b"status review:confirmed"))
    assert run("--confirm", "links.ttl")[1] == "store: 1 links confirmed, of 1 proposed\n"
    assert links(built) == {"<https://example.org/authority/undp>"}

    # asked again, the decision stays; built again, the link stays; and it is not proposed twice
    _, out, _ = run("--endpoint", url, "--kind", "body", "-o", "links.ttl", "--pause", "0")
    assert "status review:confirmed" in file.read_text("utf-8")
    build([], built)
    assert links(built) == {"<https://example.org/authority/undp>"}
    _, out, _ = run("--endpoint", url, "--kind", "body", "-o", "new.ttl", "--pause", "0")
    assert out.startswith("new.ttl: 0 links to review")

    file.write_bytes(first.replace(b"status review:proposed", b"status review:rejected"))
    assert run("--confirm", "links.ttl")[0] == 0
    assert links(built) == set()


def test_a_store_behind_an_endpoint(run: Run, built: Path, url: str, tmp_path: Path) -> None:
    with servers.oxigraph(tmp_path) as ours:
        build([], Endpoint(ours))
        more = ("--store-endpoint", ours)
        assert run("--endpoint", url, "-o", "links.ttl", "--pause", "0", *more)[0] == 0
        file = Path("links.ttl")
        text = file.read_text("utf-8").replace("status review:proposed", "status review:confirmed")
        file.write_text(text, "utf-8")
        assert run("--confirm", "links.ttl", *more)[0] == 0
        assert [*Endpoint(ours).quads(LINKS_GRAPH)]


def test_what_cannot_be_done(run: Run, built: Path, url: str) -> None:
    code, _, err = run("--endpoint", url)
    assert (code, "give --endpoint and --output, or --confirm" in err) == (2, True)
    code, _, err = run("--endpoint", "http://127.0.0.1:9/sparql", "-o", "x.ttl")
    assert (code, err.count("\n")) == (2, 1)
    assert "no answer" in err
    assert not Path("x.ttl").exists()
    code, _, err = run("--endpoint", url, "-o", "none/x.ttl", "--pause", "0")
    assert (code, "none/x.ttl: cannot be written" in err) == (2, True)
    Path("bad.ttl").write_text("<a> <b> .", "utf-8")
    code, _, err = run("--confirm", "bad.ttl")
    assert (code, "bad.ttl" in err) == (2, True)
    code, _, err = run("--confirm", "missing.ttl")
    assert (code, "missing.ttl" in err) == (2, True)


def test_a_server_that_gives_up(run: Run, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("southsouth.linking.asking._BATCH", 400)
    with bad_server(2, seconds=3) as (slow, _):
        code, out, err = run("--endpoint", slow, "-o", "x.ttl", "--pause", "0", "--timeout", "1")
    assert code == 1
    assert "; 2 of " in out
    assert err.startswith(f"southsouth: {slow}: no answer in 1 s; ")
    assert err.endswith("questions are left: run it again later\n")
    assert err.count("\n") == 1
    assert Path("x.ttl").exists()


def test_a_subject_that_the_store_does_not_know(run: Run, built: Path, url: str) -> None:
    run("--endpoint", url, "--kind", "body", "-o", "links.ttl", "--pause", "0")
    file = Path("links.ttl")
    text = file.read_text("utf-8").replace("status review:proposed", "status review:confirmed")
    file.write_text(text.replace("southsouth/body/undp", "southsouth/body/nobody"), "utf-8")
    code, _, err = run("--confirm", "links.ttl")
    assert (code, "the store has no body or instrument" in err) == (2, True)
    assert links(built) == set()
