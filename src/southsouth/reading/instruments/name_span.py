"""Where a proper name begins and ends around its head noun. English, pure.

Before the head stand capitals, what links them, and lists ("Educational, Scientific and Cultural
Organization"); behind it links, articles and capitals ("of Experts on Public Administration"). A
link behind which another name begins ("and the Office"), or none ("in Geneva"), ends it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from southsouth.reading.instruments.heads import head_of, kind_of
from southsouth.reading.instruments.phrases import phrase_after
from southsouth.reading.instruments.short_forms import is_short
from southsouth.un.dates import MONTHS

Span = tuple[int, int]


class NameSpan(NamedTuple):
    """The span of a name, and from where on another name may begin inside it."""

    span: Span
    inside: int


#: Between words: no paragraph begins inside a name.
_GAP: Final = r"(?:[ \u00a0]+\n?|\n)(?!\n)"
_LETTERS: Final = r"[A-Za-z0-9À-ɏ'’‑-]"
_CAP: Final = rf"[A-ZÀ-Þ]{_LETTERS}*(?:/[A-Z]{_LETTERS}*)?"
_WORD: Final = rf"(?:{_CAP}|[a-z]+[-‑][A-Z]{_LETTERS}*|\d+[-‑][A-Z]{_LETTERS}*)"
_CAPITAL: Final = re.compile(_WORD)
#: Small words that link the capitals before a head: "Rule of Law Unit".
_LINKING: Final = frozenset({"and", "of", "for", "on"})
_MOST_BEFORE: Final = 9
_OPENS: Final = frozenset('(“"‘[')
#: Capitals before a name that are none of it: what opens a paragraph, a month, a number.
_OPENING: Final = re.compile(
    r"(?:[A-Z][a-z]+ing(?=\s+(?:(?:of|and|for|on)\s+)?the\s)|Also|A|An|Further|Having|In|At|On|By|For|To|See|The|This|These|Such|Its|Our"
    r"|Under|With|Whereas|Decides|Requests|Invites|Welcomes|Notes|Recalls|Reaffirms|Urges"
    r"|Encourages|Calls|Mandate|Implementation|Establishment|Members?|Chair|Whether|When|While|Where|As|From|If|Each|Every|All|Any|Other|Both|Chapter"
    r"|Annex|Section|Part|States|Member\s+States|Governments|Secretary-General|[IVXLC]+\.?"
    rf"|{'|'.join(MONTHS)})\s+(?:(?:of|and|for|on)\s+)?(?:the\s+)?"
)
_YEARS: Final = r"\d{4}s?(?:[–-]\d{2,4})?(?![\w/])"
_BEHIND: Final = re.compile(
    rf"(?:{_GAP}(?:(?:of|for|on|to|in|against|with|at|among|between|and|or|with{_GAP}regard{_GAP}to){_GAP}"
    rf"(?:(?:on|in|for|of|to){_GAP})?(?:(?:the|all|its|a|an){_GAP})?)?(?={_CAP}|\d+-){_WORD}"
    rf"(?:,{_GAP}(?![A-Z-]{{3}}){_CAP}(?:{_GAP}{_CAP})?(?=,|,?{_GAP}(?:and|or){_GAP}{_CAP}))*"
    rf"(?:,(?={_GAP}(?:and|or){_GAP}{_CAP}))?"
    rf"|(?<=Decade){_GAP}{_YEARS}|(?<=Agenda){_GAP}{_YEARS}|(?<=Year){_GAP}{_YEARS}"
    rf"|{_GAP}for{_GAP}the{_GAP}\d{{4}}s)+"
)
_LINKS: Final = re.compile(r"\s(?:of|for|on|and|to|in)\s+(?:the\s+)?")
#: Where a name may end that another follows.
_JOINTS: Final = re.compile(
    r",?\s+(?P<link>and|or|to|in|of|for|on|with)\s+(?:(?:of|in|to|for)\s+)?(?:(?P<art>the|its)\s+)?"
)
_LOWER: Final = re.compile(r"\s+on\s+(?!th(?:is|at|ese|ose)\b|its\b|all\b)(?:the\s+)?[a-z]")
#: Capitals behind a name that are none of it.
_TAIL: Final = re.compile(
    r"[,\s]+(?:(?<!Draft\s)Resolutions?|Decisions?|General\s+Assembly|Member\s+States|Budget"
    r"|Government|Report)(?:\s.*)?\Z",
    re.DOTALL,
)
_LONGEST: Final = 200
#: What may be on something that no capital begins: "Working Group on the use of mercenaries".
_RUNS_ON: Final = frozenset(
    {"Group", "Committee", "Commission", "Agreement", "Instrument", "Declaration", "Official",
     "Conference", "TrustFund", "Framework"}
)  # fmt: skip
#: What is named after the place that it is in: "Interim Force in Lebanon".
_OF_PLACES: Final = frozenset({"Body", "Office", "Programme", "TrustFund", "Organization"})
#: Heads of organs whose names go on with no subject: "the General Assembly with its Chair".
_ENDED: Final = frozenset({"Assembly", "Union", "Council", "Commissioner", "Government", "Nations"})
#: Organs: what stands behind their names is none of them.
_ORGAN: Final = re.compile(
    r"(?:United\s+Nations\s+)?(?:General\s+Assembly|Security\s+Council|Human\s+Rights\s+Council"
    r"|Economic\s+and\s+Social\s+Council|Trusteeship\s+Council|Environment\s+Assembly|High\s+Commissioner)"
)
_OFFICER: Final = re.compile(r"(?:Secretary|Under-Secretary|President|Chair|Executive\s+Director)")
_PLACE_WORDS: Final = 3
_DANGLING: Final = re.compile(
    r"(?:,|[’']|\s+to\s+[A-Z][a-z]+|\s+(?:of|for|on|to|in|and|or|the|its|all|with|against|at|among"
    r"|between))+\Z"
)
_COMPLEMENT: Final = re.compile(r"\s(?:of|for|on|to|in|against|with|at|among|between)\s")
_MONTH: Final = re.compile(rf"(?:{'|'.join(MONTHS)})\b")
_ADDED: Final = re.compile(r".*(?:\bProtocols?|\bAmendments?|\bFund|\bParties)\Z", re.DOTALL)
_ACTION: Final = re.compile(r"(?:Programme|Plan|Platform|Framework)s?\b")
#: Heads that make no name of what they stand before: "Mandate of the Committee".
_EMPTY: Final = frozenset({"Mandate", "Capacity", "Presidency", "Provisions", "List", "Review"})


def name_around(text: str, head: Span, low: int, limit: int) -> NameSpan | None:
    """The name whose head noun stands at ``head``, the longest of which it is the head; None where
    the words around it are no name. It lies between ``low`` and ``limit``."""
    begin = _begin(text, head, low)
    for start in dict.fromkeys((begin, _behind_link(text, begin, head[0]))):
        stop = _end(text, start, head, limit)
        for last in dict.fromkeys((stop, head[1])):
            words = text[start:last]
            noun = head_of(words)
            if noun in _EMPTY and start == head[0]:
                return None
            if kind_of(words) and len(words) <= _LONGEST and noun[:1].isupper():
                return NameSpan((start, last), _inside(text, head[1], last))
    return None


def _inside(text: str, head_end: int, stop: int) -> int:
    """From where on another name may begin inside a name: "Bureau of the Committee"."""
    joints = _JOINTS.finditer(text, head_end, stop)
    return next((joint.end() for joint in joints if joint["art"] == "the"), stop)


def _behind_link(text: str, begin: int, head: int) -> int:
    """Where the words before a head begin that no link parts from it."""
    last = begin
    for link in _LINKS.finditer(text, begin, head):
        last = link.end()
    return last


def _begin(text: str, head: Span, low: int) -> int:
    begin = _first_capital(text, head[0], low)
    while opening := _OPENING.match(text, begin, head[0]):
        begin = opening.end()
    # "the Fund for Wells and the Office": two names
    for joint in _JOINTS.finditer(text, begin, head[0]):
        if joint["link"] != "and":
            continue
        another = joint["art"] or text.startswith("United Nations", joint.end())
        if another or kind_of(text[begin : joint.start()]):
            begin = joint.end()
    return min(begin, head[0])


def _first_capital(text: str, head: int, low: int) -> int:
    """Where the capitals before a head begin, with what links them, word by word backwards."""
    begin = at = head
    link = listed = article = False
    for _ in range(_MOST_BEFORE):
        end = at
        while end > low and text[end - 1].isspace():
            end -= 1
        if end == at or end <= low or text.count("\n", end, at) > 1:
            break
        start = max(low, text.rfind(" ", low, end) + 1, text.rfind("\n", low, end) + 1)
        word = text[start:end]
        at = start
        if article and word not in _LINKING:
            break  # "Requests the Fund": no name goes over an article without a link
        article = word == "the"
        if _CAPITAL.fullmatch(word):
            begin, link = start, False
        elif word[0] in _OPENS and _CAPITAL.fullmatch(word, 1):
            return start + 1
        elif word in _LINKING and not link:
            link = True
            listed = listed or word == "and"
        elif listed and word[-1] == "," and _CAPITAL.fullmatch(word, 0, len(word) - 1):
            begin = start
        elif not article or link:
            break
    return begin


def _end(text: str, start: int, head: Span, limit: int) -> int:
    behind = _BEHIND.match(text, head[1], limit)
    stop = behind.end() if behind else head[1]
    while text[stop - 1] == ",":
        stop -= 1
    for joint in _JOINTS.finditer(text, head[1], stop):
        if _parts(text, start, joint, stop):
            stop = joint.start()
            break
    if tail := _TAIL.search(text, head[1], stop):
        stop = tail.start()
    if dangling := _DANGLING.search(text, head[1], stop):
        stop = dangling.start()
    slash = text.find("/", head[1], stop)
    if slash > 0 and kind_of(text[slash + 1 : stop]):
        stop = slash
    name = text[start:stop]
    runs_on = kind_of(name) in _RUNS_ON and not _ORGAN.fullmatch(name)
    if runs_on and _LOWER.match(text, stop, limit):
        phrase = phrase_after(text, start, limit)
        if phrase is not None and phrase.end > stop:
            return phrase.end
    return stop


def _parts(text: str, start: int, joint: re.Match[str], stop: int) -> bool:
    """Whether another name, or no name, stands behind a link: "the Fund and the Office"."""
    before, behind = text[start : joint.start()], text[joint.end() : stop]
    if _ORGAN.fullmatch(before):
        return True
    if joint["link"] == "or":
        return bool(joint["art"])
    if joint["link"] == "and":
        if joint["art"] == "its" or _OFFICER.match(behind):
            return True
        ended = not _COMPLEMENT.search(before) or " of Action" in before[-12:]
        return bool(kind_of(before)) and _names_another(joint, behind, ended=ended)
    test = _ENDING.get(joint["link"])
    return test is not None and test(before, behind, joint["art"])


def _ends_in(before: str, behind: str, article: str | None) -> bool:
    """ "Conference on Wells in Ostend", "in May": when and where it was is none of its name."""
    elsewhere = not article and len(behind.split()) <= _PLACE_WORDS
    return bool(_MONTH.match(behind)) or (elsewhere and kind_of(before) not in _OF_PLACES)


def _ends_subject(before: str, _behind: str, _article: str | None) -> bool:
    return head_of(before) in _ENDED and not is_short(before)


def _ends_to(before: str, behind: str, _article: str | None) -> bool:
    upto = _JOINTS.split(behind, maxsplit=1)[0]
    return bool(kind_of(upto)) and not _ADDED.match(before)


_ENDING: Final = {"in": _ends_in, "on": _ends_subject, "with": _ends_subject, "to": _ends_to}


def _names_another(joint: re.Match[str], behind: str, *, ended: bool) -> bool:
    """Whether a name begins behind "and"; "Declaration and Programme of Action" is one name.
    Behind a name that has ended with its head stands none of its words."""
    if not joint["art"] and _ACTION.match(behind):
        return False
    if ended:
        return True
    upto = behind if " of Action" in behind[:20] else _JOINTS.split(behind, maxsplit=1)[0]
    return bool(kind_of(upto)) and head_of(upto)[:1].isupper()
