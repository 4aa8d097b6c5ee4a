"""Whether a verb acts on the document that is cited, or on something else that it explains. Pure.

"Recalls its resolution 60/1" acts on the resolution; "Welcomes the fund established by resolution
60/1" on a fund. Of a citation in brackets or in a footnote, "takes note of the report of the
Board (A/60/1)", the noun tells.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

#: What a document has, in one and in several.
_PARTS: Final = (
    "paragraph", "paragraphs", "section", "sections", "part", "parts", "annex", "annexes",
    "chapter", "chapters",
)  # fmt: skip

#: What leaves the way from a verb to a document open: adverbs, determiners, places within.
_OPEN: Final = frozenset(
    [
        "again",
        "also",
        "further",
        "once",
        "more",
        "and",
        "fully",
        "strongly",
        "in",
        "this",
        "that",
        "these",
        "those",
        "regard",
        "respect",
        "connection",
        "context",
        "with",
        "appreciation",
        "satisfaction",
        "interest",
        "approval",
        "concern",
        "its",
        "the",
        "all",
        "of",
        "their",
        "our",
        "other",
        "relevant",
        "previous",
        "earlier",
        "subsequent",
        "pertinent",
        "related",
        "adoption",
        "content",
        "contents",
        "terms",
        "provision",
        "provisions",
        "principle",
        "principles",
        "inter",
        "alia",
        "particular",
        "including",
        "especially",
        "notably",
        "as",
        "well",
        "such",
        "both",
        "upon",
        "on",
        "to",
        "by",
        "accordingly",
        *_PARTS,
        "resolution",
        "resolutions",
        "decision",
        "decisions",
        "outcome",
        "document",
        "session",
        "series",
        "no",
        "nos",
        "deep",
        "great",
        "full",
        "operative",
        "preambular",
    ]
)
#: What leads to the number of a document: "its resolution", "and Council decisions".
_LEADING: Final = frozenset(
    [
        "its",
        "the",
        "of",
        "on",
        "in",
        "for",
        "particular",
        "also",
        "other",
        "relevant",
        "resolution",
        "resolutions",
        "decision",
        "decisions",
        "all",
        "that",
        "to",
        "no",
        *_PARTS,
        "thereof",
    ]
)
_PLACE: Final = re.compile(
    r"(?:[A-Z][\w’'-]*|\d{1,3}|\(?[a-z]\)|[IVXLC]+|[–-])[,.]?|\d{1,3}[–-]\d{1,3}"
)
#: A document by its kind, as a verb's object: "the report of", "its note verbale".
_DOCUMENT: Final = re.compile(
    r"[\s,]*(?:(?:again|also|with\s+\w+|in\s+this\s+regard|of|the|its|his|their|that|a|an|to|as)[\s,]+)*"
    r"(?:(?!(?:in|by|of|on|to|for|from|under|with)\b)[\w’'-]+\s+){0,5}?"
    r"(?:reports?|notes?|letters?|memorand(?:um|a)|statements?|declaration|documents?|programme\s+of"
    r"\s+(?:action|work)|plan|strategy|agenda|framework|outcomes?|communiqué|study|studies|budget"
    r"|estimates?|conclusions|agreement|protocol|convention|covenants?|treaty|charter|statute"
    r"|accord|compact|consensus|guidelines|principles|rules|communications?|notes\s+verbales?)\b",
    re.IGNORECASE,
)
#: What follows it qualifies the noun before: "established under", "contained in".
_QUALIFYING: Final = re.compile(
    r"\b(?:established|created|set\s+up|constituted|adopted|approved|convened|mandated|requested"
    r"|called\s+for|contained|referred\s+to|provided\s+for|outlined|set\s+out|set\s+forth|mentioned"
    r"|endorsed|launched|made|taken|submitted|prepared|presented|issued|held|proclaimed|extended"
    r"|authorized|imposed|described|reflected|included|annexed|stipulated|agreed|identified"
    r"|recommended|proposed|decided)\s+(?:[\w-]+ly\s+)?"
    r"(?:in\s+accordance\s+with|in\s+response\s+to|pursuant\s+to|under|by|in|on|through|upon)\b"
    r"|\b(?:pursuant\s+to|in\s+accordance\s+with|in\s+response\s+to|in\s+compliance\s+with"
    r"|in\s+conformity\s+with|as\s+(?:called|provided)\s+for|on\s+the\s+basis\s+of"
    r"|in\s+line\s+with|implementation\s+of|established|responsible\s+for|by\s+which|in\s+which"
    r"|following|under)\b"
)
#: Between two documents of one list.
_JOINS: Final = re.compile(r"(?:,|;|\band|\bor|\bas\s+well\s+as|\bincluding|\bnotably)\s*\Z")
_WIDER: Final = re.compile(r"\b(?:resolutions|decisions|statements|reports)\b")
_NARROWED: Final = re.compile(
    r"(?:\bincluding|\bin\s+particular|\bparticularly|\bnotably|\bespecially|\bmost\s+recently"
    r"|\bthe\s+(?:last|latest|most\s+recent)\s+of\s+which\s+(?:was|is|being|were)),?"
    r"(?:\s+inter\s+alia,)?\s*\Z"
)
_JOINED: Final = re.compile(r"\)?(?:,?\s+(?:and|as\s+well\s+as|or)\b|,)")
_QUALIFIED: Final = re.compile(rf"(?:{_QUALIFYING.pattern})\s*\Z")
_ASIDE: Final = 120
_LONGEST: Final = 3600
_NEAR: Final = 200
_TAIL: Final = 60


def _is_leading(word: str, following: str) -> bool:
    if word.rstrip(",.").lower() in _LEADING or _PLACE.fullmatch(word):
        return not word.endswith(",") or word in {"particular,", "alia,"}
    return word == "and" and following.startswith(("Social", "Criminal"))


def _without_lead(gap: str) -> str:
    """``gap`` up to the words that lead to a number."""
    end, following = len(gap), ""
    low = max(end - _NEAR, 0)
    for word in reversed(gap[low:].split()):
        if not _is_leading(word, following):
            break
        end, following = gap.rindex(word, low, end), word
    return gap[:end]


def _is_open(gap: str) -> bool:
    return all(
        word.strip(",'’();:").lower() in _OPEN or _PLACE.fullmatch(word) for word in gap.split()
    )


@lru_cache(maxsize=4096)
def _goes_on(gap: str, *, bracketed: bool) -> bool:
    """Whether the words behind what a verb acts on lead to more of the same: "on wells, and
    its ". Most gaps are few and short, ", " and " and ": they are read once."""
    rest = _without_lead(gap)
    if not rest.strip():
        return True
    if bracketed and (joined := _JOINED.match(gap)):
        return _DOCUMENT.match(gap, joined.end()) is not None
    tail = rest[-_TAIL:]
    return _JOINS.search(tail) is not None and _QUALIFIED.search(tail) is None


@lru_cache(maxsize=4096)
def _opens(gap: str, *, bracketed: bool) -> bool:
    """Whether the words between a verb and a document lead to it: " its "."""
    rest = _without_lead(gap)
    if _is_open(rest):
        return True
    # "recalls its resolutions on wells, in particular resolution 60/1"
    if _NARROWED.search(rest[-_TAIL:]):
        wider = _WIDER.search(gap)
        if wider and _is_open(gap[: wider.start()]):
            return True
    # "recalls the wells, and its resolution 60/1"
    if not bracketed and _JOINS.search(rest[-_TAIL:]) and not _QUALIFYING.search(gap):
        return True
    return bracketed and _DOCUMENT.match(gap) is not None


class Acts:
    """Goes through the citations of a document in order, with what each verb acted on so far.

    >>> text = "Recalling its resolution 60/1 on wells and the fund set up by resolution 61/2"
    >>> acts = Acts(text)
    >>> [acts.is_direct(9, text.index(n), text.index(n) + 4, bracketed=False) for n in ("60", "61")]
    [True, False]
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._reached: dict[int, int] = {}

    def is_bracketed(self, at: int) -> bool:
        """Whether the citation at ``at`` stands in brackets and explains the words before them."""
        opening = self._text.rfind("(", max(at - _ASIDE, 0), at)
        return opening >= 0 and self._text.find(")", opening, at) < 0

    def is_direct(self, verb_end: int, start: int, end: int, *, bracketed: bool) -> bool:
        """Whether the verb that ends at ``verb_end`` acts on what is cited at ``start``.
        ``bracketed`` says that the citation explains the words before it: in brackets, or in a
        footnote, whose mark stands at ``start``."""
        if not 0 <= start - verb_end < _LONGEST:
            return False
        reached = self._reached.get(verb_end)
        direct = reached is not None and _goes_on(self._text[reached:start], bracketed=bracketed)
        if not direct:
            direct = _opens(self._text[verb_end:start], bracketed=bracketed)
        if direct:
            self._reached[verb_end] = max(end, self._reached.get(verb_end, 0))
        return direct
