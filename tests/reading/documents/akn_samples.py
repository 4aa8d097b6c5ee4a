"""Small Akoma Ntoso documents in our own words, laid out as the United Nations lays out its own."""

from __future__ import annotations

from typing import Final

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

COVER: Final = """
<coverPage>
  <p><docAuthority>United Nations</docAuthority></p>
  <p><docNumber refersTo="#symbol">{symbol}</docNumber></p>
  <p><session value="66">Sixty-sixth session</session></p>
  {cover}
</coverPage>"""
PREFACE: Final = """
<preface><p>
  <docNumber>66/901.</docNumber>
  <docTitle refersTo="#resolutionTitle"><span class="bold">\tWells for all</span></docTitle>
</p></preface>"""
FORMULA: Final = (
    '<formula name="enactingFormula"><p xml:space="preserve">\n  '
    '<span class="italic">The General Assembly</span>,</p></formula>'
)
CLOSING: Final = (
    "<conclusions><p><event><location>99th plenary meeting</location><eol />"
    "<docDate>1 February 2012</docDate></event></p></conclusions>"
)


def paragraph(number: str, words: str) -> str:
    """A numbered paragraph of the body; without number where ``number`` is empty."""
    num = f"<num>{number}</num>" if number else ""
    return (
        f'<paragraph class="SingleTxt">{num}<content><p xml:space="preserve">\t{words}</p>'
        "</content></paragraph>"
    )


def heading(words: str) -> str:
    """A heading as the mark-up has it: a paragraph of a class that begins with H."""
    return f'<paragraph class="H23"><content><p>{words}</p></content></paragraph>'


def preambular(words: str) -> str:
    """A paragraph of the preamble; its first word in italics."""
    verb, _, rest = words.partition(" ")
    return (
        f'<container name="{verb}"><p xml:space="preserve">\t<span class="italic">{verb}</span>'
        f" {rest}</p></container>"
    )


def note(marker: str, words: str) -> str:
    """A footnote where its mark stands."""
    return f'<authorialNote marker="{marker}" placement="bottom"><p>\t{words}</p></authorialNote>'


def meta(
    *,
    language: str = "eng",
    adopted: str = "2012-02-01",
    issued: str = "2012-03-03",
    keywords: str = "",
    steps: str = "",
    voting: str = '<voting outcome="adoptedWithoutVote" />',
    author: str = "ga",
) -> str:
    """The metadata of a document."""
    return f"""<meta>
  <identification>
    <FRBRWork><FRBRdate date="{adopted}" name="adoption" />
      <FRBRauthor href="{author}" as="author" /></FRBRWork>
    <FRBRExpression><FRBRdate date="{issued}" name="publication" />
      <FRBRauthor href="ga" as="issuer" /><FRBRlanguage language="{language}" /></FRBRExpression>
    <FRBRManifestation><FRBRdate date="2012-03-09" name="markup" /></FRBRManifestation>
  </identification>
  <classification source="x">{keywords}</classification>
  <workflow source="#un">{steps}</workflow>
  <analysis><parliamentary>{voting}</parliamentary></analysis>
</meta>"""


def root(inside: str) -> bytes:
    """A whole file around a statement or a collection."""
    return (
        f'<akomaNtoso xmlns="{NAMESPACE}" xmlns:akn4un="http://un.org/akn4un">{inside}</akomaNtoso>'
    ).encode()


def akn(
    *body: str,
    preamble: str = "",
    symbol: str = "A/RES/66/901",
    cover: str = "",
    stated: str = "",
    attachments: str = "",
    closing: str = CLOSING,
    preface: str = PREFACE,
    language: str = "eng",
) -> bytes:
    """A resolution on wells; ``stated`` replaces the metadata."""
    return root(
        '<statement name="resolution">'
        + (stated or meta(language=language))
        + COVER.format(symbol=symbol, cover=cover)
        + preface
        + f"<preamble>{FORMULA}{preamble}</preamble>"
        + f"<mainBody>{''.join(body)}</mainBody>"
        + closing
        + attachments
        + "</statement>"
    )
