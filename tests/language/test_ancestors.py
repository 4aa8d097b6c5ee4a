"""From which earlier paragraph words come: kinds, direction, spans, what is a formula."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.language import Passage, ReuseKind, Section, passages_of, reuses_in, section_of
from southsouth.reading.reader import Reading

WELLS = (
    "Stresses that deep wells near every village school, kept by those who drink from them, "
    "offer the surest way to clean water in dry years"
)
PUMPS = (
    "urges all makers of hand pumps to lend spare parts without charge to any village whose "
    "only pump has stood still for more than ten days"
)
FORMULA = "Decides to include in the provisional agenda of its next session the item on wells"


def passage(name: str, part: str, text: str, start: int = 0) -> Passage:
    year = 1990 + int(name)
    return Passage(name, part, date(year, 12, 1), start, text)


def told(*passages: Passage, series: dict[str, str] | None = None) -> list[tuple[str, str, str]]:
    return [(r.later.key, r.earlier.key, r.kind.value) for r in reuses_in(passages, series)]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (("op1", f"1. {WELLS};"), ("op7", f"7. {WELLS.upper()}."), ReuseKind.IDENTICAL),
        (("op1", WELLS), ("op2", WELLS.replace("deep", "shallow")), ReuseKind.AMENDED),
        (("pp1", WELLS + ","), ("op2", WELLS), ReuseKind.MOVED),
        (("op1", WELLS), ("op2", f"{WELLS}, and {PUMPS}"), ReuseKind.AMENDED),
    ],
)
def test_kind(old: tuple[str, str], new: tuple[str, str], kind: ReuseKind) -> None:
    found = reuses_in([passage("1", *old), passage("2", *new)])
    assert [(r.earlier.id, r.later.id, r.kind) for r in found] == [(old[0], new[0], kind)]


def test_merged_and_split() -> None:
    both = f"{WELLS}, and {PUMPS}"
    apart = [passage("1", "op1", WELLS), passage("1", "op2", PUMPS, 500)]
    assert sorted(told(*apart, passage("2", "op1", both))) == [
        ("2#op1", "1#op1", "merged"),
        ("2#op1", "1#op2", "merged"),
    ]
    later = [passage("2", "op1", WELLS), passage("2", "op2", PUMPS, 500)]
    assert told(passage("1", "op1", both), *later) == [
        ("2#op1", "1#op1", "split"),
        ("2#op2", "1#op1", "split"),
    ]


def test_language_comes_from_the_past_and_from_the_nearest() -> None:
    chain = [passage(str(year), "op1", WELLS) for year in (3, 1, 2)]
    assert told(*chain) == [("2#op1", "1#op1", "identical"), ("3#op1", "2#op1", "identical")]


def test_nothing_comes_from_the_same_day() -> None:
    day = date(2000, 1, 1)
    assert told(Passage("a", "op1", day, 0, WELLS), Passage("b", "op1", day, 0, WELLS)) == []


def test_the_own_series_comes_before_a_later_document_of_another() -> None:
    texts = [passage(name, "op1", WELLS) for name in ("1", "2", "3")]
    assert told(*texts, series={"1": "wells", "3": "wells", "2": "lakes"})[-1] == (
        "3#op1",
        "1#op1",
        "identical",
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Recalling its resolutions 1/2 of 3 May 1999, 2/3 of 4 June 2000 and 5/6 of 7 July "
            "2001,",
            "Recalling its resolutions 1/2 of 3 May 1999, 2/3 of 4 June 2000 and 7/8 of 9 July "
            "2002,",
        ),
        ("The General Assembly,", "The General Assembly,"),
        ("Takes note of the report;", "Takes note of the report;"),
    ],
)
def test_numbers_and_short_formulas_are_no_language(old: str, new: str) -> None:
    assert told(passage("1", "pp1", old), passage("2", "pp1", new)) == []


def test_what_every_document_says_is_a_formula() -> None:
    many = [Passage(f"d{number}", "op1", date(1900, 1, 1), 0, FORMULA) for number in range(100)]
    pair = [passage("1", "op1", FORMULA), passage("2", "op1", FORMULA + " again")]
    assert told(*pair) == [("2#op1", "1#op1", "amended")]
    assert told(*many, *pair) == []


def test_spans_point_into_the_documents() -> None:
    old = passage("1", "op1", f"1. {WELLS}", start=100)
    new = passage("2", "op1", f"4. Once more, {WELLS}", start=1000)
    (reuse,) = reuses_in([old, new])
    assert new.text[reuse.start - 1000 : reuse.end - 1000] == WELLS
    assert old.text[reuse.from_start - 100 : reuse.from_end - 100] == WELLS
    assert 0.9 < reuse.similarity < 1


@given(st.permutations(range(4)))
def test_the_order_of_the_passages_does_not_matter(order: list[int]) -> None:
    texts = [
        passage("1", "op1", WELLS),
        passage("1", "op2", PUMPS, 300),
        passage("2", "pp1", WELLS.replace("deep", "old")),
        passage("3", "op1", f"{PUMPS}; {WELLS}"),
    ]
    assert reuses_in([texts[at] for at in order]) == reuses_in(texts)


@pytest.mark.parametrize(
    ("part", "section"),
    [
        ("pp3", Section.PREAMBLE),
        ("op13(a)", Section.OPERATIVE),
        ("sect2-op1", Section.OPERATIVE),
        ("annex1-op3", Section.ANNEX),
        ("text1-op2", Section.ANNEX),
        ("p4", Section.TEXT),
    ],
)
def test_sections(part: str, section: Section) -> None:
    assert section_of(part) is section


def test_passages_of_a_reading(adopt: Callable[..., Reading]) -> None:
    reading = adopt("Recalling the wells,", "1. Notes the pumps;")
    found = list(passages_of(reading.resolution))
    assert [(p.id, p.document, p.day) for p in found] == [
        ("pp1", "A/RES/70/1", date(2015, 10, 1)),
        ("op1", "A/RES/70/1", date(2015, 10, 1)),
    ]
    text = reading.resolution.text
    assert all(text[p.start : p.start + len(p.text)] == p.text for p in found)
