"""The fields of an event, from the clause that states it: who did it, on whose authority, when."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from southsouth.reading.citations.model import Citation
from southsouth.reading.instruments.acting import actor_words
from southsouth.reading.instruments.candidates import clause_start
from southsouth.reading.instruments.heads import kind_of
from southsouth.reading.instruments.passage import Match
from southsouth.reading.instruments.phrases import phrase_after
from southsouth.reading.instruments.roles import Role, Scene, addressees, fill, mention_at, speaker
from southsouth.reading.structure.model import VerbUse
from southsouth.un.dates import MONTHS, PLAIN_DATE, parse_date
from southsouth.un.symbols import Symbol

_MONTH: Final = rf"(?:{'|'.join(MONTHS)})"
#: Citations that tell where something was founded stand behind these words.
_UNDER: Final = re.compile(
    r"[^;.]{0,60}?\b(?:by|under|pursuant\s+to|in\s+accordance\s+with|in\s+pursuance\s+of|through|in|of|to|vide)"
    r"\s+(?:[^;.]{0,70}?\s)?\Z"
)
_DECISIONS: Final = frozenset({"Resolution", "Decision"})
_LISTED: Final = re.compile(r"\s*(?:,|,?\s*and)\s*")
_OTHER_VERB: Final = re.compile(
    r"\b(?:which|requested|decided|welcom\w+|recall\w+|and\s+(?:to\s+)?[a-z]+(?:ed|ing)\b|noting|as\s+well"
    r"|contained|reaffirm\w+|in\s+conformity|mandate)\b"
)
#: Between a citation and the verb that it governs.
_GOVERNS: Final = re.compile(
    r"\A(?:(?!\band\b)[^;]){0,30}?(?:\([^)]*\)[^;]{0,20}?)?(?:,?\s+(?:by|in|through|under|with|of)\s+which\b|,?\s+where(?:by|in)\b|,?\s+which\b"
    r"|,?\s+(?:[a-z]+ing\b|to\s|that\s|and\s+decid|it\s+|decid|establish|creat|proclaim|declar|set|launch|renam"
    r"|dissolv|designat|terminat|call|request|adopt|the\s+(?:General\s+)?Assembly|the\s+(?:Security\s+)?Council"
    r"|the\s+Commission|the\s+Economic))"
)
_ATTRIBUTES: Final = frozenset({"participle", "connective", "attribute"})
#: "its resolution 1/2 on wells, by which it proclaimed": whatever the resolution is on.
_BY_WHICH: Final = re.compile(
    r"\A(?:(?!\b(?:resolution|decision)s?\b)[^;]){0,260}?,?\s+(?:by|in|through)\s+which\s+"
    r"(?:it|the\s+[A-Z][^;,]{2,50}?)\s+(?:(?!welcom|recogni|not|took|recall|acknowledg)[a-z]+\s+){0,3}[a-z]+\Z"
)
#: A citation so near before a verb is the one that it governs, whatever stands behind.
_NEAR: Final = 60
_BY: Final = re.compile(r"\s*,?\s*(?:(?:on|in)\s[^,;.]{3,40}\s+)?(?:jointly\s+)?by\s+")
_BY_NOUN: Final = re.compile(r"\s+(?:,[^,;]{2,60},\s+)?by\s+(?=the\s)")
_OF: Final = re.compile(r"\s+of\s+(?:(?:the|an?|its)\s+)?(?:new\s+)?\Z")
_IT: Final = re.compile(r"\b(?:it|[Ww]e)\b(?:\s+(?:has|had|have|also|hereby|had\s+also))*\s*\Z")
_ITS: Final = re.compile(
    r"\b(?:its|our)\s+(?:[a-z]+\s+)*(?:decisions?|resolutions?|intention|determination|request|call)\b"
)
#: The subject of a reporting clause, and the verbs between it and what is reported.
#: Who is to do something, and what they are to do: "the Panel, in consultation with States, to".
_TO_DO: Final = re.compile(
    r"\s*(?:that\s+|to\s+|upon\s+)?(?:the\s+|its\s+)?(?P<who>(?!that\b|to\b)[^,;:.]{2,160}?)(?:,\s[^;:]{1,300}?,)?\s+"
    r"(?:to|should|shall|continues?)\s+(?:[a-z]+ly\s+)?[a-z]+"
)
_ITS_REQUEST: Final = re.compile(
    r"\s*(?:its|the)\s+(?:requests?|calls?|invitations?),?\s+(?:to|upon|on)(?=\s)"
)
_SUBJECT: Final = re.compile(
    r"(?:\b[Tt]he\s+)?(?P<who>(?:[A-Z][\w’'-]*)(?:\s+(?:of\s+the\s+|of\s+|and\s+|for\s+|on\s+|the\s+)?[A-Z][\w’'-]*)*)"
    r"(?:,\s[^,;]{1,80},)?(?:,?\s+in\s+(?:its\s+)?resolutions?\s[^;]{1,60}?)?(?:\s+(?:has|had|have|also|then|hereby|subsequently|jointly|was|is)\b)*"
    r"(?:\s+(?:decided|requested|agreed|resolved|recommended|called|authorized|authorised|approved|intends?"
    r"|wishe[sd]|proposed|plans|undertook|to)\b(?:\s+[^;,.]{0,60}?)?)?\s*\Z"
)
#: "the decision by the Government of Wells to establish"
_INITIATIVE: Final = re.compile(
    r"\b(?:decisions?|initiatives?|offers?|proposals?|plans?|intention|efforts?|commitment|agreement)\s+"
    r"(?:(?:taken|made|adopted|announced)\s+)?(?:by|of)\s+(?:the\s+)?(?P<who>[A-Z][\w’-]*(?:\s+(?:of\s+the\s+|of\s+|and\s+|on\s+)?[A-Z][\w’-]*)*)"
    r"\s+to\s+(?:[a-z]+ly\s+)?\Z"
)
_WHO: Final = r"(?P<who>[A-Z][\w’-]*(?:\s+(?:of\s+the\s+|of\s+|and\s+|on\s+)?[A-Z][\w’-]*)*)"
#: "…, the Assembly proclaimed": who stands right before the verb.
_DIRECT: Final = re.compile(rf"(?:,\s+|\bwhich\s+)the\s+{_WHO}(?:\s+(?:also|had|has|then))*\s+\Z")
#: "resolution 1/2 of the Conference, which establishes".
_OF_ACT: Final = re.compile(
    r"\b(?:resolution|decision)\s+[^\s,;]+(?:\s+\([^)]*\))?\s+of\s+(?:the\s+)?(?P<who>[A-Z][^,;]{3,120}),\s+which\s[^;]*\Z"
)
#: "the adoption by the Conference of a resolution proclaiming".
_ADOPTED: Final = re.compile(
    r"\badoption\s+by\s+(?:the\s+)?(?P<who>[A-Z][^,;]{3,120}?)\s+of\s+(?:an?\s+|its\s+)?(?:resolution|decision)\b[^;]{0,60}\Z"
)
#: "resolution 1/2, adopted by the Conference on 1 May 2019, in which it proclaimed".
_ADOPTED_BY: Final = re.compile(
    rf"\b(?:resolution|decision)\s[^;]{{0,60}}?\badopted\s+by\s+(?:the\s+)?{_WHO}"
    r"(?:,(?:\s+[A-Z][\w-]+)+\s+and\s+[A-Z]\w+\s+[A-Z]\w+)?"
    r"(?:\s+(?:on|at|in)\s[^;]{0,80}?)?,\s+(?:in|by)\s+which\s+it\s+(?:had\s+|also\s+)*\Z"
)
#: "General Assembly resolution 60/251 establishing the Council".
_BY_ACT: Final = re.compile(
    r"\b(?P<who>General\s+Assembly|Security\s+Council|Economic\s+and\s+Social\s+Council"
    r"|Human\s+Rights\s+Council)\s+(?:resolution|decision)\s[^;,]{1,60}\s\Z"
)
#: "recommended that the Assembly proclaim": who is to do it, on nobody's authority yet.
_RECOMMENDED: Final = re.compile(
    rf"\brecommend(?:ed|ation\b[^;]{{0,90}}?)\s+that\s+(?:the\s+)?{_WHO}\s+\Z"
)
_ITS_DECISION: Final = re.compile(
    r"\b(?:its|our)\s+(?:[a-z]+\s+)*(?:decision|agreement|intent|intention|readiness"
    r"|willingness)\s+to\s+\Z"
)
_ASKED: Final = re.compile(
    rf"(?:\bthat\s+(?:the\s+)?{_WHO}(?:,[^;]{{1,160}},)?\s+(?:should\s+|shall\s+)?"
    rf"|\bneed\s+for\s+(?:the\s+)?{_WHO.replace('who', 'need')}\s+to\s+"
    rf"|\b(?:[Tt]he\s+)?{_WHO.replace('who', 'is')}\s+is\s+(?:also\s+)?(?:requested|invited"
    rf"|urged)\s+to\s+)"
    r"(?:[a-z]+\s+and\s+)?\Z"
)
_RULE: Final = re.compile(
    r"\b(?:The|the)\s+(?P<who>[A-Z][\w’-]*(?:\s+(?:of\s+the\s+|of\s+|and\s+|on\s+)?[A-Z][\w’-]*)*)"
    r"\s+(?:shall|will|may|is)\s+(?:also\s+)?\Z"
)
_NOT_ACTORS: Final = re.compile(
    r"(?:Recall|Not|Welcom|Reaffirm|Decid|Request|Tak|Emphasi|Stress|Bear|Acknowledg|Recogni|Express|Call|Urg"
    r"|Invit|Encourag|In\b|On\b|By\b|At\b|Also\b|And\b|January|February|March|April|May\b|June|July|August"
    r"|September|October|November|December|Resolution|Paragraph|Annex)"
)
_WHEN: Final = re.compile(
    rf"\b(?:on|as\s+of|as\s+from|from|with\s+effect\s+from|effective(?:\s+from)?|no(?:t)?\s+later\s+than|by"
    rf"|in|since|before|until|beginning\s+on|starting\s+on)\s+(?P<day>{PLAIN_DATE}|{_MONTH}\s+(?:19|20)\d\d|(?:19|20)\d\d\b(?!\s*[-–/(]))"
)
_ON: Final = re.compile(rf"\b[Oo]n\s+(?P<day>{PLAIN_DATE}),?\s+(?=(?:the\s+[A-Z]|it\b))")
_EFFECTIVE: Final = re.compile(
    r"\b(?:as\s+(?:of|from)|with\s+effect\s+from|effective(?:\s+from)?)\s+"
    rf"(?P<day>{PLAIN_DATE})(?:,?\s+(?:[a-z]+\s+){{0,3}}|,\s+the\s+[^,;]{{3,200}}\s)\Z"
)
_NEARBY: Final = re.compile(
    rf"\s*,?\s*(?:(?!resolution|decision)[a-z’]+\s+){{0,3}}?{_WHEN.pattern}"
)


def authority_of(scene: Scene, found: Match, use: VerbUse | None) -> Citation | None:
    """The citation on whose authority a reported event happened: "established under resolution
    50/119", "its resolution 64/222, in which it endorsed"; not one that founded what the words
    then rename."""
    text = scene.resolution.text
    own = [c for c in scene.citations if c.part == scene.part.id and _decides_things(c)]
    low = _low(scene, found, use)
    before = [c for c in own if low <= c.start and c.end <= found.trigger[0]]
    near = max(before, key=lambda c: c.end, default=None)
    if near and _RECOMMENDED.search(text, near.end, found.trigger[0]):
        return None
    verb = text[near.end : _verb_end(text, found)] if near else ""
    governs = near is not None and (_GOVERNS.match(verb) or _BY_WHICH.match(verb))
    if governs and near and found.trigger[0] - near.end < _NEAR and found.voice not in _ATTRIBUTES:
        return near
    if found.voice != "connective" and found.voice != "past":
        for citation in own:
            if _follows(text, found, citation):
                return citation
    if found.voice in _ATTRIBUTES:
        return None
    return near if governs else None


def _low(scene: Scene, found: Match, use: VerbUse | None) -> int:
    """From where words speak of an event: behind the verb that governs it, which is not its own:
    "recalling its resolution 1/2, proclaiming"."""
    at = found.trigger[0]
    floor = use.start if use is not None and use.start < at else scene.part.start
    return max(floor, clause_start(scene.resolution.text, at, scene.part.start))


def _verb_end(text: str, found: Match) -> int:
    """Where the first word of a trigger ends; that of a proclamation has its day with it."""
    begin, end = found.trigger
    return begin + len(text[begin:end].split(maxsplit=1)[0])


def _decides_things(citation: Citation) -> bool:
    target = citation.target
    return not citation.footnote and target is not None and target.kind in _DECISIONS


def authorities(scene: Scene, first: Citation | None) -> tuple[Symbol, ...]:
    """The symbols of an authority and of those in one list with it: "resolutions 1267 (1999) and
    1989 (2011)"."""
    if first is None or first.target is None:
        return ()
    listed, at = [first.target], first.end
    text = scene.resolution.text
    for citation in sorted(scene.citations, key=lambda c: c.start):
        joined = citation.start >= at and _LISTED.fullmatch(text[at : citation.start])
        if joined and citation.part == first.part and _decides_things(citation):
            listed += [citation.target] if citation.target else []
            at = citation.end
    return tuple(dict.fromkeys(listed))


def _follows(text: str, found: Match, citation: Citation) -> bool:
    """Whether a citation stands behind the event's words, and tells where it comes from."""
    low = found.trigger[1]
    if not low <= citation.start < found.end + 130:
        return False
    inside = citation.start < found.end
    between = text[found.end : citation.start] if not inside else text[low : citation.start]
    return bool(_UNDER.match(between)) and not _OTHER_VERB.search(between)


def actors_of(
    scene: Scene, found: Match, force: str, use: VerbUse | None, authority: Citation | None
) -> tuple[Role, ...]:
    """Who acts: the named actor, the speaking organ for a decision, the addressee of a request."""
    if "actor" in found.roles:
        return (fill(scene, found.roles["actor"][0]),)
    if force == "decided":
        own = () if found.kind in {"succeed", "merge"} else _decides(scene, found)
        return own or speaker(scene)
    if force == "requested":
        if own := _asked_of(scene, found):
            return own
        return addressed(scene, use) if use is not None else ()
    themselves = {name.words for listed in found.roles.values() for name in listed}
    told = tuple(
        role for role in _reported(scene, found, use, authority) if role.text not in themselves
    )
    if not told and authority is not None and found.kind in {"include", "endorse"}:
        return speaker(scene)
    return told


def _decides(scene: Scene, found: Match) -> tuple[Role, ...]:
    """The subject of a rule: "The Administrative Committee shall set up"."""
    if found.voice != "active":
        return ()
    text, start = scene.resolution.text, found.trigger[0]
    rule = _RULE.search(text, max(scene.part.start, start - 120), start)
    return _role(scene, rule.start("who"), rule.end("who")) if rule else ()


def _asked_of(scene: Scene, found: Match) -> tuple[Role, ...]:
    """Who is to do it, where the words before the verb say so: "that the Committee establish",
    "the need for the Board to create", "the Council is requested to abolish"."""
    if found.voice != "active":
        return ()
    text, start = scene.resolution.text, found.trigger[0]
    asked = _ASKED.search(text, max(scene.part.start, start - 300), start)
    name = next((name for name in ("who", "need", "is") if asked and asked[name]), "")
    return _role(scene, asked.start(name), asked.end(name)) if asked and name else ()


def addressed(scene: Scene, use: VerbUse, asks_from: int = -1) -> tuple[Role, ...]:
    """Whom a directive verb addresses: the bodies that are known, else the words before what they
    are to do."""
    holder = next(p for p in scene.parts.values() if p.start <= use.start < p.end)
    if asks_from >= 0:
        use = use._replace(end=asks_from, clause_end=max(asks_from, holder.end))
    elif own := _ITS_REQUEST.match(scene.resolution.text, use.end, use.clause_end):
        use = use._replace(end=own.end())
    known = addressees(scene.resolution, scene.mentions, scene.authority, holder, use)
    if known:
        return known
    text = scene.resolution.text
    to = _TO_DO.match(text, use.end, use.clause_end)
    words = actor_words(" ".join(to["who"].split())) if to else ""
    return (Role(words),) if words else ()


def _reported(
    scene: Scene, found: Match, use: VerbUse | None, authority: Citation | None
) -> tuple[Role, ...]:
    text, (start, end) = scene.resolution.text, found.trigger
    limit = scene.part.end
    by = next(
        filter(
            None, (pattern.match(text, at, limit) for at in (end, found.end) for pattern in (_BY,))
        ),
        None,
    )
    if by is not None:
        return _named_by(scene, by.end(), _before_subject(text, found, by.end(), limit))
    if found.voice in {"connective", "participle", "attribute", "passive"}:
        return ()
    low = _low(scene, found, use)
    before = text[low:start]
    if stated := _stated(before, text[start:end]):
        return _role(scene, low + stated.start("who"), low + stated.end("who"))
    if _IT.search(before):
        return _it(scene, low, start)
    if (authority is not None and _ITS.search(before)) or _ITS_DECISION.search(before):
        return speaker(scene)
    if found.voice == "nominal":
        return ()
    if own := _INITIATIVE.search(before):
        return _role(scene, low + own.start("who"), low + own.end("who"))
    who = _SUBJECT.search(before)
    if who is None or _NOT_ACTORS.match(who["who"]) or not _acts(who["who"], found):
        return (
            _it(scene, low, start)
            if re.search(r"\bit\s+(?:decided|also\s+decided)", before)
            else ()
        )
    return _role(scene, low + who.start("who"), low + who.end("who"))


def _stated(before: str, verb: str) -> re.Match[str] | None:
    """Who acts, where the words right before the verb name somebody who can."""
    if adopted := _ADOPTED_BY.search(before):
        return adopted
    if _IT.search(before):
        return None
    acts = (_BY_ACT,) if verb.split(maxsplit=1)[0].endswith("ing") else ()
    found = (p.search(before) for p in (_RECOMMENDED, _DIRECT, _OF_ACT, _ADOPTED, *acts))
    return next((stated for stated in found if stated and kind_of(stated["who"])), None)


def _before_subject(text: str, found: Match, at: int, limit: int) -> int:
    """Where the actor's name ends at the latest: "the creation by the Council of a Fund"."""
    subject = found.roles.get("subject")
    if not subject or not at < subject[0].start < limit:
        return limit
    of = _OF.search(text, at, subject[0].start)
    return of.start() if of else limit


def _acts(who: str, found: Match) -> bool:
    return bool(kind_of(who)) or found.voice == "past"


def _it(scene: Scene, low: int, at: int) -> tuple[Role, ...]:
    """Whom "it" means: the organ named before it, or the one that speaks."""
    text = scene.resolution.text
    if re.search(r"\bits\b", text[low:at]):
        return speaker(scene)
    named = [
        mention
        for mention in scene.mentions.between(low, at)
        if mention.thing
        and re.match(
            r"\s+(?:in\s+its\s+)?(?:resolution|decision)", text[mention.end : mention.end + 30]
        )
    ]
    return _role(scene, named[-1].start, named[-1].end) if named else speaker(scene)


def _named_by(scene: Scene, at: int, limit: int) -> tuple[Role, ...]:
    text = scene.resolution.text
    if re.match(
        r"(?:its|our)\s|(?:paragraphs?\s+\d+\s+of\s+)?(?:its\s+)?resolution\s", text[at : at + 40]
    ):
        return speaker(scene)
    phrase = phrase_after(text, at, limit)
    if (
        phrase is None
        or not text[phrase.start].isupper()
        or _NOT_ACTORS.match(text[phrase.start : phrase.end])
    ):
        return ()
    return _role(scene, phrase.start, phrase.end)


def _role(scene: Scene, start: int, end: int) -> tuple[Role, ...]:
    words = " ".join(scene.resolution.text[start:end].split())
    mention = mention_at(scene, start, end)
    if mention is not None and (mention.start, mention.end) == (start, end) and mention.thing:
        return (Role(words, mention.thing, mention.name),)
    acting = actor_words(words)
    return (Role(acting),) if acting else ()


def effective_day(scene: Scene, found: Match) -> date | None:
    """The day from which the words say that it holds, right before the verb: "shall, as from 1 July
    2010, bear the title"."""
    text, at = scene.resolution.text, found.trigger[0]
    low = max(clause_start(text, at, scene.part.start), at - 260)
    effective = _EFFECTIVE.search(text, low, at)
    return parse_date(effective["day"]) if effective else None


def stated_day(scene: Scene, found: Match) -> date | None:
    """The day that the words themselves give, next to the verb or behind the event."""
    text, limit = scene.resolution.text, scene.part.end
    for at in (found.trigger[1], found.end):
        near = _NEARBY.match(text, at, min(limit, at + 80))
        if near is not None and (day := parse_date(near["day"])):
            return day
    low = clause_start(text, found.trigger[0], scene.part.start)
    before = list(_ON.finditer(text, low, found.trigger[0]))
    return parse_date(before[-1]["day"]) if before else None
