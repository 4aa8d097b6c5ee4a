"""Names that no record knows, in sentences about invented institutions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from southsouth.reading.instruments.discover import discover
from southsouth.reading.reader import Reading

Adopt = Callable[..., Reading]


def discovered(reading: Reading) -> list[tuple[str, str, str]]:
    text = reading.resolution.text
    return [
        (text[found.start : found.end], found.kind, found.acronym)
        for found in discover(reading.resolution, reading.mentions)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Noting the Voluntary Trust Fund to Support Small Ponds and the Pools Office (POO),",
            [
                ("Voluntary Trust Fund to Support Small Ponds", "TrustFund", ""),
                ("Pools Office", "Office", "POO"),
            ],
        ),
        (
            "Recalling the Programme of Action for the Driest Countries for the Decade 2011–2020,",
            [
                (
                    "Programme of Action for the Driest Countries for the Decade 2011–2020",
                    "ProgrammeOfAction",
                    "",
                )
            ],
        ),
        (
            "Noting the United Nations Digging, Drilling and Pumping Organization,",
            [("United Nations Digging, Drilling and Pumping Organization", "Organization", "")],
        ),
        (
            "Noting that the Ad Hoc Working Group on Ponds met the Ponds Commission in May,",
            [
                ("Ad Hoc Working Group on Ponds", "Group", ""),
                ("Ponds Commission", "Commission", ""),
            ],
        ),
        # what opens a sentence is no part of a name, nor is the day before it
        (
            "Welcoming Ponds Day and, on 3 May International Pools Day,",
            [("Ponds Day", "Observance", ""), ("International Pools Day", "Observance", "")],
        ),
        # known names, back references, bare heads, plurals in small letters, symbols
        (
            "Noting the Voluntary Fund for Wells, the Fund, the Committee and United Nations "
            "funds,",
            [],
        ),
        ("Noting the Ponds Fund (A/70/12),", [("Ponds Fund", "TrustFund", "")]),
        ("Noting wells,", []),
    ],
)
def test_a_sentence(adopt: Adopt, sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert discovered(adopt(sentence, "1. Decides to dig.")) == expected
