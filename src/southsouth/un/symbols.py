"""UN document symbols: parse, canonical form, series, IRI path, official link. Pure.

The canonical form is the printed symbol without spaces, a section letter directly after its
number: ``A/RES/60/212``, ``A/RES/57/270B``, ``A/RES/217A(III)``, ``S/RES/1325(2000)``,
``A/60/493/Add.2``. How symbols are built: UN Editorial Manual, "Document symbols"; how sessions
are numbered (Roman up to the thirtieth, ``S-`` and ``ES-`` for special sessions): note in A/66/49
(Vol. II).

What series there are: `symbol_series`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from southsouth.un.organs import ECOSOC, GENERAL_ASSEMBLY, SECURITY_COUNCIL, organ
from southsouth.un.symbol_series import ROMAN, SERIES, Series

#: The letter of one of several resolutions under a number; a bracket behind either.
_LETTER: Final = re.compile(r"(\d)([A-Z])(?=$|\()")
_BRACKET: Final = re.compile(r"(?<=[\dA-Z])\(")


@dataclass(frozen=True, slots=True, order=True)
class Symbol:
    """A document symbol in canonical form, with what its series says about it.

    ``session`` is as printed, without ``S-``'s Roman rewriting: ``"60"``, ``"XXIX"``, ``"S-21"``,
    a year for year-numbered series, ``""`` where the series has none. ``also`` are further symbols
    that were printed with this one of the same document ("A/79/701–S/2025/9"); they do not tell
    one document from another.

    >>> symbol = parse_symbol("A/RES/57/270 B")
    >>> symbol.text, symbol.organ, symbol.kind, symbol.session, symbol.letter
    ('A/RES/57/270B', 'general-assembly', 'Resolution', '57', 'B')
    >>> symbol.printed, symbol.link
    ('A/RES/57/270 B', 'https://undocs.org/A/RES/57/270')
    """

    text: str
    series: str = ""
    organ: str = ""
    kind: str = "Document"
    session: str = ""
    letter: str = ""
    also: tuple[str, ...] = field(default=(), compare=False)

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
_PART: Final = re.compile(r"\((?i:part)(?P<many>[sS]?)(?P<number>(?i:[ivx]+)|\d+)")
#: The Digital Library's "A/RES/217(III)[A]", and a full stop that the symbol's line ends with.
_IN_SQUARES: Final = re.compile(r"\[([A-Z])\]$")
_TREATY: Final = re.compile(r"^UnitedNations,TreatySeries,vol\.(\d+),No\.")
_SALES: Final = re.compile(r"^UnitedNationspublication,SalesNo\.")
#: Between the symbols of one document: behind a figure or a bracket, before letters and a slash.
#: No part of a symbol looks like that ("DP-FPA/2025/1", "A/HRC/S-12/1").
_JOINT: Final = re.compile(r"(?<=[\d)])-(?=[A-Z]{1,8}(?:[.]\d+)?/)")
#: The same with nothing but a space: of the Assembly and the Security Council.
_SPACED: Final = re.compile(r"(?<=[\d)])\s+(?=S/(?:19|20)\d\d/\d)")
_LETTERED: Final = re.compile(r"[A-Z][^/]*(?:/[A-Z][^/]*)*")
_LETTER_LAST: Final = re.compile(rf"(\d)(\({ROMAN}\))([A-Z])$")
_YEAR_AGAIN: Final = re.compile(r"(/PRST/\d{4}/\d+)\(\d{4}\)$")
_SLASHED: Final = re.compile(rf"(/RES/\d+[A-Z]?)/(\((?:S-|ES-)?{ROMAN}\))$")


def canonical(text: str) -> str:
    """``text`` without spaces and soft hyphens, dashes as hyphens, "Parts I et II" with
    the English word; no check that it is a symbol."""
    squeezed = "".join(text.split())
    if not squeezed.isascii():
        squeezed = squeezed.replace("\u00ad", "").translate(_DASHES)
    squeezed = _SMALL_RES.sub("/RES", squeezed)
    if "(" in squeezed:
        squeezed = _PART.sub(_as_part, squeezed)
        # a statement's number holds its year: "S/PRST/2013/15 (2013)"
        squeezed = _YEAR_AGAIN.sub(r"\1", squeezed)
    return _PARTS.sub(r"\1and\2", squeezed) if "(Parts" in squeezed else squeezed


def _as_part(found: re.Match[str]) -> str:
    """ "(PARTII" and "(partii" as "(PartII"."""
    return f"(Part{found['many'].lower()}{found['number'].upper()}"


@cache
def parse_symbol(text: str) -> Symbol | None:
    """The symbol that ``text`` is, in any spacing; None where it is none.

    ``"A/RES/57/270 B"`` → ``Symbol("A/RES/57/270B", …)``. ``parse_symbol(str(s)) == s``. Of several
    that are joined by dashes the first of the General Assembly, or else the first, stands for the
    document.

    >>> parse_symbol("A / RES / 60 / 212").text
    'A/RES/60/212'
    >>> parse_symbol("S/2025/9 – A/79/701")
    Symbol(text='A/79/701', ..., also=('S/2025/9',))
    >>> parse_symbol("wells") is None
    True
    """
    squeezed = canonical(_SPACED.sub("-", text) if " S/" in text or "\nS/" in text else text)
    return _parallel(_JOINT.split(squeezed)) if _JOINT.search(squeezed) else _single(squeezed)


def _parallel(printed: Sequence[str]) -> Symbol | None:
    """The symbol of a document that was printed with these; None where one of them is none, or
    where they are of one series: "S/2003/1-S/2003/9" are many documents."""
    known = [symbol for one in printed if (symbol := _single(one)) is not None]
    if len(known) < len(printed) or len({_series_of(one) for one in printed}) < len(printed):
        return None
    first = next((symbol for symbol in known if symbol.text.startswith("A/")), known[0])
    also = dict.fromkeys(symbol.text for symbol in known if symbol != first)
    return replace(first, also=tuple(also))


def _series_of(symbol: str) -> str:
    """The components in front of the first number: "E/CN.7" of "E/CN.7/2009/12"."""
    found = _LETTERED.match(symbol)
    return found[0] if found else symbol


def _single(squeezed: str) -> Symbol | None:
    """The symbol that a text in canonical form is, which names no document twice."""
    if squeezed.startswith("United"):
        # treaties and publications have no symbol: theirs is made of what is printed
        squeezed = _SALES.sub("SALES/", _TREATY.sub(r"UNTS/\1/", squeezed))
    squeezed = squeezed.rstrip(".")
    if "(" in squeezed:
        squeezed = _IN_SQUARES.sub(r"\1", squeezed)
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


_ROMAN_SESSION: Final = re.compile(rf"(?:ES-|S-)?{ROMAN}")


def _filled(form: str, number: str, session: str, letter: str) -> Symbol | None:
    if not form or not session or (letter and "{letter}" not in form):
        return None
    return parse_symbol(form.format(number=number, session=session, letter=letter, suffix=""))


def resolution_symbol(handle: str, number: str, session: str, letter: str = "") -> Symbol | None:
    """The symbol of a resolution from its parts, as prose names them.

    ``handle`` is an organ's; ``session`` a session, a year or a Roman numeral, as printed. None
    where the organ has no such series: ``("general-assembly", "212", "60")`` → A/RES/60/212.
    """
    row = organ(handle)
    if row is None:
        return None
    roman = not row.serial and _ROMAN_SESSION.fullmatch(session) is not None
    return _filled(row.forms.roman if roman else row.forms.resolution, number, session, letter)


def decision_symbol(handle: str, number: str, session: str, letter: str = "") -> Symbol | None:
    """The symbol of a decision from its parts; None where the organ has no such series."""
    row = organ(handle)
    return _filled(row.forms.decision, number, session, letter) if row else None


def statement_symbol(handle: str, number: str, session: str) -> Symbol | None:
    """The symbol of a presidential statement; None where the organ has no such series."""
    row = organ(handle)
    return _filled(row.forms.statement, number, session, "") if row else None


_GUESS_ROMAN = re.compile(
    rf"(?P<number>\d+)\s*(?P<letter>[A-Z](?=[\s(]))?\s*\(?\s*(?P<session>(?:ES-|S-)?{ROMAN})\s*\)?",
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

    >>> [guess_symbol(typed).text for typed in ("60/212", "res 3251 xxix", "1325 (2000)")]
    ['A/RES/60/212', 'A/RES/3251(XXIX)', 'S/RES/1325(2000)']
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
        return resolution_symbol(SECURITY_COUNCIL, found["number"], found["session"])
    if found := _GUESS_MODERN.fullmatch(decision):
        session, letter = found["session"].upper(), (found["letter"] or "").upper()
        if decision != bare:
            return decision_symbol(GENERAL_ASSEMBLY, found["number"], session)
        handle = ECOSOC if re.fullmatch(r"(?:19|20)\d\d", session) else GENERAL_ASSEMBLY
        return resolution_symbol(handle, found["number"], session, letter)
    if found := _GUESS_ROMAN.fullmatch(bare):
        letter = (found["letter"] or "").upper()
        return resolution_symbol(
            GENERAL_ASSEMBLY, found["number"], found["session"].upper(), letter
        )
    return None
