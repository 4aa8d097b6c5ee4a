"""What a document cites and what cites it, some steps far; and the ways from one to another.

Columns are years, lanes the organs whose documents stand in them: what a document cites is left of
it, what cites it right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import pyoxigraph as ox

from southsouth.errors import NotFoundError
from southsouth.graph.queries.internal import rows, text_of
from southsouth.graph.queries.library import Queryable, named_query
from southsouth.graph.rdf.iris import document_iri, is_document
from southsouth.un.symbols import parse_symbol
from southsouth.views.facts import short
from southsouth.views.scene.atlas import Entry, entries_of, things_of
from southsouth.views.scene.columns import place
from southsouth.views.scene.lanes import organ_lane
from southsouth.views.scene.model import Edge, Scene
from southsouth.views.scene.years import by_symbol
from southsouth.vocabulary import NS

#: So many neighbours at most are shown of a picture, and so many of them are gone on from.
MOST_NEIGHBOURS: Final = 140
_GO_ON: Final = 12

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Filters:
    """What of a picture is shown: lines of these ``functions``, documents of these ``lanes``, from
    the year ``since`` to ``until``, and ``part`` "pp" or "op" for citations of the preamble or of
    the operative part alone. Empty: all."""

    functions: frozenset[str] = frozenset()
    lanes: frozenset[str] = frozenset()
    since: int = 0
    until: int = 9999
    part: str = ""

    @property
    def dated(self) -> bool:
        """Whether the years are limited."""
        return (self.since, self.until) != (0, 9999)


@dataclass(frozen=True, slots=True)
class Line:
    """All citations of one document by another."""

    functions: Counter[str]
    verbs: Counter[str]
    count: int
    preambular: int


Verbs = Mapping[str, tuple[str, str]]


def verbs_of(store: Queryable) -> Verbs:
    """What each verb is called, and what a citation under it does."""
    return {row["verb"]: (row["label"], row["function"]) for row in rows(store, "verbs")}


def lines_of(
    citations: Iterable[Mapping[str, str]], verbs: Verbs, part: str = ""
) -> dict[Pair, Line]:
    """Rows of citations, each once, as lines from document to document."""
    seen: dict[tuple[str, str, str], Mapping[str, str]] = {}
    for row in citations:
        source = row["from"]
        if source != row["to"] and _stands(row["part"], part):
            seen.setdefault((source, row["to"], row["citation"]), row)
    lines: dict[Pair, Line] = {}
    for (source, target, _), row in seen.items():
        line = lines.setdefault((source, target), Line(Counter(), Counter(), 0, 0))
        label, function = verbs.get(row.get("verb", ""), ("", ""))
        line.functions[(row.get("function") or function).removeprefix(NS) or "cites"] += 1
        line.verbs[row.get("label") or label or "cites"] += 1
        before = _stands(row["part"], "pp")
        lines[source, target] = replace(
            line, count=line.count + 1, preambular=line.preambular + before
        )
    return lines


def _stands(part: str, wanted: str) -> bool:
    """Whether a provision is of that part of the text: its IRI says so."""
    return not wanted or f"#{wanted}" in part


def _most(counted: Counter[str]) -> str:
    return min(counted, key=lambda word: (word == "cites", -counted[word], word))


def around(store: Queryable, focus: str, depth: int = 1, filters: Filters | None = None) -> Scene:
    """The picture around a document, instrument or body.

    Of many neighbours those with most citations and the latest are shown, and how many are not is
    counted. A query a step, and one for what is shown. Raises NotFoundError where the graph has
    nothing around it.
    """
    kept = filters or Filters()
    of_document = is_document(focus)
    verbs = verbs_of(store)
    citations = _rows(store, [focus]) if of_document else rows(store, "around-a-thing", thing=focus)
    lines = lines_of(citations, verbs, kept.part)
    things = [] if of_document else _thing(store, focus)
    if not of_document and not things:
        raise NotFoundError("the graph knows no such instrument or body")
    entries: dict[str, Entry] = {entry.iri: entry for entry in things}
    shown: dict[str, None] = {focus: None}
    left_out = 0
    frontier, gone_on = [focus], [focus]
    for step in range(depth):
        if step:
            gone_on += frontier
            lines |= lines_of(_rows(store, frontier), verbs, kept.part)
        near = _neighbours(lines, frontier, shown, kept)
        ranked = sorted(_perhaps(near, kept), key=lambda iri: (-near[iri], -_about(iri), iri))
        room = MOST_NEIGHBOURS - (len(shown) - 1)
        left_out += max(0, len(ranked) - room)
        _learn(store, ranked[:room], entries)
        frontier = [iri for iri in ranked[:room] if _passes(entries.get(iri), kept)]
        shown |= dict.fromkeys(frontier)
        frontier = [iri for iri in frontier if is_document(iri)][:_GO_ON]
        if not frontier:
            break
    _learn(store, [focus], entries)
    if focus not in entries:
        raise NotFoundError("the graph knows no such document")
    scene = _scene(shown, lines, entries, kept, focus)
    query = _query(gone_on, kept, verbs) if of_document else text_of("around-a-thing", thing=focus)
    return replace(scene, title=entries[focus].label, left_out=left_out, query=query)


def _rows(store: Queryable, documents: Iterable[str]) -> list[dict[str, str]]:
    return rows(store, "around", documents=documents)


def _query(documents: Iterable[str], kept: Filters, verbs: Verbs) -> str:
    """The query that finds the lines around these documents, as far as the filters can be said in
    it; what else they keep is told in a comment."""
    conditions = [f'CONTAINS(STR(?part), "#{kept.part}")'] if kept.part else []
    if kept.functions:
        fitting = [
            iri
            for iri, (_, function) in verbs.items()
            if (function.removeprefix(NS) or "cites") in kept.functions
        ]
        listed = ", ".join(str(ox.NamedNode(iri)) for iri in sorted(fitting))
        unsaid = " || !BOUND(?verb)" if "cites" in kept.functions else ""
        conditions.append(f"(?verb IN ({listed}){unsaid})")
    filters = f"FILTER({' && '.join(conditions)})" if conditions else ""
    # shown to people, who may go on from it; what is asked has no filter
    pattern, end, most = text_of("around", documents=documents).rpartition("} LIMIT")
    text = f"{pattern}  {filters}\n{end}{most}"
    shown = [f"documents of {lane}" for lane in sorted(kept.lanes)]
    shown += [f"from {kept.since} to {kept.until}"] if kept.dated else []
    return text + (f"# shown of these: {'; '.join(shown)}\n" if shown else "")


def _thing(store: Queryable, iri: str) -> list[Entry]:
    return things_of((row for row in rows(store, "things") if row["thing"] == iri), {})


def _learn(store: Queryable, near: Iterable[str], entries: dict[str, Entry]) -> None:
    unknown = [iri for iri in near if iri not in entries and is_document(iri)]
    if unknown:
        facts = rows(store, "facts-of-documents", documents=unknown)
        found = entries_of(((r["document"], r["term"], r["value"]) for r in facts), {})
        entries |= {entry.iri: entry for entry in found}


def _wanted(line: Line, kept: Filters) -> bool:
    return not kept.functions or any(name in kept.functions for name in line.functions)


def _neighbours(
    lines: Mapping[Pair, Line], frontier: Iterable[str], shown: Mapping[str, None], kept: Filters
) -> dict[str, int]:
    """What lines join to the frontier and is not shown yet, with the number of citations."""
    near: dict[str, int] = defaultdict(int)
    ends = set(frontier)
    for (source, target), line in lines.items():
        if _wanted(line, kept):
            for here, there in ((source, target), (target, source)):
                if here in ends and there not in shown:
                    near[there] += line.count
    return near


def _about(iri: str) -> int:
    """The year that a symbol tells, 0 for none."""
    return int(by_symbol(short(iri))[:4] or 0)


def _perhaps(near: Iterable[str], kept: Filters) -> list[str]:
    """What may pass the filters, as far as a symbol tells: a session reaches over two years."""
    return [
        iri
        for iri in near
        if not kept.lanes or organ_lane(short(iri)) in kept.lanes
        if not (about := _about(iri)) or kept.since - 2 <= about <= kept.until + 2
    ]


def _passes(entry: Entry | None, kept: Filters) -> bool:
    if entry is None:
        return False
    return not kept.dated or kept.since <= int(entry.day[:4] or 0) <= kept.until


def _scene(
    shown: Iterable[str],
    lines: Mapping[Pair, Line],
    entries: Mapping[str, Entry],
    kept: Filters,
    focus: str = "",
) -> Scene:
    known = [entries[iri] for iri in sorted(shown) if iri in entries]
    place_of = {entry.iri: index for index, entry in enumerate(known)}
    edges = tuple(
        Edge(
            place_of[source],
            place_of[target],
            _most(line.functions),
            _most(line.verbs),
            line.count,
            line.preambular,
        )
        for (source, target), line in sorted(lines.items())
        if source in place_of and target in place_of and _wanted(line, kept)
    )
    return place(known, edges, place_of.get(focus, -1))


def _iri(symbol: str) -> str:
    known = parse_symbol(symbol)
    return document_iri(known) if known else ""


def paths(store: Queryable, start: str, end: str) -> Scene:
    """The shortest chains of citations from the later of two documents to the earlier.

    Raises NotFoundError where none leads from one to the other in either direction.
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    for later, earlier in ((start, end), (end, start)):
        query = named_query("citation-chain").bind(
            {"later": short(later), "earlier": short(earlier)}
        )
        chain = store.query(query).values()
        if chain:
            graph.add_edges_from((_iri(row["from"]), _iri(row["to"])) for row in chain)
            break
    else:
        raise NotFoundError("no chain of citations leads from one of these documents to the other")
    before = nx.single_source_shortest_path_length(graph, later)
    behind = nx.single_source_shortest_path_length(graph.reverse(copy=False), earlier)
    steps = before[earlier]
    on_the_way = sorted(
        (one, other)
        for one, other in graph.edges
        if one in before and other in behind and before[one] + 1 + behind[other] == steps
    )
    pairs = set(on_the_way[:MOST_NEIGHBOURS])
    found = lines_of(_rows(store, {source for source, _ in pairs}), verbs_of(store))
    lines = {pair: line for pair, line in found.items() if pair in pairs}
    entries: dict[str, Entry] = {}
    shown = {iri for pair in pairs for iri in pair}
    _learn(store, shown, entries)
    scene = _scene(shown, lines, entries, Filters(), start)
    return replace(
        scene,
        title=f"{short(later)} to {short(earlier)}: {steps} step{'s' if steps > 1 else ''}",
        left_out=len(on_the_way) - len(pairs),
        query=query,
    )
