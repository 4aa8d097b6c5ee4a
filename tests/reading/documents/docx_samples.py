"""DOCX files for tests: short XML in, a file's bytes out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str, properties: str = "") -> str:
    """A run of words; ``properties`` is the inside of its w:rPr."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(inside: str, properties: str = "") -> str:
    """A paragraph of runs, or of words if ``inside`` is no XML."""
    look = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    runs = inside if inside.startswith("<") or not inside else run(inside)
    return f"<w:p>{look}{runs}</w:p>"


def styled(style: str, inside: str) -> str:
    """A paragraph with a style."""
    return paragraph(inside, f'<w:pStyle w:val="{style}"/>')


def listed(words: str, num_id: int | str = 1, level: int = 0) -> str:
    """A paragraph of a list."""
    return paragraph(
        words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'
    )


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell is words, or paragraphs if it begins with a tag."""

    def cell(inside: str) -> str:
        return f"<w:tc>{inside if inside.startswith('<') else paragraph(inside)}</w:tc>"

    return (
        "<w:tbl>"
        + "".join(f"<w:tr>{''.join(cell(inside) for inside in row)}</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def field(instruction: str, result: str) -> str:
    """A field of several runs; ``result`` is XML."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def call(note_id: int, kind: str = "footnote", custom: str = "") -> str:
    """A run that calls a note, with a mark typed by hand if ``custom`` (XML) is given."""
    follows = ' w:customMarkFollows="1"' if custom else ""
    return f'<w:r><w:{kind}Reference{follows} w:id="{note_id}"/>{custom}</w:r>'


def notes(bodies: Mapping[int, str], kind: str = "footnote") -> str:
    """The part footnotes.xml or endnotes.xml; a body is paragraphs."""
    inside = "".join(
        f'<w:{kind} w:id="{i}">{body if body.startswith("<") else paragraph(body)}</w:{kind}>'
        for i, body in bodies.items()
    )
    return part(f"{kind}s", f'<w:{kind} w:type="separator" w:id="-1"/>{inside}')


def style(
    style_id: str, inside: str = "", *, name: str = "", based: str = "", kind: str = "paragraph"
) -> str:
    """A style; ``inside`` is its w:pPr and w:rPr."""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}">'
        f'<w:name w:val="{name or style_id}"/>{base}{inside}</w:style>'
    )


def level(index: int, text: str, fmt: str = "decimal", start: int = 1, more: str = "") -> str:
    """A level of a list's definition."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(definitions: Mapping[int, str], lists: Mapping[int, tuple[int, str]]) -> str:
    """The part numbering.xml: levels by definition; by list, its definition and overrides."""
    return part(
        "numbering",
        "".join(
            f'<w:abstractNum w:abstractNumId="{i}">{inside}</w:abstractNum>'
            for i, inside in definitions.items()
        )
        + "".join(
            f'<w:num w:numId="{i}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'
            for i, (of, more) in lists.items()
        ),
    )


def part(root: str, inside: str) -> str:
    """A part whose root element is ``root``."""
    return f"<w:{root} {NAMESPACES}>{inside}</w:{root}>"


def relations(*targets: tuple[str, str, str]) -> str:
    """A relations part: id, kind and target of each; an address is external."""
    inside = ""
    for i, kind, target in targets:
        mode = ' TargetMode="External"' if "://" in target else ""
        inside += f'<Relationship Id="{i}" Type="{_TYPES}/{kind}" Target="{escape(target)}"{mode}/>'
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{inside}</Relationships>'


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of those members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, inside in parts.items():
            packed.writestr(name, inside)
    return buffer.getvalue()


def docx(
    body: str,
    *,
    links: tuple[tuple[str, str, str], ...] = (),
    styles: str = "",
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A DOCX file: the inside of its body, its relations, its styles, other parts by their names.

    Footnotes, endnotes and headers among the parts (footnotes.xml, header1.xml …) get relations of
    their own: the id is the name without its suffix.
    """
    parts = dict(parts or {})
    related = tuple(
        (name.removesuffix(".xml"), name.removesuffix(".xml").rstrip("0123456789"), name)
        for name in parts
        if name.endswith(".xml")
    )
    members: dict[str, str | bytes] = {
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(*links, *related),
        "word/styles.xml": part("styles", styles),
    }
    return archive(members | {f"word/{name}": inside for name, inside in parts.items()})
