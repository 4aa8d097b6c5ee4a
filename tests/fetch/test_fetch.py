"""Fetching against a local server that behaves well and badly; the network is never asked."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Final, NoReturn

import httpx
import pytest
from tests.fetch.fetch_server import ETAG, Clock, Reply, Server, Step, ranged, redirect, serving

from southsouth.errors import SouthSouthError
from southsouth.fetch import AccessPoint, Outcome, Settings, fetch
from southsouth.fetch.points import DOCX, PDF

SYMBOL: Final = "A/RES/60/212"
FILE: Final = "A_RES_60_212-en.pdf"
PART: Final = "A_RES_60_212-en.part"
BODY: Final = b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\nstartxref\n0\n%%EOF\n"
FIRST: Final = f"/first/en/{SYMBOL}"
SECOND: Final = f"/second?s={SYMBOL.replace('/', '%2F')}&l=en"
OK: Final = Reply(body=BODY, headers={"Content-Type": "application/pdf", "ETag": ETAG})
RATE: Final = 2.0


def docx_bytes(member: str = "word/document.xml") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr(member, "<w:document/>" * 50)
    return data.getvalue()


@dataclass
class Bench:
    """A server, a folder and a clock; ``fetch`` asks the server's two access points."""

    server: Server
    folder: Path
    clock: Clock
    settings: Settings
    seen: list[Outcome] = field(default_factory=list)

    @property
    def points(self) -> tuple[AccessPoint, ...]:
        return (
            AccessPoint("first", f"{self.server.url}/first/{{language}}/{{path}}", (PDF, DOCX), ""),
            AccessPoint(
                "second",
                f"{self.server.url}/second?s={{query}}&l={{language}}",
                (PDF,),
                "",
                ("en",),
            ),
        )

    def answer(self, *steps: Step, at: str = FIRST) -> None:
        self.server.rows[at] = list(steps)

    def fetch(self, *symbols: str, language: str = "en") -> list[Outcome]:
        return fetch(
            symbols or [SYMBOL],
            self.folder,
            language=language,
            points=self.points,
            settings=self.settings,
            step=self.seen.append,
        )

    def one(self) -> Outcome:
        (outcome,) = self.fetch()
        return outcome

    @property
    def files(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())

    @property
    def manifest(self) -> Path:
        return self.folder / "southsouth-fetch.json"


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    clock = Clock()
    settings = Settings(
        interval=RATE,
        read_timeout=0.15,
        connect_timeout=0.5,
        clock=clock.time,
        sleep=clock.sleep,
        now=clock.now,
        resolve=lambda host: {"inside.example": ["10.1.2.3"]}.get(host, []),
    )
    with serving() as server:
        yield Bench(server, tmp_path / "new" / "folder", clock, settings)


def test_a_document_is_fetched_whole_with_its_hash(bench: Bench) -> None:
    bench.answer(OK)
    outcome = bench.one()
    sha256 = hashlib.sha256(BODY).hexdigest()
    path = bench.folder / FILE
    url = f"{bench.server.url}{FIRST}"
    assert outcome == Outcome(SYMBOL, "fetched", path, url, sha256, PDF)
    assert path.read_bytes() == BODY
    assert bench.files == [FILE, "southsouth-fetch.json"]
    assert bench.seen == [outcome]
    (asked,) = bench.server.asked
    assert asked.headers["user-agent"].startswith("southsouth/")
    assert "https://w3id.org/southsouth/" in asked.headers["user-agent"]
    assert "if-none-match" not in asked.headers
    assert "range" not in asked.headers


def test_the_manifest_says_what_was_fetched(bench: Bench) -> None:
    modified = "Mon, 27 Mar 2006 00:00:00 GMT"
    bench.answer(replace(OK, headers={"ETag": ETAG, "Last-Modified": modified}))
    outcome = bench.one()
    (entry,) = json.loads(bench.manifest.read_text())["documents"]
    assert entry == {
        "symbol": SYMBOL,
        "language": "en",
        "url": outcome.url,
        "file": FILE,
        "sha256": outcome.sha256,
        "etag": ETAG,
        "last_modified": modified,
        "fetched_at": "2025-03-01T12:00:00+00:00",
        "media_type": PDF,
    }


@pytest.mark.parametrize(
    ("steps", "requests"),
    [
        pytest.param([redirect("/elsewhere")], 2, id="redirect"),
        pytest.param([redirect("/elsewhere", 308)], 2, id="permanent redirect"),
        pytest.param([Reply(429, headers={"Retry-After": "7"}), OK], 2, id="429"),
        pytest.param([Reply(503), Reply(503), OK], 3, id="503 twice"),
        pytest.param([Reply(stall=True), OK], 2, id="stall"),
        pytest.param([replace(OK, headers={}, stop_at=5000), OK], 2, id="broken off"),
        pytest.param([replace(OK, stop_at=0), OK], 2, id="broken off before the first byte"),
        pytest.param([Reply(body=BODY[:-10], sized=False), OK], 2, id="end missing"),
        pytest.param([Reply(), OK], 2, id="empty once"),
        pytest.param(
            [Reply(body=BODY, headers={"Content-Type": "text/html"})], 1, id="PDF as HTML"
        ),
    ],
)
def test_what_a_server_may_do_on_the_way(bench: Bench, steps: list[Step], requests: int) -> None:
    bench.answer(*steps)
    bench.answer(OK, at="/elsewhere")
    assert bench.one().status == "fetched"
    assert (bench.folder / FILE).read_bytes() == BODY
    assert bench.files == [FILE, "southsouth-fetch.json"]
    assert len(bench.server.asked) == requests


@pytest.mark.parametrize(
    ("step", "problem"),
    [
        pytest.param(Reply(500), "first: status 500", id="500 forever"),
        pytest.param(Reply(403), "first: status 403", id="403"),
        pytest.param(Reply(202), "first: status 202", id="202"),
        pytest.param(Reply(302), "first: status 302", id="redirect without an address"),
        pytest.param(Reply(stall=True), "first: no answer in time", id="stall forever"),
        pytest.param(redirect(FIRST), "first: more than 5 redirects", id="redirect loop"),
        pytest.param(redirect("ftp://un.example/a"), "no web address", id="ftp"),
        pytest.param(redirect("file:///etc/passwd"), "no web address", id="file"),
        pytest.param(redirect("http://un.example:port/"), "Invalid URL in location", id="no port"),
        pytest.param(redirect("http://127.0.0.1:99999/"), "no web address", id="port too high"),
        pytest.param(redirect("http://10.0.0.1/a"), "private network (10.0.0.1)", id="private"),
        pytest.param(
            redirect("http://inside.example/a"),
            "private network (inside.example)",
            id="private by name",
        ),
        pytest.param(
            Reply(body=b"<!DOCTYPE html><title>Sign\x1b in</title>"),
            "a web page in place of the document (“Sign in”)",
            id="HTML with 200",
        ),
        pytest.param(
            Reply(
                body=b"\xef\xbb\xbf\n<?xml version='1.0'?>\n<!-- x --><HTML></HTML>",
                headers={"Content-Type": "application/pdf"},
            ),
            "first: a web page in place of the document; second",
            id="HTML as PDF",
        ),
        pytest.param(
            Reply(body=b"<html><script>window.awsWafCookieDomainList = [];"),
            "a page that checks for a browser",
            id="challenge",
        ),
        pytest.param(
            Reply(body=b"plain words", headers={"Content-Type": "application/pdf"}),
            "neither PDF nor DOCX",
            id="text",
        ),
        pytest.param(Reply(body=b"\xd0\xcf\x11\xe0" + bytes(99)), "Word 97–2003", id=".doc"),
        pytest.param(Reply(body=b"\xffWPC" + bytes(99)), "WordPerfect", id="WordPerfect"),
        pytest.param(Reply(body=docx_bytes("xl/workbook.xml")), "no Word document", id="ZIP"),
        pytest.param(Reply(body=BODY[:-10]), "a PDF without its end", id="PDF without its end"),
        pytest.param(Reply(body=docx_bytes()[:-30]), "a DOCX without its end", id="DOCX, no end"),
        pytest.param(Reply(body=BODY, stop_at=99), "the transfer broke off", id="broken off"),
        pytest.param(
            Reply(206, BODY, {"Content-Range": "bytes 5-9/10"}), "another part", id="206 unasked"
        ),
    ],
)
def test_what_is_no_document_fails_with_a_clear_line(
    bench: Bench, step: Step, problem: str
) -> None:
    bench.answer(step)
    outcome = bench.one()
    assert outcome.status == "failed"
    assert outcome.path is None
    assert outcome.problem.startswith(f"{SYMBOL}: not fetched in English (first: ")
    assert problem in outcome.problem
    assert outcome.problem.isprintable()
    assert bench.files == []


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(Reply(404), id="404"),
        pytest.param(Reply(410), id="410"),
        pytest.param(Reply(), id="empty"),
        pytest.param(
            Reply(body=b"<html><b>There is no document matching your request.</b></html>"),
            id="page with 200",
        ),
        pytest.param(redirect("/nowhere"), id="redirect to 404"),
    ],
)
def test_a_symbol_that_does_not_exist(bench: Bench, step: Step) -> None:
    bench.answer(step)
    outcome = bench.one()
    assert outcome.status == "not-found"
    assert outcome.problem.startswith(f"{SYMBOL}: no such document in English (tried first: ")
    assert "second: status 404" in outcome.problem
    assert "https://digitallibrary.un.org/search?ln=en&p=A%2FRES%2F60%2F212" in outcome.problem
    assert SECOND in bench.server.paths
    assert bench.files == []


@pytest.mark.parametrize("step", [Reply(404), Reply(500), Reply(body=b"<html>"), OK])
def test_the_next_access_point_is_asked(bench: Bench, step: Step) -> None:
    bench.answer(step)
    bench.answer(OK, at=SECOND)
    assert bench.one().status == "fetched"
    assert (SECOND in bench.server.paths) == (step is not OK)


def test_the_ending_is_told_from_the_bytes(bench: Bench) -> None:
    bench.answer(Reply(body=docx_bytes(), headers={"Content-Type": "application/pdf"}))
    outcome = bench.one()
    assert outcome.media_type == DOCX
    assert bench.files == ["A_RES_60_212-en.docx", "southsouth-fetch.json"]


def test_a_type_that_the_access_point_does_not_give(bench: Bench) -> None:
    bench.answer(Reply(body=docx_bytes()), at=SECOND)
    outcome = bench.one()
    assert outcome.status == "failed"
    assert "second: .docx in place of .pdf" in outcome.problem


def test_a_server_error_is_tried_again_ever_more_slowly(bench: Bench) -> None:
    bench.answer(Reply(503))
    bench.one()
    assert bench.server.paths.count(FIRST) == 4
    assert bench.clock.pauses[:3] == [2.0, 4.0, 8.0]


def test_retry_after_is_obeyed(bench: Bench) -> None:
    bench.answer(Reply(429, headers={"Retry-After": "60"}), OK)
    assert bench.one().status == "fetched"
    assert bench.clock.moment == 60


@pytest.mark.parametrize("zone", ["GMT", "-0000"])
def test_retry_after_may_be_a_date(bench: Bench, zone: str) -> None:
    bench.answer(Reply(503, headers={"Retry-After": f"Sat, 01 Mar 2025 12:00:30 {zone}"}), OK)
    assert bench.one().status == "fetched"
    assert bench.clock.moment == 30


@pytest.mark.parametrize("value", ["soon", "-5", "Sat, 01 Mar 2025 11:00:00 GMT", ""])
def test_a_retry_after_without_sense_is_passed_over(bench: Bench, value: str) -> None:
    bench.answer(Reply(503, headers={"Retry-After": value}), OK)
    assert bench.one().status == "fetched"
    assert bench.clock.moment == RATE


def test_a_host_that_asks_for_an_hour_is_left_alone(bench: Bench) -> None:
    bench.answer(Reply(429, headers={"Retry-After": "3600"}))
    first, second = bench.fetch(SYMBOL, "A/RES/79/236")
    assert (first.status, second.status) == ("failed", "failed")
    assert "asks to wait 3598 s; run again then" in first.problem
    assert bench.server.paths == [FIRST]


def test_documents_are_asked_for_one_by_one_and_slowly(bench: Bench) -> None:
    other = "A/RES/79/236"
    bench.answer(redirect("/elsewhere"))
    bench.answer(OK, at="/elsewhere")
    bench.answer(OK, at=f"/first/en/{other}")
    outcomes = bench.fetch(SYMBOL, other)
    assert [outcome.symbol for outcome in outcomes] == [SYMBOL, other]
    assert bench.server.paths == [FIRST, "/elsewhere", f"/first/en/{other}"]
    assert bench.clock.pauses == [RATE, RATE]
    assert bench.server.most_at_once == 1


def test_a_broken_transfer_is_gone_on_with(bench: Bench) -> None:
    whole = ranged(BODY)
    bench.answer(replace(OK, stop_at=3000), whole)
    assert bench.one().status == "fetched"
    assert (bench.folder / FILE).read_bytes() == BODY
    assert bench.server.asked[1].headers["range"] == "bytes=3000-"
    assert bench.server.asked[1].headers["if-range"] == ETAG
    assert bench.files == [FILE, "southsouth-fetch.json"]


def test_the_next_run_goes_on_with_a_broken_transfer(bench: Bench) -> None:
    bench.answer(replace(OK, stop_at=3000), Reply(503))
    assert bench.one().status == "failed"
    assert bench.files == [PART, f"{PART}.json"]
    bench.answer(ranged(BODY))
    assert bench.one().status == "fetched"
    assert (bench.folder / FILE).read_bytes() == BODY
    assert bench.server.asked[-1].headers["range"] == "bytes=3000-"
    (entry,) = json.loads(bench.manifest.read_text())["documents"]
    assert entry["etag"] == ETAG


def test_a_broken_transfer_goes_on_by_date(bench: Bench) -> None:
    modified = "Mon, 27 Mar 2006 00:00:00 GMT"
    rest = f"bytes 3000-{len(BODY) - 1}/{len(BODY)}"
    bench.answer(Reply(503), Reply(206, BODY[3000:], {"Content-Range": rest}))
    bench.folder.mkdir(parents=True)
    (bench.folder / PART).write_bytes(BODY[:3000])
    note = {"url": f"{bench.server.url}{FIRST}", "etag": "", "last_modified": modified}
    (bench.folder / f"{PART}.json").write_text(json.dumps({**note, "strong": modified}))
    assert bench.one().status == "fetched"
    assert (bench.folder / FILE).read_bytes() == BODY
    assert bench.server.asked[-1].headers["if-range"] == modified


@pytest.mark.parametrize(
    ("headers", "resumed"),
    [
        ({"ETag": ETAG}, True),
        ({"ETag": 'W/"weak"'}, False),
        ({"Last-Modified": "Mon, 27 Mar 2006 00:00:00 GMT"}, True),
        ({"Last-Modified": "Mon, 27 Mar 2106 00:00:00 GMT"}, False),
        ({"Last-Modified": "yesterday"}, False),
        ({"ETag": ETAG, "Content-Encoding": "deflated"}, False),
        ({"ETag": '"é"'}, False),
        ({}, False),
    ],
)
def test_only_a_strong_validator_allows_to_go_on(
    bench: Bench, headers: dict[str, str], resumed: bool
) -> None:
    bench.answer(Reply(body=BODY, headers=headers, stop_at=3000), Reply(404))
    bench.one()
    assert ("range" in bench.server.asked[1].headers) == resumed
    assert bench.files == ([PART, f"{PART}.json"] if resumed else [])


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(OK, id="server without ranges"),
        pytest.param(ranged(BODY, '"two"'), id="changed meanwhile"),
        pytest.param(Reply(206, BODY[9:], {"Content-Range": f"bytes 9-9/{len(BODY)}"}), id="other"),
        pytest.param(
            Reply(206, BODY[3000:], {"Content-Range": "bytes 3000-9/99", "ETag": ETAG}),
            id="other length",
        ),
        pytest.param(
            Reply(
                206, BODY[3000:], {"Content-Range": f"bytes 3000-9/{len(BODY)}", "ETag": '"two"'}
            ),
            id="part of another version",
        ),
        pytest.param(Reply(206, BODY[3000:]), id="no Content-Range"),
        pytest.param(Reply(416), id="416"),
    ],
)
def test_what_does_not_fit_is_begun_anew(bench: Bench, step: Step) -> None:
    bench.answer(replace(OK, stop_at=3000), step, OK)
    assert bench.one().status == "fetched"
    assert (bench.folder / FILE).read_bytes() == BODY
    assert bench.files == [FILE, "southsouth-fetch.json"]


@pytest.mark.parametrize(
    "note",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"url": "http://un.example/"}',
        '{"url": "THIS", "etag": ""}',
        '{"url": "THIS", "etag": [], "last_modified": "", "strong": 2}',
        '{"url": "THIS", "etag": "é", "last_modified": "", "strong": "é"}',
    ],
)
def test_a_part_of_something_else_is_begun_anew(bench: Bench, note: str) -> None:
    bench.folder.mkdir(parents=True)
    (bench.folder / PART).write_bytes(b"something else")
    note = note.replace("THIS", f"{bench.server.url}{FIRST}")
    (bench.folder / f"{PART}.json").write_text(note, encoding="utf-8")
    bench.answer(OK)
    assert bench.one().status == "fetched"
    assert "range" not in bench.server.asked[0].headers
    assert bench.files == [FILE, "southsouth-fetch.json"]


def test_what_has_not_changed_is_not_fetched_again(bench: Bench) -> None:
    bench.answer(ranged(BODY))
    first, second = bench.one(), bench.one()
    assert second == replace(first, status="unchanged")
    assert bench.server.asked[1].headers["if-none-match"] == ETAG
    assert len(bench.server.asked) == 2


def test_what_has_changed_is_replaced(bench: Bench) -> None:
    bench.answer(ranged(BODY))
    bench.one()
    changed = BODY.replace(b"startxref", b"STARTXREF")
    bench.answer(ranged(changed, '"two"'))
    outcome = bench.one()
    assert outcome.status == "fetched"
    assert (bench.folder / FILE).read_bytes() == changed
    (entry,) = json.loads(bench.manifest.read_text())["documents"]
    assert (entry["etag"], entry["sha256"]) == ('"two"', outcome.sha256)


def test_without_validators_the_hash_says_that_nothing_changed(bench: Bench) -> None:
    bench.answer(Reply(body=BODY))
    bench.one()
    assert bench.one().status == "unchanged"
    assert len(bench.server.asked) == 2
    assert bench.files == [FILE, "southsouth-fetch.json"]


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"%PDF- cut")])
def test_a_damaged_file_is_fetched_anew(bench: Bench, damage: Callable[[Path], None]) -> None:
    bench.answer(ranged(BODY))
    bench.one()
    damage(bench.folder / FILE)
    assert bench.one().status == "fetched"
    assert "if-none-match" not in bench.server.asked[1].headers
    assert (bench.folder / FILE).read_bytes() == BODY


def test_the_access_point_that_answered_is_asked_first_the_next_time(bench: Bench) -> None:
    bench.answer(ranged(BODY), at=SECOND)
    bench.one()
    assert bench.one().status == "unchanged"
    assert bench.server.paths == [FIRST, SECOND, SECOND]


def test_a_server_that_is_down_leaves_the_file_that_is_here(bench: Bench) -> None:
    bench.answer(OK)
    bench.one()
    bench.answer(Reply(500))
    assert bench.one().status == "failed"
    assert (bench.folder / FILE).read_bytes() == BODY


@pytest.mark.parametrize("sized", [True, False])
def test_an_answer_that_is_too_large(bench: Bench, sized: bool) -> None:
    bench.settings = replace(bench.settings, size_cap=5000)
    bench.answer(replace(OK, sized=sized))
    outcome = bench.one()
    assert outcome.status == "failed"
    assert "larger than 0 MB" in outcome.problem
    assert bench.files == []


def test_a_transfer_that_takes_too_long_is_gone_on_with_later(bench: Bench) -> None:
    def later() -> float:
        bench.clock.moment += 400
        return bench.clock.moment

    bench.answer(replace(OK, sized=False))
    bench.settings = replace(bench.settings, clock=later, deadline=100)
    outcome = bench.one()
    assert outcome.status == "failed"
    assert "not done in 100 s; run again to go on" in outcome.problem
    assert bench.files == [PART, f"{PART}.json"]


def test_ctrl_c_leaves_a_part_to_go_on_with(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("southsouth.fetch.download.write_chunk", _interrupted)
    bench.answer(ranged(BODY))
    with pytest.raises(KeyboardInterrupt):
        bench.one()
    assert bench.files == [PART, f"{PART}.json"]
    monkeypatch.undo()
    assert bench.one().status == "fetched"
    assert bench.server.asked[-1].headers["range"] == "bytes=1000-"
    assert (bench.folder / FILE).read_bytes() == BODY


def _interrupted(file: IO[bytes], chunk: bytes) -> NoReturn:
    file.write(chunk[:1000])
    raise KeyboardInterrupt


def test_a_full_disk_is_said_and_leaves_no_document(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("southsouth.fetch.download.write_chunk", _full)
    bench.answer(Reply(body=BODY))
    with pytest.raises(SouthSouthError, match="No space left on device; free some space"):
        bench.one()
    assert bench.files == []


def _full(file: IO[bytes], chunk: bytes) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_server_that_is_not_there(bench: Bench) -> None:
    points = [AccessPoint("closed", "http://127.0.0.1:1/{path}", (PDF,), "")]
    (outcome,) = fetch([SYMBOL], bench.folder, points=points, settings=bench.settings)
    assert outcome.status == "failed"
    assert "closed: no connection" in outcome.problem
    assert outcome.problem.endswith("; run again later")


def test_symbols_in_any_spelling_each_once(bench: Bench) -> None:
    bench.answer(OK)
    bench.answer(OK, at="/first/en/A/RES/57/270B")
    outcomes = bench.fetch("A/RES/60/212", "A/RES/57/270 B", "A / RES / 60 / 212")
    assert [outcome.symbol for outcome in outcomes] == [SYMBOL, "A/RES/57/270B"]
    assert "A_RES_57_270B-en.pdf" in bench.files


def test_what_is_no_symbol_is_said_before_anything_is_asked(bench: Bench) -> None:
    with pytest.raises(SouthSouthError, match=r"'hello', '\.\./x': no document symbol"):
        bench.fetch(SYMBOL, "hello", "../x")
    assert bench.server.asked == []
    assert not bench.folder.exists()


def test_the_other_languages(bench: Bench) -> None:
    bench.answer(OK, at=f"/first/fr/{SYMBOL}")
    (outcome,) = bench.fetch(language="fr")
    assert outcome.status == "fetched"
    assert "A_RES_60_212-fr.pdf" in bench.files
    (missing,) = bench.fetch(language="ru")
    assert missing.problem.startswith(f"{SYMBOL}: no such document in Russian (tried first: ")
    assert "second" not in missing.problem
    with pytest.raises(SouthSouthError, match="tlh: no language of UN documents"):
        bench.fetch(language="tlh")


def test_a_language_that_no_access_point_has(bench: Bench) -> None:
    with pytest.raises(SouthSouthError, match="no access point has documents in Chinese"):
        fetch([SYMBOL], bench.folder, language="zh", points=bench.points[1:])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"version": 1}',
        '{"version": 2, "documents": []}',
        "\x00",
        '{"version": 1, "documents": [{"symbol": "A/RES/60/212"}]}',
        json.dumps(
            {
                "version": 1,
                "documents": [
                    dict.fromkeys(
                        (
                            "symbol",
                            "language",
                            "url",
                            "file",
                            "sha256",
                            "etag",
                            "last_modified",
                            "fetched_at",
                            "media_type",
                        ),
                        "../up",
                    )
                ],
            }
        ),
        json.dumps(
            {
                "version": 1,
                "documents": [
                    dict.fromkeys(
                        (
                            "symbol",
                            "language",
                            "url",
                            "file",
                            "sha256",
                            "etag",
                            "last_modified",
                            "fetched_at",
                            "media_type",
                        ),
                        1,
                    )
                ],
            }
        ),
    ],
)
def test_a_broken_manifest_is_said_and_nothing_deleted(bench: Bench, text: str) -> None:
    bench.answer(OK)
    bench.one()
    bench.manifest.write_text(text)
    with pytest.raises(SouthSouthError, match=r"southsouth-fetch\.json: .*move it away") as caught:
        bench.one()
    assert "\n" not in str(caught.value)
    assert bench.manifest.read_text() == text
    assert (bench.folder / FILE).read_bytes() == BODY


def test_a_folder_that_cannot_be_one(bench: Bench, tmp_path: Path) -> None:
    bench.folder = tmp_path / "file"
    bench.folder.write_text("here already")
    with pytest.raises(SouthSouthError, match="File exists; check the folder"):
        bench.one()


def test_a_proxy_of_the_environment_is_not_for_this_machine(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    bench.answer(OK)
    assert bench.one().status == "fetched"
    assert httpx.URL(bench.seen[0].url).host == "127.0.0.1"
