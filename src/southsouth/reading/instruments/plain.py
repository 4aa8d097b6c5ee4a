"""Known words in a text: all of them in one search, in a plain form of the text. Pure.

The plain form keeps letters (small) and digits; every run of spaces is one space, every other
character a mark. What is found in it is only a candidate: its printed words decide.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Final, NamedTuple

import ahocorasick  # type: ignore[import-not-found]  # has no stubs

_MARK: Final = ","
#: What may stand behind a word in a plain form.
_ENDS: Final = frozenset({" ", _MARK})
_SPACE: Final = re.compile(r"\s")
_NO_LETTER: Final = re.compile(r"[^\w\s]|_")


def _plain_letter(letter: str) -> str:
    if letter.isspace():
        return " "
    return letter.lower() if letter.isascii() and letter.isalnum() else _MARK


#: Plain forms of the bytes of Latin-1. Letters beyond ASCII are marks, in words and texts alike.
_OF_BYTES: Final = "".join(map(_plain_letter, map(chr, range(256)))).encode("latin-1")


def _plain(text: str, *, latin: bool) -> str:
    """The plain form of a text, each character one character; ``latin`` for languages in Latin
    letters, which takes a tenth of the time."""
    if latin:
        return text.encode("latin-1", "replace").translate(_OF_BYTES).decode("latin-1")
    return _SPACE.sub(" ", _NO_LETTER.sub(_MARK, _lowered(text)))


def _lowered(text: str) -> str:
    """``text`` in small letters, each character one character."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


class _Searched(NamedTuple):
    """The plain form of a text, behind a space, with the way back to the text's own offsets: from
    ``starts[i]`` on, that space not counted, ``shifts[i + 1]`` is to be added, before the first of
    them ``shifts[0]``."""

    text: str
    starts: list[int]
    shifts: list[int]


def _searched(text: str, *, latin: bool) -> _Searched:
    # no name runs on over an empty line, and there are many of them
    plain = " " + _plain(text.replace("\n\n", "\0\0"), latin=latin)
    starts: list[int] = []
    shifts, pieces, last = [0], [], 0
    at = plain.find("  ")
    while at >= 0:
        pieces.append(plain[last : at + 1])
        last = at + 2
        while plain.startswith(" ", last):
            last += 1
        shifts.append(shifts[-1] + last - at - 1)
        starts.append(last - shifts[-1] - 1)
        at = plain.find("  ", last)
    return _Searched("".join((*pieces, plain[last:])), starts, shifts)


class Words:
    """Words to be searched for (Aho and Corasick, 1975).

    A word counts where a word of the text begins and ends; ``anywhere`` takes it inside others, for
    scripts that write words together. All words of a search begin with the same two characters, a
    space or a mark before the word, so that most places in a text are left after one comparison.
    """

    def __init__(
        self, words: Iterable[tuple[str, int]], *, latin: bool = True, anywhere: bool = False
    ) -> None:
        """``words`` come with their kinds, as bits: one word may be of several."""
        self._latin, self._anywhere = latin, anywhere
        kinds_of: dict[str, int] = {}
        for word, kind in words:
            plain = _searched(word, latin=latin).text[1:]
            kinds_of[plain] = kinds_of.get(plain, 0) | kind
        self._automaton = ahocorasick.Automaton()
        for plain, kinds in kinds_of.items():
            for before in ("",) if anywhere else (" ", _MARK):
                self._automaton.add_word(before + plain, (len(plain), kinds))
        self._automaton.make_automaton()

    def spans(self, text: str) -> list[tuple[int, int, int]]:
        """Where the words may stand in ``text``, case, kinds of marks and lengths of spaces aside:
        start, end and kinds, in the order of the ends."""
        if not len(self._automaton):
            return []
        plain, starts, shifts = _searched(text, latin=self._latin)
        if self._anywhere:
            found = self._automaton.iter(plain)
        else:  # most of what begins with a known word is a longer one: "formal"
            padded = plain + " "
            found = (one for one in self._automaton.iter(plain) if padded[one[0] + 1] in _ENDS)
        # the plain form begins with a space of its own
        spans = [(last - length, last, kinds) for last, (length, kinds) in found]
        if not starts:
            return spans
        return [
            (
                start + shifts[bisect_right(starts, start)],
                end + shifts[bisect_right(starts, end - 1)],
                kinds,
            )
            for start, end, kinds in spans
        ]
