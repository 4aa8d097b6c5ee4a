"""Jobs that write pages and the RDF of resources."""

from __future__ import annotations

from functools import cache
from typing import Final

from southsouth.graph.queries.internal import holds
from southsouth.graph.queries.works import work_of
from southsouth.graph.rdf.iris import is_document
from southsouth.graph.rdf.serialize import serialize
from southsouth.views import search as searching
from southsouth.views.about import about
from southsouth.views.facts import short
from southsouth.views.page_model import Value
from southsouth.views.pages import page_of
from southsouth.views.site import Site
from southsouth.vocabulary import BASE
from southsouth.web.jobs import Arguments, Graphs, Out
from southsouth.web.links import ServerLinks

_HTML: Final = "text/html"
_EXAMPLES: Final = (
    Value("A/RES/60/212, in which a fund is asked to be renamed", BASE + "document/A/RES/60/212"),
    Value("United Nations Fund for South-South Cooperation", BASE + "instrument/fund/ssc-50-119"),
    Value("First South Summit", BASE + "conference/south-summit-1"),
    Value("United Nations Development Programme", BASE + "body/undp"),
    Value("The vocabulary", BASE + "ns"),
)


@cache
def site() -> Site:
    """The pages of this server."""
    return Site(ServerLinks())


def page(graphs: Graphs, arguments: Arguments, out: Out) -> None:
    """The page of the resource ``iri``; 404 with what is near it where there is none. By another of
    its symbols a document is found at its own address."""
    if is_document(arguments["iri"]):
        work = work_of(graphs.store, arguments["iri"])
        if work != arguments["iri"]:
            out.head(_HTML, 303, {"Location": ServerLinks().resource(work)})
            return
    found = page_of(graphs.store, arguments["iri"])
    if found is None:
        missing(graphs, arguments, out)
        return
    out.head(_HTML)
    out.write(site().resource(found))


def thing(graphs: Graphs, arguments: Arguments, out: Out) -> None:
    """The way from a thing, ``iri``, to the document about it, ``location``."""
    if holds(graphs.store, "is-named", thing=arguments["iri"]):
        out.head(_HTML, 303, {"Location": arguments["location"]})
    elif arguments["format"] == "html":
        missing(graphs, arguments, out)
    else:
        _not_there(graphs, arguments, out)


def missing(graphs: Graphs, arguments: Arguments, out: Out) -> None:
    """The page that says that ``iri`` is not there."""
    near = searching.near(graphs.store, arguments["iri"])
    out.head(_HTML, 404)
    out.write(site().place("missing", what=short(arguments["iri"]), near=near))


def data(graphs: Graphs, arguments: Arguments, out: Out) -> None:
    """The statements about ``iri`` in the format ``format``, of the media type ``media_type``."""
    quads = about(graphs.store, arguments["iri"])
    if not quads:
        _not_there(graphs, arguments, out)
        return
    out.head(arguments["media_type"])
    out.write(serialize(quads, arguments["format"]))


def _not_there(graphs: Graphs, arguments: Arguments, out: Out) -> None:
    near = ", ".join(v.iri for v in searching.near(graphs.store, arguments["iri"]))
    out.head("text/plain", 404)
    told = f"the graph says nothing about <{arguments['iri']}>"
    out.write(f"{told}{'; near it: ' + near if near else ''}\n".encode())


def home(graphs: Graphs, _arguments: Arguments, out: Out) -> None:
    """The front page."""
    counts = searching.counts(graphs.store)
    out.head(_HTML)
    out.write(site().place("home", words="", counts=counts, examples=_EXAMPLES))


def search(graphs: Graphs, arguments: Arguments, out: Out) -> None:
    """What ``words`` find, as a page; a symbol leads straight to its document."""
    words = arguments["words"]
    exact = searching.by_symbol(graphs.store, words)
    if exact is not None:
        out.head(_HTML, 303, {"Location": ServerLinks().resource(exact.iri)})
        return
    hits = searching.search(graphs.store, words)
    out.head(_HTML)
    out.write(site().place("search", words=words, hits=hits))
