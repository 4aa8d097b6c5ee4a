"""In which year the Security Council adopted the resolution of a number. Pure.

Its resolutions are numbered right through, so that a number has one year: "resolution 1325" is of
2000. Source: the Council's lists of resolutions, year by year
(https://main.un.org/securitycouncil/en/content/resolutions-0); that 1964 ends with 199 is told by
https://research.un.org. The tests compare the table with all years that the shared documents print:
they contradict none, and pin the first numbers of the years since 2007 to within two; the older
ones were not checked one by one.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

#: The first number of each year from 1946 on.
_FIRST_YEAR: Final = 1946
_FIRST_OF_YEAR: Final = (
    1, 16, 38, 67, 79, 90, 97, 99, 104, 106, 111, 122, 127, 132, 133, 161, 171, 178, 186, 200, 220,
    233, 245, 263, 276, 292, 308, 325, 345, 367, 385, 403, 423, 444, 462, 485, 500, 530, 546, 560,
    581, 594, 607, 627, 647, 684, 726, 800, 893, 970, 1036, 1093, 1147, 1220, 1285, 1335, 1387,
    1455, 1522, 1581, 1652, 1739, 1795, 1860, 1908, 1967, 2033, 2086, 2133, 2196, 2260, 2337, 2398,
    2452, 2504, 2561, 2618, 2672, 2722, 2768,
)  # fmt: skip
#: Years by which a printed year may be wrong; what is further off is some other body's number.
SLIP: Final = 2
#: Numbers of the last year of the table, which may not be over.
_LAST_KNOWN: Final = 2768


def year_of_resolution(number: int) -> int:
    """The year of the Security Council's resolution of that number; 0 where it is not known.

    >>> year_of_resolution(1325), year_of_resolution(2721), year_of_resolution(9999)
    (2000, 2023, 0)
    """
    if not 1 <= number < _LAST_KNOWN:
        return 0
    return _FIRST_YEAR + bisect_right(_FIRST_OF_YEAR, number) - 1
