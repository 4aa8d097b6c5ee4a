"""Whole answers, kept for those who ask the same of the same store: a bounded memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass


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

    def get(self, key: str) -> Kept | None:
        """The answer of that key, where it is kept."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def put(self, key: str, answer: Kept) -> None:
        """Keep an answer."""
        if len(answer.body) > self.largest or key in self._kept:
            return
        self._kept[key] = answer
        self._size += len(answer.body)
        while self._size > self._most:
            _, gone = self._kept.popitem(last=False)
            self._size -= len(gone.body)
