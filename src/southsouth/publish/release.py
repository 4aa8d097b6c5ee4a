"""``southsouth publish``: the whole dataset as a folder that any web server can offer."""

from __future__ import annotations

import gzip
import hashlib
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import IO, Final, cast
from urllib.parse import urlsplit

from southsouth import resources as shipped
from southsouth.errors import SouthSouthError
from southsouth.processes import spawned_pool
from southsouth.publish import dataset, static_site, streams
from southsouth.publish.dataset import Dump
from southsouth.publish.static_site import File, StaticLinks, questions_page, write_file
from southsouth.store import GraphStore, Store
from southsouth.views.site import Site
from southsouth.vocabulary import BASE, NS

_SUMS: Final = "SHA256SUMS"
#: Bytes of N-Quads that are loaded at a time.
_LOAD: Final = 64_000_000
_TASK: Final = 20
#: Properties whose values are words of documents.
_QUOTES: Final = " ".join(f"<{NS}{term}>" for term in ("quote", "condition", "wording"))
_DUMPS: Final = (
    ("dumps/southsouth.nq.gz", "application/n-quads", streams.nquads),
    ("dumps/southsouth.trig.gz", "application/trig", streams.trig),
)
_EXAMPLES: Final = tuple(
    BASE + path for path in ("document/A/RES/60/212", "instrument/fund/ssc-50-119", "body/undp")
)


def publish(
    store: Path, folder: Path, site: str = BASE, jobs: int = 1,
    step: Callable[[int, int], None] = lambda _done, _of: None, *, quotes: bool = False,
) -> tuple[int, int]:  # fmt: skip
    """Write the store as a static site, whose address will be ``site``; its files and bytes.

    With ``quotes``, the words of provisions that the store holds are published too; they are the
    United Nations'. ``jobs`` processes write pages; ``step`` is told how many of how many resources
    are done. The site appears whole or not at all, in the place of one that was published before.
    Raises SouthSouthError where the folder holds something else or cannot be written.
    """
    address = _address(site)
    part: Path | None = None
    try:
        _check_folder(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        # a name of its own: two that publish at once do not write into each other's folder
        part = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        made = part / "site"
        told = store if quotes else _without_quotes(store, part / "facts")
        _write(told, made, address, jobs, step, quotes=quotes)
        _sum(made)
        if folder.exists():
            folder.rename(part / "before")
        made.rename(folder)
    except OSError as error:
        place = error.filename or folder
        raise SouthSouthError(f"{place}: cannot be written ({error.strerror})") from error
    finally:
        if part is not None:
            shutil.rmtree(part, ignore_errors=True)
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files)


def _address(site: str) -> str:
    """The address of a site with its last slash. Raises SouthSouthError where it is none."""
    parts = urlsplit(site)
    strange = re.search(r"[\s<>\"{}|\\^`]", site)
    if parts.scheme not in {"http", "https"} or not parts.hostname or strange:
        raise SouthSouthError(f"--site {site!r}: no address of a site; write https://host/path/")
    if parts.query or parts.fragment:
        raise SouthSouthError(f"--site {site!r}: an address of a site has no ? and no #")
    return site if site.endswith("/") else f"{site}/"


def _check_folder(folder: Path) -> None:
    """Raise SouthSouthError where a folder holds anything but a site that was published before."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise SouthSouthError(f"{folder}: no folder; name a new or empty one")
    held = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    sums = folder / _SUMS
    known = {_SUMS}
    if sums.is_file():
        lines = sums.read_text("utf-8", errors="replace").splitlines()
        known |= {line.partition("  ")[2] for line in lines}
    if other := sorted(held - known):
        raise SouthSouthError(f"{folder}: holds other files ({other[0]}); name a new or empty "
                              "folder")  # fmt: skip


def _without_quotes(store: Path, copy: Path) -> Path:
    """The store itself where it holds no words of documents, else a copy without them."""
    held = GraphStore.open(store)
    if not held.query(f"ASK {{ VALUES ?words {{ {_QUOTES} }} ?part ?words ?text }}").truth:
        return store
    facts = GraphStore.create(copy)
    marks = tuple(f" {term} ".encode() for term in _QUOTES.split())
    waiting: list[bytes] = []
    size = 0
    for graph in held.graphs():
        end = f" <{graph}> .\n".encode()
        lines = [line[:-2].rstrip() + end for line in held.ntriples(graph).splitlines(keepends=True)
                 if not any(mark in line.partition(b'"')[0] for mark in marks)]  # fmt: skip
        waiting += lines
        size += sum(map(len, lines))
        if size > _LOAD:
            facts.load_nquads(b"".join(waiting))
            waiting, size = [], 0
    facts.load_nquads(b"".join(waiting))
    facts.flush()
    return copy


def _write(
    store: Path, folder: Path, site: str, jobs: int, step: Callable[[int, int], None],
    *, quotes: bool,
) -> None:  # fmt: skip
    held = GraphStore.open(store)
    iris = static_site.resources(held)
    links = StaticLinks(iris)
    for file in static_site.front_files(held, Site(links, static_site.WRITTEN), links, iris):
        write_file(folder, file)
    done = 0
    for count in _pages(store, folder, iris, jobs):
        done += count
        step(done, len(iris))
    dumps = [_dump(held, folder, *row) for row in _DUMPS]
    found = dataset.statistics(held)
    known = set(iris)
    pages = [f"{site}{static_site.file_of(iri)}.html" for iri in iris]
    told = {
        "void.ttl": dataset.void(found, dumps, [e for e in _EXAMPLES if e in known], site,
                                 quotes=quotes),
        "dcat.ttl": dataset.dcat(found, dumps, site, quotes=quotes),
        "version.json": dataset.version_file(found, len(iris)),
        "LICENSE.txt": dataset.licence_text(quotes=quotes),
        "robots.txt": f"User-agent: *\nSitemap: {site}sitemap.xml\n".encode(),
        **dataset.site_maps([site, *pages], site),
        **dataset.redirects(site),
        "queries/index.html": questions_page(Site(links, static_site.WRITTEN), links),
        **{f"queries/{path.name}": path.read_bytes()
           for path in sorted(shipped.queries_folder().glob("*.rq"))},
    }  # fmt: skip
    for path, data in told.items():
        write_file(folder, File(path, data))


def _pages(store: Path, folder: Path, iris: Sequence[str], jobs: int) -> Iterator[int]:
    """Write the files of resources, in tasks; how many resources each task had."""
    write = partial(_task, store, folder)
    tasks = [iris[at : at + _TASK] for at in range(0, len(iris), _TASK)]
    if jobs < 2 or len(tasks) < 2:
        yield from map(write, tasks)
        return
    with spawned_pool(jobs) as pool:
        yield from pool.map(write, tasks)


def _task(store: Path, folder: Path, iris: Sequence[str]) -> int:
    static_site.write_resources(store, folder, iris)
    return len(iris)


def _dump(
    store: Store, folder: Path, path: str, media_type: str,
    write: Callable[[Store, IO[bytes]], None],
) -> Dump:  # fmt: skip
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    # without a name and a time in its head, the same data are the same bytes
    with file.open("wb") as out, gzip.GzipFile("", "wb", 6, out, mtime=0) as packed:
        write(store, cast("IO[bytes]", packed))
    return Dump(path, media_type, file.stat().st_size, _sha256(file))


def _sha256(file: Path) -> str:
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def _sum(folder: Path) -> None:
    """Checksums of all files, in the form that ``sha256sum --check`` takes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [f"{_sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / _SUMS).write_text("".join(lines), "utf-8")
