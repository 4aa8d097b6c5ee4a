"""What holds under attack: killed builds, mutated files, hostile queries, greedy and slow clients.

Everything is seeded; the machinery is that of the tests that docs/security.md names. A "traceback"
is a fault of a reader, which a build tells as one of that file.
"""

from __future__ import annotations

import argparse
import inspect
import random
import shutil
import socket
import statistics
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

import httpx
import pytest
from tests.build.test_kills import TEXT, Counted, KilledError, built, few_facts, said
from tests.reading.documents.akn_samples import akn
from tests.reading.documents.akn_samples import paragraph as akn_paragraph
from tests.reading.documents.docx_samples import docx, paragraph, table
from tests.reading.documents.pdf_samples import SamplePage, pdf_bytes
from tests.reading.documents.test_robust import HTML, MARKDOWN, spoil
from tests.web.conftest import serving
from tests.web.test_guard import HIDDEN, Listener, ask, reached

from common import write_results
from southsouth.build import build
from southsouth.build.file_facts import file_facts
from southsouth.errors import ReaderFaultError
from southsouth.graph.store import GraphStore

CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d) }"
BUDGET, CLIENTS, DRIPS, PATIENCE = 10.0, 6, 200, 3
#: Pieces of queries that go together without white space.
PIECES = (
    "FILTER(0<1)", "FILTER(true)", "?a?b?c.", "SERVICE", "SERVICE SILENT", "#>", "#", "\n", "\r",
    "<URL>", "<URL>{?x?y?z}", "{?x?y?z}", "{", "}", "'", '"', "'''", "<", ">", "UNION", "/", "^",
    "OPTIONAL{", "BIND(<URL>AS?s)", "GRAPH?g{", "'x'@en", "FILTER EXISTS{",
)  # fmt: skip


def kills(folder: Path) -> tuple[int, int]:
    """Builds that were killed at each of their writes, and how many lost something."""
    for name, texts in (("first", ("901", "903")), ("then", ("901", "902"))):
        (folder / name).mkdir()
        for symbol in texts:
            text = TEXT.replace("66/901", f"66/{symbol}")
            if name == "then":
                text = text.replace("count the wells", "count the pumps")
            (folder / name / f"{symbol}.md").write_text(text, "utf-8")
    start, killed, lost = folder / "start", 0, 0
    build([str(folder / "first")], start, jobs=1, infers=True)
    for prune, infers in ((False, False), (True, True)):
        whole = Path(shutil.copytree(start, folder / f"whole-{prune}"))
        build([str(folder / "then")], whole, jobs=1, prune=prune, infers=infers)
        wanted = said(GraphStore.open(whole))
        for number in count(1):
            store = folder / "killed"
            shutil.rmtree(store, ignore_errors=True)
            shutil.copytree(start, store)
            try:
                built(Counted(number), folder / "then", store, prune=prune, infers=infers)
            except KilledError:
                killed += 1
            else:
                break
            build([str(folder / "then")], store, jobs=1, prune=prune, infers=infers)
            lost += said(GraphStore.open(store)) != wanted
    return killed, lost


def samples() -> dict[str, bytes]:
    """A document of each format, by suffix."""
    page = SamplePage()
    for words in ("A/RES/70/1", "The General Assembly,", "1. Decides to dig wells."):
        page.paragraph(words)
    body = paragraph("A/RES/70/1") + table(("Fund", "12")) + paragraph("1. Decides to dig.")
    return {
        "txt": TEXT.encode(),
        "md": MARKDOWN.encode() + TEXT.encode(),
        "html": HTML.encode(),
        "docx": docx(body),
        "pdf": pdf_bytes([page]),
        "akn": akn(akn_paragraph("1.", "Decides to dig wells;")),
    }


def mutations(folder: Path, number: int, draw: random.Random) -> Iterator[str]:
    """A row for each format."""
    for suffix, seed in samples().items():
        found: Counter[str] = Counter()
        slowest = 0.0
        for _ in range(number):
            edits = [
                (draw.randrange(100_000), draw.randrange(40), draw.randbytes(draw.randrange(12)))
                for _ in range(draw.randint(1, 8))
            ]
            file = folder / f"mutated.{suffix.replace('akn', 'xml')}"
            file.write_bytes(spoil(seed, edits))
            started = time.process_time()
            told = file_facts(file)
            slowest = max(slowest, time.process_time() - started)
            found[type(told).__name__] += 1
        faults = found[ReaderFaultError.__name__]
        yield (
            f"| mutated {suffix}, of {number} ({found['FileFacts']} read, "
            f"{found['DocumentError']} refused): tracebacks | {faults} | 0 |"
        )
        yield (
            f"| mutated {suffix}: slowest, seconds of processor | {slowest:.2f} | {BUDGET:.0f} |"
        )


def queries(number: int, draw: random.Random) -> list[str]:
    """The spellings that got through once, and others put together of the same pieces."""
    made = []
    for _ in range(number):
        inside = "".join(draw.choices(PIECES, k=draw.randint(1, 7)))
        text = "SELECT?x{FILTER(0<1)SERVICE#>\n" + inside
        made.append(text + "}" * max(text.count("{") - text.count("}"), 0))
    return [*HIDDEN, *made]


@contextmanager
def listening() -> Iterator[Listener]:
    """A host on loopback that nobody may reach."""
    server = Listener()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def hostile(address: str, number: int, draw: random.Random) -> list[str]:
    """How many hostile queries reach a host through the server, and through the engine alone."""
    with listening() as listener:
        asked = [query.replace("URL", listener.url) for query in queries(number, draw)]
        bare = sum(reached(listener, query) for query in asked)
        before = listener.asked
        for query in asked:
            ask(address, query)
        through = listener.asked - before
    return [
        f"| hostile queries, of {len(asked)} ({bare} reach a host through the engine alone): "
        f"that reach one through `serve` | {through} | 0 |"
    ]


def pages(address: str, seconds: float) -> float:
    """The 95th percentile of pages, of which none is kept from before; in seconds."""
    taken: list[float] = []
    ends = time.monotonic() + seconds
    for number in count():
        started = time.monotonic()
        if started > ends and number > 20:
            return statistics.quantiles(taken, n=20)[-1]
        path = (
            f"/?q=wells{started}"
            if number % 2
            else f"/document/A/RES/60/212?format=html&n={started}"
        )
        httpx.get(address + path, timeout=60, follow_redirects=True).raise_for_status()
        taken.append(time.monotonic() - started)
    raise AssertionError


def starvation(address: str, seconds: float) -> list[str]:
    """Pages while clients repeat a cross product, against pages alone."""
    alone, ended = pages(address, seconds), threading.Event()

    def greedy(name: int) -> None:
        for turn in count():
            if ended.is_set():
                return
            with suppress(httpx.HTTPError):
                ask(address, f"{CROSS} # {name} {turn}")

    threads = [threading.Thread(target=greedy, args=(n,), daemon=True) for n in range(CLIENTS)]
    for thread in threads:
        thread.start()
    time.sleep(1)
    among = pages(address, seconds)
    ended.set()
    return [
        f"| p95 of pages, alone | {alone * 1000:.0f} ms | |",
        f"| p95 of pages among {CLIENTS} clients that repeat a cross product "
        f"| {among * 1000:.0f} ms ({among / alone:.1f} times) | 3 times |",
    ]


def drips(address: str) -> list[str]:
    """Connections that a byte a second still holds after twice the patience."""
    host, _, port = address.removeprefix("http://").partition(":")
    head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
    lengths = (b"Content-Length: 90\r\n\r\nASK", b"Content-Length: 900000000\r\n\r\n")
    clients = []
    for number in range(DRIPS):
        client = socket.create_connection((host, int(port)), 10)
        client.sendall(head + lengths[number % 2])
        client.setblocking(False)
        clients.append(client)
    for _ in range(2 * PATIENCE + 2):
        time.sleep(1)
        clients = [client for client in clients if held(client)]
    for client in clients:
        client.close()
    return [
        f"| connections held by drips, of {DRIPS}, after {2 * PATIENCE} s | {len(clients)} | 0 |"
    ]


def held(client: socket.socket) -> bool:
    """Whether the server still keeps the connection, after one more byte."""
    try:
        client.send(b" ")
        while client.recv(4096):
            pass
    except BlockingIOError:
        return True
    except OSError:
        pass
    client.close()
    return False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mutations", type=int, default=334, help="of each format")
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=12.0)
    given = parser.parse_args()
    draw = random.Random(23)  # noqa: S311  # to be the same each time
    rows = ["| what | measured | bar |", "|---|---|---|"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with pytest.MonkeyPatch.context() as patch:
            inspect.unwrap(few_facts)(patch)  # a build of a tenth of a second, as in the test
            killed, lost = kills(folder)
        rows.append(
            f"| builds killed at each write, {killed} in all: that lost something | {lost} | 0 |"
        )
        rows += mutations(folder, given.mutations, draw)
        store = folder / "served"
        build([], store)
        with serving(store, "--time-limit", "3", "--patience", str(PATIENCE)) as address:
            rows += hostile(address, given.queries, draw)
            rows += starvation(address, given.seconds)
            rows += drips(address)
    write_results("Robustness", rows)


if __name__ == "__main__":
    main()
