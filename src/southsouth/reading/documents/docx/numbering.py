"""The numbers that Word computes: levels, formats, and counting.

ECMA-376 part 1, 17.9. Instances (w:num) of one definition (w:abstractNum) count on together, unless
one restarts it (w:startOverride).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from southsouth.un.numerals import to_roman

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
#: Word leaves out ё, й, ъ, ы, ь.
_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
_CHICAGO: Final = "*†‡§"
#: Beyond it a letter would be repeated without end; nobody counts so far.
_MAX_REPEATS: Final = 30
_LEVELS: Final = 9
_PLACEHOLDER: Final = re.compile(r"%([1-9])")


def _letters(number: int, alphabet: str) -> str:
    """a … z, then aa, bb … as Word does."""
    repeats, index = divmod(number - 1, len(alphabet))
    return alphabet[index] * (repeats + 1) if repeats < _MAX_REPEATS else str(number)


def _roman(number: int) -> str:
    return to_roman(number) if number < 4000 else str(number)


def _ordinal(number: int) -> str:
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def format_number(number: int, fmt: str) -> str:
    """``number`` in one of Word's formats (w:numFmt); unknown ones are written in figures."""
    if fmt in {"none", "bullet"}:
        return ""
    if number < 1:
        return str(number)
    return {
        "decimalZero": lambda: f"{number:02}",
        "lowerLetter": lambda: _letters(number, _LATIN),
        "upperLetter": lambda: _letters(number, _LATIN.upper()),
        "lowerRoman": lambda: _roman(number).lower(),
        "upperRoman": lambda: _roman(number),
        "russianLower": lambda: _letters(number, _RUSSIAN),
        "russianUpper": lambda: _letters(number, _RUSSIAN.upper()),
        "chicago": lambda: _letters(number, _CHICAGO),
        "ordinal": lambda: _ordinal(number),
    }.get(fmt, lambda: str(number))()


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a definition. ``text`` is its pattern ("%1.%2"), ``restart`` the level (counted
    from 1) whose use restarts it: None for any higher one, 0 for none."""

    start: int = 1
    fmt: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class Instance:
    """A list: its definition's id, the definition's levels with its own ones in their place, and
    where it restarts the count."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)

    def level_of(self, style: str) -> int:
        """The level bound to a paragraph style; 0 if none is."""
        return next((i for i, level in self.levels.items() if style and level.style == style), 0)

    def first(self, level: int) -> int:
        """The first number of a level."""
        return self.starts.get(level, self.levels[level].start if level in self.levels else 1)


class Numbers:
    """Counts the paragraphs of a document's lists."""

    def __init__(self, instances: Mapping[str, Instance]) -> None:
        self.instances = instances
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, num_id: str, index: int) -> str:
        """The number of the next paragraph of a list at a level (from 0), as printed; "" for a
        bullet and for a list or level that nobody defined."""
        instance = self.instances.get(num_id)
        if instance is None or index not in instance.levels:
            return ""
        counts = self._counts.setdefault(instance.definition, {})
        begins = index in instance.starts and (num_id, index) not in self._begun
        self._begun.add((num_id, index))
        if index in counts and not begins:
            counts[index] += 1
        else:
            counts[index] = instance.first(index)
        for deeper in [i for i in counts if i > index]:
            restart = instance.levels[deeper].restart if deeper in instance.levels else None
            if restart is None or index < restart:
                del counts[deeper]
        return _printed(instance, index, counts)


def _printed(instance: Instance, index: int, counts: Mapping[int, int]) -> str:
    level = instance.levels[index]
    if level.fmt == "bullet":
        return ""

    def number(found: re.Match[str]) -> str:
        of = int(found[1]) - 1
        fmt = instance.levels[of].fmt if of in instance.levels else "decimal"
        if level.legal and fmt not in {"none", "bullet"}:
            fmt = "decimal"
        return format_number(counts.get(of, instance.first(of)), fmt)

    return " ".join(_PLACEHOLDER.sub(number, level.text).split())


# --- reading numbering.xml -----------------------------------------------------------------------


def value_of(element: etree._Element | None, path: str, default: str = "") -> str:
    """The w:val of a descendant (its path without prefixes), or ``default``."""
    if element is None:
        return default
    found = element.find("/".join(W + step for step in path.split("/")))
    return default if found is None else found.get(f"{W}val", default)


def integer(value: str, default: int) -> int:
    """A number in an attribute; ``default`` if it is none."""
    return int(value) if re.fullmatch(r"-?\d{1,9}", value, re.ASCII) else default


def _level(element: etree._Element) -> Level:
    restart = value_of(element, "lvlRestart")
    legal = element.find(f"{W}isLgl")
    return Level(
        integer(value_of(element, "start"), 0),
        value_of(element, "numFmt", "decimal"),
        value_of(element, "lvlText"),
        integer(restart, 0) if restart else None,
        legal is not None and legal.get(f"{W}val", "1") not in {"0", "false", "off"},
        value_of(element, "pStyle"),
    )


def _levels(parent: etree._Element) -> dict[int, Level]:
    found = ((_index(element), element) for element in parent.findall(f"{W}lvl"))
    return {index: _level(element) for index, element in found if index < _LEVELS}


def _index(element: etree._Element) -> int:
    """The level (from 0) of which an element speaks."""
    return max(integer(element.get(f"{W}ilvl", ""), 0), 0)


def read_numbering(
    root: etree._Element | None, style_lists: Mapping[str, str]
) -> dict[str, Instance]:
    """The lists of numbering.xml by their ids; ``style_lists`` names the list of each style, to
    which definitions refer (w:numStyleLink)."""
    if root is None:
        return {}
    definitions = {a.get(f"{W}abstractNumId", ""): a for a in root.findall(f"{W}abstractNum")}
    of_list = {
        num.get(f"{W}numId", ""): value_of(num, "abstractNumId") for num in root.findall(f"{W}num")
    }
    levels_of = {name: _levels(definition) for name, definition in definitions.items()}
    instances: dict[str, Instance] = {}
    for num in root.findall(f"{W}num"):
        num_id = num.get(f"{W}numId", "")
        definition = of_list[num_id]
        linked = value_of(definitions.get(definition), "numStyleLink")
        if linked:
            definition = of_list.get(style_lists.get(linked, ""), definition)
        if definition not in definitions:
            continue
        levels = dict(levels_of[definition])
        starts: dict[int, int] = {}
        for override in num.findall(f"{W}lvlOverride"):
            levels.update(_levels(override))
            if start := value_of(override, "startOverride"):
                starts[_index(override)] = integer(start, 1)
        instances[num_id] = Instance(definition, levels, starts)
    return instances
