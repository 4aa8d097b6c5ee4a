"""The words of a noun phrase: how far the name of an instrument or a body runs on.

No parser of English: a phrase runs on over capitals, over what links them ("of", "for", "and the"),
and over small letters as long as no verb, pronoun or clause mark stands there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from southsouth.reading.instruments.heads import kind_of, nouns
from southsouth.reading.structure.verbs import further_pattern


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


#: A word, and the spaces behind it.
_WORD: Final = re.compile(r"(\d{4}[-–]\d{4}|[^\W_](?:[\w'’‑./‐-]*[^\W_])?(?:['’](?!\w))?|&)\s*")
_CAPITAL: Final = re.compile(r"[A-ZÀ-ÖØ-Þ0-9]|[a-z]+-[A-Z]")
LINKS: Final = _words(
    "of for on in to and among with against at by into under between concerning the its their all"
    " his her from towards within through & or de la le les du des del et pursuant other"
)
#: Links after which small letters still belong to a name: "Working Group on discrimination against
#: women and girls"; after the others a name ends where its capitals end.
_RUNS_ON: Final = _words("of for on against concerning and among between")
STOPS: Final = _words(
    "which that who whom whose where when while whereby shall should will would is are was were be"
    " been being has have had may can could must not but also it they he we including inter such"
    " established created set founded launched convened held adopted contained annexed entitled"
    " known called named renamed with without after before during until since upon following"
    " accordance behalf order view pursuance conformity collaboration "
    " hereafter henceforth thereafter decides requests invites so as both referred based"
    " available reporting serving headed dealing consisting composed comprising"
)
#: Links that may begin an adjunct of the sentence, and where they do: no more of the name.
_BEFORE_ADJUNCTS: Final = _words("in for on of with at by under to from as into within")
_ADJUNCT: Final = re.compile(
    rf"(?:(?:{'|'.join(sorted(_BEFORE_ADJUNCTS))})\s+)(?:(?:the|its|their|an?)\s+)?"
    r"(?:accordance|order|view|purpose|basis|conformity|line|particular|this\s+regard|behalf"
    r"|consultation|cooperation\s+with|collaboration|pursuance|addition|light|\d{1,2}\s+[A-Z][a-z]+"
    r"\s+(?:19|20)\d\d|(?:19|20)\d\d\b|(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b|(?:its|their|the)\s+[a-z-]+\s+session|resolution"
    r"|decision|support|paragraph|early|late|time|an?\s+(?:[\w-]+\s+){0,2}period\b|further|least|present"
    r"|(?:[a-z-]+\s+){0,3}(?:date|basis)\b|(?<=for\s)(?:its|their|his|her)\s+[a-z])"
)
#: Heads in small letters of what is founded, though they name nothing by themselves.
_FOUNDED_HEADS: Final = (" framework", " system", " strategy")
_SMALL_HEAD: Final = "|".join(re.escape(noun) for noun in nouns(small=True))
#: A head in small letters behind capitals, with up to two words before it.
_TAIL: Final = re.compile(rf"(?:\s+[a-z]+(?:-[a-z]+)?){{0,2}}?\s+(?:{_SMALL_HEAD})s?\b(?!-)")
_PURSUANT: Final = re.compile(
    r"\s+(?:established\s+)?pursuant\s+to\s+(?:General\s+Assembly\s+|Security\s+Council\s+)?"
    r"resolutions?\s+\d[\d/]*(?:\s+\(\d{4}\))?(?:,?\s+(?:and\s+)?\d[\d/]*(?:\s+\(\d{4}\))?){0,4}"
)
#: ", Landlocked Developing and Pacific Island": a list of capitals inside a name.
_LIST: Final = re.compile(
    r"((?:,\s+(?:[A-Z][\w'’-]*)(?:\s+[A-Z][\w'’-]*){0,3}){1,4},?\s+and\s+(?:[A-Z][\w'’-]*))\s*"
)


_ARTICLES: Final = _words("the its their his her our")
#: "UNSOA’s mission": an acronym in the possessive names its owner.
_OWNER: Final = re.compile(r"[A-Z]{3,}[’']s")
_SMALL: Final = re.compile(r"\s+(?!of\b|for\b|on\b|and\b|to\b|in\b|at\b)[a-z]")
_SENTENCE: Final = re.compile(r"(?:^|[.;:)•♦–*-]\s+|\n\s*)\Z")
#: Links that part two things where the second is an institution: "through the Office".
_PARTING: Final = _words("and to into through by from with")
#: At most so many characters make a phrase.
_LONGEST: Final = 500
#: "concerning Somalia and Eritrea"
_AND_NAME: Final = re.compile(r"\s+and\s+[A-Z][\w’-]+")
#: "Agreement between the Fund", to which "and the Office" belongs; "States Parties to the".
_BETWEEN_ONE: Final = re.compile(r"\b[Bb]etween\s+(?!.*\sand\s)[^,]*\Z")
_PARTIES: Final = re.compile(r"\bParties\Z")
_OF_A: Final = re.compile(r"of\s+an?\s")
_AND_A: Final = re.compile(
    r"(?:and|to|into|by|through)\s+(?:(?:of|on)\s+)?(?:an?|any|its|their|to|others?)\b"
)
#: "the Fund and the establishment of a Board": what happens next is no part of a name.
_AND_HAPPENS: Final = re.compile(
    r"and\s+(?:the\s+)?(?:establishment|creation|convening|launch|appointment|abolition"
    r"|dissolution|adoption|designation|setting\s+up)\s+of\s"
)
_AND_THE: Final = re.compile(r"(?:and|to|into|through|by|from|with)\s+(?:of\s+)?the\s+")
_CONCERNING: Final = re.compile(r"\s+concerning\s+")
_ACRONYM_INSIDE: Final = re.compile(r"\s+\([A-Z]{2,12}\)\s+(?=[A-Z][a-z])")
#: "trust fund to facilitate the participation of States": what a fund is for.
_PURPOSE: Final = re.compile(
    r"\s+to\s+(?:facilitate|support|assist|promote|enable|finance|help|fund|provide)\s+"
    r"(?:the\s+)?"
)


class _Word(NamedTuple):
    """What a word is by itself, wherever it stands."""

    low: str  # in small letters
    capital: bool
    link: bool
    stop: bool
    participle: bool  # in "-ed" or "-ing"
    owner: bool


@lru_cache(maxsize=8192)
def _word(printed: str) -> _Word:
    low = printed.lower()
    return _Word(
        low,
        _CAPITAL.match(printed) is not None,
        low in LINKS,
        low in STOPS,
        len(low) > 4 and low.endswith(("ed", "ing")),
        _OWNER.fullmatch(printed) is not None,
    )


@dataclass(slots=True)
class _Run:
    """A phrase as it is read, word by word."""

    text: str
    start: int
    limit: int
    nested: bool  # read only to see what follows a link
    end: int = -1
    pending: str = ""  # the link words since the last word that the phrase may end with
    capital: bool = False  # whether that last word has a capital
    seen: bool = False  # whether any has
    transitive: bool = False  # whether a verb stands last: "Fund to Support the Participation …"

    def takes(self, word: _Word, start: int, end: int) -> bool:
        """Whether the phrase goes on with a word at that place; it is taken in then."""
        first = start == self.start
        capital = word.capital and not (first and _opens_sentence(self.text, start, end))
        if not capital:
            if word.link:
                return self._takes_link(start, word.low)
            if word.stop or not _may_follow(self.capital, self.seen, self.pending):
                return False
            # behind a complete name a participle describes it: "programme funded with"
            if word.participle and not self.pending and self._is_complete():
                return False
        self.transitive = (
            capital and not first and (self.pending == "to " or word.low.endswith("ing"))
        )
        self.end, self.pending, self.capital = end, "", capital
        self.seen = self.seen or capital
        return True

    def _is_complete(self) -> bool:
        words = self.text[self.start : self.end]
        return bool(kind_of(words)) or words.endswith(_FOUNDED_HEADS)

    def _complements(self, link: str) -> bool:
        """Whether a link belongs to a word of the name: "between the Fund and the Office", "States
        Parties to the Convention"."""
        words = self.text[self.start : self.end]
        pattern = {"and": _BETWEEN_ONE, "to": _PARTIES}.get(link)
        return pattern is not None and pattern.search(words) is not None

    def _takes_link(self, at: int, link: str) -> bool:
        if self.end == self.start or self.pending.count(" ") > 4:
            return False
        if link in _ARTICLES and not self.pending and not self.transitive:
            return False  # "the Fund for Wells the Fund for Water"
        if link in _BEFORE_ADJUNCTS and _ADJUNCT.match(self.text, at, self.limit):
            return False
        if link == "of" and _OF_A.match(self.text, at, self.limit):
            return False
        parts = link in _PARTING and not self._complements(link)
        if parts and (self.nested or _parts_from(self.text, at, self.limit)):
            return False
        self.pending += link + " "
        return True


def run(text: str, start: int, limit: int, nested: bool = False) -> int:
    """Where the words of a phrase end that begin at ``start``; ``start`` where there are none.

    ``nested`` reads no further than a link that may part two things. At most ``_LONGEST``
    characters are read, so that a text without stops costs no more than its length.
    """
    limit = min(limit, start + _LONGEST)
    reading = _Run(text, start, limit, nested, start)
    at = start
    while found := _WORD.match(text, at, limit):
        word, end, following = _word(found[1]), found.end(1), found.end()
        if not reading.takes(word, at, end):
            break
        if word.owner:
            reading.end = end - 2
            break
        if end == following:
            listed = _LIST.match(text, end, limit) if text.startswith(",", end) else None
            if listed is None:
                break
            reading.end, following = listed.end(1), listed.end()
        elif text.startswith("(", following) and (
            acronym := _ACRONYM_INSIDE.match(text, end, limit)
        ):
            reading.end = following = acronym.end()
        at = following
    return reading.end if nested else _completed(text, reading)


def _completed(text: str, reading: _Run) -> int:
    """The end with what a name goes on with in small letters: a resolution, a head, a purpose."""
    end, limit = reading.end, reading.limit
    if end >= limit or not text[end].isspace():
        return end
    if more := _PURSUANT.match(text, end, limit):
        concerning = _CONCERNING.match(text, more.end(), limit)
        end = run(text, concerning.end(), limit, nested=True) if concerning else more.end()
        also = _AND_NAME.match(text, end, limit) if concerning else None
        end = also.end() if also else end
    elif reading.seen:
        end = _tail(text, end, limit)
    purpose = _PURPOSE.match(text, end, limit)
    if purpose and kind_of(text[reading.start : end]):
        end = max(end, run(text, purpose.end(), limit, nested=True))
    return end


def _tail(text: str, end: int, limit: int) -> int:
    """The end of a name whose head stands in small letters behind its capitals: "the Nairobi
    outcome document", "United Nations information centres"."""
    while found := _TAIL.match(text, end, limit):
        if any(word in STOPS or word in LINKS for word in found[0].split()):
            break
        end = found.end()
    return end


def _opens_sentence(text: str, start: int, end: int) -> bool:
    """Whether a capital only begins a sentence: "Common premises will be …"."""
    return bool(_SMALL.match(text, end) and _SENTENCE.search(text, max(0, start - 6), start))


def _may_follow(capital: bool, seen: bool, pending: str) -> bool:
    """Whether a word in small letters goes on the phrase that stands so far."""
    if not pending:
        return not (seen and capital)
    links = pending.split()
    if not seen:
        return "to" not in links  # "a platform to enable": the verb of a purpose
    if capital and links[0] == "and":
        return False
    return links[0] in _RUNS_ON or (links == ["in"] and not capital)


def _parts_from(text: str, at: int, limit: int) -> bool:
    """Whether "and" at ``at`` begins another thing or clause: "and the Centre for Wells", "and a
    working group", "and requests"; "and the Far East" goes on the name."""
    if further_pattern().match(text, at, limit):
        return True
    if _AND_A.match(text, at, limit) or _AND_HAPPENS.match(text, at, limit):
        return True
    named = _AND_THE.match(text, at, limit)
    return bool(named and kind_of(text[named.end() : run(text, named.end(), limit, nested=True)]))
