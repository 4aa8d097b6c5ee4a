"""Texts of bodies without symbols, what cannot have been, and names within other names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Adopt

from southsouth.reading.citations import How
from southsouth.reading.citations.within import is_within_name
from southsouth.reading.reader import Reading

Read = Callable[[str], Reading]
LATE = "1 October 2040"
DRUGS = "Commission on Narcotic Drugs"


def cited(reading: Reading) -> list[str]:
    return [str(one.target or one.cited_as or "?") for one in reading.citations]


@pytest.mark.parametrize(
    ("symbol", "sentence", "expected"),
    [
        # named in the sentence
        ("A/RES/78/1", f"Welcoming the adoption by the {DRUGS}, at its third session, of resolution"
         " 58/4,", [f"{DRUGS} 58/4"]),
        ("A/HRC/RES/38/1", "Recalling resolution 60/2 on wells, adopted on 24 March 2016 by the"
         " Commission on the Status of Women,", ["Commission on the Status of Women 60/2"]),
        ("A/RES/78/1", f"Noting that the {DRUGS}, in its resolution 58/4, spoke of wells,",
         [f"{DRUGS} 58/4"]),
        ("A/RES/78/1", f"Recalling the {DRUGS}, the Commission having met, and Commission"
         " resolution 58/4,", [f"{DRUGS} 58/4"]),
        ("A/HRC/RES/16/1", "Noting what is annexed to Council resolution 16/21 adopted by the"
         " General Assembly in its resolution 65/281,", ["A/HRC/RES/16/21", "A/RES/65/281"]),
        # at home
        ("UNEP/EA.2/RES.9", "Recalling Governing Council decisions 26/9, SS.XII/1 and 27/13,",
         ["UNEP Governing Council 26/9", "UNEP Governing Council SS.XII/1",
          "UNEP Governing Council 27/13"]),
        # their own reports
        ("UNEP/GC/24/99", "1. In decision 24/3 and General Assembly resolution 53/242 it digs.",
         ["UNEP Governing Council 24/3", "A/RES/53/242"]),
        ("UNEP/GC/24/99", "1. The wells of resolution 53/242 are deep.", ["A/RES/53/242"]),
        ("E/CN.9/2011/9", "1. The Commission, in decision 2005/2, chose a well; the Council, in its"
         " resolution 1995/55, another.",
         ["Commission on Population and Development 2005/2", "E/RES/1995/55"]),
        # forms of numbers
        ("A/RES/78/1", "Recalling decisions 1/CP.21, 2/CP.22 and 3/CMA.1,",
         ["Conference of the Parties to the UNFCCC 1/CP.21",
          "Conference of the Parties to the UNFCCC 2/CP.22",
          "Meeting of the Parties to the Paris Agreement 3/CMA.1"]),
        ("A/RES/78/1", "Recalling GA res. 60/212, UNSCR 1325 and ECOSOC resolution 2019/3,",
         ["A/RES/60/212", "S/RES/1325(2000)", "E/RES/2019/3"]),
        ("A/RES/78/1", "Noting https://undocs.org/A/RES/60/212 and docs.un.org/en/A/60/111,",
         ["A/RES/60/212", "A/60/111"]),
        ("A/79/93", "1. The wells of ECE /HBP/2020/9 and A/78/744/ Add.7 are deep.",
         ["ECE/HBP/2020/9", "A/78/744/Add.7"]),
        ("A/RES/20/1", "Recalling Economic and Social Council resolution 958 D I (XXXVI),",
         ["E/RES/958D(XXXVI)"]),
        ("A/79/93", "1. Follow-up to its resolution 76/274 and 78/302.",
         ["A/RES/76/274", "A/RES/78/302"]),
        ("A/HRC/WG.6/7/SVN/9", "1. THE ANNEX TO HUMAN RIGHTS COUNCIL RESOLUTION 5/1 IS LONG.",
         ["A/HRC/RES/5/1"]),
        ("A/HRC/RES/52/9", "1. Extends the measures of PRST OS/13/1 and PRST/8/1;",
         ["A/HRC/PRST/OS/13/1", "A/HRC/PRST/8/1"]),
        ("A/RES/78/1", "Recalling the adoption of resolution 2000/22 of 18 August 2000, on wells,"
         " by the Subcommission on the Promotion and Protection of Human Rights,",
         ["Sub-Commission on the Promotion and Protection of Human Rights 2000/22"]),
        ("A/RES/78/1", "Recalling World Health Assembly decision 74(16) of 31 May 2021,",
         ["World Health Assembly 74(16)"]),
        ("A/RES/78/1", "Welcoming International Telecommunication Union resolution 186 on wells,",
         ["ITU Plenipotentiary Conference 186"]),
        ("A/RES/78/1", "Noting World Health Organization, document WHA58/2005/REC/1, resolution"
         " 58.3, and International Maritime Organization, document LEG/CONF.15/21,",
         ["World Health Organization WHA58/2005/REC/1", "World Health Assembly 58.3",
          "International Maritime Organization LEG/CONF.15/21"]),
        ("A/RES/78/1", "Noting that the sixty-third World Health Assembly, in its resolution 63.22,"
         " spoke of wells,", ["World Health Assembly 63.22"]),
        ("A/RES/78/1", "Noting Records of the General Conference, Fortieth Session, Paris, vol. 1,"
         " Resolutions, sect. IV, resolution 32,", ["UNESCO General Conference 32"]),
        ("A/RES/45/1", "Noting resolution 10 on wells and resolution 17 on springs, adopted by the"
         " Seventh United Nations Congress on the Prevention of Crime and the Treatment of"
         " Offenders, and resolution 15 of the Seventh Congress,",
         ["United Nations Congress on Crime Prevention 10",
          "United Nations Congress on Crime Prevention 17",
          "United Nations Congress on Crime Prevention 15"]),
        ("E/RES/1984/9", "Recalling resolutions 8 and 10 of the Sixth United Nations Congress on"
         " the Prevention of Crime and the Treatment of Offenders,",
         ["United Nations Congress on Crime Prevention 8",
          "United Nations Congress on Crime Prevention 10"]),
        ("E/RES/1990/2", "Noting that the Eighth Congress, in its resolution 24, spoke of wells,",
         ["United Nations Congress on Crime Prevention 24"]),
        ("S/RES/2502(2019)", "Recalling its PRST/2019/6 and its resolution 1373 (28 September"
         " 2001),", ["S/PRST/2019/6", "S/RES/1373(2001)"]),
        ("A/RES/78/1", "Noting decision 9 of the Ministerial Council on Wells and Springs,",
         ["Ministerial Council on Wells and Springs 9"]),
        ("E/RES/2000/2", "Recalling its agreed conclusions 1999/2 and its resolution 1999/2,",
         ["Economic and Social Council agreed conclusions 1999/2", "E/RES/1999/2"]),
        ("UNEP/GC/24/99", "1. The wells of UNEP(DTIE)/Hg/WG.1/2 are deep.",
         ["UNEP(DTIE)/Hg/WG.1/2"]),
        ("A/RES/42/1", "Recalling its resolutions 41 /59 A and 41/60,",
         ["A/RES/41/59A", "A/RES/41/60"]),
        # ranges, letters, missing spaces, marks
        ("A/RES/78/1", "Recalling resolutions 60/210–60/212 and decisions 2023/201 A–B,",
         ["A/RES/60/210", "A/RES/60/211", "A/RES/60/212", "E/DEC/2023/201A",
          "E/DEC/2023/201B"]),
        ("A/RES/78/1", "Recalling resolutions 1612 (2005),1813 (2008) and 60/1 or 60/2,",
         ["S/RES/1612(2005)", "S/RES/1813(2008)", "A/RES/60/1", "A/RES/60/2"]),
        ("A/RES/78/1", "Recalling section V of its resolution 74/2639, section XX of its resolution"
         " 75/253 A,", ["A/RES/74/263", "A/RES/75/253A"]),
        # what cannot be
        ("E/RES/2015/9", "1. Endorses the wells of resolution 71/11;", ["?"]),
        ("A/HRC/RES/49/9", "1. Requests that the provisions of resolution 69/323 be kept;",
         ["A/RES/69/323"]),
        ("A/RES/78/1", "Recalling Security Council resolution 1612 (2006),", ["S/RES/1612(2005)"]),
        ("A/RES/78/1", "Recalling Security Council resolution 38 (2020),", ["?"]),
        ("E/RES/20/1", "1. Keeps the wells of resolution 456 (XIV).", ["E/RES/456(XIV)"]),
    ],
)  # fmt: skip
def test_a_text_and_whose_it_is(
    read: Read, symbol: str, sentence: str, expected: list[str]
) -> None:
    assert cited(read(f"{symbol}\n\n{sentence}")) == expected


@pytest.mark.parametrize(
    ("words", "within"),
    [
        ("entitled “Wells for the ⟦Plan⟧”", True),
        ("entitled “The ⟦Plan⟧”", False),
        ("entitled “Our wells: the ⟦Plan⟧”", False),
        ("on the theme “Wells, the ⟦Plan⟧ and springs”", True),
        ("Recalling the ⟦Plan⟧", False),
        ("the Conference of the Parties serving as the meeting of the Parties to the ⟦Plan⟧", True),
        ("the secretariat of the ⟦Plan⟧", True),
        ("the States that are parties to the ⟦Plan⟧", False),
    ],
)
def test_a_name_within_a_name(words: str, within: bool) -> None:
    start, end = words.index("⟦"), words.index("⟧") - 1
    assert is_within_name(words.replace("⟦", "").replace("⟧", ""), start, end) is within


def test_a_name_within_a_title_is_marked_and_cites_nothing(adopt: Adopt) -> None:
    told = adopt(
        "Recalling its resolution 60/1, entitled “Wells and the Lima Programme of Action on"
        " Rivers”,",
        day=LATE,
    )
    assert [(str(c.target or ""), c.how) for c in told.citations][1:] == [("", How.WITHIN_NAME)]
    assert told.citations[1].candidates


@pytest.mark.parametrize(("times", "cites"), [(6, 0), (1, 1)])
def test_a_symbol_at_the_head_of_each_page_cites_nothing(
    read: Read, times: int, cites: int
) -> None:
    pages = "\n".join(["1. Recalls", "A/60/7", "and digs a well."] * times)
    assert cited(read(f"A/RES/60/1\n\n{pages}\n")) == ["A/60/7"] * cites
