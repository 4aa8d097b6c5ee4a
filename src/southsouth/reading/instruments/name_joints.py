"""Links between capitals: which part two names, and which stand inside one. English, pure."""

from __future__ import annotations

import re
from typing import Final

from southsouth.reading.instruments.heads import head_of, is_plural, kind_of
from southsouth.reading.instruments.short_forms import is_short
from southsouth.un.dates import MONTHS
from southsouth.un.states import state_code

#: Where a name may end that another follows.
JOINTS: Final = re.compile(
    r",?\s+(?P<link>and|or|to|in|of|for|on|with|at)\s+(?:(?:of|in|to|for)\s+)?(?:(?P<art>the|its)\s+)?"
)
#: Kinds of bodies, whose short forms go before "to": "the Committee to the Territories".
_MEETS: Final = frozenset({"Group", "Committee", "Commission", "Office", "Body"})
#: What is on a subject, also behind "in": "Convention against Drilling in Sport".
_ON_SUBJECTS: Final = frozenset({"Agreement", "Declaration", "Observance"})
#: What is named after the place that it is in: "Interim Force in Lebanon".
_OF_PLACES: Final = frozenset({"Body", "Office", "Programme", "TrustFund", "Organization"})
#: Heads of organs whose names go on with no subject: "the General Assembly with its Chair".
_ENDED: Final = frozenset({"Assembly", "Union", "Council", "Commissioner", "Government", "Nations"})
#: Organs: what stands behind their names is none of them.
ORGAN: Final = re.compile(
    r"(?:United\s+Nations\s+)?(?:General\s+Assembly|Security\s+Council|Human\s+Rights\s+Council"
    r"|Economic\s+and\s+Social\s+Council|Trusteeship\s+Council|Environment\s+Assembly|High\s+Commissioner)"
)
#: What is named though it has no head noun of a thing: officers, goals.
_NO_HEAD: Final = re.compile(
    r"(?:Secretary|Under-Secretary|President|Chair|Head|Executive\s+Director"
    r"|(?:Sustainable|Millennium)\s+Development\s+Goals)"
)
_STATES: Final = re.compile(r"(?:all\s+)?(?:Member\s+)?States\b")
#: Behind the last article of a name: "… of the Food".
_OF_THE: Final = re.compile(r"\s(?:of|to|in|for)\sthe\s(?P<part>(?:(?!\sthe\s).)+)\Z", re.DOTALL)
_PLACE_WORDS: Final = 3
#: What stands behind "in" and is no place where a conference meets: "in Small Arms".
_NO_PLACE: Final = re.compile(
    r"\s(?:Arms|Areas|Lands|Countries|States|Regions|Territories|Situations|Conflicts?|Persons|Cities"
    r"|Settlements|Matters|Crises|Emergencies)\Z"
)
_REGION: Final = re.compile(r"(?:Africa|Asia|Europe|Latin\s+America)\b")
_COMPLEMENT: Final = re.compile(r"\s(?:of|for|on|to|in|against|with|at|among|between)\s")
_MONTH: Final = re.compile(rf"(?:{'|'.join(MONTHS)})\b")
_ADDED: Final = re.compile(r".*(?:\bProtocols?|\bAmendments?|\bFund|\bParties)\Z", re.DOTALL)
_ACTION: Final = re.compile(r"(?:Programme|Plan|Platform|Framework)s?\b")
#: Heads that make no name of what they stand before: "Mandate of the Committee".
EMPTY: Final = frozenset({"Mandate", "Capacity", "Presidency", "Provisions", "List", "Review"})
#: What stands between two parties is whole with the second: "Agreement between A and B".
_BETWEEN: Final = re.compile(r"\sbetween\s(?!.*\sand\s)", re.DOTALL)


def parts(text: str, start: int, joint: re.Match[str], stop: int) -> bool:
    """Whether another name, or no name, stands behind a link: "the Fund and the Office"."""
    before, behind = text[start : joint.start()], text[joint.end() : stop]
    if ORGAN.fullmatch(before):
        return True
    if joint["link"] == "or" or (joint["link"] == "with" and joint["art"] == "the"):
        return bool(joint["art"])
    if joint["link"] == "and":
        if _BETWEEN.search(before) or _lists(before, joint["art"], behind):
            return False
        if joint["art"] == "its" or _NO_HEAD.match(behind):
            return True
        ended = not _COMPLEMENT.search(before) or " of Action" in before[-12:]
        return bool(kind_of(before)) and _names_another(joint, behind, ended=ended)
    test = _ENDING.get(joint["link"])
    return test is not None and test(before, behind, joint["art"])


def _lists(before: str, article: str | None, behind: str) -> bool:
    """Whether "and" links what describes one head: "Conference of the Food and Lake Office"."""
    part = _OF_THE.search(before)
    if article or part is None or kind_of(part["part"]) or is_short(behind):
        return False
    listed = part["part"].removeprefix("United Nations ")
    return (
        len(behind.split()) >= 2 and bool(kind_of(behind)) and (" " not in listed or "," in listed)
    )


def _ends_in(before: str, behind: str, article: str | None) -> bool:
    """ "Conference on Wells in Ostend", "in May": when and where it was is none of its name."""
    if _MONTH.match(behind):
        return True
    if article or len(behind.split()) > _PLACE_WORDS:
        return False
    kind, named = kind_of(before), _COMPLEMENT.search(before)
    if named and _REGION.match(behind):
        return False  # "Organization for Wells in Africa"
    subject = kind in _ON_SUBJECTS or _NO_PLACE.search(behind)
    if subject and named and not state_code(behind):
        return False  # "Convention against Drilling in Sport"
    return kind not in _OF_PLACES or (kind == "Organization" and not named)


def _ends_subject(before: str, _behind: str, _article: str | None) -> bool:
    return head_of(before) in _ENDED and not is_short(before)


def _ends_to(before: str, behind: str, article: str | None) -> bool:
    if article and is_short(before) and kind_of(before) in _MEETS:
        return True  # "the Committee to the Territories"
    if _STATES.match(behind):
        return True
    upto = JOINTS.split(behind, maxsplit=1)[0]
    return bool(kind_of(upto)) and not _ADDED.match(before)


_ENDING: Final = {"in": _ends_in, "on": _ends_subject, "with": _ends_subject, "to": _ends_to}


def _names_another(joint: re.Match[str], behind: str, *, ended: bool) -> bool:
    """Whether a name begins behind "and"; "Declaration and Programme of Action" is one name.
    Behind a name that has ended with its head stands none of its words."""
    if not joint["art"] and _ACTION.match(behind):
        return False
    if ended:
        return True
    upto = behind if " of Action" in behind[:20] else JOINTS.split(behind, maxsplit=1)[0]
    if joint["art"] and kind_of(behind):  # "the Parties and the Cartagena and Nagoya Protocols"
        return True
    head = head_of(upto)
    if head in EMPTY or not head[:1].isupper():
        return False
    return bool(kind_of(upto)) and (bool(joint["art"]) or not is_plural(head))  # "Food Systems"
