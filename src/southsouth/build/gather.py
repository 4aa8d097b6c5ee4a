"""Language versions of documents, gathered from the files that are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from southsouth.build.cluster import read_on_cluster
from southsouth.build.file_facts import FileFacts
from southsouth.build.intake import read_files
from southsouth.build.report import BuildReport
from southsouth.errors import DocumentError, LanguageError


@dataclass(slots=True)
class Version:
    """A language version of a document while its files are gathered: the best one is read.

    ``taken`` is the file whose N-Quads somebody has taken already.
    """

    best: FileFacts
    others: list[FileFacts] = field(default_factory=list)
    taken: FileFacts | None = None

    def add(self, facts: FileFacts) -> None:
        """Another file of the same version: only what the graph says of the file is kept."""
        if facts.rank < self.best.rank:
            facts, self.best = self.best, facts
        facts.settle()
        self.others.append(facts)

    def take(self) -> bytes:
        """The N-Quads of the best file so far, which are not kept in memory any longer."""
        lines, self.taken = self.best.lines(), self.best
        self.best.settle()
        return lines

    def nquads(self) -> bytes:
        """What is not taken yet: the best file's N-Quads, and what is said of the other files."""
        best = b"" if self.taken is self.best else self.best.lines()
        return b"".join((best, *(other.manifestation() for other in self.others)))


@dataclass(slots=True)
class Reader:
    """Reads files, here or on the cluster whose ``scheduler`` is named, and gathers what they
    state; ``step`` is told each file. Those who read leave it in ``shards``, where that is a
    folder."""

    report: BuildReport
    jobs: int
    step: Callable[[Path], None]
    scheduler: str = ""
    shards: Path | None = None
    versions: dict[str, Version] = field(default_factory=dict)

    def read(self, files: Sequence[Path], take: Callable[[Version], None] | None = None) -> None:
        """Gather the versions of files; each is given to ``take``, where there is one, when its
        first file was read."""
        for path, facts in self._facts(files):
            self.step(path)
            if isinstance(facts, LanguageError):
                self.report.unread.append(facts)
                continue
            if isinstance(facts, DocumentError):
                self.report.failures.append(facts)
                continue
            self.report.size += facts.size
            for stage, seconds in facts.seconds.items():
                self.report.stages[stage] = self.report.stages.get(stage, 0.0) + seconds
            documents, facts.more = facts.all(), ()
            for one in documents:
                self._gather(path, one, take)
        if self.report.unread and not (self.versions or self.report.failures):
            self.report.failures.append(self.report.unread.pop(0))  # a build of nothing has failed

    def _gather(self, path: Path, facts: FileFacts, take: Callable[[Version], None] | None) -> None:
        """Gather what one document of a file states."""
        self.report.remarks.extend((str(path), remark) for remark in facts.remarks)
        # kept for each document to the end: the path is the one that is there already
        facts.file, facts.seconds = path, {}
        version = self.versions.get(facts.graph)
        if version is not None:
            version.add(facts)
            return
        self.versions[facts.graph] = version = Version(facts)
        if take is not None:
            take(version)

    def _facts(self, files: Sequence[Path]) -> Iterator[tuple[Path, FileFacts | DocumentError]]:
        if self.scheduler and files:
            return read_on_cluster(files, self.scheduler, self.shards)
        return read_files(files, self.jobs, self.shards)

    def count(self) -> None:
        """Enter into the report what was gathered."""
        report = self.report
        for version in self.versions.values():
            best = version.best
            report.read += 1
            report.provisions += best.provisions
            report.mentions += best.mentions
            report.citations.update(best.citations)
            report.events.update(best.events)
            report.manifestations.extend((str(f.file), f.symbol) for f in version.others)
