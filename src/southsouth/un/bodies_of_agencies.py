"""Specialized agencies and other organizations of States that pass texts, one row each."""

from __future__ import annotations

from typing import Final

from southsouth.un.body import ROMAN_BEHIND, Body

#: Specialized agencies, and other organizations of States.
AGENCIES: Final[tuple[Body, ...]] = (
    Body(
        "world-health-assembly", "World Health Assembly", "World Health Assembly",
        "Health Assembly", r"WHA\s?\d{2}(?:\.\d{1,2}|\s?\(\d{1,2}\))",
        "Recalling World Health Assembly resolution WHA60.1,", "World Health Assembly WHA60.1",
        "https://www.who.int/", tells=True,
    ),
    Body(
        "who-executive-board", "WHO Executive Board",
        "Executive Board of the World Health Organization", "Executive Board",
        r"EB\d{2,3}(?:\.R\d{1,2}|\s?\(\d{1,2}\))",
        "Recalling resolution EB146.R10 on wells,", "WHO Executive Board EB146.R10",
        "https://www.who.int/", words=r"WHO\s+Executive\s+Board", tells=True,
    ),
    Body(
        "fao-conference", "FAO Conference",
        "Conference of the Food and Agriculture Organization of the United Nations", "Conference",
        r"\d{1,2}/(?:19|20)?\d\d",
        "Recalling resolution 5/2021 of the Conference of the Food and Agriculture Organization of"
        " the United Nations,",
        "FAO Conference 5/2021", "https://www.fao.org/",
        words=r"FAO\s+Conference"
              r"|Food\s+and\s+Agriculture\s+Organization(?:\s+of\s+the\s+United\s+Nations)?\s+Conference",
    ),
    Body(
        "fao-council", "FAO Council",
        "Council of the Food and Agriculture Organization of the United Nations", "Council",
        r"\d{1,3}/\d{1,3}",
        "Recalling FAO Council resolution 1/160,", "FAO Council 1/160", "https://www.fao.org/",
        words=r"FAO\s+Council",
    ),
    Body(
        "unesco-general-conference", "UNESCO General Conference",
        "General Conference of the United Nations Educational, Scientific and Cultural"
        " Organization", "General Conference", r"\d{1,2}\sC/(?:Res(?:olution)?\.?\s?)?\d{1,3}",
        "Recalling resolution 37 C/14 of the General Conference of UNESCO,",
        "UNESCO General Conference 37 C/14", "https://www.unesco.org/",
        words=r"UNESCO\s+General\s+Conference|General\s+Conference\s+of\s+UNESCO", tells=True,
    ),
    Body(
        "unesco-executive-board", "UNESCO Executive Board",
        "Executive Board of the United Nations Educational, Scientific and Cultural Organization",
        "Executive Board", r"\d{2,3}\sEX/(?:Dec(?:ision)?\.?\s?)?\d{1,3}",
        "Recalling decision 191 EX/32 of the Executive Board of UNESCO,",
        "UNESCO Executive Board 191 EX/32", "https://www.unesco.org/",
        words=r"UNESCO\s+Executive\s+Board|Executive\s+Board\s+of\s+UNESCO", tells=True,
    ),
    Body(
        "ilo-governing-body", "ILO Governing Body",
        "Governing Body of the International Labour Office", "Governing Body",
        r"GB\.\d{3}/[A-Z0-9/]*\d",
        "Recalling decision GB.334/5 of the Governing Body of the International Labour Office,",
        "ILO Governing Body GB.334/5", "https://www.ilo.org/",
        words=r"Governing\s+Body\s+of\s+the\s+International\s+Labour\s+Organi[sz]ation"
              r"|ILO\s+Governing\s+Body", tells=True,
    ),
    Body(
        "international-labour-conference", "International Labour Conference",
        "International Labour Conference", "Conference", r"[IVX]+|\d{1,2}(?:/\d+)?",
        "Noting resolution 4 of the International Labour Conference,",
        "International Labour Conference 4", "https://www.ilo.org/",
        words=r"General\s+Conference\s+of\s+the\s+International\s+Labour\s+Organi[sz]ation",
    ),
    Body(
        "itu-plenipotentiary", "ITU Plenipotentiary Conference",
        "Plenipotentiary Conference of the International Telecommunication Union", "Conference",
        r"\d{1,3}",
        "Noting resolution 139 of the Plenipotentiary Conference of the International"
        " Telecommunication Union,",
        "ITU Plenipotentiary Conference 139", "https://www.itu.int/",
        words=r"ITU\s+Plenipotentiary\s+Conference|International\s+Telecommunication\s+Union|Plenipotentiary\s+Conference\s+of\s+ITU",
    ),
    Body(
        "icao-assembly", "ICAO Assembly",
        "Assembly of the International Civil Aviation Organization", "Assembly", r"A\d{2}-\d{1,2}",
        "Recalling resolution A40-18 of the Assembly of the International Civil Aviation"
        " Organization,",
        "ICAO Assembly A40-18", "https://www.icao.int/",
        words=r"ICAO\s+Assembly|International\s+Civil\s+Aviation\s+Organization\s+Assembly",
        tells=True,
    ),
    Body(
        "imo-assembly", "IMO Assembly", "Assembly of the International Maritime Organization",
        "Assembly", r"A\.\d{1,4}\s?\(\d{1,2}\)",
        "Recalling resolution A.1070(28) of the Assembly of the International Maritime"
        " Organization,",
        "IMO Assembly A.1070(28)", "https://www.imo.org/",
        words=r"IMO\s+Assembly|International\s+Maritime\s+Organization\s+Assembly", tells=True,
    ),
    Body(
        "imo-marine-environment", "IMO Marine Environment Protection Committee",
        "Marine Environment Protection Committee", "Committee", r"MEPC\.\d{1,4}\s?\(\d{1,3}\)",
        "Recalling resolution MEPC.203(62) on wells,",
        "IMO Marine Environment Protection Committee MEPC.203(62)", "https://www.imo.org/",
        tells=True,
    ),
    Body(
        "london-convention-parties", "Contracting Parties to the London Convention and Protocol",
        "Meeting of the Contracting Parties to the London Convention and Protocol",
        "Meeting of the Contracting Parties",
        r"(?:LC[-\s])?LP\.\d{1,2}\s?\(\d{1,4}\)|LC\.\d{1,2}\s?\(\d{1,4}\)",
        "Recalling resolution LC-LP.1 (2008) on wells,",
        "Contracting Parties to the London Convention and Protocol LC-LP.1 (2008)",
        "https://www.imo.org/", tells=True,
    ),
    Body(
        "ioc-assembly", "IOC Assembly",
        "Assembly of the Intergovernmental Oceanographic Commission", "Assembly",
        r"A-(?:\d{2}|[IVXLC]+)/\d{1,2}(?:\.\d{1,2})?",
        "Noting resolution A-32/3 of the Assembly of the Intergovernmental Oceanographic"
        " Commission,",
        "IOC Assembly A-32/3", "https://ioc.unesco.org/", tells=True,
    ),
    Body(
        "ioc-executive-council", "IOC Executive Council",
        "Executive Council of the Intergovernmental Oceanographic Commission", "Executive Council",
        r"EC-(?:\d{1,3}|[IVXLC]+)/\d{1,2}(?:\.\d{1,2})?",
        "Noting resolution EC-55/1 of the Executive Council of the Intergovernmental Oceanographic"
        " Commission,",
        "IOC Executive Council EC-55/1", "https://ioc.unesco.org/", tells=True,
    ),
    Body(
        "imo-maritime-safety", "IMO Maritime Safety Committee", "Maritime Safety Committee",
        "Committee", r"MSC\.\d{1,4}\s?\(\d{1,3}\)",
        "Recalling resolution MSC.255(84) on wells,",
        "IMO Maritime Safety Committee MSC.255(84)", "https://www.imo.org/", tells=True,
    ),
    Body(
        "iaea-general-conference", "IAEA General Conference",
        "General Conference of the International Atomic Energy Agency", "General Conference",
        r"GC\(\d+\)/RES/\d+[A-Z]?|\d{1,2}/\d{1,3}",
        "Noting resolution 60/10 of the General Conference of the International Atomic Energy"
        " Agency,",
        "IAEA General Conference 60/10", "https://www.iaea.org/",
        words=r"IAEA\s+General\s+Conference",
    ),
    Body(
        "meteorological-congress", "World Meteorological Congress",
        "World Meteorological Congress", "Congress", r"\d{1,3}\s\(Cg[\s-](?:\d{1,2}|[IVX]+)\)",
        "Recalling World Meteorological Organization resolution 15 (Cg-18),",
        "World Meteorological Congress 15 (Cg-18)", "https://wmo.int/", tells=True,
        words=r"World\s+Meteorological\s+Organization",
    ),
    Body(
        "upu-congress", "UPU Congress", "Universal Postal Congress", "Congress",
        r"(?:C\s)?\d{1,2}/\d{4}",
        "Noting resolution 27/2016 of the Universal Postal Congress,", "UPU Congress 27/2016",
        "https://www.upu.int/", words=r"Congress\s+of\s+the\s+Universal\s+Postal\s+Union",
    ),
    Body(
        "world-heritage-committee", "World Heritage Committee", "World Heritage Committee",
        "Committee", r"\d{2}\sCOM\s\d{1,2}[A-Z]?(?:\.\d+)?",
        "Noting decision 44 COM 7B.2 on wells,", "World Heritage Committee 44 COM 7B.2",
        "https://whc.unesco.org/", tells=True,
    ),
    Body(
        "au-assembly", "Assembly of the African Union",
        "Assembly of Heads of State and Government of the African Union", "Assembly",
        r"(?:Ext/)?Assembly/AU/(?:Dec|Decl|Res)\.\s?\d+\s?\([IVXLC]+\)",
        "Recalling decision Assembly/AU/Dec.792(XXXIII) of the Assembly of Heads of State and"
        " Government of the African Union,",
        "Assembly of the African Union Assembly/AU/Dec.792(XXXIII)", "https://au.int/",
        words=r"Assembly\s+of\s+the\s+African\s+Union|African\s+Union\s+Assembly"
              r"|AU\s+Assembly", tells=True,
    ),
    Body(
        "oau-assembly", "OAU Assembly of Heads of State and Government",
        "Assembly of Heads of State and Government of the Organization of African Unity",
        "Assembly", r"AHG/(?:Res|Dec|Decl)\.\s?\d+\s?\([IVXLC]+\)",
        "Recalling resolution AHG/Res.51(IV) on wells,",
        "OAU Assembly of Heads of State and Government AHG/Res.51(IV)", "https://au.int/",
        tells=True,
    ),
    Body(
        "oau-council", "OAU Council of Ministers",
        "Council of Ministers of the Organization of African Unity", "Council of Ministers",
        r"CM/(?:Res|Dec)\.\s?\d+\s?\([IVXLC]+\)",
        "Recalling resolution CM/Res.1270(LII) on wells,",
        "OAU Council of Ministers CM/Res.1270(LII)", "https://au.int/", tells=True,
    ),
    Body(
        "african-commission-on-human-rights", "African Commission on Human and Peoples’ Rights",
        "African Commission on Human and Peoples’ Rights", "Commission",
        rf"{ROMAN_BEHIND}(?:\s\d{{4}})?",
        "Noting resolution 578 (LXXVII) of the African Commission on Human and Peoples’ Rights,",
        "African Commission on Human and Peoples’ Rights 578 (LXXVII)", "https://achpr.au.int/",
        words=r"African\s+Commission\s+on\s+Human\s+and\s+Peoples'\s+Rights",
    ),
    Body(
        "arab-league", "Council of the League of Arab States",
        "Council of the League of Arab States", "Council", r"(?:No\.\s)?\d{1,4}",
        "Noting resolution 7525 of the Council of the League of Arab States,",
        "Council of the League of Arab States 7525", "http://www.leagueofarabstates.net/",
        words=r"League\s+of\s+Arab\s+States(?:\s+Council)?|Arab\s+League(?:\s+Council)?",
    ),
    Body(
        "oic", "Organization of Islamic Cooperation", "Organization of Islamic Cooperation",
        "Conference", r"\d{1,2}/\d{1,2}-(?:POL|EX|[A-Z]{1,2})",
        "Noting resolution 10/43-POL of the Organization of Islamic Cooperation,",
        "Organization of Islamic Cooperation 10/43-POL", "https://www.oic-oci.org/",
        words=r"Organi[sz]ation\s+of\s+(?:the\s+)?Islamic\s+(?:Cooperation|Conference)"
              r"|Islamic\s+(?:Summit\s+)?Conference(?:\s+of\s+Foreign\s+Ministers)?",
        tells=True,
    ),
    Body(
        "oas-general-assembly", "OAS General Assembly",
        "General Assembly of the Organization of American States", "General Assembly",
        r"AG/RES\.\s?\d+\s?\([IVXLC/-]+\)",
        "Noting resolution AG/RES. 2928 (XLVIII) of the General Assembly of the Organization of"
        " American States,",
        "OAS General Assembly AG/RES. 2928 (XLVIII)", "https://www.oas.org/",
        words=r"OAS\s+General\s+Assembly", tells=True,
    ),
    Body(
        "council-of-the-european-union", "Council of the European Union",
        "Council of the European Union", "Council", r"\d{4}/\d+(?:/CFSP)?",
        "Noting decision 2010/413 of the Council of the European Union,",
        "Council of the European Union 2010/413", "https://www.consilium.europa.eu/",
        words=r"European\s+Union\s+Council|European\s+Council|European\s+Parliament",
    ),
    Body(
        "osce-permanent-council", "OSCE Permanent Council",
        "Permanent Council of the Organization for Security and Cooperation in Europe",
        "Permanent Council", r"(?:No\.\s)?\d{1,4}",
        "Noting decision No. 1117 of the Permanent Council of the Organization for Security and"
        " Cooperation in Europe,",
        "OSCE Permanent Council No. 1117", "https://www.osce.org/",
        words=r"OSCE\s+Permanent\s+Council",
    ),
)  # fmt: skip
