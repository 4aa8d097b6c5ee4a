"""Patterns of many words that are told apart letter by letter. Pure."""

from __future__ import annotations

from collections.abc import Iterable


def letter_by_letter(words: Iterable[str]) -> str:
    """A pattern that matches the longest of ``words`` (letters only) at a place: ``["note",
    "notes", "urge"]`` → ``"(?:note(?:s)?|urge)"``.

    Python's ``re`` tries the words of a plain alternation one after the other; here it reads each
    letter once.
    """
    rests: dict[str, set[str]] = {}
    for word in words:
        rests.setdefault(word[:1], set()).add(word[1:])
    may_end = rests.pop("", None) is not None
    if not rests:
        return ""
    choices = "|".join(letter + letter_by_letter(rests[letter]) for letter in sorted(rests))
    if may_end:
        return f"(?:{choices})?"
    return choices if len(rests) == 1 else f"(?:{choices})"
