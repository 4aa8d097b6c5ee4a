"""Publishing the whole corpus as a static site: how long, how large, whether all links lead
somewhere.

Seconds of the processor are those of all processes, so that other work on the machine counts less;
the ratio is to an export of the same store to N-Quads in the same run. ``--again`` publishes twice
and compares the checksums.
"""

from __future__ import annotations

import argparse
import re
import resource
import tempfile
import time
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from common import shared_folder, write_results
from southsouth.build import build, processes
from southsouth.graph.rdf.formats import format_named
from southsouth.graph.store import GraphStore
from southsouth.publish import publish, streams

SITE = "https://data.example.org/southsouth/"
LINK = re.compile(r'(?:href|src)="([^"]*)"')


def processor() -> float:
    """Seconds of the processor of this process and of those that it has waited for."""
    own, others = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def broken(site: Path) -> tuple[int, list[str]]:
    """How many links within the site there are, and those that lead to no file."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    links, wrong = 0, []
    for page in sorted(file for file in files if file.endswith(".html")):
        for address in map(unescape, LINK.findall((site / page).read_text("utf-8"))):
            parts = urlsplit(address)
            if parts.scheme or not parts.path:
                continue
            links += 1
            if unquote(urljoin(page, parts.path)) not in files:
                wrong.append(f"{page}: {address}")
    return links, wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path, help="a store; else the shared documents are built")
    parser.add_argument("--output", type=Path, help="where the site goes; else it is thrown away")
    parser.add_argument("--again", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = options.store or Path(folder) / "store"
        if options.store is None:
            shared = shared_folder()
            build([str(shared / "corpus" / "documents"), str(shared / "seed")], store)
        begun = processor()
        with (Path(folder) / "dump.nq").open("wb") as out:
            streams.write_store(format_named("nquads"), GraphStore.open(store), out)
        export = processor() - begun
        site = options.output or Path(folder) / "site"
        begun, clock = processor(), time.perf_counter()
        files, size = publish(store, site, SITE, processes())
        seconds, clock = processor() - begun, time.perf_counter() - clock
        everybody = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
        memory = max(resource.getrusage(who).ru_maxrss for who in everybody) / 1024
        links, wrong = broken(site)
        same = ""
        if options.again:
            publish(store, Path(folder) / "again", SITE, processes())
            sums = [path / "SHA256SUMS" for path in (site, Path(folder) / "again")]
            same = "the same" if sums[0].read_bytes() == sums[1].read_bytes() else "OTHERS"
        pages = sum(1 for _ in site.rglob("*.html"))
    write_results(
        "Publishing",
        [
            f"The corpus as a static site without the words of provisions; {processes()} "
            "processes.",
            "",
            "| what | measured | ratio |",
            "|---|---|---|",
            f"| seconds of the processor | {seconds:.0f} s, {1000 * seconds / pages:.0f} ms a page "
            f"with its RDF | {seconds / export:.1f} x an export to N-Quads ({export:.0f} s) |",
            f"| seconds of the clock | {clock:.0f} s | {clock * processes() / seconds:.1f} x what "
            f"{processes()} processors of its own would take |",
            f"| files | {files:,}, of which pages {pages:,} | |",
            f"| bytes | {size / 1e6:.0f} MB | |",
            f"| most memory of a process | {memory:.0f} MB | |",
            f"| links within the site | {links:,} | {len(wrong)} broken |",
            *([f"| bytes of a second run | {same} | |"] if same else []),
        ],
    )


if __name__ == "__main__":
    main()
