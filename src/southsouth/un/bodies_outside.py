"""Conferences of parties, specialized agencies and other organizations, one row each."""

from __future__ import annotations

from typing import Final

from southsouth.un.body import BY_SESSION, ROMAN_BEFORE, ROMAN_BEHIND, Body

_BY_MEETING: Final = rf"{BY_SESSION}|{ROMAN_BEFORE}"
_BIODIVERSITY: Final = r"Convention\s+on\s+Biological\s+Diversity"
_CLIMATE: Final = (
    r"(?:United\s+Nations\s+Framework\s+Convention\s+on\s+Climate\s+Change|Convention)"
)


def _of_parties(to: str, parties: str = r"(?:States\s+)?Parties") -> str:
    """The names of a conference of the parties to a convention, either way round."""
    return (
        rf"Conference\s+of\s+the\s+{parties}\s+to\s+the\s+{to}"
        rf"|{to}\s+Conference\s+of\s+the\s+{parties}"
    )


#: Conferences and meetings of the parties to conventions.
CONFERENCES: Final[tuple[Body, ...]] = (
    Body(
        "cbd-cop", "Conference of the Parties to the Convention on Biological Diversity",
        "Conference of the Parties to the Convention on Biological Diversity",
        "Conference of the Parties", _BY_MEETING,
        "Recalling decision X/2 of the Conference of the Parties to the Convention on Biological"
        " Diversity,",
        "Conference of the Parties to the Convention on Biological Diversity X/2",
        "https://www.cbd.int/",
        words=rf"{_of_parties(_BIODIVERSITY)}|CBD\s+Conference\s+of\s+the\s+Parties",
        speaks=r"CBD/COP/|UNEP/CBD/COP/", home=r"CBD/|UNEP/CBD/",
    ),
    Body(
        "cartagena-mop", "Meeting of the Parties to the Cartagena Protocol on Biosafety",
        "Meeting of the Parties to the Cartagena Protocol on Biosafety", "Meeting of the Parties",
        r"(?:BS-[IVX]+|CP-\d+)/\d+",
        "Recalling decision BS-VI/7 of the Meeting of the Parties to the Cartagena Protocol on"
        " Biosafety,",
        "Meeting of the Parties to the Cartagena Protocol on Biosafety BS-VI/7",
        "https://bch.cbd.int/protocol/", speaks=r"CBD/CP/", home=r"CBD/CP/", tells=True,
    ),
    Body(
        "nagoya-mop", "Meeting of the Parties to the Nagoya Protocol",
        "Meeting of the Parties to the Nagoya Protocol", "Meeting of the Parties",
        r"NP-\d+/\d+",
        "Recalling decision NP-1/10 of the Meeting of the Parties to the Nagoya Protocol,",
        "Meeting of the Parties to the Nagoya Protocol NP-1/10", "https://www.cbd.int/abs/",
        speaks=r"CBD/NP/", home=r"CBD/NP/", tells=True,
    ),
    Body(
        "unfccc-cop", "Conference of the Parties to the UNFCCC",
        "Conference of the Parties to the United Nations Framework Convention on Climate Change",
        "Conference of the Parties", r"\d{1,3}/CP\.\d{1,2}",
        "Recalling decision 1/CP.21 of the Conference of the Parties to the United Nations"
        " Framework Convention on Climate Change,",
        "Conference of the Parties to the UNFCCC 1/CP.21", "https://unfccc.int/",
        words=_of_parties(_CLIMATE.replace("|Convention", "")), speaks=r"FCCC/CP/", home=r"FCCC/",
        tells=True,
    ),
    Body(
        "kyoto-cmp", "Meeting of the Parties to the Kyoto Protocol",
        "Conference of the Parties serving as the meeting of the Parties to the Kyoto Protocol",
        "Meeting of the Parties", r"\d{1,3}/CMP\.\d{1,2}",
        "Recalling decision 1/CMP.16 on wells,",
        "Meeting of the Parties to the Kyoto Protocol 1/CMP.16",
        "FCCC/KP/CMP/2005/8/Add.1",
        words=r"Conference\s+of\s+the\s+Parties\s+serving\s+as\s+the\s+Meeting\s+of\s+the\s+Parties"
              r"\s+to\s+the\s+Kyoto\s+Protocol",
        speaks=r"FCCC/KP/", tells=True,
    ),
    Body(
        "paris-cma", "Meeting of the Parties to the Paris Agreement",
        "Conference of the Parties serving as the meeting of the Parties to the Paris Agreement",
        "Meeting of the Parties", r"\d{1,3}/CMA\.\d{1,2}",
        "Recalling decision 1/CMA.5 on wells,",
        "Meeting of the Parties to the Paris Agreement 1/CMA.5",
        "FCCC/PA/CMA/2016/3/Add.1",
        words=r"Conference\s+of\s+the\s+Parties\s+serving\s+as\s+the\s+Meeting\s+of\s+the\s+Parties"
              r"\s+to\s+the\s+Paris\s+Agreement",
        speaks=r"FCCC/PA/", tells=True,
    ),
    Body(
        "unccd-cop", "Conference of the Parties to the UNCCD",
        "Conference of the Parties to the United Nations Convention to Combat Desertification",
        "Conference of the Parties", r"\d{1,3}/COP\.\d{1,2}",
        "Recalling decision 3/COP.12 on wells,", "Conference of the Parties to the UNCCD 3/COP.12",
        "https://www.unccd.int/",
        words=r"Conference\s+of\s+the\s+Parties\s+to\s+the\s+Convention\s+to\s+Combat\s+Desertification",
        speaks=r"ICCD/COP", home=r"ICCD/", tells=True,
    ),
    Body(
        "untoc-cop",
        "Conference of the Parties to the Convention against Transnational Organized Crime",
        "Conference of the Parties to the United Nations Convention against Transnational Organized"
        " Crime", "Conference of the Parties", BY_SESSION,
        "Recalling resolution 11/6 of the Conference of the Parties to the United Nations"
        " Convention against Transnational Organized Crime,",
        "Conference of the Parties to the Convention against Transnational Organized Crime 11/6",
        "A/RES/55/25",
        words=r"Conference\s+of\s+the\s+Parties\s+to\s+the\s+Organized\s+Crime\s+Convention",
        speaks=r"CTOC/COP/", home=r"CTOC/",
    ),
    Body(
        "uncac-cosp", "Conference of the States Parties to the Convention against Corruption",
        "Conference of the States Parties to the United Nations Convention against Corruption",
        "Conference of the States Parties", BY_SESSION,
        "Recalling resolution 9/8 of the Conference of the States Parties to the United Nations"
        " Convention against Corruption,",
        "Conference of the States Parties to the Convention against Corruption 9/8", "A/RES/58/4",
        words=_of_parties(r"(?:United\s+Nations\s+)?Convention\s+against\s+Corruption"),
        speaks=r"CAC/COSP/", home=r"CAC/",
    ),
    Body(
        "basel-cop", "Conference of the Parties to the Basel Convention",
        "Conference of the Parties to the Basel Convention", "Conference of the Parties",
        r"BC-(?:\d+|[IVX]+)/\d+",
        "Recalling decision BC-10/3 on wells,",
        "Conference of the Parties to the Basel Convention BC-10/3",
        "https://www.basel.int/", tells=True, speaks=r"UNEP/CHW", home=r"UNEP/CHW",
    ),
    Body(
        "rotterdam-cop", "Conference of the Parties to the Rotterdam Convention",
        "Conference of the Parties to the Rotterdam Convention", "Conference of the Parties",
        r"RC-\d+/\d+",
        "Recalling decision RC-6/15 on wells,",
        "Conference of the Parties to the Rotterdam Convention RC-6/15", "https://www.pic.int/",
        speaks=r"UNEP/FAO/RC/", tells=True,
    ),
    Body(
        "stockholm-cop", "Conference of the Parties to the Stockholm Convention",
        "Conference of the Parties to the Stockholm Convention", "Conference of the Parties",
        r"SC-\d+/\d+",
        "Recalling decision SC-4/31 on wells,",
        "Conference of the Parties to the Stockholm Convention SC-4/31",
        "https://www.pops.int/", speaks=r"UNEP/POPS/", tells=True,
    ),
    Body(
        "minamata-cop", "Conference of the Parties to the Minamata Convention",
        "Conference of the Parties to the Minamata Convention on Mercury",
        "Conference of the Parties", r"MC-\d+/\d+",
        "Recalling decision MC-1/5 on wells,",
        "Conference of the Parties to the Minamata Convention MC-1/5",
        "https://minamataconvention.org/",
        words=r"Conference\s+of\s+the\s+Parties\s+to\s+the\s+Minamata\s+Convention",
        speaks=r"UNEP/MC/", tells=True,
    ),
    Body(
        "montreal-mop", "Meeting of the Parties to the Montreal Protocol",
        "Meeting of the Parties to the Montreal Protocol", "Meeting of the Parties", ROMAN_BEFORE,
        "Recalling decision XXVIII/1 of the Meeting of the Parties to the Montreal Protocol,",
        "Meeting of the Parties to the Montreal Protocol XXVIII/1", "https://ozone.unep.org/",
        words=r"Parties\s+to\s+the\s+Montreal\s+Protocol", speaks=r"UNEP/OzL\.Pro",
    ),
    Body(
        "aarhus-mop", "Meeting of the Parties to the Aarhus Convention",
        "Meeting of the Parties to the Aarhus Convention", "Meeting of the Parties", ROMAN_BEFORE,
        "Recalling decision VII/9 of the Meeting of the Parties to the Aarhus Convention,",
        "Meeting of the Parties to the Aarhus Convention VII/9",
        "https://unece.org/environment-policy/public-participation", speaks=r"ECE/MP\.PP/",
    ),
    Body(
        "water-convention-mop", "Meeting of the Parties to the Water Convention",
        "Meeting of the Parties to the Water Convention", "Meeting of the Parties", ROMAN_BEFORE,
        "Recalling decision VI/3 of the Meeting of the Parties to the Water Convention,",
        "Meeting of the Parties to the Water Convention VI/3",
        "https://unece.org/environment-policy/water", speaks=r"ECE/MP\.WAT/",
    ),
    Body(
        "cites-cop", "Conference of the Parties to CITES",
        "Conference of the Parties to the Convention on International Trade in Endangered Species"
        " of Wild Fauna and Flora", "Conference of the Parties", r"Conf\.\s\d+\.\d+",
        "Recalling resolution Conf. 10.10 on wells,",
        "Conference of the Parties to CITES Conf. 10.10",
        "https://cites.org/", tells=True,
    ),
    Body(
        "chemicals-management-conference", "International Conference on Chemicals Management",
        "International Conference on Chemicals Management", "Conference", ROMAN_BEFORE,
        "Recalling resolution IV/1 of the International Conference on Chemicals Management,",
        "International Conference on Chemicals Management IV/1", "https://www.saicm.org/",
        speaks=r"SAICM/ICCM",
    ),
    Body(
        "plant-treaty-governing-body",
        "Governing Body of the International Treaty on Plant Genetic Resources",
        "Governing Body of the International Treaty on Plant Genetic Resources for Food and"
        " Agriculture", "Governing Body", r"\d{1,2}/(?:20)\d\d",
        "Recalling resolution 1/2015 of the Governing Body of the International Treaty on Plant"
        " Genetic Resources for Food and Agriculture,",
        "Governing Body of the International Treaty on Plant Genetic Resources 1/2015",
        "https://www.fao.org/plant-treaty/",
    ),
    Body(
        "ipbes-plenary", "IPBES Plenary",
        "Plenary of the Intergovernmental Science-Policy Platform on Biodiversity and Ecosystem"
        " Services", "Plenary", r"IPBES-\d+/\d+",
        "Recalling decision IPBES-4/1 on wells,", "IPBES Plenary IPBES-4/1",
        "https://www.ipbes.net/",
        speaks=r"IPBES/", tells=True,
    ),
)  # fmt: skip

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
