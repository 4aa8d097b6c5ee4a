"""Whether a verb acts on the document that is cited or on something else."""

from __future__ import annotations

import pytest
from tests.conftest import Adopt

LATE = "1 October 2040"


@pytest.mark.parametrize(
    ("sentence", "direct"),
    [
        ("Recalling its resolutions 60/1 on wells, 60/2 and Council resolution 1325 (2000),",
         [True, True, True]),
        ("Recalling paragraph 4 of its decision 60/555,", [True]),
        ("Recalling its resolutions on wells, in particular resolution 60/1,", [True]),
        ("Recalling Commission on Narcotic Drugs resolution 58/4,", [True]),
        ("Welcoming the adoption of resolution 60/1,", [True]),
        ("Welcoming the proposal of the panel set up by resolution 60/1,", [False]),
        ("Welcoming the progress made pursuant to resolution 60/1,", [False]),
        ("Welcoming the digging called for in its resolution 60/1,", [False]),
        ("1. Takes note of the report of the Board on wells (A/70/1);", [True]),
        ("1. Takes note of the report submitted pursuant to resolution 60/1 (A/61/5);",
         [False, True]),
        ("1. Welcomes the progress described in the report of the Board (A/70/1);", [False]),
        ("1. Requests the Board to dig in accordance with its resolution 60/1;", [False]),
    ],
)  # fmt: skip
def test_what_a_verb_acts_on(adopt: Adopt, sentence: str, direct: list[bool]) -> None:
    assert [one.direct for one in adopt(sentence, day=LATE).citations] == direct


def test_a_report_in_a_footnote_is_acted_on(adopt: Adopt) -> None:
    told = adopt("1. Takes note of the report of the Board on wells;¹", "¹ A/70/1.", day=LATE)
    assert [(str(one.target), one.direct) for one in told.citations] == [("A/70/1", True)]
