"""Identity: whether words name a thing that one can tell from others, or only a kind of things.

Capitals and head nouns rank: a name with capitals is a thing, whatever its head; in small letters
its head has to be that of an institution or instrument, in the singular and with more words ("a
working group on wells"). "States", "officials", "older generators", "a mechanism" are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from southsouth.reading.instruments.heads import head_of, is_plural, kind_of, nouns


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


PRONOUNS: Final = frozenset({"it", "them", "they", "It", "They"})
#: Kinds of things that can be merged; programmes and treaties are integrated into policies.
_MERGING: Final = _words(
    "Body Committee Commission Group Office Organization Conference TrustFund Programme "
    "Official Framework Observance "
)
_BODIES: Final = _words(
    "Body Committee Commission Group Office Organization Official Programme TrustFund "
    "Conference Framework "
)
#: Kinds of texts.
_TEXTS: Final = _words(
    "Agreement Instrument Declaration Strategy OutcomeDocument ProgrammeOfAction"
)
#: Heads with capitals that name no instrument and no body: whom and what a text speaks of.
_NO_THING: Final = re.compile(
    r"(?:post|pre|non)-[A-Z]{3,}\b|[A-Z]{2,}s\b|SIDS\b|(?:Member\s+)?States?\b|States?\s+(?:Parties|parties|Members|members)|Parties\b|Governments?\b(?!\s+of\s+National)"
    r"|Members?\b|Secretary-General\b(?![’'])|President\b|Chair(?:man|person)?\b|Governor\b|Ambassador\b|Judges?\b|Commander\b|Mrs?\.|Ms\.|Ministers?\b|[Aa]rticles?\b"
    r"|[Pp]aragraph|[Ss]ection\s+[IVXLC\d]|Chapter\b|Annex\b|Table\b|Part\b|Rules?\s+\d|Regulations?\s+\d|Goals?\b"
    r"|Target\b|[Rr]esolution|[Dd]ecision|Heads?\s+of\b|Under-Secretary|Assistant\s+Secretary"
    r"|High\s+Contracting|Contracting\s+Part|He\b|She\b|They\b|We\b|I\b|It\b|This\b|That\b|These\b"
    r"|\d{1,2}\s+[A-Z][a-z]+\s+(?:19|20)\d\d|Council’s|Republic|Kingdom|[A-Z]+-?\d+\b|[A-Z]-\d"
)
#: Whoever a text names last before it names a title.
_ORGAN: Final = re.compile(
    r"General\s+Assembly|Security\s+Council\b(?!\s+Committee)|Secretariat\b|United\s+Nations$"
)
_PRINCIPAL: Final = re.compile(
    r"(?:United\s+Nations\s+)?(?:General\s+Assembly|Security\s+Council|Council|Assembly|Economic\s+and\s+Social"
    r"\s+Council|Secretariat|United\s+Nations|Secretary-General|Charter(?:\s+of\s+the\s+United\s+Nations)?|Government)"
)
_OF_STATE: Final = re.compile(
    r"\b(?:[Ss]ecurity\s+(?:[Ff]orces|[Ss]ervices|institutions|agencies|sector)|[Aa]uthorities|[Nn]ational\s+[Pp]olice"
    r"|[Aa]rmed\s+[Ff]orces|[Gg]overnments?)\b"
)
_CAPITAL: Final = re.compile(r"[A-ZÀ-ÖØ-Þ]")
#: Kinds of things that are closed for good; a conference is closed every time.
_CLOSED: Final = frozenset({"Office", "Body", "Organization", "TrustFund", "Programme"})
#: Heads in small letters of what is founded, but merged or renamed under no name of its own.
FOUNDED: Final = _words(
    "process list model hub alliance consortium registry database portal award prize regime "
    "corps system framework strategy corridor council body committee commission "
    " force mission presence operation "
)
#: Head nouns that make a thing in small letters, by their last word.
HEAD_WORDS: Final = frozenset(noun.split()[-1] for noun in nouns(small=True)) | FOUNDED
#: What has the number of a model, and is one of many: "UH-60".
_MODEL: Final = re.compile(r"[A-Z]*-?\d+[A-Z]*")
_TITLE: Final = re.compile(r"(?:the\s+|an?\s+)?(?:[“\"‘«]|[A-Z0-9])")
#: A review that is a meeting: "the high-level midterm review", "the Review Conference".
_HIGH_OR_NAMED: Final = re.compile(r"[A-Z]|\bhigh-level\b")
_POST: Final = re.compile(r"(?:post|position)s?\b")
_IS_POST: Final = re.compile(
    r"\b(?:post|position)s?(?:\s+(?:of|in|at|for|from|within|under)\s|\Z)", re.IGNORECASE
)
_FORMER: Final = re.compile(r"(?:former|previous|present|existing|old)\b")
_INDEFINITE: Final = re.compile(r"\b[Aa]n?\s+(?:[\w-]+\s+){0,3}\Z")
#: What is ended is known; one of many is not: "liquidate a closing mission".
_ONE_OF_MANY: Final = re.compile(r"\b(?:[Aa]n?|one|any|each|another|such)\s+\Z")
_DEFINITE: Final = re.compile(r"\b(?:[Tt]he|[Tt]his|[Ii]ts)\s+(?:[\w-]+\s+)?\Z")
_THE_OLD: Final = re.compile(r"\b(?:the|its)\s+(?:(?:current|present|existing)\s+)?\Z")
_ALL: Final = re.compile(r"\b(?:[Tt]he|[Tt]hese|[Bb]oth|[Aa]ll)\s+\Z")


def is_named(words: str) -> bool:
    """Whether the words up to their head have the capitals of a name, and are none of those that
    name no thing."""
    head = head_of(words)
    if _MODEL.fullmatch(head):
        return False
    if head.islower() and head.endswith("s") and not kind_of(words):
        return False  # "Wells Mission police officers"
    core = words[: words.find(head) + len(head)]
    return _CAPITAL.search(core) is not None and _NO_THING.match(words) is None


def is_thing(words: str, definite: bool = False) -> bool:
    """Whether the words name one thing; one word does where it is ``definite``: "the mandate"."""
    if words in PRONOUNS or is_named(words):
        return True
    if _NO_THING.match(words) or not words:
        return False
    kind = kind_of(words) or head_of(words) in FOUNDED
    if not kind or not (definite or " " in words):
        return False
    return not any(is_plural(head_of(one)) for one in (words, words.split(" and ", maxsplit=1)[0]))


def is_organ(words: str) -> bool:
    """Whether the words name a principal organ, which no resolution renames or ends."""
    return _PRINCIPAL.fullmatch(words) is not None


def is_body(words: str) -> bool:
    """Whether the words name a body or a fund."""
    return kind_of(words) in _BODIES


def can_end(words: str) -> bool:
    """Whether the words name what can come to an end: no dialogue or framework does."""
    return kind_of(words) in _BODIES - {"Conference", "Framework"}


def is_ended(words: str) -> bool:
    """Whether the words name what can come to an end, or a mechanism or mandate with a name."""
    return can_end(words) or words in PRONOUNS or (kind_of(words) == "Framework")


def can_succeed(old: str, new: str) -> bool:
    """Whether one thing can follow the other: no treaty takes the place of a body, and no body has
    a capacity for its successor."""
    if head_of(new).lower() in {"capacity", "capability", "mandate"}:
        return False
    return not (kind_of(new) in _TEXTS and kind_of(old) in _MERGING - {"Programme", "Framework"})


def is_of_state(words: str) -> bool:
    """Whether the words speak of what States have: "the national security services"."""
    return _OF_STATE.search(words) is not None


def _core(words: str) -> str:
    """The words up to their head: "comprehensive review", not "at Headquarters"."""
    head = head_of(words)
    return words[: words.find(head) + len(head)]


def _is_meeting(words: str) -> bool:
    """Whether the words name a meeting; one has a name where it has a capital."""
    return _is_kind(words, _MEETINGS) or head_of(words) == "Meeting"


def is_post(words: str) -> bool:
    """Whether the words name a post, of which budgets speak by the hundred."""
    return _IS_POST.search(words) is not None


def _is_kind(words: str, kinds: frozenset[str]) -> bool:
    return words in PRONOUNS or kind_of(words) in kinds


def _has_head(words: str) -> bool:
    """Whether the head is that of a thing that can be replaced."""
    return bool(kind_of(words)) or head_of(words) in FOUNDED


def _can_be_founded(words: str, *, definite: bool) -> bool:
    """Whether the words name what is founded: with a name, and a head that has a capital or is one
    of a body, a fund, a programme; "the broadest possible agreement" is none."""
    if not is_thing(words, definite):
        return False
    head, kind = head_of(words), kind_of(words)
    if kind in _BODIES or kind == "Observance" or head in FOUNDED or words in PRONOUNS:
        return True
    capitals = [word for word in words.split() if word[0].isupper()]
    if head.endswith("s") and not kind and not head.isupper():
        return False  # "Creating Opportunities for All"
    return head[:1].isupper() and (len(capitals) > 1 or head.isupper() or bool(kind))


def _is_long(words: str) -> bool:
    return is_named(words) or " " in words


def meets(needs: str, roles: dict[str, str], before: str = "") -> bool:
    """Whether the words of the roles are what a predicate needs; ``before`` are the words before
    the subject, its article among them."""
    things = [words for role, words in roles.items() if role in {"subject", "new"}]
    if needs in _OF_ALL:
        return _OF_ALL[needs](things, before)
    subject, new = roles.get("subject", ""), roles.get("new", "")
    return needs not in _OF_SUBJECT or _OF_SUBJECT[needs](subject, new, before)


def _definite(before: str) -> bool:
    return bool(_DEFINITE.search(before))


def _can_be_titled(subject: str, new: str, before: str) -> bool:
    known = bool(kind_of(subject) or subject in PRONOUNS) and bool(kind_of(new))
    return known and not _ORGAN.match(subject) and is_thing(subject, _definite(before))


def _same_head(subject: str, new: str, _before: str) -> bool:
    if _NO_THING.match(subject):
        return False
    return is_named(new) and head_of(subject).lower() == head_of(new).lower()


def _can_be_merged(subject: str, new: str, before: str) -> bool:
    """Whether bodies or funds are merged: one of them has a name, or several of a kind that is
    told go into one that is."""
    if subject in PRONOUNS and new and not is_named(new):
        return False  # "integrate them into their programmes"
    if subject and is_plural(head_of(subject)):
        if kind_of(subject) == "Official":
            return False
        whole = is_thing(new, definite=True) or is_named(subject)
        into = new == "one" or (whole and is_body(new))
        known = kind_of(subject) in _BODIES and (" " in subject or bool(_ALL.search(before)))
        return into and known and not _NO_THING.match(subject)
    return _can_merge([words for words in (subject, new) if words], before)


def _can_merge(things: list[str], before: str) -> bool:
    """Whether bodies or funds are merged, one of them with a name."""
    if not any(is_named(words) or words in PRONOUNS for words in things):
        return False
    if len(things) > 1 and not is_thing(things[1], definite=True):
        return False
    some = any(is_thing(words, _definite(before)) for words in things)
    return some and all(_is_kind(words, _MERGING) for words in things)


def _can_follow(things: list[str], before: str) -> bool:
    """Whether one thing can become or follow the other, and one of them has a name."""
    if any(is_post(words) or _POST.match(words) or _NO_THING.match(words) for words in things):
        return False
    some = any(is_named(words) for words in things) or all(map(is_thing, things))
    known = [words for words in things if words in PRONOUNS or _has_head(words)]
    if things[0] in {"them", "They"} and len(things) > 1:
        return is_named(things[1]) and bool(kind_of(things[1]))
    if len(things) > 1 and is_plural(head_of(things[1])) and not is_plural(head_of(things[0])):
        return False  # one council does not become "Executive Boards"
    single = all(
        is_thing(words, definite=True)
        or (number == 0 and (_definite(before) or _are_existing(words)))
        for number, words in enumerate(things)
    )
    return some and single and bool(known) and all(w in known or is_named(w) for w in things)


def _replaces_a_kind(things: list[str], before: str) -> bool:
    """Whether the one thing of its kind gives way to another, both without names: "a strategic
    framework to replace the current plan"."""
    if len(things) < 2 or not all(map(str.islower, things)) or PRONOUNS & {*things}:
        return False
    head = head_of(things[1])
    known = bool(kind_of(things[1])) or head in FOUNDED
    return known and " " in things[1] and bool(_THE_OLD.search(before))


def _are_existing(words: str) -> bool:
    """Whether several bodies are all those that there are: "existing advisory bodies"."""
    return bool(_FORMER.match(words)) and is_plural(head_of(words)) and is_body(words)


_MEETINGS: Final = frozenset({"Conference", "Group"})
#: What the subject and the new name have to be.
_OF_SUBJECT: Final[dict[str, Callable[[str, str, str], bool]]] = {
    "meeting": lambda subject, _new, _before: (
        subject != "them" and _is_meeting(subject) and is_thing(subject)
    ),
    "named meeting": lambda subject, _new, _before: (
        _is_kind(subject, _MEETINGS) and _HIGH_OR_NAMED.search(_core(subject)) is not None
    ),
    "body": lambda subject, _new, _before: _is_kind(subject, _BODIES) and is_thing(subject),
    "name": lambda subject, _new, _before: is_named(subject) or subject in PRONOUNS,
    "merging": _can_be_merged,
    "title": _can_be_titled,
    "called": lambda subject, _new, before: (
        is_thing(subject, _definite(before)) or (" " in subject and not _NO_THING.match(subject))
    ),
    "same head": _same_head,
    "indefinite": lambda subject, _new, before: (
        is_thing(subject)
        and (bool(_INDEFINITE.search(before)) or (is_named(subject) and is_body(subject)))
    ),
    "former": lambda subject, _new, before: (
        bool(_FORMER.search(before[-20:])) and is_thing(subject)
    ),
    "founded": lambda subject, _new, before: _can_be_founded(subject, definite=_definite(before)),
    "named body": lambda subject, _new, _before: (
        subject in PRONOUNS or (is_named(subject) and kind_of(subject) in _CLOSED)
    ),
    "ended": lambda subject, _new, before: (
        not (_ONE_OF_MANY.search(before) and not is_named(subject))
        and (is_thing(subject, _definite(before)) or (_definite(before) and bool(kind_of(subject))))
    ),
    "thing": lambda subject, _new, before: is_thing(subject, _definite(before)),
}
#: What all things of an event have to be.
_OF_ALL: Final[dict[str, Callable[[list[str], str], bool]]] = {
    "names": lambda things, _before: all(
        words in PRONOUNS or (is_named(words) and kind_of(words) not in {"", "Official"})
        for words in things
    ),
    "kinds": lambda things, _before: (
        all(words in PRONOUNS or bool(kind_of(words)) for words in things)
        and any(is_named(words) for words in things)
        and not any(_NO_THING.match(words) for words in things)
    ),
    "both": _can_follow,
    "replaced": lambda things, before: (
        _can_follow(things, before) or _replaces_a_kind(things, before)
    ),
    "either": lambda things, _before: (
        any(map(kind_of, things))
        and all(map(_is_long, things))
        and not any(map(_POST.match, things))
    ),
}
