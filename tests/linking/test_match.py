"""Weighing names and dates: what is proposed, how surely, and with which words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.linking.asking import Candidate, spellings
from southsouth.linking.match import CLOSE, EXACT, proposals, year_of
from southsouth.linking.things import Name, Thing

OFFICIAL = Name("Wells Programme", "en", "official")
FRENCH = Name("Programme des puits", "fr", "official")
ACRONYM = Name("WEPRO", "en", "acronym")
X = "https://example.org/authority/"


def thing(*names: Name, iri: str = "body/wells", **more: Any) -> Thing:
    return Thing(iri, "Wells Programme", names or (OFFICIAL, FRENCH, ACRONYM), **more)


def found(label: str, to: str = "1", language: str = "en", **more: str) -> Candidate:
    return Candidate(X + to, label, language, "prefLabel", **more)


BEGAN: dict[str, Any] = {"began": (date(1995, 12, 1),)}


@pytest.mark.parametrize(
    ("candidates", "ours", "relation", "score", "evidence"),
    [
        ([found("WELLS programme")], {}, CLOSE, 0.7, "no dates to compare"),
        ([found("The Wells Programme")], {}, CLOSE, 0.7, "“The Wells Programme”"),
        ([found("Wells Programme", start="1996")], BEGAN, EXACT, 0.85, "1995 here, in 1996"),
        ([found("Wells Programme", start="1921-05-01")], BEGAN, CLOSE, 0.21, "contradict: began"),
        (
            [found("Wells Programme"), found("Programme des puits", language="fr")],
            {},
            EXACT,
            0.91,
            "“Programme des puits” (fr)",
        ),
        ([found("WEPRO")], {}, CLOSE, 0.25, "acronym “WEPRO” (en) is its prefLabel"),
        (
            [found("Wells Programme", start="1999")],
            {"was": (date(1980, 1, 1),)},
            CLOSE,
            0.21,
            "was there on 1980-01-01, began in 1999 there",
        ),
        (
            [found("Wells Programme", start="1970")],
            {"was": (date(1980, 1, 1),)},
            CLOSE,
            0.7,
            "no dates to compare",
        ),
        (
            [found("Wells Programme", end="1975")],
            {"was": (date(1980, 1, 1),)},
            CLOSE,
            0.21,
            "ended in 1975 there",
        ),
        (
            [found("Wells Programme", end="2001")],
            {"ended": (date(2001, 5, 5),)},
            EXACT,
            0.85,
            "agree: ended in 2001",
        ),
        (
            [found("Wells Programme")],
            {"linked": frozenset([X + "2"])},
            CLOSE,
            0.35,
            f"already linked to {X}2",
        ),
        (
            [found("Wells Programme", "1"), found("Wells Programme", "2")],
            {},
            CLOSE,
            0.56,
            "1 more there that fit as well",
        ),
        ([found("Wells Programme", "1", start="-0044-03-15")], BEGAN, CLOSE, 0.7, "no dates"),
    ],
)
def test_one_candidate(
    candidates: Sequence[Candidate],
    ours: dict[str, Any],
    relation: str,
    score: float,
    evidence: str,
) -> None:
    first = proposals([thing(**ours)], candidates)[0]
    assert first.relation == relation
    assert first.score == pytest.approx(score, abs=0.011)
    assert evidence in "; ".join(first.evidence)


@pytest.mark.parametrize(
    "candidate",
    [
        found("Wepro"),  # a word, no acronym
        found("Wells Programme", language="de"),
        found("Wells Programmes"),
        found("Programme des puits"),  # French words tagged as English
    ],
)
def test_what_is_no_match(candidate: Candidate) -> None:
    assert proposals([thing()], [candidate]) == []


def test_a_weaker_homonym_does_not_weaken_the_right_one() -> None:
    right = [found("Wells Programme", "1", start="1996"), found("WEPRO", "1", start="1996")]
    wrong = [found("WEPRO", "2", start="1921")]
    first, second = proposals([thing(**BEGAN)], [*wrong, *right])
    assert (first.target, first.relation) == (X + "1", EXACT)
    assert (second.target, second.relation) == (X + "2", CLOSE)
    assert second.score < 0.1 < 0.8 < first.score


def test_two_of_ours_with_one_name_are_no_exact_match() -> None:
    both = [thing(iri="body/1", **BEGAN), thing(iri="body/2", **BEGAN)]
    made = proposals(both, [found("Wells Programme", start="1996")])
    assert [(p.subject, p.relation) for p in made] == [("body/1", CLOSE), ("body/2", CLOSE)]
    assert all("1 more of ours are called so" in p.evidence for p in made)


def test_what_is_linked_is_not_proposed_again() -> None:
    assert proposals([thing(linked=frozenset([X + "1"]))], [found("Wells Programme")]) == []


def test_the_least_score() -> None:
    assert proposals([thing()], [found("WEPRO")], least=0.3) == []


@pytest.mark.parametrize(
    ("value", "year"),
    [
        ("1996", 1996),
        ("1996-01-01", 1996),
        ("1996-01-01T00:00:00Z", 1996),
        ("+1996-01-01", 1996),
        ("-0044-03-15", None),
        ("", None),
        ("http://www.wikidata.org/.well-known/genid/1", None),
    ],
)
def test_years(value: str, year: int | None) -> None:
    assert year_of(value) == year


@given(
    st.permutations(
        [
            found("Wells Programme", "1"),
            found("WEPRO", "2"),
            found("Wells Programme", "3", start="1921"),
            found("WEPRO", "1"),
        ]
    )
)
def test_the_order_of_answers_does_not_matter(candidates: list[Candidate]) -> None:
    ours = [thing(**BEGAN), thing(ACRONYM, iri="body/other")]
    made = proposals(ours, candidates)
    assert made == proposals(ours, sorted(candidates, key=str))
    assert all(0 <= p.score <= 1 for p in made)


@pytest.mark.parametrize(
    ("form", "status", "upper", "among"),
    [
        ("the Wells Programme", "official", False, "Wells Programme"),
        ("High-level Committee on UNDP", "official", False, "High-level committee on UNDP"),
        ("North–South Fund", "official", False, "North-South Fund"),
        ("North-South Fund", "official", False, "North–South Fund"),
        ("People’s Fund", "official", False, "People's Fund"),
        ("Wells Programme", "official", True, "WELLS PROGRAMME"),
    ],
)
def test_spellings(form: str, status: str, upper: bool, among: str) -> None:
    assert among in spellings(form, status, upper=upper)
    assert spellings(form, status, upper=upper)[0] == form


def test_an_acronym_has_one_spelling() -> None:
    assert spellings("U-N", "acronym", upper=True) == ["U-N"]
