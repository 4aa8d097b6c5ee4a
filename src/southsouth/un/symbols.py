"""UN document symbols: parse, canonical form, series, IRI path, official link. Pure.

The canonical form is the printed symbol without spaces, a section letter directly after its
number: ``A/RES/60/212``, ``A/RES/57/270B``, ``A/RES/217A(III)``, ``S/RES/1325(2000)``,
``A/60/493/Add.2``. How symbols are built: UN Editorial Manual, "Document symbols"; how sessions
are numbered (Roman up to the thirtieth, ``S-`` and ``ES-`` for special sessions): note in A/66/49
(Vol. II).

``SERIES`` is the table of all series. A new series is a new row, with examples that the tests run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final


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


_ROMAN: Final = r"[IVXLC]+"
_NUMBER: Final = r"(?P<number>\d+)(?P<letter>[A-Z])?"
_SESSION: Final = r"(?P<session>(?:ES-|S-)?\d+)"
#: A document that comes in parts: "A/76/6 (Sect. 3)/Add.1", "A/75/3 (Part I)".
PART_OF_DOCUMENT: Final = (
    r"\((?:Parts?|Sect\.)\s?[IVX\d]*[A-H]?(?:\s?(?:and|et|y|и|و|和)\s?[IVX\d]+)?\)"
)
_SUFFIX: Final = rf"(?:{PART_OF_DOCUMENT})?(?:/(?:Add|Corr|Rev|Amend)\.\d+|/Summary|/INF\.\d+)*"

#: First components of symbols whose series have no row of their own; longer ones first.
OTHER_PREFIXES: Final = (
    "BWC",
    "CAC",
    "CAT",
    "CBD",
    "CCM",
    "CCPR",
    "CCW",
    "CED",
    "CEP",
    "CEDAW",
    "CERD",
    "CLCS",
    "CMW",
    "CRC",
    "CRPD",
    "CTOC",
    "DP",
    "ECE",
    "TPNW",
    "UNW",
    "ESCAP",
    "FCCC",
    "GOV",
    "HLC",
    "HLPF",
    "HRI",
    "HSP",
    "ICCD",
    "IDB",
    "INFCIRC",
    "ISBA",
    "JIU",
    "LC",
    "NPT",
    "OT",
    "PBC",
    "PCNICC",
    "SPLOS",
    "SSC",
    "TCDC",
    "TRANS",
    "UNEP",
    "UNFF",
    "CD",
    "GC",
    "ST",
    "TD",
    "A",
    "E",
    "S",
    "T",
)

SERIES: Final[tuple[Series, ...]] = (
    Series(
        "General Assembly resolution", "general-assembly", "Resolution",
        rf"A/RES/{_SESSION}/{_NUMBER}{_SUFFIX}",
        ("A/RES/60/212", "A/RES/57/270B", "A/RES/S-21/2", "A/RES/ES-10/24"),
        ("A/RES/60", "A/60/212", "A/RES/60/212/", "A/RES/3251(XXIX)"),
    ),
    Series(
        "General Assembly resolution, Roman session", "general-assembly", "Resolution",
        rf"A/RES/{_NUMBER}\((?P<session>(?:ES-|S-)?{_ROMAN})\)",
        ("A/RES/3251(XXIX)", "A/RES/217A(III)", "A/RES/3201(S-VI)", "A/RES/1000(ES-I)"),
        ("A/RES/3251(29)", "A/RES/3251"),
    ),
    Series(
        "General Assembly decision", "general-assembly", "Decision",
        rf"A/DEC/{_SESSION}/{_NUMBER}",
        ("A/DEC/66/550", "A/DEC/57/525"),
        ("A/DEC/66",),
    ),
    Series(
        "Security Council resolution", "security-council", "Resolution",
        r"S/RES/(?P<number>\d+)\((?P<session>\d{4})\)",
        ("S/RES/1325(2000)", "S/RES/242(1967)"),
        ("S/RES/1325", "S/RES/1325(20)"),
    ),
    Series(
        "Statement by the President of the Security Council", "security-council",
        "PresidentialStatement",
        r"S/PRST/(?P<session>\d{4})/(?P<number>\d+)",
        ("S/PRST/2013/4",),
        ("S/PRST/4",),
    ),
    Series(
        "Economic and Social Council resolution", "ecosoc", "Resolution",
        rf"E/RES/(?P<session>\d{{4}})/{_NUMBER}",
        ("E/RES/1992/41", "E/RES/1989/17B"),
        ("E/RES/92/41", "E/1992/41"),
    ),
    Series(
        "Economic and Social Council resolution, Roman session", "ecosoc", "Resolution",
        rf"E/RES/{_NUMBER}\((?P<session>(?:S-)?{_ROMAN})\)",
        ("E/RES/1895(LVII)", "E/RES/1020(XXXVII)"),
    ),
    Series(
        "Economic and Social Council decision", "ecosoc", "Decision",
        r"E/DEC/(?P<session>\d{4})/(?P<number>\d+)",
        ("E/DEC/2004/233",),
    ),
    Series(
        "Human Rights Council resolution", "human-rights-council", "Resolution",
        r"A/HRC/RES/(?P<session>(?:S-|OM/)?\d+)/(?P<number>\d+)",
        ("A/HRC/RES/16/18", "A/HRC/RES/S-12/1"),
    ),
    Series(
        "Human Rights Council decision", "human-rights-council", "Decision",
        r"A/HRC/DEC/(?P<session>(?:S-|OM/)?\d+)/(?P<number>\d+)",
        ("A/HRC/DEC/6/102",),
    ),
    Series(
        "Statement by the President of the Human Rights Council", "human-rights-council",
        "PresidentialStatement",
        r"A/HRC/PRST/(?P<session>(?:S-|OM/)?\d+)/(?P<number>\d+)",
        ("A/HRC/PRST/19/1",),
    ),
    Series(
        "draft in the General Assembly", "general-assembly", "Draft",
        rf"A/(?:C\.\d/)?{_SESSION}/L\.(?P<number>\d+){_SUFFIX}",
        ("A/64/L.37", "A/C.2/79/L.15/Rev.1", "A/C.2/60/L.65"),
        ("A/64/37",),
    ),
    Series(
        "draft in the General Assembly, to the thirtieth session", "general-assembly", "Draft",
        rf"A/(?:C\.\d/)?L\.(?P<number>\d+){_SUFFIX}",
        ("A/C.2/L.1348/Rev.2", "A/L.799"),
    ),
    Series(
        "document of the Human Rights Council", "human-rights-council", "Document",
        rf"A/HRC/(?!RES|DEC|PRST)[A-Z0-9./-]*?\d+(?:/\d+)?{_SUFFIX}",
        ("A/HRC/17/31", "A/HRC/S-12/1/Add.1", "A/HRC/WG.6/31/L.7"),
        ("A/HRC/RES/16/18",),
    ),
    Series(
        "conference document", "general-assembly", "Document",
        rf"A/CONF\.(?P<session>\d+)/[A-Z0-9./]*?\d+[A-Z]?{_SUFFIX}(?:\s*\(Vol\.\s*{_ROMAN}\))?",
        ("A/CONF.215/2", "A/CONF.199/20", "A/CONF.151/26/Rev.1", "A/CONF.147/PC/8"),
        ("A/CONF.215",),
    ),
    Series(
        "report or other document of the General Assembly", "general-assembly", "Report",
        rf"A/{_SESSION}/{_NUMBER}{_SUFFIX}",
        ("A/60/257", "A/60/493/Add.2", "A/55/74", "A/ES-10/186", "A/75/3(PartI)",
         "A/76/6(Sect.3)/Add.1", "A/76/6(Sect.29A)/Corr.1"),
        ("A/60", "A/60/L.5"),
    ),
    Series(
        "document of the General Assembly to the thirtieth session", "general-assembly", "Document",
        rf"A/(?P<number>\d{{3,5}}){_SUFFIX}",
        ("A/9946", "A/10332/Add.1"),
        ("A/60",),
    ),
    Series(
        "document of the Security Council", "security-council", "Document",
        rf"S/(?:(?P<session>\d{{4}})/)?(?P<number>\d+){_SUFFIX}",
        ("S/2021/669", "S/23500"),
        ("S/RES/1325(2000)",),
    ),
    Series(
        "draft in the Economic and Social Council", "ecosoc", "Draft",
        rf"E/(?P<session>\d{{4}})/L\.(?P<number>\d+){_SUFFIX}",
        ("E/2019/L.11",),
    ),
    Series(
        "document of the Economic and Social Council", "ecosoc", "Document",
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
        rf"(?:{'|'.join(OTHER_PREFIXES)})(?!-)(?:[./-][A-Za-z0-9.()-]+)*/[A-Za-z0-9.()-]*\d[A-Za-z0-9.()-]*"
        r"(?:/[A-Za-z0-9.()-]+)*",
        ("TD/541/Add.2", "FCCC/CP/2015/10/Add.1", "SSC/17/3", "DP/2005/33", "ST/SGB/2013/4",
         "E/CN.9/2014/4", "UNEP/EA.4/RES.1", "A/AC.105/1", "A/INF/56/5", "A/71/Rev.1"),
        ("South-South", "AND/OR", "and/or", "COVID/19", "S-21/2"),
    ),
)  # fmt: skip


#: The letter of one of several resolutions under a number; a bracket behind either.
_LETTER: Final = re.compile(r"(\d)([A-Z])(?=$|\()")
_BRACKET: Final = re.compile(r"(?<=[\dA-Z])\(")


@dataclass(frozen=True, slots=True, order=True)
class Symbol:
    """A document symbol in canonical form, with what its series says about it.

    ``session`` is as printed, without ``S-``'s Roman rewriting: ``"60"``, ``"XXIX"``, ``"S-21"``,
    a year for year-numbered series, ``""`` where the series has none.
    """

    text: str
    series: str = ""
    organ: str = ""
    kind: str = "Document"
    session: str = ""
    letter: str = ""

    def __str__(self) -> str:
        return self.text

    @property
    def printed(self) -> str:
        """As UN documents print it: ``A/RES/57/270 B``, ``A/RES/217 A (III)``, ``United Nations,
        Treaty Series, vol. 2187, No. 38544``."""
        if self.text.startswith("UNTS/"):
            _, volume, number = self.text.split("/")
            return f"United Nations, Treaty Series, vol. {volume}, No. {number}"
        if self.text.startswith("SALES/"):
            return f"United Nations publication, Sales No. {self.text.removeprefix('SALES/')}"
        return _BRACKET.sub(" (", _LETTER.sub(r"\1 \2", self.text))

    @property
    def iri_path(self) -> str:
        """Path below the base IRI: ``document/A/RES/60/212``."""
        return f"document/{self.text}"

    @property
    def link(self) -> str:
        """The United Nations' own address of the document (undocs.org); "" for treaties and
        publications, which that address does not serve."""
        if self.text.startswith(("UNTS/", "SALES/")):
            return ""
        without_letter = _LETTER.sub(r"\1", self.text)
        return f"https://undocs.org/{without_letter}"


#: The letters and slashes that a pattern begins with: what lacks them does not match.
_HEAD: Final = re.compile(r"(?:[A-Z/](?![*?{]))*")


@cache
def _compiled() -> tuple[tuple[str, Series, re.Pattern[str]], ...]:
    """Each row with what its symbols begin with and its pattern."""
    heads = (_HEAD.match(row.pattern) for row in SERIES)
    return tuple(
        (head[0] if head else "", row, re.compile(row.pattern, re.ASCII))
        for head, row in zip(heads, SERIES, strict=True)
    )


_DASHES: Final = str.maketrans("‐‑‒–—−", "------")
_SMALL_RES: Final = re.compile(r"/Res(?=[/.])")  # "UNEP/EA.5/Res.14"
_PARTS: Final = re.compile(r"(\(Parts[IVX]+)(?:et|y|и|و|和)([IVX]+\))")
_TREATY: Final = re.compile(r"^UnitedNations,TreatySeries,vol\.(\d+),No\.")
_SALES: Final = re.compile(r"^UnitedNationspublication,SalesNo\.")
_LETTER_LAST: Final = re.compile(rf"(\d)(\({_ROMAN}\))([A-Z])$")
_SLASHED: Final = re.compile(rf"(/RES/\d+[A-Z]?)/(\((?:S-|ES-)?{_ROMAN}\))$")


def canonical(text: str) -> str:
    """``text`` without spaces and soft hyphens, dashes as hyphens, "Parts I et II" with
    the English word; no check that it is a symbol."""
    squeezed = "".join(text.split())
    if not squeezed.isascii():
        squeezed = squeezed.replace("\u00ad", "").translate(_DASHES)
    squeezed = _SMALL_RES.sub("/RES", squeezed)
    return _PARTS.sub(r"\1and\2", squeezed) if "(Parts" in squeezed else squeezed


@cache
def parse_symbol(text: str) -> Symbol | None:
    """The symbol that ``text`` is, in any spacing; None where it is none.

    ``"A/RES/57/270 B"`` → ``Symbol("A/RES/57/270B", …)``. ``parse_symbol(str(s)) == s``.
    """
    squeezed = canonical(text)
    if squeezed.startswith("United"):
        # treaties and publications have no symbol: theirs is made of what is printed
        squeezed = _SALES.sub("SALES/", _TREATY.sub(r"UNTS/\1/", squeezed))
    if "(" in squeezed:
        # printed "217 A (III)" and the archive's "217(III)A" are one symbol
        squeezed = _LETTER_LAST.sub(r"\1\3\2", squeezed)
        # and so are "E/RES/131/(VI)" and "E/RES/131(VI)"
        squeezed = _SLASHED.sub(r"\1\2", squeezed)
    for head, row, pattern in _compiled():
        if squeezed.startswith(head) and (found := pattern.fullmatch(squeezed)):
            groups = found.groupdict()
            return Symbol(
                squeezed,
                row.name,
                row.organ,
                row.kind,
                groups.get("session") or "",
                groups.get("letter") or "",
            )
    return None


_MODIFIER: Final = re.compile(r"/(?P<what>Add|Corr|Rev)\.\d+$")


def modified(symbol: Symbol) -> tuple[str, Symbol] | None:
    """What a corrigendum, addendum or revision belongs to: ``A/60/493/Add.2`` → ``("Add",
    A/60/493)``; None for a symbol without such an ending."""
    found = _MODIFIER.search(symbol.text)
    base = parse_symbol(symbol.text[: found.start()]) if found else None
    return (found["what"], base) if found and base else None


_ROMAN_SESSION: Final = re.compile(rf"(?:ES-|S-)?{_ROMAN}")


def resolution_symbol(organ: str, number: str, session: str, letter: str = "") -> Symbol | None:
    """The symbol of a resolution from its parts, as prose names them.

    ``organ`` is a body handle; ``session`` a session, a year or a Roman numeral, as printed.
    None where the organ has no such series: ``("general-assembly", "212", "60")`` → A/RES/60/212.
    """
    if organ == "security-council":
        return parse_symbol(f"S/RES/{number}({session})") if session else None
    prefix = {
        "general-assembly": "A/RES",
        "ecosoc": "E/RES",
        "human-rights-council": "A/HRC/RES",
    }.get(organ)
    if prefix is None or not session:
        return None
    if _ROMAN_SESSION.fullmatch(session):
        return parse_symbol(f"{prefix}/{number}{letter}({session})")
    return parse_symbol(f"{prefix}/{session}/{number}{letter}")


def decision_symbol(organ: str, number: str, session: str) -> Symbol | None:
    """The symbol of a decision from its parts; None where the organ has no such series."""
    prefix = {
        "general-assembly": "A/DEC",
        "ecosoc": "E/DEC",
        "human-rights-council": "A/HRC/DEC",
    }.get(organ)
    return parse_symbol(f"{prefix}/{session}/{number}") if prefix else None


_GUESS_ROMAN = re.compile(
    rf"(?P<number>\d+)\s*(?P<letter>[A-Z](?=[\s(]))?\s*\(?\s*(?P<session>(?:ES-|S-)?{_ROMAN})\s*\)?",
    re.IGNORECASE,
)
_GUESS_MODERN = re.compile(
    r"(?P<session>(?:ES-|S-)?\d+)\s*/\s*(?P<number>\d+)\s*(?P<letter>[A-Z])?", re.IGNORECASE
)
_GUESS_YEAR = re.compile(r"(?P<number>\d+)\s*\(\s*(?P<session>(?:19|20)\d\d)\s*\)")


def guess_symbol(text: str) -> Symbol | None:
    """What a user means by a number typed in haste; None where it is no document.

    ``"60/212"``, ``"res 60/212"``, ``"a/res/60/212"``, ``"3251 XXIX"``, ``"1325 (2000)"``. A bare
    number is taken for a resolution: of the General Assembly, or of the Security Council where a
    year stands in brackets.
    """
    spellings = [parse_symbol(text.strip()), parse_symbol(text.strip().upper())]
    exact = [symbol for symbol in spellings if symbol is not None]
    if exact:  # "A/RES/57/270 b": the spelling that has a series of its own, not the last row's
        return next((symbol for symbol in exact if symbol.organ), exact[0])
    bare = re.sub(
        r"^(?:the\s+)?(?:general\s+assembly\s+)?res(?:olution)?\.?\s*",
        "",
        text.strip(),
        flags=re.IGNORECASE,
    )
    decision = re.sub(r"^dec(?:ision)?\.?\s*", "", bare, flags=re.IGNORECASE)
    if found := _GUESS_YEAR.fullmatch(bare):
        return resolution_symbol("security-council", found["number"], found["session"])
    if found := _GUESS_MODERN.fullmatch(decision):
        session, letter = found["session"].upper(), (found["letter"] or "").upper()
        if decision != bare:
            return decision_symbol("general-assembly", found["number"], session)
        organ = "ecosoc" if re.fullmatch(r"(?:19|20)\d\d", session) else "general-assembly"
        return resolution_symbol(organ, found["number"], session, letter)
    if found := _GUESS_ROMAN.fullmatch(bare):
        letter = (found["letter"] or "").upper()
        return resolution_symbol(
            "general-assembly", found["number"], found["session"].upper(), letter
        )
    return None
