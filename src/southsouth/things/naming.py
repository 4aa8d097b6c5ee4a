"""Names as keys: what may differ between two spellings of one name, and how acronyms fit. Pure.

A key is a name without what changes from document to document: case, dashes, accents, "the",
"United Nations", the body behind it whose part it is ("of the Secretariat").
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from southsouth.reading.instruments.heads import kind_of
from southsouth.reading.instruments.short_forms import is_short

#: What is spelt in several ways, in the order of the replacements (UN Editorial Manual, spelling).
_SPELLINGS: Final = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"[“”\",/()\[\]]", " "),
        (r"\bco-(?=oper|ord)", "co"),
        (r"[‐‑–—−-]", " "),
        (r"[’'`]", ""),
        (r"is(ations?)\b", r"iz\1"),
        (r"\bprogram\b", "programme"),
        (r"\borganis", "organiz"),
        (r"\bthe ", ""),
        (r"\s+", " "),
    )
)
#: The bodies whose parts are named with them.
_OWNERS: Final = (
    r"(?:united nations |bureau of |statistical )?(?:office|department|division|centre|commission"
    r"|committee|council|secretariat|union|organization|general assembly|security council"
    r"|(?:development|environment|human settlements|childrens|population) (?:programme|fund)"
    r"|conference on trade)"
)
_OF_OWNER: Final = re.compile(rf"(.+?) (?:of|within) (?:{_OWNERS}\b.*|united nations)")
#: Whose name may stand or not: in front, and inside.
_PREFIXES: Final = re.compile(r"\b(?:united nations|security council|un) (?=\S)")
_OWNED_INSIDE: Final = re.compile(
    r" of (?:human rights council|general assembly|security council|economic and social council"
    r"|secretary general)(?= (?:on|for) )"
)
_MANDATE: Final = re.compile(r"^mandate of ")
_OPEN: Final = re.compile(r"(?:ad hoc |open ended )+(.+)")
#: Bodies that are called by the resolution that founded them.
_BY_ACT: Final = re.compile(
    r"(?:\w+ )*?(?P<body>committee|commission|panel|group|mechanism)(?: of experts)? "
    r"(?:(?:established|created) )?(?:pursuant to|by|under) .*?resolutions? "
    r"(?P<act>\d{3,4}(?= (?:19|20)\d\d\b)|\d{1,2} \d{1,3}\b)(?: (?:19|20)\d\d\b)?(?P<rest>.*)"
)
_BY_NUMBER: Final = re.compile(
    r"(?P<act>\d{3,4})(?: \d{3,4})*(?P<rest>) (?:\w+ )*(?P<body>committee)"
)
_SMALL: Final = frozenset(
    ["of", "the", "for", "on", "and", "in", "to", "against", "with", "at", "all", "its", "among",
     "a", "an", "by"]
)  # fmt: skip


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """The key of a name: equal for all spellings of it.

    >>> name_key("the United Nations High-level Committee on South-South Co-operation")
    'high level committee on south south cooperation'
    >>> name_key("Division for Wells of the Department of Water Affairs")
    'division for wells'
    """
    plain = unicodedata.normalize("NFKD", " ".join(name.lower().split()))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for pattern, spelt in _SPELLINGS:
        plain = pattern.sub(spelt, plain)
    plain = plain.strip()
    if by_act := _BY_ACT.fullmatch(plain) or _BY_NUMBER.fullmatch(plain):
        return f"{by_act['body']} {by_act['act']}{by_act['rest']}"
    plain = _OWNED_INSIDE.sub("", _MANDATE.sub("", plain))
    owned = _OF_OWNER.fullmatch(plain)
    if owned and _is_name(owned[1]):
        plain = owned[1]
    opened = _OPEN.fullmatch(plain)
    if opened and _is_name(opened[1]):
        plain = opened[1]
    bare = _PREFIXES.sub("", plain)
    return bare if not is_short(bare) else plain


_ACT_KEY: Final = re.compile(
    r"(?:committee|commission|panel|group|mechanism) (?:\d{1,2} \d{1,3}|\d{3,4})\b"
)


def founding_key(key: str) -> str:
    """What the keys of all names share that are made of one body's founding resolution; "" for
    other keys.

    >>> founding_key(name_key("Committee pursuant to resolution 751 (1992) concerning Somalia"))
    'committee 751'
    """
    found = _ACT_KEY.match(key)
    return found[0] if found else ""


def _is_name(words: str) -> bool:
    """Whether words, in small letters, are enough of a name to stand alone."""
    return not is_short(words) and bool(kind_of(words[:1].upper() + words[1:]))


def spelling(key: str) -> str:
    """What keys share that differ in a plural or a space only.

    >>> spelling("office on drug and crime") == spelling("office on drugs and crime")
    True
    """
    return "".join(word.removesuffix("s") for word in key.split())


def words_of(key: str) -> frozenset[str]:
    """The words of a key that tell it from others."""
    return frozenset(key.split()) - _SMALL


def likeness(one: str, other: str) -> float:
    """How alike two keys are: the share of their words that both have (Jaccard), from 0 to 1."""
    first, second = words_of(one), words_of(other)
    return len(first & second) / max(1, len(first | second))


def fit(acronym: str, name: str) -> float:
    """How well an acronym fits a name: 1 where it is made of the initials of its words, 0 where
    its letters do not even occur in that order.

    >>> fit("ITC", "Inland Transport Committee"), fit("ITC", "Bureau of the Committee")
    (1.0, 0.0)
    """
    letters = "".join(filter(str.isalpha, acronym)).lower()
    words = [word for word in re.split(r"[\s‑’'/-]+", name.lower()) if word]
    initials = "".join(word[0] for word in words if word not in _SMALL)
    every = "".join(word[0] for word in words)
    if letters in (initials, every):
        return 1.0
    if letters and initials.endswith(letters):
        return 0.9
    if _in_order(letters, initials):
        return 0.8
    near = letters[:1] in initials and _in_order(letters, "".join(words))
    shared = sum(letter in initials for letter in set(letters))
    return 0.5 if near and shared >= max(2, len(set(letters)) * 0.6) else 0.0


def _in_order(letters: str, words: str) -> bool:
    rest = iter(words)
    return bool(letters) and all(letter in rest for letter in letters)
