"""The shapes let a sound graph through, and say what is wrong with each way to spoil it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pyshacl
import pytest
import rdflib
from rdflib.namespace import RDF, SH
from tests.places import ROOT

ONTOLOGY = ROOT / "ontology"

PREFIXES = """\
@base <https://w3id.org/southsouth/> .
@prefix ss: <https://w3id.org/southsouth/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix doc: <https://w3id.org/southsouth/document/A/RES/90/1#> .
"""

#: A made-up resolution that renames one fund and asks for the renaming of another, with the
#: records of what it speaks of, and the later use that shows the second renaming.
SOUND = """\
<graph/document/A/RES/90/1> a ss:ReadingGraph ;
    ss:describes <document/A/RES/90/1> ;
    ss:isReadFrom <source/sha256-1> ;
    ss:softwareVersion "0.1.0" .
<source/sha256-1> a ss:SourceFile ;
    ss:fileName "lakes.md" ;
    ss:mediaType "text/markdown" ;
    ss:sourceHash "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" ;
    ss:textHash "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210" .
<source/sha256-1> ss:isManifestationOf <expression/A/RES/90/1/en> .
<expression/A/RES/90/1/en> a ss:Expression ; ss:inLanguage "en" .
<expression/A/RES/90/1/fr#op1> a ss:PartWording ; ss:isWordingOf doc:op1 .
<state/xyz> a ss:State .
doc:vote-xyz a ss:Vote ;
    ss:isVoteOn <document/A/RES/90/1> ; ss:isCastBy <state/xyz> ;
    ss:hasPosition <position/against> .

<document/A/RES/90/1> a ss:Resolution ;
    rdfs:label "A/RES/90/1" ;
    ss:symbol "A/RES/90/1" ;
    ss:title "Lakes and wells"@en ;
    ss:adoptedBy <body/general-assembly> ;
    ss:adoptedOn "2035-12-20"^^xsd:date ;
    ss:distributedOn "2036-01-10"^^xsd:date ;
    ss:cites <document/A/RES/80/5> .
<document/A/RES/80/5> a ss:Resolution ;
    rdfs:label "A/RES/80/5" ;
    ss:symbol "A/RES/80/5" ;
    ss:adoptedOn "2025-12-20"^^xsd:date .

doc:pp1 a ss:PreambularParagraph ;
    ss:isPartOf <document/A/RES/90/1> ;
    ss:span "0,27" ;
    ss:quote "Recalling resolution 80/5,¹" .
doc:op1 a ss:OperativeParagraph ;
    ss:isPartOf <document/A/RES/90/1> ;
    ss:printedNumber "1" ; ss:span "28,80" ;
    ss:quote "Decides to rename the Lakes Fund as the Rivers Fund;" .
doc:op2 a ss:OperativeParagraph ;
    ss:isPartOf <document/A/RES/90/1> ;
    ss:printedNumber "2" ; ss:span "81,137" ;
    ss:quote "Invites the Office to rename the Wells Fund, Water Fund." .
doc:fn1 a ss:Footnote ;
    ss:isPartOf <document/A/RES/90/1> ;
    ss:printedNumber "1" ; ss:span "138,144" ;
    ss:quote "Ibid.." .

doc:pp1-cite1 a ss:Citation ;
    ss:standsIn doc:pp1 ; ss:span "10,25" ;
    ss:quote "resolution 80/5" ; ss:surfaceForm "resolution 80/5" ;
    ss:isResolvedBy <how/organ-in-context> ;
    ss:printedDate "2025-12-20"^^xsd:date ;
    ss:citesDocument <document/A/RES/80/5> .
doc:fn1-cite1 a ss:Citation ;
    ss:standsIn doc:pp1 ; ss:standsInFootnote doc:fn1 ; ss:span "138,143" ;
    ss:surfaceForm "Ibid." ;
    ss:isResolvedBy <how/ibid> ;
    ss:citesDocument <document/A/RES/80/5> .
doc:fn1-cite2 a ss:Citation ;
    ss:standsIn doc:pp1 ; ss:standsInFootnote doc:fn1 ; ss:span "138,143" ;
    ss:surfaceForm "Ibid." ;
    ss:isResolvedBy <how/unresolved> .
doc:op1-mention1 a ss:Mention ;
    ss:standsIn doc:op1 ; ss:span "50,60" ;
    ss:quote "Lakes Fund" ; ss:surfaceForm "Lakes Fund" ;
    ss:mentions <fund/lakes> ; ss:mentionsName <fund/lakes#name-en-1> .

doc:op1-act1 a ss:SpeechAct ;
    ss:standsIn doc:op1 ; ss:span "28,35" ;
    ss:hasVerb <verb/decide> ;
    ss:enacts doc:op1-event1 .
doc:op1-event1 a ss:Renaming ;
    ss:standsIn doc:op1 ; ss:span "39,79" ;
    ss:hasKind <kind/renaming> ; ss:hasForce <force/decided> ;
    ss:affects <fund/lakes> ;
    ss:hasOldName <fund/lakes#name-en-1> ; ss:newNameLiteral "Rivers Fund"@en ;
    ss:preserves <aspect/mandate> ;
    ss:onDate "2035-12-20"^^xsd:date .
<verb/decide> ss:givesForce <force/decided> .
<verb/invite> ss:givesForce <force/requested> .
doc:op2-act1 a ss:SpeechAct ;
    ss:standsIn doc:op2 ; ss:span "81,88" ;
    ss:hasVerb <verb/invite> ;
    ss:requests doc:op2-event1 .
doc:op2-event1 a ss:RequestedAction ;
    ss:standsIn doc:op2 ; ss:span "103,136" ;
    ss:hasKind <kind/renaming> ; ss:hasForce <force/requested> ;
    ss:affects <fund/wells> ;
    ss:oldNameLiteral "Wells Fund"@en ; ss:hasNewName <fund/wells#name-en-2> ;
    ss:isFulfilledBy <fund/wells#event-attested> .
<fund/wells#event-attested> a ss:Renaming ;
    ss:hasKind <kind/renaming> ; ss:hasForce <force/attested> ;
    ss:affects <fund/wells> ;
    ss:hasOldName <fund/wells#name-en-1> ; ss:hasNewName <fund/wells#name-en-2> ;
    ss:hasEvidence <document/A/RES/91/1#op4> .
<fund/wells#name-en-2-silent> a ss:Renaming ;
    ss:hasKind <kind/renaming> ; ss:hasForce <force/silent> ;
    ss:affects <fund/wells> ;
    ss:hasOldName <fund/wells#name-en-1> ; ss:hasNewName <fund/wells#name-en-2> ;
    ss:hasEvidence doc:op1 , <document/A/RES/91/1#op4> ;
    ss:notBefore "2035-12-20"^^xsd:date ; ss:notAfter "2036-12-20"^^xsd:date ; ss:score 0.5 .
<document/A/RES/90/1#op1-reuse1> a ss:LanguageReuse ;
    rdfs:label "reuse" ; ss:standsIn doc:op1 ; ss:span "28,79" ;
    ss:hasReuseKind <reuse/amended> ; ss:score 0.9 ;
    ss:hasSourcePart <document/A/RES/80/5#op1> .
<document/A/RES/80/5#op1> a ss:OperativeParagraph ;
    ss:span "0,40" ;
    ss:isPartOf <document/A/RES/80/5> .
<document/A/RES/91/1#op4> a ss:DocumentPart ;
    ss:isPartOf <document/A/RES/91/1> .
<document/A/RES/91/1> a ss:Resolution ;
    rdfs:label "A/RES/91/1" ;
    ss:symbol "A/RES/91/1" .

<body/general-assembly> a ss:PrincipalOrgan ;
    rdfs:label "General Assembly"@en ;
    ss:hasName <body/general-assembly#name-en-1> ;
    ss:hasConfidence <confidence/verified> ; ss:hasSource <https://example.org/charter> .
<body/general-assembly#name-en-1> a ss:Name ;
    ss:literalForm "General Assembly"@en ;
    ss:isNameOf <body/general-assembly> ; ss:hasNameStatus <status/official> ;
    ss:hasConfidence <confidence/verified> ; ss:hasSource <https://example.org/charter> .
<fund/lakes> a ss:TrustFund ;
    rdfs:label "Lakes Fund"@en , "Fonds des lacs"@fr ;
    ss:hasName <fund/lakes#name-en-1> , <fund/lakes#name-en-2> ;
    ss:hasConfidence <confidence/single-source> ; ss:hasSource <https://example.org/lakes> .
<fund/lakes#name-en-1> a ss:Name ;
    ss:literalForm "Lakes Fund"@en ;
    ss:isNameOf <fund/lakes> ; ss:hasNameStatus <status/official> ;
    ss:startNotBefore "2020-01-01"^^xsd:date ; ss:startNotAfter "2021-01-01"^^xsd:date ;
    ss:endNotBefore "2035-12-20"^^xsd:date ; ss:endNotAfter "2036-12-20"^^xsd:date .
<fund/lakes#name-en-2> a ss:Name ;
    ss:literalForm "Rivers Fund"@en ;
    ss:isNameOf <fund/lakes> ; ss:hasNameStatus <status/official> ;
    ss:startNotAfter "2037-01-01"^^xsd:date ; ss:endNotBefore "2040-01-01"^^xsd:date ;
    ss:hasConfidence <confidence/verified> ; ss:hasSource doc:op1 .
<fund/wells> a ss:TrustFund ;
    rdfs:label "Water Fund"@en ;
    ss:hasName <fund/wells#name-en-1> , <fund/wells#name-en-2> ;
    ss:hasConfidence <confidence/verified> ; ss:hasSource <https://example.org/wells> .
<fund/wells#name-en-1> a ss:Name ;
    ss:literalForm "Wells Fund"@en ;
    ss:isNameOf <fund/wells> ; ss:hasNameStatus <status/variant> ;
    ss:hasConfidence <confidence/verified> ; ss:hasSource doc:op2 .
<fund/wells#name-en-2> a ss:Name ;
    ss:literalForm "Water Fund"@en ;
    ss:isNameOf <fund/wells> ; ss:hasNameStatus <status/official> ;
    ss:hasConfidence <confidence/verified> ; ss:hasSource doc:op2 .
<fund/wells#event-establishment> a ss:Establishment ;
    ss:hasKind <kind/establishment> ; ss:hasForce <force/reported> ;
    ss:affects <fund/wells> ;
    ss:hasAuthority <document/A/RES/80/5> ;
    ss:hasConfidence <confidence/verified> ; ss:hasSource <https://example.org/wells> .
<conference/wells-session-7> a ss:Conference ;
    rdfs:label "Seventh session of the Committee on Wells"@en ;
    ss:heldFrom "2031-05-01"^^xsd:date ; ss:heldUntil "2031-05-04"^^xsd:date ;
    ss:hasConfidence <confidence/verified> ; ss:hasSource <https://example.org/sessions> .
<observance/wells-day> a ss:Observance ;
    rdfs:label "World Day of Wells"@en ;
    ss:hasName <observance/wells-day#name-en-1> ;
    ss:observedOn "--05-03"^^xsd:gMonthDay ;
    ss:hasConfidence <confidence/verified> ; ss:hasSource <https://example.org/day> .
<observance/wells-day#name-en-1> a ss:Name ;
    ss:literalForm "World Day of Wells"@en ;
    ss:isNameOf <observance/wells-day> ; ss:hasNameStatus <status/official> ;
    ss:hasConfidence <confidence/verified> ; ss:hasSource <https://example.org/day> .
<claim/80-5-adopted-1> a ss:Claim ;
    ss:claimsAbout <document/A/RES/80/5> ;
    ss:claimsProperty ss:adoptedOn ;
    ss:claimsValue "2025-12-20"^^xsd:date ;
    ss:hasConfidence <confidence/verified> ; ss:hasSource <https://example.org/days> .
"""


@dataclass(frozen=True)
class Spoilt:
    """One way to spoil the sound graph: triples taken away and added, and what the shapes say."""

    message: str
    without: str = ""
    plus: str = ""
    warns: bool = False


LAKES = "<fund/lakes#name-en-1>"
EVENT = "<fund/wells#event-establishment>"
SPOILT = (
    # silent renamings
    Spoilt("A silent renaming happened after the last use of the old name and before the first of "
           "the new one.",
           '<fund/wells#name-en-2-silent> ss:notBefore "2035-12-20"^^xsd:date .'),
    Spoilt("A silent renaming happened after the last use of the old name and before the first of "
           "the new one.",
           '<fund/wells#name-en-2-silent> ss:notBefore "2035-12-20"^^xsd:date .',
           '<fund/wells#name-en-2-silent> ss:notBefore "2037-01-01"^^xsd:date .'),
    Spoilt("A silent renaming is over by one day, the first use of the new name.",
           plus='<fund/wells#name-en-2-silent> ss:notAfter "2037-01-01"^^xsd:date .'),
    Spoilt("A silent renaming has two passages as evidence, one with each name.",
           "<fund/wells#name-en-2-silent> ss:hasEvidence doc:op1 ."),
    Spoilt("A score is one number from 0 to 1.",
           "<fund/wells#name-en-2-silent> ss:score 0.5 .",
           "<fund/wells#name-en-2-silent> ss:score 1.5 ."),
    # agreed language
    Spoilt("A reuse of language has one source, a part of a document.",
           "doc:op1-reuse1 ss:hasSourcePart <document/A/RES/80/5#op1> ."),
    Spoilt("A reuse of language has one kind.",
           "doc:op1-reuse1 ss:hasReuseKind <reuse/amended> ."),
    Spoilt("A reuse of language says how alike the passages are, from 0 to 1.",
           "doc:op1-reuse1 ss:score 0.9 .", "doc:op1-reuse1 ss:score 1.9 ."),
    Spoilt("Language comes from a document that was adopted before.",
           '<document/A/RES/80/5> ss:adoptedOn "2025-12-20"^^xsd:date .',
           '<document/A/RES/80/5> ss:adoptedOn "2045-12-20"^^xsd:date .'),
    # readings
    Spoilt("A reading describes exactly one document.",
           "<graph/document/A/RES/90/1> ss:describes <document/A/RES/90/1> ."),
    Spoilt("A reading is read from exactly one source file.",
           "<graph/document/A/RES/90/1> ss:isReadFrom <source/sha256-1> ."),
    Spoilt("A reading tells the version of the software that made it.",
           '<graph/document/A/RES/90/1> ss:softwareVersion "0.1.0" .'),
    Spoilt("A reading has at most one reader key, of 16 hexadecimal digits.",
           plus='<graph/document/A/RES/90/1> ss:readerKey "today" .'),
    Spoilt("A source file has one SHA-256 hash of 64 hexadecimal digits.",
           plus='<source/sha256-1> ss:sourceHash "0123" .'),
    Spoilt("A source file has the SHA-256 hash of its reading text, of 64 hexadecimal digits.",
           plus='<source/sha256-1> ss:textHash "too short" .'),
    Spoilt("A source file has a media type.", '<source/sha256-1> ss:mediaType "text/markdown" .'),
    Spoilt("A file that was read is a manifestation of a language version.",
           "<source/sha256-1> ss:isManifestationOf <expression/A/RES/90/1/en> ."),
    Spoilt("An expression is in one of the six official languages.",
           '<expression/A/RES/90/1/en> ss:inLanguage "en" .',
           '<expression/A/RES/90/1/en> ss:inLanguage "de" .'),
    Spoilt("A wording is that of one part of a document.",
           "<expression/A/RES/90/1/fr#op1> ss:isWordingOf doc:op1 ."),
    Spoilt("A vote is on one document.", "doc:vote-xyz ss:isVoteOn <document/A/RES/90/1> ."),
    Spoilt("A vote is cast by one State.", "doc:vote-xyz ss:isCastBy <state/xyz> ."),
    Spoilt("A vote is in favour, against or abstaining.",
           "doc:vote-xyz ss:hasPosition <position/against> .",
           "doc:vote-xyz ss:hasPosition <position/absent> ."),
    # documents
    Spoilt("The document that was read has no title.",
           '<document/A/RES/90/1> ss:title "Lakes and wells"@en .', warns=True),
    Spoilt("A document has a symbol in canonical form, without spaces, such as A/RES/60/212.",
           '<document/A/RES/80/5> ss:symbol "A/RES/80/5" .'),
    Spoilt("A document has a symbol in canonical form, without spaces, such as A/RES/60/212.",
           plus='<document/A/RES/80/5> ss:symbol "A/RES/80/5 B" .'),
    Spoilt("A document has a symbol in canonical form, without spaces, such as A/RES/60/212.",
           plus='<document/A/RES/80/5> ss:symbol "resolution five" .'),
    Spoilt("A document has a label.", '<document/A/RES/80/5> rdfs:label "A/RES/80/5" .'),
    Spoilt("The day of adoption is a date.", plus='<document/A/RES/91/1> ss:adoptedOn "2036" .'),
    Spoilt("The day of distribution is a date.",
           plus='<document/A/RES/91/1> ss:distributedOn "May" .'),
    Spoilt("A document is adopted by a body of the authority records.",
           plus="<document/A/RES/91/1> ss:adoptedBy <body/nobody> ."),
    Spoilt("What a document cites is a document.",
           plus="<document/A/RES/90/1> ss:cites <fund/lakes> ."),
    # parts
    Spoilt("A part belongs to exactly one document.",
           "doc:op1 ss:isPartOf <document/A/RES/90/1> ."),
    Spoilt("A part belongs to exactly one document.",
           plus="doc:op1 ss:isPartOf <document/A/RES/91/1> ."),
    Spoilt("A part starts before it ends.",
           'doc:op1 ss:span "28,80" .', 'doc:op1 ss:span "80,80" .'),
    Spoilt("A span is two offsets, counted from 0, with a comma between them.",
           'doc:op1 ss:span "28,80" .', 'doc:op1 ss:span "28-80" .'),
    Spoilt("A span is two offsets, counted from 0, with a comma between them.",
           plus='doc:op1 ss:span "29,80" .'),
    Spoilt("The number of an operative paragraph is one number in Arabic digits.",
           'doc:op1 ss:printedNumber "1" .', 'doc:op1 ss:printedNumber "(a)" .'),
    Spoilt("Where there are several operative paragraphs, each has a printed number.",
           'doc:op2 ss:printedNumber "2" .', warns=True),
    Spoilt("The printed numbers of the operative paragraphs do not run without gaps.",
           'doc:op2 ss:printedNumber "2" .', 'doc:op2 ss:printedNumber "3" .', warns=True),
    Spoilt("A footnote has the number or sign that is printed before it.",
           'doc:fn1 ss:printedNumber "1" .'),
    Spoilt("The quote of a part is as long as its span.",
           'doc:op1 ss:span "28,80" .', 'doc:op1 ss:span "28,81" .'),
    # statements
    Spoilt("What was read from words stands in a part of a document.",
           "doc:pp1-cite1 ss:standsIn doc:pp1 ."),
    Spoilt("What was read from words stands in a part of a document.",
           "doc:op1-mention1 ss:standsIn doc:op1 ."),
    Spoilt("What was read from words stands in a part of a document.",
           "doc:op1-act1 ss:standsIn doc:op1 ."),
    Spoilt("What was read from words stands in a part of a document.",
           "doc:op2-event1 ss:standsIn doc:op2 ."),
    Spoilt("What was read from words has the span of the words.",
           'doc:op1-event1 ss:span "39,79" .'),
    Spoilt("The words of a statement stand in one part of a document.",
           plus="doc:op1-act1 ss:standsIn <fund/lakes> ."),
    Spoilt("The words of a statement start before they end.",
           'doc:op1-act1 ss:span "28,35" .', 'doc:op1-act1 ss:span "28,28" .'),
    Spoilt("A quote is as long as its span.",
           'doc:pp1-cite1 ss:span "10,25" .', 'doc:pp1-cite1 ss:span "10,24" .'),
    # citations and mentions
    Spoilt("A citation tells in one way how it was resolved, or that it was not.",
           "doc:pp1-cite1 ss:isResolvedBy <how/organ-in-context> ."),
    Spoilt("A citation tells in one way how it was resolved, or that it was not.",
           "doc:pp1-cite1 ss:isResolvedBy <how/organ-in-context> .",
           "doc:pp1-cite1 ss:isResolvedBy <how/guess> ."),
    Spoilt("A citation keeps its words, resolved or not.",
           'doc:fn1-cite2 ss:surfaceForm "Ibid." .'),
    Spoilt("A citation cites at most one document.",
           plus="doc:pp1-cite1 ss:citesDocument <document/A/RES/91/1> ."),
    Spoilt("A citation cites a document, unless it is unresolved; then it cites none.",
           "doc:pp1-cite1 ss:citesDocument <document/A/RES/80/5> ."),
    Spoilt("A citation cites a document, unless it is unresolved; then it cites none.",
           plus="doc:fn1-cite2 ss:citesDocument <document/A/RES/80/5> ."),
    Spoilt("A citation prints at most one date.",
           plus='doc:pp1-cite1 ss:printedDate "20 December" .'),
    Spoilt("The citation prints a date on which the cited document was not adopted.",
           'doc:pp1-cite1 ss:printedDate "2025-12-20"^^xsd:date .',
           'doc:pp1-cite1 ss:printedDate "2025-12-21"^^xsd:date .', warns=True),
    Spoilt("An Ibid. stands in a footnote.", "doc:fn1-cite1 ss:standsInFootnote doc:fn1 ."),
    Spoilt("A citation in a footnote stands in one footnote.",
           plus="doc:fn1-cite1 ss:standsInFootnote doc:op1 ."),
    Spoilt("A mention keeps its words.", 'doc:op1-mention1 ss:surfaceForm "Lakes Fund" .'),
    Spoilt("A mention uses one name of the authority records.",
           plus="doc:op1-mention1 ss:mentionsName <fund/lakes#name-en-9> ."),
    # speech acts
    Spoilt("A speech act has exactly one verb.", "doc:op1-act1 ss:hasVerb <verb/decide> ."),
    Spoilt("An act that requests enacts nothing.",
           plus="doc:op2-act1 ss:enacts doc:op1-event1 ."),
    Spoilt("What an act enacts is an event.", plus="doc:op1-act1 ss:enacts doc:op2-event1 ."),
    Spoilt("What an act reports is an event.", plus="doc:op1-act1 ss:reports doc:op2-event1 ."),
    Spoilt("What an act requests is a requested action, and no event.",
           plus="doc:op2-act1 ss:requests doc:op1-event1 ."),
    # events and requests
    Spoilt("An event or a requested action has exactly one force.",
           "doc:op1-event1 ss:hasForce <force/decided> ."),
    Spoilt("An event or a requested action is of exactly one kind, a concept of verbs.ttl.",
           plus="doc:op1-event1 ss:hasKind <kind/upheaval> ."),
    Spoilt("The day of an event is a date.", plus=f'{EVENT} ss:onDate "in spring" .'),
    Spoilt("The authority of an event is a document.",
           plus=f"{EVENT} ss:hasAuthority <fund/lakes> ."),
    Spoilt("The old name is one name of the authority records.",
           plus="doc:op1-event1 ss:hasOldName <fund/lakes#name-en-9> ."),
    Spoilt("The new name is one name of the authority records.",
           plus="doc:op1-event1 ss:hasNewName <fund/lakes#name-en-9> ."),
    Spoilt("What a change preserves is an aspect, a concept of verbs.ttl.",
           plus="doc:op1-event1 ss:preserves <aspect/colour> ."),
    Spoilt("The day of an observance is a day of the year.",
           plus='<observance/wells-day> ss:observedOn "2035-05-03"^^xsd:date .'),
    Spoilt("An event is not merely requested: what is requested is no event.",
           plus="doc:op1-event1 ss:hasForce <force/requested> ."),
    Spoilt("A requested action has the force of a request.",
           "doc:op2-event1 ss:hasForce <force/requested> .",
           "doc:op2-event1 ss:hasForce <force/decided> ."),
    Spoilt("An event has evidence: its words, a source with a confidence, or a provision.",
           f"{EVENT} ss:hasSource <https://example.org/wells> ."),
    Spoilt("An event has evidence: its words, a source with a confidence, or a provision.",
           "<fund/wells#event-attested> ss:hasEvidence <document/A/RES/91/1#op4> ."),
    Spoilt("An event has evidence: its words, a source with a confidence, or a provision.",
           "doc:op1-event1 ss:standsIn doc:op1 ."),
    Spoilt("A renaming, performed or requested, has an old name.",
           f"doc:op1-event1 ss:hasOldName {LAKES} ."),
    Spoilt("A renaming, performed or requested, has an old name.",
           'doc:op2-event1 ss:oldNameLiteral "Wells Fund"@en .'),
    Spoilt("A renaming, performed or requested, has a new name.",
           'doc:op1-event1 ss:newNameLiteral "Rivers Fund"@en .'),
    Spoilt("A renaming, performed or requested, has a new name.",
           "doc:op2-event1 ss:hasNewName <fund/wells#name-en-2> ."),
    Spoilt("A renaming has the kind of a renaming.",
           "doc:op1-event1 ss:hasKind <kind/renaming> .",
           "doc:op1-event1 ss:hasKind <kind/designation> ."),
    Spoilt("A renaming gives a name of the thing that it affects, and of no other.",
           "doc:op2-event1 ss:hasNewName <fund/wells#name-en-2> .",
           "doc:op2-event1 ss:hasNewName <fund/lakes#name-en-2> ."),
    Spoilt("What fulfils a request is an event.",
           plus="doc:op2-event1 ss:isFulfilledBy doc:op2-event1 ."),
    Spoilt("What fulfils a request is of the kind that was requested.",
           plus=f"doc:op2-event1 ss:isFulfilledBy {EVENT} ."),
    Spoilt("What fulfils a request affects the thing of which it was requested.",
           plus="doc:op2-event1 ss:isFulfilledBy doc:op1-event1 ."),
    # names
    Spoilt("A name has exactly one literal form, in a language.",
           f'{LAKES} ss:literalForm "Lakes Fund"@en .'),
    Spoilt("A name has exactly one literal form, in a language.",
           plus=f'{LAKES} ss:literalForm "Lake Fund"@en .'),
    Spoilt("A name is the name of exactly one thing.", f"{LAKES} ss:isNameOf <fund/lakes> ."),
    Spoilt("A name is the name of exactly one thing.",
           plus=f"{LAKES} ss:isNameOf <fund/wells> ."),
    Spoilt("The thing that has the name is the one whose name it is.",
           plus=f"<fund/wells> ss:hasName {LAKES} ."),
    Spoilt("The thing that has the name is the one whose name it is.",
           f"<fund/lakes> ss:hasName {LAKES} ."),
    Spoilt("A name has one status.", f"{LAKES} ss:hasNameStatus <status/official> ."),
    Spoilt("A name has a source, or a mention uses it.",
           f"doc:op1-mention1 ss:mentionsName {LAKES} ."),
    Spoilt("A bound of a name is one date.", plus=f'{LAKES} ss:startNotAfter "2020" .'),
    Spoilt("The bounds of a name's start are in order.",
           f'{LAKES} ss:startNotBefore "2020-01-01"^^xsd:date .',
           f'{LAKES} ss:startNotBefore "2022-01-01"^^xsd:date .'),
    Spoilt("The bounds of a name's end are in order.",
           f'{LAKES} ss:endNotBefore "2035-12-20"^^xsd:date .',
           f'{LAKES} ss:endNotBefore "2037-12-20"^^xsd:date .'),
    Spoilt("A name does not end before it starts.",
           f'{LAKES} ss:endNotAfter "2036-12-20"^^xsd:date .',
           f'{LAKES} ss:endNotAfter "2019-12-20"^^xsd:date .'),
    Spoilt("Two official names of one language are certain for the same day.",
           '<fund/lakes#name-en-2> ss:startNotAfter "2037-01-01"^^xsd:date .',
           '<fund/lakes#name-en-2> ss:startNotAfter "2030-01-01"^^xsd:date .'),
    # things
    Spoilt("An instrument or a body is no document.", plus="<fund/lakes> a ss:Report ."),
    Spoilt("An instrument or a body has one label a language.",
           '<fund/wells> rdfs:label "Water Fund"@en .'),
    Spoilt("An instrument or a body has one label a language.",
           plus='<fund/wells> rdfs:label "Wells Fund"@en .'),
    Spoilt("What a thing has for a name is a name.", plus="<fund/wells> ss:hasName <fund/lakes> ."),
    Spoilt("An instrument or a body has a name; only a conference or a session may have none.",
           "<body/general-assembly> ss:hasName <body/general-assembly#name-en-1> ."),
    Spoilt("A conference does not end before it begins.",
           '<conference/wells-session-7> ss:heldUntil "2031-05-04"^^xsd:date .',
           '<conference/wells-session-7> ss:heldUntil "2031-04-04"^^xsd:date .'),
    Spoilt("A conference begins on one date.",
           plus='<conference/wells-session-7> ss:heldFrom "2031-05-02"^^xsd:date .'),
    Spoilt("A conference ends on one date.",
           plus='<conference/wells-session-7> ss:heldUntil "2031-05-05"^^xsd:date .'),
    # curated records and claims
    Spoilt("A curated record has a source.",
           "<fund/wells> ss:hasSource <https://example.org/wells> ."),
    Spoilt("A curated record has one degree of confidence.",
           f"{EVENT} ss:hasConfidence <confidence/verified> ."),
    Spoilt("A curated record has a source.",
           "<claim/80-5-adopted-1> ss:hasSource <https://example.org/days> ."),
    Spoilt("A curated record has one degree of confidence.",
           plus="<claim/80-5-adopted-1> ss:hasConfidence <confidence/hearsay> ."),
    Spoilt("A claim is about one thing.",
           "<claim/80-5-adopted-1> ss:claimsAbout <document/A/RES/80/5> ."),
    Spoilt("A claim is about one property of the vocabulary.",
           "<claim/80-5-adopted-1> ss:claimsProperty ss:adoptedOn .",
           "<claim/80-5-adopted-1> ss:claimsProperty rdfs:label ."),
    Spoilt("A claim claims one value.",
           plus='<claim/80-5-adopted-1> ss:claimsValue "2025-12-21"^^xsd:date .'),
)  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """A result of the validation, as far as the tests look at it."""

    message: str
    severity: str


@cache
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY / "shapes.ttl")


@cache
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY / "southsouth.ttl")


def graph_of(turtle: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=PREFIXES + turtle, format="turtle")


def findings(data: rdflib.Graph) -> set[Finding]:
    _, report, _ = pyshacl.validate(
        data, shacl_graph=shapes(), ont_graph=ontology(), inference="none", advanced=False
    )
    return {
        Finding(
            str(report.value(result, SH.resultMessage)),
            str(report.value(result, SH.resultSeverity)).rpartition("#")[2],
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


def spoil(case: Spoilt) -> rdflib.Graph:
    data = graph_of(SOUND)
    gone = graph_of(case.without)
    assert all(triple in data for triple in gone), "the case takes away what is not there"
    data -= gone
    data += graph_of(case.plus)
    return data


def test_a_sound_graph_conforms() -> None:
    assert findings(graph_of(SOUND)) == set()


@pytest.mark.parametrize("case", SPOILT, ids=lambda case: f"{case.without or '+ ' + case.plus}")
def test_a_spoilt_graph_is_told_what_is_wrong(case: Spoilt) -> None:
    severity = "Warning" if case.warns else "Violation"
    assert Finding(case.message, severity) in findings(spoil(case))


def test_a_warning_is_no_violation() -> None:
    warned = [case for case in SPOILT if case.warns]
    assert {f.severity for case in warned for f in findings(spoil(case))} == {"Warning"}


def test_a_single_operative_paragraph_needs_no_number() -> None:
    data = graph_of(SOUND)
    data -= graph_of('doc:op1 ss:printedNumber "1" . doc:op2 a ss:OperativeParagraph .')
    data += graph_of("doc:op2 a ss:Provision .")
    assert findings(data) == set()


def test_every_message_has_a_case() -> None:
    told = {
        str(message)
        for shape, message in shapes().subject_objects(SH.message)
        if shape not in set(only_inside_others())
    }
    assert told == {case.message for case in SPOILT}


def only_inside_others() -> list[rdflib.term.Node]:
    """The shapes that serve as members of a disjunction or as what is negated, and their parts."""
    graph = shapes()
    inner = {
        *graph.objects(None, RDF.first),
        *graph.objects(None, SH["not"]),
        *graph.objects(None, SH.qualifiedValueShape),
    }
    aimed = {
        shape
        for target in (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
        for shape in graph.subjects(target, None)
    }
    direct = {part for shape in aimed for part in graph.objects(shape, SH.property)}
    parts = {part for shape in inner for part in graph.objects(shape, SH.property)}
    return [*(inner - aimed), *(parts - direct)]


def test_the_curated_records_conform() -> None:
    data = rdflib.Graph()
    for path in sorted((ONTOLOGY.parent / "graph" / "authority").glob("*.ttl")):
        data.parse(path)
    assert len(data) > 0
    assert findings(data) == set()
