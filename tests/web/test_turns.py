"""Clients have their turns one after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pytest

from southsouth.web.turns import Turns

Told = TypeVar("Told")


def finished(task: Coroutine[Any, Any, Told]) -> Told:
    """What a task gives, run in a thread: the driver of browsers has a loop of its own here."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, task).result()


def test_clients_come_one_after_the_other() -> None:
    async def run() -> list[str]:
        turns: Turns[str] = Turns()
        served: list[str] = []

        async def ask(client: str) -> None:
            worker = await turns.get(client, 5)
            served.append(client)
            await asyncio.sleep(0)
            turns.put(worker)

        tasks = [asyncio.create_task(ask(client)) for client in "aaaaabc"]
        await asyncio.sleep(0)
        assert turns.waiting() == 7
        turns.put("worker")
        await asyncio.gather(*tasks)
        assert turns.waiting() == 0
        return served

    assert finished(run()) == list("abcaaaa")


def test_whoever_gives_up_takes_nothing_along() -> None:
    async def run() -> None:
        turns: Turns[str] = Turns()
        with pytest.raises(TimeoutError):
            await turns.get("a", 0.01)
        waits = asyncio.create_task(turns.get("a", 5))
        other = asyncio.create_task(turns.get("b", 5))
        await asyncio.sleep(0)
        turns.put("worker")
        waits.cancel()  # in the instant in which it is served
        await asyncio.gather(waits, return_exceptions=True)
        assert await other == "worker"
        turns.put("worker")
        assert await turns.get("c", 5) == "worker"

    finished(run())


def test_the_last_that_worked_is_taken_first() -> None:
    async def run() -> None:
        turns: Turns[str] = Turns()
        turns.put("one")
        turns.put("two")
        assert await turns.get("a", 1) == "two"
        assert turns.waiting() == 0

    finished(run())
