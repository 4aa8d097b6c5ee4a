"""The organs that adopt texts, one row each, and what is asked of the rows. Pure.

To teach the project another organ, add a row to `ORGANS`: nothing else names an organ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from typing import Final

from southsouth.un.assembly_numbers import can_be_of_session
from southsouth.un.numerals import from_roman
from southsouth.un.organ import Akn, Forms, Organ
from southsouth.un.sessions import (
    can_bear,
    each_autumn,
    each_spring,
    each_year,
    in_years,
    three_a_year,
)

#: Whose text a number of a session is that nothing else tells.
GENERAL_ASSEMBLY: Final = "general-assembly"
SECURITY_COUNCIL: Final = "security-council"
ECOSOC: Final = "ecosoc"
HUMAN_RIGHTS_COUNCIL: Final = "human-rights-council"

#: Every organ, the principal ones first. Numbering: since its 31st session the Assembly numbers
#: decisions from 301 on, those that are no elections from 401 on (A/66/49 (Vol. II), Note); the
#: Human Rights Council and the Economic and Social Council, since 1980, theirs from 101 on.
ORGANS: Final[tuple[Organ, ...]] = (
    Organ(
        GENERAL_ASSEMBLY, "General Assembly", "Assembly",
        "Recalling General Assembly resolution 60/212 of 22 December 2005,", "A/RES/60/212",
        words=r"(?:United\s+Nations\s+)?General\s+Assembly|\b(?:UN)?GA\b",
        names={
            "fr": r"Assemblée générale",
            "es": r"Asamblea General",
            "ru": r"Генеральн\w+ Ассамбле\w+",
            "ar": r"الجمعية العامة",
            "zh": r"大会",
        },
        forms=Forms(
            resolution="A/RES/{session}/{number}{letter}{suffix}",
            roman="A/RES/{number}{letter}({session})",
            decision="A/DEC/{session}/{number}{letter}",
            special="ES-|S-",
        ),
        sessions=each_autumn(1945, first=31),
        letters=True, first_decision=301, only_decisions=401, last_roman=30,
        akn=Akn("unga", "ga", "generalAssembly"),
        symbols=("A/RES/57/270B", "A/RES/S-21/2", "A/RES/ES-10/24", "A/RES/3251(XXIX)",
                 "A/RES/217A(III)", "A/RES/3201(S-VI)", "A/RES/1000(ES-I)", "A/DEC/66/550",
                 "A/DEC/57/525"),
    ),
    Organ(
        SECURITY_COUNCIL, "Security Council", "Council",
        "Recalling Security Council resolution 1325 (2000) of 31 October 2000,", "S/RES/1325(2000)",
        words=r"Security\s+Council|\b(?:UN)?SC\b",
        names={
            "fr": r"Conseil de sécurité",
            "es": r"Consejo de Seguridad",
            "ru": r"Совет\w* Безопасности",
            "ar": r"مجلس الأمن",
            "zh": r"安全理事会|安理会",
        },
        forms=Forms(
            resolution="S/RES/{number}({session})",
            statement="S/PRST/{session}/{number}",
            session=r"\d{4}",
        ),
        sessions=each_year(1946, around=1), serial=True,
        akn=Akn("unsc", "sc", "securityCouncil"),
        symbols=("S/RES/242(1967)", "S/PRST/2013/4"),
    ),
    Organ(
        ECOSOC, "Economic and Social Council", "Council",
        "Recalling Economic and Social Council resolution 1992/41 of 30 July 1992,",
        "E/RES/1992/41",
        words=r"Economic\s+and\s+Social\s+Council|\bECOSOC\b",
        names={
            "fr": r"Conseil économique et social",
            "es": r"Consejo Económico y Social",
            "ru": r"Экономическ\w+ и Социальн\w+ Совет\w*",
            "ar": r"المجلس الاقتصادي والاجتماعي",
            "zh": r"经济及社会理事会|经社理事会",
        },
        forms=Forms(
            resolution="E/RES/{session}/{number}{letter}",
            roman="E/RES/{number}{letter}({session})",
            decision="E/DEC/{session}/{number}{letter}",
            special="S-",
            session=r"\d{4}",
        ),
        sessions=each_year(1946, around=1), by_year=True,
        letters=True, first_decision=101, decisions_since=1980, last_roman=63, link="E/",
        akn=Akn("ecosoc", "ecosoc", "economicAndSocialCouncil"),
        symbols=("E/RES/1989/17B", "E/RES/1895(LVII)", "E/RES/1020(XXXVII)", "E/DEC/2004/233"),
    ),
    Organ(
        HUMAN_RIGHTS_COUNCIL, "Human Rights Council", "Council",
        "Recalling Human Rights Council resolution 16/18 of 24 March 2011,", "A/HRC/RES/16/18",
        names={
            "fr": r"Conseil des droits de l[’']homme",
            "es": r"Consejo de Derechos Humanos",
            "ru": r"Совет\w* по правам человека",
            "ar": r"مجلس حقوق الإنسان",
            "zh": r"人权理事会",
        },
        forms=Forms(
            resolution="A/HRC/RES/{session}/{number}",
            decision="A/HRC/DEC/{session}/{number}",
            statement="A/HRC/PRST/{session}/{number}",
            special="S-|OM/",
        ),
        sessions=three_a_year, first_decision=101, resolutions_end=101, link="A/HRC/",
        akn=Akn("unhrc", "hrc", "humanRightsCouncil"),
        symbols=("A/HRC/RES/S-12/1", "A/HRC/DEC/6/102", "A/HRC/PRST/19/1"),
    ),
    Organ(
        "commission-on-human-rights", "Commission on Human Rights", "Commission",
        "Recalling Commission on Human Rights resolution 2005/59 of 20 April 2005,",
        "E/CN.4/RES/2005/59",
        names={
            "fr": r"Commission des droits de l[’']homme",
            "es": r"Comisión de Derechos Humanos",
            "ru": r"Комисси\w+ по правам человека",
            "ar": r"لجنة حقوق الإنسان",
            "zh": r"人权委员会",
        },
        forms=Forms(resolution="E/CN.4/RES/{session}/{number}", session=r"\d{4}"),
        sessions=each_year(1946, 2006), by_year=True, link="E/CN.4/",
        akn=Akn("unchr", "chr", "commissionOnHumanRights"),
    ),
    Organ(
        # its seventy-second session was in 2016; so named since E/RES/1895(LVII)
        "escap", "Economic and Social Commission for Asia and the Pacific", "Commission",
        "Recalling Economic and Social Commission for Asia and the Pacific resolution 72/6"
        " of 19 May 2016,",
        "E/ESCAP/RES/72/6",
        words=r"Economic\s+and\s+Social\s+Commission\s+for\s+Asia\s+and\s+the\s+Pacific|\bESCAP\b",
        names={
            "fr": r"Commission économique et sociale pour l[’']Asie et le Pacifique",
            "es": r"Comisión Económica y Social para Asia y el Pacífico",
            "ru": r"Экономическ\w+ и социальн\w+ комисси\w+ для Азии и Тихого океана",
            "ar": r"اللجنة الاقتصادية والاجتماعية لآسيا والمحيط الهادئ",
            "zh": r"亚洲及太平洋经济社会委员会|亚太经社会",
        },
        forms=Forms(resolution="E/ESCAP/RES/{session}/{number}"),
        sessions=each_spring(1944, first=31), link="E/ESCAP/",
    ),
    Organ(
        "environment-assembly", "United Nations Environment Assembly", "Environment Assembly",
        "Recalling Environment Assembly resolution 4/1 of 15 March 2019,", "UNEP/EA.4/RES.1",
        words=r"(?:United\s+Nations\s+)?Environment\s+Assembly",
        names={
            "fr": r"Assemblée des Nations Unies pour l[’']environnement",
            "es": r"Asamblea de las Naciones Unidas sobre el Medio Ambiente",
            "ru": r"Ассамбле\w+ Организации Объединенных Наций по окружающей среде",
            "ar": r"جمعية الأمم المتحدة للبيئة",
            "zh": r"联合国环境大会",
        },
        forms=Forms(resolution="UNEP/EA.{session}/RES.{number}"),
        sessions=in_years({1: 2014, 2: 2016, 3: 2017, 4: 2019, 5: 2021, 6: 2024, 7: 2025}),
        link="UNEP/",
        akn=Akn("unea", "unea", "environmentAssembly"),
    ),
    Organ(
        "un-habitat-assembly", "United Nations Habitat Assembly", "Habitat Assembly",
        "Recalling Habitat Assembly resolution 2/1 of 9 June 2023,", "HSP/HA.2/RES.1",
        words=r"(?:(?:United\s+Nations\s+|UN-)?Habitat\s+Assembly"
              r"|United\s+Nations\s+Human\s+Settlements\s+Programme\s+Assembly)",
        names={
            "fr": r"Assemblée (?:des Nations Unies pour l[’']habitat|d[’']ONU-Habitat)",
            "es": r"Asamblea (?:de las Naciones Unidas para los Asentamientos Humanos"
                  r"|de ONU-Hábitat)",
            "ru": r"Ассамбле\w+ (?:Программы )?(?:Организации Объединенных Наций"
                  r" по населенным пунктам|ООН-Хабитат)",
            "ar": r"جمعية (?:الأمم المتحدة للموئل|موئل الأمم المتحدة)",
            "zh": r"(?:联合国)?人居大会",
        },
        forms=Forms(resolution="HSP/HA.{session}/RES.{number}"),
        sessions=in_years({1: 2019, 2: 2023}), link="HSP/HA",
        akn=Akn("unha", "unha", "habitatAssembly"),
    ),
    Organ(
        "trusteeship-council", "Trusteeship Council", "Council",
        "Recalling Trusteeship Council resolution 2183 (LIII),", "",
        names={
            "fr": r"Conseil de tutelle",
            "es": r"Consejo de Administración Fiduciaria",
            "ru": r"Совет\w* по [Оо]пеке",
            "ar": r"مجلس الوصاية",
            "zh": r"托管理事会",
        },
        akn=Akn("untc", "tc", "trusteeshipCouncil"),
    ),
)  # fmt: skip

#: Bodies that number their texts as an organ does and have no row, in languages other than English:
#: the regional commissions.
OTHER_BODIES: Final = (
    r"Commission économique(?: et sociale)? (?:pour|des)"
    r"|Comisión Económica(?: y Social)? (?:para|de)"
    r"|Экономическ\w+ (?:и социальн\w+ )?комисси\w+"
    r"|اللجنة الاقتصادية|经济(?:及|和)?(?:社会)?委员会"
)


@cache
def _by_handle() -> dict[str, Organ]:
    return {row.handle: row for row in ORGANS}


@cache
def _by_name() -> dict[str, str]:
    return {row.name.lower(): row.handle for row in ORGANS}


def organ(handle: str) -> Organ | None:
    """The row with that handle, None where the table has none."""
    return _by_handle().get(handle)


def organ_row(handle: str) -> Organ:
    """The row with that handle, which the table has. Raises KeyError."""
    return _by_handle()[handle]


@lru_cache(maxsize=1024)
def organ_named(name: str) -> str:
    """The handle of the organ with that full name, in any case, or with one of the names of its
    row; "" for others.

    >>> organ_named("the Economic and Social Council"), organ_named("Board of Wells")
    ('ecosoc', '')
    """
    plain = " ".join(name.split()).removeprefix("the ").removeprefix("The ")
    if handle := _by_name().get(plain.lower(), ""):
        return handle
    return next((row.handle for row in ORGANS if re.fullmatch(row.pattern, plain)), "")


def _longest_first(patterns: Iterable[str]) -> str:
    return "|".join(sorted(patterns, key=len, reverse=True))


@cache
def organ_names_pattern() -> str:
    """An alternation of all names in English, for use inside a larger pattern."""
    return _longest_first(row.pattern for row in ORGANS)


def organs_called(short: str) -> tuple[str, ...]:
    """The handles of the organs that a text calls so once they were named: "Council"."""
    return tuple(row.handle for row in ORGANS if row.short == short)


@lru_cache(maxsize=8192)
def can_have_adopted(
    handle: str,
    session: str,
    number: int = 0,
    *,
    letter: str = "",
    decision: bool = False,
    earliest: date | None = None,
    latest: date | None = None,
) -> bool:
    """Whether the organ can have adopted a text under that number, on a day from ``earliest`` to
    ``latest``.

    ``session`` is printed: a number, a year or a Roman numeral; of others ("S-21") nothing is known
    here.
    ``number`` 0 says that only the session is asked about. True for an organ without a row.
    """
    row = organ(handle)
    if row is None:
        return True
    if not session.isdigit():
        roman = from_roman(session) or 0
        if number and roman and not decision and handle == GENERAL_ASSEMBLY:
            return roman <= row.last_roman and can_be_of_session(number, roman)
        return not row.last_roman or roman <= row.last_roman
    if number and not (row.letters or not letter):
        return False
    first = row.first_decision if int(session) >= row.decisions_since else 0
    if number and decision and number < first:
        return False
    if number and not decision and row.resolutions_end and number >= row.resolutions_end:
        return False
    return can_bear(row.sessions, int(session), earliest or date.min, latest or date.max)
