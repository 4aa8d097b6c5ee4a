"""Which organs and bodies a text names in full, for short names that point back. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, cached_property
from typing import Final

from southsouth.un.bodies import BODIES, body_named, names_of
from southsouth.un.body import Body
from southsouth.un.council_numbers import year_of_resolution
from southsouth.un.organs import organ_named, organ_row, organs_called

_COMMISSION: Final = re.compile(
    r"Commission\s+(?:on|for|of)\s+(?:the\s+)?(Human\s+Rights|[A-Z]\w+)"
)
#: "2250 (2015)", as the Security Council's resolutions are numbered: the year, which is found
#: fast, and the number before it.
_YEAR: Final = re.compile(r"\(((?:19|20)\d\d)\)")
_WORD: Final = "Council"
_LONGEST: Final = 40
_MOST_DIGITS_OF_A_PAGE: Final = 2
_BEFORE_YEAR: Final = re.compile(r"(?<![\d/])(\d{1,4})\s?\Z")


def is_called(row: Body, short: str) -> bool:
    """Whether a text calls a body so once it was named: the "Conference" of "Conference of the
    Parties", the "Board" of "Executive Board"."""
    return short in {row.short, row.short.partition(" ")[0], row.short.rpartition(" ")[2]}


#: What "the Council" can be short for: the word is found first, and then what stands before it.
COUNCILS: Final = organs_called("Council")


@cache
def _council() -> re.Pattern[str]:
    names = "|".join(organ_row(handle).pattern for handle in COUNCILS)
    return re.compile(rf"(?:{names})\Z")


@cache
def _bodies_called(short: str) -> re.Pattern[str]:
    rows = [row for row in BODIES if is_called(row, short)]
    return re.compile(rf"(?:{names_of(rows)})\b") if rows else re.compile(r"(?!)")


class OrganMentions:
    """Full organ names in a text, for "the Council" that points back to the last of them, the
    bodies named in full, for "the Commission", and the years of numbers that stand without."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._bodies: dict[str, tuple[list[int], list[Body]]] = {}

    @cached_property
    def _councils(self) -> tuple[list[int], list[str]]:
        text, starts, handles = self._text, [], []
        at = text.find(_WORD)
        while at >= 0:
            end = at + len(_WORD)
            if found := _council().search(text, max(at - _LONGEST, 0), end):
                starts.append(found.start())
                handles.append(organ_named(found[0]))
            at = text.find(_WORD, end)
        return starts, handles

    @cached_property
    def _commissions(self) -> tuple[list[int], list[str]]:
        found = list(_COMMISSION.finditer(self._text))
        return [one.end() for one in found], [" ".join(one[1].split()) for one in found]

    def _named_bodies(self, short: str) -> tuple[list[int], list[Body]]:
        """The bodies named in full that are called ``short``, and where."""
        if short not in self._bodies:
            found = _bodies_called(short).finditer(self._text)
            named = [(one.start(), body_named(one[0])) for one in found]
            pairs = [(at, row) for at, row in named if row]
            self._bodies[short] = [at for at, _ in pairs], [row for _, row in pairs]
        return self._bodies[short]

    @cached_property
    def _years(self) -> dict[str, str]:
        years: dict[str, str] = {}
        for year in _YEAR.finditer(self._text):
            at = year.start()
            if number := _BEFORE_YEAR.search(self._text, max(at - 5, 0), at):
                years.setdefault(number[1], year[1])
        return years

    def year_of(self, number: str) -> str:
        """The year of the Security Council's resolution of that number: as the text gives it
        somewhere, "resolution 2250 (2015)", else as the numbers run; "" where neither tells."""
        if printed := self._years.get(number, ""):
            return printed
        year = year_of_resolution(int(number)) if number.isdecimal() else 0
        return str(year) if year and len(number) > _MOST_DIGITS_OF_A_PAGE else ""

    def last_council(self, offset: int) -> str:
        """The council last named in full before ``offset``; "" for none."""
        starts, handles = self._councils
        index = bisect_left(starts, offset) - 1
        return handles[index] if index >= 0 else ""

    def last_body(self, offset: int, short: str) -> Body | None:
        """The body last named before ``offset``, of those that are called ``short``; None for
        none."""
        starts, rows = self._named_bodies(short)
        index = bisect_left(starts, offset) - 1
        return rows[index] if index >= 0 else None

    def last_commission(self, offset: int) -> str:
        """What the commission is on that was last named in full before ``offset``; "" for none."""
        ends, subjects = self._commissions
        index = bisect_right(ends, offset) - 1
        return subjects[index] if index >= 0 else ""
