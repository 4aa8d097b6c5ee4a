"""What repeats on the pages of a PDF and is no part of its text: headers, footers, job numbers.

The masthead of the first page is text. From the second page on, rows are taken away from the top
and from the bottom for as long as each is known for furniture: by its form, because it stands above
the rule that closes a header, because other pages begin with it, or because it repeats the first
page in smaller letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from southsouth.reading.documents.letters import BARS
from southsouth.reading.documents.pdf.columns import Page, PageRow
from southsouth.reading.documents.pdf.lines import Line

#: Parts of the page's height and width.
_TOP: Final = 0.82
_BOTTOM: Final = 0.12
_WIDE_RULE: Final = 0.4
#: A line that this many pages begin or end with is furniture; more in a long document.
_REPEATS: Final = ((10, 2), (10**9, 3))
_NUMBERED_PAGES: Final = 3
_SMALLER: Final = 0.95
_NUMBER_GAP: Final = 1.5
_NUMBER: Final = re.compile(r"\d{1,4}|[ivxlc]{1,7}")
_PAGE_NUMBER: Final = re.compile(r"^\d{1,4}(?=\s)|(?<=\s)\d{1,4}$")
_FORMS: Final = re.compile(
    r"(?:(?:(?:page\s+)?[-–—]?\s?\d{1,4}(?:\s?/\s?\d{1,4}|\sof\s\d{1,4})?\s?[-–—]?"  # 2/5, - 3 -
    r"|(?:[a-z]{1,3}\.)?\d{2}-\d{5,6}(?=\(|\s|$)|\d{6,7}|\([a-z]\)"  # 18-17962 (E) 021118
    r"|\*\d{5,}\*|please\s+recycle|[♲♻]|/?(?:\.\.\.|…)|[ivxlc]{1,7})(?:\s+|(?=\([a-z]\)$)|$))+",
    re.IGNORECASE,
)
_FORM_LENGTH: Final = 60  # spares the expression long rows of dashes and numbers
_SYMBOL: Final = re.compile(r"[A-Z][A-Z0-9.-]*(?:/[\w.()-]+)+\*{0,3}(?:\s+[\w/ ]{1,12})?")


def _text(row: PageRow) -> str:
    return Line(0, row[0], tuple(row[1])).text


def _is_form(text: str) -> bool:
    return len(text) <= _FORM_LENGTH and _FORMS.fullmatch(text.translate(BARS)) is not None


def _blurred(row: PageRow) -> str:
    """The row's text, the number of the page blurred that a running title may have beside it."""
    return _PAGE_NUMBER.sub("#", _text(row)).casefold()


def _repeated(rows: Iterable[Sequence[PageRow]], pages: int) -> set[str]:
    """The texts that stand among the outer rows of several pages."""
    counts = Counter(text for page in rows for text in {_blurred(row) for row in page})
    least = next(count for limit, count in _REPEATS if pages <= limit)
    return {text for text, count in counts.items() if count >= least and len(text) > 3}


def _top_rows(page: Page) -> list[PageRow]:
    return [row for row in page.rows[:6] if row[0] > _TOP * page.height]


def _bottom_rows(page: Page) -> list[PageRow]:
    return [row for row in page.rows[-5:] if row[0] < _BOTTOM * page.height]


def _edge_numbers(row: PageRow) -> set[int]:
    """The numbers at the two ends of a row, beside other words."""
    return {int(number) for number in _PAGE_NUMBER.findall(_text(row))}


def _numbering(pages: Sequence[Page]) -> int | None:
    """What has to be added to a page's place in the file for the number printed on it beside the
    running title; None if none is.
    """
    votes: Counter[int] = Counter()
    for page in pages:
        outer = [*_top_rows(page)[:1], *_bottom_rows(page)[-1:]]
        votes.update({number - page.number for row in outer for number in _edge_numbers(row)})
    shift, count = max(votes.items(), key=lambda item: item[1], default=(0, 0))
    return shift if count >= _NUMBERED_PAGES else None


@dataclass(frozen=True)
class _Furniture:
    """What is known of a document's furniture; ``first`` is the text of its first page."""

    body_size: float
    first: str
    tops: set[str]
    bottoms: set[str]
    numbering: int | None

    def is_numbered(self, page: Page, row: PageRow) -> bool:
        """Whether the page's number stands at an end of the row."""
        return self.numbering is not None and page.number + self.numbering in _edge_numbers(row)

    def header_length(self, page: Page) -> int:
        """How many rows at the top are furniture."""
        rules = [
            rule.y
            for rule in page.rules
            if rule.y > _TOP * page.height and rule.x1 - rule.x0 > _WIDE_RULE * page.width
        ]
        length = 0
        for row in _top_rows(page):
            text = _text(row)
            small = max(run.size for run in row[1]) < _SMALLER * self.body_size
            if not (
                (rules and row[0] > min(rules))
                or _is_form(text)
                or _SYMBOL.fullmatch(text)
                or _blurred(row) in self.tops
                or (small and len(text) > 3 and text in self.first)
                or (length == 0 and self.is_numbered(page, row))
            ):
                break
            length += 1
        return length

    def footer_length(self, page: Page) -> int:
        """How many rows at the bottom are furniture."""
        length = 0
        for index, row in enumerate(reversed(_bottom_rows(page)), 1):
            text = _text(row)
            above = page.rows[-index - 1][0] if len(page.rows) > index else page.height
            near = above - row[0] < _NUMBER_GAP * row[1][0].size
            if row[1][0].raised or not (
                (_is_form(text) and not (near and _NUMBER.fullmatch(text)))
                or _blurred(row) in self.bottoms
                or (index == 1 and self.is_numbered(page, row))
            ):
                break
            length = index
        return length


def strip_furniture(pages: Sequence[Page], body_size: float) -> list[Page]:
    """The pages without headers and footers; ``body_size`` is the size of most letters."""
    later = pages[1:]
    furniture = _Furniture(
        body_size,
        " ".join(_text(row) for row in pages[0].rows) if pages else "",
        _repeated([_top_rows(page) for page in later], len(later)),
        _repeated([_bottom_rows(page) for page in later], len(later)),
        _numbering(pages),
    )
    stripped = []
    for index, page in enumerate(pages):
        begin = furniture.header_length(page) if index else 0
        end = len(page.rows) - furniture.footer_length(page)
        stripped.append(replace(page, rows=page.rows[begin : max(begin, end)]))
    return stripped
