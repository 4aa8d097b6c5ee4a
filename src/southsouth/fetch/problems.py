"""What can be wrong with one answer, by what follows from it."""

from __future__ import annotations


class AnswerError(Exception):
    """An answer that is not the document; ``str`` of it is a clause without the address."""


class MissingError(AnswerError):
    """The access point says that it has no such document: the next one is asked."""


class RefusedError(AnswerError):
    """An answer that asking again would not better, as a web page in place of the document."""


class AgainError(AnswerError):
    """A passing fault: too many requests, a server error, a transfer that broke off."""


class EmptyError(AgainError):
    """An answer without content.

    The Official Document System gives status 200 and no bytes for a symbol that it has not
    published (docs/fetching.md, "Answers"): empty twice counts as missing.
    """
