"""The series of symbols: what a symbol looks like, and whose documents of which kind it numbers.

The series of the organs that adopt texts are read from their rows (`organs`); every other series
is a row of its own, with examples that the tests run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from southsouth.un.organ import Organ
from southsouth.un.organs import (
    ECOSOC,
    GENERAL_ASSEMBLY,
    HUMAN_RIGHTS_COUNCIL,
    ORGANS,
    SECURITY_COUNCIL,
)


@dataclass(frozen=True, slots=True)
class Series:
    """A series of documents. ``pattern`` matches a whole canonical symbol.

    The groups ``session``, ``number`` and ``letter`` of the pattern are read where it has them;
    ``organ`` is the handle of the body whose series it is, ``kind`` the class of its documents.
    """

    name: str
    organ: str
    kind: str
    pattern: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()


#: A Roman numeral.
ROMAN: Final = r"[IVXLC]+"
_NUMBER: Final = r"(?P<number>\d+)(?P<letter>[A-Z])?"
_SESSION: Final = r"(?P<session>(?:ES-|S-)?\d+)"
#: A document that comes in parts: "A/76/6 (Sect. 3)/Add.1", "A/75/3 (Part I)".
PART_OF_DOCUMENT: Final = (
    r"\((?:(?:[Pp]arts?|PARTS?|Sect\.|Prog\.)\s?(?:[IVX\d]*|[ivx]+)[A-H]?"
    r"(?:\s?(?:and|et|y|и|و|和)\s?[IVX\d]+)?|[Pp]lan\s?outline)\)"
)
_SUFFIX: Final = rf"(?:{PART_OF_DOCUMENT})?(?:/(?:Add|Corr|Rev|Amend)\.\d+|/Summary|/INF\.\d+)*"

#: First components of symbols whose series have no row of their own; longer ones first.
OTHER_PREFIXES: Final = (
    "ATT", "BWC", "CAC", "CAT", "CBD", "CCM", "CCPR", "CCW", "CED", "CEP", "CEDAW", "CERD", "CLCS",
    "CMW", "CRC", "CRPD", "CEB", "CTOC", "DP-FPA", "DP-OPS", "DP", "ECE", "TPNW", "UNW", "ESCAP",
    "FCCC", "GEGN", "GOV", "HLC", "HLPF", "HRI",
    "HSP", "ICCD", "IDB", "INFCIRC", "ISBA", "JIU", "LC", "NPT", "OT", "PBC", "PCNICC", "SPLOS",
    "SSC", "TCDC", "TRANS", "UNCTAD", "UNEP", "UNFF", "CD", "GC", "ST", "TD", "A", "E", "S", "T",
)  # fmt: skip

#: What stands for the fields of `organ.Forms`.
_FIELDS: Final = {
    "{number}": r"(?P<number>\d+)",
    "{letter}": r"(?P<letter>[A-Z])?",
    "{suffix}": _SUFFIX,
}
#: The forms of an organ's symbols: what a series is called, the class of its documents.
_FORMS: Final = (
    ("resolution", "{} resolution", "Resolution"),
    ("roman", "{} resolution, Roman session", "Resolution"),
    ("decision", "{} decision", "Decision"),
    ("statement", "Statement by the President of the {}", "PresidentialStatement"),
)


def _pattern(row: Organ, name: str, form: str) -> str:
    special = f"(?:{row.forms.special})?" if row.forms.special else ""
    session = ROMAN if name == "roman" else row.forms.session
    fields = {**_FIELDS, "{session}": f"(?P<session>{special}{session})"}
    parts = re.split(r"(\{\w+\})", form)
    return "".join(fields[part] if part in fields else re.escape(part) for part in parts)


def organ_series(row: Organ) -> Iterator[Series]:
    """The series that an organ's row tells of, with those symbols of the row that are of each."""
    for name, title, kind in _FORMS:
        form = getattr(row.forms, name)
        if form:
            pattern = re.compile(_pattern(row, name, form))
            examples = tuple(
                symbol for symbol in (row.cites, *row.symbols) if pattern.fullmatch(symbol)
            )
            yield Series(title.format(row.name), row.handle, kind, pattern.pattern, examples)


_DOCUMENTS: Final[tuple[Series, ...]] = (
    Series(
        "draft in the General Assembly", GENERAL_ASSEMBLY, "Draft",
        rf"A/(?:C\.\d/)?{_SESSION}/L\.(?P<number>\d+){_SUFFIX}",
        ("A/64/L.37", "A/C.2/79/L.15/Rev.1", "A/C.2/60/L.65"),
        ("A/64/37",),
    ),
    Series(
        "draft in the General Assembly, to the thirtieth session", GENERAL_ASSEMBLY, "Draft",
        rf"A/(?:C\.\d/)?L\.(?P<number>\d+){_SUFFIX}",
        ("A/C.2/L.1348/Rev.2", "A/L.799"),
    ),
    Series(
        "document of the Human Rights Council", HUMAN_RIGHTS_COUNCIL, "Document",
        rf"A/HRC/(?!RES|DEC|PRST)[A-Z0-9./-]*?\d+(?:/\d+)?{_SUFFIX}",
        ("A/HRC/17/31", "A/HRC/S-12/1/Add.1", "A/HRC/WG.6/31/L.7"),
        ("A/HRC/RES/16/18",),
    ),
    Series(
        "conference document", GENERAL_ASSEMBLY, "Document",
        rf"A/CONF\.(?P<session>\d+)/[A-Z0-9./]*?\d+[A-Z]?{_SUFFIX}(?:\s*\(Vol\.\s*{ROMAN}\))?",
        ("A/CONF.215/2", "A/CONF.199/20", "A/CONF.151/26/Rev.1", "A/CONF.147/PC/8"),
        ("A/CONF.215",),
    ),
    Series(
        "report or other document of the General Assembly", GENERAL_ASSEMBLY, "Report",
        rf"A/{_SESSION}/(?P<number>\d+)(?P<letter>[A-H])?{_SUFFIX}",
        ("A/60/257", "A/60/493/Add.2", "A/55/74", "A/ES-10/186", "A/75/3(PartI)",
         "A/76/6(Sect.3)/Add.1", "A/76/6(Sect.29A)/Corr.1"),
        ("A/60", "A/60/L.5"),
    ),
    Series(
        "document of the General Assembly to the thirtieth session", GENERAL_ASSEMBLY, "Document",
        rf"A/(?P<number>\d{{3,5}}){_SUFFIX}",
        ("A/9946", "A/10332/Add.1"),
        ("A/60",),
    ),
    Series(
        "document of the Security Council", SECURITY_COUNCIL, "Document",
        rf"S/(?:(?P<session>\d{{4}})/)?(?P<number>\d+){_SUFFIX}",
        ("S/2021/669", "S/23500"),
        ("S/RES/1325(2000)",),
    ),
    Series(
        "draft in the Economic and Social Council", ECOSOC, "Draft",
        rf"E/(?P<session>\d{{4}})/L\.(?P<number>\d+){_SUFFIX}",
        ("E/2019/L.11",),
    ),
    Series(
        "document of the Economic and Social Council", ECOSOC, "Document",
        rf"E/(?:(?P<session>\d{{4}})/)?(?P<number>\d+){_SUFFIX}",
        ("E/2005/22", "E/5543", "E/2013/15/Add.1"),
    ),
    Series(
        "United Nations Treaty Series", "", "Document",
        r"UNTS/(?P<session>\d+)/(?P<number>(?:I{1,2}-)?\d+)",
        ("UNTS/2187/38544", "UNTS/1833/31363"),
        ("UNTS/2187",),
    ),
    Series(
        "United Nations publication", "", "Document",
        r"SALES/[A-Z]\.(?P<session>\d{2,4})\.[IVX]+\.(?:[A-Z]\.)?(?P<number>\d+)",
        ("SALES/E.78.II.A.11", "SALES/E.03.II.A.1", "SALES/E.83.I.4"),
        ("SALES/78", "SALES/E.78"),
    ),
    Series(
        "any other series", "", "Document",
        # no number runs into a word: "A/47/435EnglishPage3"
        rf"(?!.*\d(?:[a-z]|[A-Z][A-Za-z]|[I-Z](?:/|$)))(?:{'|'.join(OTHER_PREFIXES)})(?!-)(?:\(DTIE\))?"
        r"(?:[./-][A-Za-z0-9.()-]+)*/[A-Za-z0-9.()-]*\d[A-Za-z0-9.()-]*"
        r"(?:/[A-Za-z0-9.()-]+)*",
        ("TD/541/Add.2", "FCCC/CP/2015/10/Add.1", "SSC/17/3", "DP/2005/33", "ST/SGB/2013/4",
         "E/CN.9/2014/4", "A/AC.105/1", "A/INF/56/5", "A/71/Rev.1", "CEB/2025/4",
         "DP-FPA/2025/1", "GEGN.2/2021/3", "UNEP(DTIE)/Hg/WG.1/2", "ATT/CSP9/2023/SEC/773/Rev.2"),
        ("A/39/36I", "A/47/435EnglishPage3", "South-South", "AND/OR", "and/or", "COVID/19",
         "S-21/2"),
    ),
)  # fmt: skip

#: All series; of two that a symbol fits, the first is meant.
SERIES: Final[tuple[Series, ...]] = (
    *(series for row in ORGANS for series in organ_series(row)),
    *_DOCUMENTS,
)
