"""Errors that a user can do something about.

::

    SouthSouthError            one line: what is wrong, where, and the remedy
    ├── DocumentError          a file that cannot be read as a UN document
    ├── CuratedDataError       a file of ours (authority, ontology, query) that is broken or missing
    ├── QueryError             a query with a syntax error, an unknown name or parameter
    ├── StoreError             a store that is locked, missing or damaged
    └── NotFoundError          a symbol or name that the graph does not know

Only the command line turns them into an exit status (2). What a document leaves open, an
"Ibid." without antecedent say, is data and no exception.
"""

from __future__ import annotations


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


class CuratedDataError(SouthSouthError):
    """A file that ships with southsouth is missing or does not parse."""


class QueryError(SouthSouthError):
    """A query that cannot be run: unknown name, bad syntax, missing or unknown parameter."""


class StoreError(SouthSouthError):
    """A store that cannot be opened or written."""


class NotFoundError(SouthSouthError):
    """A symbol or name that the graph does not know."""
