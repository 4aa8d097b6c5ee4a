"""A store behind an endpoint: SPARQL 1.1 Protocol through SPARQLWrapper, and, where the server has
it, the Graph Store HTTP Protocol."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.error import HTTPError
from urllib.parse import urljoin

import pyoxigraph as ox

from southsouth.errors import QueryError, StoreError
from southsouth.graph.store.base import names_its_graphs
from southsouth.graph.store.credentials import credentials
from southsouth.graph.store.dialects import Dialect, dialect_of, is_set, page_of
from southsouth.graph.store.results import Answer, Term
from southsouth.vocabulary import BASE, NS, XSD

if TYPE_CHECKING:
    import httpx
    from SPARQLWrapper import SPARQLWrapper

#: Answers after which the same request may succeed a little later (RFC 9110 §15.6, RFC 6585 §4).
_PASSING: Final = frozenset({429, 502, 503, 504})
_ATTEMPTS: Final = 3
#: Written last and removed first: a document that has it is whole.
_SEAL: Final = NS + "readerKey"
_TRIPLES: Final = "application/n-triples"
#: Comments before a query: SPARQLWrapper takes words of every second one for the query's form.
_HEADER: Final = re.compile(r"\A(?:\s*#[^\n]*(?:\n|\Z))+")
_OURS: Final = f'FILTER(STRSTARTS(STR(?g), "{BASE}"))'


_T = TypeVar("_T")


class _PassingError(Exception):
    """A failure that may pass: no connection, or a server that is busy."""


class Endpoint:
    """The graphs under our base IRI on a SPARQL 1.1 server; other graphs there stay untouched.

    ``timeout`` is in seconds. Where updates go, and whether there is a graph store, follows from
    the kind of server (its ``Server`` header) unless ``update_url`` says where updates go. With
    ``rows``, answers are fetched in pages of so many rows. Raises StoreError for an address that
    is none.

    >>> Endpoint("http://127.0.0.1:7878/query", timeout=10).url
    'http://127.0.0.1:7878/query'
    >>> Endpoint("wells")
    Traceback (most recent call last):
    southsouth.errors.StoreError: ...
    """

    def __init__(self, url: str, update_url: str = "", *, timeout: int = 60, rows: int = 0) -> None:
        self.url, self.timeout = url, timeout
        self._update_url, self._rows = update_url, rows
        self._who = credentials(url)

    @cached_property
    def dialect(self) -> Dialect:
        """The kind of server, asked once."""
        client = self._client(self.url)
        client.setQuery("ASK {}")
        with self._sent(client) as response:
            return dialect_of(response.headers.get("Server") or "")

    def _client(self, url: str) -> SPARQLWrapper:
        from SPARQLWrapper import DIGEST, JSON, POST, SPARQLWrapper

        client = SPARQLWrapper(url)
        client.setMethod(POST)
        client.setReturnFormat(JSON)
        client.setTimeout(self.timeout)
        who = self._who if url == self.url else credentials(url)
        if who is not None:
            client.setCredentials(*who)
            if self.dialect_known and self.dialect.digest:
                client.setHTTPAuth(DIGEST)
        return client

    @property
    def dialect_known(self) -> bool:
        """Whether the server was asked what it is."""
        return "dialect" in self.__dict__

    def _sent(self, client: SPARQLWrapper) -> Any:
        """The response to a request; sent again where the failure may pass."""
        from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

        def send() -> Any:
            try:
                return client.query().response
            except HTTPError as error:
                if error.code in _PASSING:
                    raise _PassingError(f"HTTP {error.code}") from error
                raise StoreError(
                    f"{self.url}: no answer (HTTP {error.code}); check the address and your rights"
                ) from error
            except TimeoutError as error:
                raise StoreError(f"{self.url}: no answer in {self.timeout} s") from error
            except OSError as error:
                raise _PassingError(str(getattr(error, "reason", error))) from error

        try:
            return _again(send)
        except QueryBadFormed as error:
            said = " ".join(str(error).replace("\\n", " ").split())[-200:]
            raise QueryError(f"{self.url}: the endpoint refuses it as malformed: {said}") from error
        except SPARQLWrapperException as error:
            reason = " ".join(str(error.msg).split())
            raise StoreError(
                f"{self.url}: no answer ({reason}); check the address and your rights"
            ) from error
        except _PassingError as error:
            raise StoreError(f"{self.url}: no answer ({error}); check the address") from error

    def query(self, text: str) -> Answer:
        """Run a query; without FROM, over the union of all graphs. A long answer is fetched in
        pages where the server cuts it. Virtuoso repeats rows of some SELECT DISTINCT: they are
        dropped.

        Raises QueryError where the server refuses it, StoreError where it cannot be reached or
        does not answer in SPARQL results.
        """
        answer = self._whole(text)
        return replace(answer, rows=tuple(dict.fromkeys(answer.rows))) if is_set(text) else answer

    def _whole(self, text: str) -> Answer:
        answer = self._answer(text)
        limit = self._rows or self.dialect.rows
        if not limit or len(answer.rows) < limit:
            return answer
        rows: list[tuple[Term | None, ...]] = []
        while True:
            more = self._answer(page_of(text, answer.columns, len(rows), limit)).rows
            rows.extend(more)
            if len(more) < limit:
                return Answer(answer.columns, tuple(rows))

    def _answer(self, text: str) -> Answer:
        client = self._client(self.url)
        client.setQuery(_HEADER.sub("", text, count=1))
        if client.isSparqlUpdateRequest():
            raise QueryError("the query is an update; queries only ask")
        if not names_its_graphs(text):
            for name, value in self.dialect.parameters:
                client.addParameter(name, value)
        graph = client.queryType in {"CONSTRUCT", "DESCRIBE"}
        if graph:
            client.setReturnFormat("turtle")
            client.addCustomHttpHeader("Accept", f"{_TRIPLES}, text/turtle;q=0.5")
        try:
            # read here: SPARQLWrapper's own conversion only warns of an answer of another type
            with self._sent(client) as response:
                if graph:
                    return Answer(triples=_triples(response))
                return _results(json.load(response), self.url)
        except TimeoutError as error:
            raise StoreError(f"{self.url}: no answer in {self.timeout} s") from error
        except (ValueError, OSError) as error:
            raise StoreError(
                f"{self.url}: the answer is no SPARQL result; check the address"
            ) from error

    def update(self, text: str) -> None:
        """Run an update. Raises QueryError where the server refuses it, StoreError where there is
        no address for updates or no answer."""
        url = self._update_url or self._beside(self.dialect.update)
        if not url:
            raise StoreError(f"{self.url}: where do updates go? name it with --update-endpoint")
        client = self._client(url)
        client.setQuery(text)
        self._sent(client).close()

    def _beside(self, place: str) -> str:
        return urljoin(self.url, place) if place else ""

    def __len__(self) -> int:
        counted = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {_OURS} }}"
        return int(self.query(counted).values()[0]["n"])

    def graphs(self) -> list[str]:
        """The IRIs of the named graphs under our base, sorted."""
        named = f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {_OURS} }}"
        return sorted(row["g"] for row in self.query(named).values())

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """All quads of ours, or those of one named graph."""
        if graph is None:
            for each in self.graphs():
                yield from self.quads(each)
            return
        name = ox.NamedNode(graph)
        for triple in self._graph(graph):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, name)

    def ntriples(self, graph: str) -> bytes:
        """One named graph as N-Triples, in any order."""
        return ox.serialize(self._graph(graph), format=ox.RdfFormat.N_TRIPLES) or b""

    def _graph(self, graph: str) -> Sequence[ox.Triple]:
        if not self.dialect.graph_store:
            wanted = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
            return self._answer(wanted).triples
        response = self._on_graph("GET", graph)
        if response.status_code == 404:  # no such graph (Graph Store HTTP Protocol §5.2)
            return ()
        return [quad.triple for quad in ox.parse(response.content, format=ox.RdfFormat.N_TRIPLES)]

    def _on_graph(self, method: str, graph: str, data: bytes = b"") -> httpx.Response:
        """One request of the Graph Store HTTP Protocol."""
        import httpx

        url = self._beside(self.dialect.graph_store)
        who = credentials(url)
        kind = httpx.DigestAuth if self.dialect.digest else httpx.BasicAuth
        headers = {"Content-Type": _TRIPLES} if data else {"Accept": _TRIPLES}

        def send() -> httpx.Response:
            try:
                response = httpx.request(
                    method,
                    url,
                    params={"graph": graph},
                    content=data or None,
                    headers=headers,
                    auth=kind(*who) if who else None,
                    timeout=self.timeout,
                )
            except httpx.TransportError as error:
                raise _PassingError(str(error)) from error
            if response.status_code in _PASSING:
                raise _PassingError(f"HTTP {response.status_code}")
            return response

        try:
            response = _again(send)
        except _PassingError as error:
            raise StoreError(f"{url}: no answer ({error}); check the address") from error
        if response.status_code >= 400 and response.status_code != 404:
            raise StoreError(
                f"{url}: {method} refused (HTTP {response.status_code}); check your rights"
            ) from None
        return response

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Add quads, in updates that the server can take; the seal of a document comes last."""
        ordered = sorted(quads, key=lambda quad: quad.predicate.value == _SEAL)
        self._change("INSERT DATA", ordered)

    def remove(self, quads: Iterable[ox.Quad]) -> None:
        """Remove quads, in updates that the server can take."""
        self._change("DELETE DATA", list(quads))

    def _change(self, what: str, quads: Sequence[ox.Quad]) -> None:
        size = self.dialect.batch
        for start in range(0, len(quads), size):
            batch = quads[start : start + size]
            graphs: dict[str, list[str]] = {}
            for quad in batch:
                line = f"{quad.subject} {quad.predicate} {quad.object} ."
                graphs.setdefault(str(quad.graph_name), []).append(line)
            told = " ".join(
                f"GRAPH {g} {{ {_ascii(chr(10).join(lines))} }}" for g, lines in graphs.items()
            )
            self.update(f"{what} {{ {told} }}")

    def replace_graph(self, graph: str, quads: Iterable[ox.Quad]) -> bool:
        """Make the named graph hold exactly ``quads``; False where it held them already.

        Through the graph store in one request, where the server has one; else in updates of which
        the first removes the document's seal and the last writes the new one: a document that is
        not whole has none, and is read again by the next build.
        """
        wanted, held = set(quads), set(self.quads(graph))
        if wanted == held:
            return False
        if not wanted:
            self.update(f"DROP SILENT GRAPH <{graph}>")
        elif self.dialect.graph_store:
            lines = "".join(sorted(f"{quad.triple} .\n" for quad in wanted))
            self._on_graph("PUT", graph, lines.encode())
        else:
            gone = sorted(held - wanted, key=lambda quad: quad.predicate.value != _SEAL)
            self._change("DELETE DATA", gone)
            self.add(wanted - held)
        return True

    def flush(self) -> None:
        """The server writes its disk itself."""


def _again(send: Callable[[], _T]) -> _T:
    """``send``, tried again after a pause where the failure may pass."""
    import tenacity

    return tenacity.Retrying(
        retry=tenacity.retry_if_exception_type(_PassingError),
        stop=tenacity.stop_after_attempt(_ATTEMPTS),
        wait=tenacity.wait_exponential(multiplier=0.2, max=5),
        reraise=True,
    )(send)


def _ascii(triples: str) -> str:
    """Characters beyond ASCII as escapes (SPARQL 1.1 Query §19.2): Virtuoso reads updates as
    Latin-1 unless it is told otherwise."""
    return re.sub(
        r"[^\x00-\x7f]",
        lambda found: (
            f"\\U{ord(found[0]):08X}" if ord(found[0]) > 0xFFFF else f"\\u{ord(found[0]):04X}"
        ),
        triples,
    )


def _triples(response: Any) -> tuple[ox.Triple, ...]:
    media_type = (response.headers.get("Content-Type") or "").partition(";")[0].strip()
    rdf = ox.RdfFormat.from_media_type(media_type)
    if rdf is None:
        raise ValueError(media_type)
    return tuple(quad.triple for quad in ox.parse(response.read(), format=rdf))


def _results(found: Any, url: str) -> Answer:
    if not isinstance(found, dict) or "head" not in found:
        raise StoreError(f"{url}: the answer is no SPARQL result; check the address")
    if "boolean" in found:
        return Answer(truth=bool(found["boolean"]))
    columns = tuple(found["head"].get("vars", ()))
    if columns == (
        "__ASK_RETVAL",
    ):  # Virtuoso's answer to ASK where JSON is wanted: a row, or none
        told = found["results"]["bindings"]
        return Answer(truth=any(row[columns[0]]["value"] == "1" for row in told))
    rows = tuple(
        tuple(_term(binding.get(column)) for column in columns)
        for binding in found["results"]["bindings"]
    )
    return Answer(columns, rows)


def _term(cell: dict[str, str] | None) -> Term | None:
    """A cell of SPARQL 1.1 Query Results JSON (§3.2.2) as a term."""
    if cell is None:
        return None
    if cell["type"] == "uri":
        return ox.NamedNode(cell["value"])
    if cell["type"] == "bnode":
        return ox.BlankNode(cell["value"])
    if "xml:lang" in cell:
        return ox.Literal(cell["value"], language=cell["xml:lang"])
    if "datatype" in cell:
        value = cell["value"]
        if cell["datatype"] == XSD + "boolean":  # Virtuoso writes 1 and 0
            value = {"1": "true", "0": "false"}.get(value, value)
        return ox.Literal(value, datatype=ox.NamedNode(cell["datatype"]))
    return ox.Literal(cell["value"])
