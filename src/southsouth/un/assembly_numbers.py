"""In which session the General Assembly can have adopted a resolution of a number. Pure.

Up to the thirtieth session its resolutions are numbered right through, and the session stands
behind in Roman numerals: what follows a number of one session is of that session or a later one, so
that "456 (XIV)" is none of the Assembly's. The tests compare the table with the documents.
"""

from __future__ import annotations

from functools import cache
from typing import Final

#: A resolution of each session, by a document of that symbol or one that cites it: A/RES/13(I).
_ONE_OF_SESSION: Final = {
    1: 13, 2: 168, 3: 194, 4: 319, 5: 415, 6: 538, 7: 637, 8: 738, 9: 834, 10: 987, 12: 1166,
    13: 1341, 14: 1395, 15: 1514, 16: 1653, 17: 1803, 18: 1898, 19: 1995, 20: 2099, 21: 2152,
    22: 2345, 23: 2453, 24: 2601, 25: 2625, 26: 2777, 27: 2997, 28: 3190, 29: 3234, 30: 3376,
}  # fmt: skip
#: No number is so high.
_MOST: Final = 10_000


@cache
def _bounds(session: int) -> tuple[int, int]:
    """The numbers of a session lie between these two."""
    before = (one for of, one in _ONE_OF_SESSION.items() if of < session)
    behind = (one for of, one in _ONE_OF_SESSION.items() if of > session)
    return max(before, default=0), min(behind, default=_MOST)


def can_be_of_session(number: int, session: int) -> bool:
    """Whether a resolution of that number can be of that session.

    >>> can_be_of_session(2625, 25), can_be_of_session(456, 14), can_be_of_session(2625, 20)
    (True, False, False)
    """
    low, high = _bounds(session)
    return low < number < high
