"""Citations by name: "the Addis Ababa Action Agenda" is resolution 69/313, annex.

Which document carries an instrument's text is a curated fact (``isSetOutIn``); without one a name
cites nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import unquote

from southsouth.reading.citations.model import Citation, How
from southsouth.reading.citations.within import is_within_name
from southsouth.reading.instruments.authority import Authority
from southsouth.reading.instruments.mentions import Mention
from southsouth.reading.structure.model import PartKind, Resolution
from southsouth.reading.structure.parse import governing_verb
from southsouth.un.symbols import parse_symbol
from southsouth.un.timeline import is_later, latest_day
from southsouth.vocabulary import BASE

_DOCUMENT: Final = f"{BASE}document/"
#: What may stand between a verb and the name of what it acts on.
_DIRECTLY: Final = re.compile(
    r"\s*(?:,?\s*(?:again|in this regard),?\s+)?(?:the\s+adoption\s+of\s+|of\s+)?(?:the\s+)?"
)
_PIN_WORDS: Final = {"annex": "annex", "chap": "chap."}


def named_citations(
    resolution: Resolution,
    citations: Iterable[Citation],
    mentions: Iterable[Mention],
    authority: Authority,
) -> tuple[Citation, ...]:
    """A citation for each mention of an instrument whose text has a known place.

    Where the provision cites that document by its symbol, too (in its words or a footnote), the
    name adds nothing and is left out; so is a document's naming of what itself carries, and what
    did not exist yet. A name within another name cites nothing: it is marked as such, and the
    document is only a candidate.
    """
    cited = {(c.part, c.target) for c in citations if c.target is not None}
    parts = {part.id: part for part in resolution.parts}
    found: list[Citation] = []
    front = resolution.front
    latest = latest_day(resolution.symbol, front.adopted, front.distributed)
    for mention in mentions:
        thing = authority.things.get(mention.thing)
        if mention.full is not None:
            continue  # "the Programme of Action" points to a name that already counts
        if thing is None or not thing.set_out_in.startswith(_DOCUMENT):
            continue
        path, _, fragment = thing.set_out_in.removeprefix(_DOCUMENT).partition("#")
        target = parse_symbol(unquote(path))
        part = parts[mention.part]
        if target is None or target == resolution.symbol or (part.id, target) in cited:
            continue
        if is_later(target, latest):
            continue
        within = is_within_name(resolution.text, mention.start, mention.end)
        if not within:
            cited.add((part.id, target))
        is_note = part.kind is PartKind.FOOTNOTE
        use = governing_verb(part, mention.start)
        direct = use is not None and bool(
            _DIRECTLY.fullmatch(resolution.text, use.end, mention.start)
        )
        found.append(
            Citation(
                (part.marked_in or part.id) if is_note else part.id,
                mention.start,
                mention.end,
                None if within else target,
                How.WITHIN_NAME if within else How.NAMED,
                verb=use.verb if use else "",
                footnote=part.id if is_note else "",
                pinpoint=_pinpoint(fragment),
                target_part=fragment,
                candidates=(target,) if within else (),
                direct=direct and not within,
            )
        )
    return tuple(found)


def _pinpoint(fragment: str) -> str:
    """``"annex2"`` → ``"annex 2"``, as the place would be cited; "" for none."""
    word = fragment.rstrip("0123456789")
    number = fragment.removeprefix(word)
    return f"{_PIN_WORDS.get(word, word)} {number}".strip() if number != "1" else word
