"""What the project promises of real documents: A/RES/60/212, and the series around it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from southsouth.build.pipeline import build
from southsouth.graph.store import GraphStore
from southsouth.reading.instruments import Authority, Event
from southsouth.reading.instruments.events import Role
from southsouth.reading.reader import Reading, load_authority_records, read_path
from southsouth.reading.structure import PartKind
from southsouth.views import facts

pytestmark = pytest.mark.shared

BASE = "https://w3id.org/southsouth/"
SERIES = (
    "58_220",
    "64_222",
    "68_230",
    "70_222",
    "71_318",
    "72_237",
    "73_291",
    "74_239",
    "76_221",
    "78_167",
    "79_236",
)

FUND = "instrument/fund/ssc-50-119"
PGTF = "instrument/fund/pgtf-38-201"
PLEDGING = "conference/pledging-development-activities"


@pytest.fixture(scope="module")
def records() -> Authority:
    return load_authority_records()


@pytest.fixture(scope="module")
def seed(shared: Path, records: Authority) -> Reading:
    """A/RES/60/212."""
    return read_path(shared / "seed" / "A_RES_60_212.md", records)


@pytest.fixture(scope="module")
def series(shared: Path, records: Authority) -> dict[str, Reading]:
    """The other documents of the series, by symbol."""
    folder = shared / "corpus" / "documents"
    readings = [read_path(folder / f"A_RES_{name}.txt", records) for name in SERIES]
    return {str(reading.resolution.symbol): reading for reading in readings}


def thing(role: Role | None) -> str:
    return role.thing.removeprefix(BASE) if role else ""


def name(role: Role | None) -> str:
    return role.name.removeprefix(BASE) if role else ""


def events(reading: Reading, part: str) -> list[Event]:
    return [event for event in reading.events if event.part == part]


def only(reading: Reading, part: str, kind: str) -> Event:
    (event,) = [event for event in events(reading, part) if event.kind == kind]
    return event


# ------------------------------------------------------------------------------ the resolution


def test_front_matter(seed: Reading) -> None:
    front = seed.resolution.front
    assert str(seed.resolution.symbol) == "A/RES/60/212"
    assert front.title == "South-South cooperation"
    assert (front.organ, front.session) == ("general-assembly", "60")
    assert front.agenda_items == ("57 (b)",)
    assert (front.adopted, front.distributed) == (date(2005, 12, 22), date(2006, 3, 27))
    assert front.meeting == "68th plenary meeting"
    assert front.report_of == "Second Committee"


def test_parts(seed: Reading) -> None:
    ids = [part.id for part in seed.resolution.parts]
    assert ids == [
        "front",
        *(f"pp{number}" for number in range(1, 4)),
        *(f"op{number}" for number in range(1, 17)),
        *(f"fn{number}" for number in range(1, 7)),
    ]


@pytest.mark.parametrize(
    ("part", "verbs"),
    [
        ("pp2", [("recall", "Recalling also")]),
        ("op2", [("take-note-of", "Takes note of")]),
        ("op4", [("recognize", "Recognizes"), ("reiterate", "reiterates")]),
        ("op8", [("take-note-of", "Takes note with appreciation of")]),
        ("op10", [("recognize", "Also recognizes")]),
        (
            "op13",
            [
                ("recognize", "Recognizes"),
                ("reiterate", "reiterates"),
                ("recall", "recalls"),
                ("invite", "invites"),
            ],
        ),
        ("op14", [("invite", "Invites")]),
        ("op16", [("decide", "Decides"), ("request", "requests")]),
    ],
)
def test_verbs(seed: Reading, part: str, verbs: list[tuple[str, str]]) -> None:
    uses = seed.resolution.part(part).verbs
    text = seed.resolution.text
    assert [(use.verb, text[use.start : use.end]) for use in uses] == verbs


def test_a_paragraph_cut_by_a_page_break_is_whole(seed: Reading) -> None:
    words = seed.resolution.words(seed.resolution.part("op14"))
    assert "of 20 December 1995, as the" in words


def test_citations(seed: Reading) -> None:
    found = [(c.part, str(c.target), c.how, c.verb, c.footnote, c.pinpoint) for c in seed.citations]
    assert sorted(found) == sorted(
        [
            ("front", "A/60/493/Add.2", "explicit-symbol", "", "", ""),
            ("pp1", "A/RES/58/220", "organ-in-context", "recall", "", ""),
            ("pp2", "A/RES/60/1", "footnote", "recall", "fn1", ""),
            ("pp3", "A/RES/59/250", "organ-in-context", "recall", "", ""),
            ("op1", "A/60/39", "footnote", "welcome", "fn2", ""),
            ("op1", "A/60/39", "ibid", "welcome", "fn3", "chap. I"),
            ("op2", "A/60/257", "footnote", "take-note-of", "fn4", ""),
            ("op12", "A/55/74", "footnote", "take-note-of", "fn5", "annex II"),
            ("op12", "A/60/111", "footnote", "take-note-of", "fn6", "annex II"),
            ("op13", "A/RES/57/263", "organ-in-context", "reiterate", "", ""),
            ("op14", "A/RES/50/119", "organ-named", "invite", "", ""),
        ]
    )


def test_printed_dates(seed: Reading) -> None:
    dated = {str(c.target): c.printed_date for c in seed.citations if c.printed_date}
    assert dated == {
        "A/RES/58/220": date(2003, 12, 23),
        "A/RES/59/250": date(2004, 12, 22),
        "A/RES/57/263": date(2002, 12, 20),
        "A/RES/50/119": date(1995, 12, 20),
    }


def test_what_is_mentioned_in_op12(seed: Reading) -> None:
    things = [m.thing.removeprefix(BASE) for m in seed.mentions if m.part == "op12"]
    assert things == [
        "instrument/programme/havana-2000",
        "conference/south-summit-1",
        "instrument/framework/marrakesh-2003",
        "instrument/programme/doha-2005",
    ]


def test_the_marrakesh_framework_is_mentioned_and_not_cited(seed: Reading) -> None:
    (mention,) = [m for m in seed.mentions if m.thing.endswith("framework/marrakesh-2003")]
    assert not [c for c in seed.citations if c.start < mention.end and mention.start < c.end]
    assert seed.resolution.text[mention.start : mention.end].startswith("Marrakesh Framework")


# ---------------------------------------------------------------------------------- the events


def test_events_by_part(seed: Reading) -> None:
    assert [(event.part, event.kind, event.force) for event in seed.events] == [
        ("op12", "adopt", "reported"),
        ("op13", "include", "reported"),
        ("op13", "include", "reported"),
        ("op14", "rename", "requested"),
        ("op14", "establish", "reported"),
        ("op14", "designate", "requested"),
        ("op15", "strengthen", "requested"),
        ("op16", "agenda", "decided"),
        ("op16", "report", "requested"),
    ]


def test_op12_reports_who_adopted_the_havana_programme(seed: Reading) -> None:
    event = only(seed, "op12", "adopt")
    assert thing(event.subject) == "instrument/programme/havana-2000"
    assert [thing(actor) for actor in event.actors] == ["conference/south-summit-1"]


def test_op13_reports_two_inclusions(seed: Reading) -> None:
    fund, pgtf = events(seed, "op13")
    assert (thing(fund.subject), thing(fund.place)) == (FUND, PLEDGING)
    assert [str(symbol) for symbol in fund.authority] == ["A/RES/57/263"]
    assert fund.day == date(2002, 12, 20)
    assert fund.while_exists
    assert fund.conditions == ("as long as it exists",)
    assert (thing(pgtf.subject), thing(pgtf.place)) == (PGTF, PLEDGING)
    assert not pgtf.while_exists
    assert pgtf.authority == ()


def test_op14_requests_a_renaming_that_keeps_the_mandate(seed: Reading) -> None:
    event = only(seed, "op14", "rename")
    assert (name(event.subject), name(event.new_name)) == (f"{FUND}#name-en-1", f"{FUND}#name-en-2")
    assert thing(event.subject) == thing(event.new_name) == FUND
    assert [thing(actor) for actor in event.actors] == ["body/undp"]
    assert event.preserves == ("mandate", "voluntary-nature")
    assert event.day is None


def test_op14_reports_the_establishment_of_the_fund(seed: Reading) -> None:
    event = only(seed, "op14", "establish")
    assert thing(event.subject) == FUND
    assert [str(symbol) for symbol in event.authority] == ["A/RES/50/119"]
    assert event.day == date(1995, 12, 20)


def test_op14_requests_a_designation(seed: Reading) -> None:
    event = only(seed, "op14", "designate")
    assert thing(event.subject) == FUND
    assert event.designated_as.startswith("main United Nations trust fund")
    assert [thing(actor) for actor in event.actors] == ["body/undp"]


def test_op15_requests_the_strengthening_of_the_unit(seed: Reading) -> None:
    event = only(seed, "op15", "strengthen")
    assert thing(event.subject) == "body/ssc-office"
    assert [thing(actor) for actor in event.actors] == ["body/hlc-ssc", "body/undp-executive-board"]


def test_op16_decides_on_the_agenda_and_requests_a_report(seed: Reading) -> None:
    agenda, report = only(seed, "op16", "agenda"), only(seed, "op16", "report")
    assert (agenda.session, agenda.item) == ("62", "South-South cooperation for development")
    assert agenda.day == date(2005, 12, 22)
    assert report.session == "62"
    assert [thing(actor) for actor in report.actors] == ["body/secretary-general"]


# ---------------------------------------------------------------------------------- the series


def test_58_220_renames_the_high_level_committee(series: dict[str, Reading]) -> None:
    event = only(series["A/RES/58/220"], "op1", "rename")
    assert event.force == "decided"
    assert thing(event.subject) == thing(event.new_name) == "body/hlc-ssc"
    assert name(event.subject) != name(event.new_name)
    assert event.day == date(2003, 12, 23)
    assert [thing(actor) for actor in event.actors] == ["body/general-assembly"]
    assert event.preserves == ("mandate", "scope-of-activities")


def test_58_220_includes_the_second_fund(series: dict[str, Reading]) -> None:
    fund, pgtf = events(series["A/RES/58/220"], "op10")
    assert (thing(fund.subject), fund.force) == (FUND, "reported")
    assert (thing(pgtf.subject), pgtf.force) == (PGTF, "decided")
    assert (thing(pgtf.place), pgtf.day) == (PLEDGING, date(2003, 12, 23))


def test_58_220_proclaims_the_day(series: dict[str, Reading]) -> None:
    event = only(series["A/RES/58/220"], "op11", "proclaim")
    assert (event.force, event.observed_on) == ("decided", "--12-19")
    assert thing(event.subject) == "instrument/observance/ssc-day"


@pytest.mark.parametrize("number", [name.replace("_", "/") for name in SERIES])
def test_the_series_is_read_with_paragraphs_in_order(
    series: dict[str, Reading], number: str
) -> None:
    resolution = series[f"A/RES/{number}"].resolution
    assert resolution.front.adopted is not None
    assert resolution.front.title
    numbers = [
        int(part.number)
        for part in resolution.parts
        if part.kind is PartKind.OPERATIVE and part.number
    ]
    assert numbers == list(range(1, len(numbers) + 1))
    assert [part.id for part in resolution.parts if part.kind is PartKind.PREAMBULAR]


def test_the_committees_are_one_body_under_two_names(series: dict[str, Reading]) -> None:
    reading = series["A/RES/58/220"]
    found = [m for m in reading.mentions if m.thing.endswith("body/hlc-ssc")]
    names = {m.name for m in found if m.full is None}  # "the Committee" is no name
    assert len(names) == 2


# ------------------------------------------------------------------------------- the lineages

#: The stories, written down from the documents before the graph was asked: official names in order,
#: with the last day on which the one and the first on which the next stands in a document, and how
#: the change is known.
STORIES = [
    # 58/220 op10 and 60/212 op14 have the old name; 60/212 op14 asks for the new one, first used in
    # the annex of 64/222
    ("United Nations Fund for South-South Cooperation",
     ["Voluntary Trust Fund for the Promotion of South-South Cooperation",
      "United Nations Fund for South-South Cooperation"],
     [("requested", "2005-12-22"), ("attested by use", "2009-12-21")]),
    # 58/220 op1 decides
    ("High-level Committee on South-South Cooperation",
     ["High-level Meeting on the Review of Technical Co-operation among Developing Countries",
      "High-level Committee on the Review of Technical Cooperation among Developing Countries",
      "High-level Committee on South-South Cooperation"],
     [("decided", "2003-12-23")]),
    # Special Unit in 64/222, Office in 68/230: nobody says so
    ("United Nations Office for South-South Cooperation",
     ["Special Unit for Technical Co-operation among Developing Countries",
      "Special Unit for South-South Cooperation",
      "United Nations Office for South-South Cooperation"],
     [("silent", "2013-12-20")]),
    # 58/220 and 64/222, then 68/230
    ("Pérez-Guerrero Trust Fund",
     ["Pérez-Guerrero Trust Fund for Economic and Technical Cooperation among Developing Countries",
      "Pérez-Guerrero Trust Fund for South-South Cooperation"],
     [("silent", "2013-12-20")]),
]  # fmt: skip


@pytest.fixture(scope="module")
def story_store(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    """A store of the series with its words."""
    path = tmp_path_factory.mktemp("stories") / "store"
    folder = shared / "corpus" / "documents"
    files = [str(folder / f"A_RES_{name}.txt") for name in SERIES]
    build([*files, str(shared / "seed" / "A_RES_60_212.md")], path)
    return GraphStore.open(path)


@pytest.mark.parametrize(("asked", "names", "changes"), STORIES, ids=[s[0] for s in STORIES])
def test_a_lineage_tells_the_true_story(
    story_store: GraphStore, asked: str, names: list[str], changes: list[tuple[str, str]]
) -> None:
    found = facts.find(story_store, asked)
    told = [
        name["form"]
        for name in facts.names_of(story_store, found.iri)
        if name["status"] == "official name"
    ]
    assert told == names
    renamings = [
        (event["force"], event["day"] or event["notAfter"] or event["stated"])
        for event in facts.events_of(story_store, found.iri)
        if "renaming" in event["label"]
    ]
    assert renamings == changes


def test_a_silent_renaming_has_both_passages_and_a_score(story_store: GraphStore) -> None:
    found = facts.find(story_store, "Pérez-Guerrero Trust Fund")
    (silent,) = [e for e in facts.events_of(story_store, found.iri) if e["force"] == "silent"]
    assert silent["where"].endswith("A/RES/64/222#annex1-op21(l)")
    assert silent["also"].endswith("A/RES/68/230#op17")
    assert 0.3 < float(silent["score"]) < 1
