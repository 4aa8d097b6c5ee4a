"""The table of verbs: every form of every row is found where it opens a provision."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.reading.structure.verb_table import VERBS, Verb
from southsouth.reading.structure.verbs import (
    FORCE_OF_ACT,
    further_pattern,
    further_verbs,
    is_third_person,
    may_open,
    opening_pattern,
    phrase_end,
    plain_forms,
    qualifiers,
    verb,
    verb_of,
)


def surfaces(form: str) -> list[str]:
    """The words that a form of the table stands for: each alternative of its first group."""
    group = re.search(r"\(\?:([^)]*)\)\??", form)
    if group is None:
        return [form]
    options = [*group[1].split("|"), *([""] if group[0].endswith("?") else [])]
    return [s for o in options for s in surfaces(form[: group.start()] + o + form[group.end() :])]


FORMS = [
    (row, words, person)
    for row in VERBS
    for person, form in (("third", row.third), ("participle", row.participle), ("base", row.base))
    if form != "(?!)"  # "whereas" has one form only
    for words in surfaces(form)
]
IDS = [f"{row.handle}: {words}" for row, words, _ in FORMS]


def opening(text: str) -> tuple[str, str]:
    """The handle of the verb that opens ``text`` and its whole phrase."""
    found = opening_pattern().match(text)
    assert found is not None, text
    return verb_of(found["verb"]), found[0]


def test_handles_are_unique() -> None:
    assert max(Counter(row.handle for row in VERBS).values()) == 1


def test_handles_can_stand_in_an_iri() -> None:
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)*", row.handle) for row in VERBS)


PLAIN = [row for row in VERBS if re.fullmatch("[a-z-]+", row.third + row.participle + row.base)]


@pytest.mark.parametrize("row", PLAIN, ids=lambda row: row.handle)
def test_the_forms_of_one_word_are_spelled_as_english_spells_them(row: Verb) -> None:
    doubled = row.base in {"commit", "concur", "recommit", "regret", "transmit"}
    stem = row.base + row.base[-1] if doubled else re.sub(r"(?<!e)e$", "", row.base)
    assert row.participle == f"{stem}ing"
    assert row.third == row.base + ("es" if row.base.endswith(("s", "sh", "x")) else "s")


@pytest.mark.parametrize("row", VERBS, ids=lambda row: row.handle)
def test_a_row_has_an_act_a_commitment_and_a_label(row: Verb) -> None:
    assert row.act in FORCE_OF_ACT
    assert 1 <= row.commitment <= 10
    assert re.fullmatch(r"[a-z-]+(?: [a-z]+)*", row.label)
    assert verb(row.handle) is row


@pytest.mark.parametrize(("row", "words", "person"), FORMS, ids=IDS)
def test_every_form_opens_a_provision(row: Verb, words: str, person: str) -> None:
    # "expresses" takes what is expressed into its phrase
    said = f"{words} its deep concern" if row.handle == "express" else words
    text = f"{said} that the wells are deep"
    assert opening(text[0].upper() + text[1:]) == (row.handle, said[0].upper() + said[1:])


@pytest.mark.parametrize(
    ("row", "words"),
    [(row, words) for row, words, person in FORMS if person == "third"],
    ids=[i for i, (_, _, person) in zip(IDS, FORMS, strict=True) if person == "third"],
)
def test_every_third_person_is_found_inside_a_provision(row: Verb, words: str) -> None:
    said = f"{words} its deep concern" if row.handle == "express" else words
    text = f"Notes the wells, and further {said} the rivers"
    found = further_pattern().search(text)
    assert found is not None
    assert verb_of(found["verb"]) == row.handle
    assert found["phrase"] == f"further {said}"
    assert is_third_person(found["verb"])


@pytest.mark.parametrize(
    ("text", "handle", "phrase"),
    [
        ("Also recognizes the wells", "recognize", "Also recognizes"),
        ("Recalling further its wells", "recall", "Recalling further"),
        (
            "Takes note with appreciation of the wells",
            "take-note-of",
            "Takes note with appreciation",
        ),
        (
            "Notes with deep concern and regret the wells",
            "note",
            "Notes with deep concern and regret",
        ),
        ("Once again urges the fund", "urge", "Once again urges"),
        ("Strongly condemns the spoiling of wells", "condemn", "Strongly condemns"),
        ("Further strongly urges the fund", "urge", "Further strongly urges"),
        ("Reaffirming once again the wells", "reaffirm", "Reaffirming once again"),
        ("Deeply concerned at the wells", "be-concerned", "Deeply concerned"),
        ("Being convinced that wells", "be-convinced", "Being convinced"),
        (
            "Expresses its deep appreciation to the fund",
            "express",
            "Expresses its deep appreciation",
        ),
        ("Expressing concern about wells", "express", "Expressing concern"),
        (
            "We, the ministers of wells, reaffirm that",
            "reaffirm",
            "We, the ministers of wells, reaffirm",
        ),
        ("We recognize that wells", "recognize", "We recognize"),
        ("Calls\nupon the fund", "call-upon", "Calls\nupon"),
        ("Calls on the fund", "call-upon", "Calls on"),
        ("Calls for wells", "call-for", "Calls for"),
        ("Having also considered the wells", "have-considered", "Having also considered"),
        ("Draws the attention of the fund", "draw-the-attention", "Draws the attention"),
        ("DECIDES that", "decide", "DECIDES"),
    ],
)
def test_qualifiers_belong_to_the_phrase(text: str, handle: str, phrase: str) -> None:
    assert opening(text) == (handle, phrase)


@pytest.mark.parametrize(("row", "words", "person"), FORMS, ids=IDS)
def test_every_form_may_open_a_provision(row: Verb, words: str, person: str) -> None:
    assert may_open(f"- {words.capitalize()} the wells", 2)
    assert not may_open(f"- {words} the wells", 1)


@pytest.mark.parametrize("words", ["We, the wells", "Continues to dig", "Once again notes"])
def test_what_stands_before_a_verb_may_open_a_provision(words: str) -> None:
    assert may_open(words, 0)
    assert opening_pattern().match("Wells dig") is None
    assert not may_open("Wells dig", 0)


@pytest.mark.parametrize(
    "text",
    [
        "The fund decides",
        "Wells are deep",
        "Noted wells",
        "Decidedly deep",
        "Expresses wells",
        "Also the wells",
        "",
    ],
)
def test_other_words_open_no_provision(text: str) -> None:
    assert opening_pattern().match(text) is None


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        (
            "Notes wells, recognizes rivers, and in this regard invites funds to notes",
            ["recognizes", "invites"],
        ),
        ("Notes wells, and to this end also requests the fund", ["also requests"]),
        (
            "Noting wells, and recognizing with appreciation rivers",
            ["recognizing with appreciation"],
        ),
        ("Notes that the fund requests wells", []),
    ],
)
def test_further_verbs_are_joined_by_commas_and_conjunctions(text: str, phrases: list[str]) -> None:
    assert [found["phrase"] for found in further_verbs(text, 0, len(text))] == phrases


_PIECES: Final = (
    ",",
    ";",
    ":",
    " and",
    " and ",
    "and",
    ", and ",
    " requests",
    "requests ",
    " also ",
    " decides",
    " recalling ",
    ", recognizing",
    " sand",
    " band and notes",
    " the wells",
    ": ",
    "\n",
    " in this regard, ",
    " to that end ",
    " while ",
    " therefore, ",
    " in addition,",
)


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join), st.integers(0, 9))
def test_the_joints_lead_to_the_further_verbs_of_one_pattern(text: str, start: int) -> None:
    end = max(start, len(text) - start)
    while end < len(text) and text[end].isalpha():  # a span cuts no word
        end += 1
    expected = [found.span("phrase") for found in further_pattern().finditer(text, start, end)]
    assert [found.span("phrase") for found in further_verbs(text, start, end)] == expected


@pytest.mark.parametrize(
    ("surface", "third"), [("Notes", True), ("noting", False), ("take  note", False)]
)
def test_is_third_person(surface: str, third: bool) -> None:
    assert is_third_person(surface) is third


def test_words_that_are_no_verb() -> None:
    with pytest.raises(ValueError, match="no verb in 'wells'"):
        verb_of("wells")
    with pytest.raises(KeyError):
        verb("well")


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("Also notes with deep concern", ("also", "with deep concern")),
        ("Once again strongly urges", ("once again", "strongly")),
        ("Recalling further", ("further",)),
        ("Takes note with appreciation of", ("with appreciation",)),
        ("Condemns in the strongest terms", ("in the strongest terms",)),
        ("Decides", ()),
        ("wells and rivers", ()),
    ],
)
def test_qualifiers(phrase: str, found: tuple[str, ...]) -> None:
    assert qualifiers(phrase) == found


@pytest.mark.parametrize(
    ("pattern", "forms"),
    [
        ("recalls", ("recalls",)),
        ("calls (?:once again )?(?:upon|on)", ("calls upon", "calls on")),
        ("having(?: also| further)? considered", ("having considered",)),
        ("(?:concerned)", ("concerned",)),
        ("(?!)", ()),
    ],
)
def test_plain_forms(pattern: str, forms: tuple[str, ...]) -> None:
    assert plain_forms(pattern) == forms


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Reiterates its call upon States to dig", "Reiterates its call upon"),
        ("Reaffirms its strong support for the wells", "Reaffirms its strong support"),
        ("Remains deeply concerned that wells dry", "Remains deeply concerned"),
        ("Considers it necessary to dig", "Considers it necessary"),
        ("Welcomes and encourages the digging", "Welcomes and encourages"),
        ("Welcomes the wells and encourages the digging", "Welcomes"),
        ("Encourages further efforts", "Encourages"),
        ("Recalling further the wells", "Recalling further"),
        ("Decides its own rules", "Decides"),
        ("Continues to welcome the wells", "Continues to welcome"),
        ("Continuing to express its deep concern at", "Continuing to express its deep concern"),
    ],
)
def test_the_whole_opening_phrase(text: str, phrase: str) -> None:
    found = opening_pattern().match(text)
    assert found is not None
    assert text[: phrase_end(text, found, len(text))] == phrase
