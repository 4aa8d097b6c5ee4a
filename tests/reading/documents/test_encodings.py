"""Bytes → text: each encoding that UN documents come in, and what is none."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from southsouth.errors import DocumentError
from southsouth.reading.documents.encodings import decode

SENTENCES = {
    "en": "Recalling its “wells”, the Assembly digs.",
    "fr": "Décide que les puits seront creusés à temps.",
    "ru": "Постановляет вырыть колодцы, как было решено.",
    "ar": "تقرر حفر الآبار في القرى، كما ذكر.",
    "zh": "决定在村庄挖井。 第一段 (a) 项。",
}
ANY = [pytest.param(sentence, id=language) for language, sentence in SENTENCES.items()]


@pytest.mark.parametrize("text", ANY)
@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode(text: str, mark: bytes, codec: str) -> None:
    assert decode(mark + text.encode(codec), "x") == text


@pytest.mark.parametrize(
    ("text", "codec", "declaration"),
    [
        (SENTENCES["fr"], "cp1252", ""),
        (SENTENCES["en"], "cp1252", ""),
        (SENTENCES["fr"], "cp1252", "<meta charset=iso-8859-1>"),
        (SENTENCES["fr"], "cp1252", "<meta charset=unheard-of>"),
        (SENTENCES["fr"], "utf-8", "<meta charset=iso-8859-1>"),
        (SENTENCES["fr"], "cp1252", "<meta charset=utf-8>"),
        (
            SENTENCES["ru"],
            "cp1251",
            '<META http-equiv=x content="text/html; charset=windows-1251">',
        ),
        (SENTENCES["ru"], "koi8-r", "<!DOCTYPE html><html><head><meta charset='koi8-r'>"),
        (SENTENCES["ru"], "iso8859-5", '<?xml version="1.0" encoding="ISO-8859-5"?>'),
        (SENTENCES["ar"], "cp1256", "<html><meta charset=Windows-1256>"),
        (SENTENCES["zh"], "gb18030", "<html><meta charset=gb2312>"),
        (SENTENCES["zh"], "big5hkscs", "<html><meta charset=Big5>"),
    ],
)
def test_what_pages_declare(text: str, codec: str, declaration: str) -> None:
    source = declaration + (f"<p>{text}" if declaration else text)
    try:
        data = source.encode(codec)
    except UnicodeEncodeError:
        data = source.replace("决", "決").replace("庄", "莊").replace("项", "項").encode(codec)
    assert decode(data, "x") == data.decode(codec)


def test_a_declaration_in_plain_text_is_no_declaration() -> None:
    text = f"{SENTENCES['fr']} <meta charset=koi8-r>"
    assert decode(text.encode("cp1252"), "x") == text


@pytest.mark.parametrize(
    ("data", "place", "problem"),
    [
        (b"", "x", "the file is empty"),
        (b" \r\n\t", "x", "the file is empty"),
        (codecs.BOM_UTF8, "x", "the file is empty"),
        (codecs.BOM_UTF16_LE + " ".encode("utf-16-le"), "x", "the file is empty"),
        (b"%PDF-1.7\x00\x01", "x", "a binary file"),
        (b"wells\x00\x00", "x", "a binary file"),
        (b"wells\x00\x01\x02", "x", "a binary file"),
        (b"dig\x01wells\x02", "x", "a binary file"),
        (b"\x00\xd8\x00\x41\x00\x00", "x", "a binary file"),
        (b"dig \x81 wells", "x, byte 4", "neither UTF-8 nor Windows-1252 (0x81)"),
        ("Dig the wells, dé".encode()[:-1] + " éé é".encode(), "x, byte 16", "not UTF-8 (0xc3)"),
        (SENTENCES["ru"].encode("cp1251"), "x, byte 0", "neither UTF-8 nor Western text (0xcf)"),
        (codecs.BOM_UTF8 + b"dig\xff", "x, byte 6", "not UTF-8 (0xff)"),
        (codecs.BOM_UTF16_LE + b"d\x00\x00\xd8", "x, byte 4", "not UTF-16 (0x00)"),
        (b"<html><meta charset=gb2312><p>\x81", "x, byte 30", "not gb18030 (0x81)"),
    ],
)
def test_what_is_no_text_is_said(data: bytes, place: str, problem: str) -> None:
    with pytest.raises(DocumentError) as raised:
        decode(data, "x")
    assert (raised.value.place, raised.value.problem) == (place, problem)
    assert raised.value.remedy


def test_a_pair_of_surrogates_at_the_end_of_the_sample() -> None:
    text = "d" * 2047 + "\U0001f4a7 wells"
    assert decode(text.encode("utf-16-le"), "x") == text


def test_a_stray_control_character_is_survived() -> None:
    assert decode(b"Dig wells. " * 50 + b"\x1a", "x").startswith("Dig wells.")


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters="\ufeff"),
    min_size=1,
).filter(str.strip)


@given(TEXT)
def test_utf8_leads_back(text: str) -> None:
    assert decode(text.encode(), "x") == text
    assert decode(codecs.BOM_UTF8 + text.encode(), "x") == text


@given(TEXT, st.sampled_from(["utf-16", "utf-32"]))
def test_marked_unicode_leads_back(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "x") == text


@given(st.from_regex(r"[A-Za-z ]{30,60}[éèàçüñ“”–][A-Za-z ,.]{10,60}", fullmatch=True))
def test_western_text_leads_back(text: str) -> None:
    assert decode(text.encode("cp1252"), "x") == text


@given(
    st.from_regex(r"[A-Za-z ,.]{4,60}", fullmatch=True).filter(str.strip),
    st.sampled_from(["utf-16-le", "utf-16-be"]),
)
def test_unmarked_utf16_leads_back(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "x") == text


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_our_error(data: bytes) -> None:
    try:
        text = decode(data, "x")
    except DocumentError:
        return
    text.encode()
    assert not text.startswith("\ufeff") or data.startswith(codecs.BOM_UTF8 * 2)
