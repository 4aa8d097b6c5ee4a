"""The graph as files for other tools: dumps, a static site, Akoma Ntoso, exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from southsouth.lazily import callable_package, handed_on

if TYPE_CHECKING:
    from southsouth.publish.confirming import learned_records as learned_records
    from southsouth.publish.confirming import merged as merged
    from southsouth.publish.confirming import parted as parted
    from southsouth.publish.confirming import records_turtle as records_turtle
    from southsouth.publish.exporters import export as export
    from southsouth.publish.exporters import export_document as export_document
    from southsouth.publish.identity import identity_rows as identity_rows
    from southsouth.publish.identity import learned_things as learned_things
    from southsouth.publish.names import NAME_COLUMNS as NAME_COLUMNS
    from southsouth.publish.names import names_used as names_used
    from southsouth.publish.names import proposals as proposals
    from southsouth.publish.network_files import safe_cell as safe_cell
    from southsouth.publish.query_examples import examples_turtle as examples_turtle
    from southsouth.publish.records import CITATION_COLUMNS as CITATION_COLUMNS
    from southsouth.publish.records import EVENT_COLUMNS as EVENT_COLUMNS
    from southsouth.publish.records import citation_records as citation_records
    from southsouth.publish.records import event_records as event_records
    from southsouth.publish.records import reading_record as reading_record
    from southsouth.publish.release import publish as publish
    from southsouth.publish.scene_files import PICTURE_FORMATS as PICTURE_FORMATS

__all__ = [
    "CITATION_COLUMNS",
    "EVENT_COLUMNS",
    "NAME_COLUMNS",
    "PICTURE_FORMATS",
    "citation_records",
    "event_records",
    "examples_turtle",
    "export",
    "export_document",
    "identity_rows",
    "learned_records",
    "learned_things",
    "merged",
    "names_used",
    "parted",
    "proposals",
    "publish",
    "reading_record",
    "records_turtle",
    "safe_cell",
]

__getattr__ = handed_on(
    __name__,
    {
        "CITATION_COLUMNS": "southsouth.publish.records",
        "EVENT_COLUMNS": "southsouth.publish.records",
        "NAME_COLUMNS": "southsouth.publish.names",
        "PICTURE_FORMATS": "southsouth.publish.scene_files",
        "citation_records": "southsouth.publish.records",
        "event_records": "southsouth.publish.records",
        "examples_turtle": "southsouth.publish.query_examples",
        "export": "southsouth.publish.exporters",
        "export_document": "southsouth.publish.exporters",
        "identity_rows": "southsouth.publish.identity",
        "learned_records": "southsouth.publish.confirming",
        "merged": "southsouth.publish.confirming",
        "parted": "southsouth.publish.confirming",
        "records_turtle": "southsouth.publish.confirming",
        "learned_things": "southsouth.publish.identity",
        "names_used": "southsouth.publish.names",
        "proposals": "southsouth.publish.names",
        "publish": "southsouth.publish.release",
        "reading_record": "southsouth.publish.records",
        "safe_cell": "southsouth.publish.network_files",
    },
)
callable_package(__name__, "southsouth.publish.release:publish")
