"""The known words of a text, all found in one search: the names of the authority records, head
nouns with capitals, and the words of change."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from southsouth.reading.instruments.authority import Authority, normal_form
from southsouth.reading.instruments.heads import stands_as_word, title_nouns
from southsouth.reading.instruments.lexicon import triggers
from southsouth.reading.instruments.plain import Words

#: Languages in Latin letters, and those without capitals, which write words together.
_LATIN: Final = frozenset({"en", "fr", "es"})
UNCASED: Final = frozenset({"ar", "zh"})

#: For a search for words that are no names.
_NOBODY: Final = Authority({}, ())
_NAME: Final = 1
_HEAD: Final = 2
_CHANGE: Final = 4


class Known(NamedTuple):
    """The known words of a text, in text order.

    ``names``: start, end (negative, so that the longest of those that begin together comes first)
    and normal form of each name. ``heads``: the spans of head nouns with capitals. ``places`` and
    ``words``: where the words of the lexicon of change stand, and which. The last three in English
    only.
    """

    names: list[tuple[int, int, str]]
    heads: list[tuple[int, int]]
    places: list[int]
    words: list[str]


class _Search(NamedTuple):
    """What is searched for in a language. ``spellings`` has, by normal form of each name, the
    spellings in which alone an acronym counts, () for other names."""

    words: Words
    spellings: dict[str, tuple[str, ...]]


@lru_cache(maxsize=12)
def _search(authority: Authority, language: str) -> _Search:
    spellings: dict[str, set[str]] = {}
    for name in authority.names:
        if name.language != language or name.status == "general":
            continue
        forms = spellings.setdefault(normal_form(name.form), set())
        forms.add(name.form if _is_acronym(name.form) else "")
    cases = {form: () if "" in forms else tuple(forms) for form, forms in spellings.items()}
    words = [(form, _NAME) for form in cases]
    if language == "en":
        words += [(noun, _HEAD) for noun in title_nouns()]
        words += [(word, _CHANGE) for word in triggers()]
    return _Search(Words(words, latin=language in _LATIN, anywhere=language in UNCASED), cases)


def _is_acronym(form: str) -> bool:
    return " " not in form and sum(letter.isupper() for letter in form) >= 2


@lru_cache(maxsize=1)
def known_words(text: str, authority: Authority, language: str) -> Known:
    """The known words of a text in that language. Where one stands decides on what it is."""
    search = _search(authority, language)
    names: list[tuple[int, int, str]] = []
    heads: list[tuple[int, int]] = []
    changes: list[tuple[int, str]] = []
    titles, of_change = title_nouns(), triggers()
    for first, last, kinds in search.words.spans(text):
        printed = text[first:last]
        if kinds & _NAME:
            form = normal_form(printed)
            spellings = search.spellings.get(form)
            if spellings is not None and (not spellings or printed in spellings):
                names.append((first, -last, form))
        if kinds & _HEAD and printed in titles and stands_as_word(text, first, last):
            heads.append((first, -last))
        if kinds & _CHANGE and not text[last : last + 1].isalnum():
            word = printed.lower()
            if word in of_change or (word := " ".join(word.split())) in of_change:
                changes.append((first, word))
    changes.sort()
    return Known(
        sorted(names),
        _longest(heads),
        [place for place, _ in changes],
        [word for _, word in changes],
    )


def _longest(heads: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of heads that begin together, the longest, and none inside another: "Programme of Action",
    not "Programme"."""
    kept: list[tuple[int, int]] = []
    reached = 0
    for first, minus_last in sorted(heads):
        if first >= reached:
            reached = -minus_last
            kept.append((first, reached))
    return kept


def capitalised_heads(text: str) -> list[tuple[int, int]]:
    """Where head nouns with capitals, which proper names have, stand as words in an English text:
    their spans in text order."""
    return known_words(text, _NOBODY, "en").heads
