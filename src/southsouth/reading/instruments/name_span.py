"""Where a proper name begins and ends around its head noun. English, pure.

Before the head stand capitals, what links them, and lists ("Educational, Scientific and Cultural
Organization"); behind it links, articles and capitals ("of Experts on Public Administration"). A
link behind which another name begins ("and the Office"), or none ("in Geneva"), ends it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from southsouth.reading.instruments.heads import head_of, kind_of
from southsouth.reading.instruments.name_joints import EMPTY, JOINTS, parts
from southsouth.reading.instruments.name_tail import end_in_small, goes_on, trimmed
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
    r"(?:[A-Z][a-z]+ing(?=\s+(?:(?:of|and|for|on)\s+)?the\s)|Also|A|An|Further|Having|In|At|On|By|For|To|See|The|This|These|Such|Its|Our(?!\s+Common\s)"
    r"|Under|With|Whereas|Decides|Requests|Invites|Welcomes|Notes|Recalls|Reaffirms|Urges"
    r"|Encourages|Calls|Mandate|Implementation|Establishment|Members?|Chair|Whether|When|While|Where|As|From|If|Each|Every|All|Any|Other|Both|Chapter"
    r"|Annex|Section|Part|States|Member\s+States|Governments|Secretary-General|[IVXLC]+\.?"
    rf"|{'|'.join(MONTHS)})\s+(?:(?:of|and|for|on)\s+)?(?:the\s+)?"
)
_YEARS: Final = r"\d{4}s?(?:[–-]\d{2,4})?(?![\w/])"
#: What a programme is to do to something: "… to Prevent, Combat and Eradicate the Trade".
_DOES: Final = "|".join(
    rf"(?<={verb}[ \u00a0\n])"
    for verb in (
        "Achieve", "Address", "Combat", "Deplete", "Eliminate", "Eradicate", "Implement", "Monitor",
        "Prevent", "Promote", "Protect", "Review", "Strengthen", "Support", "Suppress",
    )
)  # fmt: skip
_BEHIND: Final = re.compile(
    rf"(?:{_GAP}(?:(?:of|for|on|to|in|against|with|at|among|between|and|or|with{_GAP}regard{_GAP}to){_GAP}"
    rf"(?:(?:on|in|for|of|to|and){_GAP})?(?:(?:the|all|its|a|an){_GAP})?"
    # "Agreement for Ending the Conflict"
    rf"|(?<=ing[ \u00a0\n])(?:the|an?){_GAP}(?:\d{{4}}{_GAP})?|that{_GAP}"
    rf"|(?:{_DOES})the{_GAP})?(?={_CAP}|\d+-){_WORD}"
    rf"(?:,{_GAP}(?![A-Z-]{{3}}){_CAP}(?:{_GAP}{_CAP})?(?=,|,?{_GAP}(?:and|or){_GAP}{_CAP}))*"
    rf"(?:,(?={_GAP}(?:and|or){_GAP}{_CAP}))?"
    rf"|(?<=Goal){_GAP}\d{{1,2}}|(?<=Article){_GAP}\d+(?:{_GAP}\([a-z]\))?"
    rf"|(?<=Decade){_GAP}{_YEARS}|(?<=Agenda){_GAP}(?:21(?!\w)|{_YEARS})|(?<=Year){_GAP}{_YEARS}"
    rf"|{_GAP}for{_GAP}the{_GAP}\d{{4}}s)+"
)
_LINKS: Final = re.compile(r"\s(?:of|for|on|and|to|in)\s+(?:the\s+)?")
_LONGEST: Final = 200
#: What goes on behind "by": "Organization for Carriage by Camel".
_GOES_BY: Final = frozenset({"Agreement", "Organization"})
_BEGINS_NAME: Final = re.compile(
    r"United\s+Nations|General\s+Assembly|Security\s+Council|Economic\s+and\s+Social\s+Council"
)
#: What treaties are on goes on behind "by": "Measures by Fishing Vessels", "Damage Caused by".
_BY: Final = re.compile(
    rf"{_GAP}(?:by|from){_GAP}(?:(?:the|their|its){_GAP})?(?!Resolution|Decision|(?:Member{_GAP})?States|Parties|Governments)(?={_CAP}){_WORD}"
)
#: Capitals with a head that name nothing: "celebration by the United Nations of Wells Day".
_NO_NAME: Final = re.compile(
    r"Purposes\s+and\s+Principles\b|Principles\s+of\s+the\s+Charter\b|United\s+Nations\s+(?:of|on|for|to|in|at)\b"
)
#: Two bodies with a slash: "Development/United Nations Development Programme".
_SLASH: Final = re.compile(r"\w+/(?=United\s)")


def name_around(text: str, head: Span, low: int, limit: int) -> NameSpan | None:
    """The name whose head noun stands at ``head``, the longest of which it is the head; None where
    the words around it are no name. It lies between ``low`` and ``limit``."""
    begin = _begin(text, head, low)
    for start in dict.fromkeys((begin, _behind_link(text, begin, head[0]))):
        stop = _end(text, start, head, limit)
        for last in dict.fromkeys((stop, head[1])):
            words = text[start:last]
            noun = head_of(words)
            if (noun in EMPTY and words.startswith(noun)) or _NO_NAME.match(words):
                if start == head[0]:
                    return None
                continue  # "Provisions of the Convention"
            if kind_of(words) and len(words) <= _LONGEST and noun[:1].isupper():
                return NameSpan((start, last), _inside(text, head[1], last))
    return None


def _inside(text: str, head_end: int, stop: int) -> int:
    """From where on another name may begin inside a name: "Bureau of the Committee"."""
    joints = JOINTS.finditer(text, head_end, stop)
    return next((joint.end() for joint in joints if joint["art"] == "the"), stop)


def _behind_link(text: str, begin: int, head: int) -> int:
    """Where the words before a head begin that no link parts from it."""
    last = begin
    for link in _LINKS.finditer(text, begin, head):
        last = link.end()
    return last


def _begin(text: str, head: Span, low: int) -> int:
    begin = _first_capital(text, head[0], low)
    while opening := _OPENING.match(text, begin, head[0]) or _SLASH.match(text, begin, head[0]):
        begin = opening.end()
    # "the Fund for Wells and the Office": two names
    for joint in JOINTS.finditer(text, begin, head[0]):
        if joint["link"] != "and":
            continue
        another = joint["art"] or _BEGINS_NAME.match(text, joint.end())
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
    for joint in JOINTS.finditer(text, head[1], stop):
        if parts(text, start, joint, stop):
            stop = joint.start()
            break
    stop = trimmed(text, start, head[1], stop, limit)
    kind = kind_of(text[start:stop])
    if kind in _GOES_BY and (by := _BY.match(text, stop, limit)):
        further = _BEHIND.match(text, by.end(), limit)
        return further.end() if further else by.end()
    if goes_on(text, start, stop, limit):
        return end_in_small(text, start, stop, limit)
    return stop
