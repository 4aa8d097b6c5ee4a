"""Small PDF files for the tests, written as plain PDF syntax: a few fonts, lines, links, pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

FONTS: Final = {
    "roman": "Helvetica",
    "italic": "Helvetica-Oblique",
    "bold": "Helvetica-Bold",
    "barcode": "Barcode-3-of-9",
}
#: The font "coded" is Helvetica with a table of its own for some letters.
CODED: Final = {
    "#": "00AD",
    "$": "FB01",
    "%": "2011",
    "&": "D835DC00",
    "+": "D835",
    "<": "0003",
    ">": "F0B7",
}
#: Widths of Helvetica's letters in thousandths of an em (Adobe's Core 14 metrics).
_WIDTHS: Final = {
    191: "'",
    222: "ijl",
    278: " !,./:;fIt[]",
    333: "()-r",
    500: "ckJsvxyz",
    611: "FTZ",
    667: "ABEKPSVXY",
    722: "wCDHNRU",
    778: "GOQ",
    833: "mM",
    944: "W",
}
_WIDTH_OF: Final = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
LEADING: Final = 12.0
PARAGRAPH_GAP: Final = 6.0


def width(words: str, size: float = 10) -> float:
    """How wide the words are in Helvetica."""
    return sum(_WIDTH_OF.get(letter, 556) for letter in words) * size / 1000


def _escaped(words: str) -> bytes:
    raw = words.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


@dataclass
class SamplePage:
    """A page of letter size; ``y`` is where the next line of a paragraph is set."""

    y: float = 700.0
    content: list[bytes] = field(default_factory=list)
    links: list[tuple[float, float, float, float, str]] = field(default_factory=list)
    turned: bool = False

    def text(self, x: float, y: float, words: str, size: float = 10, font: str = "roman") -> float:
        """Set words on a baseline; the end of the words is returned."""
        matrix = f"0 1 -1 0 {612 - y:.2f} {x:.2f}" if self.turned else f"1 0 0 1 {x:.2f} {y:.2f}"
        self.content.append(
            f"BT /{font} {size} Tf {matrix} Tm (".encode() + _escaped(words) + b") Tj ET\n"
        )
        return x + width(words, size)

    def mark(self, x: float, y: float, label: str, size: float = 6.5) -> float:
        """Set a raised mark beside words on the baseline ``y``."""
        return self.text(x, y + 3.5, label, size)

    def rule(self, x0: float, x1: float, y: float) -> None:
        """Draw a line."""
        self.content.append(f"{x0} {y} m {x1} {y} l S\n".encode())

    def link(self, x0: float, y0: float, x1: float, y1: float, href: str) -> None:
        """Make a box a link."""
        self.links.append((x0, y0, x1, y1, href))

    def lines(
        self,
        lines: Sequence[str],
        x: float = 120,
        indent: float = 24,
        gap: float = PARAGRAPH_GAP,
        size: float = 10,
        font: str = "roman",
    ) -> None:
        """Set a paragraph of given lines, the first one indented, and leave a gap below it."""
        for number, line in enumerate(lines):
            self.text(x + (0 if number else indent), self.y, line, size, font)
            self.y -= LEADING * size / 10
        self.y -= gap

    def paragraph(
        self,
        words: str,
        x: float = 120,
        right: float = 490,
        indent: float = 24,
        gap: float = PARAGRAPH_GAP,
        size: float = 10,
    ) -> None:
        """Set a paragraph, broken into lines between the margins."""
        self.lines(wrapped(words, right - x, indent, size), x, indent, gap, size)


def wrapped(words: str, measure: float, indent: float = 0, size: float = 10) -> list[str]:
    """The words in lines not wider than ``measure``, the first one less by ``indent``."""
    lines: list[str] = []
    line = ""
    for word in words.split():
        room = measure - (0 if lines else indent)
        if line and width(f"{line} {word}", size) > room:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def _to_unicode() -> bytes:
    rows = "".join(f"<{ord(letter):02x}> <{code}>\n" for letter, code in CODED.items())
    return (
        "/CIDInit /ProcSet findresource begin begincmap\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(CODED)} beginbfchar\n{rows}endbfchar endcmap end"
    ).encode()


def pdf_bytes(pages: Sequence[SamplePage], trailer: str = "") -> bytes:
    """A PDF file of those pages; ``trailer`` is added to its trailer."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    fonts = ""
    for name, base in FONTS.items():
        objects.append(
            b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
            % base.encode()
        )
        fonts += f"/{name} {len(objects)} 0 R "
    stream = _to_unicode()
    objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode %d 0 R >>" % len(objects)
    )
    fonts += f"/coded {len(objects)} 0 R "
    kids = []
    for page in pages:
        stream = b"".join(page.content)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        content = len(objects)
        annotations = " ".join(
            f"<< /Type /Annot /Subtype /Link /Rect [{x0} {y0} {x1} {y1}] /Border [0 0 0]"
            f" /A << /S /URI /URI ({_escaped(href).decode()}) >> >>"
            for x0, y0, x1, y1, href in page.links
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {content} 0 R"
            f" /Resources << /Font << {fonts}>> >> /Annots [{annotations}] >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return _file(objects, trailer)


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n".encode()
    return bytes(data + b"startxref\n%d\n%%%%EOF\n" % start)


#: An encryption dictionary that no password opens: its entries are made up.
ENCRYPTED: Final = (
    f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'5a' * 32}> /U <{'a5' * 32}> >>"
    f" /ID [<{'11' * 16}> <{'11' * 16}>]"
)
