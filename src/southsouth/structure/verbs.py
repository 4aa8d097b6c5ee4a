"""The verbs of resolutions: one table, from which ``ontology/verbs.ttl`` is written.

``commitment`` orders what an organ does to the thing it speaks of (the house scale: notes < takes
note < recalls < welcomes < reaffirms < endorses < urges < requests < decides). ``act`` is the kind
of speech act and settles the force of what the verb governs: a *declarative* decides, a
*directive* requests of another, the rest report. ``function`` is the sub-property of ``cites``
for a citation that the verb governs. Verb lists: UN Editorial Manual, "Drafting resolutions".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its forms: third person, participle, and base for "We, the …" texts.

    The forms are regular expressions of lower-case text without groups.
    """

    handle: str
    label: str
    third: str
    participle: str
    base: str
    act: str
    commitment: int
    function: str


def _rows(act: str, commitment: int, function: str, *forms: str) -> tuple[Verb, ...]:
    """Rows written as ``"recalls, recalling, recall"``; a fourth form is the label.

    The handle is the label's base form, ``take-note-of``.
    """
    rows = []
    for form in forms:
        third, participle, base, *label = form.split(", ")
        plain = re.sub(r"\(\?:([a-z ]+).*?\)", r"\1", base)
        if label:  # "takes note" is called "takes note of"
            plain += label[0].removeprefix(third)
        handle = re.sub(r"[^a-z]+", "-", re.sub(r"^are\b", "be", plain)).strip("-")
        shown = re.sub(r"\(\?:([a-z ]+).*?\)", r"\1", re.sub(r"\(\?:[^)]*\)\?", "", third))
        shown = label[0] if label else shown
        rows.append(Verb(handle, shown, third, participle, base, act, commitment, function))
    return tuple(rows)


#: A form that a verb does not have.
_NONE: Final = "(?!)"

VERBS: Final[tuple[Verb, ...]] = (
    Verb("whereas", "whereas", _NONE, "whereas", _NONE, "assertive", 1, "takesNoteOf"),
    *_rows("assertive", 1, "takesNoteOf",
        "notes, noting, note",
        "observes, observing, observe",
        "considers, considering, consider",
        "bears in mind, bearing in mind, bear in mind",
        "takes into account, taking into account, take into account",
        "takes into consideration, taking into consideration, take into consideration",
        "is aware, aware, are aware",
        "is mindful, mindful, are mindful",
        "is conscious, conscious, are conscious",
        "is cognizant, cognizant, are cognizant",
        "realizes, realizing, realize",
        "is acting, acting, are acting",
        "has noted, having(?: also| further)? noted, have noted",
        "has considered, having(?: also| further)? considered, have considered",
        "has examined, having(?: also| further)? examined, have examined",
        "has received, having(?: also| further)? received, have received",
        "has reviewed, having(?: also| further)? reviewed, have reviewed",
        "has listened, having(?: also| further)? listened, have listened",
        "anticipates, anticipating, anticipate",
        "has heard, having(?: also| further)? heard, have heard",
        "refers to, referring to, refer to",
    ),
    *_rows("assertive", 2, "takesNoteOf",
        "takes note, taking note, take note, takes note of",
    ),
    *_rows("assertive", 3, "recalls",
        "recalls, recalling, recall",
    ),
    *_rows("assertive", 3, "emphasizes",
        "recognizes, recognizing, recognize",
        "acknowledges, acknowledging, acknowledge",
        "believes, believing, believe",
        "is convinced, convinced, are convinced",
        "is guided, guided, are guided",
    ),
    *_rows("expressive", 3, "emphasizes",
        "expresses, expressing, express",
        "is concerned, (?:concerned), are concerned",
        "is alarmed, (?:alarmed), are alarmed",
        "is preoccupied, (?:preoccupied), are preoccupied",
        "is disturbed, (?:disturbed), are disturbed",
        "deplores, deploring, deplore",
        "regrets, regretting, regret",
        "objects, objecting, object",
        "is encouraged, (?:encouraged), are encouraged",
        "condemns, condemning, condemn",
        "rejects, rejecting, reject",
        "denounces, denouncing, denounce",
        "shares, sharing, share",
        "hopes, hoping, hope",
        "trusts, trusting, trust",
        "wishes, wishing, wish",
        "looks forward, looking forward, look forward",
        "is determined, determined, are determined",
        "is desirous, (?:desirous|desiring), desire",
    ),
    *_rows("expressive", 4, "welcomes",
        "welcomes, welcoming, welcome",
        "appreciates, appreciating, appreciate",
        "commends, commending, commend",
        "congratulates, congratulating, congratulate",
        "thanks, thanking, thank",
        "pays tribute, paying tribute, pay tribute",
        "conveys, conveying, convey",
        "honours, honouring, honour",
        "commemorates, commemorating, commemorate",
    ),
    *_rows("assertive", 5, "emphasizes",
        "stresses, stressing, stress",
        "emphasizes, emphasizing, emphasize",
        "underlines, underlining, underline",
        "underscores, underscoring, underscore",
        "highlights, highlighting, highlight",
        "draws attention, drawing attention, draw attention",
        "draws the attention, drawing the attention, draw the attention",
        "calls attention, calling attention, call attention",
        "reminds, reminding, remind",
    ),
    *_rows("assertive", 5, "reaffirms",
        "reaffirms, reaffirming, reaffirm",
        "affirms, affirming, affirm",
        "reiterates, reiterating, reiterate",
        "renews, renewing, renew",
        "reconfirms, reconfirming, reconfirm",
        "re-emphasizes, re-emphasizing, re-emphasize",
        "commits, committing, commit",
        "pledges, pledging, pledge",
        "recommits, recommitting, recommit",
        "remains, remaining, remain",
    ),
    *_rows("declarative", 6, "endorses",
        "endorses, endorsing, endorse",
    ),
    *_rows("expressive", 6, "endorses",
        "supports, supporting, support",
        "concurs, concurring, concur",
        "agrees, agreeing, agree",
        "accepts, accepting, accept",
    ),
    *_rows("directive", 7, "callsForActionOn",
        "encourages, encouraging, encourage",
        "invites, inviting, invite",
        "appeals, appealing, appeal",
        "suggests, suggesting, suggest",
        "recommends, recommending, recommend",
        "proposes, proposing, propose",
    ),
    *_rows("directive", 8, "callsForActionOn",
        "urges, urging, urge",
        "calls (?:once again )?(?:upon|on), calling (?:once again )?(?:upon|on), call (?:upon|on)",
        "calls (?:once again )?for, calling (?:once again )?for, call for",
        "exhorts, exhorting, exhort",
    ),
    *_rows("directive", 9, "callsForActionOn",
        "requests, requesting, request",
        "prohibits, prohibiting, prohibit",
        "instructs, instructing, instruct",
        "directs, directing, direct",
        "demands, demanding, demand",
        "authorizes, authorizing, authorize",
        "entrusts, entrusting, entrust",
        "mandates, mandating, mandate",
    ),
    *_rows("declarative", 10, "actsOn",
        "decides, deciding, decide",
        "resolves, (?:resolving|resolved), resolve",
        "approves, approving, approve",
        "adopts, adopting, adopt",
        "establishes, establishing, establish",
        "proclaims, proclaiming, proclaim",
        "declares, declaring, declare",
        "designates, designating, designate",
        "appoints, appointing, appoint",
        "confirms, confirming, confirm",
        "determines, determining, determine",
        "terminates, terminating, terminate",
        "dissolves, dissolving, dissolve",
        "renames, renaming, rename",
        "extends, extending, extend",
        "transmits, transmitting, transmit",
        "appropriates, appropriating, appropriate",
        "elects, electing, elect",
        "amends, amending, amend",
    ),
)  # fmt: skip


def plain_forms(pattern: str) -> tuple[str, ...]:
    """The words that a form of the table matches, without what is optional in it: ``"calls
    (?:once again )?(?:upon|on)"`` → ``("calls upon", "calls on")``; () for a form that is none."""
    if pattern == _NONE:
        return ()
    spare = re.sub(r"\(\?:[^)]*\)\?", "", pattern)
    found = re.search(r"\(\?:([^)]*)\)", spare)
    if found is None:
        return (spare,)
    return tuple(spare.replace(found[0], choice) for choice in found[1].split("|"))


#: What a speech act of that kind does with an event that it speaks of.
FORCE_OF_ACT: Final = {
    "declarative": "decided",
    "directive": "requested",
    "assertive": "reported",
    "expressive": "reported",
}


def force_of(handle: str) -> str:
    """``decided``, ``requested`` or ``reported``: what that verb does with what it speaks of."""
    return FORCE_OF_ACT[verb(handle).act]


_BEFORE: Final = (
    "also", "further", "furthermore", "moreover", "once again", "again", "strongly", "deeply",
    "gravely", "seriously", "particularly", "firmly", "profoundly", "solemnly", "unequivocally",
    "equally", "extremely", "fully", "specifically", "finally", "duly", "categorically", "hereby",
    "therefore", "accordingly", "in this regard", "in this context", "in this connection", "being",
)  # fmt: skip
_FEELING: Final = (
    "appreciation", "concern", "satisfaction", "interest", "regret", "alarm", "gratitude",
    "indignation", "approval", "dismay", "disappointment", "anxiety",
)  # fmt: skip
_OBJECT: Final = (
    *_FEELING, "conviction", "support", "thanks", "hope", "belief", "solidarity", "condolences",
    "sympathy", "condemnation", "determination", "distress", "expectation", "outrage", "readiness",
)  # fmt: skip


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


#: What follows where "further" belongs to the object: "Encourages further efforts".
_ADJECTIVAL: Final = (
    r"(?:[a-z-]+(?:al|ed|ing|ive|ous|ent|ic|able|ible)\s+)?(?:and\s+)?(?:[a-z-]+\s+)?(?:efforts?|action"
    r"|research|progress|support|cooperation|development|work|study|studies|steps|consideration"
    r"|measures|dialogue|discussions?|information|contributions|ratifications|accessions|initiatives"
    r"|strengthening|improvements?|integration|engagement|implementation|activities|promotion"
    r"|collaboration|exchanges?|consultations|coordination|participation|investment|reforms?)\b"
)
_AFTER: Final = (
    rf"(?:\s+(?:also|further(?:(?<=ing\sfurther)|(?!\s+(?:{_ADJECTIVAL})))|once\s+(?:again|more)|again|in\s+particular"
    rf"|unequivocally|strongly|categorically|firmly|unreservedly|without\s+reservation|in\s+this\s+regard"
    rf"|in\s+the\s+strongest\s+(?:possible\s+)?terms"
    rf"|with\s+(?:[a-z]+\s+){{0,3}}(?:{_any(_FEELING)})(?:\s+and\s+(?:{_any(_FEELING)}))?))*"
)
#: "expresses its deep concern": what is expressed belongs to the phrase
_EXPRESSED: Final = rf"(?:\s+[a-z-]+){{0,5}}?\s+(?:{_any(_OBJECT)})s?"


def _form(handle: str, form: str) -> str:
    spaced = form.replace(" ", r"\s+")
    return f"(?:{spaced}){_EXPRESSED}" if handle == "express" else spaced


_CHOICE: Final = re.compile(r"\(\?:([a-z]+(?:\|[a-z]+)*)\)")


def _forms(persons: str) -> list[str]:
    """The forms of all verbs in those persons, "t", "p" and "b", each beginning with a letter."""
    forms: set[str] = set()
    for row in VERBS:
        for person, form in (("t", row.third), ("p", row.participle), ("b", row.base)):
            if person in persons and form != _NONE:
                choice = _CHOICE.fullmatch(form)
                choices = choice[1].split("|") if choice else [form]
                forms.update(_form(row.handle, one) for one in choices)
    # the longest first, and then by letter, so that the pattern is the same in every run
    return sorted(forms, key=lambda form: (-len(form), form))


def _alternation(persons: str) -> str:
    """The forms as one pattern, by their first letters: most words are no verb, and that shows
    after some twenty letters instead of after hundreds of forms."""
    by_letter: dict[str, list[str]] = {}
    for form in _forms(persons):
        letter = form.removeprefix("(?:")[0]
        by_letter.setdefault(letter, []).append(form)
    return "|".join(
        f"{letter}(?:{'|'.join(form.replace(letter, '', 1) for form in forms)})"
        for letter, forms in by_letter.items()
    )


@cache
def opening_pattern() -> re.Pattern[str]:
    """Matches the opening verb phrase at the start of a provision, any person, any case.

    The verb without its qualifiers is the group ``verb``.
    """
    return re.compile(
        rf"(?:We(?:,[^,;]{{0,80}},)?\s+)?(?:(?:{_any(_BEFORE)}),?\s+)*"
        rf"(?:continu(?:es|ing|e)\s+to\s+)?(?P<verb>{_alternation('tpb')})\b(?:{_AFTER})",
        re.IGNORECASE,
    )


_LETTERS: Final = re.compile(r"[A-Za-z]+")


@cache
def _first_words() -> frozenset[str]:
    """The letters that an opening verb phrase can begin with, up to a space or hyphen."""
    words = (*_BEFORE, *_forms("tpb"), "we", "continue", "continues", "continuing")
    return frozenset(_LETTERS.match(word.removeprefix("(?:"))[0] for word in words)  # type: ignore[index]


def may_open(text: str, start: int) -> bool:
    """Whether the word at ``start`` can begin an opening verb phrase: most cannot, and the pattern
    need not be tried."""
    word = _LETTERS.match(text, start)
    return word is not None and word[0].lower() in _first_words()


@cache
def _qualifier_pattern() -> re.Pattern[str]:
    before, after = _any(_BEFORE), _AFTER.removeprefix(r"(?:\s+").removesuffix(")*")
    return re.compile(rf"(?:{before})\b|{after}", re.IGNORECASE)


@lru_cache(maxsize=4096)
def qualifiers(phrase: str) -> tuple[str, ...]:
    """What qualifies the verb of a phrase, in order: ``"Also notes with deep concern"`` →
    ``("also", "with deep concern")``. Lower case, single spaces; () for a bare verb."""
    opening = opening_pattern().match(phrase)
    if opening is None:
        return ()
    outside = (phrase[: opening.start("verb")], phrase[opening.end("verb") : opening.end()])
    return tuple(
        " ".join(found[0].lower().split())
        for words in outside
        for found in _qualifier_pattern().finditer(words)
    )


#: Verbs whose object noun belongs to the phrase: "Reiterates its call upon".
_WITH_OBJECT: Final = frozenset({
    "reiterate", "reaffirm", "renew", "recall", "affirm", "re-emphasize", "convey", "declare",
    "emphasize", "confirm",
})  # fmt: skip
_OWN_OBJECT: Final = re.compile(
    r"\s+(?:its|our|their)(?:\s+[a-z-]+){0,3}?\s+"
    rf"(?:(?:call|request|appeal)s?(?:\s+(?:upon|for)\b)?|(?:{_any(_OBJECT)}|invitation|commitment|demand|encouragement"
    r"|recommendation|endorsement|willingness|intention|resolve|opposition|faith|urging|wish"
    r"|dedication|rejection|acknowledgement|adherence)s?\b(?!\s+of\s+and))"
)
#: What completes "Remains deeply concerned" and "Considers it necessary".
_COMPLEMENT: Final = re.compile(
    r"\s+(?:(?:[a-z]+ly\s+)?(?:concerned|alarmed|seized|convinced|committed|disturbed|determined)"
    r"|it\s+(?:necessary|important|essential|alarming|appropriate|desirable|useful|imperative))\b"
)
_COMPLETED: Final = frozenset({"remain", "consider", "believe"})
_JOINED: Final = ",?\\s+and\\s+"


def phrase_end(text: str, opening: re.Match[str], end: int) -> int:
    """Where the opening phrase ends that ``opening`` begins: behind the object noun of "reiterates
    its call upon" and behind a second verb joined to the first, "welcomes and encourages"."""
    at = opening.end()
    handle = verb_of(opening["verb"])
    if handle in _WITH_OBJECT and (found := _OWN_OBJECT.match(text, at, end)):
        at = found.end()
    if handle in _COMPLETED and (found := _COMPLEMENT.match(text, at, end)):
        at = found.end()
    if second := _joined_pattern(is_third_person(opening["verb"])).match(text, at, end):
        at = second.end()
    return at


@cache
def _joined_pattern(third: bool) -> re.Pattern[str]:
    return re.compile(
        rf"{_JOINED}(?:(?:{_any(_BEFORE)})\s+)*(?:{_alternation('t' if third else 'p')})\b{_AFTER}"
    )


@cache
def further_pattern() -> re.Pattern[str]:
    """Matches a further verb of the speaking organ inside a provision, with what joins it.

    Third person in operative paragraphs ("…, and requests"), participle in preambular ones
    ("…, and recognizing"). The verb phrase is the group ``phrase``, the verb ``verb``.
    """
    return re.compile(
        # a comma, semicolon or colon, or the word "and"; one set of letters first, so that the
        # search runs from one of them to the next
        r"[,;:a](?:(?<=[,;:])\s+(?:and\s+|while\s+)?|(?<=\ba)nd\s+)"
        r"(?:(?:in\s+(?:this|that)\s+(?:regard|context|connection|respect)|in\s+the\s+same\s+manner"
        r"|to\s+(?:this|that)\s+end|therefore|accordingly|in\s+addition),?\s+)?"
        rf"(?P<phrase>(?:(?:{_any(_BEFORE)}),?\s+)*(?P<verb>{_alternation('tp')})\b(?:{_AFTER}))"
    )


@cache
def _stem(form: str) -> str:
    """The letters, three at most, that all words begin with which a form matches."""
    letters = _LETTERS.match(form.removeprefix("(?:"))
    return letters[0][:3] if letters else form


@cache
def verb_of(surface: str) -> str:
    """The handle of the verb whose form ``surface`` is: ``"Takes  note"`` → ``"take-note"``.

    Raises ValueError for words that are no form of a verb in the table.
    """
    words = " ".join(surface.lower().split())
    for row in VERBS:
        for form in (row.third, row.participle, row.base):
            # few forms begin so, and only those need to be compiled
            if words.startswith(_stem(form)) and re.fullmatch(_form(row.handle, form), words):
                return row.handle
    raise ValueError(f"no verb in {surface!r}")


@cache
def is_third_person(surface: str) -> bool:
    """Whether the words are the third-person form of their verb."""
    row = verb(verb_of(surface))
    return bool(re.fullmatch(_form(row.handle, row.third), " ".join(surface.lower().split())))


@cache
def is_base_form(surface: str) -> bool:
    """Whether the words are the base form of their verb, as lists of things to do have it."""
    row = verb(verb_of(surface))
    return bool(re.fullmatch(_form(row.handle, row.base), " ".join(surface.lower().split())))


@cache
def verb(handle: str) -> Verb:
    """The row of that handle; KeyError where there is none."""
    for row in VERBS:
        if row.handle == handle:
            return row
    raise KeyError(handle)
