"""Jobs of the explorer: pictures as JSON or files, sentences, cards. One picture a job, bounded."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, Final

from southsouth.errors import NotFoundError
from southsouth.publish import PICTURE_FORMATS
from southsouth.views.page_model import Page
from southsouth.views.pages import page_of
from southsouth.views.scene import around, atlas, lineage, sentences, wire
from southsouth.views.scene.around import Filters
from southsouth.views.scene.model import Lineage, Scene
from southsouth.web.jobs import Arguments, Graphs, Out

_JSON: Final = "application/json"
#: So many provisions of a document go onto its card; the page of the document has all.
_PROVISIONS: Final = 400


def _json(out: Out, told: Any) -> None:
    out.head(_JSON)
    out.write(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode())


def _picture(out: Out, arguments: Arguments, picture: Scene | Lineage) -> None:
    """A picture in the format that was asked for."""
    if arguments["format"] != "json":
        row = PICTURE_FORMATS[arguments["format"]]
        out.head(row.media_type)
        out.write(row.scene(picture) if isinstance(picture, Scene) else row.lineage(picture))
    elif isinstance(picture, Scene):
        _json(out, wire.scene_json(picture))
    else:
        _json(out, wire.lineage_json(picture))


def overview(graphs: Graphs, arguments: Arguments, out: Out) -> None:
    """The map of all in the lanes of ``by``, of the shape ``shape``; as a file without the kinds
    that ``hide`` names."""
    found = atlas.atlas(graphs.store, arguments["by"], arguments["shape"])
    if arguments["format"] == "json":
        _json(out, wire.atlas_json(found))
    else:
        _picture(out, arguments, atlas.without(found.scene, arguments["hide"]))


def citations(graphs: Graphs, arguments: Arguments, out: Out) -> None:
    """What is around ``focus``, ``depth`` steps, with the filters."""
    filters = Filters(
        frozenset(arguments["functions"]),
        frozenset(arguments["lanes"]),
        arguments["since"],
        arguments["until"],
        arguments["part"],
    )
    picture = around.around(graphs.store, arguments["focus"], arguments["depth"], filters)
    _picture(out, arguments, picture)


def paths(graphs: Graphs, arguments: Arguments, out: Out) -> None:
    """The ways from ``focus`` to ``to``."""
    _picture(out, arguments, around.paths(graphs.store, arguments["focus"], arguments["to"]))


def names(graphs: Graphs, arguments: Arguments, out: Out) -> None:
    """The lineage of ``focus``, or of all."""
    _picture(out, arguments, lineage.lineage(graphs.store, arguments["focus"]))


def line(graphs: Graphs, arguments: Arguments, out: Out) -> None:
    """The sentences behind the line from ``focus`` to ``to``."""
    found = sentences.sentences(graphs.store, arguments["focus"], arguments["to"])
    _json(out, [{**asdict(one), "part": wire.path_of(one.part)} for one in found])


def card(graphs: Graphs, arguments: Arguments, out: Out) -> None:
    """All that the panel shows of ``focus``."""
    page = page_of(graphs.store, arguments["focus"])
    if page is None:
        raise NotFoundError("the graph says nothing about that")
    _json(out, card_of(page))


def card_of(page: Page) -> dict[str, Any]:
    """A page as the panel reads it, with paths for IRIs."""
    told = asdict(page)
    told["left_out"] = max(0, len(page.provisions) - _PROVISIONS)
    told["provisions"] = told["provisions"][:_PROVISIONS]
    told["is_document"] = page.is_document
    return {key: _shortened(value) for key, value in told.items()}


def _shortened(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: wire.path_of(inner) if key == "iri" else _shortened(inner)
            for key, inner in value.items()
        }
    if isinstance(value, list | tuple):
        return [_shortened(inner) for inner in value]
    return value
