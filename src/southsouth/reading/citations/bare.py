"""Which series a bare number belongs to, told without grammar, in any of the six languages. Pure.

A number and the year printed beside it fit the sessions of one organ and not of another: "43/8" of
2020 is the Human Rights Council's, of 1988 the Assembly's. Letters of sections are the Assembly's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from southsouth.un.organs import (
    GENERAL_ASSEMBLY,
    HUMAN_RIGHTS_COUNCIL,
    ORGANS,
    OTHER_BODIES,
    can_have_adopted,
    organ,
)
from southsouth.un.symbols import Symbol, decision_symbol, resolution_symbol

#: The organs as running text names them in the five languages other than English. Those without
#: a row, whose sessions have numbers like the Assembly's, come before it: "other".
_ORGANS: Final = re.compile(
    "|".join(
        f"(?P<{handle.replace('-', '_')}>{words})"
        for handle, words in (
            *(
                (row.handle, "|".join(row.names.values()))
                for row in ORGANS
                if row.names and row.handle != GENERAL_ASSEMBLY
            ),
            ("other", OTHER_BODIES),
            (GENERAL_ASSEMBLY, "|".join(ORGANS[0].names.values())),
        )
    ),
    re.IGNORECASE,
)
#: "23 de marzo de 2021", "23 آذار/مارس 2021", "23 March 2021"; a year alone is no date ("2030").
_DATE: Final = re.compile(
    r"(?<!\d)\d{1,2}(?:er|\.?º)?\s+(?:de\s+)?[^\W\d]+(?:\s[^\W\d]+)?(?:/[^\W\d]+)?"
    r"\s+(?:del?\s+)?((?:19|20)\d\d)(?!\d)"
)
_RESPECTIVELY: Final = re.compile(r"respectiv|соответственно|على التوالي", re.IGNORECASE)
_CHINESE_DATE: Final = re.compile(r"((?:19|20)\d\d)年\d{1,2}月\d{1,2}日")
_OTHER_NUMBER: Final = re.compile(r"\d{1,4}/\d")
#: More numbers of the same list; an organ behind the last of them is the first one's too.
_LIST: Final = re.compile(r"(?:(?:[\s,،、第]|et\b|y\b|и\b|و|和|及)*\d{1,4}/\d{1,4}(?:\s[A-Z]\b)?)*")
_TITLE: Final = re.compile(r",?\s*[^\W\d]+\s*[«“\"][^»”\"]{1,300}[»”\"]")
_SENTENCE_ENDS: Final = re.compile(r"[.;؛。；]\s|[；。]")
_NOUN: Final = re.compile(
    r"(?P<decision>décision|decisión|decisiones|решени|مقرر|决定)"
    r"|(?P<resolution>résolution|resoluci|резолюци|قرار|决议)",
    re.IGNORECASE,
)
#: "Supplement No. 7 (E/2020/27), chap. I, sect. C, " in front of "resolution 59/1".
_IN_REPORT: Final = re.compile(
    r"[（(](?P<report>[AE]/[^\s()]{1,30})[)）][,，،]"
    r"[^;.。]*(?:\bchap|\bcap|\bгл|章|الفصل)[^;.。]*\Z"
)
_COUNCIL_REPORT: Final = re.compile(r"A/\d+/53(?:/|\Z)")
_REPORT_REACH: Final = 90
_ABBREVIATED: Final = re.compile(r"\b(?:chap|sect|secc|cap|гл|разд)\.")
_BESIDE: Final = 80
_BEFORE: Final = 300
_BEHIND: Final = 120


@dataclass(frozen=True, slots=True)
class Bare:
    """A number as printed, "36/117 A": its session (or year), number and section letter, with the
    year printed beside it (0 for none) and whether it is called a decision."""

    session: int
    number: int
    letter: str
    year: int
    decision: bool


def bare_number(text: str, begin: int, found: re.Match[str], letter: str, limit: int) -> Bare:
    """The number that ``found`` (groups session and number) matched in the paragraph from ``begin``
    to ``limit`` of ``text``, with what stands beside it.

    Its date is looked for behind it, in Chinese before it; never across another number or the end
    of a sentence. The noun stands before the number, in Chinese behind it.
    """
    start, end = found.span()
    behind = text[end : min(end + _BESIDE, limit)]
    for stop in (_OTHER_NUMBER.search(behind), _SENTENCE_ENDS.search(behind)):
        behind = behind[: stop.start()] if stop else behind
    before = text[max(start - _BESIDE, begin) : start]
    chinese = before.endswith("第")
    if chinese:
        dates = _CHINESE_DATE.findall(_OTHER_NUMBER.split(before)[-1])[-1:]
        nouns = [noun.lastgroup for noun in _NOUN.finditer(text, end, min(end + _BESIDE, limit))]
    else:
        # "51/1, 52/2 et 53/3, en date, respectivement, du …": the first date is the first number's
        dates = [] if _RESPECTIVELY.search(behind) else _DATE.findall(behind)[:1]
        nouns = [noun.lastgroup for noun in _NOUN.finditer(before)][::-1]
    decision = nouns[:1] == ["decision"]
    year = int(dates[0]) if dates else 0
    return Bare(int(found["session"]), int(found["number"]), letter, year, decision)


def list_end(text: str, end: int, limit: int) -> int:
    """Where the list of numbers ends whose member ends at ``end``: there itself for the last."""
    found = _LIST.match(text, end, limit)
    return found.end() if found else end


def reporting_body(text: str, start: int) -> str:
    """Whose the resolution at ``start`` is that a report prints, by the report's symbol before it:
    the reporting body's. "human-rights-council" for a report A/78/53 (its number each year),
    "other" for any other, "" where no report stands before.
    """
    before = text[max(start - _REPORT_REACH, 0) : start]
    if "/" not in before:
        return ""
    found = _IN_REPORT.search(_ABBREVIATED.sub(lambda m: m[0].replace(".", " "), before))
    if found is None:
        return ""
    return HUMAN_RIGHTS_COUNCIL if _COUNCIL_REPORT.match(found["report"]) else "other"


def organs_near(text: str, begin: int, start: int, end: int, limit: int) -> list[str]:
    """The organs named near the number at ``text[start:end]`` of a paragraph ``begin`` to
    ``limit``: the one that follows in the same clause, then those before it, the nearest first."""
    end = list_end(text, end, limit)
    if title := _TITLE.match(text, end, limit):
        end = title.end()
    behind = text[end : min(end + _BEHIND, limit)]
    if stop := _SENTENCE_ENDS.search(behind):
        behind = behind[: stop.start()]
    found = []
    if after := _ORGANS.search(behind):
        found.append(_organ(after))
    before = list(_ORGANS.finditer(text, max(begin, start - _BEFORE), start))
    return [*found, *(_organ(one) for one in reversed(before))]


def _organ(found: re.Match[str]) -> str:
    return (found.lastgroup or "").replace("_", "-")


def _possible(organ: str, bare: Bare) -> bool:
    """Whether that organ can have adopted something under that number, in that year."""
    year = bare.year
    return can_have_adopted(
        organ,
        str(bare.session),
        bare.number,
        letter=bare.letter,
        decision=bare.decision,
        earliest=date(year, 1, 1) if year else None,
        latest=date(year, 12, 31) if year else None,
    )


def _symbol_of(handle: str, bare: Bare) -> Symbol | None:
    number, session = str(bare.number), str(bare.session)
    row = organ(handle)
    only = row.only_decisions if row else 0
    unexplained = bool(only) and not bare.letter and bare.number >= only
    if bare.decision or unexplained:
        return decision_symbol(handle, number, session)
    return resolution_symbol(handle, number, session, bare.letter)


def told(bare: Bare, organs: list[str]) -> Symbol | None:
    """The symbol of the first of ``organs`` that can have adopted it, or of the one that the year
    tells; None for none of them, and behind a body whose numbers are no series here."""
    by_year = (GENERAL_ASSEMBLY, HUMAN_RIGHTS_COUNCIL) if bare.year else ()
    for handle in (*organs, *by_year):
        if handle == "other":
            return None
        if _possible(handle, bare):
            return _symbol_of(handle, bare)
    return None
