"""Bytes → text: what a file's bytes say of its encoding, before anybody reads a word."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

from southsouth.errors import DocumentError

#: The longer marks first: that of UTF-32 begins like that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES: Final = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
}
#: How many bytes are looked at before a file is called binary.
_SAMPLE: Final = 65536
_CONTROLS: Final = bytes([*range(0x01, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
#: Old pages hold a stray control character; a binary file holds one in eight.
_MAX_CONTROLS: Final = 0.005
_FAR: Final = 4096
_PAGE: Final = re.compile(rb"\s*<(?:!doctype|html|head|meta|title|body|\?xml|!--)", re.IGNORECASE)
_DECLARED: Final = re.compile(
    rb"<meta[^>]{1,500}?charset\s*=\s*[\"']?\s*([\w.:-]+)"
    rb"|<\?xml[^>]{1,200}?encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
#: What pages declare, and Python's codec that reads it as browsers do (WHATWG "Encoding"). Others
#: are not believed.
_CODECS: Final = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "iso-8859-2": "iso8859-2",
    "iso-8859-5": "iso8859-5",
    "iso-8859-6": "iso8859-6",
    "iso-8859-7": "iso8859-7",
    "iso-8859-8": "iso8859-8",
    "iso-8859-9": "cp1254",
    "iso-8859-15": "iso8859-15",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "windows-1253": "cp1253",
    "windows-1254": "cp1254",
    "windows-1255": "cp1255",
    "windows-1256": "cp1256",
    "windows-1257": "cp1257",
    "windows-1258": "cp1258",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "macintosh": "mac-roman",
    "big5": "big5hkscs",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "euc-jp": "euc-jp",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
}
_PRINTABLE: Final = range(0x20, 0x7F)
_SENSELESS: Final = frozenset({"Cc", "Cn", "Co", "Cs"})
_REMEDY: Final = "save the file as UTF-8"


def _strict(data: bytes, codec: str, place: str, skip: int = 0) -> str:
    try:
        return data[skip:].decode(codec)
    except UnicodeDecodeError as error:
        at = error.start + skip
        raise DocumentError(
            f"{place}, byte {at}", f"not {_NAMES.get(codec, codec)} (0x{data[at]:02x})", _REMEDY
        ) from error


def _sensible(sample: bytes, codec: str) -> str:
    """A sample as UTF-16, if it makes sense so: no private, unknown or control characters."""
    try:
        text = codecs.getincrementaldecoder(codec)().decode(sample)  # a pair may be cut off
    except UnicodeDecodeError:
        return ""
    sensible = all(c in "\t\n\r\f" or unicodedata.category(c) not in _SENSELESS for c in text)
    return text if sensible else ""


def _unmarked_utf16(data: bytes) -> str:
    """The codec of UTF-16 without a byte order mark, or "": there are NULs ("A" is 41 00), and of
    the ways to read them one makes most sense, with spaces and other ASCII."""
    sample = data[:_FAR]
    if len(data) % 2 or b"\x00" not in sample:
        return ""
    pairs = zip(sample[::2], sample[1::2], strict=True)
    if sum(a in _PRINTABLE and b in _PRINTABLE for a, b in pairs) * 4 >= len(sample):
        return ""  # "we", "ll", "s\0": bytes that are letters themselves make no Chinese
    ascii_in = {
        codec: sum(c.isascii() for c in _sensible(sample, codec))
        for codec in ("utf-16-le", "utf-16-be")
    }
    best = max(ascii_in, key=lambda codec: ascii_in[codec])
    return best if ascii_in[best] else ""


def _declared(data: bytes) -> str:
    """The codec that an HTML page declares; "" if it declares none, or none that is known."""
    found = _DECLARED.search(data, 0, _FAR) if _PAGE.match(data[:_FAR]) else None
    label = (found[1] or found[2]).decode("ascii", "replace").lower() if found else ""
    return _CODECS.get(label, "")


def _foreign(text: str) -> int:
    """How many characters are not ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))


def _is_broken_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII reads as UTF-8: then a byte is wrong, not the encoding."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return _foreign(text) > 2 * bad


def _western(data: bytes, place: str, error: UnicodeDecodeError) -> str:
    """The text of bytes that are not UTF-8, as Windows-1252."""
    at = error.start
    if _is_broken_utf8(data):
        raise DocumentError(f"{place}, byte {at}", f"not UTF-8 (0x{data[at]:02x})", _REMEDY)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as undefined:
        at = undefined.start
        raise DocumentError(
            f"{place}, byte {at}", f"neither UTF-8 nor Windows-1252 (0x{data[at]:02x})", _REMEDY
        ) from undefined
    letters = "".join(filter(str.isalpha, text[:_SAMPLE]))
    if _foreign(letters) * 2 > len(letters):  # Cyrillic or Arabic, read as Latin
        raise DocumentError(
            f"{place}, byte {at}", f"neither UTF-8 nor Western text (0x{data[at]:02x})", _REMEDY
        )
    return text


def _check_binary(data: bytes, place: str) -> None:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\x00" in sample or controls > _MAX_CONTROLS * len(sample):
        raise DocumentError(place, "a binary file", "convert it to PDF, DOCX, HTML or text first")


def decode(data: bytes, place: str) -> str:
    """The text of a file, without its byte order mark; form feeds are kept, other controls are not.

    Read as UTF-8, UTF-16 or UTF-32 by their marks; UTF-16 also without one; UTF-8; what an HTML
    page declares; else Windows-1252. Raises DocumentError for an empty or binary file and, naming
    the byte, for one that is none of these.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            text = _strict(data, codec, place, len(mark))
            break
    else:
        text = _decode_unmarked(data, place)
    text = "\f".join(without_controls(page) for page in text.split("\f"))
    if not text.strip():
        raise DocumentError(place, "the file is empty", "give a file with the document's text")
    return text


#: What XML cannot hold (XML 1.0 §2.2, Char), and the C1 controls, by which a terminal is steered.
_NO_TEXT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def without_controls(text: str) -> str:
    """``text`` with a space for each character that is none: all offsets stay as they are."""
    return _NO_TEXT.sub(" ", text)


def _decode_unmarked(data: bytes, place: str) -> str:
    if codec := _unmarked_utf16(data):
        return _strict(data, codec, place)
    _check_binary(data, place)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        declared = _declared(data)
        if declared not in {"", "utf-8", "cp1252"}:
            return _strict(data, declared, place)
        return _western(data, place, error)
