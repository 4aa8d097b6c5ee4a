"""Errors that a user can do something about.

::

    SouthSouthError            one line: what is wrong, where, and the remedy
    ├── DocumentError          a file that cannot be read as a UN document
    │   ├── ReaderFaultError   a file at which a reader of ours failed
    │   └── LanguageError      a file in a language that is not read; a build counts it
    ├── CuratedDataError       a file of ours (authority, ontology, query) that is broken or missing
    ├── QueryError             a query with a syntax error, an unknown name or parameter
    ├── StoreError             a store that is locked, missing or damaged
    └── NotFoundError          a symbol or name that the graph does not know

Only the command line turns them into an exit status (2). What a document leaves open, an
"Ibid." without antecedent say, is data and no exception.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class SouthSouthError(Exception):
    """Base of all errors with a message for the user: one line, no traceback."""


class DocumentError(SouthSouthError):
    """A source file that cannot be read as a UN document.

    ``place`` names the file (and the line or byte), ``problem`` what is wrong there and
    ``remedy`` what to do about it.
    """

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        self.place, self.problem, self.remedy = place, problem, remedy
        super().__init__(f"{place}: {problem}; {remedy}")

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, str, str]]:
        # an exception is pickled with the arguments of Exception: here there is one, not three
        return type(self), (self.place, self.problem, self.remedy)


class ReaderFaultError(DocumentError):
    """A file at which a reader of ours failed: a fault of southsouth, told as one of that file, so
    that it costs no other file anything."""

    @classmethod
    def at(cls, place: str, error: Exception) -> ReaderFaultError:
        """The failure of the file at ``place``; says which exception it was, and where."""
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        code = trace.tb_frame.f_code if trace is not None else None
        where = f", {Path(code.co_filename).name} line {trace.tb_lineno}" if code and trace else ""
        reason = " ".join(str(error).split())[:200]
        return cls(
            place,
            f"southsouth failed to read it ({type(error).__name__}: {reason}{where})",
            "the fault is ours; report it, if you can with the file",
        )


class LanguageError(DocumentError):
    """A file in a language that is not read: no fault of it, so a build counts it."""


@contextmanager
def faults_of(place: str) -> Iterator[None]:
    """What fails while the file at ``place`` is read is a failure of that file (ReaderFaultError);
    errors of ours stay as they are."""
    try:
        yield
    except SouthSouthError:
        raise
    except Exception as error:
        raise ReaderFaultError.at(place, error) from error


class CuratedDataError(SouthSouthError):
    """A file that ships with southsouth is missing or does not parse."""


class QueryError(SouthSouthError):
    """A query that cannot be run: unknown name, bad syntax, missing or unknown parameter."""


class StoreError(SouthSouthError):
    """A store that cannot be opened or written."""


class NotFoundError(SouthSouthError):
    """A symbol or name that the graph does not know."""
