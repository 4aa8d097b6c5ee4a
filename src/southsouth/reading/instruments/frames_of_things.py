"""Frames of establishments, successions, mergers, terminations, outcomes. Pure data, explained in
``frame``.
"""

from __future__ import annotations

from typing import Final

from southsouth.reading.instruments.frame import FUND, NEW, Frame
from southsouth.reading.instruments.frame import SUBJECT_AND_NEW as _SN

THINGS: Final[tuple[Frame, ...]] = (
    # ---- establishments
    Frame("establish", "establish|creat|institut|constitut",
          r"\b{FOUND}(?:e|es|ing)?(?:,[^;]{1,240}?,|\s+also)?\s+(?!a\s+number)"
          r"(?=(?:the|an?|its|one|such)\s|[A-Z]){subject}",
          f"Decides to establish a {FUND}", (("subject", FUND),), needs="subject",
          begins="establish|creat|institut|constitut"),
    Frame("establish", "establish|creat|set up|institut|launch",
          r"(?<!as\s)(?<!be\s)(?<!is\s)(?<!are\s)(?<!was\s)(?<!were\s)(?<!been\s)(?<!being\s)"
          r"(?<!hereby\s)(?<!newly\s)\b{FOUNDED}\s+(?=(?:the|an?|its)\s|[A-Z]){subject}",
          f"by which it established the {FUND}", (("subject", FUND),), "reported", "subject",
          begins="established|created|set|instituted|constituted|founded|launched"),
    Frame("establish", "set up|setting up|launch",
          r"\b(?:[Ss]et(?:ting)?\s+up|[Ll]aunch(?:es|ing)?)\s+(?=(?:the|an?|its)\s|[A-Z]){subject}",
          f"Decides to set up a {FUND}", (("subject", FUND),), needs="subject",
          begins="set|launch"),
    # "the institution of a" founds; without the article, an institution is mostly what is there
    Frame("establish",
          "establishment|creation|formation|institution of a|setting up|launch|founding",
          r"\b{FOUNDING}(?:,[^,;]{1,80},|\s+(?:by|at|in|within)\s+[^,;]{1,90}?)?\s+of\s+"
          r"(?=(?:the|an?|its|such|one|[a-z-]+)\s|[A-Z]){subject}",
          f"Welcomes the establishment by the Council of the {FUND}", (("subject", FUND),),
          needs="subject",
          begins="establishment|creation|formation|setting|launch|founding|institution"),
    Frame("establish", "established|created|set up|launched|instituted|constituted",
          r"{subject}{WHICH}(?:,[^;,]{1,90},)?\s+{BE}{ADV}\s+(?:therefore\s+|also\s+|first\s+)?"
          r"{FOUNDED}\b", f"a {FUND} shall be established", (("subject", FUND),), needs="subject",
          passive="established|created|set|instituted|constituted|founded|launched"),
    Frame("establish", "established|created|set up|launched|instituted",
          r"{subject},?\s+(?:as\s+)?{FOUNDED}\s+(?:in\s+accordance\s+with|under|pursuant\s+to"
          r"|through|by|in|on|at|for\s+this)\s",
          f"the {FUND}, established in accordance with resolution 1/2", (("subject", FUND),),
          "reported", "subject"),
    Frame("establish", "newly established|newly created|recently established",
          r"\b(?:newly|recently)\s+(?:established|created|launched)\s+{subject}",
          f"the newly established {FUND}", (("subject", FUND),), "reported", "subject"),
    Frame("establish", "its establishment|its creation|its inception",
          r"\b(?P<its>its)\s+(?:establishment|creation)\s+in\s+(?:19|20)\d\d",
          f"of the {FUND} since its establishment in 1990", (), "reported"),
    Frame("establish", "convene|convening|hold|conduct",
          r"\b(?:[Cc]onven(?:e|ing|ing\s+of)|[Hh]old(?:ing)?|[Cc]onduct(?:ing)?(?=\s+a\s+\S+"
          r"\s+high-level))(?:,[^;]{1,240}?,)?\s+(?=(?:the|an?"
          r"|its)\s){subject}", "decided to convene a Wells Conference",
          (("subject", "Wells Conference"),), needs="meeting", begins="conven|hold|conduct"),
    Frame("establish", "intends to|intend to",
          r"{~subject},?\s*which\s+\S+\s+intends?\s+to\s+(?:establish|create|set\s+up)\b",
          f"a {FUND} with that name, which it intends to create", (("subject", FUND),),
          "reported", "subject"),
    Frame("establish", "be convened",
          r"{subject}\s+{BE}{ADV}\s+(?:convened|held)\b", "that a Wells Group be convened",
          (("subject", "Wells Group"),), needs="meeting", passive="convened|held"),
    # ---- successions
    Frame("succeed", "replac|supersed|succeed",
          r"{subject}{WHICH}\s+{BE}{ADV}\s+(?:replaced|superseded|succeeded)\s+by\s+{new}",
          f"The {FUND} will be replaced by the {NEW}", _SN, needs="both",
          passive="replaced|superseded|succeeded"),
    Frame("succeed", "replac",
          r"\b[Rr]eplac(?:e|es|ed|ing)\s+{subject}(?:,[^,;]{1,80},)?\s+(?:with|by)\s+{new}",
          f"Decides to replace the {FUND} with the {NEW}", _SN, needs="both", begins="replac"),
    Frame("succeed", "replac|supersed|succeed",
          r"{~new}(?:\b(?P<aux>shall|will|would|should)\s+)?(?:supersedes\s+and\s+)?"
          r"\b{REPLACE}(?:e|es|s|ing|ed)?\s+(?=\S){subject}",
          f"A {NEW} will be set up to replace the {FUND}", _SN, needs="both"),
    Frame("succeed", "successor|succession",
          r"{~new}\bas\s+(?:a|the)\s+(?:legal\s+)?successor\s+(?:to|of)\s+{subject}",
          f"a {NEW} as a legal successor to the {FUND}", _SN, needs="both"),
    Frame("succeed", "its successor",
          r"{subject},?\s+and\s+its\s+successor,\s+{new}",
          f"the {FUND} and its successor, the {NEW}", _SN, needs="both"),
    Frame("succeed", "take the place of|takes the place of|taking the place of|take over"
          "|taking over",
          r"{~new}\b(?:(?P<aux>shall|will|would|should|to)\s+)?(?:tak(?:e|es"
          r"|ing)\s+the\s+place\s+of"
          r"|tak(?:e|es|ing)\s+over\s+(?:[^;,]{0,80}?\s)?(?:from|of))\s+{subject}",
          f"this {NEW} to take the place of the {FUND}", _SN, needs="both"),
    Frame("succeed", "transition|transfer of authority",
          r"\b(?:[Tt]ransition|[Tt]ransfer\s+of\s+authority)\s+from\s+{subject}\s+to\s+{new}",
          f"the transition from the {FUND} to the {NEW}", _SN, needs="both",
          begins="transition|transfer"),
    Frame("succeed", "transfer of the functions|transfer of functions|transfer of its functions",
          r"\b[Tt]ransfer\s+of\s+(?:the\s+)?functions\s+of\s+{subject}(?:\s+and\s+of[^;]{1,80}?)?"
          r"\s+to\s+{new}", f"the transfer of the functions of the {FUND} to the {NEW}", _SN,
          needs="both", begins="transfer"),
    Frame("succeed", "whose functions|transferring",
          r"{subject},?\s+(?:whose\s+functions\s+[^;]{0,80}?{BE}\s+transferred|[^;,]{0,80},\s+"
          r"transferring\s+its\s+(?:responsibilities|functions))\s+to\s+{new}",
          f"the {FUND}, whose functions will be transferred to the {NEW}", _SN, needs="both"),
    Frame("succeed", "will have the mandate of|shall have the mandate of|have the mandate of",
          r"{new}\s+(?P<aux>shall|will)\s+(?:have|assume)\s+the\s+(?:mandates?|functions)\s+of\s+"
          r"(?=the\s+(?:previous|former)){subject}",
          f"The {NEW} will have the mandate of the previous {FUND}", _SN, needs="both"),
    # ---- mergers
    Frame("merge", "merg|consolidat|integrat|amalgamat",
          r"{MERGE}(?:e|es|ing|ed)?\s+(?:fully\s+)?(?=(?:the|its|those|three|two|both)\s|[A-Z])"
          r"{subject}(?:\s+[^;.]{1,200}?)?,?\s+(?:into\s+(?=[A-Z])"
          r"|(?:into|in|under|with)\s+(?=(?:an?|the|one)\s+(?:new\b|single\b"
          r"|[A-Z]))){new}", f"Decides to merge the {FUND} into the {NEW}", _SN, needs="both",
          begins="merg|consolidat|integrat|amalgamat"),
    Frame("merge", "consolidate",
          r"\bto\s+consolidate\s+into\s+{new}\s+(?=the\s){subject}",
          f"to consolidate into a {NEW} the {FUND}", _SN, needs="subject"),
    Frame("merge", "merged|consolidated|integrated|combined|amalgamated",
          r"{subject}{WHICH}\s+{BE}{ADV}\s+(?:merged|consolidated|integrated|combined"
          r"|amalgamated)\s+"
          r"(?:into|in|with)\s+{new}", f"The {FUND} will be consolidated into the {NEW}", _SN,
          needs="both", passive="merged|consolidated|integrated|combined|amalgamated"),
    Frame("merge", "into one|into a single",
          r"{subject}{WHICH}\s+{BE}{ADV}\s+(?:merged|consolidated|integrated"
          r"|combined)\s+into\s+one\b",
          "Three departments of wells were combined into one",
          (("subject", "Three departments of wells"),), needs="subject"),
    Frame("merge", "the merger of",
          r"\b[Mm]erger\s+of\s+{subject}\s+and\s+[^;.]{1,260}?\bthe\s+new\s+{new}",
          f"the merger of the {FUND} and the Lakes Fund in the new {NEW}", _SN, needs="both"),
    Frame("merge", "merger|consolidation|integration|amalgamation",
          r"\b(?:[Mm]erger|[Cc]onsolidation|[Aa]malgamation|[Ii]ntegration)\s+of\s+{subject}"
          r"(?:\s+and\s+[^;]{1,160}?)?\s+into\s+{new}",
          f"the merger of the {FUND} into the {NEW}", _SN, needs="both",
          begins="merger|consolidation|amalgamation|integration"),
    Frame("merge", "merger of",
          r"\b[Mm]erger\s+of\s+{subject}", f"the merger of the {FUND} and others",
          (("subject", FUND),), needs="subject"),
    Frame("merge", "together form",
          r"{subject}\s+(?:and\s+[^;.]{1,120}?\s+)?(?P<aux>will|shall)\s+together\s+form\s+{new}",
          f"The {FUND} and the Lakes Fund will together form a {NEW}", (("new", NEW),)),
    Frame("merge", "transferring to|transfer to|therein",
          r"{~new}(?<=\s)(?:transfer(?:ring)?\s+to\s+the\s+\w+|(?:to\s+)?integrate(?:\s+fully)?"
          r"\s+therein)\s+the\s+[^;]{0,80}?\b(?:functions|mandates|structures)\b[^;]{0,30}?\s+of\s+"
          r"{subject}", f"the {NEW}, and to integrate fully therein the functions of the {FUND}",
          _SN, needs="both"),
    Frame("merge", "transfer the",
          r"\btransfer\s+the\s+[^;]{0,60}?\b(?:functions|mandates)\b[^;]{0,140}?\s+of\s+(?=the\s)"
          r"{subject}[^;]{0,400}?\s+to\s+(?=the\s+[A-Z]){new}",
          f"to transfer the existing mandates and functions of the {FUND} to the {NEW}",
          _SN, needs="both"),
    # ---- terminations
    Frame("terminate", "dissolv|abolish|discontinu|disband|liquidat",
          r"\b{END}(?:e|es|ing|s)?\s+(?=(?:the|its)\s|[A-Z]){subject}",
          f"Decides to dissolve the {FUND}", (("subject", FUND),), needs="subject",
          begins="dissolv|abolish|discontinu|disband|liquidat"),
    Frame("terminate", "dissolved|abolished|discontinued|disbanded|terminated",
          r"{subject}{WHICH}(?:,\s+[^;,]{1,60},)?\s+{BE}(?:,\s+[^;,]{1,40},)?{ADV}\s+(?:dissolved"
          r"|abolished|discontinued|disbanded|terminated)\b", f"The {FUND} will be discontinued",
          (("subject", FUND),), needs="subject"),
    Frame("terminate", "dissolution|abolition|disbandment",
          r"\b(?:[Dd]issolution|[Aa]bolition|[Dd]isbandment)\s+of\s+(?=the\s){subject}",
          f"Welcomes the dissolution of the {FUND}", (("subject", FUND),), needs="subject",
          begins="dissolution|abolition|disbandment"),
    # ---- pledging conferences, outcomes, administration, mandates, agenda, reports
    Frame("include", "include", r"\binclude\s+{subject}\s+in\s+(?=the\s){place}",
          f"decides to include the {FUND} in the Pledging Conference for Water",
          (("subject", FUND), ("place", "Pledging Conference for Water")), needs="known",
          begins="include"),
    Frame("transfer", "administration of|management of",
          r"\b[Tt]ransfer(?:s|ring)?\s+(?:of\s+)?(?:the\s+)?(?:administration|management)\s+of\s+"
          r"{subject}\s+(?:from\s+[^;]{1,120}?\s+)?to\s+{new}",
          f"to transfer the administration of the {FUND} to the Wells Office",
          (("subject", FUND), ("new", "Wells Office")), needs="subject", begins="transfer"),
    Frame("adopt", "adopted by", r"{subject},?\s+adopted\s+by\s+{actor}",
          "contained in the Lima Programme of Action adopted by the first Wells Summit",
          (("subject", "Lima Programme of Action"), ("actor", "first Wells Summit")), "reported",
          "known"),
    Frame("endorse", "endors", r"\b[Ee]ndors(?:e|es|ing)\s+(?=the\s){subject}",
          "Decides to endorse the Lima Consensus, which is annexed",
          (("subject", "Lima Consensus"),), needs="known", begins="endors"),
    Frame("endorse", "endorsed", r"\bin\s+which\s+it\s+endorsed\s+(?=the\s){subject}",
          "Recalling its resolution 1/2, in which it endorsed the Lima Plan of Action,",
          (("subject", "Lima Plan of Action"),), "reported", "known"),
    Frame("strengthen", "strengthen", r"\bstrengthen\s+(?:further\s+)?(?=the\s){subject}",
          "to consider measures to strengthen further the Special Unit for Wells within",
          (("subject", "Special Unit for Wells"),), needs="known", begins="strengthen"),
    Frame("agenda", "provisional agenda",
          r"\binclude\s+in\s+the\s+provisional\s+agenda\s+of\s+its\s+"
          r"(?P<session>[a-z]+(?:-[a-z]+)?)\s+session[^;]*?\s(?:sub-)?item\s+entitled\s+"
          r"[“\"](?P<item>[^”\"]+)[”\"](?!,\s+the\s+sub-item|,\s+a\s+sub-item)",
          "Decides to include in the provisional agenda of its second session a sub-item entitled "
          "“Wells”, and", (("session", "second"), ("item", "Wells"))),
    Frame("report", "submit|present",
          r"\b(?:submit|present)\s+(?:to\s+(?:it|the\s+[A-Z][\w’-]*(?:\s+[A-Z][\w’-]*)*)\s*,?\s+)?"
          r"(?:at|for\s+consideration\s+at|during)\s+(?:that|its\s+(?P<session>[a-z]+(?:-[a-z]+)?))"
          r"\s+session,?\s+(?:[^;.]{0,120}?\s)?(?:a|the)\s+(?:[a-z]+\s+){0,3}reports?\b",
          "requests the Secretary-General to submit at its second session a full report",
          (("session", "second"),), begins="submit|present"),
)  # fmt: skip
