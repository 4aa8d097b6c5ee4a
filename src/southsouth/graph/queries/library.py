"""The query library: ``queries/*.rq``, each the answer to one competency question.

A query file begins with a header of ``#+`` lines::

    #+ title: Names of an instrument on a date
    #+ question: What was this instrument or body called on that day?
    #+ tags: names, lineage
    #+ param thing iri = instrument/fund/ssc-50-119 : the instrument or body
    #+ param day date = 2007-01-01 : the day
    #+ columns: name, certainty

In the text a parameter is written ``$thing``. It is replaced by a term, never by a string, so no
value can change what the query means. A parameter of the type ``iris`` is the terms of a clause
``VALUES ?thing { $things }``; its value ``all`` leaves the clause out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, Protocol

import pyoxigraph as ox

from southsouth.errors import CuratedDataError, QueryError
from southsouth.graph.rdf.iris import document_iri
from southsouth.graph.store.results import Answer, Term
from southsouth.resources import queries_folder
from southsouth.un.symbols import guess_symbol
from southsouth.vocabulary import BASE, XSD

_PARAM: Final = re.compile(
    r"param\s+(?P<name>\w+)\s+(?P<type>\w+)\s*=\s*(?P<default>.*?)\s+:\s+(?P<help>.*)"
)
#: Strings, IRIs and comments, in which "$name" is no parameter (SPARQL 1.1 Query §19.8).
_TOKENS: Final = re.compile(
    r"(?P<skip>\"\"\".*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
    r"|<[^<>\"{}|^`\\\s]*>|\#[^\n]*)"
    r"|VALUES\s+\?\w+\s*\{\s*\$(?P<among>\w+)\s*\}|\$(?P<name>\w+)",
    re.DOTALL,
)


#: What stands for a parameter: a term, the terms of a list, or None for a list of all there are.
Bound = Term | Sequence[Term] | None


class Queryable(Protocol):
    """An embedded store or an endpoint."""

    def query(self, text: str) -> Answer:
        """Run a SPARQL query."""
        ...


def _iri(value: str) -> Term:
    iri = value if "://" in value else BASE + value
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"{value!r} is no IRI") from error


def _document(value: str) -> Term:
    symbol = guess_symbol(value)
    if symbol is None:
        raise QueryError(f"{value!r} is no document symbol; write it like A/RES/60/212")
    return ox.NamedNode(document_iri(symbol))


def _date(value: str) -> Term:
    try:
        day = date.fromisoformat(value)
    except ValueError as error:
        raise QueryError(f"{value!r} is no date; write it like 2005-12-22") from error
    return ox.Literal(day.isoformat(), datatype=ox.NamedNode(XSD + "date"))


def _integer(value: str) -> Term:
    if not re.fullmatch(r"[0-9]{1,9}", value):
        raise QueryError(f"{value!r} is no whole number from 0 to 999999999")
    return ox.Literal(value, datatype=ox.NamedNode(XSD + "integer"))


def _iris(value: str) -> Bound:
    return None if value == ALL else tuple(map(_iri, value.split()))


#: The value of a list that is not limited.
ALL: Final = "all"
#: The types of parameters: how a value on the command line becomes a term, or several.
TYPES: Final[Mapping[str, Callable[[str], Bound]]] = {
    "iri": _iri,
    "iris": _iris,
    "document": _document,
    "date": _date,
    "integer": _integer,
    "string": ox.Literal,
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A typed parameter of a query; ``type`` is a key of TYPES."""

    name: str
    type: str
    default: str
    help: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of the library."""

    name: str
    title: str
    question: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    text: str

    def bind(self, values: Mapping[str, str]) -> str:
        """The query's text with its parameters as terms.

        Raises QueryError for a parameter that it does not have or a value of the wrong type.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in values:
            if name not in known:
                offered = ", ".join(known) or "none"
                raise QueryError(f"query {self.name} has no parameter {name!r}; it has: {offered}")
        terms: dict[str, Bound] = {}
        for name, parameter in known.items():
            try:
                terms[name] = TYPES[parameter.type](values.get(name, parameter.default))
            except QueryError as error:
                raise QueryError(f"parameter {name}: {error}") from error
        return bind(self.text, terms)


def bind(text: str, terms: Mapping[str, Bound]) -> str:
    """``text`` with each ``$name`` of ``terms`` replaced by its term, but not in strings."""

    def replaced(found: re.Match[str]) -> str:
        among, name = found["among"], found["name"]
        if among in terms:
            listed = terms[among]
            return "" if listed is None else found[0].replace(f"${among}", _written(listed))
        return _written(terms[name]) if name in terms else found[0]

    return _TOKENS.sub(replaced, text)


def _written(bound: Bound) -> str:
    if bound is None:
        raise QueryError("a list of all there are stands for nothing but a VALUES clause")
    if isinstance(bound, Sequence):
        return " ".join(map(str, bound))
    if isinstance(bound, ox.Literal) and bound.datatype.value == XSD + "integer":
        return bound.value  # LIMIT takes bare digits only (SPARQL 1.1 Query §19.8, INTEGER)
    return str(bound)


def parse_query(path: Path) -> NamedQuery:
    """The query in a file, with its header. Raises CuratedDataError for a header that is broken."""
    text = path.read_text(encoding="utf-8")
    fields: dict[str, str] = {}
    parameters = []
    for line in text.splitlines():
        if not line.startswith("#+"):
            continue
        entry = line[2:].strip()
        if entry.startswith("param "):
            found = _PARAM.fullmatch(entry)
            if found is None or found["type"] not in TYPES:
                raise CuratedDataError(f"{path}: broken parameter line {entry!r}")
            parameters.append(
                Parameter(found["name"], found["type"], found["default"], found["help"])
            )
        else:
            key, _, value = entry.partition(":")
            fields[key.strip()] = value.strip()
    missing = {"title", "question", "tags", "columns"} - set(fields)
    if missing:
        raise CuratedDataError(f"{path}: the header lacks {', '.join(sorted(missing))}")

    def listed(key: str) -> tuple[str, ...]:
        return tuple(item.strip() for item in fields[key].split(",") if item.strip())

    return NamedQuery(
        path.name.removesuffix(".rq"),
        fields["title"],
        fields["question"],
        listed("tags"),
        tuple(parameters),
        listed("columns"),
        text,
    )


@cache
def all_queries() -> Mapping[str, NamedQuery]:
    """The library by name, sorted.

    >>> all_queries()["names-on-date"].question
    'What was this instrument or body called on that day, certainly or possibly?'
    """
    return {q.name: q for q in map(parse_query, sorted(queries_folder().glob("*.rq")))}


def named_query(name: str) -> NamedQuery:
    """The query of that name. Raises QueryError with the nearest names where there is none."""
    import difflib

    library = all_queries()
    if name not in library:
        near = difflib.get_close_matches(name, library, n=3, cutoff=0.4)
        hint = f"did you mean {', '.join(near)}?" if near else "see 'southsouth queries'"
        raise QueryError(f"no query named {name!r}; {hint}")
    return library[name]


def ask(store: Queryable, name: str, **values: str) -> Answer:
    """Run a query of the library with the given parameters, the rest at their defaults.

    >>> for row in ask(store, "names-on-date", day="2010-01-01").values():
    ...     print(row["name"], row["certainty"])
    United Nations Fund for South-South Cooperation certain
    """
    return store.query(named_query(name).bind(values))
