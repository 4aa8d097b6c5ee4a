"""Asking real servers: Oxigraph with small authorities, one that is slow, one that fails."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import httpx
import pytest
from tests.graph.store import servers
from tests.linking import samples

from southsouth.errors import QueryError, SouthSouthError, StoreError
from southsouth.linking import asking
from southsouth.linking.asking import Manners, Memory, ask, cache_folder, literals
from southsouth.linking.match import CLOSE, EXACT, proposals
from southsouth.linking.profiles import PROFILES, profile_for
from southsouth.linking.things import Thing, things_of

X = "https://example.org/authority/"
WD = "http://www.wikidata.org/entity/"
QUICK = Manners(timeout=10, pause=0)


@pytest.fixture(scope="module")
def things() -> list[Thing]:
    return things_of(samples.our_store())


@contextmanager
def authority(folder: Path, turtle: str) -> Iterator[str]:
    with servers.oxigraph(folder) as url:
        response = httpx.post(
            url.replace("/query", "/store?default"),
            content=turtle.encode(),
            headers={"Content-Type": "text/turtle"},
        )
        response.raise_for_status()
        yield url


@pytest.fixture(scope="module")
def skos(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with authority(tmp_path_factory.mktemp("skos"), samples.SKOS_SAMPLE) as url:
        yield url


def test_what_is_asked_for(things: list[Thing]) -> None:
    by_iri = {thing.iri.rpartition("southsouth/")[2]: thing for thing in things}
    assert len(by_iri) == 6
    assert [day.year for day in by_iri["body/wells"].began] == [1995]
    assert [day.year for day in by_iri["instrument/doha-wells"].began] == [2005]
    assert [day.year for day in by_iri["conference/summit"].ended] == [2005]
    assert [day.year for day in by_iri["body/lake"].was] == [1980]
    assert by_iri["body/lake"].linked == {X + "lake"}
    store = samples.our_store()
    assert {t.iri for t in things_of(store, "instrument")} == {by_iri["instrument/doha-wells"].iri}
    assert len(things_of(store, "body")) == 5


def test_a_thesaurus_with_homonyms(things: list[Thing], skos: str, tmp_path: Path) -> None:
    answers = ask(things, skos, profile_for(skos), QUICK, Memory(tmp_path))
    made = proposals(things, answers.candidates)
    told = [(p.subject.rpartition("/")[2], p.target.removeprefix(X), p.relation) for p in made]
    assert told == [
        ("board-1", "board", CLOSE),
        ("board-2", "board", CLOSE),
        ("doha-wells", "doha-2005", EXACT),
        ("doha-wells", "doha-2001", CLOSE),
        ("lake", "lake-2", CLOSE),
        ("wells", "wepro", EXACT),
        ("wells", "producers", CLOSE),
    ]
    scores = {(s, t): p.score for (s, t, _), p in zip(told, made, strict=True)}
    assert scores["doha-wells", "doha-2005"] > 0.85 > 0.15 > scores["doha-wells", "doha-2001"]
    assert scores["wells", "wepro"] > 0.95 > 0.1 > scores["wells", "producers"]
    assert scores["lake", "lake-2"] < 0.2


def test_wikidata(things: list[Thing], tmp_path: Path) -> None:
    profile = profile_for("https://query.wikidata.org/sparql")
    assert profile.name == "wikidata"
    with authority(tmp_path, samples.WIKIDATA_SAMPLE) as url:
        answers = ask(things, url, profile, QUICK, Memory(tmp_path))
    made = proposals(things, answers.candidates)
    assert {(p.subject_label, p.target, p.relation) for p in made} == {
        ("Wells Programme", WD + "Q1", EXACT),
        ("Wells Summit", WD + "Q4", EXACT),
    }
    evidence = "; ".join(made[-1].evidence)
    assert "began in 2005 here, in 2005 there" in evidence
    assert "ended in 2005 here, in 2005 there" in evidence


def test_labels_that_are_nodes(things: list[Thing], tmp_path: Path) -> None:
    with authority(tmp_path, samples.XL_SAMPLE) as url:
        answers = ask(things, url, profile_for(url, "skos-xl"), QUICK, Memory(tmp_path))
    (made,) = proposals(things, answers.candidates)
    assert (made.target, made.relation, made.target_label) == (
        X + "wepro",
        CLOSE,
        "Wells programme",
    )
    assert made.matched == ("WEPRO", "Wells programme")


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_every_profile_is_answered(
    profile: object, things: list[Thing], skos: str, tmp_path: Path
) -> None:
    answers = ask(things, skos, profile, QUICK, Memory(tmp_path))  # type: ignore[arg-type]
    assert answers.asked == answers.batches > 0
    assert not answers.problem


def test_an_unknown_profile() -> None:
    with pytest.raises(SouthSouthError, match="there are: wikidata, unbis, skos, skos-xl"):
        profile_for("https://example.org", "marc")


# --- servers in distress --------------------------------------------------------------------------


class Server(ThreadingHTTPServer):
    """Counts questions; answers ``good`` of them with nothing found, then misbehaves."""

    daemon_threads = True
    good, seconds, status, asked = 0, 0.0, 200, 0
    agents: set[str]


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        body, status = b'{"head": {}, "boolean": true}', 200
        self.server.agents.add(self.headers["User-Agent"])
        if "VALUES" in form["query"][0]:
            self.server.asked += 1
            body = b'{"head": {"vars": ["thing", "label"]}, "results": {"bindings": []}}'
            if self.server.asked > self.server.good:
                time.sleep(self.server.seconds)
                status = self.server.status
        try:
            self.send_response(status)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            self.close_connection = True  # the client has waited long enough

    def log_message(self, *args: object) -> None:
        """Keep the test's output clean."""


@contextmanager
def bad_server(good: int, *, seconds: float = 0, status: int = 200) -> Iterator[tuple[str, Server]]:
    server = Server(("127.0.0.1", 0), Handler)
    server.good, server.seconds, server.status, server.agents = good, seconds, status, set()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql", server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def batches_of_ten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_BATCH", 10)


@pytest.mark.usefixtures("batches_of_ten")
@pytest.mark.parametrize(
    ("how", "problem"),
    [({"seconds": 3.0}, "no answer in 1 s"), ({"status": 500}, "HTTP|no answer")],
)
def test_what_was_answered_is_kept_and_not_asked_again(
    things: list[Thing], tmp_path: Path, how: dict[str, float], problem: str
) -> None:
    memory, patience = Memory(tmp_path), Manners(timeout=1, pause=0)
    with bad_server(2, **how) as (url, server):  # type: ignore[arg-type]
        answers = ask(things, url, profile_for(url), patience, memory)
        assert (answers.asked, server.asked) == (2, 3)
        assert answers.batches > 3
        assert any(word in answers.problem for word in problem.split("|"))
        server.good = 100
        again = ask(things, url, profile_for(url), patience, memory)
        assert (again.asked, again.remembered, again.problem) == (again.batches, 2, "")
        assert server.asked == 3 + again.batches - 2
        once_more = ask(things, url, profile_for(url), patience, memory)
        assert once_more.remembered == once_more.batches
        anew = ask(things, url, profile_for(url), patience, memory, refresh=True)
        assert (anew.remembered, anew.asked) == (0, anew.batches)
        assert all(agent.startswith("southsouth/") for agent in server.agents)


def test_a_server_that_answers_nothing_is_an_error(things: list[Thing], tmp_path: Path) -> None:
    with (
        bad_server(0, seconds=3.0) as (url, _),
        pytest.raises(StoreError, match="no answer in 1 s"),
    ):
        ask(things, url, profile_for(url), Manners(timeout=1), Memory(tmp_path))


def test_a_query_that_is_refused_is_an_error(things: list[Thing], tmp_path: Path) -> None:
    with bad_server(0, status=400) as (url, _), pytest.raises(QueryError, match="malformed"):
        ask(things, url, profile_for(url), QUICK, Memory(tmp_path))


@pytest.mark.usefixtures("batches_of_ten")
def test_pauses_and_the_budget(things: list[Thing], tmp_path: Path) -> None:
    now, pauses = [0.0], []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        now[0] += seconds

    manners = Manners(timeout=5, pause=4, budget=10, clock=lambda: now[0], sleep=sleep)
    with bad_server(100) as (url, server):
        answers = ask(things, url, profile_for(url), manners, Memory(tmp_path))
    assert (answers.asked, server.asked, pauses) == (4, 4, [4, 4, 4])
    assert "10 s are over" in answers.problem


def test_a_broken_file_of_the_memory_is_asked_anew(
    things: list[Thing], skos: str, tmp_path: Path
) -> None:
    memory = Memory(tmp_path)
    first = ask(things, skos, profile_for(skos), QUICK, memory)
    for number, file in enumerate(sorted((tmp_path / "links").iterdir())):
        file.write_text(["[{", '{"a": 1}', '[{"a": 1}]'][number % 3], "utf-8")
    again = ask(things, skos, profile_for(skos), QUICK, memory)
    assert again.remembered == 0
    assert again.candidates == first.candidates


def test_a_memory_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "links").write_text("no folder", "utf-8")
    with pytest.raises(SouthSouthError, match="SOUTHSOUTH_CACHE"):
        Memory(tmp_path).put("https://example.org", "ASK {}", [])


def test_where_answers_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOUTHSOUTH_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("SOUTHSOUTH_CACHE")
    assert cache_folder().name == "southsouth"


def test_few_questions_for_many_names(things: list[Thing]) -> None:
    for profile in PROFILES:
        terms = literals(things, profile)
        assert terms == sorted(set(terms))
        assert '"Wells Programme"@en' in terms
    assert '"WELLS PROGRAMME"@en' in literals(things, profile_for("", "unbis"))
