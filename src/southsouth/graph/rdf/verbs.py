"""``ontology/verbs.ttl``, written from the tables of the code: run ``make ontology``.

The verbs, the forces, the kinds of event, the ways of resolution, the aspects: each a SKOS concept.
The tables are the one place where they are kept; a test says when the file is behind them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from southsouth.language import ReuseKind
from southsouth.reading.citations.model import How
from southsouth.reading.instruments.kinds import KINDS
from southsouth.reading.instruments.qualifying import ASPECTS
from southsouth.reading.structure.verb_table import VERBS, Verb
from southsouth.reading.structure.verbs import FORCE_OF_ACT, plain_forms

_FORCES: Final = (
    ("decided", "decided", "The speaking organ does it by these words."),
    ("requested", "requested", "The speaking organ asks another to do it; it is not done yet."),
    ("reported", "reported", "The words tell of something done elsewhere or before."),
    ("silent", "silent", "No document tells it: one name stops and another starts."),
    ("attested", "attested by use", "No document tells it: later documents use the new name."),
)
_HOW: Final = {
    How.SYMBOL: "The symbol is printed.",
    How.ORGAN_NAMED: "The number is printed, and the organ is named with it.",
    How.ORGAN_IN_CONTEXT: "The number is printed; the organ follows from the context.",
    How.FOOTNOTE: "The citation stands in the footnote of the provision.",
    How.IBID: "Ibid.: the document that the footnote before cites.",
    How.LINK: "The publisher's own hyperlink names the document.",
    How.NAMED: "An instrument is named, and the authority records say what document carries it.",
    How.WITHIN_NAME: "A name within a title or within the name of a body: it cites nothing.",
    How.UNRESOLVED: "The words cite something, and it cannot be told what.",
}
_STATUS: Final = (
    ("official", "official name", "The name by which the founding or renaming act calls it."),
    ("short", "short name", "A shorter form that documents use."),
    ("variant", "variant", "Another spelling or wording that documents use."),
    ("acronym", "acronym", "The initials."),
    ("general", "general name", "Too general by itself to be looked for in texts."),
    ("proposed", "proposed name", "Found in documents; no curator has confirmed it yet."),
)
_POSITIONS: Final = (
    ("in-favour", "in favour", "The State voted for the text."),
    ("against", "against", "The State voted against the text."),
    ("abstaining", "abstaining", "The State abstained."),
)
_REUSES: Final = {
    ReuseKind.IDENTICAL: "All words are the same, whatever the number, the case, the punctuation.",
    ReuseKind.AMENDED: "Words were put in, taken out or replaced.",
    ReuseKind.MERGED: "Other words of the paragraph come from a further earlier one.",
    ReuseKind.SPLIT: "Other words of the source went to a further paragraph of the same document.",
    ReuseKind.MOVED: "It went from the preamble to the operative part, or back.",
}
_CONFIDENCE: Final = (
    ("verified", "verified", "Read in an official text, or in two independent sources."),
    ("single-source", "single source", "Read in one source only."),
    ("learned", "learned", "Learned from documents by rule; no curator has confirmed it yet."),
)
_REVIEW: Final = (
    ("proposed", "proposed", "A program proposes the link; nobody has looked at it yet."),
    ("confirmed", "confirmed", "A person has looked at the link and found it right."),
    ("rejected", "rejected", "A person has looked at the link and found it wrong."),
)
_HEADER: Final = """\
# Written from the tables of the code by `make ontology`: change those, not this file.
@prefix ss: <https://w3id.org/southsouth/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@base <https://w3id.org/southsouth/> .
"""


def _scheme(handle: str, label: str) -> str:
    return f'\n<{handle}> a skos:ConceptScheme ;\n    rdfs:label "{label}"@en .\n'


def _concept(scheme: str, handle: str, label: str, *more: str) -> str:
    lines = [
        f"\n<{scheme}/{handle}> a skos:Concept ;",
        f"    skos:inScheme <{scheme}> ;",
        f'    rdfs:label "{label}"@en ;',
        *(f"    {line} ;" for line in more),
        f'    skos:prefLabel "{label}"@en .',
    ]
    return "\n".join(lines) + "\n"


def _definition(text: str) -> str:
    return f'skos:definition "{text}"@en'


def _forms(row: Verb) -> Iterator[str]:
    """How the verb opens operative and preambular paragraphs; alternatives one by one."""
    for term, pattern in (("operativeForm", row.third), ("preambularForm", row.participle)):
        for form in plain_forms(pattern):
            yield f'ss:{term} "{form}"@en'


def _verbs() -> Iterator[str]:
    yield _scheme("verb", "Verbs of resolutions")
    for row in sorted(VERBS, key=lambda row: (row.commitment, row.handle)):
        yield _concept(
            "verb",
            row.handle,
            row.label,
            f"ss:commitment {row.commitment}",
            f'ss:actKind "{row.act}"',
            *_forms(row),
            f"ss:givesForce <force/{FORCE_OF_ACT[row.act]}>",
            f"ss:citesBy ss:{row.function}",
        )


def verbs_turtle() -> str:
    """The whole file."""
    parts = [_HEADER, *_verbs()]
    parts.append(_scheme("force", "Forces of speech acts"))
    parts += [_concept("force", h, label, _definition(text)) for h, label, text in _FORCES]
    parts.append(_scheme("kind", "Kinds of event"))
    kinds = {row.concept: row.label for row in KINDS}
    parts += [_concept("kind", handle, label) for handle, label in sorted(kinds.items())]
    parts.append(_scheme("how", "Ways in which a citation is resolved"))
    parts += [
        _concept("how", how.value, how.value.replace("-", " "), _definition(text))
        for how, text in _HOW.items()
    ]
    parts.append(_scheme("aspect", "What a change leaves as it was"))
    parts += [_concept("aspect", handle, label) for handle, label, _ in ASPECTS]
    parts.append(_scheme("status", "Status of names"))
    parts += [_concept("status", h, label, _definition(text)) for h, label, text in _STATUS]
    parts.append(_scheme("confidence", "Degrees of confidence"))
    parts += [_concept("confidence", h, label, _definition(t)) for h, label, t in _CONFIDENCE]
    parts.append(_scheme("reuse", "Ways in which language is used again"))
    parts += [_concept("reuse", k.value, k.value, _definition(t)) for k, t in _REUSES.items()]
    parts.append(_scheme("position", "Positions in a vote"))
    parts += [_concept("position", h, label, _definition(t)) for h, label, t in _POSITIONS]
    parts.append(_scheme("review", "Review of proposed links"))
    parts += [_concept("review", h, label, _definition(text)) for h, label, text in _REVIEW]
    return "".join(parts)


def main() -> None:
    """Write the file in the checkout that this is run in."""
    Path("ontology/verbs.ttl").write_text(verbs_turtle(), encoding="utf-8")


if __name__ == "__main__":
    main()
