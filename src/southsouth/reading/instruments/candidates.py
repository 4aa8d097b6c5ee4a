"""Candidates: where the phrases around a verb may begin and end; the pattern chooses among them.

All offsets are those of a masked text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from southsouth.reading.instruments.heads import kind_of
from southsouth.reading.instruments.phrases import (
    Phrase,
    nearest_before,
    phrase_after,
    phrase_before,
)

#: A clause is not followed further, so that a text without stops costs no more than its length.
_FAR: Final = 1200
_CLAUSE: Final = re.compile(r"[;:.](?:(?<=[;:])\s|(?<=\.)\s+(?=[A-Z“(]))")
_PRONOUN: Final = re.compile(r"\s*(it|them)\b(?!\s+(?:is|was|should|shall|to|will)\b)")
_ENDS_PRONOUN: Final = re.compile(r"\b(it|It)\s*\Z")
#: What goes on a list: ", the Division", "and the Fund", "as well as of a working group".
_AND: Final = re.compile(
    r"(?:\s+(?:established|created|set\s+up|appointed)\s+(?:by|pursuant|in|under)\s[^,;]{3,100}?)??(?:,?\s+and|,?\s+as\s+well\s+as|,|,?\s+or)\s+(?:of\s+|for\s+|those\s+(?:of|from)\s+)?"
    r"(?=(?:the|an?|its|their|both)\s|[A-Z“])"
)
_ENDS_AND: Final = re.compile(r"(?:,\s*and|\s+and|\s+as\s+well\s+as)\s*\Z")
_ENDS_COMMA: Final = re.compile(r"(?:,\s*and|\s+and|,)\s*\Z")
_WITH: Final = re.compile(r"\s+with\s+(?=the\s|[A-Z])")
#: What may stand between the object and the preposition that belongs to the verb.
_BETWEEN: Final = re.compile(
    r"(?:\s+and\s+[a-z]+s\b)?(?:,?\s+(?:which|that|established|created|set\s+up|contained|annexed|adopted|described"
    r"|headed|of|in|for|at|under|within|on|from|with|by|pursuant|through|held|serving|dealing|reporting|concerned|responsible|including)\b"
    r"[^;:]{0,300}?)?,?\s*"
)
#: What stands between a verb and its object: "establish within the Secretariat a Unit".
_ADJUNCT: Final = re.compile(
    r",?\s+(?:within|in|at|under|by|through|as|for|with|from|on|pursuant|among|between|along)\b"
)
_OBJECT: Final = re.compile(r"(?<=[\w,]\s)(?:an?|one|two|three)\s|(?<=,\s)the\s+(?=[A-Z])")
_PREPOSITION: Final = re.compile(
    r"\b(?:of|in|by|with|at|for|to|on|as|from|under|within|through|and|or|into|among|between"
    r"|is|are|be|such|than)\s\Z"
)
#: A second verb with the same object: "establish and maintain a fund".
_SECOND_VERB: Final = re.compile(
    r"\s*(?:,\s*[a-z-]+)*,?\s+(?:and|or|and/or)\s+(?:to\s+)?[a-z-]+(?:e|[^s\s]ed|ing|[a-df-z])"
    r"(?=\s+(?:the|an?|its|it|[A-Z“]))"
)
_NOT_VERB: Final = frozenset(["of", "to", "for", "in", "on", "by", "with", "at", "and", "the"])
_OPENING: Final = re.compile(r"\s+(?=(?:the|an?)\s|[“\"‘A-Z0-9]|a\s|no\s)")


def clause_end(text: str, at: int, limit: int) -> int:
    """Where the clause that holds ``at`` ends: a semicolon, a colon or the end of its sentence."""
    limit = min(limit, at + _FAR)
    found = _CLAUSE.search(text, at, limit)
    return found.start() if found else limit


def clause_start(text: str, at: int, low: int) -> int:
    """Where the clause that holds ``at`` begins."""
    start = low
    for found in _CLAUSE.finditer(text, max(low, at - _FAR), at):
        start = found.end()
    return start


class Pair(NamedTuple):
    """An object and the phrase that a preposition of the verb joins to it."""

    first: tuple[Phrase, ...]
    second: tuple[Phrase, ...]


def pronoun_at(text: str, at: int, limit: int) -> Phrase | None:
    found = _PRONOUN.match(text, at, limit)
    return Phrase(found.start(1), found.end(1), found.end(1)) if found else None


#: Small letters that no longer belong to a name: what links, verbs, participles, adverbs.
_NO_NOUN: Final = (
    r"(?!(?:and|or|of|to|in|for|with|by|on|at|from|as|into|under|which|that|who|whose|where|when|while"
    r"|is|are|was|were|will|shall|should|has|have|had|be|may|can|would|could|must|does|do|did|but|not"
    r"|the|an?|its|their|his|this|these|those|also|than|if|so|both|between|per|via|without|against"
    r"|over|towards?|during|after|before|since|until|upon|within|through|including|pursuant|again"
    r"|about|above|below|concerning|regarding|because|among|amongst|subject|across|along|together|set|held"
    r"|made|known|led|able|late|early|once|then|now|no|non|all|any|each|every|such|other|it|they"
    r"|recalls|decides|requests|invites|notes|welcomes|calls|urges|encourages|reaffirms|expresses|takes"
    r"|stresses|emphasizes|looks|reiterates|approves|endorses|agrees|considers|recognizes|commends"
    r"|authorizes|supports|remains|continues|provides|includes|reports|acknowledges)\b"
    r"|[a-z-]+(?:ed|ing|ly)\b)"
)
_MORE_NOUNS: Final = re.compile(
    rf"(?:\s+{_NO_NOUN}[a-z][a-z-]{{2,}}(?![\w’'])){{1,3}}(?=\s|[,;.:)]|$)"
)


def _whole(text: str, phrase: Phrase | None, limit: int) -> Phrase | None:
    """A phrase with the nouns in small letters that its capitals only describe: "United Nations
    police officers" is not the United Nations."""
    if phrase is None or phrase.after != phrase.end or not _ends_with_capital(text, phrase):
        return phrase
    further = _MORE_NOUNS.match(text, phrase.end, limit)
    return phrase._replace(end=further.end(), after=further.end()) if further else phrase


def _ends_with_capital(text: str, phrase: Phrase) -> bool:
    last = text.rfind(" ", phrase.start, phrase.end) + 1
    return text[max(last, phrase.start)].isupper()


#: "a Congolese “Rapid Reaction Force”"
_QUOTED: Final = re.compile(r"\s+(?=[“‘][A-Z])")
_ADJECTIVES: Final = re.compile(
    r"\s*(?:an?|the|its)\s+(?P<first>(?:[a-z-]+,\s+){1,4}(?:and\s+)?(?=[a-z-]+\s)|\w+-[a-z]+ed,\s+(?=[A-Z]))"
)


#: "a well-trained and accountable “Rapid Reaction Force”"
_BEFORE_QUOTED: Final = re.compile(
    r"\s*(?:an?|the|its)\s+(?:(?!(?:of|to|for|in|on|by|with|at|from|as|or|which|that)\s)[a-z-]+,?\s+){2,8}?"
    r"(?:[A-Z][a-z]+\s+)?(?=[“‘][A-Z])"
)


def phrase_at(text: str, at: int, limit: int) -> Phrase | None:
    """The phrase or pronoun that begins at ``at``, with adjectives between commas."""
    if described := _BEFORE_QUOTED.match(text, at, limit):
        return phrase_after(text, described.end(), limit)
    if several := _ADJECTIVES.match(text, at, limit):
        phrase = phrase_after(text, several.end(), limit)
        if phrase is not None and kind_of(text[phrase.start : phrase.end]):
            return phrase._replace(start=several.start("first"))
    phrase = pronoun_at(text, at, limit) or _whole(text, phrase_after(text, at, limit), limit)
    if phrase is not None and (quoted := _QUOTED.match(text, phrase.after, limit)):
        return phrase_after(text, quoted.end(), limit) or phrase
    return phrase


def behind_second_verb(text: str, at: int, limit: int) -> int:
    """``at``, or where a second verb ends that has the same object."""
    found = _SECOND_VERB.match(text, at, limit)
    if found is None or found[0].split()[-1] in _NOT_VERB:
        return at
    return found.end()


def objects(text: str, at: int, limit: int) -> Iterator[Phrase]:
    """The phrases that may be the object of a verb that ends at ``at``: right behind it, behind a
    second verb, behind what says where and how."""
    second = behind_second_verb(text, at, limit)
    for start in dict.fromkeys((at, second)):
        phrase = phrase_at(text, start, limit)
        if phrase is not None:
            yield phrase
    if _ADJUNCT.match(text, at, limit):
        yield from _behind_adjunct(text, at, limit)


def _behind_adjunct(text: str, at: int, limit: int) -> Iterator[Phrase]:
    """An object behind what says where and how: a phrase that no preposition leads in."""
    for found in _OBJECT.finditer(text, at, min(limit, at + 240)):
        if _PREPOSITION.search(text, max(at, found.start() - 12), found.start()):
            continue
        phrase = phrase_at(text, found.start(), limit)
        if phrase is not None:
            yield phrase


_QUOTES: Final = '“"‘«'
_OF_OTHERS: Final = ("line", "accordance", "together", "along", "conformity", "consultation",
                     "cooperation", "connection", "compliance", "view", "collaboration", "addition",
                     "relation", "regard", "respect", "order", "taking", "take", "taken", "takes",
                     "relationship", "discussion", "agreement", "coordination", "dialogue",
                     "contact", "entry", "entered", "enter")  # fmt: skip
#: Prepositions of other phrases: "in line with", "together with".
NO_LINK: Final = "".join(rf"(?<!{word})" for word in _OF_OTHERS)


@cache
def _linking(links: str) -> re.Pattern[str]:
    words = "|".join(
        r"\s+".join(link.split())
        for link in sorted(links.split("|"), key=len, reverse=True)
        if link != "-"
    )
    return re.compile(rf"{NO_LINK},?\s+(?:{words})(?:\s+(?:being|become|be))?(?=\s)")


def pairs(text: str, at: int, limit: int, links: str) -> Iterator[Pair]:
    """An object at ``at`` and what one of ``links`` joins to it, the nearest first.

    Where the words between the verb and the preposition are one phrase or a list of phrases, those
    are the object, whatever the phrase alone would run on to.
    """
    seen = False
    bare = phrase_after(text, at, limit) if "-" in links.split("|") else None
    if bare is not None:  # "naming the library ‘the Wells Library’"
        yield from _side_by_side(text, bare, limit)
    for first in objects(text, at, limit):
        if "-" in links.split("|") and first != bare:
            yield from _side_by_side(text, first, limit)
        if links == "-":
            continue
        for link in _linking(links).finditer(text, first.start + 1, limit):
            if link.start() < first.end and text[first.start - 1] in _QUOTES:
                continue  # "“Rules on Goods by Road”": no link stands in a name
            whole = listed_in(text, first, link.start())
            second = phrase_at(text, link.end(), limit) if whole else None
            if whole and second is not None:
                seen = True
                yield Pair(whole, (second, *more(text, second, limit)))
        if seen:
            return


def _side_by_side(text: str, first: Phrase, limit: int) -> Iterator[Pair]:
    opening = _OPENING.match(text, first.after, limit)
    if opening is not None:
        second = phrase_after(text, opening.end(), limit)
        if second is not None:
            yield Pair((first,), (second, *more(text, second, limit)))


def listed_in(text: str, first: Phrase, end: int) -> tuple[Phrase, ...]:
    """The phrases of a list that begins with ``first`` and ends at ``end``; () where the words up
    to there are no such thing."""
    if first.after > end:
        short = phrase_at(text, first.start, end)
        return (short._replace(start=first.start),) if short and short.after >= end else ()
    listed = [first]
    at = first.after
    while at < end:
        joint = _AND.match(text, at, end) or _WITH.match(text, at, end)
        phrase = phrase_after(text, joint.end(), end) if joint else None
        if phrase is None:
            break
        listed.append(phrase)
        at = phrase.after
    if at >= end:
        return tuple(listed)
    return tuple(listed) if _BETWEEN.fullmatch(text, at, end) else ()


_BETWEEN_TWO: Final = re.compile(r"\bbetween\s(?!.*\sand\s)", re.DOTALL)


def more(text: str, phrase: Phrase, limit: int) -> Iterator[Phrase]:
    """What a list goes on with behind a phrase: "the Office and a working group"."""
    at = phrase.after
    if _BETWEEN_TWO.search(text, phrase.start, phrase.after):
        return  # "a dialogue between the sides and the Union"
    while joint := _AND.match(text, at, limit):
        following = phrase_after(text, joint.end(), limit)
        if following is None or following.after <= at:
            return
        yield following
        at = following.after


def before(text: str, low: int, at: int, *, near: bool = False) -> Phrase | None:
    """The phrase that ends at ``at``: the longest whose head names a thing, else the longest.
    Of what describes it little stands between where it is ``near``."""
    if it := _ENDS_PRONOUN.search(text, low, at):
        return Phrase(it.start(1), it.end(1), it.end())
    direct = phrase_before(text, low, at)
    owned = direct is not None and _SERVED.search(text, low, direct.start)
    if direct is not None and not owned and kind_of(text[direct.start : direct.end]):
        return direct
    for aside in reversed(list(_DESCRIBED.finditer(text, max(low, at - 300), at))):
        if near and (at - aside.start() > _ASIDE or text.find(" and ", aside.start(), at) >= 0):
            break
        phrase = phrase_before(text, low, aside.start())
        if phrase is not None and kind_of(text[phrase.start : phrase.end]):
            return phrase
    return None if direct is not None and _LED.search(text, low, direct.start) else direct


def listed_before(text: str, low: int, last: Phrase) -> tuple[Phrase, ...]:
    """The phrases of a list that ends with ``last``, in text order."""
    listed = [last]
    while True:
        start = _with_article(text, low, listed[0].start)
        joint = (_ENDS_COMMA if len(listed) > 1 else _ENDS_AND).search(text, low, start)
        if joint is None:
            break
        phrase = phrase_before(text, low, joint.start())
        if phrase is None or not kind_of(text[phrase.start : phrase.end]):
            break
        listed.insert(0, phrase)
    return tuple(listed)


#: The longest aside between a thing and a participle that describes it too.
_ASIDE: Final = 150
#: What describes a thing between its name and its verb: "… headed at a senior level will be".
_DESCRIBED: Final = re.compile(
    r",?\s+(?:contained|established|adopted|annexed|set\s+out|created|headed|chaired|led|described"
    r"|referred|comprising|composed|serving|in(?!\s+which)|within|at|which|located|consisting|serving)\b"
)
#: What a thing is for is not the thing, nor who heads it: "entities serving intergovernmental
#: forums", "the Team, headed by an Adviser".
_LED: Final = re.compile(r"\b(?:headed|chaired|led)\s+by\s+(?:an?\s+|the\s+)?\Z")
_SERVED: Final = re.compile(rf"\b(?:serving|servicing)\s+(?:the\s+)?\Z|{_LED.pattern}")
_ARTICLE: Final = re.compile(
    r"(?:\b(?:the|an?|its|their|both|The)\s+)(?:(?:said|present|new|existing|current|former)\s+)*\Z"
)


def _with_article(text: str, low: int, start: int) -> int:
    found = _ARTICLE.search(text, max(low, start - 40), start)
    return found.start() if found else start


def words_before(text: str, start: int) -> str:
    """The words before a phrase, its article among them."""
    return text[max(0, start - 40) : start]


def nearest(text: str, low: int, at: int) -> Phrase | None:
    """The last phrase before ``at`` whose head names an institution or instrument."""
    return nearest_before(text, low, at)
