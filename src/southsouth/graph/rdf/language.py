"""Reuses of language as quads of the derived graph ``graph/language``. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pyoxigraph as ox

from southsouth.graph.rdf.graph import GraphBuilder
from southsouth.graph.rdf.iris import LANGUAGE_GRAPH, concept
from southsouth.language import Reuse, ReuseKind
from southsouth.vocabulary import BASE


def language_quads(reuses: Iterable[Reuse]) -> list[ox.Quad]:
    """A statement for each reuse, ``…#op16-reuse1``, and the shortcut from part to part.

    The passages are named as in IRIs: ``A/RES/60/212`` and ``op14``.
    """
    graph = GraphBuilder(LANGUAGE_GRAPH)
    counted: Counter[str] = Counter()
    for reuse in reuses:
        later, earlier = (f"{BASE}document/{p.key}" for p in (reuse.later, reuse.earlier))
        counted[later] += 1
        statement = f"{later}-reuse{counted[later]}"
        graph.kind(statement, "LanguageReuse")
        graph.link(statement, "standsIn", later)
        graph.span(statement, "span", reuse.start, reuse.end)
        graph.link(statement, "hasReuseKind", concept("reuse", reuse.kind.value))
        graph.link(statement, "hasSourcePart", earlier)
        graph.span(statement, "sourceSpan", reuse.from_start, reuse.from_end)
        graph.typed(statement, "score", f"{reuse.similarity:.3f}", "decimal")
        graph.link(later, "reusesLanguageOf", earlier)
        if reuse.kind is ReuseKind.IDENTICAL:
            graph.link(later, "repeats", earlier)
    return graph.quads()
