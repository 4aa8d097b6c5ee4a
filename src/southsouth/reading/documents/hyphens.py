"""Words that the end of a line cut in two.

A hyphen at the end of a line is the word's own, or the typesetter's. The text itself tells which:
the word stands elsewhere in one form or the other. Where it does not, the words of the trade are
known; any other keeps its hyphen.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from southsouth.un.dates import MONTHS

_CUT: Final = re.compile(r"(?P<head>[A-Za-zÀ-ÿ]{2,})(?P<sign>[-‐¬\u00ad])\Z")
_TAIL: Final = re.compile(r"[a-zà-ÿ]{2,}")
_SOFT: Final = frozenset("¬\u00ad")
_SLASHED: Final = re.compile(r"\w/\Z")
_CUT_LINE: Final = re.compile(
    r"(?P<sign>(?<=[a-z])[-‐¬\u00ad]|(?<=\d)/)(?P<end>)[^\S\n]*\n\s*(?=[a-z\d])"
)
#: What may cut a word or a number at the end of a line.
_SIGNS: Final = frozenset("-‐¬\u00ad/")
_WORD: Final = re.compile(r"[A-Za-zÀ-ÿ]+(?:-[A-Za-zÀ-ÿ]+)*")
_TRADE: Final = frozenset(
    ("resolution", "resolutions", "decision", "decisions", "assembly", "council", "general",
     "security", "economic", "social", "commission", "committee", "conference", "document",
     "paragraph", "paragraphs", "annex", "nations", "united", "programme", "report", "secretary",
     "organization", "international", "development", "government", "governments", "recommendation",
     "recommendations", "administration", "implementation", "representative", "representatives",
     "establishment", "declaration", "convention", "supplement",
     *(month.lower() for month in MONTHS))
)  # fmt: skip


class Hyphens:
    """What to do at the ends of the lines of a text."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the text that stand on one line, in small letters."""
        return frozenset(word.lower() for word in _WORD.findall(self._source))

    def joint(self, above: str, below: str) -> tuple[str, int]:
        """What joins two lines, and how many characters of the first go: "reso-" and "lution" are
        one word, "co-" and "operation" keep their hyphen, any other two have a space."""
        above = above.rstrip()
        if _SLASHED.search(above) and below[:1].isalnum():
            return "", 0
        cut, tail = _CUT.search(above), _TAIL.match(below)
        if cut is None or tail is None:
            return " ", 0
        return "", int(self._is_typesetters(cut["head"].lower(), tail[0], cut["sign"]))

    def _is_typesetters(self, head: str, tail: str, sign: str) -> bool:
        if sign in _SOFT or head + tail in _TRADE:
            return True
        if f"{head}-{tail}" in self._words:
            return False
        return head + tail in self._words

    def pieces(self, start: int, end: int) -> list[tuple[str, int]]:
        """The words from ``start`` to ``end`` of the text, with their offsets, without the hyphens
        and line ends that cut them."""
        found: list[tuple[str, int]] = []
        for cut in _CUT_LINE.finditer(self._source, start, end):
            above = self._source[start : cut.start("end")]
            joint, signs = self.joint(above[-40:], self._source[cut.end() : cut.end() + 40])
            if joint or not (signs or cut["sign"] == "/"):
                continue
            found.append((above[: len(above) - signs], start))
            start = cut.end()
        found.append((self._source[start:end], start))
        return found


#: A line that goes on in small letters or figures; it begins with a letter, so the search is fast.
_GOES_ON: Final = re.compile(r"\n\s*(?=[a-z\d])")


def has_cut_words(source: str) -> bool:
    """Whether a line of the text ends as one does that cuts a word or a number."""
    for line in _GOES_ON.finditer(source):
        end = line.start()
        while end and source[end - 1] in " \t\r\f\v\u00a0":
            end -= 1
        if source[end - 1 : end] in _SIGNS and _CUT_LINE.match(source, end - 1):
            return True
    return False
