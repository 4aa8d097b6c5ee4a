"""The organs whose documents the structure floor knows: one table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ that adopts texts: its handle, its name, how it is named in running text."""

    handle: str
    name: str
    short: str


#: Longest names first where one contains the other.
ORGANS: Final = (
    Organ("general-assembly", "General Assembly", "Assembly"),
    Organ("security-council", "Security Council", "Council"),
    Organ("ecosoc", "Economic and Social Council", "Council"),
    Organ("human-rights-council", "Human Rights Council", "Council"),
    Organ("commission-on-human-rights", "Commission on Human Rights", "Commission"),
    Organ("environment-assembly", "United Nations Environment Assembly", "Environment Assembly"),
    Organ("trusteeship-council", "Trusteeship Council", "Council"),
)


@cache
def _by_name() -> dict[str, str]:
    return {organ.name.lower(): organ.handle for organ in ORGANS}


def organ_named(name: str) -> str:
    """The handle of the organ with that full name, in any case; "" for others."""
    return _by_name().get(" ".join(name.lower().split()).removeprefix("the "), "")


@cache
def organ(handle: str) -> Organ | None:
    """The row with that handle, None where the table has none."""
    return next((row for row in ORGANS if row.handle == handle), None)


@cache
def organ_names_pattern() -> str:
    """An alternation of all full names, for use inside a larger pattern."""
    names = sorted((row.name for row in ORGANS), key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
