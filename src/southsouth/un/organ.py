"""What one knows of an organ that adopts texts: names, symbols, numbering, sessions. Pure.

An organ is one row of `organs.ORGANS`. Series of symbols, the words that name an organ before and
behind a number, in six languages, the sessions and numbers that can exist, first decisions, links
and the names in Akoma Ntoso are all read from it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from southsouth.un.sessions import Calendar, unknown

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The languages of ``Organ.names``: what follows English among the official languages.
LANGUAGES: Final = ("fr", "es", "ru", "ar", "zh")


@dataclass(frozen=True, slots=True)
class Akn:
    """The names of an organ in Akoma Ntoso as the United Nations write it (AKN4UN): ``uri`` in the
    address of a work, ``id`` among the references of a file, ``concept`` in the ontology."""

    uri: str
    id: str
    concept: str


@dataclass(frozen=True, slots=True)
class Forms:
    """How an organ's texts are numbered, as symbols: ``{session}``, ``{number}``, ``{letter}`` of a
    section and ``{suffix}`` of an addendum or a corrigendum stand for what varies; "" where the
    organ has none. ``roman`` is the form of resolutions of sessions with a Roman numeral,
    ``special`` what stands before the number of a special session, ``session`` a pattern.
    """

    resolution: str = ""
    roman: str = ""
    decision: str = ""
    statement: str = ""
    special: str = ""
    session: str = r"\d+"


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ that adopts texts.

    ``handle`` names it in IRIs (``body/HANDLE``), ``name`` is its full name without an article,
    ``short`` how a text calls it once it was named. ``words`` is a pattern of the names that stand
    before "resolution", where there are more than the full one; ``names`` has one for each further
    language. ``by_year`` says that numbers carry a year instead of a session; ``serial``, that they
    run through, the year in brackets behind. ``first_decision`` is the lowest number of a decision
    since the session ``decisions_since``; ``only_decisions`` the number from which on a number that
    nothing explains is a decision's, ``resolutions_end`` that from which on no resolution has one
    (0: not known). ``last_roman`` is the last session with a Roman numeral (0: not known). ``link``
    is the beginning of symbols, besides those of its own forms, under which its numbers are linked.
    ``example`` is a sentence that names one of its texts, ``cites`` the symbol of that text, and
    ``symbols`` are further ones.
    """

    handle: str
    name: str
    short: str
    example: str
    cites: str
    words: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    forms: Forms = field(default_factory=Forms)
    sessions: Calendar = unknown
    by_year: bool = False
    serial: bool = False
    letters: bool = False
    first_decision: int = 0
    decisions_since: int = 0
    last_roman: int = 0
    only_decisions: int = 0
    resolutions_end: int = 0
    link: str = ""
    akn: Akn | None = None
    symbols: tuple[str, ...] = ()

    @property
    def pattern(self) -> str:
        """A pattern of its names in English."""
        return self.words or re.escape(self.name).replace(r"\ ", r"\s+")

    @property
    def by_session(self) -> bool:
        """Whether its resolutions are numbered session by session."""
        return bool(self.forms.resolution) and not self.by_year and not self.serial

    @property
    def is_assembly(self) -> bool:
        """Whether a text of its own calls it "the Assembly"."""
        return self.short.endswith("Assembly")

    @property
    def links(self) -> tuple[str, ...]:
        """What the symbols begin with under which its texts are linked."""
        heads = (form.partition("{")[0] for form in (self.forms.resolution, self.forms.decision))
        return (self.link,) if self.link else tuple(head for head in heads if head)
