"""What the scan hands on: a noun that opens a list of numbers, and a number, as values. Pure."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

_SESSION: Final = re.compile(r"(?:E?S-)?\d+|")


class Keyword(NamedTuple):
    """A noun that says what the numbers after it are; ``organ`` as in grammar.ORGAN_BEFORE.

    ``noun`` is where the noun itself begins; ``body`` the name of a body without a series that
    stands before it.
    """

    start: int
    end: int
    decision: bool
    plural: bool
    organ: str
    after_other: bool = False  # "Commission resolution 2006/2 and its resolution 2013/1"
    statement: bool = False  # a presidential statement
    noun: int = 0
    body: str = ""
    conclusions: bool = False  # "agreed conclusions 1997/2"


class Number(NamedTuple):
    """A resolution or decision number as printed, without its series; ``body`` is the handle of the
    body whose numbers alone have that form: "1/CP.21"."""

    number: str
    session: str
    letter: str
    printed_date: date | None
    bracketed: bool
    body: str = ""

    @property
    def undated(self) -> tuple[str, str, str, bool]:
        """What it has in common with the same number printed without a date or with another."""
        return self.number, self.session, self.letter, self.bracketed

    @property
    def is_by_year(self) -> bool:
        """Whether its session is a year: "1992/41", "1325 (2000)"."""
        return len(self.session) == 4 and self.session.isdigit()

    @property
    def is_foreign(self) -> bool:
        """Whether no organ with a series numbers its texts so: "X/2", "SS.XII/1"."""
        return not self.bracketed and not _SESSION.fullmatch(self.session)

    @property
    def printed(self) -> str:
        """As it is printed: "24/10", "57/270 B", "574 (XXVII)"."""
        letter = f" {self.letter}" if self.letter else ""
        if self.bracketed:
            return f"{self.number}{letter} ({self.session})" if self.session else self.number
        return f"{self.session}/{self.number}{letter}" if self.session else self.number
