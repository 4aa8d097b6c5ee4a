"""Short forms: names that many things bear, as "Executive Board" is. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from southsouth.reading.instruments.heads import head_of, kind_of
from southsouth.un.numerals import from_ordinal

#: Words that describe any body: a name of these alone is a short form.
_GENERIC: Final = frozenset(
    ["ad", "hoc", "preparatory", "executive", "governing", "advisory", "special", "joint",
     "standing", "working", "open-ended", "intergovernmental", "expert", "experts",
     "high-level", "high", "sub", "main", "general", "technical", "new", "trust", "voluntary",
     "working-level", "drafting", "plenary", "international", "regional", "national", "united",
     "nations", "central", "independent", "permanent", "interim", "temporary", "coordinating",
     "consultative", "steering", "world", "first", "second", "third",
     "ministerial", "parties", "states", "said", "above", "informal", "governors", "directors",
     "trustees", "guiding", "optional", "heads", "state", "government", "focal", "monitoring",
     "contracting", "interinstitutional", "coordination", "information", "action", "support",
     "mission", "investigative", "nuclear-weapon-free", "additional", "task", "sanctions", "field",
     "assistance", "plan", "strategic", "inquiry", "review"]
)  # fmt: skip
#: Made of words that elsewhere tell one thing from another.
_BARE: Final = frozenset(
    ["Political Declaration", "Declaration and Programme of Action", "Framework for Action",
     "Declaration of Principles", "Council of Ministers", "Rules of Procedure",
     "Financial Regulations", "Staff Regulations", "Staff Rules", "Global Programme of Action",
     "Global Plan of Action", "International Criminal Tribunal"]
)  # fmt: skip
_OF_A_YEAR: Final = re.compile(r"\d{4} \w+(?: of Action)?")
_LINKS: Final = frozenset({"on", "for", "to", "in", "against", "with", "among"})
#: Organs that have many: "Committee of the Security Council".
_OF_ORGAN: Final = re.compile(
    r"(.+?)\s(?:of|by|for)\s(?:the\s)?(?:Security Council|General Assembly"
    r"|Economic and Social Council|Human Rights Council|Assembly|Council|United Nations"
    r"|Organization|Secretariat|Secretary[- ]General|President)"
)
#: Offices that many hold, and ministries that each State has.
_OF_HOLDER: Final = re.compile(
    r"(?:Office|Bureau|Cabinet)\sof\sthe\s(?:(?:Deputy|Assistant|Executive|High|Special|Prime|Personal)\s)*"
    r"(?:Director|Director-General|Under-Secretary-General|President|Chair|Chairman|Minister"
    r"|Commissioner|Representative|Coordinator|Envoy|Adviser|Attorney|Prosecutor"
    r"|Chief\sof\sStaff)"
    r"|Ministry\s(?:of|for)\s(?!.*\sof\s).+|Code\sof\s(?:Conduct|Ethics|Practice)"
    r"|(?:Programme|Strategy)\sof\sthe\sUnited\sNations\s(?!.*\bDecade\b).+"
)
#: A place tells no secretariat from another: "Secretariat in Ostend".
_SEAT: Final = re.compile(r"(?:Secretariat|Headquarters|Mission)\s(?:in|at)\s(?:the\s)?[A-Z].*")
_COUNTED: Final = re.compile(r"[ivxlcdm]+|\d{1,2}")
#: A name that is of or to what is itself only pointed at: "Executive Board of the Fund".
_OF_POINTED: Final = re.compile(
    r"(?P<main>.+?)\s(?:of|to|for|on)\s(?:the|its|that|this)\s(?P<rest>[A-Z]\w+(?:\s[A-Z]\w+)?)"
)


@lru_cache(maxsize=8192)
def is_short(name: str) -> bool:
    """Whether many things bear a name, or one that is the same but for what it points at.

    >>> is_short("Executive Board"), is_short("Executive Board of the Fund")
    (True, True)
    >>> is_short("Executive Board of the United Nations Children’s Fund")
    False
    """
    if name == head_of(name) or name in _BARE or _OF_A_YEAR.fullmatch(name):
        return True
    if _OF_HOLDER.fullmatch(name) or _SEAT.fullmatch(name):
        return True
    if organ := _OF_ORGAN.fullmatch(name):
        return is_short(organ[1])
    pointed = _OF_POINTED.fullmatch(name)
    if pointed and is_short(pointed["main"]) and is_short(pointed["rest"]):
        return bool(kind_of(pointed["rest"]))
    words = name.lower().replace("‑", "-").split()
    if len(words) > 5 or not _LINKS.isdisjoint(words):
        return False
    rest = [word for word in words if not _tells_nothing(word)]
    if not rest:
        return True
    return len(rest) == 1 and bool(kind_of(rest[0].capitalize()))


def _tells_nothing(word: str) -> bool:
    """Whether a word tells no body from another: "working", "third", "III"."""
    if word in _GENERIC or word in {"of", "the", "and"}:
        return True
    return _COUNTED.fullmatch(word) is not None or from_ordinal(word) is not None


def unpointed(name: str) -> str:
    """A short form without what it is of: "Executive Board of the Fund" → "Executive Board"."""
    pointed = _OF_POINTED.fullmatch(name)
    return pointed["main"] if pointed else name
