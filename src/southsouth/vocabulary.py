"""IRIs of the project's vocabulary: the terms of ``ontology/southsouth.ttl`` as constants.

Everything that writes or reads RDF takes its terms from here, so a term that is not
defined in the ontology cannot be emitted: a test compares the two.
"""

from __future__ import annotations

from typing import Final

BASE: Final = "https://w3id.org/southsouth/"
NS: Final = BASE + "ns#"

RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
RDFS_COMMENT: Final = "http://www.w3.org/2000/01/rdf-schema#comment"
RDFS_SEE_ALSO: Final = "http://www.w3.org/2000/01/rdf-schema#seeAlso"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"

PREFIXES: Final[dict[str, str]] = {
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": SKOS,
    "ss": NS,
    "xsd": XSD,
}

CLASSES: Final[dict[str, str]] = {
    # name: superclass ("" for a root)
    "Document": "",
    "Resolution": "Document",
    "Decision": "Document",
    "Report": "Document",
    "PresidentialStatement": "Document",
    "Draft": "Document",
    "DocumentPart": "",
    "FrontMatter": "DocumentPart",
    "Provision": "DocumentPart",
    "PreambularParagraph": "Provision",
    "OperativeParagraph": "Provision",
    "Subparagraph": "Provision",
    "AnnexProvision": "Provision",
    "Annex": "DocumentPart",
    "Chapter": "DocumentPart",
    "Footnote": "DocumentPart",
    "Statement": "",  # whatever points at words: start, end, quote, inPart
    "Citation": "Statement",
    "Mention": "Statement",
    "SpeechAct": "Statement",
    "Event": "Statement",
    "RequestedAction": "Statement",
    "Establishment": "Event",
    "Renaming": "Event",
    "Designation": "Event",
    "Inclusion": "Event",
    "MandateChange": "Event",
    "Proclamation": "Event",
    "Termination": "Event",
    "Adoption": "Event",
    "Endorsement": "Event",
    "IdentityChange": "Event",
    "Succession": "IdentityChange",
    "Merger": "IdentityChange",
    "Instrument": "",
    "TrustFund": "Instrument",
    "ProgrammeOfAction": "Instrument",
    "Declaration": "Instrument",
    "OutcomeDocument": "Instrument",  # the instrument, not the paper it is printed on
    "Framework": "Instrument",
    "Strategy": "Instrument",
    "Agreement": "Instrument",
    "Observance": "Instrument",
    "Body": "",
    "PrincipalOrgan": "Body",
    "Committee": "Body",
    "Office": "Body",
    "Programme": "Body",
    "Commission": "Body",
    "Group": "Body",
    "Organization": "Body",
    "Conference": "Body",
    "Official": "Body",
    "Name": "",
    "Claim": "",
    "ReadingGraph": "",  # a named graph: what one reading of one document says
    "SourceFile": "",
}

OBJECT_PROPERTIES: Final = (
    # documents and their parts
    "adoptedBy",
    "adoptedOnReport",
    "adoptedOnDraft",
    "hasOfficialLink",
    "isPartOf",
    "hasParentPart",
    "isMarkedIn",
    "opensWith",
    # citations
    "citesDocument",
    "citesPart",
    "isResolvedBy",
    "isGovernedBy",
    "hasCandidate",
    "standsInFootnote",
    "cites",
    "recalls",
    "reaffirms",
    "takesNoteOf",
    "welcomes",
    "endorses",
    "emphasizes",
    "actsOn",
    "callsForActionOn",
    # mentions and names
    "standsIn",
    "mentions",
    "mentionsName",
    "hasName",
    "isNameOf",
    "hasNameStatus",
    "isAttestedIn",
    # instruments and bodies
    "isSetOutIn",
    "isEstablishedUnder",
    "isAdoptedByBody",
    "isPartOfBody",
    "isHeldBy",
    "isFollowedBy",
    # speech acts and events
    "hasVerb",
    "hasPerformer",
    "hasAddressee",
    "hasForce",
    "enacts",
    "reports",
    "requests",
    "givesForce",
    "citesBy",
    "isFulfilledBy",
    "hasKind",
    "affects",
    "hasOldName",
    "hasNewName",
    "hasActor",
    "hasAuthority",
    "preserves",
    "isIncludedIn",
    "hasEvidence",
    # claims and sources
    "hasSource",
    "hasConfidence",
    "claimsAbout",
    "claimsProperty",
    # readings
    "describes",
    "isReadFrom",
)

DATATYPE_PROPERTIES: Final = (
    "symbol",
    "title",
    "adoptedOn",
    "distributedOn",
    "sessionNumber",
    "agendaItem",
    "meetingLabel",
    "reportingCommittee",
    "printedNumber",
    "position",
    "openingPhrase",
    "start",
    "end",
    "quote",
    "markOffset",
    "pinpoint",
    "printedDate",
    "surfaceForm",
    "literalForm",
    "startNotBefore",
    "startNotAfter",
    "endNotBefore",
    "endNotAfter",
    "affectedName",
    "oldNameLiteral",
    "newNameLiteral",
    "actorLiteral",
    "addresseeLiteral",
    "onDate",
    "condition",
    "validWhileExists",
    "commitment",
    "actKind",
    "designatedAs",
    "observedOn",
    "forSession",
    "agendaTitle",
    "heldFrom",
    "heldUntil",
    "heldIn",
    "claimsValue",
    "isPreferredBecause",
    "sourceHash",
    "textHash",
    "mediaType",
    "fileName",
    "softwareVersion",
)
