"""What a build did."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from southsouth.errors import DocumentError, LanguageError


@dataclass(slots=True)
class BuildReport:
    """What a build did; ``manifestations`` are further files (file, symbol) of documents read,
    ``unread`` are files in languages that are not read, ``remarks`` (file, remark) say which
    readings one should not be sure of.

    ``stages`` gives seconds: of ``open``, ``extract`` and ``emit`` summed over the processes that
    read, of ``load`` and ``derive`` in the process that builds; ``size`` is what was read, in
    bytes. ``quads`` are counted where many documents were loaded: to count is to read all of a
    store.

    >>> report = build([str(document)], folder / "store")
    >>> report.read, report.documents, report.failures
    (1, 13, [])
    """

    read: int = 0
    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    snapshot: int = 0
    provisions: int = 0
    mentions: int = 0
    citations: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    failures: list[DocumentError] = field(default_factory=list)
    unread: list[LanguageError] = field(default_factory=list)
    manifestations: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    documents: int = 0
    quads: int | None = None
    pruned: int = 0
    inferred: int = 0
    reuses: int = 0
    size: int = 0
    stages: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0

    def as_json(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {
            "read": self.read,
            "added": self.added,
            "replaced": self.replaced,
            "unchanged": self.unchanged,
            "snapshot": self.snapshot,
            "provisions": self.provisions,
            "mentions": self.mentions,
            "citations": dict(sorted(self.citations.items())),
            "events": dict(sorted(self.events.items())),
            "failures": [
                {"place": error.place, "problem": error.problem, "remedy": error.remedy}
                for error in self.failures
            ],
            "unread": [error.place for error in self.unread],
            "manifestations": [{"file": f, "symbol": symbol} for f, symbol in self.manifestations],
            "remarks": [{"file": f, "remark": remark} for f, remark in self.remarks],
            "documents": self.documents,
            "quads": self.quads,
            "pruned": self.pruned,
            "inferred": self.inferred,
            "reuses": self.reuses,
            "megabytes": round(self.size / 1e6, 3),
            "stages": {stage: round(seconds, 3) for stage, seconds in self.stages.items()},
            "seconds": round(self.seconds, 3),
        }
