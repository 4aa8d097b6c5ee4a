"""Links held against the words under them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from southsouth.reading.citations.check import check_links, check_listed, same_document
from southsouth.reading.documents import read_bytes
from southsouth.reading.documents.model import Link
from southsouth.reading.structure import Resolution, parse_resolution
from southsouth.un.symbols import parse_symbol

FRONT = "A/RES/90/1\n\nResolution adopted by the General Assembly\n\nThe General Assembly,\n\n"
UN = "https://undocs.org/en/"


def resolution(paragraph: str, *links: tuple[str, str]) -> Resolution:
    """A resolution of one paragraph; ``links`` are (words, address)."""
    document = read_bytes(f"{FRONT}1. {paragraph}".encode(), "wells.txt")
    places = [(document.text.index(words), len(words), href) for words, href in links]
    held = tuple(Link(start, start + length, href) for start, length, href in places)
    return parse_resolution(replace(document, links=held))


@pytest.mark.parametrize(
    ("paragraph", "link", "problem"),
    [
        ("Recalls its resolution 60/1;", ("60/1", UN + "A/RES/60/1"), None),
        ("Recalls its resolution 57/270 B;", ("57/270", UN + "A/RES/57/270"), None),
        ("Notes A/75/982-S/2021/669;", ("A/75/982-S/2021/669", UN + "S/2021/669"), None),
        ("Notes A/76/6 (Sect. 3);", ("A/76/6 (Sect. 3)", UN + "A/76/6(sect.3)"), None),
        ("Notes A/CONF.1/2 (Part I);", ("A/CONF.1/2", UN + "A/CONF.1/2"), None),
        # the words leave it open, or name nothing, or the address is no document's
        ("Notes resolution 7/20 of a lake committee;", ("lake", UN + "A/RES/7/20"), None),
        ("Notes the wells;", ("wells", "https://example.org/A/RES/60/1"), None),
        ("Notes resolution 90/1;", ("90/1", UN + "A/RES/90/1"), None),
        # wrong
        (
            "Notes Human Rights Council resolution 43/1;",
            ("43/1", UN + "A/RES/43/1"),
            ("A/RES/43/1", "A/HRC/RES/43/1", "other document"),
        ),
        (
            "Recalls its decision 60/501;",
            ("60/501", UN + "A/RES/60/501"),
            ("A/RES/60/501", "A/DEC/60/501", "other document"),
        ),
        (
            "Recalls its resolution 60/12;",
            ("60/12", UN + "A/RES/60/21"),
            ("A/RES/60/21", "A/RES/60/12", "other document"),
        ),
        (
            "Notes A/60/12;",
            ("A/60/12", UN + "A/60//L..9"),
            (UN + "A/60//L..9", "", "no document symbol"),
        ),
    ],
)
def test_a_link(
    paragraph: str, link: tuple[str, str], problem: tuple[str, str, str] | None
) -> None:
    read = resolution(paragraph, link)
    found = [
        (one.linked, " ".join(symbol.text for symbol in one.printed), one.problem.value)
        for one in check_links(read)
    ]
    assert found == ([problem] if problem else [])
    assert all(read.text[one.start : one.end] == link[0] for one in check_links(read))


def test_links_kept_apart_are_found_by_block_and_anchor() -> None:
    source = f"{FRONT}1. Recalls its resolution 60/1;\n\n2. Notes Council resolution 60/1 of wells;"
    read = parse_resolution(read_bytes(source.encode(), "wells.txt"))
    block = source.count("\n\n") - 2  # counted from the first empty line
    listed = [
        (block, "60/1", "A/RES/60/1"),
        (block, "60/1", "A/RES/60/2"),
        (block, "0/1", "A/RES/60/3"),  # no number of its own in the text
        (block, "60/1", "wells"),
        (block, "", "A/RES/60/4"),
        (99, "60/1", "A/RES/60/5"),
    ]
    found = list(check_listed(read, source, listed))
    assert [(one.linked, one.problem.value) for one in found] == [
        ("A/RES/60/2", "other document"),
        ("wells", "no document symbol"),
    ]
    assert {source[one.start : one.end] for one in found} == {"60/1"}


@pytest.mark.parametrize(
    ("linked", "printed", "same"),
    [
        ("A/RES/60/1", "A/RES/60/1", True),
        ("A/RES/217(III)", "A/RES/217A(III)", True),
        ("S/2021/669", "A/75/982-S/2021/669", True),
        ("A/RES/60/1", "A/RES/60/10", False),
        ("A/60/1", "A/60/1/Add.1", False),
        ("E/2021/669", "A/75/982-S/2021/669", False),
    ],
)
def test_same_document(linked: str, printed: str, same: bool) -> None:
    one, other = parse_symbol(linked), parse_symbol(printed)
    assert one is not None
    assert other is not None
    assert same_document(one, other) is same
