"""How deep a lettered paragraph stands, told from the letters around it.

"(i)" is a letter after "(h)" and a numeral under "(b)"; which of the two shows only later: "(h),
(i), (j)" against "(h), (i), (ii)". So a whole run of sub-paragraphs is read at once, and the
reading with the fewest oddities (gaps, restarts) is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from string import ascii_lowercase
from typing import Any, Final

from southsouth.un.numerals import from_roman

#: An open list of each depth: the kind of its numbers ("a", "i", "1", "A", "I") and the last one.
_Stack = tuple[tuple[str, int], ...]

_OPEN: Final = 0.1  # so that "(i)" after "(h)" goes on with the letters, if nothing speaks against
_GAP: Final = 1.0
_OPEN_LATE: Final = 2.0
_RESTART: Final = 1.8
_DEEPEST: Final = 4
_BEAM: Final = 32
#: No paragraph has so many sub-paragraphs; what has is read with less care, and in time.
_LONG_RUN: Final = 2000
_NARROW: Final = 2

#: A run that counts through.
_LETTERS: Final = tuple(f"({letter})" for letter in ascii_lowercase)

#: Depths found so far, the last one first.
_Path = tuple[int, Any] | None


@cache
def _values(number: str) -> tuple[tuple[str, int], ...]:
    """What "(i)" can count: the ninth letter, or the first numeral."""
    inner = number.strip("().").strip()
    if inner.isdigit():
        return (("1", int(inner)),)
    small = "a" if inner.islower() else "A"
    values = []
    if re.fullmatch(r"([A-Za-z])\1{0,2}", inner):
        values.append((small, ord(inner[0].lower()) - ord("a") + 1 + 26 * (len(inner) - 1)))
    # (c), (d) and (l) are letters: no list of numerals goes that far
    roman = from_roman(inner) if re.fullmatch(r"[ivxIVX]+", inner) else None
    if roman is not None:
        values.append(("i" if small == "a" else "I", roman))
    return tuple(values)


def _next(stack: _Stack, kind: str, value: int) -> list[tuple[_Stack, float]]:
    """The stacks that can follow when a paragraph of that number comes, each with its price."""
    found: list[tuple[_Stack, float]] = []
    for depth, (open_kind, last) in enumerate(stack):
        if open_kind != kind:
            continue
        if value == last + 1:
            price = 0.0
        else:
            price = _GAP + 0.01 * (value - last) if value > last else _RESTART
        found.append(((*stack[:depth], (kind, value)), price))
    if len(stack) < _DEEPEST and (not stack or stack[-1][0] != kind):
        found.append(((*stack, (kind, value)), _OPEN if value == 1 else _OPEN_LATE))
    return found


def depths(numbers: Sequence[str]) -> list[int]:
    """The depth of each sub-paragraph of one run, 1 for the outermost.

    ``numbers`` are as printed: ``["(a)", "(i)", "(ii)", "(b)"]`` → ``[1, 2, 2, 1]``. A number that
    counts nothing ("" for a bullet) stands as deep as the one before it.
    """
    if tuple(numbers) == _LETTERS[: len(numbers)]:
        return [1] * len(numbers)  # what most runs are, and no other reading is without oddities
    width = _BEAM if len(numbers) <= _LONG_RUN else _NARROW
    beam: dict[_Stack, tuple[float, _Path]] = {(): (0.0, None)}
    for number in numbers:
        step: dict[_Stack, tuple[float, _Path]] = {}
        for stack, (price, path) in beam.items():
            options = [
                option for kind, value in _values(number) for option in _next(stack, kind, value)
            ] or [(stack, 0.0)]
            for after, added in options:
                total = price + added
                if after not in step or total < step[after][0]:
                    step[after] = (total, (max(len(after), 1), path))
        best = sorted(step.items(), key=lambda item: item[1][0])[:width]
        beam = dict(best)
    path = min(beam.values(), key=lambda value: value[0])[1]
    found: list[int] = []
    while path is not None:
        found.append(path[0])
        path = path[1]
    return found[::-1]
