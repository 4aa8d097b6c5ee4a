"""What a visitor's query may not do: ask other servers, name files, write.

What keeps a query from the network is not read here: the workers have none (`sandbox`), and their
store is open for reading. So what is told here is only why. Where the workers do have a network,
because the operator allows some hosts or the system cannot take it from them, nobody but the engine
can tell a keyword from the same letters in a string, a comment or an address ("<1)SERVICE#>" is one
address to a scan and a "less than" to the engine). Then every "service" must be part of a name, or
stand before the address of a host that is allowed.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise
from typing import Final
from urllib.parse import urlsplit

from southsouth.errors import QueryError

READ_ONLY: Final = "this server is read-only; updates are refused"
NO_SERVICE: Final = "SERVICE is refused: this server asks no others; ask them yourself"
#: Strings, IRIs, comments, variables, names, language tags (SPARQL 1.1 Query §19.8), then words.
_TOKEN: Final = re.compile(
    r"(?P<skip>\"\"\"(?:(?:\"|\"\")?(?:[^\"\\]|\\.))*\"\"\"|'''(?:(?:'|'')?(?:[^'\\]|\\.))*'''"
    r"|\"(?:[^\"\\\n\r]|\\[^\n\r])*\"|'(?:[^'\\\n\r]|\\[^\n\r])*'|\#[^\n\r]*"
    r"|[?$]\w+|@[A-Za-z][\w-]*|(?:[^\W\d_][\w.-]*)?:(?:[\w:.%-]|\\.)*|_:\w[\w.-]*)"
    r"|(?P<iri><[^<>\"{}|^`\\\x00-\x20]*>)|(?P<word>[A-Za-z]\w*)",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UPDATES: Final = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)
_GRAPHS: Final = frozenset({"http", "https", "urn", "tag"})
_SERVICE: Final = re.compile("service", re.IGNORECASE)
#: What makes the letters before or behind part of a variable or a prefixed name: the engine takes
#: both as long as they go.
_NAME_BEGINS: Final = re.compile(r"(?:[?$]\w*|:[\w.-]*)\Z")
_ADDRESS: Final = re.compile(
    r"\s*(?:SILENT\s*)?<(?P<address>https?://[^<>\"'{}|^`\\\x00-\x20]*)>", re.IGNORECASE
)


def _unescaped(query: str) -> str:
    r"""``\u0053`` as "S" (SPARQL 1.1 Query §19.2): a parser may read it so before anything else."""

    def character(found: re.Match[str]) -> str:
        code = int(found[1] or found[2], 16)
        return chr(code) if code <= 0x10FFFF else "\ufffd"

    return _ESCAPE.sub(character, query)


def check(query: str, services: Collection[str] = (), *, networked: bool = False) -> None:
    """Raise QueryError where a query is an update, asks a server or names a file.

    ``networked`` says that the process which runs it has a network; then only the hosts of
    ``services`` may be asked, and what cannot be told apart is refused.
    """
    _explain(query)
    if networked:
        for text in {query, _unescaped(query)}:
            _check_services(text, services)
    elif seems_to_ask_others(query):
        raise QueryError(NO_SERVICE)


def _explain(query: str) -> None:
    """Say in words what the engine would refuse, or what the process cannot do."""
    words = [found for found in _TOKEN.finditer(query) if found.lastgroup != "skip"]
    keywords = [w[0].upper() for w in words if w.lastgroup == "word"]
    # the first keyword after the prologue says what a request does (SPARQL 1.1 Update §3)
    first = next((word for word in keywords if word not in {"PREFIX", "BASE"}), "")
    if first in _UPDATES:
        raise QueryError(f"{first}: {READ_ONLY}")
    for word, then in pairwise(words):
        if word[0].upper() in {"FROM", "NAMED"} and then.lastgroup == "iri":
            check_graph(then[0][1:-1])


def seems_to_ask_others(query: str) -> bool:
    """Whether a query has the keyword SERVICE, as a scan tells it: for a message only."""
    return any(
        found.lastgroup == "word" and found[0].upper() == "SERVICE"
        for found in _TOKEN.finditer(query)
    )


def _check_services(text: str, services: Collection[str]) -> None:
    for found in _SERVICE.finditer(text):
        if _NAME_BEGINS.search(text, 0, found.start()):
            continue
        address = _ADDRESS.match(text, found.end())
        if address is None:
            raise QueryError(
                NO_SERVICE
                if not services
                else "SERVICE takes a whole address here, SERVICE <https://host/path> { … }, and "
                "the word may stand for nothing else than that or a part of a name"
            )
        _check_host(address["address"], services)


def _check_host(address: str, services: Collection[str]) -> None:
    try:
        host = (urlsplit(address).hostname or "").lower()
    except ValueError:
        host = ""
    if host not in services:
        raise QueryError(
            f"SERVICE <{address}> is refused; hosts that may be asked: "
            f"{', '.join(sorted(services))}"
            if services
            else NO_SERVICE
        )


def check_graph(iri: str) -> None:
    """Raise QueryError for the name of a graph that is the address of a file or the like."""
    scheme, colon, _ = iri.partition(":")
    if colon and scheme.lower() not in _GRAPHS:
        raise QueryError(f"<{iri}> is no graph of this store; files are never read")
