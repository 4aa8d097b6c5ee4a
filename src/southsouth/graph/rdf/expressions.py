"""Language versions: one work, its expressions in up to six languages, their files. Pure.

Work, expression and manifestation: IFLA Library Reference Model, as ELI and AKN use it.
"""

from __future__ import annotations

from southsouth import __version__
from southsouth.graph.rdf.documents import Descriptions
from southsouth.graph.rdf.graph import GraphBuilder
from southsouth.graph.rdf.iris import (
    document_iri,
    expression_graph_iri,
    expression_iri,
    source_iri,
)
from southsouth.reading.reader import Reading
from southsouth.reading.structure.model import Resolution
from southsouth.vocabulary import RDFS_LABEL


def source_of(resolution: Resolution) -> str:
    """The IRI of the file that was read; of one of several documents in a file, its part of it."""
    document = resolution.document
    return source_iri(document.sha256, resolution.symbol.text if document.excerpt else "")


def emit_expression(graph: GraphBuilder, resolution: Resolution) -> None:
    """Add the expression that was read, its title and its file."""
    symbol, document = resolution.symbol, resolution.document
    work, iri = document_iri(symbol), expression_iri(symbol, document.language)
    graph.kind(iri, "Expression")
    graph.text(iri, RDFS_LABEL, f"{symbol.printed} [{document.language}]")
    graph.link(work, "hasExpression", iri)
    graph.text(iri, "inLanguage", document.language)
    for subject in (work, iri):
        graph.text(subject, "title", resolution.front.title, document.language)
    source = source_of(resolution)
    graph.kind(source, "SourceFile")
    graph.link(source, "isManifestationOf", iri)
    graph.text(source, "fileName", document.name)
    graph.text(source, "mediaType", document.media_type)
    graph.text(source, "sourceHash", document.sha256)
    graph.text(source, "textHash", document.text_sha256)
    if (recognition := document.recognition) is not None:
        graph.text(source, "recognizedBy", recognition.engine)
        sure = f"{recognition.confidence:.2f}"
        graph.typed(source, "recognitionConfidence", sure, "decimal")


def expression_statements(reading: Reading, *, quotes: bool) -> GraphBuilder:
    """What a reading in another language adds to its work, in a graph of its own: the expression
    with its title, the wording of each part of the work (the parts are the same in all languages),
    and the documents cited."""
    resolution = reading.resolution
    symbol, language = resolution.symbol, resolution.document.language
    work = document_iri(symbol)
    graph = GraphBuilder(expression_graph_iri(symbol, language))
    name = graph.iri
    graph.kind(name, "ReadingGraph")
    graph.link(name, "describes", work)
    graph.link(name, "isReadFrom", source_of(resolution))
    graph.text(name, "softwareVersion", __version__)
    described = Descriptions(graph)
    described.of(symbol)
    graph.day(work, "adoptedOn", resolution.front.adopted)
    emit_expression(graph, resolution)
    record = resolution.document.record
    for item in record.agenda if record is not None else ():
        graph.text(work, "agendaItemTitle", item.title, language)
    expression = expression_iri(symbol, language)
    for part in resolution.parts:
        words = f"{expression}#{part.id}"
        graph.kind(words, "PartWording")
        graph.link(words, "isWordingOf", f"{work}#{part.id}")
        graph.text(words, "printedNumber", part.number)
        graph.span(words, "span", part.start, part.end)
        if quotes:
            graph.text(words, "wording", resolution.words(part), language)
    for citation in reading.citations:
        if citation.target is not None:
            graph.link(work, "cites", described.of(citation.target))
    return graph
