"""Head nouns: what a phrase is the name of, by the noun at its head. Pure data and its look-up.

"Voluntary Trust Fund to Support …" is a fund, "Working Group on Slavery" a group. The same table
says what an establishment, a succession or a merger can be about (an institution or an
instrument, not "criteria" or "contacts"), and types names that no authority record knows.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

#: Class of the vocabulary, and its nouns in the singular; the longest noun that ends a head wins.
HEADS: Final[dict[str, str]] = {
    "TrustFund": "fund|trust fund|account|human settlements foundation|facility",
    "ProgrammeOfAction": "programme of action|plan of action|action plan|platform for action"
    "|platform of action|programme of work",
    "Declaration": "declaration|consensus|compact|pact|charter",
    "OutcomeDocument": "outcome document|agreed conclusions",
    "Strategy": "strategy|road map",
    "Framework": "framework|system|mechanism|repository|registry|platform|zone|window",
    "Agreement": "agreement|treaty|convention|protocol|statute|code|covenant",
    "Instrument": "guidelines|rules|principles|instrument|list|regulations|directives|provisions"
    "|common position|procedure|note|bulletin|agenda|arrangement|standards",
    "Observance": "day|week|year|decade",
    "Conference": "conference|summit|congress|review|midterm review|forum|dialogue"
    "|high-level meeting|segment",
    "Committee": "committee|subcommittee|sub-committee",
    "Commission": "commission|subcommission|sub-commission",
    "Group": "group|task force|panel|team|working party|party|coalition|partnership|task team"
    "|network",
    "Office": "office|unit|secretariat|department|division|branch|section|service|centre|center"
    "|bureau|directorate",
    "Official": "rapporteur|expert|envoy|representative|coordinator|commissioner|adviser"
    "|administrator|post|position|ombudsman|focal point",
    "Programme": "programme|project|campaign|initiative|scheme",
    "Organization": "organization|organisation|agency|enterprise|institute|institution"
    "|university|society|league"
    "|association|academy|college|bank|union|library|ministry|nations|confederation|foundation"
    "|monetary fund",
    "Body": "body|council|board|assembly|mission|operation|force|brigade|tribunal|court|entity"
    "|mandate|capacity|capability|think tank|authority|presidency|commissioners",
}

#: Nouns of many uses, which name a thing only with a capital: "the Provisions", "its Rules".
_ONLY_CAPITALISED: Final = frozenset(
    {
        "nations",
        "system",
        "society",
        "bank",
        "union",
        "rules",
        "regulations",
        "note",
        "list",
        "day",
        "week",
        "year",
        "agenda",
        "principles",
        "standards",
        "procedure",
        "provisions",
        "arrangement",
        "party",
        "force",
        "authority",
        "expert",
        "foundation",
        "representative",
        "strategy",
        "framework",
        "declaration",
        "enterprise",
        "league",
        "road map",
    }
)


@cache
def _table() -> dict[str, str]:
    return {noun: kind for kind, nouns in HEADS.items() for noun in nouns.split("|")}


def nouns(small: bool = False) -> tuple[str, ...]:
    """All head nouns, longest first; ``small`` leaves out those that need a capital."""
    left = set(_table()) - (_ONLY_CAPITALISED if small else set())
    return tuple(sorted(left, key=lambda noun: (-len(noun), noun)))


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s") if not word.endswith("ss") else word


_LINK: Final = re.compile(
    r"\s+(?:of|for|on|to|in|at|against|among|with|within|concerning|pursuant|under|from|by|into"
    r"|towards?|serving|established|reporting|headed|dealing|composed|between|amending)\s"
    r"|[,(](?!(?:\s+[A-Z][\w’-]*){1,4}(?:,|,?\s+and\s))"
)
#: "Protocol II"
_ROMAN: Final = re.compile(r"[IVX]+")
#: What ends a word; "Council-mandated" is another.
_WHOLE: Final = re.compile(r"(?!\w|-\w)")
_ACRONYM: Final = re.compile(r"[\w./-]*[A-Z]{2,}[\w./-]*")
#: Acronyms that name no body.
_NO_BODIES: Final = frozenset(["HIV", "AIDS", "HIV/AIDS", "ICT", "ICTs", "SDGs", "MDGs"])
#: A compound that holds a link: "rule of law assistance unit".
_COMPOUND: Final = re.compile(r"\brule\s+of\s+law\b|\benvironment\s+for\s+europe\b", re.IGNORECASE)
_AND: Final = re.compile(r"\s+and\s")
#: Heads that themselves hold a link: "Programme of Action", "Platform for Action".
_ACTION: Final = re.compile(
    r"(?:(?!\b(?:of|for|on|to|in|at)\b)[^,(])*?\b((?:programme|plan|platform)s?\s+(?:of|for)\s+"
    r"(?:action|work))\b",
    re.IGNORECASE,
)


#: "universal, intergovernmental, high-level forum"
_ADJECTIVES: Final = re.compile(r"(?:[a-z-]+,\s+){1,4}(?:and\s+)?(?=[a-z-]+\s)")


@lru_cache(maxsize=4096)
def head_of(phrase: str) -> str:
    """The head noun of a phrase, in its own case: ``"Trust Fund for Wells"`` → ``"Fund"``."""
    words = _COMPOUND.sub("law", phrase.strip("“”\"‘’' "))
    if found := _ACTION.match(words):
        return found[1]
    listed = _ADJECTIVES.match(words)
    if listed and not any(_singular(word) in _table() for word in re.findall(r"[a-z]+", listed[0])):
        words = words[listed.end() :]
    before = _LINK.split(words, maxsplit=1)[0].split() or [""]
    return before[-2] if len(before) > 1 and _ROMAN.fullmatch(before[-1]) else before[-1]


@lru_cache(maxsize=4096)
def kind_of(phrase: str) -> str:
    """The class of what a phrase names, by its head; "" where its head names no such thing.

    An acronym ("UNSOA") is a Body: no other noun is at hand to tell.
    """
    words = phrase.strip("“”\"‘’' ")
    if kind := _kind(words, head_of(words)):
        return kind
    first = _AND.split(words, maxsplit=1)[0]  # "programmes and activities in the field"
    if first == words or _ACRONYM.fullmatch(head_of(first)):
        return ""  # "HIV and AIDS resource gap"
    return _kind(first, head_of(first))


def _kind(words: str, head: str) -> str:
    if head in _NO_BODIES:
        return ""
    if _ACRONYM.fullmatch(head):
        return "Body"
    before = words[: words.rfind(head) + len(head)].lower().split()
    for length in (3, 2, 1):
        noun = " ".join(before[-length:])
        for form in (noun, _singular(noun)):
            if (kind := _table().get(form)) and (
                head[:1].isupper() or form not in _ONLY_CAPITALISED
            ):
                return kind
    return ""


def _title_case(noun: str) -> str:
    return " ".join(w if w in {"of", "for"} else w[0].upper() + w[1:] for w in noun.split())


@cache
def title_nouns() -> frozenset[str]:
    """All head nouns with the capitals that proper names have."""
    return frozenset(map(_title_case, nouns()))


def stands_as_word(text: str, start: int, end: int) -> bool:
    """Whether a head noun stands there as a word; "Council-mandated" is another."""
    if start and text[start - 1].isalnum():
        return False
    return text.startswith(" ", end) or _WHOLE.match(text, end) is not None


def is_plural(head: str) -> bool:
    """Whether a head noun stands in the plural: "groups"."""
    low = head.lower()
    return low not in _table() and _singular(low) in _table()
