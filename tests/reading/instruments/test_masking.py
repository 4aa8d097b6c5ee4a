"""Masking: what stands between a verb and its roles is left out, and the way back is exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.reading.instruments.masking import bare_view, item_view, plain_view


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        (
            "transform, with effect from 1 January 2002, the Office (OFF), opened in 1990, into",
            "transform the Office, opened, into",
        ),
        ("the Fund, which was set up in Lima, as the Pool", "the Fund as the Pool"),
        ("shall henceforth also be renamed", "shall be renamed"),
        ("under resolution 751 (1992) and 13 (I)", "under resolution 751 (1992) and 13 (I)"),
        ("the Office (now the Centre)", "the Office (now the Centre)"),
        ("the Office, as well as the Unit, and", "the Office, as well as the Unit, and"),
    ],
)
def test_what_is_masked(text: str, bare: str) -> None:
    assert bare_view(text, plain_view(text, 0, len(text))).text == bare


PIECES = st.sampled_from(
    [
        "rename ",
        "the Fund ",
        "(FND) ",
        ", which was set up, ",
        "also ",
        "on 1 May 1990 ",
        ", ",
        "as ",
    ]
)


@given(st.lists(PIECES, max_size=12), st.text(max_size=5))
def test_every_character_leads_back(pieces: list[str], before: str) -> None:
    text = before + "".join(pieces)
    plain = plain_view(text, len(before), len(text))
    for view in (plain, bare_view(text, plain)):
        for at, letter in enumerate(view.text):
            assert text[view.origin(at)] == letter
            assert view.place_of(view.origin(at)) == at
            assert view.end_of(at + 1) == view.origin(at) + 1


def test_an_item_reads_behind_its_introduction() -> None:
    text = "Decides that the reviews:\n\n(b) Shall replace the reports;"
    view = item_view(text, (0, 25), (27, len(text)))
    assert view is not None
    assert view.text == "Decides that the reviews\nshall replace the reports;"
    assert item_view("Notes;\n\n(b) Wells;", (0, 6), (8, 18)) is None
