"""What a reading says, as quads in the document's own named graph, and in ``graph/documents`` what
the symbols that it names tell. Pure.

The same reading gives the same quads in the same order. With ``quotes`` every statement carries
its words; without, only names, titles and symbols are kept: a snapshot may be published where the
text itself may not.
"""

from __future__ import annotations

import pyoxigraph as ox

from southsouth import __version__
from southsouth.graph.rdf.documents import Descriptions
from southsouth.graph.rdf.expressions import emit_expression, expression_statements, source_of
from southsouth.graph.rdf.graph import GraphBuilder
from southsouth.graph.rdf.iris import concept, document_iri, graph_iri, part_iri
from southsouth.graph.rdf.record import emit_record
from southsouth.reading.citations.model import Citation
from southsouth.reading.instruments.events import Event, Role
from southsouth.reading.instruments.kinds import kind_named
from southsouth.reading.instruments.mentions import Mention
from southsouth.reading.instruments.used_names import UsedName
from southsouth.reading.reader import Reading, SpeechAct
from southsouth.reading.structure.front import front_pattern
from southsouth.reading.structure.model import Part, PartKind, Resolution
from southsouth.reading.structure.verbs import qualifiers, verb
from southsouth.un.symbols import Symbol
from southsouth.vocabulary import RDFS_LABEL

#: Kinds whose subject is no name but words of the document.
_IN_WORDS = frozenset({"report"})
_REALIZES = {"decided": "enacts", "requested": "requests", "reported": "reports"}


class _Emitter:
    """Emission of one reading; every method adds one kind of node."""

    def __init__(self, reading: Reading, *, quotes: bool) -> None:
        self.reading = reading
        self.resolution: Resolution = reading.resolution
        self.quotes = quotes
        self.symbol: Symbol = reading.resolution.symbol
        self.document = document_iri(self.symbol)
        self.pages = self.resolution.document.pages
        self.graph = GraphBuilder(graph_iri(self.symbol))
        self.described = Descriptions(self.graph)
        self._parts: dict[str, str] = {}

    def _within(self, part_id: str) -> str:
        """The IRI of a part of this document."""
        iri = self._parts.get(part_id, "")
        if not iri:
            iri = self._parts[part_id] = f"{self.document}#{part_id}"
        return iri

    def run(self) -> GraphBuilder:
        self._provenance()
        self._document()
        for part in self.resolution.parts:
            self._part(part)
        reading = self.reading
        holders = [self._citation_holder(citation) for citation in reading.citations]
        for citation, iri in zip(reading.citations, self._iris("cite", holders), strict=True):
            self._citation(citation, iri)
        known = reading.mentions.known()
        places = [mention.part for mention in known]
        for mention, iri in zip(known, self._iris("mention", places), strict=True):
            self._mention(mention, iri)
        self._names()
        events = self._iris("event", [event.part for event in reading.events])
        for event, iri in zip(reading.events, events, strict=True):
            self._event(event, iri)
        acts = self._iris("act", [act.part for act in reading.acts])
        for act, iri in zip(reading.acts, acts, strict=True):
            self._act(act, iri, events)
        return self.graph

    def _iris(self, what: str, parts: list[str]) -> list[str]:
        """IRIs of the statements of one kind: the part that holds them and a count from 1 in it."""
        counts: dict[str, int] = {}
        iris = []
        for part in parts:
            count = counts[part] = counts.get(part, 0) + 1
            iris.append(self.graph.beneath(self._within(part), f"-{what}{count}"))
        return iris

    @staticmethod
    def _citation_holder(citation: Citation) -> str:
        return citation.footnote or citation.part

    def _provenance(self) -> None:
        graph, iri = self.graph, self.graph.iri
        graph.kind(iri, "ReadingGraph")
        graph.link(iri, "describes", self.document)
        graph.link(iri, "isReadFrom", source_of(self.resolution))
        graph.text(iri, "softwareVersion", __version__)
        places = self.resolution.document.source_map
        pairs = zip(places.reading, places.source, strict=True)
        graph.text(iri, "sourceOffsets", " ".join(f"{here},{there}" for here, there in pairs))
        emit_expression(graph, self.resolution)

    def _document(self) -> None:
        front, graph, iri = self.resolution.front, self.graph, self.document
        self.described.of(self.symbol)
        graph.link(iri, "adoptedBy", concept("body", front.organ) if front.organ else "")
        graph.text(iri, "sessionNumber", front.session)
        for item in front.agenda_items:
            graph.text(iri, "agendaItem", item)
        if self.resolution.document.record is not None:
            emit_record(graph, iri, self.resolution.document.record, self.described.of)
        graph.day(iri, "adoptedOn", front.adopted)
        graph.day(iri, "distributedOn", front.distributed)
        graph.text(iri, "meetingLabel", front.meeting)
        graph.text(iri, "reportingCommittee", front.report_of)
        self._sources_of_adoption()

    def _sources_of_adoption(self) -> None:
        """The committee report or draft named in the brackets under the title."""
        for part in self.resolution.parts:
            if part.kind is not PartKind.FRONT:
                continue
            words = self.resolution.words(part)
            for name, term in (("report", "adoptedOnReport"), ("draft", "adoptedOnDraft")):
                found = front_pattern(name).search(words)
                if found is None:
                    continue
                start, end = part.start + found.start(), part.start + found.end()
                for citation in self.reading.citations:
                    if citation.target is not None and start <= citation.start < end:
                        self.graph.link(self.document, term, document_iri(citation.target))

    def _stands(self, iri: str, kind: str, start: int, end: int, part: str) -> None:
        self.graph.stands(iri, kind, self._within(part), start, end)
        self._page(iri, start)

    def _page(self, iri: str, offset: int) -> None:
        if self.pages.offsets:
            self.graph.number(iri, "onPage", self.pages.page_of(offset))

    def _part(self, part: Part) -> None:
        graph, iri = self.graph, self._within(part.id)
        graph.kind(iri, part.kind.value)
        graph.link(iri, "isPartOf", self.document)
        if part.parent:
            graph.link(iri, "hasParentPart", self._within(part.parent))
        graph.text(iri, "printedNumber", part.number)
        graph.span(iri, "span", part.start, part.end)
        self._page(iri, part.start)
        if self.quotes:
            graph.text(iri, "quote", self.resolution.words(part))
        if part.under:
            graph.link(iri, "standsUnder", self._within(part.under))
        if part.opens:
            opening = part.verbs[0]
            graph.link(iri, "opensWith", concept("verb", opening.verb))
            words = self.resolution.text[opening.start : max(part.phrase_end, opening.end)]
            graph.text(iri, "openingPhrase", " ".join(words.lower().split()))
        if part.marked_in:
            graph.link(iri, "isMarkedIn", self._within(part.marked_in))
            graph.number(iri, "markOffset", part.mark_offset)

    def _citation(self, citation: Citation, iri: str) -> None:
        graph = self.graph
        self._stands(iri, "Citation", citation.start, citation.end, citation.part)
        words = self.resolution.text[citation.start : citation.end]
        graph.text(iri, "surfaceForm", " ".join(words.split()))
        graph.link(iri, "isResolvedBy", concept("how", citation.how.value))
        graph.text(iri, "pinpoint", citation.pinpoint)
        graph.day(iri, "printedDate", citation.printed_date)
        if citation.verb:
            graph.link(iri, "isGovernedBy", concept("verb", citation.verb))
            graph.truth(iri, "isDirect", value=citation.direct)
        graph.text(iri, "citedAs", citation.cited_as)
        if citation.footnote:
            graph.link(iri, "standsInFootnote", self._within(citation.footnote))
        for candidate in citation.candidates:
            graph.link(iri, "hasCandidate", self.described.of(candidate))
        if citation.target is None:
            return
        target = self.described.of(citation.target)
        graph.link(iri, "citesDocument", target)
        graph.link(self.document, "cites", target)
        if citation.verb and citation.direct:
            graph.link(self._within(citation.part), verb(citation.verb).function, target)
        if citation.target_part:
            graph.link(iri, "citesPart", part_iri(citation.target, citation.target_part))

    def _mention(self, mention: Mention, iri: str) -> None:
        graph = self.graph
        self._stands(iri, "Mention", mention.start, mention.end, mention.part)
        words = self.resolution.text[mention.start : mention.end]
        graph.text(iri, "surfaceForm", " ".join(words.split()))
        for candidate in mention.candidates:
            graph.link(iri, "hasCandidate", candidate)
        if mention.thing:
            graph.link(iri, "mentions", mention.thing)
        if mention.name:
            graph.link(iri, "mentionsName", mention.name)

    def _names(self) -> None:
        """Each name that the document uses once, at its first place, with where else it stands."""
        places: dict[tuple[str, str], list[UsedName]] = {}
        for name in self.reading.names:
            places.setdefault((name.name, name.full), []).append(name)
        firsts = [own[0] for own in places.values()]
        iris = self._iris("name", [first.part for first in firsts])
        for iri, first, own in zip(iris, firsts, places.values(), strict=True):
            graph = self.graph
            graph.stands(iri, "NameUse", self._within(first.part), first.start, first.end)
            graph.text(iri, "usedName", first.name, "en")
            graph.text(iri, "furtherSpans", " ".join(f"{n.start},{n.end}" for n in own[1:]))
            graph.text(iri, "introducedAcronym", next((n.acronym for n in own if n.acronym), ""))
            graph.text(iri, "pointsBackTo", first.full, "en")
            for year in sorted({name.held_in for name in own if name.held_in}):
                graph.number(iri, "heldInYear", int(year))

    def _event(self, event: Event, iri: str) -> None:
        graph, kind = self.graph, kind_named(event.kind)
        requested = event.force == "requested"
        self._stands(
            iri,
            "RequestedAction" if requested else kind.rdf_class,
            event.start,
            event.end,
            event.part,
        )
        graph.text(iri, RDFS_LABEL, _event_label(event), "en")
        graph.link(iri, "hasKind", concept("kind", kind.concept))
        graph.link(iri, "hasForce", concept("force", event.force))
        if self.quotes:
            graph.text(iri, "quote", self.resolution.text[event.start : event.end])
        for subject in event.subjects:
            graph.link(iri, "affects", subject.thing)
            if self.quotes or event.kind not in _IN_WORDS:
                graph.text(iri, "affectedName", subject.text)
        if event.new_name is not None:
            self._successor(iri, event, event.new_name)
        for actor in event.actors:
            self._role(iri, "hasActor", "actorLiteral", actor)
        for symbol in event.authority:
            graph.link(iri, "hasAuthority", self.described.of(symbol))
        graph.day(iri, "onDate", event.day)
        if event.generic:
            graph.truth(iri, "isGeneric", value=True)
        self._conditions(iri, event)
        graph.text(iri, "designatedAs", event.designated_as, "en")
        if event.place is not None:
            graph.link(iri, "isIncludedIn", event.place.thing)
        if event.observed_on:
            graph.typed(iri, "observedOn", event.observed_on, "gMonthDay")
        self._asked(event, iri)

    def _asked(self, event: Event, iri: str) -> None:
        """For when and to whom a report is asked for, or an item put on an agenda."""
        graph = self.graph
        graph.text(iri, "forSession", event.session)
        if event.recipient is not None:
            graph.text(iri, "recipientLiteral", event.recipient.text, "en")
        graph.text(iri, "dueLiteral", event.due, "en")
        graph.text(iri, "agendaTitle", event.item, "en")

    def _successor(self, iri: str, event: Event, new: Role) -> None:
        """What the subject of an event becomes: of a renaming, its name."""
        graph = self.graph
        if event.kind != "rename":
            self._role(iri, "hasSuccessor", "successorLiteral", new)
            return
        graph.link(iri, "hasOldName", event.subject.name)
        graph.text(iri, "oldNameLiteral", event.subject.text, "en")
        graph.link(iri, "hasNewName", new.name)
        graph.text(iri, "newNameLiteral", new.text, "en")

    def _conditions(self, iri: str, event: Event) -> None:
        """What stays as it was, how long the event holds, and on which conditions."""
        for aspect in event.preserves:
            self.graph.link(iri, "preserves", concept("aspect", aspect))
        if event.while_exists:
            self.graph.truth(iri, "validWhileExists", value=True)
        for condition in event.conditions if self.quotes else ():
            self.graph.text(iri, "condition", " ".join(condition.split()), "en")

    def _role(self, iri: str, term: str, literal_term: str, role: Role) -> None:
        if role.thing:
            self.graph.link(iri, term, role.thing)
        else:
            self.graph.text(iri, literal_term, role.text, "en")

    def _act(self, act: SpeechAct, iri: str, events: list[str]) -> None:
        graph = self.graph
        self._stands(iri, "SpeechAct", act.use.start, act.use.end, act.part)
        graph.link(iri, "hasVerb", concept("verb", act.use.verb))
        for qualifier in qualifiers(self.resolution.text[act.use.start : act.use.end]):
            graph.text(iri, "qualifier", qualifier)
        for addressee in act.addressees:
            self._role(iri, "hasAddressee", "addresseeLiteral", addressee)
        for index in act.events:
            # a clause may report inside a request ("which was established under …")
            force = self.reading.events[index].force
            graph.link(iri, _REALIZES[force], events[index])
        if act.force == "requested":
            forces = {self.reading.events[index].force for index in act.events}
            if "requested" not in forces:
                self._action(act, iri)

    def _action(self, act: SpeechAct, iri: str) -> None:
        """What a directive act asks for, where it is no event of a kind that is read: its words."""
        text = self.resolution.text
        words = text[act.use.end : act.use.clause_end].rstrip()
        end = act.use.end + len(words)
        start = end - len(words.lstrip())
        if start == end:
            return
        graph, part = self.graph, self._within(act.part)
        asked = graph.beneath(part, iri.removeprefix(part).replace("-act", "-asked"))
        self._stands(asked, "RequestedAction", start, end, act.part)
        graph.text(asked, RDFS_LABEL, "requested action", "en")
        graph.link(asked, "hasKind", concept("kind", "action"))
        graph.link(asked, "hasForce", concept("force", act.force))
        for addressee in act.addressees:
            self._role(asked, "hasActor", "actorLiteral", addressee)
        if self.quotes:
            graph.text(asked, "quote", text[start:end])
        graph.link(iri, "requests", asked)


def _event_label(event: Event) -> str:
    label = kind_named(event.kind).label
    if event.force == "requested":
        label = f"requested {label}"
    if event.new_name is not None:
        return f"{label}: {event.subject.text} → {event.new_name.text}"
    unnamed = event.kind in _IN_WORDS or event.subject.text in label
    return label if unnamed else f"{label}: {event.subject.text}"


def statements(reading: Reading, *, quotes: bool = True) -> GraphBuilder:
    """What a reading states, without blank nodes: in the document's own named graph, and in the
    one of all documents what the symbols that it names tell.

    A reading in another language than English says what holds for its own language version.
    """
    if reading.resolution.document.language != "en":
        return expression_statements(reading, quotes=quotes)
    return _Emitter(reading, quotes=quotes).run()


def emit(reading: Reading, *, quotes: bool = True) -> list[ox.Quad]:
    """The statements of a reading as quads."""
    return statements(reading, quotes=quotes).quads()
