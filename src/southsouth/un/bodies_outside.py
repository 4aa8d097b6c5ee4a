"""Conferences and meetings of the parties to conventions, and panels, one row each."""

from __future__ import annotations

from typing import Final

from southsouth.un.body import BY_SESSION, ROMAN_BEFORE, Body

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
        "FCCC/KP/CMP/2005/8/Add.1 (not checked)",
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
        "FCCC/PA/CMA/2016/3/Add.1 (not checked)",
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
