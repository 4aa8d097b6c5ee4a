"""Load: many clients on loopback with a mix of questions of the library, against Oxigraph's server.

Both serve the same store in the same run; what is compared is a ratio of that run. A client sends
the next query as soon as it has the answer, but for a row in which each pauses. One client and many
are compared under the same condition: queries that come again, or no query asked twice. In the
middle somebody sends a cross product, which must be stopped at its limit while the others go on.
``--seconds`` is how long the clients go on.
"""

from __future__ import annotations

import argparse
import http.client
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psutil

from common import ROOT, shared_folder, write_results
from southsouth.build import build
from southsouth.graph.queries.library import all_queries
from southsouth.graph.store import GraphStore

CLIENTS, TIME_LIMIT, PAUSE = 50, 10, 2.0
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d) }"


@dataclass
class Load:
    """What clients saw: seconds of each answer, problems, and when each answer came."""

    seconds: list[float] = field(default_factory=list)
    ended: list[float] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    wall: float = 0.0

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.seconds, n=20)[-1]

    @property
    def rate(self) -> float:
        return len(self.seconds) / self.wall


@dataclass(frozen=True)
class Server:
    """A server under test: its process, host, port, and the path before a query."""

    pid: int
    host: str
    port: int
    path: str

    def ask(self, query: str, connection: http.client.HTTPConnection) -> tuple[int, str]:
        """The status, and what is said where it is none of success."""
        connection.request(
            "GET", self.path + quote(query), headers={"Accept": "application/sparql-results+json"}
        )
        answer = connection.getresponse()
        body = answer.read()
        return answer.status, "" if answer.status == 200 else body.decode().strip()

    def connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(self.host, self.port, timeout=120)

    def memory(self) -> float:
        """MB of the process and its workers."""
        process = psutil.Process(self.pid)
        family = [process, *process.children(recursive=True)]
        return sum(each.memory_info().rss for each in family if each.is_running()) / 1e6


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def started(command: list[str], path: str, port: int) -> Iterator[Server]:
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    server = Server(process.pid, "127.0.0.1", port, path)
    try:
        for _ in range(200):
            try:
                server.ask("ASK {}", server.connection())
                break
            except OSError:
                time.sleep(0.1)
        else:
            sys.exit(f"{' '.join(command)}: does not answer")
        yield server
    finally:
        process.terminate()
        process.wait(30)


def ours(store: Path) -> list[str]:
    return [
        sys.executable,
        "-m",
        "southsouth",
        "serve",
        "--store",
        str(store),
        "--time-limit",
        str(TIME_LIMIT),
        "--port",
    ]


def oxigraph(store: Path) -> list[str]:
    program = str(Path(sys.executable).with_name("oxigraph"))
    return [
        program,
        "serve-read-only",
        "--location",
        str(store),
        "--union-default-graph",
        "--timeout-s",
        str(TIME_LIMIT),
        "--bind",
    ]


def mix(store: Path) -> list[str]:
    """The questions of the library as SPARQL, all equally often, with documents of the store at
    random; those that take the engine itself longer than half a second are left to
    benchmarks/scale.py."""
    graphs = GraphStore.open(store)
    symbols = [
        row["symbol"]
        for row in graphs.query(
            "PREFIX ss: <https://w3id.org/southsouth/ns#> SELECT DISTINCT ?symbol "
            "{ ?g ss:describes/ss:symbol ?symbol } ORDER BY ?symbol"
        ).values()
    ]
    chance = random.Random(7)  # noqa: S311 - not for secrets
    queries = []
    for query in all_queries().values():
        documents = [p.name for p in query.parameters if p.type == "document"]
        texts = [
            query.bind({name: chance.choice(symbols) for name in documents}) for _ in range(200)
        ]
        begun = time.perf_counter()
        for text in texts[:2]:
            graphs.query(text)
        if time.perf_counter() - begun < 1:
            queries += texts
    chance.shuffle(queries)
    return queries


def distinct(queries: list[str], run: str) -> list[str]:
    """The same queries, no two with the same text, in this run or another."""
    return [f"{query}\n# {run} {number}" for number, query in enumerate(queries)]


def run(server: Server, queries: list[str], clients: int, seconds: float, pause: float = 0) -> Load:
    """So many clients for so long, each with a pause of so many seconds after an answer."""
    load, lock = Load(), threading.Lock()
    begun = time.perf_counter()

    def client(number: int) -> None:
        connection = server.connection()
        at = number * 131
        time.sleep(pause * number / clients)
        while time.perf_counter() - begun < seconds:
            asked = time.perf_counter()
            try:
                status, told = server.ask(queries[at % len(queries)], connection)
                problem = "" if status == 200 else f"{status} {told}"
            except (OSError, http.client.HTTPException) as error:
                problem = f"{type(error).__name__}: {error}"
                connection = server.connection()
            now = time.perf_counter()
            with lock:
                load.seconds.append(now - asked)
                load.ended.append(now)
                if problem:
                    load.problems.append(problem)
            at += 1
            time.sleep(pause)

    threads = [threading.Thread(target=client, args=(n,)) for n in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    load.wall = time.perf_counter() - begun
    return load


@dataclass
class Cross:
    """The cross product: how it was answered, when it began and ended."""

    status: int = 0
    begun: float = 0.0
    ended: float = 0.0


def later(seconds: float, work: Callable[[], None]) -> threading.Thread:
    thread = threading.Timer(seconds, work)
    thread.start()
    return thread


def measure(
    server: Server, queries: list[str], seconds: float
) -> tuple[Load, Load, Cross, list[float]]:
    """One client alone, then all, with the cross product in their middle, and the memory."""
    run(server, queries, 1, min(5.0, seconds / 4))  # the disk's pages into memory
    single = run(server, queries, 1, max(3.0, seconds / 3))
    cross, memory = Cross(), list[float]()

    def attack() -> None:
        cross.begun = time.perf_counter()
        cross.status, _ = server.ask(CROSS, server.connection())
        cross.ended = time.perf_counter()

    threads = [later(seconds / 3, attack)]
    threads += [
        later(seconds * part, lambda: memory.append(server.memory())) for part in (0.3, 0.6, 0.95)
    ]
    many = run(server, queries, CLIENTS, seconds)
    for thread in threads:
        thread.join()
    return single, many, cross, memory


def row(name: str, single: Load, many: Load) -> str:
    cells = [
        name,
        f"{single.rate:.0f}",
        f"{single.p95 * 1000:.0f}",
        f"{many.rate:.0f}",
        f"{many.p95 * 1000:.0f}",
        f"{many.p95 / single.p95:.1f}",
        f"{len(many.problems)}",
    ]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--store", type=Path, help="a store; else the shared documents are built")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = options.store
        if store is None:
            shared = shared_folder()
            store = Path(folder) / "store"
            build([str(shared / "corpus" / "documents"), str(shared / "seed")], store)
        queries = mix(store)
        size = len(GraphStore.open(store))
        port = free_port()
        with started([*ours(store), str(port)], "/sparql?query=", port) as server:
            single, many, cross, memory = measure(server, queries, options.seconds)
            paced = run(server, distinct(queries, "paced"), CLIENTS, options.seconds, PAUSE)
            fresh = run(server, distinct(queries, "many"), CLIENTS, options.seconds / 3)
            alone = run(server, distinct(queries, "alone"), 1, options.seconds / 3)
        port = free_port()
        command = [*oxigraph(store), f"127.0.0.1:{port}"]
        with started(command, "/query?query=", port) as server:
            single_ox, many_ox, cross_ox, _ = measure(server, queries, options.seconds)
    during = sum(cross.begun < end < cross.ended for end in many.ended)
    write_results(
        "Load on the server",
        [
            f"{CLIENTS} clients for {options.seconds:.0f} s on loopback, without a pause "
            "between an "
            f"answer and the next query; {len(queries):,} queries of the library, "
            f"{len(set(queries)):,} of them different, over {size:,} quads. Clients, servers "
            "and workers share the cores.",
            "",
            "| server | one client: answers/s | p95 ms | 50 clients: answers/s | p95 ms | p95 "
            "ratio "
            "| errors |",
            "|---|---|---|---|---|---|---|",
            row("southsouth serve", single, many),
            row("the same, no query asked twice", alone, fresh),
            row(f"no query asked twice, each client pauses {PAUSE:g} s", alone, paced),
            row("oxigraph serve-read-only", single_ox, many_ox),
            "",
            f"- throughput of ours to Oxigraph's: {many.rate / many_ox.rate:.2f} with {CLIENTS} "
            f"clients, {single.rate / single_ox.rate:.2f} with one; ours keeps answers and "
            "Oxigraph's "
            f"does not: where no query is asked twice, {fresh.rate / many_ox.rate:.2f}",
            f"- {CLIENTS} clients that never pause wait {CLIENTS} / (answers a second) on average, "
            f"whatever the server (Little's law): {1000 * CLIENTS / fresh.rate:.0f} ms where no "
            "query "
            f"is asked twice, {CLIENTS / fresh.rate / alone.p95:.1f} times the p95 of one client",
            f"- the cross product: status {cross.status} after {cross.ended - cross.begun:.1f} s "
            f"(limit {TIME_LIMIT} s); {during} answers to others meanwhile; Oxigraph's: status "
            f"{cross_ox.status} after {cross_ox.ended - cross_ox.begun:.1f} s",
            f"- memory of server and workers at 30, 60, 95 % of the time: "
            f"{', '.join(f'{m:.0f}' for m in memory)} MB",
            *(f"- problem: {problem}" for problem in sorted(set(many.problems))[:5]),
        ],
    )


if __name__ == "__main__":
    main()
