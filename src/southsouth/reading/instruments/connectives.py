"""Words that are no verb and join two names all the same: "in place of", "(now the …)". Pure data.

A row stands between a phrase and the next: ``left`` is the role of the one before it, ``right``
that of the one behind. ``far`` rows look for the one before it beyond what stands between, and
take first what the clause founds ("establish the Council, based in Lima, in replacement of").
``aux`` is a named group where the words have one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_KNOWN: Final = r"(?:known\s+as\s+|called\s+|named\s+|entitled\s+|renamed\s+(?:as\s+)?)"


@dataclass(frozen=True, slots=True, eq=False)
class Connective:
    """One way to join two names."""

    kind: str
    keys: str
    pattern: str
    left: str
    right: str
    example: str
    needs: str = "both"
    far: bool = False
    force: str = ""


CONNECTIVES: Final[tuple[Connective, ...]] = (
    Connective("succeed", "in replacement of|in place of|in lieu of|in the place of",
               r"in\s+(?:the\s+)?(?:replacement|place|lieu)\s+of", "new", "subject",
               "the Fund for Water in place of the Voluntary Fund for Wells", far=True),
    Connective("succeed", "as a successor|as the successor|as successor|as a legal successor"
               "|as the legal successor|as a replacement|as legal successor|as a follow-on",
               r"as\s+(?:(?:an?|the)\s+)?(?:legal\s+)?(?:successor|replacement"
               r"|follow-on(?:\s+(?:force|mission|presence|mechanism))?)\s+(?:to|of|for)",
               "new", "subject", "the Fund for Water as the successor to the Voluntary Fund for "
               "Wells", far=True),
    Connective("succeed", "its successor|its replacement",
               r"and\s+(?:to\s+)?its\s+(?:successor|replacement)(?:\s+organization"
               r"|\s+body|\s+mission)?,?(?=\s+(?:the|an?|[A-Z]))", "subject", "new",
               "the Voluntary Fund for Wells and its successor, the Fund for Water",
               force="reported"),
    Connective("succeed", "successor to|successor of|successors to|successor arrangement to",
               r"(?:(?:as|is|are|be|was|were)\s+)?(?:the|an?)\s+(?:legal\s+)?successors?\s+(?:to|of)",
               "new", "subject", "the Fund for Water, the successor to the Voluntary Fund for "
               "Wells", needs="names"),
    Connective("rename", "now", rf"\(?now\s+{_KNOWN}?(?=the\s|[“\"A-Z])", "subject", "new",
               "the Voluntary Fund for Wells (now the Fund for Water)", "names",
               force="reported"),
    Connective("rename", "formerly|previously",
               rf"\((?:formerly|previously)\s+{_KNOWN}?(?=the\s|[“\"A-Z])", "new", "subject",
               "the Fund for Water (formerly the Voluntary Fund for Wells)", "either",
               force="reported"),
    Connective("rename", "formerly|previously",
               rf"(?:formerly|previously)\s+{_KNOWN}?(?=the\s|[“\"A-Z])", "new", "subject",
               "the Fund for Water, formerly the Voluntary Fund for Wells", "names",
               force="reported"),
    Connective("rename", "later renamed|subsequently renamed|since renamed|renamed",
               r"\((?:later|subsequently|since)?\s*renamed\s+(?:as\s+)?(?=the\s|[“\"A-Z])",
               "subject", "new", "the Voluntary Fund for Wells (later renamed the Fund for Water)",
               "names", force="reported"),
    Connective("rename", "bear the|bears the|bearing the|carry the|take the name|receive the name"
               "|have the title|bore the",
               r"(?:(?P<aux>shall|will|would|should|to|may)(?:,[^,;]{1,60},)?\s+)?(?:bears?|bearing|bore"
               r"|carry|take|receive|have)\s+the\s+(?:new\s+)?(?:name|title)(?:\s+of)?,?",
               "subject", "new", "the Voluntary Fund for Wells shall bear the title of Fund for "
               "Water", "title"),
    Connective("rename", "cease being|cease to be",
               r"(?P<aux>shall|will|would|should)\s+cease\s+(?:being|to\s+be)\s+(?:described|known"
               r"|called|designated)\s+as\s+[^;.]{1,160}?\s+and\s+(?:instead\s+)?(?:shall\s+|will\s+)?(?:be"
               r"|become)\s+(?:known\s+|called\s+|described\s+|designated\s+)?(?:as\s+)?",
               "subject", "new", "the Voluntary Fund for Wells shall cease to be known as "
               "voluntary and shall be called the Fund for Water", "either"),
    Connective("rename", "under the title|under the name|under its new name|under its new title"
               "|under the new name|under the new title",
               r"under\s+(?:the\s+(?:new\s+)?(?:title|name)(?:\s+of)?|its\s+new\s+(?:name|title)),?"
               r"(?=\s+(?:[“\"]|the\s+[A-Z]|[A-Z]))", "subject", "new",
               "the mandate of the Voluntary Fund for Wells under the title of Fund for Water",
               "names", far=True),
    Connective("designate", "the name of",
               r"[Tt]he\s+name\s+of\s+(?P<named>(?:the\s+|its\s+)?[^;.,]{3,90}?)\s+"
               r"(?P<aux>shall\s+be|will\s+be|is)(?=\s+(?:the\s+)?[A-Z“])", "", "role",
               "the name of the fund shall be the Fund for Water", ""),
)  # fmt: skip
