"""The internal queries: what views, pages, exports, derivation and linking ask of a graph.

They stand in ``queries/internal/`` with the header of the library's (``graph.queries.library``)
and its parameters; the library does not list them. Each is asked of every kind of store by the
tests. A file is read when its query is first asked, so that nothing is read at import.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Final

import pyoxigraph as ox

from southsouth.graph.queries.library import (
    TYPES,
    Bound,
    NamedQuery,
    Queryable,
    bind,
    parse_query,
)
from southsouth.graph.store.results import Answer, Term
from southsouth.resources import queries_folder

#: What a caller gives for a parameter: an IRI or words by the parameter's type, a number, a term,
#: or several for a list, None for all there are.
Value = str | int | Term | Iterable[str | Term] | None

_HEADER: Final = re.compile(r"\A(?:#[^\n]*\n)+")


@cache
def internal_query(name: str) -> NamedQuery:
    """The internal query of that name, without its header: its text is what is asked."""
    found = parse_query(queries_folder() / "internal" / f"{name}.rq")
    return replace(found, text=_HEADER.sub("", found.text))


def internal_names() -> list[str]:
    """The names of all internal queries, sorted."""
    return sorted(path.stem for path in (queries_folder() / "internal").glob("*.rq"))


def text_of(name: str, /, **values: Value) -> str:
    """The text of an internal query with its parameters as terms, the rest at their defaults.

    An IRI is whole here: it is not taken for a path below the base. Raises ValueError for what is
    no IRI, KeyError for a parameter that the query does not have.
    """
    query = internal_query(name)
    types = {parameter.name: parameter.type for parameter in query.parameters}
    terms = {p.name: TYPES[p.type](p.default) for p in query.parameters if p.name not in values}
    return bind(query.text, terms | {key: _bound(types[key], values[key]) for key in values})


def _bound(kind: str, value: Value) -> Bound:
    if value is None:
        return None
    if kind == "iris":
        assert isinstance(value, Iterable)  # noqa: S101 - as the header says
        return tuple(sorted(map(_iri, value), key=lambda term: term.value))
    if isinstance(value, int):
        return ox.Literal(value)
    if isinstance(value, str):
        return _iri(value) if kind == "iri" else ox.Literal(value)
    assert not isinstance(value, Iterable)  # noqa: S101
    return value


def _iri(value: str | Term) -> Term:
    return ox.NamedNode(value) if isinstance(value, str) else value


def answer(store: Queryable, name: str, /, **values: Value) -> Answer:
    """What a store answers to an internal query."""
    return store.query(text_of(name, **values))


def rows(store: Queryable, name: str, /, **values: Value) -> list[dict[str, str]]:
    """The rows of an internal query as plain values, "" where unbound."""
    return answer(store, name, **values).values()


def holds(store: Queryable, name: str, /, **values: Value) -> bool:
    """Whether an internal query that asks for a yes or no is answered with yes."""
    return answer(store, name, **values).truth is True
