"""Citations that hyperlinks state, and numbers in other languages than English."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from southsouth.reading.citations import citations_in
from southsouth.reading.citations.languages import (
    letters_behind,
    numbers_in,
    special_session_before,
)
from southsouth.reading.citations.links import in_order, linked_symbol, links_in, with_links
from southsouth.reading.citations.model import Citation, How
from southsouth.reading.documents import read_bytes
from southsouth.reading.documents.model import Link
from southsouth.reading.structure import Resolution, parse_resolution
from southsouth.un.symbols import parse_symbol


@pytest.mark.parametrize(
    ("href", "symbol"),
    [
        ("https://undocs.org/A/RES/60/212", "A/RES/60/212"),
        ("https://undocs.org/en/A/RES/60/212", "A/RES/60/212"),
        ("https://undocs.org/fr/A/RES/60/212", "A/RES/60/212"),
        ("http://www.undocs.org/zh/A/60/257", "A/60/257"),
        ("https://docs.un.org/ar/S/RES/1325(2000)", "S/RES/1325(2000)"),
        ("https://undocs.org/en/A/RES/48/218b", "A/RES/48/218B"),
        ("https://undocs.org/es/E/Res/1980/67", "E/RES/1980/67"),
        ("https://undocs.org/A/hrc/RES/41/10", "A/HRC/RES/41/10"),
        ("https://undocs.org/A/RES/217(III)", "A/RES/217(III)"),
        ("https://undocs.org/A/RES/217%28III%29", "A/RES/217(III)"),
        ("https://undocs.org/A/RES/S-10/2", "A/RES/S-10/2"),
        ("https://undocs.org/en/A/76/5(vol.I)", "A/76/5"),
        ("https://undocs.org/en/A/76/6(Sect.3)", "A/76/6(Sect.3)"),
        ("https://undocs.org/en/A/76/7(Supp)", "A/76/7"),
        ("https://undocs.org/en/A/78/481/Add.2/", "A/78/481/Add.2"),
        ("https://undocs.org/en/A/60/257?x=1#y", "A/60/257"),
        ("https://undocs.org/", ""),
        ("https://undocs.org/wells", ""),
        ("https://example.org/A/RES/60/212", ""),
        ("https://example.org/undocs.org/A/RES/60/212", ""),
        ("mailto:wells@example.org", ""),
        ("#A/RES/60/212", ""),
        ("", ""),
    ],
)
def test_addresses(href: str, symbol: str) -> None:
    found = linked_symbol(href)
    assert (found.text if found else "") == symbol


@pytest.mark.parametrize("href", ["https://[wells/A/60/1", "//[", "https://undocs.org]/A/60/1"])
def test_a_broken_address_names_nothing(href: str) -> None:
    assert linked_symbol(href) is None


# -------------------------------------------------------------------------- letters behind a number


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("57/270 B of 2003", "B"),
        ("57/270 A and B of", "A B"),
        ("57/270 A et B du", "A B"),
        ("57/270 A y B de", "A B"),
        ("57/270 A и B от", "A B"),
        ("57/270 А и В от", "A B"),  # Cyrillic letters
        ("57/270 С от", "C"),
        ("57/270 ألف وباء", "A B"),
        ("57/270 باء المؤرخ", "B"),
        ("57/270 A和B号", "A B"),
        ("57/270 A、B号", "A B"),
        ("57/270 A to D of", "A B C D"),
        ("57/270 A à C du", "A B C"),
        ("57/270 A a C de", "A B C"),
        ("57/270 A至C号", "A B C"),
        ("57/270 A–C of", "A B C"),
        ("57/270 A, B", "A B"),
        ("217 A (III)", "A"),
        ("57/270", ""),
        ("57/270 of wells", ""),
        ("57/270 Assembly", ""),
        ("57/270 A’s", ""),
        ("57/270 B.", "B"),  # the end of a paragraph, where no initial stands
        ("57/270 B.\n\nWells", "B"),
        ("57/270 A et B.", "A B"),
        ("57/270 B. Wells", ""),
        ("57/270 A/60/1", ""),
        ("wells B", ""),
    ],
)
def test_letters_behind(words: str, letters: str) -> None:
    found = letters_behind(f"see {words}", 4)
    assert found == tuple(letters.split())


@pytest.mark.parametrize(
    ("before", "special"),
    [
        ("S-", True),
        ("S - ", True),
        ("د إ-", True),
        ("دإ-", True),
        ("", False),
        ("A/", False),
        ("S", False),
    ],
)
def test_special_sessions(before: str, special: bool) -> None:
    text = f"see {before}10/2"
    assert special_session_before(text, text.index("10/2")) == special


# ----------------------------------------------------------------------------------- links in parts


def resolution(paragraph: str, *linked: tuple[str, str]) -> Resolution:
    """A resolution of one paragraph, with addresses over the first place of some words."""
    source = "\n\n".join(
        (
            "A/RES/70/1",
            "Resolution adopted by the General Assembly on 1 October 2015",
            "The General Assembly,",
            f"1. {paragraph}",
        )
    )
    document = read_bytes(source.encode(), "wells.txt")
    links = []
    for words, symbol in linked:
        at = document.text.rindex(words)
        links.append(Link(at, at + len(words), f"https://undocs.org/en/{symbol}"))
    return parse_resolution(replace(document, links=tuple(links)))


def targets(found: Resolution) -> list[str]:
    return [
        str(c.target) for c in links_in(found, found.part("op1"), in_order(found.document.links))
    ]


@pytest.mark.parametrize(
    ("paragraph", "linked", "found"),
    [
        ("Rappelle 60/212 du", ("60/212", "A/RES/60/212"), ["A/RES/60/212"]),
        ("Rappelle 57/270 B du", ("57/270", "A/RES/57/270"), ["A/RES/57/270B"]),
        (
            "Rappelle 57/270 A et B du",
            ("57/270", "A/RES/57/270"),
            ["A/RES/57/270A", "A/RES/57/270B"],
        ),
        # the print is the authority, the link tells whose number it is
        (
            "Rappelle 57/270 A et B du",
            ("57/270", "A/RES/57/270B"),
            ["A/RES/57/270A", "A/RES/57/270B"],
        ),
        ("Rappelle 74/225 du", ("74/225", "A/RES/74/255"), ["A/RES/74/225"]),
        ("Rappelle 43/8 du", ("43/8", "A/HRC/RES/43/8"), ["A/HRC/RES/43/8"]),
        ("Recuerda 43/8, de 19 de junio de 2020", ("43/8", "A/RES/43/8"), ["A/HRC/RES/43/8"]),
        ("Recuerda 43/8, de 2 de noviembre de 1988", ("43/8", "A/HRC/RES/43/8"), ["A/RES/43/8"]),
        ("Rappelle 36/117 A du", ("36/117", "A/HRC/RES/36/117A"), ["A/RES/36/117A"]),
        ("Rappelle 18/120 du", ("18/120", "A/HRC/DEC/18/120"), ["A/HRC/DEC/18/120"]),
        ("Rappelle sa décision 18/120", ("18/120", "A/HRC/RES/18/120"), ["A/HRC/DEC/18/120"]),
        ("Rappelle 21/1 du", ("21/1", "A/RES/21/1"), []),
        ("Rappelle 5/5 du", ("5/5", "UNEP/EA.5/RES.5"), ["UNEP/EA.5/RES.5"]),
        ("Rappelle 217 A (III) du", ("217", "A/RES/217(III)"), ["A/RES/217A(III)"]),
        ("Rappelle S-10/2 du", ("10/2", "A/RES/10/2"), ["A/RES/S-10/2"]),
        ("Rappelle A/60/257 B du", ("A/60/257", "A/60/257"), ["A/60/257"]),
        ("Rappelle 70/1 du", ("70/1", "A/RES/70/1"), []),
    ],
)
def test_what_a_link_cites(paragraph: str, linked: tuple[str, str], found: list[str]) -> None:
    assert targets(resolution(paragraph, linked)) == found


def test_a_link_stands_where_its_words_stand_and_in_its_part_only() -> None:
    found = resolution("Rappelle 60/212 du", ("60/212", "A/RES/60/212"))
    (citation,) = links_in(found, found.part("op1"), in_order(found.document.links))
    assert found.text[citation.start : citation.end] == "60/212"
    assert (citation.part, citation.how) == ("op1", How.LINK)
    assert links_in(found, found.part("front"), in_order(found.document.links)) == []


# ---------------------------------------------------------------------------------- links and words


def cited(start: int, end: int, symbol: str, how: How = How.SYMBOL) -> Citation:
    return Citation("op1", start, end, parse_symbol(symbol) if symbol else None, how)


WORDS = cited(10, 18, "A/RES/57/270B", How.ORGAN_NAMED)
OPEN = cited(10, 18, "", How.UNRESOLVED)
LINKED = cited(10, 16, "A/RES/57/270", How.LINK)
LATER = cited(30, 36, "A/RES/60/212", How.LINK)


@pytest.mark.parametrize(
    ("found", "stated", "merged"),
    [
        ([], [], []),
        ([WORDS], [], [WORDS]),
        ([OPEN], [], [OPEN]),
        ([], [LATER, LINKED], [LINKED, LATER]),
        ([WORDS], [LINKED], [WORDS]),
        ([OPEN], [LINKED], [LINKED]),
        ([OPEN], [LATER], [OPEN, LATER]),
        ([WORDS], [LINKED, LATER], [WORDS, LATER]),
        ([cited(0, 10, "A/60/1")], [LINKED], [cited(0, 10, "A/60/1"), LINKED]),
        ([cited(16, 20, "")], [LINKED], [LINKED, cited(16, 20, "")]),
    ],
)
def test_words_and_links_are_merged(
    found: list[Citation], stated: list[Citation], merged: list[Citation]
) -> None:
    assert with_links(found, stated) == merged


# ------------------------------------------------------------------------- numbers, other languages


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rappelant sa résolution 60/212 du 22 décembre 2005", ["A/RES/60/212"]),
        ("Recordando su resolución 57/270 B", ["A/RES/57/270B"]),
        ("ссылаясь на резолюции 57/270 А и В", ["A/RES/57/270A", "A/RES/57/270B"]),
        ("إذ تشير إلى قرارها 60/212", ["A/RES/60/212"]),
        ("إذ تشير إلى قرارها 217 ألف (د-3)", ["A/RES/217A(III)"]),
        ("إلى قرارها 3201 (دإ-6)", ["A/RES/3201(S-VI)"]),
        ("إلى قرارها دإ-10/2", ["A/RES/S-10/2"]),
        ("回顾其第60/212号决议", ["A/RES/60/212"]),  # the word stands behind the number
        ("决议 60/212", ["A/RES/60/212"]),
        ("sa décision 66/550", ["A/DEC/66/550"]),
        ("la résolution 43/8 du Conseil des droits de l’homme", ["A/HRC/RES/43/8"]),
        ("la resolución 43/8 del Consejo, de 19 de junio de 2020", ["A/HRC/RES/43/8"]),
        ("la resolución 43/8, de 2 de noviembre de 1988", ["A/RES/43/8"]),
        ("резолюция 43/8 Совета по правам человека", ["A/HRC/RES/43/8"]),
        ("قرار مجلس حقوق الإنسان 43/8", ["A/HRC/RES/43/8"]),
        ("人权理事会2020年6月19日第43/8号决议", ["A/HRC/RES/43/8"]),
        ("人权理事会第18/120号决定", ["A/HRC/DEC/18/120"]),
        ("大会2015年9月25日第70/1号决议和2030年议程", ["A/RES/70/1"]),
        (
            "la résolution 5/5 de l’Assemblée des Nations Unies pour l’environnement",
            ["UNEP/EA.5/RES.5"],
        ),
        (
            "les résolutions 2006/46, 2008/3 et 2009/7 du Conseil économique et social",
            ["E/RES/2006/46", "E/RES/2008/3", "E/RES/2009/7"],
        ),
        ("la décision 2017/206 du Conseil économique et social", ["E/DEC/2017/206"]),
        ("la résolution 1998/72 de la Commission des droits de l’homme", ["E/CN.4/RES/1998/72"]),
        ("قراري مجلس الأمن 2242 (2015) و 2272 (2016)", ["S/RES/2242(2015)", "S/RES/2272(2016)"]),
        ("la recommandation 39 (2022)", []),
        # the word and the dates of a list, the year that tells whose a bracketed number is
        (
            "回顾其2001年12月19日第56/129号、2003年12月22日第58/146号和2019年12月18日第74/126号决议",
            ["A/RES/56/129", "A/RES/58/146", "A/RES/74/126"],
        ),
        ("第58/200、59/220和76/213号决议", ["A/RES/58/200", "A/RES/59/220", "A/RES/76/213"]),
        ("la résolution 984 (1995) et l’observation générale no 39 (2022)", ["S/RES/984(1995)"]),
        ("安全理事会第242(1967)号和第2334(2016)号决议", ["S/RES/242(1967)", "S/RES/2334(2016)"]),
        ("Supplément no 7 (E/2020/27), chap. I, sect. C, résolution 59/1, annexe", []),
        ("Supplément no 53 (A/78/53), chap. III, sect. A, résolution 51/4", ["A/HRC/RES/51/4"]),
        ("第2602 C (XXIV)号决议", ["A/RES/2602C(XXIV)"]),
        ("القرار 58/1 بـاء", ["A/RES/58/1B"]),
        ("القرار 49/75 سين", ["A/RES/49/75O"]),
        ("la résolution 1992/41 du Comité", []),
        ("sa résolution du Conseil économique et social, 1992/41", ["E/RES/1992/41"]),
        ("经济及社会理事会第1992/41号决议", ["E/RES/1992/41"]),
        ("le rapport A/60/257", []),
        ("les années 10/20", []),
        ("la résolution 12/300", []),
        ("le 24/7", []),
    ],
)
def test_numbers_of_other_languages(text: str, found: list[str]) -> None:
    assert [str(c.target) for c in numbers_in(text, "op1", 0, len(text))] == found


@pytest.mark.parametrize(
    ("note", "target"),
    [
        ("publication des Nations Unies, numéro de vente : F.96.IV.13", "SALES/E.96.IV.13"),
        ("núm. de venta S.78.II.A.11", "SALES/E.78.II.A.11"),
        ("в продаже под № R.96.IV.13", "SALES/E.96.IV.13"),
        ("联合国出版物，出售品编号：C.96.IV.13", "SALES/E.96.IV.13"),
        ("منشورات الأمم المتحدة، رقم المبيع A.96.IV.13", "SALES/E.96.IV.13"),
        (
            "Nations Unies, Recueil des Traités, vol. 2225, 2237 et 2326, no 39574",
            "UNTS/2225/39574",
        ),
        ("Naciones Unidas, Treaty Series, vol. 2349, núm. 42146", "UNTS/2349/42146"),
        ("联合国，《条约汇编》，第2225、2237和2326卷，第39574号", "UNTS/2225/39574"),
    ],
)
def test_treaties_and_publications_of_other_languages(note: str, target: str) -> None:
    front = "A/RES/70/1\n\nResolution adopted by the General Assembly\n\nThe General Assembly,"
    read = read_bytes(f"{front}\n\n1. Notes {note};".encode(), "wells.txt")
    document = replace(read, language="fr")
    (citation,) = citations_in(parse_resolution(document))
    assert str(citation.target) == target


@pytest.mark.parametrize("words", ["5/12, vu ", "5/12, ", "第5/12号、"])
def test_long_lists_of_other_languages_cost_no_more_than_their_length(words: str) -> None:
    text = words * 20_000
    started = time.process_time()
    assert list(numbers_in(text, "op1", 0, len(text))) == []
    assert time.process_time() - started < 10  # the square of the length took minutes


def test_numbers_are_looked_for_in_their_span_only() -> None:
    text = "résolution 60/212 et résolution 60/213"
    (citation,) = numbers_in(text, "pp1", 18, len(text))
    assert (str(citation.target), citation.part) == ("A/RES/60/213", "pp1")
    assert text[citation.start : citation.end] == "60/213"


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("Recordando su resolución 2602 C (XXIV) sobre pozos", ["A/RES/2602C(XXIV)"]),
        ("Rappelant la résolution 1895 (LVII) du Conseil", []),
        ("Resolución del Consejo Económico y Social 1895 (LVII)", []),
        ("回顾第73/512号决定", ["A/DEC/73/512"]),
        ("根据其第60/212号决议，回顾第61/3号决议", ["A/RES/60/212", "A/RES/61/3"]),
        ("резолюцией 42/23 Совета", ["A/RES/42/23"]),
        ("القرار 45/55 باء", ["A/RES/45/55B"]),
    ],
)
def test_numbers_that_no_link_explains(text: str, symbols: list[str]) -> None:
    found = [c.target.text for c in numbers_in(text, "op1", 0, len(text)) if c.target]
    assert found == symbols


def test_a_link_to_a_range_of_letters_is_read_from_the_words() -> None:
    found = linked_symbol("https://undocs.org/en/A/RES/75/101A-B")
    assert found is not None
    assert found.text == "A/RES/75/101"
