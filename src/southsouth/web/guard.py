"""What a visitor's query may not do: ask other servers, name files, write."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final
from urllib.parse import urlsplit

from southsouth.errors import QueryError

#: The tokens of a query that matter here (SPARQL 1.1 Query §19.8). What is no keyword comes first:
#: strings, IRIs, comments, variables, prefixed names, blank nodes, language tags.
_TOKEN: Final = re.compile(
    r"(?P<skip>\"\"\"(?:(?:\"|\"\")?(?:[^\"\\]|\\.))*\"\"\"|'''(?:(?:'|'')?(?:[^'\\]|\\.))*'''"
    r"|\"(?:[^\"\\\n\r]|\\[^\n\r])*\"|'(?:[^'\\\n\r]|\\[^\n\r])*'|\#[^\n\r]*"
    r"|[?$]\w+|@[A-Za-z][\w-]*|(?:[^\W\d_][\w.-]*)?:(?:[\w:.%-]|\\.)*|_:\w[\w.-]*)"
    r"|(?P<iri><[^<>\"{}|^`\\\x00-\x20]*>)|(?P<word>[A-Za-z]\w*)|(?P<other>\S)",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UPDATES: Final = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)
_GRAPHS: Final = frozenset({"http", "https", "urn", "tag"})
#: So deep may brackets stand in one another: the engine's parser and planner call themselves for
#: each, and between three hundred and a thousand (of IF, of EXISTS) they leave their stack. People
#: and programs that write queries need some twenty.
MOST_NESTED: Final = 200
_BRACKETS: Final = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
READ_ONLY: Final = "this server is read-only; updates are refused"


def _tokens(query: str) -> Iterator[tuple[str, str]]:
    """(kind, text) of IRIs, words and signs."""
    for found in _TOKEN.finditer(query):
        if found.lastgroup and found.lastgroup != "skip":
            text = found[0].upper() if found.lastgroup == "word" else found[0]
            yield found.lastgroup, text


def _unescaped(query: str) -> str:
    r"""``\u0053`` as "S" (SPARQL 1.1 Query §19.2): a parser may read it so before anything else."""

    def character(found: re.Match[str]) -> str:
        code = int(found[1] or found[2], 16)
        return chr(code) if code <= 0x10FFFF else "\ufffd"

    return _ESCAPE.sub(character, query)


def _check_plain(query: str) -> None:
    """Raise QueryError where it cannot be told without a whole parser whether a "<" begins an IRI
    or means "less than": the two readings see strings and comments in other places then."""
    line_with_hash = -1
    for found in _TOKEN.finditer(query):
        if found.lastgroup == "iri" and "'" in found[0]:
            raise QueryError(f"{found[0]}: beside SERVICE, write %27 for an apostrophe in an IRI")
        if found.lastgroup == "iri" and "#" in found[0]:
            line_with_hash = _line(query, found.start())
        elif (
            found.lastgroup == "skip"
            and re.search(r"[\n\r]", found[0])
            and _line(query, found.start()) == line_with_hash
        ):
            raise QueryError("beside SERVICE, begin a string of several lines on a new line")


def _line(text: str, at: int) -> int:
    return len(re.findall(r"[\n\r]", text[:at]))


def check(query: str, services: Collection[str] = ()) -> None:
    """Raise QueryError where a query is an update, asks a server whose host is not in
    ``services``, has FROM with the address of a file, or brackets too deep in one another.

    It is read as it stands and with its escapes resolved: one of the two is what a parser sees.
    """
    for text in {query, _unescaped(query)}:
        tokens = list(_tokens(text))
        _check_form(tokens)
        _check_nesting(tokens)
        if "SERVICE" in text.upper():
            _check_plain(text)
        for at, (kind, word) in enumerate(tokens):
            if kind == "word" and word == "SERVICE":
                _check_service(tokens[at + 1 : at + 3], services)
            elif kind == "word" and word == "FROM":
                after = [t for t in tokens[at + 1 : at + 3] if t != ("word", "NAMED")]
                if after and after[0][0] == "iri":
                    check_graph(after[0][1][1:-1])


def _check_nesting(tokens: list[tuple[str, str]]) -> None:
    """Raise QueryError where brackets stand too deep in one another. Those of an IRI count too:
    what looks like one may be a "less than" with all that follows it."""
    depth = 0
    for kind, text in tokens:
        if kind == "word":
            continue
        for character in text:
            depth += _BRACKETS.get(character, 0)
            if depth > MOST_NESTED:
                raise QueryError(
                    f"brackets stand more than {MOST_NESTED} deep in one another; "
                    "write the query flatter"
                )


def _check_form(tokens: list[tuple[str, str]]) -> None:
    """The first keyword after the prologue says what a request does (SPARQL 1.1 Update §3)."""
    first = next((w for k, w in tokens if k == "word" and w not in {"PREFIX", "BASE"}), "")
    if first in _UPDATES:
        raise QueryError(f"{first}: {READ_ONLY}")


def _check_service(after: list[tuple[str, str]], services: Collection[str]) -> None:
    named = [token for token in after if token != ("word", "SILENT")][:1]
    if not services:
        raise QueryError("SERVICE is refused: this server asks no others; ask them yourself")
    kind, text = named[0] if named else ("", "")
    if kind != "iri":
        raise QueryError("SERVICE takes a whole address here: SERVICE <https://host/path> { … }")
    try:
        parts = urlsplit(text[1:-1])
        host = (parts.hostname or "").lower()
    except ValueError:
        host = ""
    if host not in services or parts.scheme not in {"http", "https"}:
        raise QueryError(
            f"SERVICE {text} is refused; hosts that may be asked: {', '.join(sorted(services))}"
        )


def check_graph(iri: str) -> None:
    """Raise QueryError for the name of a graph that is the address of a file or the like."""
    scheme, colon, _ = iri.partition(":")
    if colon and scheme.lower() not in _GRAPHS:
        raise QueryError(f"<{iri}> is no graph of this store; files are never read")
