"""Whole answers, kept for those who ask the same of the same store: a bounded memory."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

#: So long an answer that another client has asked for is waited for: that one may take it slowly.
_TOGETHER: Final = 5.0


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer: its status, media type, headers and body."""

    status: int
    media_type: str
    headers: Mapping[str, str]
    body: bytes


class Cache:
    """Answers by key, at most ``most`` bytes of bodies, none of more than ``largest``; the one that
    was not asked for the longest goes first. The key has to name the store's state."""

    def __init__(self, most: int = 64 * 2**20, largest: int = 8 * 2**20) -> None:
        self.largest = largest
        self._most, self._size = most, 0
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._coming: dict[str, asyncio.Event] = {}

    def get(self, key: str) -> Kept | None:
        """The answer of that key, where it is kept."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    async def get_or_wait(self, key: str) -> Kept | None:
        """The answer of that key, where it is kept, or is kept soon because another client has
        asked for it: so that fifty who ask the same are one query."""
        if key not in self._kept and (coming := self._coming.get(key)) is not None:
            try:
                async with asyncio.timeout(_TOGETHER):
                    await coming.wait()
            except TimeoutError:
                self.expect_no_more(key)
        return self.get(key)

    def expect(self, key: str) -> None:
        """Say that an answer is being made."""
        self._coming.setdefault(key, asyncio.Event())

    def expect_no_more(self, key: str) -> None:
        """Say that it was made, kept or not."""
        if coming := self._coming.pop(key, None):
            coming.set()

    def put(self, key: str, answer: Kept) -> None:
        """Keep an answer."""
        if len(answer.body) > self.largest or key in self._kept:
            return
        self._kept[key] = answer
        self._size += len(answer.body)
        while self._size > self._most:
            _, gone = self._kept.popitem(last=False)
            self._size -= len(gone.body)
