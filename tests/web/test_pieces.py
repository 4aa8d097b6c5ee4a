"""The small parts: negotiation and the counting of rows."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.web.cache import Cache, Kept
from southsouth.web.negotiate import GRAPH_OFFERS, PAGE_OFFERS, RESULT_OFFERS, Offer, choose, named
from southsouth.web.rows import ROW_MARKS, RowCounter

T = TypeVar("T")


def run_apart(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run it in a thread of its own: the browser's driver has a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


@pytest.mark.parametrize(
    ("accept", "offers", "name"),
    [
        (None, PAGE_OFFERS, "html"),
        ("", PAGE_OFFERS, "html"),
        ("*/*", PAGE_OFFERS, "html"),
        ("text/*", PAGE_OFFERS, "html"),
        ("text/turtle", PAGE_OFFERS, "turtle"),
        ("TEXT/Turtle", PAGE_OFFERS, "turtle"),
        ("text/html;q=0.3, text/turtle;q=0.5", PAGE_OFFERS, "turtle"),
        ("text/*;q=0.5, text/html;q=0.1, text/turtle", PAGE_OFFERS, "turtle"),
        ("text/*;q=0.9, text/html;q=0.1", PAGE_OFFERS, "turtle"),
        ("*/*;q=0.1, application/ld+json", PAGE_OFFERS, "jsonld"),
        (
            'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"',
            PAGE_OFFERS,
            "jsonld",
        ),
        ("text/turtle;charset=utf-8", PAGE_OFFERS, "turtle"),
        ("text/turtle;version=2, application/trig;q=0.1", PAGE_OFFERS, "trig"),
        ("text/html;q=0", PAGE_OFFERS, None),
        ("*/*;q=0", PAGE_OFFERS, None),
        ("image/png", PAGE_OFFERS, None),
        ("nonsense", PAGE_OFFERS, None),
        ("text/turtle;q=2", PAGE_OFFERS, "turtle"),
        ("application/rdf+xml,application/n-triples;q=1.0", PAGE_OFFERS, "ntriples"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", PAGE_OFFERS, "html"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", RESULT_OFFERS, "xml"),
        ("application/sparql-results+json", GRAPH_OFFERS, None),
        ("*/*", (), None),
    ],
)
def test_choice(accept: str | None, offers: tuple[Offer, ...], name: str | None) -> None:
    found = choose(accept, offers)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("ttl", "turtle"),
        ("text/turtle", "turtle"),
        ("rdf xml", "rdfxml"),
        ("JSON-LD", "jsonld"),
        ("html", "html"),
        ("pdf", None),
    ],
)
def test_names_of_formats(asked: str, name: str | None) -> None:
    found = named(asked, PAGE_OFFERS)
    assert (found.name if found else None) == name


CELL = st.one_of(
    st.none(),
    st.text(st.sampled_from('a"\\},{\n\r\t<>&result'), max_size=8),
)


@pytest.mark.parametrize("name", ROW_MARKS)
@given(st.lists(st.tuples(CELL, CELL), max_size=6), st.integers(1, 9))
def test_rows_are_counted(name: str, rows: list[tuple[str | None, ...]], size: int) -> None:
    def written(cell: str | None) -> str:
        return "UNDEF" if cell is None else str(ox.Literal(cell))

    values = " ".join(f"({written(a)} {written(b)})" for a, b in rows)
    result = ox.Store().query(f"SELECT ?a ?b {{ VALUES (?a ?b) {{ {values} }} }}")
    assert isinstance(result, ox.QuerySolutions)
    data = result.serialize(format=getattr(ox.QueryResultsFormat, name.upper())) or b""
    counter = RowCounter(name)
    for at in range(0, len(data), size):
        counter.feed(data[at : at + size])
    assert counter.count == (max(1, len(rows)) if name == "json" else len(rows))


def test_answers_are_kept_within_bounds() -> None:
    cache = Cache(most=10, largest=4)
    for key in "abc":
        cache.put(key, Kept(200, "text/plain", {}, b"xxxx"))
        assert cache.get("a") is not None  # asked for, so it stays
    assert cache.get("b") is None
    assert cache.get("c") is not None
    cache.put("large", Kept(200, "text/plain", {}, b"xxxxx"))
    assert cache.get("large") is None


@pytest.mark.parametrize("kept", [True, False])
def test_those_who_ask_the_same_wait_for_one_answer(kept: bool) -> None:
    answer = Kept(200, "text/plain", {}, b"x")

    async def ask_together() -> list[Kept | None]:
        cache = Cache()
        assert await cache.get_or_wait("key") is None  # nobody makes it: no waiting
        cache.expect("key")
        waiting = [asyncio.create_task(cache.get_or_wait("key")) for _ in range(3)]
        await asyncio.sleep(0.01)
        assert not any(task.done() for task in waiting)
        if kept:
            cache.put("key", answer)
        cache.expect_no_more("key")
        return await asyncio.gather(*waiting)

    assert run_apart(ask_together()) == [answer if kept else None] * 3


def test_who_takes_an_answer_slowly_holds_the_others_for_a_while_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("southsouth.web.cache._TOGETHER", 0.01)

    async def ask() -> tuple[Kept | None, Kept | None]:
        cache = Cache()
        cache.expect("key")
        return await cache.get_or_wait("key"), await cache.get_or_wait("key")

    assert run_apart(ask()) == (None, None)
