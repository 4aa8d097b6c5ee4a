"""Jobs that answer questions of the library and queries of visitors, for programs and pages."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from southsouth.graph.queries.library import all_queries, named_query
from southsouth.web.answers import Part, cells, csv_of, part_of, plain
from southsouth.web.jobs import Arguments, Graphs, Out, run_query
from southsouth.web.page_jobs import site


def _part(graphs: Graphs, text: str, arguments: Arguments) -> Part:
    asked = {"default_graphs": (), "named_graphs": (), **arguments}
    return part_of(run_query(graphs, text, asked), arguments["offset"], arguments["limit"])


def answer(graphs: Graphs, arguments: Arguments, out: Out) -> None:
    """The answer to the question ``name`` with ``values``, rows ``offset`` to ``limit``, as
    ``format`` json or csv; ``next`` is where the next rows are."""
    query = named_query(arguments["name"])
    part = _part(graphs, query.bind(arguments["values"]), arguments)
    link = {"Link": f'<{arguments["next"]}>; rel="next"'} if part.more else {}
    if arguments["format"] == "csv":
        out.head("text/csv", headers=link)
        out.write(csv_of(part))
        return
    given = {p.name: arguments["values"].get(p.name, p.default) for p in query.parameters}
    out.head("application/json", headers=link)
    told: dict[str, Any] = {
        "query": query.name,
        "question": query.question,
        "parameters": given,
        "columns": part.columns,
        "limit": arguments["limit"],
        "offset": arguments["offset"],
        "next": arguments["next"] if part.more else None,
        "rows": [dict(zip(part.columns, map(plain, row), strict=True)) for row in part.rows],
    }
    out.write(json.dumps(told, ensure_ascii=False).encode())


def question(graphs: Graphs, arguments: Arguments, out: Out) -> None:
    """The page of the question ``name`` with its form and its answer."""
    query = named_query(arguments["name"])
    text = query.bind(arguments["values"])
    part = _part(graphs, text, arguments)
    out.head("text/html")
    out.write(
        site().place(
            "question",
            query=query,
            text=text,
            values=arguments["values"],
            error="",
            columns=part.columns,
            rows=cells(part),
            api=arguments["api"],
            next=arguments["next"] if part.more else "",
            offset=arguments["offset"],
        )
    )


def table(graphs: Graphs, arguments: Arguments, out: Out) -> None:
    """The page of the query ``query`` of a visitor with its answer."""
    part = _part(graphs, arguments["query"], arguments)
    out.head("text/html")
    out.write(
        site().place(
            "query",
            text=arguments["query"],
            error="",
            columns=part.columns,
            rows=cells(part),
            more=part.more,
            limit=arguments["limit"],
            library=list(map(asdict, all_queries().values())),
            editor=arguments["editor"],
            asked=True,
        )
    )
