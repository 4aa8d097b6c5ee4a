"""A predicate of change: a verb with its nouns, and what its grammatical functions mean. Data only.

The verb is given in the third person, "merges", "sets up": all other forms follow from it (see
``verb_forms``), but for the participles that ``participle`` names. What it acts on, its object or
the subject of its passive, is the ``patient``; who acts is the ``agent``. Each of them, and the
phrase behind one of the ``links``, fills a role: ``subject`` is what it happens to, under its old
name, ``new`` the new name, or what succeeds it. A role "" is none of the event: an agent without
one is its actor.

``of`` names the nouns that stand between the verb and what it happens to: the verb changes *the
name of* the Fund, takes over *the functions of* the Office (see ``NOUNS``). ``needs`` says what the
roles have to be (see ``identity``). A second role is ``wanted`` or can be left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: Nouns that stand for the thing that has them: the name of the Fund, the functions of the Office.
NOUNS: Final[dict[str, str]] = {
    "name": "name|title|designation",
    "mandate": "functions?|mandates?|roles?|responsibilit(?:y|ies)|tasks?|duties|assets|archives"
    "|activities|structures|authority|resources|records|liabilities|powers|property|competences?",
    "administration": "administration|management",
    "existence": "mandates?|operations",
    "operations": "operations|existence",
}


@dataclass(frozen=True, slots=True, eq=False)
class Predicate:
    """One verb of one kind of event."""

    kind: str
    verb: str
    nominals: str = ""  # nouns of it, "|" between them
    participle: str = ""  # past and participle, where they are not regular
    patient: str = "subject"
    agent: str = ""
    links: str = ""  # prepositions of the second role, "|" between them; "-" for none at all
    second: str = "new"  # the role behind a link
    of: str = ""  # a row of NOUNS
    before: str = "of"  # the preposition of the patient behind a nominal
    needs: str = "thing"
    wanted: bool = True  # whether there is no event without the second role
    voices: str = "active|passive|participle|nominal"
    less: str = ""  # forms that are mostly another word: "including"; "bare": the base without "to"

    @property
    def roles(self) -> frozenset[str]:
        """The roles without which there is no event."""
        two = {self.patient, self.agent, self.second if self.links else ""} - {""}
        return frozenset(two if self.wanted else {self.patient})
