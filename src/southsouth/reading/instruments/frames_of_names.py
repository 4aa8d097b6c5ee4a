"""Frames of proclamations, renamings and designations. Pure data, explained in ``frame``."""

from __future__ import annotations

from typing import Final

from southsouth.reading.instruments.frame import FUND, NEW, Frame
from southsouth.reading.instruments.frame import SUBJECT_AND_NEW as _SN

NAMES: Final[tuple[Frame, ...]] = (
    # ---- proclamations
    Frame("proclaim", "declar|proclaim|observ|designat|celebrat|recogni",
          r"\b{PROCLAIM}(?:e|es|ing|s|ed)?\s+(?:that\s+)?{WHEN}\s+(?:as\s+)?(?=(?:the\s+)?[“\"A-Z])"
          r"{subject}",
          "Decides to declare 3 May, the date of the opening, as the World Day of Wells",
          (("when", "3 May"), ("subject", "World Day of Wells")),
          begins="declar|proclaim|observ|designat|celebrat|recogni"),
    Frame("proclaim", "declared|proclaimed|observed|designated|celebrated|called|recogni",
          r"\b{WHEN}\s+{BE}{ADV}\s+(?:declared|proclaimed|observed|designated|celebrated|called"
          r"|known|recogni[sz]ed)\s+(?:as\s+)?(?=(?:the\s+)?[“\"A-Z]){subject}",
          "recommends that 3 May be declared World Day of Wells",
          (("when", "3 May"), ("subject", "World Day of Wells")),
          passive="declared|proclaimed|observed|designated|celebrated|called|known|recognised|recognized"),
    Frame("proclaim", "declar|proclaim|designat",
          r"\b(?:[Dd]eclar|[Pp]roclaim)(?:e|es|ing|s|ed)?\s+(?=the\s+[A-Z]){subject}",
          "in which it proclaimed the Second Wells Decade, and",
          (("subject", "Second Wells Decade"),), needs="observance", begins="declar|proclaim"),
    Frame("proclaim", "declared|proclaimed",
          r"{subject},?\s+(?:which\s+was\s+)?(?:declared|proclaimed)\s+(?:by|in)\s+",
          "on the Second Wells Decade, declared by the General Assembly",
          (("subject", "Second Wells Decade"),), "reported", "observance"),
    Frame("proclaim", "proclamation|designation|declaration",
          r"\b(?:[Pp]roclamation|[Dd]esignation|[Dd]eclaration)\s+(?:by\s+the\s+[A-Z]\w+\s+[A-Z]\w+"
          r"\s+)?of\s+{WHEN}\s+as\s+{subject}",
          "welcomes the designation of 2006 as the International Year of Wells",
          (("when", "2006"), ("subject", "International Year of Wells")),
          begins="proclamation|designation|declaration"),
    # ---- renamings: active, passive, nominal, by title, in brackets
    Frame("rename", "renam|redesignat|re-designat",
          r"\b[Rr]e(?:nam|-?designat)(?:e|es|ing)\s+{subject}{AS}{new}",
          f"Invites it to rename the {FUND}, which was set up in 1990, as the {NEW}", _SN,
          begins="renam|redesignat|re-designat"),
    Frame("rename", "renam",
          r"\b[Rr]enam(?:e|es|ing)\s+{subject}\s+(?=(?:the\s+)?[“\"A-Z]){new}",
          f"Renames the {FUND} the {NEW}", _SN, tight=True, begins="renam"),
    Frame("rename", "renamed|redesignated",
          r"(?<!be\s)(?<!been\s)(?<!was\s)(?<!were\s)(?<!is\s)\b{RENAMED}\s+(?=the|it|its|them|“"
          r"|\")"
          r"{subject}{AS}{new}", f"by which it renamed the {FUND} as the {NEW}", _SN, "reported"),
    Frame("rename", "renamed", r"(?<!be\s)(?<!been\s)(?<!was\s)(?<!were\s)(?<!is\s)\brenamed\s+"
          r"(?=the|it|“|\"){subject}\s+(?=(?:the\s+)?[“\"A-Z]){new}",
          f"by which it renamed the {FUND} the {NEW}", _SN, "reported", tight=True),
    Frame("rename", "name|title|designation",
          r"\b[Cc]hang(?:e|es|ing|ed)\s+(?:of\s+|in\s+)?the\s+(?:name|title|designation)\s+"
          r"(?:of|from)\s+{subject}\s+(?:to|into)(?:\s+(?:that\s+of|read))?:?\s+{new}",
          f"decides to change the name of the {FUND} to that of {NEW}", _SN, begins="chang"),
    Frame("rename", "name",
          r"\b[Cc]hange\s+(?:of\s+|in\s+)?(?:the\s+)?(?:name"
          r"|title)\s+from\s+{subject}\s+to\s+{new}",
          f"Change of name from “{FUND}” to “{NEW}”", _SN, begins="chang"),
    Frame("rename", "name|title|designation",
          r"\b[Cc]hang(?:e|es|ing|ed)\s+(?:of\s+)?(?P<its>its)\s+(?:name|title|designation)\s+to\s+"
          r"{new}", f"of the {FUND} and the change of its name to the {NEW}", (("new", NEW),),
          begins="chang"),
    Frame("rename", "change of name|change in the name|change of the name",
          r"\b[Cc]hange\s+(?:of|in)\s+(?:the\s+)?name\s+of\s+(?!.{0,120}\sto\s){subject}",
          f"change of name of the {FUND}", (("subject", FUND),), begins="chang"),
    Frame("rename", "renamed|redesignated|retitled",
          r"{subject}{WHICH}(?:,[^,;]{1,80},)?\s+{BE}{ADV}\s+{RENAMED}(?:\s+(?:as|to))?\s+{new}",
          f"Decides that the {FUND} shall henceforth be renamed the {NEW}", _SN,
          passive="renamed|redesignated|re-designated|retitled"),
    Frame("rename", "renamed|redesignated|retitled",
          r"{subject},?\s+(?:since\s+|later\s+|subsequently\s+|then\s+)?{RENAMED}(?:\s+as)?\s+"
          r"(?=the|“|\"){new}",
          f"Noting the {FUND}, since renamed the {NEW}", _SN, "reported"),
    Frame("rename", "known",
          r"{subject}{WHICH},?\s+(?:(?:henceforth|hereafter|thereafter)\s+)?(?:to\s+henceforth\s+be"
          r"|{BE}){ADV}\s+known{ADV}\s+as\s+{new}",
          f"decides that the {FUND} should be known thereafter as the {NEW}", _SN, passive="known"),
    Frame("rename", "called|designated|named|referred to",
          r"{subject}{WHICH},?\s+{BE}{ADV}\s+(?:(?:called|named|referred\s+to\s+as)\s+"
          r"(?=[“\"‘]|the\s+[“\"A-Z])|designated\s+(?=(?:the\s+)?[“\"])){new}",
          f"the {FUND}, to be called the {NEW}", _SN, needs="name",
          passive="called|named|referred|designated"),
    Frame("rename", "bear the",
          r"{subject}{WHICH}\s+(?P<aux>shall|will|would|should|to)(?:,[^,;]{1,60},)?{ADV}\s+bear\s+"
          r"the\s+(?:name|title)(?:\s+of)?,?\s+{new}",
          f"the {FUND} shall, as from 1 May 1990, bear the title of {NEW}", _SN,
          needs="subject"),
    Frame("rename", "cease being|cease to be",
          r"{subject}\s+(?P<aux>shall|will|would|should)\s+cease\s+(?:being|to\s+be)\s+(?:described"
          r"|known|called|designated)\s+as\s+[^;.]{1,160}?\s+and\s+(?:shall\s+|will\s+)?(?:be"
          r"|become)"
          r"\s+(?:known\s+|called\s+|described\s+|designated\s+)?(?:as\s+)?{new}",
          f"the {FUND} shall cease being described as voluntary and be known as the {NEW}", _SN),
    Frame("rename", "under the title|under the name|under its new name",
          r"{~subject}\bunder\s+(?:the\s+(?:new\s+)?(?:title|name)(?:\s+of)?"
          r"|its\s+new\s+(?:name|title)),?\s+(?=[“\"]|the\s+[A-Z]|[A-Z]){new}",
          f"to convene the {FUND} in 1990, under the title of {NEW}", _SN, needs="new"),
    Frame("rename", "now the|now known|now called|now renamed",
          r"{subject},?\s+\(?now\s+(?:known\s+as\s+|called\s+|renamed\s+(?:as\s+)?)?(?=the\s){new}",
          f"Noting the {FUND} (now the {NEW})", _SN, "reported", "subject"),
    Frame("rename", "formerly|previously",
          r"{new},?\s+(?:formerly|previously)\s+(?:known\s+as\s+|called\s+|named\s+)?"
          r"(?=the\s|[“\"]|[A-Z]){subject}",
          f"Noting the {NEW}, formerly the {FUND}", _SN, "reported", "new", tight=True),
    Frame("rename", "formerly|previously",
          r"{new}\s+\((?:formerly|previously)\s+(?:known\s+as\s+|called\s+|named\s+)?"
          r"(?=the\s|[“\"]){subject}(?=\s*\))",
          f"Noting the {NEW} (formerly the {FUND})", _SN, "reported", tight=True),
    Frame("rename", "transform|reconstitut|reconfigur|elevat",
          r"{TRANSFORM}(?:e|es|ing|ed)?\s+{subject}{INTO}{new}",
          f"should transform the {FUND} into a {NEW}", _SN, needs="both",
          begins="transform|reconstitut|reconfigur|elevat"),
    Frame("rename", "elevat", r"\b[Ee]levat(?:e|es|ing|ed)\s+{subject}\s+to\s+(?=the\s){new}",
          f"by which it elevated the {FUND} to the {NEW}", _SN, needs="both", begins="elevat"),
    Frame("rename", "transform|reconstitut|reconfigur|elevat",
          r"{subject}{WHICH}\s+{BE}{ADV}\s+(?:transformed|reconstituted|reconfigured|elevated)"
          r"{INTO}{new}", f"The {FUND} will be transformed into the {NEW}", _SN, needs="both",
          passive="transformed|reconstituted|reconfigured|elevated"),
    Frame("rename", "transformation|reconstitution|renaming|reconfiguration|redesignation",
          r"\b(?:[Tt]ransformation|[Rr]econstitution|[Rr]enaming|[Rr]econfiguration"
          r"|[Rr]edesignation)\s+of\s+{subject}{AS}{new}",
          f"Welcomes the renaming of the {FUND} to {NEW}", _SN, needs="both",
          begins="transformation|reconstitution|renaming|reconfiguration|redesignation"),
    Frame("rename", "its renaming|its redesignation|their renaming",
          r"\b(?P<its>[Ii]ts|[Tt]heir)\s+(?:renaming|redesignation){AS}{new}",
          f"of the {FUND} and welcomes its renaming as the {NEW}", (("new", NEW),)),
    Frame("rename", "naming|named",
          r"\bnam(?:ing|e|ed)\s+(?=the\s){subject}(?:,[^,;]{1,60},)?\s+(?:as\s+)?(?=[‘“\"]){new}",
          f"its decision in naming the {FUND}, at its opening, “{NEW}”", _SN),
    # ---- designations
    Frame("designate", "designat",
          r"(?<!re)(?<!re-)\b[Dd]esignat(?:e|es|ing)\s+(?!\d|the\s+(?:year|period|first)){subject}"
          r"\s+as\s+(?P<role>[^;.,]+)",
          "Invites it to designate the Special Unit for Wells as the main fund for wells;",
          (("subject", "Special Unit for Wells"), ("role", "the main fund for wells")),
          begins="designat"),
    Frame("designate", "designat",
          r"(?<!re)(?<!be\s)(?<!re-)\b[Dd]esignated\s+(?=the\s){subject}\s+as\s+(?P<role>[^;.,]+)",
          "The Secretary-General has designated the Special Unit for Wells as the focal point.",
          (("subject", "Special Unit for Wells"), ("role", "the focal point")), "reported",
          begins="designated"),
    Frame("designate", "designation",
          r"\b[Dd]esignation\s+of\s+(?!\d|the\s+(?:year|period|first)){subject}\s+as\s+"
          r"(?P<role>[^;.,]+)", "with the designation of the Special Unit for Wells as a centre,",
          (("subject", "Special Unit for Wells"), ("role", "a centre")), begins="designation"),
    Frame("designate", "designation",
          r"\b[Dd]esignation\s+by\s+the\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*\s+of\s+{subject}",
          "called for the designation by the Secretary-General of a coordinator of wells",
          (("subject", "coordinator of wells"),), begins="designation"),
    Frame("designate", "convened as|designated as",
          r"{subject}\s+{BE}{ADV}\s+(?:convened|designated)\s+as\s+(?P<role>[^;.,]+?)(?=[;.,]"
          r"|\s+with\s)", "The Wells Assembly could be convened as a “Water Assembly” with wells",
          (("subject", "Wells Assembly"), ("role", "a “Water Assembly”")), needs="subject"),
    Frame("designate", "be named|be designated",
          r"{subject}\s+(?P<aux>(?:shall|will|should)\s+be){ADV}\s+(?:named|designated)\s+"
          r"(?P<role>[“\"][^”\"]+[”\"])", "The common wells will be named “Water Houses” at once",
          (("subject", "common wells"), ("role", "“Water Houses”"))),
    Frame("designate", "the name of",
          r"\b[Tt]he\s+name\s+of\s+{subject}\s+(?P<aux>shall\s+be|will\s+be|is)\s+(?P<role>"
          r"(?:the\s+)?[A-Z“][^;.|]+)", f"The name of the fund shall be the {FUND};",
          (("subject", "fund"), ("role", f"the {FUND}"))),
)  # fmt: skip
