"""The citations of one document as Web Annotations (W3C Web Annotation Data Model) in JSON-LD.

An annotation's target is a stretch of the source, its body the document that is cited there, or the
part of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from southsouth.graph.rdf.iris import document_iri, part_iri, source_iri
from southsouth.reading.citations import Citation
from southsouth.reading.reader import Reading

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
#: Characters before and behind the words, by which they are found again in a changed text.
_AROUND: Final = 32


def _citations(reading: Reading) -> Iterator[tuple[str, Citation]]:
    """Each citation with its IRI in the graph: the part that holds it and a count in it."""
    counts: dict[str, int] = {}
    for citation in reading.citations:
        holder = citation.footnote or citation.part
        counts[holder] = counts.get(holder, 0) + 1
        name = f"{holder}-cite{counts[holder]}"
        yield part_iri(reading.resolution.symbol, name), citation


def _selectors(reading: Reading, text: str, citation: Citation) -> list[dict[str, Any]]:
    """The same words twice, by position and by what they are (Data Model §4.2.4 and §4.2.5)."""
    start, end = citation.start, citation.end
    if text is not reading.resolution.text:
        start, end = reading.resolution.document.source_map.span(start, end)
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(start - _AROUND, 0) : start],
            "suffix": text[end : end + _AROUND],
        },
    ]


def annotation_collection(reading: Reading, text: str = "") -> dict[str, Any]:
    """A collection with one page: an annotation for each citation whose target is told.

    ``text`` is the decoded file for formats that are text: positions then count in the file.
    Without it they count in the reading text.
    """
    resolution = reading.resolution
    document, text = resolution.document, text or resolution.text
    home = document_iri(resolution.symbol)
    source = {
        "id": source_iri(document.sha256),
        "type": "Text",
        "format": document.media_type,
        "language": document.language,
    }
    items = []
    for iri, citation in _citations(reading):
        if citation.target is None:
            continue
        cited = document_iri(citation.target)
        if citation.target_part:
            cited = part_iri(citation.target, citation.target_part)
        items.append(
            {
                "id": iri,
                "type": "Annotation",
                "motivation": ["linking", "identifying"],
                "body": cited,
                "target": {"source": source, "selector": _selectors(reading, text, citation)},
            }
        )
    return {
        "@context": _CONTEXT,
        "id": f"{home}#citations",
        "type": "AnnotationCollection",
        "label": f"Citations in {resolution.symbol.text}",
        "total": len(items),
        "first": {
            "id": f"{home}#citations-page1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }


def annotations_json(reading: Reading, text: str = "") -> bytes:
    """``annotation_collection`` as a file."""
    collection = annotation_collection(reading, text)
    return (json.dumps(collection, indent=2, ensure_ascii=False) + "\n").encode()
