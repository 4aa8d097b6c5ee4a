"""What a verb of change says in a passage: the first reading whose roles are what it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from southsouth.reading.instruments import lexicon
from southsouth.reading.instruments.candidates import (
    nearest,
    pairs,
    phrase_at,
    words_before,
)
from southsouth.reading.instruments.clause import (
    AGAIN,
    CALLED,
    Clause,
    Reading,
)
from southsouth.reading.instruments.clauses import readings
from southsouth.reading.instruments.heads import kind_of
from southsouth.reading.instruments.identity import is_named, is_thing, meets
from southsouth.reading.instruments.masking import View
from southsouth.reading.instruments.passage import (
    Match,
    Passage,
    Trigger,
    founded,
    named,
    names,
    owner,
)
from southsouth.reading.instruments.phrases import Phrase

_ROLE: Final = re.compile(r"\s*(?:the\s+|an?\s+)?[^;.,]+")


#: Another verb of the list takes over: "a focal point and requests", "the bank and to open".
_ROLE_ENDS: Final = re.compile(
    r"\s+(?:and|or)\s+(?:to\s+|the\s+[^;.,]*?\s+as\s+)|\s+(?:with|for\s+the\s+purpose)\s"
    r"|\s+and\s+(?:[a-z]+ed\s+the\s|the\s+[A-Z]\w+\s+(?:is|are|was|were|shall|will|has)\s)|\s+--\s"
    r"|\s+(?:should|shall|will|must|is|are|was|were|has|have)\s"
)


_RELATIVE: Final = re.compile(r",?\s*(?:which|that|to\s+be)\b|,\s")


_HAS: Final = re.compile(
    r"\s?[’']s?\s+(?!known|called)[a-z]"
    r"|\s+(?:[a-z]+ing\s+|team\s+|field\s+)?(?:bases|sites|camps|offices|posts|positions|premises|accounts"
    r"|facilities|components?|operations|staff|personnel|headquarters)\b"
)
#: "the Mission’s drawdown and closure", not "its commitment to promote the establishment".
_ITS_END: Final = re.compile(
    r"[’']s?(?:\s(?!(?:to|the|an?|of|for|in|on|with|by)\s)[a-z]+,?){1,5}\Z"
)
_DOING: Final = re.compile(r"[A-Z]?[a-z]+ing\s")
_NO_ROLE: Final = re.compile(
    r"(?:[a-z]+(?:ed|ing)|set\s+out|such|being|part|appropriate|necessary)\b(?!-)"
)


_TEAM: Final = re.compile(r"\b[Cc]ountry\s+[Tt]eams?\b")
_AND_THE: Final = re.compile(r",?\s+and\s+(?=the\s)")


_THE_NEW: Final = re.compile(r"\bthe\s+new\s+(?=[A-Z])")


def by_verb(
    passage: Passage, view: View, clause: Clause, use: lexicon.Use, trigger: Trigger
) -> Iterator[Match]:
    for reading in readings(clause, use):
        whole = _found_further(passage, view, clause, reading)
        if whole is None or not _complete(whole):
            continue
        whole = _with_new_name(clause, whole)
        match = _match(passage, view, whole, trigger)
        if _fits(view, whole, match):
            yield match
            yield from _again(passage, view, clause, whole, match)
            return


def _with_new_name(clause: Clause, reading: Reading) -> Reading:
    """A merger with the name of what comes of it: "into one unit, to be called the Office"."""
    if reading.predicate.kind != "merge":
        return reading
    called = CALLED.match(clause.text, reading.end, clause.limit)
    if called is None and "new" not in reading.roles:
        called = _THE_NEW.search(clause.text, reading.end, clause.limit)
    phrase = phrase_at(clause.text, called.end(), clause.limit) if called else None
    if phrase is None:
        return reading
    return reading._replace(roles={**reading.roles, "new": (phrase,)}, end=phrase.after)


def _again(
    passage: Passage, view: View, clause: Clause, reading: Reading, match: Match
) -> Iterator[Match]:
    """What a rename or designation goes on with: "into the Office and later into the Centre",
    "the Council as the preparatory and the Board as the governing body"."""
    if match.kind == "rename":
        again = AGAIN.match(clause.text, reading.end, clause.limit)
        phrase = phrase_at(clause.text, again.end(), clause.limit) if again else None
        if phrase and again and is_named(clause.text[phrase.start : phrase.end]):
            roles = {"subject": match.roles["new"], "new": (named(passage, view, phrase),)}
            trigger = (view.origin(again.start()), view.end_of(again.end()))
            end = view.end_of(phrase.after)
            yield match._replace(roles=roles, trigger=trigger, start=trigger[0], end=end)
    elif match.kind == "designate" and "role" in match.groups:
        at = view.place_of(match.end - 1) + 1
        joint = _AND_THE.match(clause.text, at, clause.limit)
        pair = next(pairs(clause.text, joint.end(), clause.limit, "as"), None) if joint else None
        if pair is not None:
            words, end = _role_words(view, pair.second[0])
            subject = named(passage, view, pair.first[0])
            trigger = (subject.start, subject.end)
            yield match._replace(
                roles={"subject": (subject,)}, trigger=trigger, start=subject.start, end=end,
                groups={**match.groups, "role": words},
            )  # fmt: skip


def _complete(reading: Reading) -> bool:
    wanted = reading.predicate.roles - {"role", "place"}
    return wanted - set(reading.roles) <= ({reading.predicate.patient} if reading.its else set())


def _found_further(
    passage: Passage, view: View, clause: Clause, reading: Reading
) -> Reading | None:
    """A role that stands further back: what the clause founds, else the nearest name."""
    if not reading.far:
        return reading
    known = founded(passage, view, clause)
    phrase = known or owner(clause.text, _nearest(clause))
    if phrase is None:
        return None
    roles = {**reading.roles, reading.far: (phrase,)}
    return reading._replace(roles=roles, far="" if known else reading.far)


def _nearest(clause: Clause) -> Phrase | None:
    """The nearest name before the clause's verb; a country team goes over to nobody."""
    phrase = nearest(clause.text, clause.floor, clause.start)
    if phrase and _TEAM.search(clause.text, phrase.start, phrase.end):
        phrase = nearest(clause.text, clause.floor, phrase.start) or phrase
    return phrase


def _match(passage: Passage, view: View, reading: Reading, trigger: Trigger) -> Match:
    row = reading.predicate
    roles = {
        role: tuple(name for phrase in listed for name in names(passage, view, phrase))
        for role, listed in reading.roles.items()
    }
    groups = {"aux": reading.aux}
    end = view.end_of(reading.end)
    if row.second == "role" and "role" in reading.roles:
        roles.pop("role")
        groups["role"], end = _role_words(view, reading.roles["role"][0])
    kind = row.kind
    several = [name for name in roles.get("subject", ()) if is_named(name.words)]
    if kind == "succeed" and row.of and row.links and len(several) > 1:
        kind = "merge"  # the functions of several offices go to one
    if (
        kind == "establish"
        and "subject" in roles
        and kind_of(roles["subject"][0].words) == "Observance"
    ):
        kind = "proclaim"
    return Match(
        kind, row.needs, reading.voice, (trigger.start, trigger.end),
        min(view.origin(reading.start), trigger.start), max(end, trigger.end), roles, groups,
        reading.its,
    )  # fmt: skip


def _role_words(view: View, phrase: Phrase) -> tuple[str, int]:
    """What somebody is designated as: the words up to the end of the clause."""
    found = _ROLE.match(view.text, phrase.start)
    end = found.end() if found else phrase.end
    if stop := _ROLE_ENDS.search(view.text, phrase.start, end):
        end = stop.start()
    return view.text[phrase.start : end].strip(), view.end_of(end)


def _fits(view: View, reading: Reading, match: Match) -> bool:
    """Whether the first names of the roles are what the predicate needs, and not the same."""
    first = {role: listed[0].words for role, listed in match.roles.items()}
    if first.get("subject") == first.get("new", ""):
        return False
    if reading.its and reading.predicate.patient not in first:
        first[reading.predicate.patient] = "it"
    if _belongs_to_another(view, reading) or _amends(view, reading) or _owns(view, reading):
        return False
    if match.kind == "proclaim" and reading.predicate.verb == "launches":
        return False  # "the launch of the Decade in Rome"
    if match.kind == "designate" and not _designates(match):
        return False
    subject = reading.roles.get("subject")
    start = subject[0].start if subject else reading.start
    if reading.far and not all(map(is_thing, first.values())):
        return False
    if reading.far == "subject" and kind_of(first.get("subject", "")) == "Organization":
        return False  # "decisions of the Union on the transition to a mission"
    return meets(match.needs, first, words_before(view.text, start))


_OF: Final = re.compile(
    r"\b(?!mandates?\b|work\b|name\b|management\b|secretariat\b|list\b)(?P<noun>[\w’-]+)\s+"
    r"(?:of|for|by|in|on|from|to|with|under|within)\s+(?:(?:the|an?|its|their|this|that|each)\s+)?\Z"
)


def _owns(view: View, reading: Reading) -> bool:
    """Whether the thing behind the verb only has what it happens to: "take over the Mission’s
    role", "before the end of the Mission’s mandate"."""
    patient = reading.roles.get(reading.predicate.patient)
    if patient is None or reading.predicate.of or patient[0].start < reading.start:
        return False
    if reading.voice == "nominal" and _ITS_END.match(view.text, patient[-1].after, reading.end):
        return False
    return _HAS.match(view.text, patient[0].after) is not None


def _designates(match: Match) -> bool:
    """Whether somebody or something is given a role: not "designated as associated with", nor
    "the bodies as set out in", nor what one does."""
    doing = [name for name in match.roles.get("subject", ()) if _DOING.match(name.words)]
    return not doing and not _NO_ROLE.match(match.groups.get("role", ""))


def _amends(view: View, reading: Reading) -> bool:
    """Whether words are replaced with words: "replace “peace” with “peace and security”"."""
    if reading.predicate.kind != "succeed" or len(reading.roles) < 2:
        return False
    starts = [listed[0].start for listed in reading.roles.values()]
    return all(start and view.text[start - 1] in '“"‘«' for start in starts)


def _belongs_to_another(view: View, reading: Reading) -> bool:
    """Whether the phrase before a finite passive only belongs to its subject: "no appointment of
    a member of the Commission can be terminated"."""
    patient = reading.roles.get(reading.predicate.patient)
    if (
        reading.predicate.agent == "subject" and not reading.predicate.links
    ):  # "has ceased to exist"
        ending = reading.roles.get("subject")
        return bool(ending and _OF.search(view.text, max(0, ending[0].start - 60), ending[0].start))
    if reading.voice != "passive" or not patient or reading.predicate.of:
        return False
    start, end = patient[0].start, patient[-1].after
    if start > reading.end or _RELATIVE.match(view.text, end):
        return False
    return bool(_OF.search(view.text, max(0, start - 60), start))
