"""What the table of verbs gives: patterns that find them, which verb a form is, its force."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from southsouth.reading.structure.alternation import letter_by_letter
from southsouth.reading.structure.verb_table import NONE, VERBS, Verb


def plain_forms(pattern: str) -> tuple[str, ...]:
    """The words that a form of the table matches, without what is optional in it: ``"calls
    (?:once again )?(?:upon|on)"`` → ``("calls upon", "calls on")``; () for a form that is none."""
    if pattern == NONE:
        return ()
    spare = re.sub(r"\(\?:[^)]*\)\?", "", pattern)
    found = re.search(r"\(\?:([^)]*)\)", spare)
    if found is None:
        return (spare,)
    return tuple(spare.replace(found[0], choice) for choice in found[1].split("|"))


#: What a speech act of that kind does with an event that it speaks of.
FORCE_OF_ACT: Final = {
    "declarative": "decided",
    "directive": "requested",
    "assertive": "reported",
    "expressive": "reported",
}


def force_of(handle: str) -> str:
    """``decided``, ``requested`` or ``reported``: what that verb does with what it speaks of."""
    return FORCE_OF_ACT[verb(handle).act]


_BEFORE: Final = (
    "also",
    "further",
    "furthermore",
    "moreover",
    "once again",
    "again",
    "strongly",
    "urgently",
    "greatly",
    "highly",
    "keenly",
    "sincerely",
    "warmly",
    "emphatically",
    "vigorously",
    "deeply",
    "gravely",
    "seriously",
    "particularly",
    "firmly",
    "profoundly",
    "solemnly",
    "unequivocally",
    "equally",
    "extremely",
    "fully",
    "specifically",
    "finally",
    "duly",
    "categorically",
    "hereby",
    "therefore",
    "accordingly",
    "in this regard",
    "in this context",
    "in this connection",
    "being",
)
_FEELING: Final = (
    "appreciation",
    "concern",
    "satisfaction",
    "interest",
    "regret",
    "alarm",
    "gratitude",
    "indignation",
    "approval",
    "dismay",
    "disappointment",
    "anxiety",
)
_OBJECT: Final = (
    *_FEELING,
    "conviction",
    "support",
    "thanks",
    "hope",
    "belief",
    "solidarity",
    "condolences",
    "sympathy",
    "condemnation",
    "determination",
    "distress",
    "expectation",
    "outrage",
    "readiness",
    "intention",
    "concurrence",
    "confidence",
    "commitment",
    "willingness",
)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


#: What follows where "further" belongs to the object: "Encourages further efforts".
_ADJECTIVAL: Final = (
    r"(?:[a-z-]+(?:al|ed|ing|ive|ous|ent|ic|able|ible)\s+)?(?:and\s+)?(?:[a-z-]+\s+)?(?:efforts?|action"
    r"|research|progress|support|cooperation|development|work|study|studies|steps|consideration"
    r"|measures|dialogue|discussions?|information|contributions|ratifications|accessions|initiatives"
    r"|strengthening|improvements?|integration|engagement|implementation|activities|promotion"
    r"|collaboration|exchanges?|consultations|coordination|participation|investment|reforms?)\b"
)
_AFTER: Final = (
    rf"(?:\s+(?:also|further(?:(?<=ing\sfurther)|(?!\s+(?:{_ADJECTIVAL})))|once\s+(?:again|more)|again\b|in\s+particular"
    rf"|unequivocally|strongly|categorically|firmly|unreservedly|without\s+reservation|in\s+this\s+regard"
    rf"|in\s+the\s+strongest\s+(?:possible\s+)?terms"
    rf"|with\s+(?:[a-z]+\s+){{0,3}}(?:{_any(_FEELING)})(?:\s+and\s+(?:{_any(_FEELING)}))?))*"
)
#: "expresses its deep concern": what is expressed belongs to the phrase
_EXPRESSED: Final = rf"(?:\s+[a-z-]+){{0,5}}?\s+(?:{_any(_OBJECT)})s?"


def _form(handle: str, form: str) -> str:
    spaced = form.replace(" ", r"\s+")
    return f"(?:{spaced}){_EXPRESSED}" if handle == "express" else spaced


_CHOICE: Final = re.compile(r"\(\?:([a-z]+(?:\|[a-z]+)*)\)")


def _forms(persons: str) -> list[str]:
    """The forms of all verbs in those persons, "t", "p" and "b", each beginning with a letter."""
    forms: set[str] = set()
    for row in VERBS:
        for person, form in (("t", row.third), ("p", row.participle), ("b", row.base)):
            if person in persons and form != NONE:
                choice = _CHOICE.fullmatch(form)
                choices = choice[1].split("|") if choice else [form]
                forms.update(_form(row.handle, one) for one in choices)
    # the longest first, and then by letter, so that the pattern is the same in every run
    return sorted(forms, key=lambda form: (-len(form), form))


def _by_letter(forms: Iterable[str]) -> str:
    """The forms as one pattern, by their first letters: most words are no verb, and that shows
    after some twenty letters instead of after hundreds of forms."""
    by_letter: dict[str, list[str]] = {}
    for form in forms:
        letter = form.removeprefix("(?:")[0]
        by_letter.setdefault(letter, []).append(form)
    return "|".join(
        f"{letter}(?:{'|'.join(form.replace(letter, '', 1) for form in forms)})"
        for letter, forms in by_letter.items()
    )


def _alternation(persons: str) -> str:
    """The forms of all verbs in those persons as one pattern."""
    return _by_letter(_forms(persons))


@cache
def _qualifying() -> str:
    """What may stand before a verb, as one pattern."""
    return _by_letter(_any((word,)) for word in _BEFORE)


@cache
def opening_pattern() -> re.Pattern[str]:
    """Matches the opening verb phrase at the start of a provision, any person, any case.

    The verb without its qualifiers is the group ``verb``.
    """
    return re.compile(
        rf"(?:We(?:,[^,;]{{0,80}},)?\s+)?(?:(?:{_qualifying()}),?\s+)*"
        rf"(?:continu(?:es|ing|e)\s+to\s+)?(?P<verb>{_alternation('tpb')})\b(?:{_AFTER})",
        re.IGNORECASE,
    )


_LETTERS: Final = re.compile(r"[A-Za-z]+")


def _firsts(phrases: Iterable[str]) -> frozenset[str]:
    """The letters that each phrase begins with, up to a space or hyphen."""
    return frozenset(_LETTERS.match(one.removeprefix("(?:"))[0] for one in phrases)  # type: ignore[index]


@cache
def _beginnings() -> frozenset[str]:
    """The first four letters that an opening verb phrase can begin with; all of a shorter word."""
    words = (*_BEFORE, *_forms("tpb"), "we", "continue")
    return frozenset(word[:4] for word in _firsts(words))


def may_open(text: str, start: int) -> bool:
    """Whether the word at ``start`` can begin an opening verb phrase: most cannot, and the pattern
    need not be tried."""
    begins, known = text[start : start + 4].lower(), _beginnings()
    if begins.isalpha():
        return begins in known
    return begins[:3] in known or begins[:2] in known


@cache
def _qualifier_pattern() -> re.Pattern[str]:
    before, after = _qualifying(), _AFTER.removeprefix(r"(?:\s+").removesuffix(")*")
    return re.compile(rf"(?:{before})\b|{after}", re.IGNORECASE)


@lru_cache(maxsize=4096)
def qualifiers(phrase: str) -> tuple[str, ...]:
    """What qualifies the verb of a phrase, in order: ``"Also notes with deep concern"`` →
    ``("also", "with deep concern")``. Lower case, single spaces; () for a bare verb."""
    opening = opening_pattern().match(phrase)
    if opening is None:
        return ()
    outside = (phrase[: opening.start("verb")], phrase[opening.end("verb") : opening.end()])
    return tuple(
        " ".join(found[0].lower().split())
        for words in outside
        for found in _qualifier_pattern().finditer(words)
    )


#: Verbs whose object noun belongs to the phrase: "Reiterates its call upon".
_WITH_OBJECT: Final = frozenset(
    {
        "reiterate",
        "reaffirm",
        "renew",
        "recall",
        "affirm",
        "re-emphasize",
        "convey",
        "declare",
        "emphasize",
        "confirm",
    }
)
_OWN_OBJECT: Final = re.compile(
    r"\s+(?:its|our|their)(?:\s+[a-z-]+){0,3}?\s+"
    rf"(?:(?:call|request|appeal)s?(?:\s+(?:upon|for)\b)?|(?:{_any(_OBJECT)}|invitation|commitment|demand|encouragement"
    r"|recommendation|endorsement|willingness|intention|resolve|opposition|faith|urging|wish"
    r"|dedication|rejection|acknowledgement|adherence)s?\b(?!\s+of\s+and))"
)
#: What completes "Remains deeply concerned" and "Considers it necessary".
_COMPLEMENT: Final = re.compile(
    r"\s+(?:(?:[a-z]+ly\s+)?(?:concerned|alarmed|seized|convinced|committed|disturbed|determined)"
    r"|it\s+(?:necessary|important|essential|alarming|appropriate|desirable|useful|imperative))\b"
)
_COMPLETED: Final = frozenset({"remain", "consider", "believe"})
_JOINED: Final = ",?\\s+and\\s+"


def phrase_end(text: str, opening: re.Match[str], end: int) -> int:
    """Where the opening phrase ends that ``opening`` begins: behind the object noun of "reiterates
    its call upon" and behind a second verb joined to the first, "welcomes and encourages"."""
    at = opening.end()
    handle = verb_of(opening["verb"])
    if handle in _WITH_OBJECT and (found := _OWN_OBJECT.match(text, at, end)):
        at = found.end()
    if handle in _COMPLETED and (found := _COMPLEMENT.match(text, at, end)):
        at = found.end()
    if second := _joined_pattern(is_third_person(opening["verb"])).match(text, at, end):
        at = second.end()
    return at


@cache
def _joined_pattern(third: bool) -> re.Pattern[str]:
    return re.compile(
        rf"{_JOINED}(?:(?:{_qualifying()})\s+)*(?:{_alternation('t' if third else 'p')})\b{_AFTER}"
    )


@cache
def further_pattern() -> re.Pattern[str]:
    """Matches a further verb of the speaking organ inside a provision, with what joins it.

    Third person in operative paragraphs ("…, and requests"), participle in preambular ones
    ("…, and recognizing"). The verb phrase is the group ``phrase``, the verb ``verb``.
    """
    return re.compile(rf"(?:{'|'.join(_JOINTS.values())}){_further_phrase()}")


#: What joins a further verb: a comma, semicolon or colon, or the word "and".
_JOINTS: Final = {
    **{mark: rf"{mark}\s+(?:and\s+|while\s+)?" for mark in ",;:"},
    "and": r"and(?<=\band)\s+",
}
#: What may stand between the joint and the phrase, and the letters by which it is told.
_LED_IN: Final = (
    r"in\s+(?:this|that)\s+(?:regard|context|connection|respect)|in\s+the\s+same\s+manner"
    r"|to\s+(?:this|that)\s+end|therefore|accordingly|in\s+addition"
)
_LED_IN_BEGINS: Final = r"in\s+(?:th|ad)|to\s+th|therefore|accordingly"


@cache
def _joint_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each joint's sign, and a pattern for it with the first word of a further verb phrase behind
    it: half of what it finds is one."""
    words = _firsts((*_BEFORE, *_forms("tp"))) - {"in"}  # of "in this regard", as in _LED_IN
    behind = rf"(?=(?:{letter_by_letter(words)})(?![a-z])|{_LED_IN_BEGINS})"
    return tuple((sign, re.compile(joint + behind)) for sign, joint in _JOINTS.items())


@cache
def _further_phrase_pattern() -> re.Pattern[str]:
    return re.compile(_further_phrase())


@lru_cache(maxsize=1)
def _joints(text: str) -> list[tuple[int, int]]:
    """The spans of all joints of a text behind which a further verb phrase may stand, in order: it
    is searched once, and not once for each of its provisions."""
    joints = [
        one.span()
        for sign, joint in _joint_patterns()
        if sign in text
        for one in joint.finditer(text)
    ]
    joints.sort()
    return joints


def further_verbs(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The further verb phrases in ``text[start:end]`` as ``further_pattern`` finds them, without
    their joints; the groups are the same. The span cuts no word.

    Python's ``re`` runs fast to the next of one character, but not to the next of several, nor
    through hundreds of verbs: so the joints are found first.
    """
    joints = _joints(text)
    found: list[re.Match[str]] = []
    reached = start
    phrase = _further_phrase_pattern()
    for place in range(bisect_left(joints, (start, start)), len(joints)):
        begin, behind = joints[place]
        if behind >= end:
            break
        if begin >= reached and (one := phrase.match(text, behind, end)):
            found.append(one)
            reached = one.end()
    return found


@cache
def _further_phrase() -> str:
    return (
        rf"(?:(?:{_LED_IN}),?\s+)?"
        rf"(?P<phrase>(?:(?:{_qualifying()}),?\s+)*(?P<verb>{_alternation('tp')})\b(?:{_AFTER}))"
    )


@cache
def _by_beginning() -> dict[str, list[tuple[str, str, str]]]:
    """The forms of all verbs by their first two letters: the verb's handle, the letters, three at
    most, that all words begin with which the form matches, and the form."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in VERBS:
        for form in (row.third, row.participle, row.base):
            if form != NONE:
                (letters,) = _firsts((form,))
                found.setdefault(letters[:2], []).append((row.handle, letters[:3], form))
    return found


def _is_form(handle: str, form: str, words: str) -> bool:
    """Whether ``words``, in lower case with single spaces, are that form of a verb."""
    if form.replace(" ", "").isalpha() and handle != "express":
        return words == form  # most forms are plain words, and need no pattern
    return re.fullmatch(_form(handle, form), words) is not None


@cache
def verb_of(surface: str) -> str:
    """The handle of the verb whose form ``surface`` is: ``"Takes  note"`` → ``"take-note"``.

    Raises ValueError for words that are no form of a verb in the table.
    """
    words = " ".join(surface.lower().split())
    for handle, letters, form in _by_beginning().get(words[:2], ()):
        if words.startswith(letters) and _is_form(handle, form, words):
            return handle
    raise ValueError(f"no verb in {surface!r}")


@cache
def is_third_person(surface: str) -> bool:
    """Whether the words are the third-person form of their verb."""
    row = verb(verb_of(surface))
    return _is_form(row.handle, row.third, " ".join(surface.lower().split()))


@cache
def is_base_form(surface: str) -> bool:
    """Whether the words are the base form of their verb, as lists of things to do have it."""
    row = verb(verb_of(surface))
    return _is_form(row.handle, row.base, " ".join(surface.lower().split()))


@cache
def verb(handle: str) -> Verb:
    """The row of that handle; KeyError where there is none."""
    for row in VERBS:
        if row.handle == handle:
            return row
    raise KeyError(handle)
