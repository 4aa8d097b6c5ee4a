"""Knowledge: what becomes a thing, what is one happening, with which force, day and authority."""

from __future__ import annotations

from datetime import date

from southsouth.things import KnownName, Learner, NameUse, Told

DAY = date(2004, 5, 1)


def use(document: str, name: str, acronym: str = "", year: int = 2001) -> NameUse:
    return NameUse(f"d/{document}#op1-{name}", f"d/{document}", name, acronym, "", date(year, 1, 1))


def told(document: str, kind: str, force: str, subject: str, new: str = "", **more: object) -> Told:
    return Told(f"d/{document}#e-{kind}", f"d/{document}", kind, force, subject, new=new, **more)  # type: ignore[arg-type]


def labels(uses: list[NameUse], statements: list[Told]) -> dict[str, str]:
    return {t.label: t.kind for t in Learner([], uses, statements).learn().things}


def test_what_becomes_a_thing() -> None:
    founded = told("9", "establishment", "decided", "Commission on Wells")
    uses = [
        use("9", "Commission on Wells"),
        use("1", "Office for Lakes", "OFL"),
        *(use(str(n), "Trust Fund for the Digging of Wells") for n in range(2)),
        *(use(str(n), "Ad Hoc Committee") for n in range(20)),
        use("1", "Board for Dry Places"),
    ]
    assert labels(uses, [founded]) == {
        "Commission on Wells": "Commission",
        "Office for Lakes": "Office",
        "Trust Fund for the Digging of Wells": "TrustFund",
    }


def test_a_thing_is_called_by_its_last_name_and_keeps_its_iri() -> None:
    uses = [use("1", "Office for Wells", year=2000), use("2", "Bureau for Lakes", year=2005)]
    renamed = told("2", "renaming", "decided", "Office for Wells", "Bureau for Lakes", day=DAY)
    (thing,) = Learner([], uses, [renamed]).learn().things
    assert thing.label == "Bureau for Lakes"
    assert thing.iri.endswith("thing/office-for-wells")
    assert {name.form: name.status for name in thing.names} == {
        "Office for Wells": "official",
        "Bureau for Lakes": "official",
    }


def test_an_alias_is_no_renaming() -> None:
    uses = [use("1", "Entity for Wells", "UNW")]
    alias = told("1", "renaming", "decided", "Entity for Wells", "UN-Wells", day=DAY)
    assert Learner([], uses, [alias]).learn().happenings == ()


def test_statements_of_one_happening_are_one_happening() -> None:
    statements = [
        told("1", "establishment", "requested", "Commission on Wells", day=date(2003, 1, 1)),
        told("2", "establishment", "decided", "Commission on Wells", day=DAY),
        told("3", "establishment", "reported", "Commission on Wells", stated=date(2005, 5, 1)),
        told(
            "4", "establishment", "reported", "Commission on Wells", stated=DAY, authority=("d/2",)
        ),
    ]
    uses = [use(str(n), "Commission on Wells") for n in range(1, 5)]
    (one,) = Learner([], uses, statements).learn().happenings
    assert (one.force, one.day, one.authority) == ("decided", DAY, ("d/2",))
    assert one.claims == (date(2005, 5, 1),)
    assert len(one.statements) == 4


def test_first_and_second_conference_are_two_happenings() -> None:
    uses = [use("1", "First Wells Conference", "FWC"), use("2", "Second Wells Conference", "SWC")]
    statements = [
        told("1", "establishment", "decided", "First Wells Conference"),
        told("2", "establishment", "decided", "Second Wells Conference"),
    ]
    knowledge = Learner([], uses, statements).learn()
    assert len(knowledge.happenings) == 2
    (series,) = knowledge.series
    assert [iri.rpartition("/")[2] for iri in series.members] == [
        "first-wells-conference",
        "second-wells-conference",
    ]


def test_what_happens_to_a_thing_of_the_records_is_said_of_it() -> None:
    known = [KnownName("fund#1", "Lake Fund for Wells", "fund")]
    statement = told(
        "1", "renaming", "decided", "Lake Fund for Wells", "Sea Fund for Wells", day=DAY
    )
    knowledge = Learner(known, [use("2", "Sea Fund for Wells")], [statement]).learn()
    (one,) = knowledge.happenings
    assert (one.thing, one.old, one.new_form) == ("fund", "fund#1", "Sea Fund for Wells")
    (thing,) = knowledge.things
    assert thing.known
    assert {name.form: name.known for name in thing.names} == {
        "Lake Fund for Wells": True,
        "Sea Fund for Wells": False,
    }


def test_nothing_follows_itself() -> None:
    uses = [use("1", "Office for Wells", "OFW"), use("2", "OFW")]
    itself = told("1", "succession", "decided", "Office for Wells", "OFW")
    assert Learner([], uses, [itself]).learn().happenings == ()
