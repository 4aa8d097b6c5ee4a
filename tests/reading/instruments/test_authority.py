"""The authority records as values."""

from __future__ import annotations

from pathlib import Path

import pytest

from southsouth.errors import CuratedDataError
from southsouth.reading.instruments import Authority, load_authority
from southsouth.reading.instruments.authority import is_a, normal_form

FUND = "https://w3id.org/southsouth/instrument/fund/wells-1-2"


def test_things_and_names_are_read(authority: Authority) -> None:
    fund = authority.things[FUND]
    assert (fund.label, fund.kind) == ("Voluntary Fund for Wells", "TrustFund")
    names = [(n.form, n.language, n.status) for n in authority.names if n.thing == FUND]
    assert names == [
        ("Voluntary Fund for Wells", "en", "official"),
        ("United Nations Fund for Water", "en", "official"),
        ("Fonds volontaire pour les puits", "fr", "official"),
    ]


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("united nations fund for water", ["Voluntary Fund for Wells"]),
        ("The  Special Fund for Lakes", ["Special Fund for Lakes"]),
        ("high‑level committee on wells", ["Committee on the Review of Wells"]),
        ("Children’s Well-water Day", ["Children's Well-water Day"]),
        ("unwp", ["United Nations Wells Programme"]),
        ("Wells Compact", ["Wells Compact", "Wells Compact"]),
        ("Fonds volontaire pour les puits", []),
        ("", []),
    ],
)
def test_find(authority: Authority, typed: str, labels: list[str]) -> None:
    assert [thing.label for thing in authority.find(typed)] == labels


@pytest.mark.parametrize(
    ("kind", "ancestor", "below"),
    [
        ("TrustFund", "Instrument", True),
        ("Instrument", "Instrument", True),
        ("TrustFund", "Body", False),
        ("Conference", "Body", True),
        ("", "Body", False),
    ],
)
def test_is_a(kind: str, ancestor: str, below: bool) -> None:
    assert is_a(kind, ancestor) is below


def test_normal_form() -> None:
    assert normal_form("The Children’s\nWell–water  DAY") == "children's well-water day"


def test_the_digest_follows_the_records(tmp_path: Path, authority: Authority) -> None:
    path = tmp_path / "records.ttl"
    path.write_text("# nothing\n")
    assert load_authority([path]).digest != authority.digest
    assert load_authority([path]).names == ()


def test_a_broken_record_is_said(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text("<a> <b> .")
    with pytest.raises(CuratedDataError, match=r"broken\.ttl: .*; correct the authority record"):
        load_authority([path])
