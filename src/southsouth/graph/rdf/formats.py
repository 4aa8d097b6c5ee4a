"""The RDF formats, one row each: all that commands, negotiation, exports, dumps and site ask.

A format that is added here is written, read, offered, exported and described; what else a new row
needs, ``tests/graph/rdf/test_formats.py`` says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    import pyoxigraph as ox


@dataclass(frozen=True, slots=True)
class Format:
    """An RDF format.

    ``name`` is what the command line calls it, ``aliases`` what ``?format=`` may too, ``title``
    what people do; ``w3c`` its local name among the W3C's "Unique URIs for File Formats".
    ``graphs`` says whether it holds named graphs, ``syntax`` whether a statement is a line, or
    what it looks like. ``engine`` is Oxigraph's name of it. Of formats that a client wants alike
    it gets that of the lowest ``rank``. ``on_site`` are those that a static site has for each
    resource.
    """

    name: str
    title: str
    suffix: str
    media_type: str
    graphs: bool
    syntax: Literal["lines", "turtle", "json", "xml"]
    engine: str
    w3c: str
    rank: int
    aliases: tuple[str, ...] = ()
    on_site: bool = False

    @property
    def in_engine(self) -> ox.RdfFormat:
        """How Oxigraph reads and writes it."""
        import pyoxigraph as ox  # here: the command line reads the table before the engine

        found: ox.RdfFormat = getattr(ox.RdfFormat, self.engine)
        return found

    @property
    def as_it_comes(self) -> ox.RdfFormat:
        """How Oxigraph writes it without holding all of it."""
        import pyoxigraph as ox

        return ox.RdfFormat.STREAMING_JSON_LD if self.syntax == "json" else self.in_engine

    @property
    def has_prefixes(self) -> bool:
        """Whether names in it can be short."""
        return self.syntax in {"turtle", "xml"}

    @property
    def is_dumped(self) -> bool:
        """Whether it can hold a whole dataset, written in parts that are joined."""
        return self.graphs and self.syntax != "json"


FORMATS: Final = (
    Format(
        "turtle",
        "Turtle",
        ".ttl",
        "text/turtle",
        graphs=False,
        syntax="turtle",
        engine="TURTLE",
        w3c="Turtle",
        rank=1,
        aliases=("ttl", "n3"),
        on_site=True,
    ),
    Format(
        "ntriples",
        "N-Triples",
        ".nt",
        "application/n-triples",
        graphs=False,
        syntax="lines",
        engine="N_TRIPLES",
        w3c="N-Triples",
        rank=2,
        aliases=("nt", "n-triples"),
    ),
    Format(
        "nquads",
        "N-Quads",
        ".nq",
        "application/n-quads",
        graphs=True,
        syntax="lines",
        engine="N_QUADS",
        w3c="N-Quads",
        rank=6,
        aliases=("nq",),
    ),
    Format(
        "trig",
        "TriG",
        ".trig",
        "application/trig",
        graphs=True,
        syntax="turtle",
        engine="TRIG",
        w3c="TriG",
        rank=5,
    ),
    Format(
        "jsonld",
        "JSON-LD",
        ".jsonld",
        "application/ld+json",
        graphs=True,
        syntax="json",
        engine="JSON_LD",
        w3c="JSON-LD",
        rank=3,
        aliases=("json-ld", "json"),
        on_site=True,
    ),
    Format(
        "rdfxml",
        "RDF/XML",
        ".rdf",
        "application/rdf+xml",
        graphs=False,
        syntax="xml",
        engine="RDF_XML",
        w3c="RDF_XML",
        rank=4,
        aliases=("rdf", "rdf+xml", "rdf/xml", "xml"),
    ),
)
#: In the order in which clients get them.
BY_RANK: Final = tuple(sorted(FORMATS, key=lambda row: row.rank))
_BY_NAME: Final = {key: row for row in FORMATS for key in (row.name, row.suffix)}


def format_named(name: str) -> Format:
    """The row of that name or suffix; KeyError where there is none."""
    return _BY_NAME[name]
