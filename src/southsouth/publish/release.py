"""``southsouth publish``: the whole dataset as a folder that any web server can offer."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

from southsouth import resources as shipped
from southsouth.build import spawned_pool
from southsouth.errors import SouthSouthError
from southsouth.graph.store import GraphStore, Store
from southsouth.publish import dataset, dumps, static_site
from southsouth.publish.dataset import Dump
from southsouth.publish.static_site import File, StaticLinks, Written, write_file
from southsouth.views.site import Site
from southsouth.vocabulary import BASE

_SUMS: Final = "SHA256SUMS"
#: So many resources are written by a task.
_TASK: Final = 20
_Task = Callable[[], "list[Written]"]
_EXAMPLES: Final = tuple(
    BASE + path for path in ("document/A/RES/60/212", "instrument/fund/ssc-50-119", "body/undp")
)


def publish(
    store: Path,
    folder: Path,
    site: str = BASE,
    jobs: int = 1,
    step: Callable[[int, int], None] = lambda _done, _of: None,
    *,
    quotes: bool = False,
) -> tuple[int, int]:
    """Write the store as a static site, whose address will be ``site``; its files and bytes.

    With ``quotes``, the words of provisions that the store holds are published too; they are the
    United Nations'. ``jobs`` processes write pages; ``step`` is told how many of how many tasks are
    done. The site appears whole or not at all, in the place of one that was published before.
    Raises SouthSouthError where the folder holds something else or cannot be written.

    >>> _ = build([], folder / "store")
    >>> files, size = publish(folder / "store", folder / "site")  # doctest: +SKIP
    """
    address = _address(site)
    part: Path | None = None
    try:
        _check_folder(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        # a name of its own: two that publish at once do not write into each other's folder
        part = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        made = part / "site"
        files = _write(store, part, address, jobs, step, quotes=quotes)
        _sum(made, files)
        if folder.exists():
            folder.rename(part / "before")
        made.rename(folder)
    except OSError as error:
        place = error.filename or folder
        raise SouthSouthError(f"{place}: cannot be written ({error.strerror})") from error
    finally:
        if part is not None:
            shutil.rmtree(part, ignore_errors=True)
    sums = (folder / _SUMS).stat().st_size
    return len(files) + 1, sum(file.size for file in files) + sums


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
        raise SouthSouthError(
            f"{folder}: holds other files ({other[0]}); name a new or empty folder"
        )


def _write(
    store: Path,
    part: Path,
    site: str,
    jobs: int,
    step: Callable[[int, int], None],
    *,
    quotes: bool,
) -> list[Written]:
    folder, listed, scraps = part / "site", part / "resources", part / "dumps"
    scraps.mkdir()
    held = GraphStore.open(store)
    iris = static_site.resources(held)
    listed.write_text("\n".join(iris), "utf-8")
    graphs = dumps.parts(held)
    tasks = [
        *(
            partial(_dump_part, store, scraps, *numbered, quotes=quotes)
            for numbered in enumerate(graphs)
        ),
        *(
            partial(
                static_site.write_resources,
                store,
                listed,
                folder,
                iris[at : at + _TASK],
                quotes=quotes,
            )
            for at in range(0, len(iris), _TASK)
        ),
    ]
    files: list[Written] = []
    for done, made in enumerate(_done(tasks, jobs), 1):
        files += made
        step(done, len(tasks))
    made_dumps = dumps.join(scraps, folder, len(graphs))
    files += (Written(dump.path, dump.size, dump.sha256) for dump in made_dumps)
    links = StaticLinks(iris)
    pages_of = Site(links, static_site.WRITTEN)
    told = [
        *static_site.front_files(held, pages_of, links, iris),
        static_site.questions_file(pages_of, links),
        *(
            File(path, data)
            for path, data in _descriptions(held, iris, made_dumps, site, quotes=quotes).items()
        ),
        *(
            File(f"queries/{path.name}", path.read_bytes())
            for path in sorted(shipped.queries_folder().glob("*.rq"))
        ),
    ]
    return [*files, *(write_file(folder, file) for file in told)]


def _descriptions(
    store: Store, iris: Sequence[str], made: Sequence[Dump], site: str, *, quotes: bool
) -> dict[str, bytes]:
    """What is told of the site as a whole, by path."""
    found = dataset.statistics(store, frozenset() if quotes else dumps.WORDS)
    known = set(iris)
    pages = [f"{site}{quote(static_site.page_file(iri))}" for iri in iris]
    return {
        "void.ttl": dataset.void(
            found, made, [e for e in _EXAMPLES if e in known], site, quotes=quotes
        ),
        "dcat.ttl": dataset.dcat(found, made, site, quotes=quotes),
        "version.json": dataset.version_file(found, len(iris)),
        "LICENSE.txt": dataset.licence_text(quotes=quotes),
        "robots.txt": f"User-agent: *\nSitemap: {site}sitemap.xml\n".encode(),
        **dataset.site_maps([site, *pages], site),
        **dataset.redirects(site),
    }


def _done(tasks: Sequence[_Task], jobs: int) -> Iterator[list[Written]]:
    """What each task wrote, in the order of the tasks."""
    if jobs < 2 or len(tasks) < 2:
        yield from map(_run, tasks)
        return
    with spawned_pool(jobs) as pool:
        yield from pool.map(_run, tasks)


def _run(task: _Task) -> list[Written]:
    return task()


def _dump_part(
    store: Path, folder: Path, number: int, graphs: Sequence[str], *, quotes: bool
) -> list[Written]:
    dumps.write_part(static_site.worker_store(store), folder, number, graphs, quotes=quotes)
    return []


def _sum(folder: Path, files: Sequence[Written]) -> None:
    """Checksums of all files, in the form that ``sha256sum --check`` takes."""
    lines = sorted(f"{file.sha256}  {file.path}\n" for file in files)
    lines.sort(key=lambda line: line.partition("  ")[2])
    (folder / _SUMS).write_text("".join(lines), "utf-8")
