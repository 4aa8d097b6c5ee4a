"""Clauses: what a verb of change does with the phrases around it, in every alternation.

The same row of the lexicon is read in the active ("rename X as Y"), the passive ("X shall be
renamed Y", "which was renamed Y", "the functions of X be transferred to Y"), as a participle ("X,
renamed Y in 1990", "the newly created X"), as a noun ("the renaming of X as Y", "its renaming as
Y", "X’s renaming"), and with the second role first ("into which X was merged"). All offsets are
those of a masked text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from southsouth.reading.instruments import lexicon
from southsouth.reading.instruments.active import active, past
from southsouth.reading.instruments.clause import (
    BE,
    Clause,
    Reading,
    ends,
)
from southsouth.reading.instruments.nominal import nominal
from southsouth.reading.instruments.passive import participle, passive
from southsouth.reading.instruments.predicate import Predicate

_MODAL: Final = re.compile(
    r"(?:\b(?:to|and|or|will|shall|should|would|may|must|can|could)(?:,\s[^,;]{1,60},)?\s+|\A\s*)\Z"
)
_VOICES: Final = {
    lexicon.BASE: (("active", active),),
    lexicon.THIRD: (("active", active),),
    lexicon.PAST: (("passive", passive), ("active", past), ("participle", participle)),
    lexicon.GERUND: (("nominal", nominal), ("active", active)),
    lexicon.NOUN: (("nominal", nominal),),
}


def readings(clause: Clause, use: lexicon.Use) -> Iterator[Reading]:
    """What the trigger can say as that form of that predicate, the likeliest first."""
    bare = use.form == lexicon.BASE and "bare" in use.predicate.less.split()
    if bare and not ends(_MODAL, clause, clause.start):
        return  # "in close cooperation"
    voices = use.predicate.voices.split("|")
    verbal = use.form != lexicon.GERUND or _listed(clause, use.predicate)
    passive = _is_past(clause, use) and ends(BE, clause, clause.start)
    for voice, reader in _VOICES[use.form]:
        if voice in voices and not (voice == "nominal" and not verbal) and not passive:
            yield from reader(clause, use.predicate)


def _is_past(clause: Clause, use: lexicon.Use) -> bool:
    """Whether a base form is its own participle too: "set up"."""
    word = clause.text[clause.start : clause.end].lower()
    return use.form == lexicon.BASE and word == use.predicate.participle


def _listed(clause: Clause, row: Predicate) -> bool:
    return clause.text[clause.start : clause.end].lower() in row.nominals.split("|")
