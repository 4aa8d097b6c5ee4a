"""Citations of sentences in our own words: target, how it was told, verb, pinpoint."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.errors import DocumentError
from southsouth.reading.citations import Citation, How
from southsouth.reading.reader import Reading

Read = Callable[[str], Reading]
Adopt = Callable[..., Reading]
#: Later than everything that the sentences cite.
LATE = "1 October 2040"
Told = tuple[str, str, str, str]  # target ("" for none), how, verb, pinpoint

NAMED, CONTEXT = How.ORGAN_NAMED, How.ORGAN_IN_CONTEXT
SYMBOL, FOOTNOTE, IBID, OPEN = How.SYMBOL, How.FOOTNOTE, How.IBID, How.UNRESOLVED


def told(citation: Citation) -> Told:
    return (str(citation.target or ""), citation.how, citation.verb, citation.pinpoint)


def all_told(reading: Reading) -> list[Told]:
    return [told(citation) for citation in reading.citations]


def quotes(reading: Reading) -> list[str]:
    return [reading.resolution.text[c.start : c.end] for c in reading.citations]


# ------------------------------------------------------------- sentences of the General Assembly

SENTENCES: list[tuple[str, list[Told]]] = [
    # "its", the Assembly, lists
    ("Recalling its resolution 58/220 of 23 December 2003,",
     [("A/RES/58/220", CONTEXT, "recall", "")]),
    ("Recalling its resolutions 58/220 of 23 December 2003, 59/250 of 22 December 2004 and 60/1,",
     [("A/RES/58/220", CONTEXT, "recall", ""), ("A/RES/59/250", CONTEXT, "recall", ""),
      ("A/RES/60/1", CONTEXT, "recall", "")]),
    ("Recalling General Assembly resolution 58/220 on wells,",
     [("A/RES/58/220", NAMED, "recall", "")]),
    ("Recalling resolution 58/220,", [("A/RES/58/220", CONTEXT, "recall", "")]),
    ("Recalling its relevant resolutions, including resolution 58/220,",
     [("A/RES/58/220", CONTEXT, "recall", "")]),
    ("Recalling its resolutions 58/220, entitled “Wells”, and 59/250, entitled “Rivers”,",
     [("A/RES/58/220", CONTEXT, "recall", ""), ("A/RES/59/250", CONTEXT, "recall", "")]),
    # letters, ranges, special sessions, Roman sessions
    ("Recalling its resolutions 65/37 A and B of 7 December 2010,",
     [("A/RES/65/37A", CONTEXT, "recall", ""), ("A/RES/65/37B", CONTEXT, "recall", "")]),
    ("Recalling its resolution 57/270 B of 23 June 2003,",
     [("A/RES/57/270B", CONTEXT, "recall", "")]),
    ("Recalling its resolutions 51/1 to 51/5,",
     [(f"A/RES/51/{number}", CONTEXT, "recall", "") for number in (1, 2, 3, 4, 5)]),
    ("Recalling its resolutions 51/1 to 52/5,",
     [("A/RES/51/1", CONTEXT, "recall", ""), ("A/RES/52/5", CONTEXT, "recall", "")]),
    ("Recalling resolution 21/3,", [("", OPEN, "recall", "")]),
    ("Recalling its resolutions S-21/2 and ES-10/24,",
     [("A/RES/S-21/2", CONTEXT, "recall", ""), ("A/RES/ES-10/24", CONTEXT, "recall", "")]),
    ("Recalling its resolution 3251 (XXIX) of 4 December 1974,",
     [("A/RES/3251(XXIX)", CONTEXT, "recall", "")]),
    ("Recalling its resolutions 217 A (III) and 3201 (S-VI),",
     [("A/RES/217A(III)", CONTEXT, "recall", ""), ("A/RES/3201(S-VI)", CONTEXT, "recall", "")]),
    # other organs
    ("Recalling Security Council resolution 1325 (2000) of 31 October 2000,",
     [("S/RES/1325(2000)", NAMED, "recall", "")]),
    ("Recalling Security Council resolution 1325 (2000) and 1889 (2009),",
     [("S/RES/1325(2000)", NAMED, "recall", ""), ("S/RES/1889(2009)", NAMED, "recall", "")]),
    ("Recalling Economic and Social Council resolution 1992/41 of 30 July 1992,",
     [("E/RES/1992/41", NAMED, "recall", "")]),
    ("Recalling Economic and Social Council resolution 1895 (LVII),",
     [("E/RES/1895(LVII)", NAMED, "recall", "")]),
    ("Recalling resolution 1992/41,", [("E/RES/1992/41", CONTEXT, "recall", "")]),
    ("Noting the Human Rights Council, and Council resolutions 16/18 of 24 March 2011 and 17/1,",
     [("A/HRC/RES/16/18", CONTEXT, "note", ""), ("A/HRC/RES/17/1", CONTEXT, "note", "")]),
    ("Noting Council resolution 16/18 of 24 March 2011,",
     [("A/HRC/RES/16/18", CONTEXT, "note", "")]),
    ("Noting resolution 16/18 of the Human Rights Council,",
     [("A/HRC/RES/16/18", NAMED, "note", "")]),
    ("Noting resolutions 16/18 and 17/1 of the Human Rights Council,",
     [("A/HRC/RES/16/18", NAMED, "note", ""), ("A/HRC/RES/17/1", NAMED, "note", "")]),
    ("Noting that the Security Council, in its resolution 1325 (2000), spoke of wells,",
     [("S/RES/1325(2000)", CONTEXT, "note", "")]),
    ("Noting that the Human Rights Council, in its resolution 16/18, spoke of wells,",
     [("A/HRC/RES/16/18", CONTEXT, "note", "")]),
    ("Noting Commission on Human Rights resolution 2005/3,",
     [("E/CN.4/RES/2005/3", NAMED, "note", "")]),
    # decisions
    ("Recalling its decision 66/550 of 1 May 2012,", [("A/DEC/66/550", CONTEXT, "recall", "")]),
    ("Noting Economic and Social Council decision 2004/233,",
     [("E/DEC/2004/233", NAMED, "note", "")]),
    ("Noting decision 6/102 of the Human Rights Council,",
     [("A/HRC/DEC/6/102", NAMED, "note", "")]),
    ("Recalling its resolution 60/1 and its decision 60/501,",
     [("A/RES/60/1", CONTEXT, "recall", ""), ("A/DEC/60/501", CONTEXT, "recall", "")]),
    ("Noting decision 17/1 of the High-level Committee on Wells,", [("", OPEN, "note", "")]),
    ("Recalling its decision 60/5 of 3 May 2005,", [("", OPEN, "recall", "")]),
    ("Noting Human Rights Council decision 6/99,", [("", OPEN, "note", "")]),
    ("Noting Governing Council decision 17/1,", [("", OPEN, "note", "")]),
    ("Noting the Conference’s resolution 17/1,", [("", OPEN, "note", "")]),
    # what stands between the members of a list
    ("Recalling its resolutions 61/276, section VIII, of 29 June 2007, 62/238, section XXI, and "
     "63/1,",
     [("A/RES/61/276", CONTEXT, "recall", "section VIII"),
      ("A/RES/62/238", CONTEXT, "recall", "section XXI"), ("A/RES/63/1", CONTEXT, "recall", "")]),
    ("Recalling its resolutions 58/1 on wells and 58/2 on springs,",
     [("A/RES/58/1", CONTEXT, "recall", ""), ("A/RES/58/2", CONTEXT, "recall", "")]),
    ("Recalling its resolution 58/1 on 3 November 2003 and resolutions 58/2 on 3 November 2003, "
     "58/3 and 58/4,",
     [("A/RES/58/1", CONTEXT, "recall", ""), ("A/RES/58/2", CONTEXT, "recall", ""),
      ("A/RES/58/3", CONTEXT, "recall", ""), ("A/RES/58/4", CONTEXT, "recall", "")]),
    ("Recalling its resolutions 75/26 of 2 December 2020,76/69 of 9 December 2021,",
     [("A/RES/75/26", CONTEXT, "recall", ""), ("A/RES/76/69", CONTEXT, "recall", "")]),
    ("Recalling Economic and Social Council resolutions 1992/22 of 30 July 1992, entitled “Use "
     "of General Assembly resolution 46/152”, 1993/28 of 27 July 1993 and 1994/15,",
     [("E/RES/1992/22", NAMED, "recall", ""), ("A/RES/46/152", NAMED, "recall", ""),
      ("E/RES/1993/28", NAMED, "recall", ""), ("E/RES/1994/15", NAMED, "recall", "")]),
    ("Recalling its resolution 57/270 B.", [("A/RES/57/270B", CONTEXT, "recall", "")]),
    # dates tell whose number it is, for the whole list; a year that cannot be says nothing
    ("Noting resolutions 47/1 of 12 July 2021, S-29/1 of 12 February 2021 and 46/21,",
     [("A/HRC/RES/47/1", CONTEXT, "note", ""), ("A/HRC/RES/S-29/1", CONTEXT, "note", ""),
      ("A/HRC/RES/46/21", CONTEXT, "note", "")]),
    ("Recalling its resolutions 71/266 of 23 December 2016 and 72/256 of 24 December 2107,",
     [("A/RES/71/266", CONTEXT, "recall", ""), ("A/RES/72/256", CONTEXT, "recall", "")]),
    ("Noting the adoption by a commission of resolution 79/8 of 19 May 2023,",
     [("", OPEN, "note", "")]),
    ("Noting a report to the Human Rights Council submitted pursuant to resolutions 34/24, 40/20,",
     [("A/HRC/RES/34/24", CONTEXT, "note", ""), ("A/HRC/RES/40/20", CONTEXT, "note", "")]),
    ("Noting the Security Council, as set forth in resolution 2847 (XXVI), and wells,",
     [("A/RES/2847(XXVI)", CONTEXT, "note", "")]),
    # bodies whose numbers are no series here
    ("Noting the adoption, by its resolution 56/6, of the Global Agenda for Wells,",
     [("A/RES/56/6", CONTEXT, "note", "")]),
    ("Noting Commission on the Status of Wells resolutions 49/7 of 11 March 2005 and 56/4,",
     [("", OPEN, "note", ""), ("", OPEN, "note", "")]),
    ("Noting Commission on Wells and Rivers resolution 2006/2 and its resolution 2013/1,",
     [("", OPEN, "note", ""), ("", OPEN, "note", "")]),
    ("Noting Commission on Wells resolution 2006/2 and its resolution 60/1,",
     [("", OPEN, "note", ""), ("A/RES/60/1", CONTEXT, "note", "")]),
    ("Noting the Commission on Human Rights and Commission resolution 1998/72,",
     [("E/CN.4/RES/1998/72", CONTEXT, "note", "")]),
    ("Noting the Commission on Wells and Commission resolution 1998/72,",
     [("", OPEN, "note", "")]),
    ("Noting the Commission on Human Rights in its resolution 1998/72,",
     [("E/CN.4/RES/1998/72", CONTEXT, "note", "")]),
    # the Security Council
    ("Noting UNSCR 2664 (2022) and resolution 2751(2024),",
     [("S/RES/2664(2022)", NAMED, "note", ""), ("S/RES/2751(2024)", CONTEXT, "note", "")]),
    ("Noting general recommendation No. 39 (2022) and Council resolution 1325 (2000),",
     [("S/RES/1325(2000)", CONTEXT, "note", "")]),
    ("Noting its call in 2462 (2019),", []),
    # treaties and publications
    ("Noting United Nations, Treaty Series, vol. 2187, No. 38544,",
     [("UNTS/2187/38544", SYMBOL, "note", "")]),
    ("Noting Treaty Series, vols. 1833, 1834 and 1835, No. 31363,",
     [("UNTS/1833/31363", SYMBOL, "note", "")]),
    ("Noting the report (United Nations publication, Sales No. E.78.II.A.11 and corrigendum),",
     [("SALES/E.78.II.A.11", SYMBOL, "note", "")]),
    ("Noting S/PRST/ 2014/23 and wells,", [("S/PRST/2014/23", SYMBOL, "note", "")]),
    # symbols and pinpoints
    ("Noting the report on wells (A/60/257),", [("A/60/257", SYMBOL, "note", "")]),
    ("Noting the plan of wells (A/55/74, annex II),", [("A/55/74", SYMBOL, "note", "annex II")]),
    ("Noting the wells of A/60/39 and A/C.2/60/L.5,",
     [("A/60/39", SYMBOL, "note", ""), ("A/C.2/60/L.5", SYMBOL, "note", "")]),
    ("Noting the report (A/60/39), chapter I, on wells,",
     [("A/60/39", SYMBOL, "note", "chapter I")]),
    ("Noting S/RES/1325 (2000) and A/RES/57/270 B,",
     [("S/RES/1325(2000)", SYMBOL, "note", ""), ("A/RES/57/270B", SYMBOL, "note", "")]),
    ("Recalling paragraph 9 of its resolution 58/220,",
     [("A/RES/58/220", CONTEXT, "recall", "paragraph 9")]),
    ("Recalling its resolution 58/220, annex II, on wells,",
     [("A/RES/58/220", CONTEXT, "recall", "annex II")]),
    ("Recalling paragraph 9 (b) of General Assembly resolution 58/220,",
     [("A/RES/58/220", NAMED, "recall", "paragraph 9 (b)")]),
    ("Recalling its resolutions on wells, in particular 1500 (XV), and others,",
     [("A/RES/1500(XV)", CONTEXT, "recall", "")]),
    # no citation
    ("Recalling its resolution 71/256 of 23 December 2016, entitled “Wells”, adopted by the United "
     "Nations Conference on Wells (Wells III),", [("A/RES/71/256", CONTEXT, "recall", "")]),
    ("Recalling resolutions 5/14 of 2 March 2022, entitled “Wells”, and 4/6 of 15 March 2019, "
     "entitled “Springs”, adopted by the United Nations Environment Assembly of the Programme,",
     [("UNEP/EA.5/RES.14", NAMED, "recall", ""), ("UNEP/EA.4/RES.6", NAMED, "recall", "")]),
    ("Noting Human Rights Council resolution 43/1 of 19 June 2020, and what was submitted pursuant "
     "to resolution 43/1,", [("A/HRC/RES/43/1", NAMED, "note", ""),
     ("A/HRC/RES/43/1", CONTEXT, "note", "")]),
    ("Noting Human Rights Council decision 43/101 and resolution 43/101,",
     [("A/HRC/DEC/43/101", NAMED, "note", ""), ("A/RES/43/101", CONTEXT, "note", "")]),
    ("Noting the Conference of Ministers of Wells, as set out in its resolution 908 (XLVI) of "
     "26 March 2013,", [("", OPEN, "note", "")]),
    ("Noting that the Commission, in its decision 2020/101, spoke of wells,",
     [("", OPEN, "note", "")]),
    ("Noting its resolutions 70/291,72/284 and 75/291,",
     [("A/RES/70/291", CONTEXT, "note", ""), ("A/RES/72/284", CONTEXT, "note", ""),
      ("A/RES/75/291", CONTEXT, "note", "")]),
    ("Noting General Assembly resolution ES\u201110/15 of 20 July 2004,",
     [("A/RES/ES-10/15", NAMED, "note", "")]),
    ("Noting the report (E/2020/27), chap. I, sect. C, resolution 59/1, on wells,",
     [("E/2020/27", SYMBOL, "note", "chap. I, sect. C"), ("", OPEN, "note", "")]),
    ("Noting the report (A/78/53), chap. III, resolution 51/4, on wells,",
     [("A/78/53", SYMBOL, "note", "chap. III"), ("A/HRC/RES/51/4", NAMED, "note", "")]),
    ("Noting A/76/6 (Sect. 29A)/Corr.1 and A/75/3 (Part I) on wells,",
     [("A/76/6(Sect.29A)/Corr.1", SYMBOL, "note", ""), ("A/75/3(PartI)", SYMBOL, "note", "")]),
    ("Noting a ratio of 3/4 and wells of 24/7,", []),
    ("Recalling its resolution of 1995 on wells,", []),
    ("Noting the resolution of the wells. Of 60/1 nothing is said,", []),
    ("Recalling its resolution 70/1 and A/RES/70/1 itself,", []),
    ("Noting and/or and South/South,", []),
    # a narrower list, topics between numbers, other forms of a number
    ("Recalling all Commission on Human Rights resolutions on wells, including resolutions 1998/72"
     " of 22 April 1998 and 2004/7 of 13 April 2004,",
     [("E/CN.4/RES/1998/72", NAMED, "recall", ""), ("E/CN.4/RES/2004/7", NAMED, "recall", "")]),
    ("Recalling the resolutions of the Human Rights Council on wells, including resolution S-12/1,",
     [("A/HRC/RES/S-12/1", CONTEXT, "recall", "")]),
    ("Recalling its resolutions 45/154 on wells, 45/156 on springs and 45/159 on ponds,",
     [("A/RES/45/154", CONTEXT, "recall", ""), ("A/RES/45/156", CONTEXT, "recall", ""),
      ("A/RES/45/159", CONTEXT, "recall", "")]),
    ("Recalling Human Rights Council resolution 5/1, on wells, and 5/2, on springs,",
     [("A/HRC/RES/5/1", NAMED, "recall", ""), ("A/HRC/RES/5/2", NAMED, "recall", "")]),
    ("Recalling its resolutions 68/307and 69/321,",
     [("A/RES/68/307", CONTEXT, "recall", ""), ("A/RES/69/321", CONTEXT, "recall", "")]),
    ("Recalling its decision 74/537 B of 11 August 2020,",
     [("A/DEC/74/537B", CONTEXT, "recall", "")]),
    ("Noting the wells of A/69/6 (Prog. 7),", [("A/69/6(Prog.7)", SYMBOL, "note", "")]),
    # what cannot exist: the Assembly's Roman sessions end with XXX, the Council's with LXIII
    ("Recalling resolution 1667 (LII) of 1 June 1972,",
     [("E/RES/1667(LII)", CONTEXT, "recall", "")]),
    ("Recalling resolution 578 (LXXVII) of 1 June 1972,", [("", OPEN, "recall", "")]),
    # bodies without a series here, named where they adopt
    ("Noting the adoption by the Commission on Wells, at its session, of its resolution 58/4,",
     [("", OPEN, "note", "")]),
    ("Recalling decision 29/101 of 29 April 2016 of the United Nations Group of Experts on Wells,",
     [("", OPEN, "recall", "")]),
    ("Noting the reports pursuant to resolution 72/55, of the Group of Experts on Wells,",
     [("A/RES/72/55", CONTEXT, "note", "")]),
    ("Considering General Assembly resolution No. 96 (I) of 11 December 1946,",
     [("A/RES/96(I)", NAMED, "consider", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[s for s, _ in SENTENCES])
def test_a_sentence(adopt: Adopt, sentence: str, expected: list[Told]) -> None:
    assert all_told(adopt(sentence, "1. Decides to dig.", day=LATE)) == expected


def test_offsets_span_the_number_its_date_and_pinpoint(adopt: Adopt) -> None:
    reading = adopt(
        "Recalling its resolutions 58/220 of 23 December 2003 and 65/37 A and B, annex I,",
        "1. Notes the plan (A/55/74, annex II) and chap. I of A/60/39;",
    )
    assert quotes(reading) == [
        "58/220 of 23 December 2003",
        "65/37 A and B, annex I",
        "65/37 A and B, annex I",
        "A/55/74, annex II",
        "A/60/39",
    ]
    assert [c.target_part for c in reading.citations] == ["", "annex1", "annex1", "annex2", "chap1"]


def test_the_printed_date(adopt: Adopt) -> None:
    reading = adopt("Recalling its resolutions 58/220 of 23 December 2003 and 59/250,")
    assert [c.printed_date for c in reading.citations] == [date(2003, 12, 23), None]


def test_every_verb_governs_its_own_citations(adopt: Adopt) -> None:
    reading = adopt(
        "1. Welcomes A/60/257, endorses resolution 58/220, and decides to end 59/250;",
        "2. Urges:",
        "(a) Care for A/60/39;",
        "(b) Notes A/60/40.",
    )
    assert [(c.part, str(c.target), c.verb) for c in reading.citations] == [
        ("op1", "A/60/257", "welcome"),
        ("op1", "A/RES/58/220", "endorse"),
        ("op2(a)", "A/60/39", "urge"),
        ("op2(b)", "A/60/40", "note"),
    ]


@pytest.mark.parametrize(
    ("sentence", "direct"),
    [
        ("1. Recalls resolution 58/220;", True),
        ("1. Welcomes the fund, established under resolution 58/220;", False),
        ("1. Welcomes the wells referred to in its resolution 58/220;", False),
        ("1. Recalls the wells, and its resolution 58/220;", True),
    ],
)
def test_a_citation_that_only_qualifies_a_noun_is_not_direct(
    adopt: Adopt, sentence: str, direct: bool
) -> None:
    (citation,) = adopt(sentence, day=LATE).citations
    assert citation.direct is direct


@pytest.mark.parametrize(
    ("symbol", "organ", "sentence", "target"),
    [
        (
            "A/HRC/RES/40/15",
            "Human Rights Council",
            "Recalling its resolution 16/18,",
            "A/HRC/RES/16/18",
        ),
        (
            "A/HRC/RES/40/15",
            "Human Rights Council",
            "Recalling Council resolution 16/18,",
            "A/HRC/RES/16/18",
        ),
        (
            "A/HRC/RES/40/15",
            "Human Rights Council",
            "Recalling General Assembly resolution 60/251 of 15 March 2006,",
            "A/RES/60/251",
        ),
        (
            "A/HRC/RES/40/15",
            "Human Rights Council",
            "Recalling Assembly resolution 60/251,",
            "A/RES/60/251",
        ),
        (
            "E/RES/2019/3",
            "Economic and Social Council",
            "Recalling its resolution 1992/41,",
            "E/RES/1992/41",
        ),
        (
            "E/RES/2019/3",
            "Economic and Social Council",
            "Recalling its resolution 1895 (LVII),",
            "E/RES/1895(LVII)",
        ),
        ("E/RES/2019/3", "Economic and Social Council", "Recalling resolution 60/1,", "A/RES/60/1"),
        (
            "S/RES/2242 (2015)",
            "Security Council",
            "Recalling its resolutions 1325 (2000),",
            "S/RES/1325(2000)",
        ),
        (
            "UNEP/EA.6/RES.6",
            "United Nations Environment Assembly",
            "Recalling its resolution 5/4,",
            "UNEP/EA.5/RES.4",
        ),
    ],
)
def test_what_its_means_for_other_speakers(
    adopt: Adopt, symbol: str, organ: str, sentence: str, target: str
) -> None:
    reading = adopt(sentence, symbol=symbol, organ=organ, day=LATE)
    assert [str(c.target) for c in reading.citations] == [target]


COUNCIL: list[tuple[str, list[Told]]] = [
    ("Recalling resolution 2250 (2015) and its call in 2462 (2019), 2471 (2019),",
     [("S/RES/2250(2015)", CONTEXT, "recall", ""), ("S/RES/2462(2019)", NAMED, "recall", ""),
      ("S/RES/2471(2019)", NAMED, "recall", "")]),
    ("Recalling resolution 2250 (2015), and 2419 (2018), and resolutions 2250 and 2419;",
     [("S/RES/2250(2015)", CONTEXT, "recall", ""), ("S/RES/2419(2018)", CONTEXT, "recall", ""),
      ("S/RES/2250(2015)", CONTEXT, "recall", ""), ("S/RES/2419(2018)", CONTEXT, "recall", "")]),
    ("Recalling resolution 2250,", [("S/RES/2250(2015)", CONTEXT, "recall", "")]),
    ("Recalling resolution 9250,", [("", OPEN, "recall", "")]),
    ("Recalling presidential statement 2015/25,",
     [("S/PRST/2015/25", CONTEXT, "recall", "")]),
    ("Recalling its presidential statements, in particular 2254 (2015),",
     [("S/RES/2254(2015)", CONTEXT, "recall", "")]),
    ("Recalling the statement of 12 (2015) wells,", []),
    ("1. Notes that, in its resolution 60/251, the General Assembly asked for wells;",
     [("A/RES/60/251", CONTEXT, "note", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), COUNCIL, ids=[s for s, _ in COUNCIL])
def test_a_sentence_of_the_security_council(
    adopt: Adopt, sentence: str, expected: list[Told]
) -> None:
    reading = adopt(sentence, symbol="S/RES/2535 (2020)", organ="Security Council", day=LATE)
    assert all_told(reading) == expected


def test_the_title_cites(read: Read) -> None:
    reading = read(
        "A/RES/74/298\n\nResolution adopted by the General Assembly on 12 August 2020\n\n"
        "74/298. Review of General Assembly resolution 67/290 on wells\n\n"
        "The General Assembly,\n\n1. Decides to dig."
    )
    (citation,) = reading.citations
    assert (citation.part, *told(citation)) == ("front", "A/RES/67/290", NAMED, "", "")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Reaffirming the Lima Programme of Action on Rivers,",
            [("A/CONF.199/20", How.NAMED, "reaffirm", "annex 2")],
        ),
        # its symbol stands beside it, or it is named again
        (
            "Reaffirming the Lima Programme of Action on Rivers (A/CONF.199/20, annex II),",
            [("A/CONF.199/20", SYMBOL, "reaffirm", "annex II")],
        ),
        (
            "Noting the Lima Programme of Action on Rivers or the Lima Programme of Action on "
            "Rivers,",
            [("A/CONF.199/20", How.NAMED, "note", "annex 2")],
        ),
        # the records do not say where its text is
        ("Reaffirming the Lima Programme of Action on wells,", []),
    ],
)
def test_a_citation_by_name(adopt: Adopt, sentence: str, expected: list[Told]) -> None:
    assert all_told(adopt(sentence, day=LATE)) == expected


@pytest.mark.parametrize(
    ("sentence", "direct"),
    [
        ("1. Reaffirms the Lima Programme of Action on Rivers;", True),
        ("1. Takes note of the Lima Programme of Action on Rivers;", True),
        ("1. Welcomes the wells dug under the Lima Programme of Action on Rivers;", False),
    ],
)
def test_only_what_the_verb_acts_on_is_direct(adopt: Adopt, sentence: str, direct: bool) -> None:
    (citation,) = adopt(sentence, day=LATE).citations
    assert citation.direct is direct


# ----------------------------------------------------------------------- front matter and notes


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("[on the report of the Second Committee (A/60/493/Add.2)]", "A/60/493/Add.2"),
        ("[without reference to a Main Committee (A/64/L.37)]", "A/64/L.37"),
        ("[on a proposal considered in plenary meeting (E/2019/L.11)]", "E/2019/L.11"),
    ],
)
def test_the_front_matter_cites_report_and_draft(read: Read, line: str, target: str) -> None:
    reading = read(f"A/RES/70/1\n\n{line}\n\nThe General Assembly,\n\n1. Decides to dig A/60/1.")
    assert [(c.part, *told(c)) for c in reading.citations] == [
        ("front", target, SYMBOL, "", ""),
        ("op1", "A/60/1", SYMBOL, "decide", ""),
    ]


def noted(read: Read, *notes: str) -> Reading:
    """A resolution of one paragraph with those footnotes, each marked in it."""
    marks = " ".join(f"well<sup>{n}</sup>" for n in range(1, len(notes) + 1))
    bodies = (f"<sup>{n}</sup> {note}" for n, note in enumerate(notes, start=1))
    front = ("A/RES/70/1", "Resolution adopted by the General Assembly", "The General Assembly,")
    return read("\n\n".join((*front, f"1. *Welcomes* {marks} dug;", *bodies)))


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        (["See resolution 60/1."], [("A/RES/60/1", FOOTNOTE, "welcome", "")]),
        (["A/55/74, annex II."], [("A/55/74", FOOTNOTE, "welcome", "annex II")]),
        (
            ["*Supplement No. 39* (A/60/39), chap. I."],
            [("A/60/39", FOOTNOTE, "welcome", "chap. I")],
        ),
        (
            ["A/60/39.", "*Ibid.*, chap. I."],
            [("A/60/39", FOOTNOTE, "welcome", ""), ("A/60/39", IBID, "welcome", "chap. I")],
        ),
        (
            ["A/60/39, annex.", "Ibid.", "Ibid., sect. B."],
            [
                ("A/60/39", FOOTNOTE, "welcome", "annex"),
                ("A/60/39", IBID, "welcome", ""),
                ("A/60/39", IBID, "welcome", "sect. B"),
            ],
        ),
        (
            ["A/60/39 and A/60/40.", "Ibid."],
            [
                ("A/60/39", FOOTNOTE, "welcome", ""),
                ("A/60/40", FOOTNOTE, "welcome", ""),
                ("", OPEN, "welcome", ""),
            ],
        ),
        (["Treaty Series, vol. 3.", "Ibid., chap. I."], [("", OPEN, "welcome", "chap. I")]),
        (["Ibid."], [("", OPEN, "welcome", "")]),
        (
            ["A/60/39.", "On wells.", "Ibid."],
            [("A/60/39", FOOTNOTE, "welcome", ""), ("", OPEN, "welcome", "")],
        ),
        (
            ["A/60/39.", "Ibid., *Supplement No. 40* (A/60/40)."],
            [("A/60/39", FOOTNOTE, "welcome", ""), ("A/60/40", FOOTNOTE, "welcome", "")],
        ),
        # another treaty of the series, another volume without a symbol, and what comes besides
        (
            [
                "United Nations, Treaty Series, vol. 2349, No. 42146.",
                "Ibid., vol. 2225, No. 39574.",
                "Ibid., vols. 1 and 3, No. 7; see also A/60/1.",
                "Ibid., vol. 2, No. 5.",
            ],
            [
                ("UNTS/2349/42146", FOOTNOTE, "welcome", ""),
                ("UNTS/2225/39574", IBID, "welcome", ""),
                ("UNTS/1/7", IBID, "welcome", ""),
                ("A/60/1", FOOTNOTE, "welcome", ""),
                ("UNTS/2/5", IBID, "welcome", ""),
            ],
        ),
        (
            ["A/60/39.", "Ibid., vol. 2225, No. 39574."],
            [("A/60/39", FOOTNOTE, "welcome", ""), ("", OPEN, "welcome", "")],
        ),
        (
            ["A/60/39.", "Ibid., Fifty-ninth Session, Supplement No. 36."],
            [("A/60/39", FOOTNOTE, "welcome", ""), ("", OPEN, "welcome", "")],
        ),
        (
            ["*Supplement No. 39* (A/60/39, A/60/39/Corr.1 and A/60/39/Corr.2), chap. I."],
            [
                ("A/60/39", FOOTNOTE, "welcome", "chap. I"),
                ("A/60/39/Corr.1", FOOTNOTE, "welcome", "chap. I"),
                ("A/60/39/Corr.2", FOOTNOTE, "welcome", "chap. I"),
            ],
        ),
        (
            ["A/60/39 and A/60/40, annex."],
            [("A/60/39", FOOTNOTE, "welcome", ""), ("A/60/40", FOOTNOTE, "welcome", "annex")],
        ),
        (
            ["A/60/39.", "Ibid.; see also A/60/40."],
            [
                ("A/60/39", FOOTNOTE, "welcome", ""),
                ("A/60/39", IBID, "welcome", ""),
                ("A/60/40", FOOTNOTE, "welcome", ""),
            ],
        ),
    ],
)
def test_footnotes(read: Read, notes: list[str], expected: list[Told]) -> None:
    reading = noted(read, *notes)
    assert all_told(reading) == expected
    assert {c.part for c in reading.citations} == {"op1"}
    assert all(c.footnote.startswith("fn") for c in reading.citations)


def test_an_ibid_of_two_keeps_the_candidates(read: Read) -> None:
    ibid = noted(read, "A/60/39 and A/60/40.", "Ibid.").citations[-1]
    assert [str(symbol) for symbol in ibid.candidates] == ["A/60/39", "A/60/40"]
    assert ibid.target is None


def test_a_footnote_is_governed_by_the_verb_before_its_mark(read: Read) -> None:
    text = (
        "A/RES/70/1\n\nThe General Assembly,\n\n1. *Welcomes* wells<sup>1</sup> and *requests* "
        "rivers<sup>2</sup>, and decides to rest;\n\n<sup>1</sup> A/60/1.\n\n<sup>2</sup> A/60/2."
        "\n\n<sup>3</sup> A/60/3."
    )
    found = [(str(c.target), c.part, c.footnote, c.verb) for c in read(text).citations]
    assert found == [
        ("A/60/1", "op1", "fn1", "welcome"),
        ("A/60/2", "op1", "fn2", "request"),
        ("A/60/3", "fn3", "fn3", ""),  # marked nowhere: the note itself cites
    ]


# ------------------------------------------------------------------------------------ any text

WORDS = st.sampled_from(
    [
        "resolution",
        "resolutions",
        "its",
        "Council",
        "General Assembly",
        "decision",
        "1/1",
        "1/9999",
        "65/37 A to D",
        "to",
        "and",
        ",",
        "1325 (2000)",
        "3251 (XXIX)",
        "of 31 June 2001",
        "of 3 May 2001",
        "Ibid.",
        "A/60/39",
        ")",
        "(",
        "annex II",
        "paragraph 9 of",
        ";",
        ".",
        "Z to A",
        "65/37 Z to A",
        "9999/1",
        "0/0",
        "the Human Rights Council",
        "entitled “Wells”",
        "A/RES/70/1",
    ]
)


@given(st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=25))
def test_any_sentence_is_read(read: Read, words: list[str]) -> None:
    text = f"A/RES/70/1\n\nThe General Assembly,\n\n1. Notes {' '.join(words)};\n\nx\n\n(a) Ibid."
    try:
        reading = read(text)
    except DocumentError:  # a control character, say
        return
    resolution = reading.resolution
    names = {part.id for part in resolution.parts}
    for citation in reading.citations:
        assert citation.part in names
        assert 0 <= citation.start < citation.end <= len(resolution.text)
        assert citation.target != resolution.symbol
        assert (citation.target is None) == (citation.how is How.UNRESOLVED)


@pytest.mark.parametrize(
    ("opening", "unit", "length"),
    [
        ("Recalling its resolutions ", "1/1, ", 200_000),
        ("Recalling its resolutions ", "1/1 to 1/60, ", 20_000),
        ("Recalling ", "resolution ", 200_000),
        ("Recalling ", "Council resolution 1/1 of ", 200_000),
        ("Recalling its resolution 1/1, ", "annex I, ", 200_000),
        ("Recalling ", "A/", 200_000),
        ("Recalling ", "The General Assembly, in its ", 50_000),
        ("Recalling ", "Ibid. ", 100_000),
        ("Recalling ", "paragraph 9 of its ", 200_000),
    ],
)
def test_long_sentences_are_read_in_seconds(
    adopt: Adopt, opening: str, unit: str, length: int
) -> None:
    start = time.process_time()
    adopt(opening + unit * (length // len(unit)))
    assert time.process_time() - start < 30
