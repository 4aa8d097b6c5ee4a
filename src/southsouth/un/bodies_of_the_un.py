"""Commissions, boards, governing councils and other bodies of the United Nations, one row each.

Where a body meets every year, its calendar is read off one session of its report: the fifty-eighth
of the Commission on Narcotic Drugs was in 2015 (E/2015/28).
"""

from __future__ import annotations

from typing import Final

from southsouth.un.body import BY_SESSION, BY_YEAR, ROMAN_BEFORE, ROMAN_BEHIND, Body
from southsouth.un.sessions import each_year, every_year_since, up_to_session

_SESSION_OR_ROMAN: Final = rf"{BY_SESSION}|{ROMAN_BEHIND}"
_COUNCIL_NUMBERS: Final = rf"{BY_SESSION}|{ROMAN_BEFORE}|{ROMAN_BEHIND}"

#: Subsidiary organs of the Economic and Social Council.
COMMISSIONS: Final[tuple[Body, ...]] = (
    Body(
        "ece", "ECE", "Economic Commission for Europe", "Commission",
        rf"[A-Z]\s\(\d+\)|{_SESSION_OR_ROMAN}",
        "Recalling Economic Commission for Europe decision 7 (XXIX),", "ECE 7 (XXIX)",
        "E/RES/36(IV)", words=r"UNECE|ECE",
        speaks=r"E/ECE/", home=r"E/ECE/|ECE/",
    ),
    Body(
        "eca", "ECA", "Economic Commission for Africa", "Commission",
        _SESSION_OR_ROMAN,
        "Recalling Economic Commission for Africa resolution 889 (XLIX),", "ECA 889 (XLIX)",
        "E/RES/671A(XXV)", words=r"UNECA|Conference\s+of\s+African\s+Ministers\s+of\s+Finance",
        speaks=r"E/ECA/", home=r"E/ECA/",
    ),
    Body(
        "eclac", "ECLAC", "Economic Commission for Latin America and the Caribbean", "Commission",
        _SESSION_OR_ROMAN,
        "Recalling Economic Commission for Latin America and the Caribbean resolution 574 (XXVII),",
        "ECLAC 574 (XXVII)", "E/RES/106(VI)",
        words=r"ECLAC|Economic\s+Commission\s+for\s+Latin\s+America",
        speaks=r"LC/|E/CEPAL/", home=r"LC/|E/CEPAL/",
    ),
    Body(
        "eclac-committee-of-the-whole", "ECLAC Committee of the Whole",
        "Committee of the Whole of the Economic Commission for Latin America and the Caribbean",
        "Committee of the Whole", r"\d{1,4}\s\(PLEN\.\s?\d{1,2}(?:-E)?\)",
        "Recalling resolution 695 (PLEN.16-E) of the Committee of the Whole of the Economic"
        " Commission for Latin America and the Caribbean,",
        "ECLAC Committee of the Whole 695 (PLEN.16-E)", "E/RES/106(VI)", tells=True,
    ),
    Body(
        "escwa", "ESCWA", "Economic and Social Commission for Western Asia", "Commission",
        _SESSION_OR_ROMAN,
        "Recalling Economic and Social Commission for Western Asia resolution 335 (XXXI),",
        "ESCWA 335 (XXXI)", "E/RES/1818(LV)",
        words=r"ESCWA|Economic\s+Commission\s+for\s+Western\s+Asia",
        speaks=r"E/ESCWA/", home=r"E/ESCWA/",
    ),
    Body(
        "statistical-commission", "Statistical Commission", "Statistical Commission", "Commission",
        _SESSION_OR_ROMAN,
        "Recalling Statistical Commission decision 46/101,", "Statistical Commission 46/101",
        "E/RES/8(I)", sessions=every_year_since(1969, 30),
        speaks=r"E/CN\.3/|E/\d{4}/24\b", home=r"E/CN\.3/",
    ),
    Body(
        "commission-on-population-and-development", "Commission on Population and Development",
        "Commission on Population and Development", "Commission",
        BY_YEAR,
        "Recalling Commission on Population and Development resolution 2009/1 of 3 April 2009,",
        "Commission on Population and Development 2009/1", "A/RES/49/128",
        words=r"Population\s+Commission", sessions=each_year(1990),
        speaks=r"E/CN\.9/|E/\d{4}/25\b", home=r"E/CN\.9/",
    ),
    Body(
        "commission-for-social-development", "Commission for Social Development",
        "Commission for Social Development", "Commission",
        _SESSION_OR_ROMAN,
        "Recalling Commission for Social Development resolution 42/1,",
        "Commission for Social Development 42/1", "E/RES/10(II)",
        sessions=every_year_since(1962, 34), speaks=r"E/CN\.5/|E/\d{4}/26\b", home=r"E/CN\.5/",
    ),
    Body(
        "commission-on-the-status-of-women", "Commission on the Status of Women",
        "Commission on the Status of Women", "Commission",
        _SESSION_OR_ROMAN,
        "Recalling Commission on the Status of Women resolution 60/2 of 24 March 2016,",
        "Commission on the Status of Women 60/2", "E/RES/11(II)",
        sessions=every_year_since(1956, 33), speaks=r"E/CN\.6/|E/\d{4}/27\b", home=r"E/CN\.6/",
    ),
    Body(
        "commission-on-narcotic-drugs", "Commission on Narcotic Drugs",
        "Commission on Narcotic Drugs", "Commission",
        _SESSION_OR_ROMAN,
        "Recalling Commission on Narcotic Drugs resolution 58/4 of 17 March 2015,",
        "Commission on Narcotic Drugs 58/4", "E/RES/9(I)",
        sessions=every_year_since(1957, 33), speaks=r"E/CN\.7/|E/\d{4}/28\b", home=r"E/CN\.7/",
    ),
    Body(
        "commission-on-crime-prevention", "Commission on Crime Prevention and Criminal Justice",
        "Commission on Crime Prevention and Criminal Justice", "Commission",
        BY_SESSION,
        "Recalling Commission on Crime Prevention and Criminal Justice resolution 26/3,",
        "Commission on Crime Prevention and Criminal Justice 26/3", "E/RES/1992/1",
        sessions=every_year_since(1991, 1), speaks=r"E/CN\.15/|E/\d{4}/30\b", home=r"E/CN\.15/",
    ),
    Body(
        "commission-on-science-and-technology",
        "Commission on Science and Technology for Development",
        "Commission on Science and Technology for Development", "Commission",
        rf"{BY_SESSION}|{BY_YEAR}",
        "Recalling Commission on Science and Technology for Development resolution 2/1,",
        "Commission on Science and Technology for Development 2/1", "A/RES/46/235",
        speaks=r"E/CN\.16/", home=r"E/CN\.16/",
    ),
    Body(
        "commission-on-sustainable-development", "Commission on Sustainable Development",
        "Commission on Sustainable Development", "Commission",
        BY_SESSION,
        "Recalling Commission on Sustainable Development resolution 11/1,",
        "Commission on Sustainable Development 11/1", "E/DEC/1993/207",
        sessions=up_to_session(20), speaks=r"E/CN\.17/|E/\d{4}/29\b", home=r"E/CN\.17/",
    ),
    Body(
        "sub-commission-on-human-rights",
        "Sub-Commission on the Promotion and Protection of Human Rights",
        "Sub-Commission on the Promotion and Protection of Human Rights", "Sub-Commission",
        rf"{BY_YEAR}|{_SESSION_OR_ROMAN}",
        "Recalling Sub-Commission on the Promotion and Protection of Human Rights resolution"
        " 2003/16,",
        "Sub-Commission on the Promotion and Protection of Human Rights 2003/16",
        "E/DEC/1999/256 (not checked)",
        words=r"Subcommission\s+on\s+the\s+Promotion\s+and\s+Protection\s+of\s+Human\s+Rights"
              r"|Sub-?[Cc]ommission\s+on\s+Prevention\s+of\s+Discrimination\s+and\s+Protection\s+of"
              r"\s+Minorities",
        speaks=r"E/CN\.4/S[Uu][Bb]\.2/", home=r"E/CN\.4/S[Uu][Bb]\.2/",
    ),
    Body(
        "forum-on-forests", "United Nations Forum on Forests", "United Nations Forum on Forests",
        "Forum", BY_SESSION,
        "Recalling United Nations Forum on Forests resolution 8/1,",
        "United Nations Forum on Forests 8/1", "E/RES/2000/35", words=r"UNFF|Forum\s+on\s+Forests",
        speaks=r"E/CN\.18/|E/\d{4}/42\b", home=r"E/CN\.18/",
    ),
    Body(
        "intergovernmental-panel-on-forests", "Intergovernmental Panel on Forests",
        "Intergovernmental Panel on Forests", "Panel", BY_SESSION,
        "Recalling Intergovernmental Panel on Forests decision 1/1,",
        "Intergovernmental Panel on Forests 1/1", "E/DEC/1995/226 (not checked)",
    ),
    Body(
        "permanent-forum-on-indigenous-issues", "Permanent Forum on Indigenous Issues",
        "United Nations Permanent Forum on Indigenous Issues", "Permanent Forum",
        BY_SESSION,
        "Recalling Permanent Forum on Indigenous Issues decision 1/2,",
        "Permanent Forum on Indigenous Issues 1/2", "E/RES/2000/22 (not checked)",
        words=r"Permanent\s+Forum\s+on\s+Indigenous\s+Issues",
        speaks=r"E/C\.19/|E/\d{4}/43\b", home=r"E/C\.19/",
    ),
    Body(
        "group-of-experts-on-geographical-names", "Group of Experts on Geographical Names",
        "United Nations Group of Experts on Geographical Names", "Group of Experts",
        rf"{BY_YEAR}|{BY_SESSION}",
        "Noting decision 29/101 of the United Nations Group of Experts on Geographical Names,",
        "Group of Experts on Geographical Names 29/101", "E/RES/715A(XXVII)",
        words=r"Group\s+of\s+Experts\s+on\s+Geographical\s+Names", speaks=r"GEGN", home=r"GEGN",
    ),
    Body(
        "committee-on-geospatial-information",
        "Committee of Experts on Global Geospatial Information"
        " Management",
        "Committee of Experts on Global Geospatial Information Management", "Committee of Experts",
        BY_SESSION,
        "Noting decision 5/107 of the Committee of Experts on Global Geospatial Information"
        " Management,",
        "Committee of Experts on Global Geospatial Information Management 5/107", "E/RES/2011/24",
        speaks=r"E/C\.20/", home=r"E/C\.20/",
    ),
    Body(
        "inland-transport-committee", "Inland Transport Committee", "Inland Transport Committee",
        "Committee", r"(?:No\.\s)?\d{1,3}",
        "Noting resolution No. 264 of the Inland Transport Committee,",
        "Inland Transport Committee No. 264", "https://unece.org/terms-reference-7",
        speaks=r"ECE/TRANS/\d", home=r"ECE/TRANS/",
    ),
    Body(
        "crime-congress", "United Nations Congress on Crime Prevention",
        "United Nations Congress on the Prevention of Crime and the Treatment of Offenders",
        "Congress", r"\d{1,2}",
        "Noting resolution 1 of the United Nations Congress on the Prevention of Crime and the"
        " Treatment of Offenders,",
        "United Nations Congress on Crime Prevention 1", "A/RES/415(V)",
        words=r"United\s+Nations\s+Congress\s+on\s+Crime\s+Prevention\s+and\s+Criminal\s+Justice",
    ),
)  # fmt: skip

#: Governing councils, boards and committees of programmes, funds and institutes.
BOARDS: Final[tuple[Body, ...]] = (
    Body(
        "un-habitat-governing-council", "UN-Habitat Governing Council",
        "Governing Council of the United Nations Human Settlements Programme", "Governing Council",
        rf"{BY_SESSION}|{ROMAN_BEHIND}",
        "Recalling UN-Habitat Governing Council resolution 24/10 of 19 April 2013,",
        "UN-Habitat Governing Council 24/10", "A/RES/56/206",
        words=r"UN-Habitat\s+Governing\s+Council|Governing\s+Council\s+of\s+(?:UN-Habitat|the\s+Programme"
              r"\s+on\s+Human\s+Settlements)"
              r"|United\s+Nations\s+Human\s+Settlements\s+Programme(?:\s+\(UN-Habitat\))?\s+Governing"
              r"\s+Council|Commission\s+on\s+Human\s+Settlements",
        sessions=up_to_session(26), speaks=r"HSP/GC[./]|A/(?:5[7-9]|6\d|7[0-2])/8\b", home=r"HSP/",
    ),
    Body(
        "un-habitat-executive-board", "UN-Habitat Executive Board",
        "Executive Board of the United Nations Human Settlements Programme", "Executive Board",
        BY_YEAR,
        "Recalling UN-Habitat Executive Board decision 2022/2,",
        "UN-Habitat Executive Board 2022/2",
        "A/RES/73/239",
        words=r"UN-Habitat\s+Executive\s+Board|Executive\s+Board\s+of\s+UN-Habitat",
        sessions=each_year(2019), speaks=r"HSP/EB[./]", home=r"HSP/",
    ),
    Body(
        "un-habitat-permanent-representatives",
        "Committee of Permanent Representatives to UN-Habitat",
        "Committee of Permanent Representatives to the United Nations Human Settlements Programme",
        "Committee of Permanent Representatives", BY_YEAR,
        "Noting decision 2021/1 of the Committee of Permanent Representatives to UN-Habitat,",
        "Committee of Permanent Representatives to UN-Habitat 2021/1", "A/RES/73/239",
        words=r"Committee\s+of\s+Permanent\s+Representatives\s+to\s+UN-Habitat", home=r"HSP/",
    ),
    Body(
        "unep-governing-council", "UNEP Governing Council",
        "Governing Council of the United Nations Environment Programme", "Governing Council",
        _COUNCIL_NUMBERS,
        "Recalling decision SS.XII/1 of the Governing Council of the United Nations Environment"
        " Programme,",
        "UNEP Governing Council SS.XII/1", "A/RES/2997(XXVII)",
        words=r"UNEP\s+Governing\s+Council|Governing\s+Council\s+of\s+UNEP"
              r"|United\s+Nations\s+Environment\s+Programme(?:\s+\(UNEP\))?\s+Governing\s+Council"
              r"|Governing\s+Council/Global\s+Ministerial\s+Environment\s+Forum",
        sessions=up_to_session(27), speaks=r"UNEP/GC[./]|A/(?:[3-5]\d|6[0-8])/25\b", home=r"UNEP/",
    ),
    Body(
        "undp-executive-board", "Executive Board of UNDP, UNFPA and UNOPS",
        "Executive Board of the United Nations Development Programme", "Executive Board",
        rf"{BY_YEAR}|9\d/\d{{1,3}}",
        "Recalling decision 2016/13 of the Executive Board of the United Nations Development"
        " Programme,",
        "Executive Board of UNDP, UNFPA and UNOPS 2016/13", "A/RES/48/162",
        words=r"Executive\s+Board\s+of\s+(?:UNDP|the\s+United\s+Nations\s+Population\s+Fund"
              r"|the\s+United\s+Nations\s+Capital\s+Development\s+Fund)"
              r"|UNDP(?:/UNFPA)?(?:/UNOPS)?\s+Executive\s+Board",
        sessions=each_year(1994), speaks=r"DP/|E/\d{4}/35\b", home=r"DP/",
    ),
    Body(
        "undp-governing-council", "UNDP Governing Council",
        "Governing Council of the United Nations Development Programme", "Governing Council",
        r"(?:[78]\d|9[0-3])/\d{1,3}",
        "Recalling decision 90/34 of the Governing Council of the United Nations Development"
        " Programme,",
        "UNDP Governing Council 90/34", "A/RES/2029(XX) (not checked)",
        words=r"UNDP\s+Governing\s+Council|Governing\s+Council\s+of\s+UNDP",
    ),
    Body(
        "unicef-executive-board", "UNICEF Executive Board",
        "Executive Board of the United Nations Children’s Fund", "Executive Board",
        rf"{BY_YEAR}|(?:19|20)\d\d/R\.\d+",
        "Recalling decision 2014/17 of the Executive Board of the United Nations Children’s Fund,",
        "UNICEF Executive Board 2014/17", "A/RES/48/162",
        words=r"UNICEF\s+Executive\s+Board|Executive\s+Board\s+of\s+UNICEF"
              r"|Executive\s+Board\s+of\s+the\s+United\s+Nations\s+Children's\s+Fund",
        sessions=each_year(1980), speaks=r"E/ICEF/|E/\d{4}/34\b", home=r"E/ICEF/",
    ),
    Body(
        "un-women-executive-board", "UN-Women Executive Board",
        "Executive Board of the United Nations Entity for Gender Equality and the Empowerment of"
        " Women", "Executive Board", BY_YEAR,
        "Recalling decision 2014/2 of the Executive Board of UN-Women,",
        "UN-Women Executive Board 2014/2", "A/RES/64/289",
        words=r"UN-Women\s+Executive\s+Board|Executive\s+Board\s+of\s+UN-Women",
        sessions=each_year(2011), speaks=r"UNW/", home=r"UNW/",
    ),
    Body(
        "wfp-executive-board", "WFP Executive Board",
        "Executive Board of the World Food Programme", "Executive Board",
        r"(?:19|20)\d\d/EB\.(?:A|\d)/\d+",
        "Recalling decision 2012/EB.2/4 of the Executive Board of the World Food Programme,",
        "WFP Executive Board 2012/EB.2/4", "A/RES/50/8 (not checked)",
        words=r"WFP\s+Executive\s+Board|Executive\s+Board\s+of\s+WFP",
        speaks=r"E/\d{4}/36\b|WFP/", home=r"WFP/",
        tells=True,
    ),
    Body(
        "trade-and-development-board", "Trade and Development Board", "Trade and Development Board",
        "Board", ROMAN_BEHIND,
        "Recalling Trade and Development Board decision 495 (LV),",
        "Trade and Development Board 495 (LV)", "A/RES/1995(XIX)",
        speaks=r"TD/B/|A/\d+/15\b", home=r"TD/",
    ),
    Body(
        "unctad", "United Nations Conference on Trade and Development",
        "United Nations Conference on Trade and Development", "Conference",
        ROMAN_BEHIND,
        "Recalling United Nations Conference on Trade and Development resolution 93 (IV),",
        "United Nations Conference on Trade and Development 93 (IV)", "A/RES/1995(XIX)",
        words=r"UNCTAD", speaks=r"TD/\d", home=r"TD/",
    ),
    Body(
        "unido-general-conference", "UNIDO General Conference",
        "General Conference of the United Nations Industrial Development Organization",
        "General Conference", r"GC\.\d+/Res\.\d+",
        "Recalling resolution GC.13/Res.2 of the General Conference of the United Nations"
        " Industrial Development Organization,",
        "UNIDO General Conference GC.13/Res.2", "https://www.unido.org/",
        words=r"UNIDO\s+General\s+Conference|General\s+Conference\s+of\s+UNIDO",
        tells=True,
    ),
    Body(
        "unido-board", "UNIDO Industrial Development Board", "Industrial Development Board",
        "Board",
        r"IDB\.\d+/Dec\.\d+",
        "Recalling decision IDB.39/Dec.7 of the Industrial Development Board,",
        "UNIDO Industrial Development Board IDB.39/Dec.7", "A/RES/2152(XXI)",
        tells=True,
    ),
    Body(
        "committee-on-south-south-cooperation", "High-level Committee on South-South Cooperation",
        "High-level Committee on South-South Cooperation", "Committee",
        BY_SESSION,
        "Recalling decision 19/1 of the High-level Committee on South-South Cooperation,",
        "High-level Committee on South-South Cooperation 19/1", "A/RES/33/134 (not checked)",
        words=r"High-level\s+Committee\s+on\s+the\s+Review\s+of\s+Technical\s+Cooperation\s+among"
              r"\s+Developing\s+Countries",
        speaks=r"SSC/|TCDC/|A/\d+/39\b", home=r"SSC/|TCDC/",
    ),
    Body(
        "working-group-on-ageing", "Open-ended Working Group on Ageing",
        "Open-ended Working Group on Ageing", "Working Group",
        BY_SESSION,
        "Noting decision 13/1 of the Open-ended Working Group on Ageing,",
        "Open-ended Working Group on Ageing 13/1", "A/RES/65/182",
        speaks=r"A/AC\.278/", home=r"A/AC\.278/",
    ),
    Body(
        "unhcr-executive-committee", "UNHCR Executive Committee",
        "Executive Committee of the Programme of the United Nations High Commissioner for Refugees",
        "Executive Committee", r"(?:No\.\s)?\d{1,3}(?:\s\([IVXLC]+\))?",
        "Noting decision 12 (XL) of the Executive Committee of the Programme of the United Nations"
        " High Commissioner for Refugees,",
        "UNHCR Executive Committee 12 (XL)", "A/RES/1166(XII)",
        words=r"Executive\s+Committee\s+of\s+the\s+High\s+Commissioner[’']s\s+Programme",
        speaks=r"A/AC\.96/|A/\d+/12/Add\.1", home=r"A/AC\.96/",
    ),
    Body(
        "committee-on-racial-discrimination",
        "Committee on the Elimination of Racial Discrimination",
        "Committee on the Elimination of Racial Discrimination", "Committee",
        rf"\d{{1,2}}\s\(\d{{1,3}}\)|{ROMAN_BEHIND}",
        "Noting decision 2 (XI) of the Committee on the Elimination of Racial Discrimination,",
        "Committee on the Elimination of Racial Discrimination 2 (XI)", "A/RES/2106(XX)",
        speaks=r"CERD/|A/\d+/18\b", home=r"CERD/",
    ),
    Body(
        "committee-on-discrimination-against-women",
        "Committee on the Elimination of Discrimination against Women",
        "Committee on the Elimination of Discrimination against Women", "Committee",
        r"\d{1,3}/[IVXLC]+|\d{1,3}/\d{1,3}",
        "Noting decision 45/3 of the Committee on the Elimination of Discrimination against Women,",
        "Committee on the Elimination of Discrimination against Women 45/3",
        "A/RES/34/180 (not checked)",
        speaks=r"CEDAW/|A/\d+/38\b", home=r"CEDAW/",
    ),
    Body(
        "human-rights-council-advisory-committee", "Human Rights Council Advisory Committee",
        "Human Rights Council Advisory Committee", "Advisory Committee",
        BY_SESSION,
        "Noting decision 7/1 of the Human Rights Council Advisory Committee,",
        "Human Rights Council Advisory Committee 7/1", "A/HRC/RES/5/1",
        words=r"Advisory\s+Committee\s+of\s+the\s+Human\s+Rights\s+Council",
        speaks=r"A/HRC/AC/", home=r"A/HRC/AC/",
    ),
)  # fmt: skip
