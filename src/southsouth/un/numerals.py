"""Numbers as UN documents print them: Roman numerals and ordinals in words. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENTHS = (
    "twentieth",
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth",
)


_FIGURES: Final = re.compile(r"(\d+)")


def to_roman(number: int) -> str:
    """1 to 3999 as an upper-case Roman numeral; ValueError outside that range."""
    if not 0 < number < 4000:
        raise ValueError(f"no Roman numeral for {number}")
    parts = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        parts.append(letters * count)
    return "".join(parts)


@cache
def _roman_values() -> dict[str, int]:
    return {to_roman(n): n for n in range(1, 400)}


def from_roman(numeral: str) -> int | None:
    """The value of a well-formed Roman numeral up to CCCXCIX in either case, else None."""
    return _roman_values().get(numeral.upper())


@cache
def _ordinal_values() -> dict[str, int]:
    words = {word: n for n, word in enumerate(_UNITS + _TEENS, start=1)}
    for ten, (tens, tenth) in enumerate(zip(_TENS, _TENTHS, strict=True), start=2):
        words[tenth] = ten * 10
        for unit, word in enumerate(_UNITS, start=1):
            words[f"{tens}-{word}"] = ten * 10 + unit
    words["hundredth"] = 100
    return words


def from_ordinal(words: str) -> int | None:
    """``"sixty-second"`` → 62, in either case, up to ``"hundredth"``; else None."""
    return _ordinal_values().get("-".join(words.lower().replace("-", " ").split()))


#: The letters by which Arabic texts count their sub-paragraphs, in the order of (a), (b), (c)…
_ARABIC_LETTERS: Final = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
#: Cyrillic letters that look like Latin ones and are printed in their place.
_LOOK_ALIKES: Final = str.maketrans("асеох", "aceox")


@lru_cache(maxsize=4096)
def canonical_number(printed: str) -> str:
    """The number of a provision without its language's punctuation: "14." and "14 -" → "14";
    "a)", "(أ)" → "(a)"; "㈠", "’1‘" → "(i)"; anything else without its final period."""
    number = printed.strip()
    if (
        "\ufb50" <= number.strip("()")[:1] <= "\ufefc"
    ):  # letters in the form for one place in a word
        number = unicodedata.normalize("NFKC", number)
    if found := re.fullmatch(r"(\d+)\s*[.\-–]?", number):
        return found[1]
    if number == "l.":  # the letter l in place of the digit
        return "1"
    if len(number) == 1 and "㈠" <= number <= "㈩":
        return f"({to_roman(ord(number) - ord('㈠') + 1).lower()})"
    if found := re.fullmatch(r"[’‘']([1-9]\d?)[’‘']", number):
        return f"({to_roman(int(found[1])).lower()})"
    inner = number.strip("()").replace("هـ", "ه").replace(" ", "").replace("ا", "أ")
    if inner and all(letter in _ARABIC_LETTERS for letter in inner):
        index = _ARABIC_LETTERS.index(inner[0])
        return f"({chr(ord('a') + index) * len(inner)})" if index < 26 else number
    if found := re.fullmatch(r"\(?(\w{1,5})\)", number.translate(_LOOK_ALIKES)):
        return f"({found[1]})"
    return number.rstrip(".")


def natural_key(text: str) -> list[str | int]:
    """A key by which figures are sorted by what they count: "op6" before "op11"."""
    return [int(piece) if piece.isdecimal() else piece for piece in _FIGURES.split(text)]
