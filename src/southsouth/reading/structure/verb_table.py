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
NONE: Final = "(?!)"

VERBS: Final[tuple[Verb, ...]] = (
    Verb("whereas", "whereas", NONE, "whereas", NONE, "assertive", 1, "takesNoteOf"),
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
        "refers to, referring(?: also| further)? to, refer to",
        "is seized, (?:seized), are seized",
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
        "warns, warning, warn",
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
