"""Masking: a provision without what stands between a verb and its roles, and the way back.

"transform, with effect from 1 January 2002, the Commission on Wells, established in 1990, into the
Programme" reads "transform the Commission on Wells into the Programme". A view is such a text with
the map to the offsets of the document (0-based, end-exclusive), exact for every character. There
are two of each passage: ``plain`` leaves out brackets, adverbs and days, ``bare`` also the asides
between commas. What stands in an aside is read in the plain view, which still has it.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from southsouth.un.dates import MONTHS

_MONTH: Final = rf"(?:{'|'.join(MONTHS)})"
_DAY: Final = (
    rf"(?:\d{{1,2}}\s+{_MONTH}(?:\s+(?:19|20)\d\d)?|{_MONTH}\s+(?:19|20)\d\d|(?:19|20)\d\d)"
)


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


def _by_letter(words: Sequence[str]) -> str:
    """An alternation in which few branches are tried: the words, by their first letter."""
    letters = dict.fromkeys(word[0] for word in words)
    return "|".join(
        f"{letter}(?:{'|'.join(word[1:] for word in words if word[0] == letter)})"
        for letter in letters
    )


#: Adverbs that say nothing of who does what to whom.
ADVERBS: Final = _words(
    "also further hereby henceforth hereafter thereafter subsequently later then officially "
    "jointly recently administratively gradually fully eventually therefore finally formally "
    "immediately simultaneously accordingly thus thereby initially originally already now "
    "still temporarily permanently progressively duly effectively successfully expeditiously "
    "urgently swiftly promptly henceforward collectively newly currently presently once "
    "ultimately consequently likewise instead again rapidly unanimously ever annually "
)

#: A bracket that holds no words of the sentence: an acronym, a symbol, a remark. Not the year of a
#: resolution, the session in Roman figures, the number of an item, nor another name.
_BRACKET: Final = (
    r"\s*\((?!(?:19|20)\d\d\)|[IVXLC]+\)|[a-z]{1,4}\)|\d{1,2}\)|now\b|formerly\b|previously\b|to\s+be\b"
    r"|renamed\b|later\b|subsequently\b)(?:[^()]|\([^()]*\)){1,240}\)"
)
_ADVERB: Final = (
    rf"(?<=[\w,])\s+(?:{_by_letter(ADVERBS)})(?=\s+(?!known\b|called\b|renamed\b)[\w“])"
    r"|(?<=\w),?\s+(?:inter\s+alia|as\s+appropriate|as\s+necessary|if\s+necessary|where\s+appropriate"
    r"|in\s+particular|at\s+an\s+early\s+date|as\s+soon\s+as\s+possible|without\s+delay"
    r"|upon\s+request|with\s+immediate\s+effect|to\s+the\s+extent\s+possible|in\s+principle"
    r"|on\s+an\s+exceptional\s+basis|as\s+a\s+matter\s+of\s+(?:urgency|priority))\b,?"
    r"|(?<=\w)\s+(?:now)(?=\s+(?:be|been|being|established|created|transformed|replaced)\b)"
)
_WHEN: Final = (
    r"(?<=\w)(?P<comma>,)?\s+(?:no(?:t)?\s+later\s+than|with\s+effect\s+from|with\s+effect\s+on|effective(?:\s+from)?"
    r"|as\s+(?:of|from)|starting\s+(?:on|from|in)|beginning\s+(?:on|in)|before|until|from|by|on|in|since)"
    rf"\s+(?:the\s+end\s+of\s+|early\s+|late\s+)?{_DAY}(?!\s*(?:[-–]|to\b|and\s+\d))(?(comma)(?:,(?=\s))?)"
)
#: Words that begin an aside between two commas.
_OPENS_ASIDE: Final = _words(
    "which who whose where established created set adopted proclaimed held convened currently "
    "within with in on at by under pursuant through following subject including comprising "
    "composed consisting building based located headed chaired led supported funded as if "
    "when while having taking bearing recalling noting inter for referred contained annexed "
    "described mentioned known to of without after before upon notwithstanding co-chaired "
    "organized hosted drawing hereinafter until since during decided approved endorsed "
    "constituted made operating together along "
)
_ASIDE: Final = re.compile(
    rf",\s+(?!including\b[^,;:]*,\s+[A-Z])(?:{_by_letter(_OPENS_ASIDE)})\b(?!\s+(?:be|been|well)\b)(?:(?!\.\s)[^;:]){{1,320}}?,(?=\s+(?!\d))"
)
#: All of them begin with a space or a comma, which is looked for first: few characters are.
_LIGHT: Final = re.compile(rf"(?=[\s,])(?:{_BRACKET}|{_WHEN}|{_ADVERB})")
#: What stands between a list's introduction and the words of an item.
_NUMBER: Final = re.compile(r"\s*(?:\(?[a-z]{1,5}[.)]|\(?\d{1,3}[.)]|[-–•*♦])\s+")
_LED: Final = re.compile(r"[^;.]*:\s*\Z")
#: A word with a capital only because it begins the item of a list.
_BEGINS_ITEM: Final = re.compile(r"[A-Z](?=[a-z]+\s+[a-z])")


class View(NamedTuple):
    """A masked text. ``starts`` are the offsets in it where its pieces begin, ``shifts`` what is to
    be added to an offset in each of them to have that of the document."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def origin(self, at: int) -> int:
        """The offset in the document of the character at ``at``."""
        return at + self.shifts[max(0, bisect_right(self.starts, at) - 1)]

    def end_of(self, at: int) -> int:
        """The offset in the document behind the character before ``at``."""
        return self.origin(at - 1) + 1 if at else self.origin(0)

    def place_of(self, offset: int) -> int:
        """Where the document's ``offset`` is in this text; -1 where it is masked."""
        end = len(self.text)
        for piece in range(len(self.starts) - 1, -1, -1):
            start = self.starts[piece]
            at = offset - self.shifts[piece]
            if at >= start:
                return at if at < end else -1
            end = start
        return -1

    def words(self, text: str, start: int, end: int) -> str:
        """The words there, with the brackets inside them that were masked."""
        first, last = self.origin(start), self.end_of(end)
        own = " ".join(self.text[start:end].split())
        if last - first == end - start:
            return own  # nothing is masked in them
        whole = " ".join(text[first:last].split())
        return whole if " ".join(_LIGHT.sub("", whole).split()) == own else own


def _kept(start: int, end: int, masked: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    pieces, at = [], start
    for first, last in masked:
        if first > at:
            pieces.append((at, first))
        at = max(at, last)
    if at < end:
        pieces.append((at, end))
    return pieces


def _view(text: str, pieces: Sequence[tuple[int, int]]) -> View:
    starts, shifts, at = [], [], 0
    for first, last in pieces:
        starts.append(at)
        shifts.append(first - at)
        at += last - first
    return View("".join(text[a:b] for a, b in pieces), tuple(starts), tuple(shifts))


def _light(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [found.span() for found in _LIGHT.finditer(text, start, end)]


def plain_view(text: str, start: int, end: int) -> View:
    """The passage without brackets, adverbs and days."""
    return _view(text, _kept(start, end, _light(text, start, end)))


def bare_view(text: str, plain: View) -> View:
    """The plain view without its asides."""
    masked = []
    at = 0
    while found := _ASIDE.search(plain.text, at):
        masked.append(found.span())
        at = found.end()
    if not masked:
        return plain
    pieces: list[tuple[int, int]] = []
    for first, last in _kept(0, len(plain.text), masked):
        pieces += _document_pieces(plain, first, last)
    return _view(text, pieces)


def _document_pieces(view: View, first: int, last: int) -> list[tuple[int, int]]:
    """The passages of the document that make up ``view.text[first:last]``."""
    cuts = [first, *(start for start in view.starts if first < start < last), last]
    return [(view.origin(a), view.end_of(b)) for a, b in itertools.pairwise(cuts) if b > a]


def item_view(text: str, lead: tuple[int, int], item: tuple[int, int]) -> View | None:
    """An item of a list behind the words that introduce it, None where those end with no colon.

    "Decides that the reviews: … (b) Shall replace the reports" reads "Decides that the reviews
    shall replace the reports".
    """
    found = _LED.search(text, max(lead[0], lead[1] - 500), lead[1])
    if found is None:
        return None
    number = _NUMBER.match(text, *item)
    begin = number.end() if number else item[0]
    colon = text.rfind(":", found.start(), found.end())
    first = (
        found.start() + len(text[found.start() : colon]) - len(text[found.start() : colon].lstrip())
    )
    pieces = _kept(first, colon, _light(text, first, colon))
    if colon + 1 < len(text) and text[colon + 1].isspace():
        pieces.append((colon + 1, colon + 2))
    view = _view(text, [*pieces, *_kept(begin, item[1], _light(text, begin, item[1]))])
    at = view.place_of(begin)
    if at >= 0 and (first_letter := _BEGINS_ITEM.match(view.text, at)):
        small = view.text[:at] + first_letter[0].lower() + view.text[at + 1 :]
        return view._replace(text=small)
    return view
